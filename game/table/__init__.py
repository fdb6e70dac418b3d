"""One running talks: its seats, its version, whose answer is due, and the store that keeps its moves."""

from game.table.store import HOME, GameId, Kept, Store, StoreError, default_path, fingerprint
from game.table.table import Keeper, ReplayError, Sits, Table, Task, open_table, resume, table_of

__all__ = [
    "HOME",
    "GameId",
    "Keeper",
    "Kept",
    "ReplayError",
    "Sits",
    "Store",
    "StoreError",
    "Table",
    "Task",
    "default_path",
    "fingerprint",
    "open_table",
    "resume",
    "table_of",
]
