"""The rules of the conference room: `play(talks, move)` is the next talks, or why the move is refused."""

from __future__ import annotations

from dataclasses import replace

from game.scenario import Scenario
from game.talks.audiences import stir
from game.talks.capital import answer_cables
from game.talks.events import Adjourned, BrokenOff
from game.talks.happenings import happen
from game.talks.ledger import hear
from game.talks.moves import AudienceMove, ChairMove, Consult, Interpret, Move, Revoke, Say, Sign, Sound, Transcribe
from game.talks.newspapers import press
from game.talks.recess import recess
from game.talks.refused import Refused
from game.talks.rules import make, price, refusal
from game.talks.talks import Talks
from game.talks.well_formed import ill_formed
from game.text import DelegationId


class ReplayError(Exception):
    """A record whose moves the rules refuse: which move, counted from 1, and why."""

    def __init__(self, scenario: Scenario, move: int, refused: Refused) -> None:
        super().__init__(f"move {move}: {refused.kind}")
        self.scenario = scenario
        self.move = move
        self.refused = refused


def play(talks: Talks, move: Move) -> Talks | Refused:
    """The talks after a move, with every event that it caused, or the reason why it cannot be made.

    The talks that were handed in are never changed. A move that would end after the deadline is not made: the clock
    strikes instead, and the talks are over. When there have been more moves than their hours explain, they are broken
    off, so that they end whatever a scenario says of its clock.
    """
    if refused := ill_formed(move) or refusal(talks, move):
        return refused
    limit = talks.deadline
    # `before` knows nothing that was worked out about it: that would be kept as long as these talks.
    hours = talks.hours + price(talks, move)
    in_time = hours <= limit
    begun = (*talks.begun, len(talks.events))
    made = talks.altered(moves=(*talks.moves, move), begun=begun, hours=min(hours, limit), before=talks.altered())
    if in_time:
        made = make(made, move)
    if isinstance(move, Revoke):
        return made  # of what was known before it much does not hold
    # Nobody knows what was stood for in hours that were spent over paper.
    made = _run_on(talks, made, made.hours if isinstance(move, Transcribe) else talks.hours)
    if isinstance(move, Say) and in_time and (later := recess(made)) is not None:
        made = _run_on(made, later, made.hours)
    if not in_time or (not made.over and not made.closing and made.hours >= made.deadline):
        return _strike(made).knowing(talks)
    if not made.over and not made.closing and made.version >= made.most_moves:
        return hear(replace(made, broken_off=True), BrokenOff(at=made.hours)).knowing(talks)
    return (made if _keeps_floor(made, move) else made.altered(floor=_next(made))).knowing(talks)


def _run_on(before: Talks, talks: Talks, since: float) -> Talks:
    """The talks with all that has come of the hours since then, and everybody's mood."""
    if not talks.over:
        talks = happen(answer_cables(talks))
    return stir(before, press(talks, since))


def _keeps_floor(made: Talks, move: Move) -> bool:
    """Whether whoever moved speaks on, or whose turn it is has been settled by the move itself."""
    sent_back = isinstance(move, Sign) and not made.initials
    speaks_on = isinstance(move, Consult | Sound | Interpret | AudienceMove | ChairMove)
    return speaks_on or sent_back or made.closing or made.over


def replay(opening: Talks, moves: tuple[Move, ...]) -> tuple[Talks, Refused | None]:
    """The talks after these moves, as far as they can be played, and what stopped them if something did."""
    talks = opening
    for move in moves:
        played = play(talks, move)
        if isinstance(played, Refused):
            return talks, played
        talks = played
    return talks, None


def _strike(talks: Talks) -> Talks:
    return hear(replace(talks, out_of_time=True), Adjourned(at=talks.hours))


def _next(talks: Talks) -> DelegationId:
    ids = talks.scenario.ids
    return ids[(ids.index(talks.floor) + 1) % len(ids)]
