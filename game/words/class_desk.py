"""The teacher's desk in words: what can be done there, and what is told beside the tables."""

from __future__ import annotations

from collections.abc import Mapping

from game.lesson.overview import Overview, Person, SeatRow, TableRow
from game.lesson.plan import PHASES, Phase
from game.lesson.settings import Settings
from game.lesson.wall import (
    HISTORY,
    Answers,
    EmptyChair,
    EveryTable,
    OtherWord,
    Prices,
    Progress,
    Question,
    Seats,
    Shown,
    TwoTexts,
)
from game.scenario import WHOLE, Scenario
from game.words.class_lesson import minutes, phase_name
from game.words.class_wall import text_called
from game.words.language import count, phrase, plain, say, strung


def labels() -> Mapping[str, str]:
    """What stands on buttons, fields and headings of the desk, by what it is for."""
    return {name: say(words) for name, words in _LABELS.items()}


_LABELS: Mapping[str, str] = {
    "title": phrase("The desk of a class"),
    "desk": phrase("Desk"),
    "waiting": phrase("Looking for the class …"),
    "off": phrase("No connection. It comes back by itself."),
    "unknown": phrase("This desk belongs to no class here: open the desk’s link of the class once more."),
    "failed": phrase("That did not get through. Try it once more."),
    "done": phrase("Done."),
    "before": phrase("before the start"),
    "room": phrase("Room"),
    "the room": phrase("The room"),
    "change": phrase("Change"),
    "save": phrase("Keep this"),
    "scenario": phrase("Scenario and edition"),
    "length": phrase("Length"),
    "tables": phrase("Tables"),
    "expected": phrase("People expected"),
    "level": phrase("Level of the computer"),
    "adviser": phrase("People may ask the adviser"),
    "own names": phrase("People go by names of their own, not by numbers"),
    "silence": phrase("Seconds that an audience is given to answer"),
    "start": phrase("Start"),
    "pause": phrase("Pause all"),
    "go on": phrase("Go on"),
    "longer": phrase("+ 2 minutes"),
    "next": phrase("Go on"),
    "really next": phrase("All tables go on to the next part of the lesson. That cannot be taken back."),
    "send a cable": phrase("Send a cable"),
    "release": phrase("Release an event"),
    "lock": phrase("Lock the room"),
    "unlock": phrase("Unlock the room"),
    "end": phrase("End the class"),
    "really end": phrase("Nobody can do anything in this class after that; its records are kept. End it now?"),
    "order": phrase("Longest without a move first. Curves: brackets left over the time of the talks."),
    "stuck": phrase("stuck"),
    "brackets": phrase("brackets left"),
    "hours": phrase("gone"),
    "since": phrase("since last move"),
    "pen": phrase("holds the pen"),
    "away": phrase("away"),
    "computer": phrase("computer"),
    "free": phrase("nobody yet"),
    "late": phrase("late"),
    "look": phrase("Look in"),
    "people here": phrase("Here"),
    "people away": phrase("Away"),
    "briefs": phrase("Briefs opened"),
    "computers": phrase("Seats played by the computer"),
    "wall shows": phrase("The wall shows:"),
    "to": phrase("To"),
    "table": phrase("Table"),
    "every table": phrase("every table"),
    "everybody": phrase("everybody at the table"),
    "words": phrase("In your words"),
    "send": phrase("Send"),
    "event": phrase("Event"),
    "let happen": phrase("Let it happen"),
    "no events": phrase("Nothing is left that could be released."),
    "cancel": phrase("Close"),
    "move to": phrase("Move to"),
    "move": phrase("Move"),
    "name": phrase("Name"),
    "rename": phrase("Rename"),
    "give pen": phrase("Give the pen"),
    "new code": phrase("New seat code"),
    "remove": phrase("Remove from the class"),
    "take seat": phrase("Let the computer take this seat"),
    "give back": phrase("Give this seat back"),
    "seats": phrase("Seats"),
    "text": phrase("The text"),
    "minutes": phrase("What happened"),
    "revoke": phrase("Take the last move back"),
    "nib": phrase("the pen"),
    "drag": phrase("Drag a seat to move it, or press it"),
    "not open": phrase("The talks at this table have not been opened."),
    "show": phrase("Show it on the wall"),
    "now on wall": phrase("on the wall now"),
    "two": phrase("The words between two texts"),
    "first": phrase("First text"),
    "second": phrase("Second text"),
    "one word": phrase("Change one word"),
    "issue": phrase("Instead"),
    "letter": phrase("A letter from the empty chair"),
    "from": phrase("From"),
    "fair": phrase("All tables, with the fair texts of the theory"),
    "debrief": phrase("On the wall"),
    "keep": phrase("To keep"),
    "html": phrase("Report (HTML)"),
    "pdf": phrase("Report (PDF)"),
    "csv": phrase("One line a seat (CSV)"),
    "sheets": phrase("What you print, with the instructions that this class has:"),
    "sheets and key": phrase("Printed sheets and key (HTML)"),
    "on paper": phrase("What this table has agreed on paper"),
    "numbers": phrase("The numbers of its form, place by place; 0 where none is ticked; @ before the hours"),
    "put down": phrase("Put it down"),
    "delete": phrase("Delete the class"),
    "really delete": phrase("Delete the class with everything that was done in it? It cannot be brought back."),
    "counting": phrase("The texts are being counted …"),
}


def state(overview: Overview) -> str:
    """What stands beside the title."""
    if overview.phase == "join":
        return say("before the start")
    return (
        say("{phase}; all tables rest", phase=phase_name(overview.phase))
        if overview.resting
        else phase_name(overview.phase)
    )


def present(overview: Overview) -> str:
    """How many are expected, beside how many are there."""
    return say("present, {n} expected", n=plain(overview.settings.expected))


def chosen_scenario(scenario: Scenario) -> str:
    """What is played: its title, and how many issues it has."""
    issues = count("{n} issue", "{n} issues", len(scenario.text.negotiated))
    return strung([scenario.title, issues])


def edition_called(scenario: Scenario, edition: str) -> str:
    """A scenario in one of its editions, as it stands in a list."""
    title = next((each.title for each in scenario.editions if each.id == edition), "")
    if edition == WHOLE or not title:
        return say("{title}: whole", title=scenario.title) if scenario.editions else scenario.title
    return say("{title}: {edition}", title=scenario.title, edition=title)


def settings_told(settings: Settings, level: str) -> str:
    """How the class is held besides: level, adviser and names."""
    told = [say("computer: {level}", level=level)]
    told.append(say("with an adviser") if settings.adviser else say("no adviser"))
    told.append(say("own names") if settings.own_names else say("numbers for names"))
    return strung(told)


def uncertain(overview: Overview) -> tuple[str, ...]:
    """What is not sure before the start."""
    missing = overview.settings.expected - overview.present
    told = []
    if overview.present == 0:
        told.append(say("Nobody is here yet. The class can begin as soon as somebody has joined."))
    elif missing > 0:
        told.append(
            count(
                "One more is expected. Who comes late sits down beside somebody who is alone, or for a computer.",
                "{n} more are expected. Who comes late sits down beside somebody who is alone, or for a computer.",
                missing,
            )
        )
    else:
        told.append(say("Everybody is here who was expected."))
    empty = [
        row.letter for row in overview.tables if any(not seat.people and seat.audience is None for seat in row.seats)
    ]
    if empty and overview.present:
        told.append(
            count(
                "At table {tables:and} the computer plays where nobody sits.",
                "At tables {tables:and} the computer plays where nobody sits.",
                len(empty),
                tables=empty,
            )
        )
    return tuple(told)


def part_told(phase: Phase, length: int) -> str:
    """A part of the lesson with its length."""
    return say("{phase}, {minutes}", phase=phase_name(phase), minutes=minutes(length))


def go_on_to(phase: Phase) -> str:
    """What leads to the next part of the lesson."""
    return say("Go on to: {phase}", phase=phase_name(phase))


def part_state(phase: Phase, now: Phase) -> str:
    """Whether a part is over, goes on, or is still to come."""
    if phase == now:
        return say("now")
    return say("over") if PHASES.index(phase) < PHASES.index(now) else say("to come")


# ---- people ------------------------------------------------------------------------------------------------------


def person_called(person: Person) -> str:
    """Somebody, by number and name."""
    return say("{n} {name}", n=plain(person.number), name=person.name) if person.name else plain(person.number)


def person_told(person: Person) -> str:
    """The same for whoever does not see how the number is set."""
    told = [say("Delegate {n}", n=plain(person.number)) if not person.name else person_called(person)]
    if person.pen:
        told.append(say("holds the pen"))
    if person.away:
        told.append(say("is away"))
    return strung(told)


def seat_state(row: SeatRow) -> str:
    """Who plays a seat in which nobody is."""
    return say("computer") if row.computer else say("nobody yet")


def away_told(overview: Overview) -> str:
    """Who is away, and where."""
    found = [
        say("{n} at {table}", n=plain(person.number), table=row.letter)
        for row in overview.tables
        for seat in row.seats
        for person in seat.people
        if person.away
    ]
    if len(found) > _NAMED:
        return plain(len(found))
    return strung(found) if found else say("nobody")


_NAMED = 3
"""So many people who are away are told one by one."""


def pens(row: TableRow) -> str:
    """Who holds the pen instead of somebody who is away; empty where nobody is away."""
    told = []
    for seat in row.seats:
        gone = [plain(person.number) for person in seat.people if person.away]
        pen = next((plain(person.number) for person in seat.people if person.pen), "")
        if gone:
            line = phrase("{who:and} away, {pen} has the pen") if pen else phrase("{who:and} away")
            told.append(say(line, who=gone, pen=pen))
    return strung(told)


# ---- the wall ----------------------------------------------------------------------------------------------------


def shown_called(scenario: Scenario, shown: Shown) -> str:
    """What the wall shows, in a few words."""
    match shown:
        case Seats():
            return say("how to come in, and the seats")
        case Progress():
            return say("the clock and the tables")
        case Question():
            return say("the question")
        case EveryTable(fair=fair):
            return say("all tables, with the fair texts") if fair else say("all tables on one plot")
        case TwoTexts(one=one, other=other):
            return say("the words between {one} and {other}", one=_text(scenario, one), other=_text(scenario, other))
        case Prices():
            return say("the price list")
        case OtherWord(letter=letter):
            return say("one other word at table {name}", name=letter)
        case EmptyChair(letter=letter):
            return say("a letter to table {name}", name=letter)
        case Answers():
            return say("the question, answered before and after")


def _text(scenario: Scenario, letter: str) -> str:
    return text_called(scenario, letter) if letter == HISTORY else letter
