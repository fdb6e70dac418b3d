"""A class: tables with several people at each, who are told what they see in numbered messages.

* `ClassTable(table)` is one table: `act` and `submit` are what people do there, `tick` what the clock does, `due` and
  `answer` what the computer does in seats where nobody is.
* `since(who, number)` is what a watcher lacks: the same bytes for all who see the same; `wait` calls whoever waits.
* `restore(store, game, ...)` is the table as it was kept, with the same numbers.

Who a device is, how it proves that, and how anything travels is not known here.
"""

from game.lesson.class_table import PACE, SILENCE, ClassTable
from game.lesson.kept_table import restore
from game.lesson.stream import AS_DESK, MOST_KEPT, Form, Message, Picture, Wake

__all__ = ["AS_DESK", "MOST_KEPT", "PACE", "SILENCE", "ClassTable", "Form", "Message", "Picture", "Wake", "restore"]
