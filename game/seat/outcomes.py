"""What a move may come to, in its parts: the answers to a hold-up, a closing statement, a word to the newspapers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from game.scenario import ReadingId, SideText, SideTextId
from game.seat.heard import memory
from game.seat.memo import one
from game.seat.score import cost
from game.talks import Answer, Hold, Refused, Respond, View, breaking, strain
from game.talks.causes import Applauded
from game.talks.rules.interpret import WOKEN
from game.talks.statements import ALARM, APPLAUSE, SURPRISE
from game.text import DelegationId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class HoldUpAnswer:
    """One answer to a hold-up, with what it means for this seat in its parts."""

    how: Answer
    word: int
    """Points for the word."""
    hours: float
    """Hours of talks until the talks go on."""
    cost: int
    """What these hours bring: nothing, or a loss."""
    goodwill: int
    """What it does to goodwill with whoever is on the other side."""

    @property
    def sum(self) -> int:
        """Points all told."""
        return self.word + self.cost


@dataclass(frozen=True, slots=True)
class HeldRow:
    """The side text that is held up."""

    side_text: SideTextId
    by: DelegationId
    at: float
    sat: tuple[DelegationId, ...]
    """Who sits it out so far."""
    runs: float
    """Hours that run once everybody asked sits it out."""
    answers: tuple[HoldUpAnswer, ...]
    """What this seat may answer, with what each answer brings; none for whoever holds it up, and for a watcher."""


@dataclass(frozen=True, slots=True)
class HoldUp:
    """A side text of this seat's."""

    side_text: SideTextId
    answers: tuple[HoldUpAnswer, ...]
    """What comes of it by how the others answer; none where it cannot be held up now."""
    why_not: Refused | None = None
    """What the rules have against it, where this seat has the floor."""


Wakes = Literal["nobody", "little", "some", "much"]
"""How far a closing statement may lower the text in the eyes of those to whom the others answer."""
_LITTLE, _MUCH = 7, 16
"""In the points of these audiences: little up to this, much from this on."""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A closing statement that this seat can make on the frozen text."""

    reading: ReadingId
    gain: int
    """Points at home."""
    wakes: Wakes
    chill: int = 0
    """What it does to goodwill if it wakes somebody."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What it may bring to tell the newspapers what one stands for in an issue."""

    issue: IssueId
    option: OptionId
    leaves: OptionId | None
    """What one has told the newspapers before, where that is another wording: its price is due at once."""
    breaking: int
    """What it costs to move off what one has told."""
    applause: int
    """What the first statement brings that somebody at home likes; 0 if that has been."""
    alarm: int
    """What each newspaper or third state brings that dislikes it; 0 if none answers for this seat."""
    surprise: int
    """What it does to goodwill with everybody at the table."""


def held(view: View) -> HeldRow | None:
    """What is held up, if anything is."""
    side = view.scenario.side_text(view.held.side_text) if view.held else None
    if view.held is None or side is None:
        return None
    told = () if view.own is None or view.who == side.by else tuple(_answers(view, side))
    sat = tuple(who for who in view.scenario.ids if who in view.held.sat)
    return HeldRow(side.id, side.by, view.held.at, sat, side.hours, told)


def _answers(view: View, side: SideText) -> Iterator[HoldUpAnswer]:
    earlier = memory(view).held.count(side.by) - 1
    for how in get_args(Answer):
        yield _answer(view, side, how, view.price(Respond(view.who, how)), earlier)


def hold_ups_of(view: View) -> tuple[HoldUp, ...]:
    """The side texts of this seat, those first that it can hold up now."""
    if view.own is None:
        return ()
    open_now = {move.side_text for move in view.legal.of(Hold)}
    mine = sorted((s for s in view.scenario.side_texts if s.by == view.who), key=lambda side: side.id not in open_now)
    against = {move.side_text: why for move, why in view.legal.refused if isinstance(move, Hold)}
    ends = ((each.id, tuple(_ends(view, each)) if each.id in open_now else ()) for each in mine)
    return tuple(one(HoldUp, id, answers, against.get(id)) for id, answers in ends)


def _ends(view: View, side: SideText) -> Iterator[HoldUpAnswer]:
    earlier, answered = memory(view).held.count(view.who), view.scenario.clock.respond
    held = view.price(Hold(view.who, side.id))
    for how in get_args(Answer):
        hours = held + (max(side.hours, answered) if how == "sit" else answered)
        yield _answer(view, side, how, hours, earlier)


def _answer(view: View, side: SideText, how: Answer, hours: float, earlier: int) -> HoldUpAnswer:
    """An answer that takes so many hours, where its holder has held something up so often before."""
    stake = view.seat.instructions.stake(side.id)
    word = stake.give if how == "give" else stake.swap if how == "swap" else 0
    return HoldUpAnswer(how, word, hours, cost(view, hours), strain(how, earlier))


def readings(view: View) -> tuple[ReadingRow, ...]:
    """The closing statements that this seat can make now; to make none is always possible."""
    if view.own is None or not view.closing:
        return ()
    return tuple(
        ReadingRow(each.id, each.gain, degree(each.wakes), WOKEN if each.wakes else 0) for each in view.own.readings
    )


def degree(wakes: int) -> Wakes:
    """How far a closing statement wakes others, in words."""
    if not wakes:
        return "nobody"
    return "little" if wakes <= _LITTLE else "much" if wakes >= _MUCH else "some"


def statement(view: View, issue: IssueId | None) -> Statement | None:
    """What a statement on the issue looked at may bring; None where there is none to be made."""
    if view.own is None or issue is None or issue in view.agreed:
        return None
    stands, told = view.positions[view.who][issue], view.committed.get((view.who, issue))
    loud = any(audience.power == "press" for audience in view.scenario.audiences_of(view.who))
    return Statement(
        issue=issue,
        option=stands,
        leaves=told if told != stands else None,
        breaking=-breaking(view.own.instructions.points[issue].values()),
        applause=0 if _applauded(view) else APPLAUSE,
        alarm=ALARM if loud else 0,
        surprise=SURPRISE,
    )


def _applauded(view: View) -> bool:
    """Whether somebody at home has liked a statement of this seat's: they do so once."""
    return any(isinstance(charge.cause, Applauded) for charge in view.seat.charges)
