"""The silence procedure: a delegation that speaks for others puts the clean text to them before it initials."""

from __future__ import annotations

from dataclasses import replace

from game.scenario import Audience
from game.talks.audiences import grievance
from game.talks.bargaining import lapse
from game.talks.causes import AskedFor, OpenedAgain
from game.talks.events import Adjusted, Broke, Prolonged
from game.talks.forsworn import released
from game.talks.known import Grievance
from game.talks.ledger import hear
from game.talks.moves import Shift, shifted
from game.talks.talks import Talks
from game.text import DelegationId


def allies(talks: Talks, who: DelegationId) -> tuple[Audience, ...]:
    """The audiences whose consent a delegation needs."""
    return tuple(audience for audience in talks.scenario.audiences_of(who) if audience.power == "consent")


def needs_consent(talks: Talks, who: DelegationId) -> bool:
    """Whether a delegation's allies have still to consent to the agreed text."""
    return bool(allies(talks, who)) and talks.consented.get(who) != talks.agreed


def minding(talks: Talks, audience: Audience) -> Talks:
    """An ally for which nobody speaks breaks silence over the word that it minds most."""
    return break_silence(talks, audience, grievance(talks, audience))


def time_to_mend(before: Talks, talks: Talks, audience: Audience) -> Talks:
    """The talks after a silence that was broken, with the hours that the scenario leaves to swap the word; none where
    no word was named."""
    named = len(talks.barred) > len(before.barred)
    return prolonged(talks, audience, talks.scenario.clock.broken_silence, before.deeds) if named else talks


def break_silence(talks: Talks, audience: Audience, named: Grievance | None, remark: str = "") -> Talks:
    """An ally names a clause: the wording is barred, and the talks go on."""
    event = Broke(at=talks.hours, by=audience.of, audience=audience.id, remark=remark)
    if named is None:
        return hear(talks, event)
    told = replace(event, issue=named.issue, option=named.option, retreat=named.retreat)
    return retreat(hear(talks, told), audience, named)


def retreat(talks: Talks, audience: Audience, named: Grievance) -> Talks:
    """A delegation gives up a wording that it may not agree to any more, and stands for the next one. Its doing it
    is not; it costs nothing. All capitals hear of it at once."""
    who, because_of = audience.of, talks.latest
    barred = talks.barred | {Shift(who, named.issue, named.option)}
    positions = shifted(talks.positions, [Shift(who, named.issue, named.retreat)])
    committed = {key: option for key, option in talks.committed.items() if key != (who, named.issue)}
    for package in talks.packages:
        if named.issue in package.issues:
            talks = lapse(talks, package, countered=False)
    talks = replace(talks, barred=barred, positions=positions, initials=frozenset(), committed=committed)
    talks = released(talks, Shift(who, named.issue, named.retreat))
    for each in talks.scenario.ids:
        talks = _opened(talks, each, audience, named, because_of)
    return talks


def _opened(talks: Talks, who: DelegationId, audience: Audience, named: Grievance, because_of: int | None) -> Talks:
    """Where a wording is asked for that a capital had not opened yet, it opens it, and all that comes before it: what
    red lines leave can be swapped without a cable to anybody."""
    issue = named.issue
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


def prolonged(talks: Talks, audience: Audience, hours: float, because_of: int | None) -> Talks:
    """So many hours are left at least to swap a word: the deadline moves if it must."""
    until, limit = talks.hours + hours, talks.deadline
    if not hours or until <= limit:
        return talks
    talks = replace(talks, extra_hours=until - talks.scenario.calendar.hours)
    told = Prolonged(at=talks.hours, before=limit, after=until, cause=OpenedAgain(audience.id), because_of=because_of)
    return hear(talks, told)
