"""To vote on the frozen text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from game.scenario import AudienceId
from game.talks.audiences import grievances, named
from game.talks.closing import ratified, sent_back
from game.talks.moves import Vote
from game.talks.notation import no_such, read_one
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.break_silence import nothing_better
from game.talks.rules.rule import Rule, no_time, on_the_text
from game.talks.talks import Talks
from game.text import DelegationId, IssueId, Text


def refusal(talks: Talks, move: Vote) -> Refused | None:
    """Why there is no vote, or not so."""
    if talks.vote is None or talks.vote != AudienceId(move.by):
        return refuse(kind=Why.NO_VOTE)
    if move.issue is not None and move.issue not in talks.scenario.text:
        return refuse(kind=Why.NO_ISSUE, issue=move.issue)
    if move.aye or talks.returned:
        return None
    if move.issue is not None:
        return nothing_better(talks, talks.vote, move.issue)
    if grievances(talks, talks.scenario.audience(talks.vote), sealed=True):
        return refuse(kind=Why.NAME_A_CLAUSE)
    return None


def make(talks: Talks, move: Vote) -> Talks:
    """The text is taken; or it comes back for one last swap, or is refused for good."""
    audience = talks.scenario.audience(AudienceId(move.by))
    if move.aye:
        return ratified(talks, audience, move.remark)
    return sent_back(talks, audience, named(talks, audience, move.issue), move.remark)


def offers(talks: Talks, who: DelegationId) -> Iterator[Vote]:
    """What a seat could try now."""
    return iter(_any_vote(talks.scenario.text, who))


@lru_cache(maxsize=64)
def _any_vote(text: Text, who: DelegationId) -> tuple[Vote, ...]:
    return (Vote(who, aye=True), Vote(who, aye=False), *(Vote(who, False, issue.id) for issue in text.issues))


def write(move: Vote) -> str:
    """What is done, in the notation of a record."""
    return f"votes {'yes' if move.aye else 'no'}" + (f" over {move.issue}" if move.issue else "")


def read(who: DelegationId, rest: str, remark: str) -> Vote:
    """The move from the rest of its line. Raises `Misread`."""
    word, over, issue = rest.partition(" over ")
    if word not in ("yes", "no"):
        raise no_such("votes", rest)
    return Vote(who, word == "yes", IssueId(read_one("votes", issue)) if over else None, remark=remark)


RULE = Rule(refusal, no_time, make, offers, {"votes": read}, write, hangs_on=on_the_text)
"""What `game.talks.rules` asks of this move."""
