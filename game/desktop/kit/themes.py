"""The themes: what each colour of the room is in them. Light is for a bright room and a projector; in high contrast all
grounds are black or nearly so, and panels have white edges.

A screen names the colours of the dark theme; `Canvas` asks the theme for the one that is painted. Every pair of words
and ground that is really drawn has a contrast of 4.5 or more by WCAG 2.2 in every theme: a test looks at all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from game.desktop.kit import colours

ThemeName = Literal["dark", "light", "contrast"]


class Theme:
    """What each colour is; one that it does not name stays as it is."""

    def __init__(self, shades: Mapping[str, str], edges: str = "") -> None:
        self._shades = dict(shades)
        self._edges = edges

    def shown(self, colour: str) -> str:
        """The colour that is painted for a colour of the dark theme, or for one that was mixed of such."""
        found = self._shades.get(colour)
        if found is not None:
            return found
        mixed = colours.parts(colour) if self._shades else None
        if mixed is None:
            return colour
        one, other, share = mixed
        self._shades[colour] = made = colours.mix(self.shown(one), self.shown(other), share)
        return made

    def edge(self, colour: str, high: float) -> str:
        """The edge of a panel: none, or in high contrast the same for all that are no mere bars."""
        if not self._edges or colour not in ("", colours.FELT3, colours.FELT2):
            return colour
        return self._edges if high >= 18 else colour


DARK = Theme({})
_RUSSIA, _ALLIANCE, _THIRD = "#9C2125", "#1B4F91", "#87600A"
_FOURTH, _FIFTH, _SIXTH = "#6A3A88", "#14656B", "#8E2F63"
_ON_FELT = {
    "#F2978F": _RUSSIA, "#92BFF2": _ALLIANCE, "#E8A063": "#74510A",
    "#CDA9EA": _FOURTH, "#84D0CC": "#0F5459", "#F0A2CB": _SIXTH,
}  # fmt: skip
"""The colours of delegations on felt, and those of the same on light grounds."""
_FEW, _MANY, _FEW_AGREEABLE, _MANY_AGREEABLE = "#EAE6DB", "#BDC3C0", "#DDE3D6", "#83A599"
"""Shades of figures on paper, from `game.reports.themes`: what lies between two of them is mixed."""
LIGHT = Theme({
    **_ON_FELT,
    _FEW: "#D9D5C6", _MANY: "#A3ABA7", _FEW_AGREEABLE: "#C3D1BC", _MANY_AGREEABLE: "#6E988A",
    _THIRD: "#7A5608",
    colours.FELT0: "#C7D5D6", colours.FELT1: "#DAE5E5", colours.FELT2: "#E8F0EF", colours.FELT3: "#C9D8D9",
    colours.CHOSEN: "#D3E5EB", colours.LIT: "#B9CBCE", colours.EMPTY: "#93A9AF", colours.SHADOW: "#9FB1B3",
    colours.PALE: "#14242B", colours.LOCKED: "#2F4149", colours.DIM: "#3B515A", colours.OFF: "#4B6069",
    colours.GOLD: "#B77E00", colours.GOLD_LIT: "#C98F0A", colours.ON_GOLD: "#000000",
    colours.AGREED_PALE: "#1D5A31", colours.LATER: "#6B838B", colours.ALARM: "#A00078",
})  # fmt: skip
CONTRAST = Theme({
    "#F2978F": "#FF9A92", "#92BFF2": "#9CCBFF", "#E8A063": "#FFB870",
    _RUSSIA: "#FF9A92", _ALLIANCE: "#9CCBFF", _THIRD: "#FFB870",
    _FOURTH: "#DDBBFA", _FIFTH: "#8FE0DC", _SIXTH: "#FFB3D8",
    _FEW: "#2E2E2E", _MANY: "#6B6B6B", _FEW_AGREEABLE: "#2C4A3E", _MANY_AGREEABLE: "#55796A", "#5A5245": "#E6E6E6",
    colours.PAPER: "#000000", colours.HOT: "#4A3D00", colours.FLIMSY: "#0B0F12", colours.FRESH: "#0F3A1C",
    colours.DEALT: "#33290A",
    colours.ASIDE: "#1C1C1C", colours.INK: "#FFFFFF", colours.MUTED: "#E6E6E6", colours.AGREED: "#8FE3A4",
    colours.LINE: "#9A9A9A", colours.BRACKET: "#E6E6E6", colours.CABLE_INK: "#E6E6E6", colours.CABLE_LINE: "#9A9A9A",
    colours.PAPER_BAR: "#FFFFFF", colours.LETTER: "#000000",
    colours.FELT0: "#000000", colours.FELT1: "#000000", colours.FELT2: "#0A0A0A", colours.FELT3: "#2B2B2B",
    colours.CHOSEN: "#1F2F52", colours.LIT: "#454545", colours.EMPTY: "#8C8C8C", colours.SHADOW: "#5E5E5E",
    colours.PALE: "#FFFFFF", colours.LOCKED: "#FFFFFF", colours.DIM: "#EDEDED", colours.OFF: "#BDBDBD",
    colours.GOLD: "#FFD84A", colours.GOLD_LIT: "#FFE88F", colours.ON_GOLD: "#000000",
    colours.AGREED_PALE: "#8FE3A4", colours.LATER: "#9A9A9A", colours.ALARM: "#FF80FF", colours.REFUSED: "#FF80FF",
}, edges=colours.PALE)  # fmt: skip
THEMES: Mapping[ThemeName, Theme] = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
