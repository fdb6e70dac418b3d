"""Issues that nothing ties to others, taken a few at a time: the graph of all texts gets short, and questions quick.

Most of the time of a `profile` goes into the calls for each layer of the graph, not into the sums. A bundle of issues
is one layer with an arc for every combination of their options, thirty-two at most; issues with exclusions or pair
terms stay as they are. The profile is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from game.analysis import ORDINARY_BUDGET, Profile, Sheet
from game.analysis.compile_diagram import diagram_of
from game.analysis.diagram import Diagram, Floats, Indices, Layer, together
from game.analysis.profile import profile_in
from game.text import Outcome, Text

_ARCS = 32
"""How many combinations a bundle has at most."""


@dataclass(frozen=True, eq=False)
class _Bundled(Diagram):
    """A diagram whose arcs each stand for several of another."""

    plain: Diagram
    members: Indices
    """For each arc those that it stands for; one more than there are stands for none."""

    @cached_property
    def meant(self) -> list[tuple[int, ...]]:
        """For each arc the options that it stands for, by number."""
        there, options = len(self.plain.options), self.plain.options.tolist()
        return [tuple(options[arc] for arc in row if arc < there) for row in self.members.tolist()]

    def outcome(self, arcs: Iterable[int]) -> Outcome:
        """The text of a path, its issues in reading order."""
        meant, named = self.meant, self.names
        return dict([named[option] for option in sorted([option for arc in arcs for option in meant[arc]])])


@dataclass(frozen=True, eq=False, slots=True)
class Bundles:
    """All texts, and what each arc adds to a sheet."""

    diagram: _Bundled
    gains: Floats

    def profile(self, values: Floats) -> Profile | None:
        """The profile with somebody to whom the options are worth so much; None where the tables would be too large."""
        plain = self.diagram.plain
        return profile_in(self.diagram, self.gains, self._sums(values[plain.options]))

    def _sums(self, values: Floats) -> Floats:
        padded = np.zeros(len(values) + 1)
        padded[:-1] = values
        found: Floats = np.add.reduce(padded.take(self.diagram.members), axis=1)
        return found


def bundled(text: Text, sheet: Sheet) -> Bundles:
    """The texts that the exclusions allow."""
    plain = diagram_of(text, together([sheet]), ORDINARY_BUDGET.width)
    groups = _groups(plain)
    width = max((len(group) for group in groups), default=1)
    rows: list[Indices] = []
    layers: list[Layer] = []
    at = 0
    for group in groups:
        first = plain.layers[group[0]]
        if len(group) == 1:
            arcs = np.arange(first.first, first.first + len(first.sources))[:, None]
            layers.append(replace(first, first=at))
        else:
            ranges = [np.arange(plain.layers[n].arcs.start, plain.layers[n].arcs.stop) for n in group]
            arcs = np.stack([grid.ravel() for grid in np.meshgrid(*ranges, indexing="ij")], axis=1)
            none = np.zeros(len(arcs), dtype=np.intp)
            layers.append(Layer(at, none, none, np.zeros(1, dtype=np.intp)))
        padded = np.full((len(arcs), width), len(plain.options), dtype=np.intp)
        padded[:, : arcs.shape[1]] = arcs
        rows.append(padded)
        at += len(arcs)
    members = np.concatenate(rows) if rows else np.zeros((0, 1), dtype=np.intp)
    made = _Bundled(text, tuple(layers), members[:, 0], (), plain.exact, plain, members)
    return Bundles(made, np.append(plain.whole(sheet), 0.0)[members].sum(axis=1))


def _groups(plain: Diagram) -> list[list[int]]:
    """The layers, those of free issues put together as far as they fit, large ones first."""
    free, groups = [], []
    before = 1
    for number, layer in enumerate(plain.layers):
        if before == layer.nodes == 1:
            free.append(number)
        else:
            groups.append([number])
        before = layer.nodes
    sizes: list[int] = []
    bundles: list[list[int]] = []
    for number in sorted(free, key=lambda n: -len(plain.layers[n].sources)):
        size = len(plain.layers[number].sources)
        for place, there in enumerate(sizes):
            if there * size <= _ARCS:
                bundles[place].append(number)
                sizes[place] *= size
                break
        else:
            bundles.append([number])
            sizes.append(size)
    return groups + bundles
