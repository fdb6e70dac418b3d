"""The silence procedure: a delegation that speaks for others puts the clean text to them before it initials."""

from __future__ import annotations

from dataclasses import replace

from game.scenario import Audience
from game.talks.audiences import Grievance, grievance, margin, surplus
from game.talks.bargaining import lapse
from game.talks.causes import AskedFor
from game.talks.events import Adjusted, AllyAnswer, Broke, Circulated, Consented, Interpreted, Sounded
from game.talks.ledger import hear
from game.talks.moves import Circulate, Shift, Sound, shifted
from game.talks.refused import Refused, Why
from game.talks.talks import Talks
from game.text import DelegationId


def allies(talks: Talks, who: DelegationId) -> tuple[Audience, ...]:
    """The audiences whose consent a delegation needs."""
    return tuple(audience for audience in talks.scenario.audiences_of(who) if audience.power == "consent")


def needs_consent(talks: Talks, who: DelegationId) -> bool:
    """Whether a delegation's allies have still to consent to the agreed text."""
    return bool(allies(talks, who)) and talks.consented.get(who) != talks.agreed


def cannot_circulate(talks: Talks, move: Circulate) -> Refused | None:
    """Why the text cannot be circulated now."""
    if not allies(talks, move.by):
        return Refused(kind=Why.NO_ALLIES)
    if talks.brackets:
        return Refused(kind=Why.NOT_CLEAN)
    if broken := talks.scenario.text.conflict(talks.agreed):
        return Refused(kind=Why.EXCLUDED, written=broken.because)
    if not needs_consent(talks, move.by):
        return Refused(kind=Why.CONSENTED)
    return None


def circulate(talks: Talks, move: Circulate) -> Talks:
    """Silence has run: it holds, or the ally that minds the text most breaks it."""
    talks = hear(talks, Circulated(at=talks.hours, by=move.by, remark=move.remark))
    against = [audience for audience in allies(talks, move.by) if surplus(talks, audience) < 0]
    if against:
        return break_silence(talks, min(against, key=lambda audience: surplus(talks, audience)))
    talks = replace(talks, consented={**talks.consented, move.by: talks.agreed})
    return hear(talks, Consented(at=talks.hours, by=move.by))


def break_silence(talks: Talks, audience: Audience) -> Talks:
    """An ally names a clause: the wording is barred, and the talks go on."""
    named = grievance(talks, audience)
    event = Broke(at=talks.hours, by=audience.of, audience=audience.id)
    if named is None:
        return hear(talks, event)
    told = replace(event, issue=named.issue, option=named.option, retreat=named.retreat)
    return retreat(hear(talks, told), audience, named)


def retreat(talks: Talks, audience: Audience, named: Grievance) -> Talks:
    """A delegation gives up a wording that it may not agree to any more, and stands for the next one. Its doing it
    is not; it costs nothing."""
    who, because_of = audience.of, talks.latest
    barred = talks.barred | {Shift(who, named.issue, named.option)}
    positions = shifted(talks.positions, [Shift(who, named.issue, named.retreat)])
    committed = {key: option for key, option in talks.committed.items() if key != (who, named.issue)}
    for package in talks.packages:
        if named.issue in package.issues:
            talks = lapse(talks, package, countered=False)
    talks = replace(talks, barred=barred, positions=positions, initials=frozenset(), committed=committed)
    return _opened(talks, audience, named, because_of)


def _opened(talks: Talks, audience: Audience, named: Grievance, because_of: int | None) -> Talks:
    """Whoever asks for a wording that the capital had not opened yet has opened it, and all that comes before it."""
    who, issue = audience.of, named.issue
    ladder, before = talks.scenario.instructions[who].mandate.get(issue, ()), talks.steps.get((who, issue), 0)
    step = next((n for n, options in enumerate(ladder) if named.retreat in options), 0)
    if step <= before:
        return talks
    told = Adjusted(
        at=talks.hours,
        by=who,
        heard_by=frozenset({who}),
        number="mandate",
        before=before,
        after=step,
        cause=AskedFor(audience.id, issue, named.retreat),
        because_of=because_of,
        issue=issue,
    )
    return hear(replace(talks, steps={**talks.steps, (who, issue): step}), told)


def cannot_sound(talks: Talks, move: Sound) -> Refused | None:
    """Why an ally cannot be asked."""
    if move.audience not in [audience.id for audience in talks.scenario.audiences]:
        return Refused(kind=Why.NO_AUDIENCE, audience=move.audience)
    audience = talks.scenario.audience(move.audience)
    if audience.of != move.by:
        return Refused(kind=Why.NOT_YOURS_TO_SOUND, audience=audience.id)
    if audience.power != "consent":
        return Refused(kind=Why.NO_ALLY, audience=audience.id)
    if audience.id in talks.sounded and talks.sounded[audience.id] == _judged(talks, audience):
        return Refused(kind=Why.SAID_ALREADY, audience=audience.id)
    return None


def _judged(talks: Talks, audience: Audience) -> tuple[object, ...]:
    """All that an ally's answer hangs on, as far as its delegation can tell: whether it is asked again is no secret."""
    stirred = sum(
        isinstance(event, Interpreted) or (isinstance(event, Adjusted) and event.audience == audience.id)
        for event in talks.events
    )
    return talks.positions[audience.of], talks.barred, stirred


def sound(talks: Talks, move: Sound) -> Talks:
    """The ally's answer, which is true of the text as its delegation stands for it."""
    audience = talks.scenario.audience(move.audience)
    above = surplus(talks, audience)
    rough = margin(talks.scenario.judgements[audience.id])
    answer: AllyAnswer = "yes" if above >= 0 else "uneasy" if above >= -rough else "no"
    named = None if answer == "yes" else grievance(talks, audience)
    ears = frozenset({move.by})
    issue = named.issue if named else None
    talks = replace(talks, sounded={**talks.sounded, audience.id: _judged(talks, audience)})
    return hear(
        talks,
        Sounded(
            at=talks.hours,
            by=move.by,
            heard_by=ears,
            remark=move.remark,
            audience=audience.id,
            answer=answer,
            issue=issue,
        ),
    )
