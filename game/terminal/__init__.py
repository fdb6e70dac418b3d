"""The terminal face: the same talks by keyboard, in plain lines that a screen reader can read.

`analysing` is not on this page: it needs numpy, and nobody who plays should wait for that.
"""

from game.terminal.console import Console, Gone, standard_console
from game.terminal.keeping import (
    Fault,
    export_record,
    import_record,
    list_all,
    may_write_talks,
    store_to_go_on,
    store_to_play,
)
from game.terminal.playing import play, play_on
from game.terminal.session import Session
from game.terminal.watching import replay, watch

__all__ = [
    "Console",
    "Fault",
    "Gone",
    "Session",
    "export_record",
    "import_record",
    "list_all",
    "may_write_talks",
    "play",
    "play_on",
    "replay",
    "standard_console",
    "store_to_go_on",
    "store_to_play",
    "watch",
]
