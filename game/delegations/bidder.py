"""The level *minister* in plain alternating offers: it asks for much, goes soon to what seems fair, and waits there.

Time is on nobody's side before the last rounds, so that being slow brings nothing, and loses much against those who
give only as much as they get. What seems fair is the Nash text between its own sheet and its reading of the other
(`game.delegations.reading`). Every text that it offers is, by that reading, the best for the other that gives it what
it asks: exactly, from a `profile`.

While it stands still it sees what moves the other. Whoever gives way to somebody who stands still looks at the clock,
and will go on giving way: of such a one it asks more than is fair, for longer. Whoever stands still too, or gives as
much as he gets, is met at what is fair. In the last rounds what it asks falls to little more than its walk-away, but
never below what it was lately offered. It takes an offer that is as good as what it would offer itself, and in the
last round whatever beats no text (ACnext and ACcombi: T. Baarslag, K. Hindriks and C. Jonker, "Effective Acceptance
Conditions in Real-Time Automated Negotiation", Decision Support Systems 60, 2014).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from operator import neg

import numpy as np

from game.analysis import Reply
from game.analysis.diagram import Floats
from game.delegations.brief import Brief, Plan
from game.text import Outcome

_HASTE = 0.1
"""The power of time with which what it asks falls from its best to what seems fair: small is at once."""
_GIVES = 0.85
"""Share of the rounds after which it goes below that."""
_LATER = 0.95
"""The same with somebody who looks at the clock."""
_MORE = 0.3
"""What it asks of such a one beyond what is fair, as a share of what is left up to its best."""
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
_GROWTH = 3
"""How many times as many offers it must have heard before it thinks again."""
_TWICE = 2
_LOOKED_AT = 20
"""Next best texts that it looks at for one that it has not offered yet."""
_DUST = 1e-9


class Minister:
    """One negotiation of the level *minister*, of so many rounds. A bidder for `alternate`."""

    def __init__(self, brief: Brief, rounds: int) -> None:
        self.brief, self.rounds = brief, rounds
        self.last = rounds - 1
        """The last round in which an offer of ours is answered; one earlier if they opened."""
        self.reading = brief.reading()
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
        if offer is self.standing and turn < self.still:
            self.stood = True
            return self.said
        if offer is not None and offer is not self.standing:
            self._hear(offer, turn)
        elif not self.due:
            self._follow(self.brief.opening)
        said = self._say(turn)
        self.stood, self.said = said == self.said, said
        return said

    @property
    def counting(self) -> bool:
        """Whether they count what is new, so that it must offer new texts to get any."""
        return self.back >= _BACK

    @property
    def patient(self) -> bool:
        """Whether it has only to wait for them to give way."""
        return self.alone >= _ALONE and not self.counting

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
            self.last = max(self.rounds - 2, 0)
        numbers = self.brief.numbers
        options = tuple(sorted([numbers[word] for word in offer.items()]))
        self.standing = offer
        if options == self.options:
            return
        self.still = 0
        self.options, self.value = options, self.brief.share(offer, options)
        if options in self.heard:
            self.back += self.stood and turn < _GIVES * self.last
        else:
            self.alone += self.stood
            self.heard.add(options)
            self.reading.hear(options, (turn + 1) / (self.rounds + 1))
        self.lately = [*self.lately[1 - _LATELY :], self.value]
        self.top = max(self.lately)
        if self.value > self.ever[0]:
            self.ever = self.value, offer
        if len(self.heard) >= self.due:
            self._follow(self.brief.plan(self.reading.estimate()))
        elif self.patient != self.waiting:
            self._follow(self.plan)

    def _follow(self, plan: Plan) -> None:
        """Make a plan its own until it has heard enough for another one."""
        self.plan, self.texts = plan, {}
        self.due = max(len(self.heard) + 1, _GROWTH * len(self.heard))
        self.waiting, self.still, self.others = self.patient, 0, None
        self.asks, asks = _course(self.rounds, self.last, plan.fair, self.waiting)
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
            kept = self.plan is self.brief.opening
            found = self.brief.opening_text(place) if kept else self.plan.profile[place].text
            self.texts[place] = found
            self.offered.append(found)
        return found

    def _is_new(self, text: Outcome) -> bool:
        numbers = self.brief.numbers
        self.sent.update(tuple(sorted(numbers[word] for word in said.items())) for said in self.offered)
        self.offered.clear()
        options = tuple(sorted(numbers[word] for word in text.items()))
        new = options not in self.sent
        self.sent.add(options)
        return new

    def _another(self, ask: float, place: int) -> Outcome | None:
        """A text that it has not offered yet: one that gives it more, or else the next best for them; if there is none,
        one that gives it less, but not less than what is fair."""
        if found := self._new(range(place, len(self.shares))):
            return found
        if self.others is None or self.others[0] != place:
            self.others = place, self.brief.best_first(self.plan.costs, ask)
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
def _course(rounds: int, last: int, fair: float, waiting: bool) -> tuple[list[float], Floats]:
    """What is asked in each round, twice."""
    times = np.minimum(np.arange(rounds) / max(last, 1), 1.0)
    aim, gives = (fair + _MORE * (1 - fair), _LATER) if waiting else (fair, _GIVES)
    asks = 1 - (1 - aim) * times**_HASTE
    late = np.maximum(times - gives, 0.0) / (1 - gives)
    asks += (_LITTLE - asks) * late
    return asks.tolist(), asks
