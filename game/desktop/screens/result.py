"""Talks that are over, as they lie before one seat: what every tab of the ending is drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from game.desktop.kit.sign import Sign
from game.desktop.signs import signs
from game.scenario import Scenario
from game.seat import Desk, Ended, Here, IssueRow
from game.text import DelegationId


@dataclass(frozen=True, slots=True)
class Result:
    """The end, with the scenario that says what things are called."""

    scenario: Scenario
    desk: Desk
    ended: Ended
    marks: Mapping[DelegationId, Sign]

    @classmethod
    def of(cls, here: Here) -> Self:
        """The end of a seat's talks, which must be over."""
        assert here.desk.ended is not None
        return cls(here.scenario, here.desk, here.desk.ended, signs(here.scenario))

    @property
    def agreed(self) -> bool:
        """Whether a text was signed."""
        return self.ended.signed is not None

    def stands(self, row: IssueRow) -> Mapping[DelegationId, str]:
        """The wording for which each delegation stood in the end, oneself first."""
        issue = self.scenario.text[row.issue]
        names = {who: issue[wording.option].name for wording in row.wordings for who in wording.stands}
        return {account.who: names[account.who] for account in self.ended.accounts}
