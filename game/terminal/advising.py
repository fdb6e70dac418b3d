"""The adviser at the terminal: what it would do, on request, and a word before a move that gives something away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.talks import Move, Propose, View
from game.terminal.building import Builder
from game.terminal.console import Console, Entry

if TYPE_CHECKING:
    # It is handed over and loads when it is first asked: nobody should wait for it who does not ask.
    from game.words.adviser import Adviser, ToldCounsel

ADVISE = ("advise", "advice", "adviser")
NONE = "There is no adviser in these talks."


class Ear:
    """The player's ear: who speaks into it, whether it listens, and what was said of the talks as they stand."""

    def __init__(self, adviser: Adviser | None = None, remember: Callable[[bool], None] | None = None) -> None:
        self._adviser = adviser
        self._remember = remember
        self._counsel: ToldCounsel | None = None
        self.hushed = False
        self._introduced = False

    @property
    def there(self) -> bool:
        """Whether there is an adviser at all."""
        return self._adviser is not None

    def introduces(self) -> bool:
        """Whether the player has still to be told of the adviser: once, and not of one that is silent."""
        fresh = self.there and not self.hushed and not self._introduced
        self._introduced = True
        return fresh

    def hush(self, *, hushed: bool) -> None:
        """Switch the adviser off, or on again, for the rest of these talks."""
        self.hushed = hushed
        if self._remember:
            self._remember(hushed)

    def counsel(self, view: View) -> ToldCounsel | None:
        """What it can say of this view; None where there is nobody, or nobody is heard."""
        if self._adviser is None or self.hushed:
            return None
        if self._counsel is None or self._counsel.view is not view:
            self._counsel = self._adviser(view)
        return self._counsel


def advise(console: Console, view: View, ear: Ear, rest: str) -> Move | None:
    """Tell what the adviser would do, and do it if the player wants; or switch it off or on."""
    if not ear.there:
        console.tell(NONE)
        return None
    if rest.casefold() in ("off", "on"):
        ear.hush(hushed=rest.casefold() == "off")
        told = "silent from now on; advise on brings it back." if ear.hushed else "at your ear again."
        console.tell(f"Your adviser is {told}")
        return None
    counsel = ear.counsel(view)
    advice = counsel.advice if counsel else None
    if advice is None:
        told = "is silent; advise on brings it back." if ear.hushed else "has nothing to say just now."
        console.tell(f"Your adviser {told}")
        return None
    console.tell(f"Your adviser: {advice.lead}")
    for ground in advice.arguments:
        console.tell(ground, indent=2)
    return _take_over(console, view, advice.move)


def _take_over(console: Console, view: View, move: Move) -> Move | None:
    """Ask whether what was suggested is done; a package may be changed before it is tabled."""
    if not isinstance(move, Propose):
        return move if console.confirm("Do you do that?") else None
    console.tell("What do you do with it? Enter leaves it.")
    how = "float it as it stands" if move.off_record else "table it as it stands"
    entries = [
        Entry(f"{how.capitalize()}.", (how, "yes", "do")),
        Entry("Take it over, and change it.", ("take", "change")),
    ]
    place = console.pick("Package:", entries)
    if place is None:
        return None
    return move if place == 0 else Builder(console, view, "", move.shifts).build()


def heeded(console: Console, view: View, ear: Ear, move: Move) -> bool:
    """Say a word before a move that gives something away for nothing, and ask; whether the move is to be made. What it
    costs by the rules was told when it was chosen."""
    counsel = ear.counsel(view)
    words = counsel.warnings(move) if counsel else ()
    if not words:
        return True
    console.tell(f"A word from your adviser: {' '.join(words)}")
    return console.confirm("Do it all the same?")
