"""YAML into plain Python data and a tree of places, with bounds, so that no file can hang or crash the program.

It reads events and never calls a loader: a loader drops duplicate keys in silence, expands merge keys without end,
and the one of libyaml crashes Python on 30 KB of `[`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize

import yaml

from game.scenario.decoding import decoded, not_utf_8, other_kind, place_of, position
from game.scenario.mistakes import Mistake, printable
from game.scenario.pasted import CUT, CUTS, SPOKEN, culprits, printed_quotes, remarks
from game.scenario.signs import as_seen, named, odd
from game.text.signs import NO_SIGN

MOST_BYTES = 1 << 20
MOST_VALUES = 50_000
MOST_CHARACTERS = 16_000
DEEPEST = 32

_MOST_NOTED = 100
"""Signs that are found amiss, one by one: finding a place takes long."""

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,4})?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|nan)", re.IGNORECASE)
_LONGEST_NUMBER = 18
_CONTROL = re.compile(f"{NO_SIGN.pattern}|[\x7f-\x9f\ufeff\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What no text can have, what makes a line read otherwise than it is stored, and what begins a line for YAML and none
for editors."""
_PARSER_SAYS = (
    ("mapping values are not allowed", "a ':' stands where no key can be: is a quotation mark or an indent missing?"),
    ("unexpected end of stream", "the file ends inside a quotation, a list or a mapping"),
    ("did not find expected key", "this does not fit the keys above it: is the indent right, is a quotation closed?"),
    ("expected <block end>", "this does not fit the lines above it: is the indent right, is a quotation closed?"),
    ("did not find expected ',' or", "a ',' or a closing bracket is missing before this"),
    ("could not find expected ':'", "this key has no ':' after it, or no blank after the ':'"),
    ("expected alphabetic or numeric", "'&' and '*' begin no text in YAML: put the text in quotation marks"),
    ("are not allowed in this context", "'-' and '?' begin no text in YAML: put the text in quotation marks"),
    ("expected <document start>", "a document ends above this: is there a '...', or a line that is no YAML?"),
    ("did not find expected comment", "'|' and '>' begin no text in YAML: put the text in quotation marks"),
    ("that cannot start any token", "this sign cannot begin a text: put the text in quotation marks"),
    ("exceeded maximum nesting depth", f"values are nested more than {DEEPEST} deep"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in the file, and where everything in it stands; lines and columns count from 1."""

    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    inside: dict[str | int, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file says: plain data with a place for every value, and every mistake met on the way."""

    data: object
    place: Place
    mistakes: tuple[Mistake, ...]
    whole: bool
    """Whether the file was read to its end; if not, `data` is None."""
    refused: frozenset[tuple[int, int]] = frozenset()
    """Places of values that were found wrong already, so that nobody judges their stand-ins."""
    doubts: tuple[Mistake, ...] = ()
    """What is allowed, but was hardly meant."""
    text: str = ""
    extents: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Where in `text` each value with signs beyond ASCII begins and ends, by its place."""

    def sign(self, place: Place, sign: str) -> tuple[int, int]:
        """Where a sign of the value at a place stands; the place itself where it is written otherwise."""
        return place_of(self.text, self.extents.get((place.line, place.column), (0, 0)), sign) or (
            place.line,
            place.column,
        )


class _Node(NamedTuple):
    value: object
    place: Place
    size: int = 1
    height: int = 1


class _Unreadable(Exception):
    """A mistake after which reading cannot go on."""


def read(source: bytes | str, file: str) -> Parsed:
    """Read a scenario file. Never raises for what the file says: mistakes come back in the reading."""
    return _Reader(file).read(source)


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.mistakes: list[Mistake] = []
        self.refused: set[tuple[int, int]] = set()
        self.anchors: dict[str, _Node] = {}
        self.values = 0
        self.events: Iterator[yaml.Event] = iter(())
        self.text = ""
        self.extents: dict[tuple[int, int], tuple[int, int]] = {}
        self.doubts: list[Mistake] = []
        self.seeming: set[tuple[int, int]] = set()
        """Places of keys that have other letters than it seems."""
        self.under: str | None = None
        """The last key."""

    def read(self, source: bytes | str) -> Parsed:
        node = None
        with suppress(_Unreadable):
            self.text = self.clean(source)
            node = self.document(self.text)
        if node is None:
            return Parsed(None, Place(1, 1), tuple(self.mistakes), whole=False)
        refused, doubts = frozenset(self.refused), tuple(self.doubts)
        return Parsed(node.value, node.place, tuple(self.mistakes), True, refused, doubts, self.text, self.extents)

    def note(self, at: tuple[int, int], message: str) -> None:
        self.mistakes.append(Mistake(self.file, *at, message))

    def stop(self, at: tuple[int, int], message: str) -> _Unreadable:
        self.note(at, message)
        return _Unreadable()

    def clean(self, source: bytes | str) -> str:
        # A str is measured in characters: it is the caller's own, and already in memory.
        if len(source) > MOST_BYTES:
            raise self.stop((1, 1), f"the file is larger than {MOST_BYTES >> 20} MiB")
        if kind := other_kind(source):
            raise self.stop((1, 1), f"this is {kind}, and no plain text: save it as text")
        try:
            text = decoded(source) if isinstance(source, bytes) else source
        except UnicodeDecodeError as error:
            before = bytes(error.object[: error.start]).decode(error.encoding, "replace")
            raise self.stop(position(before, len(before)), not_utf_8(error)) from None
        text = text.removeprefix("\ufeff")
        if text.count("\0") * 4 > len(text):
            raise self.stop((1, 1), "every other byte of the file is 0, as in UTF-16; save it as UTF-8")
        for found in _CONTROL.finditer(text):
            if len(self.mistakes) > _MOST_NOTED:
                break
            self.note(position(text, found.start()), f"control sign {named(found[0])} in the file")
        return _CONTROL.sub(" ", text)

    def document(self, text: str) -> _Node:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events = yaml.parse(text, Loader=loader)
        try:
            root = None
            for event in self.events:
                if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                    self.note(_at(event), "a second document begins here: a scenario file holds one")
                    return root
                if isinstance(event, yaml.NodeEvent):
                    root = self.node(event, 1)
        except yaml.MarkedYAMLError as error:
            keyless = "could not find expected ':'" in str(error.problem)
            mark = (error.context_mark if keyless else error.problem_mark) or error.context_mark
            at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            if mark is not None and text[mark.index : mark.index + 1] == "\t":
                raise self.stop(at, "a tab cannot indent YAML: use spaces") from None
            found, explained = culprits(text, at[0])
            known = {(mistake.line, mistake.column) for mistake in self.mistakes}
            for offset, message in found[:_MOST_NOTED]:
                if (where := position(text, offset)) not in known:
                    self.note(where, message)
            raise _Unreadable from None if explained else self.stop(at, _in_our_words(error))
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # The pure Python parser lets an impossible escape such as "\UFFFFFFFF" out as a ValueError.
            raise self.stop((1, 1), f"this cannot be read as YAML: {printable(str(error), 200)}") from None
        if root is None:
            raise self.stop((1, 1), "the file is empty")
        return root

    def node(self, event: yaml.NodeEvent, depth: int) -> _Node:
        at = _at(event)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, at, depth)
        self.count(1, at)
        if depth > DEEPEST:
            raise self.stop(at, f"values are nested more than {DEEPEST} deep")
        if isinstance(event, yaml.CollectionStartEvent) and event.tag:
            self.note(at, f"a tag, '{_tag(event.tag)}', cannot be used in a scenario")
        if isinstance(event, yaml.MappingStartEvent):
            node = self.mapping(at, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self.sequence(at, depth)
        else:
            assert isinstance(event, yaml.ScalarEvent)
            node = _Node(self.scalar(event, at), Place(*at))
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def count(self, values: int, at: tuple[int, int]) -> None:
        self.values += values
        if self.values > MOST_VALUES:
            raise self.stop(at, f"the file holds more than {MOST_VALUES:,} values, aliases written out")

    def alias(self, event: yaml.AliasEvent, at: tuple[int, int], depth: int) -> _Node:
        name = str(event.anchor)
        known = self.anchors.get(name)
        if known is None:
            self.count(1, at)
            self.note(at, f"no anchor '&{printable(name)}' is complete before this alias")
            self.refused.add(at)
            return _Node(None, Place(*at))
        self.count(known.size, at)
        if depth + known.height - 1 > DEEPEST:
            raise self.stop(at, f"values are nested more than {DEEPEST} deep")
        if (known.place.line, known.place.column) in self.refused:
            self.refused.add(at)
        return _Node(known.value, Place(*at, known.place.keys, known.place.inside), known.size, known.height)

    def sequence(self, at: tuple[int, int], depth: int) -> _Node:
        values: list[object] = []
        place = Place(*at)
        size = height = 1
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            assert isinstance(event, yaml.NodeEvent)
            node = self.node(event, depth + 1)
            place.inside[len(values)] = node.place
            values.append(node.value)
            size += node.size
            height = max(height, node.height + 1)
        return _Node(values, place, size, height)

    def mapping(self, at: tuple[int, int], depth: int) -> _Node:
        values: dict[str, object] = {}
        place = Place(*at)
        size = height = 1
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            assert isinstance(event, yaml.NodeEvent)
            where = _at(event)
            key = self.key(event, where, depth)
            self.under, value = key, next(self.events)
            assert isinstance(value, yaml.NodeEvent)
            node = self.node(value, depth + 1)
            size += node.size + 1
            height = max(height, node.height + 1)
            if key is None:
                continue
            if key in values:
                # A key after other spaces stands in another column than it seems, and has been told.
                if {where, place.keys[key]}.isdisjoint(self.seeming):
                    self.note(where, f"duplicate key '{printable(key)}'; the first is at line {place.keys[key][0]}")
                continue
            values[key] = node.value
            place.keys[key] = where
            place.inside[key] = node.place
        return _Node(values, place, size, height)

    def key(self, event: yaml.NodeEvent, at: tuple[int, int], depth: int) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            self.note(at, "a key must be a plain text")
            if not isinstance(event, yaml.AliasEvent):
                self.node(event, depth + 1)
            return None
        if not event.style and event.value == "<<":
            self.count(1, at)
            self.note(at, "a merge key, '<<', cannot be used in a scenario: write the keys out")
            return None
        node = self.node(event, depth + 1)
        if isinstance(node.value, str):
            return None if at in self.refused else self.as_typed(node.value, at, event)
        self.note(at, f"a key must be a text, not '{printable(event.value)}'; put it in quotation marks")
        return None

    def as_typed(self, key: str, at: tuple[int, int], event: yaml.ScalarEvent) -> str:
        """A key in the letters of the keyboard, which all keys are made of; what only looks like them is noted."""
        if key.isascii() or not (found := odd(key)):
            return key
        self.seeming.add(at)
        where = place_of(self.text, _extent(event), key[found[0]]) or at
        self.note(where, f"the key '{printable(key)}' has other letters than it seems: {found[1]}")
        return as_seen(key).strip(" '\"")

    def scalar(self, event: yaml.ScalarEvent, at: tuple[int, int]) -> object:
        value = event.value
        if wrong := _wrong(event):
            self.note(at, wrong)
            self.refused.add(at)
            return ""
        extent = _extent(event)
        if not value.isascii():
            # One letter with an accent is one sign, however it was composed.
            value = normalize("NFC", value)
            self.extents[at] = extent
        for offset, message in remarks(value):
            if len(self.doubts) > _MOST_NOTED:
                break
            sign, before = value[offset], value[:offset].count(value[offset])
            self.doubts.append(Mistake(self.file, *(place_of(self.text, extent, sign, before) or at), message))
        if not event.style and (cut := CUTS.match(self.text, extent[1])):
            self.doubts.append(Mistake(self.file, *position(self.text, cut.end() - 1), CUT))
        if not event.style and self.under not in SPOKEN and (quotes := printed_quotes(value)):
            self.doubts.append(Mistake(self.file, *at, quotes))
        # The line break that ends a block is how YAML writes blocks, not something that the author wants printed.
        return _plain(value) if not event.style else value.rstrip("\n") if event.style in "|>" else value


def _wrong(event: yaml.ScalarEvent) -> str | None:
    """Why a single value cannot be used, whatever it is wanted for."""
    value = event.value
    if event.tag:
        return f"a tag, '{_tag(event.tag)}', cannot be used in a scenario"
    if len(value) > MOST_CHARACTERS:
        return f"this text is longer than {MOST_CHARACTERS:,} characters"
    if found := _CONTROL.search(value):
        return f"control sign {named(found[0])} in a text"
    if event.style:
        return None
    if _NOT_FINITE.fullmatch(value):
        return f"'{printable(value)}' is not a number that can be counted with"
    if len(value) > _LONGEST_NUMBER and _DECIMAL.fullmatch(value):
        return f"the number '{printable(value)}' has too many digits"
    if _DECIMAL.fullmatch(value) and float(value) in (float("inf"), float("-inf")):
        return f"the number '{printable(value)}' is too large"
    return None


def _plain(value: str) -> object:
    """A text without quotation marks, as YAML 1.2 reads it, so that `no`, `010`, `12:30` and dates stay texts."""
    if value in ("", "~", "null"):
        return None
    if value in ("true", "false"):
        return value == "true"
    if _INTEGER.fullmatch(value):
        return int(value)
    return float(value) if _DECIMAL.fullmatch(value) else value


def _tag(tag: str) -> str:
    return printable(tag.replace("tag:yaml.org,2002:", "!!", 1))


def _at(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _extent(event: yaml.Event) -> tuple[int, int]:
    return (event.start_mark.index, event.end_mark.index) if event.start_mark and event.end_mark else (0, 0)


def _in_our_words(error: yaml.MarkedYAMLError) -> str:
    problem = str(error.problem or error.context or "")
    for theirs, ours in _PARSER_SAYS:
        if theirs in problem:
            return ours
    return f"this cannot be read as YAML: {printable(problem, 200)}"
