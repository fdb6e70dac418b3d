"""What was revoked is heard no more, by whoever had been asked before what he heard."""

from __future__ import annotations

from game.talks import CHAIR, GALLERY, Revoke, Say, replay, view
from game.talks.outside import Revoked
from tests.library import must, opened


def test_whoever_was_asked_before_hears_nothing_of_what_was_revoked() -> None:
    """The same as whoever is asked for the first time, though there were more events before than there are now."""
    talks = opened("two-words")
    for number in range(3):
        talks = must(talks, Say(talks.floor, remark=f"Remark {number}."))
    watchers = (*talks.scenario.ids, GALLERY, CHAIR)
    assert all(view(talks, who).record for who in watchers)
    talks = must(talks, Revoke(CHAIR, 1))
    fresh, _ = replay(opened("two-words"), talks.moves)
    for who in watchers:
        assert view(talks, who) == view(fresh, who)
        assert [type(event) for event in view(talks, who).record[-1:]] == [Revoked]
