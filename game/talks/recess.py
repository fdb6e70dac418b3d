"""The recess: where everybody in turn has only talked, the talks rest until something comes, or for a few hours.

The hours that would have gone by in talk go by at once, with all that hours do. No answer of a capital, no dated event,
no sitting is passed over, and the last hours before the deadline are not rested away.
"""

from __future__ import annotations

from itertools import accumulate

from game.talks.events import Change, Recessed, Spoke
from game.talks.happenings import dates_ahead
from game.talks.ledger import hear
from game.talks.talks import Talks
from game.text import DelegationId


def recess_after(talks: Talks, who: DelegationId) -> float:
    """Hours for which the talks would rest at most if a delegation only talked now, as far as that delegation can
    tell: they rest less long where news come, or an answer to others. 0 where they would not rest."""
    if talks.floor != who or talks.over or talks.closing or talks.pending or talks.held is not None:
        return 0.0
    if not _only_talked(talks, {who}):
        return 0.0
    spoken = talks.hours + talks.scenario.clock.say
    dues = [cable.due for cable in talks.cables if cable.by == who]
    if any(due <= spoken for due in dues):
        return 0.0
    return max(0.0, min([_latest(talks, spoken), *dues]) - spoken)


def recess(talks: Talks) -> Talks | None:
    """The talks at the end of the recess into which they go now, but for what comes then; None where they go into
    none."""
    if talks.over or not _only_talked(talks, set()):
        return None
    latest = _latest(talks, talks.hours)
    dues = [cable.due for cable in talks.cables]
    until = min([latest, *dues, *dates_ahead(talks)])
    if until <= talks.hours:
        return None
    return hear(talks, Recessed(at=talks.hours, until=until)).altered(hours=until)


def _only_talked(talks: Talks, speaks: set[DelegationId]) -> bool:
    """Whether everybody at the table has taken the floor in turn, those who are about to among them, and nothing was
    done and nothing came between."""
    spoken = set(speaks)
    for event in reversed(talks.events):
        if len(spoken) == len(talks.scenario.ids):
            break
        if isinstance(event, Spoke) and event.by is not None and event.by not in spoken:
            spoken.add(event.by)
        elif not isinstance(event, Change):
            return False
    return len(spoken) == len(talks.scenario.ids)


def _latest(talks: Talks, since: float) -> float:
    """The hour of talks at which a recess ends at the latest: after so many hours, when the next sitting begins, and
    as long before the deadline as it may last. No later than it begins where there is none."""
    longest = talks.scenario.clock.recess
    sittings = accumulate(session.hours for session in talks.scenario.calendar.sessions)
    return min([since + longest, talks.deadline - longest, *(border for border in sittings if border > since)])
