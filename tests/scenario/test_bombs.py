"""Files made to hang or to fill the memory end, each with an answer; the test run's own limit is the clock."""

from __future__ import annotations

import random

import pytest

from game.scenario import ScenarioError, check, load
from game.scenario.mistakes import listing
from game.scenario.reader import MOST_BYTES, MOST_VALUES, read
from tests.scenario.spoiling import TWO_WORDS, told

LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{last}'] * 9)}]\n" for name, last in zip("bcdefghi", "abcdefgh", strict=True)
)
MERGES = "a: &a {k: v}\n" + "".join(
    f"{name}: &{name} {{<<: [{','.join([f'*{last}'] * 9)}]}}\n" for name, last in zip("bcdefg", "abcdef", strict=True)
)
BOMBS = {
    "brackets": b"[" * 30_000,
    "braces": b"{" * MOST_BYTES,
    "dashes": b"- " * (MOST_BYTES // 2),
    "questions": b"? " * (MOST_BYTES // 2),
    "laughs": LAUGHS.encode(),
    "merges": MERGES.encode(),
    "digits": b"a: " + b"9" * (MOST_BYTES - 10),
    "one key": b"k" * (MOST_BYTES - 10) + b": 1",
    "one text": b'"' + b"x" * (MOST_BYTES - 10) + b'"',
    "anchors": b"".join(b"- &a%d x\n" % n for n in range(60_000)),
    "the same key": b"a: 1\n" * 200_000,
    "tags": b"- !x 1\n" * 140_000,
    "controls": b"\x00" * MOST_BYTES,
    "escapes": b'"' + b"\\0" * 500_000 + b'"',
    "comments": b"#\n" * (MOST_BYTES // 2),
    "unknown keys": "".join(f"summar{n}: x\n" for n in range(24_000)).encode(),
    "unknown keys below": (TWO_WORDS + "".join(f"  leter{n}: {{titel: x}}\n" for n in range(11_000))).encode(),
    "long texts by alias": (
        "a: &a '" + "x" * 16_000 + "'\nsources:\n" + "".join(f"  s{n}: {{title: *a}}\n" for n in range(11_000))
    ).encode(),
    "a long list": TWO_WORDS.replace("verb: [seek]", f"verb: [{'seek,' * 40_000}]").encode(),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_answered(name: str) -> None:
    """Each ends with mistakes, shown in few and short lines."""
    with pytest.raises(ScenarioError) as caught:
        load(BOMBS[name], "bomb.yaml")
    lines = str(caught.value).split("\n")
    assert 1 <= len(lines) <= 21
    assert all(len(line) < 500 for line in lines)


def test_the_largest_honest_file_is_read() -> None:
    """The bounds are wide: one value fewer than the limit is no mistake."""
    assert read("[" + "a," * (MOST_VALUES - 1) + "]", "f").mistakes == ()


def tangle(rules: int, seed: int, issues: int = 40, options: int = 12, given: int = 9, allowed: int = 3) -> str:
    """A scenario of many issues whose exclusions contradict each other at random.

    Each rule binds six issues if two issues have one of `given` options, and leaves each of the six `allowed` ones.
    """
    draw = random.Random(seed)
    ids = [f"i{n}" for n in range(issues)]
    choices = [f"o{n}" for n in range(options)]
    rows = ["scenario: tangle", "title: x", "summary: x", "background: x", "kind: drill", "text:", "  heading: x"]
    rows += ["  clauses:", "    - id: c", "      title: x", "      words: '" + " ".join(f"{{{i}}}" for i in ids) + "'"]
    rows += ["issues:"]
    for issue in ids:
        rows += [f"  - id: {issue}", "    title: x", "    options:"]
        for option in choices:
            rows += [
                f"      - {{id: {option}, name: x, words: {option}, binds: 0, precise: 0, shares: 0, label: MODEL}}"
            ]
    rows += ["exclusions:"]
    for _ in range(rules):
        named = draw.sample(ids, 8)
        halves = [(issue, given if n < 2 else allowed) for n, issue in enumerate(named)]
        said = [f"{issue}: [{', '.join(draw.sample(choices, few))}]" for issue, few in halves]
        rows += [f"  - {{if: {{{', '.join(said[:2])}}}, then: {{{', '.join(said[2:])}}}, because: x}}"]
    rows += ["delegations:"]
    for who, shape in (("A", "round"), ("B", "square")):
        rows += [f"  - id: {who}", "    name: x", "    short: x", "    role: x", "    capital: x", f"    letter: {who}"]
        rows += [f"    shape: {shape}", "    opening: {" + ", ".join(f"{issue}: o0" for issue in ids) + "}"]
        rows += [
            "    instructions:",
            "      reservation_value: 0",
            "      delay: {points: 0, hours: 1}",
            "      points:",
        ]
        rows += [f"        {issue}: {{{', '.join(f'{option}: 1' for option in choices)}}}" for issue in ids]
        rows += ["      brief: {from: x, to: x, date: 1994-06-01, paragraphs: [x]}"]
    rows += ["sessions:", "  - {day: 1994-06-01, place: x, starts: '09:00', hours: 8, title: x}"]
    return "\n".join(rows)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("rules", [40, 100, 200])
def test_contradictory_exclusions_are_decided_or_given_up(rules: int, seed: int) -> None:
    """Forty issues of twelve options: there is a text, there is none, or the search is given up; it ends."""
    answers = told(tangle(rules, seed))
    assert all("exclusions" in answer for answer in answers)


def test_a_search_that_is_given_up_is_a_mistake() -> None:
    """Pigeons without holes: no order of trying finds out soon that there is no text."""
    pigeons, holes = 13, 12
    rows = tangle(0, 0, pigeons, holes).replace("exclusions:", "exclusions:\n" + "\n".join(_crowd(pigeons, holes)))
    (answer,) = told(rows)
    assert answer.split(": ", 1)[1].startswith("it could not be decided whether these exclusions leave any text")


def _crowd(pigeons: int, holes: int) -> list[str]:
    """No two pigeons in one hole, said within the two hundred rules that a file may have."""
    rules = []
    for pigeon in range(pigeons - 1):
        for hole in range(holes):
            others = ", ".join(
                f"i{n}: [{', '.join(f'o{h}' for h in range(holes) if h != hole)}]" for n in range(pigeon + 1, pigeons)
            )
            rules.append(f"  - {{if: {{i{pigeon}: [o{hole}]}}, then: {{{others}}}, because: x}}")
    return rules


def test_looking_for_impossible_options_ends(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The author's warnings are bounded too."""
    path = tmp_path_factory.mktemp("bombs") / "tangle.yaml"
    path.write_text(tangle(40, 1), encoding="utf-8")
    assert len(listing(check(path).warnings)) <= 21
