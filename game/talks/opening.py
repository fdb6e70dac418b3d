"""How talks begin: instructions as they are written or as the seed draws them, and what earlier talks have left."""

from __future__ import annotations

from game.scenario import NEUTRAL, Past, Scenario, Seed, couples, drawn, historical
from game.talks.events import Opened
from game.talks.happenings import happen
from game.talks.sequels import inherit
from game.talks.talks import Talks


def open_talks(scenario: Scenario, seed: Seed = 0, *, as_written: bool = False, past: Past | None = None) -> Talks:
    """The talks before the first move.

    The seed draws the instructions within the bounds that the scenario states, unless they are to be `as_written`; it
    is kept for the record and for ties of the computer's. `past` is what is left of the talks that these follow; one
    of other talks is not taken over.
    """
    ready = historical(scenario) if as_written else drawn(scenario, seed)
    talks = Talks(
        scenario=ready,
        seed=seed,
        positions={delegation.id: delegation.opening for delegation in ready.delegations},
        floor=ready.ids[0],
        goodwill={two: ready.goodwill.get(two, NEUTRAL) for two in couples(ready.ids)},
        events=(Opened(at=0.0),),
        deeds=1,
    )
    if past is not None and ready.sequel is not None and past.scenario == ready.sequel.scenario:
        talks = inherit(talks, ready.sequel, past)
    return happen(talks)
