"""What the tests of the window share: an app at a table, a partner that plays a script, and how texts may lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path
from random import Random

from game.delegations import Decision, Policy, computer
from game.desktop import Driven, Settings
from game.desktop.kit.canvas import TextBox
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.table import TableScreen
from game.talks import Accept, Circulate, Decline, Interpret, Move, Propose, Respond, Say, Shift, Sign, View
from game.text import DelegationId, IssueId, OptionId

SCENARIOS = Path(__file__).parent.parent / "scenarios"
TWO_WORDS = str(SCENARIOS / "two-words.yaml")
THREE_RIVERS = str(SCENARIOS / "three-rivers.yaml")
HARBOUR = str(Path(__file__).parent.parent / "terminal" / "harbour.yaml")
"""Two towns, and everything that there can be around a table."""
HARBOUR_LATER = str(Path(__file__).parent.parent / "terminal" / "harbour-later.yaml")
ISTANBUL = "istanbul-communique-1994"
STATUS_TALKS = "partnership-for-peace-1994"
Turn = Callable[[View], Move]


def at_table(
    scenario: str = TWO_WORDS,
    seat: str | None = "ARIA",
    *,
    policy: Policy | None = None,
    size: tuple[int, int] = (1440, 900),
    scale: float = 1.0,
    as_written: bool = False,
) -> Driven:
    """An app whose player sits at a table."""
    settings = Settings(scale=scale, motion=False)
    app = Driven(pace=0.0, size=size, settings=settings, policy=policy or computer)
    app.host.begin(scenario, DelegationId(seat) if seat else None, 1, as_written=as_written)
    app.push(TableScreen(app))
    app.settle()
    return app


def playing(turns: Iterable[Turn] = ()) -> Policy:
    """A partner that plays these turns; afterwards it does what must be done, circulates and signs what is clean, and
    says something otherwise."""
    left = iter(turns)

    def policy(view: View, chance: Random) -> Decision:
        del chance
        turn = next(left, None)
        if turn:
            return Decision(turn(view))
        return Decision(_due(view))

    return policy


def _due(view: View) -> Move:
    """A hold-up is sat out, nothing is read into a text, a clean one is initialled or circulated; else a few words."""
    due: tuple[Move, ...] = (Respond(view.who, "sit"), Interpret(view.who), Sign(view.who), Circulate(view.who))
    return next((move for move in due if move in view.legal.moves), Say(view.who, remark="We are listening."))


def agreeable(view: View, chance: Random) -> Decision:
    """A partner that accepts whatever it may, declines the rest for ever over its first word, and signs."""
    del chance
    for package in view.waiting:
        accept = Accept(view.who, package.number, remark="So be it.")
        if Accept(view.who, package.number) in view.legal.moves:
            return Decision(accept)
        return Decision(
            Decline(view.who, package.number, package.issues[0], not package.off_record, remark="Not that.")
        )
    return Decision(_due(view))


def propose(*shifts: tuple[str, str, str]) -> Turn:
    """A turn that tables a package of these shifts."""
    made = tuple(Shift(DelegationId(who), IssueId(issue), OptionId(option)) for who, issue, option in shifts)
    return lambda view: Propose(view.who, made, remark="Let us try this.")


def at_harbour(
    seat: str = "BORO",
    turns: Iterable[Turn] = (),
    *,
    size: tuple[int, int] = (1440, 900),
    scale: float = 1.0,
) -> Driven:
    """An app at the harbour, with the numbers of the file; the partner plays these turns."""
    return at_table(HARBOUR, seat, policy=playing(turns), size=size, scale=scale, as_written=True)


def dismiss(app: Driven) -> None:
    """Let the others move, and put away every card that lies on the table then."""
    app.wait()
    while isinstance(app.top, NewsScreen):
        app.key("enter")


def look_at(app: Driven, issue: str) -> None:
    """Show the wordings of an issue."""
    assert isinstance(app.top, TableScreen)
    app.top.board.look_at(IssueId(issue))
    app.redraw()
    app.settle()


def overlapping(boxes: Sequence[TextBox]) -> list[tuple[str, str]]:
    """Pairs of texts that lie over each other."""
    found = []
    sides = [(each.box.x, each.box.right, each.box.y, each.box.bottom, each.words) for each in boxes]
    for (left, right, top, bottom, one), (x, x2, y, y2, other) in combinations(sides, 2):
        if min(bottom, y2) - max(top, y) > 1.5 and min(right, x2) - max(left, x) > 1.5:
            found.append((one, other))
    return found


def mislaid(app: Driven) -> list[str]:
    """Everything that is wrong with how the texts of a frame lie."""
    boxes = app.boxes()
    wrong = [f"{one!r} lies over {other!r}" for one, other in overlapping(boxes)]
    wrong += [f"{box.words!r} is cut off" for box in boxes if not box.whole]
    wrong += [f"{box.words!r} is {box.size} high" for box in boxes if box.size < 14]
    wrong += [f"{box.words!r} leaves the page" for box in boxes if box.box.right > app.canvas.width + 0.5]
    return wrong
