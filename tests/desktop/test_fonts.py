"""Every character that is shown has a picture in its font: a missing one is drawn as a box, without an error."""

from __future__ import annotations

from pathlib import Path

import pygame
import pygame.freetype
import pytest

from game.desktop.kit import fonts
from game.desktop.kit.fonts import Face
from game.scenario import shipped, source_of
from tests.desktop.rooms import window

FACES: tuple[Face, ...] = (
    "serif", "serif-bold", "serif-semibold", "serif-italic", "sans", "sans-bold", "sans-semibold", "sans-italic",
    "mono", "mono-bold",
)  # fmt: skip


def _shown() -> set[str]:
    """All characters of the scenarios and of the room's own source."""
    words = "".join(source_of(name).decode() for name in shipped())
    room = Path(fonts.__file__).parent
    words += "".join(path.read_text(encoding="utf-8") for path in room.rglob("*.py"))
    return {sign for sign in words if sign.isprintable() and not sign.isspace()} | set("−–—“”‘’½¼¾…·")


@pytest.mark.parametrize("face", FACES)
def test_a_face_has_every_character(face: Face) -> None:
    """`pygame.freetype` tells missing characters, `pygame.font` does not."""
    pygame.freetype.init()
    font = pygame.freetype.Font(str(fonts.path_of(face)), 16)
    missing = [sign for sign in sorted(_shown()) if font.get_metrics(sign)[0] is None]
    pygame.freetype.quit()
    assert missing == []


def test_a_font_that_is_not_there_is_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without its file a face falls back to the font of pygame."""
    pygame.font.init()
    monkeypatch.setattr(fonts, "home", tmp_path)
    assert fonts.path_of("mono") is None
    assert fonts.font("serif-bold", 21).size("word")[0] > 0
    assert fonts.font("mono", 22).size("word")[0] > 0


def test_the_window_knows_where_its_fonts_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens it need not say so, and every face is there."""
    monkeypatch.setattr(fonts, "home", Path())
    with window():
        assert all(fonts.path_of(face) for face in FACES)
