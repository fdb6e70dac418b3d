"""What a remark is about, and how a delegate names a wording or an issue in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.scenario import Scenario, SideText
from game.talks import Package
from game.text import IssueId, OptionId

Wording = tuple[IssueId, OptionId]


@dataclass(frozen=True)
class Topic:
    """What a remark is about: the words that it names, the package, the side text."""

    word: tuple[Wording, ...] = ()
    give: tuple[Wording, ...] = ()
    get: tuple[Wording, ...] = ()
    package: Package | None = None
    side: SideText | None = None
    asked: tuple[IssueId, ...] = ()
    """What the capital is asked about."""

    @property
    def named(self) -> tuple[Wording, ...]:
        """The words that are asked for or answered, and not those that are given for them."""
        return self.word or self.get

    @property
    def moved(self) -> frozenset[Wording]:
        """The words that a package moves somebody to."""
        return frozenset((shift.issue, shift.option) for shift in self.package.shifts) if self.package else frozenset()


def spoken(scenario: Scenario, issue: IssueId, option: OptionId) -> str:
    """A wording as a delegate names it in a sentence."""
    phrase = scenario.text[issue]
    return f"silence on {titled(scenario, issue)}" if phrase[option].silent else f"‘{phrase[option].name}’"


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: a, b and c."""
    *first, last = words or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def titled(scenario: Scenario, issue: IssueId) -> str:
    """An issue in the middle of a sentence: the veto, ‘Enlargement’."""
    title = scenario.text[issue].title
    return f"the {title[4:]}" if title.startswith("The ") else f"‘{title}’"
