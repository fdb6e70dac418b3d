"""What a seat may do now: each kind of move that is open, with its moves, and the reason where one is closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby
from typing import TypeVar, cast

from game.talks.bounds import largest_package
from game.talks.moves import DELEGATION_MOVES, Leave, Move, Propose, Say
from game.talks.refused import Refused
from game.talks.rules import judged, refusal
from game.talks.rules.consult import MOST_ISSUES_IN_A_CABLE
from game.talks.rules.rule import Judged
from game.talks.talks import Talks
from game.text import DelegationId, IssueId, OptionId, maker

M = TypeVar("M", bound=Move)


@dataclass(frozen=True)
class Legal:
    """What a seat may do now. Packages are too many to list: they hold `own` shifts, and any wording of the others."""

    moves: tuple[Move, ...] = ()
    """Every legal move except packages, kind by kind; one `Say` stands for all remarks."""
    own: Mapping[IssueId, frozenset[OptionId]] | None = None
    """Where one may move oneself in a package, or None when one may not propose now."""
    largest: int = 0
    """Issues that one package may touch."""
    longest_cable: int = MOST_ISSUES_IN_A_CABLE
    why_not: Mapping[type[Move], Refused] = field(default_factory=dict)
    """Why the kinds of moves that cannot be made now are refused; of packages only where no package may be tabled."""
    refused: tuple[tuple[Move, Refused], ...] = ()
    """The other moves of a seat that has the floor, packages apart, each with what the rules have against it."""

    def may(self, kind: type[Move]) -> bool:
        """Whether a kind of move is open at all."""
        if kind is Propose:
            return self.own is not None
        return kind in self._by_kind

    def of(self, kind: type[M]) -> tuple[M, ...]:
        """The legal moves of a kind; none of packages, which are not listed."""
        return cast("tuple[M, ...]", self._by_kind.get(kind, ()))

    @cached_property
    def _by_kind(self) -> Mapping[type, tuple[Move, ...]]:
        return {kind: tuple(moves) for kind, moves in groupby(self.moves, type)}


_listed = maker(Legal)


def legal(talks: Talks, who: DelegationId) -> Legal:
    """What a seat may do now, and why not the rest."""
    if who not in talks.scenario.ids:
        return _outside(talks, who)
    if talks.over or talks.floor != who:
        return _listed(why_not=_closed(talks, who))
    found = judged(talks, who)
    why_not = {type(each.against[0][0]): each.against[0][1] for each in found if each.against and not each.moves}
    stands = talks.positions[who]
    own = {issue: mandate - {stands[issue]} for issue, mandate in talks.mandates(who).items()}
    busy = talks.held is not None or talks.closing or talks.pending
    if busy:
        open_to = {type(each.moves[0]) for each in found if each.moves}
        why_not = {kind: why for kind, why in _closed(talks, who).items() if kind not in open_to} | why_not
    return _listed(
        moves=_open(found),
        own=None if busy else own,
        largest=largest_package(talks),
        why_not=why_not,
        refused=_against(found),
    )


def _open(found: Iterable[Judged[Move]]) -> tuple[Move, ...]:
    return tuple(chain.from_iterable([each.moves for each in found]))


def _against(found: Iterable[Judged[Move]]) -> tuple[tuple[Move, Refused], ...]:
    return tuple(chain.from_iterable([each.against for each in found]))


def _closed(talks: Talks, who: DelegationId) -> dict[type[Move], Refused]:
    """Every kind of move but leaving, while it is another's turn or something else has to be done first."""
    refused = refusal(talks, Say(who, remark="—"))
    if refused is None:
        return {}
    return {kind: refused for kind in DELEGATION_MOVES if kind is not Leave}


def _outside(talks: Talks, who: DelegationId) -> Legal:
    """What somebody may do who is at no delegation's place: for an audience, or in the chair."""
    found = [] if talks.over else judged(talks, who)
    return _listed(moves=_open(found), refused=_against(found))
