"""What a seat's instructions come to, for whoever reads them the first time: computed, so that it is what the rules
count."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario import Instructions, Scenario
from game.text import Issue, IssueId, OptionId

_DEAREST = 4


@dataclass(frozen=True, slots=True)
class Want:
    """An issue with most at stake, and its dearest wording that crosses no red line."""

    issue: IssueId
    option: OptionId
    points: int
    enough: OptionId | None = None
    """The least of the other wordings that keeps half of these points, if one does."""
    kept: int = 0
    """The points of that."""


@dataclass(frozen=True, slots=True)
class Gist:
    """The sheet in short."""

    wants: tuple[Want, ...]
    """The dearest first."""
    never: tuple[tuple[IssueId, OptionId], ...]
    """Every wording that crosses a red line, in the order of the text."""
    steps: tuple[tuple[OptionId, ...], ...]
    """What each step of the mandate opens on the spine, strong to weak, and may be signed; empty without a spine."""
    locked: int
    """The other issues in which some wordings wait for a cable."""


def gist(scenario: Scenario, sheet: Instructions) -> Gist:
    """The gist of instructions."""
    issues, spine = scenario.text.negotiated, scenario.text.spine
    wants = sorted(filter(None, (_want(sheet, issue) for issue in issues)), key=lambda want: -want.points)
    red = {(issue, option) for issue, options in sheet.red_lines.items() for option in options}
    words = [(issue.id, option.id) for issue in issues for option in issue.options]
    ladder = [(spine.id, step) for step in sheet.mandate.get(spine.id, ())] if spine else []
    return Gist(
        wants=tuple(wants[:_DEAREST]),
        never=tuple(each for each in words if each in red),
        steps=tuple(
            tuple(option for issue, option in words if issue == on and option in step and (on, option) not in red)
            for on, step in ladder
        ),
        locked=sum(len(steps) > 1 for issue, steps in sheet.mandate.items() if not spine or issue != spine.id),
    )


def _want(sheet: Instructions, issue: Issue) -> Want | None:
    """What is wanted in an issue; None where every wording crosses a red line."""
    red, worth = sheet.red_lines.get(issue.id, frozenset()), sheet.points[issue.id]
    ranked = sorted((option.id for option in issue.options if option.id not in red), key=lambda each: -worth[each])
    if not ranked:
        return None
    first, *others = ranked
    half = [each for each in others if 2 * worth[each] >= worth[first] > 0]
    enough = half[-1] if half else None
    return Want(issue.id, first, worth[first], enough, worth[enough] if enough else 0)
