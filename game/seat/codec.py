"""Values to JSON and back, strictly, read off the fields of the classes that travel.

A dataclass is an object with a key for every field; a field that holds its default is left out, and nothing else may
be. Where a value may be of several classes, each of them says which it is under `kind`. Sets are sorted lists; days and
hours are written as in ISO 8601.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import partial
from itertools import compress
from json.encoder import encode_basestring
from operator import is_not
from types import NoneType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

from game.seat.memo import text_of
from game.seat.shape import KIND, Shape, all_hints, bare, members, options, shape_of

Plain = Any
"""What JSON can say: None, a truth, a number, a string, a list of such, or a dict of such by strings."""
T = TypeVar("T")
_Read = Callable[[Plain, str], Any]
_Write = Callable[[Any], str]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TIMES: Mapping[type, str] = {datetime: "date-time", date: "date", time: "time"}
_NAMES: Mapping[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}


class CodecError(ValueError):
    """JSON that is not the value that was asked for; `path` says where, as a JSON Pointer (RFC 6901)."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path or '/'}: {message}")
        self.path = path


class _Writers(dict[type, _Write]):
    """How the values of each class are written, subclasses as their bases are."""

    def __missing__(self, kind: type) -> _Write:
        for base, write in tuple(self.items()):
            if issubclass(kind, base):
                self[kind] = write
                return write
        raise TypeError(f"{kind.__name__} does not travel")


class Codec:
    """The JSON of some classes and of all that is in them.

    What lies in a value is written once, and its text is kept with it: it never changes, and most of it comes back.
    """

    def __init__(self, *roots: Any, in_lists: tuple[type, ...] = ()) -> None:
        """Of `roots` no text is kept; of values of `in_lists`, which come in lists, the text of the list is."""
        self.shapes: dict[type, Shape] = {}
        """How each class is written; none that is no object in JSON is here."""
        self._readers: dict[Any, _Read] = {}
        self._in_lists = frozenset(in_lists)
        self.writers = _Writers(
            {
                str: encode_basestring,
                bool: lambda value: "true" if value else "false",
                int: int.__repr__,
                float: float.__repr__,
                NoneType: lambda _: "null",
                tuple: self._list,
                frozenset: lambda value: self._list(sorted(value)),
                dict: self._mapping,
                date: lambda value: f'"{value.isoformat()}"',
                time: lambda value: f'"{value.isoformat()}"',
            }
        )
        hints = list(all_hints(roots))
        tagged = {kind for hint in hints if len(many := members(hint)) > 1 for kind in many}
        for kind in hints:
            if is_dataclass(kind) and isinstance(kind, type):
                self.shapes[kind] = shape = shape_of(kind, tagged=kind in tagged)
                write = partial(self._object, shape)
                if shape.pattern is not None:
                    write = partial(self._filled, shape.pattern, shape.values)
                once = kind in roots or kind in self._in_lists
                self.writers[kind] = write if once else partial(text_of, self, write)

    # ---- out --------------------------------------------------------------------------------------------------

    def encode(self, value: object) -> str:
        """A value as JSON, without spaces. The same value always gives the same text."""
        return self.writers[type(value)](value)

    def encode_knowing(self, value: object, known: Mapping[str, str]) -> str:
        """The same of an object; `known` are fields of it that have been written already."""
        return self._object(self.shapes[type(value)], value, {f'"{name}":': text for name, text in known.items()})

    def plain(self, value: object) -> Plain:
        """A value as JSON has it, before it is a text."""
        return json.loads(self.encode(value))

    def _object(self, shape: Shape, value: object, known: Mapping[str, str] | None = None) -> str:
        writers, values = self.writers, shape.values(value)
        told = [f'"{KIND}":"{shape.tag}"'] if shape.tag else []
        for (key, default), held in compress(zip(shape.keys, values, strict=True), map(is_not, values, shape.defaults)):
            if known and key in known:
                told.append(key + known[key])
            elif default is MISSING or held != default:
                told.append(key + writers[type(held)](held))
        return f"{{{','.join(told)}}}"

    def _filled(self, pattern: str, values: Callable[[object], tuple[Any, ...]], value: object) -> str:
        writers = self.writers
        return pattern % tuple([writers[type(held)](held) for held in values(value)])

    def _list(self, values: Sequence[object]) -> str:
        if values and type(values[0]) in self._in_lists:
            return text_of(self, self._each, values)
        return self._each(values)

    def _each(self, values: Sequence[object]) -> str:
        writers = self.writers
        return f"[{','.join([writers[type(each)](each) for each in values])}]"

    def _mapping(self, values: Mapping[str, object]) -> str:
        return f"{{{','.join([f'{encode_basestring(key)}:{self.encode(each)}' for key, each in values.items()])}}}"

    # ---- in ---------------------------------------------------------------------------------------------------

    def decode(self, kind: type[T], text: str) -> T:
        """The value of a type from its JSON. Raises `CodecError`, which says where it is something else."""
        try:
            found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
        except CodecError:
            raise
        except ValueError as fault:
            raise CodecError("", f"this is not JSON: {fault}") from None
        return self.build(kind, found)

    def build(self, kind: type[T], found: Plain) -> T:
        """The value of a type from what JSON says. Raises `CodecError`."""
        return cast("T", self._reader(kind)(found, ""))

    def _reader(self, hint: Any) -> _Read:
        if hint not in self._readers:
            self._readers[hint] = self._reader_of(bare(hint))
        return self._readers[hint]

    def _reader_of(self, hint: Any) -> _Read:
        args = get_args(hint)
        if hint in _NAMES:
            return partial(_read_number_or_word, hint)
        if hint in _TIMES:
            return partial(_read_time, hint)
        if get_origin(hint) is Literal:
            return partial(_read_literal, args)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return partial(_read_enum, hint)
        if get_origin(hint) is tuple:
            if args[-1] is Ellipsis:
                return partial(_read_list, tuple, self._reader(args[0]))
            return partial(_read_tuple, tuple(self._reader(each) for each in args))
        if get_origin(hint) is frozenset:
            return partial(_read_list, frozenset, self._reader(args[0]))
        if get_origin(hint) is Mapping:
            return partial(_read_mapping, self._reader(args[1]))
        if hint in self.shapes:
            return partial(self._read_object, hint)
        return partial(self._read_union, hint)

    def _read_object(self, kind: type[Any], found: Plain, at: str) -> Any:
        shape = self.shapes[kind]
        if not isinstance(found, dict):
            raise CodecError(at, f"an object was expected ({kind.__name__})")
        if missing := sorted(shape.needed - found.keys()):
            raise CodecError(f"{at}/{missing[0]}", f"this is missing from {kind.__name__}")
        if unknown := sorted(found.keys() - shape.known):
            raise CodecError(f"{at}/{unknown[0]}", f"{kind.__name__} knows nothing of the kind")
        if shape.tag and found[KIND] != shape.tag:
            raise CodecError(f"{at}/{KIND}", f"{shape.tag!r} was expected")
        values = {
            name: self._reader(hint)(found[name], f"{at}/{name}") for name, hint in shape.hints.items() if name in found
        }
        return kind(**values)

    def _read_union(self, hint: Any, found: Plain, at: str) -> Any:
        kinds = members(hint)
        if found is None and NoneType in options(hint):
            return None
        if isinstance(found, dict) and kinds:
            said = found.get(KIND)
            for kind in kinds:
                if kind in self.shapes and (len(kinds) == 1 or said in self._tags(kind)):
                    return self._read_object(kind, found, at)
            raise CodecError(f"{at}/{KIND}", f"there is no such kind here: {str(said)[:40]!r}")
        rest = [each for each in options(hint) if each is not NoneType and bare(each) not in self.shapes]
        if not rest:
            raise CodecError(at, "an object was expected")
        return self._reader(rest[0])(found, at)

    def _tags(self, kind: type) -> tuple[str, ...]:
        """What a class can say of itself under `kind`."""
        shape = self.shapes[kind]
        own = shape.hints.get(KIND)
        if isinstance(own, type) and issubclass(own, StrEnum):
            return tuple(own)
        return (shape.tag,) if own is None else get_args(own)

    # ---- the schema -------------------------------------------------------------------------------------------

    def schema(self, kinds: Mapping[str, Any], title: str) -> dict[str, Plain]:
        """The JSON Schema (draft 2020-12) of some types, each under its name in `$defs` with all that is in it."""
        defs: dict[str, Plain] = {}
        for name, kind in kinds.items():
            told = self._schema(kind, defs)
            if name not in defs:
                defs[name] = told
        return {"$schema": _DRAFT, "title": title, "$defs": dict(sorted(defs.items()))}

    def _schema(self, hint: Any, defs: dict[str, Plain]) -> Plain:
        hint = bare(hint)
        args = get_args(hint)
        if hint in _NAMES:
            return {"type": _NAMES[hint]}
        if hint in _TIMES:
            return {"type": "string", "format": _TIMES[hint]}
        if hint is NoneType:
            return {"type": "null"}
        if get_origin(hint) is Literal:
            return {"enum": list(args)}
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return {"enum": [each.value for each in hint]}
        if get_origin(hint) is tuple and args[-1] is not Ellipsis:
            each = [self._schema(arg, defs) for arg in args]
            return {"type": "array", "prefixItems": each, "items": False, "minItems": len(args)}
        if get_origin(hint) in (tuple, frozenset):
            return {"type": "array", "items": self._schema(args[0], defs)}
        if get_origin(hint) is Mapping:
            return {"type": "object", "additionalProperties": self._schema(args[1], defs)}
        if hint not in self.shapes:
            return {"oneOf": [self._schema(each, defs) for each in options(hint)]}
        if hint.__name__ not in defs:
            defs[hint.__name__] = {}
            defs[hint.__name__] = self._object_schema(hint, defs)
        return {"$ref": f"#/$defs/{hint.__name__}"}

    def _object_schema(self, kind: type, defs: dict[str, Plain]) -> Plain:
        shape = self.shapes[kind]
        told: dict[str, Plain] = {KIND: {"const": shape.tag}} if shape.tag else {}
        told |= {name: self._schema(hint, defs) for name, hint in shape.hints.items()}
        return {
            "type": "object",
            "properties": told,
            "required": sorted(shape.needed),
            "additionalProperties": False,
        }


# ---- reading ------------------------------------------------------------------------------------------------------


def _once(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise CodecError("", "an object has the same key twice")
    return found


def _no_number(word: str) -> Plain:
    raise CodecError("", f"{word} is not a number")


def _read_number_or_word(kind: type, found: Plain, at: str) -> Plain:
    if type(found) is kind:
        return found
    if kind is float and type(found) is int:
        return float(found)
    raise CodecError(at, f"a value of type {_NAMES[kind]} was expected")


def _read_time(kind: Any, found: Plain, at: str) -> Any:
    try:
        return kind.fromisoformat(found)
    except (TypeError, ValueError):
        raise CodecError(at, f"a {_TIMES[kind]} was expected, as in ISO 8601") from None


def _read_literal(known: tuple[Any, ...], found: Plain, at: str) -> Plain:
    for value in known:
        if type(found) is type(value) and found == value:
            return found
    raise CodecError(at, f"one of {', '.join(map(str, known))} was expected")


def _read_enum(kind: type[StrEnum], found: Plain, at: str) -> Any:
    if not isinstance(found, str) or found not in {each.value for each in kind}:
        raise CodecError(at, f"there is no such kind: {str(found)[:40]!r}")
    return kind(found)


def _read_list(kind: Callable[[Iterator[Any]], Any], read: _Read, found: Plain, at: str) -> Any:
    if not isinstance(found, list):
        raise CodecError(at, "a list was expected")
    return kind(read(each, f"{at}/{place}") for place, each in enumerate(found))


def _read_tuple(reads: tuple[_Read, ...], found: Plain, at: str) -> Any:
    if not isinstance(found, list) or len(found) != len(reads):
        raise CodecError(at, f"a list of {len(reads)} was expected")
    return tuple(read(each, f"{at}/{place}") for place, (read, each) in enumerate(zip(reads, found, strict=True)))


def _read_mapping(read: _Read, found: Plain, at: str) -> Any:
    if not isinstance(found, dict):
        raise CodecError(at, "an object was expected")
    return {key: read(value, f"{at}/{key}") for key, value in found.items()}
