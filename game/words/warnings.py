"""What a move costs beside its hours, told before it is made."""

from __future__ import annotations

from collections.abc import Iterator

from game.talks import Accept, Amend, Move, Propose, Shift, View, breaking
from game.text import IssueId
from game.words.language import count, say
from game.words.names import title, wording


def warnings(view: View, move: Move) -> Iterator[str]:
    """Sentences for the seat that is about to make a move: what it would reopen, and what it has told the press."""
    if isinstance(move, Propose) and not move.off_record:
        yield from (_reopening(view, _agreed(view, issue)) for issue in move.issues if issue in view.agreed)
        yield from pledges(view, move.shifts)
    if isinstance(move, Accept):
        package = next((package for package in view.packages if package.number == move.package), None)
        yield from pledges(view, package.shifts) if package and not package.off_record else ()
    if isinstance(move, Amend):
        if move.issue in view.agreed:
            yield _reopening(view, _agreed(view, move.issue))
        elif Shift(move.by, move.issue, move.option) in view.given_up:
            left = wording(view.scenario, move.issue, move.option)
            yield _reopening(view, say("You have left {wording} before", wording=left))
        yield from pledges(view, (Shift(move.by, move.issue, move.option),))


def _agreed(view: View, issue: IssueId) -> str:
    return say("{issue:quoted} is agreed", issue=title(view.scenario, issue))


def _reopening(view: View, why: str) -> str:
    points = view.scenario.clock.reopening
    if not points:
        return say("{why}: to reopen it costs you goodwill.", why=why)
    return count(
        "{why}: to reopen it costs you {n} point and goodwill.",
        "{why}: to reopen it costs you {n} points and goodwill.",
        points,
        why=why,
    )


def pledges(view: View, shifts: tuple[Shift, ...]) -> Iterator[str]:
    """What it costs this seat where these move it off what it has told the press."""
    for shift in shifts:
        if shift.delegation == view.who and view.committed.get((view.who, shift.issue), shift.option) != shift.option:
            cost = breaking(view.seat.instructions.points[shift.issue].values())
            yield say(
                "You have told the press where you stand in {issue:quoted}: to move off it costs {cost} points.",
                issue=title(view.scenario, shift.issue), cost=cost,
            )  # fmt: skip
