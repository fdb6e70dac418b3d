"""A line that is being written: a cursor that stands between letters, a selection, and a way back from every step.

A letter is what a reader takes for one: é of two signs, a flag, a family, a syllable of Hangul or Devanagari. The
cursor never stands inside one, none is ever halved, and a limit leaves out whole ones. No window is known here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, assert_never

import regex

Step = Literal["letter-left", "letter-right", "word-left", "word-right", "start", "end"]

_LETTER = regex.compile(r"\X")
_WORD = regex.compile(r"[\w'’\u2011-]+")
_BREAK = regex.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_NO_SIGN = regex.compile(r"[\p{Cc}\p{Cs}\p{Co}\ufeff]")
"""What no keyboard means to write: controls, halves of signs, private signs, and the mark at the head of a file."""


def clean(words: str) -> str:
    """Words from anywhere as part of a line: ends of lines and tabs are spaces, and what is no sign is gone."""
    return _NO_SIGN.sub("", _BREAK.sub(" ", words))


@lru_cache(maxsize=256)
def stops(text: str) -> tuple[int, ...]:
    """Where a cursor can stand in a text: before every letter, and at the end."""
    return (*(found.start() for found in _LETTER.finditer(text)), len(text))


def cut(words: str, most: int) -> str:
    """As many whole letters of the words as take no more signs than this."""
    return words if len(words) <= most else words[: stops(words)[bisect_right(stops(words), max(0, most)) - 1]]


@dataclass(frozen=True, slots=True)
class Line:
    """A text with a cursor after `at` of its signs; what stands between it and `mark` is selected."""

    text: str = ""
    at: int = 0
    mark: int = 0

    @property
    def first(self) -> int:
        """Where the selection begins."""
        return min(self.at, self.mark)

    @property
    def last(self) -> int:
        """Where the selection ends."""
        return max(self.at, self.mark)

    @property
    def selected(self) -> str:
        """The words that are selected."""
        return self.text[self.first : self.last]

    def to(self, place: int, *, keep: bool = False) -> Line:
        """The cursor at the place nearest to this one at which it can stand; `keep` selects the way there."""
        all_stops = stops(self.text)
        at = all_stops[bisect_left(all_stops, max(0, min(len(self.text), place)))]
        return Line(self.text, at, self.mark if keep else at)

    def with_words(self, words: str) -> Line:
        """Words in place of what is selected, the cursor behind them."""
        text = self.text[: self.first] + words + self.text[self.last :]
        return Line(text).to(self.first + len(words))

    def after(self, step: Step) -> int:
        """Where a step of the cursor leads."""
        all_stops = stops(self.text)
        match step:
            case "letter-left":
                return all_stops[max(0, bisect_left(all_stops, self.at) - 1)]
            case "letter-right":
                return all_stops[min(len(all_stops) - 1, bisect_right(all_stops, self.at))]
            case "word-left":
                return max((word.start() for word in _WORD.finditer(self.text) if word.start() < self.at), default=0)
            case "word-right":
                ends = (word.end() for word in _WORD.finditer(self.text) if word.end() > self.at)
                return min(ends, default=len(self.text))
            case "start":
                return 0
            case "end":
                return len(self.text)
            case _:
                assert_never(step)


class Writing:
    """A line with its past. `longest` is the number of signs that it may have."""

    def __init__(self, longest: int) -> None:
        self.longest = longest
        self.line = Line()
        self._past: list[Line] = []
        self._future: list[Line] = []
        self._goes_on: tuple[Step | None, Line] | None = None
        """The line as a letter that was typed, or taken away by a step, has left it: the next one that is there belongs
        to the same step back."""

    def move(self, step: Step, *, keep: bool = False) -> None:
        """Move the cursor; `keep` selects the way. Without it, a letter's step leaves a selection at its edge."""
        line = self.line
        if line.selected and not keep and step in ("letter-left", "letter-right"):
            self.line = line.to(line.first if step == "letter-left" else line.last)
        else:
            self.line = line.to(line.after(step), keep=keep)

    def go(self, place: int, *, keep: bool = False) -> None:
        """Put the cursor somewhere; `keep` selects the way there."""
        self.line = self.line.to(place, keep=keep)

    def select(self, first: int, last: int) -> None:
        """Select from one place to another."""
        self.line = self.line.to(first).to(last, keep=True)

    def select_word(self, place: int) -> None:
        """Select the word at a place, or the gap between two."""
        words = [word.span() for word in _WORD.finditer(self.line.text)]
        inside = next((span for span in words if span[0] <= place <= span[1]), None)
        gap = (
            max((end for _, end in words if end <= place), default=0),
            min((start for start, _ in words if start >= place), default=len(self.line.text)),
        )
        self.select(*(inside or gap))

    def select_all(self) -> None:
        """Select everything."""
        self.select(0, len(self.line.text))

    def write(self, words: str) -> None:
        """Write words in place of what is selected, as many of their letters as there is room for."""
        # A whole book may have been pasted: no more of it is looked at than could find room.
        line, words = self.line, clean(words[: 20 * self.longest])
        words = cut(words, self.longest - len(line.text) + len(line.selected))
        if not words:
            return
        new_word = not words.isspace() and line.text[: line.at][-1:].isspace()
        self._become(line.with_words(words), None, joins=len(stops(words)) == 2 and not new_word)

    def erase(self, step: Step) -> None:
        """Take away what is selected, else what a step of the cursor would pass over."""
        line = self.line if self.line.selected else self.line.to(self.line.after(step), keep=True)
        if line.selected:
            self._become(line.with_words(""), step, joins=not self.line.selected)

    def undo(self) -> None:
        """Back to before the last change."""
        if self._past:
            self._future.append(self.line)
            self.line = self._past.pop()

    def redo(self) -> None:
        """Forward again, to before the last undo."""
        if self._future:
            self._past.append(self.line)
            self.line = self._future.pop()

    def _become(self, line: Line, by: Step | None, *, joins: bool) -> None:
        """Take the line on; where it `joins`, without a step back between it and one that was made in the same way."""
        if not (joins and self._goes_on == (by, self.line)):
            self._past.append(self.line)
        self._future.clear()
        self._goes_on = by, line
        self.line = line
