"""Where the texts of a scenario lie between two delegations, drawn in signs: o is the frontier, | and - are the
walk-aways; N is the Nash text, K that of Kalai and Smorodinsky, H the historical one, Y the one that was signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from game.analysis import Analysis, Density
from game.debrief.plot import MarkKind, Plot
from game.words import plain

_SHADES = " .:=+*#%@"
_MAP_LINES = 20
_SIGNS: Mapping[MarkKind, str] = {"kalai-smorodinsky": "K", "nash": "N", "historical": "H", "yours": "Y"}
"""The marks of a plot that are drawn; a later one hides those at the same place."""


def density_map(found: Analysis, texts: Density, width: int) -> list[str]:
    """A map of the texts between the first two delegations of an analysis."""
    deals = {"N": found.fair.nash.points if found.fair.nash else None}
    deals["H"] = found.historical.place.points if found.historical and found.historical.place else None
    edge = found.frontier.points.tolist() if len(found.scenario.ids) == 2 else []
    marks = [(sign, points[:2]) for sign, points in deals.items() if points is not None]
    return _map(texts, [found.walk_away[who] for who in found.scenario.ids[:2]], edge, marks, width)


def plot_map(plot: Plot, width: int) -> list[str]:
    """A map of a plot of a debrief; no lines where its texts were not counted."""
    if plot.cells is None or not len(plot.cells.points):
        return []
    edge = [point for line in plot.lines if line.kind == "frontier" for point in line.points]
    marks = [(sign, mark.points) for kind, sign in _SIGNS.items() for mark in plot.marks if mark.kind == kind]
    return _map(plot.cells, plot.walk_away, edge, marks, width)


def _map(
    texts: Density,
    least: Sequence[int],
    edge: Iterable[Sequence[int]],
    marks: Iterable[tuple[str, Sequence[int]]],
    width: int,
) -> list[str]:
    """A map of texts in lines of signs, the last of which is its scale: darker where more of them are, the first
    delegation's points to the right, the second's upwards; at most one sign for each point."""
    low, high = texts.points.min(axis=0), texts.points.max(axis=0)
    span = np.maximum(high - low, 1)
    width, lines = min(width, int(span[0]) + 1), min(_MAP_LINES, int(span[1]) + 1)

    def cell(point: Sequence[int]) -> tuple[int, int]:
        right, up = ((np.array(point[:2]) - low) / span).tolist()
        return round((1 - up) * (lines - 1)), round(right * (width - 1))

    heaps = np.zeros((lines, width))
    for point, many in zip(texts.points.tolist(), texts.texts.tolist(), strict=True):
        heaps[cell(point)] += many
    tones = np.log1p(heaps) / np.log1p(max(heaps.max(), len(_SHADES)))
    signs = [[_SHADES[int(np.ceil(tone * (len(_SHADES) - 1)))] for tone in row] for row in tones.tolist()]
    if (low <= least).all() and (least <= high).all():
        line, column = cell(least)
        for row in signs:
            row[column] = "|" if row[column] == " " else row[column]
        signs[line] = ["-" if sign == " " else sign for sign in signs[line]]
    for sign, point in (*(("o", each) for each in edge), *marks):
        if (low <= point).all() and (point <= high).all():
            line, column = cell(point)
            signs[line][column] = sign
    left, right = plain(int(low[0])), plain(int(high[0]))
    scale = {0: plain(int(high[1])), lines - 1: plain(int(low[1]))}
    rows = [f"{scale.get(n, ''):>6} {''.join(row)}".rstrip() for n, row in enumerate(signs)]
    return [*rows, f"       {left}{right:>{max(1, width - len(left))}}"]
