"""What number a package gets: the room's packages are 1, 2, 3 and so on; non-papers are counted apart, by who is in on
them, so that nobody can tell from a number how many there were among others.

Talks that a number has drawn count all packages in one row, as they did before there were keys: their records stay as
they are, and whoever has the number knows more than that.
"""

from __future__ import annotations

from game.talks.moves import PackageNumber, Propose
from game.talks.talks import Talks
from game.text import DelegationId

_ROW = 100
"""Numbers that lie together: non-papers between the first two delegations are 301, 302, and after 399 comes 701."""


def numbered(talks: Talks, move: Propose) -> tuple[Talks, PackageNumber]:
    """The talks in which a package has got its number, and that number."""
    if isinstance(talks.seed, int):
        return talks.altered(numbered=talks.numbered + 1), talks.numbered + 1
    if not move.off_record:
        return talks.altered(numbered=talks.numbered + 1), _number(talks, 0, talks.numbered + 1)
    among = frozenset((move.by, *(shift.delegation for shift in move.shifts)))
    count = talks.floated.get(among, 0) + 1
    return talks.altered(floated={**talks.floated, among: count}), _number(talks, _place(talks, among), count)


def _place(talks: Talks, among: frozenset[DelegationId]) -> int:
    """A number of its own for any few delegations; 0 is nobody's."""
    return sum(1 << place for place, who in enumerate(talks.scenario.ids) if who in among)


def _number(talks: Talks, place: int, count: int) -> PackageNumber:
    """A number that no other place has, whatever its count."""
    places = 1 << len(talks.scenario.ids)
    return _ROW * (place + places * (count // _ROW)) + count % _ROW
