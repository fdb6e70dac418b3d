"""What the others have answered to this seat's packages and to what it held up: kept until it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.seat import Bargain, HoldUpEnd, Reply

PAUSE = 0.7
"""Seconds from an answer until what was said with it: one looks up first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A package with one answer to it."""

    bargain: Bargain
    reply: Reply | None = None
    """None where nobody has answered yet."""
    opened: bool = False
    """Whether it was looked up, and has not just come."""

    @property
    def hurt(self) -> tuple[str, str] | None:
        """The issue and the wording that were refused, if a refusal has named them."""
        reply = self.reply
        if reply is None or reply.verdict != "declines" or not reply.issue or not reply.option:
            return None
        return reply.issue, reply.option

    @property
    def package(self) -> int | None:
        """The package that has come as the answer, if one has."""
        return self.reply.counter if self.reply is not None and not self.opened else None

    @property
    def stands(self) -> bool:
        """Whether the package is read in the paper as it would have stood there."""
        return self.opened or self.reply is None or self.reply.verdict in ("declines", "likes")


Unread = Shown | HoldUpEnd
"""What is read like an answer: one to a package, or what ended a hold-up."""


class Answers:
    """The answers that lie on the table, one after the other."""

    def __init__(self, clock: Callable[[], float], motion: Callable[[], bool]) -> None:
        self._clock, self._motion = clock, motion
        self._waiting: tuple[Unread, ...] = ()
        self._came = float("-inf")
        self._met: Unread | None = None

    def meet(self) -> bool:
        """Whether what is read is drawn for the first time."""
        met, self._met = self._met, self.unread
        return self.unread is not None and self.unread is not met

    @property
    def unread(self) -> Unread | None:
        """What is read now."""
        return self._waiting[0] if self._waiting else None

    @property
    def shown(self) -> Shown | None:
        """The same, where it is about a package."""
        return self.unread if isinstance(self.unread, Shown) else None

    @property
    def more(self) -> int:
        """How many come after it."""
        return max(0, len(self._waiting) - 1)

    @property
    def pausing(self) -> bool:
        """Whether it is still to come what was said."""
        opened = self.shown is not None and self.shown.opened
        return bool(self._waiting) and not opened and self._motion() and self._clock() - self._came < PAUSE

    def came(self, answers: Iterable[tuple[Bargain, Reply]], ends: Sequence[HoldUpEnd] = ()) -> bool:
        """Lay new answers behind those that are not read; whether there are any. What was looked up is put away."""
        new: tuple[Unread, ...] = (*(Shown(bargain, reply) for bargain, reply in answers), *ends)
        self._waiting = (*filter(_unopened, self._waiting), *new)
        if new:
            self._came = self._clock()
        return bool(new)

    def open(self, bargain: Bargain) -> None:
        """Look a package up, with all that was answered to it."""
        found = tuple(Shown(bargain, reply, True) for reply in bargain.replies) or (Shown(bargain, None, True),)
        self._waiting = (*found, *filter(_unopened, self._waiting))

    def read(self) -> None:
        """Put the one away that is shown; while it pauses, let it speak."""
        if self.pausing:
            self._came = float("-inf")
        else:
            self._waiting = self._waiting[1:]

    def clear(self) -> None:
        """Put all away: the talks are over."""
        self._waiting = ()

    def take(self, shown: Shown) -> None:
        """Put one away whose package was taken up."""
        self._waiting = tuple(
            each for each in self._waiting if isinstance(each, HoldUpEnd) or each.bargain is not shown.bargain
        )

    def overtaken(self) -> None:
        """Put away answers that are packages: whoever deals with one, or does something else, has read it."""
        self._waiting = tuple(each for each in self._waiting if isinstance(each, HoldUpEnd) or each.package is None)

    def close(self) -> None:
        """Put away what was looked up."""
        self._waiting = tuple(filter(_unopened, self._waiting))


def _unopened(each: Unread) -> bool:
    """Whether it has come, and was not looked up."""
    return isinstance(each, HoldUpEnd) or not each.opened
