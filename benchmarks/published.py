"""Published domains for two, as quarrels: those of GENIUS (XML) and of NegoLog (JSON), from a folder on your machine.

No such file is ours to give away. They are in the test data of negmas (github.com/yasserfarouk/negmas,
`tests/data/scenarios`) and in NegoLog (github.com/aniltrue/NegoLog, `domains`). A folder holds one for each domain:
`profileA.json` and `profileB.json`, or two XML files of utilities beside that of the domain. A point is a thousandth of
what a best text is worth. Discounts are left out: our alternating offers have none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.quarrels import Quarrel
from game.analysis import Points
from game.text import Issue, IssueId, Option, OptionId, Text, parse_template

POINTS = 1_000
LARGEST = 5_000
"""Texts that a domain may have: some of negmas's negotiators look at every one, every round."""
Worth = tuple[dict[str, dict[str, float]], float]
"""What each option of each issue adds to a utility of at most 1, and what no agreement is worth."""


def published(folder: Path) -> list[Quarrel]:
    """The domains under a folder, by name. Raises `FileNotFoundError` where there are none that can be read."""
    found = [quarrel for path in sorted({folder, *folder.glob("**/")}) if (quarrel := _quarrel(path)) is not None]
    if not found:
        where = "negmas's tests/data/scenarios or NegoLog's domains"
        raise FileNotFoundError(f"{folder}: no domain of GENIUS or NegoLog is here; give a copy of {where}")
    return found


def _quarrel(folder: Path) -> Quarrel | None:
    """The domain of a folder; None where it holds none, one that is too large, or one that is no sum of options."""
    names = [folder / "profileA.json", folder / "profileB.json"]
    if all(name.is_file() for name in names):
        sheets = [_negolog(name) for name in names]
    else:
        sheets = [sheet for name in sorted(folder.glob("*.xml")) if (sheet := _genius(name)) is not None]
    if len(sheets) != 2 or any(list(sheet) != list(sheets[0][0]) for sheet, _ in sheets):
        return None
    quarrel = _made(folder.name, sheets[0], sheets[1])
    return quarrel if quarrel.texts <= LARGEST else None


def _negolog(file: Path) -> Worth:
    read = json.loads(file.read_text(encoding="utf-8"))
    weights = read["issueWeights"]
    worth = {
        issue: {option: weights[issue] * value for option, value in options.items()}
        for issue, options in read["issues"].items()
    }
    return worth, float(read.get("reservationValue", 0))


def _genius(file: Path) -> Worth | None:
    """The utilities of a file; None for one that describes a domain, or numbers in place of options. GENIUS takes an
    evaluation over the highest of its issue."""
    root = ElementTree.parse(file).getroot()
    objective = root.find("objective")
    if root.tag != "utility_space" or objective is None or not objective.findall("weight"):
        return None
    weights = {each.get("index"): float(each.get("value", 0)) for each in objective.iter("weight")}
    worth = {}
    for issue in objective.iter("issue"):
        values = {item.get("value", ""): float(item.get("evaluation", 0)) for item in issue.iter("item")}
        if not values or max(values.values()) <= 0:
            return None
        weight = weights[issue.get("index")] / max(values.values())
        worth[issue.get("name", "")] = {option: weight * value for option, value in values.items()}
    reserved = root.find("reservation")
    return worth, float(reserved.get("value", 0)) if reserved is not None else 0.0


def _made(name: str, one: Worth, other: Worth) -> Quarrel:
    """A quarrel between two, its options in the order of the first file."""
    ids = {issue: {option: OptionId(f"o{m}") for m, option in enumerate(row)} for issue, row in one[0].items()}
    issues = tuple(
        Issue(IssueId(f"i{n}"), issue, tuple(Option(id_, option, option) for option, id_ in row.items()))
        for n, (issue, row) in enumerate(ids.items())
    )

    def sheet(worth: Mapping[str, Mapping[str, float]]) -> Points:
        rows: Iterator[tuple[Issue, Mapping[str, float]]] = ((issue, worth[issue.title]) for issue in issues)
        return Points(
            {issue.id: {option.id: round(POINTS * row[option.name]) for option in issue.options} for issue, row in rows}
        )

    text = Text(parse_template("PAPER"), (), issues, ())
    return Quarrel(name, text, (sheet(one[0]), sheet(other[0])), (round(POINTS * one[1]), round(POINTS * other[1])))
