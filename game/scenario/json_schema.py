"""The JSON Schema of a scenario file, for editors that check and complete while an author types.

`python -m game.scenario.json_schema > docs/scenario.schema.json` writes it out.
"""

from __future__ import annotations

import json

from game.scenario.schema import shape_of_files


def schema_text() -> str:
    """The schema (draft 2020-12) with sorted keys, indented, as it is kept in `docs/scenario.schema.json`."""
    schema = shape_of_files().json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "As Appropriate: a scenario"
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(schema_text(), end="")
