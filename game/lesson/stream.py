"""What one kind of watcher of a table is told, in numbered messages: the same bytes for everybody who sees the same.

A number grows when something changes that this watcher sees, and at no other time, so that it tells nothing of what is
done in secret. Whoever has a number is sent what came since, one message for each number, or the whole; no message is
assumed to arrive. As long as nobody reads a stream nothing is written for it: only its number goes on. There may be
several forms of the same messages, each written when it is first asked for; this is the one for programs:

    {"number":7,"paused":false,"teams":[...],"desk":{...}}           the whole
    {"number":8,"changes":[...]}                                     what changed on the desk
    {"number":9,"paused":false,"teams":[...],"changes":[]}           and who sits where, where that changed

What changed on a desk is a JSON Patch (RFC 6902). The desk is that of an empty tray: what somebody prepares is his
device's own, and `ClassTable.preview` lays it out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from game.scenario import Scenario
from game.seat import Desk, changes, desk, encode
from game.seat.codec import Codec
from game.table import Team, Views
from game.text import DelegationId, maker

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


_message = maker(Message)


class Laid:
    """The desk of a moment, laid when somebody first asks for it, and not even looked at before: what nobody reads
    costs nothing, and whoever has moved is answered before it is laid."""

    def __init__(self, views: Views, who: DelegationId) -> None:
        self._views: Views | None = views
        self._who = who
        self._found: tuple[Desk, Scenario] | None = None

    def found(self) -> tuple[Desk, Scenario]:
        """It, and what is played as the watcher knows it: the same whenever it is laid. Then the moment is let go."""
        if self._found is None:
            assert self._views is not None
            seen = self._views.of(self._who)
            self._found, self._views = (desk(seen), seen.scenario), None
        return self._found


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """All that a watcher sees at one moment."""

    laid: Laid
    teams: tuple[Team, ...]
    """The seats that he sees into: his own; all of them for the teacher, none for a watcher without a seat."""
    paused: bool

    @property
    def desk(self) -> Desk:
        """What lies before him."""
        return self.laid.found()[0]

    @property
    def scenario(self) -> Scenario:
        """What is played, as he knows it."""
        return self.laid.found()[1]


class Form(Protocol):
    """How pictures are written for those who read a stream: as desks, or as whatever a face makes of them."""

    def whole(self, picture: Picture, number: int) -> bytes:
        """For whoever has nothing yet."""

    def since(self, before: Picture, picture: Picture, number: int) -> bytes:
        """For whoever has another picture."""


class AsDesk:
    """Pictures as the JSON of their desks: for programs, which have words of their own."""

    def whole(self, picture: Picture, number: int) -> bytes:
        """The whole desk."""
        return f'{{"number":{number},{self._beside(picture)},"desk":{encode(picture.desk)}}}'.encode()

    def since(self, before: Picture, picture: Picture, number: int) -> bytes:
        """What changed on it."""
        same = picture.teams == before.teams and picture.paused == before.paused
        beside = "" if same else f"{self._beside(picture)},"
        return f'{{"number":{number},{beside}"changes":{changes(before.desk, picture.desk)}}}'.encode()

    def _beside(self, picture: Picture) -> str:
        teams = ",".join(map(_TEAMS.encode, picture.teams))
        return f'"paused":{"true" if picture.paused else "false"},"teams":[{teams}]'


AS_DESK = AsDesk()


@dataclass(slots=True)
class _Told:
    """A message: what had been seen before it, what is seen now, and how that was written in each form."""

    number: int
    before: Picture | None
    """None in a message that holds the whole."""
    picture: Picture
    written: dict[Form, Message] = field(default_factory=dict)

    def message(self, form: Form) -> Message:
        """As it is sent: written when it is first asked for."""
        found = self.written.get(form)
        if found is None:
            before, number = self.before, self.number
            body = form.since(before, self.picture, number) if before else form.whole(self.picture, number)
            found = self.written[form] = _message(number, body)
        return found


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
        self._whole: _Told | None = None
        self._kept: deque[_Told] = deque(maxlen=MOST_KEPT)
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
        self._kept.append(_Told(self.number, before, self._shown))
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

    def since(self, has: int, form: Form = AS_DESK) -> tuple[Message, ...]:
        """What whoever has a number lacks, oldest first: nothing, each message that came since, or the whole."""
        self._unread = 0
        if self._shown is None:
            self._shown = self._look()
        if has == self.number:
            return ()
        lacking = tuple(each for each in self._kept if each.number > has)
        if lacking and lacking[0].number == has + 1:
            return tuple(each.message(form) for each in lacking)
        return (self.whole(form),)

    def whole(self, form: Form = AS_DESK) -> Message:
        """Everything, as the last message has left it."""
        if self._whole is None or self._shown is None:
            self._shown = self._shown or self._look()
            self._whole = _Told(self.number, None, self._shown)
        return self._whole.message(form)
