"""How well a computer delegation plays: four levels that differ in what they can do, and never in what they may see.

A level is a skill: each earns more than the one below against the same player, and all sign. Whoever is learning takes
every issue to matter to the others alike, does not look past the signature, packs few words together, comes down long
before it has to, and takes nearly anything. An attaché tells apart half of what matters, leaves time for consent, and
hardly holds it against the others that they have moved less.
An ambassador reads the others, plays the whole board and holds out longer. A minister closes with whole packages as
soon as the rules let it, weighs how likely each is to be taken, and gives least; it looks ahead: its capital opens in
time what it may need in the end, it has come down while a package can still be taken, and it wastes no last hour; it
haggles over a good text while it can come back to it, and has a price for a word that fails on the others' side.

The numbers are judgements, tuned on seeds below 9,000 of the main scenario; `python -m benchmarks levels` measures what
they come to on seeds that nothing was tuned on (docs/delegations.md).
"""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario import Temperament
from game.talks import USUAL_LEVEL, Sits


@dataclass(frozen=True, slots=True)
class Level:
    """What a delegation can do. Every level plays by the same rules, on the view of its seat alone."""

    name: Sits
    """By which it is asked for and kept in a record, and told to whoever chooses."""
    their_hope: float = 0.6
    """Share of what the others hope for that its own first aim leaves them."""
    reserve: float = 0.25
    """Share of the talks before the deadline by which its aim has come down: a text must still be closed and signed."""
    last: float = 0.15
    """Share of the talks at the end in which even what it asks for comes down to its walk-away."""
    giving: float = 0.0
    """How far its generosity is drawn to 1, or, if it is negative, to 0."""
    slack: float = 0.25
    """Points an issue by which a package may miss its plan and still be taken."""
    settles: float = 0.8
    """Where between its floor and its aim lies what it takes rather than asks."""
    guard: float = 0.6
    """How far its floor rises towards a fair text when they have moved less than it has."""
    learning: float = 1.0
    """How far it trusts what it sees the others do, where 0 is to believe only what their opening says."""
    whole_board: bool = True
    """Whether it holds up side texts and goes public."""
    yielding: bool = False
    """Whether it gives the word that it is held up for, and reads nothing of its own into the frozen text."""
    candour: float = 0.0
    """The least candour with which it says what it minds."""
    whole: int = 3
    """Brackets from which on it puts whole packages, as many as the rules let one package touch."""
    foresees: bool = True
    """Whether it counts what a text brings later, in the aftermath."""
    insight: float = 1.0
    """How far it tells apart what matters to the others, where 0 takes every issue to matter to them alike."""
    looks_ahead: bool = False
    """Whether it weighs how likely a whole text is to be taken, and sees to what the end of the talks will need."""
    careful: bool = False
    """Whether it counts the hours that consent and initials take, and leaves them."""

    def generosity(self, temper: Temperament) -> float:
        """How near the middle a delegation with such a temperament is content to end at this level."""
        end = 1.0 if self.giving > 0 else 0.0
        return temper.generosity + abs(self.giving) * (end - temper.generosity)


STUDENT = Level(
    "student", their_hope=0.95, reserve=0.5, giving=1.0, slack=1.2, settles=0.3, guard=0.0, learning=0.0,
    whole_board=False, yielding=True, candour=1.0, foresees=False, insight=0.0,
)  # fmt: skip
ATTACHE = Level(
    "attache", their_hope=0.75, reserve=0.45, giving=0.7, slack=0.7, settles=0.45, guard=0.15, learning=0.0,
    whole_board=False, candour=0.7, whole=5, careful=True, insight=0.6,
)  # fmt: skip
AMBASSADOR = Level("ambassador", their_hope=0.5, reserve=0.32, giving=0.0, settles=0.75, whole=6, careful=True)
MINISTER = Level("minister", their_hope=0.5, last=0.03, giving=-0.7, slack=0.1, whole=8, careful=True, looks_ahead=True)
LEVELS: dict[str, Level] = {level.name: level for level in (STUDENT, ATTACHE, AMBASSADOR, MINISTER)}
"""Every level by its name, the easiest first."""
ORDINARY = LEVELS[USUAL_LEVEL]
"""What plays where no level is named."""
