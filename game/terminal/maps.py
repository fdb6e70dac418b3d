"""A plot as a map in signs, under what is said of it. It knows what counts texts, so only a debrief loads it."""

from __future__ import annotations

from game.debrief.plot import Plot
from game.reports.chart import plot_map
from game.scenario import Scenario
from game.terminal.console import Console
from game.words import phrase, say
from game.words.page import Figure

_KEY = phrase(
    "A map in signs: to the right what the texts are worth to {right}, upwards to {up}; the fuller the sign, the more"
    " of them. | and - are the walk-aways, o the frontier, Y the text that was signed, N the Nash text, K that of"
    " Kalai and Smorodinsky, H the historical one."
)


def tell_map(console: Console, scenario: Scenario, figure: Figure) -> None:
    """The map of a figure, if it is a plot and there is room for one."""
    if not isinstance(figure.plot, Plot):
        return
    signs = plot_map(figure.plot, console.width - 8)
    if signs:
        right, up = (scenario[who].short for who in (figure.plot.one, figure.plot.other))
        console.tell()
        console.tell(say(_KEY, right=right, up=up))
        for line in signs:
            console.line(line)
