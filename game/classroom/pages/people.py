"""Who sits here, who is at the table, who stands in the corridor, and what has happened, as regions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from game.classroom.pages.markup import part
from game.classroom.pages.paper import TEMPLATE
from game.classroom.pages.presses import Fill, pressing
from game.classroom.pages.said import NOTHING, said
from game.classroom.pages.signs import mark
from game.scenario import Audience, Scenario
from game.seat import Desk, Minute, Person, encode, lessons
from game.table import Member, Suggestion, Team
from game.talks import Propose
from game.talks.events import Event, Made, speaker
from game.talks.outside import Wired
from game.words import SENTENCES, head, hours, listed, phrase, say, strung
from game.words import corridor as outside
from game.words.events import tell
from game.words.goodwill import band_name
from game.words.language import hour
from game.words.moves import called
from game.words.names import seat, seat_title
from game.words.news import changes, story
from game.words.outside import waiting
from game.words.people import names
from game.words.taught import lesson
from game.words.teams import member_name

_CHUNK = 6
"""Events of one region of the record: only the last of them changes with a move."""


def head_region(scenario: Scenario, desk: Desk) -> Markup:
    """Who this is, and how many of the hours are gone; the clock and the table are the room's to say."""
    now, who = desk.now, desk.who

    def made() -> Markup:
        gone = say("{gone} of {all} hours gone", gone=hour(now.hours), all=hour(now.deadline))
        told = {"gone": gone, "hours": now.hours, "total": now.deadline}
        return part(TEMPLATE, "head", sign=mark(scenario, who), name=head(seat(scenario, who)), **told)

    return said(("head", who, now.hours, now.deadline), made, scenario)


# ---- the pen ------------------------------------------------------------------------------------------------------


def strip_region(scenario: Scenario, team: Team | None, *, over: bool) -> Markup:
    """Who holds the pen, who asks for it, and what is suggested to whoever has it; nothing when the talks are over, and
    where somebody sits alone with it."""
    if team is None or over or [each.device for each in team.members] == [team.pen]:
        return NOTHING
    return said(("strip", team), lambda: part(TEMPLATE, "strip", row=_strip(scenario, team)), scenario)


def _strip(scenario: Scenario, team: Team) -> dict[str, object]:
    pen = team.member(team.pen)
    nobody = "" if pen else say("Nobody is here who could move: the computer does.")
    return {
        "nobody": nobody,
        "pen": pen,
        "mine": say("You hold the pen"),
        "others": [_partner(team, each) for each in team.members if each.device != team.pen],
        "theirs": say("{name} holds the pen", name=member_name(pen.name)) if pen else "",
        "look": [
            {"device": each.device, "asked": say("you have asked for it") if each.device in team.asking else ""}
            for each in team.members
        ],
        "ask": say("Ask for it"),
        "suggestion": _suggestion(scenario, team, team.suggestion) if team.suggestion else None,
    }  # fmt: skip


def _partner(team: Team, each: Member) -> dict[str, object]:
    line = phrase("{name} reads along")
    if each.away:
        line = phrase("{name} is away")
    elif each.device in team.asking:
        line = phrase("{name} asks for the pen")
    hand = "" if each.away else f'{{"kind":"hand-pen","to":"{each.device}"}}'
    return {"told": say(line, name=member_name(each.name)), "hand": hand, "hand_words": say("Pass it")}


def _suggestion(scenario: Scenario, team: Team, found: Suggestion) -> dict[str, object] | None:
    by, pen = team.member(found.by), team.member(team.pen)
    if by is None:
        return None
    fates = {
        None: phrase("{pen} is reading your suggestion:"),
        "taken-up": phrase("{pen} has taken up your suggestion:"),
        "dismissed": phrase("{pen} has put your suggestion aside:"),
    }
    is_package = isinstance(found.move, Propose)
    return {
        "by": found.by,
        "begins": say("{name} suggests:", name=member_name(by.name)),
        "fate": say(fates[found.answered], pen=member_name(pen.name) if pen else say("nobody")),
        "words": called(scenario, found.move),
        "fill": pressing(Fill(found.move.shifts)) if isinstance(found.move, Propose) else "",
        "move": "" if is_package else encode(found.move),
        "take": "" if found.answered else f'{{"kind":"take-up","suggestion":{found.number}}}',
        "take_words": say("Take it up") if is_package else say("Do it"),
        "dismiss": f'{{"kind":"dismiss","suggestion":{found.number}}}',
        "dismiss_words": say("Put it aside"),
    }


# ---- what is going on ---------------------------------------------------------------------------------------------


def status_region(scenario: Scenario, desk: Desk, *, paused: bool) -> Markup:
    """Whom the talks wait for."""
    lines, gold = tuple(_status(scenario, desk, paused=paused)), desk.my_turn and not paused
    return said(("status", lines, gold), lambda: part(TEMPLATE, "status", lines=lines, gold=gold)) if lines else NOTHING


def _status(scenario: Scenario, desk: Desk, *, paused: bool) -> Iterator[str]:
    if desk.ended is not None:
        return
    if paused:
        yield say("The table rests: the teacher lets it go on.")
        return
    if outside_waits := waiting(scenario, desk):
        yield outside_waits
    elif desk.judging is None and desk.my_turn:
        yield say("Your move.")
    elif desk.floor in scenario.ids:
        yield say("{who:head} has the floor.", who=seat(scenario, desk.floor))
    side = scenario.side_text(desk.held.side_text) if desk.held else None
    if desk.held and side:
        line = phrase("{who:head} holds up {side}: it asks {words}. Until that is answered, nothing else is spoken of.")
        yield say(line, who=seat(scenario, desk.held.by), side=side.title, words=side.words)
    if desk.closing:
        yield say(
            "The text is initialled by all and frozen. Before it is signed, each side may read a doubtful phrase its"
            " own way."
        )
    elif not desk.brackets:
        initials = [person.id for person in desk.people if person.initialled]
        who = listed(names(scenario, initials, desk.who)) or say("nobody yet")
        yield say("The text is clean. Initialled by: {who}.", who=who)
    for cable in desk.cables:
        yield say("Your capital's answer is due at hour {due:hour}.", due=cable.due)


def news_region(scenario: Scenario, desk: Desk) -> Markup:
    """What has come since this seat's own last move."""
    headlines = desk.headlines
    learnt = [lesson(scenario, told) for told in lessons(scenario.text, desk)] if headlines else []
    if desk.cards or learnt:
        return _news(scenario, desk, headlines, learnt)
    return said("news", lambda: _news(scenario, desk, headlines), *_of(scenario, *headlines)) if headlines else NOTHING


def _news(scenario: Scenario, desk: Desk, headlines: tuple[Event, ...], learnt: Sequence[str] = ()) -> Markup:
    wires = [event.remark for event in headlines if isinstance(event, Wired)]
    lines = [*(_line(scenario, event) for event in headlines if not isinstance(event, Wired)), *learnt]
    cards = [
        {
            "title": told.title, "label": told.label, "words": told.words,
            "changes": [
                {"by": each.by, "what": each.what, "because": each.because} for each in changes(scenario, desk, card)
            ],
        }
        for card in desk.cards
        for told in [story(scenario, desk, card)]
    ]  # fmt: skip
    return part(TEMPLATE, "news", title=say("New since your last move"), wires=wires, cards=cards, lines=lines)


def latest_region(scenario: Scenario, desk: Desk) -> Markup:
    """What happened last, to be read out: the last deed at the table and what came of it."""
    if not desk.record:
        return NOTHING
    last = desk.record[-_LATEST:]
    begun = max((place for place, event in enumerate(last) if isinstance(event, Made)), default=len(last) - 1)
    deed = last[begun:]

    def made() -> Markup:
        return part(TEMPLATE, "words", words=strung([_line(scenario, event) for event in deed], SENTENCES))

    return said("latest", made, *_of(scenario, *deed))


_LATEST = 8
"""Events of a deed and of what came of it that are read out, at most."""


def _of(scenario: Scenario, *events: Event) -> tuple[object, ...]:
    """What the sentence of some events hangs on. Where all hear them it is the same at every seat, and said once."""
    public = all(event.heard_by is None for event in events)
    return (*events, scenario.text, scenario.delegations) if public else (*events, scenario)


def _told(scenario: Scenario, event: Event) -> str:
    return said("told", lambda: tell(scenario, event), *_of(scenario, event))


def _line(scenario: Scenario, event: Event) -> str:
    def made() -> str:
        told = _told(scenario, event)
        if not event.remark:
            return told
        who = seat(scenario, speaker(event)) or say("they")
        return say("{told} {who:head}: {words:quoted}", told=told, who=who, words=event.remark)

    return said("line", made, *_of(scenario, event))


# ---- the record ---------------------------------------------------------------------------------------------------


def record_regions(scenario: Scenario, desk: Desk) -> dict[str, Markup]:
    """The record, a few events in each region."""
    told = desk.minutes
    return {
        f"record-{place // _CHUNK}": _chunk(scenario, told[place : place + _CHUNK])
        for place in range(0, len(told), _CHUNK)
    }


def _chunk(scenario: Scenario, minutes: tuple[Minute, ...]) -> Markup:
    def made() -> Markup:
        told = [
            said(("minute", gone), partial(_minute, scenario, event, gone=gone), *_of(scenario, event))
            for event, gone in minutes
        ]
        return NOTHING.join(told)

    events = [event for event, _ in minutes]
    return said(("minutes", tuple([gone for _, gone in minutes])), made, *_of(scenario, *events))


def _minute(scenario: Scenario, event: Event, *, gone: bool) -> Markup:
    who = seat(scenario, speaker(event)) or say("they")
    quoted = say("{who:head}: {words}", who=who, words=event.remark) if event.remark else ""
    told = {"hour": hours(event.at), "words": _told(scenario, event), "remark": quoted}
    return part(TEMPLATE, "minute", row={**told, "gone": say("revoked:") if gone else ""})


# ---- those at the table, and outside ------------------------------------------------------------------------------


def people_region(scenario: Scenario, desk: Desk) -> Markup:
    """Everybody at the table, with their last words."""
    told = [(each, desk.record[each.said] if each.said is not None else None) for each in desk.people]

    def made() -> Markup:
        rows = [
            {
                "sign": mark(scenario, each.id), "name": seat_title(scenario, each.id),
                "told": strung(list(_person(desk, each))), "said": event.remark if event else "",
            }
            for each, event in told
        ]  # fmt: skip
        return part(TEMPLATE, "people", title=say("At the table"), rows=rows)

    key = ("people", desk.who, desk.people)
    return said(key, made, scenario, *(event for _, event in told if event))


def corridor_region(scenario: Scenario, desk: Desk) -> Markup:
    """Those outside whose mood this seat can tell, and how delegations get on."""
    marks = tuple(tuple((each.announced, each.locks) for each in row.wordings) for row in desk.issues)
    stands = tuple((each.id, each.goodwill, each.consents, each.needs_consent) for each in desk.people)
    key = ("corridor", desk.who, stands, desk.corridor, desk.returned, marks, desk.worth is None)
    return said(key, lambda: _corridor(scenario, desk), scenario)


def _corridor(scenario: Scenario, desk: Desk) -> Markup:
    home = []
    for who in scenario.ids:
        told = [_listener(scenario, desk, each) for each in scenario.audiences_of(who) if _shows(desk, each.id)]
        if told:
            home.append({"title": say("Whom {who} answers to", who=seat(scenario, who)), "lines": told})
    lines = [
        *outside.goodwill(scenario, desk, briefly=False),
        *outside.consents(scenario, desk),
        *outside.statements(scenario, desk, full=True),
        *outside.barred(scenario, desk),
        *outside.returns(scenario, desk),
    ]
    return part(TEMPLATE, "corridor", home=home, lines=lines) if home or lines else NOTHING


def _listener(scenario: Scenario, desk: Desk, audience: Audience) -> str:
    key = ("listener", desk.who, outside.listener(desk, audience.id))
    return said(key, lambda: outside.audience(scenario, desk, audience), scenario, audience)


def _shows(desk: Desk, id: str) -> bool:
    return any(str(each.id) == id for each in desk.corridor)


def _person(desk: Desk, person: Person) -> Iterator[str]:
    if person.id == desk.who:
        yield say("you")
    if person.floor:
        yield say("has the floor")
    if person.initialled:
        yield say("has initialled")
    if person.consents:
        yield say("its allies consent")
    if person.goodwill is not None:
        yield say("goodwill: {band}", band=band_name(person.goodwill))
