"""The end of talks on a page with little room: the contents or what is read, each behind a tab, and one row of buttons.
Those for which there is no room stand in the contents, and every key is heard whichever is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desktop.desk.buttons import AWAY
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.inputs import Input, Key
from game.desktop.kit.pointing import Memory
from game.desktop.kit.widgets import button_wide, key_name, tab, tab_wide
from game.desktop.screens.contents import TOPIC, Contents, Entry
from game.desktop.screens.headline import LOOKS, Look
from game.desktop.screens.layout import buttons
from game.words import say

_GAP, _TABS, _BUTTON = 8.0, 32.0, 38.0
_AMPLE = 56.0
"""How much wider the tab of the contents is than its words: its key stands beside them."""
_CONTENTS, _READ = "contents", "read"


class Folded:
    """Whether the contents are seen, in place of what is read."""

    def __init__(self, memory: Memory, contents: Contents, go: Callable[[str], None]) -> None:
        """`go` turns to a topic."""
        self.open = False
        self._memory, self._contents, self._go = memory, contents, go

    def draw(
        self,
        canvas: Canvas,
        entries: Sequence[Entry],
        said: Sequence[tuple[str, Look]],
        topic: Callable[[Canvas, Box], None],
        actions: Sequence[Action],
        pressed: Sequence[str],
        first: int = 0,
    ) -> None:
        """The tabs, what was said last, the contents or a topic, and the buttons: those that are `pressed` most by
        their ids, as many as there is room for; gold is what Enter does. `first`: how many topics are read first."""
        canvas.fill(colours.FELT1)
        room = canvas.width - 2 * _GAP
        named = next((each.words for each in entries if each.id == self._contents.chosen), "")
        listed = Action(_CONTENTS, say("Contents"), self.toggle, keys=("c",))
        wide, top = tab_wide(canvas, listed.words) + _AMPLE, Box(_GAP, _GAP, room, _TABS)
        tab(canvas, top.left_part(wide), listed, shown=self.open)
        read = Action(_READ, named, self.close, hint=say("Back to what is read."))
        tab(canvas, top.right_part(room - wide), read, shown=not self.open)
        y = _GAP + _TABS + 6
        for words, look in said:
            if words:
                canvas.paragraph(words, _GAP + 2, y, room - 4, LOOKS[look])
                y += canvas.height_of(words, room - 4, LOOKS[look]) + 4
        row, rest = _parted(canvas, actions, pressed, room)
        foot = Box(_GAP, canvas.height - _GAP - _BUTTON, room, _BUTTON)
        body = Box(_GAP, y, room, foot.y - _GAP - y)
        if self.open:
            self._contents.draw(canvas, body, "", entries, self.read, rest, first)
        else:
            topic(canvas, body)
            for action in rest:
                canvas.spot(action, AWAY, focusable=False)
            for entry in entries:
                action = Action(TOPIC + entry.id, entry.words, self._reading(entry.id), keys=entry.keys)
                canvas.spot(action, AWAY, focusable=False)
        buttons(canvas, foot, row, gold=next((each.id for each in row if "enter" in each.keys), ""))

    def on(self, said: Input) -> bool:
        """Escape closes the contents."""
        if not self.open or not isinstance(said, Key) or said.name != "escape" or said.ctrl:
            return False
        self.close()
        return True

    def toggle(self) -> None:
        """Open the contents at what is read, or go back to that."""
        self.open = not self.open
        if self.open and self._memory.shown:
            self._memory.focus = TOPIC + self._contents.chosen
        self._contents.choose(self._contents.chosen)

    def close(self) -> None:
        """Go back to what is read."""
        self.open = False
        if self._memory.focus.startswith(TOPIC):
            self._memory.shown = False

    def read(self, topic: str) -> None:
        """Turn to a topic, and read it."""
        self._go(topic)
        self.close()

    def _reading(self, topic: str) -> Callable[[], None]:
        return lambda: self.read(topic)


def _parted(
    canvas: Canvas, actions: Sequence[Action], pressed: Sequence[str], room: float
) -> tuple[list[Action], list[Action]]:
    """Those for which there is room in a row, and the others, each in their order."""
    by_id, kept, left = {each.id: each for each in actions}, set[str](), room
    for id in pressed:
        if id in by_id:
            left -= button_wide(canvas, by_id[id].words, key_name(by_id[id].keys[0])) + 16
            if left < -12:
                break
            kept.add(id)
    return [each for each in actions if each.id in kept], [each for each in actions if each.id not in kept]
