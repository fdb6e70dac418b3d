"""A whole scenario file: its sections, what they mean together, and the scenario that they make.

The shapes and types are checked by the models; the JSON Schema for editors is written out from these same models.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, TypeAdapter

from game.scenario.edition_check import check_editions
from game.scenario.names import Names
from game.scenario.proof import Path, Proof
from game.scenario.register import CITED
from game.scenario.scenario import Scenario, Told
from game.scenario.shapes import Id
from game.scenario.topics.aftermath import check_aftermath
from game.scenario.topics.audiences import AudienceModel, audience_of, check_audiences, judgement_of
from game.scenario.topics.bounds import check_draw
from game.scenario.topics.calendar import Calendar, Session, check_phases, check_sessions
from game.scenario.topics.clauses import TextModel, check_text, text_of
from game.scenario.topics.delegations import DelegationModel, check_delegations, delegation_of
from game.scenario.topics.events import check_events
from game.scenario.topics.force import check_force
from game.scenario.topics.goodwill import GoodwillModel, check_goodwill, goodwill_of
from game.scenario.topics.history import Reference, check_history, check_sources
from game.scenario.topics.instructions import instructions_of
from game.scenario.topics.questions import check_questions
from game.scenario.topics.readings import check_readings
from game.scenario.topics.remarks import check_remarks
from game.scenario.topics.sequels import check_sequel
from game.scenario.topics.sheets import outcome_in
from game.scenario.topics.side_texts import check_side_texts
from game.scenario.topics.temperaments import CharacterModel, character_of
from game.scenario.topics.wordings import (
    ExclusionModel,
    IssueModel,
    check_exclusions,
    check_issues,
    exclusions_of,
    issue_of,
)


@dataclass(frozen=True, kw_only=True)
class ScenarioModel(Told):
    """One scenario file."""

    text: Annotated[TextModel, Field(description="The text on the table: its heading and its clauses.")]
    issues: Annotated[
        list[IssueModel],
        Field(min_length=1, max_length=40, description="The phrases that are negotiated, each with its wordings."),
    ]
    exclusions: Annotated[
        tuple[ExclusionModel, ...],
        Field(max_length=200, description="Wordings that cannot stand together in one text."),
    ] = ()
    delegations: Annotated[
        list[DelegationModel],
        Field(min_length=2, max_length=6, description="The parties at the table, in the order in which they speak."),
    ]
    sessions: Annotated[
        list[Session],
        Field(min_length=1, max_length=60, description="The sittings, one after the other: the hours of talks."),
    ]
    audiences: Annotated[
        tuple[AudienceModel, ...],
        Field(
            max_length=16,
            description="Those who are not at the table and judge the text: allies, parliaments, newspapers.",
        ),
    ] = ()
    goodwill: Annotated[
        GoodwillModel, Field(description="How the delegations stand with each other when the talks open.")
    ] = field(default_factory=GoodwillModel)
    register: Annotated[
        dict[Id, Reference],
        BeforeValidator(lambda told: {} if told == CITED else told, json_schema_input_type=Literal["cited"]),
        Field(description="cited: what is cited and not listed under `sources` is in the register of the game."),
    ] = field(default_factory=dict)
    """What the game has written in for it."""
    temperaments: Annotated[
        dict[Id, CharacterModel], Field(max_length=20, description="Characters that a delegation may be played like.")
    ] = field(default_factory=dict)


@cache
def shape_of_files() -> TypeAdapter[ScenarioModel]:
    """What checks the shapes and types of a whole file, and can write them out as a JSON Schema."""
    return TypeAdapter(ScenarioModel)


def check_meaning(model: ScenarioModel, proof: Proof, unread: Container[Path] = ()) -> None:
    """Mark everything that is well formed and still cannot be meant; sittings at the paths that are `unread` have days
    that cannot be judged."""
    names = Names(
        [(issue.id, [option.id for option in issue.options]) for issue in model.issues],
        {
            "delegation": [delegation.id for delegation in model.delegations],
            "audience": [audience.id for audience in model.audiences],
            "phase": [phase.id for phase in model.phases],
            "side text": [text.id for text in model.side_texts],
            "temperament": model.temperaments,
            "event": [event.id for event in model.happenings],
            "test": [test.id for test in model.aftermath],
            "source": {**model.register, **model.sources},
        },
        proof,
    )
    check_sources(model.register, model.sources, names)
    check_issues(model.issues, names)
    check_text(model.text, model.issues, names)
    check_exclusions(model.exclusions, names)
    if ("sessions",) not in unread:
        check_sessions(model.sessions, proof)
    spine = next((issue.id for issue in model.issues if issue.spine), None)
    check_delegations(model.delegations, spine, names)
    check_phases(model.phases, model.sessions, names)
    check_audiences(model.audiences, names)
    check_goodwill(model.goodwill, names)
    check_side_texts(model.side_texts, names)
    check_force(model.force, names)
    check_events(model.happenings, names)
    check_aftermath(model.aftermath, names)
    check_readings(model.readings, names)
    check_draw(model.draw, names)
    check_sequel(model.sequel, model.id, names)
    check_remarks(model.remarks, names)
    clauses = [clause.id for clause in model.text.clauses]
    check_history(model.history, clauses, names, invented=model.kind == "drill")
    check_questions(model.questions, names)
    check_editions(model.editions, model, names, unread)


def scenario_of(model: ScenarioModel) -> Scenario:
    """The scenario that a file says, if nothing is wrong with its meaning."""
    issues = tuple(map(issue_of, model.issues))
    order = [issue.id for issue in issues]
    characters = {name: character_of(told) for name, told in model.temperaments.items()}
    as_written = {each.name: getattr(model, each.name) for each in fields(Told)}
    as_written["sources"] = {**model.register, **model.sources}
    if model.history:
        as_written["history"] = replace(model.history, outcome=outcome_in(order, model.history.outcome))
    return Scenario(
        text=text_of(model.text, issues, exclusions_of(model.exclusions, issues)),
        delegations=tuple(delegation_of(told, order) for told in model.delegations),
        calendar=Calendar(tuple(model.sessions)),
        instructions={told.id: instructions_of(told.instructions, order, characters) for told in model.delegations},
        audiences=tuple(map(audience_of, model.audiences)),
        judgements={audience.id: judgement_of(audience, issues) for audience in model.audiences},
        goodwill=goodwill_of(model.goodwill, [delegation.id for delegation in model.delegations]),
        temperaments=characters,
        **as_written,
    )
