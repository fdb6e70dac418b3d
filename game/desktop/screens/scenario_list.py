"""The scenarios that can be chosen: those that come with the game and those given by path, good or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.desktop.kit.paragraph import Span, Style
from game.desktop.styled import styled
from game.scenario import Delegation, Scenario, ScenarioError, open_scenario, shipped
from game.words import count, day, phrase, say

KINDS = {
    "history": phrase("History"),
    "counterfactual": phrase("What if: a counterfactual"),
    "drill": phrase("Drill"),
}
_ORDER = {"history": 0, "counterfactual": 1, "drill": 2}


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
            return count("{n} mistake", "{n} mistakes", len(self.mistakes))
        return say(
            "{hours:hour} hours of talks · {issues} · {delegations}",
            hours=self.scenario.calendar.hours,
            issues=count("{n} issue", "{n} issues", len(self.scenario.text.negotiated)),
            delegations=count("{n} delegation", "{n} delegations", len(self.scenario.ids)),
        )

    @property
    def length(self) -> str:
        """How long a game takes, very roughly."""
        if self.scenario is None:
            return ""
        return say("about {n} minutes", n=self.scenario.minutes)

    @property
    def days(self) -> str:
        """From when to when, and where."""
        if self.scenario is None:
            return ""
        sessions = self.scenario.calendar.sessions
        places = list(dict.fromkeys(session.place for session in sessions))
        first, last = sessions[0].day, sessions[-1].day
        if first == last:
            return day(first)
        return say("{first:day} to {last:day}, {places:and}", first=first, last=last, places=places)


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


def opens_with(
    scenario: Scenario, delegation: Delegation, style: Style, words: Style, *, role: bool = True
) -> list[Span]:
    """What a delegation asks for when the talks open, in the issue that matters most; after its role, if `role`."""
    issue = scenario.text.foremost
    opening = Span(issue[delegation.opening[issue.id]].name, words)
    if role:
        return styled(phrase("{role:stop} Opens with {words}"), style, role=delegation.role, words=opening)
    return styled(phrase("Opens with {words}"), style, words=opening)
