"""How far a package is from what a delegation would take: what is true when it says so."""

from __future__ import annotations

from game.delegations.aspiration import Aspiration
from game.talks import Far, Package, Shift
from game.text import IssueId, OptionId

_NEARLY = 2.0
"""Points that are a little: a word or two more would be enough."""
_PAYABLE = 0.5
"""Share of what its plan leaves to the others that is left to them with a wording that still has a price."""


def missing(aims: Aspiration, package: Package) -> float:
    """Points on its plan that a package lacks to be taken for them alone; none or less where it has them."""
    gains = aims.gain(package)
    return -aims.level.slack * len(gains) - sum(gains.values())


def how_far(aims: Aspiration, package: Package, issue: IssueId, option: OptionId) -> Far | None:
    """How far a package is that it refuses over a wording; None where only its capital keeps it from taking it."""
    if _out_of_bounds(aims, issue, option):
        return "not-this"
    short = missing(aims, package)
    if short <= 0:
        return None
    if short <= _NEARLY and aims.can_still_reach(package):
        return "nearly"
    return "not-for-this" if _has_a_price(aims, issue, option) else "not-this"


def _out_of_bounds(aims: Aspiration, issue: IssueId, option: OptionId) -> bool:
    """Whether its instructions keep a wording from it for good: beyond a red line, or in no step of its mandate."""
    if option in aims.sheet.red_lines.get(issue, ()):
        return True
    steps = aims.sheet.mandate.get(issue, ())
    return bool(steps) and not aims.within(issue, option) and not any(option in step for step in steps)


def _has_a_price(aims: Aspiration, issue: IssueId, option: OptionId) -> bool:
    """Whether a text with a wording could give it what it would settle for, and the others enough to want it."""
    word = tuple(Shift(who, issue, option) for who in aims.view.scenario.ids)
    with_it, plan = aims.best_with(Package(0, aims.view.who, word, off_record=False)), aims.plan
    if with_it is None or plan is None:
        return False
    return with_it.mine >= aims.floor and with_it.theirs >= _PAYABLE * plan.theirs
