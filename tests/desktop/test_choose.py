"""The choice of scenario and seat: good files, broken ones, files by path."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.desktop import App, run
from game.desktop.kit import colours
from game.desktop.kit.keyboard import KEYS, PLACES
from game.desktop.kit.screen import Screen
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.choose import ChooseScreen
from game.desktop.screens.common import CommonScreen
from game.desktop.screens.known import KnownSheet
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.table import TableScreen
from game.desktop.screens.title import TitleScreen
from game.scenario import load, shipped, source_of
from game.table import Start
from game.talks import EARLIER
from game.text import DelegationId
from game.words.causes import headline
from game.words.levels import level_note
from tests.desktop.driving import HARBOUR, HARBOUR_LATER, STATUS_TALKS, THREE_RIVERS, TWO_WORDS, mislaid, playing
from tests.desktop.rooms import SIZES, begin, walk_out, window
from tests.library import scenario


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A scenario file with one slip of the pen."""
    path = tmp_path / "lake.yaml"
    path.write_text(Path(TWO_WORDS).read_text(encoding="utf-8").replace("kind: drill", "kind: dril"), encoding="utf-8")
    return str(path)


def test_a_scenario_shows_what_it_is() -> None:
    """Title, kind, summary, hours, issues and delegations stand on the slip."""
    with window() as app:
        app.go("choose")
        app.settle()
        app.press("Partnership for Peace: the status talks")
        for words in ("HISTORY", "about 30 minutes", "two small words.", "72 hours of talks"):
            assert app.reads(words), words
        whole = scenario(STATUS_TALKS)
        assert app.reads(f"{len(whole.text.issues)} issues · {len(whole.ids)}")
        assert whole.text.spine is not None
        assert app.reads(whole.text.spine.options[0].name)


def test_a_file_by_path_is_offered_first() -> None:
    """It is chosen when it was named, and its seats are those of its delegations."""
    with window() as app:
        app.push(ChooseScreen(app, THREE_RIVERS))
        app.settle()
        assert app.reads("Three rivers")
        app.key("c")
        app.key("enter")
        assert isinstance(app.top, BriefingScreen)
        assert app.host.who == "CELO"


def test_a_broken_file_is_shown_with_its_first_mistake(broken: str) -> None:
    """It is in the list, says in words what is wrong and where, and cannot be begun."""
    with window() as app:
        app.push(ChooseScreen(app, broken))
        app.settle()
        assert app.reads("CANNOT BE PLAYED")
        assert app.reads("mean 'drill'?")
        app.key("enter")
        app.press("Read the brief")
        shut = app.find("Read the brief")
        assert shut is not None
        assert "file has mistakes" in shut.why
        assert isinstance(app.top, ChooseScreen)
        assert app.host.table is None
        app.key("2")
        app.key("enter")
        assert isinstance(app.top, BriefingScreen)


def test_a_file_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    """A scenario that vanishes between list and beginning does not end the program."""
    path = tmp_path / "lake.yaml"
    path.write_bytes(Path(TWO_WORDS).read_bytes())
    with window() as app:
        app.push(ChooseScreen(app, str(path)))
        app.settle()
        path.unlink()
        app.key("enter")
        assert isinstance(app.top, ChooseScreen)
        assert app.reads("no such file")


def test_the_seat_is_drawn_anew_with_each_scenario() -> None:
    """Another scenario is never begun with a seat of the last one."""
    with window() as app:
        app.push(ChooseScreen(app, TWO_WORDS, THREE_RIVERS))
        app.settle()
        app.key("b")
        app.press("Three rivers")
        app.press("Read the brief")
        assert app.host.who == "ARIA"
        assert app.host.table is not None
        assert app.host.table.scenario.id == "three-rivers"


def test_nobody_watches_the_talks() -> None:
    """Without a seat the gold button goes straight to the table."""
    with window() as app:
        app.push(ChooseScreen(app, TWO_WORDS))
        app.settle()
        app.press("Nobody")
        app.press("Watch the talks")
        assert isinstance(app.top, TableScreen)
        assert app.host.who is None


def test_two_games_draw_two_seeds(tmp_path: Path) -> None:
    """The seed is drawn when the talks begin, so that the second game is not the first."""
    seeds = set()
    for number in range(3):
        with window(tmp_path / f"{number}.sqlite3") as app:
            app.push(ChooseScreen(app, TWO_WORDS))
            app.settle()
            app.key("enter")
            assert app.host.table is not None
            seeds.add(app.host.table.record().seed)
    assert len(seeds) > 1


def test_a_typed_seed_is_that_of_the_first_talks(tmp_path: Path) -> None:
    """A seed that was typed without a seat is not lost; the talks after those draw their own."""
    with window(tmp_path / "talks.sqlite3") as app:
        app.host.given = Start(seed=7)
        seeds = []
        for _ in range(2):
            app.push(ChooseScreen(app, TWO_WORDS))
            app.settle()
            app.key("enter")
            assert app.host.table is not None
            seeds.append(app.host.table.record().seed)
    assert [isinstance(seed, bytes) for seed in seeds] == [False, True]
    assert seeds[0] == 7


def test_a_key_pressed_twice_begins_one_game(tmp_path: Path) -> None:
    """Two presses that come in one step: the second is for the screen that the first has opened."""
    with window(tmp_path / "talks.sqlite3") as app:
        app.go("choose")
        app.settle()
        for kind in (pygame.KEYDOWN, pygame.KEYUP) * 2:
            pygame.event.post(pygame.Event(kind, key=KEYS["enter"], scancode=PLACES["enter"], mod=0, unicode=""))
        app.step()
        assert app.host.store is not None
        assert len(app.host.store.games()) == 1


def test_a_scenario_named_on_the_command_line_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without a seat opens the choice with this file; with a seat, the briefing; with several, what all know."""
    opened: list[Screen | None] = []

    def look(app: App) -> int:
        opened.append(app.top)
        app.step()
        app.close()
        return 0

    monkeypatch.setattr(App, "run", look)
    assert run(playing(), Start(TWO_WORDS), save=False) == 0
    assert run(playing(), Start(TWO_WORDS, "BORO", 5), save=False) == 0
    assert run(playing(), Start(TWO_WORDS, "BORO", 5, also=(DelegationId("ARIA"),)), save=False) == 0
    assert isinstance(opened[0], ChooseScreen)
    assert isinstance(opened[1], BriefingScreen)
    assert isinstance(opened[2], CommonScreen)


def test_escape_goes_back_to_the_title() -> None:
    """And nothing has begun."""
    with window() as app:
        app.go("choose")
        app.settle()
        app.key("escape")
        assert isinstance(app.top, TitleScreen)
        assert app.host.table is None


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_texts_lie_apart(size: tuple[int, int], scale: float, broken: str) -> None:
    """With a broken file, a drill and the main scenario, each chosen in turn."""
    with window(size=size, scale=scale) as app:
        app.push(ChooseScreen(app, broken, TWO_WORDS, THREE_RIVERS))
        for number in ("1", "2", "3", "4"):
            app.settle()
            app.key(number)
            assert mislaid(app) == []


def test_every_scenario_shows_its_kind_and_its_length() -> None:
    """Short before long, a sequel after what it follows, what never was after history, and marked."""
    with window() as app:
        app.go("choose")
        app.settle()
        titles = [spot.words for spot in app.canvas.spots if spot.id.startswith("scenario-")]
        assert titles[0].startswith("Istanbul")
        earlier, sequel = scenario(STATUS_TALKS).title, scenario("founding-act-1997").title
        assert titles.index(earlier) < titles.index(sequel)
        assert app.reads("about 10 minutes")
        assert app.reads(f"a sequel to {earlier}")


def test_instructions_are_drawn_or_as_written() -> None:
    """I switches between the two; a scenario that draws nothing has no such switch."""
    with window() as app:
        app.push(ChooseScreen(app, HARBOUR, TWO_WORDS))
        app.settle()
        assert app.reads("Drawn.")
        app.key("i")
        assert app.reads("As written.")
        app.key("enter")
        assert app.host.table is not None
        assert app.host.table.record().as_written
        app.host.again(app.host.who)
        assert app.host.table.record().as_written, "as before"
        app.push(ChooseScreen(app, TWO_WORDS))
        app.settle()
        assert not app.reads("INSTRUCTIONS")


def test_a_sequel_follows_finished_talks(tmp_path: Path) -> None:
    """None at first; one of the finished games that are kept, by its number and its day; the table takes it over."""
    later = load(source_of(HARBOUR_LATER), HARBOUR_LATER).sequel
    assert later is not None
    assert later.no_text is not None
    with window(tmp_path / "talks.sqlite3") as app:
        app.push(ChooseScreen(app, HARBOUR_LATER))
        app.settle()
        assert app.reads("FOLLOWS ON FROM")
        app.press("Choose")
        assert app.reads("earlier talks first")
        walk_out(begin(app, HARBOUR, "BORO"))
        begin(app, HARBOUR, "BORO")
        app.push(ChooseScreen(app, HARBOUR_LATER))
        app.settle()
        assert app.reads("1 game could")
        app.key("f")
        assert app.find("None:", among="past-")
        assert mislaid(app) == []
        app.press("Game 1 of")
        assert app.reads("goodwill was correct")
        app.key("enter")
        assert isinstance(app.top, BriefingScreen)
        assert app.host.table is not None
        past = app.host.table.record().past
        assert past is not None
        assert past.scenario == "harbour"
        app.key("enter")
        app.key("enter")
        assert isinstance(app.top, NewsScreen)
        assert app.reads(headline(EARLIER, ""))
        (lower,) = [effect.because for effect in later.no_text.effects if effect.reservation_value]
        assert app.reads(lower)


def test_what_is_followed_is_forgotten_with_another_scenario(tmp_path: Path) -> None:
    """The choice belongs to one sequel; None takes it back."""
    with window(tmp_path / "talks.sqlite3") as app:
        walk_out(begin(app, HARBOUR, "BORO"))
        app.push(ChooseScreen(app, HARBOUR_LATER, TWO_WORDS))
        app.settle()
        app.key("f")
        app.key("1")
        assert app.reads("Game 1 of")
        app.key("f")
        app.key("0")
        assert not app.reads("Game 1 of")
        app.key("f")
        app.key("1")
        app.key("2")
        app.key("1")
        assert not app.reads("Game 1 of")


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_three_seats_and_every_choice_have_room(size: tuple[int, int], scale: float, tmp_path: Path) -> None:
    """Each shipped scenario in turn, with the panel of how it opens."""
    with window(tmp_path / "talks.sqlite3", size=size, scale=scale) as app:
        app.push(ChooseScreen(app))
        app.settle()
        for place in range(1, len(shipped()) + 1):
            app.key(str(place))
            assert mislaid(app) == []


def test_the_level_is_chosen_by_key_and_by_mouse() -> None:
    """L goes round the four, a press takes one; its sentence stands below, and the others play at it."""
    with window() as app:
        app.push(ChooseScreen(app, TWO_WORDS))
        app.settle()
        assert app.reads(level_note("ambassador"))
        app.key("l")
        assert app.reads(level_note("minister"))
        app.key("l")
        assert app.reads(level_note("student"))
        app.press("Attaché")
        assert app.reads(level_note("attache"))
        app.key("b")
        app.key("enter")
        assert app.host.table is not None
        assert app.host.table.seats == {"ARIA": "attache", "BORO": "person"}
        app.go("choose")
        app.settle()
        assert app.reads(level_note("ambassador"))


def test_a_level_named_on_the_command_line_is_chosen() -> None:
    """It is shown, and the talks begin with it; talks that are played again keep it."""
    with window() as app:
        app.host.given = Start(levels={"": "minister"})
        app.push(ChooseScreen(app, TWO_WORDS))
        app.settle()
        assert app.reads(level_note("minister"))
        app.key("enter")
        assert app.host.table is not None
        assert app.host.table.seats == {"ARIA": "person", "BORO": "minister"}
        app.host.again(app.host.table.scenario.ids[1])
        assert app.host.table.seats == {"ARIA": "minister", "BORO": "person"}


def test_the_length_is_chosen_on_the_paper() -> None:
    """A row for each edition, or E for the next; what stands on the paper and opens is of that edition."""
    with window() as app:
        app.go("choose")
        app.settle()
        app.press("Partnership for Peace: the status talks")
        app.key("e")
        lesson = scenario(f"{STATUS_TALKS}/lesson")
        hours, line = f"{lesson.calendar.hours:g} hours of talks", scenario(STATUS_TALKS).editions[0].line[:11]
        for words in ("(a lesson)", hours, f"{len(lesson.text.negotiated)} issues", line):
            assert app.reads(words), words
        app.press("The whole")
        assert app.reads("72 hours of talks")
        assert not app.reads(line)
        app.press("A lesson")
        app.key("enter")
        assert isinstance(app.top, BriefingScreen)
        assert app.host.table is not None
        assert app.host.table.scenario.edition == "lesson"


def test_what_is_known_is_read_before_anybody_sits() -> None:
    """K shows the page of the scenario that is chosen, and takes it away again; nothing of anybody's is on it."""
    with window() as app:
        app.push(ChooseScreen(app, STATUS_TALKS))
        app.settle()
        app.key("k")
        assert isinstance(app.top, KnownSheet)
        limits = scenario(STATUS_TALKS).limits
        assert limits is not None
        app.top.memory.scroll["known"] = 700.0
        app.settle(30)
        shown = " ".join(app.texts())
        assert any(line in shown for line in limits.left_out)
        app.key("k")
        assert isinstance(app.top, ChooseScreen)


def test_gold_is_the_button_that_waits_and_nothing_else() -> None:
    """The chosen paper, length, seat and level are told by an edge and a dot: gold would be one more thing to press."""
    with window() as app:
        app.go("choose")
        app.redraw()
        app.settle()
        gold = pygame.Color(app.theme.shown(colours.GOLD))[:3]
        waits, read = app.canvas.pixels(app.spot("Read the brief").box), app.surface.get_at
        wide, high = app.surface.get_size()
        found = [(x, y) for y in range(60, high) for x in range(0, wide, 2) if read((x, y))[:3] == gold]
        assert found
        assert all(waits.collidepoint(place) for place in found)


@pytest.mark.parametrize("type", [100, 200])
def test_what_a_digit_chooses_comes_into_sight(type: int) -> None:
    """The slip of the fourth, which is long and stands below three others; and the first one again."""
    with window(size=(1024, 768)) as app:
        app.settings.type = type
        app.go("choose")
        app.settle()
        for key in ("4", "1"):
            app.key(key)
            app.settle()
            slip = next(spot for spot in app.canvas.spots if spot.id.startswith("scenario-") and key in spot.keys)
            assert slip.clip is not None
            assert slip.clip.meet(slip.box).h >= 0.6 * min(slip.box.h, slip.clip.h)
