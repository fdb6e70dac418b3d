"""What a move costs beside its hours, told before it is made."""

from __future__ import annotations

from collections.abc import Iterator

from game.talks.moves import Accept, Amend, Move, Propose, Shift
from game.talks.press import breaking
from game.talks.view import View
from game.talks.wordings import title, wording


def warnings(view: View, move: Move) -> Iterator[str]:
    """Sentences for the seat that is about to make a move: what it would reopen, and what it has told the press."""
    if isinstance(move, Propose) and not move.off_record:
        yield from (_reopening(view, f"“{title(view.scenario, i)}” is agreed") for i in move.issues if i in view.agreed)
        yield from pledges(view, move.shifts)
    if isinstance(move, Accept):
        package = next((package for package in view.packages if package.number == move.package), None)
        yield from pledges(view, package.shifts) if package and not package.off_record else ()
    if isinstance(move, Amend):
        if move.issue in view.agreed:
            yield _reopening(view, f"“{title(view.scenario, move.issue)}” is agreed")
        elif Shift(move.by, move.issue, move.option) in view.given_up:
            yield _reopening(view, f"You have left {wording(view.scenario, move.issue, move.option)} before")
        yield from pledges(view, (Shift(move.by, move.issue, move.option),))


def _reopening(view: View, why: str) -> str:
    points = view.scenario.clock.reopening
    cost = f"{points} point{'' if points == 1 else 's'} and goodwill" if points else "goodwill"
    return f"{why}: to reopen it costs you {cost}."


def pledges(view: View, shifts: tuple[Shift, ...]) -> Iterator[str]:
    """What it costs this seat where these move it off what it has told the press."""
    for shift in shifts:
        if shift.delegation == view.who and view.committed.get((view.who, shift.issue), shift.option) != shift.option:
            cost = breaking(view.seat.instructions.points[shift.issue].values())
            where = title(view.scenario, shift.issue)
            yield f"You have told the press where you stand in “{where}”: to move off it costs {cost} points."
