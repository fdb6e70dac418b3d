"""Frozen values that are made in less time."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, field

import pytest

from game.text import maker


@dataclass(frozen=True, slots=True)
class _Point:
    x: int
    y: int = 0
    seen: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class _Line:
    end: _Point
    begin: _Point = field(default=_Point(0), kw_only=True)


@dataclass(frozen=True)
class _Dotted(_Line):
    dots: int = 3


def test_what_is_made_is_a_value_of_the_class() -> None:
    """It is equal to what the class makes of the same, has its defaults, and is as frozen."""
    point, line = maker(_Point), maker(_Line)
    assert point(1) == _Point(1) == point(x=1, y=0, seen=())
    assert hash(point(1, 2)) == hash(_Point(1, 2))
    assert repr(line(point(1), begin=point(2))) == repr(_Line(_Point(1), begin=_Point(2)))
    assert type(line(point(1))) is _Line
    with pytest.raises(FrozenInstanceError):
        point(1).x = 2  # type: ignore[misc]
    with pytest.raises(TypeError):
        point()  # type: ignore[call-arg]


def test_a_class_that_stands_on_another_makes_its_own_values() -> None:
    """What is put into it is not all there is to its making."""
    with pytest.raises(TypeError, match="_Dotted"):
        maker(_Dotted)
