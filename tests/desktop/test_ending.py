"""The end of the talks: signed, out of time, left; what the words were worth; the two texts; the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.desktop import Driven
from game.desktop.debriefing import Debriefing
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.choose import ChooseScreen
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.title import TitleScreen
from game.talks import Say, read_record
from game.talks.causes import CameOfIt
from game.text import DelegationId, IssueId
from game.words.clauses import clauses
from game.words.endings import ending
from tests.desktop.driving import ISTANBUL, STATUS_TALKS, THREE_RIVERS, TWO_WORDS, mislaid
from tests.desktop.rooms import SIZES, begin, play_out, signed, wait_out, walk_out, window
from tests.library import scenario


def everything(app: Driven, pane: str) -> str:
    """All that can be read on a tab, scrolled from top to bottom."""
    read: list[str] = []
    app.settle()
    assert app.top is not None
    app.top.memory.scroll[pane] = 0.0
    for _ in range(60):
        app.redraw()
        app.settle()
        read += app.texts()
        here = app.top.memory.scroll.get(pane, 0.0)
        if here >= app.top.memory.reach.get(pane, 0.0) - 1:
            break
        app.top.memory.scroll[pane] = here + 300
    return " ".join(read)


def test_a_signed_text_is_shown_with_its_sums() -> None:
    """Both totals stand there, each with the parts that make it up."""
    with window() as app:
        table = signed(app, STATUS_TALKS, "RUS")
        app.go("ending")
        app.settle()
        app.key("p")
        shown = everything(app, "points")
        ended = table.verdict
        assert ended is not None
        assert ended.agreed
        assert "text is signed" in shown
        for score in ended.scores.values():
            assert f"+{score.words}" in shown
            assert f" {score.total} " in shown
            parts = [score.words, score.part("hours"), score.part("talks"), score.part("aftermath")]
            assert sum(parts) == score.total
            for entry in score.entries:
                if isinstance(entry.ground, CameOfIt):
                    assert f"{entry.ground.title}, {entry.ground.day.year}" in shown
        for words in (
            "walk-away, before the hours",
            "the text of 22 June 1994",
            "The points are a model.",
            "FACT",
            "All words",
        ):
            assert words in shown, words


def test_the_table_goes_to_the_ending_at_the_deadline() -> None:
    """The last hour passes at the table, and the ending says what was still open."""
    with window() as app:
        table = begin(app, TWO_WORDS, "ARIA")
        app.go("table")
        while table.verdict is None:
            app.wait()
            app.host.submit(Say(DelegationId("ARIA"), remark="We have time."), table.version)
        app.settle(4)
        assert isinstance(app.top, EndingScreen)
        app.key("p")
        shown = everything(app, "points")
        assert (table.verdict.kind, len(table.verdict.brackets)) == ("deadline", 4)
        for words in ("No text: time ran out", ending(table.scenario, table.verdict), "WHERE BOTH STOOD"):
            assert words in shown, words


def test_without_a_text_the_draft_stands_beside_history() -> None:
    """Every bracket is shown as it was left, and the historical text is whole."""
    with window() as app:
        table = begin(app, TWO_WORDS, "ARIA")
        walk_out(table)
        app.go("ending")
        app.settle()
        app.key("t")
        shown = everything(app, "texts")
        assert table.verdict is not None
        assert (table.verdict.kind, table.verdict.left_by) == ("left", "ARIA")
        assert ending(table.scenario, table.verdict) in shown
        assert "it stood in" in shown
        assert "[" in shown
        history = table.scenario.history
        assert history is not None
        assert history.note in shown
        assert all(words in shown for words in clauses(table.scenario, history.outcome).values())


def test_a_clause_that_has_fallen_silent_is_shown() -> None:
    """Every clause has its place in both texts; where neither has words that is said."""
    with window() as app:
        table = signed(app, ISTANBUL, "RUS")
        app.go("ending")
        app.settle()
        app.key("t")
        shown = everything(app, "texts")
        history, ended = table.scenario.history, table.verdict
        assert history is not None
        assert ended is not None
        assert ended.outcome is not None
        assert all(clause.title.upper() in shown for clause in table.scenario.text.clauses)
        silent = ended.outcome[IssueId("enl")] == history.outcome[IssueId("enl")] == "silence"
        assert silent == ("Both are silent here." in shown)


def test_the_two_texts_differ_where_the_words_do() -> None:
    """A clause that is not the same has words in the one text that are not in the other."""
    with window() as app:
        table = signed(app, STATUS_TALKS, "RUS")
        app.go("ending")
        app.settle()
        app.key("t")
        shown = everything(app, "texts")
        history, ended = table.scenario.history, table.verdict
        assert history is not None
        assert ended is not None
        assert ended.outcome is not None
        assert ended.outcome != history.outcome
        for words in ("YOUR TEXT", "THE SUMMARY OF CONCLUSIONS", "Underlined", "FACT: "):
            assert words in shown, words
        assert history.departures
        for words in history.departures.values():
            assert words in shown, "a sentence that history did not have says so under itself"


def test_history_is_counted_on_every_sheet() -> None:
    """The verdict opens the envelopes: what history would have been worth is the sum of its words, less the hours."""
    whole = scenario(STATUS_TALKS)
    assert whole.history is not None
    with window() as app:
        table = begin(app, STATUS_TALKS, "NATO", as_written=True)
        assert table.verdict is None
        wait_out(table)
        ended = table.verdict
        assert ended is not None
        assert ended.historical is not None
        for who, sheet in ended.sheets.items():
            score = ended.historical[who]
            assert score.words == sheet.utility(whole.history.outcome)
            assert score.part("hours") == -sheet.delay.cost(whole.calendar.hours)
            assert ended.walk_away[who] == sheet.reservation_value


def test_the_record_tells_what_was_off_the_record() -> None:
    """Every sentence stands there, cables too, with who heard them."""
    with window() as app:
        signed(app, STATUS_TALKS, "RUS")
        app.go("ending")
        app.settle()
        app.key("r")
        shown = everything(app, "record")
        for words in (
            "The talks open between",
            "Cable sent about",
            "Heard by the Alliance only.",
            "The text is signed.",
        ):
            assert words in shown, words


def test_the_record_is_saved_as_text(tmp_path: Path) -> None:
    """W writes a record that can be read back, and says where it is."""
    with window(tmp_path / "talks.sqlite3") as app:
        table = begin(app, TWO_WORDS, "BORO")
        wait_out(table)
        app.go("ending")
        app.settle()
        app.key("w")
        assert app.reads("record is in")
        (file,) = tmp_path.glob("record-*.txt")
        assert file.name in "".join(app.texts())
        assert len(read_record(file.read_text(encoding="utf-8")).moves) == table.version
        assert mislaid(app) == []


def test_a_record_that_cannot_be_written_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full or forbidden folder does not end the program."""
    with window(tmp_path / "talks.sqlite3") as app:
        wait_out(begin(app, TWO_WORDS, "BORO"))
        app.go("ending")
        app.settle()

        def full() -> Path:
            raise OSError("no space left")

        monkeypatch.setattr(app, "export", full)
        app.press("Save the record")
        assert app.reads("no space left.")


def test_play_again_and_the_other_seat(tmp_path: Path) -> None:
    """Enter begins the same scenario in the same seat, O in the next; the file need not be there any more."""
    path = tmp_path / "lake.yaml"
    path.write_bytes(Path(TWO_WORDS).read_bytes())
    with window() as app:
        wait_out(begin(app, str(path), "ARIA"))
        path.unlink()
        for key, seat in (("enter", "ARIA"), ("o", "BORO"), ("o", "ARIA")):
            app.go("ending")
            app.settle()
            app.key(key)
            assert isinstance(app.top, BriefingScreen)
            assert app.host.who == seat
            assert app.host.table is not None
            wait_out(app.host.table)


def test_kept_talks_can_be_played_again(tmp_path: Path) -> None:
    """The ending of talks from the store begins their scenario anew, as it was kept with them."""
    kept = tmp_path / "talks.sqlite3"
    with window(kept) as app:
        wait_out(begin(app, TWO_WORDS, "BORO"))
    with window(kept) as app:
        app.go("title")
        app.settle()
        app.key("s")
        app.press("Two words about a lake")
        app.press("Play again")
        assert isinstance(app.top, BriefingScreen)
        assert app.host.who == "BORO"


def test_a_watcher_sees_the_ending_too() -> None:
    """Nobody is YOU; the way on is to watch again or to take a seat."""
    with window() as app:
        play_out(begin(app, THREE_RIVERS, None))
        app.go("ending")
        app.settle()
        assert not app.reads("YOU")
        assert app.find("Watch again") is not None
        app.key("t")
        assert app.reads("OF THESE TALKS")
        app.key("o")
        assert isinstance(app.top, ChooseScreen)


def test_escape_leads_to_the_title() -> None:
    """And the table is left."""
    with window() as app:
        wait_out(begin(app, TWO_WORDS, "ARIA"))
        app.go("ending")
        app.settle()
        app.key("escape")
        assert isinstance(app.top, TitleScreen)
        assert app.host.table is None


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize(
    ("name", "seat", "ends"),
    [
        (STATUS_TALKS, "RUS", play_out),
        (STATUS_TALKS, "NATO", walk_out),
        (TWO_WORDS, "BORO", wait_out),
        (THREE_RIVERS, None, play_out),
        ("founding-act-1997", None, walk_out),
    ],
)
def test_texts_lie_apart(name: str, seat: str | None, ends: object, size: tuple[int, int], scale: float) -> None:
    """Every tab at every size, from its top to its end."""
    assert callable(ends)
    with window(size=size, scale=scale) as app:
        ends(begin(app, name, seat))
        app.go("ending")
        for tab in ("p", "t", "r"):
            app.settle()
            app.key(tab)
            for page in ("home", "pagedown", "end"):
                app.key(page)
                assert mislaid(app) == [], (tab, page)


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
def test_what_was_signed_is_read_first(size: tuple[int, int]) -> None:
    """Beside how it went stands the signed text with the names of its wordings; the plot is a topic of its own."""
    with window(size=size) as app:
        table = signed(app, "istanbul-communique-1994", "RUS")
        app.opener = Debriefing
        app.go("ending")
        app.wait()
        app.key("space")
        app.settle()
        assert app.reads("YOUR TEXT")
        assert app.reads("as it was signed")
        assert table.verdict is not None
        assert table.verdict.outcome is not None
        printed = [issue[table.verdict.outcome[issue.id]] for issue in table.scenario.text.issues]
        assert any(app.reads(option.name) for option in printed if not option.silent)
        assert not app.reads("beyond this line")
        assert mislaid(app) == []
