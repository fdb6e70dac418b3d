"""To say nothing until silence has run out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.scenario import AudienceId
from game.talks.closing import silence_held
from game.talks.ledger import hear
from game.talks.moves import KeepSilence
from game.talks.notation import read_word
from game.talks.outside import Kept
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Rule, no_time, on_nothing
from game.talks.talks import Talks
from game.text import DelegationId


def silent(talks: Talks, who: DelegationId) -> Refused | None:
    """Why no silence runs for an audience."""
    runs = talks.silence is not None and AudienceId(who) in talks.silence.waits_for
    return None if runs else refuse(kind=Why.NO_SILENCE)


def refusal(talks: Talks, move: KeepSilence) -> Refused | None:
    """Why there is nothing to be silent to."""
    return silent(talks, move.by)


def make(talks: Talks, move: KeepSilence) -> Talks:
    """It has consented; when all have that were asked, the talks go on."""
    assert talks.silence is not None
    audience = AudienceId(move.by)
    talks = hear(
        talks,
        Kept(at=talks.hours, by=move.by, heard_by=frozenset({move.by}), audience=audience, remark=move.remark),
    )
    assert talks.silence is not None
    return silence_held(replace(talks, silence=replace(talks.silence, kept=talks.silence.kept | {audience})))


def offers(_: Talks, who: DelegationId) -> Iterator[KeepSilence]:
    """What a seat could try now."""
    yield KeepSilence(who)


def write(_: KeepSilence) -> str:
    """What is done, in the notation of a record."""
    return "keeps silence"


def read(who: DelegationId, rest: str, remark: str) -> KeepSilence:
    """The move from the rest of its line. Raises `Misread`."""
    read_word("keeps", "silence", rest)
    return KeepSilence(who, remark=remark)


RULE = Rule(refusal, no_time, make, offers, {"keeps": read}, write, hangs_on=on_nothing)
"""What `game.talks.rules` asks of this move."""
