"""Those at the table and those in the corridor, as one seat sees them now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from game.scenario import Audience, AudienceId, Band, Power
from game.seat.memo import kept
from game.talks import Standing, View, Wish, events
from game.talks.events import AllyAnswer, Mood
from game.text import DelegationId, IssueId

_WORST_FIRST: tuple[Mood, ...] = ("against", "uneasy", "content")


@dataclass(frozen=True, slots=True)
class Person:
    """A delegation at the table."""

    id: DelegationId
    floor: bool = False
    initialled: bool = False
    consents: bool = False
    """Whether its allies have consented to the text as it is."""
    needs_consent: bool = False
    """Whether the text is clean and its allies have still to consent."""
    goodwill: Band | None = None
    """How this seat stands with it; None for oneself, and for a watcher."""
    said: int | None = None
    """The place in the record of its last words."""
    temperament: str = ""
    """What the author calls the character that came; told when the talks are over."""


@dataclass(frozen=True, slots=True)
class Sounding:
    """What an ally answered when it was asked last."""

    at: float
    answer: AllyAnswer
    issue: IssueId | None = None
    """The clause that it minds, unless the answer is yes."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody in the corridor whose mood this seat can tell."""

    id: AudienceId
    mood: Mood
    votes: bool = False
    """Whether the paper as its delegation wants it would need its vote."""
    wishes: tuple[Wish, ...] = ()
    """The wordings that would please it most."""
    sounded: Sounding | None = None
    returned: bool = False
    """Whether it has sent the text back."""


def people(view: View) -> tuple[Person, ...]:
    """Everybody at the table, in its order."""
    said: dict[DelegationId, int] = {}
    for place, event in enumerate(view.record):
        if event.remark and event.by:
            said[event.by] = place
    speak = {audience.of for audience in view.scenario.audiences if audience.power == "consent"}
    ended = view.verdict
    found = []
    for who in view.scenario.ids:
        consents = who in view.consented and who in speak and not view.brackets
        key = (
            who,
            ended is None and view.floor == who,
            who in view.initials,
            consents,
            who in speak and not view.brackets and who not in view.consented,
            view.band(who) if view.own and who != view.who else None,
            said.get(who),
            ended.sheets[who].temperament.name if ended else "",
        )
        found.append(kept(view.scenario.text, ("person", *key), lambda key=key: Person(*key)))  # type: ignore[misc]
    return tuple(found)


def corridor(view: View) -> tuple[Listener, ...]:
    """Everybody outside whose mood this seat can tell: whoever is most against first, one's own before those of
    others; a parliament that has no vote on such a paper comes last, whatever it thinks."""
    sounded: dict[AudienceId, Sounding] = {}
    for event in view.record:
        if isinstance(event, events.Sounded):
            sounded[event.audience] = Sounding(event.at, event.answer, event.issue)
    told = [(view.scenario.audience(id), standing) for id, standing in view.standings.items()]
    told.sort(key=lambda each: _order(view, *each))
    return tuple(
        Listener(each.id, seen.mood, seen.votes, seen.wishes, sounded.get(each.id), each.id in view.returned)
        for each, seen in told
    )


def _order(view: View, audience: Audience, standing: Standing) -> tuple[bool, int, bool, int]:
    return (
        audience.power == "ratify" and not standing.votes,
        _WORST_FIRST.index(standing.mood),
        audience.of != view.who,
        get_args(Power).index(audience.power),
    )
