"""The record as it is read, with what the chair has revoked."""

from __future__ import annotations

from game.seat import Seated, minutes, since
from game.talks import CHAIR, GALLERY, Talks, view
from game.text import DelegationId
from tests.rulebook import A, after
from tests.rulebook.test_17_chair import opened


def read(talks: Talks, who: DelegationId = A) -> list[tuple[str, bool]]:
    """The record as one watcher reads it: what happened, and whether it was revoked."""
    desk = Seated.at_first(view(talks, who)).desk
    return [(event.remark or type(event).__name__, gone) for event, gone in desk.minutes]


def test_what_is_revoked_stands_struck_where_it_was() -> None:
    """A revoked move stands in the record of all who heard it, before the words that took it back."""
    talks = after(opened(), 'A says "One."', 'B says "Two."', '*chair revokes 1  "No."', 'B says "Three."')
    for who in (A, GALLERY, CHAIR):
        assert read(talks, who) == [
            ("Opened", False), ("One.", False), ("Two.", True), ("No.", False), ("Three.", False),
        ]  # fmt: skip


def test_a_revocation_is_struck_with_what_it_struck() -> None:
    """Where the talks are taken back to before a revocation, that is struck too; what it had struck and stands again is
    told once."""
    talks = after(opened(), 'A says "One."', '*chair revokes 0  "No."', 'A says "Two."', '*chair revokes 0  "Never."')
    assert read(talks) == [("Opened", False), ("One.", True), ("No.", True), ("Two.", True), ("Never.", False)]
    talks = after(opened(), 'A says "One."', '*chair revokes 0  "No."', '*chair revokes 1  "Yes."')
    assert read(talks) == [("Opened", False), ("One.", False), ("No.", True), ("Yes.", False)]


def test_what_others_could_not_hear_they_do_not_read_struck() -> None:
    """What was struck is read by those alone who heard it."""
    talks = after(opened(), '*chair wires A  "For you."', "*chair revokes 0")
    assert ("For you.", True) in read(talks, A)
    assert not any(gone for _, gone in read(talks, DelegationId("B")))


def test_what_is_new_is_behind_where_two_records_part() -> None:
    """News since a revocation is the news of it and what came after, however long the record was before."""
    before = after(opened(), 'A says "One."', 'B says "Two."', 'A says "Three."')
    now = after(before, "*chair revokes 1")
    told = since(before.events, now.events)
    assert [type(event).__name__ for event in told] == ["Revoked"]
    assert since(now.events, now.events) == ()
    assert minutes((), ()) == ()
