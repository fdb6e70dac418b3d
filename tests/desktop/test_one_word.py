"""Change one word in the window: by mouse and by keyboard, several one after the other, and back."""

from __future__ import annotations

import re

import pygame
import pytest

from game.debrief.one_word import OneWord
from game.desktop.kit import colours
from game.desktop.kit.paragraph import Span, Style
from game.desktop.screens.one_word import OneWordPane
from game.desktop.screens.redlined import Redlined
from game.text import DelegationId, IssueId, plain
from tests.debrief.courses import debrief
from tests.desktop.driving import mislaid
from tests.desktop.panes import shown, words
from tests.desktop.rooms import SIZES, window

BORO = DelegationId("BORO")
NOTICE = IssueId("notice")


def test_a_phrase_is_picked_and_swapped_by_mouse() -> None:
    """A click on the paper shows its wordings; a click on one changes the text and tells what would have come of it."""
    with window() as app:
        pane = OneWordPane(app, debrief("harbour", 0), BORO)
        shown(app, pane)
        app.press("will tell", among="phrase-")
        assert pane.issue == NOTICE
        app.press("shall tell", among="wording-")
        seen = words(app)
        assert "The guild and the dredgers would break silence." in seen
        assert "60 → 48 (−12)" in seen
        assert "one word changed" in seen
        app.press("Take back")
        assert "no word changed" in words(app)
        assert pane.now.text == pane.found.text


def test_keys_go_through_phrases_and_along_the_scale() -> None:
    """Down to the next phrase, L to a weaker wording, H to a stronger one, Delete takes back: one after the other, and
    each by itself."""
    with window() as app:
        pane = OneWordPane(app, debrief("harbour", 0), BORO)
        shown(app, pane)
        while pane.issue != NOTICE:
            app.key("down")
        app.key("h")
        assert pane.now.text[NOTICE] == "shall"
        app.key("h")
        assert pane.now.text[NOTICE] == "shall"
        app.key("down")
        second = pane.issue
        app.key("h" if pane.scenario.text[second].rank(pane.now.text[second]) else "l")
        assert set(pane.now.change.issues) == {NOTICE, second}
        assert "2 words changed" in words(app)
        app.key("delete")
        assert list(pane.now.change.issues) == [NOTICE]
        app.key("up")
        app.key("l")
        assert list(pane.now.change.issues) == []
        app.press("Take back")
        assert pane.now.text == pane.found.text


def test_what_matters_most_is_offered_and_made_by_a_press() -> None:
    """Before anything is changed the changes that matter most stand there; a press makes one."""
    with window() as app:
        pane = OneWordPane(app, debrief("harbour", 0), BORO)
        shown(app, pane)
        assert "WHAT WOULD HAVE MATTERED MOST" in words(app)
        app.press("Notice: shall tell", among="mattering-")
        assert pane.issue == NOTICE
        assert pane.now.change.issues == pane.foremost[0].issues
        assert "The guild and the dredgers would break silence." in words(app)
        assert "WHAT WOULD HAVE MATTERED MOST" not in words(app)


def test_a_wording_under_the_mouse_is_tried_and_not_put() -> None:
    """What a wording would do stands there before it is chosen."""
    with window() as app:
        pane = OneWordPane(app, debrief("harbour", 0), BORO)
        shown(app, pane)
        app.press("will tell", among="phrase-")
        x, y = app.spot("shall tell", among="wording-").box.centre
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(round(x), round(y)), rel=(0, 0), buttons=(0, 0, 0)))
        assert "would break silence" in words(app)
        assert pane.now.steps == ()


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("name", ["harbour", "istanbul-communique-1994"])
def test_all_of_it_can_be_read(size: tuple[int, int], scale: float, name: str) -> None:
    """Nothing is cut off or lies over anything, before a change and with several."""
    with window(size=size, scale=scale) as app:
        pane = OneWordPane(app, debrief(name, 0), None)
        shown(app, pane)
        assert mislaid(app) == []
        for issue in pane.scenario.text.issues:
            pane.look_at(issue.id)
            pane.put(issue.options[-1])
            pane.put(issue.options[0])
            words(app)
            assert mislaid(app) == []


def _read(spans: list[Span], *, without: str) -> list[str]:
    """The words of a redline without those that are struck or without those that are new, one by one."""
    fresh = {"#DDEBD3", colours.HOT}
    shown = [s for s in spans if not (s.style.strike if without == "struck" else s.style.back in fresh)]
    return re.findall(r"\w+", "".join(span.words for span in shown).casefold())


@pytest.mark.parametrize("name", ["two-words", "three-rivers", "harbour", "istanbul-communique-1994"])
def test_the_redline_on_paper_is_both_texts(name: str) -> None:
    """Whatever is changed: without what is struck it reads as the new text, without what is new as the old one, also
    where words around a phrase fall silent with it."""
    found = OneWord(debrief(name, 0))
    text = found.scenario.text
    with window() as app:
        for change in found.every:
            was, now = change.before.text, change.after.text
            paper = Redlined(app.canvas, found.scenario, was, now, IssueId(""), lambda _: lambda: None)
            runs = [("heading", paper.paper.heading), *((clause.id, clause.runs) for clause in paper.paper.clauses)]
            spans = [span for place, each in runs for span in (*paper._spans(each, Style(), place), Span(" ", Style()))]
            assert _read(spans, without="struck") == re.findall(r"\w+", " ".join(plain(text, now)).casefold())
            assert _read(spans, without="new") == re.findall(r"\w+", " ".join(plain(text, was)).casefold())
