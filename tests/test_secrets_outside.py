"""Seats outside and their delegations keep their secrets from each other: what is the one's changes nothing that lies
before the other, but moods and wishes, which have always been told."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

from game.seat import desk, encode, memo, setting
from game.talks import CHAIR, GALLERY, KeepSilence, Reply, Talks, View, play, view
from game.talks.events import Accepted, Answered, Cabled, Charged, Declined, Hinted, Proposed
from game.talks.hearing import hears
from game.talks.refused import Refused
from game.text import DelegationId
from tests.delegations.test_outside import attended
from tests.seat.games import attended_game
from tests.test_hidden_acts import courses, differing
from tests.test_secrecy import _raised, sealed_otherwise


@cache
def moments() -> tuple[Talks, ...]:
    """Some moments of talks at which somebody speaks for every audience."""
    return tuple(talks for seed in (1, 2, 3) for talks in list(attended_game("harbour", seed))[::4] if not talks.over)


def outside(talks: Talks) -> tuple[DelegationId, ...]:
    """The seats outside."""
    return tuple(DelegationId(audience.id) for audience in talks.scenario.audiences)


def lying_before(seen: View) -> tuple[str, str]:
    """All that a face is given, byte for byte, worked out anew."""
    memo.forget()
    return encode(desk(seen)), encode(setting(seen))


def test_no_seat_sees_what_is_sealed_from_it() -> None:
    """Everything is exchanged at once that a seat may not know: for one outside the instructions of all delegations,
    its own among them, and the sheets of all others outside; for a delegation those of its allies, as far as their
    moods and wishes stay what they are. Its view and its desk are the same."""
    for talks in moments():
        for who in (*talks.scenario.ids, *outside(talks), GALLERY):
            mine, same = view(talks, who), view(sealed_otherwise(talks, who), who)
            assert mine == same
            assert lying_before(mine) == lying_before(same)


def test_ones_own_sheet_does_change_the_desk() -> None:
    """The comparison is not blind: with another sheet of its own a seat outside sees something else."""
    for talks in moments()[:3]:
        for who in outside(talks):
            sheets = {
                each: _raised(sheet) if each == str(who) else sheet for each, sheet in talks.scenario.judgements.items()
            }
            other = replace(talks, scenario=replace(talks.scenario, judgements=sheets))
            assert lying_before(view(talks, who)) != lying_before(view(other, who))


def test_what_is_said_in_private_is_not_heard_outside() -> None:
    """Non-papers and the answers to them, cables and their answers, and points are in the record of no seat outside."""
    private: Counter[str] = Counter()
    for seed in range(1, 25):
        talks = attended("harbour", seed).before
        assert talks is not None
        floated = {event.package for event in talks.events if isinstance(event, Proposed) and event.off_record}
        records = [view(talks, who).record for who in outside(talks)]
        for event in talks.events:
            answers = isinstance(event, Hinted | Accepted | Declined | Proposed) and event.package in floated
            if answers or isinstance(event, Answered | Cabled | Charged):
                private[type(event).__name__] += 1
                assert not any(event in record for record in records)
    assert private.keys() >= {"Proposed", "Hinted", "Charged", "Cabled", "Answered"}


def test_an_answer_and_a_silence_are_noticed_by_nobody_else() -> None:
    """Before and after one of several allies keeps its silence, and before and after an answer to whoever has asked,
    the view of everybody else is the same, its version too."""
    seen: Counter[str] = Counter()
    for talks in (each for seed in range(1, 9) for each in attended_game("harbour", seed)):
        for who in outside(talks):
            for move in view(talks, who).legal.moves:
                after = play(talks, move)
                kept = isinstance(move, KeepSilence) and not isinstance(after, Refused) and after.silence is not None
                if isinstance(after, Refused) or not (kept or isinstance(move, Reply)):
                    continue
                asker = talks.scenario.audience(talks.scenario.audiences[outside(talks).index(who)].id).of
                hears = {who, CHAIR} | (set() if kept else {asker})
                for other in {*talks.scenario.ids, *outside(talks), GALLERY} - hears:
                    assert view(talks, other) == view(after, other)
                seen[type(move).__name__] += 1
    assert set(seen) == {"KeepSilence", "Reply"}


def test_what_is_done_off_the_record_is_not_counted_outside() -> None:
    """Before and after a non-paper, an answer to one, or another ally sounded, the views of those outside who hear
    nothing of it differ in the clock and whose turn it is, and have the same version."""
    compared: Counter[str] = Counter()
    for talks in moments():
        if talks.pending or talks.closing or talks.held is not None:
            continue
        for after, _, done in courses(talks):
            fresh = after.events[len(talks.events) :]
            for who in outside(talks):
                if any(hears(event, who) for event in fresh):
                    continue
                assert differing(view(talks, who), view(after, who)) <= {"hours", "floor"}, done
                compared[done] += 1
    assert min(compared[done] for done in ("Propose", "Accept", "Decline", "Sound")) > 0
