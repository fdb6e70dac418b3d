"""All allowed texts as the paths of one small graph, so that nothing has to be enumerated.

The issues are taken one after the other. What the options so far still do to the later ones (which of those they bar,
which pair terms they have begun) is a node; an option is an arc; and every path from the first node to the last is
one text. Different beginnings that leave the same future share a node, so the graph stays small where the texts are
many: a reduced multivalued decision diagram (D. Bergman, A. Cire, W.-J. van Hoeve, J. Hooker, "Decision Diagrams for
Optimization", Springer 2016, chapters 3 and 4). A question about points is then a walk through its layers.

Shapes of arrays, here and in all that walks through a diagram: `a` arcs of the whole diagram, `b` arcs of one layer,
`v` nodes of one layer, `n` rows (beginnings of texts, or whole texts), `s` sheets. (n, s) has n rows and s columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.analysis.sheet import Options, Sheet, named
from game.text import IssueId, OptionId, Outcome, Text

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True)
class Layer:
    """The arcs of one issue, sorted by the node they lead to. Nodes are numbered from 0 in every layer."""

    first: int
    """The number of its first arc in the arrays of the diagram."""
    sources: Indices
    """For each arc (b,) the node of the layer before that it leaves."""
    targets: Indices
    """For each arc (b,) the node that it leads to, in rising order."""
    starts: Indices
    """For each node that the arcs lead to (v,), its first arc, counted from `first`."""

    @property
    def arcs(self) -> slice:
        """Its arcs in the arrays of the diagram."""
        return slice(self.first, self.first + len(self.sources))

    @property
    def nodes(self) -> int:
        """How many nodes the arcs lead to."""
        return len(self.starts)

    def ways(self, open_arcs: Flags) -> Iterator[tuple[int, int, bool]]:
        """Source and target of each arc, and whether it is open, by flags for all arcs (a,)."""
        return zip(self.sources.tolist(), self.targets.tolist(), open_arcs[self.arcs].tolist(), strict=True)

    def onward(self, nodes: Indices, open_arcs: Flags) -> tuple[Indices, Indices]:
        """Every open way on from beginnings that stand in these nodes (n,), which are sorted. For each way (w,) the row
        of its beginning, and its arc in the arrays of the diagram."""
        arcs = np.flatnonzero(open_arcs[self.arcs])
        first = np.searchsorted(nodes, self.sources[arcs], side="left")
        many = np.searchsorted(nodes, self.sources[arcs], side="right") - first
        jumps = np.repeat(first - np.concatenate(([0], np.cumsum(many)[:-1])), many) if len(arcs) else many
        return np.arange(int(many.sum())) + jumps, np.repeat(arcs + self.first, many)


@dataclass(frozen=True, eq=False)
class Diagram:
    """The allowed texts over some options. Arrays (a,) have one entry for each arc, layer after layer."""

    text: Text
    layers: tuple[Layer, ...]
    options: Indices
    """The option of each arc (a,), counted through all issues of the text."""
    earned: tuple[tuple[Options, Indices], ...]
    """For each set of options of which one in every issue earns points together, the numbers of the arcs that complete
    it."""
    exact: bool
    """Whether every allowed text is a path. Where the budget was too small some are left out; none is invented."""

    @property
    def empty(self) -> bool:
        """Whether there is no text at all."""
        return not self.layers

    @cached_property
    def names(self) -> tuple[tuple[IssueId, OptionId], ...]:
        """Issue and option for each number in `options`."""
        return names(self.text)

    def gains(self, sheet: Sheet) -> Floats:
        """What each arc (a,) adds to the sum on a sheet. The points of a text are the sum along its path."""
        by_option = np.array([sheet.points[issue][option] for issue, option in self.names], dtype=np.float64)
        found = by_option[self.options]
        if sheet.pairs:
            worth: dict[Options, float] = {}
            for pair in sheet.pairs:
                options = named(pair)
                worth[options] = worth.get(options, 0) + pair.points
            for options, arcs in self.earned:
                found[arcs] += worth.get(options, 0)
        return found

    def whole(self, sheet: Sheet) -> Floats:
        """The gains (a,) of a sheet that has whole points. Raises `ValueError` if it has others: sums of those could
        not be told apart for certain."""
        found = self.gains(sheet)
        if not (found == np.rint(found)).all():
            raise ValueError("the points of a sheet are whole numbers; only an estimate of others may have fractions")
        return found

    def open(self, choices: Mapping[IssueId, Iterable[OptionId]]) -> Flags:
        """For each arc (a,) whether its option is among the choices; an issue that is not named is open. Raises
        `KeyError` if there is no such issue."""
        if unknown := [issue for issue in choices if issue not in self.text]:
            raise KeyError(f"no issue {unknown[0]!r} in this text")
        kept = {issue: frozenset(options) for issue, options in choices.items()}
        allowed = [issue not in kept or option in kept[issue] for issue, option in self.names]
        return np.array(allowed, dtype=np.bool_)[self.options]

    def beginnings(self, open_arcs: Flags) -> list[list[int]]:
        """By layer and node, how many beginnings of texts lead there by open arcs (a,)."""
        come = [[1]]
        for layer in self.layers:
            reached = [0] * layer.nodes
            for source, target, is_open in layer.ways(open_arcs):
                reached[target] += come[-1][source] if is_open else 0
            come.append(reached)
        return come

    def outcome(self, arcs: Iterable[int]) -> Outcome:
        """The text of a path, its issues in reading order."""
        chosen = sorted(int(self.options[arc]) for arc in arcs)
        return dict(self.names[option] for option in chosen)

    def outlook(self, gains: Floats) -> tuple[list[Floats], list[Floats]]:
        """For each layer of nodes the least and the most that the rest of a path can add where each arc adds its part
        of `gains` (a,): arrays by node (v,)."""
        least, most = [np.zeros(1)], [np.zeros(1)]
        for number in reversed(range(len(self.layers))):
            layer = self.layers[number]
            before = self.layers[number - 1].nodes if number else 1
            low, high = np.full(before, np.inf), np.full(before, -np.inf)
            np.minimum.at(low, layer.sources, gains[layer.arcs] + least[0][layer.targets])
            np.maximum.at(high, layer.sources, gains[layer.arcs] + most[0][layer.targets])
            least.insert(0, low)
            most.insert(0, high)
        return least, most


def names(text: Text) -> tuple[tuple[IssueId, OptionId], ...]:
    """All options of a text with their issues, in reading order."""
    return tuple((issue.id, option.id) for issue in text.issues for option in issue.options)


def together(sheets: Iterable[Sheet]) -> frozenset[Options]:
    """The sets of options for which one of these sheets has points."""
    return frozenset(named(pair) for sheet in sheets for pair in sheet.pairs if pair.points)


class Texts(Protocol):
    """Finds the texts behind the rows of a walk through a diagram; most of them are never asked for."""

    def text(self, row: int) -> Outcome:
        """The text behind a row."""
        ...
