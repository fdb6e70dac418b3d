"""Every cause in words: the one place where its clause stands, as its own seat hears it and as others do."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from game.scenario import AudienceId, HappeningId, ReadingId, SideTextId, load, source_of
from game.talks.causes import (
    Alarmed,
    Applauded,
    AskedFor,
    BargainsKept,
    CameOfIt,
    Cause,
    Decreed,
    GivenUpUnheard,
    Ground,
    HeldUpBy,
    HoldUpEnded,
    LeftBehind,
    NeverBroken,
    NoText,
    OpenedAgain,
    PledgeBroken,
    Pressed,
    ReadingHeard,
    ReadingLiked,
    Reopened,
    Signed,
    Spent,
    StandsFor,
    Surprised,
    ThoughtAgain,
    Together,
    Woken,
    WokenPress,
)
from game.text import DelegationId, IssueId, OptionId
from game.words.causes import because, ground
from tests.terminal.desk import HARBOUR

SCENARIO = load(source_of(HARBOUR), HARBOUR)
BORO, ARIA = DelegationId("BORO"), DelegationId("ARIA")
TOLL, HALF = IssueId("toll"), OptionId("half")
NOTICE, SILENCE = IssueId("notice"), OptionId("silence")
GAZETTE, PILOTS, MILD, STORM = (
    AudienceId("GAZETTE"), SideTextId("pilots"), ReadingId("boro-mild"), HappeningId("storm"),
)  # fmt: skip
CASES: tuple[tuple[Cause, str, str], ...] = (
    (Reopened(BORO, TOLL, 1.0), "reopened “Toll”", ""),
    (Reopened(ARIA, TOLL, 1.0), "Aria reopened “Toll” on 20 June", ""),
    (BargainsKept(3), "3 bargains struck and kept", ""),
    (HeldUpBy(BORO, PILOTS, 1.0, False, 0), "Boro held up the list of pilots on 20 June", ""),
    (
        HeldUpBy(BORO, PILOTS, 1.0, True, 1),
        "Boro held up the list of pilots on 20 June, and it was sat out, as once before",
        "",
    ),
    (HeldUpBy(BORO, PILOTS, 1.0, False, 2), "Boro held up the list of pilots on 20 June, as twice before", ""),
    (HeldUpBy(BORO, PILOTS, 1.0, False, 3), "Boro held up the list of pilots on 20 June, as 3 times before", ""),
    (
        HoldUpEnded(BORO, PILOTS, 1.0, "give"),
        "your hold-up of 20 June: there are two copies",
        "their hold-up of 20 June: there are two copies",
    ),
    (HoldUpEnded(ARIA, PILOTS, 1.0, "swap"), "the hold-up of 20 June: there is one copy, in the customs house", ""),
    (
        Applauded(GAZETTE, 1.0),
        "the Gazette liked your statement of 20 June",
        "the Gazette liked their statement of 20 June",
    ),
    (
        Alarmed(GAZETTE, 1.0),
        "the Gazette did not like your statement of 20 June",
        "the Gazette did not like their statement of 20 June",
    ),
    (Surprised(BORO, 1.0), "a statement to the newspapers on 20 June, unannounced", ""),
    (
        PledgeBroken(TOLL, HALF),
        "you had told the newspapers “half the toll” in “Toll”",
        "they had told the newspapers “half the toll” in “Toll”",
    ),
    (
        NeverBroken(BORO, TOLL, HALF),
        "you had refused “half the toll” for ever",
        "they had refused “half the toll” for ever",
    ),
    (
        GivenUpUnheard(TOLL, (HALF,)),
        "you gave up “half the toll” before it was heard",
        "they gave up “half the toll” before it was heard",
    ),
    (NeverBroken(ARIA, TOLL, HALF), "Aria took “half the toll”, which it had refused for ever", ""),
    (
        Pressed(GAZETTE, 1.0),
        "the Gazette is against what you stand for (20 June)",
        "the Gazette is against what they stand for (20 June)",
    ),
    (AskedFor(GAZETTE, TOLL, HALF), "the Gazette asks for “half the toll”, which your capital had not opened", ""),
    (OpenedAgain(GAZETTE), "the Gazette has sent the text back, and a word can still be swapped", ""),
    (StandsFor(BORO, TOLL, HALF), "Boro stands for “half the toll”", ""),
    (StandsFor(BORO, NOTICE, SILENCE), "Boro stands for silence on “Notice”", ""),
    (
        AskedFor(GAZETTE, NOTICE, SILENCE),
        "the Gazette asks for silence on “Notice”, which your capital had not opened",
        "",
    ),
    (ReadingHeard(MILD, "We read it as mild."), "it heard “We read it as mild”", ""),
    (ThoughtAgain(), "it has thought again", ""),
    (
        ReadingLiked(MILD, "We read it as mild."),
        "your closing statement was liked at home: “We read it as mild”",
        "their closing statement was liked at home: “We read it as mild”",
    ),
    (Woken((GAZETTE,), 1.0), "the closing statement of 20 June has woken the Gazette", ""),
    (WokenPress(GAZETTE), "the Gazette has heard how the text is read on the other side", ""),
    (Decreed(STORM, "the sand has come"), "the sand has come", ""),
    (LeftBehind(), "it stands where the earlier talks have left it", ""),
)
"""A cause, as Boro hears why its number changed, and as Aria does where that is otherwise."""
GROUNDS: tuple[tuple[Ground, str], ...] = (
    (Signed(TOLL, HALF), "half the toll"),
    (Together(((TOLL, HALF),), "A promise with an hour."), "A promise with an hour."),
    (NoText(), "no text: the walk-away"),
    (Spent(1.5), "1½ h of talks"),
    (CameOfIt("storm", "The storm", date(1995, 5, 1), "It was owed."), "The storm, 1995: It was owed"),
)


@pytest.mark.parametrize(("cause", "own", "others"), CASES, ids=lambda each: type(each).__name__)
def test_a_cause_is_a_clause(cause: Cause, own: str, others: str) -> None:
    """Why a number changed is said to its own seat and, in the words for somebody else, to the others."""
    assert because(SCENARIO, cause, BORO) == own
    assert because(SCENARIO, cause, BORO, BORO) == own
    assert because(SCENARIO, cause, BORO, ARIA) == (others or own)


@pytest.mark.parametrize(("what", "words"), GROUNDS, ids=lambda each: type(each).__name__)
def test_a_line_of_a_score_has_its_words(what: Ground, words: str) -> None:
    """A line of a score that is no cause of the talks is said as well."""
    assert ground(SCENARIO, what, BORO) == words


def test_every_cause_is_among_them() -> None:
    """No kind is forgotten here."""
    assert {type(cause) for cause, *_ in CASES} == set(get_args(Cause))
    assert {type(what) for what, _ in GROUNDS} == set(get_args(Ground)) - set(get_args(Cause))
