"""The command `report`: what it makes of records, and what it says of those that it does not take."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pytest

from game.__main__ import main
from game.analysis import analyse
from game.debrief import Course, Debrief
from game.reports.analysis_json import analysis_json
from game.reports.report_values import report_csv, report_json
from game.scenario import Scenario, drawn
from game.table import HOME
from game.talks import Record, Sits, write_record
from game.terminal import progress
from game.text import DelegationId
from game.words.debrief import section
from game.words.report import about
from tests.debrief import courses
from tests.delegations.test_outside import attended
from tests.library import HERE, scenario, source
from tests.reports.page import Page

SMALL = "istanbul-communique-1994"
Capture = pytest.CaptureFixture[str]


@cache
def written(name: str, seed: int) -> str:
    """A record as text."""
    return write_record(courses.record(name, seed))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with three records and a home of its own, and nobody at a terminal."""
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("game.process.has_terminal", lambda: False)
    for seed in (1, 2, 3):
        Path(f"t{seed}.record").write_text(written(SMALL, seed), encoding="utf-8")


def report(*argv: str) -> int:
    """The exit code of the command, also where argparse ends it."""
    try:
        return main(["report", *argv])
    except SystemExit as ended:
        return int(ended.code or 0)


def page(file: str = "out.html") -> Page:
    """The page that was written."""
    return Page(Path(file).read_text(encoding="utf-8"))


def test_a_record_becomes_a_page(capsys: Capture) -> None:
    """Whole, in order, of the talks that it is of; and it is said where it is."""
    assert report("t1.record", "-o", "out.html") == 0
    assert capsys.readouterr().out == "The report is in out.html.\n"
    read = page()
    assert read.faults == []
    assert read.headings[0] == (1, "What the words were worth")
    titles = [words for level, words in read.headings if level == 2]
    assert titles[-2:] == ["The drafts, move by move", "About this report"]
    assert scenario(SMALL).title in read.words
    for step in courses.course(SMALL, 1).steps:
        assert f"Move {step.number}, " in read.words
        assert not step.move.remark or step.move.remark in read.words


def test_several_records_are_compared(capsys: Capture) -> None:
    """All in one, each with a part of its own, under letters."""
    assert report("t1.record", "t2.record", "t3.record", "-o", "out.html") == 0
    assert capsys.readouterr().out == "The report of 3 tables is in out.html.\n"
    read = page()
    assert read.faults == []
    titles = [words for level, words in read.headings if level == 2]
    assert "The tables" in titles
    assert titles[-4:] == ["Table A", "Table B", "Table C", "About this report"]


def test_tables_are_named_only_if_asked() -> None:
    """Then by their files; no name of a file is in a report without that."""
    assert report("t1.record", "t2.record", "-o", "out.html") == 0
    assert "t1" not in page().words
    assert report("t1.record", "t2.record", "-o", "out.html", "--force", "--names") == 0
    assert "Table A (t1)" in page().words


def test_the_values_are_those_of_the_analysis() -> None:
    """Where the report and `analyse --json` tell of the same, they tell the same; sums are sums of their parts."""
    assert report("t1.record", "t2.record", "-o", "out.json") == 0
    found = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert [table["table"] for table in found["tables"]] == ["A", "B"]
    for seed, table in zip((1, 2), found["tables"], strict=True):
        assert table["analysis"] == told_by_analyse(courses.course(SMALL, seed).scenario, seed)
        assert table["points"] == {who: sum(parts.values()) for who, parts in table["parts"].items()}
        assert len(table["moves"]) == len(courses.course(SMALL, seed).steps)
        (plotted,) = table["plots"]
        nash = next(mark for mark in plotted["marks"] if mark["kind"] == "nash")
        assert nash["points"] == table["analysis"]["nash"]["points"]
        assert plotted["walk_away"] == table["analysis"]["walk_away"]
        (frontier,) = [line for line in plotted["lines"] if line["kind"] == "frontier"]
        assert sorted(frontier["points"]) == sorted(table["analysis"]["frontier"])


def test_the_values_hold_the_tables_side_by_side() -> None:
    """Every wording that was signed with the tables that signed it, and every place with its hours in brackets."""
    assert report("t1.record", "t2.record", "t3.record", "-o", "out.json", "--names") == 0
    found = json.loads(Path("out.json").read_text(encoding="utf-8"))["together"]
    signed = [seed for seed in (1, 2, 3) if courses.course(SMALL, seed).signed]
    assert signed
    for seed in signed:
        for issue, option in (courses.course(SMALL, seed).signed or {}).items():
            assert f"t{seed}" in found["signed"][issue][option]
    for told in found["brackets"].values():
        assert min(told["hours"].values()) <= told["median"] <= max(told["hours"].values())
    assert set(found["points"]) == {"t1", "t2", "t3"}


def told_by_analyse(of: Scenario, seed: int) -> dict[str, object]:
    """What `analyse --json` prints of these sheets, but for the seconds."""
    told: dict[str, object] = json.loads(analysis_json(analyse(of), 0, seed))
    del told["seconds"]
    return told


def test_where_no_event_has_changed_a_sheet_the_analysis_is_that_of_the_seed() -> None:
    """The one that anybody can have of the scenario alone; else that of the sheets at the end, and that is said."""
    drawn_by = {}
    for name, seed in (("two-words", 1), (SMALL, 1)):
        found = json.loads(report_json([("A", courses.debrief(name, seed))]))["tables"][0]
        same = found["analysis"] == told_by_analyse(drawn(scenario(name), seed), seed)
        assert same == (not found["sheets_changed"])
        drawn_by[name] = same
    assert drawn_by == {"two-words": True, SMALL: False}


def test_a_row_for_each_table() -> None:
    """With the points, the words and the seats, under the same columns as a sweep's."""
    assert report("t1.record", "t2.record", "-o", "out.csv", "--names") == 0
    rows = list(csv.DictReader(Path("out.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["table"] for row in rows] == ["t1", "t2"]
    for seed, row in zip((1, 2), rows, strict=True):
        course = courses.course(SMALL, seed)
        assert row["ending"] == course.verdict.kind
        assert {who: int(row[f"points.{who}"]) for who in course.ids} == {
            who: score.total for who, score in course.verdict.scores.items()
        }
        assert row["seat.RUS"] == "person"
        assert all(row[f"outcome.{issue}"] == option for issue, option in (course.signed or {}).items())


@pytest.mark.parametrize("name", ["=1+1", "+a", "-a", "@a", "\ta"])
def test_no_cell_is_a_formula(name: str) -> None:
    """Whatever a file is called: a spreadsheet shows it, and works nothing out. Numbers stay numbers."""
    rows = list(csv.DictReader(report_csv([(name, courses.debrief(SMALL))]).splitlines()))
    assert rows[0]["table"] == f"'{name}"
    assert rows[0]["moves"].isdigit()


Refusal = tuple[tuple[str, ...], str]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("t1.record", "-o", "out.htm"), "'out.htm' does not say what kind of file it is; did you mean '.html'?"),
        (("t1.record", "-o", "out"), "A name ends in .html"),
        (("t1.record", "-o", "-"), "A name ends in .html"),
        (("t1.record", "t1.record", "-o", "out.html"), "t1.record is named twice"),
        (("t1.record", "./t1.record", "-o", "out.html"), "./t1.record is named twice"),
        (("t1.record", "lake.record", "-o", "out.html"), "lake.record cannot be read: The scenario 'two-words'"),
        (("none.record", "-o", "out.html"), "none.record cannot be read"),
        (("t1.record", "half.record", "-o", "out.html"), "half.record is of talks that are not over"),
        (("t1.record", "damaged.record", "-o", "out.html"), "damaged.record cannot be read: line 7"),
        (("t1.record", "wrong.record", "-o", "out.html"), "wrong.record cannot be told: Move 2 cannot be played"),
        (("t1.record", "older.record", "-o", "out.html"), "older.record was played with another version"),
        (("older.record", "-o", "out.html"), "older.record was played with another version"),
        (("t1.record", "warsaw.record", "-o", "out.html"), "warsaw.record is a record of warsaw-at-the-table"),
        (("t1.record", "-o", "mine.html"), "There is a file mine.html already"),
        (("t1.record", "-o", "none/out.html"), "none/out.html cannot be written"),
        (("t1.record", "-o", "out.html", "--seat", "XYZ"), "There is no seat 'XYZ'"),
        (("17", "-o", "out.html"), "17"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_a_sentence(argv: tuple[str, ...], said: str, capsys: Capture) -> None:
    """It names the file and what is wrong with it; no traceback, and nothing is written."""
    whole = written(SMALL, 1)
    head, _, moves = whole.partition("\n\n")
    first, *_ = moves.splitlines()
    unended = "\n".join(line for line in moves.splitlines() if not line.startswith("# end"))
    Path("half.record").write_text(f"{head}\n\n{first}\n", encoding="utf-8")
    Path("damaged.record").write_text(f"{head}\n\n{first[:9]}\n", encoding="utf-8")
    Path("wrong.record").write_text(f"{head}\n\n{first}\n2. {first[3:]}\n", encoding="utf-8")
    line = f"scenario: {SMALL}"
    Path("older.record").write_text(head.replace(line, f"{line} 0123456789ab") + f"\n\n{unended}", encoding="utf-8")
    Path("lake.record").write_text(head.replace(line, "scenario: two-words") + f"\n\n{first}", encoding="utf-8")
    Path("warsaw.record").write_text(
        "As Appropriate record 1\nscenario: warsaw-at-the-table\nseed: 1\n\n1. RUS leaves\n", encoding="utf-8"
    )
    Path("mine.html").write_text("mine")
    before = {path.name for path in Path().iterdir()}
    assert report(*argv) == 1
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""
    assert "Traceback" not in told.err
    assert {path.name for path in Path().iterdir()} - {"home"} == before
    assert Path("mine.html").read_text() == "mine"


def test_kept_talks_and_what_another_program_sends_are_reported(capsys: Capture) -> None:
    """By number, and for a dash; a sentence names them so."""
    assert main(["import", "t1.record"]) == 0
    assert report("1", "t2.record", "-o", "out.html") == 0
    assert "Table B" in page().words
    assert report("1", "1", "-o", "other.html") == 1
    assert "talks 1 is named twice" in capsys.readouterr().err
    code = "import sys; from game.__main__ import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "report", "-", "t1.record", "-o", "sent.html"]
    sent = written(SMALL, 3).encode()
    done = subprocess.run(command, input=sent, capture_output=True, timeout=100, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert page("sent.html").faults == []


def test_a_report_takes_the_place_of_no_record(capsys: Capture) -> None:
    """Even where everything else may be written over."""
    Path("t4.html").write_text(written(SMALL, 1), encoding="utf-8")
    assert report("t4.html", "-o", "t4.html", "--force") == 1
    assert "t4.html is one of the records" in capsys.readouterr().err
    assert Path("t4.html").read_text(encoding="utf-8") == written(SMALL, 1)


def test_a_file_is_written_over_where_that_is_said() -> None:
    """And then wholly."""
    Path("out.html").write_text("x" * 1_000_000)
    assert report("t1.record", "-o", "out.html", "--force") == 0
    assert page().faults == []


def test_a_scenario_of_ones_own_is_named() -> None:
    """As for the other commands that take a record."""
    Path("lake.record").write_text(written("two-words", 1), encoding="utf-8")
    lake = str(HERE / "scenarios" / "two-words.yaml")
    assert report("lake.record", "-o", "out.html", "--scenario", lake) == 0
    assert page().faults == []


def test_a_bar_shows_how_far_it_is_to_whoever_looks(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """For several tables, on a terminal; a single one is there at once."""
    monkeypatch.setattr(progress, "_SILENT", 0.0)
    monkeypatch.setattr(progress, "_can_be_drawn", lambda: True)
    for argv, shown in (
        (("t1.record", "t2.record"), True),
        (("t1.record", "t2.record", "--no-progress"), False),
        (("t1.record",), False),
    ):
        monkeypatch.setattr(sys, "stderr", screen := io.StringIO())
        assert report(*argv, "-o", "out.html", "--force") == 0
        assert ("2 of 2 tables" in screen.getvalue()) == shown
    assert "tables," not in capsys.readouterr().out


def test_whoever_sat_there_is_called_you(capsys: Capture) -> None:
    """The only person at a table; or the seat that is named."""
    read = partial(report, "t1.record", "--force", "-o")
    assert read("one.html") == read("other.html", "--seat", "nato") == 0
    assert page("one.html").words != page("other.html").words
    assert capsys.readouterr().err == ""


def test_talks_that_were_taken_over_say_so() -> None:
    """Whoever made their first moves knew less than whoever went on."""
    whole = courses.record("two-words")
    for carried, said in ((0, 0), (3, 1)):
        found = Debrief(Course.of(replace(whole, carried=carried), source("two-words")))
        told = str(about([found], ["A"]))
        assert told.count("taken over from other talks after 3 moves") == said
        assert json.loads(report_json([("A", found)]))["tables"][0]["carried"] == carried
        assert next(csv.DictReader(report_csv([("A", found)]).splitlines()))["carried"] == str(carried)


def test_those_outside_are_told_of() -> None:
    """A report says who spoke for whom, and what the text is worth to each of them; nothing of it where nobody did."""
    over = next(each for each in (attended("harbour", seed) for seed in range(12)) if each.signed)
    seats: dict[DelegationId, Sits] = dict.fromkeys(over.scenario.ids, "person")
    seats.update(dict.fromkeys((DelegationId(each.id) for each in over.scenario.audiences), "minister"))
    seats[DelegationId("GUILD")] = "person"
    found = Debrief(Course.of(Record("harbour", "", over.seed, seats, over.moves), source("harbour")))
    told = str(about([found], ["A"]))
    assert "The guild: a person" in told
    assert "The moot: the computer as" in told
    assert "For the guild the signed text is worth" in str(section(found, "parts"))
    assert json.loads(report_json([("A", found)]))["tables"][0]["outside"] == found.course.verdict.outside
    alone = Debrief(courses.course("harbour"))
    assert "beside what it needed" not in str(section(alone, "parts"))
    assert "outside" not in json.loads(report_json([("A", alone)]))["tables"][0]
