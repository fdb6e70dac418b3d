"""A student that is a program: what it would do, from its desk alone.

It is no good player and is not meant to be one: it bargains as somebody may who reads this for the first time. It asks
for what it hopes for, hopes for less as the deadline comes nearer, does not ask again for what was refused, takes what
is worth more than it hopes for, and signs what is worth more than to leave. Whoever wants an opponent has the computer
(`game/delegations`). What is said with a move has still to be written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from game.seat import Deed, Desk, IssueRow, JudgingDesk, Wording
from game.talks import (
    Accept,
    BreakSilence,
    Consult,
    Decline,
    Headline,
    Interpret,
    Move,
    Propose,
    Refused,
    Reply,
    Say,
    Shift,
    Vote,
)
from game.talks.events import Declined
from game.text import Exclusion, IssueId

_GREED = -0.1, 0.3
"""How much of the way from the middle of what is open to the best a robot hopes for at first, at least and at most."""
_GIVES_UP = 2.4
"""How much less of that way it is at the deadline: most tables sign in time, hardly two the same text (13 of 16 in the
lesson of the main scenario, 12 texts)."""


_SHRUG = 3
"""Points that nobody walks out over who has sat here for so long."""
_TRIED = 30
"""Packages that are thought of before one is offered."""

_Places = Mapping[IssueId, tuple[list[Wording], float]]


class Robot:
    """A student at one seat."""

    def __init__(self, chance: Random, apart: Sequence[Exclusion] = ()) -> None:
        """One whose character, and all that it does, comes of this chance; `apart` are words of which it knows that
        they cannot stand together."""
        self.chance = chance
        self._apart = apart
        self._greed = chance.uniform(*_GREED)
        self._sent_back: set[tuple[Shift, ...]] = set()
        """Packages that the rules would not have."""

    def hope(self, desk: Desk) -> float:
        """How many points of words it expects now: about the middle of what is open, and less with the hours;
        never less than to leave would bring."""
        if desk.worth is None:
            return 0.0
        low, high = desk.worth.now.low, desk.worth.now.high
        gone = min(1.0, desk.now.hours / desk.now.deadline) if desk.now.deadline else 1.0
        at_least = desk.worth.left.total - desk.worth.paid
        if not desk.brackets:
            return at_least  # what is better for the others too may be signed
        return max(at_least, (low + high) / 2 + (high - low) / 2 * (self._greed - _GIVES_UP * gone))

    def refused(self, move: Move) -> None:
        """Take note that a move was not made."""
        if isinstance(move, Propose):
            self._sent_back.add(move.shifts)

    def move(self, desk: Desk) -> Move | None:
        """What it does now; None where nothing is asked of it, or it would rather wait."""
        if (asked := desk.judging) is not None:
            return self._outside(desk, asked)
        match desk.mode:
            case "held":
                return self._one_of(desk, "respond")
            case "closing":
                return Interpret(desk.who)
            case "sign":
                return self._signs(desk)
            case "answer":
                return self._answers(desk)
            case "compose":
                return self._offers(desk)
            case _:
                return None

    # ---- a delegation -----------------------------------------------------------------------------------------------

    def _one_of(self, desk: Desk, deed: Deed) -> Move | None:
        found = desk.choice(deed)
        return self.chance.choice(found.moves) if found and found.moves and not found.why_not else None

    def _passes(self, desk: Desk) -> Move:
        return Say(desk.who)

    def _signs(self, desk: Desk) -> Move | None:
        signed, left = (desk.worth.signed, desk.worth.left) if desk.worth else (None, None)
        if signed and left and signed.total < left.total - _SHRUG:
            return self._package(desk) or self._passes(desk)
        return self._one_of(desk, "circulate") or self._one_of(desk, "sign") or self._passes(desk)

    def _answers(self, desk: Desk) -> Move | None:
        theirs = desk.waiting[0]
        worth = (theirs.after.low + theirs.after.high) / 2 if theirs.after else 0.0
        if theirs.why_not is None and worth >= self.hope(desk):
            return Accept(desk.who, theirs.number)
        told = isinstance(theirs.why_not, Refused) and theirs.why_not.issue is not None
        if self.chance.random() < (0.3 if told else 0.6) and (ours := self._package(desk)) is not None:
            return ours
        why = theirs.why_not.issue if isinstance(theirs.why_not, Refused) else None
        mine = [each.issue for each in theirs.shifts if each.delegation == desk.who]
        return Decline(desk.who, theirs.number, why or (self.chance.choice(mine) if mine else None))

    def _offers(self, desk: Desk) -> Move | None:
        asks = desk.may("consult")
        if asks and asks.issues and self.chance.random() < 0.3:
            return Consult(desk.who, (self.chance.choice(asks.issues),))
        return self._package(desk) or self._passes(desk)

    def _package(self, desk: Desk) -> Propose | None:
        """Of some packages by chance that would bring what it hopes for, the one that asks least; None without any."""
        rows = [row for row in desk.issues if row.agreed is None] or list(desk.issues)
        most, known = desk.largest if desk.brackets else 2, {row.issue: self._places(desk, row) for row in rows}
        drawn = (self._drawn(desk, self.chance.sample(rows, min(most, len(rows))), known) for _ in range(_TRIED))
        open_to = [(worth, shifts) for worth, shifts in drawn if shifts and shifts not in self._sent_back]
        enough = [each for each in open_to if each[0] >= self.hope(desk)]
        found = min(enough) if enough else max(open_to, default=None)
        return Propose(desk.who, found[1]) if found else None

    def _places(self, desk: Desk, row: IssueRow) -> tuple[list[Wording], float]:
        """Where an issue could be settled between those who stand apart, or beside what is agreed: where this seat may
        go, and what was not refused. And what it may count on there now: the middle."""
        refusals = [each for each in desk.record if isinstance(each, Declined) and each.by != desk.who]
        minded = {each.option for each in refusals if each.issue == row.issue}
        stand = [place for place, each in enumerate(row.wordings) if each.stands]
        beyond = int(row.agreed is not None)
        between = row.wordings[max(0, stand[0] - beyond) : stand[-1] + 1 + beyond]
        open_to = [each for each in between if desk.why_not_go(row.issue, each.option) is None]
        ends = [each.points or 0 for each in between if each.stands]
        return [each for each in open_to if each.option not in minded] or open_to, (min(ends) + max(ends)) / 2

    def _drawn(self, desk: Desk, rows: list[IssueRow], known: _Places) -> tuple[float, tuple[Shift, ...]]:
        """These issues settled somewhere, and about what the words would be worth then. No shifts where it would ask
        nothing of anybody, or the words cannot stand together."""
        worth = (desk.worth.now.low + desk.worth.now.high) / 2 if desk.worth else 0.0
        shifts, words = list[Shift](), {row.issue: row.agreed for row in desk.issues if row.agreed is not None}
        for row in rows:
            among, middle = known[row.issue]
            to = self.chance.choice(among)
            worth += (to.points or 0) - middle
            words[row.issue] = to.option
            shifts += (Shift(who.id, row.issue, to.option) for who in desk.people if who.id not in to.stands)
        asks = any(each.delegation != desk.who for each in shifts)
        stand = not any(each.broken_by(words) for each in self._apart)
        return worth, tuple(shifts) if asks and stand else ()

    # ---- an audience ------------------------------------------------------------------------------------------------

    def _outside(self, desk: Desk, asked: JudgingDesk) -> Move | None:
        minded = asked.named[0].issue if asked.named else None
        content = asked.surplus >= 0
        match desk.mode:
            case "silence" if not content and minded is not None:
                return BreakSilence(desk.who, minded)
            case "vote":
                return Vote(desk.who, content, None if content else minded)
            case "sounded":
                return Reply(desk.who, "yes") if content else Reply(desk.who, "no", minded)
            case _ if asked.power == "press" and not asked.printed and desk.agreed and self.chance.random() < 0.2:
                return Headline(desk.who)
            case _:
                return None
