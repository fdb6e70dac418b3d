"""Every pair of words and ground that is painted on any screen has the contrast of WCAG 2.2 AA, in every theme."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.ink import Ink
from game.desktop.kit.pointing import Memory
from game.desktop.kit.themes import THEMES, ThemeName
from game.desktop.pictures import painted
from game.reports.picture import Area, Cells, Picture
from game.reports.signs import LOOKS
from game.reports.themes import PAPER, SHADES, ramp
from tests.desktop.ciede2000 import apart, difference
from tests.desktop.driving import HARBOUR
from tests.desktop.tour import tour, toured

Pair = tuple[str, str, bool]
"""Words, ground, and whether the words are large: 24 units, or bold and 18.66."""


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1, no difference, to 21, black on white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure() -> None:
    """Black on white, and the grey that passes narrowly."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_the_measure_of_difference() -> None:
    """Three pairs of those that were published with it: blues nearly alike, greys the other way round, and greens."""
    assert apart((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert apart((50, 2.49, -0.001), (50, -2.49, 0.0011)) == pytest.approx(7.2195, abs=1e-4)
    assert apart((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387)) == pytest.approx(1.2644, abs=1e-4)


@pytest.mark.parametrize("theme", list(THEMES))
def test_what_is_wrong_is_in_no_side_s_colour(theme: ThemeName) -> None:
    """On felt and on paper: a red word is Russia's, and a word that was refused is something else."""
    shown = THEMES[theme].shown
    for ink, felt, _ in LOOKS.values():
        assert difference(shown(colours.ALARM), shown(felt)) > 6
        assert difference(shown(colours.REFUSED), shown(ink)) > 6
    for shape in ("square", "round", "diamond"):  # those that nearly all talks have
        ink, felt, _ = LOOKS[shape]
        assert difference(shown(colours.ALARM), shown(felt)) > 20
        assert difference(shown(colours.REFUSED), shown(ink)) > 20
    for ground in (colours.FELT0, colours.FELT1, colours.FELT2, colours.CHOSEN):
        assert contrast(shown(colours.ALARM), shown(ground)) >= 4.5
    for ground in (colours.PAPER, colours.HOT, colours.DEALT, colours.FRESH):
        assert contrast(shown(colours.REFUSED), shown(ground)) >= 4.5


@pytest.mark.parametrize("theme", list(THEMES))
def test_gold_is_seen_and_is_no_side(theme: ThemeName) -> None:
    """The edge of what waits on a panel, the words on a gold button, and the brown or orange of a third side."""
    shown = THEMES[theme].shown
    for ink, felt, _ in LOOKS.values():
        assert difference(shown(colours.GOLD), shown(felt)) > 13
        assert difference(shown(colours.GOLD), shown(ink)) > 13
    assert contrast(shown(colours.GOLD), shown(colours.FELT2)) >= 3
    for ground in (colours.GOLD, colours.GOLD_LIT):
        assert contrast(shown(colours.ON_GOLD), shown(ground)) >= 4.5


@pytest.fixture
def pairs(monkeypatch: pytest.MonkeyPatch) -> dict[Pair, str]:
    """All that is painted from here on: the ground is what lies there before the words do."""
    found: dict[Pair, str] = {}
    paint = Canvas._ink

    def noted(self: Canvas, ink: Ink, left: int, top: int, *, whole: bool = True) -> None:
        before, style = len(self.texts), ink.style
        middle = top + ink.down + ink.picture.get_height() // 2
        ground = self.theme.shown(style.back) if style.back else _ground(self, left + 1, middle)
        paint(self, ink, left, top, whole=whole)
        if len(self.texts) > before and ground:
            large = style.size >= 24 or (style.size >= 18.66 and "bold" in style.face)
            found.setdefault((self.theme.shown(style.colour), ground, large), ink.words)

    monkeypatch.setattr(Canvas, "_ink", noted)
    return found


def _ground(canvas: Canvas, x: int, y: int) -> str:
    """The colour that lies at a pixel; empty where nothing is painted now."""
    area = canvas.surface.get_clip()
    if not area.collidepoint(x, y):
        return ""
    red, green, blue, _ = canvas.surface.get_at((x, y))
    return f"#{red:02X}{green:02X}{blue:02X}"


@pytest.fixture
def gilded(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of all signs that are painted in gold from here on; a dot has none."""
    found: set[str] = set()
    sign, dot = Canvas.sign, Canvas.dot

    def signed(self: Canvas, name: str, x: float, y: float, size: float, colour: str, edge: str = "") -> None:
        found.update({name} if colour == colours.GOLD else ())
        sign(self, name, x, y, size, colour, edge)

    def dotted(self: Canvas, x: float, y: float, radius: float, colour: str, hole: float = 0) -> None:
        found.update({"dot"} if colour == colours.GOLD else ())
        dot(self, x, y, radius, colour, hole)

    monkeypatch.setattr(Canvas, "sign", signed)
    monkeypatch.setattr(Canvas, "dot", dotted)
    return found


@pytest.mark.parametrize("theme", list(THEMES))
def test_all_words_stand_out(theme: ThemeName, pairs: dict[Pair, str], gilded: set[str], tmp_path: Path) -> None:
    """On every screen, with whatever can be pressed now and what cannot. None of them are gold: that is what waits for
    the player, the ground of a button, the edge of a panel, or the pen of whoever has the floor."""
    app = toured(tmp_path / "talks.sqlite3", theme)
    screens = list(tour(app, HARBOUR, "ARIA"))
    app.close()
    assert len(screens) > 25
    assert len(pairs) > 40
    weak = {
        (ink, ground, round(contrast(ink, ground), 2), words)
        for (ink, ground, large), words in pairs.items()
        if contrast(ink, ground) < (3.0 if large else 4.5)
    }
    assert not weak
    assert not {words for (ink, _, _), words in pairs.items() if ink == THEMES[theme].shown(colours.GOLD)}
    assert gilded <= {"pen"}


@pytest.mark.parametrize("theme", list(THEMES))
def test_a_mark_is_read_and_seen(theme: ThemeName) -> None:
    """The letter in the mark of every delegation, and the mark on paper and on felt."""
    shown = THEMES[theme].shown
    for ink, felt, _ in LOOKS.values():
        assert contrast(shown(colours.LETTER), shown(ink)) >= 4.5
        assert contrast(shown(ink), shown(colours.PAPER)) >= 4.5
        for ground in (colours.FELT0, colours.FELT1, colours.FELT2):
            assert contrast(shown(felt), shown(ground)) >= 4.5


@pytest.mark.parametrize("theme", list(THEMES))
def test_the_shades_of_a_plot_are_told_apart(theme: ThemeName) -> None:
    """The more texts lie at a place the more it differs from the paper, and words stand out from all of them; where
    contrast is high the most texts stand out themselves."""
    frame = Area(0, 0, 24, 1)
    for few, many in ((PAPER.few, PAPER.many), (PAPER.few_agreeable, PAPER.many_agreeable)):
        ramped = enumerate(ramp(few, many, SHADES))
        cells = tuple(Cells(shade, (Area(2 * n, 0, 2, 2),)) for n, shade in ramped)
        surface = painted(Picture(2 * SHADES, 2, PAPER.ground, frame, (0, 0), (1, 1), cells), 1.0, THEMES[theme])
        shades = [_painted_at(surface, 2 * n) for n in range(SHADES)]
        stands_out = [contrast(shade, THEMES[theme].shown(PAPER.ground)) for shade in shades]
        assert stands_out == sorted(set(stands_out))
        assert stands_out[-1] >= (3.0 if theme == "contrast" else 1.5)
        assert min(contrast(THEMES[theme].shown(PAPER.ink), shade) for shade in shades) >= 4.5


def _painted_at(surface: pygame.Surface, x: int) -> str:
    red, green, blue, _ = surface.get_at((x, 0))
    return f"#{red:02X}{green:02X}{blue:02X}"


@pytest.mark.parametrize("cut", [False, True])
def test_paper_ends_where_it_is_seen(cut: bool) -> None:
    """In high contrast paper and felt are both black: a sheet, and a cutting of a newspaper, has an edge all round."""
    canvas = Canvas(pygame.Surface((200, 200)), 1.0, Memory(), theme=THEMES["contrast"])
    canvas.fill(colours.FELT1)
    box = Box(50, 50, 100, 100)
    canvas.cut(box, colours.PAPER, hem=True) if cut else canvas.sheet(box)
    felt = THEMES["contrast"].shown(colours.FELT1)
    for across, down in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        way = [_ground(canvas, 100 + across * step, 100 + down * step) for step in range(44, 56)]
        assert max(contrast(each, felt) for each in way) >= 4.5


@pytest.mark.parametrize("share", [0.0, 0.001, 0.999, 1.0])
def test_words_that_are_nearly_dry_are_painted(share: float) -> None:
    """A colour with next to nothing of another in it is that colour, in every theme."""
    mixed = colours.mix(colours.INK, "#9C2125", share)
    assert mixed in (colours.INK, "#9C2125")
    for theme in THEMES.values():
        assert contrast(theme.shown(mixed), theme.shown(colours.PAPER)) >= 4.5
