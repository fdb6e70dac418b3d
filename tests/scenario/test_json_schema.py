"""The schema for editors says what the reader says."""

from __future__ import annotations

import json
import re
from pathlib import Path

from game.scenario.json_schema import schema_text
from game.scenario.sentences import _PATTERNS

KEPT = Path(__file__).parent.parent.parent / "docs" / "scenario.schema.json"


def test_the_schema_in_the_repository_is_the_one_that_is_read_by() -> None:
    """`python -m game.scenario.json_schema > docs/scenario.schema.json` brings it up to date."""
    assert KEPT.read_text(encoding="utf-8") == schema_text()


def test_the_schema_speaks_the_language_of_the_file() -> None:
    """Keys are the file's own, `if` and `from` too, and unknown ones are refused."""
    schema = json.loads(schema_text())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "if" in schema["$defs"]["ExclusionModel"]["properties"]
    assert "from" in schema["$defs"]["Brief"]["required"]
    assert schema["additionalProperties"] is False


def test_every_pattern_has_a_sentence() -> None:
    """An author is never shown a regular expression."""
    found = {json.loads(f'"{pattern}"') for pattern in re.findall(r'"pattern": "(.*)"', schema_text())}
    found |= {json.loads(f'"{pattern}"') for pattern in re.findall(r'"(\^.*)": \{', schema_text())}
    assert found == set(_PATTERNS)


def test_every_key_says_what_it_is() -> None:
    """An editor shows a sentence beside each key that an author may write."""
    schema = json.loads(schema_text())
    shapes = {"the file": schema, **schema["$defs"]}
    keys = [(name, key, told) for name, shape in shapes.items() for key, told in shape.get("properties", {}).items()]
    assert len(keys) > 150
    assert [f"{name}: {key}" for name, key, told in keys if not told.get("description", "").endswith(".")] == []
