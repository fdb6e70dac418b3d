"""Every move that a seat could make here: whether it is open or why not, what it takes, what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from game.seat.locks import NotReady, WhyNot, lock_of, shut
from game.seat.memo import kept, one, shared
from game.seat.package import Penalty, beyond, penalties, why_not_accept, why_not_table
from game.seat.score import cost, reach
from game.seat.tray import Tray, answers, askable, waiting
from game.talks import (
    MOST_ISSUES_IN_A_CABLE,
    Accept,
    Amend,
    Announce,
    Circulate,
    Consult,
    Decline,
    Hold,
    Interpret,
    Leave,
    Move,
    Package,
    Propose,
    Respond,
    Say,
    Shift,
    Sign,
    Sound,
    View,
    Withdraw,
)
from game.talks.refused import Refused, Why
from game.text import IssueId, OptionId

Mode = Literal[
    "watch", "over", "wait", "held", "closing", "answer", "compose", "sign", "silence", "vote", "sounded", "listen"
]
"""What a desk is for now: to watch from the gallery; to read how it ended; to wait for another's move; to answer a
hold-up; to read the frozen text one's own way, or not; to answer the package that waits; to prepare one; to initial a
clean text, or circulate it first. For whoever speaks for an audience: to break silence or keep it; to vote; to answer a
delegation that asks; to follow the talks."""

Deed = Literal[
    "propose", "non-paper", "accept", "decline", "withdraw", "amend", "consult", "announce", "hold", "respond", "sound",
    "circulate", "interpret", "say", "sign", "leave", "keep-silence", "break-silence", "reply", "vote", "headline",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """One kind of move."""

    deed: Deed
    moves: tuple[Move, ...] = ()
    """The moves that it is as things lie in the tray; more than one where the player still picks one of them. Only what
    is said with them has to be added."""
    issues: tuple[IssueId, ...] = ()
    """In which issues it is open at all: to move alone, to ask the capital, to tell the newspapers."""
    why_not: WhyNot | None = None
    """Why it cannot be made now; None if it can."""
    hours: float = 0.0
    """Hours of talks that it takes, or takes at least."""
    cost: int = 0
    """What these hours bring: nothing, or a loss."""
    late: bool = False
    """Whether the clock would strike before it is made."""
    penalties: tuple[Penalty, ...] = ()
    """What it costs beside the hours."""


def mode(view: View, tray: Tray) -> Mode:
    """What the desk is for now."""
    if view.own is None and view.judging is None:
        return "watch"
    if view.verdict is not None:
        return "over"
    if asks := view.judging:
        return "silence" if asks.silence else "vote" if asks.vote else "sounded" if asks.asked_by else "listen"
    if not view.my_turn:
        return "wait"
    if view.legal.may(Respond):
        return "held"
    if view.legal.may(Interpret):
        return "closing"
    if answers(view, tray):
        return "answer"
    clean = not view.brackets and (view.legal.may(Sign) or view.legal.may(Circulate))
    return "sign" if clean and not tray.shifts else "compose"


Press = Literal[Deed, "counter"]


def next_press(view: View, tray: Tray, now: Mode, among: tuple[Choice, ...], asks: tuple[IssueId, ...]) -> Press | None:
    """The next sensible thing to do, if any is: what is prepared, what has to be asked first, what waits."""
    match now:
        case "watch" | "over" | "wait" | "held" | "closing" | "silence" | "vote" | "sounded" | "listen":
            return None
        case "compose" | "answer" | "sign":
            return _press(view, tray, now, among, asks)
        case _:
            assert_never(now)


def _press(
    view: View,
    tray: Tray,
    now: Literal["compose", "answer", "sign"],
    among: tuple[Choice, ...],
    asks: tuple[IssueId, ...],
) -> Press | None:
    open_to = {choice.deed for choice in among if not choice.why_not}
    free = all(choice.deed != "consult" or not choice.penalties for choice in among)
    ask: Press | None = "consult" if "consult" in open_to and (free or tray.noted) else None
    mine = tray.shifts and all(each.delegation == view.who for each in tray.shifts)
    if now == "compose" and mine and alone(view, tray):
        return "amend" if "amend" in open_to else None
    if now in ("answer", "compose") and not tray.word and tray.noted and ask:
        return ask
    match now:
        case "compose" if beyond(view, tray.shifts):
            return ask if sum(view.brings(tray.shifts)) >= 0 else None
        case "compose" if not tray.shifts and view.brackets and asks and ask:
            return ask
        case "compose" if not tray.shifts and not view.brackets and view.who in view.initials:
            return "say" if "say" in open_to else None
        case "compose":
            return "propose" if "propose" in open_to else None
        case "sign":
            return next((deed for deed in _LAST if deed in open_to), None)
        case "answer" if tray.word:
            return "decline"
        case "answer" if _dear(view):
            return "counter"
        case "answer" if "accept" in open_to and not _never_on_record(view):
            return "accept"
        case "answer":
            return ask if ask and _only_out_of_mandate(view) else "counter"
        case _:
            assert_never(now)


_LAST: tuple[Deed, ...] = ("circulate", "sign")


def _never_on_record(view: View) -> bool:
    """Whether what waits is a non-paper that this seat could not accept as a package: one may say that one could live
    with it, and is taken at one's word."""
    package = waiting(view)
    return package is not None and package.off_record and beyond(view, package.shifts) is not None


def _only_out_of_mandate(view: View) -> bool:
    """Whether nothing but a mandate that the capital could widen keeps this seat from the package that waits."""
    package = waiting(view)
    locks = [lock for each in package.shifts if (lock := lock_of(view, each))] if package else []
    return bool(locks) and all(lock.kind == "mandate" for lock in locks)


def _dear(view: View) -> bool:
    """Whether the package that waits is bad for this seat: the words could not reach its walk-away any more, or it
    takes more than it brings, while there is time for another."""
    package, clock = waiting(view), view.scenario.clock
    if package is None:
        return False
    if reach(view, package.shifts).high < view.seat.instructions.reservation_value:
        return True
    consent = clock.circulate if view.seat.needs_consent else 0.0
    another = clock.package + clock.accept + consent + clock.sign * len(view.scenario.ids)
    return sum(view.brings(package.shifts)) < 0 and view.hours_left >= another


def choices(view: View, tray: Tray) -> tuple[Choice, ...]:
    """All kinds of moves that this seat can ever make in these talks."""
    if view.own is None or view.verdict is not None:
        return ()
    if view.my_turn or tray.shifts:
        return tuple(_choices(view, tray))
    return _closed(view, tray)


def _closed(view: View, tray: Tray) -> tuple[Choice, ...]:
    """The choices while another has the floor and nothing is prepared: from move to move only what the hours bring is
    another."""
    told, lost = view.scenario, view.seat.unheard
    bands = tuple([view.band(other.id) for other in view.others])
    allies = tuple([each.id for each in told.audiences_of(view.who) if each.power == "consent"])
    cables = any(len(steps) > 1 for steps in view.seat.instructions.mandate.values())
    now = (view.floor, bands, view.held, view.closing, view.silence, view.vote, lost, tray)
    key = ("choices", view.who, allies, cables, *now)
    found = shared(key, lambda: tuple(_choices(view, tray)), told.text, told.clock, told.side_texts)
    brings = {hours: (cost(view, hours), hours > view.hours_left) for hours in {each.hours for each in found}}
    return shared(("now", *brings.values()), lambda: tuple(_now(each, *brings[each.hours]) for each in found), found)


def _now(choice: Choice, points: int, late: bool) -> Choice:
    told = choice.deed, choice.moves, choice.issues, choice.why_not, choice.hours
    return shared(("now", points, late), lambda: Choice(*told, points, late, choice.penalties), choice)


def _choices(view: View, tray: Tray) -> Iterator[Choice]:
    who, told = view.who, view.scenario
    yield from _packages(view, tray)
    yield from _answers(view, tray)
    yield _listed(view, "withdraw", Withdraw, Withdraw(who, 0), Refused(kind=Why.NOT_YOURS))
    yield _alone(view, tray)
    if any(len(steps) > 1 for steps in view.seat.instructions.mandate.values()):
        yield _cable(view, tray)
    yield _statement(view, tray)
    if sides := [side.id for side in told.side_texts if side.by == who]:
        yield _listed(view, "hold", Hold, Hold(who, sides[0]))
    if view.held is not None:
        yield _listed(view, "respond", Respond, Respond(who, "give"))
    if allies := [each.id for each in told.audiences_of(who) if each.power == "consent"]:
        yield _listed(view, "sound", Sound, Sound(who, allies[0]))
        yield _listed(view, "circulate", Circulate, Circulate(who))
    if view.closing:
        yield _listed(view, "interpret", Interpret, Interpret(who))
    yield _choice(view, "say", (Say(who),), shut(view, Say))
    yield _listed(view, "sign", Sign, Sign(who))
    yield _listed(view, "leave", Leave, Leave(who))


def _choice(
    view: View,
    deed: Deed,
    moves: tuple[Move, ...],
    why_not: WhyNot | None,
    issues: tuple[IssueId, ...] = (),
    hours: float | None = None,
) -> Choice:
    """A choice with what it takes: hours like a move that is none of these, or the least that these take."""
    hours = min(map(view.price, moves)) if hours is None else hours
    minded = penalties(view, moves[0]) if len(moves) == 1 else ()
    moves = () if why_not else moves
    told = (deed, moves, issues, why_not, hours, cost(view, hours), hours > view.hours_left, minded)
    return one(Choice, *told)


def _listed(view: View, deed: Deed, kind: type[Move], sample: Move, without: Refused | None = None) -> Choice:
    """A kind of move of which the rules list every one; `without`: why not, where there is none to be judged."""
    moves = view.legal.of(kind)
    if moves:
        return _choice(view, deed, moves, None)
    return _choice(view, deed, (), shut(view, kind) or without, hours=view.price(sample))


# ---- packages -----------------------------------------------------------------------------------------------------


def _packages(view: View, tray: Tray) -> Iterator[Choice]:
    """To put the package that is prepared on the record, or to float it."""
    why_not, who = why_not_table(view, tray.shifts), view.who
    ways: tuple[tuple[Deed, bool], ...] = (("propose", False), ("non-paper", True))
    hours = None if tray.shifts else _least(view)
    for deed, off_record in ways:
        moves = (Propose(who, tray.shifts, off_record),) if tray.shifts else ()
        yield _choice(view, deed, moves, why_not, hours=hours)


def _least(view: View) -> float:
    """The hours of the least package there is: one word asked of whoever it takes least hours to ask."""
    issue = view.scenario.text.negotiated[0]

    def found() -> float:
        asks = [Propose(view.who, (Shift(each.id, issue.id, issue.options[0].id),)) for each in view.others]
        return min(map(view.price, asks))

    return kept(("least", view.who), found, view.scenario, view.goodwill)


def _answers(view: View, tray: Tray) -> Iterator[Choice]:
    """To take or refuse what waits. Where several packages wait, the first is the one that the tray shows."""
    package, who = waiting(view), view.who
    if package is None:
        none = shut(view, Accept) or Refused(kind=Why.NO_PACKAGE)
        yield _choice(view, "accept", (), none, hours=view.price(Accept(who, 0)))
        yield _choice(view, "decline", (), shut(view, Decline) or none, hours=view.price(Decline(who, 0)))
        return
    yield _choice(view, "accept", (Accept(who, package.number),), why_not_accept(view, package))
    never = tray.never and tray.word is not None
    far = None if never else tray.far
    unready = _not_sworn(view, package, tray.word) if never else None
    why_not = shut(view, Decline) or unready
    yield _choice(view, "decline", (Decline(who, package.number, tray.word, never, far),), why_not)


def _not_sworn(view: View, package: Package, word: IssueId | None) -> NotReady | None:
    """What keeps a word of a package from being refused for ever."""
    if package.off_record:
        return NotReady("not-for-non-papers")
    if word is None or word not in package.issues:
        return None
    yours = package.minded(view.who, word) == view.positions[view.who][word]
    return NotReady("word-yours") if yours else None


def alone(view: View, tray: Tray) -> OptionId | None:
    """The wording to which this seat could move alone in the issue looked at, as the tray has it."""
    own = (each.option for each in tray.shifts if (each.delegation, each.issue) == (view.who, tray.issue))
    return next(own, None)


def _alone(view: View, tray: Tray) -> Choice:
    """To move one's own position and ask nothing for it."""
    open_to = tuple(dict.fromkeys(move.issue for move in view.legal.of(Amend)))
    issue = tray.issue or view.scenario.text.negotiated[0].id
    option = alone(view, tray)
    if (why_not := shut(view, Amend)) or option is None:
        hours = view.price(Amend(view.who, issue, view.positions[view.who][issue]))
        return _choice(view, "amend", (), why_not or NotReady("nothing-chosen"), open_to, hours)
    move = Amend(view.who, issue, option)
    if move not in view.legal.of(Amend):
        why_not = beyond(view, (Shift(view.who, issue, option),)) or Refused(kind=Why.IMPOSSIBLE)
    return _choice(view, "amend", (move,), why_not, open_to)


# ---- the capital, and the newspapers ------------------------------------------------------------------------------


def asked(view: View, tray: Tray) -> tuple[IssueId, ...]:
    """What a cable sent now would ask about: what is noted, else one's own locked moves in the package that is shown,
    else the issue looked at."""
    package = waiting(view)
    shifts = package.shifts if package and answers(view, tray) else tray.shifts
    beyond_mandate = [each.issue for each in shifts if (lock := lock_of(view, each)) and lock.kind == "mandate"]
    locked = tuple(each for each in dict.fromkeys(beyond_mandate) if each in askable(view))
    return tray.noted or locked[:MOST_ISSUES_IN_A_CABLE] or ((tray.issue,) if tray.issue else ())


def _cable(view: View, tray: Tray) -> Choice:
    issues = asked(view, tray)
    open_to = askable(view)
    why_not = shut(view, Consult) if not open_to else None
    if not why_not and not issues:
        why_not = NotReady("nothing-chosen")
    if not why_not:
        shut_ = [each for each in issues if each not in open_to]
        why_not = why_not_ask(view, shut_[0]) if shut_ else None
    return _choice(view, "consult", (Consult(view.who, issues),), why_not, open_to)


def why_not_ask(view: View, issue: IssueId) -> Refused:
    """Why the capital would not widen the mandate in an issue now, as far as a seat can tell."""
    if any(issue in cable.issues for cable in view.seat.cables):
        return Refused(kind=Why.UNANSWERED, delegation=view.who, issue=issue)
    steps = view.seat.instructions.mandate.get(issue, ())
    if all(option in view.seat.mandate[issue] for step in steps for option in step):
        return Refused(kind=Why.NO_FURTHER_STEP, issue=issue)
    kind = Why.NOT_REFUSED if view.scenario.text[issue].spine else Why.NOTHING_REFUSED
    return Refused(kind=kind, delegation=view.who, issue=issue)


def _statement(view: View, tray: Tray) -> Choice:
    """To tell the newspapers what one stands for in the issue looked at."""
    open_to = tuple(move.issue for move in view.legal.of(Announce))
    why_not = None if open_to else shut(view, Announce)
    issue = tray.issue or next(iter(open_to), view.scenario.text.negotiated[0].id)
    stands = view.positions[view.who][issue]
    if not why_not and issue not in open_to:
        told = view.committed.get((view.who, issue)) == stands
        why_not = Refused(kind=Why.ANNOUNCED) if told else Refused(kind=Why.AGREED, issue=issue)
    return _choice(view, "announce", (Announce(view.who, issue, stands),), why_not, open_to)
