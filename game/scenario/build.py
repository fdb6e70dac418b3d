"""From the bytes of a file to a scenario, or to every mistake in it at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from functools import lru_cache

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.scenario.meaning import check_meaning
from game.scenario.mending import mend
from game.scenario.mistakes import ScenarioError
from game.scenario.names import STAND_INS
from game.scenario.proof import Proof
from game.scenario.reader import read
from game.scenario.scenario import (
    Brief,
    Calendar,
    Clock,
    Delay,
    Delegation,
    History,
    Instructions,
    Reference,
    Scenario,
    Session,
    Temperament,
)
from game.scenario.schema import DelegationModel, ExclusionModel, InstructionsModel, ScenarioModel
from game.scenario.sentences import path_of, tell
from game.scenario.world import AudienceId, Phase, PhaseId, SideTextId, Stake
from game.scenario.world_build import (
    aftermath_of,
    audience_of,
    characters_of,
    draw_of,
    force_of,
    goodwill_of,
    happening_of,
    judgement_of,
    outcome_of,
    pairs_of,
    reading_of,
    remark_of,
    sequel_of,
    side_text_of,
    temperament_of,
)
from game.text import (
    Clause,
    DelegationId,
    Exclusion,
    Issue,
    IssueId,
    Option,
    OptionId,
    Source,
    Text,
    parse_template,
)
from game.text.paper import Undecided

_MOST_LOOKS = 500_000
"""Looks at an exclusion before the search for a text is given up: about half a second."""


@lru_cache(maxsize=16)
def load(source: bytes | str, file: str) -> Scenario:
    """Read a scenario; `file` is how mistakes name it. Raises `ScenarioError` with every mistake of the file.

    What was read lately is not read again: a table, its briefing and its list of offers ask for the same bytes.
    """
    return proofread(source, file)[0]


def proofread(source: bytes | str, file: str) -> tuple[Scenario, Proof]:
    """Like `load`, with the proof sheet, for whoever has more to say about places in the file."""
    reading = read(source, file)
    proof = Proof(reading, file)
    if not reading.whole:
        raise ScenarioError(proof.mistakes)
    model, errors = _validated(reading.data)
    if errors:
        tell(errors, proof)
        # The second reading is for the sake of the meaning alone: what it stumbles over has been told.
        model = _validated(reading.data)[0] if mend(reading.data, errors) else None
    if model:
        told = list(proof.mistakes)
        check_meaning(model, proof, calendar=not any(path_of(error)[:1] == ("sessions",) for error in errors))
        places = {(mistake.line, mistake.column) for mistake in told} if errors else set()
        proof.mistakes[:] = told + [
            mistake
            for mistake in proof.mistakes[len(told) :]
            if (mistake.line, mistake.column) not in places and not any(name in mistake.message for name in STAND_INS)
        ]
    if proof.mistakes or model is None:
        raise ScenarioError(proof.mistakes)
    scenario = _scenario(model)
    _check_texts(scenario, proof)
    if proof.mistakes:
        raise ScenarioError(proof.mistakes)
    return scenario, proof


def _validated(data: object) -> tuple[ScenarioModel | None, list[ErrorDetails]]:
    try:
        return ScenarioModel.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _check_texts(scenario: Scenario, proof: Proof) -> None:
    """Whether there is anything to sign, and whether what was signed could have been."""
    try:
        if scenario.text.extends({}, steps=_MOST_LOOKS) is None:
            proof.mark(("exclusions",), "these exclusions leave no text that could be signed")
            return
    except Undecided:
        proof.mark(
            ("exclusions",), "it could not be decided whether these exclusions leave any text: they need to be simpler"
        )
    if scenario.history and (broken := scenario.text.conflict(scenario.history.outcome)):
        proof.mark(("history", "outcome"), f"this text breaks an exclusion: {broken.because}")


def _scenario(model: ScenarioModel) -> Scenario:
    issues = tuple(_issues(model))
    order = tuple(issue.id for issue in issues)
    all_options = {issue.id: frozenset(option.id for option in issue.options) for issue in issues}
    ids = [DelegationId(delegation.id) for delegation in model.delegations]
    characters = characters_of(model)
    return Scenario(
        id=model.scenario,
        title=model.title,
        summary=model.summary,
        background=model.background,
        kind=model.kind,
        text=Text(
            heading=parse_template(model.text.heading),
            clauses=tuple(Clause(c.id, c.title, parse_template(c.words)) for c in model.text.clauses),
            issues=issues,
            exclusions=tuple(e for rule in model.exclusions for e in _exclusions(rule, all_options)),
        ),
        delegations=tuple(_delegation(delegation, order) for delegation in model.delegations),
        calendar=Calendar(
            tuple(
                Session(
                    s.day,
                    s.place,
                    time.fromisoformat(s.starts),
                    s.hours,
                    s.title,
                    PhaseId(s.phase) if s.phase else None,
                )
                for s in model.sessions
            )
        ),
        clock=Clock(**model.clock.model_dump()),
        instructions={DelegationId(d.id): _instructions(d.instructions, order, characters) for d in model.delegations},
        history=_history(model, order),
        sources={name: Reference(source.title, source.where) for name, source in model.sources.items()},
        phases=tuple(Phase(PhaseId(phase.id), phase.title) for phase in model.phases),
        audiences=tuple(audience_of(audience) for audience in model.audiences),
        judgements={AudienceId(audience.id): judgement_of(audience, issues) for audience in model.audiences},
        goodwill=goodwill_of(model),
        side_texts=tuple(side_text_of(side_text) for side_text in model.side_texts),
        force=force_of(model),
        happenings=tuple(happening_of(event, model, ids) for event in model.events),
        aftermath=tuple(aftermath_of(test) for test in model.aftermath),
        readings=tuple(reading_of(reading) for reading in model.readings),
        draw=draw_of(model),
        sequel=sequel_of(model, ids),
        temperaments=characters,
        remarks=tuple(remark_of(line) for line in model.remarks),
    )


def _issues(model: ScenarioModel) -> list[Issue]:
    return [
        Issue(
            id=IssueId(issue.id),
            title=issue.title,
            side=issue.side,
            spine=issue.spine,
            options=tuple(
                Option(
                    id=OptionId(option.id),
                    name=option.name,
                    words=option.words,
                    parts=dict(option.parts),
                    binds=option.binds,
                    precise=option.precise,
                    shares=option.shares,
                    source=Source(option.label, tuple(option.cite), option.note),
                )
                for option in issue.options
            ),
        )
        for issue in model.issues
    ]


def _exclusions(rule: ExclusionModel, all_options: Mapping[IssueId, frozenset[OptionId]]) -> list[Exclusion]:
    """`if` these `then` one of those, as options that cannot stand together: one exclusion for each `then`."""
    given = {IssueId(issue): frozenset(map(OptionId, options)) for issue, options in rule.if_.items()}
    found = []
    for name, allowed in rule.then.items():
        issue = IssueId(name)
        shut = all_options[issue] - frozenset(map(OptionId, allowed))
        if shut:
            found.append(Exclusion({**given, issue: shut}, rule.because))
    return found


def _delegation(model: DelegationModel, order: tuple[IssueId, ...]) -> Delegation:
    return Delegation(
        id=DelegationId(model.id),
        name=model.name,
        short=model.short,
        role=model.role,
        capital=model.capital,
        letter=model.letter,
        shape=model.shape,
        opening=outcome_of(model.opening, order),
    )


def _instructions(
    model: InstructionsModel, order: tuple[IssueId, ...], characters: Mapping[str, Temperament]
) -> Instructions:
    brief = model.brief
    return Instructions(
        points={issue: {OptionId(o): points for o, points in model.points[issue].items()} for issue in order},
        reservation_value=model.reservation_value,
        delay=Delay(model.delay.points, model.delay.hours),
        brief=Brief(brief.from_, brief.to, brief.date, tuple(brief.paragraphs), brief.note),
        pairs=pairs_of(model.pairs, order),
        red_lines={IssueId(issue): frozenset(map(OptionId, barred)) for issue, barred in model.red_lines.items()},
        mandate={
            IssueId(issue): tuple(frozenset(map(OptionId, step)) for step in steps)
            for issue, steps in model.mandate.items()
        },
        temperament=temperament_of(model.temperament, characters),
        stakes={SideTextId(name): Stake(stake.give, stake.swap) for name, stake in model.stakes.items()},
    )


def _history(model: ScenarioModel, order: tuple[IssueId, ...]) -> History | None:
    told = model.history
    if told is None:
        return None
    return History(told.title, told.day, outcome_of(told.outcome, order), tuple(told.cite), told.note)
