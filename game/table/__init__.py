"""One running talks: its seats, its version, whose answer is due, and the store that keeps its moves."""

from game.table.at_screen import AtScreen
from game.table.earlier import earlier_talks
from game.table.following import FollowError, check_follows, followable, past_from
from game.table.host import LOST, Host, Thinking, Thought, Told, Waiting, find_again
from game.table.records import Recorded, RecordFault, RecordFileError, followed, game_number, latest, recorded, sealed
from game.table.start import EVERYBODY, Start, StartError, StartFault, levels_in, levels_of, new_seed, seat_in, seat_of
from game.table.store import Kept, Store, fingerprint
from game.table.store_error import GameId, StoreError, StoreFault, Trouble
from game.table.store_file import HOME, default_path
from game.table.table import (
    NOT_YOUR_NAME,
    STALE,
    Computers,
    Keeper,
    ResumeError,
    Table,
    Task,
    open_table,
    resume,
    table_of,
    take_over,
)

__all__ = [
    "EVERYBODY",
    "HOME",
    "LOST",
    "NOT_YOUR_NAME",
    "STALE",
    "AtScreen",
    "Computers",
    "FollowError",
    "GameId",
    "Host",
    "Keeper",
    "Kept",
    "RecordFault",
    "RecordFileError",
    "Recorded",
    "ResumeError",
    "Start",
    "StartError",
    "StartFault",
    "Store",
    "StoreError",
    "StoreFault",
    "Table",
    "Task",
    "Thinking",
    "Thought",
    "Told",
    "Trouble",
    "Waiting",
    "check_follows",
    "default_path",
    "earlier_talks",
    "find_again",
    "fingerprint",
    "followable",
    "followed",
    "game_number",
    "latest",
    "levels_in",
    "levels_of",
    "new_seed",
    "open_table",
    "past_from",
    "recorded",
    "resume",
    "sealed",
    "seat_in",
    "seat_of",
    "table_of",
    "take_over",
]
