"""A guest: whoever has joined a class on another machine, and sees its seat through what the host sends.

* `Line(address)` is one connection to a host: `ask` sends one request, `events` reads what it sends without end.
* `Guest(address)` is one device in a class: `join`, `follow` (what it is told, through lost connections), `move`,
  `act`; `desk` is what lies before it.
* `Opened` is what a host tells of a class that it has opened.
* `Robot` is a student that is a program: what it would do, from its desk alone.

A guest holds what its own seat is sent, and nothing else.
"""

from game.guest.guest import Advice, Course, Gone, Guest, Opinion, Preview, Said, Seat
from game.guest.line import Event, Line, Reply, Unreachable
from game.guest.opened import Opened
from game.guest.robot import Robot

__all__ = [
    "Advice",
    "Course",
    "Event",
    "Gone",
    "Guest",
    "Line",
    "Opened",
    "Opinion",
    "Preview",
    "Reply",
    "Robot",
    "Said",
    "Seat",
    "Unreachable",
]
