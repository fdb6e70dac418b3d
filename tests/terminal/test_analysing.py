"""The exact numbers of a scenario, told to a person and to a program."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from game.analysis import Budget, analyse, closed_to
from game.reports.analysis_json import analysis_json
from game.scenario import AudienceId, Scenario, drawn
from game.talks import consequences
from game.terminal.analysing import NASH_OF_NOBODY, NASH_OF_SOME, show_analysis
from game.terminal.analysis_audiences import at
from game.text import Outcome, plain
from game.words import say
from game.words.clauses import clauses
from tests.library import MAIN, scenario
from tests.terminal.desk import Desk


def shown(which: Scenario, *, chart: bool = False, budget: Budget | None = None) -> str:
    """What is printed, its line breaks taken out."""
    desk = Desk()
    show_analysis(desk.console, analyse(which, budget) if budget else analyse(which), 0.25, chart=chart)
    return " ".join(desk.printed.split())


def told(which: Scenario) -> dict[str, Any]:
    """The JSON object."""
    found: dict[str, Any] = json.loads(analysis_json(analyse(which), 0.25))
    return found


def every_text(which: Scenario) -> list[Outcome]:
    """All allowed texts, one by one."""
    ways = product(*([(issue.id, option.id) for option in issue.options] for issue in which.text.issues))
    return [dict(way) for way in ways if which.text.conflict(dict(way)) is None]


def test_a_program_learns_what_enumeration_finds() -> None:
    """Counts, shares, frontier and history of a small scenario, against looking at every text."""
    small = scenario("three-rivers")
    texts = every_text(small)
    sheets = [small.instructions[who] for who in small.ids]
    signable = [text for text in texts if not any(sheet.breaks_red_line(text) for sheet in sheets)]
    good = [text for text in signable if all(sheet.utility(text) >= sheet.reservation_value for sheet in sheets)]
    found = told(small)
    assert found["delegations"] == ["ARIA", "BORO", "CELO"]
    assert found["walk_away"] == [35, 40, 38]
    assert (found["texts"], found["signable"], found["agreeable"]) == (len(texts), len(signable), len(good))
    having = Counter(item for text in good for item in text.items())
    assert found["share"] == {
        issue.id: {option.id: having[issue.id, option.id] / len(good) for option in issue.options}
        for issue in small.text.issues
    }
    points = {tuple(sheet.utility(text) for sheet in sheets) for text in signable}
    edge = [
        one for one in points if not any(o != one and all(a >= b for a, b in zip(o, one, strict=True)) for o in points)
    ]
    assert found["frontier"] == [list(one) for one in sorted(edge, reverse=True)]
    assert (found["historical"], found["exact"], found["inexact"], found["seconds"]) == (None, True, [], 0.25)


def test_the_fair_texts_are_whole_texts() -> None:
    """Each fair text has its points, its options and its words."""
    small = scenario("two-words")
    found = told(small)
    for name in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
        deal = found[name]
        assert deal["points"] == [small.instructions[who].utility(deal["outcome"]) for who in small.ids]
        assert set(plain(small.text, deal["outcome"])) <= set(deal["words"].values())


def test_the_main_scenario() -> None:
    """Hundreds of millions of texts; what a program is told of them is what the analysis holds. The numbers are a
    matter of calibration."""
    main, found = scenario(MAIN), told(scenario(MAIN))
    held = analyse(main)
    assert found["texts"] > 500_000_000
    assert (found["signable"], found["agreeable"]) == (held.signable, held.agreeable)
    assert held.agreeable is not None
    assert held.agreeable > 1_000_000
    assert list(found["share"]) == [issue.id for issue in main.text.issues]
    assert sum(found["share"]["status"].values()) == pytest.approx(1)
    assert held.fair.nash is not None
    assert found["nash"]["points"] == list(held.fair.nash.points)
    assert held.historical is not None
    assert held.historical.place is not None
    historical = found["historical"]
    assert historical["points"] == list(held.historical.place.points)
    most = [max(one) for one in zip(*historical["beaten_by"], strict=True)]
    assert historical["left"] == [more - points for more, points in zip(most, historical["points"], strict=True)]
    assert main.history is not None
    signed = main.history.outcome
    for better in historical["improvements"]:
        assert min(better["gains"].values()) >= 0 < max(better["gains"].values())
        changed = {**signed, **better["options"]}
        for who, sheet in main.instructions.items():
            assert sheet.utility(changed) - sheet.utility(signed) == better["gains"][who]


def test_a_program_learns_who_lets_what_pass() -> None:
    """Of a short scenario: what those outside make of the texts, what these bring later, how vague they are, and what
    the hours cost, against looking at every text."""
    short = scenario("istanbul-communique-1994")
    found = told(short)
    sheets = [short.instructions[who] for who in short.ids]
    shut = closed_to(short, short.ids)
    signable = [text for text in every_text(short) if not shut & set(text.items())]
    good = [text for text in signable if all(sheet.utility(text) >= sheet.reservation_value for sheet in sheets)]
    audiences = found["audiences"]
    assert audiences["against"] == {
        one.id: sum(short.judgements[one.id].utility(text) < short.judgements[one.id].threshold for text in good)
        for one in short.audiences
    }
    assert (audiences["kept"], audiences["share"], audiences["tightest"]) == (len(good), found["share"], None)
    aftermath = found["aftermath"]
    assert (aftermath["goodwill"], aftermath["left_out"]) == ("correct", [])
    for lowest, goodwill in (("cold", 0), ("correct", 5), ("warm", 10)):
        goods = [brought(short, text, goodwill) for text in good]
        mean = [sum(points) / len(good) for points in zip(*goods, strict=True)]
        assert aftermath[lowest]["mean"] == pytest.approx(mean)
        assert short.history is not None
        history = brought(short, short.history.outcome, goodwill)
        assert aftermath[lowest]["historical"] == history
        worth = [sheet.utility(short.history.outcome) for sheet in sheets]
        over = zip(worth, history, aftermath["walk_away"], strict=True)
        assert aftermath[lowest]["historical_over_no_text"] == [a + b - least for a, b, least in over]
    assert aftermath["no_text"] == brought(short, None, 5)
    assert aftermath["walk_away"] == [
        sheet.reservation_value + none for sheet, none in zip(sheets, aftermath["no_text"], strict=True)
    ]
    rows = found["vagueness"]["texts"]
    assert sum(row["signable"] for row in rows) == found["signable"] == len(signable)
    assert sum(row["agreeable"] for row in rows) == found["agreeable"] == len(good)
    assert [row["share"] for row in rows] == [row["agreeable"] / row["signable"] for row in rows]
    warm = sum(row["agreeable"] * row["aftermath"]["warm"][0] for row in rows) / len(good)
    assert warm == pytest.approx(aftermath["warm"]["mean"][0])
    assert found["vagueness"]["share_by_wording"] == pytest.approx(rows[1]["share"] - rows[0]["share"])
    slope = rows[1]["aftermath"]["cold"][1] - rows[0]["aftermath"]["cold"][1]
    assert found["vagueness"]["aftermath_by_wording"]["cold"][1] == pytest.approx(slope)
    hours = short.calendar.hours
    assert [each["to_the_end"] for each in found["delay"]] == [sheet.delay.cost(hours) for sheet in sheets]
    assert [each["an_hour"] for each in found["delay"]] == pytest.approx([1 / 3, 1 / 2])


def brought(which: Scenario, outcome: Outcome | None, goodwill: int) -> list[int]:
    """What the aftermath of a text brings each delegation."""
    came = consequences(which, outcome, dict.fromkeys(which.goodwill, goodwill))
    return [sum(one.points.get(who, 0) for one in came) for who in which.ids]


def test_a_person_reads_it_in_sentences() -> None:
    """The counts, the words, the fair texts as they would be signed, and what history left on the table."""
    main = scenario(MAIN)
    page, held = shown(main, chart=True), analyse(main)
    assert held.fair.nash is not None
    assert held.historical is not None
    assert held.historical.place is not None
    least = held.walk_away[main.ids[0]]
    assert f"{held.texts:,} texts that" in page
    assert re.search(rf"{held.agreeable:,} texts that .*\(Russia {least} and", page)
    assert f"“{main.text.issues[0].options[0].name}” barred" in page
    assert "Nash (the product" in page
    assert "by the Utilitarian rule" in page
    assert all(words in page for words in clauses(main, held.fair.nash.text).values())
    assert f"is worth {held.historical.place.points[0]}/{held.historical.place.points[1]} on these sheets." in page
    assert re.search(r"up to (one point|\d+ points) more\.", page)
    assert "points are modelling" in page
    assert held.exact
    assert re.search(r"number is exact .* 0\.25 seconds\.$", page)


def test_a_person_reads_what_lies_beyond_the_words() -> None:
    """Who lets what pass, what comes later, what vague words do and what the hours cost, each in a sentence; with a
    chart, bars for how vague texts are."""
    main = scenario(MAIN)
    page, held = shown(main, chart=True), analyse(main)
    assert held.approval is not None
    assert re.search(r"The 72 hours .*: Russia 6, .* 12 h; the Alliance 4,", page)
    assert f"agreeable texts {held.kept:,} (" in page
    assert "signed and kept:" in page
    assert f"in those: “{main.text.issues[0].options[0].name}” 0 %," in page
    assert f"so many are barred by {main.audience(held.approval.tightest or AudienceId('')).short} " in page
    assert "displease those who" in page
    assert re.search(r"Russia / the Alliance, .*cold / correct / warm .* correct", page)
    assert "The historical text: " in page
    assert "worth over no text:" in page
    none, least = (at(numbers) for numbers in (held.aftermath.no_text, held.aftermath.walk_away))
    assert re.search(rf"No text: {re.escape(none)}, .* worth {re.escape(least)} to", page)
    assert "texts are agreeable." in page
    assert "later for everybody: −" in page
    assert "vague wordings: 0 #" in page
    assert "vague wordings: 0" not in shown(main)


def test_what_is_not_there_is_not_told() -> None:
    """A scenario with nobody outside and no aftermath has neither section."""
    page = shown(scenario("three-rivers"), chart=True)
    for words in ("signed and kept", "barred by", "displease", "bring later, in the order"):
        assert words not in page
    found = told(scenario("three-rivers"))
    assert found["audiences"] == {"kept": found["agreeable"], "share": found["share"], "against": {}, "tightest": None}
    assert found["aftermath"]["no_text"] == [0, 0, 0]
    assert found["aftermath"]["warm"]["historical"] is None


def test_what_a_seed_has_drawn() -> None:
    """With a seed it is the instructions as the seed draws them that are looked over, and that is said."""
    main = scenario(MAIN)
    seven = drawn(main, 7)
    desk = Desk()
    show_analysis(desk.console, analyse(seven), 0.25, seed=7)
    assert "seed 7 draws" in desk.flat
    found = json.loads(analysis_json(analyse(seven), 0.25, 7))
    assert found["seed"] == 7
    assert found["walk_away"] == [sheet.reservation_value for sheet in seven.instructions.values()]
    assert told(main)["seed"] is None


def test_the_chart_has_every_mark() -> None:
    """Frontier, history and both walk-aways, and no line wider than the screen."""
    desk = Desk()
    show_analysis(desk.console, analyse(scenario(MAIN)), 0.25, chart=True)
    lines = desk.printed.splitlines()
    start = next(n for n, line in enumerate(lines) if re.match(r" +\d+ +[.o]", line))
    drawing = lines[start : start + 21]
    assert all(len(line) <= desk.console.width for line in drawing)
    assert {"o", "H", "|", "-", "@"} <= set("".join(drawing))
    assert len(drawing[-1].split()) == 2


def test_a_history_that_could_not_be_signed() -> None:
    """Where a red line bars the historical text, that is said."""
    main = scenario(MAIN)
    russia, _ = main.ids
    sheet = main.instructions[russia]
    status = next(issue.id for issue in main.text.issues if issue.spine)
    assert main.history is not None
    barred = {**sheet.red_lines, status: frozenset({main.history.outcome[status]})}
    harder = replace(main, instructions={**main.instructions, russia: replace(sheet, red_lines=barred)})
    assert re.search("Russia .* not have signed .* bar “consult", shown(harder))
    more = sheet.utility(main.history.outcome) + 6
    sheets = {**main.instructions, russia: replace(sheet, reservation_value=more)}
    assert "has 6 points" in shown(replace(main, instructions=sheets))


def test_what_could_not_be_signed_is_not_on_the_frontier() -> None:
    """Whatever history crosses a red line: the frontier is that of the texts that could be signed. Whether it lies
    there and how far away it is agree, and it is said to a person too."""
    main = scenario("istanbul-communique-1994")
    assert main.history is not None
    unbeaten = 0
    for text in every_text(main):
        which = replace(main, history=replace(main.history, outcome=text))
        answer = told(which)
        found, frontier = answer["historical"], answer["frontier"]
        assert found["on_frontier"] == (found["signable"] and found["points"] in frontier)
        assert found["on_frontier"] <= (found["distance"] == 0)
        assert found["signable"] <= (found["on_frontier"] == (found["distance"] == 0) == (not found["beaten_by"]))
        if not found["signable"] and not found["beaten_by"]:
            unbeaten += 1
            assert not found["on_frontier"]
            page = shown(which)
            assert say("It lies on the frontier.") not in page
            assert say("No text that could be signed beats it, but it is none of those that could.") in page
    assert unbeaten


@pytest.mark.parametrize(
    ("walk_aways", "points", "between"), [((45, 40), [64, 60], 2), ((74, 40), [74, 50], 1), ((84, 20), [84, 20], 0)]
)
def test_nash_where_every_product_is_nothing(walk_aways: tuple[int, int], points: list[int], between: int) -> None:
    """Where no text gives everybody more than the walk-away it is said whose gains the Nash text multiplies, to a
    program always, and to a person where it is not everybody's."""
    lake = scenario("two-words")
    sheets = {
        who: replace(lake.instructions[who], reservation_value=least)
        for who, least in zip(lake.ids, walk_aways, strict=True)
    }
    harder = replace(lake, instructions=sheets)
    found, page = told(harder), shown(harder)
    assert (found["nash"]["points"], found["nash_between"]) == (points, list(lake.ids[2 - between :]))
    sentences = [
        say(line, who=[lake[who].short for who in found["nash_between"]]) for line in (NASH_OF_NOBODY, NASH_OF_SOME)
    ]
    assert [sentence in page for sentence in sentences] == [between == 0, between == 1]


def test_no_agreement() -> None:
    """Where nothing can be agreed there are no fair texts, and the rest is told."""
    small = scenario("two-words")
    sheets = {who: replace(sheet, reservation_value=1000) for who, sheet in small.instructions.items()}
    hopeless = replace(small, instructions=sheets)
    page = shown(hopeless, chart=True)
    assert " 0 texts that" in page
    assert "No agreement is" in page
    assert "theory calls fair" not in page
    assert (told(hopeless)["nash"], told(hopeless)["share"]) == (None, None)


def test_what_is_printed_of_a_chart_is_explained() -> None:
    """The legend names the marks that are there and no others, and whom the chart does not show."""
    page = shown(scenario("three-rivers"), chart=True)
    assert re.search(r"Marks: N [^,]*, \| and - [^,]*\. Celo cannot be", page)
    assert "One text that" not in page


def test_ties_are_told() -> None:
    """Where a definition likes other points as well, a program learns which."""
    assert told(scenario("three-rivers"))["ties"]["utilitarian"] == [[42, 88, 62]]
    assert told(scenario(MAIN))["ties"]["utilitarian"]


def test_what_is_not_exact_is_named() -> None:
    """With hardly any budget nothing is passed off as exact: counts are missing, and the rest is named."""
    main = scenario(MAIN)
    found = analyse(main, Budget(width=1, held=2, work=2))
    assert not found.exact
    assert found.inexact == ("texts", "agreeable", "frontier", "fair", "audiences", "aftermath")
    assert (found.texts, found.agreeable, found.kept) == (None, None, None)
    page = shown(main, budget=Budget(width=1, held=2, work=2), chart=True)
    assert "An unknown number" in page
    assert "or not known:" in page
    known = json.loads(analysis_json(found, 0.1))
    assert (known["texts"], known["audiences"], known["vagueness"]) == (None, None, None)
