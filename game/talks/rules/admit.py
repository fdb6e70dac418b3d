"""To let somebody speak for an audience, or nobody any more."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace

from game.scenario import AudienceId
from game.talks.audiences import grievance, surplus
from game.talks.closing import broken, ratified, sent_back, silence_held
from game.talks.ledger import hear
from game.talks.moves import Admit, Excuse
from game.talks.notation import read_one
from game.talks.outside import Admitted, Excused
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Rule, no_time
from game.talks.rules.sound import answered, true_answer
from game.talks.talks import Talks
from game.text import DelegationId


def _admitting(talks: Talks, move: Admit) -> Refused | None:
    if move.audience not in talks.scenario.judgements:
        return refuse(kind=Why.NO_AUDIENCE, audience=move.audience)
    return refuse(kind=Why.ADMITTED, audience=move.audience) if move.audience in talks.seated else None


def _admitted(talks: Talks, move: Admit) -> Talks:
    talks = replace(talks, seated=talks.seated | {move.audience})
    return hear(talks, Admitted(at=talks.hours, by=move.by, audience=move.audience, remark=move.remark))


def _excusing(talks: Talks, move: Excuse) -> Refused | None:
    if move.audience not in talks.scenario.judgements:
        return refuse(kind=Why.NO_AUDIENCE, audience=move.audience)
    return None if move.audience in talks.seated else refuse(kind=Why.NOT_ADMITTED, audience=move.audience)


def _excused(talks: Talks, move: Excuse) -> Talks:
    """What was asked of it is answered as its numbers have it."""
    audience = talks.scenario.audience(move.audience)
    talks = replace(talks, seated=talks.seated - {audience.id})
    talks = hear(talks, Excused(at=talks.hours, by=move.by, audience=audience.id, remark=move.remark))
    if audience.id in talks.asked:
        talks = answered(talks, audience, *true_answer(talks, audience))
    against = surplus(talks, audience) < 0
    if talks.vote == audience.id:
        return sent_back(talks, audience, grievance(talks, audience)) if against else ratified(talks, audience)
    silence = talks.silence
    if silence is None or audience.id not in silence.waits_for:
        return talks
    if against:
        return broken(talks, audience, grievance(talks, audience))
    return silence_held(replace(talks, silence=replace(silence, kept=silence.kept | {audience.id})))


def _admits(talks: Talks, who: DelegationId) -> Iterator[Admit]:
    return (Admit(who, audience.id) for audience in talks.scenario.audiences)


def _excuses(talks: Talks, who: DelegationId) -> Iterator[Excuse]:
    return (Excuse(who, audience.id) for audience in talks.scenario.audiences)


def _read_admit(who: DelegationId, rest: str, remark: str) -> Admit:
    return Admit(who, AudienceId(read_one("admits", rest)), remark=remark)


def _read_excuse(who: DelegationId, rest: str, remark: str) -> Excuse:
    return Excuse(who, AudienceId(read_one("excuses", rest)), remark=remark)


def _write(move: Admit | Excuse) -> str:
    return f"{'admits' if isinstance(move, Admit) else 'excuses'} {move.audience}"


def _hangs_on(talks: Talks, _: DelegationId) -> Hashable:
    return tuple(talks.scenario.judgements), tuple([each.id for each in talks.scenario.audiences]), talks.seated


ADMIT = Rule(_admitting, no_time, _admitted, _admits, {"admits": _read_admit}, _write, hangs_on=_hangs_on)
EXCUSE = Rule(_excusing, no_time, _excused, _excuses, {"excuses": _read_excuse}, _write, hangs_on=_hangs_on)
"""What `game.talks.rules` asks of these moves."""
