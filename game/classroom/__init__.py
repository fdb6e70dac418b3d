"""A class over a network: who comes in by which door, and what travels between the host and the pages.

* `host(how, policy)` serves a class until somebody stops it; `Hosting` says how.
* `application(campus, gate)` is the same without a socket: a `Campus` is the classes of a process, each in its `Hall`,
  with one queue and one clock; a `Gate` says from where one may come.

It decides nothing of the game, and says nothing but through `game.words`. What travels is written down in
`docs/protocol.md`.
"""

from game.classroom.app import application
from game.classroom.campus import Campus
from game.classroom.doors import Gate
from game.classroom.hall import Hall
from game.classroom.hosting import HostFault, Hosting, host, host_as_typed

__all__ = ["Campus", "Gate", "Hall", "HostFault", "Hosting", "application", "host", "host_as_typed"]
