"""Every character that is shown has a picture in its font: a missing one is drawn as a box, without an error."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import pygame
import pygame.freetype
import pytest

from game.desktop.kit import fonts, letters
from game.desktop.kit.fonts import Face
from game.desktop.kit.paragraph import Span, Style
from game.desktop.styled import styled
from game.scenario import shipped, source_of
from tests.desktop.rooms import window

pytestmark = pytest.mark.usefixtures("other_fonts")
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


@cache
def _signs() -> dict[str, list[str]]:
    """All signs that there are, by their kind."""
    found: dict[str, list[str]] = {}
    for sign in map(chr, range(0x110000)):
        found.setdefault(unicodedata.category(sign), []).append(sign)
    return found


EVERY_KIND = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs", "Mn", "Me", "Mc", "Lo", "So", "Sk")


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_the_painter_dies_of_no_sign(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Signs of every kind there is, alone, among letters and by the hundred, are measured, painted in one line, and
    named in the window's title: U+0000 and halves of surrogates, of which pygame itself dies, too."""
    signs = _signs()[kind]
    signs = signs[:: 1 + len(signs) // 300]
    # The fonts of a system would take long to ask for so many signs.
    monkeypatch.setattr(letters, "finder", lambda _: ())
    with window() as app:
        one_line = fonts.rendered("serif", 20, "word", "#FFFFFF").get_height()
        for words in (*signs, *(f"a{sign}b" for sign in signs), "".join(signs[:300])):
            assert fonts.width("serif", 20, words) >= 0
            assert fonts.rendered("serif", 20, words, "#FFFFFF").get_height() <= one_line
        app.go("title")
        assert app.top is not None
        for words in (f"a{signs[0]}b", "".join(signs[:300])):
            app.canvas.paragraph(words, 20, 20, 300)
            app.canvas.text(words, 20, 20, Style(), width=40)
        app.top.title = f"a{signs[0]}b"
        app.push(app.top)


def test_words_that_look_like_the_place_of_a_span_are_words() -> None:
    """A remark may hold any sign, those too with which we mark where the words of another style belong."""
    style = Style()
    spans = styled("{who}: {line}", style, who=Span("ARIA", style), line="a \ue0007\ue001 b\ue000")
    assert [span.words for span in spans] == ["ARIA", ": a ", " b\ue000"]
