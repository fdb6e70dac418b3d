"""Those who are not at the table, in words: the one place where their sentences stand."""

from __future__ import annotations

from dataclasses import replace

from game.scenario import AudienceId, load, source_of
from game.seat import Desk, desk
from game.talks import open_talks, view
from game.talks.rules.propose import READ_TWICE
from game.text import DelegationId, IssueId
from game.words import corridor, hours
from game.words.goodwill import effect
from game.words.wordings import degrees, option_head, option_line
from tests.rulebook import after
from tests.terminal.desk import HARBOUR

SCENARIO = load(source_of(HARBOUR), HARBOUR)
ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
NOTICE = IssueId("notice")
WELL = 'says "Well."'


def seated(who: DelegationId, *moves: str) -> Desk:
    """What lies before a delegation at the harbour after these moves, the others saying nothing of note."""
    return desk(view(after(open_talks(SCENARIO, as_written=True), *moves), who))


def told(at: Desk, audience: str) -> str:
    """What is said of an audience."""
    return corridor.audience(SCENARIO, at, SCENARIO.audience(AudienceId(audience)))


def test_an_audience_is_told_with_its_mood_and_power() -> None:
    """Its names, its mood, what the author says of it, what it can do, what it wishes and what it has answered."""
    at = seated(ARIA, f"BORO {WELL}", "ARIA sounds GUILD")
    assert told(at, "GUILD") == (
        "The guild of pilots: content. It wants the harbour to be run by those who know it. Sounded at hour 1: it would"
        " consent."
    )
    assert told(at, "FISHERS") == (
        "The fishermen (the fishing quay): content. They fear that a promise to Boro is a promise against them. While"
        " you stand for less than it wants, it costs you 1 point every 2 h."
    )
    assert told(at, "GAZETTE") == (
        "The Boro Gazette: content. It counts the toll. While Boro stands for less than it wants, it costs Boro 1 point"
        " every 3 h."
    )
    assert told(at, "MOOT").endswith("It has a vote only on “a protocol”.")
    assert corridor.quiet(SCENARIO, at, BORO) == "Boro also answers to the moot (ratifies); their moods do not show."


def test_a_vote_hangs_on_the_paper() -> None:
    """Its own delegation is told whether it stands for such a paper."""
    with_vote, without = seated(BORO), seated(BORO, "BORO moves form=summary")
    assert told(with_vote, "MOOT").endswith("“a protocol”. You stand for such a paper.")
    assert told(without, "MOOT").endswith("“a protocol”. You do not stand for such a paper.")


def test_how_things_stand_in_the_corridor() -> None:
    """Goodwill and what it does, who is not content, whose consent is needed, and what the press was told."""
    at = seated(
        ARIA, "BORO announces toll=none", "ARIA moves notice=appropriate", f"BORO {WELL}", "ARIA announces toll=full"
    )
    assert next(corridor.goodwill(SCENARIO, at, briefly=True)) == (
        "Goodwill: cold with Boro (a package to Boro takes ½ h more)."
    )
    assert list(corridor.uneasy(SCENARIO, at, full=False)) == ["Uneasy: the guild."]
    assert list(corridor.uneasy(SCENARIO, at, full=True)) == [
        "Uneasy: the guild, which would like “silence” in “Notice”."
    ]
    assert list(corridor.consents(SCENARIO, at)) == ["Still to consent: the guild."]
    assert list(corridor.statements(SCENARIO, at, full=True)) == [
        "Boro has told the newspapers that it stands for “no toll” in “Toll”.",
        "You have told the newspapers that you stand for “the toll” in “Toll”: to move off it costs 9 points.",
    ]
    worse = seated(ARIA, f"BORO {WELL}", "ARIA moves notice=shall")
    assert list(corridor.uneasy(SCENARIO, worse, full=False)) == [
        "Against what you stand for: the guild and the fishing quay."
    ]
    assert next(corridor.goodwill(SCENARIO, worse, briefly=False)) == (
        "Goodwill: correct with Boro (no hours are lost or won by it)."
    )


def test_what_is_barred_and_who_refused() -> None:
    """Barred wordings with those for whom they are, and parliaments that have sent a text back."""
    bad = "BORO tables ARIA:notice=shall BORO:toll=half ARIA:toll=half BORO:form=summary"
    at = seated(ARIA, bad, "ARIA accepts 1", f"BORO {WELL}", "ARIA circulates")
    assert list(corridor.barred(SCENARIO, at)) == ["Barred for good: “shall tell” in “Notice”, for you."]
    sent_back = replace(at, returned=(AudienceId("MOOT"),))
    assert list(corridor.returns(SCENARIO, sent_back)) == [
        "The moot has sent the text back: the next refusal, by anybody, is the end of the talks."
    ]


def test_a_wording_is_told_with_its_marks() -> None:
    """Points, who stands there, limits, what was told to the newspapers, who would like it, and what comes later."""
    at = seated(BORO, "BORO announces toll=none")
    notice, toll = at.row(NOTICE), at.row(IssueId("toll"))
    assert option_head(SCENARIO, notice, notice.wordings[2], BORO) == (
        "may tell, as appropriate: 18 points for you, beyond your mandate, vague: −2 later, dear in later years (−3)."
    )
    assert option_head(SCENARIO, toll, toll.wordings[0], BORO) == (
        "no toll: 30 points for you, you stand here, told to the newspapers by you."
    )
    assert degrees(SCENARIO.text[NOTICE][notice.wordings[2].option], 2) == (
        "Binds 2 on the paper that you stand for (1 by itself), precise 0, shares 0, of 3. Vague: easy to sign, dear to"
        " live with."
    )
    theirs = seated(ARIA, f"BORO {WELL}", "ARIA moves notice=will")
    row = theirs.row(NOTICE)
    assert option_line(SCENARIO, row, row.wordings[3], ARIA) == (
        "silence: 30 for you; the guild and the fishing quay would like it; dear in later years (−1)."
    )


def test_what_goodwill_does_is_told_in_the_numbers_of_the_rules() -> None:
    """Hours more for a package to somebody cold, and the hours in which one of somebody warm is accepted."""
    clock = SCENARIO.clock
    assert effect(clock, "cold", "Boro") == f"a package to Boro takes {hours(READ_TWICE)} more"
    assert effect(clock, "warm", "Boro") == f"a package from Boro is accepted in {hours(clock.accept / 2)}"
