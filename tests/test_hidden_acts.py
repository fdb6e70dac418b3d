"""What happens off the record is not counted by whoever does not hear it: a third seat sees that the clock has run, and
whose turn it is, which nobody can hide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from random import Random

import pytest

from game.scenario import Seed
from game.talks import (
    GALLERY,
    Accept,
    Decline,
    Move,
    Propose,
    Refused,
    Shift,
    Sound,
    Talks,
    View,
    open_talks,
    play,
    verdict,
    view,
)
from game.talks.events import Proposed
from game.talks.numbering import numbered
from game.text import DelegationId, OptionId
from tests.library import random_game, scenario

WARSAW, RIVERS = "warsaw-at-the-table", "three-rivers"
KEY = bytes(range(16))
CLOCK = {"hours", "floor", "legal"}
"""What a view tells of the hours and of whose turn it is."""


def moments(name: str, seed: Seed) -> Iterator[Talks]:
    """Moments of a random game, each of which goes on from here."""
    chance = Random(repr(seed))
    for talks in random_game(open_talks(scenario(name), seed), chance):
        if verdict(talks) is None and not talks.closing and talks.held is None and chance.random() < 0.3:
            yield talks


def quiet(talks: Talks) -> Iterator[Move]:
    """What whoever has the floor could do off the record: a non-paper to each, an answer to one, an ally sounded."""
    who = talks.floor
    mine = view(talks, who)
    floated = {package.number for package in mine.packages if package.off_record}
    for move in mine.legal.moves:
        if isinstance(move, Sound) or (isinstance(move, Accept | Decline) and move.package in floated):
            yield move
    for other in mine.others:
        for issue in talks.scenario.text.issues:
            wordings = issue.ids - {talks.positions[other.id][issue.id]}
            yield Propose(who, (Shift(other.id, issue.id, min(wordings)),), off_record=True)


def hearing(move: Move, talks: Talks) -> set[DelegationId]:
    """Who hears a move that is made off the record."""
    if isinstance(move, Propose):
        return {move.by, *(shift.delegation for shift in move.shifts)}
    package = talks.package(move.package) if isinstance(move, Accept | Decline) else None
    return {move.by} if package is None else {package.by, *package.asked}


def differing(one: View, other: View) -> set[str]:
    """The fields in which two views differ."""
    return {field.name for field in fields(View) if getattr(one, field.name) != getattr(other, field.name)}


def courses(talks: Talks) -> Iterator[tuple[Talks, set[DelegationId], str]]:
    """The talks after each of these, and after an answer to it by whoever is next; who heard of all that; and what was
    done last."""
    for move in quiet(talks):
        after, heard = play(talks, move), hearing(move, talks)
        if isinstance(after, Refused) or after.over:
            continue
        yield after, heard, type(move).__name__
        number = after.packages[-1].number if after.packages else 0
        for answer in (Accept(after.floor, number), Decline(after.floor, number)):
            last = after if isinstance(move, Sound) else play(after, answer)
            if not isinstance(last, Refused) and last is not after and not last.over:
                yield last, heard, type(answer).__name__


@pytest.mark.parametrize("name", [WARSAW, RIVERS, "harbour"])
@pytest.mark.parametrize("seed", [3, KEY], ids=["a number", "a key"])
def test_a_third_seat_sees_the_clock_and_nothing_else(name: str, seed: Seed) -> None:
    """Before and after a non-paper, an answer to one, or an ally sounded, the views of all who do not hear of it
    differ in the clock, and have the same version; unless the hours themselves brought news."""
    compared: Counter[str] = Counter()
    for talks in moments(name, seed):
        for after, heard, done in courses(talks):
            fresh = after.events[len(talks.events) :]
            for who in {*talks.scenario.ids, GALLERY} - heard:
                if any(event.heard_by is None or who in event.heard_by for event in fresh):
                    continue
                before, now = view(talks, who), view(after, who)
                if before.own and now.own:
                    now = replace(now, own=replace(now.own, delay=before.own.delay))
                assert differing(before, now) <= CLOCK, done
                compared[done] += 1
    assert min(compared[done] for done in ("Propose", "Accept", "Decline")) > 0
    assert (compared["Sound"] > 0) == any(each.power == "consent" for each in scenario(name).audiences)


@pytest.mark.parametrize("name", [WARSAW, RIVERS, "harbour"])
def test_what_the_room_sees_is_numbered_without_gaps(name: str) -> None:
    """In talks that a key has drawn, the packages that a watcher without a seat sees are 1, 2, 3 and so on, whatever
    was floated between them; and of non-papers each seat sees rows of those that it is in on, without gaps."""
    floated = 0
    for number in range(3):
        *_, over = random_game(open_talks(scenario(name), bytes([number] * 16)), Random(number))
        tabled = [event for event in over.events if isinstance(event, Proposed)]
        assert len({event.package for event in tabled}) == len(tabled)
        rows: dict[frozenset[DelegationId] | None, list[int]] = {}
        for event in tabled:
            rows.setdefault(event.heard_by, []).append(event.package)
        assert rows.pop(None) == list(range(1, 1 + sum(not event.off_record for event in tabled)))
        assert all(row == list(range(row[0], row[0] + len(row))) and row[0] % 100 == 1 for row in rows.values())
        floated += len(rows)
    assert floated > 1


def test_a_number_counts_all_packages_in_one_row() -> None:
    """In talks that a number has drawn, as it was before, so that their records mean what they meant."""
    *_, over = random_game(open_talks(scenario(RIVERS), 5), Random(5))
    tabled = [event for event in over.events if isinstance(event, Proposed)]
    assert any(event.off_record for event in tabled)
    assert [event.package for event in tabled] == list(range(1, 1 + len(tabled)))


def test_no_two_packages_have_one_number() -> None:
    """However many there are among whomever: the rows never meet, and records can write the numbers."""
    talks = open_talks(scenario(WARSAW), KEY)
    first, second, third = talks.scenario.ids
    issue = talks.scenario.text.issues[0].id
    seen: set[int] = set()
    asked = [(second,), (third,), (second, third)]
    for _ in range(1_000):
        for off_record in (False, True):
            for others in asked:
                shifts = tuple(Shift(who, issue, OptionId("any")) for who in others)
                talks, number = numbered(talks, Propose(first, shifts, off_record))
                seen.add(number)
    assert len(seen) == 1_000 * 2 * len(asked)
    assert max(seen) < 10**6
