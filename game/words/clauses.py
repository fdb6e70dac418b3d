"""A whole text as it is printed, clause by clause."""

from __future__ import annotations

from game.scenario import Scenario
from game.text import DelegationId, Outcome, draft
from game.words.language import say


def clauses(scenario: Scenario, outcome: Outcome) -> dict[str, str]:
    """A whole text as its printed clauses, by their titles; the heading comes first."""
    paper = draft(scenario.text, {DelegationId(""): outcome})
    said = {say("Heading"): "".join(run.words for run in paper.heading)}
    said.update({clause.title: "".join(run.words for run in clause.runs) for clause in paper.clauses})
    side = [scenario.text[issue] for issue in paper.unprinted if scenario.text[issue].side]
    said.update({issue.title: issue[outcome[issue.id]].name for issue in side})
    return said
