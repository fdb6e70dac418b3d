"""The text field under a person's hands: keys, mouse, clipboard and an input method, through real pygame events."""

from __future__ import annotations

import string
from collections.abc import Iterator

import pygame
import pytest

from game.desktop.kit import clipboard, colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.driver import Driver
from game.desktop.kit.field import HEIGHT, Field
from game.desktop.kit.inputs import Input
from game.desktop.kit.keyboard import PLACES
from game.desktop.kit.paragraph import Style
from game.desktop.kit.screen import Screen
from game.desktop.kit.widgets import button
from tests.desktop.plain import window

FAMILY = "👨‍👩‍👧"


class Form(Screen):
    """A field for a name, and a button that Enter presses."""

    title = "Form"

    def __init__(self) -> None:
        super().__init__()
        self.field = Field(self.memory, longest=12)
        self.sent: list[str] = []

    @property
    def typing(self) -> bool:
        """While the field has the focus."""
        return self.field.focused

    def on(self, said: Input) -> bool:
        """The field hears first."""
        return self.field.on(said)

    def tick(self, now: float) -> bool:
        """The cursor blinks."""
        return self.field.blink(now)

    def draw(self, canvas: Canvas) -> None:
        """The field above its button."""
        canvas.fill(colours.FELT1)
        self.field.draw(canvas, Box(40, 40, 400, HEIGHT), "Your name.", self._send)
        button(canvas, Box(40, 120, 200, 44), Action("send", "Send", self._send, keys=("enter", "s")))

    def _send(self) -> None:
        self.sent.append(self.field.text)


def test_text_is_typed_and_taken_back() -> None:
    """Letters are text and no keys while a field is open; Backspace takes one back, with Ctrl a word."""
    driver = window(form := Form())
    for letter in "As":
        driver.key(letter.lower())
        driver.type(letter)
    assert (form.field.text, form.sent) == ("As", []), "a letter here"
    driver.key("space")
    driver.type(" ")
    driver.type("agreed")
    driver.key("backspace")
    assert form.field.text == "As agree"
    driver.key("backspace", ctrl=True)
    assert form.field.text == "As "
    driver.key("backspace", ctrl=True)
    assert form.field.text == ""
    driver.key("backspace")
    assert form.field.text == ""
    assert driver.reads("Your name.")
    driver.close()


def test_a_field_has_its_length_and_enter_sends_it() -> None:
    """What is too long is cut, also when it is pasted at once; Enter belongs to the button."""
    driver = window(form := Form())
    driver.type("A name that is too long")
    assert form.field.text == "A name that "
    driver.key("enter")
    assert form.sent == ["A name that "]
    driver.close()


def test_the_cursor_blinks_and_nothing_else_is_drawn() -> None:
    """One frame for each change of the cursor."""
    now = [0.0]
    driver = window(Form(), now)
    driver.settle(5)
    frames = driver.frames
    for tenth in range(1, 11):
        now[0] = tenth / 10
        driver.step()
    assert driver.frames == frames + 1
    driver.close()


@pytest.fixture
def form() -> Form:
    form = Form()
    form.field = Field(form.memory, longest=400)
    return form


@pytest.fixture
def clock() -> list[float]:
    return [0.0]


@pytest.fixture
def driver(form: Form, clock: list[float]) -> Iterator[Driver]:
    driver = window(form, clock)
    yield driver
    driver.close()


def mouse(driver: Driver, *path: tuple[float, float]) -> None:
    """Press the mouse at the first of these places, go to the others and let go."""
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=path[0], button=1))
    for place in path[1:]:
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(1, 0, 0)))
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=path[-1], button=1))
    driver.settle()


def behind(driver: Driver, words: str) -> tuple[float, float]:
    """The point behind these words, which begin the text."""
    return 58 + driver.canvas.measure(words, Style("serif", 17)), 60


def test_the_cursor_goes_by_letters_and_words(driver: Driver, form: Form) -> None:
    """What a reader takes for one letter is passed, selected and taken away as one."""
    driver.type(f"{FAMILY} at e\u0301te\u0301")
    driver.key("left")
    driver.key("backspace")
    assert form.field.text == f"{FAMILY} at e\u0301e\u0301"
    driver.key("home")
    driver.key("right")
    driver.key("delete")
    assert form.field.text == f"{FAMILY}at e\u0301e\u0301"
    driver.key("right", ctrl=True)
    driver.key("end", shift=True)
    assert form.field.writing.line.selected == " e\u0301e\u0301"
    driver.key("left", ctrl=True, shift=True)
    assert form.field.writing.line.selected == " "
    driver.key("home")
    driver.key("delete")
    assert form.field.text == "at e\u0301e\u0301"
    assert form.sent == []


def test_copy_cut_paste_and_back(driver: Driver, form: Form) -> None:
    """With Ctrl and the letter that is printed, or as long ago; what is pasted becomes part of one line."""
    driver.type("one two")
    driver.key("left", ctrl=True, shift=True)
    driver.key("x", ctrl=True)
    assert (form.field.text, clipboard.pasted()) == ("one ", "two")
    driver.key("home")
    driver.key("v", ctrl=True)
    driver.key("insert", shift=True)
    assert form.field.text == "twotwoone "
    driver.key("a", ctrl=True)
    driver.key("c", ctrl=True)
    clipboard.copy("A\nnew\r\nline\x1b.")
    driver.key("v", ctrl=True)
    assert form.field.text == "A new line."
    driver.key("z", ctrl=True)
    assert form.field.text == "twotwoone "
    driver.key("z", ctrl=True, shift=True)
    assert form.field.text == "A new line."
    driver.key("z", ctrl=True)
    driver.key("y", ctrl=True)
    assert form.field.text == "A new line."
    driver.key("a", ctrl=True)
    driver.key("insert", ctrl=True)
    driver.key("delete", shift=True)
    assert (form.field.text, clipboard.pasted()) == ("", "A new line.")


def test_an_empty_selection_leaves_the_clipboard(driver: Driver) -> None:
    """Ctrl+C with nothing selected does not empty it."""
    clipboard.copy("kept")
    driver.type("words")
    driver.key("c", ctrl=True)
    driver.key("x", ctrl=True)
    assert clipboard.pasted() == "kept"


def test_a_system_without_a_clipboard(driver: Driver, form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is copied, nothing is pasted, and nothing else happens."""

    def fails(*_: object) -> str:
        raise pygame.error("no clipboard")

    monkeypatch.setattr(pygame.scrap, "put_text", fails)
    monkeypatch.setattr(pygame.scrap, "get_text", fails)
    driver.type("words")
    for letter in "acvxv":
        driver.key(letter, ctrl=True)
    assert form.field.text == ""


def test_the_mouse_puts_the_cursor_and_selects(driver: Driver, form: Form, clock: list[float]) -> None:
    """A click, a drag past the end, a click with Shift, a double one and a triple one."""
    driver.type("We hear you")
    mouse(driver, behind(driver, "We"))
    assert form.field.writing.line.at == 2
    clock[0] += 2
    mouse(driver, behind(driver, "We "), behind(driver, "We hear"), (900, 300))
    assert form.field.writing.line.selected == "hear you"
    driver.type("!")
    assert form.field.text == "We !"
    clock[0] += 2
    for selected in ("", "We", "We !"):
        mouse(driver, behind(driver, "W"))
        assert form.field.writing.line.selected == selected
    clock[0] += 2
    mouse(driver, behind(driver, ""))
    pygame.key.set_mods(pygame.KMOD_SHIFT)
    mouse(driver, behind(driver, "We "))
    pygame.key.set_mods(0)
    assert form.field.writing.line.selected == "We "


def test_a_long_text_slides_and_the_cursor_is_seen(driver: Driver, form: Form) -> None:
    """Wherever it goes, by key or by mouse; what cannot be seen is not drawn over the rest of the screen."""
    driver.type("All that was said here today. " * 13)
    for keys in (["end"], ["home"], ["right"] * 90, ["end"], ["left"] * 90, ["backspace"] * 5):
        for key in keys:
            driver.key(key)
        line = form.field.writing.line
        at = driver.canvas.measure(line.text[: line.at], Style("serif", 17)) - form.field.slid
        assert -0.5 <= at <= 400 - 24
        assert all(box.box.x >= 51 and box.box.right <= 429 for box in driver.boxes() if box.pane == "field")
    assert form.field.slid > 0
    driver.key("a", ctrl=True)
    driver.key("backspace")
    assert form.field.slid == 0


def test_what_is_composed_is_shown_and_keeps_its_keys(driver: Driver, form: Form) -> None:
    """It stands at the cursor and is no text yet; Enter confirms it and does not send; what is confirmed is typed."""
    driver.type("by  then")
    for _ in range(5):
        driver.key("left")
    driver.compose("にほん")
    assert driver.reads("にほん")
    assert form.field.text == "by  then"
    for key in ("enter", "escape", "left", "backspace", "space", "1", "tab"):
        driver.key(key)
    assert (form.sent, form.field.text, form.field.focused) == ([], "by  then", True)
    for said in (
        pygame.Event(pygame.TEXTINPUT, text="日本"),
        pygame.Event(pygame.TEXTEDITING, text="", start=0, length=0),
        pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, scancode=PLACES["enter"], mod=0, unicode="\r"),
        pygame.Event(pygame.KEYUP, key=pygame.K_RETURN, scancode=PLACES["enter"], mod=0, unicode="\r"),
    ):
        pygame.event.post(said)
    driver.settle()
    assert (form.field.text, form.sent) == ("by 日本 then", [])
    driver.key("enter")
    assert form.sent == ["by 日本 then"]


def test_a_composition_that_is_let_go_leaves_nothing(driver: Driver, form: Form) -> None:
    """By the method, or because the window has lost the focus: the next key is a key again."""
    for end in ("method", "window"):
        driver.compose("ni")
        if end == "method":
            driver.compose("")
        else:
            pygame.event.post(pygame.Event(pygame.WINDOWFOCUSLOST))
            driver.settle()
        assert not driver.reads("ni")
        driver.key("enter")
    assert form.sent == ["", ""]


def test_an_input_method_knows_where_the_cursor_is(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lays its list of words there."""
    told: list[tuple[int, int, int, int]] = []
    monkeypatch.setattr(pygame.key, "set_text_input_rect", told.append)
    driver.type("Some words")
    driver.key("home")
    driver.key("end")
    assert told[-1][0] > told[-2][0]
    assert all(40 <= x <= 440 and y >= 40 and y + h <= 40 + HEIGHT for x, y, _, h in told)


def test_letters_are_typed_only_while_the_field_has_the_focus(
    driver: Driver, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tab takes the focus on to the button: there a letter is a shortcut, and no input method waits for it."""
    calls: list[str] = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: calls.append("start"))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: calls.append("stop"))
    assert form.typing
    driver.key("tab")
    assert (form.typing, form.memory.focus) == (False, "send")
    driver.key("s")
    driver.key("space")
    assert form.sent == ["", ""]
    driver.key("tab", shift=True)
    assert form.typing
    driver.key("s")
    driver.key("enter")
    assert form.sent == ["", "", ""]
    assert calls == ["stop", "start"]


def test_the_key_that_opens_a_field_does_not_type_into_it(driver: Driver, form: Form) -> None:
    """Though it is held on, and the system types its letter again and again."""
    driver.key("tab")
    driver.strike(pygame.KSCAN_F, up=False)
    driver.key("tab", shift=True)
    assert form.typing
    driver.strike(pygame.KSCAN_F, up=False)
    driver.type("f")
    driver.strike(pygame.KSCAN_G)
    driver.type("g")
    assert form.field.text == "g"


@pytest.mark.parametrize(
    "said", ["\0", "\ud800", "\x1b", "\n", "\u2028", "\u00ad", "\u200d", "\u202e", "\ue0000\ue001"]
)
def test_no_sign_ends_the_window(driver: Driver, form: Form, said: str) -> None:
    """Neither typed nor pasted nor composed."""
    driver.type(said)
    driver.type(f"a{said}b")
    driver.compose(said)
    driver.compose("")
    clipboard.copy(said.replace("\ud800", ""))
    driver.key("v", ctrl=True)
    driver.key("enter")
    assert form.sent
    assert "\0" not in form.sent[0]


def test_dead_keys_and_altgr_type_what_they_make(driver: Driver, form: Form) -> None:
    """Their key events mean nothing, the text that comes of them is typed."""
    driver.strike(47)
    driver.type("ê")
    driver.strike(PLACES["q"], pygame.KMOD_LCTRL | pygame.KMOD_RALT)
    driver.type("@")
    assert form.field.text == "ê@"
    assert driver.running


def test_every_printable_key_is_text(driver: Driver, form: Form) -> None:
    """No letter, digit or sign of the keyboard is a shortcut while the field has the focus."""
    for sign in string.ascii_lowercase + string.digits + "-=":
        driver.key(sign if sign != "=" else "+")
        driver.type(sign)
    assert form.field.text == string.ascii_lowercase + string.digits + "-="
    assert form.sent == []
