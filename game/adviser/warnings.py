"""What an adviser warns of before a move that gives something away for nothing. Points are those of the own sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.scenario import AudienceId
from game.talks import Answer
from game.text import IssueId, OptionId

Wording = tuple[IssueId, OptionId]


@dataclass(frozen=True, slots=True)
class NoTextLeft:
    """After a word that is given, a package that is taken, or one that they would take, no text that is left could
    reach the walk-away."""

    after: Literal["word", "taken", "tabled"]
    word: Wording | None = None


@dataclass(frozen=True, slots=True)
class ForNothing:
    """A word would be given for nothing, for which another could be asked, or by which so many points are lost."""

    word: Wording
    ask: Wording | None = None
    points: int = 0


@dataclass(frozen=True, slots=True)
class LeaveClosed:
    """To reopen a word would bring so many points, even if they agree."""

    points: int


@dataclass(frozen=True, slots=True)
class AskedTwice:
    """These wordings would be asked for once more though they were refused twice and nothing has changed since."""

    words: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class AsksNothing:
    """A package gives so many points, and asks for nothing that is needed."""

    gives: int


@dataclass(frozen=True, slots=True)
class FallsShort:
    """A package is so many points short of what could be hoped for in its words; with what it gives and gets."""

    points: int
    gives: int
    gets: int
    tabled: bool
    """Whether it is one's own, and they might take it."""


@dataclass(frozen=True, slots=True)
class WillBeLeft:
    """A word is to be told to the newspapers that will have to be left for another; to go back on it costs so much."""

    word: Wording
    end: Wording
    points: int


@dataclass(frozen=True, slots=True)
class WouldBreakSilence:
    """An ally has said that it would, over an issue if it named one."""

    audience: AudienceId
    over: IssueId | None


@dataclass(frozen=True, slots=True)
class SoundFirst:
    """Allies that did not look ready to take the text could be sounded before it goes round."""

    audiences: tuple[AudienceId, ...]


@dataclass(frozen=True, slots=True)
class WorthLess:
    """The text is worth less than no text: by its words alone, or with what comes later."""

    worth: int
    walk_away: int
    by: Literal["words", "later"]


@dataclass(frozen=True, slots=True)
class CrossesRedLine:
    """A wording of the text is a red line."""

    word: Wording


@dataclass(frozen=True, slots=True)
class TextInReach:
    """Talks would be left though a text is clean, or may still be had, that is worth more than no text."""

    worth: int
    walk_away: int
    clean: bool


@dataclass(frozen=True, slots=True)
class CostsMore:
    """A hold-up is expected to bring so many points, less than nothing."""

    points: float


@dataclass(frozen=True, slots=True)
class CheaperAnswer:
    """Another answer to a hold-up is cheaper by so many points."""

    answer: Answer
    points: int


Warning = (
    NoTextLeft
    | ForNothing
    | LeaveClosed
    | AskedTwice
    | AsksNothing
    | FallsShort
    | WillBeLeft
    | WouldBreakSilence
    | SoundFirst
    | WorthLess
    | CrossesRedLine
    | TextInReach
    | CostsMore
    | CheaperAnswer
)
