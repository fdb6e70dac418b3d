"""The shelf of earlier games: their texts on one's own sheets, without names."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from game.debrief.plot import points_of
from game.debrief.shelf import EarlierGame, Shelf, earlier_games, shelf, shelf_marks
from game.talks import Say
from game.words.page import Figure, Paragraph, Table, unmarked
from game.words.shelf import shelf_section
from tests.debrief.courses import debrief_of_today as debrief
from tests.debrief.courses import record
from tests.library import source

NAME = "istanbul-communique-1994"
OWN = 1


@cache
def games() -> tuple[EarlierGame | None, ...]:
    """Five games of other seeds, the game itself, one that was taken over, one that could not be read, one that is not
    over and one that the rules do not play."""
    records = [record(NAME, seed) for seed in (2, 3, 4, 5, 6, OWN)]
    going = replace(records[0], moves=records[0].moves[:3])
    first = records[0].moves[0]
    broken = replace(records[0], moves=(Say(next(who for who in records[0].seats if who != first.by)),))
    found = [(each, source(NAME)) for each in (*records, replace(records[1], carried=3), going, broken)]
    return tuple(earlier_games([*found, None], debrief(NAME, OWN)))


@cache
def shelved() -> Shelf:
    """The shelf of these."""
    return shelf(debrief(NAME, OWN), games())


def test_earlier_games_are_what_their_courses_ended_with() -> None:
    """Each is its signed text or none; the game itself and what was taken over are not among them, and what cannot be
    used is counted."""
    assert [game and game.text for game in games()[:5]] == [debrief(NAME, seed).course.signed for seed in range(2, 7)]
    assert games()[5:] == (None, None, None)
    signed = sum(debrief(NAME, seed).course.signed is not None for seed in range(2, 7))
    assert (shelved().games, shelved().signed, shelved().without) == (5, signed, 5 - signed)
    assert shelved().unreadable == 3


def test_texts_that_were_signed_more_than_once_are_one_text() -> None:
    """With how many games signed them, the most often signed first."""
    counts = [each.games for each in shelved().texts]
    assert counts == sorted(counts, reverse=True)
    for each in shelved().texts:
        assert each.games == sum(game is not None and game.text == each.text for game in games())


def test_ones_own_end_stands_among_them_on_ones_own_sheets() -> None:
    """More, as much and less, by the words or the walk-away; nothing is lost on the way."""
    mine = debrief(NAME, OWN)
    for who, standing in shelved().standings.items():
        sheet = mine.scenario.instructions[who]
        own = sheet.utility(mine.course.signed or {})
        ends = [
            sheet.reservation_value if game.text is None else sheet.utility(game.text)
            for game in games()
            if game is not None
        ]
        assert standing.more == sum(end > own for end in ends)
        assert standing.more + standing.same + standing.less == shelved().games


def test_on_the_plot_equal_points_are_one_mark_with_a_count() -> None:
    """Nameless marks, at the places of the texts."""
    mine = debrief(NAME, OWN)
    one, other = mine.scenario.ids
    marks = shelf_marks(shelved(), mine, one, other)
    assert {mark.kind for mark in marks} == {"earlier"}
    assert {mark.name for mark in marks} == {""}
    assert len({mark.points for mark in marks}) == len(marks)
    assert sum(mark.games for mark in marks) == shelved().signed
    assert {mark.points for mark in marks} == {points_of(mine, one, other, each.text) for each in shelved().texts}


def test_the_shelf_in_words_has_a_plot_and_how_one_stands() -> None:
    """Without earlier games there is no such section."""
    mine = debrief(NAME, OWN)
    assert shelf_section(mine, shelf(mine, []), None) is None
    section = shelf_section(mine, shelved(), mine.scenario.ids[0])
    assert section is not None
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    (figure,) = (block for block in section.blocks if isinstance(block, Figure))
    assert table.rows[0][0] == "You"
    assert "earlier game" in figure.alt
    lead = next(unmarked(block.words) for block in section.blocks if isinstance(block, Paragraph))
    assert lead.startswith(f"5 earlier games of this scenario are kept here. {shelved().signed} ended with a text,")
