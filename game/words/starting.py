"""Why talks cannot begin or be told again as it was typed, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from game.scenario import Scenario, did_you_mean
from game.table import RecordFault, RecordFileError, StartError
from game.table.records import LARGEST
from game.table.writing import STANDARD_STREAM
from game.talks import LEVEL_NAMES
from game.words.language import count, phrase, say

_RECORDS: Mapping[RecordFault, str] = {
    "none-going": phrase("No talks wait to be resumed. To begin: {play}."),
    "no-number": phrase("Kept talks have a number, not {name}: {list} shows them."),
    "no-name": phrase("Name a record: a file, {dash} for what another program sends, or the number of kept talks."),
    "own-scenario": phrase("Talks {file} are kept with their scenario: {option} is for a record in a file."),
    "no-scenario": phrase("The scenario {name} does not come with the game: name its file with {option}."),
    "unreadable": phrase("{file} cannot be read: {reason}."),
    "no-text": phrase("{file} cannot be read: it is not a text."),
    "code-page": phrase(
        "{file} cannot be read: line {line} is not UTF-8. It seems to be saved in {reason}: save it as UTF-8."
    ),
    "damaged-text": phrase("{file} cannot be read: it is {reason}, and damaged or cut off in line {line}."),
    "large": phrase("{file} is larger than any record: {most} MiB are read at most."),
    "not-over": phrase(
        "Talks {file} are not over, and their record tells what the other seats may not know: go on with them by"
        " {resume}."
    ),
    "not-over-to-carry": phrase(
        "Talks {file} are not over, and their record tells what the other seats may not know: to carry them to another"
        " machine, add {unfinished}."
    ),
    "imported": phrase(
        "The scenario {name} does not come with the game: import the record first, with {option}, and name the number"
        " of the kept talks."
    ),
}


def no_record(fault: RecordFileError) -> str:
    """Why a record cannot be had."""
    return say(
        _RECORDS[fault.kind],
        file=say("what was sent here") if fault.what == STANDARD_STREAM else fault.what,
        dash=STANDARD_STREAM,
        line=fault.line,
        name=repr(fault.what),
        reason=fault.reason
        or (say("an older code page") if fault.kind == "code-page" else say("this cannot be the name of a file")),
        most=LARGEST // 2**20,
        play="as-appropriate play",
        list="as-appropriate list",
        resume=f"as-appropriate resume {fault.what}",
        option="--scenario FILE",
        unfinished="--unfinished",
    )


def has_no_end() -> str:
    """A warning after talks that are not over, from a record without its last line."""
    return say("The record has no last line that says that it is whole: it is old, or its end is missing.")


def has_changed() -> str:
    """A warning before a record is told with another scenario than it was made with."""
    return say("The scenario has changed since this was recorded: its moves may mean something else now.")


def taken_over(moves: int) -> str:
    """Where talks come from that did not begin with their first move; nothing for those that did."""
    if not moves:
        return ""
    return count(
        "They were taken over from other talks after {n} move, when everything about these was known.",
        "They were taken over from other talks after {n} moves, when everything about these was known.",
        moves,
    )


def size_of(scenario: Scenario) -> str:
    """How long talks are, in a scenario or one of its editions."""
    issues = count("{n} issue", "{n} issues", len(scenario.text.negotiated))
    return say("{issues}, {hours:hours} of talks", issues=issues, hours=scenario.calendar.hours)


def guessable() -> str:
    """What a seed gives away that was typed."""
    return say(
        "These talks are drawn from a number that was typed: who knows it, or tries numbers until one fits, can work"
        " out every seat's instructions and what is to happen."
    )


def not_begun(fault: StartError) -> str:
    """Why talks cannot begin so."""
    match fault.kind:
        case "no-talks":
            return say("Name the talks in which {who} sits, or give one level for everybody.", who=fault.written)
        case "edition-of-none":
            return say("Name the scenario of which {edition} is an edition.", edition=repr(fault.written))
        case "own-seat":
            return say("A person plays {who}: a level is for those whom the computer plays.", who=fault.written)
        case "second-level":
            return say("{word} gives a second level to who has one already.", word=repr(fault.written))
        case "no-level":
            meant = did_you_mean(fault.written.casefold().replace("é", "e"), LEVEL_NAMES) or "."
            line = phrase("There is no level {word}{meant} There is {levels:and}.")
            return say(line, word=repr(fault.written), meant=meant, levels=LEVEL_NAMES)
        case "no-seat":
            told = fault.scenario.delegations if fault.scenario else ()
            seats = [say("{id} ({name})", id=each.id, name=each.name) for each in told]
            title = fault.scenario.title if fault.scenario else ""
            line = phrase("There is no seat {typed} in {title}; there is {seats:strung}.")
            return say(line, typed=repr(fault.written), title=title, seats=seats)
        case _:
            assert_never(fault.kind)
