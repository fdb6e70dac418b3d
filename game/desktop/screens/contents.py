"""The contents of a debrief: a list of its topics beside what is read, for mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import LABEL, button, focus_ring, key_name, panel
from game.words import say

_WORDS = Style("sans", 15, colours.LOCKED, line=20)
_FIRST = Style("sans-semibold", 15, colours.PALE, line=20)
_CHOSEN = Style("sans-bold", 15, colours.PALE, line=20)
_WHY = Style("sans", 14, colours.DIM, line=18)
_KEY = Style("sans", 14, colours.DIM, line=20)
_PAD, _TIGHT = 7.0, 2.5
"""Above and below the words of a topic; the less in a low window, or in a long list."""
_BUTTON = 240.0
"""How wide a button below the topics is."""
TOPIC = "topic-"
"""How the ids of the spots of topics begin."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One topic in the list."""

    id: str
    words: str
    """What it is called."""
    key: str = ""
    """Its own letter or digit, the same in all talks; empty where it has none."""
    why: str = ""
    """Why it is read first; empty where it is not."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Its key, as a button takes it."""
        return (self.key,) if self.key else ()


def draw_first(canvas: Canvas, box: Box, entries: Sequence[Entry], go: Callable[[str], None]) -> float:
    """What is read first, each with the reason and to be pressed, on a page; gives the top of what follows."""
    told = [entry for entry in entries if entry.why]
    if not told:
        return box.y
    canvas.text(say("Read first").upper(), box.x, box.y, LABEL, width=box.w)
    y = box.y + LABEL.leading + 6
    for entry in told:
        row = Column(canvas, box.w - 24)
        row.words(entry.words, _FIRST)
        row.words(entry.why, _WHY.of(colours.LOCKED))
        id, whole = f"first-{entry.id}", Box(box.x, y, box.w, row.high + 12)
        lit = canvas.hovered(id) or canvas.focused(id)
        canvas.panel(whole, colours.CHOSEN if lit else colours.FELT1, 6, colours.FELT3)
        row.paint(box.x + 12, y + 6)
        focus_ring(canvas, id, whole.inset(2))
        canvas.spot(Action(id, entry.words, partial(go, entry.id), hint=entry.why), whole)
        y = whole.bottom + 6
    return y + 8


def _heading(canvas: Canvas, words: str, at: Box) -> float:
    """What stands above a part of the list; gives the top of the next row."""
    canvas.text(words.upper(), at.x + 10, at.y + 2, LABEL, width=at.w - 14)
    return at.y + LABEL.leading + 6


def _parted(canvas: Canvas, at: Box) -> float:
    """A line between two parts of the list; gives the top of what follows."""
    canvas.line(at.x + 8, at.y + 6, at.right - 8, at.y + 6, colours.FELT3)
    return at.y + 11


class Contents:
    """The list, and which topic is chosen in it."""

    def __init__(self, chosen: str) -> None:
        self.chosen = chosen
        self._moved = False
        self._high, self._pad = 0.0, _PAD

    def choose(self, topic: str) -> None:
        """Read another topic."""
        self.chosen = topic
        self._moved = True

    def step(self, entries: Sequence[Entry], by: int) -> str:
        """The topic before or after the one that is read; at the ends, the same."""
        ids = [each.id for each in entries]
        if self.chosen not in ids:
            return ids[0] if ids else self.chosen
        return ids[max(0, min(len(ids) - 1, ids.index(self.chosen) + by))]

    def draw(
        self, canvas: Canvas, box: Box, heading: str, entries: Sequence[Entry], go: Callable[[str], None],
        actions: Sequence[Action] = (), first: int = 0,
    ) -> None:  # fmt: skip
        """Every topic in a row of its own, the chosen one lit; those that are read `first` apart from the others, with
        the reason as long as one of them is read; and below them buttons for which there is no room elsewhere. The list
        scrolls where it is longer than the window."""
        inside = panel(canvas, box, heading)
        area = Box(box.x + 6, inside.y - 2, box.w - 12, box.bottom - inside.y - 4)
        self._moved |= area.h != self._high
        self._high = area.h
        self._pad = _PAD if len(entries) * (_WORDS.leading + 2 * _PAD + 2) < area.h else _TIGHT
        told = any(entry.id == self.chosen for entry in entries[:first])
        with canvas.scrolled("contents", area) as pane:
            at = Box(area.x + 2, pane.top, area.w - 12, 0)
            y = _heading(canvas, say("Read first"), at) if first else at.y
            for place, entry in enumerate(entries):
                if place == first and first:
                    y = _heading(canvas, say("All other topics"), at._replace(y=_parted(canvas, at._replace(y=y))))
                y = self._row(canvas, at._replace(y=y), area, entry, entry.why if told else "", go) + 2
            for action in actions:
                button(canvas, Box(area.x + 6, y + 10, min(area.w - 20, _BUTTON), 36), action)
                y += 44
            pane.bottom = y + (10 if actions else 0)
        self._moved = False

    def _row(self, canvas: Canvas, at: Box, area: Box, entry: Entry, why: str, go: Callable[[str], None]) -> float:
        """One topic, and why it is read first where that is told; gives its lower edge."""
        chosen, pad = entry.id == self.chosen, self._pad
        words = Column(canvas, at.w - 20)
        style = _CHOSEN if chosen else _FIRST if entry.why else _WORDS
        words.words(entry.words, style, wide=at.w - 36)
        if why:
            words.words(why, _WHY.of(colours.LOCKED) if chosen else _WHY)
        row = Box(at.x, at.y, at.w, words.high + 2 * pad)
        id = TOPIC + entry.id
        if chosen or canvas.hovered(id):
            canvas.panel(row, colours.CHOSEN if chosen else colours.FELT3, 6)
        if chosen:
            canvas.fill(colours.PALE, Box(row.x, row.y + 6, 3, row.h - 12))
            if self._moved:
                self._bring(canvas, area, row)
        words.paint(row.x + 10, row.y + pad)
        if entry.key:
            canvas.text(key_name(entry.key), row.right - 8, row.y + pad, _KEY, align="right")
        canvas.spot(Action(id, entry.words, lambda: go(entry.id), keys=entry.keys, hint=entry.why), row)
        focus_ring(canvas, id, row.inset(2))
        return row.bottom

    def _bring(self, canvas: Canvas, area: Box, row: Box) -> None:
        """Scroll so that the chosen topic can be seen; the next frame shows it."""
        scroll = canvas.memory.scroll
        if row.y < area.y:
            scroll["contents"] = max(0.0, scroll.get("contents", 0.0) - (area.y - row.y) - 20)
        elif row.bottom > area.bottom:
            scroll["contents"] = scroll.get("contents", 0.0) + (row.bottom - area.bottom) + 20
