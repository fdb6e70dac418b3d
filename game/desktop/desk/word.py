"""A word of the draft as something that can be pressed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from game.text import IssueId, OptionId


@dataclass(frozen=True, slots=True)
class Word:
    """Something on the paper that can be pressed."""

    issue: IssueId
    words: str
    main: bool = True
    """Whether these are the issue's own words, and not words that it puts elsewhere."""
    option: OptionId | None = None
    """The wording that is dealt with by a press; None where a press only looks at the issue."""


class Placed(Protocol):
    """A stretch of words, of an issue or of none."""

    @property
    def issue(self) -> IssueId | None:
        """Whose words these are."""

    @property
    def part(self) -> str:
        """Where the words are not the issue's own, the name of the place."""


P = TypeVar("P", bound=Placed)


def tagged(stretches: Iterable[P], place: str) -> Iterator[tuple[str, P]]:
    """Stretches of a clause, each with a tag that is the same whatever else is printed there: the focus hangs on it."""
    seen: Counter[str] = Counter()
    for each in stretches:
        tag = f"{place}:{each.issue or ''}.{each.part}"
        seen[tag] += 1
        yield f"{tag}.{seen[tag]}", each
