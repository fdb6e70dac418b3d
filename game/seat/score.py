"""One's own numbers: what the text is worth, what has been paid, and every event that changed one of them."""

from __future__ import annotations

from dataclasses import dataclass

from game.seat.heard import memory
from game.seat.memo import kept, one, same
from game.talks import Own, Score, Shift, View
from game.talks.causes import Spent
from game.talks.verdict import Entry


@dataclass(frozen=True, slots=True)
class Reach:
    """Points of the words, if every bracket fell to whoever wants least for this seat, and if every one fell to it."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Worth:
    """What the talks are worth to this seat as they stand."""

    walk_away: int
    now: Reach
    agreed: int
    """Points of the words that are agreed."""
    open: Reach
    """What the brackets bring beside them."""
    hours: int
    """What the hours have brought so far: nothing, or a loss."""
    talks: int
    """What was earned or paid in the talks."""
    signed: Score | None
    """What a clean text would bring if it were signed now, in its parts."""
    left: Score
    """What it would bring to end the talks now without a text, in its parts."""
    changes: tuple[int, ...]
    """The places in the record of all events that changed a number of this seat's."""

    @property
    def paid(self) -> int:
        """What came beside the words so far."""
        return self.hours + self.talks

    def lacks(self, after: Reach) -> int:
        """The points by which the words would miss the walk-away even at best; 0 if they may reach it."""
        return max(0, self.walk_away - after.high)


def reach(view: View, shifts: tuple[Shift, ...] = ()) -> Reach:
    """The span of the words, now or once these shifts are made."""
    sheet = view.seat.instructions
    return kept("reach", lambda: one(Reach, *view.reach(view.after(shifts))), sheet, view.positions, shifts)


def cost(view: View, hours: float) -> int:
    """What so many hours more would bring this seat: nothing, or a loss."""
    return view.seat.delay - view.seat.instructions.delay.cost(view.hours + hours)


def worth(view: View) -> Worth | None:
    """The numbers of now; None for a watcher."""
    if view.own is None:
        return None
    sheet, now = view.own.instructions, reach(view)
    agreed = kept("agreed", lambda: view.worth(view.agreed), sheet, view.positions)
    return Worth(
        walk_away=sheet.reservation_value,
        now=now,
        agreed=agreed,
        open=one(Reach, now.low - agreed, now.high - agreed),
        hours=-view.own.delay,
        talks=sum(charge.points for charge in view.own.charges),
        signed=_signed(view, view.own) if not view.brackets and not view.verdict else None,
        left=_left(view, view.own),
        changes=memory(view).changes,
    )


def _left(view: View, own: Own) -> Score:
    """What it would bring to end the talks now: the same from move to move, but for what the hours have cost."""
    key = ("left", own.delay > 0)
    entries = kept(key, lambda: tuple(map(same, view.ending(None).entries)), view.scenario, own.charges)
    return _now(view, own, entries)


def _signed(view: View, own: Own) -> Score:
    """What it would bring to sign the text as it stands: the same until somebody moves, but for the hours."""
    key = ("signed", own.delay > 0)
    owners = view.scenario, view.positions, own.charges, view.goodwill
    return _now(view, own, kept(key, lambda: tuple(map(same, view.ending(view.agreed).entries)), *owners))


def _now(view: View, own: Own, entries: tuple[Entry, ...]) -> Score:
    """A score with what the hours have cost so far."""
    now = Entry(-own.delay, Spent(view.hours), kind="hours")
    return Score(tuple([now if each.kind == "hours" else each for each in entries]))
