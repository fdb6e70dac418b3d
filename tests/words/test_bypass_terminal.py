"""A whole game at the terminal in a language for tests: every word that is printed comes out of the catalogue, or from
people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.table import Start
from game.terminal import Console, play
from game.terminal.commands import COMMANDS
from game.words import say, speaking
from tests.terminal.desk import HARBOUR, scripted
from tests.words.pseudo import Finder, Pseudo, authored, ids, plain_words, speaking_cyrillic, written

OPEN: tuple[str, ...] = ("terminal/ending.py", "terminal/phrases.py", "terminal/situation.py")
"""Files or folders of the terminal that still print words of their own. It gets shorter until it is empty."""

NONSENSE = written("nonsense")
TYPED = frozenset({*COMMANDS, "ask", "as", "appropriate", "watch", "play", "FILE"})
"""Words that are typed as they are in every language, at the terminal and in the shell."""

READING = (
    *(
        "?",
        "text",
        "issues",
        "look",
        "9",
        "none",
        "",
        "look 1",
        "look 2",
        "status",
        "corridor",
        "why",
        "brief",
        "background",
        "record",
    ),
    *(NONSENSE, "99", "look 99"),
)
WRONG = ("accept", "withdraw", "sign", "read", "circulate", "announce", "table", "hold", "sound", "leave", "no")
"""What is no time for while a text is held up."""


BUILDING = ("?", "1", "?", "1", "drop 1", "2", "2", "rest", "rest mine", "9", "text", "drop", NONSENSE, "1", "9", "")


def test_plain_words_are_found() -> None:
    """A string that bypasses the catalogue is found, what people wrote is not, and neither are ids."""
    finder = Finder(frozenset({"BORO"}), ("terminal/console.py",))
    console = Console(lambda: None, finder.see)
    with speaking(Pseudo()):
        console.tell(say("{who:head} leaves the talks.", who=written("the town")))
        console.tell(say("Seat {who}.", who="BORO"))
        assert finder.found == {}
        console.tell(say("{who:head} leaves the talks.", who="Somebody"))
        assert list(finder.found) == ["tests"]
    assert plain_words("Ťhé ťáĺķś go on", frozenset()) == ["go", "on"]


def shown(folder: Path, seat: str, typed: Iterable[str], *other: str) -> Finder:
    """What is printed past the catalogue in a game at the harbour."""
    file = authored(HARBOUR, folder)
    finder = Finder(ids(HARBOUR) | TYPED, ("terminal/console.py",))
    lines = iter(typed)
    console = Console(lambda: next(lines, None), lambda words: finder.see(words.replace(str(folder), "")))
    with speaking(Pseudo()):
        play(console, speaking_cyrillic(scripted(*other)), lambda: None, Start(file, seat, 1, as_written=True))
    return finder


CLEAN = "tables BORO:notice=will ARIA:notice=will BORO:toll=half ARIA:toll=half BORO:form=summary"


def test_a_game_with_everything_in_it(tmp_path: Path) -> None:
    """Every command that reads, a hold-up answered and one made, a statement, a sounding, a package, a circulation,
    initials, closing statements, the end."""
    typed = [
        "",
        "",
        *READING,
        *WRONG,
        f"swap {written('Soup for all.')}",
        "hold",
        "yes",
        "announce 2",
        "yes",
        "sound guild",
    ]
    typed += ["table", *BUILDING, "cancel", "counter", "cancel", *READING, "decline 1", "2", "no", "accept"]
    typed += ["status", "why", "circulate", "sign", *READING, "read 1"]
    other = ["holds pilots", 'says "."', "gives", CLEAN, CLEAN, "initials", 'says "."', "reads boro-mild"]
    found = shown(tmp_path, "ARIA", typed, *other)
    assert found.bypassed(OPEN) == []
