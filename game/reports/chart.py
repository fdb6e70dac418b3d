"""Where the texts of a scenario lie between two delegations, drawn in signs: o is the frontier, N the Nash text, H the
historical one; | and - are the walk-aways."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.analysis import Analysis, Density
from game.words import plain

_SHADES = " .:=+*#%@"
_MAP_LINES = 20


def density_map(found: Analysis, texts: Density, width: int) -> list[str]:
    """A map of the signable texts in lines of signs, the last of which is its scale: darker where more of them are, the
    first delegation's points to the right, the second's upwards; at most one sign for each point."""
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
    least = [found.walk_away[who] for who in found.scenario.ids[:2]]
    if (low <= least).all() and (least <= high).all():
        line, column = cell(least)
        for row in signs:
            row[column] = "|" if row[column] == " " else row[column]
        signs[line] = ["-" if sign == " " else sign for sign in signs[line]]
    if len(found.scenario.ids) == 2:
        for point in found.frontier.points.tolist():
            line, column = cell(point)
            signs[line][column] = "o"
    marks = {"N": found.fair.nash.points if found.fair.nash else None}
    marks["H"] = found.historical.place.points if found.historical and found.historical.place else None
    for sign, marked in marks.items():
        if marked is not None and (low <= marked[:2]).all() and (marked[:2] <= high).all():
            line, column = cell(marked)
            signs[line][column] = sign
    left, right = plain(int(low[0])), plain(int(high[0]))
    scale = {0: plain(int(high[1])), lines - 1: plain(int(low[1]))}
    rows = [f"{scale.get(n, ''):>6} {''.join(row)}".rstrip() for n, row in enumerate(signs)]
    return [*rows, f"       {left}{right:>{max(1, width - len(left))}}"]
