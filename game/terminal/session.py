"""A game at the terminal: choose, read the cable, play to the end. Every move is kept before it is shown."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom
from typing import TYPE_CHECKING

from game.scenario import Scenario, load, open_scenario, shipped, source_of
from game.table import Sits, Store, Table, open_table, resume
from game.talks import GALLERY, Move, View, opening_capital
from game.terminal.console import Console, Entry, Gone
from game.terminal.ending import show_ending
from game.terminal.keeping import Fault
from game.terminal.looking import show_background, show_brief
from game.terminal.spoken import tell_events
from game.terminal.turn import HELP, take_turn
from game.text import DelegationId

if TYPE_CHECKING:
    from game.delegations import Policy

_RECALLED = 6
"""Events of the record that are told again when talks are resumed."""

OVER, LEFT_OFF, BROKEN_OFF = 0, 0, 130


class Session:
    """One table at this terminal, and how far each person has heard its record."""

    def __init__(self, console: Console, table: Table, source: bytes) -> None:
        self.console = console
        self.table = table
        self._source = source
        self._heard: dict[DelegationId, int] = {}
        self._last: DelegationId | None = None
        self._conferring: DelegationId | None = None

    @property
    def people(self) -> tuple[DelegationId, ...]:
        """The seats that are played here."""
        return tuple(who for who, sits in self.table.seats.items() if sits == "person")

    def begin(self) -> None:
        """Background and cable, before the first move."""
        show_background(self.console, self.table.scenario)
        for who in self.people[:1]:
            view = self.table.view(who)
            self.console.ask("Press Enter to read your cable.", HELP)
            self.console.say(f"You are {view.scenario[who].name}, {view.scenario[who].role.rstrip('.')}.")
            show_brief(self.console, view)
            self.console.ask("Press Enter to begin.", HELP)
        self._last = self.people[0] if self.people else None

    def recall(self) -> None:
        """Let each person hear the end of the record again."""
        over = "These talks are over." if self.table.verdict else f"The talks go on after move {self.table.version}."
        self.console.say(f"{self.table.scenario.title}. {over}")
        for who in self.people:
            self._heard[who] = max(0, len(self.table.view(who).record) - _RECALLED)

    def play(self, *, begins: bool = False) -> int:
        """Play on until the talks are over or the player leaves; the program's exit code."""
        try:
            if begins:
                self.begin()
            while self.table.verdict is None:
                self._turn()
        except Gone:
            self._say_kept()
            return LEFT_OFF
        except KeyboardInterrupt:
            self.console.say()
            self._say_kept()
            return BROKEN_OFF
        self._end()
        return OVER

    def _turn(self) -> None:
        task = self.table.due()
        if task is None:
            self._person(self.table.view(GALLERY).floor)
            return
        if self._conferring != task.who:
            self.console.say(f"{opening_capital(task.view.scenario[task.who].short)} confers…")
            self._conferring = task.who
        move = task.decide().move
        if refused := self.table.submit(move, task.view.version):
            raise RuntimeError(f"the computer's move was refused: {refused.reason}")

    def _person(self, who: DelegationId) -> None:
        if self._last not in (None, who):
            self.console.ask(f"Now {self.table.scenario[who].name} plays. Press Enter when you are at the keyboard.")
        self._last = who
        self._conferring = None
        view = self.table.view(who)
        self._hear(view)

        def submit(move: Move) -> str | None:
            refused = self.table.submit(move, view.version)
            return refused.reason if refused else None

        take_turn(self.console, view, submit)
        self._hear(self.table.view(who))

    def _hear(self, view: View) -> None:
        heard = self._heard.get(view.who, 0)
        tell_events(self.console, view.scenario, view.record[heard:])
        self._heard[view.who] = len(view.record)

    def _end(self) -> None:
        for who in self.people[:1]:
            self._hear(self.table.view(who))
        ended = self.table.verdict
        if ended is None:
            return
        scenario = load(self._source, self.table.scenario.id)
        first = self.people[0] if self.people else None
        show_ending(self.console, scenario, ended, self.table.view(GALLERY).hours, first)
        game = self.table.game
        name = scenario.id if scenario.id in shipped() else "FILE"
        self.console.say()
        if game is not None:
            self.console.say(
                f"To hear it again: as-appropriate replay {game}. To keep a copy: as-appropriate export {game} FILE."
            )
        self.console.say(
            f"To hear the computer at it: as-appropriate watch {name}. To play again: as-appropriate play."
        )

    def _say_kept(self) -> None:
        if self.table.game is None:
            self.console.say("You leave the program. These talks were not kept.")
        else:
            self.console.say(f"You leave the program. The talks are kept: as-appropriate resume {self.table.game}.")


def play(
    console: Console,
    policy: Policy,
    open_store: Callable[[], Store | None],
    *,
    scenario: str | None = None,
    seat: str | None = None,
    seed: int | None = None,
) -> int:
    """New talks: the scenario and the seat are asked for where they are not given."""
    try:
        name = scenario or _choose_scenario(console)
        source = source_of(name)
        opened = load(source, name)
        who = _choose_seat(console, opened, seat)
    except Gone:
        console.say("You leave the program.")
        return LEFT_OFF
    except KeyboardInterrupt:
        console.say()
        return BROKEN_OFF
    seats: dict[DelegationId, Sits] = {each: "person" if each == who else "computer" for each in opened.ids}
    drawn = SystemRandom().randrange(10_000) if seed is None else seed
    table = open_table(source, name, seats, policy, seed=drawn, store=open_store())
    session = Session(console, table, source)
    return session.play(begins=True)


def play_on(console: Console, policy: Policy, store: Store, game: int) -> int:
    """Kept talks, from where they stand."""
    table = resume(store, game, policy)
    session = Session(console, table, store.load(game)[1])
    session.recall()
    return session.play()


def seat_of(scenario: Scenario, typed: str) -> DelegationId:
    """The seat as its scenario writes it. Raises `Fault` where there is none."""
    for who in scenario.ids:
        if who.casefold() == typed.casefold():
            return who
    seats = ", ".join(f"{each.id} ({each.name})" for each in scenario.delegations)
    raise Fault(f"There is no seat {typed!r} in {scenario.title}; there is {seats}.")


def _choose_scenario(console: Console) -> str:
    names = shipped()
    if len(names) == 1:
        return names[0]
    console.say("As Appropriate: a game about the words of a diplomatic text. Which talks?")
    scenarios = [open_scenario(name) for name in names]
    entries = [Entry(f"{each.title}. {each.summary}", (each.id, each.title)) for each in scenarios]
    while True:
        if (place := console.pick("Talks:", entries, HELP[:1])) is not None:
            return names[place]


def _choose_seat(console: Console, scenario: Scenario, seat: str | None) -> DelegationId:
    if seat is not None:
        return seat_of(scenario, seat)
    console.say(f"{scenario.title}. {scenario.summary}")
    console.say("Whom do you speak for?")
    entries = [
        Entry(f"{each.name}, {each.role.rstrip('.')}.", (each.id, each.short, each.name))
        for each in scenario.delegations
    ]
    while True:
        if (place := console.pick("Delegation:", entries, HELP[:1])) is not None:
            return scenario.ids[place]
