"""The sheets of a report: words that can be found, an outline, a language, and tags for whoever listens to it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from game.__main__ import main
from game.reports.document import Document
from game.reports.pdf import pdf
from game.reports.report import report_of
from game.talks import write_record
from game.words.page import Bit, Column, Figure, Heading, Items, Paragraph, Section, Table
from tests.debrief import courses
from tests.debrief.courses import debrief
from tests.library import scenario
from tests.reports.pictures import plotted

pytest.importorskip("typst", reason="Typst is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")

SMALL = "istanbul-communique-1994"
EVIL = '#panic("no") $x$ *b* _i_ <label> @ref \\ `raw` = heading // comment [a] {b} "quoted"'


def words(document: Document) -> str:
    """All words on its sheets, without the ends of lines."""
    pages = pypdf.PdfReader(BytesIO(pdf(document))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_report_is_set_on_sheets() -> None:
    """Its words are text, its headings an outline, and it says what it is and in which language."""
    document = report_of([debrief(SMALL)])
    made = pdf(document)
    read = pypdf.PdfReader(BytesIO(made))
    assert read.metadata.title == "What the words were worth"
    root = read.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert [each.title for each in read.outline if not isinstance(each, list)] == [s.title for s in document.sections]
    told = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    assert scenario(SMALL).title in told
    for step in courses.course(SMALL).steps:
        assert f"Move {step.number}, " in told
    assert [page.extract_text().split()[-1] for page in read.pages] == [str(n) for n in range(1, len(read.pages) + 1)]


def test_several_tables_are_set(capsys: pytest.CaptureFixture[str]) -> None:
    """With the parts of each."""
    told = words(report_of([debrief(SMALL, seed) for seed in (1, 2)], ["first", "second"]))
    assert "Table A (first)" in told
    assert "Table B (second)" in told
    assert capsys.readouterr().err == ""


def test_nothing_that_comes_of_data_is_read_as_markup() -> None:
    """Words with every sign of Typst's stand as they are, wherever words can stand; the same document is the same
    sheets, byte for byte."""
    bits = (
        Bit(EVIL, "struck", scenario(SMALL).ids[0]),
        Bit(EVIL, "inserted"),
        Bit(EVIL, "quoted"),
        Bit(EVIL, "strong"),
    )
    blocks = (
        Heading(EVIL),
        Paragraph(bits),
        Items((EVIL, bits)),
        Table(EVIL, (Column(EVIL), Column(EVIL)), ((EVIL, bits),)),
        Figure(plotted(), EVIL, EVIL),
    )
    document = Document(scenario(SMALL), EVIL, EVIL, (Section("one", EVIL, blocks),))
    assert pdf(document) == pdf(document)
    told = words(document)
    assert told.replace(" ", "").count(EVIL.replace(" ", "")) >= 15


def test_letters_that_no_font_has_stop_nothing() -> None:
    """A remark may hold any sign: a family, a bell, a script from far away. The words round it are there."""
    remark = "before 👨‍👩‍👧 \u0007 Привет 中文 after"
    document = Document(scenario(SMALL), "t", "", (Section("one", "One", (Paragraph(remark, "quote"),)),))
    made = pdf(document)
    assert pypdf.PdfReader(BytesIO(made)).trailer["/Root"]["/MarkInfo"]["/Marked"]
    told = words(document)
    assert "before" in told
    assert "Привет" in told
    assert "after" in told


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says what to install where Typst is missing, before anything is made."""
    record, out = tmp_path / "a.record", tmp_path / "out.pdf"
    record.write_text(write_record(courses.record(SMALL)), encoding="utf-8")
    assert main(["report", str(record), "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.terminal.reporting.can_set", lambda: False)
        assert main(["report", "none.record", "-o", str(tmp_path / "other.pdf")]) == 1
    assert 'pip install "as-appropriate[pdf]"' in "".join(capsys.readouterr().err)
    assert not (tmp_path / "other.pdf").exists()
