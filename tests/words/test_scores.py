"""The end in words: a sum beside its walk-away, its parts and their entries, the aftermath, and history."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.scenario import load, source_of
from game.seat import Account, Ended, desk
from game.talks import Entry, Score, open_talks, view
from game.talks.causes import NoText, Signed, Spent
from game.text import DelegationId, IssueId, OptionId
from game.words.aftermath import consequence, goodwill_at_the_end
from game.words.scores import compared, head_line, parts
from tests.rulebook import after
from tests.terminal.desk import HARBOUR

SCENARIO = load(source_of(HARBOUR), HARBOUR)
ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
SIGNED = (
    "BORO tables BORO:notice=will ARIA:notice=will BORO:toll=half ARIA:toll=half BORO:form=summary",
    "ARIA accepts 1",
    "BORO initials",
    "ARIA circulates",
    'BORO says "We wait."',
    "ARIA initials",
    "BORO reads boro-mild",
    "ARIA reads -",
)


def over(*moves: str, who: DelegationId = BORO) -> Ended:
    """How the harbour ended for a delegation after these moves."""
    found = desk(view(after(open_talks(SCENARIO, as_written=True), *moves), who)).ended
    assert found is not None
    return found


def account(points: int, walk_away: int, historical: int = 0, *, signed: bool = True) -> Account:
    """What Boro has at the end, in one entry."""
    ground = Signed(IssueId("toll"), OptionId("half")) if signed else NoText()
    entry = Entry(points, ground, kind="words" if signed else "walk-away")
    history = Score((Entry(historical, Spent(1)),))
    made = replace(over(*SIGNED).accounts[0], score=Score((entry,)), walk_away=walk_away, historical=history)
    return replace(made, apart=points - walk_away, better=points - historical)


@pytest.mark.parametrize(
    ("points", "signed", "me", "told"),
    [
        (57, True, BORO, "Your points: 57. The words alone are 31 above the walk-away, which was 26."),
        (26, True, BORO, "Your points: 26. The words alone are worth just the walk-away, which was 26."),
        (20, True, BORO, "Your points: 20. The words alone are 6 below the walk-away, which was 26."),
        (28, False, BORO, "Your points: 28, 2 more than the walk-away, which was 26."),
        (26, False, BORO, "Your points: 26, the same as the walk-away, which was 26."),
        (24, False, BORO, "Your points: 24, 2 less than the walk-away, which was 26."),
        (57, True, ARIA, "The points of Boro: 57. The words alone are 31 above the walk-away, which was 26."),
        (26, True, ARIA, "The points of Boro: 26. The words alone are worth just the walk-away, which was 26."),
        (20, True, ARIA, "The points of Boro: 20. The words alone are 6 below the walk-away, which was 26."),
        (28, False, ARIA, "The points of Boro: 28, 2 more than the walk-away, which was 26."),
        (26, False, ARIA, "The points of Boro: 26, the same as the walk-away, which was 26."),
        (24, False, ARIA, "The points of Boro: 24, 2 less than the walk-away, which was 26."),
    ],
)
def test_a_sum_is_told_beside_its_walk_away(points: int, signed: bool, me: DelegationId, told: str) -> None:
    """By the words alone where there is a text, and by the whole sum where there is none."""
    ended = over(*SIGNED) if signed else over("BORO leaves")
    assert head_line(SCENARIO, ended, account(points, 26, signed=signed), me) == told


def test_a_score_is_told_in_its_parts() -> None:
    """Each part in a line, and each of its entries in another, to oneself and to somebody else."""
    mine = over(*SIGNED).accounts[0]
    assert list(parts(SCENARIO, mine, BORO)) == [
        ("The words: +57.", ("+30, Notice: will tell.", "+21, Toll: half the toll.", "+6, The paper: a summary.")),
        ("The hours, 4½ h of talks: −1.", ()),
        (
            "What was won and lost in the talks: 0.",
            (
                "−1, the Gazette is against what you stand for (20 June).",
                "+1, your closing statement was liked at home: “Neighbours talk”.",
            ),
        ),
        ("What came later: +1.", ("+1, The dredger, 1995: Aria had promised, and told Boro a week before.",)),
    ]
    theirs = dict(parts(SCENARIO, mine, ARIA))["What was won and lost in the talks: 0."]
    assert theirs[1] == "+1, their closing statement was liked at home: “Neighbours talk”."
    left = over("BORO leaves").accounts[0]
    assert next(parts(SCENARIO, left, BORO)) == ("No text, so the walk-away: +30.", ())


@pytest.mark.parametrize(
    ("apart", "me", "told"),
    [
        (2, BORO, "the same talks and its own aftermath: you did better than history, by 2."),
        (0, BORO, "the same talks and its own aftermath: the same."),
        (-2, BORO, "the same talks and its own aftermath: history did better, by 2."),
        (2, ARIA, "the same talks and its own aftermath: Boro did better than history, by 2."),
        (0, ARIA, "the same talks and its own aftermath: the same."),
        (-2, ARIA, "the same talks and its own aftermath: history did better, by 2."),
    ],
)
def test_a_score_is_compared_with_history(apart: int, me: DelegationId, told: str) -> None:
    """On the same terms: the hours and the talks as they were, and its own aftermath where there is one."""
    whom = "you" if me == BORO else "Boro"
    ended, mine = over(*SIGNED), account(40 + apart, 26, 40)
    assert compared(SCENARIO, ended, mine, me) == f"To {whom} it would have been worth 40 after the same hours, {told}"
    without = compared(SCENARIO, replace(ended, aftermath=()), mine, me)
    told = told.replace(" and its own aftermath", "")
    assert without == f"To {whom} it would have been worth 40 after the same hours and {told}"


def test_what_came_later_is_told_test_by_test() -> None:
    """The question, the words that decided, or silence, or no text; why; the points; and what really happened."""
    ended = over(*SIGNED, who=ARIA)
    assert goodwill_at_the_end(SCENARIO, ended) == "Goodwill at the end: Boro and Aria, correct."
    assert list(consequence(SCENARIO, ended, ended.aftermath[0], ARIA)) == [
        "1 March 1995. The dredger. Did Boro hear of it in time?",
        "The words that decided: “Aria will tell Boro before it dredges.”",
        "Aria had promised, and told Boro a week before.",
        "0 for you and +1 for Boro.",
        "What really happened: The dredger came at night, and the ships lay dry in the morning. FACT (Notes of the"
        " harbour master).",
    ]
    silent = replace(ended.aftermath[0], quoted="", points={ARIA: 0, BORO: 0})
    told = list(consequence(SCENARIO, ended, silent, ARIA))
    assert told[1] == "Silence decided: the text says nothing on “Notice”."
    assert told[3] == "It changed nobody’s points."
    no_word = replace(silent, decides=None)
    assert list(consequence(SCENARIO, ended, no_word, ARIA))[1] == "No word decided, but the goodwill that was left."
    left = over("BORO leaves")
    assert list(consequence(SCENARIO, left, left.aftermath[0], BORO))[1:3] == [
        "Nobody had promised anything.",
        "−2 for you and −1 for Aria.",
    ]
