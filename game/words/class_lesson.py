"""A lesson in words: its parts, how long they take, and how the tables of a class are getting on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from game.lesson.overview import Overview, SeatRow, Stage, TableRow
from game.lesson.plan import Phase
from game.lesson.room_view import RoomView
from game.scenario import AudienceId, Scenario
from game.text import DelegationId
from game.words.language import count, head, hours, phrase, plain, say, strung
from game.words.names import audience

PHASE_NAMES: Mapping[Phase, str] = {
    "join": phrase("Join"),
    "brief": phrase("Read"),
    "caucus": phrase("Caucus"),
    "talks": phrase("Talks"),
    "close": phrase("Close"),
    "debrief": phrase("Debrief"),
    "exit": phrase("Exit"),
    "over": phrase("Over"),
}
"""What each part of a lesson is called."""
_LEFT: Mapping[Phase, str] = {
    "join": phrase("to come in"),
    "brief": phrase("left to read"),
    "caucus": phrase("left to agree among yourselves"),
    "talks": phrase("left to talk"),
    "close": phrase("left to sign"),
    "debrief": phrase("left to look at it"),
    "exit": phrase("left to answer"),
    "over": phrase("The class is over"),
}
"""What the clock counts."""


def phase_name(phase: Phase) -> str:
    """What a part of a lesson is called."""
    return say(PHASE_NAMES[phase])


def what_is_left(told: Overview | RoomView) -> str:
    """What the clock of this part counts."""
    return say("all tables rest") if told.resting else say(_LEFT[told.phase])


def left(overview: Overview) -> float | None:
    """Seconds that are left of this part; None where it has no clock."""
    if overview.began is None or overview.phase in ("join", "over"):
        return None
    return max(0.0, overview.seconds - overview.elapsed)


def minutes_seconds(seconds: float) -> str:
    """A time as a clock shows it: 11:20."""
    whole = max(0, ceil(seconds))
    return say("{minutes}:{seconds}", minutes=str(whole // 60), seconds=f"{whole % 60:02}")


def minutes(number: int) -> str:
    """Minutes of a part: 20 min."""
    return say("{n} min", n=number)


# ---- tables ------------------------------------------------------------------------------------------------------

_STAGES: Mapping[Stage, str] = {
    "builds": phrase("builds a package"),
    "answers": phrase("a package waits for an answer"),
    "asks": phrase("asks its capital"),
    "silence": phrase("silence is running"),
    "votes": phrase("a vote is called"),
    "closes": phrase("statements and signatures"),
    "signed": phrase("signed"),
    "unsigned": phrase("ended without a text"),
}
"""What those are at for whom a table waits."""


def table_name(letter: str) -> str:
    """What a table is called."""
    return say("Table {name}", name=letter)


def stage(row: TableRow) -> str:
    """What those are at for whom a table waits."""
    return say("the talks have not begun") if row.stage is None else say(_STAGES[row.stage])


def waits_for(scenario: Scenario, row: TableRow) -> str:
    """For whom a table waits; empty for nobody."""
    return head(say("{who:and}", who=[side(scenario, each) for each in row.waits_for])) if row.waits_for else ""


def side(scenario: Scenario, seat: DelegationId) -> str:
    """What a seat is called in the middle of a sentence."""
    return scenario[seat].short if seat in scenario.ids else audience(scenario, AudienceId(seat))


_POWERS: Mapping[str, str] = {
    "consent": phrase("{who}, consents"),
    "ratify": phrase("{who}, ratifies"),
    "press": phrase("{who}, writes headlines"),
}


def seat_called(scenario: Scenario, row: SeatRow) -> str:
    """What a seat is called: its delegation, or the audience with what it may do."""
    if row.audience is None:
        return head(scenario[row.seat].short)
    who = scenario.audience(row.audience)
    return head(say(_POWERS[who.power], who=who.short))


def brackets_left(row: TableRow) -> str:
    """How many brackets a table has left, for whoever does not see a picture."""
    return say("{n} of {all} brackets left", n=plain(row.brackets), all=plain(row.of))


def out_of(row: TableRow) -> str:
    """Of how many issues that is, beside a number."""
    return say("of {all}", all=plain(row.of))


def hours_gone(row: TableRow) -> str:
    """Hours of the talks that are gone."""
    return hours(row.hours)


def people_at(row: TableRow) -> str:
    """How many people sit at a table, and how many delegations the computer plays."""
    people = sum(len(seat.people) for seat in row.seats)
    told = [count("{n} person", "{n} people", people)]
    computers = sum(seat.computer and not seat.people for seat in row.seats)
    if computers:
        told.append(count("{n} computer", "{n} computers", computers))
    return strung(told)


def seated_of(overview: Overview) -> str:
    """How many have come of those that are expected."""
    return say("{n} of {all} seated", n=plain(overview.present), all=plain(overview.settings.expected))


def tables_and_audiences(tables: Sequence[TableRow]) -> str:
    """How many tables there are, and how many audiences somebody is."""
    audiences = sum(seat.audience is not None for row in tables for seat in row.seats)
    told = count("{n} table", "{n} tables", len(tables))
    if not audiences:
        return told
    return strung([told, count("{n} audience", "{n} audiences", audiences)])
