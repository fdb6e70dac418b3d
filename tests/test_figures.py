"""The figures that README and docs quote are those that the program says today."""

from __future__ import annotations

import re

import pytest

from tests.figures import BLOCK, MARKED, PAGES, TABLE, figures, spelled, table

MARKS = [
    pytest.param(mark, id=f"{page.name} {mark['scenario']} {mark['figure']}")
    for page in PAGES
    for mark in MARKED.finditer(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_quoted_figure_is_what_the_program_says(mark: re.Match[str]) -> None:
    """In digits or in words. Where it is not: `python -m tests.figures` writes it anew; look whether the sentence still
    holds."""
    assert mark["said"] in spelled(figures(mark["scenario"])[mark["figure"]])


def test_the_table_of_scenarios_is_current() -> None:
    """What `python -m tests.figures` writes is what stands there."""
    assert BLOCK.findall(TABLE.read_text(encoding="utf-8")) == [table()]


def test_no_long_number_is_quoted_without_a_mark() -> None:
    """A number of millions in README and docs is a figure of a scenario, and held."""
    for page in PAGES:
        text = BLOCK.sub("", page.read_text(encoding="utf-8"))
        long = re.findall(r"(?<![\d,])\d{1,3}(?:,\d{3}){2,}(?![\d,])(?!<!-- )", text)
        assert not long, f"{page.name}: {long} has no mark (see tests/figures.py)"


def test_a_figure_is_spelled() -> None:
    """As a reader would write it."""
    assert spelled("16") == {"16", "sixteen"}
    assert spelled("68") == {"68", "sixty-eight"}
    assert spelled("40") == {"40", "forty"}
    assert spelled("2,114") == {"2,114"}
    assert spelled("–") == {"–"}
