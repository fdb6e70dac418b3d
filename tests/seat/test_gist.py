"""What a seat's instructions come to is what the rules count."""

from __future__ import annotations

import pytest

from game.seat import gist
from tests.library import EDITIONS, EVERY, scenario


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_the_gist_is_what_the_rules_count(name: str) -> None:
    """The dearest wordings that may be signed, the least that keeps half of each, every red line, and the ladder."""
    told = scenario(name)
    for sheet in told.instructions.values():
        found = gist(told, sheet)
        red = {(issue, option) for issue, options in sheet.red_lines.items() for option in options}
        assert set(found.never) == red
        least = min(want.points for want in found.wants)
        for issue in told.text.issues:
            mine = {
                option: points for option, points in sheet.points[issue.id].items() if (issue.id, option) not in red
            }
            want = next((want for want in found.wants if want.issue == issue.id), None)
            if want is None:
                assert max(mine.values(), default=least) <= least
                continue
            assert mine[want.option] == want.points == max(mine.values())
            half = [
                points for option, points in mine.items() if option != want.option and 2 * points >= want.points > 0
            ]
            assert (want.kept if want.enough else None) == min(half, default=None)
        spine = told.text.spine
        ladder = sheet.mandate.get(spine.id, ()) if spine else ()
        assert [set(step) for step in found.steps] == [
            {option for option in step if spine and (spine.id, option) not in red} for step in ladder
        ]
        ladders = [steps for issue, steps in sheet.mandate.items() if not spine or issue != spine.id]
        assert found.locked == sum(len(steps) > 1 for steps in ladders)
