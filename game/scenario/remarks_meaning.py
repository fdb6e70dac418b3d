"""What an author's lines mean: whose they are, with which moves they can be said, and what stands in their places."""

from __future__ import annotations

from game.scenario.mistakes import did_you_mean, printable
from game.scenario.names import Names, may_be
from game.scenario.proof import Path, Proof
from game.scenario.remarks import PLACES, WORDLESS, places_in
from game.scenario.schema import ScenarioModel
from game.scenario.world_schema import RemarkModel

_APART = (
    ("cold", "correct", "warm"),
    ("early", "late"),
    ("early", "last-hours"),
    ("first-day", "last-hours"),
    ("two", "many"),
)
"""Circumstances of which one at most holds."""


def check_remarks(model: ScenarioModel, proof: Proof, names: Names) -> None:
    """Mark every line that could not be said."""
    delegations = [delegation.id for delegation in model.delegations]
    for n, line in enumerate(model.remarks):
        path: Path = ("remarks", n)
        if line.of is not None and line.of not in delegations and not may_be(line.of, delegations):
            meant = did_you_mean(line.of, delegations)
            proof.mark((*path, "of"), f"no delegation '{printable(line.of)}'{meant}")
        _stake(path, line, proof, names)
        _when(path, line, proof)
        _places(path, line, proof)


def _stake(path: Path, line: RemarkModel, proof: Proof, names: Names) -> None:
    if line.issue is None:
        if line.options:
            proof.mark_key((*path, "options"), "options need their 'issue'")
        return
    if line.issue not in names.options:
        if not may_be(line.issue, names.options):
            meant = did_you_mean(line.issue, names.options)
            proof.mark((*path, "issue"), f"no issue '{printable(line.issue)}'{meant}")
        return
    names.listed((*path, "options"), line.issue, line.options)
    for m, move in enumerate(line.move):
        if move in WORDLESS:
            proof.mark((*path, "move", m), f"no wording is at stake with '{move}', so the line cannot name an issue")


def _when(path: Path, line: RemarkModel, proof: Proof) -> None:
    for apart in _APART:
        both = [each for each in line.when if each in apart]
        if len(set(both)) > 1:
            place = line.when.index(both[-1])
            proof.mark((*path, "when", place), f"'{both[0]}' and '{both[-1]}' never hold together")


def _places(path: Path, line: RemarkModel, proof: Proof) -> None:
    try:
        places = places_in(line.say)
    except ValueError:
        proof.mark((*path, "say"), "braces hold one name each, such as {word}")
        return
    told: set[int] = set()
    for place in dict.fromkeys(places):
        if place not in PLACES:
            known = did_you_mean(place, PLACES)
            proof.mark((*path, "say"), f"nothing is known as '{{{printable(place)}}}'{known}")
            continue
        allowed = PLACES[place]
        for m, move in enumerate(line.move):
            if allowed is not None and move not in allowed and m not in told:
                told.add(m)
                proof.mark((*path, "move", m), f"'{{{place}}}' is not known with '{move}'")
