"""How lively talks were, read off their events."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks import depth
from game.scenario import AudienceId
from game.simulation import liveliness
from game.simulation.run import told
from game.talks import Amend, Decline, Propose, Refused, Say, Shift, Talks, events, play
from tests.library import must, opened, played


def words(talks: Talks, times: int) -> Talks:
    """Everybody takes the floor, one after the other."""
    for _ in range(times):
        talks = must(talks, Say(talks.floor, remark="So be it."))
    return talks


def test_words_are_quiet_and_a_bracket_that_closes_is_not() -> None:
    """The longest stretch goes from one thing that came of something to the next."""
    talks = words(opened("two-words"), 2)
    spoken = talks.hours
    assert liveliness.quiet(talks) == liveliness.open_longest(talks) == spoken > 0
    who = talks.floor
    other = next(each for each in talks.scenario.ids if each != who)
    theirs = (Amend(who, issue, talks.positions[other][issue]) for issue in talks.brackets)
    talks = next(after for move in theirs if not isinstance(after := play(talks, move), Refused))
    assert liveliness.moved_alone(talks)
    assert liveliness.quiet(talks) == talks.hours


def test_only_the_first_refusal_of_a_word_is_news() -> None:
    """To hear the same again is not."""
    talks = opened("two-words")
    who = talks.floor
    other = next(each for each in talks.scenario.ids if each != who)
    issue = talks.brackets[0]
    asked = Shift(other, issue, talks.positions[who][issue])
    at = []
    for _ in range(2):
        talks = must(talks, Propose(who, (asked,)))
        talks = must(talks, Decline(other, talks.packages[-1].number, issue))
        at.append(talks.hours)
    assert liveliness.quiet(talks) == max(at[0], at[1] - at[0])


def test_a_text_that_changed_was_not_initialled_by_all() -> None:
    """Who has initialled has initialled that text: where a package changes it between, a voice of the silence broken
    after that brings nothing back that all had put their initials to."""
    a, b = opened("two-words").scenario.ids
    talks = opened("two-words")
    initials: list[events.Event] = [
        events.Initialled(at=1.0, by=a),
        events.Accepted(at=2.0, by=a, package=1, carried=True),
    ]
    broken: list[events.Event] = [
        events.Initialled(at=3.0, by=b),
        events.Broke(at=4.0, by=b, audience=AudienceId("NOBODY")),
    ]
    assert not liveliness.returned(replace(talks, events=(*talks.events, *initials, *broken)))
    assert liveliness.returned(replace(talks, events=(*talks.events, initials[0], *broken)))


@pytest.mark.parametrize("name", ["istanbul-communique-1994", "harbour", "three-rivers"])
def test_what_a_run_tells_is_in_its_talks(name: str) -> None:
    """What was used is what was done, and no stretch is longer than the talks."""
    talks = played(opened(name, 3))
    run = told(talks, 3)
    assert 0 < run.quiet <= run.hours
    assert run.still_open <= run.hours
    assert bool(run.side_texts) == any(isinstance(event, events.HeldUp) for event in talks.events)
    assert run.readings == {reading for reading in talks.said.values() if reading}


def test_depth_is_measured() -> None:
    """Every row has a bar or none, and the shares of an issue's wordings are told."""
    rows = depth.measured("istanbul-communique-1994", "whole", range(1, 5), cores=1)
    assert {tuple(sorted(row)) for row in rows} == {("case", "ours", "peer", "ratio", "unit")}
    assert any("alive" in str(row["unit"]) for row in rows)
