from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.rulebook.test_8_refusals import CASES


def test_every_case_opens_with_its_number_and_the_rule() -> None:
    """Each case of the rulebook is numbered in its name and at the head of its prose, without a gap and in order."""
    chapters = {path.stem.split("_")[1]: path for path in Path(__file__).parent.glob("test_[0-9]*_*.py")}
    assert sorted(map(int, chapters)) == list(range(1, len(chapters) + 1))
    for chapter, path in chapters.items():
        cases = [
            node
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.FunctionDef) and re.match(r"test_\d", node.name)
        ]
        start = len(CASES) + 1 if chapter == "8" else 1
        for number, case in enumerate(cases, start):
            prose = ast.get_docstring(case) or ""
            assert case.name.startswith(f"test_{chapter}_{number}_"), case.name
            assert re.match(rf"{chapter}\.{number} [A-Z].*\.$", " ".join(prose.split())), case.name


def test_refusals_are_numbered_through() -> None:
    """The refusals are numbered from 8.1 without a gap, and each opens with its rule."""
    assert [case.number for case in CASES] == [f"8.{number}" for number in range(1, len(CASES) + 1)]
    assert all(case.rule.endswith(".") for case in CASES)
