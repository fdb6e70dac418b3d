"""The end: sums by their reasons, and the dated line of tests with the sentence that decided each."""

from __future__ import annotations

from datetime import date

import pytest

from game.scenario import AudienceId, load, source_of
from game.talks import Entry, Score
from game.talks.causes import BargainsKept, CameOfIt, Pressed, Signed, Spent
from game.talks.events import Concluded, Interpreted, Ratified
from game.text import DelegationId, IssueId, OptionId
from game.words.events import tell
from game.words.score_rows import rows_of, together
from tests.desktop.driving import HARBOUR, ISTANBUL, STATUS_TALKS, TWO_WORDS, mislaid
from tests.desktop.rooms import SIZES, begin, signed, wait_out, walk_out, window
from tests.desktop.test_ending import everything

BORO = DelegationId("BORO")


def test_each_test_quotes_the_sentence_that_decided() -> None:
    """Date, question, quotation, reason, points for each side, and what really happened, with its source."""
    with window() as app:
        table = signed(app, ISTANBUL, "RUS")
        ended = table.verdict
        assert ended is not None
        app.go("ending")
        app.settle()
        app.key("a")
        shown = everything(app, "aftermath")
        assert len(ended.aftermath) == 2
        for came in ended.aftermath:
            for words in (came.title, came.question, came.because):
                assert words in shown, words
            assert f"{came.day.day} {came.day:%B}" in shown
            for word in came.quoted.split():
                assert word.strip(",.") in shown
        assert "WHAT REALLY HAPPENED" in shown
        assert "FACT" in shown
        assert "RFE/RL Daily Report" in shown
        assert "All that came" in shown


def test_without_a_text_the_years_came_all_the_same() -> None:
    """Nothing is quoted, and the points are those of no text."""
    with window() as app:
        table = begin(app, STATUS_TALKS, "NATO")
        walk_out(table)
        app.go("ending")
        app.settle()
        app.press("Aftermath")
        shown = everything(app, "aftermath")
        assert "Nothing was signed:" in shown
        assert "Air strikes" in shown
        assert table.verdict is not None
        assert all(not came.quoted and came.because in shown for came in table.verdict.aftermath)


def test_where_nothing_came_after_there_is_no_such_tab() -> None:
    """A drill without an aftermath has three tabs."""
    with window() as app:
        wait_out(begin(app, TWO_WORDS, "ARIA"))
        app.go("ending")
        app.settle()
        assert app.find("Aftermath") is None
        assert app.find("Record") is not None


def test_the_sum_shows_its_parts_with_their_reasons() -> None:
    """Words, hours, talks and aftermath; each part is the sum of what stands under it."""
    told = load(source_of(HARBOUR), HARBOUR)
    gazette, night = AudienceId("GAZETTE"), told.calendar.sessions[0].hours
    score = Score(
        (
            Entry(40, Signed(IssueId("notice"), OptionId("will"))),
            Entry(-3, Spent(12.0), kind="hours"),
            Entry(-1, Pressed(gazette, 1.0), kind="talks"),
            Entry(-1, Pressed(gazette, night + 1.0), kind="talks"),
            Entry(3, BargainsKept(3), kind="talks"),
            Entry(1, CameOfIt("dredger", "The dredger", date(1995, 5, 1), "Aria had promised."), kind="aftermath"),
        )
    )
    rows = list(rows_of(told, BORO, score, BORO, signed=True))
    assert [row.points for row in rows if row.sum] == [40, -3, 1, 1]
    assert [row.points for row in rows if not row.sum] == [-2, 3, 1]
    assert sum(row.points for row in rows if row.sum) == score.total
    days = [f"{told.calendar.at(hour).when.day} June" for hour in (1.0, night + 1.0)]
    pressed = "The Gazette is against what {} stand for ({} to {}, 2 times)"
    assert pressed.format("you", *days) in [row.words for row in rows]
    others = [row.words for row in rows_of(told, BORO, score, DelegationId("ARIA"), signed=True)]
    assert pressed.format("they", *days) in others
    assert not together(told, BORO, BORO, [])


def test_the_record_tells_of_closing_statements_and_parliaments() -> None:
    """What was read into the text, and who ratified it or refused."""
    with window() as app:
        table = signed(app, HARBOUR, "BORO")
        app.go("ending")
        app.settle()
        app.key("r")
        shown = everything(app, "record")
        closed = [event for event in table.view(BORO).record if isinstance(event, Interpreted | Ratified | Concluded)]
        assert any(isinstance(event, Interpreted) for event in closed)
        assert all(tell(table.scenario, event) in shown for event in closed)


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("name", [STATUS_TALKS, ISTANBUL, HARBOUR])
def test_every_text_lies_in_its_place(name: str, size: tuple[int, int], scale: float) -> None:
    """The whole line of tests, from its top to its end, signed and unsigned."""
    with window(size=size, scale=scale) as app:
        seat = "BORO" if name == HARBOUR else "NATO"
        for ends in (signed, None):
            if ends:
                ends(app, name, seat)
            else:
                walk_out(begin(app, name, seat))
            app.go("ending")
            app.settle()
            for tab in ("p", "a"):
                app.key(tab)
                for page in ("home", "pagedown", "end"):
                    app.key(page)
                    assert mislaid(app) == [], (tab, page)
