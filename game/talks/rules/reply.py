"""To answer a delegation that has sounded one."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import get_args

from game.scenario import AudienceId
from game.talks.moves import AllyAnswer, Reply
from game.talks.notation import no_such, read_one
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Rule, no_time
from game.talks.rules.sound import answered
from game.talks.talks import Talks
from game.text import DelegationId, IssueId

ANSWERS: tuple[AllyAnswer, ...] = get_args(AllyAnswer)


def refusal(talks: Talks, move: Reply) -> Refused | None:
    """Why there is nothing to answer, or not so."""
    if AudienceId(move.by) not in talks.asked:
        return refuse(kind=Why.NOT_SOUNDED)
    if move.answer not in ANSWERS:
        return refuse(kind=Why.NO_SUCH_REPLY, written=str(move.answer))
    if move.issue is not None and move.issue not in talks.scenario.text:
        return refuse(kind=Why.NO_ISSUE, issue=move.issue)
    return None


def make(talks: Talks, move: Reply) -> Talks:
    """The answer, be it true or not; only whoever asked hears it. Who says yes minds no clause."""
    issue = move.issue if move.answer != "yes" else None
    return answered(talks, talks.scenario.audience(AudienceId(move.by)), move.answer, issue, move.remark)


def offers(_: Talks, who: DelegationId) -> Iterator[Reply]:
    """What a seat could try now; over which issue is its own to say."""
    return (Reply(who, answer) for answer in ANSWERS)


def write(move: Reply) -> str:
    """What is done, in the notation of a record."""
    return f"answers {move.answer}" + (f" over {move.issue}" if move.issue else "")


def read(who: DelegationId, rest: str, remark: str) -> Reply:
    """The move from the rest of its line. Raises `Misread`."""
    word, over, issue = rest.partition(" over ")
    answer = next((each for each in ANSWERS if each == word), None)
    if answer is None:
        raise no_such("answers", rest)
    return Reply(who, answer, IssueId(read_one("answers", issue)) if over else None, remark=remark)


def _hangs_on(talks: Talks, who: DelegationId) -> Hashable:
    return AudienceId(who) in talks.asked


RULE = Rule(refusal, no_time, make, offers, {"answers": read}, write, hangs_on=_hangs_on)
"""What `game.talks.rules` asks of this move."""
