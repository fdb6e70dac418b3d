"""How talks begin: instructions drawn or as written, and what a sequel takes over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.delegations import computer
from game.scenario import Past, load, open_scenario, shipped, source_of
from game.seat import Seated
from game.table import FollowError, RecordFileError, Start, Store, followed, open_table, resume
from game.table.records import written
from game.talks import Leave, Record, Say, Sits, write_record
from game.terminal import export_record, list_all, play, play_on
from game.terminal.starting import follows_words
from game.text import DelegationId
from game.words.changes import why
from game.words.faults import fault
from game.words.starting import size_of
from tests.terminal.desk import HARBOUR, HARBOUR_LATER, LAKE, Desk, agreeable

BORO, ARIA = DelegationId("BORO"), DelegationId("ARIA")
SEATS: dict[DelegationId, Sits] = {BORO: "person", ARIA: "computer"}
MAIN, SEQUEL = "partnership-for-peace-1994", "founding-act-1997"


@pytest.fixture
def store() -> Iterator[Store]:
    kept = Store()
    yield kept
    kept.close()


def kept_talks(store: Store, scenario: str, *, over: bool = True) -> int:
    """The number of kept talks that were left at once, or have only begun."""
    source = source_of(scenario)
    first, *_ = load(source, scenario).ids
    seats: dict[DelegationId, Sits] = dict.fromkeys(load(source, scenario).ids, "person")
    table = open_table(source, scenario, seats, computer, seed=7, store=store)
    assert table.submit(first, Leave(first) if over else Say(first, remark="Well."), 0) is None
    assert table.game is not None
    return table.game


def begun(start: Start, store: Store | None = None, typed: tuple[str, ...] = ("", "", "q")) -> str:
    """The screen of a game that is left at once."""
    desk = Desk(typed)
    assert play(desk.console, agreeable, lambda: store, start) == 0
    return desk.flat


def test_instructions_are_drawn_unless_they_are_to_be_as_written() -> None:
    """The walk-away of the file, or one within the bounds of the scenario; what is as written is said."""
    written = begun(Start(HARBOUR, "BORO", 1, as_written=True))
    assert "is 30 points:" in written
    drawn = begun(Start(HARBOUR, "BORO", 1))
    assert any(f"is {limit} points:" in drawn for limit in (31, 32, 33, 34))
    assert "them is drawn" in written
    assert "them is drawn" not in drawn


def test_a_past_is_taken_over_and_kept(store: Store) -> None:
    """It is told at the opening, it changes the numbers, and the talks resume with it."""
    past = Past("harbour", {(BORO, ARIA): 2}, None)
    shown = begun(Start(HARBOUR_LATER, "BORO", 1, as_written=True, past=past), store, ("", "", "why", "q"))
    assert follows_words(past) in shown
    assert "is 28 points:" in shown
    view = resume(store, 1, agreeable).view(BORO)
    assert view.seat.instructions.reservation_value == 28
    reasons = {reason.sort: reason for reason in why(Seated(view))}
    assert set(reasons) == {"walk-away", "goodwill"}
    for reason in reasons.values():
        assert f"{reason.what[1:]}: {reason.change}. {reason.reason[0].upper()}{reason.reason[1:]}." in shown
    assert view.band(ARIA) == "cold"
    desk = Desk(["status", "q"])
    play_on(desk.console, agreeable, store, 1)
    assert "cold with Aria" in desk.flat


def test_kept_talks_that_could_be_followed_are_mentioned(store: Store) -> None:
    """A sequel that is opened without a past says how to take one over, if there is one; another scenario does not."""
    assert "--after" not in begun(Start(HARBOUR_LATER, "BORO", 1), store)
    kept_talks(store, HARBOUR, over=False)
    assert "--after" not in begun(Start(HARBOUR_LATER, "BORO", 1), store)
    number = kept_talks(store, HARBOUR)
    assert f"--after {number}." in begun(Start(HARBOUR_LATER, "BORO", 1), store)
    assert "--after" not in begun(Start(HARBOUR, "BORO", 1), store)
    past = Past("harbour", {}, None)
    assert "--after" not in begun(Start(HARBOUR_LATER, "BORO", 1, past=past), store)
    assert "--after" not in begun(Start(HARBOUR_LATER, "BORO", 1))


def test_kept_talks_are_followed_by_their_number(store: Store) -> None:
    """What they have left is what their table says."""
    past, changed = followed(str(kept_talks(store, HARBOUR)), HARBOUR_LATER)
    assert (past.scenario, past.outcome, changed) == ("harbour", None, False)


def test_a_record_in_a_file_is_followed(store: Store, tmp_path: Path) -> None:
    """A record of a scenario that comes with the game; a changed scenario is warned of."""
    file = tmp_path / "talks.txt"
    export_record(Desk().console, str(kept_talks(store, MAIN)), str(file))
    past, changed = followed(str(file), SEQUEL)
    assert (past.scenario, changed) == (MAIN, False)
    told, _, _ = file.read_text(encoding="utf-8").rpartition("# end")
    file.write_text(told.replace(f"{MAIN} ", f"{MAIN} 0"), encoding="utf-8")
    assert followed(str(file), SEQUEL)[1]


def test_what_cannot_be_followed_is_a_sentence(store: Store, tmp_path: Path) -> None:
    """No sequel, another scenario, talks that go on, and files that are no records."""
    going, other = kept_talks(store, HARBOUR, over=False), kept_talks(store, LAKE)
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text(write_record(Record("two-words", "", 1, {})), encoding="utf-8")
    own = tmp_path / "own.txt"
    own.write_text(write_record(Record("harbour", "", 1, {})), encoding="utf-8")
    for record, scenario, sentence in (
        (str(going), HARBOUR_LATER, "Talks 1 are not over"),
        (str(other), HARBOUR_LATER, "“The harbour, ten years on” follows harbour, and this is a record of two-words."),
        (str(going), HARBOUR, "“The harbour” follows no other talks"),
        (str(elsewhere), HARBOUR_LATER, "this is a record of two-words."),
        (str(own), HARBOUR_LATER, "import the record first"),
        (str(tmp_path / "none.txt"), HARBOUR_LATER, "cannot be read"),
    ):
        with pytest.raises((RecordFileError, FollowError)) as raised:
            followed(record, scenario)
        assert sentence in fault(raised.value)


def test_a_number_is_no_record_in_a_file() -> None:
    """It names kept talks."""
    assert written("12") is None


def test_the_list_says_what_follows_what() -> None:
    """A sequel names the talks that it follows."""
    desk = Desk()
    list_all(desk.console)
    assert f"It follows {MAIN}." in desk.flat
    assert all(load(source_of(name), name).title in desk.flat for name in shipped())


def test_the_length_is_asked_for_with_the_talks() -> None:
    """Only of a scenario with editions, and not where the talks were named; by number or by name, Enter takes all."""
    main = str(shipped().index(MAIN) + 1)
    whole, lesson = open_scenario(MAIN), open_scenario(MAIN, "lesson")
    for answer, chosen in (("2", lesson), ("lesson", lesson), ("", whole)):
        told = begun(Start(), typed=(main, answer, "RUS", "", "", "q"))
        assert "At what length? Enter takes the first." in told
        assert f"The whole: {size_of(whole)}." in told
        assert f"{whole.editions[0].title[1:]}: {size_of(lesson)}. {whole.editions[0].line}" in told
        assert f"{chosen.title}. {chosen.summary.strip()[:30]}" in told
        assert f"{chosen.calendar.hours:g} h of talks, from" in told
    assert "At what length?" not in begun(Start(MAIN, "RUS", 1))
    assert f"{lesson.calendar.hours:g} h of talks, from" in begun(Start(MAIN, "RUS", 1, edition="lesson"))
