"""Our bidder in plain alternating offers: it asks for much, goes soon to what seems fair, and waits there.

Time is on nobody's side before the last rounds, so that being slow brings nothing, and loses much against those who
give only as much as they get; a few rounds at its best show who moves by himself. What seems fair is the Nash text
between its own sheet and its model of the other (`opponent_model`). Every text that it offers is, by that model, the
best for the other that gives it what it asks: exactly, from a `profile`. Its numbers were tuned on quarrels 100 to 159
(`benchmarks.quarrels`) by `python -m benchmarks strangers`; it is measured on others.

While it stands still it sees what moves the other. Whoever gives way to somebody who stands still looks at the clock,
and will go on giving way. If his offers fit the clock (`time_dependence`), it holds out until it knows him, then asks
for the Nash text and a little more, and learns from it when he refuses what he should take by then; if they do
not, it asks more than is fair, for longer. Whoever stands still too, or gives as much as he gets, is met at what is
fair. In the last rounds what it asks falls to little more than its walk-away, but never below what it was lately
offered. It takes an offer that is as good as what it would offer itself, and in the last round whatever beats no text
(ACnext and ACcombi: T. Baarslag, K. Hindriks and C. Jonker, "Effective Acceptance Conditions in Real-Time Automated
Negotiation", Decision Support Systems 60, 2014).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from math import ceil
from operator import neg

import numpy as np

from benchmarks.bidding.preparation import Plan, Preparation
from benchmarks.bidding.time_dependence import Pace
from game.analysis import Reply
from game.analysis.diagram import Floats
from game.text import Outcome

_HASTE = 0.1
"""The power of time with which what it asks falls from its best to what seems fair: small is at once."""
_GIVES = 0.85
"""Share of the rounds after which it goes below that."""
_LATER = 0.95
"""The same with somebody who looks at the clock."""
_PROBE = 0.04
"""Share of the rounds in which it stays at its best."""
_MORE = 0.15
"""What it asks of one who looks at the clock beyond what is fair, as a share of what is left up to its best."""
_GAIN = 0.13
"""The same of one whom it can read by the clock."""
_HALF, _EARLIEST = 0.5, 0.3
"""It knows such a one well enough when he has come down so far, but not before so many of the rounds."""
_FIT = 0.002
"""How far his offers may be off."""
_SURPRISE = 0.02
"""How much later than he should he may take an offer, in shares, before that tells anything."""
_ALONE = 3
"""New texts that somebody has to offer to it while it stands still, to be taken to look at the clock."""
_BACK = 2
"""Times that somebody has to go back to an older text while it stands still, to be taken to count."""
_LITTLE = 0.02
"""Share over its walk-away that it asks in the last round."""
_LATELY = 5
"""How many of their last offers it will not go below."""
_CLOSING = 3
"""Rounds before the last in which the best that they ever offered is offered back, twice."""
_GROWTH, _SOON = 3, 1.3
"""How many times as many offers it must have heard before it thinks again; and with one who looks at the clock."""
_TWICE = 2
_LOOKED_AT = 20
"""Next best texts that it looks at for one that it has not offered yet."""
_DUST = 1e-9


class NashBidder:
    """One negotiation of ours, of so many rounds. A bidder for `alternate`."""

    def __init__(self, preparation: Preparation, rounds: int) -> None:
        self.preparation, self.rounds = preparation, rounds
        self.last = rounds - 1
        """The last round in which an offer of ours is answered; one earlier if they opened."""
        self.model = preparation.model()
        self.standing: Outcome | None = None
        """Their last offer, with its options and what it is worth to us."""
        self.options: tuple[int, ...] = ()
        self.value = -np.inf
        self.heard: set[tuple[int, ...]] = set()
        self.lately: list[float] = []
        self.top = -np.inf
        """The best that they lately offered."""
        self.ever: tuple[float, Outcome | None] = (-np.inf, None)
        """The best that they ever offered."""
        self.given_back = 0
        self.stood = False
        """Whether its last two offers were the same text."""
        self.alone = 0
        """New texts that they offered after it stood still."""
        self.back = 0
        """Times that they went back to an older text after it stood still, in good time."""
        self.waiting = False
        """Whether the plan that it follows is one for somebody who looks at the clock."""
        self.pace: Pace | None = None
        """How he goes, if it can read him by the clock."""
        self.opened = False
        """Whether they made the first offer."""
        self.surprised = float(rounds)
        """The round from which it is told something if they still refuse what it said last."""
        self.sent: set[tuple[int, ...]] = set()
        """Texts that it offered, by number, without those in `offered`: as long as nobody counts, nobody asks."""
        self.offered: list[Outcome] = []
        self.due = 0
        self.still = 0
        self.said: Outcome | None = None
        self.others: tuple[int, Iterator[Reply]] | None = None
        self.texts: dict[int, Outcome] = {}
        """Texts of the plan, by place."""

    def answer(self, offer: Outcome | None, turn: int) -> Outcome | None:
        """A text that it offers, or None: it takes theirs."""
        if turn >= self.surprised:
            self._learn(turn)
        if offer is self.standing and turn < self.still:
            self.stood = True
            return self.said
        if offer is not None and offer is not self.standing:
            self._hear(offer, turn)
        elif not self.due:
            self._follow(self.preparation.opening)
        said = self._say(turn)
        self.stood, self.said = said == self.said, said
        if self.pace and said:
            due = self.pace.taken_at(self._numbers(said)) + _SURPRISE
            self.surprised = max(turn + 1, due * (self.rounds + 1))
        return said

    @property
    def counting(self) -> bool:
        """Whether they count what is new, so that it must offer new texts to get any."""
        return self.back >= _BACK

    @property
    def patient(self) -> bool:
        """Whether it has only to wait for them to give way."""
        return self.alone >= _ALONE and not self.counting

    def _numbers(self, text: Outcome) -> tuple[int, ...]:
        numbers = self.preparation.numbers
        return tuple(sorted([numbers[word] for word in text.items()]))

    def _time(self, turn: int) -> float:
        """When what they said last was said, from 0 to 1."""
        return (turn + self.opened) / (self.rounds + 1)

    def _say(self, turn: int) -> Outcome | None:
        ask, place = self.asks[turn], self.places[turn]
        steady = self.top <= ask and not self.counting
        if self.top > ask:
            ask = self.top
            place = min(bisect_left(self.shares, ask - _DUST), len(self.shares) - 1)
        if self.value >= 0 and self._takes(turn, min(ask, self.shares[place])):
            return None
        if steady:
            # As long as they say the same, and it would ask for the same text, there is nothing to think about.
            until = bisect_left(self.places, 1 - place, turn, key=neg)
            self.still = min(until, self.last - _CLOSING, bisect_left(self.asks, -self.value, turn, key=neg))
        return self._offer(turn, ask, place)

    def _hear(self, offer: Outcome, turn: int) -> None:
        if turn == 0:
            self.opened, self.last = True, max(self.rounds - 2, 0)
        options = self._numbers(offer)
        self.standing = offer
        if options == self.options:
            return
        self.still = 0
        self.options, self.value = options, self.preparation.share(offer, options)
        if options in self.heard:
            self.back += self.stood and turn < _GIVES * self.last
        else:
            self.alone += self.stood
            self.heard.add(options)
            self.model.hear(options, self._time(turn))
        self.lately = [*self.lately[1 - _LATELY :], self.value]
        self.top = max(self.lately)
        if self.value > self.ever[0]:
            self.ever = self.value, offer
        if len(self.heard) >= self.due or self.patient != self.waiting:
            self._think()

    def _learn(self, turn: int) -> None:
        """They refuse what it thought they would take by now."""
        if self.said:
            self.model.refused[self._numbers(self.said)] = self._time(turn)
        self._think()

    def _think(self) -> None:
        self.pace = self.model.pace() if self.patient else None
        if self.pace and self.pace.misfit < _FIT:
            self._follow(self.preparation.plan(-self.pace.costs, doubt=0.0))
        else:
            self.pace, self.surprised = None, float(self.rounds)
            self._follow(self.preparation.plan(self.model.estimate()))

    def _follow(self, plan: Plan) -> None:
        """Make a plan its own until it has heard enough for another one."""
        self.plan, self.texts = plan, {}
        self.waiting, self.still, self.others = self.patient, 0, None
        self.due = max(len(self.heard) + 1, ceil((_SOON if self.waiting else _GROWTH) * len(self.heard)))
        known = max(self.pace.asks_less_by(_HALF), _EARLIEST) if self.pace else None
        self.asks, asks = _course(self.rounds, self.last, plan.fair, self.waiting, known)
        self.shares: list[float] = plan.shares.tolist()
        places = plan.shares.searchsorted(asks - _DUST)
        self.places: list[int] = np.minimum(places, len(self.shares) - 1).tolist()

    def _takes(self, turn: int, need: float) -> bool:
        """Whether an offer that is better than no text is good enough."""
        if turn > self.last or (turn == self.rounds - 1 and self.value >= self.top - _DUST):
            return True
        return self.value >= need - _DUST

    def _offer(self, turn: int, ask: float, place: int) -> Outcome:
        left = self.last - turn
        value, text = self.ever
        if 0 <= left <= _CLOSING and self.given_back < _TWICE and value >= ask and text is not None:
            self.given_back += 1
            return text
        if self.counting and left > 0 and (another := self._another(ask, place)):
            return another
        return self._text(place)

    def _text(self, place: int) -> Outcome:
        found = self.texts.get(place)
        if found is None:
            kept = self.plan is self.preparation.opening
            found = self.preparation.opening_text(place) if kept else self.plan.profile[place].text
            self.texts[place] = found
            self.offered.append(found)
        return found

    def _is_new(self, text: Outcome) -> bool:
        self.sent.update(self._numbers(said) for said in self.offered)
        self.offered.clear()
        options = self._numbers(text)
        new = options not in self.sent
        self.sent.add(options)
        return new

    def _another(self, ask: float, place: int) -> Outcome | None:
        """A text that it has not offered yet: one that gives it more, or else the next best for them; if there is none,
        one that gives it less, but not less than what is fair."""
        if found := self._new(range(place, len(self.shares))):
            return found
        if self.others is None or self.others[0] != place:
            self.others = place, self.preparation.best_first(self.plan.costs, ask)
        for reply in islice(self.others[1], _LOOKED_AT):
            if self._is_new(reply.text):
                return reply.text
        least = bisect_left(self.shares, self.plan.fair - _DUST)
        return self._new(range(place - 1, least - 1, -1))

    def _new(self, places: Iterable[int]) -> Outcome | None:
        """The first text of the plan at one of these places that it has not offered yet."""
        for place in places:
            if place not in self.texts and self._is_new(text := self.plan.profile[place].text):
                self.texts[place] = text
                return text
        return None


@lru_cache(maxsize=1024)
def _course(rounds: int, last: int, fair: float, waiting: bool, known: float | None) -> tuple[list[float], Floats]:
    """What is asked in each round, twice; of one who can be read by the clock, the best until he is known."""
    times = np.minimum(np.arange(rounds) / max(last, 1), 1.0)
    gives = _LATER if waiting else _GIVES
    if known is not None:
        asks = np.where(times < known, 1.0, fair + _GAIN * (1 - fair))
    else:
        aim = fair + _MORE * (1 - fair) if waiting else fair
        asks = 1 - (1 - aim) * np.maximum(times - _PROBE, 0.0) ** _HASTE
    late = np.maximum(times - gives, 0.0) / (1 - gives)
    asks += (_LITTLE - asks) * late
    return asks.tolist(), asks
