"""What happens in the world while talks go on: on dates and on conditions, and whose numbers it changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from game.scenario import Effect, Happening, HappeningId, lowest_band
from game.talks.audiences import shown_to
from game.talks.causes import Decreed
from game.talks.events import Adjusted, Happened
from game.talks.ledger import charge, hear, temper
from game.talks.talks import Talks
from game.text import DelegationId


def happen(talks: Talks) -> Talks:
    """The talks after everything that is due now: by the calendar, then by what holds at the table."""
    for happening in _due(talks):
        talks = befall(talks, happening)
    return talks


def befall(talks: Talks, happening: Happening, by: DelegationId | None = None, remark: str = "") -> Talks:
    """The talks once something has happened, be it that the chair has let it."""
    talks = talks.altered(happened=talks.happened | {happening.id})
    talks = hear(
        talks,
        Happened(
            at=talks.hours,
            by=by,
            remark=remark,
            happening=happening.id,
            title=happening.title,
            story=happening.story,
            label=happening.source.label,
            cite=happening.source.cite,
        ),
    )
    return apply(talks, happening.effects, happening.id)


@dataclass(frozen=True, slots=True)
class Coming:
    """What may still happen, as the chair knows it: what it is, and nothing of whose numbers it changes."""

    id: HappeningId
    title: str
    story: str


_coming = lru_cache(maxsize=256)(Coming)


def coming(talks: Talks) -> tuple[Coming, ...]:
    """What may still happen, as the chair knows it."""
    return tuple([_coming(each.id, each.title, each.story) for each in to_come(talks)])


def to_come(talks: Talks) -> tuple[Happening, ...]:
    """What may still happen, in the order of the file; and what the seed did not draw, which only the chair can let
    happen."""
    return tuple(
        each for each in (*talks.scenario.happenings, *talks.scenario.undrawn) if each.id not in talks.happened
    )


def _due(talks: Talks) -> list[Happening]:
    on_time = [happening for hour, happening in talks.scenario.dated if hour <= talks.hours]
    on_condition = [happening for happening in talks.scenario.happenings if happening.day is None]
    return [each for each in (*on_time, *on_condition) if each.id not in talks.happened and _holds(talks, each)]


def dates_ahead(talks: Talks) -> list[float]:
    """The hours of talks at which something is due that would happen if everybody stood still until then."""
    ahead = [(hour, each) for hour, each in talks.scenario.dated if hour > talks.hours]
    return [hour for hour, each in ahead if each.id not in talks.happened and _holds(talks, each)]


def _holds(talks: Talks, happening: Happening) -> bool:
    return happening.condition.met(talks.agreed, talks.scenario.binding, lowest_band(talks.goodwill))


def apply(talks: Talks, effects: Iterable[Effect], happening: HappeningId) -> Talks:
    """The talks with these numbers changed by what has just happened, and whoever they belong to told why."""
    for effect in effects:
        if effect.of is not None:
            talks = _to_delegation(talks, effect, effect.of, Decreed(happening, effect.because))
        if effect.audience is not None:
            talks = _to_audience(talks, effect, Decreed(happening, effect.because))
        if effect.between is not None:
            one, other = effect.between
            talks = temper(talks, one, [other], effect.goodwill, Decreed(happening, effect.because), talks.latest)
    return talks


def _to_delegation(talks: Talks, effect: Effect, who: DelegationId, cause: Decreed) -> Talks:
    """What changes on a delegation's own sheet: only its seat hears of it."""
    sheet = talks.scenario.instructions[who]
    of = Adjusted(
        at=talks.hours,
        by=who,
        heard_by=frozenset({who}),
        number="walk-away",
        before=0,
        after=0,
        cause=cause,
        because_of=talks.latest,
    )
    told: list[Adjusted] = []
    if effect.reservation_value:
        before = sheet.reservation_value
        sheet = replace(sheet, reservation_value=before + effect.reservation_value)
        told.append(replace(of, before=before, after=sheet.reservation_value))
    for issue, added in effect.points.items():
        row = dict(sheet.points[issue])
        for option, add in added.items():
            before, row[option] = row[option], row[option] + add
            told.append(replace(of, number="points", before=before, after=row[option], issue=issue, option=option))
        sheet = replace(sheet, points={**sheet.points, issue: row})
    steps = dict(talks.steps)
    for issue in effect.mandate:
        before = steps.get((who, issue), 0)
        if before + 1 < len(sheet.mandate.get(issue, ())):
            steps[who, issue] = before + 1
            told.append(replace(of, number="mandate", before=before, after=before + 1, issue=issue))
    talks = hear(talks.altered(scenario=talks.scenario.with_sheet(who, sheet), steps=steps), *told)
    return charge(talks, who, effect.charge, cause, talks.latest)


def _to_audience(talks: Talks, effect: Effect, cause: Decreed) -> Talks:
    audience = talks.scenario.audience(effect.audience) if effect.audience else None
    if audience is None or not effect.threshold:
        return talks
    judgement = talks.scenario.judgements[audience.id]
    harder = replace(judgement, threshold=judgement.threshold + effect.threshold)
    scenario = talks.scenario.with_judgement(audience.id, harder)
    ears = None if audience.power == "press" else frozenset(w for w in talks.scenario.ids if shown_to(audience, w))
    way = 1 if effect.threshold > 0 else -1
    event = Adjusted(
        at=talks.hours,
        heard_by=ears,
        number="audience",
        before=0,
        after=way,
        cause=cause,
        because_of=talks.latest,
        audience=audience.id,
    )
    return hear(talks.altered(scenario=scenario), event)
