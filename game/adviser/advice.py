"""What an adviser would do, with the reason that matters most.

A `manner` counts the ways to say the same, from 0: what is said varies, what it means does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeAlias, assert_never

from game.adviser.arguments import balance, offered
from game.adviser.risks import displeased
from game.delegations.aspiration import Aspiration
from game.delegations.closing import hours_to_sign
from game.delegations.procedure import answers, promise_of
from game.delegations.reasons import Wordings
from game.speech.topic import Wording
from game.talks import Package, moves
from game.talks.events import Mood
from game.text import DelegationId, IssueId


@dataclass(frozen=True, slots=True)
class ForPackage:
    """What speaks for a package: the plan towards which it is a step, or which it reaches; that it costs nothing to
    ask, or gives little and gets much; that they can move in an issue; or that somebody has to move."""

    kind: Literal["step-to-plan", "reaches-plan", "costs-nothing", "gets-much", "they-can-move", "somebody-must"]
    plan: int = 0
    """What the plan is worth; for the first two."""
    later: bool = False
    """Whether that counts what comes after the talks."""
    issue: IssueId | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """It would put a package forward; one off the record needs no other reason than that it binds nobody."""

    way: Literal["off-record", "answer", "whole", "new"]
    manner: int
    because: ForPackage | None
    give: Wordings
    """To which only we move."""
    meet: Wordings
    """To which all move."""
    get: Wordings
    """To which only others move."""


@dataclass(frozen=True, slots=True)
class Takes:
    """It would take a package, or hint that it could: it closes the text, gives what was hoped for, does no harm, or
    leaves enough in reach though somebody at home would rather have another word."""

    because: Literal["closes", "hoped-for", "harmless", "enough"]
    manner: int | None
    """None off the record."""


@dataclass(frozen=True, slots=True)
class Declines:
    """It would decline a package: a red line is crossed, it is so many points short, the mandate does not reach a
    wording, or no text is left after it."""

    because: Literal["red-line", "short", "mandate", "nothing-left"]
    manner: int
    over: IssueId | None
    """The issue that it would name."""
    word: Wording | None = None
    points: int = 0


@dataclass(frozen=True, slots=True)
class TakesBack:
    """It would withdraw a package of ours, which by now would lose so many points."""

    points: int


@dataclass(frozen=True, slots=True)
class Reopens:
    """It would reopen an agreed issue for a wording, as the text is worth less than no text."""

    word: Wording
    worth: int
    walk_away: int


@dataclass(frozen=True, slots=True)
class Gives:
    """It would move to a wording alone, as they would give nothing more for it."""

    word: Wording
    manner: int


@dataclass(frozen=True, slots=True)
class AsksCapital:
    """It would send a cable about issues, to have these wordings to offer; without any, as the answer will be wanted
    later."""

    who: DelegationId
    about: tuple[IssueId, ...]
    wanted: Wordings
    manner: int


@dataclass(frozen=True, slots=True)
class Ends:
    """What it would do with a clean text, or with a hopeless one."""

    way: Literal["too-late", "leave", "circulate", "sign"]
    worth: int = 0
    walk_away: int = 0


@dataclass(frozen=True, slots=True)
class HoldsUp:
    """It would hold up a side text, and expects so many points of it."""

    move: moves.Hold
    points: float


@dataclass(frozen=True, slots=True)
class Responds:
    """It would answer a hold-up; what each answer is worth, in points."""

    move: moves.Respond
    worth: Mapping[moves.Answer, float]


@dataclass(frozen=True, slots=True)
class SoundsAlly:
    """It would ask an ally that looks so."""

    move: moves.Sound
    mood: Mood


@dataclass(frozen=True, slots=True)
class Reads:
    """It would make a closing statement that brings so many points, in the author's words; or none."""

    gain: int = 0
    says: str = ""


@dataclass(frozen=True, slots=True)
class Waits:
    """It would wait: a package of ours is with them, or there is nothing to move now."""

    manner: int
    package_out: bool


Lead: TypeAlias = (
    Tables
    | Takes
    | Declines
    | TakesBack
    | Reopens
    | Gives
    | AsksCapital
    | Ends
    | HoldsUp
    | Responds
    | moves.Announce
    | SoundsAlly
    | Reads
    | Waits
)
"""What it would do; a statement to the newspapers is its own reason: we mean to keep the wording."""


def lead(aims: Aspiration, move: moves.Move, chance: Random) -> Lead:
    """The reason that matters most for a move."""
    if isinstance(move, moves.AudienceMove | moves.ChairMove):
        raise TypeError("only delegations are advised")
    view = aims.view
    match move:
        case moves.Propose():
            return _propose(aims, move, chance)
        case moves.Accept():
            return _accept(aims, move, chance)
        case moves.Decline():
            return _decline(aims, move, chance)
        case moves.Withdraw():
            return TakesBack(round(-sum(aims.gain(_package(aims, move.package)).values())))
        case moves.Amend():
            if move.issue in view.agreed:
                return Reopens((move.issue, move.option), aims.worth(view.agreed), aims.walk_away)
            return Gives((move.issue, move.option), _manner(chance, 2))
        case moves.Consult():
            plan = aims.plan.text if aims.plan else {}
            wanted = tuple((i, plan[i]) for i in move.issues if plan and not aims.within(i, plan[i]))
            return AsksCapital(view.who, move.issues, wanted, _manner(chance, 2))
        case moves.Sign():
            return Ends("sign", aims.worth(view.agreed), aims.walk_away)
        case moves.Circulate():
            return Ends("circulate", aims.worth(view.agreed), aims.walk_away)
        case moves.Leave():
            if view.hours_left < hours_to_sign(view):
                return Ends("too-late")
            return Ends("leave", aims.worth(view.agreed), aims.walk_away)
        case moves.Hold():
            side = view.scenario.side_text(move.side_text)
            return HoldsUp(move, promise_of(aims, side) if side else 0.0)
        case moves.Respond():
            side = view.scenario.side_text(view.held.side_text) if view.held else None
            return Responds(move, answers(aims, side) if side else {})
        case moves.Announce():
            return move
        case moves.Sound():
            return SoundsAlly(move, view.standings[move.audience].mood)
        case moves.Interpret():
            reading = next((each for each in view.seat.readings if each.id == move.reading), None)
            return Reads(reading.gain, reading.says) if reading else Reads()
        case moves.Say():
            return Waits(_manner(chance, 2), any(package.by == view.who for package in view.packages))
        case _:
            assert_never(move)


def _manner(chance: Random, ways: int) -> int:
    return chance.choice(range(ways))


def _propose(aims: Aspiration, move: moves.Propose, chance: Random) -> Tables:
    whole = len(move.issues) == len(aims.view.brackets) > 1
    way: Literal["off-record", "answer", "whole", "new"] = "new"
    if move.off_record:
        way = "off-record"
    elif any(aims.view.waiting):
        way = "answer"
    elif whole:
        way = "whole"
    manner = _manner(chance, 3 if way == "new" else 2)
    because = chance.choice(_for_it(aims, move, whole=whole)) if way != "off-record" else None
    own = [shift.issue for shift in move.shifts if shift.delegation == move.by]
    asked = list(dict.fromkeys(shift.issue for shift in move.shifts if shift.delegation != move.by))
    words = {shift.issue: (shift.issue, shift.option) for shift in move.shifts}
    return Tables(
        way,
        manner,
        because,
        give=tuple(words[issue] for issue in own if issue not in asked),
        meet=tuple(words[issue] for issue in own if issue in asked),
        get=tuple(words[issue] for issue in asked if issue not in own),
    )


def _for_it(aims: Aspiration, move: moves.Propose, *, whole: bool) -> list[ForPackage]:
    """What speaks for a package, each of it true."""
    found = balance(aims.view, move.shifts)
    reasons = []
    if aims.plan is not None and all(aims.plan.text[shift.issue] == shift.option for shift in move.shifts):
        later = bool(aims.view.scenario.aftermath)
        reasons.append(ForPackage("reaches-plan" if whole else "step-to-plan", aims.plan.mine, later))
    if found.gets > 0 >= found.gives:
        reasons.append(ForPackage("costs-nothing"))
    elif found.gets >= 2 * found.gives > 0:
        reasons.append(ForPackage("gets-much"))
    moved = [s.issue for s in move.shifts if s.delegation != move.by and offered(aims.view, s.delegation, s.issue)]
    if moved:
        reasons.append(ForPackage("they-can-move", issue=moved[0]))
    return reasons or [ForPackage("somebody-must")]


def _package(aims: Aspiration, number: int) -> Package:
    return next(package for package in aims.view.packages if package.number == number)


def _accept(aims: Aspiration, move: moves.Accept, chance: Random) -> Takes:
    package = _package(aims, move.package)
    minded = any(displeased(aims.view, package.shifts))
    because: Literal["closes", "hoped-for", "harmless", "enough"] = "enough" if minded else "harmless"
    if aims.closes_well(package):
        because = "closes"
    elif sum(aims.gain(package).values()) >= 0:
        because = "hoped-for"
    return Takes(because, None if package.off_record else _manner(chance, 3))


def _decline(aims: Aspiration, move: moves.Decline, chance: Random) -> Declines:
    package = _package(aims, move.package)
    ours = package.of(move.by)
    crossed = aims.sheet.breaks_red_line(ours)
    short = -sum(aims.gain(package).values())
    beyond = [issue for issue, option in ours.items() if not aims.within(issue, option)]
    manner = _manner(chance, 3)
    if crossed:
        return Declines("red-line", manner, move.issue, (crossed[0], ours[crossed[0]]))
    if short >= 0.5:
        return Declines("short", manner, move.issue, points=max(1, round(short)))
    if beyond:
        return Declines("mandate", manner, move.issue, (beyond[0], ours[beyond[0]]))
    return Declines("nothing-left", manner, move.issue)
