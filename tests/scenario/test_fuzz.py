"""Whatever a file says, the answer is a scenario or a ScenarioError, and it points at what was spoilt."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import Mistake, ScenarioError, load, shipped, source_of
from game.scenario.reader import Place, read
from tests.scenario.spoiling import SCENARIOS, TWO_WORDS

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


@given(
    st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(TOKENS)), min_size=1, max_size=4), st.booleans()
)
@settings(deadline=None)
def test_random_tokens_in_a_good_file(changes: list[tuple[int, str]], at_end: bool) -> None:
    """A good file with some of its lines spoilt is answered."""
    lines = list(LINES)
    for number, token in changes:
        lines[number] = lines[number] + token if at_end else token + lines[number]
    answered("\n".join(lines))


@pytest.mark.slow
@given(st.lists(st.sampled_from(TOKENS), max_size=200))
@settings(max_examples=50_000, deadline=None)
def test_very_many_random_tokens(tokens: list[str]) -> None:
    """The same, for a night."""
    answered("".join(tokens))


def leaves(place: Place, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Place]]:
    """Every place of a file, the deepest too, with its path."""
    return [(path, place)] + [leaf for key, below in place.inside.items() for leaf in leaves(below, (*path, key))]


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


SMALL = {name: (SCENARIOS / f"{name}.yaml").read_text(encoding="utf-8") for name in ("two-words", "three-rivers")}
SHIPPED = {name: source_of(name).decode() for name in shipped()}
TEXTS = SMALL | SHIPPED


def sample(text: str) -> list[tuple[tuple[str | int, ...], Place]]:
    """Places of a text with their paths: of a short text all, of a long one some."""
    found = leaves(read(text, "f").place)
    return found if len(found) < 500 else random.Random(len(found)).sample(found, 150)


@pytest.mark.parametrize("name", TEXTS)
def test_every_renamed_key_is_told_at_its_line(name: str) -> None:
    """Keys of a good file, one after the other, get a name that nothing has."""
    tried = 0
    for path, place in sample(TEXTS[name]):
        for key, at in place.keys.items():
            spoilt = exchanged(TEXTS[name], at, key, f"{key}_spoilt")
            # A source under another name is missed where it is cited, and may be cited nowhere.
            if spoilt is not None and path != ("sources",):
                assert at[0] in broken_lines(spoilt), (path, key)
                tried += 1
    assert tried > 50


@pytest.mark.parametrize("name", TEXTS)
def test_every_value_of_a_wrong_kind_is_told_at_its_line(name: str) -> None:
    """Single values of a good file, one after the other, become lists of lists."""
    data = read(TEXTS[name], "f").data
    tried = 0
    for path, place in sample(TEXTS[name]):
        value: Any = data
        for step in path:
            value = value[step]
        spoilt = exchanged(TEXTS[name], (place.line, place.column), str(value), "[[spoilt]]")
        # Quoted and folded texts do not stand in the file as they are read.
        if place.inside or spoilt is None or value == "":
            continue
        assert place.line in broken_lines(spoilt), path
        tried += 1
    assert tried > 50


def test_every_line_may_be_missing() -> None:
    """A good file without any one of its lines is answered."""
    for number in range(len(LINES)):
        answered("\n".join(LINES[:number] + LINES[number + 1 :]))


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
