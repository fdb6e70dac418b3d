"""Between two texts only the words that differ, with their points: together the whole difference, exactly."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.debrief.differences import Differences, differences
from game.scenario import Scenario
from game.text import DelegationId, IssueId, OptionId, Outcome
from game.words.against import against_section
from game.words.differences import differing
from game.words.page import Heading, Paragraph, Table, unmarked
from tests.debrief.courses import debrief
from tests.debrief.six import LEFT, six
from tests.library import EVERY, scenario

ISSUES = tuple(map(IssueId, ("verb", "when", "council", "fish")))


def texts(told: Scenario) -> st.SearchStrategy[Outcome]:
    """Any text of a scenario, whether or not it could be signed."""
    return st.fixed_dictionaries(
        {issue.id: st.sampled_from([option.id for option in issue.options]) for issue in told.text.issues}
    )


def accounted(found: Differences, who: DelegationId, *, one: bool) -> int:
    """What is the same, the words that differ and the pair terms of one of the texts, added up."""
    words = sum((each.one if one else each.other).points[who] for each in found.issues)
    pairs = sum(term.pair.points for term in found.pairs if term.who == who and term.in_one is one)
    return found.same[who] + words + pairs


@pytest.mark.parametrize("name", EVERY)
@settings(max_examples=25)
@given(st.data())
def test_what_is_told_is_the_whole_difference(name: str, data: st.DataObject) -> None:
    """For every delegation, what is the same, each word that differs and each pair term that comes or goes add up to
    what the texts are worth on its sheet; each issue that differs is there once, and no other."""
    told = scenario(name)
    one = data.draw(texts(told))
    other = {**one, **data.draw(texts(told))} if data.draw(st.booleans()) else data.draw(nearby(told, one))
    found = differences(told, one, other)
    assert [each.issue for each in found.issues] == [at.id for at in told.text.issues if one[at.id] != other[at.id]]
    for who, sheet in told.instructions.items():
        assert accounted(found, who, one=True) == found.sums[0][who] == sheet.utility(one)
        assert accounted(found, who, one=False) == found.sums[1][who] == sheet.utility(other)
        changes = sum(each.other.points[who] - each.one.points[who] for each in found.issues)
        assert changes + sum(term.change for term in found.pairs if term.who == who) == (
            sheet.utility(other) - sheet.utility(one)
        )


def nearby(told: Scenario, text: Outcome) -> st.SearchStrategy[Outcome]:
    """A text with other words in one place at most."""
    changes = [{issue.id: option.id} for issue in told.text.issues for option in issue.options]
    return st.sampled_from(changes).map(lambda change: {**text, **change})


def test_in_words_each_with_its_points_and_the_sums() -> None:
    """A row for each place and each pair term, one for what is the same, and the sums; then each clause as a redline,
    what is not in the other text struck and what is new inserted."""
    told = scenario("two-words")
    one = dict(zip(ISSUES, map(OptionId, ("shall", "thirty", "decide", "more")), strict=True))
    other = {**one, ISSUES[0]: OptionId("will"), ISSUES[2]: OptionId("advise")}
    table, *clauses = differing(told, differences(told, one, other), ("the first", "the other"), told.ids[0])
    assert isinstance(table, Table)
    assert [unmarked(column.words) for column in table.columns] == ["Place", "the first", "the other", "You", "Boro"]
    assert [[unmarked(cell) for cell in row] for row in table.rows] == [
        ["How firmly notice is promised", "shall", "will", "30 → 22", "0 → 12"],
        ["What a council may do", "decides on works", "advises on works, as appropriate", "30 → 20", "−20 → 16"],
        ["A promise with a date can be taken to a court.", "together", "not together", "4 → 0", ""],
        ["Fish are what the council of Boro can show at home.", "not together", "together", "", "0 → 5"],
        ["All that is the same in both", "", "", "20", "29"],
        ["The whole text", "", "", "84 → 62 (−22)", "9 → 62 (+53)"],
    ]
    notice, council = clauses
    assert isinstance(notice, Paragraph)
    assert not isinstance(notice.words, str)
    assert [(bit.words, bit.look) for bit in notice.words] == [
        ("Notice: ", "strong"),
        ("Aria and Boro ", "quoted"),
        ("shall ", "struck"),
        ("will ", "inserted"),
        ("give notice of works on the lake, thirty days ahead.", "quoted"),
    ]
    assert isinstance(council, Paragraph)
    assert unmarked(council.words).startswith("The council: A council of the lake")


def test_the_same_text_twice() -> None:
    """Nothing differs, and that is said."""
    told = scenario("two-words")
    text = {issue.id: issue.options[0].id for issue in told.text.issues}
    (only,) = differing(told, differences(told, text, text), ("one", "other"))
    assert isinstance(only, Paragraph)
    assert only.words == "The two texts are the same, word for word."


def test_the_signed_text_is_held_against_those_that_it_is_measured_by() -> None:
    """Each once, with all that it is called; the same text is said to be the same, another one has its table."""
    section = against_section(debrief("istanbul-communique-1994"), DelegationId("RUS"))
    assert section is not None
    history, same, fair, table, _ = section.blocks
    assert isinstance(history, Heading)
    assert isinstance(same, Paragraph)
    assert (history.words, same.words) == ("The text of 10 June 1994", "This is the signed text, word for word.")
    assert isinstance(fair, Heading)
    assert isinstance(table, Table)
    assert fair.words == "The Nash text and the Kalai-Smorodinsky text"
    assert [unmarked(row[0]) for row in table.rows[:2]] == ["Consultation", "The CSCE"]
    assert [unmarked(cell) for cell in table.rows[-1][3:]] == ["63", "68 → 70 (+2)"]


def test_without_a_signed_text_nothing_is_held_against_others() -> None:
    """Talks that somebody left have no text."""
    assert against_section(six(LEFT), None) is None
