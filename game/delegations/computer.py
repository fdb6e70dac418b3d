"""A delegation that can be played against: it sees its own view, trades, gives way over time, and knows its limits.

Its numbers are judgements, as those of `aspiration`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Literal

from game.delegations.alternatives import alternative
from game.delegations.aspiration import Aspiration
from game.delegations.closing import answer_in_time, answer_to_package, hours_to_sign
from game.delegations.how_far import how_far
from game.delegations.levels import ORDINARY, Level
from game.delegations.mending import ask_in_return, give_the_last_word, stand_by
from game.delegations.outside import outside
from game.delegations.packages import as_move, compose, exchanged, milder, possible, promising, spine_package, sweetened
from game.delegations.policy import Decision
from game.delegations.procedure import announce, ask_around, circulate, hold_up, interpret, respond, sound
from game.delegations.prospects import Prospects
from game.delegations.reasons import Because, FromPlan, PackageGives, Reason, Regret, TextWorth, TooLate, Trouble
from game.speech.remarks import remark
from game.speech.topic import Topic, Wording
from game.talks import Package, View, credible, moves
from game.talks.events import Amended, Conferred, Hinted, Proposed
from game.talks.outside import Inquired
from game.text import IssueId

_TIME_TO_MEND = 4.0
"""Hours that must be left for it to reopen a clean text rather than leave."""
_REGRET = -0.75
"""Points an issue that a package of its own may lose on its plan before it is taken back."""
_FLOATS = 0.2
"""How likely it is that somebody who talks a great deal first puts a package as a non-paper, while there is time."""
_GESTURES, _GESTURE, _NEXT_TO_NOTHING = 1, 0.3, 2
"""Words that it gives alone for a gesture, how likely it is in one turn, and the points that such a word may cost."""
_A_FLOAT = 6.0
"""Hours of bargaining that must be left for a non-paper, its answer, and what follows from it."""
_PATIENT_TURNS = 2
"""How often it waits for an answer to its own package while the others confer."""


def computer(
    view: View, chance: Random, *, level: Level = ORDINARY, firm: bool = False, openly: bool = False
) -> Decision:
    """A legal move for the seat whose view this is, with its reason. It has the floor; or it is an audience's, and is
    asked something. `firm`: its aim never falls. `openly`: with what it nearly did, which takes time and is for the
    debrief."""
    if view.judging is not None:
        return outside(view, chance)
    aims = Aspiration(view, level, firm)
    decision = _decided(aims, chance)
    return replace(decision, alternative=alternative(aims, chance, decision.move)) if openly else decision


def _decided(aims: Aspiration, chance: Random) -> Decision:
    for step in STEPS:
        if decision := step(aims, chance):
            return decision
    return Decision(moves.Say(aims.view.who, remark=remark(aims.view, chance, "wait")), Because("listens"))


def _finish(aims: Aspiration, chance: Random) -> Decision | None:
    """A clean text is initialled, if it is worth more than no text."""
    view = aims.view
    if not view.legal.may(moves.Sign) and not view.legal.may(moves.Circulate):
        return None
    worth = aims.worth(view.agreed)
    walk_away = aims.walk_away
    if worth >= walk_away and aims.instructed(view.agreed) and not aims.sheet.breaks_red_line(view.agreed):
        because = TextWorth(worth, walk_away, "sign")
        return circulate(aims, chance) or Decision(moves.Sign(view.who, remark=remark(view, chance, "sign")), because)
    mend = exchanged(aims, (), walk_away + 1) if view.legal.may(moves.Propose) and answer_to_package(view) else None
    if mend and not view.packages:
        return Decision(as_move(aims, chance, mend, "trade"), TextWorth(worth, walk_away, "reopen"))
    better = [
        move
        for move in view.legal.of(moves.Amend)
        if aims.sheet.points[move.issue][move.option] > aims.sheet.points[move.issue][view.agreed[move.issue]]
    ]
    if better and view.hours_left > _TIME_TO_MEND:
        return Decision(chance.choice(better), TextWorth(worth, walk_away, "reopen"))
    return Decision(moves.Leave(view.who, remark=remark(view, chance, "leave")), TextWorth(worth, walk_away, "leave"))


def _too_late(aims: Aspiration, chance: Random) -> Decision | None:
    """Where not even a text that all want could be initialled any more, it goes home before the clock strikes."""
    view, needed = aims.view, hours_to_sign(aims.view)
    if view.hours_left >= needed or not view.legal.may(moves.Leave):
        return None
    return Decision(moves.Leave(view.who, remark=remark(view, chance, "late")), TooLate(needed))


def _take_back(aims: Aspiration, chance: Random) -> Decision | None:
    """A package of its own that it would not take any more is withdrawn before somebody accepts it."""
    view = aims.view
    for package in view.packages:
        if package.by != view.who or package.off_record or aims.plan is None:
            continue
        regret = sum(aims.gain(package).values())
        move = moves.Withdraw(view.who, package.number)
        if regret < _REGRET * len(package.issues) and _is_open(view, move):
            said = remark(view, chance, "withdraw", Topic(package=package))
            return Decision(replace(move, remark=said), Regret(round(-regret)))
    return None


def _answer(aims: Aspiration, chance: Random) -> Decision | None:
    """Each package that waits for it is taken, taken to the capital, answered by another one, or declined."""
    ahead = Prospects(aims)
    answers = (_answer_one(ahead, chance, package) for package in aims.view.waiting)
    return next((decision for decision in answers if decision), None)


def _answer_one(ahead: Prospects, chance: Random, package: Package) -> Decision | None:
    aims, view = ahead.aims, ahead.aims.view
    gains = aims.gain(package)
    total = sum(gains.values())
    worst = min(gains, key=lambda issue: gains[issue])
    crossed = aims.sheet.breaks_red_line(package.of(view.who))
    sound = aims.can_still_reach(package) and not crossed
    missed = -aims.level.slack * len(gains)
    enough = total >= missed or aims.closes_well(package) or aims.costs_nothing(package)
    good = sound and enough
    if package.off_record:
        return _hint(aims, chance, package, good, crossed[0] if crossed else worst)
    beyond = [issue for issue, option in package.of(view.who).items() if not aims.within(issue, option)]
    because = PackageGives(total, _planned(aims), aims.aim)
    if good and not beyond and (counter := _asks_for_more(ahead, chance, package)):
        return counter
    if good and not beyond:
        move = moves.Accept(view.who, package.number, remark=remark(view, chance, "accept", Topic(package=package)))
        return Decision(move, because) if _is_open(view, move) else _decline(aims, chance, package, worst, because)
    at_once = aims.chooses_whole and not ahead.again
    if at_once and (counter := _counter(ahead, chance, package)):
        return counter
    if crossed:
        return _decline(aims, chance, package, crossed[0], Because("red-line"), crossed=True)
    if pressed := _table_the_limit(aims, chance, package):
        return pressed
    if aims.chooses_whole and not at_once and (counter := _counter(ahead, chance, package)):
        return counter
    if good:
        ask = [issue for issue in beyond if aims.may_ask(issue)]
        if ask and answer_in_time(view):
            return _cable(aims, chance, ask, Because("good-beyond-mandate"))
        if any(aims.asked(issue) for issue in beyond):
            return None
        worst = beyond[0]
    if chance.random() < 0.65 and (counter := _counter(ahead, chance, package)):
        return counter
    return _decline(aims, chance, package, worst, because)


def _is_open(view: View, move: moves.Move) -> bool:
    """Whether the view lists a move, whatever is said with it."""
    return replace(move, remark="") in view.legal.moves


def _hint(aims: Aspiration, chance: Random, package: Package, good: bool, worst: IssueId) -> Decision:
    """A non-paper is answered truly, and costs no position."""
    view = aims.view
    if good:
        return Decision(
            moves.Accept(view.who, package.number, remark=remark(view, chance, "warm", Topic(package=package))),
            Because("could-live-with-it"),
        )
    word = asked_wording(aims, worst, package)
    far = how_far(aims, package, *word)
    said = remark(view, chance, "cool", Topic(word=(word,), package=package))
    return Decision(moves.Decline(view.who, package.number, worst, far=far, remark=said), Trouble(*word))


def _decline(
    aims: Aspiration, chance: Random, package: Package, worst: IssueId, because: Reason, *, crossed: bool = False
) -> Decision:
    """It says which word it minds, and how far off the package is, as readily as it is candid; but for a word that it
    cannot take, which it refuses for ever as long as it would be believed, and else at any price."""
    view, asked = aims.view, asked_wording(aims, worst, package)
    spine = view.scenario.text.spine
    candid = crossed or chance.random() < max(aims.level.candour, aims.sheet.temperament.candour)
    named = candid or (spine is not None and worst == spine.id)
    never = crossed and credible(view.forsworn, moves.Shift(view.who, *asked))
    far = how_far(aims, package, *asked) if candid and not never else None
    word = (asked,) if named else ()
    said = remark(view, chance, "never" if never else "refuse" if named else "demur", Topic(word, package=package))
    return Decision(moves.Decline(view.who, package.number, worst if named else None, never, far, remark=said), because)


def asked_wording(aims: Aspiration, issue: IssueId, package: Package) -> Wording:
    """The wording that a package asks of it in an issue."""
    return issue, package.minded(aims.view.who, issue)


def _counter(ahead: Prospects, chance: Random, package: Package) -> Decision | None:
    """A package is answered with another towards its plan."""
    return _instead(ahead.aims, chance, package, compose(ahead, chance, about=package.issues))


def _asks_for_more(ahead: Prospects, chance: Random, package: Package) -> Decision | None:
    """Whoever looks ahead answers a whole text that it would take with one that promises more, while there is time to
    come back to it: what they have put themselves they will hardly take back."""
    aims = ahead.aims
    if not aims.level.looks_ahead or not aims.view.legal.may(moves.Propose):
        return None
    return _instead(aims, chance, package, promising(aims, ahead.more_than(package)))


def _instead(
    aims: Aspiration, chance: Random, package: Package, shifts: tuple[moves.Shift, ...] | None
) -> Decision | None:
    """It tables these in place of a package, if there are any and they are about the same."""
    if shifts is None or not set(package.issues) & {shift.issue for shift in shifts}:
        return None
    return Decision(as_move(aims, chance, shifts, "counter"), FromPlan(_planned(aims), aims.aim, counters=True))


def _planned(aims: Aspiration) -> int | None:
    """What its plan is worth to it."""
    return aims.plan.mine if aims.plan else None


def _table_the_limit(aims: Aspiration, chance: Random, package: Package) -> Decision | None:
    """A package that touches the spine is answered with the wording that the capital must hear refused first."""
    spine = aims.view.scenario.text.spine
    if spine is None or spine.id not in package.issues or aims.may_ask(spine.id):
        return None
    shifts = spine_package(aims, chance)
    if shifts is None or not aims.view.legal.may(moves.Propose):
        return None
    return Decision(as_move(aims, chance, shifts, "open"), Because("waits-for-refusal"))


def _cable(aims: Aspiration, chance: Random, issues: list[IssueId], because: Reason) -> Decision:
    asked = tuple(issues[: aims.view.legal.longest_cable])
    said = remark(aims.view, chance, "ask", Topic(asked=asked))
    return Decision(moves.Consult(aims.view.who, asked, remark=said), because)


def _ask_early(aims: Aspiration, chance: Random) -> Decision | None:
    """What the plan needs beyond the mandate is asked for as soon as the capital would listen."""
    view, target = aims.view, aims.plan
    if target is None or not answer_in_time(view):
        return None
    spine = view.scenario.text.spine
    needed = [
        issue
        for issue in view.brackets
        if aims.may_ask(issue)
        and (
            not aims.within(issue, target.text[issue])
            or (spine is not None and issue == spine.id)
            or aims.may_need(issue)
        )
    ]
    lost = view.seat.unheard
    gives_up = lost is not None and lost.issue in needed[: view.legal.longest_cable]
    because = Because("hours-over-demand" if gives_up else "plan-beyond-mandate")
    return _cable(aims, chance, needed, because) if needed else None


def _wait_for_answer(aims: Aspiration, chance: Random) -> Decision | None:
    """Its own package is left standing while the others confer, for a turn or two."""
    view = aims.view
    mine = [package for package in view.packages if package.by == view.who and package.waits_for]
    if not mine:
        return None
    since = 0
    conferred = False
    for event in reversed(view.record):
        if isinstance(event, Proposed) and event.package == mine[-1].number:
            break
        conferred = conferred or (isinstance(event, Conferred) and event.by != view.who)
        since += event.by == view.who and not isinstance(event, Conferred | Inquired)
    if conferred and since < _PATIENT_TURNS and view.hours_left > view.scenario.clock.answer:
        return Decision(moves.Say(view.who, remark=remark(view, chance, "wait")), Because("with-their-capital"))
    return None


def _initiative(aims: Aspiration, chance: Random) -> Decision | None:
    view = aims.view
    if not view.brackets or not view.legal.may(moves.Propose):
        return None
    busy = _busy(aims)
    if liked := _liked(aims, busy):
        return Decision(as_move(aims, chance, liked, "trade"), Because("liked-off-record"))
    for shifts, mood in _to_table(aims, chance, busy):
        if shifts and not busy & {shift.issue for shift in shifts}:
            move = as_move(aims, chance, shifts, mood)
            early = view.hours_left > 0.5 * view.scenario.calendar.hours
            if mood == "trade" and early and chance.random() < _FLOATS * aims.sheet.temperament.talk:
                topic = Topic(package=Package(0, view.who, shifts, off_record=True))
                floated = replace(move, off_record=True, remark=remark(view, chance, "float", topic))
                return Decision(floated, Because("off-record-first"))
            return Decision(move, FromPlan(_planned(aims), aims.aim, counters=False))
    return None


def _to_table(
    aims: Aspiration, chance: Random, busy: set[IssueId]
) -> Iterator[tuple[tuple[moves.Shift, ...] | None, Literal["open", "trade"]]]:
    """Packages that it might table, one after the other, each looked for when the one before is none."""
    yield spine_package(aims, chance), "open"
    yield sweetened(aims), "trade"
    yield compose(Prospects(aims), chance, avoid=busy), "trade"
    yield exchanged(aims, busy, aims.aim), "trade"


def _busy(aims: Aspiration) -> set[IssueId]:
    """The issues of packages that wait for its answer."""
    return {issue for package in aims.view.waiting for issue in package.issues}


def _gesture(aims: Aspiration, chance: Random) -> Decision | None:
    """A word that costs it next to nothing is given alone now and then, with nothing asked: it takes an hour where a
    package takes three, and whoever has moved is not held to have moved less."""
    view = aims.view
    made = sum(event.by == view.who and not event.reopened for event in view.minutes.all(Amended))
    if aims.plan is None or made >= _GESTURES or chance.random() > _GESTURE or len(view.brackets) <= aims.level.whole:
        return None
    for issue in view.brackets:
        row, option = aims.lived_with.points[issue], aims.plan.text[issue]
        move = moves.Amend(view.who, issue, option)
        theirs = any(view.positions[other.id][issue] == option for other in view.others)
        cheap = row[aims.position[issue]] - row[option] <= _NEXT_TO_NOTHING
        left = moves.Shift(view.who, issue, option) in view.given_up
        if theirs and cheap and not left and issue not in _busy(aims) and _is_open(view, move):
            said = remark(view, chance, "yield", Topic(word=((issue, option),)))
            return Decision(replace(move, remark=said), Because("nothing-to-ask"))
    return None


def _feel_out(aims: Aspiration, chance: Random) -> Decision | None:
    """Rather than talk, it asks without a name on it whether a little less than its aim would do."""
    view = aims.view
    afloat = any(package.off_record and package.by == view.who for package in view.packages)
    if aims.plan is None or afloat or not view.legal.may(moves.Propose) or aims.to_bargain < _A_FLOAT:
        return None
    shifts = milder(aims, _busy(aims))
    if shifts is None:
        return None
    topic = Topic(package=Package(0, view.who, shifts, off_record=True))
    said = remark(view, chance, "float", topic)
    return Decision(moves.Propose(view.who, shifts, off_record=True, remark=said), Because("off-record-first"))


def _liked(aims: Aspiration, busy: set[IssueId]) -> tuple[moves.Shift, ...] | None:
    """A non-paper of its own that was answered warmly, if it can still be tabled and was not yet."""
    view = aims.view
    warm = {event.package for event in view.minutes.all(Hinted) if event.warm and event.by != view.who}
    proposed = view.minutes.all(Proposed)
    for event in reversed(proposed):
        if not (event.by == view.who and event.off_record and event.package in warm):
            continue
        shifts = event.shifts
        stands = all(view.positions[shift.delegation][shift.issue] != shift.option for shift in shifts)
        mine = all(aims.within(shift.issue, shift.option) for shift in shifts if shift.delegation == view.who)
        tabled = any(not other.off_record and other.shifts == shifts for other in proposed)
        shut = busy & {shift.issue for shift in shifts} or aims.tabled.insists(shifts)
        if stands and mine and not tabled and not shut and possible(aims, shifts):
            return shifts
    return None


def _yield_alone(aims: Aspiration, chance: Random) -> Decision | None:
    """Where the plan gives a word for nothing in return, it is given."""
    view, busy = aims.view, _busy(aims)
    if aims.plan is None:
        return None
    for issue in view.brackets:
        option = aims.plan.text[issue]
        move = moves.Amend(view.who, issue, option)
        theirs = [view.positions[other.id][issue] for other in view.others]
        if issue in busy or option not in theirs or not _is_open(view, move):
            continue
        if moves.Shift(view.who, issue, option) in view.given_up:
            continue
        if not aims.can_still_reach(Package(0, view.who, (moves.Shift(view.who, issue, option),), False)):
            continue
        said = remark(view, chance, "yield", Topic(word=((issue, option),)))
        return Decision(replace(move, remark=said), Because("nothing-to-ask"))
    return None


STEPS: tuple[Callable[[Aspiration, Random], Decision | None], ...] = (
    interpret, respond, _too_late, _finish, stand_by, ask_in_return, _ask_early, announce, _answer, hold_up, _take_back,
    sound, give_the_last_word, _wait_for_answer, _gesture, _initiative, _yield_alone, _feel_out, ask_around,
)  # fmt: skip
"""What it thinks of at its turn, in this order: the first that has an answer is what it does."""
