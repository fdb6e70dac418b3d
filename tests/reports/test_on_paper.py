"""Texts that were agreed on paper: compared like any others, and honest about what nobody has written down."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from game.__main__ import main
from game.debrief import Course, Debrief
from game.debrief.comparison import comparison
from game.reports.document import html
from game.reports.report import report_of
from game.table import HOME
from game.talks import CHAIR, Penned, Record, Transcribe, read_record
from game.words.debrief import sections
from game.words.drafts import drafts
from game.words.on_paper import by_the_rules
from game.words.page import Paragraph, unmarked
from game.words.report import about
from tests.library import EDITIONS, EVERY, MAIN, scenario, source
from tests.marking import leaves
from tests.reports.page import Page

LESSON, SMALL = f"{MAIN}/lesson", "istanbul-communique-1994"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("game.process.has_terminal", lambda: False)


def debrief(name: str, move: Transcribe) -> Debrief:
    """The debrief of one table of paper."""
    whole, _, edition = name.partition("/")
    return Debrief(
        Course.of(Record(whole, "", 0, {}, (move,), as_written=True, edition=edition or "whole"), source(whole))
    )


def papers(name: str) -> Iterator[Transcribe]:
    """Texts of every kind: that of history, any, one with a bracket left, and none."""
    told, chance = scenario(name), Random(f"paper {name}")
    places = told.text.negotiated
    for _ in range(2):
        yield Transcribe(CHAIR, 1.0, tuple(Penned(each.id, chance.choice(each.options).id) for each in places))
    if told.history is not None:
        words = tuple(Penned(each.id, told.history.outcome[each.id]) for each in places)
        yield Transcribe(CHAIR, told.calendar.hours, words)
        yield Transcribe(CHAIR, 2.0, words[1:])
    yield Transcribe(CHAIR, 0.0)


@pytest.mark.parametrize(
    "name", [LESSON, *(pytest.param(n, marks=pytest.mark.slow) for n in (*EVERY, *EDITIONS) if n != LESSON)]
)
def test_every_topic_can_tell_of_paper(name: str) -> None:
    """Whatever a table has signed, also what no rule would have let pass: the whole debrief, and the comparison."""
    told = [debrief(name, move) for move in papers(name)]
    for each in told:
        assert sections(each)
        assert drafts(each, None).blocks
    assert Page(html(report_of(told))).faults == []
    assert comparison(told).in_brackets == ()
    assert comparison(told).same


def test_what_nobody_has_written_down_is_not_told() -> None:
    """No hours in brackets, nobody who moved first, and no press that charged for hours of which nothing is known."""
    found = debrief(LESSON, next(papers(LESSON)))
    words = " ".join(str(each) for section in sections(found) for each in leaves(section))
    assert "moved first" not in words
    assert "longest in brackets" not in words
    assert "agreed on paper" in words
    assert all(not charges for charges in found.course.end.charges.values())


def test_what_the_rules_would_have_said_is_told() -> None:
    """Of a text that crosses red lines and that allies mind; of the historical one, nothing."""
    told = scenario(LESSON)
    strongest = tuple(Penned(issue.id, issue.options[0].id) for issue in told.text.negotiated)
    found = debrief(LESSON, Transcribe(CHAIR, 4.0, strongest))
    objections = by_the_rules(found)
    assert "“a binding protocol” crosses the red line of the Alliance." in objections
    assert "Washington and London would not have been silent on it." in objections
    notes = [unmarked(block.words) for block in about([found], ["A"]).blocks if isinstance(block, Paragraph)]
    assert any(all(each in note for each in objections) for note in notes)
    assert told.history is not None
    real = tuple(Penned(issue.id, told.history.outcome[issue.id]) for issue in told.text.negotiated)
    assert by_the_rules(debrief(LESSON, Transcribe(CHAIR, 4.0, real))) == []


def test_the_command_reads_forms_and_writes_the_report(capsys: Capture) -> None:
    """A row for each table with what its words are worth on the sheets as they are written; its records replay."""
    Path("forms.csv").write_text("A,4,4,2,3,4,3,20\nB,2,1,1,1,2,2,24\nC,-\n", encoding="utf-8")
    how = ["paper", MAIN, "forms.csv", "--edition", "lesson", "-o", "report.csv", "--records", "kept", "--no-progress"]
    assert main(how) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Table A: Every delegation has initialled the text: it is signed." in told
    assert "By the rules: Washington and London would not have been silent on it." in told
    assert "The report of 3 tables is in report.csv." in told
    rows = list(csv.DictReader(io.StringIO(Path("report.csv").read_text(encoding="utf-8"))))
    assert [row["ending"] for row in rows] == ["signed", "signed", "deadline"]
    assert [row["hours"] for row in rows] == ["20.0", "24.0", "24.0"]
    sheets, history = scenario(LESSON).instructions, scenario(LESSON).history
    assert history is not None
    assert rows[0]["words.RUS"] == str(sheets[scenario(LESSON).ids[0]].utility(history.outcome))
    record = read_record(Path("kept/table-A.record").read_text(encoding="utf-8"))
    assert [type(move) for move in record.moves] == [Transcribe]
    assert record.as_written
    assert record.edition == "lesson"
    assert main(["report", "kept/table-A.record", "kept/table-B.record", "-o", "again.csv", "--no-progress"]) == 0
    again = list(csv.DictReader(io.StringIO(Path("again.csv").read_text(encoding="utf-8"))))
    assert again == rows[:2]


def test_the_command_asks_for_what_it_is_not_given(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line until an empty one; a line that cannot be read is asked for again, and is not lost on the others."""
    monkeypatch.setattr("sys.stdin", io.StringIO("Blue 1 1 1\nBlue 1 1 1 9\nBlue 1 1 1 1\nBlue 2 2 2 2\nRed -\n\n"))
    places = len(scenario(SMALL).text.negotiated)
    assert places == 4
    assert main(["paper", SMALL, "-o", "report.html", "--no-progress"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "3 numbers stand here" in told
    assert "and not '9'" in told
    assert "table Blue stands there already" in told
    page = Path("report.html").read_text(encoding="utf-8")
    assert "Blue" in page
    assert "Red" in page


def test_what_the_command_cannot_do_is_said(capsys: Capture) -> None:
    """A file that is not there, a line that is wrong, and a report that is there already."""
    assert main(["paper", SMALL, "none.txt", "-o", "report.html"]) == 1
    assert "none.txt cannot be read" in capsys.readouterr().err
    Path("forms.txt").write_text("A 1 1\n", encoding="utf-8")
    assert main(["paper", SMALL, "forms.txt", "-o", "report.html"]) == 1
    assert "There are 4 open places" in " ".join(capsys.readouterr().err.split())
    assert main(["paper", SMALL, "forms.txt", "-o", "forms.txt"]) == 1
    Path("forms.txt").write_text("<b> 1 1 1 1\n", encoding="utf-8")
    assert main(["paper", SMALL, "forms.txt", "-o", "report.html", "--no-progress"]) == 0
    assert Page(Path("report.html").read_text(encoding="utf-8")).faults == []
