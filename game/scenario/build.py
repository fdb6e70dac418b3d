"""From the bytes of a file to a scenario, or to every mistake in it at once."""

from __future__ import annotations

from functools import lru_cache

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.scenario.mending import mend
from game.scenario.mistakes import ScenarioError
from game.scenario.names import STAND_INS
from game.scenario.proof import Proof
from game.scenario.reader import read
from game.scenario.scenario import Scenario
from game.scenario.schema import ScenarioModel, check_meaning, scenario_of, shape_of_files
from game.scenario.sentences import path_of, tell
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
        raise ScenarioError(proof.mistakes, proof.doubts)
    model, errors = _validated(reading.data)
    if errors:
        tell(errors, proof)
        # The second reading is for the sake of the meaning alone: what it stumbles over has been told.
        model = _validated(reading.data)[0] if mend(reading.data, errors) else None
    if model:
        told = list(proof.mistakes)
        check_meaning(model, proof, calendar=not any(path_of(error)[:1] == ("sessions",) for error in errors))
        spoilt = [*told, *(proof.at(path_of(error), "") for error in errors)] if errors else []
        places = {(mistake.line, mistake.column) for mistake in spoilt}
        proof.mistakes[:] = told + [
            mistake
            for mistake in proof.mistakes[len(told) :]
            if (mistake.line, mistake.column) not in places and not any(name in mistake.message for name in STAND_INS)
        ]
    if proof.mistakes or model is None:
        raise ScenarioError(proof.mistakes, proof.doubts)
    scenario = scenario_of(model)
    _check_texts(scenario, proof)
    if proof.mistakes:
        raise ScenarioError(proof.mistakes, proof.doubts)
    return scenario, proof


def _validated(data: object) -> tuple[ScenarioModel | None, list[ErrorDetails]]:
    try:
        return shape_of_files().validate_python(data), []
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
