"""A desk in an edition: a settled wording stands in the text, and nothing else is said of it."""

from __future__ import annotations

from game.scenario import load
from game.seat import desk, setting
from game.talks import open_talks, view
from tests.library import MAIN, played, source

OPENING = open_talks(load(source(MAIN), MAIN, "lesson"), 2)
NEGOTIATED = [issue.id for issue in OPENING.scenario.text.negotiated]
PLAIN = "English, French and Russian"


def test_only_what_is_negotiated_has_a_row() -> None:
    for who in OPENING.scenario.ids:
        found = desk(view(OPENING, who))
        assert [row.issue for row in found.issues] == list(found.brackets) == NEGOTIATED
        assert not found.agreed


def test_settled_words_stand_on_the_paper_as_the_texts_own() -> None:
    paper = desk(view(OPENING, OPENING.scenario.ids[0])).paper
    stretches = [each for clause in paper.clauses for each in clause.stretches]
    (stretch,) = (each for each in stretches if PLAIN in each.said[0].words)
    assert (stretch.state, stretch.issue) == ("plain", None)
    assert {each.issue for each in stretches} - {None} <= {*NEGOTIATED}
    assert {*paper.beside} <= {*NEGOTIATED}


def test_what_never_changes_still_has_every_issue_with_its_one_wording() -> None:
    """For whoever asks what a settled clause says, and where that comes from."""
    known = setting(view(OPENING, OPENING.scenario.ids[0]))
    assert len(known.issues) == 16
    assert sum(issue.fixed for issue in known.issues) == 10


def test_the_end_tells_of_what_was_negotiated() -> None:
    talks = played(OPENING)
    found = desk(view(talks, talks.scenario.ids[0])).ended
    assert found
    assert found.signed
    assert any(PLAIN in each.words for each in found.text)
    assert not any(each.issue for each in found.text)  # Bosnia and Korea are settled
    assert found.as_in_history is not None
    assert found.as_in_history <= len(NEGOTIATED)
    reasons = [
        entry for account in found.accounts for entry in account.score.entries if entry.issue and entry.kind == "words"
    ]
    assert {entry.issue for entry in reasons} <= {*NEGOTIATED}
