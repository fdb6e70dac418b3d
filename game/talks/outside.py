"""What the outside world does to the table: events on dates and conditions, and what earlier talks have left behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.scenario import Effect, Happening, HappeningId, Inheritance, Past, Scenario, Sequel, lowest_band
from game.talks.audiences import shown_to
from game.talks.causes import Decreed, LeftBehind
from game.talks.events import Adjusted, Happened
from game.talks.ledger import charge, hear, temper
from game.talks.talks import Talks
from game.text import DelegationId, IssueId, Outcome

EARLIER = HappeningId("earlier-talks")
"""The id under which everybody hears what earlier talks have left, as news without a title."""


def happen(talks: Talks) -> Talks:
    """The talks after everything that is due now: by the calendar, then by what holds at the table."""
    for happening in _due(talks):
        talks = replace(talks, happened=talks.happened | {happening.id})
        talks = hear(
            talks,
            Happened(
                at=talks.hours,
                happening=happening.id,
                title=happening.title,
                story=happening.story,
                label=happening.source.label,
                cite=happening.source.cite,
            ),
        )
        talks = apply(talks, happening.effects, happening.id)
    return talks


def _due(talks: Talks) -> list[Happening]:
    if len(talks.happened) == len(talks.scenario.happenings):
        return []
    on_time = [happening for hour, happening in talks.scenario.dated if hour <= talks.hours]
    on_condition = [happening for happening in talks.scenario.happenings if happening.day is None]
    return [each for each in (*on_time, *on_condition) if each.id not in talks.happened and _holds(talks, each)]


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
    ears = frozenset({who})
    sheet = talks.scenario.instructions[who]
    told: list[Adjusted] = []
    if effect.reservation_value:
        before = sheet.reservation_value
        sheet = replace(sheet, reservation_value=before + effect.reservation_value)
        told.append(
            Adjusted(
                at=talks.hours,
                by=who,
                heard_by=ears,
                number="walk-away",
                before=before,
                after=sheet.reservation_value,
                cause=cause,
                because_of=talks.latest,
            )
        )
    for issue, added in effect.points.items():
        row = dict(sheet.points[issue])
        for option, add in added.items():
            told.append(
                Adjusted(
                    at=talks.hours,
                    by=who,
                    heard_by=ears,
                    number="points",
                    before=row[option],
                    after=row[option] + add,
                    cause=cause,
                    because_of=talks.latest,
                    issue=issue,
                    option=option,
                )
            )
            row[option] += add
        sheet = replace(sheet, points={**sheet.points, issue: row})
    steps = dict(talks.steps)
    for issue in effect.mandate:
        before = steps.get((who, issue), 0)
        if before + 1 < len(sheet.mandate.get(issue, ())):
            steps[who, issue] = before + 1
            told.append(
                Adjusted(
                    at=talks.hours,
                    by=who,
                    heard_by=ears,
                    number="mandate",
                    before=before,
                    after=before + 1,
                    cause=cause,
                    because_of=talks.latest,
                    issue=issue,
                )
            )
    scenario = replace(talks.scenario, instructions={**talks.scenario.instructions, who: sheet})
    talks = hear(replace(talks, scenario=scenario, steps=steps), *told)
    return charge(talks, who, effect.charge, cause, talks.latest)


def _to_audience(talks: Talks, effect: Effect, cause: Decreed) -> Talks:
    audience = talks.scenario.audience(effect.audience) if effect.audience else None
    if audience is None or not effect.threshold:
        return talks
    judgement = talks.scenario.judgements[audience.id]
    harder = replace(judgement, threshold=judgement.threshold + effect.threshold)
    scenario = replace(talks.scenario, judgements={**talks.scenario.judgements, audience.id: harder})
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
    return hear(replace(talks, scenario=scenario), event)


def inherit(talks: Talks, sequel: Sequel, past: Past) -> Talks:
    """The opening of talks that follow others: goodwill as it ended there, and what the words won there change here,
    each with the sentence that says why."""
    if sequel.goodwill:
        # There they may have sat in another order.
        there = {**{(other, one): value for (one, other), value in past.goodwill.items()}, **past.goodwill}
        for (one, other), begins in talks.goodwill.items():
            change = there.get((one, other), begins) - begins
            talks = temper(talks, one, [other], change, LeftBehind(), None)
    if past.outcome is None:
        return _left(talks, sequel.no_text) if sequel.no_text else talks
    degrees = past.binds

    def binding(_: Outcome, issue: IssueId) -> int:
        return degrees.get(issue, 0)

    for entry in sequel.words:
        if entry.condition.met(past.outcome, binding, lowest_band(past.goodwill)):
            talks = _left(talks, entry)
    return talks


def _left(talks: Talks, entry: Inheritance) -> Talks:
    """One thing that earlier talks have left: everybody hears of it, and whose number changes hears why."""
    told = Happened(at=talks.hours, happening=EARLIER, title="", story=entry.because)
    return apply(hear(talks, told), entry.effects, EARLIER)


def past_of(talks: Talks) -> Past:
    """What is left of finished talks for those that follow."""
    scenario: Scenario = talks.scenario
    signed = talks.agreed if talks.signed else None
    binds = {issue: scenario.binding(signed, issue) for issue in signed} if signed else {}
    return Past(scenario.id, dict(talks.goodwill), signed, binds)
