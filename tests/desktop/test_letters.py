"""Letters that a face lacks: lent by another font of the game or of the system, on one baseline and in one measure."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pygame
import pytest

from game.__main__ import main
from game.desktop.kit import fonts, letters
from game.desktop.kit.fonts import Face
from game.scenario import check, folder, shipped
from game.scenario.check import _IN_EVERY_FACE
from tests.scenario.spoiling import TWO_WORDS, spoilt

pytestmark = pytest.mark.usefixtures("system")
FACE, OTHER, CHINESE, HEBREW = "face", "other", "chinese", "hebrew"


@pytest.fixture
def system(other_fonts: pytest.MonkeyPatch) -> list[bool]:
    """Fonts of the game that stand in their folder, and a system with two more; how often it was asked."""
    asked: list[bool] = []

    def finder(bold: bool) -> Iterator[str]:
        asked.append(bold)
        yield from ("no font", CHINESE, HEBREW)

    pygame.font.init()
    other_fonts.setattr(fonts, "home", folder("assets") / "fonts")
    other_fonts.setattr(letters, "finder", finder)
    return asked


@pytest.fixture
def four(system: list[bool], monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Four fonts that have what their names say, and all have stops; the other has Greek besides."""

    @cache
    def has(path: str, sign: str) -> bool:
        kinds = {FACE: sign.isascii(), OTHER: sign.isascii() or "α" <= sign <= "ω"}
        kinds |= {CHINESE: "一" <= sign <= "鿿" or sign in " ,.", HEBREW: "א" <= sign <= "ת" or sign in " ,."}
        return kinds.get(path, False)

    monkeypatch.setattr(letters, "has", has)
    return system


def parted(words: str) -> list[tuple[str, str]]:
    """The stretches of words, each with its font."""
    return [(each.path, each.words) for each in letters.stretches(words, (FACE, OTHER), False)]


@pytest.mark.usefixtures("four")
def test_each_letter_is_taken_from_the_first_font_that_has_it() -> None:
    """The face itself, another of the game, the system; stops and spaces go on in the font before them."""
    assert parted("ab, c") == [(FACE, "ab, c")]
    assert parted("a αβ b") == [(FACE, "a "), (OTHER, "αβ "), (FACE, "b")]
    assert parted("a 中文, 中. b") == [(FACE, "a "), (CHINESE, "中文, 中. "), (FACE, "b")]
    assert parted("中\u0301\ufe0f") == [(CHINESE, "中\u0301\ufe0f")]


@pytest.mark.usefixtures("four")
def test_what_nobody_has_stays_in_the_face() -> None:
    """It is drawn as the box that the face has for such a sign."""
    assert parted("a ა b") == [(FACE, "a ა b")]
    assert parted("") == []
    assert parted("\u0301") == [(FACE, "\u0301")]


def test_the_system_is_asked_only_when_a_letter_is_missed_and_once(four: list[bool]) -> None:
    """What the game's fonts have costs no search; what nobody has is searched for once."""
    parted("ab αβ")
    assert four == []
    for _ in range(3):
        parted("a 中 ა b")
    assert four == [False]


@pytest.mark.usefixtures("four")
def test_words_from_right_to_left_are_a_stretch_without_what_follows() -> None:
    """A phrase is drawn as one, so that its words come in their order; the stop behind it stays behind it."""
    found = letters.stretches("a שלום עולם, b", (FACE,), False)
    assert [(each.words, each.script) for each in found] == [("a ", ""), ("שלום עולם", "Hebr"), (", ", ""), ("b", "")]
    assert letters.leftward("Hebr")
    assert not letters.leftward("Deva")
    assert [each.words for each in letters.stretches("שלום.", (FACE,), False)] == ["שלום", "."]


SIGNS = ["Ωmega αβγ", "Москва", "ﬁnd", "a ∞ b", "שלום world", "↯", "x\u200dy", "\u00ad", "中文 (中)"]


@pytest.mark.parametrize("words", SIGNS)
@pytest.mark.parametrize("face", ["serif", "serif-bold", "sans-italic", "mono"])
def test_what_is_measured_is_what_is_painted(face: Face, words: str) -> None:
    """The picture is as wide as it was measured, and as high as any line of the face."""
    for pixels in (14, 33):
        picture = fonts.rendered(face, pixels, words, "#FFFFFF")
        assert picture.get_width() == fonts.width(face, pixels, words)
        assert picture.get_height() == fonts.font(face, pixels).get_height()


def test_lent_letters_stand_on_the_baseline() -> None:
    """The face's own letters are painted where they are without the lent one beside them."""
    alone = fonts.rendered("serif", 30, "Hx", "#FFFFFF")
    beside = fonts.rendered("serif", 30, "Hx█", "#FFFFFF")
    assert beside.get_width() > alone.get_width()
    own = beside.subsurface(alone.get_rect())
    assert pygame.mask.from_surface(own).overlap_area(pygame.mask.from_surface(alone), (0, 0)) > 50
    assert own.get_bounding_rect() == alone.get_bounding_rect()


def test_a_font_that_cannot_be_read_has_no_letter(tmp_path: Path) -> None:
    """Whatever lies where the system says that a font is, nobody dies of it."""
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font at all")
    assert not letters.has(str(broken), "a")
    assert not letters.has(str(tmp_path), "a")
    assert not letters.has(str(tmp_path / "none.ttf"), "a")


def test_a_font_that_has_gone_since_it_was_found(tmp_path: Path) -> None:
    """Fonts are taken away while the game runs, too: boxes stand there then, and the window goes on."""
    assert fonts.lent(str(tmp_path / "gone.ttf"), 20, "Arab").size("a")[0] > 0


def test_a_system_that_cannot_say_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no fonts, then."""

    def broken() -> list[str]:
        raise OSError

    monkeypatch.setattr(pygame.font, "get_fonts", broken)
    assert list(letters.system_fonts(False)) == []


CHINESE_WORDS = "words: 对于每一个国家, 都是 §"


def test_check_warns_once_of_each_text_whose_letters_the_window_has_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At the first such letter, with its number, and how many others there are; no window is opened for it."""
    text, _ = spoilt(("words: shall\n", f"{CHINESE_WORDS}\n"), ("name: The Town of Aria", "name: The Town of Ა§"))
    path = tmp_path / "two-words.yaml"
    path.write_text(text, encoding="utf-8")
    pygame.display.quit()
    assert main(["check", str(path)]) == 0
    said = [line.removeprefix(f"{path}:") for line in capsys.readouterr().out.splitlines()]
    assert [line.split(", nor ")[0] for line in said if "fonts" in line] == [
        "26:16: warning: the game's fonts have no U+5BF9 (cjk unified ideograph-5bf9)",
        "126:23: warning: the game's fonts have no U+1C90 (georgian mtavruli capital letter an): the window asks"
        " those of the system",
    ]
    assert "nor 8 other signs of this text" in said[0]
    assert not pygame.display.get_init()


def test_check_without_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pygame is not installed, nothing is said of letters."""
    path = tmp_path / "two-words.yaml"
    path.write_text(TWO_WORDS.replace("The Town of Aria", "中"), encoding="utf-8")
    assert check(path).warnings == ()
    monkeypatch.setitem(os.environ, "PYGAME_HIDE_SUPPORT_PROMPT", "1")
    monkeypatch.setitem(sys.modules, "game.desktop.kit", None)
    assert main(["check", str(path)]) == 0


@pytest.mark.parametrize("name", shipped())
def test_the_shipped_scenarios_have_no_such_letter(name: str) -> None:
    """All that they say can be drawn with the game's own fonts."""
    assert [w for w in check(name, lacking=fonts.lacking).warnings if "fonts" in w.message] == []


def test_what_is_not_asked_for_is_in_every_face() -> None:
    """Most texts have only signs of which it is known beforehand that the game's fonts have them."""
    signs = "".join(chr(code) for code in range(0x2100) if _IN_EVERY_FACE.fullmatch(chr(code)))
    assert len(signs) > 300
    assert fonts.lacking(signs) == []


LOOKED_FOR_BY_SEVERAL = """
import sys, threading
from game.desktop.kit import letters

def look(first):
    for sign in range(first, first + 3000):
        for path in sys.argv[1:]:
            letters.has.__wrapped__(path, chr(sign))

threads = [threading.Thread(target=look, args=(33 + 7 * n,)) for n in range(4)]
for each in threads:
    each.start()
for each in threads:
    each.join()
print("all looked")
"""


def test_a_figure_is_laid_out_while_the_window_draws() -> None:
    """Several threads ask at once which fonts have which letters: the library of the fonts, which is not made for that,
    would end the program."""
    paths = [str(fonts.path_of(face)) for face in ("sans", "serif", "mono")]
    asked = [sys.executable, "-c", LOOKED_FOR_BY_SEVERAL, *paths]
    found = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)
    assert (found.returncode, found.stdout.splitlines()[-1:]) == (0, ["all looked"])
