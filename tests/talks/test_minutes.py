"""What is asked of a record again and again."""

from __future__ import annotations

from game.talks import events, view
from tests.library import EVERY, game, opened


def test_the_minutes_say_what_the_record_says() -> None:
    """Events by kind are those of the record in its order, refusals are by name, and what is new ends where a word
    moved."""
    for name in EVERY:
        *_, last = game(opened(name, 1))
        for who in last.scenario.ids:
            seen = view(last, who)
            for kind in (events.Proposed, events.Declined, events.Happened):
                assert seen.minutes.all(kind) == tuple(event for event in seen.record if isinstance(event, kind))
            declined = [event for event in seen.record if isinstance(event, events.Declined) and event.by == who]
            named = {(event.issue, event.option) for event in declined if event.issue and event.option}
            assert seen.minutes.refused((who,)) == named
            since = seen.minutes.since_words_moved
            assert seen.record[len(seen.record) - len(since) :] == since[::-1]
            assert not any(isinstance(event, events.Settled | events.Amended) for event in since)
