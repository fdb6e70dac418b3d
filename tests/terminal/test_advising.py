"""The adviser and the levels at the terminal: asked, heeded, silenced; and who plays how well."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from game.scenario import load, source_of
from game.seat import Seated
from game.table import Start, StartError, Store, levels_of, open_table, resume
from game.talks import LEVEL_NAMES, USUAL_LEVEL, Propose, Sits, read_move, read_record
from game.talks.events import Amended
from game.terminal import import_record, list_all, play, play_on, watch
from game.text import DelegationId, IssueId, OptionId
from game.words.adviser import ToldCounsel, told_counsel
from game.words.events import describe, tell
from game.words.faults import fault
from game.words.levels import level_name, level_note, level_title, played, short_names
from tests.terminal.desk import LAKE, SCENARIOS, Desk, agreeable

BEGIN = ("", "")
WORD, ASKED, TABLED = "A word from your adviser:", "Do it all the same?", "Aria tables package 1:"
VERB, SHALL, WILL = IssueId("verb"), OptionId("shall"), OptionId("will")
ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")


def at_lake(*typed: str, start: Start | None = None, store: Store | None = None) -> str:
    """The screen of a game at the lake with an adviser, as Aria, in one line."""
    desk = Desk([*BEGIN, *typed])
    play(desk.console, agreeable, lambda: store, start or Start(LAKE, "ARIA", 1), adviser=told_counsel)
    return " ".join(desk.printed.split())


def opening() -> ToldCounsel:
    """What the adviser can say to Aria before the first move."""
    seats = Start(LAKE, "ARIA", 1).seats((ARIA, BORO), ARIA)
    return told_counsel(Seated(open_table(source_of(LAKE), LAKE, seats, agreeable, seed=1).view(ARIA)))


def test_the_adviser_says_what_could_be_done_and_why() -> None:
    """Reading costs nothing, and the same question has the same answer."""
    shown = at_lake("advise", "", "advise", "", "status", "q")
    courses = opening().courses
    assert len(courses) > 1
    assert "have an adviser:" in shown
    for number, course in enumerate(courses, 1):
        assert shown.count(f"{number}. Your adviser: {course.lead}") == 2
        assert all(f"For it: {words}" in shown for words in course.speaks)
        assert all(f"Against it: {words}" in shown for words in course.risks)
    assert "left of 24 h." in shown.rpartition("Your adviser: ")[2]


def test_a_suggested_package_goes_into_the_tray_and_no_further() -> None:
    """Its number takes it over into the builder; there it is changed, given up, or tabled by the player."""
    package = opening().courses[0].move
    assert isinstance(package, Propose)
    words = describe(load(source_of(LAKE), LAKE), ARIA, package.shifts)
    shown = at_lake("advise", "1", "cancel", "q")
    assert "package so far" in shown
    assert TABLED not in shown
    shown = at_lake("advise", "1", "table", "q")
    assert words in shown.partition(TABLED)[2]


def test_a_package_of_ones_own_is_looked_at() -> None:
    """While it is put together, advise says what the adviser thinks of it; of an empty one it says nothing."""
    shown = at_lake("advise", "1", "advise", "drop 1", "drop 2", "drop 3", "drop 4", "advise", "cancel", "q")
    assert "I would table that as well." in shown
    assert "nothing to say just now" in shown.partition("I would table that as well.")[2]


def test_a_gift_is_asked_about_before_it_is_made() -> None:
    """No takes the move back, yes makes it; nothing is said before a move that gives nothing away."""
    shown = at_lake("moves verb=will", "no", "say Good morning.", "q")
    (word,) = opening().warnings(read_move("ARIA moves verb=will"))
    assert f"{WORD} {word} {ASKED}" in shown
    assert shown.count(ASKED) == 1
    given = tell(load(source_of(LAKE), LAKE), Amended(at=0.5, by=ARIA, issue=VERB, old=SHALL, new=WILL))
    assert given not in shown
    assert given not in at_lake("moves verb=will", "", "q")
    assert given in at_lake("moves verb=will", "yes", "q").partition(ASKED)[2]


def test_the_adviser_can_be_silenced_and_stays_so(tmp_path: Path) -> None:
    """Silence is kept with the talks, not in their record; and it can be broken."""
    store = Store(tmp_path / "talks.sqlite3")
    shown = at_lake("advise off", "advise", "moves verb=will", "q", store=store)
    assert "is silent from now" in shown
    assert WORD not in shown
    assert "Your adviser: " not in shown
    desk = Desk(["advise", "advise on", "advise", "", "q"])
    play_on(desk.console, agreeable, store, 1, adviser=told_counsel)
    again = " ".join(desk.printed.split())
    assert "have an adviser" not in again
    assert "adviser is silent;" in again
    assert "your ear again." in again
    assert "Your adviser: I" in again
    assert "adviser" not in resume(store, 1, agreeable).export()
    store.close()


def test_whoever_opens_the_talks_may_do_without_an_adviser(tmp_path: Path) -> None:
    """Then there is none, now and when they are resumed, and the record says so."""
    store = Store(tmp_path / "talks.sqlite3")
    shown = at_lake("advise", "moves verb=will", "q", start=Start(LAKE, "ARIA", 1, adviser=False), store=store)
    assert "is no adviser" in shown
    assert WORD not in shown
    table = resume(store, 1, agreeable)
    assert not table.adviser
    assert "adviser: none" in table.export()
    assert not read_record(table.export()).adviser
    desk = Desk(["advise", "q"])
    play_on(desk.console, agreeable, store, 1, adviser=told_counsel)
    assert "is no adviser" in desk.printed
    store.close()


# ---- levels -----------------------------------------------------------------------------------------------------


def test_the_level_is_asked_for_where_the_seat_is() -> None:
    """Enter takes the usual one; who has named the talks and the seat is not asked."""
    desk = Desk(["1", "", "q"])
    play(desk.console, agreeable, lambda: None, Start(LAKE))
    assert f"computer play? Enter takes {level_name(USUAL_LEVEL)}." in desk.printed
    listed = [f"{n}. {level_title(level)}. {level_note(level)}" for n, level in enumerate(LEVEL_NAMES, 1)]
    assert all(line in desk.flat for line in listed)
    assert "computer play?" not in at_lake("q")


def test_the_chosen_level_is_kept_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the record, in the list of kept talks and when they are resumed; out to a file and in again."""
    monkeypatch.setenv("AS_APPROPRIATE_HOME", str(tmp_path))
    store = Store()
    desk = Desk(["1", "minister", "", "", "q"])
    play(desk.console, agreeable, lambda: store, Start(LAKE, seed=1))
    table = resume(store, 1, agreeable)
    assert table.seats == {ARIA: "person", BORO: "minister"}
    assert "seat BORO: minister\n" in table.export()
    (tmp_path / "record.txt").write_text(table.export(), encoding="utf-8")
    again = Desk([])
    import_record(again.console, agreeable, str(tmp_path / "record.txt"), LAKE)
    assert resume(store, 2, agreeable).seats == table.seats
    list_all(again.console)
    minister = played({BORO: "BORO"}, {BORO: "minister"})
    assert f"ARIA against {minister}" in again.flat
    on = Desk(["q"])
    play_on(on.console, agreeable, store, 1)
    assert f"against {minister.replace('BORO', 'Boro')}" in on.flat
    store.close()


def test_each_seat_is_played_at_its_level() -> None:
    """A table asks the policy of the level that sits there; `computer` in an older record is the usual one."""
    seats: Mapping[DelegationId, Sits] = {ARIA: "student", BORO: "computer"}
    levels: dict[Sits, object] = {}

    class Policies(dict[Sits, object]):
        """Notes which level was asked for."""

        def __getitem__(self, level: Sits) -> object:
            levels[level] = None
            return agreeable

    table = open_table(source_of(LAKE), LAKE, seats, Policies(), seed=1)  # type: ignore[arg-type]
    for _ in range(4):
        task = table.due()
        assert task is not None
        assert table.submit(task.who, task.decide().move, task.version) is None
    assert list(levels) == ["student", "ambassador"]


@pytest.mark.parametrize(
    ("typed", "name", "sentence"),
    [
        (("ministre",), None, "There is no level 'ministre'; did you mean 'minister'? There is student, attache,"),
        (("BORO=king",), LAKE, "There is no level 'king'. There is student"),
        (("CELO=student",), LAKE, "There is no seat 'CELO'"),
        (("BORO=student",), None, "Name the talks in which BORO sits"),
        (("ARIA=student",), LAKE, "A person plays ARIA"),
        (("BORO=student", "boro=minister"), LAKE, "'boro=minister' gives a second level"),
        (("student", "minister"), LAKE, "'minister' gives a second level"),
    ],
)
def test_a_level_that_is_none_is_answered_with_a_sentence(
    typed: tuple[str, ...], name: str | None, sentence: str
) -> None:
    """Nothing begins."""
    with pytest.raises(StartError) as raised:
        levels_of(typed, name, ["ARIA"])
    assert sentence in fault(raised.value)


def test_watching_tells_the_levels_and_in_the_end_who_came() -> None:
    """The characters are a secret until the talks are over."""
    desk = Desk([])
    harbour = str(SCENARIOS / "harbour.yaml")
    watch(desk.console, agreeable, Start(harbour, seed=2, levels={"": "minister", "ARIA": "student"}))
    shown = " ".join(desk.printed.split())
    ids = load(source_of(harbour), harbour).ids
    names = short_names(load(source_of(harbour), harbour))
    levels: tuple[Sits, ...] = ("student", "minister")
    for level, some in zip(levels, (ids[:1], ids[1:]), strict=True):
        assert played({who: names[who] for who in some}, dict.fromkeys(some, level)) in shown
    before, _, after = shown.rpartition("talks are over")
    assert "as student, like the" in after
    assert " like the " not in before
