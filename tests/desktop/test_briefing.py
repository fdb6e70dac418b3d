"""The briefing: the common page, the cable as it is typed, and what the instructions come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.desktop import Driven
from game.desktop.screens import cable
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.instructions import parts
from game.desktop.screens.table import TableScreen
from game.desktop.screens.title import TitleScreen
from game.scenario import Delay, load, source_of
from game.talks import Say
from game.text import DelegationId
from tests.desktop.driving import STATUS_TALKS, THREE_RIVERS, TWO_WORDS, mislaid
from tests.desktop.rooms import SIZES, begin, window
from tests.library import scenario

RUS, NATO = DelegationId("RUS"), DelegationId("NATO")
FIRST, LAST = "Nineteen states have signed", "No text is worth your signature"
"""In the first and in the last paragraph of the cable to Russia."""
NEVER = "What we do not sign"


def test_the_common_page_comes_first() -> None:
    """What everybody knows holds no points; the cable comes only after it."""
    with window() as app:
        begin(app, STATUS_TALKS, "RUS", as_written=True)
        app.go("briefing")
        app.settle()
        assert app.reads(scenario(STATUS_TALKS).background[:40])
        assert not app.reads("WHAT WE WANT")
        app.key("enter")
        assert app.reads("MOSCOW, FOREIGN MINISTRY")
        assert app.reads(FIRST)


def test_without_motion_the_whole_cable_is_there_at_once() -> None:
    """Nothing is typed, and the whole sheet stands at the right."""
    with window() as app:
        begin(app, STATUS_TALKS, "RUS", as_written=True)
        app.go("briefing")
        app.settle()
        app.key("enter")
        for words in ("WHAT WE WANT", "WHAT WE CAN LIVE WITH", "WHAT WE DO NOT SIGN", "YOUR MANDATE", "THE WALK-AWAY"):
            assert app.reads(words), words
        least = scenario(STATUS_TALKS).instructions[RUS].reservation_value
        assert app.reads(f"A text below {least} points")
        assert app.reads(f"below {least}. We")
        assert scenario(STATUS_TALKS).instructions[RUS].delay == Delay(1, 12)
        assert app.reads("point every 12 h")
        assert app.find("Show all") is None
        aims = app.texts()[app.texts().index("WHAT WE WANT") : app.texts().index("WHAT WE CAN LIVE WITH")]
        assert {issue.title for issue in scenario(STATUS_TALKS).text.issues} & set(aims), "an aim names its issue"
        assert aims[aims.index("a direct voice in decisions") + 1] == "The status of Russia"


def test_the_cable_is_typed_and_space_shows_all() -> None:
    """The right side says nothing that the cable has not come to: the walk-away waits for the last letter."""
    now = [0.0]
    with window(motion=True, clock=lambda: now[0]) as app:
        begin(app, STATUS_TALKS, "RUS", as_written=True)
        app.go("briefing")
        app.settle()
        app.key("enter")
        now[0] = 4.0
        app.settle()
        assert app.reads(FIRST)
        assert not app.reads(LAST)
        assert not app.reads("THE WALK-AWAY")
        frames = app.frames
        app.settle(3)
        assert app.frames > frames
        app.key("space")
        assert app.reads(LAST)
        assert app.reads("THE WALK-AWAY")
        frames = app.frames
        app.settle(3)
        assert app.frames == frames


def test_typing_comes_to_an_end_by_itself() -> None:
    """After all letters nothing moves any more."""
    now = [0.0]
    with window(motion=True, clock=lambda: now[0]) as app:
        begin(app, TWO_WORDS, "ARIA")
        app.go("briefing")
        app.settle()
        app.key("enter")
        now[0] = 60.0
        app.settle()
        assert app.reads(
            load(source_of(TWO_WORDS), TWO_WORDS).instructions[DelegationId("ARIA")].brief.paragraphs[-1][-40:]
        )
        frames = app.frames
        app.settle(4)
        assert app.frames == frames


@pytest.mark.parametrize("who", [RUS, NATO])
def test_the_sheet_says_what_the_rules_count(who: DelegationId) -> None:
    """Dearest wordings with their points, those for half of them, every red line once."""
    whole = scenario(STATUS_TALKS)
    sheet = whole.instructions[who]
    wants, lives, never, mandate, judges, beside, away = parts(whole, who)
    best = max(max(points.values()) for points in sheet.points.values())
    assert wants.lines[0].points == best
    for dearest, least in zip(wants.lines, lives.lines, strict=True):
        assert 2 * (least.points or 0) >= (dearest.points or 0) > 0
    assert len(never.lines) == sum(len(options) for options in sheet.red_lines.values())
    spine = whole.text.spine
    assert spine is not None
    assert [line.sign for line in mandate.lines] == ["tick"] + ["lock"] * (len(mandate.lines) - 1)
    assert [line.words for line in judges.lines] == [audience.name for audience in whole.audiences_of(who)]
    assert len(beside.lines) == len(whole.side_texts)
    assert away.lines[0].points == sheet.reservation_value


def test_a_seat_without_limits_is_told_so() -> None:
    """A scenario without mandates and red lines leaves those parts out."""
    whole = scenario("three-rivers")
    for who in whole.ids:
        headings = [part.heading for part in parts(whole, who)]
        assert headings[0] == "What we want"
        assert headings[-1] == "The walk-away"
        assert (NEVER in headings) == bool(whole.instructions[who].red_lines)


def test_leaving_before_the_first_move_keeps_nothing(tmp_path: Path) -> None:
    """Talks in which nobody has moved are not kept; others are."""
    with window(tmp_path / "talks.sqlite3") as app:
        table = begin(app, TWO_WORDS, "ARIA")
        app.go("briefing")
        app.settle()
        app.key("escape")
        assert isinstance(app.top, TitleScreen)
        assert app.host.store is not None
        assert app.host.store.games() == ()
        table = begin(app, TWO_WORDS, "ARIA")
        table.submit(DelegationId("ARIA"), Say(DelegationId("ARIA"), remark="We are here."), table.version)
        app.go("briefing")
        app.settle()
        app.key("escape")
        assert len(app.host.store.games()) == 1


def test_the_briefing_opens_again_from_the_table() -> None:
    """It is whole at once, turns to the common page, and goes back to the same table."""
    with window(motion=True) as app:
        begin(app, STATUS_TALKS, "RUS", as_written=True)
        app.go("table")
        app.settle()
        for way_back in ("enter", "escape"):
            app.push(BriefingScreen(app, again=True))
            app.settle()
            assert app.reads(LAST)
            app.key("b")
            assert app.reads("COMMON GROUND")
            app.key("enter")
            app.key(way_back)
            assert isinstance(app.top, TableScreen)


def test_the_letters_are_counted_as_they_are_typed() -> None:
    """The cable's length is that of its paragraphs, so that the pace is even."""
    brief = scenario(STATUS_TALKS).instructions[RUS].brief
    assert cable.length(brief) == sum(map(len, brief.paragraphs))
    assert 8 < cable.length(brief) / cable.PACE < 25


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize(("name", "seat"), [(STATUS_TALKS, "RUS"), (STATUS_TALKS, "NATO"), (THREE_RIVERS, "BORO")])
def test_texts_lie_apart(name: str, seat: str, size: tuple[int, int], scale: float) -> None:
    """Both pages, whole and half typed, at every size."""
    now = [0.0]
    with window(size=size, scale=scale, motion=True, clock=lambda: now[0]) as app:
        begin(app, name, seat)
        app.go("briefing")
        app.settle()
        assert mislaid(app) == []
        app.key("enter")
        for at in (0.5, 3.0, 8.0, 60.0):
            now[0] = at
            app.settle()
            assert mislaid(app) == []


def test_a_silence_says_what_it_is_silent_about() -> None:
    """Two silences in one list can be told apart."""
    whole = scenario(STATUS_TALKS)
    never = parts(whole, RUS)[2]
    silent = [
        (issue.title, option.name)
        for issue in whole.text.issues
        for option in issue.options
        if option.silent and option.id in whole.instructions[RUS].red_lines.get(issue.id, ())
    ]
    assert len(silent) == 2
    assert [(line.note, line.words) for line in never.lines if line.words.startswith("silence")] == silent


def test_a_mandate_without_a_ladder_waits_for_no_cable_too() -> None:
    """“Too” stands only where something was said before."""
    mandate = parts(scenario("warsaw-at-the-table"), DelegationId("PLB"))[3]
    assert [note.startswith("In 1 issue some") for note in mandate.notes] == [True]


def test_the_tenth_number_of_a_cable_keeps_its_distance() -> None:
    """A number of two digits does not touch the words after it."""
    with window() as app:
        begin(app, STATUS_TALKS, "NATO", as_written=True)
        app.go("briefing")
        app.settle()
        app.key("enter")
        number = next(box for box in app.boxes() if box.words == "10.")
        beside = [box for box in app.boxes() if box is not number and abs(box.box.y - number.box.y) < 2]
        words = min((box for box in beside if box.box.x > number.box.x), key=lambda box: box.box.x)
        assert words.box.x - number.box.right >= 4


def hammered(app: Driven, now: list[float], times: int, apart: float = 0.15) -> None:
    """Somebody presses Enter again and again, as one does whom all of it takes too long."""
    for _ in range(times):
        app.key("enter")
        now[0] += apart
        app.settle()


@pytest.mark.parametrize("motion", [True, False])
def test_no_page_is_put_away_by_an_enter_too_many(motion: bool) -> None:
    """Whoever hammers on Enter comes to the whole cable, and stays there, until there was a moment to read it."""
    now = [0.0]
    with window(motion=motion, clock=lambda: now[0]) as app:
        app.host.pace = 0.6
        begin(app, STATUS_TALKS, "RUS", as_written=True)
        app.go("briefing")
        app.settle()
        hammered(app, now, 3)
        assert app.reads(scenario(STATUS_TALKS).background[:40])
        now[0] += 2.0
        app.settle()
        hammered(app, now, 12)
        assert isinstance(app.top, BriefingScreen)
        assert app.reads(LAST)
        assert app.reads("only just come")
        assert app.spot("To the table").why
        now[0] += 2.0
        app.settle()
        assert not app.spot("To the table").why
        app.key("enter")
        assert isinstance(app.top, TableScreen)


def test_nobody_is_kept_from_the_table_for_ever() -> None:
    """Whoever goes on pressing for some seconds means it."""
    now = [0.0]
    with window(clock=lambda: now[0]) as app:
        app.host.pace = 0.6
        begin(app, TWO_WORDS, "ARIA")
        app.go("briefing")
        app.settle()
        hammered(app, now, 70)
        assert isinstance(app.top, TableScreen)
        assert now[0] > 7.0


def test_a_cable_that_has_typed_itself_stays_a_moment_too() -> None:
    """An Enter that was to show all of it, and came as its last letter did, does not put it away."""
    now = [0.0]
    with window(motion=True, clock=lambda: now[0]) as app:
        app.host.pace = 0.6
        begin(app, TWO_WORDS, "ARIA")
        app.go("briefing")
        app.settle()
        now[0] += 2.0
        app.settle()
        app.key("enter")
        app.settle()
        now[0] += 60.0
        app.settle()
        app.key("enter")
        assert isinstance(app.top, BriefingScreen)


def test_who_judges_from_outside_is_met_before_the_talks() -> None:
    """Everybody who is in the corridor, and whom it judges; what an ally looks at reads only who speaks for it."""
    whole = scenario(STATUS_TALKS)
    ally = next(each for each in whole.audiences if each.power == "consent")
    for seat, told in ((str(ally.of), True), ("RUS", False)):
        with window() as app:
            begin(app, STATUS_TALKS, seat, as_written=True)
            app.go("briefing")
            app.settle()
            assert app.reads("IN THE CORRIDOR")
            assert app.reads(f"{ally.name} judges {whole[ally.of].short}.")
            assert app.reads(ally.line) == told
