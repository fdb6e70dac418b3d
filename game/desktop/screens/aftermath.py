"""The aftermath: a dated line of tests, each with the sentence that decided, its points, and what really happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.screens.result import Result
from game.desktop.styled import styled
from game.scenario import Aftermath
from game.talks import Consequence
from game.text import DelegationId
from game.words import SEMICOLON, day, phrase, say, signed, strung
from game.words.goodwill import band_name

_TITLE = Style("serif-bold", 21, colours.INK, line=28)
_QUESTION = Style("serif-italic", 18, colours.MUTED, line=25)
_BODY = Style("serif", 17, colours.INK, line=25)
_PLAIN = Style("serif", 17, colours.INK, line=27)
_QUOTE = Style("serif", 17, colours.INK, "solid", back=colours.HOT, line=27)
_LABEL = Style("sans-bold", 14, colours.MUTED, line=21)
_STORY = Style("sans", 15, colours.INK, line=22)
_SMALL = Style("sans", 14, colours.MUTED, line=20)
_NUMBER = Style("sans-bold", 19, colours.INK, line=26)
_DAY = Style("sans-bold", 15, colours.INK, line=20)
_FACT = Style("sans-bold", 14, colours.AGREED, line=21)


def draw(canvas: Canvas, box: Box, result: Result) -> None:
    """One sheet that scrolls."""
    page = Box(box.x, box.y, box.w, box.h - 8)
    canvas.sheet(page)
    side = 40.0 if page.w > 1100 else 22.0
    inner = page.inset(side, 0)
    later, tests = result.ended.aftermath, {test.id: test for test in result.scenario.aftermath}
    with canvas.scrolled("aftermath", page) as pane:
        y = _head(canvas, Box(inner.x, pane.top + 18, inner.w, 0), result)
        for came in later:
            more = came is not later[-1]
            y = _test(canvas, Box(inner.x, y, inner.w, 0), result, came, tests[came.test], more=more)
        pane.bottom = _sum(canvas, Box(inner.x, y, inner.w, 0), result) + 18


_TITLED = 150.0
"""How wide a title must be at the least for points to stand beside it."""
_WIDE = 680.0
"""How wide a sheet must be for dates, tests and history to stand side by side."""


def _rail(inner: Box) -> float:
    """How far from the left the line of dates is."""
    return 128.0 if inner.w > 1000 else 112.0


_READ = {
    True: phrase(
        "Each test is read off what was signed, and off goodwill, which was {goodwill} in the end. What really happened"
        " is on record; how your words would have fared, and the points, are a model."
    ),
    False: phrase(
        "Nothing was signed: each test is read off that, and off goodwill, which was {goodwill} in the end. What really"
        " happened is on record; what would have come of that, and the points, are a model."
    ),
}
"""What decides the tests, by whether a text was signed."""


def _head(canvas: Canvas, box: Box, result: Result) -> float:
    """What decides the tests; gives the lower edge."""
    words = say(_READ[result.agreed], goodwill=band_name(result.ended.lowest))
    canvas.paragraph(words, box.x, box.y, box.w - 12, _SMALL)
    return box.y + canvas.height_of(words, box.w - 12, _SMALL) + 16


def _test(canvas: Canvas, box: Box, result: Result, came: Consequence, test: Aftermath, *, more: bool) -> float:
    """One test: at the left how it fell out, at the right what really happened; gives the lower edge.
    On a narrow sheet below each other."""
    if box.w < _WIDE:
        return _test_below(canvas, box, result, came, test, more=more)
    rail = _rail(box)
    left = box.x + rail + 24
    room = box.right - left - 12
    theirs = max(250.0, room * 0.36)
    ours = room - theirs - 30
    divide = left + ours + 14
    columns = ((_fell_out(canvas, ours, result, came), left), (_history(canvas, theirs, result, test), divide + 16))
    bottom = max(column.paint(x, box.y) for column, x in columns)
    canvas.line(divide, box.y + 6, divide, bottom, colours.LINE)
    if more:
        canvas.line(box.x + rail, box.y + 14, box.x + rail, bottom + 40, colours.BRACKET, 2)
    canvas.dot(box.x + rail + 1, box.y + 14, 7, colours.INK)
    canvas.paragraph(day(came.day), box.x, box.y + 4, rail - 18, _DAY)
    return bottom + 26


def _test_below(canvas: Canvas, box: Box, result: Result, came: Consequence, test: Aftermath, *, more: bool) -> float:
    canvas.text(day(came.day), box.x, box.y + 4, _DAY)
    y = _fell_out(canvas, box.w - 12, result, came).paint(box.x, box.y + 26) + 10
    y = _history(canvas, box.w - 30, result, test).paint(box.x + 18, y)
    if more:
        canvas.line(box.x, y + 12, box.right - 12, y + 12, colours.BRACKET, 2)
    return y + 24


def _fell_out(canvas: Canvas, wide: float, result: Result, came: Consequence) -> Column:
    """Title, points, question, the sentence that decided, and the reason."""
    points = {each.who: signed(came.points.get(each.who, 0)) for each in result.ended.accounts}
    column = Column(canvas, wide)
    room = wide - sum(canvas.measure(words, _NUMBER) + 46 for words in points.values())
    beside = room >= _TITLED
    column.draw(0 if beside else 30, lambda x, y: _points(canvas, result, points, x + wide, y))
    room = room if beside else wide
    column.space(max(0.0, 28 - column.words(came.title, _TITLE, wide=room)))
    column.words(came.question, _QUESTION, gap=8)
    if spans := _decided(result, came):
        column.words(spans, gap=8)
    column.words(came.because, _BODY)
    return column


def _points(canvas: Canvas, result: Result, points: Mapping[DelegationId, str], x: float, y: float) -> None:
    """Everybody's points with their marks, to the left of a place."""
    for who, words in reversed(list(points.items())):
        x = canvas.text(words, x, y + 1, _NUMBER, align="right").x - 30
        canvas.mark(result.marks[who], x, y + 2, 23, felt=False)
        x -= 16


def _decided(result: Result, came: Consequence) -> Sequence[Span]:
    """The sentence that decided, with the words that were on the table marked; or what there was instead of one."""
    if not result.agreed or came.decides is None:
        return ()
    if not came.quoted:
        return (Span(say("The text is silent here: {issue}.", issue=result.scenario.text[came.decides].title), _SMALL),)
    (begin, end), words = came.mark, came.quoted
    marked = {"before": words[:begin], "words": Span(words[begin:end], _QUOTE), "after": words[end:]}
    return styled(phrase("“{before}{words}{after}”"), _PLAIN, **marked)


def _history(canvas: Canvas, wide: float, result: Result, test: Aftermath) -> Column:
    """What really happened, with its label and its sources."""
    label, sources = test.source.label, result.scenario.sources
    stamp = Span(label, _FACT if label == "FACT" else _LABEL)
    titles = [sources[cite].title for cite in test.source.cite if cite in sources and cite != "OWN"]
    column = Column(canvas, wide)
    column.space(4)
    column.words(styled(phrase("WHAT REALLY HAPPENED {label}"), _LABEL, label=stamp), gap=3)
    column.words(test.story.strip(), _STORY, gap=4)
    if titles:
        column.words(say("{sources}.", sources=strung(titles, SEMICOLON)), _SMALL)
    return column


def _sum(canvas: Canvas, box: Box, result: Result) -> float:
    """What it came to for each; gives the lower edge."""
    canvas.line(box.x, box.y, box.right - 12, box.y, colours.INK)
    x, y = box.x + canvas.text(say("All that came after"), box.x, box.y + 10, _NUMBER).w + 20, box.y + 10
    for account in result.ended.accounts:
        total = signed(account.score.part("aftermath"))
        if x + 30 + canvas.measure(total, _NUMBER) > box.right:
            x, y = box.x, y + 32
        canvas.mark(result.marks[account.who], x, y + 1, 23, felt=False)
        x = canvas.text(total, x + 30, y, _NUMBER).right + 22
    return y + 30
