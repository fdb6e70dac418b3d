"""One player at the terminal, and all that lies before this seat now."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.scenario import Scenario
from game.seat import Choice, Deed, Desk, NotReady, PackageRow, Tray, desk
from game.talks import View
from game.text import Issue, IssueId

_EMPTY = Tray()


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat's view of the talks with what its player has prepared, and the desk that comes of both."""

    view: View
    tray: Tray = _EMPTY
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "desk", desk(self.view, self.tray))

    def with_tray(self, tray: Tray) -> Seated:
        """The same seat with something else prepared."""
        return Seated(self.view, tray)

    @property
    def scenario(self) -> Scenario:
        """The talks that are played."""
        return self.view.scenario

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Every issue of the text."""
        return self.scenario.text.issues

    def may(self, deed: Deed) -> Choice | None:
        """A kind of move that is open now, be it that something has still to be chosen for it."""
        choice = self.desk.choice(deed)
        return choice if choice and (choice.why_not is None or isinstance(choice.why_not, NotReady)) else None

    @property
    def brackets(self) -> tuple[IssueId, ...]:
        """The issues in brackets."""
        return self.desk.brackets

    @property
    def acceptable(self) -> tuple[PackageRow, ...]:
        """Those of them that may be accepted."""
        return tuple(row for row in self.desk.waiting if row.why_not is None)
