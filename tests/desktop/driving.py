"""What the tests of the window share: an app at a table, a partner that plays a script, and how texts may lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path
from random import Random

from game.delegations import Decision, Policy, computer
from game.desktop import Driven, Settings
from game.desktop.canvas import TextBox
from game.desktop.screens.table import TableScreen
from game.talks import Accept, Decline, Move, Propose, Say, Shift, Sign, View
from game.text import DelegationId, IssueId, OptionId

SCENARIOS = Path(__file__).parent.parent / "scenarios"
TWO_WORDS = str(SCENARIOS / "two-words.yaml")
THREE_RIVERS = str(SCENARIOS / "three-rivers.yaml")
STATUS_TALKS = "partnership-for-peace-1994"
Turn = Callable[[View], Move]


def at_table(
    scenario: str = TWO_WORDS,
    seat: str | None = "ARIA",
    *,
    policy: Policy | None = None,
    size: tuple[int, int] = (1440, 900),
    scale: float = 1.0,
) -> Driven:
    """An app whose player sits at a table."""
    settings = Settings(scale=scale, motion=False, pace=0.0)
    app = Driven(size=size, settings=settings, policy=policy or computer)
    app.begin(scenario, DelegationId(seat) if seat else None, 1)
    app.push(TableScreen(app))
    app.settle()
    return app


def playing(turns: Iterable[Turn] = ()) -> Policy:
    """A partner that plays these turns; afterwards it signs what is clean, and says something otherwise."""
    left = iter(turns)

    def policy(view: View, chance: Random) -> Decision:
        del chance
        turn = next(left, None)
        if turn:
            return Decision(turn(view), "the script")
        if view.legal.may(Sign):
            return Decision(Sign(view.who), "clean")
        return Decision(Say(view.who, "We are listening."), "nothing to do")

    return policy


def agreeable(view: View, chance: Random) -> Decision:
    """A partner that accepts whatever it may, declines the rest for ever over its first word, and signs."""
    del chance
    for package in view.waiting:
        accept = Accept(view.who, "So be it.", package.number)
        if Accept(view.who, "", package.number) in view.legal.moves:
            return Decision(accept, "agreeable")
        return Decision(Decline(view.who, "Not that.", package.number, package.issues[0], not package.off_record), "")
    if view.legal.may(Sign):
        return Decision(Sign(view.who), "clean")
    return Decision(Say(view.who, "We are listening."), "nothing to do")


def propose(*shifts: tuple[str, str, str]) -> Turn:
    """A turn that tables a package of these shifts."""
    made = tuple(Shift(DelegationId(who), IssueId(issue), OptionId(option)) for who, issue, option in shifts)
    return lambda view: Propose(view.who, "Let us try this.", made)


def overlapping(boxes: Sequence[TextBox]) -> list[tuple[str, str]]:
    """Pairs of texts that lie over each other."""
    found = []
    for one, other in combinations(boxes, 2):
        shared = one.box.meet(other.box)
        if shared.w > 1.5 and shared.h > 1.5:
            found.append((one.words, other.words))
    return found


def mislaid(app: Driven) -> list[str]:
    """Everything that is wrong with how the texts of a frame lie."""
    boxes = app.boxes()
    wrong = [f"{one!r} lies over {other!r}" for one, other in overlapping(boxes)]
    wrong += [f"{box.words!r} is cut off" for box in boxes if not box.whole]
    wrong += [f"{box.words!r} is {box.size} high" for box in boxes if box.size < 14]
    wide = app.surface.get_width() / app.scale
    wrong += [f"{box.words!r} leaves the window" for box in boxes if box.box.right > wide + 0.5]
    return wrong
