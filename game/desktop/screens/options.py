"""The options: all that a player may set about the window, in one sheet; it is kept for the next time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.settings import TYPES, Loudness, Pace
from game.desktop.kit.themes import ThemeName
from game.desktop.kit.widgets import SMALL, button, focus_ring
from game.desktop.screens.overlay import Sheet
from game.words import phrase, say

_NAME = Style("sans-bold", 15, colours.PALE)
_HIGH = 36.0
_LEFT = 150.0
"""How wide the names of the options are."""
_NARROW = 520.0
"""In a sheet narrower than this they stand above the choices."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """One way in which something can be set."""

    words: str
    chosen: bool
    set: Callable[[], None]
    key: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """Something that can be set."""

    id: str
    name: str
    choices: Sequence[_Choice]
    note: str = ""


class OptionsSheet(Sheet):
    """Each option in a row, with the ways in which it can be set side by side."""

    title = phrase("Options")
    wide, tall = 760.0, 744.0

    def draw(self, canvas: Canvas) -> None:
        """The rows; what each means stands below it."""
        box = self.sheet(canvas, say("Options"))
        with canvas.scrolled("options-sheet", Box(box.x - 8, box.y - 8, box.w + 18, box.h - 44)) as pane:
            y = pane.top + 8
            for row in self._rows():
                y = _draw(canvas, row, Box(box.x, y, box.w, 0)) + 10
            pane.bottom = y
        close = Action("close", say("Back"), self.close, keys=("enter", "escape"))
        button(canvas, Box(box.x, box.bottom - 38, 200, 42), close, gold=True)

    def _rows(self) -> tuple[_Row, ...]:
        settings = self.app.settings
        return (
            self._type(),
            _Row(
                "theme", say("Theme"), [self._choice("theme", *each) for each in _THEMES],
                say("Light suits a bright room and a projector."),
            ),
            _Row(
                "full", say("Window"),
                (
                    _Choice(say("Window"), not settings.full, lambda: self.app.full_screen(False)),
                    _Choice(say("Full screen"), settings.full, lambda: self.app.full_screen(True)),
                ),
                say("F11 and Alt+Enter go from one to the other."),
            ),
            self._switch(
                "motion", say("Motion"), say("Nothing moves"), say("Words dry, the cable is typed"),
            ),
            _Row("pace", say("Pace of the others"), [self._choice("pace", *each) for each in _PACES]),
            self._sound(),
            self._aloud(),
            self._hints(),
            self._switch(
                "letters", say("Keys"), say("Only with the focus"), say("Letters are shortcuts"),
                say("Tab and the arrows move the focus, F6 goes to the next panel, Enter and Space press."),
            ),
        )  # fmt: skip

    def _type(self) -> _Row:
        settings = self.app.settings
        at = TYPES.index(settings.type)
        choices = [
            _Choice(
                say("smaller"), False, lambda: self.app.zoom(-1), "-", "" if at else say("This is the smallest type.")
            ),
            _Choice(say("{n} %", n=str(settings.type)), True, lambda: self.app.zoom(0)),
            _Choice(
                say("larger"), False, lambda: self.app.zoom(1), "+",
                "" if at + 1 < len(TYPES) else say("This is the largest type."),
            ),
        ]  # fmt: skip
        note = say("Ctrl + and Ctrl − everywhere; Ctrl 0 is 100 %.")
        if self.app.glass.on:
            note = say(
                "The window shows a part of the page. It follows the focus, the wheel, the mouse at the edge of the "
                "window, and Ctrl with an arrow."
            )
        return _Row("type", say("Size of type"), choices, note)

    def _hints(self) -> _Row:
        """Whether ideas are told when they are first needed; they can all be told once more."""
        coach = self.app.coach
        choices = (
            _Choice(say("on"), coach.on, lambda: coach.begin(anew=False)),
            _Choice(say("off"), not coach.on, coach.stop),
            _Choice(say("from the start"), False, coach.begin),
        )
        return _Row(
            "hints", say("Hints"), choices, say("One sentence at a time at the table, when it is first needed.")
        )

    def _sound(self) -> _Row:
        """In a class it is set apart: there it is off at first."""
        if self.app.visit is None:
            return _Row("sound", say("Sound"), [self._choice("sound", *each) for each in _SOUNDS])
        choices = [self._choice("sound_in_class", *each) for each in _SOUNDS]
        return _Row("sound", say("Sound"), choices, say("This is for a seat in a class only."))

    def _aloud(self) -> _Row:
        """Like the sound; shut where there is no voice."""
        name = "aloud" if self.app.visit is None else "aloud_in_class"
        why = "" if self.app.aloud.there else say("No voice was found here: speech-dispatcher or espeak-ng brings one.")
        note = why or say("The system’s voice says what comes and what has the focus; any key stops it.")
        on = bool(getattr(self.app.settings, name))
        choices = [
            _Choice(say(words), on is value, self._set(name, value), why=why)
            for value, words in ((False, phrase("off")), (True, phrase("on")))
        ]
        return _Row("aloud", say("Read aloud"), choices, note)

    def _switch(self, name: str, words: str, off: str, on: str, note: str = "") -> _Row:
        now = bool(getattr(self.app.settings, name))
        return _Row(
            name, words, (_Choice(on, now, self._set(name, True)), _Choice(off, not now, self._set(name, False))), note
        )

    def _choice(self, name: str, value: str, words: str) -> _Choice:
        return _Choice(say(words), getattr(self.app.settings, name) == value, self._set(name, value))

    def _set(self, name: str, value: object) -> Callable[[], None]:
        def act() -> None:
            setattr(self.app.settings, name, value)
            self.app.changed_settings()
            if name.startswith("sound"):
                self.app.hear("paper")

        return act


_THEMES: tuple[tuple[ThemeName, str], ...] = (
    ("dark", phrase("dark")), ("light", phrase("light")), ("contrast", phrase("high contrast")),
)  # fmt: skip
_SOUNDS: tuple[tuple[Loudness, str], ...] = (
    ("off", phrase("off")), ("quiet", phrase("quiet")), ("loud", phrase("loud")),
)  # fmt: skip
_PACES: tuple[tuple[Pace, str], ...] = (
    ("quick", phrase("quick")), ("usual", phrase("calm")), ("slow", phrase("slow, to watch")),
)  # fmt: skip


def _draw(canvas: Canvas, row: _Row, box: Box) -> float:
    """One option; gives its lower edge."""
    if box.w < _NARROW:  # the name above its choices
        canvas.text(row.name, box.x, box.y, _NAME)
        return _choices(canvas, row, Box(box.x, box.y + _NAME.leading + 4, box.w, 0))
    canvas.text(row.name, box.x, box.y + (_HIGH - _NAME.leading) / 2, _NAME, width=_LEFT - 8)
    return _choices(canvas, row, Box(box.x + _LEFT, box.y, box.w - _LEFT, 0))


def _choices(canvas: Canvas, row: _Row, box: Box) -> float:
    """The ways to set it side by side, or below each other where one needs more room; gives the lower edge."""
    style, each = Style("sans-semibold", 15), (box.w - 8 * (len(row.choices) - 1)) / len(row.choices)
    beside = all(canvas.measure(choice.words, style) <= each - 44 for choice in row.choices)
    wide, y = each if beside else box.w, box.y
    for place, choice in enumerate(row.choices):
        at = Box(box.x + place * (each + 8), y, wide, _HIGH) if beside else Box(box.x, y, wide, _HIGH)
        _field(canvas, f"set-{row.id}-{place}", choice, row.name, at)
        y += 0 if beside or place + 1 == len(row.choices) else _HIGH + 6
    y += _HIGH
    if not row.note:
        return y
    canvas.paragraph(row.note, box.x, y + 4, box.w, SMALL)
    return y + 4 + canvas.height_of(row.note, box.w, SMALL)


def _field(canvas: Canvas, id: str, choice: _Choice, name: str, box: Box) -> None:
    """One way to set it; the one that holds has an edge and a tick."""
    lit = (canvas.hovered(id) or canvas.focused(id)) and not choice.why
    ground = colours.CHOSEN if choice.chosen else colours.FELT3 if lit else colours.FELT1
    canvas.panel(box, ground, 6, colours.PALE if choice.chosen else colours.FELT3, 2 if choice.chosen else 1)
    style = Style("sans-semibold", 15, colours.DIM if choice.why else colours.PALE)
    at = canvas.text(
        choice.words, box.centre[0], box.y + (_HIGH - style.leading) / 2, style, align="middle", width=box.w - 44
    )
    if choice.chosen:
        canvas.sign("tick", at.x - 19, box.y + (_HIGH - 13) / 2, 13, colours.PALE)
    focus_ring(canvas, id, box.inset(2))
    keys = (choice.key,) if choice.key else ()
    words = say("{option}: {choice}", option=name, choice=choice.words)
    canvas.spot(Action(id, words, choice.set, keys=keys, why=choice.why), box)
