"""What everybody sees at one moment of a table's talks."""

from __future__ import annotations

from game.scenario import AudienceId
from game.talks import CHAIR, GALLERY, Talks, View, view
from game.text import DelegationId


class Views:
    """Each view is made when somebody first looks, however much has been done meanwhile, and once."""

    def __init__(self, talks: Talks) -> None:
        self._talks = talks
        self._made: dict[DelegationId, View] = {}

    def of(self, who: DelegationId) -> View:
        """What a watcher sees: a delegation, an audience that somebody speaks for, `GALLERY` or `CHAIR`. Raises
        `LookupError`."""
        talks = self._talks
        if who not in talks.scenario.ids and AudienceId(who) not in talks.seated and who not in (GALLERY, CHAIR):
            raise LookupError(f"no seat {who!r} at this table")
        seen = self._made.get(who)
        if seen is None:
            seen = self._made[who] = view(talks, who)
        return seen
