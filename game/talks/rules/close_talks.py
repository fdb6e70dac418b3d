"""To end the talks as the deadline does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.talks.closing import judge
from game.talks.events import Adjourned
from game.talks.ledger import hear
from game.talks.moves import Close
from game.talks.notation import read_nothing
from game.talks.outside import Closed
from game.talks.refused import Refused
from game.talks.rules.rule import Rule, no_time, on_nothing
from game.talks.silence_procedure import allies
from game.talks.talks import Talks
from game.text import DelegationId


def refusal(_: Talks, __: Close) -> Refused | None:
    """The chair may end the talks at any time."""
    return None


def make(talks: Talks, move: Close) -> Talks:
    """The clock strikes. A text that is initialled by all is judged first; statements that were not made are not made.
    Allies that have consented and heard nothing since have been asked; of everybody else outside who has not answered
    the numbers decide."""
    talks = hear(talks, Closed(at=talks.hours, by=move.by, remark=move.remark))
    if talks.closing:
        unsaid = {who: None for who in talks.scenario.ids if who not in talks.said}
        asked = frozenset(ally.id for who in talks.scenario.ids for ally in allies(talks, who)) & talks.seated
        asked = frozenset(ally for ally in asked if not talks.woken.get(ally, 0))
        rest = replace(talks, seated=asked, said={**talks.said, **unsaid}, vote=None, silence=None)
        talks = replace(judge(rest), seated=talks.seated)
    if talks.over:
        return talks
    return hear(replace(talks, out_of_time=True, vote=None, silence=None), Adjourned(at=talks.hours))


def offers(_: Talks, who: DelegationId) -> Iterator[Close]:
    """What the chair could try now."""
    yield Close(who)


def write(_: Close) -> str:
    """What is done, in the notation of a record."""
    return "closes"


def read(who: DelegationId, rest: str, remark: str) -> Close:
    """The move from the rest of its line. Raises `Misread`."""
    read_nothing("closes", rest)
    return Close(who, remark=remark)


RULE = Rule(refusal, no_time, make, offers, {"closes": read}, write, hangs_on=on_nothing)
"""What `game.talks.rules` asks of this move."""
