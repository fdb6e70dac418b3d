"""What the wall shows when the talks are over: the plot of all tables, and what stands beside it or alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from textwrap import wrap
from typing import assert_never

from markupsafe import Markup

from game.classroom.pages.drawings import drawn, marks
from game.classroom.pages.markup import part
from game.classroom.pages.wall_sheet import Sheet
from game.debrief.comparison import Comparison
from game.debrief.parallel import Parallel
from game.debrief.plot import Plot
from game.lesson.wall import HISTORY, EmptyChair, EveryTable, OtherWord, Prices, TwoTexts
from game.reports.document import Document, fragment
from game.reports.figure import TYPE, figure
from game.reports.lettering import letter_of
from game.reports.picture import Picture, Symbol
from game.reports.svg import svg
from game.reports.themes import PAPER
from game.words import say
from game.words.class_wall import (
    Beside,
    Phrase,
    beside,
    more_phrases,
    sheets_told,
    signed_tables,
    wall_letter,
    wall_prices,
    wall_word,
)
from game.words.page import Section
from game.words.parallel import sides_alternative
from game.words.plots import alternative, counted

LaidOpen = EveryTable | TwoTexts | Prices | OtherWord | EmptyChair
"""What of the wall comes of the texts of all tables."""

_WALL = replace(PAPER, ink="#17130F", muted="#4A4238")
_WHOLE, _HALF = (556.0, 318.0), (322.0, 340.0)
"""Of a plot, in units of which 14 are the height of its words: on a wall of 1024 by 768 dots these are 24."""
_HOT = "#FFDF85"
_FAIR = ("nash", "kalai-smorodinsky")
_ROOM = 11
"""Lines of words that differ for which there is room beside the plot, of `_LETTERS` letters each."""
_LETTERS = 26


def debrief_sheet(comparison: Comparison, shown: LaidOpen) -> Sheet:
    """The page for what the teacher chose; what there is not, such as a letter from nobody, is said so."""
    match shown:
        case EveryTable():
            return _plot_sheet(comparison, shown)
        case TwoTexts():
            return _beside_sheet(comparison, shown)
        case Prices():
            return _section_sheet(comparison, wall_prices(comparison))
        case OtherWord():
            return _section_sheet(comparison, wall_word(comparison, shown))
        case EmptyChair():
            return _section_sheet(comparison, wall_letter(comparison, shown))
        case _:
            assert_never(shown)


def _plot_sheet(comparison: Comparison, shown: EveryTable) -> Sheet:
    plot = _plot(comparison, fair=shown.fair)
    picture, told = _painted(comparison, plot, _WHOLE)
    body = part(
        "wall_parts.html",
        "plot",
        picture=drawn(svg(picture, say("Every table on one plot"), told)),
        count=counted(comparison.scenario, plot),
    )
    return _sheet(comparison, body)


def _beside_sheet(comparison: Comparison, shown: TwoTexts) -> Sheet:
    told = beside(comparison, shown)
    if told is None:
        return _plot_sheet(comparison, EveryTable())
    plot = _plot(comparison, fair=False)
    picture, alt = _painted(comparison, plot, _HALF, {shown.one, shown.other})
    phrases = _fitting(told)
    body = part(
        "wall_parts.html",
        "two",
        picture=drawn(svg(picture, say("Every table on one plot"), alt)),
        told=told,
        phrases=phrases,
        more=more_phrases(len(told.phrases) - len(phrases)) if len(phrases) < len(told.phrases) else "",
        marks=marks(comparison.scenario),
    )
    return _sheet(comparison, body)


def _fitting(told: Beside) -> tuple[Phrase, ...]:
    """The phrases that there is room for, in their order; the shortest where there is room for none."""
    room, found = _ROOM, list[Phrase]()
    for phrase in told.phrases:
        if (lines := _lines(phrase)) <= room:
            room -= lines
            found.append(phrase)
    return tuple(found or sorted(told.phrases, key=_lines)[:1])


def _lines(phrase: Phrase) -> int:
    """How many lines a phrase takes: both wordings, and what they are worth."""
    return 1 + sum(max(1, len(wrap(words, _LETTERS))) for words in (phrase.one, phrase.other))


def _section_sheet(comparison: Comparison, section: Section | None) -> Sheet:
    if section is None:
        return _plot_sheet(comparison, EveryTable())
    text = fragment(Document(comparison.scenario, section.title, "", (section,), theme=_WALL))
    return _sheet(comparison, part("wall_parts.html", "section", text=drawn(text)))


def _sheet(comparison: Comparison, body: Markup) -> Sheet:
    told = sheets_told(comparison)
    foot = part("wall_parts.html", "feet", left=told, right="") if told else ""
    return Sheet(say("What the words were worth"), signed_tables(comparison), body, foot)


# ---- the picture -------------------------------------------------------------------------------------------------


def _plot(comparison: Comparison, *, fair: bool) -> Plot:
    """All tables in the plane of the first two delegations; where most of it lies far from them, the part near them."""
    whole = comparison.plot(*comparison.scenario.ids[:2])
    if not fair:
        whole = replace(whole, marks=tuple(mark for mark in whole.marks if mark.kind not in _FAIR))
    return comparison.close_up(whole) or whole


def _painted(
    comparison: Comparison, plot: Plot, size: tuple[float, float], chosen: Collection[str] = ()
) -> tuple[Picture, str]:
    """The picture with the chosen dots in another colour and larger; and the same in words."""
    scenario = comparison.scenario
    shown: Plot | Parallel = plot
    told = alternative(scenario, plot)
    if size == _WHOLE and len(scenario.ids) > 2 and (sides := comparison.parallel()) is not None:
        fair = any(mark.kind in _FAIR for mark in plot.marks)
        shown = replace(sides, strands=tuple(each for each in sides.strands if fair or each.kind not in _FAIR))
        told = sides_alternative(scenario, shown)
    picture = figure(shown, scenario, *size, theme=_WALL)
    return replace(picture, symbols=tuple(_lit(symbol, chosen) for symbol in picture.symbols)), told


def _lit(symbol: Symbol, chosen: Collection[str]) -> Symbol:
    """A sign with a letter as large as all words are, and in another colour where it is chosen."""
    if symbol.letter:
        symbol = replace(symbol, radius=max(symbol.radius, symbol.radius * TYPE / letter_of(symbol).size))
    mark = symbol.mark
    if mark is None:
        return symbol
    names = {HISTORY} if mark.kind == "historical" else set(mark.name.split()) if mark.kind == "table" else set()
    if not names & set(chosen):
        return symbol
    return replace(symbol, fill=_HOT, edge=_WALL.ink, ink=_WALL.ink, thick=2.5, radius=max(symbol.radius * 1.2, 8.0))
