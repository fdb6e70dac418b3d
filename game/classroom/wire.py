"""What a request may say, and how it is answered: JSON, strictly, both ways.

Each request is a frozen value that is read off its body; whatever is something else is a `Misread`, which says where.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, TypeVar
from unicodedata import normalize

from game.classroom.pages.presses import Press
from game.guest import Advice, Course, Opinion, Seat
from game.lesson import Doing, When
from game.lesson.seating import Letter
from game.seat import CodecError, Tray
from game.seat.codec import Codec
from game.talks import Move
from game.text import IssueId
from game.text.signs import NO_SIGN

PROTOCOL = 1
"""The version of what travels (docs/protocol.md)."""
MOST_BYTES = 64 * 1024
"""Of the body of a request."""
DEEPEST = 40
"""How deep JSON may be nested."""
LARGEST = 2**53
"""The largest whole number that all programs read as it is."""

FormName = Literal["desk", "page"]
"""For programs: desks as JSON; for pages: what they show, said by the host."""


class Misread(Exception):
    """A body that is not what was asked for: `at` says where, as a JSON Pointer."""

    def __init__(self, at: str) -> None:
        super().__init__(at)
        self.at = at[:200]


# ---- requests of a seat ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Joining:
    """Come in."""

    code: str
    name: str = ""
    id: str = ""
    """Made by chance, so that one who sends this twice sits down once."""


@dataclass(frozen=True, slots=True)
class Returning:
    """Take one's own seat before another device."""

    code: str
    seat_code: str


@dataclass(frozen=True, slots=True)
class Moving:
    """Make a move."""

    id: str
    seen: int
    move: Move


@dataclass(frozen=True, slots=True)
class AskForPen:
    """Ask for the pen of one's seat."""


@dataclass(frozen=True, slots=True)
class HandPen:
    """Give it to another of the seat."""

    to: str


@dataclass(frozen=True, slots=True)
class Suggest:
    """Put a move before it."""

    move: Move


@dataclass(frozen=True, slots=True)
class TakeUp:
    """Take up what was suggested, by its number."""

    suggestion: int


@dataclass(frozen=True, slots=True)
class Dismiss:
    """Put it aside."""

    suggestion: int


SeatAct: TypeAlias = AskForPen | HandPen | Suggest | TakeUp | Dismiss
"""What may be done in a seat besides moving."""


@dataclass(frozen=True, slots=True)
class Acting:
    """Do something in one's seat."""

    act: SeatAct


@dataclass(frozen=True, slots=True)
class Previewing:
    """Ask what something that is prepared would change."""

    tray: Tray
    form: FormName = "desk"
    press: Press | None = None
    """What is pressed there, and changes it: for pages."""


@dataclass(frozen=True, slots=True)
class Advising:
    """Ask the adviser what could be done, and what it thinks of something that is prepared."""

    tray: Tray | None = None
    form: FormName = "desk"


@dataclass(frozen=True, slots=True)
class Reading:
    """Have opened the brief."""


@dataclass(frozen=True, slots=True)
class Predicting:
    """Answer the question of the lesson."""

    when: When
    issue: IssueId


@dataclass(frozen=True, slots=True)
class Opening:
    """Open a class of one's own."""


@dataclass(frozen=True, slots=True)
class Teaching:
    """Do what the teacher wishes."""

    do: Doing
    id: str = ""
    """Made by chance, so that what is sent twice is done once."""


@dataclass(frozen=True, slots=True)
class Recoding:
    """Give somebody a new code of the seat."""

    device: str


@dataclass(frozen=True, slots=True)
class OnPaper:
    """Put down what a table has agreed on paper."""

    letter: Letter
    line: str
    """The numbers of its form, as `game/lesson/forms.py` reads them behind the letter."""


@dataclass(frozen=True, slots=True)
class Deleting:
    """Delete the class."""


# ---- answers -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Recoded:
    """The new code of a seat."""

    seat_code: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A class that has been opened: its code, and the tokens of its desk and of its wall."""

    code: str
    desk: str
    wall: str


@dataclass(frozen=True, slots=True)
class Done:
    """It was done: the number of the message of the table that shows it."""

    number: int


@dataclass(frozen=True, slots=True)
class Fault:
    """It was not done: of what kind the reason is, and in a sentence."""

    kind: str
    said: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """Which program this is, and its clock."""

    protocol: int
    version: str
    now: float


_CODEC = Codec(
    Joining, Returning, Moving, Acting, Previewing, Advising, Reading, Predicting, Teaching, Recoding, Deleting,
    OnPaper, Recoded, Opening, Opened,
    Seat, Done, Advice, Course, Opinion, Fault, About
)  # fmt: skip
_T = TypeVar("_T")


def write(answer: object) -> bytes:
    """An answer as JSON."""
    return _CODEC.encode(answer).encode()


def read(kind: type[_T], body: bytes, codec: Codec = _CODEC) -> _T:
    """A request from its body. What is typed in it is in the one form of Unicode that compares and measures as it
    looks (NFC). Raises `Misread`."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise Misread("") from None
    if _depth(text) > DEEPEST:
        raise Misread("")
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except ValueError:
        raise Misread("") from None
    try:
        return codec.build(kind, _sound(found, ""))
    except CodecError as fault:
        raise Misread(fault.path) from None


def is_id(written: str) -> bool:
    """Whether something was made by chance to tell one request from all others: 16 to 64 plain letters and digits."""
    return re.fullmatch(r"[A-Za-z0-9_-]{16,64}", written) is not None


_STRING = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
_OPEN = {"[": 1, "{": 1, "]": -1, "}": -1}


def _depth(text: str) -> int:
    deepest = depth = 0
    for sign in re.findall(r"[\[\]{}]", _STRING.sub("", text)):
        depth += _OPEN[sign]
        deepest = max(deepest, depth)
    return deepest


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("an object has the same key twice")
    return found


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is not a number")


def _sound(found: Any, at: str) -> Any:
    """What JSON says, if it can be written down and counted; its words as they are compared."""
    match found:
        case str():
            if NO_SIGN.search(found):
                raise Misread(at)
            return normalize("NFC", found)
        case int() if not -LARGEST <= found <= LARGEST:
            raise Misread(at)
        case float() if not math.isfinite(found):
            raise Misread(at)
        case list():
            return [_sound(each, f"{at}/{place}") for place, each in enumerate(found)]
        case dict():
            return {_sound(key, at): _sound(value, f"{at}/{key[:40]}") for key, value in found.items()}
        case _:
            return found


# ---- what the address of a stream says ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Have:
    """The last message that somebody has of a table: whose stream it was of, and its number."""

    table: str
    seat: str
    number: int

    def __str__(self) -> str:
        return f"{self.table}.{self.seat}.{self.number}"

    @classmethod
    def read(cls, written: str) -> Have | None:
        """As it was sent; None where it is none, or nothing."""
        table, _, rest = written.partition(".")
        seat, _, number = rest.rpartition(".")
        if not seat or not (number.isascii() and number.isdecimal() and len(number) < 12):
            return None
        return cls(table, seat, int(number))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request for messages says of whoever asks."""

    form: FormName = "page"
    table: Have | None = None
    room: int = 0

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Asked:
        """From the address. Raises `Misread`."""
        form, room = query.get("form", "page"), query.get("room", "")
        if form not in ("desk", "page"):
            raise Misread("/form")
        number = int(room) if room.isascii() and room.isdecimal() and len(room) < 20 else 0
        return cls("desk" if form == "desk" else "page", Have.read(query.get("table", "")), number)
