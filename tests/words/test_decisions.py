"""Why the computer moved: the one place where its sentences stand."""

from __future__ import annotations

from typing import get_args

import pytest

from game.delegations.reasons import (
    Alternative,
    AnswersWorth,
    AudienceJudges,
    Because,
    FromPlan,
    HoldUpPromises,
    InsteadOfTaking,
    NearlyHeld,
    NotAllowed,
    OutOfReach,
    PackageGives,
    Plain,
    ReadingWorth,
    Reason,
    Regret,
    SentBack,
    Short,
    StatementPromises,
    TextWorth,
    TooLate,
    Trouble,
)
from game.scenario import SideTextId, load, source_of
from game.text import DelegationId, IssueId, OptionId
from game.words.decisions import alternative, because
from game.words.opened import OpenedTalks
from tests.debrief.courses import record
from tests.library import MAIN, source
from tests.terminal.desk import HARBOUR

SCENARIO = load(source_of(HARBOUR), HARBOUR)
NOTICE, TOLL = IssueId("notice"), IssueId("toll")
SHALL, HALF = (NOTICE, OptionId("shall")), (TOLL, OptionId("half"))
RUS, PILOTS = DelegationId("RUS"), SideTextId("pilots")
REASONS: tuple[tuple[Reason, str], ...] = (
    (
        Because("listens"),
        "Nothing better to do than to listen.",
    ),
    (
        Because("red-line"),
        "A red line.",
    ),
    (
        Because("waits-for-refusal"),
        "The capital moves on this only after a refusal.",
    ),
    (
        Because("good-beyond-mandate"),
        "The package is good and beyond the mandate.",
    ),
    (
        Because("hours-over-demand"),
        "To have the demand refused takes hours that are worth more than its price.",
    ),
    (
        Because("in-return"),
        "Their own side would not have the text, so the word that mends it has a price.",
    ),
    (
        Because("plan-beyond-mandate"),
        "The plan goes beyond the mandate.",
    ),
    (
        Because("could-live-with-it"),
        "It could live with this.",
    ),
    (
        Because("with-their-capital"),
        "Its package is with the other capital.",
    ),
    (
        Because("liked-off-record"),
        "Off the record they could live with it.",
    ),
    (
        Because("off-record-first"),
        "It would rather hear off the record first.",
    ),
    (
        Because("nothing-to-ask"),
        "Nothing is left to ask for it.",
    ),
    (
        Because("sounds-first"),
        "It would rather know before it circulates.",
    ),
    (
        Because("allies-first"),
        "Its allies have still to consent.",
    ),
    (
        Because("named-at-home"),
        "This is the word that its own side asked for.",
    ),
    (
        Because("no-reading"),
        "Nothing that it could read into the text is worth the noise.",
    ),
    (
        TextWorth(30, 25, "sign"),
        "The text is worth 30 to it, no text 25.",
    ),
    (
        TextWorth(20, 25, "reopen"),
        "The text is worth 20 to it, no text 25: it is reopened.",
    ),
    (
        TextWorth(20, 25, "leave"),
        "The text is worth 20 to it, no text 25, and there is no time to mend it.",
    ),
    (
        TooLate(2.5),
        "To have any text initialled would take 2½ h at least, and there is less left.",
    ),
    (
        Regret(4),
        "Beside the text that it works for it would lose 4 points by it now.",
    ),
    (
        PackageGives(-3.4, None, 90),
        "In these issues the package is worth −3 points to it beside its own words; it has no text to work for, and"
        " its aim is 90.",
    ),
    (
        PackageGives(3.4, 80, 90),
        "In these issues the package is worth +3 points to it beside the text that it works for, which is worth 80 in"
        " all; its aim is 90.",
    ),
    (
        Trouble(NOTICE, OptionId("shall")),
        "The trouble is ‘shall tell’.",
    ),
    (
        Trouble(NOTICE, OptionId("silence")),
        "The trouble is silence on ‘Notice’.",
    ),
    (
        FromPlan(80, 90, counters=True),
        "It answers with a package of its own. The text that it works for is worth 80 points to it, its aim is 90.",
    ),
    (
        FromPlan(None, 90, counters=True),
        "It answers with a package of its own. Its aim is 90 points.",
    ),
    (
        FromPlan(None, 90, counters=False),
        "Its aim is 90 points.",
    ),
    (
        FromPlan(80, 90, counters=False),
        "The text that it works for is worth 80 points to it, its aim is 90.",
    ),
    (
        AnswersWorth({"give": 1.2, "swap": 0.5, "sit": -3.0}),
        "What each answer promises it, in points: give +1.2, swap +0.5, sit −3.0.",
    ),
    (
        HoldUpPromises(PILOTS, 1.2),
        "Holding up the list of pilots promises it +1.2 points.",
    ),
    (
        StatementPromises(0.5),
        "To tell the newspapers this word promises it +0.5 points.",
    ),
    (
        ReadingWorth(1.0),
        "This reading is worth +1.0 points to it.",
    ),
    (
        AudienceJudges(3, None),
        "What stands is +3 beside what it needs.",
    ),
    (
        AudienceJudges(-4, SHALL),
        "What stands is −4 beside what it needs, and it minds ‘shall tell’.",
    ),
)
ALTERNATIVES: tuple[tuple[Alternative, str], ...] = (
    (
        InsteadOfTaking(None, (SHALL,)),
        "Else it would have tabled ‘shall tell’.",
    ),
    (
        InsteadOfTaking(1, (SHALL,)),
        "It would have asked for more had the package given it 1 point less; else it would have tabled ‘shall tell’.",
    ),
    (
        InsteadOfTaking(2, (SHALL,)),
        "It would have asked for more had the package given it 2 points less; else it would have tabled ‘shall tell’.",
    ),
    (
        InsteadOfTaking(1, ()),
        "It would have asked for more had the package given it 1 point less.",
    ),
    (
        InsteadOfTaking(2, ()),
        "It would have asked for more had the package given it 2 points less.",
    ),
    (
        Short(1, "package"),
        "With 1 point more for it, it would have taken the package.",
    ),
    (
        Short(2, "package"),
        "With 2 points more for it, it would have taken the package.",
    ),
    (
        Short(1, "text"),
        "With 1 point more it would have put its initials to the text.",
    ),
    (
        Short(2, "text"),
        "With 2 points more it would have put its initials to the text.",
    ),
    (
        NotAllowed((SHALL, HALF)),
        "It would have taken the package, had its capital allowed ‘shall tell’ and ‘half the toll’.",
    ),
    (
        OutOfReach(),
        "Nothing: after that package its walk-away would have been out of reach.",
    ),
    (
        SentBack(1),
        "It would have sent a text back that was worth 1 point less to it.",
    ),
    (
        SentBack(2),
        "It would have sent a text back that was worth 2 points less to it.",
    ),
    (
        NearlyHeld(PILOTS, 0.25, 0.4),
        "It thought of holding up the list of pilots (4 h at the most), which promised it +0.2 points: too little,"
        " it wants more than 0.4.",
    ),
)


@pytest.mark.parametrize(("reason", "words"), REASONS, ids=lambda each: type(each).__name__)
def test_a_reason_is_a_sentence(reason: Reason, words: str) -> None:
    """Points have a sign and a real minus, and a wording is named as a delegate names it."""
    assert because(SCENARIO, reason) == words


@pytest.mark.parametrize(("nearly", "words"), ALTERNATIVES, ids=lambda each: type(each).__name__)
def test_what_was_nearly_done_is_a_sentence(nearly: Alternative, words: str) -> None:
    """What was nearly done instead, and what was missing."""
    assert alternative(SCENARIO, nearly) == words


def test_every_reason_is_among_them() -> None:
    """No kind is forgotten here, and no two are said in the same words."""
    assert {type(reason) for reason, _ in REASONS} == set(get_args(Reason))
    assert {reason.kind for reason, _ in REASONS if isinstance(reason, Because)} == set(get_args(Plain))
    assert {type(nearly) for nearly, _ in ALTERNATIVES} == set(get_args(Alternative))
    for said in (REASONS, ALTERNATIVES):
        assert len({words for _, words in said}) == len(said)


def test_a_turn_is_told_in_sentences() -> None:
    """Every turn has its reason and its aim, each a sentence; whoever played is called you."""
    opened = OpenedTalks.of(record(), source(MAIN))
    for turn in opened.turns:
        lines = opened.lines(turn, RUS)
        assert {"why", "aim", "estimate"} <= {line.kind for line in lines}
        assert next(line.about for line in lines if line.kind == "estimate") == "You"
        assert all(line.words.endswith((".", "”.")) for line in lines)
