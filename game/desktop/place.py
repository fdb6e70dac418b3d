"""Where the talks are played that lie on the table screen: at this computer, or in a class on another one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from game.desktop.visit import Visit
from game.guest import Said
from game.seat import Afar, Here, Seated
from game.table import StoreError, Table
from game.talks import GALLERY, Move
from game.text import DelegationId
from game.words import phrase, say
from game.words.refusals import refusal
from game.words.teams import member_name

if TYPE_CHECKING:
    from game.desktop.app import App

Then = Callable[[], None]


class Place(ABC):
    """One seat's way to its talks."""

    seat: DelegationId | None
    """Whose it is; None for whoever only watches."""

    @abstractmethod
    def first(self) -> Here:
        """The seat as it is found, with nothing prepared."""

    @abstractmethod
    def after(self, before: Here) -> Here:
        """The seat when the talks have moved on."""

    @abstractmethod
    def lay(self, here: Here) -> Here:
        """Something else is prepared: the seat with it."""

    @abstractmethod
    def submit(self, move: Move, seen: int, then: Then, tell: Callable[[str], None]) -> None:
        """Make a move that answers what was seen; `then` follows when it is made, else it is told why not."""

    @property
    def solo(self) -> bool:
        """Whether whoever sits here may take a move back: nobody else plays."""
        return False

    def think_again(self, then: Callable[[Move], None]) -> bool:
        """Take the last move of this seat back, with all that was answered to it; whether there is any. `then` is told
        which it was."""
        del then
        return False

    @property
    @abstractmethod
    def kept(self) -> str:
        """What becomes of the talks when this window is closed."""

    @property
    @abstractmethod
    def advised(self) -> bool:
        """Whether there is an adviser here, who is heard."""

    @property
    @abstractmethod
    def alone(self) -> bool:
        """Whether nobody else can have moved while this seat was not looked at."""


class AtHome(Place):
    """Talks at the table of this program."""

    def __init__(self, app: App, table: Table) -> None:
        self._app, self._table = app, table
        self.seat = app.host.who

    def first(self) -> Here:
        """From the view of the seat."""
        return Seated.at_first(self._table.view(self.seat or GALLERY))

    def after(self, before: Here) -> Here:
        """From its view now."""
        assert isinstance(before, Seated)
        return before.after(self._table.view(self.seat or GALLERY))

    def lay(self, here: Here) -> Here:
        """It knows all that it needs."""
        return here

    def submit(self, move: Move, seen: int, then: Then, tell: Callable[[str], None]) -> None:
        """Make it; one that cannot be kept waits, and is told of below the screen."""
        with suppress(StoreError):
            if refused := self._app.host.submit(move, seen, then):
                tell(refusal(self._table.scenario, refused))

    @property
    def solo(self) -> bool:
        """One person, and the computer in every other seat."""
        return self._app.host.solo

    def think_again(self, then: Callable[[Move], None]) -> bool:
        """By the chair's hand, which the host lends; what cannot be kept waits, and is told of below the screen."""
        with suppress(StoreError):
            return self._app.host.think_again(then)
        return True

    @property
    def kept(self) -> str:
        """As the table is kept."""
        saved = self._table.saved
        return say("Every move is kept: you can go on later.") if saved else say("These talks are not kept.")

    @property
    def advised(self) -> bool:
        """Whether the player hears one."""
        return self._app.counsellor.heard

    @property
    def alone(self) -> bool:
        """With one player the computer moves, and is watched."""
        return len(self._app.host.people) < 2


class InClass(Place):
    """A seat in a class on another machine."""

    def __init__(self, visit: Visit) -> None:
        assert visit.here is not None
        self._visit = visit
        self.seat = visit.here.desk.who
        self._sending = False

    def first(self) -> Here:
        """As it was sent."""
        assert self._visit.here is not None
        return self._visit.here

    def after(self, before: Here) -> Here:
        """As it was sent last."""
        return self._visit.here or before

    def lay(self, here: Here) -> Here:
        """The host lays it."""
        assert isinstance(here, Afar)
        return self._visit.lay(here)

    def submit(self, move: Move, seen: int, then: Then, tell: Callable[[str], None]) -> None:
        """Send it; whoever does not hold the pen puts it before the one who does."""
        visit, mine = self._visit, self._visit.has_pen
        if self._sending:
            tell(say("Sending."))
            return
        self._sending = True

        def answered(said: Said | None) -> None:
            self._sending = False
            if said is not None:
                tell(said.said or say(_UNREACHED))
            elif mine:
                then()
            else:
                tell(say("It lies before {name} now, who holds the pen.", name=pen_name(visit)))

        visit.move(move, seen, answered)
        tell(say("Sending."))

    @property
    def kept(self) -> str:
        """The host keeps them."""
        code = self._visit.seat.seat_code if self._visit.seat else ""
        return say("Every move is kept where the class is. Your seat code is {code}.", code=code)

    @property
    def advised(self) -> bool:
        """Whether the teacher lets the class have one; an audience has none."""
        here, room = self._visit.here, self._visit.room
        return room is not None and room.adviser and here is not None and here.sheet is not None

    @property
    def alone(self) -> bool:
        """What has happened before the window was opened is not told as news."""
        return True


_UNREACHED = phrase("The class does not answer: this was not sent. What you have prepared is kept; press again.")


def pen_name(visit: Visit) -> str:
    """Who holds the pen in the seat of a visit; empty where nobody does."""
    team = visit.team
    pen = team.member(team.pen) if team else None
    return member_name(pen.name) if pen else ""
