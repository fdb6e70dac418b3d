"""The list of faults that people meet: each row names a test that holds it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROWS = [
    line
    for line in (ROOT / "docs/faults.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| kind "))
]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def functions(path: Path) -> set[str]:
    """The names of the functions of a file."""
    return {
        node.name for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
    }


def test_there_are_rows() -> None:
    """The list is found."""
    assert ROWS


@pytest.mark.parametrize("row", ROWS)
def test_each_kind_is_held_by_a_test(row: str) -> None:
    """A row has a kind, what happens, and at least one test; each test that it names exists."""
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert len(cells) == 3, row
    assert all(cells), row
    named = NAMED.findall(cells[2])
    assert named, f"no test is named as `tests/file.py::test_name`: {row}"
    for file, name in named:
        assert name in functions(ROOT / file), f"{file} has no {name}"
