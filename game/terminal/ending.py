"""What is said when the talks are over: the verdict, the points with their parts, the signed text, the historical one.

The envelopes are open now, so this holds the whole scenario.
"""

from __future__ import annotations

from game.scenario import Scenario
from game.talks import Verdict, hours_words
from game.terminal.console import Console
from game.terminal.spoken import bare, day_words, signed
from game.text import DelegationId, Outcome, draft


def show_ending(
    console: Console, scenario: Scenario, ended: Verdict, hours: float, me: DelegationId | None = None
) -> None:
    """Everything, mine first."""
    console.say()
    console.say(f"The talks are over after {hours_words(hours)} of talks. {ended.reason}")
    for who in sorted(scenario.ids, key=lambda who: who != me):
        _show_score(console, scenario, ended, who, mine=who == me)
    if ended.outcome is not None:
        _show_signed(console, scenario, ended.outcome)
    if scenario.history is not None:
        _show_history(console, scenario, ended, me)


def _show_score(console: Console, scenario: Scenario, ended: Verdict, who: DelegationId, *, mine: bool) -> None:
    score = ended.scores[who]
    sheet = scenario.instructions[who]
    subject = "Your points" if mine else f"The points of {scenario[who].short}"
    console.say(f"{subject}: {bare(score.total)}. The walk-away was {bare(sheet.reservation_value)}.")
    for entry in score.entries:
        title = f"{scenario.text[entry.issue].title}: " if entry.issue else ""
        console.say(f"{signed(entry.points)}, {title}{entry.reason.rstrip('.')}.", indent=2, hang=2)


def clauses(scenario: Scenario, outcome: Outcome) -> dict[str, str]:
    """A whole text as its printed clauses, by their titles; the heading comes first."""
    paper = draft(scenario.text, {DelegationId(""): outcome})
    said = {"Heading": "".join(run.words for run in paper.heading)}
    said.update({clause.title: "".join(run.words for run in clause.runs) for clause in paper.clauses})
    side = [scenario.text[issue] for issue in paper.unprinted if scenario.text[issue].side]
    said.update({issue.title: issue[outcome[issue.id]].name for issue in side})
    return said


def _show_signed(console: Console, scenario: Scenario, outcome: Outcome) -> None:
    console.say("The text as it was signed.")
    for title, words in clauses(scenario, outcome).items():
        console.say(f"{title}: {words}", indent=2, hang=2)


def _show_history(console: Console, scenario: Scenario, ended: Verdict, me: DelegationId | None) -> None:
    history = scenario.history
    if history is None:
        return
    console.say(f"The historical text: {history.title}, {day_words(history.day)}.")
    real = clauses(scenario, history.outcome)
    ours = clauses(scenario, ended.outcome) if ended.outcome is not None else {}
    titles = list(dict.fromkeys([*real, *ours]))
    for title in titles:
        words = real.get(title, "silence")
        same = ended.outcome is not None and ours.get(title, "silence") == words
        console.say(
            f"{title}: {'the same as yours.' if same and me else 'the same.' if same else words}", indent=2, hang=2
        )
    for who in sorted(scenario.ids, key=lambda who: who != me):
        console.say(_compared(scenario, ended, who, mine=who == me))
    if history.note:
        console.say(history.note)


def _compared(scenario: Scenario, ended: Verdict, who: DelegationId, *, mine: bool) -> str:
    total, history = ended.scores[who].total, ended.historical[who].total if ended.historical else 0
    whom = "you" if mine else scenario[who].short
    worth = f"To {whom} it would have been worth {bare(history)} after the same hours"
    if history == total:
        return f"{worth}: the same."
    better = "history did better" if history > total else f"{whom} did better than history"
    return f"{worth}: {better}, by {abs(history - total)}."
