"""What the classes that travel are made of, read off their fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from operator import attrgetter
from re import sub
from types import UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

KIND = "kind"
"""The key under which a value says of which class it is, where it may be of several."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a class is written."""

    tag: str
    """What it says of itself under `kind`; empty where it need not."""
    places: tuple[tuple[str, object, bool], ...]
    """Its fields, each with what it holds when it is left out, `MISSING` where it never is; and whether another value
    may be equal to that."""
    keys: tuple[tuple[str, object], ...]
    """The same, each as it begins in JSON."""
    defaults: tuple[object, ...]
    """What they hold when they are left out."""
    pattern: str | None
    """It in JSON with a `%s` for each of them; None where one may be left out."""
    values: Callable[[object], tuple[Any, ...]]
    """What they hold."""
    hints: Mapping[str, Any]
    needed: frozenset[str]
    known: frozenset[str]
    is_of_kinds: bool
    """Whether a field says of which kind a value is."""


def bare(hint: Any) -> Any:
    """A type without the name that it was given for ids."""
    return hint.__supertype__ if isinstance(hint, NewType) else hint


def options(hint: Any) -> tuple[Any, ...]:
    """What a value of a union may be."""
    if get_origin(hint) in (Union, UnionType):
        return tuple(option for each in get_args(hint) for option in options(each))
    return (hint,)


def members(hint: Any) -> tuple[type, ...]:
    """The classes of a union."""
    return tuple(each for each in options(hint) if isinstance(each, type) and is_dataclass(each))


def all_hints(roots: tuple[Any, ...]) -> Iterator[Any]:
    """Every type that is in these, each once."""
    waiting, seen = list(roots), set()
    while waiting:
        hint = bare(waiting.pop())
        if hint in seen or hint is Ellipsis or isinstance(hint, str):
            continue
        seen.add(hint)
        several = options(hint)
        if several != (hint,):
            waiting += several
        elif isinstance(hint, type) and is_dataclass(hint):
            waiting += _hints(hint).values()
        else:
            waiting += get_args(hint)
        yield hint


def _hints(kind: type) -> dict[str, Any]:
    found = get_type_hints(kind)
    return {field.name: found[field.name] for field in fields(kind)}


def shape_of(kind: type, *, tagged: bool) -> Shape:
    """How a dataclass is written; `tagged` where it has to say which class it is."""
    hints = _hints(kind)
    tag = sub(r"(?<=.)(?=[A-Z])", "-", kind.__name__).lower() if tagged and KIND not in hints else ""
    found = tuple((each.name, _default(each)) for each in fields(kind))
    names = [name for name, _ in found]
    get: Callable[[object], Any] = attrgetter(*names) if names else lambda _: ()
    values = get if len(names) != 1 else lambda value: (get(value),)
    needed = frozenset(name for name, default in found if default is MISSING) | ({KIND} if tag else set())
    keys = tuple((f'"{name}":', default) for name, default in found)
    head = [f'"{KIND}":"{tag}"'] if tag else []
    pattern = f"{{{','.join(head + [f'{key}%s' for key, _ in keys])}}}" if needed >= set(names) else None
    places = tuple((name, default, default is not MISSING and default is not None) for name, default in found)
    defaults = tuple(default for _, default in found)
    return Shape(tag, places, keys, defaults, pattern, values, hints, needed, needed | hints.keys(), KIND in hints)


def _default(of: Field[Any]) -> object:
    return of.default if of.default_factory is MISSING else of.default_factory()
