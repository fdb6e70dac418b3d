from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.text import (
    Clause,
    DelegationId,
    Issue,
    IssueId,
    Option,
    OptionId,
    Positions,
    Text,
    parse_template,
)
from tests.library import EVERY, MAIN, random_positions, scenario
from tests.notation import NotationError, read, write

IDS = tuple(map(DelegationId, ("A", "B", "C", "D", "E", "F")))
WORDS = ("hold", "talks", "often", "in good time", "as appropriate", "Corfu")


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A small text: one to four issues, some in groups, some sentences silent, some options with words
    in a second place."""
    issues: list[Issue] = []
    clauses: list[Clause] = []
    for number in range(draw(st.integers(1, 4))):
        words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=4, unique=True))
        side = number > 0 and draw(st.booleans()) and draw(st.booleans())
        if draw(st.booleans()):
            words[-1] = ""
        verbs = draw(st.lists(st.sampled_from(["shall", "may"]), min_size=4, max_size=4)) if draw(st.booleans()) else ()
        options = tuple(
            Option(OptionId(f"o{place}"), said or "silence", said, {"verb": verbs[place]} if verbs and said else {})
            for place, said in enumerate(words)
        )
        issue = Issue(IssueId(f"i{number}"), f"issue {number}", options, side)
        issues.append(issue)
        if not side:
            slot = "{" + issue.id + "}"
            shape = draw(
                st.sampled_from(
                    ["Party %s met %s.", "Party %s met<, %s>.", "<Party %s met %s.>", "Party %s met %s, then."]
                )
            )
            clauses.append(Clause(f"c{number}", "", parse_template(shape % (number, slot))))
            if verbs:
                again = f"Party {number} {{{issue.id}.verb}} meet {number} again."
                clauses.append(Clause(f"v{number}", "", parse_template(again)))
    return Text(parse_template("PAPER"), tuple(clauses), tuple(issues))


@st.composite
def drafts(draw: st.DrawFn) -> tuple[Text, Positions]:
    """A small text, and positions of two to six delegations in it."""
    text = draw(texts())
    ids = IDS[: draw(st.integers(2, 6))]
    return text, {who: {issue.id: draw(st.sampled_from(issue.options)).id for issue in text.issues} for who in ids}


@given(drafts())
@settings(max_examples=150)
def test_what_is_written_is_read(drawn: tuple[Text, Positions]) -> None:
    """Reading what was written gives the same positions, for any small text and any positions."""
    text, positions = drawn
    assert read(text, tuple(positions), write(text, positions)) == positions


@pytest.mark.parametrize("name", EVERY)
def test_every_draft_of_every_scenario_is_read(name: str) -> None:
    """Reading what was written gives the same positions, for every scenario and many positions."""
    told = scenario(name)
    for seed in range(60):
        positions = random_positions(told.text, told.ids, Random(seed))
        assert read(told.text, told.ids, write(told.text, positions)) == positions


NOTE = Text(
    parse_template("NOTE"),
    (Clause("talk", "", parse_template("They {verb} talk<, {when}>.")),),
    (
        Issue(IssueId("verb"), "", (Option(OptionId("shall"), "", "shall"), Option(OptionId("may"), "", "may"))),
        Issue(IssueId("when"), "", (Option(OptionId("often"), "", "often"), Option(OptionId("silence"), "", ""))),
    ),
)
TWO = IDS[:2]


def test_a_draft_may_be_typed_loosely() -> None:
    """Margins, empty lines and spaces do not matter."""
    typed = """

        NOTE
        1.   They [shall|A]   [may|B] talk , often .
    """
    assert read(NOTE, TWO, typed) == {
        "A": {"verb": "shall", "when": "often"},
        "B": {"verb": "may", "when": "often"},
    }


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "a draft begins with its heading"),
        ("-- when: silence", "a draft begins with its heading"),
        ("NOTE\n1. They must talk.\n-- when: silence", "no draft of this text"),
        ("PAPER\n1. They shall talk, often.", "no draft of this text"),
        ("NOTE\n1. They [shall|A] [must|B] talk, often.", "no option of issue 'verb' reads 'must'"),
        ("NOTE\n1. They [shall|A] talk, often.", "a bracket needs the words of every delegation: A, B"),
        ("NOTE\n1. They [shall|A] [may|X] talk, often.", "a bracket needs the words of every delegation: A, B"),
        ("NOTE\n1. They [shall talk, often.", r"a bracket is written \[words\|OWNER\]"),
        ("NOTE\n1. They shall talk.", "no draft of this text"),
        ("NOTE\n1. They shall talk.\n-- how: silence", "no issue 'how' in this text"),
        ("NOTE\n1. They shall talk.\n-- when: never", "no option 'never' in issue 'when'"),
        (
            "NOTE\n1. They shall talk.\n-- when: [silence|A]",
            "not every delegation stands for something in issue 'when'",
        ),
        ("NOTE\n1. They shall talk, often.\n2. They shall talk, often.", "no draft of this text"),
    ],
)
def test_what_is_no_draft_is_refused_in_words(typed: str, why: str) -> None:
    """A draft that is not one of this text is refused with the reason."""
    with pytest.raises(NotationError, match=why):
        read(NOTE, TWO, typed)


@given(st.text(alphabet="NOTE1. Theyshalmkof,[]|AB-:\n", max_size=60))
def test_anything_is_read_or_refused(typed: str) -> None:
    """Any string is a draft, which writes itself again, or is refused; nothing else happens."""
    try:
        found = read(NOTE, TWO, typed)
    except NotationError:
        return
    assert read(NOTE, TWO, write(NOTE, found)) == found


def test_words_of_the_wrong_clause_are_refused() -> None:
    """A sentence of the main scenario in the place of another is no draft."""
    told = scenario(MAIN)
    positions = random_positions(told.text, told.ids, Random(5))
    lines = write(told.text, positions).splitlines()
    lines[1], lines[2] = lines[2], lines[1]
    with pytest.raises(NotationError):
        read(told.text, told.ids, "\n".join(lines))
