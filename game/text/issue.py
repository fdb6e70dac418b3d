"""Issues and options: a bracket in the text is an open issue, the words inside it are its options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NewType

IssueId = NewType("IssueId", str)
OptionId = NewType("OptionId", str)
DelegationId = NewType("DelegationId", str)

Outcome = Mapping[IssueId, OptionId]
"""One option for every issue: one text that could be signed."""

Positions = Mapping[DelegationId, Outcome]
"""The option that each delegation stands for, in every issue."""


@dataclass(frozen=True, slots=True)
class Source:
    """Whether a wording is history or modelling, and where it comes from."""

    label: Literal["FACT", "MODEL"]
    cite: tuple[str, ...] = ()
    """Ids of the scenario's list of sources."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One wording for an issue. How hard it is, is said as Abbott and others say it ("The Concept of
    Legalization", International Organization 54/3, 2000): obligation, precision, delegation, each 0 to 3."""

    id: OptionId
    name: str
    """What the wording is called where it is named in short."""
    words: str
    """What is printed in the text; empty is silence."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Words that it puts in other places of the text, by the name of the place."""
    binds: int = 0
    """Obligation."""
    precise: int = 0
    """Precision."""
    shares: int = 0
    """Delegation of decision."""
    source: Source = Source("MODEL")
    on_record: str = ""
    """What somebody said or wrote, where that is not quite these words."""

    @property
    def quotable(self) -> str:
        """The words that stand in a source, and may be quoted: none of a wording that was drafted for the game."""
        return (self.on_record or self.words.strip(" ,")) if self.source.label == "FACT" else ""

    @property
    def silent(self) -> bool:
        """Whether this wording is silence."""
        return not self.words

    @property
    def vague(self) -> bool:
        """Whether it says something, and nothing precise: easy to sign, and dear to live with."""
        return not self.silent and not self.precise


@dataclass(frozen=True)
class Issue:
    """One negotiable phrase, with its options from strong to weak."""

    id: IssueId
    title: str
    options: tuple[Option, ...]
    side: bool = False
    """Not printed in the text: linkage to another track."""
    spine: bool = False
    """The capital widens this issue only after its limit was tabled and refused."""

    @cached_property
    def ids(self) -> frozenset[OptionId]:
        """The ids of its options."""
        return frozenset(self._ranks)

    @property
    def fixed(self) -> bool:
        """Whether its wording is settled before the talks begin: it has no other."""
        return len(self.options) == 1

    @cached_property
    def _ranks(self) -> Mapping[OptionId, int]:
        return {option.id: rank for rank, option in enumerate(self.options)}

    def __getitem__(self, option: OptionId) -> Option:
        return self.options[self.rank(option)]

    def __contains__(self, option: object) -> bool:
        return option in self._ranks

    def rank(self, option: OptionId) -> int:
        """Place of an option, 0 for the strongest. Raises `KeyError`."""
        if option not in self._ranks:
            raise KeyError(f"no option {option!r} in issue {self.id!r}")
        return self._ranks[option]


def agreed_in(positions: Positions) -> Outcome:
    """The issues in which every position is the same, with the option that all stand for."""
    first, *others = (stand.items() for stand in positions.values())
    return dict(filter(set(first).intersection(*others).__contains__, first))
