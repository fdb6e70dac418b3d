"""How new talks begin: which, from which seat, with instructions drawn or as written, and after which others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.scenario import WHOLE, Past, Power, Scenario, edition_names, in_edition, open_scenario, shipped
from game.table import EVERYBODY, Start, Store, followable, place_of
from game.talks import LEVEL_NAMES, USUAL_LEVEL, Sits
from game.terminal.console import Console, Entry
from game.text import DelegationId
from game.words import count, phrase, say
from game.words.language import head
from game.words.levels import level_name, level_note, level_title
from game.words.starting import size_of


def choose_scenario(console: Console, help_: tuple[str, ...]) -> str:
    """Ask which of the shipped scenarios is played."""
    names = shipped()
    if len(names) == 1:
        return names[0]
    console.tell(say("As Appropriate: a game about the words of a diplomatic text. Which talks?"))
    scenarios = [open_scenario(name) for name in names]
    entries = [Entry(_summed_up(each), (each.id, each.title)) for each in scenarios]
    while True:
        if (place := console.pick(say("Talks:"), entries, help_)) is not None:
            return names[place]


def choose_edition(console: Console, scenario: Scenario, help_: tuple[str, ...]) -> str:
    """Ask at what length the talks are played, where there are several editions; Enter takes the whole."""
    if not scenario.editions:
        return WHOLE
    console.tell(say("At what length? Enter takes the first."))
    editions = [in_edition(scenario, each) for each in edition_names(scenario)]
    told = [say("the whole"), *(each.title for each in scenario.editions)]
    lines = [""] + [each.line for each in scenario.editions]
    entries = [
        Entry(say("{title:head}: {size}. {line}", title=title, size=size_of(each), line=line), (each.edition, title))
        for title, each, line in zip(told, editions, lines, strict=True)
    ]
    place = console.pick(say("Length:"), entries, help_)
    return WHOLE if place is None else editions[place].edition


def choose_people(
    console: Console, scenario: Scenario, start: Start, help_: tuple[str, ...]
) -> tuple[list[DelegationId], Start]:
    """The seats of people, and how well the computer plays the others: what was not said is asked."""
    people = [_choose_seat(console, scenario, start.seat, help_), *start.also]
    if start.levels or (start.scenario and start.seat):
        return people, start
    sits = _choose_others(console, scenario, people[0], help_)
    people += [who for who in scenario.ids if sits.get(who) == "person"]
    if len(people) > 1:
        people += [who for who in _choose_outside(console, scenario, help_) if who not in people]
    return people, replace(start, levels={who: level for who, level in sits.items() if level != "person"})


def _choose_seat(console: Console, scenario: Scenario, seat: str | None, help_: tuple[str, ...]) -> DelegationId:
    """The seat that was named, or the one that is then chosen."""
    if seat is not None:
        return place_of(scenario, seat)
    console.tell(_summed_up(scenario))
    console.tell(say("Whom do you speak for?"))
    entries = [
        Entry(say("{name}, {role:nostop}.", name=each.name, role=each.role), (each.id, each.short, each.name))
        for each in scenario.delegations
    ]
    if scenario.audiences:
        entries.append(Entry(say("Somebody who is not at the table, and has a say all the same."), ("outside",)))
    while True:
        place = console.pick(say("Delegation:"), entries, help_)
        if place is not None and place < len(scenario.ids):
            return scenario.ids[place]
        if place is not None and (outside := _choose_audience(console, scenario, help_)):
            return outside


def _choose_audience(console: Console, scenario: Scenario, help_: tuple[str, ...]) -> DelegationId | None:
    """One of those outside; None to go back."""
    entries = [
        Entry(
            say(_OUTSIDE[each.power], name=head(each.name), of=scenario[each.of].short),
            (each.id, each.short, each.name),
        )
        for each in scenario.audiences
    ]
    place = console.pick(say("For whom?"), entries, help_)
    return None if place is None else DelegationId(scenario.audiences[place].id)


_OUTSIDE: Mapping[Power, str] = {
    "consent": phrase("{name}: consents to what {of} signs."),
    "ratify": phrase("{name}: votes on what {of} has initialled."),
    "press": phrase("{name}: watches {of}, and prints."),
}
"""Who is not at the table, by what they can do."""


def _choose_outside(console: Console, scenario: Scenario, help_: tuple[str, ...]) -> list[DelegationId]:
    """Those outside for whom somebody here speaks, one after the other, until Enter."""
    found: list[DelegationId] = []
    if scenario.audiences:
        console.tell(say("Does somebody here also speak for one who is not at the table? Enter for nobody more."))
    while len(found) < len(scenario.audiences) and (who := _choose_audience(console, scenario, help_)):
        found.append(who)
    return list(dict.fromkeys(found))


def _summed_up(scenario: Scenario) -> str:
    return say("{title}. {summary}", title=scenario.title, summary=scenario.summary)


# ---- who else plays, and how well the computer does ---------------------------------------------------------------


def _choose_others(console: Console, scenario: Scenario, who: DelegationId, help_: tuple[str, ...]) -> dict[str, Sits]:
    """Ask how well the computer is to play, or who sits in which seat; Enter is the computer's usual level."""
    console.tell(say("How well does the computer play? Enter takes {level}.", level=level_name(USUAL_LEVEL)))
    others = [other for other in scenario.ids if other != who]
    short = scenario[others[0]].short
    person = say("A person plays {who} at this keyboard, by turns with you.", who=short)
    if len(others) > 1:
        person = say("People play other seats too at this keyboard, by turns with you: it is asked seat by seat.")
    sits = _choose_level(console, help_, person)
    if sits != "person":
        return {EVERYBODY: sits}
    return {other: sits if len(others) == 1 else _choose_sits(console, scenario, other, help_) for other in others}


def _choose_sits(console: Console, scenario: Scenario, who: DelegationId, help_: tuple[str, ...]) -> Sits:
    """Ask who sits in one seat."""
    line = phrase("Who plays {who}? Enter takes the computer as {level}.")
    console.tell(say(line, who=scenario[who].short, level=level_name(USUAL_LEVEL)))
    return _choose_level(console, help_, say("A person at this keyboard."))


def _choose_level(console: Console, help_: tuple[str, ...], person: str) -> Sits:
    """Ask for a level, or for a person, who is offered in these words."""
    entries = [
        Entry(say("{level}. {note}", level=level_title(each), note=level_note(each)), (each, level_title(each)))
        for each in LEVEL_NAMES
    ]
    place = console.pick(say("Level:"), [*entries, Entry(person, ("person",))], help_)
    return USUAL_LEVEL if place is None else (*LEVEL_NAMES, "person")[place]


# ---- talks that follow others -----------------------------------------------------------------------------------


def title_of(scenario: str) -> str:
    """The title of talks that others follow; their id, where they do not come with the game."""
    return open_scenario(scenario).title if scenario in shipped() else scenario


def follows_words(past: Past) -> str:
    """Which talks these follow on from, and how those ended."""
    line = phrase("These talks follow on from {title:quoted}, where nothing was signed.")
    if past.outcome:
        line = phrase("These talks follow on from {title:quoted}, where a text was signed.")
    return say(line, title=title_of(past.scenario))


def mention_earlier(console: Console, scenario: Scenario, name: str, store: Store | None) -> None:
    """How to take over what finished talks have left, where there are any that this scenario could follow."""
    kept = followable(store, scenario) if store else ()
    if scenario.sequel is None or not kept:
        return
    last = str(kept[0].id)
    which = count("Talks {last} are over.", "{n} of them are over, the last is {last}.", len(kept), last=last)
    line = phrase(
        "These talks follow on from {title:quoted}, which you have kept. {which} To take over what was left: {play}. As"
        " it is, they begin as if from nothing."
    )
    edition = f" --edition {scenario.edition}" if scenario.edition != WHOLE else ""
    play = f"as-appropriate play {name}{edition} --after {last}"
    console.tell(say(line, title=kept[0].title, which=which, play=play))
