"""Whatever a file says, the answer is a scenario or a ScenarioError, and it points at what was spoilt."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import Mistake, ScenarioError, load, shipped, source_of
from game.scenario.reader import Place, read
from tests.night import tries
from tests.scenario.spoiling import HARBOUR, SCENARIOS, TWO_WORDS

TOKENS = [
    *(
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        ": ",
        "- ",
        "? ",
        "\n",
        "\n  ",
        "\n    ",
        "\t",
        "#",
        "|",
        ">",
        ">-",
        "'",
        '"',
        "---",
        "...",
    ),
    *(
        "&a ",
        "*a",
        "!t ",
        "!!int ",
        "<<",
        "<<: *a",
        "%YAML 1.2\n",
        "%TAG ! x\n",
        "\\",
        "\\x00",
        "\\uD800",
        "@",
        "`",
        "~",
    ),
    *("null", "true", "no", "1", "-0", "1e9", ".nan", "0x1", "1994-06-22", "a", "id", "issues:", "title: x", "points:"),
    *("\x00", "\ufeff", "\ufffe", "\ud800", "\r", "\x85", "\u2028", "\u202e", "é", "я", "𝕏", "x" * 200),
]
LINES = TWO_WORDS.split("\n")
LONGER = HARBOUR.split("\n")


def mistakes_of(source: bytes | str) -> tuple[Mistake, ...]:
    """What is wrong with a file; whatever else than a ScenarioError is raised fails the test."""
    try:
        load(source, "f")
    except ScenarioError as error:
        return error.mistakes
    return ()


def answered(source: bytes | str) -> None:
    """Load; every mistake is a short sentence about a place."""
    for mistake in mistakes_of(source):
        assert min(mistake.line, mistake.column) >= 1
        assert mistake.message.isprintable()
        assert len(mistake.message) < 500


@given(st.lists(st.sampled_from(TOKENS), max_size=60))
def test_random_tokens(tokens: list[str]) -> None:
    """Any string of the signs that mean something in YAML is answered."""
    answered("".join(tokens))


@given(st.binary(max_size=200))
def test_random_bytes(source: bytes) -> None:
    """Any bytes are answered."""
    answered(source)


@pytest.mark.parametrize("good", [LINES, LONGER], ids=["two-words", "harbour"])
@given(
    st.lists(st.tuples(st.integers(0, len(LONGER) - 1), st.sampled_from(TOKENS)), min_size=1, max_size=4), st.booleans()
)
@settings(max_examples=60)
def test_random_tokens_in_a_good_file(good: list[str], changes: list[tuple[int, str]], at_end: bool) -> None:
    """A good file with some of its lines spoilt is answered."""
    lines = list(good)
    for number, token in changes:
        number %= len(lines)
        lines[number] = lines[number] + token if at_end else token + lines[number]
    answered("\n".join(lines))


@pytest.mark.slow
@given(st.lists(st.sampled_from(TOKENS), max_size=200))
@settings(max_examples=tries(5_000, 50_000), deadline=None)
def test_very_many_random_tokens(tokens: list[str]) -> None:
    """The same, for longer."""
    answered("".join(tokens))


def leaves(place: Place, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Place]]:
    """Every place of a file, the deepest too, with its path."""
    return [(path, place)] + [leaf for key, below in place.inside.items() for leaf in leaves(below, (*path, key))]


def elsewhere(path: tuple[str | int, ...]) -> bool:
    """Whether the keys at a path are issues of another scenario, which this one follows: nobody can judge them here."""
    return path[:2] == ("after", "words") and path[-1:] in (("words",), ("binds",))


def broken_lines(text: str) -> set[int]:
    """The lines that the mistakes of a text point at."""
    return {mistake.line for mistake in mistakes_of(text)}


def exchanged(text: str, at: tuple[int, int], old: str, new: str) -> str | None:
    """The text with what stands at a place exchanged, if it does stand there as such."""
    lines = text.split("\n")
    line, start = lines[at[0] - 1], at[1] - 1
    if not line.startswith(old, start):
        return None
    lines[at[0] - 1] = line[:start] + new + line[start + len(old) :]
    return "\n".join(lines)


SMALL = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SCENARIOS.glob("*.yaml"))}
SHIPPED = {name: source_of(name).decode() for name in shipped()}
TEXTS = SMALL | SHIPPED
_SMALL_FIRST = [*SMALL, *(pytest.param(name, marks=pytest.mark.slow) for name in SHIPPED)]
ENOUGH = {"two-words": 100, "three-rivers": 20, "harbour": 20}
"""How many places are tried in the fast tests; of others few, since they are long."""
FEW, MANY = 20, tries(100, 200)

Spot = tuple[tuple[str | int, ...], Place]
"""A place of a text with its path."""


def sample(name: str, most: int) -> list[Spot]:
    """So many places of a text, or all."""
    found = leaves(read(TEXTS[name], "f").place)
    return found if len(found) < most else random.Random(len(found)).sample(found, most)


@pytest.mark.parametrize("name", _SMALL_FIRST)
def test_renamed_keys_are_told_at_their_lines(name: str) -> None:
    """Some keys of a good file, one after the other, get a name that nothing has."""
    assert rename_keys(name, sample(name, ENOUGH.get(name, FEW))) > FEW / 16


def rename_keys(name: str, spots: list[Spot]) -> int:
    """Rename the keys at these places, one after the other; how many were tried."""
    tried = 0
    for path, place in spots:
        for key, at in place.keys.items():
            spoilt = exchanged(TEXTS[name], at, key, f"{key}_spoilt")
            # A source or a character under another name is missed where it is named, and may be named nowhere.
            if spoilt is not None and path not in {("sources",), ("temperaments",)} and not elsewhere(path):
                assert at[0] in broken_lines(spoilt), (path, key)
                tried += 1
    return tried


@pytest.mark.parametrize("name", _SMALL_FIRST)
def test_values_of_a_wrong_kind_are_told_at_their_lines(name: str) -> None:
    """Some single values of a good file, one after the other, become lists of lists."""
    assert exchange_values(name, sample(name, ENOUGH.get(name, FEW))) > 5


def exchange_values(name: str, spots: list[Spot]) -> int:
    """Make the values at these places lists of lists, one after the other; how many were tried."""
    data = read(TEXTS[name], "f").data
    tried = 0
    for path, place in spots:
        value: Any = data
        for step in path:
            value = value[step]
        spoilt = exchanged(TEXTS[name], (place.line, place.column), str(value), "[[spoilt]]")
        # Quoted and folded texts do not stand in the file as they are read.
        if place.inside or spoilt is None or value == "":
            continue
        assert place.line in broken_lines(spoilt), path
        tried += 1
    return tried


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", TEXTS)
def test_many_keys_and_values_are_told_at_their_lines(name: str) -> None:
    """The same for many places of a file."""
    assert rename_keys(name, sample(name, MANY)) > MANY // 4  # the others are no mappings
    assert exchange_values(name, sample(name, MANY)) > MANY // 4


@pytest.mark.parametrize(("good", "each"), [(LINES, 1), (LONGER, 15)], ids=["two-words", "harbour"])
def test_every_line_may_be_missing(good: list[str], each: int) -> None:
    """A good file without any one of its lines, or of a long one every few, is answered."""
    for number in range(0, len(good), each):
        answered("\n".join(good[:number] + good[number + 1 :]))


@pytest.mark.parametrize(
    ("path", "dropped", "told_at"),
    [
        (("delegations", 0, "name"), "    name: The Town of Aria\n", ("delegations", 0)),
        (("issues", 0, "options", 1, "binds"), None, ("issues", 0, "options", 1)),
        (
            ("delegations", 1, "instructions", "points", "when", "time"),
            None,
            ("delegations", 1, "instructions", "points", "when"),
        ),
        (("delegations", 1, "opening", "fish"), None, ("delegations", 1, "opening")),
        (("history", "outcome", "council"), None, ("history", "outcome")),
        (("sessions", 2, "place"), None, ("sessions", 2)),
    ],
)
def test_what_is_dropped_is_told_at_its_mapping(
    path: tuple[str | int, ...], dropped: str | None, told_at: tuple[str | int, ...]
) -> None:
    """A key that is needed and is not there has no place of its own."""
    places = dict(leaves(read(TWO_WORDS, "f").place))
    line = places[path].line
    assert dropped is None or LINES[line - 1] + "\n" == dropped
    text = "\n".join(LINES[: line - 1] + LINES[line:])
    assert broken_lines(text) == {dict(leaves(read(text, "f").place))[told_at].line}
