"""What a refusal says beside no, as a player reads it before it is said."""

from __future__ import annotations

from game.seat import NeverRow
from game.text import IssueId, OptionId
from game.words.how_far import never

VERB, SHALL = IssueId("verb"), OptionId("shall")


def test_what_never_means_is_told_before_it_is_said() -> None:
    """First that a word has to be named; then its price, and that a third one is believed by nobody."""
    assert never(None) == "Name the word first: you are bound by it."
    told = "Refused for ever, on the record: to take it later costs you 3 points and goodwill."
    assert never(NeverRow(VERB, SHALL, 3, believed=True)) == told
    assert never(NeverRow(VERB, SHALL, 1, believed=True)) == told.replace("3 points", "1 point")
    doubt = "You have said so of two others already: they will take it for an ordinary refusal."
    assert never(NeverRow(VERB, SHALL, 3, believed=False)) == f"{told} {doubt}"
