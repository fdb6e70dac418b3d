"""How a delegation puts packages together from its plan: what it gives next to what it asks."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from itertools import product
from random import Random
from typing import Literal

from game.analysis import Reply
from game.delegations.aspiration import Aspiration
from game.delegations.prospects import Prospects
from game.scenario import Occasion
from game.speech.remarks import remark
from game.speech.topic import Topic
from game.talks import Amend, Package, Propose, Shift
from game.talks.events import Conferred, Declined, Proposed
from game.text import IssueId, OptionId, agreed_in

_FEW = 2
"""Brackets so few that there is little left to trade with."""
_BETTER = 0.01
"""Share of what the others hope for by which another text must be better for them to be worth a package."""
_ROOM = 0.4
"""Share of the talks after which it sees to it that its capital could let it move on the spine."""


def compose(
    ahead: Prospects, chance: Random, *, about: Sequence[IssueId] = (), avoid: Collection[IssueId] = ()
) -> tuple[Shift, ...] | None:
    """A package towards the plan that was not tabled before: gives and gets in turn, cheap to it and dear to them
    first. `about` are issues that must come in first; `avoid` are left alone. None if there is nothing new to say."""
    aims = ahead.aims
    if aims.plan is None:
        return None
    target = aims.plan.text
    usable = [i for i in aims.view.brackets if i not in avoid and aims.within(i, target[i])]
    gives = [i for i in usable if aims.position[i] != target[i]]
    gets = [i for i in usable if aims.position[i] == target[i]]
    gives.sort(key=lambda i: (i not in about, -_worth_giving(aims, i, target[i]) + chance.random() * 0.02))
    gets.sort(
        key=lambda i: (
            i not in about,
            (i, target[i]) in aims.refused,
            -_worth_asking(aims, i, target[i]) + chance.random() * 0.02,
        )
    )
    whole_open = aims.chooses_whole and not set(avoid) & set(aims.view.brackets)
    if whole_open and (foremost := promising(aims, ahead.best)):
        return foremost
    closing = len(usable) == len(aims.view.brackets) <= aims.view.legal.largest
    if closing and (len(usable) <= aims.level.whole or _late(aims)):
        whole = _shifts(aims, usable)
        if _asks(aims, whole) and _new(aims, whole):
            return whole
    if closing and _late(aims) and not _just_tabled(aims) and _asks(aims, whole := _shifts(aims, usable)):
        return None if aims.tabled.insists(whole) else whole
    most = min(aims.view.scenario.clock.largest_package, len(usable))
    for size in sorted(range(1, most + 1), key=lambda n: abs(n - 3) + chance.random()):
        for shuffled in range(4):
            shifts = _shifts(aims, _in_turn(gives, gets, size))
            if _asks(aims, shifts) and _new(aims, shifts):
                return shifts
            _stir(gives if shuffled % 2 else gets, chance)
    return None


def promising(aims: Aspiration, replies: Iterable[Reply]) -> tuple[Shift, ...] | None:
    """The first of these texts, as a package, that asks for something and was not tabled before."""
    packages = (towards(aims, [(issue, reply.text[issue]) for issue in aims.view.brackets]) for reply in replies)
    return next((shifts for shifts in packages if _asks(aims, shifts) and _new(aims, shifts)), None)


def milder(aims: Aspiration, avoid: Collection[IssueId]) -> tuple[Shift, ...] | None:
    """A package towards a text that gives it a little less than its aim, and that it has neither tabled nor floated: to
    be asked about without a name on it, when there is nothing else to say."""
    said = frozenset(frozenset(event.shifts) for event in aims.view.minutes.all(Proposed) if event.by == aims.view.who)
    for reply in aims.milder:
        open_to_it = [i for i in aims.view.brackets if i not in avoid and aims.within(i, reply.text[i])]
        gives = [i for i in open_to_it if aims.position[i] != reply.text[i]]
        gets = [i for i in open_to_it if aims.position[i] == reply.text[i]]
        wordings = [(i, reply.text[i]) for i in _in_turn(gives, gets, aims.view.legal.largest)]
        shifts = towards(aims, wordings)
        if gives and _asks(aims, shifts) and frozenset(shifts) not in said and possible(aims, shifts):
            return shifts
    return None


def exchanged(aims: Aspiration, avoid: Collection[IssueId], at_least: int) -> tuple[Shift, ...] | None:
    """A package that closes the last brackets and changes one word that was agreed, so that it has so many points at
    least when reopening is paid for, and no fewer than with the last word given alone, and the others come out better
    than with what it would close at else; None where there is none that it has not tabled.

    Where hardly anything is open there is nothing left to trade with, but for what has been settled."""
    view, price = aims.view, aims.view.scenario.clock.reopening
    if len(view.brackets) > min(_FEW, view.legal.largest - 1) or set(view.brackets) & set(avoid):
        return None
    at_least = max(at_least, _given_alone(aims))
    ways = [[o for o in aims.choices[i] if aims.within(i, o)] for i in view.brackets]
    best, most = None, aims.plan.theirs + _BETTER if aims.plan and view.brackets else -math.inf
    for closed in (dict(zip(view.brackets, way, strict=True)) for way in product(*ways)):
        for issue, option in settled_otherwise(aims):
            text = {**view.agreed, **closed, issue: option}
            theirs = sum(aims.theirs[i][o] for i, o in text.items())
            if theirs <= most or aims.worth(text) - price < at_least or not aims.instructed(text):
                continue
            shifts = towards(aims, [*closed.items(), (issue, option)])
            if _asks(aims, shifts) and _new(aims, shifts):
                best, most = shifts, theirs
    return best


def _given_alone(aims: Aspiration) -> int:
    """What the text is worth to it with the only word that is open given alone; nothing where that cannot be."""
    view = aims.view
    gifts = [move for move in view.legal.of(Amend) if view.brackets == (move.issue,)]
    stands = [view.positions[other.id] for other in view.others]
    closing = [move for move in gifts if all(stand[move.issue] == move.option for stand in stands)]
    texts = ({**view.agreed, move.issue: move.option} for move in closing)
    return max((aims.worth(text) for text in texts if aims.instructed(text)), default=0)


def settled_otherwise(aims: Aspiration) -> list[tuple[IssueId, OptionId]]:
    """Wordings that it may take in issues that are agreed, other than those that stand there."""
    view, out = aims.view, aims.view.ruled_out
    return [
        (issue.id, option.id)
        for issue in view.scenario.text.negotiated
        if issue.id in view.agreed and not issue.spine
        for option in issue.options
        if option.id != view.agreed[issue.id]
        and option.id in aims.mandate[issue.id]
        and (issue.id, option.id) not in out
    ]


def _in_turn(gives: Sequence[IssueId], gets: Sequence[IssueId], size: int) -> list[IssueId]:
    taken: list[IssueId] = []
    for place in range(max(len(gives), len(gets))):
        taken += [side[place] for side in (gets, gives) if place < len(side)]
    return taken[:size]


def _stir(issues: list[IssueId], chance: Random) -> None:
    if len(issues) > 1:
        issues.append(issues.pop(chance.randrange(len(issues) - 1)))


def _just_tabled(aims: Aspiration) -> bool:
    """Whether one of its last two moves put something on the table: to say it again would be noise."""
    view = aims.view
    mine = [event for event in view.record if event.by == view.who and not isinstance(event, Conferred)]
    return any(isinstance(event, Proposed) for event in mine[-2:])


def _late(aims: Aspiration) -> bool:
    return aims.view.hours_left < 0.3 * aims.view.scenario.calendar.hours


def _worth_giving(aims: Aspiration, issue: IssueId, option: OptionId) -> float:
    """What they gain by our giving a word, less what it costs us, each against the whole of a sheet."""
    cost = aims.sheet.points[issue][aims.position[issue]] - aims.sheet.points[issue][option]
    stands = [aims.view.positions[other.id][issue] for other in aims.view.others]
    best = max(aims.theirs[issue].values())
    return best - min(abs(aims.theirs[issue][option] - aims.theirs[issue][s]) for s in stands) - cost / 100


def _worth_asking(aims: Aspiration, issue: IssueId, option: OptionId) -> float:
    """What we gain by their giving a word, less what we take it to cost them."""
    stands = [aims.view.positions[other.id][issue] for other in aims.view.others]
    gain = aims.sheet.points[issue][option] - min(aims.sheet.points[issue][s] for s in stands)
    cost = max(aims.theirs[issue][s] for s in stands) - aims.theirs[issue][option]
    return gain / 100 - cost


def _shifts(aims: Aspiration, issues: Sequence[IssueId]) -> tuple[Shift, ...]:
    target = aims.plan.text if aims.plan else aims.position
    return towards(aims, [(issue, target[issue]) for issue in issues])


def towards(aims: Aspiration, wordings: Sequence[tuple[IssueId, OptionId]]) -> tuple[Shift, ...]:
    """Everybody moves to these wordings who does not stand there."""
    return tuple(
        Shift(delegation, issue, option)
        for issue, option in wordings
        for delegation, stand in aims.view.positions.items()
        if stand[issue] != option
    )


def _asks(aims: Aspiration, shifts: tuple[Shift, ...]) -> bool:
    return any(shift.delegation != aims.view.who for shift in shifts)


def possible(aims: Aspiration, shifts: tuple[Shift, ...]) -> bool:
    """Whether a text could still be written with a package, and one that its instructions let it sign."""
    after = aims.view.after(shifts)
    if aims.view.reach(after)[1] < aims.sheet.reservation_value:
        return False
    return aims.view.scenario.text.extends(agreed_in(after)) is not None


def _new(aims: Aspiration, shifts: tuple[Shift, ...]) -> bool:
    """Whether it has not tabled this before, nor asks for what was refused twice with nothing changed, and whether a
    text could still be written with it."""
    if not possible(aims, shifts):
        return False
    return frozenset(shifts) not in aims.tabled.packages and not aims.tabled.insists(shifts)


def sweetened(aims: Aspiration) -> tuple[Shift, ...] | None:
    """Its last package with a word more, where the others have said that it was nearly enough, and it is still worth
    its while."""
    view = aims.view
    heard = next((e for e in reversed(view.record) if isinstance(e, Declined | Proposed) and e.heard_by is None), None)
    if not isinstance(heard, Declined) or heard.far != "nearly" or heard.by == view.who or aims.plan is None:
        return None
    mine = (e for e in view.minutes.all(Proposed) if e.package == heard.package and e.by == view.who)
    before = [
        s for e in mine if not e.off_record for s in e.shifts if view.positions[s.delegation][s.issue] != s.option
    ]
    target, asked = aims.plan.text, {shift.issue for shift in before}
    more = [i for i in view.brackets if i not in asked and aims.within(i, target[i]) and aims.position[i] != target[i]]
    if not before or not more or len(asked) >= view.legal.largest:
        return None
    best = max(more, key=lambda i: _worth_giving(aims, i, target[i]))
    shifts = (*before, *towards(aims, [(best, target[best])]))
    worthwhile = sum(aims.gain(Package(0, view.who, shifts, False)).values()) >= -aims.level.slack * (len(asked) + 1)
    return shifts if worthwhile and _asks(aims, shifts) and _new(aims, shifts) else None


def spine_package(aims: Aspiration, chance: Random) -> tuple[Shift, ...] | None:
    """The wording that the capital wants to see tabled and refused before it moves on the spine, with a sweetener."""
    view, spine = aims.view, aims.view.scenario.text.spine
    if spine is None or aims.plan is None or spine.id not in view.brackets or aims.asked(spine.id):
        return None
    if aims.within(spine.id, aims.plan.text[spine.id]) and not _wants_room(aims, spine.id):
        return None
    usable = [o.id for o in spine.options if (spine.id, o.id) not in aims.shut]
    open_now = [o for o in usable if o in aims.mandate[spine.id]]
    step_of = {o: n for n, step in enumerate(aims.sheet.mandate.get(spine.id, ())) for o in step}
    wanted = aims.plan.text[spine.id]
    open_now.sort(key=lambda o: (-step_of.get(o, 0), o != wanted, -aims.sheet.points[spine.id][o]))
    sweet = [
        i
        for i in view.brackets
        if i != spine.id and aims.within(i, aims.plan.text[i]) and aims.position[i] != aims.plan.text[i]
    ]
    target = aims.plan.text
    sweet.sort(key=lambda i: -_worth_giving(aims, i, target[i]) - chance.random() * 0.05)
    beside = [(i, target[i]) for i in sweet[:1] if view.legal.largest > 1]
    tries = (towards(aims, [(spine.id, limit), *beside]) for limit in open_now)
    return next((shifts for shifts in tries if _asks(aims, shifts) and _new(aims, shifts)), None)


def _wants_room(aims: Aspiration, spine: IssueId) -> bool:
    """Whether the capital could still open a step of the spine, and would not yet if it were asked: in the second part
    of the talks a delegation sees to it that it may move there, whether it means to or not."""
    ladder = aims.sheet.mandate.get(spine, ())
    closed = [step for step in ladder if not step & aims.mandate[spine]]
    spent = aims.view.hours / aims.view.scenario.calendar.hours
    return bool(closed) and not aims.may_ask(spine) and spent > _ROOM


def as_move(
    aims: Aspiration, chance: Random, shifts: tuple[Shift, ...], mood: Literal["open", "trade", "counter"]
) -> Propose:
    """A package as a move, with a sentence that names its words."""
    view = aims.view
    own = list(dict.fromkeys(shift.issue for shift in shifts if shift.delegation == view.who))
    asked = list(dict.fromkeys(shift.issue for shift in shifts if shift.delegation != view.who))
    words = {shift.issue: (shift.issue, shift.option) for shift in shifts}
    gets = [issue for issue in asked if issue not in own] or asked
    gives = [issue for issue in own if issue not in gets]
    gets.sort(key=lambda i: -max(aims.sheet.points[i].values()))
    gives.sort(key=lambda i: -max(aims.sheet.points[i].values()))
    spine = view.scenario.text.spine
    package = Package(0, view.who, shifts, off_record=False)
    two = tuple(words[i] for i in gets[:2])
    kind: Occasion
    if mood == "open" and spine is not None and spine.id in words:
        kind, topic = "open", Topic(word=(words[spine.id],), package=package)
    elif len({shift.issue for shift in shifts}) == len(view.brackets) > 1:
        kind, topic = "close", Topic(package=package)
    elif gives and gets:
        kind = "counter" if mood == "counter" else "trade"
        topic = Topic(give=tuple(words[i] for i in gives[:2]), get=two, package=package)
    elif not gives and all(issue in own for issue in gets):
        kind, topic = "bridge", Topic(word=two, package=package)
    else:
        kind, topic = "open", Topic(word=two[:1], package=package)
    return Propose(view.who, shifts, remark=remark(view, chance, kind, topic))
