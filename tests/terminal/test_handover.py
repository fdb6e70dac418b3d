"""Several people at one keyboard: each is told its own, nothing of the others, and all that happened meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from game.scenario import Scenario, source_of
from game.table import HOME, Start, Store, Table, open_table, resume
from game.talks import Move, Refused, Sits, Talks, open_talks, write_move
from game.talks import play as played
from game.terminal import Session, play, play_on
from game.terminal.debriefing import ask_topics
from game.terminal.surface import CLEARED, Remains, surface
from game.text import DelegationId
from game.words import say
from game.words.adviser import Adviser, told_counsel
from tests.library import scenario
from tests.terminal.desk import LAKE, RIVERS, Desk, agreeable
from tests.test_secrecy import recorded, turned

ARIA, BORO, CELO = DelegationId("ARIA"), DelegationId("BORO"), DelegationId("CELO")
CABLE = ["", ""]
"""Enter to read the cable, Enter to begin."""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


@pytest.fixture
def store() -> Iterator[Store]:
    kept = Store()
    yield kept
    kept.close()


def two(store: Store | None = None, name: str = LAKE) -> Table:
    """A table of two people, and of the computer where there is a third seat."""
    seats: dict[DelegationId, Sits] = {ARIA: "person", BORO: "person"}
    if name == RIVERS:
        seats[CELO] = "student"
    return open_table(source_of(name), name, seats, agreeable, seed=1, store=store)


def sat(typed: Iterable[str], table: Table, remains: Remains = "nothing", adviser: Adviser | None = None) -> str:
    """The bytes of a session in which these lines are typed."""
    desk = Desk(typed, remains=remains)
    Session(desk.console, table, adviser).play(begins=True)
    return desk.printed


def to(who: str, *typed: str) -> list[str]:
    """Enter when all is read, then who is there, and what is typed."""
    return ["", who, *typed]


def turns(printed: str) -> list[tuple[str, str]]:
    """Who was at the keyboard from each clearing to the next, and all that stood there; last, what stands when the
    program is left."""
    _, *parts = printed.split(CLEARED)
    return [(part.partition(" types ")[2].partition(" ")[0], part) for part in parts]


# ---- from one to the next -----------------------------------------------------------------------------------------


def test_each_is_asked_for_and_reads_its_own_cable() -> None:
    """Everybody reads the background; whoever is there reads the cable once."""
    typed = [*to("ARIA", *CABLE, "say Good morning."), *to("boro", *CABLE, "say And to you."), *to("ARIA", "q")]
    table = two()
    shown = sat(typed, table)
    assert [who for who, _ in turns(shown)] == ["ARIA", "BORO", "ARIA", ""]
    (_, aria), (_, boro), (_, again), (_, left) = turns(shown)
    background = shown.partition(CLEARED)[0]
    assert " ".join(table.scenario.background.split()) in " ".join(background.split())
    assert "Cable from" not in background
    assert f"Your delegation: {table.scenario[ARIA].name}" in aria
    assert f"Your delegation: {table.scenario[BORO].name}" in boro
    assert "Cable from" not in again
    assert left == "You leave the program. These talks were not kept.\n"


def test_neither_enter_nor_another_word_opens_a_seat() -> None:
    """What is typed ahead is no answer, and a wrong one is asked again; q still leaves."""
    shown = sat(["", "", "say Hello", "BORO", "Aria", *CABLE, "q"], two())
    ((who, aria), _) = turns(shown)
    assert who == "ARIA"
    head, _, seat = aria.partition("when nobody else looks on: Aria\n")
    assert head.count("That is not ARIA.") == 3
    assert "Cable from" not in head
    assert "Cable from" in seat
    (_, gone), _ = turns(sat(["", "?", "q"], two()))
    assert "none is to read what is another's" in " ".join(gone.split())


def test_all_that_happened_meanwhile_is_told_under_a_head() -> None:
    """Also what the third did, which is the computer's; once to each."""
    table = two(name=RIVERS)
    typed = [*to("ARIA", *CABLE, "say One."), *to("BORO", *CABLE, "say Two."), *to("ARIA", "say Three.")]
    shown = sat([*typed, *to("BORO", "q")], table)
    told = [part for _, part in turns(shown)]
    assert [part.count("Since you looked:") for part in told] == [0, 0, 1, 1, 0]
    assert [part.count("So far:") for part in told] == [1, 1, 0, 0, 0]
    heard = [part.partition("Since you looked:")[2] for part in told]
    assert [[words in part for words in ("“One.”", "Boro: “Two.”", "Celo: “We listen.”")] for part in heard] == [
        [False, False, False], [False, False, False], [False, True, True], [False, False, False], [False] * 3,
    ]  # fmt: skip
    assert "Aria: “Three.”" in heard[3]


def test_whoever_reads_on_hears_what_the_computer_did_before_the_next_sits_down() -> None:
    """Nothing of what came after one's own move is lost to whoever is still there."""
    table = two(name=RIVERS)
    table.seats |= {BORO: "student", CELO: "person"}
    shown = sat([*to("ARIA", *CABLE, "say One."), *to("CELO", "q")], table)
    (_, aria), (_, celo), _ = turns(shown)
    assert "Boro: “We listen.”" in aria
    assert "Boro: “We listen.”" not in celo


def test_a_package_that_was_refused_is_still_there_when_one_is_back() -> None:
    """Each has its own; nobody sees another's."""
    typed = [
        *to("ARIA", *CABLE, "table", "2", "me 2", "table", "say Not yet."),
        *to("BORO", *CABLE, "table", "cancel", "say Nor I."),
        *to("ARIA", "table", "cancel", "q"),
    ]
    _, (_, boro), (_, aria), _ = turns(sat(typed, two()))
    assert "The package so far" not in boro
    assert "The package so far" in aria


def test_whoever_is_called_away_hides_what_stands_there() -> None:
    """Also who plays alone; it is shown again to whoever types the id, and nothing has been done."""
    table = open_table(source_of(LAKE), LAKE, {ARIA: "person", BORO: "student"}, agreeable, seed=1)
    ((who, back),) = turns(sat([*CABLE, "hide", "", "aria", "q"], table))
    assert (who, table.version) == ("ARIA", 0)
    hidden, _, shown = back.partition("types ARIA when nobody else looks on: aria\n")
    assert "left of 24 h" not in hidden
    assert "left of 24 h" in shown
    assert "Your move:" in shown


def test_each_has_an_adviser_of_its_own(store: Store) -> None:
    """It is presented to each, and silenced for one it still speaks to the other, also when the talks go on later."""
    typed = [*to("ARIA", *CABLE, "advise off", "say One."), *to("BORO", *CABLE, "advise", "", "say Two.")]
    desk = Desk([*typed, *to("ARIA", "advise", "q")], remains="nothing")
    Session(desk.console, two(store), told_counsel, (store, source_of(LAKE))).play(begins=True)
    assert [part.count("You have an adviser") for _, part in turns(desk.printed)] == [1, 1, 0, 0]
    _, (_, boro), (_, aria), _ = turns(desk.printed)
    assert "Your adviser: " in boro
    assert "Your adviser is silent;" in aria
    later = Desk([*to("ARIA", "advise", "say Three."), *to("BORO", "advise", "q")], remains="nothing")
    assert play_on(later.console, agreeable, store, 1, adviser=told_counsel) == 0
    (_, aria), (_, boro), _ = turns(later.printed)
    assert "Your adviser: " in boro
    assert "Your adviser is silent;" in aria


def test_talks_that_are_resumed_tell_each_all_since_the_own_last_move(store: Store) -> None:
    """However long ago that was; and nothing of any seat before somebody is there."""
    table = two(store, RIVERS)
    typed = [*to("ARIA", *CABLE, "say One."), *to("BORO", *CABLE, "say Two."), "q"]
    sat(typed, table)
    desk = Desk([*to("ARIA", "q")], remains="nothing")
    assert play_on(desk.console, agreeable, store, 1) == 0
    before, _, aria = desk.printed.partition(CLEARED)
    assert "“" not in before
    assert "Since you looked:" in aria
    assert "Boro: “Two.”" in aria
    assert "Cable from" not in aria


def test_where_nothing_can_be_taken_off_it_is_said() -> None:
    """Before it begins, and when one has read; where it can be, that is said."""
    for remains, stays, read in (
        ("nothing", "with all that has scrolled off it.", "the screen is cleared."),
        ("scrolled", "this terminal keeps what has scrolled off it", "what scrolled off it stays."),
        ("all", "cannot be taken off again", "nothing of it can be taken off."),
    ):
        shown = " ".join(sat(["", "q"], two(), remains).split())  # type: ignore[arg-type]
        assert stays in shown
        assert read in shown


# ---- what a terminal is -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "remains"),
    [
        ({"TERM": "xterm-256color"}, "nothing"),
        ({"TERM": "linux"}, "nothing"),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, "nothing"),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, "nothing"),
        ({"TERM": "screen.xterm-256color", "STY": "1.pts-0.here"}, "scrolled"),
        ({"TERM": "screen-256color"}, "scrolled"),
        ({"TERM": "vt100"}, "scrolled"),
        ({"TERM": "eterm-color"}, "scrolled"),
        ({"TERM": "dumb"}, "scrolled"),
        ({}, "scrolled"),
    ],
)
def test_what_a_terminal_keeps_is_known_by_its_name(environment: Mapping[str, str], remains: Remains) -> None:
    """Signs are sent to those that know them; the others get empty lines."""
    written: list[str] = []
    found = surface(written.append, environment, "linux", terminal=True)
    found.clear()
    assert found.remains == remains
    knows = environment.get("TERM", "dumb") != "dumb"
    assert (written == [CLEARED]) == knows
    assert knows or set("".join(written)) == {"\n"}


def test_the_consoles_of_windows_are_cleared_by_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever they say that they are called."""
    ran: list[str] = []
    monkeypatch.setattr("os.system", ran.append)
    found = surface(ran.append, {"TERM": "dumb"}, "win32", terminal=True)
    found.clear()
    assert (found.remains, ran) == ("nothing", ["cls"])


def test_what_is_no_terminal_keeps_everything() -> None:
    """And gets no signs that it would not understand."""
    written: list[str] = []
    found = surface(written.append, {"TERM": "xterm"}, "linux", terminal=False)
    found.clear()
    found.drop_typed()
    assert (found.remains, written) == ("all", [])


# ---- secrets ------------------------------------------------------------------------------------------------------


ASKED = ("why", "brief", "corridor", "advise", "record", "look 1", "packages", "float 1", "ask")
"""What is typed before each move."""


class People(Desk):
    """People who answer what they are asked, and make the moves of a record; it is left when they are made."""

    def __init__(self, moves: Sequence[Move]) -> None:
        lines = [(*ASKED, write_move(move).partition(" ")[2]) for move in moves]
        super().__init__([line for each in lines for line in each], remains="nothing")
        self._moves = self._typed
        self._typed = iter(self._answers, None)
        self._last = ""

    def _answers(self) -> str:
        prompt = self._printed[-1].strip()
        if found := re.fullmatch("Whoever plays .+ types ([A-Z]+) when nobody else looks on:", prompt):
            return found[1]
        if prompt.endswith("Type yes or no:"):
            return "no" if self._last in ASKED else "yes"
        if prompt == "Your move:":
            self._last = next(self._moves, "q")
            return self._last
        return "cancel" if prompt.startswith(("Issue", "Package", "Wording")) else ""


def talked(talks: Talks, moves: Sequence[Move]) -> str:
    """The bytes of a session of people at talks, with an adviser each."""
    seats: dict[DelegationId, Sits] = dict.fromkeys(talks.scenario.ids, "person")
    desk = People(moves)
    Session(desk.console, Table(talks, seats, agreeable), told_counsel).play(begins=True)
    return desk.printed


def both_can(told: Scenario, other: Scenario, over: Talks) -> list[Move]:
    """As many moves as can be made in two scenarios, before the talks are over."""
    here, there = (open_talks(each, over.seed, as_written=True) for each in (told, other))
    moves: list[Move] = []
    for move in over.moves:
        one, two = played(here, move), played(there, move)
        if isinstance(one, Refused) or isinstance(two, Refused) or one.over:
            break
        here, there = one, two
        moves.append(move)
    return moves


@pytest.mark.parametrize("name", ["two-words", "istanbul-communique-1994"])
def test_the_others_secrets_change_no_byte_that_one_sees(name: str) -> None:
    """With another secret half of everybody else the same moves give whoever is at the keyboard the same bytes, from
    the first to the last; and the own half does change them."""
    told, over = scenario(name), recorded(name, 2)
    for who in told.ids:
        other = turned(told, who)
        moves = both_can(told, other, over)
        assert len({move.by for move in moves}) == 2
        bytes_ = [talked(open_talks(each, over.seed, as_written=True), moves) for each in (told, other)]
        mine, same = ([part for seat, part in turns(each) if seat == who] for each in bytes_)
        theirs, changed = ([part for seat, part in turns(each) if seat != who] for each in bytes_)
        assert len(mine) > 2
        assert "Your adviser: " in "".join(mine)
        assert mine == same
        assert theirs != changed


# ---- the end ------------------------------------------------------------------------------------------------------


def test_the_end_opens_both_sheets_and_calls_nobody_you() -> None:
    """Both scores, and what was sealed, one beside the other; whoever left is named."""
    source = source_of(LAKE)
    desk = Desk([*to("ARIA", *CABLE, "say One."), *to("BORO", *CABLE, "leave", "yes", "")], remains="nothing")
    session = Session(desk.console, two())
    session.debriefs = (ask_topics, source)
    assert session.play(begins=True) == 0
    (_, end) = desk.flat.rsplit("Do you leave the talks? Type yes or no: yes", 1)
    assert "The points of Aria:" in end
    assert "The points of Boro:" in end
    assert "The instructions that were sealed in the talks, one beside the other." in end
    told, _, _ = end.partition("What can be told of these talks now:")
    words = told.replace("’", "'").casefold().split()
    assert not {"you", "your", "yours"} & set(words)


# ---- how it is asked ----------------------------------------------------------------------------------------------


def begun(start: Start, *typed: str) -> str:
    """The screen of talks that are left at once."""
    desk = Desk([*typed, "q"])
    assert play(desk.console, agreeable, lambda: None, start) == 0
    return desk.flat


def test_people_are_named_at_the_command_line_or_asked_for() -> None:
    """A seat more; or, with the question after the level, a person for the only other seat, or seat by seat."""
    both = say("At this keyboard people play {names:and}, by turns.", names=["Aria", "Boro"])
    assert both in begun(Start(LAKE, "ARIA", also=(BORO,)))
    assert both in begun(Start(LAKE), "Boro", "person")
    assert both not in begun(Start(LAKE), "Boro", "student", *CABLE)
    shown = begun(Start(RIVERS), "Aria", "person", "person", "")
    assert "Who plays Boro?" in shown
    assert "Who plays Celo?" in shown
    assert both in shown


def test_the_record_says_who_was_a_person(store: Store) -> None:
    """In its heading, for each of them."""
    desk = Desk(["q"])
    play(desk.console, agreeable, lambda: store, Start(RIVERS, "ARIA", 1, also=(CELO,), levels={"": "student"}))
    told = resume(store, 1, agreeable).export()
    assert [f"seat {who}: {sits}" in told for who, sits in ((ARIA, "person"), (BORO, "student"), (CELO, "person"))]
