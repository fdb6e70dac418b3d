"""What the player's adviser says: the one place where its sentences stand."""

from __future__ import annotations

from typing import get_args

import pytest

from game.adviser.advice import (
    AsksCapital,
    Declines,
    Ends,
    ForPackage,
    Gives,
    HoldsUp,
    Lead,
    Reads,
    Reopens,
    Responds,
    SoundsAlly,
    Tables,
    Takes,
    TakesBack,
    Waits,
)
from game.adviser.arguments import Argument, Balance, Offered, Pleases, Weighs, WordsWorth
from game.adviser.counsel import Course, Opinion
from game.adviser.risks import (
    AlliesDoubt,
    Binds,
    Chills,
    Displeases,
    Forgoes,
    GivesUp,
    HoursGo,
    LastRound,
    MayBeDear,
    RefusedBefore,
    Risk,
    Wakes,
)
from game.adviser.warnings import (
    AskedTwice,
    AsksNothing,
    CheaperAnswer,
    CostsMore,
    CrossesRedLine,
    FallsShort,
    ForNothing,
    LeaveClosed,
    NoTextLeft,
    SoundFirst,
    TextInReach,
    Warning,
    WillBeLeft,
    WorthLess,
    WouldBreakSilence,
)
from game.scenario import AudienceId, SideTextId, load, source_of
from game.talks import Announce, Hold, Respond, Say, Sound
from game.text import DelegationId, IssueId, OptionId
from game.words.advice import lead, opinion
from game.words.advice_arguments import argument
from game.words.advice_risks import risk
from game.words.advice_warnings import warning
from tests.terminal.desk import HARBOUR

SCENARIO = load(source_of(HARBOUR), HARBOUR)
ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
NOTICE, TOLL = IssueId("notice"), IssueId("toll")
SHALL, WILL, HALF = (NOTICE, OptionId("shall")), (NOTICE, OptionId("will")), (TOLL, OptionId("half"))
GUILD, FISHERS, PILOTS = AudienceId("GUILD"), AudienceId("FISHERS"), SideTextId("pilots")
LEADS: tuple[tuple[Lead, str], ...] = (
    (
        Tables("off-record", 0, None, (SHALL,), (), (HALF,)),
        "I would try this off the record first, because a non-paper binds nobody: we give “shall tell”;"
        " they give “half the toll”.",
    ),
    (
        Tables("answer", 1, ForPackage("step-to-plan", 62, later=True), (SHALL,), (), (HALF,)),
        "I would turn theirs round, because it is a step towards a text worth about 62 to you, with what"
        " comes later: we give “shall tell”; they give “half the toll”.",
    ),
    (
        Tables("whole", 0, ForPackage("reaches-plan", 62), (), (SHALL,), (HALF,)),
        "I would close the text in one stroke, because it would give us a text worth about 62 to you: all"
        " meet at “shall tell”; they give “half the toll”.",
    ),
    (
        Tables("new", 0, ForPackage("costs-nothing"), (), (), (HALF,)),
        "I would table this, because it costs us nothing to ask: they give “half the toll”.",
    ),
    (
        Tables("new", 1, ForPackage("gets-much"), (SHALL,), (), (HALF,)),
        "I would put this to them, because it gives little and gets much: we give “shall tell”; they give"
        " “half the toll”.",
    ),
    (
        Tables("new", 2, ForPackage("they-can-move", issue=TOLL), (SHALL,), (), (HALF,)),
        "I would offer them a bargain, because they have shown that they can move in “Toll”: we give “shall"
        " tell”; they give “half the toll”.",
    ),
    (
        Tables("new", 0, ForPackage("somebody-must"), (SHALL,), (), ()),
        "I would table this, because somebody has to move: we give “shall tell”.",
    ),
    (
        Takes("closes", 0),
        "I would take it, because it closes the text, and to ask for more would cost more hours than it brings.",
    ),
    (
        Takes("hoped-for", 1),
        "I would accept it as it stands, because in these words it gives us what we could hope for.",
    ),
    (
        Takes("harmless", None),
        "I would let them see that we could live with it, because it stands in the way of nothing that we"
        " still want. A hint binds nobody.",
    ),
    (
        Declines("red-line", 0, None, SHALL),
        "I would decline it, because “shall tell” is a red line.",
    ),
    (
        Declines("short", 1, TOLL, points=7),
        "I would not take this one, over “Toll”, because its words are worth about 7 less to us than what"
        " we can hope for in them.",
    ),
    (
        Declines("mandate", 2, NOTICE, SHALL),
        "I would say no, over “Notice”, because our mandate does not reach “shall tell”.",
    ),
    (
        Declines("nothing-left", 0, None),
        "I would decline it, because no text that we could sign is left after it.",
    ),
    (
        TakesBack(4),
        "I would take our package back, because by now it would lose us 4 on what we can hope for.",
    ),
    (
        Reopens(SHALL, 20, 25),
        "I would reopen “Notice” for “shall tell”, because the text is worth 20, and no text 25.",
    ),
    (
        Gives(SHALL, 0),
        "I would give them “shall tell” in “Notice”, because I see nothing more that they would give for it.",
    ),
    (
        Gives(SHALL, 1),
        "I would simply take “shall tell” in “Notice”, because I see nothing more that they would give for it.",
    ),
    (
        AsksCapital(ARIA, (NOTICE, TOLL), (SHALL,), 0),
        "I would ask the town hall of Aria about “Notice” and “Toll” now, because I should like to have"
        " “shall tell” to offer, and the answer takes 2 h.",
    ),
    (
        AsksCapital(ARIA, (NOTICE,), (), 1),
        "I would send a cable to the town hall of Aria about “Notice” now, because its answer will be"
        " wanted later, and the answer takes 2 h.",
    ),
    (
        Ends("too-late"),
        "I would go home, because there is no hour left in which a text could be initialled.",
    ),
    (
        Ends("leave", 20, 25),
        "I would go home, because it is worth 20 to you, and no text 25, and there is no time to mend it.",
    ),
    (
        Ends("circulate", 30, 25),
        "I would circulate it now, because your allies must consent before you initial; it is worth 30 to"
        " you, and no text 25.",
    ),
    (
        Ends("sign", 30, 25),
        "I would initial it, because it is worth 30 to you, and no text 25.",
    ),
    (
        HoldsUp(Hold(ARIA, PILOTS), 1.2),
        "I would hold up the list of pilots, because I expect about +1.2 of it, hours and goodwill counted.",
    ),
    (
        Responds(Respond(BORO, "give"), {"give": 1.2, "swap": 0.5, "sit": -3.0}),
        "I would give them the word, because I make that +1.2, all told; to swap the word +0.5 and to sit it out −3.0.",
    ),
    (
        Announce(ARIA, *SHALL),
        "I would tell the newspapers that we stand for “shall tell”, because we mean to keep it, and they will see it.",
    ),
    (
        SoundsAlly(Sound(ARIA, GUILD), "uneasy"),
        "I would ask the guild first, because it looks uneasy, and we should know before the text goes round.",
    ),
    (
        Reads(4, "We read it so."),
        "I would read it our way, because that brings +4 at home: “We read it so.”",
    ),
    (
        Reads(),
        "I would say nothing at the close, because no reading of ours is worth the noise.",
    ),
    (
        Waits(0, package_out=True),
        "I would say a few words and wait, because our package is with them.",
    ),
    (
        Waits(1, package_out=False),
        "I would let them speak, because there is nothing that I would move now.",
    ),
)
ARGUMENTS: tuple[tuple[Argument, str], ...] = (
    (
        Balance(3, 5),
        "On your sheet, word by word, you give 3 and get 5.",
    ),
    (
        Balance(-3, 0, taken=False),
        "On your sheet, word by word, you would gain 3 by moving and get nothing.",
    ),
    (
        Balance(0, -2),
        "On your sheet, word by word, you give nothing and lose 2 by what they move.",
    ),
    (
        WordsWorth(-2, 5, 40),
        "The words would then be worth −2 to 5 to you; your walk-away is 40.",
    ),
    (
        WordsWorth(38, 38, 40),
        "The words would then be worth 38 to you, 2 below your walk-away.",
    ),
    (
        WordsWorth(42, 42, 40),
        "The words would then be worth 42 to you, 2 above your walk-away.",
    ),
    (
        WordsWorth(40, 40, 40),
        "The words would then be worth 40 to you, just at your walk-away.",
    ),
    (
        Weighs(TOLL, BORO, 1, hinted=False, told=True, given=False),
        "“Toll” is the hard word for Boro, for it has refused over it once and told the newspapers of it.",
    ),
    (
        Weighs(TOLL, BORO, 3, hinted=True, told=False, given=True),
        "“Toll” seems to weigh with Boro, for it has refused over it 3 times and named it off the record:"
        " it is worth a price.",
    ),
    (
        Offered(TOLL, BORO),
        "Boro has offered to move in “Toll”: it may need it less, or move as its mandate leads it.",
    ),
    (
        Pleases(GUILD, NOTICE, OptionId("silence")),
        "Silence on “Notice” would please the guild.",
    ),
)
RISKS: tuple[tuple[Risk, str], ...] = (
    (RefusedBefore(BORO, TOLL, OptionId("none"), 1, never=False), "Boro has refused “no toll” before."),
    (RefusedBefore(BORO, TOLL, OptionId("none"), 2, never=False), "Boro has refused “no toll” 2 times."),
    (RefusedBefore(BORO, TOLL, OptionId("none"), 1, never=True), "Boro has refused “no toll” for ever."),
    (MayBeDear(BORO, TOLL, OptionId("none")), "As far as I can tell, “no toll” is what costs Boro most in it."),
    (
        Displeases(((GUILD, "uneasy"),), TOLL, OptionId("none"), OptionId("half")),
        "In place of “no toll” the guild (now uneasy) would rather have “half the toll”.",
    ),
    (GivesUp(1, "hope"), "It is 1 point less than what I still hope for in these words."),
    (GivesUp(3, "hope"), "It is 3 points less than what I still hope for in these words."),
    (GivesUp(2, "offer"), "By your sheet 2 points that they offer go with it."),
    (LastRound(3.5), "After that the 3½ h that are left are hardly enough for another package."),
    (HoursGo(0.5, 12.0), "It takes ½ h of the 12 h that are left."),
    (Forgoes(NOTICE, (SHALL[1],), 1), "It gives up “shall tell” before they have heard it: 1 point."),
    (
        Forgoes(NOTICE, (SHALL[1], WILL[1]), 3),
        "It gives up “shall tell” or “will tell” before they have heard it: 3 points.",
    ),
    (Chills(1, 2), "Goodwill with them falls by 1, or by 2 if they sit it out."),
    (Chills(1, 1), "Goodwill with them falls by 1."),
    (Chills(0, 2), "Goodwill with them falls by 2 if it wakes somebody."),
    (Binds(3), "To leave that word later would cost you 3 points at home."),
    (Wakes(), "If it wakes somebody to whom they answer, the text may be opened again."),
    (AlliesDoubt((GUILD,)), "Then it goes to your allies: the guild did not look content so far."),
)
WARNINGS: tuple[tuple[Warning, str], ...] = (
    (
        NoTextLeft("word", SHALL),
        "With “shall tell” no text that is left could reach your walk-away.",
    ),
    (
        NoTextLeft("taken"),
        "After it no text that is left could reach your walk-away.",
    ),
    (
        NoTextLeft("tabled"),
        "If they took it, no text that is left could reach your walk-away.",
    ),
    (
        ForNothing(SHALL, HALF),
        "You would give “shall tell” for nothing. I would ask “half the toll” for it, in one package.",
    ),
    (
        ForNothing(SHALL, points=7),
        "You would give “shall tell” for nothing, and that is about 7 less than I would hope for there.",
    ),
    (
        LeaveClosed(0),
        "I would leave it closed: to reopen it brings you nothing on your sheet, even if they agree.",
    ),
    (
        LeaveClosed(3),
        "I would leave it closed: to reopen it brings you 3 on your sheet, even if they agree.",
    ),
    (
        AskedTwice((SHALL, HALF)),
        "I would not ask for “shall tell” and “half the toll” a third time like this: offer more with it, ask for"
        " less, or wait until something happens.",
    ),
    (
        AsksNothing(4),
        "It asks for nothing that you need: you give 4 on your sheet, and get nothing.",
    ),
    (
        FallsShort(7, 9, -4, tabled=True),
        "If they took it, you would give 9 on your sheet and lose 4 by what they move: about 7 less than I would"
        " hope for in these words.",
    ),
    (
        FallsShort(7, 9, 4, tabled=False),
        "On your sheet you would give 9 and get 4: about 7 less than I would hope for in these words.",
    ),
    (
        FallsShort(7, 0, 4, tabled=False),
        "You would end with about 7 less than I would hope for in these words.",
    ),
    (
        WillBeLeft(SHALL, WILL, 9),
        "You will probably have to leave “shall tell”: I see us end at “will tell”, and to go back on your"
        " word costs 9.",
    ),
    (
        WouldBreakSilence(GUILD, None),
        "The guild has told you that it would break silence.",
    ),
    (
        WouldBreakSilence(GUILD, TOLL),
        "The guild has told you that it would break silence over “Toll”.",
    ),
    (
        SoundFirst((GUILD,)),
        "The guild did not look ready to take this: I would sound it before the text goes round.",
    ),
    (
        SoundFirst((GUILD, FISHERS)),
        "The guild and the fishing quay did not look ready to take this: I would sound them before the text"
        " goes round.",
    ),
    (
        WorthLess(20, 25, "words"),
        "Its words are worth 20 to you, and your walk-away is 25.",
    ),
    (
        WorthLess(20, 25, "later"),
        "With what comes later it is worth 20 to you, and no text 25.",
    ),
    (
        CrossesRedLine(SHALL),
        "“shall tell” is a red line of yours.",
    ),
    (
        TextInReach(30, 25, clean=True),
        "The text is clean, and worth 30 to you; no text is worth 25.",
    ),
    (
        TextInReach(30, 25, clean=False),
        "A text worth about 30 to you may still be had; no text is worth 25.",
    ),
    (
        CostsMore(-0.44),
        "I expect about −0.4 points of it: hours and goodwill are likely to cost more than the word brings.",
    ),
    (
        CheaperAnswer("give", 3),
        "It would be cheaper to give the word: by about 3 points, all told.",
    ),
    (
        CheaperAnswer("swap", 3),
        "It would be cheaper to swap it: by about 3 points, all told.",
    ),
    (
        CheaperAnswer("sit", 3),
        "It would be cheaper to sit it out: by about 3 points, all told.",
    ),
)


@pytest.mark.parametrize(("value", "words"), LEADS, ids=lambda each: type(each).__name__)
def test_what_it_would_do(value: Lead, words: str) -> None:
    """The move and its reason, with the words at stake and numbers as print sets them."""
    assert lead(SCENARIO, value) == words


@pytest.mark.parametrize(("value", "words"), ARGUMENTS, ids=lambda each: type(each).__name__)
def test_what_speaks_for_it(value: Argument, words: str) -> None:
    """A sentence for each argument."""
    assert argument(SCENARIO, value) == words


@pytest.mark.parametrize(("value", "words"), RISKS, ids=lambda each: type(each).__name__)
def test_what_stands_against_it(value: Risk, words: str) -> None:
    """A sentence for each risk."""
    assert risk(SCENARIO, value) == words


@pytest.mark.parametrize(("value", "words"), WARNINGS, ids=lambda each: type(each).__name__)
def test_what_it_warns_of(value: Warning, words: str) -> None:
    """A sentence for each warning."""
    assert warning(SCENARIO, value) == words


COURSE = Course(Say(BORO, remark="Well."), LEADS[0][0], (), ())
OPINIONS: tuple[tuple[Opinion, str], ...] = (
    (Opinion("mine-too", (), (), (), None), "I would table that as well."),
    (Opinion("sound", (), (), (), None), "I see nothing to warn you of in yours."),
    (
        Opinion("rather-not", (), (), (), COURSE),
        f"I would not table yours as it is. I had another in mind: {LEADS[0][1]}",
    ),
    (
        Opinion("sound", (), (), (), COURSE, 1),
        f"I see nothing to warn you of in yours. I had another in mind: {LEADS[0][1]} If both were taken, that one"
        " gives you 1 point more on your sheet than yours.",
    ),
    (
        Opinion("sound", (), (), (), COURSE, -2),
        f"I see nothing to warn you of in yours. I had another in mind: {LEADS[0][1]} If both were taken, yours gives"
        " you 2 points more on your sheet.",
    ),
)


@pytest.mark.parametrize(("value", "words"), OPINIONS)
def test_what_it_thinks_of_a_package(value: Opinion, words: str) -> None:
    """A verdict, and beside it another package with how far the two are apart on the player's sheet."""
    assert opinion(SCENARIO, value) == words


def test_every_kind_is_among_them() -> None:
    """No lead, no argument and no warning is forgotten here, and no two are said in the same words."""
    assert {type(value) for value, _ in LEADS} == set(get_args(Lead))
    assert {type(value) for value, _ in ARGUMENTS} == set(get_args(Argument))
    assert {type(value) for value, _ in WARNINGS} == set(get_args(Warning))
    for said in (LEADS, ARGUMENTS, WARNINGS):
        assert len({words for _, words in said}) == len(said)
