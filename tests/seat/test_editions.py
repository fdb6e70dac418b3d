"""A desk in an edition: a settled wording stands in the text, and nothing else is said of it."""

from __future__ import annotations

from dataclasses import replace

from game.scenario import Edition, in_edition, load
from game.seat import desk, setting
from game.talks import open_talks, view
from game.text import IssueId, OptionId
from tests.library import MAIN, played, scenario, source

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
    whole = OPENING.scenario.text.issues
    assert len(known.issues) == len(whole)
    assert sum(issue.fixed for issue in known.issues) == len(whole) - len(NEGOTIATED) > 0


def test_the_end_tells_of_what_was_negotiated() -> None:
    games = (played(open_talks(OPENING.scenario, seed, as_written=True)) for seed in range(9))
    talks = next(each for each in games if each.signed)
    found = desk(view(talks, talks.scenario.ids[0])).ended
    assert found
    assert any(PLAIN in each.words for each in found.text)
    assert not any(each.issue for each in found.text)  # Bosnia and Korea are settled
    assert found.as_in_history is not None
    assert found.as_in_history <= len(NEGOTIATED)
    reasons = [
        entry for account in found.accounts for entry in account.score.entries if entry.issue and entry.kind == "words"
    ]
    assert {entry.issue for entry in reasons} <= {*NEGOTIATED}


def test_editions_side_by_side_do_not_mix_up_what_comes_later() -> None:
    """Each knows what its own wordings would change in the aftermath, whichever was looked at first."""
    whole = scenario(MAIN)
    fewer = Edition(
        id="fewer",
        title="fewer",
        line="Fewer.",
        options={IssueId("status"): frozenset(map(OptionId, ("voice", "none")))},
    )
    told = in_edition(replace(whole, editions=(fewer,)), "fewer")
    who, status = whole.ids[0], IssueId("status")
    both = [desk(view(open_talks(each, as_written=True), who)).row(status) for each in (whole, told)]
    assert [wording.option for wording in both[1].wordings] == ["voice", "none"]
    for wording in both[1].wordings:
        assert wording.later == both[0][wording.option].later
