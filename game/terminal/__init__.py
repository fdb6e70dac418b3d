"""The terminal face: the same talks by keyboard, in plain lines that a screen reader can read.

`analysing` and `analysis_json` are not on this page: they need numpy, and nobody who plays should wait for that.
"""

from game.terminal.console import Console, Gone, standard_console
from game.terminal.keeping import Fault, export_record, game_number, import_record, latest, list_all, recorded
from game.terminal.session import Session, play, play_on
from game.terminal.starting import followed, levels_of, seat_in, seat_of
from game.terminal.watching import replay, watch

__all__ = [
    "Console",
    "Fault",
    "Gone",
    "Session",
    "export_record",
    "followed",
    "game_number",
    "import_record",
    "latest",
    "levels_of",
    "list_all",
    "play",
    "play_on",
    "recorded",
    "replay",
    "seat_in",
    "seat_of",
    "standard_console",
    "watch",
]
