"""The scenarios that can be chosen: those that come with the game and those given by path, good or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.desktop.screens.frame import counted, day_words
from game.scenario import Delegation, Scenario, ScenarioError, open_scenario, shipped
from game.talks import hour_number, listed

KINDS = {"history": "History", "counterfactual": "What if", "drill": "Drill"}


@dataclass(frozen=True, slots=True)
class Offer:
    """One scenario in the list, or the mistakes for which it cannot be played."""

    name: str
    """Its id, or the path of its file."""
    scenario: Scenario | None
    mistakes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What is written on it."""
        return self.scenario.title if self.scenario else self.name

    @property
    def facts(self) -> str:
        """Length and size in one line."""
        if self.scenario is None:
            return counted(len(self.mistakes), "mistake")
        text, calendar = self.scenario.text, self.scenario.calendar
        return (
            f"{hour_number(calendar.hours)} hours of talks · {counted(len(text.issues), 'issue')} · "
            f"{counted(len(self.scenario.ids), 'delegation')}"
        )

    @property
    def days(self) -> str:
        """From when to when, and where."""
        if self.scenario is None:
            return ""
        sessions = self.scenario.calendar.sessions
        places = list(dict.fromkeys(session.place for session in sessions))
        first, last = sessions[0].day, sessions[-1].day
        return f"{day_words(first)} to {day_words(last)}, {listed(places)}" if first != last else day_words(first)


def offers(paths: Iterable[str] = ()) -> tuple[Offer, ...]:
    """Those given by path first."""
    return tuple(_offer(name) for name in dict.fromkeys((*paths, *shipped())))


def _offer(name: str) -> Offer:
    try:
        return Offer(name, open_scenario(name))
    except ScenarioError as fault:
        return Offer(name, None, tuple(str(mistake) for mistake in fault.mistakes))


def opening_words(scenario: Scenario, delegation: Delegation) -> str:
    """What a delegation asks for when the talks open, in the issue that matters most."""
    text = scenario.text
    issues = sorted(text.issues, key=lambda issue: not issue.spine)
    issue = next((issue for issue in issues if not issue.side), issues[0])
    return issue[delegation.opening[issue.id]].name
