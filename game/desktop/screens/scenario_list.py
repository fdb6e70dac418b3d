"""The scenarios that can be chosen: those that come with the game and those given by path, good or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.desktop.screens.layout import counted, day_words
from game.scenario import Delegation, Scenario, ScenarioError, open_scenario, shipped
from game.talks import hour_number, listed

KINDS = {"history": "History", "counterfactual": "What if: a counterfactual", "drill": "Drill"}
_ORDER = {"history": 0, "counterfactual": 1, "drill": 2}
_MINUTES = 1.2
"""Minutes of play, very roughly, for each move that a side has time for."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One scenario in the list, or the mistakes for which it cannot be played."""

    name: str
    """Its id, or the path of its file."""
    scenario: Scenario | None
    mistakes: tuple[str, ...] = ()
    follows: str = ""
    """The title of the talks that it follows, if it is a sequel."""

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
    def length(self) -> str:
        """How long a game takes, very roughly."""
        if self.scenario is None:
            return ""
        calendar, clock = self.scenario.calendar, self.scenario.clock
        moves = calendar.hours / max(0.5, clock.package + clock.decline)
        return f"about {max(5, 5 * round(moves * _MINUTES / 5))} minutes"

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
    """Those given by path first; then what came with the game: history before what never was, a sequel after the talks
    that it follows, short before long."""
    given = list(dict.fromkeys(paths))
    found = [_offer(name) for name in (*given, *(name for name in shipped() if name not in given))]
    titles = {offer.scenario.id: offer.title for offer in found if offer.scenario}
    known = [_following(offer, titles) for offer in found]
    return (*known[: len(given)], *sorted(known[len(given) :], key=_place))


def _following(offer: Offer, titles: Mapping[str, str]) -> Offer:
    sequel = offer.scenario.sequel if offer.scenario else None
    return replace(offer, follows=titles.get(sequel.scenario, sequel.scenario)) if sequel else offer


def _place(offer: Offer) -> tuple[int, bool, float]:
    scenario = offer.scenario
    return (_ORDER[scenario.kind], bool(offer.follows), scenario.calendar.hours) if scenario else (9, False, 0.0)


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
