"""To break silence over a clause."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from game.scenario import AudienceId
from game.talks.audiences import grievances, named
from game.talks.closing import broken
from game.talks.moves import BreakSilence
from game.talks.notation import no_such, read_one
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.keep_silence import silent
from game.talks.rules.rule import Rule, no_time, on_the_text
from game.talks.talks import Talks
from game.text import DelegationId, IssueId, Text


def refusal(talks: Talks, move: BreakSilence) -> Refused | None:
    """Why silence cannot be broken over this clause."""
    if refused := silent(talks, move.by):
        return refused
    return nothing_better(talks, AudienceId(move.by), move.issue)


def nothing_better(talks: Talks, audience: AudienceId, issue: IssueId) -> Refused | None:
    """Why an audience cannot name a clause: its own sheet has no wording there that it would like better and that could
    still be written."""
    if issue not in talks.scenario.text:
        return refuse(kind=Why.NO_ISSUE, issue=issue)
    if issue not in grievances(talks, talks.scenario.audience(audience), sealed=True):
        return refuse(kind=Why.NOTHING_BETTER, issue=issue)
    return None


def make(talks: Talks, move: BreakSilence) -> Talks:
    """The wording is barred, and its delegation stands for the next one that the audience likes better."""
    audience = talks.scenario.audience(AudienceId(move.by))
    return broken(talks, audience, named(talks, audience, move.issue), move.remark)


def offers(talks: Talks, who: DelegationId) -> Iterator[BreakSilence]:
    """What a seat could try now."""
    return iter(_over_any_clause(talks.scenario.text, who))


@lru_cache(maxsize=64)
def _over_any_clause(text: Text, who: DelegationId) -> tuple[BreakSilence, ...]:
    return tuple(BreakSilence(who, issue.id) for issue in text.issues)


def write(move: BreakSilence) -> str:
    """What is done, in the notation of a record."""
    return f"breaks silence over {move.issue}"


def read(who: DelegationId, rest: str, remark: str) -> BreakSilence:
    """The move from the rest of its line. Raises `Misread`."""
    what, over, issue = rest.partition(" over ")
    if what != "silence" or not over:
        raise no_such("breaks", rest)
    return BreakSilence(who, IssueId(read_one("breaks", issue)), remark=remark)


RULE = Rule(refusal, no_time, make, offers, {"breaks": read}, write, hangs_on=on_the_text)
"""What `game.talks.rules` asks of this move."""
