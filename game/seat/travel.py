"""A desk as JSON, whole or only what has changed: what a browser is sent, and how it is put together again."""

from __future__ import annotations

from dataclasses import MISSING
from datetime import datetime
from itertools import compress, count
from operator import is_not
from types import NoneType
from typing import Any, TypeVar

from game.seat.choices import Choice
from game.seat.codec import Codec
from game.seat.desk import Desk, Now
from game.seat.ended import Ended, Goodwill
from game.seat.heard import Card
from game.seat.judging import JudgingDesk, Minded
from game.seat.memo import grown, kept, shared
from game.seat.outcomes import ReadingRow
from game.seat.package import NeverRow, TrayRow
from game.seat.paper import ClauseRow, Paper
from game.seat.people import Listener, Person
from game.seat.score import Worth
from game.seat.setting import Setting
from game.seat.tray import Tray
from game.seat.wordings import IssueRow, Wording
from game.talks import Move, Score, Shift
from game.talks.causes import CameOfIt, NoText, Signed, Spent
from game.talks.locks import Lock
from game.talks.verdict import Entry
from game.text import Alternative

T = TypeVar("T")
_ONCE = (
    Alternative, CameOfIt, Card, Choice, Ended, Entry, Goodwill, JudgingDesk, Lock, Minded, NeverRow, NoText,
    Paper, ReadingRow, Score, Signed, Spent, Wording, Worth,
)  # fmt: skip
"""What is written once and seldom comes back: its text is not kept for itself."""
CODEC = Codec(Desk, Setting, Tray, Move, *_ONCE, in_lists=(Shift,))
_SHAPES, _WRITERS = CODEC.shapes, CODEC.writers
_SMALL = frozenset({str, int, float, bool, NoneType, datetime})
"""What has no parts that could be told alone."""


def encode(value: object) -> str:
    """A desk, a setting, a tray, a move, or anything in them, as JSON. The same value always gives the same text."""
    if not isinstance(value, Desk):
        return CODEC.encode(value)
    often_the_same = ("issues", "choices", "ladder", "corridor")
    known = {"record": _record(value), **{name: _text(getattr(value, name)) for name in often_the_same}}
    return CODEC.encode_knowing(value, known)


def _text(of: object) -> str:
    return kept("text", lambda: CODEC.encode(of), of)


def _record(of: Desk) -> str:
    """A record as JSON: as it was a few events ago, and these."""

    def more(told: str, start: int) -> str:
        return told + ("," if start else "") + ",".join(map(CODEC.encode, of.record[start:]))

    return grown(of.record, ("text", of.who), lambda: "[", more) + "]"


def decode(kind: type[T], text: str) -> T:
    """The value of a type from its JSON: `decode(Desk, text)`. Raises `CodecError`, which says where it is none."""
    return CODEC.decode(kind, text)


# ---- what has changed ---------------------------------------------------------------------------------------------


def changes(before: Desk, after: Desk) -> str:
    """What makes one desk of another, as a JSON Patch (RFC 6902) for their JSON."""
    found: list[str] = []
    _differ(before, after, "", found)
    return f"[{','.join(found)}]"


def _differ(before: object, after: object, at: str, found: list[str]) -> None:
    """Find the operations that make one value of another, none where they are equal; `at` is its place.

    Most of a desk is the same object as before, and what is not is seldom equal: nothing is compared as a whole that
    has to be gone through anyway.
    """
    kind = type(after)
    shape = _SHAPES.get(kind)
    if shape is None:
        if kind is tuple:
            _differ_in_list(before, after, at, found)
        elif before != after:
            found.append(_replaced(after, at))
        return
    if type(before) is not kind or (shape.is_of_kinds and _kind(before) != _kind(after)):
        found.append(_replaced(after, at))
        return
    olds, news = shape.values(before), shape.values(after)
    others = compress(zip(shape.places, olds, news, strict=True), map(is_not, olds, news))
    for (name, default, compared), old, new in others:
        if default is not MISSING:
            left_out = new is default or (compared and new == default)
            if old is default or (compared and old == default):
                if not left_out:
                    found.append(f'{{"op":"add","path":"{at}/{name}","value":{CODEC.encode(new)}}}')
                continue
            if left_out:
                found.append(f'{{"op":"remove","path":"{at}/{name}"}}')
                continue
        kind = type(new)
        if kind in _SMALL:
            if old != new:
                found.append(f'{{"op":"replace","path":"{at}/{name}","value":{_WRITERS[kind](new)}}}')
        elif kind is tuple:
            _differ_in_list(old, new, f"{at}/{name}", found)
        elif kind in _SEEN_ALIKE:
            found += _alike_for_all(old, new, f"{at}/{name}")
        else:
            _differ(old, new, f"{at}/{name}", found)


def _differ_in_list(before: Any, after: Any, at: str, found: list[str]) -> None:
    """The same for lists: those of objects are told by what changes in their places, or by what comes after them."""
    if after and type(before) is tuple and type(after[0]) in _SHAPES:
        many = len(before)
        if many == len(after) and type(before[0]) in _SHAPES:
            for place, old, new in compress(zip(count(), before, after), map(is_not, before, after)):
                if type(new) in _COME_AGAIN:
                    found += _again(old, new, f"{at}/{place}")
                else:
                    _differ(old, new, f"{at}/{place}", found)
            return
        if many < len(after) and before == after[:many]:
            found += [f'{{"op":"add","path":"{at}/-","value":{_WRITERS[type(new)](new)}}}' for new in after[many:]]
            return
    if before != after:
        found.append(_replaced(after, at))


def _replaced(after: object, at: str) -> str:
    return f'{{"op":"replace","path":"{at}","value":{CODEC.encode(after)}}}'


_COME_AGAIN = (Choice, ClauseRow, IssueRow, Listener, Person)
"""What is one of few values, so that the same one follows on the same at many tables."""


def _again(old: object, new: object, at: str) -> tuple[str, ...]:
    return shared(at, lambda: _found(old, new, at), old, new)


_SEEN_ALIKE = (Now, Paper, TrayRow)
"""What several watchers of one table see alike, so that the same follows on the same for each of them."""


def _alike_for_all(old: object, new: object, at: str) -> tuple[str, ...]:
    return kept(at, lambda: _found(old, new, at), old, new)


def _found(old: object, new: object, at: str) -> tuple[str, ...]:
    told: list[str] = []
    _differ(old, new, at, told)
    return tuple(told)


def _kind(value: object) -> object:
    """What a value of another kind has little in common with: that one is told whole."""
    return getattr(value, "kind", None)
