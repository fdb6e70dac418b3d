"""What several parts of the terminal tell: what happened, who came."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from game.scenario import Scenario
from game.seat import Minute
from game.table import Table
from game.talks.events import Event, speaker
from game.terminal.console import Console
from game.text import DelegationId
from game.words import say
from game.words.events import heard_only, tell
from game.words.levels import who_came
from game.words.names import seat
from game.words.starting import taken_over


def tell_events(
    console: Console, scenario: Scenario, events: Sequence[Event], since: float | None = None, *, openly: bool = False
) -> None:
    """What happened, a sentence each with the hour where it changes, and what was said with it; where all is told
    `openly`, also who alone heard it, and is called you in it."""
    hour = since
    for event in events:
        told = tell(scenario, event)
        console.tell(told if event.at == hour else say("Hour {at:hour}. {told}", at=event.at, told=told), hang=2)
        hour = event.at
        if event.remark:
            console.tell(remark(scenario, speaker(event), event.remark), indent=2)
        if openly and (words := heard_only(scenario, event)):
            console.tell(words, indent=2)


def tell_minutes(console: Console, scenario: Scenario, minutes: Sequence[Minute]) -> None:
    """A record with what was revoked, which is told as such."""
    for gone, lines in groupby(minutes, key=lambda each: each[1]):
        if gone:
            console.tell(say("Revoked:"))
        tell_events(console, scenario, [event for event, _ in lines])
        if gone:
            console.tell(say("So far what was revoked."))


def remark(scenario: Scenario, who: DelegationId | None, words: str) -> str:
    """What somebody said with a move."""
    return say("{who:head}: {words:quoted}", who=seat(scenario, who) or say("they"), words=words)


def tell_who_came(console: Console, table: Table) -> None:
    """Whom the computer played, how well and like whom, a sentence each."""
    told = who_came(table.scenario, table.seats, table.verdict.sheets) if table.verdict else ()
    told = (*told, taken_over(table.carried)) if table.carried else told
    if told:
        console.tell()
    for sentence in told:
        console.tell(sentence)
