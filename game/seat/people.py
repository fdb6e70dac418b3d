"""Those at the table and those in the corridor, as one seat sees them now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from game.scenario import Audience, AudienceId, Band, Power
from game.seat.heard import memory
from game.seat.memo import kept, one
from game.talks import Refused, Sound, Standing, View, Wish
from game.talks.events import AllyAnswer, Mood, Sounded
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
    """The place in the record of its last words; None once it has acted without any, as they are no longer what it
    says."""
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
    why_not: Refused | None = None
    """Why the rules would not have this seat sound it, which has the floor; None where they would, where they have
    something against all sounding, and for whoever is no ally of this seat's."""
    asked: bool = False
    """Whether this seat has sounded it and has had no answer yet."""


def people(view: View) -> tuple[Person, ...]:
    """Everybody at the table, in its order."""
    said, ended = memory(view).said, view.verdict
    waited_for = view.floor if ended is None and not view.pending else None
    allies = () if view.brackets else view.scenario.audiences
    asks = {audience.of for audience in allies if audience.power == "consent"}
    found = []
    for who in view.scenario.ids:
        person = one(
            Person,
            who,
            who == waited_for,
            who in view.initials,
            who in asks and who in view.consented,
            who in asks and who not in view.consented,
            view.band(who) if view.own and who != view.who else None,
            said.get(who),
            ended.sheets[who].temperament.name if ended else "",
        )
        found.append(person)
    return tuple(found)


def corridor(view: View) -> tuple[Listener, ...]:
    """Everybody outside whose mood this seat can tell: whoever is most against first, one's own before those of
    others; a parliament that has no vote on such a paper comes last, whatever it thinks."""
    heard = memory(view).sounded
    refused = view.legal.refused if view.own and view.legal.may(Sound) else ()
    closed = {move.audience: why for move, why in refused if isinstance(move, Sound)}
    key = (view.who, view.returned, tuple(closed.items()), view.asked)
    return kept(key, lambda: _corridor(view, heard, closed), heard, *view.standings.values())


def _corridor(
    view: View, heard: Mapping[AudienceId, Sounded], closed: Mapping[AudienceId, Refused]
) -> tuple[Listener, ...]:
    sounded = {id: Sounding(each.at, each.answer, each.issue) for id, each in heard.items()}
    told = [(view.scenario.audience(id), standing) for id, standing in view.standings.items()]
    told.sort(key=lambda each: _order(view, *each))
    found = []
    for each, seen in told:
        why_not = closed.get(each.id) if each.of == view.who and each.power == "consent" else None
        returned = each.id in view.returned
        told_last, asked = sounded.get(each.id), each.id in view.asked
        found.append(one(Listener, each.id, seen.mood, seen.votes, seen.wishes, told_last, returned, why_not, asked))
    return tuple(found)


def _order(view: View, audience: Audience, standing: Standing) -> tuple[bool, int, bool, int]:
    return (
        audience.power == "ratify" and not standing.votes,
        _WORST_FIRST.index(standing.mood),
        audience.of != view.who,
        get_args(Power).index(audience.power),
    )
