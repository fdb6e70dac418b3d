"""A package in the text, and what its moves bring, agree with the rules at any moment of any talks."""

from __future__ import annotations

from random import Random

import pytest

from game.seat import Seated, deal
from game.seat.deal import stands
from game.talks import GALLERY, view
from game.text import agreed_in, draft
from tests.library import EDITIONS, EVERY
from tests.seat.games import any_tray, moments


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_it_is_what_would_be_agreed(name: str) -> None:
    """Once everybody had moved as a package says, the draft would read as the redraft says that it would."""
    chance, dealt = Random(3), 0
    for _, seen in moments(name, 0.2):
        tray = any_tray(seen, chance)
        here = Seated(seen, tray)
        assert stands(here.scenario, here.desk) == seen.positions
        found = deal(here.scenario, here.desk, tray.shifts)
        moving = [each for each in tray.shifts if seen.positions[each.delegation][each.issue] != each.option]
        assert (found is None) == (not moving)
        if found is None:
            continue
        then = seen.after(tray.shifts)
        settled = agreed_in(then)
        runs = [run for runs in (found.draft.heading, *(each.runs for each in found.draft.clauses)) for run in runs]
        for run in runs:
            if run.issue in settled:
                assert len({each.words for each in run.wordings if each.then}) <= 1
        printed = {run.issue for runs in draft(here.scenario.text, then).stretches() for run in runs if run.issue}
        assert printed <= {run.issue for run in runs}
        assert set(found.beside) == set(found.issues) & set(found.draft.unprinted)
        dealt += 1
    assert dealt > 3


@pytest.mark.parametrize("name", EVERY)
def test_its_points_are_those_of_the_sheet(name: str) -> None:
    """Of each move the difference of the two wordings on one's own sheet; a watcher is told no points."""
    chance, counted = Random(4), 0
    for talks, seen in moments(name, 0.2):
        tray = any_tray(seen, chance)
        here = Seated(seen, tray)
        found = deal(here.scenario, here.desk, tray.shifts)
        for step in found.steps if found else ():
            sheet = seen.own.instructions.points[step.shift.issue] if seen.own else None
            assert step.points == (sheet[step.shift.option] - sheet[step.old] if sheet else None)
            counted += sheet is not None
        watched = Seated(view(talks, GALLERY), tray)
        seen_from_outside = deal(watched.scenario, watched.desk, tray.shifts)
        assert all(step.points is None for step in (seen_from_outside.steps if seen_from_outside else ()))
    assert counted > 3
