"""The JSON Schema of a desk and of all that travels between a seat and its face.

`python -m game.seat.json_schema > docs/desk.schema.json` writes it out.
"""

from __future__ import annotations

import json

from game.seat.desk import Desk
from game.seat.setting import Setting
from game.seat.travel import CODEC
from game.seat.tray import Tray
from game.talks import Move


def schema_text() -> str:
    """The schema (draft 2020-12), indented, as it is kept in `docs/desk.schema.json`."""
    kinds = {"Desk": Desk, "Setting": Setting, "Tray": Tray, "Move": Move}
    told = CODEC.schema(kinds, "As Appropriate: the desk of a seat")
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(schema_text(), end="")
