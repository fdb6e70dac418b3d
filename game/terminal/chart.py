"""Where the texts of a scenario lie between two delegations, drawn in signs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.analysis import Analysis, Density
from game.talks import listed, opening_capital
from game.terminal.console import Console
from game.terminal.spoken import bare

_SHADES = " .:=+*#%@"
_MAP_LINES = 20
_MARKS = {
    "o": "o is the frontier",
    "N": "N the Nash text",
    "H": "H the historical one",
    "|": "| and - are the walk-aways",
}


def show_chart(console: Console, found: Analysis) -> None:
    """A map of the signable texts, darker where more of them are: the first delegation's points to the right, the
    second's upwards."""
    scenario = found.scenario
    one, other = scenario.ids[:2]
    texts = found.density(one, other)
    console.say()
    if texts is None or not len(texts.points):
        console.say("There is no chart: the texts could not be counted, or there are none.")
        return
    signs = _drawn(found, texts, console.width - 8)
    right, up = (scenario[who].short for who in (one, other))
    seen = set("".join(signs[:-1]))
    told = [words for sign, words in _MARKS.items() if sign in seen]
    rest = [opening_capital(scenario[who].short) for who in scenario.ids[2:]]
    console.say(
        f"Where the texts lie that could be signed: to the right what they are worth to {right}, upwards to {up}; the"
        f" fuller the sign, the more of them.{' Marks: ' + ', '.join(told) + '.' if told else ''}"
        f"{f' {listed(rest)} cannot be seen here.' if rest else ''}"
    )
    for line in signs:
        console.line(line)


def _drawn(found: Analysis, texts: Density, width: int) -> list[str]:
    """The map as lines of signs, at most one for each point."""
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
    left, right = bare(int(low[0])), bare(int(high[0]))
    scale = {0: bare(int(high[1])), lines - 1: bare(int(low[1]))}
    rows = [f"{scale.get(n, ''):>6} {''.join(row)}".rstrip() for n, row in enumerate(signs)]
    return [*rows, f"       {left}{right:>{max(1, width - len(left))}}"]
