"""Small sentences of the table screen that several panels use."""

from __future__ import annotations

from game.scenario import Band
from game.talks import View, hours_words
from game.text import DelegationId, IssueId, OptionId


def name_of(view: View, issue: IssueId, option: OptionId) -> str:
    """The name of a wording."""
    return view.scenario.text[issue][option].name


def span_of(reach: tuple[int, int]) -> str:
    """Worst to best: 43 to 66."""
    low, high = (str(points).replace("-", "−") for points in reach)
    return low if low == high else f"{low} to {high}"


def when(view: View, hours: float) -> str:
    """An hour of talks on the calendar: 24 May, 14:00."""
    moment = view.scenario.calendar.at(hours).when
    return f"{moment.day} {moment:%B}, {moment:%H:%M}"


def moment_words(view: View) -> str:
    """Now: Tuesday 24 May 1994, 14:00."""
    moment = view.moment.when
    return f"{moment:%A} {moment.day} {moment:%B %Y}, {moment:%H:%M}"


def hours_left(view: View) -> str:
    """What is left of the talks."""
    return f"{hours_words(view.hours_left)} of {hours_words(view.deadline)} left"


def short(view: View, who: DelegationId) -> str:
    """A delegation in a sentence to the player: we, or its short name."""
    return "we" if who == view.who else view.scenario[who].short


def cost_of_hours(view: View, hours: float) -> int:
    """Points that so many more hours of talks would cost this seat."""
    delay = view.seat.instructions.delay
    return delay.cost(view.hours + hours) - delay.cost(view.hours)


def effect_of(band: Band) -> str:
    """What a band of goodwill does to the hours."""
    return {
        "cold": "a package to them takes ½ h more",
        "correct": "no hours lost or won by it",
        "warm": "to accept their package takes half the time",
    }[band]
