"""Sentences of which some words have a look of their own, in whatever order a language sets them."""

from __future__ import annotations

import re

from game.desktop.kit.paragraph import Span, Style
from game.words import say

_HERE = re.compile("\ue000(\\d+)\ue001")
"""Marks the places of the spans while the sentence around them is said: letters of the private use area."""


def styled(template: str, style: Style, **values: object) -> list[Span]:
    """A template in the language spoken now, in one style; values that are spans keep their own."""
    placed = [value for value in values.values() if isinstance(value, Span)]
    marks = {name: f"\ue000{placed.index(value)}\ue001" for name, value in values.items() if isinstance(value, Span)}
    told = _HERE.split(say(template, **{**values, **marks}))
    # What is said may itself hold such signs: those stand for no span.
    places = {str(number): span for number, span in enumerate(placed)}
    found = [places.get(part, Span("")) if place % 2 else Span(part, style) for place, part in enumerate(told)]
    return [span for span in found if span.words or span.sign or span.drawn]
