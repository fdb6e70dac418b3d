"""What a player has set about the window, kept for the next time: a small JSON file beside the talks.

What cannot be read there, or is not what it should be, is as it was at first: nobody is kept out of the game by it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path

from game.desktop.kit.settings import Settings
from game.table import default_path

_LEFT_OUT = frozenset({"scale"})
"""What is worked out anew, from the desktop."""


def place() -> Path:
    """The file."""
    return default_path().with_name("window.json")


def remembered() -> Settings:
    """What was set last; what was never set, or is spoilt, as it is at first."""
    settings = Settings()
    try:
        kept = json.loads(place().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return settings
    for each in fields(Settings):
        if isinstance(kept, dict) and each.name in kept and each.name not in _LEFT_OUT:
            value = kept[each.name]
            value = tuple(value) if isinstance(value, list) else value
            if settings.may_be(each.name, value):
                setattr(settings, each.name, value)
    return settings


def remember(settings: Settings) -> None:
    """Keep it; where nothing can be written, it holds until the window is closed."""
    told = {name: value for name, value in asdict(settings).items() if name not in _LEFT_OUT}
    with suppress(OSError):
        place().parent.mkdir(parents=True, exist_ok=True)
        place().write_text(json.dumps(told), encoding="utf-8")
