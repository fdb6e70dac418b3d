"""To put down what a table has agreed on elsewhere: on paper, where the network failed or there never was one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.talks.bargaining import move_positions
from game.talks.bounds import unknown
from game.talks.events import Adjourned, Concluded
from game.talks.ledger import hear
from game.talks.moves import Penned, Shift, Transcribe
from game.talks.notation import no_such, read_hours, read_wording
from game.talks.outside import Transcribed
from game.talks.refused import Refused, Why
from game.talks.rules.pass_hours import QUARTER
from game.talks.rules.rule import Room, Rule, on_nothing
from game.talks.talks import Talks
from game.text import DelegationId


def refusal(talks: Talks, move: Transcribe) -> Refused | None:
    """Why nothing can be put down so. That no red line is crossed, and that allies would be silent, is not asked: the
    table has asked them, or has not."""
    if talks.closing:
        return Refused(kind=Why.FROZEN)
    left = talks.deadline - talks.hours
    if not 0 <= move.hours <= left or move.hours % QUARTER:
        return Refused(kind=Why.NO_HOURS, most=int(left))
    for each in move.words:
        if reason := unknown(talks, talks.floor, each.issue, each.option):
            return reason
    if len({each.issue for each in move.words}) < len(move.words):
        return Refused(kind=Why.ASKED_TWICE)
    return None


def _hours(_: Room, move: Transcribe) -> float:
    return move.hours


def make(talks: Talks, move: Transcribe) -> Talks:
    """All stand for these wordings. A whole text is signed, as it was on paper; with brackets left it is none, and the
    clock strikes. What is said and done outside in these hours nobody has written down, and none of it counts."""
    shifts = tuple(
        Shift(who, each.issue, each.option)
        for who in talks.scenario.ids
        for each in move.words
        if talks.positions[who][each.issue] != each.option
    )
    whole = {each.issue for each in move.words} >= {issue.id for issue in talks.scenario.text.negotiated}
    told = Transcribed(at=talks.hours, by=move.by, remark=move.remark, hours=move.hours, whole=whole)
    talks = hear(replace(talks, silence=None, vote=None, held=None), told)
    talks = move_positions(talks, shifts) if shifts else talks
    if whole:
        return hear(replace(talks, signed=True), Concluded(at=talks.hours))
    return hear(replace(talks, out_of_time=True), Adjourned(at=talks.hours))


def offers(_: Talks, __: DelegationId) -> Iterator[Transcribe]:
    """Texts are too many to list."""
    return iter(())


def write(move: Transcribe) -> str:
    """What is done, in the notation of a record."""
    return " ".join([f"transcribes {move.hours:g}", *(f"{each.issue}={each.option}" for each in move.words)])


def read(who: DelegationId, rest: str, remark: str) -> Transcribe:
    """The move from the rest of its line. Raises `Misread`."""
    hours, *words = rest.split() or [""]
    if not hours:
        raise no_such("transcribes", rest)
    penned = tuple(Penned(*read_wording(word)) for word in words)
    return Transcribe(who, read_hours("transcribes", hours), penned, remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"transcribes": read}, write, hangs_on=on_nothing)
"""What `game.talks.rules` asks of this move."""
