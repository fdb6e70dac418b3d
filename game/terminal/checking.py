"""What was found in scenario files that were looked over for their authors."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario import WHOLE, Report, Scenario
from game.terminal.console import Console
from game.words import count, phrase, say


def show_reports(console: Console, reports: Sequence[Report], *, as_json: bool) -> None:
    """A line for each mistake and warning, and one for each file without mistakes; or all as one JSON array."""
    if as_json:
        for line in ("[" + ",\n".join(report.to_json() for report in reports) + "]").split("\n"):
            console.line(line)
        return
    for report in reports:
        for line in report.lines():
            console.line(line)
        if report.scenario is not None:
            console.line(f"{report.file}: {_good(report.scenario, len(report.warnings))}")


def _good(scenario: Scenario, warnings: int) -> str:
    options = sum(len(issue.options) for issue in scenario.text.negotiated)
    state = count("no mistake, and {n} warning", "no mistake, and {n} warnings", warnings) if warnings else say("good")
    line = phrase("{state}. {delegations} delegations, {issues} issues, {options} wordings.")
    told = {"delegations": len(scenario.ids), "issues": len(scenario.text.negotiated), "options": options}
    if scenario.edition != WHOLE:
        line = phrase(
            "{state}. In the edition {edition}: {delegations} delegations, {issues} issues, {options} wordings."
        )
        return say(line, state=state, edition=scenario.edition, **told)
    if editions := [edition.id for edition in scenario.editions]:
        line = phrase(
            "{state}. {delegations} delegations, {issues} issues, {options} wordings; editions: {ids:strung}."
        )
        return say(line, state=state, ids=editions, **told)
    return say(line, state=state, **told)
