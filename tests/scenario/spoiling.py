"""Spoils a good scenario in one place and says where the answer must point."""

from __future__ import annotations

from pathlib import Path

from game.scenario import ScenarioError, load

SCENARIOS = Path(__file__).parent.parent / "scenarios"
TWO_WORDS = (SCENARIOS / "two-words.yaml").read_text(encoding="utf-8")
HARBOUR = (SCENARIOS / "harbour.yaml").read_text(encoding="utf-8")
"""With everything that can stand around a table."""


def told(source: bytes | str) -> list[str]:
    """Every mistake of a file as `line:column: sentence`; an empty list if it loads."""
    try:
        load(source, "f")
    except ScenarioError as error:
        return [str(mistake).removeprefix("f:") for mistake in error.mistakes]
    return []


def spoilt(*changes: tuple[str, str], text: str = TWO_WORDS) -> tuple[str, list[str]]:
    """A scenario with each `old` exchanged for `new`, and `line:column` of every sign § in the new words.

    Each `old` must stand in the text once; § itself is taken out, and each line holds at most one.
    """
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times in the text: {old}"
        text = text.replace(old, new)
    lines = text.split("\n")
    places = [f"{number}:{line.index('§') + 1}" for number, line in enumerate(lines, 1) if "§" in line]
    return text.replace("§", ""), places


def answers(*changes: tuple[str, str], text: str = TWO_WORDS) -> list[str]:
    """The sentences for a spoilt scenario, after asserting that they point at exactly the signs §."""
    text, places = spoilt(*changes, text=text)
    found = [answer.split(": ", 1) for answer in told(text)]
    assert [place for place, _ in found] == places, found
    return [sentence for _, sentence in found]
