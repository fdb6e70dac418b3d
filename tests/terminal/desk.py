"""A console without a terminal: what is typed comes from a list, what is printed is kept. And a computer for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeVar

from game import seat
from game.delegations import Decision, Policy
from game.scenario import Scenario, load, source_of
from game.table import Start, open_table
from game.talks import Accept, Circulate, Interpret, Move, Refused, Respond, Say, Sign, View, read_move
from game.talks.events import Event
from game.terminal import Console, Session
from game.terminal.surface import CLEARED, Remains, Surface
from game.text import DelegationId
from game.words.events import tell
from game.words.refusals import refusal

Kind = TypeVar("Kind", bound=Event)

SCENARIOS = Path(__file__).parent.parent / "scenarios"
RIVERS = str(SCENARIOS / "three-rivers.yaml")
"""Three delegations without mandates."""
LAKE = str(SCENARIOS / "two-words.yaml")
"""Two delegations with mandates and red lines."""
HARBOUR = str(Path(__file__).parent / "harbour.yaml")
"""Two delegations, and everything that there can be around a table."""
HARBOUR_LATER = str(Path(__file__).parent / "harbour-later.yaml")
"""A sequel of the harbour."""


class Desk:
    """Types the given lines and keeps what is printed; the input ends after the last line."""

    def __init__(self, typed: Iterable[str] = (), width: int = 80, remains: Remains = "all") -> None:
        self._typed = iter(typed)
        self._printed: list[str] = []
        surface = Surface(remains, lambda: self._printed.append(CLEARED))
        self.console = Console(self._read, self._printed.append, width, surface)

    def _read(self) -> str | None:
        line = next(self._typed, None)
        self._printed.append("" if line is None else f"{line}\n")
        return line

    @property
    def printed(self) -> str:
        """Everything so far, as it stands on the screen."""
        return "".join(self._printed)

    @property
    def flat(self) -> str:
        """Everything so far on one line, so that no line break is in the way of a search."""
        return " ".join(self.printed.split())


def agreeable(view: View, chance: Random) -> Decision:  # noqa: ARG001 the shape of a policy
    """A computer that takes every package that it may, gives every word, signs what is clean, and else listens."""
    kinds = (Sign, Accept, Circulate, Respond, Interpret)
    move: Move = next(
        (move for kind in kinds for move in view.legal.moves if isinstance(move, kind)),
        Say(view.who, remark="We listen."),
    )
    return Decision(move)


def scripted(*lines: str) -> Policy:
    """A computer that makes these moves of a record in turn, and is agreeable when they are used up."""
    left = iter(lines)

    def decide(view: View, chance: Random) -> Decision:
        line = next(left, None)
        return agreeable(view, chance) if line is None else Decision(read_move(f"{view.who} {line}"))

    return decide


def screen(typed: Iterable[str], run: Callable[[Console], object], width: int = 80) -> str:
    """What a run prints, on one line, when these lines are typed."""
    desk = Desk(typed, width)
    run(desk.console)
    return desk.flat


@dataclass(frozen=True, slots=True)
class Played:
    """A game that was typed: what stood on the screen, on one line, and what the player's seat sees in the end."""

    shown: str
    view: View

    @property
    def scenario(self) -> Scenario:
        """The talks that were played."""
        return self.view.scenario

    @property
    def desk(self) -> seat.Desk:
        """What lies before the player."""
        return seat.desk(self.view)

    def heard(self, kind: type[Kind]) -> list[Kind]:
        """The events of one kind that the player heard, each of which stood on the screen as the record tells it."""
        found: list[Kind] = [event for event in self.view.record if isinstance(event, kind)]
        untold = [event for event in found if tell(self.scenario, event) not in self.shown]
        assert not untold
        return found

    def refused(self, why: Refused) -> int:
        """How often a move was refused on the screen for this reason."""
        return self.shown.count(refusal(self.scenario, why))

    def after(self, words: str) -> str:
        """What stood behind the last place of these words on the screen."""
        assert words in self.shown
        return self.shown.rpartition(words)[2]


def at_table(typed: Iterable[str], start: Start, policy: Policy) -> Played:
    """A game in which these lines are typed from one seat, as far as they go."""
    assert start.scenario
    assert start.seat
    source, who = source_of(start.scenario), DelegationId(start.seat)
    seats = start.seats(load(source, start.scenario).ids, who)
    table = open_table(
        source, start.scenario, seats, policy, seed=start.seed or 1, as_written=start.as_written, past=start.past
    )
    desk = Desk(typed)
    Session(desk.console, table).play(begins=True)
    return Played(desk.flat, table.view(who))
