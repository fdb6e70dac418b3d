"""What a delegation's half of a file means: its opening, its points, its mandate and its red lines."""

from __future__ import annotations

from game.scenario.mistakes import printable
from game.scenario.names import Names, mark_twins
from game.scenario.proof import Path, Proof
from game.scenario.schema import DelegationModel, InstructionsModel, ScenarioModel


def check_delegations(model: ScenarioModel, proof: Proof, names: Names) -> None:
    """Mark what is wrong with the parties at the table and with their envelopes."""
    delegations = list(enumerate(model.delegations))
    mark_twins(proof, "delegation", [(("delegations", n, "id"), delegation.id) for n, delegation in delegations])
    mark_twins(proof, "letter", [(("delegations", n, "letter"), delegation.letter) for n, delegation in delegations])
    for n, delegation in delegations:
        path: Path = ("delegations", n)
        names.outcome((*path, "opening"), delegation.opening, whole=True)
        sheet = delegation.instructions
        _points((*path, "instructions", "points"), sheet, proof, names)
        _pairs((*path, "instructions", "pairs"), sheet, proof, names)
        _red_lines(path, delegation, proof, names)
        _mandate(path, delegation, proof, names)


def _points(path: Path, sheet: InstructionsModel, proof: Proof, names: Names) -> None:
    for issue in names.keys(path, sheet.points, names.options, "issue '{}'"):
        proof.mark(path, f"the points lack issue '{issue}'")
    for issue, points in sheet.points.items():
        known = names.options.get(issue, points.keys())
        for option in names.keys((*path, issue), points, known, f"option '{{}}' in issue '{issue}'"):
            proof.mark((*path, issue), f"the points of issue '{issue}' lack option '{option}'")


def _pairs(path: Path, sheet: InstructionsModel, proof: Proof, names: Names) -> None:
    seen: dict[frozenset[tuple[str, str]], int] = {}
    for n, pair in enumerate(sheet.pairs):
        names.outcome((*path, n, "options"), pair.options, whole=False)
        first = seen.setdefault(frozenset(pair.options.items()), n)
        if first != n:
            line = proof.at((*path, first), "").line
            proof.mark((*path, n), f"the same two options stand in the pair at line {line}")


def _red_lines(path: Path, delegation: DelegationModel, proof: Proof, names: Names) -> None:
    lines: Path = (*path, "instructions", "red_lines")
    for issue, options in delegation.instructions.red_lines.items():
        if not names.issue(lines, issue):
            continue
        barred = names.listed((*lines, issue), issue, options)
        if barred == set(names.options[issue]):
            proof.mark_key((*lines, issue), f"these red lines bar every option of issue '{issue}'")
        elif delegation.opening.get(issue) in barred:
            at: Path = (*path, "opening", issue)
            proof.mark(at, f"{delegation.id} opens with '{delegation.opening[issue]}', which its red lines bar")


def _mandate(path: Path, delegation: DelegationModel, proof: Proof, names: Names) -> None:
    ladder: Path = (*path, "instructions", "mandate")
    for issue, steps in delegation.instructions.mandate.items():
        if not names.issue(ladder, issue):
            continue
        if not steps:
            proof.mark((*ladder, issue), "a mandate needs at least its first step")
            continue
        earlier: dict[str, int] = {}
        for n, step in enumerate(steps):
            names.listed((*ladder, issue, n), issue, step)
            if not step:
                proof.mark((*ladder, issue, n), "a step of a mandate opens at least one option")
            for m, option in enumerate(step):
                if earlier.setdefault(option, n) != n:
                    proof.mark(
                        (*ladder, issue, n, m), f"step {earlier[option] + 1} opens '{printable(option)}' already"
                    )
        opening = delegation.opening.get(issue)
        if opening in names.options[issue] and opening not in steps[0]:
            at: Path = (*path, "opening", issue)
            proof.mark(at, f"{delegation.id} opens with '{opening}', outside the first step of its mandate")
