"""The teacher's desk: what stands on it, in which order, and what is sent when something is pressed."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from game.classroom.pages.desk import Around, desk_page, desk_regions, playable
from game.classroom.pages.desk_tables import curve
from game.lesson.class_acts import Lengthen, Lock, Settle, Show
from game.lesson.doings import Advance, GoAhead, Hold, Start
from game.lesson.overview import Overview
from game.lesson.plan import PHASES, Phase
from game.lesson.wall import EveryTable
from game.scenario import HappeningId
from game.talks.happenings import Coming
from tests.classroom.lessons import DOOR, HOSTILE, doing_in, example, laid_open
from tests.library import MAIN, scenario
from tests.marking import UNHEARD, marked, marker, numbers_of, numbers_of_nobody
from tests.reports.page import Page

TOLD = scenario(f"{MAIN}/lesson")
LEAK = Coming(HappeningId("leak"), "A leak", "Half of the draft is out.")
AROUND = Around(DOOR, playable(MAIN, scenario(MAIN)), (LEAK,), laid_open())


def at(phase: Phase, name: str = "") -> Overview:
    """The class in a part of the lesson."""
    overview = replace(example(name), phase=phase)
    if phase != "join":
        return overview
    rows = tuple(replace(row, stage=None, curve=(), last_move=None, stuck=False) for row in overview.tables)
    return replace(overview, began=None, tables=rows)


@pytest.mark.parametrize("phase", PHASES)
def test_the_desk_is_in_order_and_what_is_typed_is_text(phase: Phase) -> None:
    """Tags match, nothing is named twice, and a name that is markup is words; no part needs a style of its own."""
    parts = desk_regions(at(phase, HOSTILE), TOLD, AROUND)
    page = Page("<!DOCTYPE html><h1></h1>" + "".join(parts.values()))
    assert [fault for fault in page.faults if "heading" not in fault] == []
    assert "onerror=alert(2)>" in html.unescape(parts["table-A"])
    assert not {tag for tag, _ in page.attributes} & {"script", "img", "style"}
    assert not [name for _, named in page.attributes for name in named if name == "style" or name.startswith("on")]


def doings(regions: dict[str, str]) -> list[object]:
    """What is done by the buttons of the desk, which need nothing more."""
    found = re.findall(r'<button[^>]* data-do="([^"]*)"', "".join(regions.values()))
    return [doing_in(html.unescape(each)) for each in found]


def test_what_a_button_does_is_what_the_class_knows() -> None:
    """Each button sends something that can be read: before the start, while tables negotiate, at rest, at the end."""
    joining = doings(desk_regions(at("join"), TOLD, AROUND))
    assert Start() in joining
    assert Lock(True) in joining
    assert {Hold(), Lengthen(120), Advance()} <= set(doings(desk_regions(at("caucus"), TOLD, AROUND)))
    assert Advance() not in doings(desk_regions(at("talks"), TOLD, AROUND)), "what ends the talks is asked once more"
    resting = doings(desk_regions(replace(at("talks"), resting=True, locked=True), TOLD, AROUND))
    assert GoAhead() in resting
    assert Hold() not in resting
    assert Lock(False) in resting
    assert Show(EveryTable()) in doings(desk_regions(at("debrief"), TOLD, AROUND))
    assert Show(EveryTable()) not in doings(desk_regions(at("talks"), TOLD, AROUND))
    form = re.search(r'<form data-do="([^"]*)"', desk_regions(at("join"), TOLD, AROUND)["setup"])
    assert form is not None
    assert doing_in(html.unescape(form[1])) == Settle(at("join").settings)


def test_the_longest_without_a_move_stands_first_and_who_has_ended_last() -> None:
    """So a table that is stuck is where one looks; before the start and after the end they stand by their letters."""
    assert desk_regions(at("talks"), TOLD, AROUND)["order"] == "B C E A G F D"
    assert desk_regions(at("debrief"), TOLD, AROUND)["order"] == "A B C D E F G"


def test_a_desk_is_not_said_anew_because_time_passes() -> None:
    """Two seconds later every region is the same, letter for letter: clocks are the page's own to run."""
    now = at("talks")
    later = replace(now, now=now.now + 2, elapsed=now.elapsed + 2)
    assert desk_regions(later, TOLD, AROUND) == desk_regions(now, TOLD, AROUND)


def test_before_the_end_the_desk_shows_no_sheet() -> None:
    """The desk may be projected by mistake: of a scenario in which every secret has a mark nothing secret is on it."""
    told = marked(TOLD)
    sealed = set.union(numbers_of_nobody(told), *(numbers_of(told, who) for who in told.ids))
    numbers = {str(number) for number in sealed if number > 999}
    for phase in PHASES:
        text = " ".join(desk_regions(at(phase), told, replace(AROUND, laid_open=None)).values()).lower()
        assert UNHEARD not in text
        assert not any(marker(who) in text for who in told.ids)
        assert not numbers & set(re.findall(r"\d{4,}", text))


def test_the_curve_falls_with_the_brackets() -> None:
    """It begins at the left with all brackets, goes down where they close, and ends where the talks are now."""
    overview = at("talks")
    row = replace(overview.tables[0], curve=((0.0, 6), (300.0, 3), (450.0, 0)))
    drawn = curve(overview, row)
    assert re.findall(r"H([\d.]+)", drawn) == ["75.0", "112.5", "130.0"]
    heights = [float(each) for each in re.findall(r"V([\d.]+)", drawn)]
    assert heights == [42.5, 79.5]
    assert drawn.startswith("M0 5.5")
    assert curve(overview, replace(row, curve=())) == ""


def test_every_name_of_a_label_is_there() -> None:
    """The page with its sheets can be set, and asks for no label that there is not."""
    assert "<dialog" in desk_page()
