"""From the models of a file to the values of the world around the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from game.scenario.remarks import Remark
from game.scenario.scenario import Temperament
from game.scenario.schema import DegreesModel, ScenarioModel, TemperamentModel
from game.scenario.world import (
    Aftermath,
    Audience,
    AudienceId,
    Branch,
    Condition,
    Couple,
    Draw,
    Effect,
    Force,
    Happening,
    HappeningId,
    Inheritance,
    Judgement,
    Pair,
    PhaseId,
    Reading,
    ReadingId,
    Sequel,
    SideText,
    SideTextId,
    couple,
    couples,
)
from game.scenario.world_schema import (
    AftermathModel,
    AudienceModel,
    ConditionModel,
    EffectModel,
    EventModel,
    InheritanceModel,
    PairModel,
    ReadingModel,
    RemarkModel,
    SideTextModel,
)
from game.text import DelegationId, Issue, IssueId, OptionId, Outcome, Source


def outcome_of(named: Mapping[str, str], order: Sequence[IssueId]) -> Outcome:
    """A choice of options in the order in which the file defines its issues."""
    return {issue: OptionId(named[issue]) for issue in order if issue in named}


def pairs_of(models: Sequence[PairModel], order: Sequence[IssueId]) -> tuple[Pair, ...]:
    """The pair terms of a sheet."""
    return tuple(Pair(outcome_of(pair.options, order), pair.points, pair.because) for pair in models)


def audience_of(model: AudienceModel) -> Audience:
    """What everybody may know of an audience."""
    return Audience(
        id=AudienceId(model.id),
        name=model.name,
        short=model.short,
        of=DelegationId(model.of),
        power=model.power,
        line=model.line,
        votes=_choices(model.votes),
        cost=model.cost.points if model.cost else 0,
        every=model.cost.hours if model.cost else 0.0,
        note=model.note,
    )


def judgement_of(model: AudienceModel, issues: Sequence[Issue]) -> Judgement:
    """What it thinks: every option of the text has points on its sheet."""
    points = {
        issue.id: {option.id: model.points.get(issue.id, {}).get(option.id, 0) for option in issue.options}
        for issue in issues
    }
    return Judgement(points, model.threshold, pairs_of(model.pairs, [issue.id for issue in issues]))


def goodwill_of(model: ScenarioModel) -> dict[Couple, int]:
    """Goodwill between each two delegations when the talks open."""
    ids = [DelegationId(delegation.id) for delegation in model.delegations]
    found = dict.fromkeys(couples(ids), model.goodwill.start)
    for names, start in model.goodwill.pairs.items():
        one, other = names.split()
        found[couple(ids, DelegationId(one), DelegationId(other))] = start
    return found


def side_text_of(model: SideTextModel) -> SideText:
    """A text that can be held up."""
    return SideText(
        id=SideTextId(model.id),
        phase=PhaseId(model.phase) if model.phase else None,
        by=DelegationId(model.by),
        title=model.title,
        words=model.words,
        give=model.give,
        swap=model.swap,
        hours=model.hours,
        source=Source(model.label, tuple(model.cite), model.note),
    )


def force_of(model: ScenarioModel) -> Force | None:
    """How the form changes the force of the words."""
    if model.force is None:
        return None
    return Force(IssueId(model.force.issue), {OptionId(option): adds for option, adds in model.force.adds.items()})


def happening_of(model: EventModel, sessions: ScenarioModel, order: Sequence[DelegationId]) -> Happening:
    """An event of the outside world; without a time of day it comes when that day's first sitting opens."""
    when = None
    if model.day is not None:
        opens = min((s.starts for s in sessions.sessions if s.day == model.day), default="00:00")
        when = datetime.combine(model.day, time.fromisoformat(model.at or opens))
    return Happening(
        id=HappeningId(model.id),
        title=model.title,
        story=model.story,
        source=Source(model.label, tuple(model.cite)),
        effects=_effects(model.effects, order),
        when=when,
        condition=condition_of(model.if_),
        chance=model.chance,
    )


def condition_of(model: ConditionModel | None) -> Condition:
    """A condition; one that is not written always holds."""
    if model is None:
        return Condition()
    return Condition(
        words=_choices(model.words),
        open=frozenset(IssueId(issue) for issue in model.open),
        binds={IssueId(issue): frozenset(degrees) for issue, degrees in model.binds.items()},
        goodwill=frozenset(model.goodwill),
    )


def _effects(models: Sequence[EffectModel], order: Sequence[DelegationId]) -> tuple[Effect, ...]:
    return tuple(_effect(model, order) for model in models)


def _effect(model: EffectModel, order: Sequence[DelegationId]) -> Effect:
    points = {
        IssueId(issue): {OptionId(option): add for option, add in added.items()}
        for issue, added in (model.points or {}).items()
    }
    between = None
    if model.between:
        one, other = model.between
        between = couple(order, DelegationId(one), DelegationId(other))
    return Effect(
        because=model.because,
        of=DelegationId(model.of) if model.of else None,
        audience=AudienceId(model.audience) if model.audience else None,
        between=between,
        reservation_value=model.reservation_value or 0,
        points=points,
        mandate=tuple(IssueId(issue) for issue in model.mandate or ()),
        charge=model.charge or 0,
        threshold=model.threshold or 0,
        goodwill=model.goodwill or 0,
    )


def aftermath_of(model: AftermathModel) -> Aftermath:
    """A dated test."""
    branches = tuple(
        Branch(
            points={DelegationId(who): points for who, points in branch.points.items()},
            because=branch.because,
            condition=condition_of(branch.if_),
            decides=IssueId(branch.decides) if branch.decides else None,
        )
        for branch in model.branches
    )
    nothing = {DelegationId(who): points for who, points in model.no_text.points.items()}
    return Aftermath(
        id=model.id,
        day=model.day,
        title=model.title,
        question=model.question,
        story=model.story,
        source=Source(model.label, tuple(model.cite)),
        branches=branches,
        no_text=Branch(nothing, model.no_text.because),
    )


def reading_of(model: ReadingModel) -> Reading:
    """A closing statement."""
    return Reading(
        id=ReadingId(model.id),
        of=DelegationId(model.of),
        says=model.says,
        gain=model.gain,
        wakes=model.wakes,
        source=Source(model.label, tuple(model.cite)),
        condition=condition_of(model.if_),
    )


def remark_of(model: RemarkModel) -> Remark:
    """A line."""
    return Remark(
        say=model.say,
        moves=frozenset(model.move),
        of=DelegationId(model.of) if model.of else None,
        issue=IssueId(model.issue) if model.issue else None,
        options=frozenset(OptionId(option) for option in model.options),
        when=frozenset(model.when),
    )


def draw_of(model: ScenarioModel) -> Draw | None:
    """The bounds within which the seed draws."""
    if model.draw is None:
        return None
    drawn = model.draw
    temperament = {
        DelegationId(who): {
            name: (low, high) for name, (low, high) in ranges.model_dump(exclude_none=True, exclude={"like"}).items()
        }
        for who, ranges in drawn.temperament.items()
    }
    return Draw(
        weights=drawn.weights,
        reservation_value={DelegationId(who): (low, high) for who, (low, high) in drawn.reservation_value.items()},
        threshold={AudienceId(name): (low, high) for name, (low, high) in drawn.threshold.items()},
        temperament=temperament,
        characters={DelegationId(who): tuple(ranges.like) for who, ranges in drawn.temperament.items() if ranges.like},
    )


def sequel_of(model: ScenarioModel, order: Sequence[DelegationId]) -> Sequel | None:
    """What is taken over from earlier talks."""
    told = model.after
    if told is None:
        return None
    return Sequel(
        scenario=told.scenario,
        goodwill=told.goodwill,
        words=tuple(_inheritance(entry, order) for entry in told.words),
        no_text=_inheritance(told.no_text, order) if told.no_text else None,
    )


def _inheritance(model: InheritanceModel, order: Sequence[DelegationId]) -> Inheritance:
    return Inheritance(model.because, _effects(model.effects, order), condition_of(model.if_))


def _choices(named: Mapping[str, Sequence[str]]) -> dict[IssueId, frozenset[OptionId]]:
    return {IssueId(issue): frozenset(map(OptionId, options)) for issue, options in named.items()}


def characters_of(model: ScenarioModel) -> dict[str, Temperament]:
    """The characters that a scenario knows, by their ids."""
    return {
        name: Temperament(name=told.name, note=told.note).but(_degrees(told))
        for name, told in model.temperaments.items()
    }


def temperament_of(model: TemperamentModel, characters: Mapping[str, Temperament]) -> Temperament:
    """A temperament: that of a character, if it names one, with the degrees that it gives itself."""
    return (characters[model.like] if model.like else Temperament()).but(_degrees(model))


def _degrees(model: DegreesModel) -> dict[str, float]:
    return model.model_dump(exclude_none=True, include=set(DegreesModel.model_fields))
