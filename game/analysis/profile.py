"""What there is to be had between two sheets: for any of my sums the best for them, and so the best reply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.budget import ORDINARY_BUDGET, Budget
from game.analysis.compile_diagram import diagram_of
from game.analysis.diagram import Diagram, Floats, Indices, Texts, together
from game.analysis.knapsack_dp import Steps, steps_of
from game.analysis.pareto_dp import Criterion, ParetoSums, pareto_sums
from game.analysis.sheet import Sheet, Threshold
from game.text import IssueId, OptionId, Outcome, Text


@dataclass(frozen=True, slots=True)
class Reply:
    """A text that answers another, with its points on my sheet and on the sheet that it was chosen for."""

    text: Outcome
    mine: int
    theirs: float
    exact: bool = True
    """Whether nothing better is left. If not, the budget was too small; the text is a text all the same."""


@dataclass(frozen=True, eq=False, slots=True)
class Profile:
    """The pairs of sums that nothing beats for both, from the least of mine up."""

    mine: NDArray[np.int64]
    """My points, rising: (n,)."""
    theirs: Floats
    """The most points for them with each sum of mine, falling: (n,)."""
    exact: bool
    """Whether these are all such pairs. If not, the budget was too small; each is still the pair of a text."""
    texts: Texts
    rows: Indices
    """For each pair of sums (n,) its row in `texts`."""

    def __len__(self) -> int:
        return len(self.mine)

    def __getitem__(self, place: int) -> Reply:
        text = self.texts.text(int(self.rows[place]))
        return Reply(text, int(self.mine[place]), float(self.theirs[place]), self.exact)

    def reply(self, at_least: float) -> Reply | None:
        """The best text for them that gives me at least so much, of equals the best for me; None if there is none in
        the profile, which is to say none at all where it is exact."""
        place = int(np.searchsorted(self.mine, at_least))
        return self[place] if place < len(self.mine) else None

    @property
    def best_for_me(self) -> Reply | None:
        """The most that I can have, and of those texts the best for them; None if there is no text."""
        return self[len(self) - 1] if len(self) else None


def profile(
    text: Text,
    mine: Sheet,
    theirs: Sheet,
    choices: Mapping[IssueId, Iterable[OptionId]] | None = None,
    *,
    thresholds: Sequence[Threshold] = (),
    budget: Budget = ORDINARY_BUDGET,
) -> Profile:
    """The profile over the texts with these choices (an issue that is not named is open) that meet the thresholds.

    Points of mine are whole numbers; theirs may be real, an estimate.
    """
    return _profile(text, mine, theirs, -np.inf, choices, thresholds, budget)


def _profile(
    text: Text,
    mine: Sheet,
    theirs: Sheet,
    at_least: float,
    choices: Mapping[IssueId, Iterable[OptionId]] | None,
    thresholds: Sequence[Threshold],
    budget: Budget,
) -> Profile:
    """The profile, or the part of it that gives me at least so much, which is quicker where there are thresholds."""
    diagram = diagram_of(text, together([mine, theirs, *(threshold.sheet for threshold in thresholds)]), budget.width)
    gains, values = diagram.whole(mine), diagram.gains(theirs)
    open_arcs = np.ones(len(diagram.options), dtype=np.bool_) if choices is None else diagram.open(choices)
    if not thresholds:
        quick = profile_in(diagram, gains, values if choices is None else np.where(open_arcs, values, -np.inf))
        if quick is not None:
            return quick
    criteria = [Criterion(gains, at_least), Criterion(values)]
    criteria += [Criterion(diagram.whole(one.sheet), one.at_least, wanted=False) for one in thresholds]
    return _from_pareto_sums(pareto_sums(diagram, criteria, open_arcs, budget))


def best_reply(
    text: Text,
    mine: Sheet,
    theirs: Sheet,
    at_least: float,
    choices: Mapping[IssueId, Iterable[OptionId]] | None = None,
    *,
    thresholds: Sequence[Threshold] = (),
    budget: Budget = ORDINARY_BUDGET,
) -> Reply | None:
    """The best text for them that gives me at least so much, with these choices and thresholds; None if none does, or
    if none was found within the budget (the `exact` of a `profile` tells which)."""
    if at_least == np.inf:
        return None
    return _profile(text, mine, theirs, at_least, choices, thresholds, budget).reply(at_least)


@dataclass(frozen=True, eq=False, slots=True)
class _Path:
    """The tables of a profile, in which its texts are found; (v, sums) after each layer."""

    steps: Steps
    values: Floats
    tables: list[Floats]

    def text(self, row: int) -> Outcome:
        """The text behind an entry of the last table."""
        return self.steps.path(self.values, self.tables, row)


def profile_in(diagram: Diagram, mine: Floats, theirs: Floats) -> Profile | None:
    """The profile in a diagram whose arcs (a,) add so much to mine and to theirs (minus infinity: closed), by knapsack
    tables; None where these would be too large."""
    if diagram.empty:
        return None
    steps = steps_of(diagram, mine.tobytes())
    return _from_tables(steps, theirs) if steps is not None else None


def _from_tables(steps: Steps, values: Floats) -> Profile:
    """The profile where each arc (a,) adds `values` to theirs."""
    tables = steps.tables(values)
    best = tables[-1][0]
    # An entry counts if it beats everything that gives me more.
    above = np.append(np.maximum.accumulate(best[::-1])[::-1][1:], -np.inf)
    rows = np.flatnonzero(best > above)
    return Profile(rows + steps.least, best[rows], steps.diagram.exact, _Path(steps, values, tables), rows)


def _from_pareto_sums(found: ParetoSums) -> Profile:
    """The profile whose pairs are the first two columns of these sums."""
    rows = np.argsort(found.sums[:, 0], kind="stable")
    mine = np.rint(found.sums[rows, 0]).astype(np.int64)
    return Profile(mine, found.sums[rows, 1], found.exact, found, rows)
