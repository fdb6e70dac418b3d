"""From the bytes of a file to a scenario, or to every mistake in it at once."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.scenario.edition import edition_names, in_edition
from game.scenario.mending import mend
from game.scenario.mistakes import Mistake, ScenarioError, did_you_mean, printable
from game.scenario.names import STAND_INS
from game.scenario.proof import Path, Proof
from game.scenario.reader import read
from game.scenario.scenario import Scenario
from game.scenario.schema import ScenarioModel, check_meaning, scenario_of, shape_of_files
from game.scenario.sentences import path_of, tell
from game.scenario.topics.editions import WHOLE
from game.text.paper import Undecided

_MOST_LOOKS = 500_000
"""Looks at an exclusion before the search for a text is given up: about half a second."""


@lru_cache(maxsize=32)
def load(source: bytes | str, file: str, edition: str = WHOLE) -> Scenario:
    """Read a scenario, whole or in one of its editions; `file` is how mistakes name it. Raises `ScenarioError` with
    every mistake of the file, or with the editions that it has where it has no such one.

    What was read lately is not read again: a table, its briefing and its list of offers ask for the same bytes.
    """
    if edition == WHOLE:
        return proofread(source, file)[0]
    whole = load(source, file)
    known = edition_names(whole)
    if edition not in known:
        said = f"there is no edition '{printable(edition)}': there {_listed(known)}{did_you_mean(edition, known)}"
        raise ScenarioError([Mistake(file, 0, 0, said)])
    return in_edition(whole, edition)


def _listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them, with its verb."""
    *most, last = (f"'{name}'" for name in names)
    return f"are {', '.join(most)} and {last}" if most else f"is only {last}"


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
        check_meaning(model, proof, {sittings for error in errors if (sittings := _sittings(path_of(error)))})
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


def _sittings(path: Path) -> Path:
    """The path of the list of sittings that a path leads into; an empty one where it leads into none."""
    return path[: path.index("sessions") + 1] if "sessions" in path else ()


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
    for n, edition in enumerate(scenario.editions):
        text = in_edition(scenario, edition.id).text
        settled = {issue.id: option.id for issue in text.issues if issue.fixed for option in issue.options}
        at: Path = ("editions", n, "fixed")
        if broken := text.conflict(settled):
            proof.mark(at, f"the settled wordings of '{edition.id}' cannot stand in one text: {broken.because}")
            continue
        with suppress(Undecided):  # it is told of the whole
            if text.extends({}, steps=_MOST_LOOKS) is None:
                proof.mark(at, f"the settled wordings of '{edition.id}' leave no text that could be signed")
