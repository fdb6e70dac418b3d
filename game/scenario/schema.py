"""A whole scenario file: its sections, what they mean together, and the scenario that they make.

The shapes and types are checked by the models; the JSON Schema for editors is written out from these same models.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from game.scenario.names import Names
from game.scenario.proof import Proof
from game.scenario.scenario import Scenario
from game.scenario.shapes import AsWritten, Id, Line, Prose
from game.scenario.topics.aftermath import Aftermath, check_aftermath
from game.scenario.topics.audiences import AudienceModel, audience_of, check_audiences, judgement_of
from game.scenario.topics.bounds import Draw, check_draw
from game.scenario.topics.calendar import Calendar, Clock, Phase, Session, check_phases, check_sessions
from game.scenario.topics.clauses import TextModel, check_text, text_of
from game.scenario.topics.delegations import DelegationModel, check_delegations, delegation_of
from game.scenario.topics.events import Happening, check_events
from game.scenario.topics.force import Force, check_force
from game.scenario.topics.goodwill import GoodwillModel, check_goodwill, goodwill_of
from game.scenario.topics.history import History, Reference, check_history
from game.scenario.topics.instructions import instructions_of
from game.scenario.topics.readings import Reading, check_readings
from game.scenario.topics.remarks import Remark, check_remarks
from game.scenario.topics.sequels import Sequel, check_sequel
from game.scenario.topics.sheets import outcome_in
from game.scenario.topics.side_texts import SideText, check_side_texts
from game.scenario.topics.temperaments import CharacterModel, character_of
from game.scenario.topics.wordings import (
    ExclusionModel,
    IssueModel,
    check_exclusions,
    check_issues,
    exclusions_of,
    issue_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioModel(AsWritten):
    """One scenario file."""

    scenario: Annotated[Id, Field(description="The id of the scenario: the file's name without .yaml.")]
    title: Line
    summary: Prose
    background: Annotated[Prose, Field(description="What everybody at the table knows: read before the cable.")]
    kind: Literal["history", "counterfactual", "drill"]
    text: TextModel
    issues: Annotated[list[IssueModel], Field(min_length=1, max_length=40)]
    exclusions: Annotated[tuple[ExclusionModel, ...], Field(max_length=200)] = ()
    delegations: Annotated[list[DelegationModel], Field(min_length=2, max_length=6)]
    sessions: Annotated[list[Session], Field(min_length=1, max_length=60)]
    clock: Clock = field(default_factory=Clock)
    history: History | None = None
    phases: Annotated[tuple[Phase, ...], Field(max_length=12)] = ()
    audiences: Annotated[tuple[AudienceModel, ...], Field(max_length=16)] = ()
    goodwill: GoodwillModel = field(default_factory=GoodwillModel)
    side_texts: Annotated[tuple[SideText, ...], Field(max_length=24)] = ()
    force: Force | None = None
    events: Annotated[tuple[Happening, ...], Field(max_length=60)] = ()
    aftermath: Annotated[tuple[Aftermath, ...], Field(max_length=24)] = ()
    readings: Annotated[tuple[Reading, ...], Field(max_length=60)] = ()
    draw: Draw | None = None
    after: Sequel | None = None
    temperaments: Annotated[
        dict[Id, CharacterModel], Field(max_length=20, description="Characters that a delegation may be played like.")
    ] = field(default_factory=dict)
    remarks: Annotated[
        tuple[Remark, ...], Field(max_length=200, description="Lines that the computer says with its moves.")
    ] = ()
    sources: dict[Id, Reference] = field(default_factory=dict)


@cache
def shape_of_files() -> TypeAdapter[ScenarioModel]:
    """What checks the shapes and types of a whole file, and can write them out as a JSON Schema."""
    return TypeAdapter(ScenarioModel)


def check_meaning(model: ScenarioModel, proof: Proof, *, calendar: bool = True) -> None:
    """Mark everything that is well formed and still cannot be meant; `calendar` is whether its days can be judged."""
    names = Names(
        [(issue.id, [option.id for option in issue.options]) for issue in model.issues],
        {
            "delegation": [delegation.id for delegation in model.delegations],
            "audience": [audience.id for audience in model.audiences],
            "phase": [phase.id for phase in model.phases],
            "side text": [text.id for text in model.side_texts],
            "temperament": model.temperaments,
            "source": model.sources,
        },
        proof,
    )
    check_issues(model.issues, names)
    check_text(model.text, model.issues, names)
    check_exclusions(model.exclusions, names)
    if calendar:
        check_sessions(model.sessions, proof)
    check_delegations(model.delegations, names)
    check_phases(model.phases, model.sessions, names)
    check_audiences(model.audiences, names)
    check_goodwill(model.goodwill, names)
    check_side_texts(model.side_texts, names)
    check_force(model.force, names)
    check_events(model.events, names)
    check_aftermath(model.aftermath, names)
    check_readings(model.readings, names)
    check_draw(model.draw, names)
    check_sequel(model.after, model.scenario, names)
    check_remarks(model.remarks, names)
    check_history(model.history, names)


def scenario_of(model: ScenarioModel) -> Scenario:
    """The scenario that a file says, if nothing is wrong with its meaning."""
    issues = tuple(map(issue_of, model.issues))
    order = [issue.id for issue in issues]
    ids = [delegation.id for delegation in model.delegations]
    characters = {name: character_of(told) for name, told in model.temperaments.items()}
    history = model.history
    return Scenario(
        id=model.scenario,
        title=model.title,
        summary=model.summary,
        background=model.background,
        kind=model.kind,
        text=text_of(model.text, issues, exclusions_of(model.exclusions, issues)),
        delegations=tuple(delegation_of(told, order) for told in model.delegations),
        calendar=Calendar(tuple(model.sessions)),
        clock=model.clock,
        instructions={told.id: instructions_of(told.instructions, order, characters) for told in model.delegations},
        history=replace(history, outcome=outcome_in(order, history.outcome)) if history else None,
        sources=model.sources,
        phases=model.phases,
        audiences=tuple(map(audience_of, model.audiences)),
        judgements={audience.id: judgement_of(audience, issues) for audience in model.audiences},
        goodwill=goodwill_of(model.goodwill, ids),
        side_texts=model.side_texts,
        force=model.force,
        happenings=model.events,
        aftermath=model.aftermath,
        readings=model.readings,
        draw=model.draw,
        sequel=model.after,
        temperaments=characters,
        remarks=model.remarks,
    )
