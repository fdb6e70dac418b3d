"""How a delegation puts packages together from its plan: what it gives next to what it asks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from random import Random
from typing import Literal

from game.delegations.matter import Matter
from game.delegations.mind import Mind
from game.delegations.remarks import remark
from game.scenario import Occasion
from game.talks import Package, Propose, Shift
from game.text import IssueId, OptionId, agreed_in


def compose(
    mind: Mind, chance: Random, *, about: Sequence[IssueId] = (), avoid: Collection[IssueId] = ()
) -> tuple[Shift, ...] | None:
    """A package towards the plan that was not tabled before: gives and gets in turn, cheap to it and dear to them
    first. `about` are issues that must come in first; `avoid` are left alone. None if there is nothing new to say."""
    if mind.plan is None:
        return None
    target = mind.plan.text
    usable = [i for i in mind.view.brackets if i not in avoid and mind.within(i, target[i])]
    gives = [i for i in usable if mind.position[i] != target[i]]
    gets = [i for i in usable if mind.position[i] == target[i]]
    gives.sort(key=lambda i: (i not in about, -_worth_giving(mind, i, target[i]) + chance.random() * 0.02))
    gets.sort(
        key=lambda i: (
            i not in about,
            (i, target[i]) in mind.refused,
            -_worth_asking(mind, i, target[i]) + chance.random() * 0.02,
        )
    )
    closing = len(usable) == len(mind.view.brackets) <= mind.view.legal.largest
    if closing and (len(usable) <= 3 or _late(mind)):
        whole = _shifts(mind, usable)
        if _asks(mind, whole) and _new(mind, whole):
            return whole
    if closing and _late(mind) and not mind.tabled_lately and _asks(mind, whole := _shifts(mind, usable)):
        return whole
    most = min(mind.view.scenario.clock.largest_package, len(usable))
    for size in sorted(range(1, most + 1), key=lambda n: abs(n - 3) + chance.random()):
        for shuffled in range(4):
            shifts = _shifts(mind, _in_turn(gives, gets, size))
            if _asks(mind, shifts) and _new(mind, shifts):
                return shifts
            _stir(gives if shuffled % 2 else gets, chance)
    return None


def _in_turn(gives: Sequence[IssueId], gets: Sequence[IssueId], size: int) -> list[IssueId]:
    taken: list[IssueId] = []
    for place in range(max(len(gives), len(gets))):
        taken += [side[place] for side in (gets, gives) if place < len(side)]
    return taken[:size]


def _stir(issues: list[IssueId], chance: Random) -> None:
    if len(issues) > 1:
        issues.append(issues.pop(chance.randrange(len(issues) - 1)))


def _late(mind: Mind) -> bool:
    return mind.view.hours_left < 0.3 * mind.view.scenario.calendar.hours


def _worth_giving(mind: Mind, issue: IssueId, option: OptionId) -> float:
    """What they gain by our giving a word, less what it costs us, each against the whole of a sheet."""
    cost = mind.sheet.points[issue][mind.position[issue]] - mind.sheet.points[issue][option]
    stands = [mind.view.positions[other.id][issue] for other in mind.view.others]
    best = max(mind.theirs[issue].values())
    return best - min(abs(mind.theirs[issue][option] - mind.theirs[issue][s]) for s in stands) - cost / 100


def _worth_asking(mind: Mind, issue: IssueId, option: OptionId) -> float:
    """What we gain by their giving a word, less what we take it to cost them."""
    stands = [mind.view.positions[other.id][issue] for other in mind.view.others]
    gain = mind.sheet.points[issue][option] - min(mind.sheet.points[issue][s] for s in stands)
    cost = max(mind.theirs[issue][s] for s in stands) - mind.theirs[issue][option]
    return gain / 100 - cost


def _shifts(mind: Mind, issues: Sequence[IssueId]) -> tuple[Shift, ...]:
    target = mind.plan.text if mind.plan else mind.position
    return _to(mind, [(issue, target[issue]) for issue in issues])


def _to(mind: Mind, wordings: Sequence[tuple[IssueId, OptionId]]) -> tuple[Shift, ...]:
    """Everybody moves to these wordings who does not stand there."""
    return tuple(
        Shift(delegation, issue, option)
        for issue, option in wordings
        for delegation, stand in mind.view.positions.items()
        if stand[issue] != option
    )


def _asks(mind: Mind, shifts: tuple[Shift, ...]) -> bool:
    return any(shift.delegation != mind.view.who for shift in shifts)


def _new(mind: Mind, shifts: tuple[Shift, ...]) -> bool:
    """Whether it has not tabled this before, and whether a text could still be written with it."""
    if mind.view.scenario.text.extends(agreed_in(mind.view.after(shifts))) is None:
        return False
    return frozenset((s.delegation, s.issue, s.option) for s in shifts) not in mind.already_tabled


def spine_package(mind: Mind, chance: Random) -> tuple[Shift, ...] | None:
    """The wording that the capital wants to see tabled and refused before it moves on the spine, with a sweetener."""
    view, spine = mind.view, mind.view.scenario.text.spine
    if spine is None or mind.plan is None or spine.id not in view.brackets or mind.asked(spine.id):
        return None
    if mind.within(spine.id, mind.plan.text[spine.id]):
        return None
    ruled_out = {(shift.issue, shift.option) for shift in view.never}
    open_now = [o.id for o in spine.options if o.id in mind.mandate[spine.id] and (spine.id, o.id) not in ruled_out]
    step_of = {o: n for n, step in enumerate(mind.sheet.mandate.get(spine.id, ())) for o in step}
    limit = max(open_now, key=lambda o: (step_of.get(o, 0), mind.sheet.points[spine.id][o]), default=None)
    if limit is None:
        return None
    shifts = _to(mind, [(spine.id, limit)])
    sweet = [
        i
        for i in view.brackets
        if i != spine.id and mind.within(i, mind.plan.text[i]) and mind.position[i] != mind.plan.text[i]
    ]
    if sweet:
        best = max(
            sweet, key=lambda i: _worth_giving(mind, i, mind.plan.text[i]) + chance.random() * 0.05 if mind.plan else 0
        )
        shifts += _to(mind, [(best, mind.plan.text[best])])
    return shifts if _asks(mind, shifts) and _new(mind, shifts) else None


def as_move(
    mind: Mind, chance: Random, shifts: tuple[Shift, ...], mood: Literal["open", "trade", "counter"]
) -> Propose:
    """A package as a move, with a sentence that names its words."""
    view = mind.view
    own = list(dict.fromkeys(shift.issue for shift in shifts if shift.delegation == view.who))
    asked = list(dict.fromkeys(shift.issue for shift in shifts if shift.delegation != view.who))
    words = {shift.issue: (shift.issue, shift.option) for shift in shifts}
    gets = [issue for issue in asked if issue not in own] or asked
    gives = [issue for issue in own if issue not in gets]
    gets.sort(key=lambda i: -max(mind.sheet.points[i].values()))
    gives.sort(key=lambda i: -max(mind.sheet.points[i].values()))
    spine = view.scenario.text.spine
    package = Package(0, view.who, shifts, off_record=False)
    two = tuple(words[i] for i in gets[:2])
    kind: Occasion
    if mood == "open" and spine is not None and spine.id in words:
        kind, matter = "open", Matter(word=(words[spine.id],), package=package)
    elif len({shift.issue for shift in shifts}) == len(view.brackets) > 1:
        kind, matter = "close", Matter(package=package)
    elif gives and gets:
        kind = "counter" if mood == "counter" else "trade"
        matter = Matter(give=tuple(words[i] for i in gives[:2]), get=two, package=package)
    elif not gives and all(issue in own for issue in gets):
        kind, matter = "bridge", Matter(word=two, package=package)
    else:
        kind, matter = "open", Matter(word=two[:1], package=package)
    return Propose(view.who, shifts, remark=remark(view, chance, kind, matter))
