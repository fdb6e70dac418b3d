"""The adviser at the terminal: courses on request, an opinion, and a word before a move that gives something away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.seat import Seated, Tray
from game.table import StoreError
from game.talks import Move, Propose
from game.terminal.building import build
from game.terminal.console import Console, Entry
from game.words import SENTENCES, say, strung
from game.words.storage import not_kept

if TYPE_CHECKING:
    # It is handed over and loads when it is first asked: nobody should wait for it who does not ask.
    from game.words.adviser import Adviser, ToldCounsel, ToldCourse, ToldOpinion

ADVISE = ("advise", "advice", "adviser")


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
        """Switch the adviser off, or on again, for the rest of these talks. Raises `StoreError` if that cannot be
        remembered."""
        self.hushed = hushed
        if self._remember:
            self._remember(hushed)

    def counsel(self, here: Seated) -> ToldCounsel | None:
        """What it can say of this moment; None where there is nobody, or nobody is heard."""
        if self._adviser is None or self.hushed:
            return None
        if self._counsel is None or not self._counsel.here.is_now(here):
            self._counsel = self._adviser(here)
        return self._counsel


def advise(console: Console, here: Seated, ear: Ear, rest: str) -> Move | None:
    """Tell the courses that the adviser sees, and take a package over into the tray; or switch it off or on."""
    if not ear.there:
        console.tell(say("There is no adviser in these talks."))
        return None
    if rest.casefold() in ("off", "on"):
        try:
            ear.hush(hushed=rest.casefold() == "off")
        except StoreError as fault:
            console.tell(say("This holds for now, and is not remembered. {why}", why=not_kept(fault)))
        again = say("Your adviser is at your ear again.")
        silent = say("Your adviser is silent from now on; advise on brings it back.")
        console.tell(silent if ear.hushed else again)
        return None
    counsel = ear.counsel(here)
    courses = counsel.courses if counsel else ()
    if counsel is None or not courses:
        silent = say("Your adviser is silent; advise on brings it back.")
        console.tell(silent if ear.hushed else say("Your adviser has nothing to say just now."))
        return None
    for number, course in enumerate(courses, 1):
        _tell(console, say("{n}. Your adviser: {words}", n=number, words=course.lead), course)
    return _take_over(console, here, [course.move for course in courses])


def _tell(console: Console, lead: str, told: ToldCourse | ToldOpinion) -> None:
    console.tell(lead)
    for ground in told.speaks:
        console.tell(say("For it: {words}", words=ground), indent=2)
    for ground in told.risks:
        console.tell(say("Against it: {words}", words=ground), indent=2)


def _take_over(console: Console, here: Seated, courses: Sequence[Move]) -> Move | None:
    """Ask which package goes into the tray, where it may be changed, and is tabled by the player alone. Whatever else
    was suggested is done with its own word, or not."""
    if not any(isinstance(move, Propose) for move in courses):
        return None
    entries = [Entry(str(number), (str(number),)) for number in range(1, len(courses) + 1)]
    while True:
        line = say("The number of a package takes it into your tray; Enter leaves them all.")
        place = console.pick(line, entries, listed=False)
        if place is None:
            return None
        move = courses[place]
        if isinstance(move, Propose):
            return build(console, here.with_tray(Tray(move.shifts)), "")
        console.tell(say("That is no package: you do it with its own word, if you will."))


def second_thoughts(console: Console, ear: Ear, here: Seated) -> None:
    """Tell what the adviser thinks of a package while it is put together."""
    counsel = ear.counsel(here)
    mine = counsel.opinion(here.tray.shifts) if counsel else None
    if mine is None:
        console.tell(say("Your adviser has nothing to say just now."))
    else:
        _tell(console, say("Your adviser: {words}", words=mine.lead), mine)


def heeded(console: Console, here: Seated, ear: Ear, move: Move) -> bool:
    """Say a word before a move that gives something away for nothing, and ask; whether the move is to be made. What it
    costs by the rules was told when it was chosen."""
    counsel = ear.counsel(here)
    words = counsel.warnings(move) if counsel else ()
    if not words:
        return True
    told = strung(words, SENTENCES)
    console.tell(say("A word from your adviser: {words}", words=told))
    return bool(console.confirm(say("Do it all the same?")))
