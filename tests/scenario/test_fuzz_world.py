"""Whatever stands in the sections about the world around the table, the answer is a scenario or a ScenarioError."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.reader import read
from tests.night import tries
from tests.scenario.spoiling import HARBOUR, told
from tests.scenario.test_fuzz import answered, broken_lines, elsewhere, exchanged, leaves

Path = tuple[str | int, ...]
Spoiling = tuple[Path, str, Any]

DATA: Any = read(HARBOUR, "f").data
SECTIONS = (
    "phases",
    "sessions",
    "audiences",
    "goodwill",
    "side_texts",
    "force",
    "events",
    "aftermath",
    "readings",
    "draw",
    "after",
)


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every path in a value."""
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in inside:
        yield from paths(below, (*path, key))


def at(data: Any, path: Path) -> Any:
    """What stands at a path."""
    for step in path:
        data = data[step]
    return data


AROUND = [path for path in paths(DATA) if path and (path[0] in SECTIONS or "stakes" in path)]
KINDS: list[Any] = [
    *(None, True, False, 0, 1, -1, 7, 10**6, -(10**6), 0.5, 1e9, 0.125),
    *(
        "",
        " ",
        "x",
        "ARIA",
        "aria",
        "BORO ARIA",
        "toll",
        "half",
        "cold",
        "09:00",
        "1994-09-20",
        "two\nlines",
        "§" * 999,
    ),
    *([], [[]], ["ARIA"], ["ARIA", "ARIA"], [1, 2], [2, 1], [None], [{}], ["toll"] * 30),
    *({}, {"a": {}}, {"ARIA": 1}, {"toll": ["half"]}, {"toll": {"half": 1}}, {"points": 1, "hours": 1}, {"": ""}),
]
SPOILING = st.tuples(
    st.sampled_from(AROUND),
    st.sampled_from(["put", "put", "copy", "drop", "rename"]),
    st.sampled_from(KINDS) | st.sampled_from(AROUND).map(lambda path: at(DATA, path)),
)


def spoilt_data(spoilings: list[Spoiling], whole: Any = None) -> Any:
    """The harbour, or another scenario, with some of its values exchanged, dropped, renamed or doubled."""
    data = deepcopy(DATA if whole is None else whole)
    for path, how, value in spoilings:
        try:
            holder = at(data, path[:-1])
            _spoil(holder, path[-1], how, deepcopy(value))
        except (LookupError, TypeError):
            # An earlier one has taken away what this one is about.
            continue
    return data


def _spoil(holder: Any, key: str | int, how: str, value: Any) -> None:
    held = holder[key]
    match how:
        case "put":
            holder[key] = value
        case "drop":
            del holder[key]
        case "copy" if isinstance(holder, list):
            holder.append(held)
        case "rename" if isinstance(holder, dict):
            holder[str(value)[:20]] = holder.pop(key)


def test_the_harbour_can_be_written_otherwise() -> None:
    """The data of the file, written out as JSON, are the same scenario: what is spoilt below was good."""
    assert told(json.dumps(DATA)) == []


@given(st.lists(SPOILING, min_size=1, max_size=6))
@settings(max_examples=40)
def test_any_value_may_be_another(spoilings: list[Spoiling]) -> None:
    """Values of a wrong kind, keys that are missing or unknown, entries that stand twice: all is answered."""
    answered(json.dumps(spoilt_data(spoilings)))


@pytest.mark.slow
@given(st.lists(SPOILING, min_size=1, max_size=8))
@settings(max_examples=tries(1_000, 10_000))
def test_any_value_may_be_another_many_times(spoilings: list[Spoiling]) -> None:
    """The same, for longer."""
    answered(json.dumps(spoilt_data(spoilings)))


@pytest.mark.slow
def test_each_value_may_be_of_many_kinds() -> None:
    """Each value around the table becomes many kinds of value, one after the other, and neighbours become others; at
    night each becomes them all."""
    for number, path in enumerate(AROUND):
        for kind in KINDS[number % tries(9, 1) :: tries(9, 1)]:
            answered(json.dumps(spoilt_data([(path, "put", kind)])))


@pytest.mark.slow
def test_every_key_and_value_around_the_table_is_told_at_its_line() -> None:
    """Each key gets a name that nothing has, each single value becomes a list of lists: both are told in place."""
    for path, place in leaves(read(HARBOUR, "f").place):
        if not path or path[0] not in SECTIONS:
            continue
        for key, where in place.keys.items():
            spoilt = exchanged(HARBOUR, where, key, f"{key}_spoilt")
            if spoilt is not None and not elsewhere(path):
                assert where[0] in broken_lines(spoilt), (path, key)
        value = at(DATA, path)
        spoilt = exchanged(HARBOUR, (place.line, place.column), str(value), "[[spoilt]]")
        if not place.inside and spoilt is not None and value != "":
            assert place.line in broken_lines(spoilt), path
