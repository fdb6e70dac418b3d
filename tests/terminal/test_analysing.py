"""The exact numbers of a scenario, told to a person and to a program."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from itertools import product
from typing import Any

from game.analysis import Budget, analyse
from game.scenario import Scenario
from game.terminal.analysing import show_analysis
from game.terminal.analysis_json import analysis_json
from game.text import Outcome, plain
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
    """A thousand million texts; *as appropriate* is the commonest status in what could be agreed, *direct voice* is in
    none of it; the fairest text has *as appropriate*; history is agreeable and within a few points of the frontier."""
    found = told(scenario(MAIN))
    assert (found["texts"], found["signable"], found["agreeable"]) == (1_315_440_018, 25_194_240, 9_043_775)
    share, nash, historical = found["share"], found["nash"], found["historical"]
    assert max(share["status"], key=share["status"].get) == "appropriate"
    assert share["status"]["voice"] == 0
    assert 0 < share["status"]["role"] < 0.15
    assert (nash["points"], nash["outcome"]["status"]) == ([58, 81], "appropriate")
    assert (historical["points"], historical["agreeable"], historical["left"]) == ([54, 81], True, 4)
    assert historical["beaten_by"] == [[58, 81], [56, 82], [55, 83]]
    assert {"options": {"csce": "reinforcing"}, "gains": {"RUS": 1, "NATO": 0}} in historical["improvements"]


def test_a_person_reads_it_in_sentences() -> None:
    """The counts, the words, the fair texts as they would be signed, and what history left on the table."""
    page = shown(scenario(MAIN), chart=True)
    assert "1,315,440,018 texts that the exclusions allow." in page
    assert "at least the walk-away (Russia 42 and the Alliance 72), 36 % of those." in page
    assert "“consultations, as appropriate” 41" in page
    assert "“a direct voice in decisions” barred" in page
    assert "Nash (the product of gains is largest) and Utilitarian" in page
    assert "As good by the Utilitarian rule are 67/72, 66/73," in page
    assert "Of 11 texts with these points the nearest is the Nash text, but for one issue:" in page
    assert "To this end they agreed to hold political consultations, as appropriate" in page
    assert "is worth 54/81 on these sheets. 58/81, 56/82 and 55/83 beat it" in page
    assert "together they have up to 4 points more." in page
    assert "All points are modelling" in page
    assert page.endswith("Every number is exact but for rounding; nothing was enumerated. 0.25 seconds.")


def test_the_chart_has_every_mark() -> None:
    """Frontier, Nash, history and both walk-aways, and no line wider than the screen."""
    desk = Desk()
    show_analysis(desk.console, analyse(scenario(MAIN)), 0.25, chart=True)
    lines = desk.printed.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("    98 "))
    drawing = lines[start : start + 21]
    assert all(len(line) <= desk.console.width for line in drawing)
    assert {"o", "N", "H", "|", "-", "@"} <= set("".join(drawing))
    assert drawing[-1].split() == ["10", "85"]


def test_a_history_that_could_not_be_signed() -> None:
    """Where a red line bars the historical text, that is said."""
    main = scenario(MAIN)
    russia, _ = main.ids
    sheet = main.instructions[russia]
    status = next(issue.id for issue in main.text.issues if issue.spine)
    assert main.history is not None
    barred = {**sheet.red_lines, status: frozenset({main.history.outcome[status]})}
    harder = replace(main, instructions={**main.instructions, russia: replace(sheet, red_lines=barred)})
    assert "Russia as it is modelled could not have signed it: its red lines or mandate bar “consult" in shown(harder)
    sheets = {**main.instructions, russia: replace(sheet, reservation_value=60)}
    assert "Russia has 6 points less than its walk-away." in shown(replace(main, instructions=sheets))


def test_no_agreement() -> None:
    """Where nothing can be agreed there are no fair texts, and the rest is told."""
    small = scenario("two-words")
    sheets = {who: replace(sheet, reservation_value=1000) for who, sheet in small.instructions.items()}
    hopeless = replace(small, instructions=sheets)
    page = shown(hopeless, chart=True)
    assert "0 texts that give everybody at least the walk-away" in page
    assert "No agreement is possible" in page
    assert "theory calls fair" not in page
    assert (told(hopeless)["nash"], told(hopeless)["share"]) == (None, None)


def test_what_is_printed_of_a_chart_is_explained() -> None:
    """The legend names the marks that are there and no others, and whom the chart does not show."""
    page = shown(scenario("three-rivers"), chart=True)
    assert "Marks: N the Nash text, | and - are the walk-aways. Celo cannot be seen here." in page
    assert "One text that gives" not in page


def test_ties_are_told() -> None:
    """Where a definition likes other points as well, a program learns which."""
    assert told(scenario("three-rivers"))["ties"]["utilitarian"] == [[42, 88, 62]]
    assert len(told(scenario(MAIN))["ties"]["utilitarian"]) == 9


def test_what_is_not_exact_is_named() -> None:
    """With hardly any budget nothing is passed off as exact: counts are missing, and the rest is named."""
    main = scenario(MAIN)
    found = analyse(main, Budget(width=1, held=2, work=2))
    assert not found.exact
    assert found.inexact == ("texts", "agreeable", "frontier", "fair")
    assert (found.texts, found.agreeable) == (None, None)
    page = shown(main, budget=Budget(width=1, held=2, work=2), chart=True)
    assert "An unknown number of texts (too many combinations for the budget)" in page
    assert "Not exact, or not known: how many texts there are, what could be agreed, the frontier" in page
    assert json.loads(analysis_json(found, 0.1))["texts"] is None
