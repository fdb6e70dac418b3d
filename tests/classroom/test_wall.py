"""The wall: what a projector shows, and what it does not."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from game.classroom.pages.wall import wall_regions
from game.lesson import Looking
from game.lesson.class_acts import Show
from game.lesson.doings import Advance, Start
from game.lesson.guesses import guesses
from game.lesson.plan import PHASES
from game.lesson.wall import (
    HISTORY,
    Answers,
    EmptyChair,
    EveryTable,
    OtherWord,
    Prices,
    Progress,
    Question,
    Seats,
    Shown,
    TwoTexts,
    tells_of_sheets,
)
from game.table import opening
from game.talks import Talks, open_talks
from game.text import IssueId, OptionId
from tests.classroom.lessons import DOOR, HOSTILE, answers, example, laid_open
from tests.lesson.lessons import BEGAN, held, joined, opened, played
from tests.library import MAIN, scenario
from tests.marking import UNHEARD, marked, marker, numbers_of, numbers_of_nobody
from tests.reports.page import Page

TOLD = scenario(f"{MAIN}/lesson")
SHOWN: tuple[Shown, ...] = (
    Seats(), Progress(), Question(), EveryTable(), EveryTable(fair=True), TwoTexts("A", HISTORY), Prices(),
    OtherWord("A", IssueId("status"), OptionId("regular")), EmptyChair("A", TOLD.audiences[0].id), Answers(),
)  # fmt: skip


def regions(shown: Shown, name: str = "") -> dict[str, str]:
    """The regions of the wall at the end of a class."""
    overview = replace(example(name), shows=shown, phase="debrief")
    return wall_regions(overview, TOLD, DOOR, answers(TOLD), laid_open())


def words(shown: Shown) -> str:
    """All that can be read on the wall at the end of a class."""
    return Page("<!DOCTYPE html>" + "".join(regions(shown).values())).words


def test_every_page_of_the_wall_is_in_order() -> None:
    """Whatever is shown, tags match and headings leave out no level; nothing needs a style or a script of its own."""
    assert {type(shown) for shown in SHOWN} == set(get_args(Shown))
    for shown in SHOWN:
        parts = regions(shown, HOSTILE)
        page = '<!DOCTYPE html><h1 id="title"></h1>' + parts["shown"] + parts["foot"]
        assert Page(page).faults == [], shown
        assert not re.search(r"<script>|onerror|\sstyle=|<style|alert", "".join(parts.values())), shown


def test_people_are_numbers_and_free_places_are_seen() -> None:
    """No name stands on the wall, even where people have names of their own."""
    shown = regions(Seats(), "Wilhelmina")["shown"]
    assert "Wilhelmina" not in shown
    numbers = [int(number) for number in re.findall(r'<b class="chip">(\d+)</b>', shown)]
    assert sorted(numbers) == [*range(1, 27), 29]
    assert shown.count('class="chip free"') == 2
    assert "28 of 30 seated" in regions(Seats())["foot"]


def test_the_square_says_more_than_what_is_typed() -> None:
    """The address that is typed stands in the page; the link with the key only in the square."""
    shown = regions(Seats())["shown"]
    assert DOOR.address in shown
    assert DOOR.link not in shown
    assert "<svg" in shown


@pytest.mark.parametrize("phase", PHASES)
def test_before_the_end_nothing_sealed_stands_on_the_wall(phase: str) -> None:
    """Whatever the wall is to show, and even of a scenario in which every secret has a mark: while nothing is laid
    open no secret word and no secret number is in it."""
    told = marked(TOLD)
    sealed = set.union(numbers_of_nobody(told), *(numbers_of(told, who) for who in told.ids))
    numbers = {str(number) for number in sealed if number > 999}
    assert len(numbers) > 50
    for shown in SHOWN:
        overview = replace(example(), shows=shown, phase=phase)  # type: ignore[arg-type]
        text = " ".join(wall_regions(overview, told, DOOR, answers(told)).values()).lower()
        assert UNHEARD not in text
        assert not any(marker(who) in text for who in told.ids)
        assert not numbers & set(re.findall(r"[\d.]+", text))


@pytest.mark.slow
def test_over_a_whole_game_nothing_sealed_stands_on_the_wall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every secret of every seat has a mark; people play to their end, and after each move all that a wall may show
    is looked through. What tells of sheets cannot be shown as long as they negotiate."""

    def opened_marked(_: bytes, name: str, __: str, seed: int, ___: bool) -> Talks:
        return open_talks(marked(scenario(name)), seed, as_written=True)

    monkeypatch.setattr(opening, "_opened", opened_marked)
    told = marked(scenario("harbour"))
    sealed = set.union(numbers_of_nobody(told), *(numbers_of(told, who) for who in told.ids))
    numbers = {str(number) for number in sealed if number > 999}
    room = opened(tmp_path / "class.sqlite3", scenario="harbour", expected=4)
    joined(room, 4)
    for doing in (Start(), Advance(), Advance()):
        assert held(room, doing, BEGAN) is None
    looking, now, looks, chance = Looking(room), BEGAN, 0, Random(0)
    while not room.laid_open:
        now = played(room, chance, now, most=1)
        if room.laid_open:
            break
        for shown in SHOWN:
            refused = held(room, Show(shown), now)
            assert (refused.kind if refused else "") == ("too-early" if tells_of_sheets(shown) else "")
            asked = guesses(room.lesson.people.values(), room.scenario)
            text = " ".join(wall_regions(looking.overview(now), room.scenario, DOOR, asked).values()).lower()
            assert UNHEARD not in text
            assert not any(marker(who) in text for who in told.ids)
            assert not numbers & set(re.findall(r"[\d.]+", text))
            looks += 1
    assert looks > 100


def test_all_tables_stand_on_one_plot_and_two_are_compared() -> None:
    """Each letter is told of; between two texts only the words that differ are, and the sums of all that differs."""
    compared = laid_open()
    every = words(EveryTable())
    assert f"{len(compared.signed)} tables signed" in every
    one, other = compared.signed[0], compared.signed[-1]
    found = compared.between(one, other)
    assert found is not None
    assert found.issues
    shown = words(TwoTexts(one.letter, other.letter))
    assert f"but for {len(found.issues)} phrases" in shown or "one phrase" in shown
    for who in TOLD.ids:
        change = found.sums[0][who] - found.sums[1][who]
        assert (f"+{change}" if change > 0 else f"−{-change}" if change else "0") in shown


def test_whose_points_these_are_is_told_where_sheets_had_changed() -> None:
    alike, other = replace(laid_open(), same=True), replace(laid_open(), same=False)
    overview = replace(example(), phase="debrief", shows=EveryTable())
    for comparison, told in ((alike, False), (other, True)):
        foot = wall_regions(overview, TOLD, DOOR, (), comparison)["foot"]
        assert ("those of the sheets as written" in foot) is told


def test_what_there_is_not_is_the_plot_again() -> None:
    """A letter from nobody, a table that there is not, a word that there is not: the wall shows every table."""
    plain = regions(EveryTable())
    nothing = OtherWord("A", IssueId("status"), OptionId("x"))
    for shown in (EmptyChair("A", "nobody"), EmptyChair("Z", "us"), TwoTexts("A", "Z"), nothing):
        assert regions(shown) == plain
