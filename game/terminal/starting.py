"""How new talks begin: which, from which seat, with instructions drawn or as written, and after which others."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario import Past, Scenario, did_you_mean, load, open_scenario, shipped, source_of
from game.table import EVERYBODY, FollowError, Store, check_follows, followable, past_from
from game.talks import LEVEL_NAMES, USUAL_LEVEL, Sits, sits_of
from game.terminal.console import Console, Entry
from game.terminal.keeping import Fault, recorded, written
from game.text import DelegationId
from game.words import count, phrase, say
from game.words.faults import fault as fault_words
from game.words.levels import level_name, level_note, level_title


def seat_of(scenario: Scenario, typed: str) -> DelegationId:
    """The seat as its scenario writes it. Raises `Fault` where there is none."""
    for who in scenario.ids:
        if who.casefold() == typed.casefold():
            return who
    seats = [say("{id} ({name})", id=each.id, name=each.name) for each in scenario.delegations]
    line = phrase("There is no seat {typed} in {title}; there is {seats:strung}.")
    raise Fault(say(line, typed=repr(typed), title=scenario.title, seats=seats))


def seat_in(name: str, typed: str | None) -> DelegationId | None:
    """The same by the name of a scenario; None where none was typed. Raises `Fault` and `ScenarioError`."""
    scenario = open_scenario(name)
    return None if typed is None else seat_of(scenario, typed)


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


def choose_seat(console: Console, scenario: Scenario, seat: str | None, help_: tuple[str, ...]) -> DelegationId:
    """The seat that was named, or the one that is then chosen."""
    if seat is not None:
        return seat_of(scenario, seat)
    console.tell(_summed_up(scenario))
    console.tell(say("Whom do you speak for?"))
    entries = [
        Entry(say("{name}, {role:nostop}.", name=each.name, role=each.role), (each.id, each.short, each.name))
        for each in scenario.delegations
    ]
    while True:
        if (place := console.pick(say("Delegation:"), entries, help_)) is not None:
            return scenario.ids[place]


def _summed_up(scenario: Scenario) -> str:
    return say("{title}. {summary}", title=scenario.title, summary=scenario.summary)


# ---- how well the computer plays --------------------------------------------------------------------------------


def levels_of(typed: Sequence[str], name: str | None, seat: str | None = None) -> dict[str, Sits]:
    """Levels as they were typed, a word for everybody or WHO=LEVEL for one delegation of this scenario. `seat` is a
    person's. Raises `Fault` for what is no level, for a seat that is not there or not the computer's."""
    found: dict[str, Sits] = {}
    for word in typed:
        seat_word, named, level = word.partition("=")
        if not named:
            found[EVERYBODY] = _level(word)
            continue
        if name is None:
            unnamed = phrase("Name the talks in which {who} sits, or give one level for everybody.")
            raise Fault(say(unnamed, who=seat_word[:40]))
        who = seat_of(open_scenario(name), seat_word[:40])
        if seat is not None and who == seat:
            raise Fault(say("You play {who} yourself: a level is for those whom the computer plays.", who=who))
        found[who] = _level(level)
    return found


def _level(word: str) -> Sits:
    plain = word.casefold().replace("é", "e")
    level = sits_of(plain)
    if level is None or level not in LEVEL_NAMES:
        meant = did_you_mean(plain, LEVEL_NAMES) or "."
        line = phrase("There is no level {word}{meant} There is {levels:and}.")
        raise Fault(say(line, word=repr(word[:40]), meant=meant, levels=LEVEL_NAMES))
    return level


def choose_level(console: Console, help_: tuple[str, ...]) -> Sits:
    """Ask how well the computer is to play; Enter is the usual level."""
    console.tell(say("How well does the computer play? Enter takes {level}.", level=level_name(USUAL_LEVEL)))
    entries = [
        Entry(say("{level}. {note}", level=level_title(each), note=level_note(each)), (each, level_title(each)))
        for each in LEVEL_NAMES
    ]
    place = console.pick(say("Level:"), entries, help_)
    return USUAL_LEVEL if place is None else LEVEL_NAMES[place]


# ---- talks that follow others -----------------------------------------------------------------------------------


def followed(record: str, name: str) -> tuple[Past, str]:
    """What the talks of a record, which is a file or the number of kept talks, have left for a scenario; and a warning
    if the file of their scenario has changed. Raises `Fault` with the sentence for whatever is wrong with it."""
    scenario = load(source_of(name), name)
    try:
        check_follows(scenario, scenario.sequel.scenario if scenario.sequel else "")
        earlier = written(record)
        if earlier is not None:
            check_follows(scenario, earlier.scenario)
            _check_shipped(earlier.scenario)
        kept, source, warning = recorded(record, None)
        return past_from(scenario, kept, source), warning
    except FollowError as fault:
        raise Fault(fault_words(fault)) from None


def _check_shipped(scenario: str) -> None:
    if scenario not in shipped():
        line = phrase(
            "The scenario {name} does not come with the game: import the record first, with {option}, and name the"
            " number of the kept talks."
        )
        raise Fault(say(line, name=repr(scenario[:80]), option="--scenario FILE"))


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
    play = f"as-appropriate play {name} --after {last}"
    console.tell(say(line, title=kept[0].title, which=which, play=play))
