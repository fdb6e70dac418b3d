"""What each move changed in the draft: both drafts can be read out of it, word for word."""

from __future__ import annotations

import pytest

from game.debrief.drafts import Redrafted, laid_open, redrafted, redrafts
from game.text import Draft, OptionId, Run, draft
from tests.debrief.courses import course
from tests.library import opened, scenario

SIGNS = {"open": "[", "or": "|", "close": "]"}


def as_it(found: Redrafted, *kinds: str) -> list[str]:
    """The words of a clause of these kinds, and its brackets."""
    told = (SIGNS.get(each.kind, each.words) for each in found.stretches if each.change in kinds)
    return " ".join(told).split()


def read(runs: tuple[Run, ...]) -> list[str]:
    """The words of a clause in a draft, with its brackets."""
    told = []
    for run in runs:
        words = " | ".join(said.words for said in run.alternatives)
        told.append(f"[ {words} ]" if run.bracketed else words)
    return " ".join(told).split()


def clauses(found: Draft) -> dict[str, tuple[Run, ...]]:
    return {"": found.heading, **{each.title: each.runs for each in found.clauses}}


@pytest.mark.parametrize(("name", "seed"), [("istanbul-communique-1994", 1), ("three-rivers", 2), ("harbour", 3)])
def test_both_drafts_can_be_read_out_of_a_redraft(name: str, seed: int) -> None:
    """Kept and struck words are the draft before the move, kept and inserted ones the draft after it; a clause that is
    not named reads as it did."""
    found = redrafts(course(name, seed))
    assert len(found) == len(course(name, seed).steps)
    assert any(each.clauses for each in found)
    for each in found:
        before, after = (clauses(draft(t.scenario.text, t.positions)) for t in (each.step.before, each.step.after))
        changed = {clause.title: clause for clause in each.clauses}
        for title in before.keys() | after.keys():
            was, is_now = read(before.get(title, ())), read(after.get(title, ()))
            if title in changed:
                assert sorted(as_it(changed[title], "kept", "struck")) == sorted(was)
                assert sorted(as_it(changed[title], "kept", "inserted")) == sorted(is_now)
            else:
                assert was == is_now


def positions(rus: str, nato: str) -> Draft:
    """A draft in which two delegations stand for these words in the first issue."""
    talks = opened("two-words")
    issue = talks.scenario.text.issues[0].id
    words = zip(talks.positions.items(), (rus, nato), strict=True)
    stands = {who: {**stand, issue: OptionId(word)} for (who, stand), word in words}
    return draft(talks.scenario.text, stands)


def test_a_bracket_that_closes_loses_its_signs_and_the_words_that_were_left() -> None:
    """The words that stay are everybody's, and bear no mark."""
    strong, weak = (option.id for option in scenario("two-words").text.issues[0].options[:2])
    (found,) = redrafted(positions(strong, weak), positions(weak, weak))
    told = [(each.kind, each.change) for each in found.stretches if each.change != "kept"]
    assert told == [("open", "struck"), ("words", "struck"), ("or", "struck"), ("close", "struck")]
    one, _ = scenario("two-words").ids
    assert next(each for each in found.stretches if each.change == "struck" and each.kind == "words").left == (one,)


def test_a_bracket_that_is_opened_again_gets_its_signs_and_the_marks() -> None:
    """Who stays at the agreed words and who comes with others."""
    strong, weak = (option.id for option in scenario("two-words").text.issues[0].options[:2])
    (found,) = redrafted(positions(weak, weak), positions(strong, weak))
    one, other = scenario("two-words").ids
    told = [each for each in found.stretches if each.change == "inserted" or each.joined]
    assert [each.kind for each in told] == ["open", "words", "or", "words", "close"]
    assert [each.joined for each in told if each.kind == "words"] == [(one,), (other,)]


def test_a_draft_that_does_not_change_has_no_redraft() -> None:
    """And laid open it is all kept, with whose words are whose."""
    talks = opened("two-words")
    same = draft(talks.scenario.text, talks.positions)
    assert redrafted(same, same) == ()
    told = [each for clause in laid_open(talks.scenario.text, talks.positions) for each in clause.stretches]
    assert {each.change for each in told} == {"kept"}
    assert {who for each in told for who in each.stand} == set(talks.scenario.ids)
