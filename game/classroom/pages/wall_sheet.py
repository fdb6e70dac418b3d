"""A page of the wall."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in the head of the wall, in the middle and below."""

    title: str
    note: Markup | str
    body: Markup
    foot: Markup | str = ""
