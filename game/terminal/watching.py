"""Talks that play by themselves: computer against computer, or a record move by move. Same seed, same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from game.scenario import Scenario, load
from game.table import Sits, Table, open_table, table_of
from game.talks import CHAIR, GALLERY, Record, hours_words, opening_capital, tell
from game.talks.events import Answered, Cabled, Charged, Event
from game.terminal.console import Console
from game.terminal.ending import show_ending
from game.terminal.looking import show_text
from game.terminal.spoken import moves_words, tell_events
from game.text import DelegationId

if TYPE_CHECKING:
    from game.delegations import Policy


class Telling:
    """Tells a table's events once each, in sentences or as JSON, and how it ended."""

    def __init__(self, console: Console, table: Table, scenario: Scenario, *, as_json: bool = False) -> None:
        self.console = console
        self.table = table
        self.scenario = scenario
        self.as_json = as_json
        self._told = 0
        self._hour: float | None = None

    def events(self) -> None:
        """Tell what has happened since."""
        heard = self.table.view(GALLERY if self.as_json else CHAIR).record
        fresh, self._told = heard[self._told :], len(heard)
        if self.as_json:
            for event in fresh:
                self.console.line(event_json(self.scenario, event))
            return
        open_to_guests = [event for event in fresh if not isinstance(event, (Answered, Cabled, Charged))]
        tell_events(self.console, self.scenario, open_to_guests, self._hour)
        if open_to_guests:
            self._hour = open_to_guests[-1].at

    def ending(self) -> None:
        """Tell the verdict, or where the talks stand."""
        ended = self.table.verdict
        if self.as_json:
            self.console.line(summary_json(self.table))
        elif ended is not None:
            show_ending(self.console, self.scenario, ended, self.table.view(GALLERY).hours)
        else:
            view = self.table.view(GALLERY)
            self.console.say()
            self.console.say(f"The record ends here, after {hours_words(view.hours)} of talks; they are not over.")
            show_text(self.console, view)


def watch(console: Console, policy: Policy, source: bytes, name: str, *, seed: int = 0, as_json: bool = False) -> int:
    """Play computer against computer and tell it."""
    scenario = load(source, name)
    seats: dict[DelegationId, Sits] = dict.fromkeys(scenario.ids, "computer")
    table = open_table(source, name, seats, policy, seed=seed)
    if not as_json:
        names = ", ".join(f"{opening_capital(each.short)} ({each.id})" for each in scenario.delegations)
        console.say(f"{scenario.title}. Computer against computer, seed {seed}: {names}.")
    telling = Telling(console, table, scenario, as_json=as_json)
    telling.events()
    while task := table.due():
        if refused := table.submit(task.decide().move, task.view.version):
            raise RuntimeError(f"the computer's move was refused: {refused.reason}")
        telling.events()
    telling.ending()
    return 0


def replay(console: Console, policy: Policy, record: Record, source: bytes) -> int:
    """Play a record again and tell it; 1 where the rules refuse a move of it."""
    scenario = load(source, record.scenario)
    table = table_of(Record(record.scenario, record.digest, record.seed, record.seats), source, policy)
    console.say(f"{scenario.title}. A record of {moves_words(len(record.moves))}, seed {record.seed}.")
    telling = Telling(console, table, scenario)
    telling.events()
    for number, move in enumerate(record.moves, 1):
        if refused := table.submit(move, table.version):
            console.say(f"Move {number} of the record cannot be played: {refused.reason}")
            return 1
        telling.events()
    telling.ending()
    return 0


def event_json(scenario: Scenario, event: Event) -> str:
    """One event on the record as a JSON object on one line."""
    return json.dumps(
        {
            "type": type(event).__name__.lower(),
            "by": event.by,
            "hours": event.at,
            "sentence": tell(scenario, event),
            "remark": event.remark,
        },
        ensure_ascii=False,
    )


def summary_json(table: Table) -> str:
    """How talks ended as a JSON object on one line."""
    ended = table.verdict
    return json.dumps(
        {
            "agreed": bool(ended and ended.agreed),
            "outcome": dict(ended.outcome) if ended and ended.outcome is not None else None,
            "points": {who: score.total for who, score in ended.scores.items()} if ended else {},
            "hours": table.view(GALLERY).hours,
            "moves": table.version,
            "reason": ended.reason if ended else "",
        },
        ensure_ascii=False,
    )
