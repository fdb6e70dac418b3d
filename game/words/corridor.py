"""Those who are not at the table in words: who they are, what they can do, how they are disposed, what would please
them; and how the delegations get on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.scenario import Audience, AudienceId, Power, Scenario
from game.seat import Desk, Listener, Sounding
from game.talks import Wish, breaking
from game.talks.events import AllyAnswer, Mood
from game.text import DelegationId
from game.words.goodwill import band_name, effect, mood
from game.words.language import SEMICOLON, SENTENCES, count, either, head, phrase, quoted, say, stopped, strung
from game.words.people import mine_first, name

_ANSWERS: Mapping[AllyAnswer, str] = {
    "yes": phrase("it would consent"),
    "uneasy": phrase("it would break silence, narrowly"),
    "no": phrase("it would break silence"),
}
_POWERS: Mapping[Power, str] = {
    "consent": phrase("{who} (consents)"),
    "ratify": phrase("{who} (ratifies)"),
    "press": phrase("{who} (weighs in)"),
}

_ARTICLE = 3
"""Letters of the longest word that does not tell one name from another."""


def listener(desk: Desk, id: AudienceId) -> Listener | None:
    """How an audience is disposed; None where this seat cannot tell."""
    return next((each for each in desk.corridor if each.id == id), None)


# ---- one audience -----------------------------------------------------------------------------------------------


def audience(scenario: Scenario, desk: Desk, of: Audience, *, moods: bool = True) -> str:
    """One audience: name, line and power, and with its mood what it wishes and what it said when it was asked."""
    seen = listener(desk, of.id) if moods else None
    named = both_names(of)
    parts = [say("{who}.", who=named) if seen is None else say("{who}: {mood}.", who=named, mood=mood(seen.mood))]
    parts += [stopped(of.line), power(scenario, desk, of)]
    if seen and seen.wishes:
        parts.append(say("It would like {wishes:or}.", wishes=wishes(scenario, seen.wishes)))
    if seen and seen.asked:
        parts.append(say("You have sounded it, and it has not answered yet."))
    elif seen and seen.sounded:
        parts.append(_sounded(scenario, seen.sounded))
    return strung([part for part in parts if part], SENTENCES)


def both_names(of: Audience) -> str:
    """The name, with the short one that the record uses, where that is another."""
    telling = {word for word in of.short.casefold().split() if len(word) > _ARTICLE}
    same = telling <= set(of.name.casefold().split())
    return head(of.name) if same else say("{name:head} ({short})", name=of.name, short=of.short)


def _sounded(scenario: Scenario, sounded: Sounding) -> str:
    if sounded.issue is None:
        return say("Sounded at hour {at:hour}: {answer}.", at=sounded.at, answer=say(_ANSWERS[sounded.answer]))
    title, answer = scenario.text[sounded.issue].title, say(_ANSWERS[sounded.answer])
    return say("Sounded at hour {at:hour}: {answer}, over {issue:quoted}.", at=sounded.at, answer=answer, issue=title)


def wishes(scenario: Scenario, wished: Sequence[Wish], most: int = 2) -> list[str]:
    """The wordings that would please it most."""
    text = scenario.text
    return [
        say(
            "{option:quoted} in {issue:quoted}", option=text[each.issue][each.option].name, issue=text[each.issue].title
        )
        for each in wished[:most]
    ]


def power(scenario: Scenario, desk: Desk, of: Audience) -> str:
    """What an audience can do, as a sentence; empty where the heading of its group says all."""
    if of.power == "press" and of.every:
        return _pressing(scenario, of, mine=of.of == desk.who)
    return _vote(scenario, of, listener(desk, of.id)) if of.power == "ratify" else ""


def _pressing(scenario: Scenario, of: Audience, *, mine: bool) -> str:
    """What it costs while one stands for less than it wants."""
    if of.every == 1 and mine:
        one = phrase("While you stand for less than it wants, it costs you {n} point an hour.")
        many = phrase("While you stand for less than it wants, it costs you {n} points an hour.")
    elif mine:
        one = phrase("While you stand for less than it wants, it costs you {n} point every {hours:hours}.")
        many = phrase("While you stand for less than it wants, it costs you {n} points every {hours:hours}.")
    elif of.every == 1:
        one = phrase("While {who} stands for less than it wants, it costs {who} {n} point an hour.")
        many = phrase("While {who} stands for less than it wants, it costs {who} {n} points an hour.")
    else:
        one = phrase("While {who} stands for less than it wants, it costs {who} {n} point every {hours:hours}.")
        many = phrase("While {who} stands for less than it wants, it costs {who} {n} points every {hours:hours}.")
    return count(one, many, of.cost, who=scenario[of.of].short, hours=of.every)


def _vote(scenario: Scenario, of: Audience, seen: Listener | None) -> str:
    if not of.votes:
        return say("It votes on every text.")
    text = scenario.text
    papers = [
        say("{wordings:and}", wordings=[quoted(option.name) for option in text[issue].options if option.id in options])
        for issue, options in of.votes.items()
    ]
    line = strung(papers, phrase("{first} or on {next}"))
    if seen is None:
        return say("It has a vote only on {papers}.", papers=line)
    if seen.votes:
        return say("It has a vote only on {papers}. You stand for such a paper.", papers=line)
    return say("It has a vote only on {papers}. You do not stand for such a paper.", papers=line)


def quiet(scenario: Scenario, desk: Desk, of: DelegationId) -> str:
    """Whom another delegation answers to beside those whose mood can be told; empty where there is nobody."""
    unknown = [each for each in scenario.audiences_of(of) if listener(desk, each.id) is None]
    if not unknown:
        return ""
    told = [say(_POWERS[each.power], who=each.short) for each in unknown]
    return say("{who:head} also answers to {them:and}; their moods do not show.", who=scenario[of].short, them=told)


# ---- how things stand -------------------------------------------------------------------------------------------


def goodwill(scenario: Scenario, desk: Desk, *, briefly: bool) -> Iterator[str]:
    """The band with each other delegation, and what it does; in short only where it does anything."""
    told = []
    for person in desk.people:
        if person.goodwill is not None:
            plain = briefly and person.goodwill == "correct"
            line = phrase("{band} with {them}") if plain else phrase("{band} with {them} ({effect})")
            band, them = band_name(person.goodwill), scenario[person.id].short
            told.append(say(line, band=band, them=them, effect=effect(scenario.clock, person.goodwill, them)))
    if told:
        yield say("Goodwill: {each}.", each=strung(told, SEMICOLON))
    if told and not briefly and scenario.aftermath:
        yield say("Goodwill also colours how doubtful words are read later; the coldest counts.")


def uneasy(scenario: Scenario, desk: Desk, *, full: bool) -> Iterator[str]:
    """One's own audiences that are not content, the worst first; in full with the one thing that would please each
    most."""
    heads: dict[Mood, str] = {
        "against": phrase("Against what you stand for: {each}."),
        "uneasy": phrase("Uneasy: {each}."),
    }
    for of, line in heads.items():
        told = []
        for each in scenario.audiences_of(desk.who):
            seen = listener(desk, each.id)
            if seen and seen.mood == of:
                told.append(_wanting(scenario, each, seen) if full else each.short)
        if told:
            yield say(line, each=strung(told, SEMICOLON) if full else say("{them:and}", them=told))


def _wanting(scenario: Scenario, of: Audience, seen: Listener) -> str:
    if not seen.wishes:
        return of.short
    return say("{who}, which would like {wish}", who=of.short, wish=either(wishes(scenario, seen.wishes, most=1)))


def consents(scenario: Scenario, desk: Desk) -> Iterator[str]:
    """Whose consent is still needed: one's own allies', and of a clean text also the others'."""
    allies = [each.short for each in scenario.audiences_of(desk.who) if each.power == "consent"]
    people = {person.id: person for person in desk.people}
    if allies and desk.worth and not people[desk.who].consents:
        yield say("Still to consent: {them:and}.", them=allies)
    for person in desk.people:
        if person.id != desk.who and person.needs_consent:
            yield say("The allies of {who} have still to consent.", who=scenario[person.id].short)


def statements(scenario: Scenario, desk: Desk, *, full: bool) -> Iterator[str]:
    """What one has told the newspapers and what it would cost to move off it; in full also what others have told it."""
    for row in desk.issues:
        for wording in row.wordings:
            title, option = scenario.text[row.issue].title, scenario.text[row.issue][wording.option].name
            for who in mine_first(wording.announced, desk.who):
                if who == desk.who:
                    line = phrase(
                        "You have told the newspapers that you stand for {option:quoted} in {issue:quoted}: to move off"
                        " it costs {n} points."
                    )
                    cost = breaking(each.points or 0 for each in row.wordings)
                    yield say(line, option=option, issue=title, n=cost)
                elif full:
                    line = phrase(
                        "{who:head} has told the newspapers that it stands for {option:quoted} in {issue:quoted}."
                    )
                    yield say(line, who=scenario[who].short, option=option, issue=title)


def barred(scenario: Scenario, desk: Desk) -> Iterator[str]:
    """Wordings that are barred, and for whom."""
    told = []
    for row in desk.issues:
        for wording in row.wordings:
            title, option = scenario.text[row.issue].title, scenario.text[row.issue][wording.option].name
            for lock in wording.locks:
                if lock.kind == "barred":
                    who = name(scenario, lock.of, desk.who)
                    line = phrase("{option:quoted} in {issue:quoted}, for {who}")
                    told.append(say(line, option=option, issue=title, who=who))
    if told:
        yield say("Barred for good: {each}.", each=strung(told, SEMICOLON))


def returns(scenario: Scenario, desk: Desk) -> Iterator[str]:
    """Parliaments that have sent the text back."""
    line = phrase("{who:head} has sent the text back: the next refusal, by anybody, is the end of the talks.")
    for id in desk.returned:
        yield say(line, who=scenario.audience(id).short)
