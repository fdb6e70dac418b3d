"""What one kind of watcher of a table is told, in numbered messages: the same bytes for everybody who sees the same.

A number grows when something changes that this watcher sees, and at no other time, so that it tells nothing of what is
done in secret. Whoever has a number is sent what came since, one message for each number, or the whole; no message is
assumed to arrive. As long as nobody reads a stream nothing is written for it: only its number goes on.

    {"number":7,"paused":false,"teams":[...],"desk":{...}}           the whole
    {"number":8,"changes":[...]}                                     what changed on the desk
    {"number":9,"paused":false,"teams":[...],"changes":[]}           and who sits where, where that changed

What changed on a desk is a JSON Patch (RFC 6902). The desk is that of an empty tray: what somebody prepares is his
device's own, and `ClassTable.preview` lays it out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from game.seat import Desk, changes, encode
from game.seat.codec import Codec
from game.table import Team
from game.text import DelegationId

MOST_KEPT = 8
"""Messages that are kept for those who lack them; whoever lacks more is sent the whole."""
MOST_UNREAD = 10
"""Messages that are written while nobody asks for them."""

_TEAMS = Codec(Team)
Wake = Callable[[], None]
"""What somebody who waits wants to be called, once."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its number, and JSON in UTF-8."""

    number: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a watcher sees at one moment."""

    desk: Desk
    teams: tuple[Team, ...]
    """The seats that he sees into: his own; all of them for the teacher, none for a watcher without a seat."""
    paused: bool

    def whole(self, number: int) -> bytes:
        """As a message for whoever has nothing yet."""
        return f'{{"number":{number},{self._beside()},"desk":{encode(self.desk)}}}'.encode()

    def since(self, before: Picture, number: int) -> bytes:
        """As a message for whoever has another picture."""
        same = self.teams == before.teams and self.paused == before.paused
        beside = "" if same else f"{self._beside()},"
        return f'{{"number":{number},{beside}"changes":{changes(before.desk, self.desk)}}}'.encode()

    def _beside(self) -> str:
        teams = ",".join(map(_TEAMS.encode, self.teams))
        return f'"paused":{"true" if self.paused else "false"},"teams":[{teams}]'


class Stream:
    """The messages for one kind of watcher, and who waits for the next."""

    def __init__(self, who: DelegationId, look: Callable[[], Picture]) -> None:
        self.who = who
        self.number = 0
        """Of the last message."""
        self._look = look
        self._sees: object = None
        self._shown: Picture | None = None
        """What was told last; None while nobody reads."""
        self._whole: Message | None = None
        self._kept: deque[Message] = deque(maxlen=MOST_KEPT)
        self._unread = 0
        self._waiting: dict[int, Wake] = {}
        self._waits = 0

    def notice(self, sees: object) -> bool:
        """Whether something has changed, by a value that is another one whenever that is so."""
        if sees == self._sees:
            return False
        self._sees = sees
        self.number += 1
        self._whole = None
        return True

    def tell(self, *, seen: bool) -> None:
        """Write what has just been noticed, if somebody reads and there is anything to be `seen`; whoever waits is
        called when all has been written."""
        if self._shown is None:
            return
        if not seen or (self._unread >= MOST_UNREAD and not self._waiting):
            self._shown = None
            self._kept.clear()
            return
        before, self._shown = self._shown, self._look()
        self._kept.append(Message(self.number, self._shown.since(before, self.number)))
        self._unread += 1

    def wake(self) -> None:
        """Call whoever waits, each once."""
        waiting, self._waiting = self._waiting, {}
        for each in waiting.values():
            each()

    def wait(self, wake: Wake) -> Callable[[], None]:
        """Be called once when there is a message more; what comes back lets go of that."""
        self._waits = place = self._waits + 1
        self._waiting[place] = wake

        def let_go() -> None:
            self._waiting.pop(place, None)

        return let_go

    def since(self, has: int) -> tuple[Message, ...]:
        """What whoever has a number lacks, oldest first: nothing, each message that came since, or the whole."""
        self._unread = 0
        if self._shown is None:
            self._shown = self._look()
        if has == self.number:
            return ()
        lacking = tuple(each for each in self._kept if each.number > has)
        if lacking and lacking[0].number == has + 1:
            return lacking
        return (self.whole(),)

    def whole(self) -> Message:
        """Everything, as the last message has left it."""
        if self._whole is None or self._shown is None:
            self._shown = self._shown or self._look()
            self._whole = Message(self.number, self._shown.whole(self.number))
        return self._whole
