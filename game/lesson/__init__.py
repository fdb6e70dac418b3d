"""A class: tables with several people at each, who are told what they see in numbered messages.

* `open_class(house, ...)` is a new class, `restore_class` one as it was kept. People `enrol`; `lead(class, doing, now)`
  is what the teacher does, `tick` and `next_tick` what the clock on the wall does: it is the calendar of the talks.
* `Looking(class).overview(now)` is what the teacher sees at a glance, `room_view` what one person sees of the class.
* `ClassTable(table)` is one table: `act` and `submit` are what people do there, `due` and `answer` what the computer
  does in seats where nobody is; `since(who, number, form)` is what a watcher lacks: the same bytes for all who see the
  same; `wait` calls whoever waits.
* `restore(store, game, ...)` is a table as it was kept, with the same numbers.

How a device proves who it is, and how anything travels, is not known here.
"""

from game.lesson.bell import next_tick, tick
from game.lesson.class_acts import CLASS_ACTS, ClassAct, When, read_class_act, write_class_act
from game.lesson.class_objection import ClassGrounds, ClassObjection
from game.lesson.class_table import PACE, SILENCE, ClassTable
from game.lesson.classroom import PLAYED, Classroom, Fault, House, called
from game.lesson.doings import Doing, write_doing
from game.lesson.kept_class import catch_up, open_class, restore_class
from game.lesson.kept_table import restore
from game.lesson.leading import lead
from game.lesson.lesson import Lesson, Pupil, then
from game.lesson.looking import Looking
from game.lesson.overview import Overview, Person, SeatRow, TableRow
from game.lesson.plan import PHASES, PLANS, Length, Phase, Plan
from game.lesson.room_view import RoomView, read_room_view, room_view, write_room_view
from game.lesson.seating import Letter, Place
from game.lesson.settings import MOST_PEOPLE, Settings
from game.lesson.stream import AS_DESK, MOST_KEPT, Form, Message, Picture, Wake

__all__ = [
    "AS_DESK", "CLASS_ACTS", "MOST_KEPT", "MOST_PEOPLE", "PACE", "PHASES", "PLANS", "PLAYED", "SILENCE", "ClassAct",
    "ClassGrounds", "ClassObjection", "ClassTable", "Classroom", "Doing", "Fault", "Form", "House", "Length", "Lesson",
    "Letter", "Looking", "Message", "Overview", "Person", "Phase", "Picture", "Place", "Plan", "Pupil", "RoomView",
    "SeatRow", "Settings", "TableRow", "Wake", "When", "called", "catch_up", "lead", "next_tick", "open_class",
    "read_class_act", "read_room_view", "restore", "restore_class", "room_view", "then", "tick",
    "write_class_act", "write_doing", "write_room_view",
]  # fmt: skip
