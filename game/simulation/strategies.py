"""Strategies of one idea each. They are here to be beaten: a scenario in which one of them fares well is not yet right.

Each plays by the rules and sees its own view and nothing else. What has to be answered (a hold-up, a frozen text) and
what lies before the hand (a clean text worth signing) is done as the computer does it, unless the idea says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from random import Random

from game.delegations import LEVELS, Decision, Policy, computer
from game.talks import Package, View, moves
from game.talks.events import Accepted, Proposed
from game.text import IssueId, OptionId, agreed_in

_LAST_FIFTH = 0.2
"""The part of the talks in which the splitter closes at whatever is left."""
_LAST = 0.3
"""The part of the talks that the last-minute player plays."""


def _said(move: moves.Move, words: str) -> moves.Move:
    return replace(move, remark=words)


def _first(view: View, *kinds: type[moves.Move]) -> moves.Move | None:
    """The first legal move of the first kind that has one."""
    return next((move for kind in kinds for move in view.legal.of(kind)), None)


def _forced(view: View, chance: Random) -> Decision | None:
    """A hold-up and a frozen text are answered as the computer answers them."""
    if view.closing or (view.held is not None and view.legal.may(moves.Respond)):
        return computer(view, chance)
    return None


def _settled(view: View, *, at_any_price: bool = False) -> Decision | None:
    """A clean text that is worth it, or any, is circulated and initialled."""
    sheet = view.seat.instructions
    enough = at_any_price or view.worth(view.agreed) >= sheet.reservation_value
    if view.brackets or not enough or sheet.breaks_red_line(view.agreed):
        return None
    move = _first(view, moves.Circulate, moves.Sign)
    return Decision(move) if move else None


def _wait(view: View, words: str) -> Decision:
    return Decision(moves.Say(view.who, remark=words))


def _refuse(view: View, package: Package, words: str) -> Decision:
    return Decision(moves.Decline(view.who, package.number, remark=words))


def stonewaller(view: View, chance: Random) -> Decision:
    """It moves on nothing, and takes what costs it nothing."""
    if decision := _forced(view, chance) or _settled(view):
        return decision
    for package in view.waiting:
        move = moves.Accept(view.who, package.number)
        if not package.of(view.who) and move in view.legal.moves:
            return Decision(move)
        return _refuse(view, package, "Our position is known.")
    return _wait(view, "Our position is known, and it has not changed.")


def pushover(view: View, chance: Random) -> Decision:
    """It takes whatever it is offered and gives whatever it may, asks its capital for more to give, and signs."""
    if decision := _forced(view, chance) or _settled(view, at_any_price=True):
        return decision
    move = _first(view, moves.Accept) or _ask(view) or next(_closing(view), None) or _limit(view)
    return Decision(move) if move else _wait(view, "As you wish.")


def _closing(view: View) -> Iterator[moves.Move]:
    """Amendments that close a bracket at somebody else's wording."""
    for move in view.legal.moves:
        if isinstance(move, moves.Amend) and move.issue not in view.agreed:
            stands = [view.positions[other.id][move.issue] for other in view.others]
            if move.option in stands and moves.Shift(view.who, move.issue, move.option) not in view.given_up:
                yield move


def _limit(view: View) -> moves.Move | None:
    """The wording of the spine that the capital wants to hear refused before it opens the next."""
    spine = view.scenario.text.spine
    if spine is None or spine.id not in view.brackets or not view.legal.may(moves.Propose):
        return None
    if any(spine.id in cable.issues for cable in view.seat.cables):
        return None
    ladder = view.seat.instructions.mandate.get(spine.id, ())
    last = [step for step in ladder if step & view.seat.mandate[spine.id]]
    tabled = {shift.option for shift in view.tabled if shift.delegation == view.who and shift.issue == spine.id}
    for option in (o.id for o in spine.options if last and o.id in last[-1] & view.seat.mandate[spine.id]):
        shifts = tuple(_all_to(view, spine.id, option))
        asks = any(shift.delegation != view.who for shift in shifts)
        if asks and (option not in tabled or not view.waiting) and _possible(view, shifts):
            return moves.Propose(view.who, shifts, remark="Our capital wants to hear this refused.")
    return None


def splitter(view: View, chance: Random) -> Decision:
    """Half way is fair, whatever the words are worth: it offers the middle of every bracket, takes what gives as many
    steps as it asks, and late it closes at whatever is left."""
    if decision := _forced(view, chance) or _settled(view):
        return decision
    for package in view.waiting:
        take = moves.Accept(view.who, package.number)
        if take in view.legal.moves and _half_way(view, package):
            return Decision(take)
    beyond = [issue for issue in view.brackets if _middle(view, issue) not in _open_to(view, issue)]
    more = _ask(view, beyond)
    if more is None and any(view.scenario.text[issue].spine for issue in beyond):
        more = _limit(view)
    if more is not None:
        return Decision(more)
    shifts: list[moves.Shift] = []
    for issue in chance.sample(view.brackets, len(view.brackets)):
        middle = _middle(view, issue)
        if middle in _open_to(view, issue) and len({s.issue for s in shifts}) < min(3, view.legal.largest):
            shifts += _all_to(view, issue, middle)
    late = view.hours_left < _LAST_FIFTH * view.scenario.calendar.hours
    if late and (move := _first(view, moves.Accept) or next(_closing(view), None)):
        return Decision(move)
    if view.legal.may(moves.Propose) and any(shift.delegation != view.who for shift in shifts):
        return Decision(moves.Propose(view.who, tuple(shifts), remark="Let us meet in the middle."))
    if view.waiting:
        return _refuse(view, view.waiting[0], "That is not the middle.")
    return _wait(view, "The middle is where we wait.")


def _open_to(view: View, issue: IssueId) -> frozenset[OptionId]:
    return view.seat.mandate[issue] | {view.positions[view.who][issue]}


def _middle(view: View, issue: IssueId) -> OptionId:
    """The wording half way between one's own and the furthest of the others, one's own side of it."""
    phrase = view.scenario.text[issue]
    mine = phrase.rank(view.positions[view.who][issue])
    theirs = max((phrase.rank(view.positions[o.id][issue]) for o in view.others), key=lambda rank: abs(rank - mine))
    return phrase.options[mine + int((theirs - mine) / 2) if abs(theirs - mine) > 1 else theirs].id


def _half_way(view: View, package: Package) -> bool:
    """Whether it goes no further along its ladders than the others come to meet it, all issues together."""
    went = dict.fromkeys(view.scenario.ids, 0)
    for shift in package.shifts:
        phrase = view.scenario.text[shift.issue]
        stands = view.positions[shift.delegation][shift.issue]
        went[shift.delegation] += abs(phrase.rank(shift.option) - phrase.rank(stands))
    mine = went.pop(view.who)
    return mine <= max(went.values())


def _all_to(view: View, issue: IssueId, option: OptionId) -> list[moves.Shift]:
    return [moves.Shift(who, issue, option) for who, stand in view.positions.items() if stand[issue] != option]


def _ask(view: View, issues: list[IssueId] | None = None) -> moves.Move | None:
    """A cable about one of these issues, or any, that gives up nothing unheard."""
    lost = view.seat.unheard
    free = (move for move in view.legal.of(moves.Consult) if not lost or lost.issue not in move.issues)
    return next((move for move in free if issues is None or move.issues[0] in issues), None)


def hold_up(view: View, chance: Random) -> Decision:
    """The computer, but it holds up whatever can be held up, whenever it can."""
    if not view.closing and (move := _first(view, moves.Hold)):
        return Decision(_said(move, "Before we go on, a small matter."))
    return computer(view, chance)


def press(view: View, chance: Random) -> Decision:
    """The computer, but it tells the newspapers of a new wording about every other turn."""
    statements = view.legal.of(moves.Announce)
    if statements and chance.random() < 0.5:
        return Decision(_said(chance.choice(statements), "The press has it already."))
    return computer(view, chance)


def last_minute(view: View, chance: Random) -> Decision:
    """It waits for the last hours, and trades then."""
    if view.hours_left < _LAST * view.scenario.calendar.hours or view.closing or view.held is not None:
        return computer(view, chance)
    if ask := _ask(view):
        return Decision(ask)
    if view.waiting:
        return _refuse(view, view.waiting[0], "It is too early for that.")
    return _wait(view, "There is still time.")


def liar(view: View, chance: Random) -> Decision:
    """It takes what it is offered, and takes back what it gave as soon as the bracket is closed."""
    if view.closing or view.held is not None:
        return computer(view, chance)
    points = view.seat.instructions.points
    given = {event.package for event in view.minutes.all(Accepted) if event.by == view.who and event.carried}
    back = [
        move
        for move in view.legal.of(moves.Amend)
        if move.issue in view.agreed and points[move.issue][move.option] > points[move.issue][view.agreed[move.issue]]
    ]
    if given and back and chance.random() < 0.5:
        move = max(back, key=lambda m: points[m.issue][m.option] - points[m.issue][view.agreed[m.issue]])
        return Decision(_said(move, "We have thought again."))
    return computer(view, chance)


def salami(view: View, chance: Random) -> Decision:
    """One slice at a time: it asks for one wording after another, its own, and takes no package that costs it one."""
    if decision := _forced(view, chance) or _settled(view):
        return decision
    for package in view.waiting:
        move = moves.Accept(view.who, package.number)
        if move in view.legal.moves and not package.of(view.who):
            return Decision(move)
        return _refuse(view, package, "One thing at a time.")
    tabled = [event.shifts for event in view.minutes.all(Proposed) if event.by == view.who]
    for issue in chance.sample(view.brackets, len(view.brackets)):
        shifts = tuple(_all_to(view, issue, view.positions[view.who][issue]))
        if shifts not in tabled and view.legal.may(moves.Propose) and _possible(view, shifts):
            return Decision(moves.Propose(view.who, shifts, remark="Only this one word."))
    return _wait(view, "One thing at a time.")


def never_all(view: View, chance: Random) -> Decision:
    """The computer, but whatever package of theirs it does not take it answers with never, over the word that costs it
    most; of what it has said it takes no account until it has to pay."""
    others = {shift: binds for shift, binds in view.forsworn.items() if shift.delegation != view.who}
    decision = computer(replace(view, forsworn=others), chance)
    package = next((each for each in view.waiting if not each.off_record), None)
    if package is None or not isinstance(decision.move, moves.Decline | moves.Propose | moves.Say):
        return decision
    points, stands = view.seat.instructions.points, view.positions[view.who]
    asked = {issue: package.minded(view.who, issue) for issue in package.issues}
    worst = min(asked, key=lambda issue: points[issue][asked[issue]] - points[issue][stands[issue]])
    return Decision(moves.Decline(view.who, package.number, worst, never=True, remark="That, never."))


def greedy(view: View, chance: Random) -> Decision:
    """The computer, but its aim never falls."""
    return computer(view, chance, firm=True)


def at_random(view: View, chance: Random) -> Decision:
    """Any legal move but leaving, or a package of any wordings."""
    ways = [move for move in view.legal.moves if not isinstance(move, moves.Leave)]
    if view.legal.may(moves.Propose) and chance.random() < 0.3:
        shifts: list[moves.Shift] = []
        for issue in chance.sample(view.brackets, min(len(view.brackets), chance.randint(1, 3))):
            options = sorted(_open_to(view, issue))
            shifts += _all_to(view, issue, chance.choice(options))
        if any(shift.delegation != view.who for shift in shifts) and _possible(view, shifts):
            return Decision(moves.Propose(view.who, tuple(shifts), remark="Perhaps this?"))
    return Decision(chance.choice(ways or [moves.Say(view.who, remark="—")]))


def _possible(view: View, shifts: Sequence[moves.Shift]) -> bool:
    return view.scenario.text.extends(agreed_in(view.after(tuple(shifts)))) is not None


POLICIES: dict[str, Policy] = {
    "trader": computer,
    **{name: partial(computer, level=level) for name, level in LEVELS.items()},
    "stonewaller": stonewaller,
    "pushover": pushover,
    "splitter": splitter,
    "hold-up": hold_up,
    "press": press,
    "last-minute": last_minute,
    "liar": liar,
    "salami": salami,
    "greedy": greedy,
    "never-all": never_all,
    "random": at_random,
}
"""Every policy by its name on the command line; `trader` is an older one for the ambassador."""
