"""What a teacher prints: every number on it is one of the scenario or of its analysis, and no seat's sheet holds what
another seat alone may know."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from game.__main__ import main
from game.analysis import analyse
from game.debrief.key import Key
from game.lesson.plan import PLANS
from game.reports.document import html
from game.reports.handout import handout_of
from game.reports.pdf import can_set, pdf
from game.scenario import Scenario, historical, load
from game.text import DelegationId
from game.words.handout import handout_sections
from game.words.handout_plan import plan_section
from game.words.handout_roles import role_sections
from game.words.page import Section, Table, unmarked
from tests.library import DRILLS, EDITIONS, EVERY, MAIN, scenario, source
from tests.marking import UNHEARD, leaves, marked, marker, numbers_of
from tests.reports.page import Page

LESSON, SMALL = f"{MAIN}/lesson", "istanbul-communique-1994"


def tables(section: Section) -> dict[str, Table]:
    """The tables of a section by their captions."""
    return {block.caption: block for block in section.blocks if isinstance(block, Table)}


def cells(table: Table) -> list[list[str]]:
    """The words of a table."""
    return [[unmarked(cell) for cell in row] for row in table.rows]


def words(section: Section) -> str:
    """All that stands in a section."""
    return " ".join(str(each) for each in leaves(section))


def test_the_parts_of_the_plan_are_the_whole_lesson() -> None:
    """In each of the two columns a part begins where the one before has ended, and the last ends with the lesson."""
    rows = cells(tables(plan_section(scenario(LESSON)))["Minute by minute"])
    for column, (minutes, plan) in enumerate(PLANS.items(), 1):
        spans = [tuple(map(int, row[column].split("–"))) for row in rows]
        assert spans[0][0] == 0
        assert spans[-1][1] == minutes
        assert all(ended == began for (_, ended), (began, _) in pairwise(spans))
        assert [last - first for first, last in spans] == list(plan.minutes.values())
    assert all(row[3] and row[4] for row in rows)


def test_the_plan_seats_a_class() -> None:
    """Twenty-four to thirty people at tables of four, and whoever is left over is somebody."""
    found = cells(tables(plan_section(scenario(LESSON)))["Who sits where"])
    assert found[0] == ["Tables of 4", "6", "6", "6", "6", "7", "7", "7"]
    assert found[1][1:] == ["0", "1", "2", "3", "0", "1", "2"]


@pytest.mark.parametrize("name", [LESSON, SMALL, *DRILLS])
def test_a_sheet_has_the_points_of_its_seat(name: str) -> None:
    """Every wording of every open place with its points, the walk-away or the threshold, and the red lines."""
    told = historical(scenario(name))
    found = {section.id: section for section in role_sections(told)}
    assert list(found) == [f"role-{who}" for who in told.seats if who in told.ids or who in map(str, told.judgements)]
    for who, sheet in told.instructions.items():
        section = found[f"role-{who}"]
        for issue in told.text.negotiated:
            rows = cells(tables(section)[issue.title])
            assert [row[1].replace("−", "-") for row in rows] == [
                str(sheet.points[issue.id][o.id]) for o in issue.options
            ]
            red = {n for n, row in enumerate(rows) if "Red line." in row[0]}
            assert red == {issue.rank(option) for option in sheet.red_lines.get(issue.id, ())}
        assert f"A text below {sheet.reservation_value} points is worse than none." in words(section)
    for audience, judgement in told.judgements.items():
        shown = tables(found[f"role-{audience}"])
        minded = {i.title for i in told.text.negotiated if len(set(judgement.points[i.id].values())) > 1}
        assert set(shown) == minded
        assert f"content with {judgement.threshold}".replace("-", "−") in words(found[f"role-{audience}"])


def secrets(told: Scenario, who: str) -> set[str]:
    """What only one seat may know, as it would be printed."""
    if who in told.instructions:
        numbers = {str(n) for n in numbers_of(told, DelegationId(who)) if n > 10_000_000}
        return {marker(who), *numbers}
    judgement = next(each for id, each in told.judgements.items() if id == who)
    return {str(judgement.threshold), *(str(n) for row in judgement.points.values() for n in row.values())}


@pytest.mark.parametrize("name", [LESSON, SMALL])
def test_no_sheet_has_another_s_secret(name: str) -> None:
    """Sheets of a scenario whose secrets can be told by their look; what everybody reads has none of them."""
    told = marked(scenario(name))
    by_seat = {who: secrets(told, who) for who in told.seats}
    found = {section.id: words(section) for section in handout_sections(told)}
    for who in told.seats:
        sheet = found[f"role-{who}"]
        assert any(secret in sheet for secret in by_seat[who])
        others = set().union(*(secrets for other, secrets in by_seat.items() if other != who)) - by_seat[who]
        assert [secret for secret in others if secret in sheet] == [], who
        assert UNHEARD not in sheet.replace(f"because {UNHEARD}", "") or who not in told.ids
    for shared in ("draft", "form", "plan", "print"):
        assert not [secret for all_of in by_seat.values() for secret in all_of if secret in found[shared]]


def test_the_key_is_the_analysis() -> None:
    """Its counts, its texts to measure by and who is against how many are those that the analysis finds."""
    told = historical(scenario(LESSON))
    found, key = analyse(told), next(s for s in handout_sections(told) if s.id == "key")
    for number in (found.texts, found.signable, found.agreeable, found.kept):
        assert f"{number:,}" in words(key)
    shown = tables(key)["Texts to measure by"]
    heads = [unmarked(column.words) for column in shown.columns]
    assert found.fair.nash is not None
    assert told.history is not None
    for head, text in (("The text of 22 June 1994", told.history.outcome), ("The Nash text", found.fair.nash.text)):
        column = [row[heads.index(head)] for row in cells(shown)]
        assert column[:-2] == [issue[text[issue.id]].name for issue in told.text.negotiated]
        assert column[-2:] == [str(told.instructions[who].utility(text)) for who in told.ids]
    assert found.approval is not None
    against = [row[3] for row in cells(tables(key)["Those who are not at the table"])]
    assert against == [f"{found.approval.against[each.id]:,}" for each in told.audiences]


@pytest.mark.parametrize("name", [LESSON, "warsaw-at-the-table", "three-rivers"])
def test_a_swap_that_is_told_pays_for_both(name: str) -> None:
    """Both sides have more after both legs than before either, counted once more on their sheets."""
    told = historical(scenario(name))
    for swap in Key(told).swaps:
        for who in swap.gains:
            row = told.instructions[who].points
            moved = sum(row[leg.issue][leg.option] - row[leg.issue][leg.old] for leg in swap.legs)
            assert moved == swap.gains[who] > 0
        assert {leg.by for leg in swap.legs} == set(swap.gains)
        assert len({leg.issue for leg in swap.legs}) == 2


def test_what_is_known_is_told_apart() -> None:
    """As many wordings are known as the file marks FACT, and every source that is cited there is listed."""
    told = scenario(LESSON)
    known = next(section for section in handout_sections(told) if section.id == "known")
    rows = [row for row in cells(tables(known)["The wordings"]) if row[1]]
    options = [option for issue in told.text.issues for option in issue.options]
    assert len(rows) == len(options)
    assert sum(row[1] == "known" for row in rows) == sum(option.source.label == "FACT" for option in options)
    for cited in re.findall(r"\[([A-Z0-9, ]+)\]", words(known)):
        assert all(told.sources[each].title in words(known) for each in cited.split(", "))


def test_the_form_has_every_wording_once() -> None:
    """A box for each, numbered from 1 in every place, and what cannot stand together by the same numbers."""
    told = scenario(LESSON)
    form = next(section for section in handout_sections(told) if section.id == "form")
    for place, issue in enumerate(told.text.negotiated, 1):
        rows = cells(tables(form)[f"{place}. {issue.title}"])
        assert [row[0] for row in rows] == [f"{n} {option.name}" for n, option in enumerate(issue.options, 1)]
    assert "1 in place 1 and 3, 4 or 5 in place 6" in words(form)


EVIL = "<script src=https://example.org></script>"


def test_what_a_stranger_has_written_is_words() -> None:
    """A file full of markup: it stands on the page as it was typed."""
    evil = source("two-words").decode().replace("Two words about a lake", f"'{EVIL} & more'")
    evil = evil.replace("Boro's engineers wrote this.", f"'{EVIL}'")
    told = historical(load(evil.encode(), "two-words"))
    told = replace(told, audiences=tuple(replace(each, line=EVIL) for each in told.audiences))
    read = Page(html(handout_of(told)))
    assert read.faults == []
    assert "script" not in read.tags
    assert EVIL in read.words


@pytest.mark.parametrize(
    "name", [SMALL, *(pytest.param(each, marks=pytest.mark.slow) for each in (*EVERY, *EDITIONS) if each != SMALL)]
)
def test_every_scenario_has_its_handout(name: str) -> None:
    """Each sheet in order, on a page and on paper; where it can be set it keeps the standard of tagged sheets."""
    document = handout_of(historical(scenario(name)))
    ids = [section.id for section in document.sections]
    assert ids[:3] == ["print", "plan", "draft"]
    assert len(set(ids)) == len(ids)
    assert Page(html(document)).faults == []
    if can_set():
        pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
        read = pypdf.PdfReader(BytesIO(pdf(document)))
        assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
        pages = [" ".join(page.extract_text().split()) for page in read.pages]
        plan = [n for n, page in enumerate(pages) if "Minute by minute" in page]
        assert len(plan) == 1
        assert "What did you think" in pages[plan[0]]


def test_the_lesson_s_sheets_fit_on_a_page_each() -> None:
    """A pupil has one sheet of paper, and so has the teacher."""
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    if not can_set():
        pytest.skip("Typst is not installed")
    told = historical(scenario(LESSON))
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf(handout_of(told)))).pages]
    for who in told.ids:
        assert sum(f"Only for {told[who].short}" in page for page in pages) == 1
    assert sum("One sheet for each" in page or "one sheet for each" in page for page in pages) == 1


def test_the_command_writes_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the ending of its name; what is there stays, and another ending is refused in a sentence."""
    file = tmp_path / "handout.html"
    assert main(["handout", SMALL, "-o", str(file)]) == 0
    assert "The handout is in" in capsys.readouterr().out
    assert "The lesson on one page" in file.read_text(encoding="utf-8")
    assert main(["handout", SMALL, "-o", str(file)]) == 1
    assert main(["handout", SMALL, "-o", str(tmp_path / "handout.doc")]) == 1
    assert "A name ends in .html or .pdf." in capsys.readouterr().err
    assert main(["handout", SMALL, "--edition", "none", "-o", str(file)]) == 1
