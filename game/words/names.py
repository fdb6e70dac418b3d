"""What the scenario calls things, as it stands in a sentence: wordings, titles, delegations, audiences, days."""

from __future__ import annotations

from game.scenario import AudienceId, Scenario
from game.talks import CHAIR
from game.text import DelegationId, IssueId, OptionId
from game.words.language import count, day_of_month, head, quoted, say, say_as


def wording(scenario: Scenario, issue: IssueId, option: OptionId) -> str:
    """The name of a wording, in quotation marks."""
    return quoted(scenario.text[issue][option].name)


def named_alone(scenario: Scenario, issue: IssueId, option: OptionId) -> str:
    """A wording where its issue is not named beside it: several issues have a silence of one name."""
    if scenario.text[issue][option].silent:
        return say("silence on {issue:quoted}", issue=scenario.text[issue].title)
    return wording(scenario, issue, option)


def title(scenario: Scenario, issue: IssueId | None) -> str:
    """The title of an issue; empty without one."""
    return scenario.text[issue].title if issue else ""


def short(scenario: Scenario, who: DelegationId) -> str:
    """A delegation's short name, in the middle of a sentence."""
    return scenario[who].short


def seat(scenario: Scenario, who: DelegationId | None) -> str:
    """The short name of a delegation or of an audience, or the chair, in the middle of a sentence; empty for nobody."""
    if who is None:
        return ""
    if who == CHAIR:
        return say("the chair")
    return scenario[who].short if who in scenario.ids else audience(scenario, AudienceId(who))


def seat_title(scenario: Scenario, who: DelegationId) -> str:
    """The full name of a delegation or of an audience."""
    return scenario[who].name if who in scenario.ids else scenario.audience(AudienceId(who)).name


def audience(scenario: Scenario, id: AudienceId) -> str:
    """An audience's short name, in the middle of a sentence."""
    return scenario.audience(id).short


def named(scenario: Scenario, id: AudienceId) -> str:
    """An audience's short name without its article, as a heading."""
    articles = say_as("articles, with a bar between them", "the").split("|")
    words = audience(scenario, id)
    first, _, rest = words.partition(" ")
    return head(rest if rest and first in articles else words)


def day_at(scenario: Scenario, hours: float) -> str:
    """The day on which an hour of the talks falls: 10 June."""
    return day_of_month(scenario.calendar.at(hours).when)


def steps_words(steps: int) -> str:
    """How many steps of a mandate: one step, 2 steps."""
    return count("one step", "{n} steps", steps)
