"""The figures of the shipped scenarios that README and docs quote. `python -m tests.figures` writes them anew.

A figure is quoted with a mark behind it that a reader does not see, `45<!-- SCENARIO frontier -->`; the table in
`docs/performance.md` is written whole. `tests/test_figures.py` demands that all of it is what the program says today.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from game.analysis import BANDS, Space, analyse
from game.analysis.aftermath_sheet import aftermath_sheet
from game.analysis.compile_diagram import diagram_of
from game.analysis.diagram import together
from game.analysis.knapsack_dp import steps_of
from game.scenario import Scenario, open_scenario, shipped

ROOT = Path(__file__).parent.parent

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TABLE = ROOT / "docs" / "performance.md"
MARKED = re.compile(r"(?P<said>[\w,./-]+)<!-- (?P<scenario>[a-z0-9-]+) (?P<figure>\w+) -->")
BLOCK = re.compile(
    r"(?<=<!-- written by `python -m tests.figures` -->\n)(.*?)(?=<!-- end of what is written -->)", re.S
)

_ONES = re.findall(
    r"\w+",
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_COLUMNS = {
    "texts": "texts",
    "signable": "signable",
    "agreeable": "agreeable",
    "kept": "kept",
    "frontier": "points of the frontier",
    "different": "different points of the signable texts",
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "historical": "history",
}


@cache
def figures(scenario: str) -> Mapping[str, str]:
    """What the program says of a scenario as it is written, in digits."""
    which = open_scenario(scenario)
    found = analyse(which)
    assert found.exact
    density = found.density(*which.ids) if len(which.ids) == 2 else None
    history = found.historical
    counts = {
        "issues": len(which.text.issues),
        "wordings": sum(len(issue.options) for issue in which.text.issues),
        "delegations": len(which.ids),
        "audiences": len(which.audiences),
        "texts": found.texts,
        "signable": found.signable,
        "agreeable": found.agreeable,
        "kept": found.kept,
        "frontier": len(found.frontier),
        "different": len(density.points) if density else None,
        **_graphs(which),
    }
    deals = {name: getattr(found.fair, name) for name in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")}
    points = {name: deal.points if deal else None for name, deal in deals.items()}
    points["historical"] = history.place.points if history and history.place else None
    return {
        **{name: "–" if number is None else f"{number:,}" for name, number in counts.items()},
        **{name: "–" if each is None else "/".join(map(str, each)) for name, each in points.items()},
    }


def _graphs(scenario: Scenario) -> dict[str, int]:
    """Of the graphs of all texts that the exclusions allow: that of all sheets, with the sums that one reply looks at;
    and those of a delegation's own sheet with what its words bring later."""
    space = Space(scenario.text, dict(scenario.instructions))
    steps = [steps_of(space.diagram, gains.tobytes()) for gains in space.gains.values()]
    later = [
        (aftermath_sheet(scenario, who, lowest), scenario.instructions[who]) for who in scenario.ids for lowest in BANDS
    ]
    graphs = [diagram_of(scenario.text, together(sheets), space.budget.width) for sheets in later]
    return {
        "arcs": len(space.diagram.options),
        "reply_sums": max(sum(step.fetched.size for step in each.steps) for each in steps if each is not None),
        "aftermath_pairs": max(len(sheet.pairs) for sheet, _ in later),
        "aftermath_arcs_least": min(len(graph.options) for graph in graphs),
        "aftermath_arcs": max(len(graph.options) for graph in graphs),
        "aftermath_nodes": max(layer.nodes for graph in graphs for layer in graph.layers),
    }


def spelled(figure: str) -> set[str]:
    """A figure in digits, and in words where it is small."""
    if not figure.isdigit() or not 0 < int(figure) < 100:
        return {figure}
    tens, ones = divmod(int(figure), 10)
    if tens < 2:
        return {figure, _ONES[int(figure)]}
    return {figure, _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")}


def table() -> str:
    """What is written of all shipped scenarios."""
    rows = ["| scenario | " + " | ".join(_COLUMNS.values()) + " |", "| --- |" + " --- |" * len(_COLUMNS)]
    for name in sorted(shipped()):
        found = figures(name)
        rows.append(f"| `{name}` | " + " | ".join(found[column] for column in _COLUMNS) + " |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Write the table and every marked figure anew, in digits."""
    for page in PAGES:
        before = page.read_text(encoding="utf-8")
        after = MARKED.sub(_anew, before)
        if page == TABLE:
            after = BLOCK.sub(lambda _: table(), after)
        if after != before:
            page.write_text(after, encoding="utf-8")


def _anew(mark: re.Match[str]) -> str:
    figure = figures(mark["scenario"])[mark["figure"]]
    said = mark["said"] if mark["said"] in spelled(figure) else figure
    return f"{said}<!-- {mark['scenario']} {mark['figure']} -->"


if __name__ == "__main__":
    main()
