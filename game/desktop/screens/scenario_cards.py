"""What stands on the slip of a scenario in the list: its kind, its length and its title, and more once it is chosen."""

from __future__ import annotations

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.screens.scenario_list import KINDS, Offer
from game.words import say

Lines = list[tuple[tuple[Span, ...], float]]
"""Paragraphs, each with the space below it."""

_SMALL = Style("sans", 15, colours.MUTED, line=22)
_STRONG = Style("sans-bold", 14, colours.INK, line=22)
_WRONG = colours.REFUSED
_ISSUES, _DAYS = 820.0, 1000.0
"""Heights of the window from which the issues and the calendar have room on a slip."""


def lines_of(offer: Offer, chosen: bool, room: float) -> Lines:
    """The paragraphs on a slip, by the height of the window. Of one that is not chosen, the kind, the length and the
    title."""
    if offer.scenario is None:
        return _broken(offer)
    scenario = offer.scenario
    kind = _STRONG if scenario.kind == "history" else Style("sans-bold", 14, colours.INK, back=colours.HOT, line=22)
    head = (Span(say(KINDS[scenario.kind]).upper(), kind), Span(" · " + offer.length, _SMALL))
    title = Style("serif-bold", 23 if chosen else 19, colours.INK, line=31 if chosen else 26)
    found: Lines = [(head, 3), ((Span(scenario.title, title),), 8)]
    if offer.follows and not chosen:
        found[-1] = (found[-1][0], 0)
        found.append(((Span(say("a sequel to {talks}", talks=offer.follows), _SMALL),), 6))
    if chosen:
        found += _more(offer, issues=room >= _ISSUES)
    if chosen and room >= _DAYS:
        found.append(((Span(say("THE CALENDAR"), _STRONG.of(colours.MUTED)),), 0))
        for session in scenario.calendar.sessions[:12]:
            day = say("{day:day}, {place}", day=session.day, place=session.place)
            found.append(((Span(session.title + " ", _SMALL.of(colours.INK)), Span(day, _SMALL)), 0))
        found[-1] = (found[-1][0], 10)
    return found


def _more(offer: Offer, *, issues: bool) -> Lines:
    """What it is about, and how large it is."""
    scenario = offer.scenario
    if scenario is None:
        return []
    body = Style("serif", 17, colours.INK, line=25)
    titles = "\u00a0· ".join(issue.title for issue in scenario.text.negotiated)
    found: Lines = [((Span(scenario.summary, body),), 10)]
    if offer.follows:
        told = say("A sequel to {talks}: it can take over what was signed there.", talks=offer.follows)
        found.append(((Span(told, _SMALL),), 4))
    found.append(((Span(say("{days}. {facts}.", days=offer.days, facts=offer.facts), _SMALL),), 8))
    if issues:
        found.append(
            ((Span(say("ON THE TABLE") + " ", _STRONG.of(colours.MUTED)), Span(titles, _SMALL.of(colours.INK))), 10)
        )
    return found


def _broken(offer: Offer) -> Lines:
    first = offer.mistakes[0] if offer.mistakes else say("The file cannot be read.")
    return [
        ((Span(say("CANNOT BE PLAYED"), Style("sans-bold", 14, _WRONG, line=22)),), 4),
        ((Span(offer.name, Style("serif-bold", 19, colours.INK, line=27)),), 6),
        ((Span(first, Style("sans", 15, _WRONG, line=22)),), 8),
    ]


def draw_mistakes(canvas: Canvas, box: Box, offer: Offer) -> None:
    """What is wrong with a scenario that cannot be played."""
    canvas.text(say("WHAT IS WRONG WITH THE FILE"), box.x + 4, box.y + 4, Style("sans-bold", 14, colours.DIM))
    style = Style("sans", 16, colours.PALE, line=24)
    with canvas.scrolled("mistakes", Box(box.x, box.y + 34, box.w, box.h - 34)) as pane:
        y = pane.top + 6
        for mistake in offer.mistakes[:40]:
            canvas.sign("octagon", box.x + 4, y + 4, 16, colours.ALARM)
            canvas.paragraph(mistake, box.x + 32, y, box.w - 52, style)
            y += canvas.height_of(mistake, box.w - 52, style) + 12
        pane.bottom = y
