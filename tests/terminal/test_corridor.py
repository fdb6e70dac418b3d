"""Those outside, goodwill, the text panel and the reasons, as a person reads them."""

from __future__ import annotations

import re

from game.table import Start
from game.terminal import play
from tests.terminal.desk import HARBOUR, LAKE, Desk, agreeable, scripted

BEGIN = ["", ""]
SAYS = 'says "Well."'


def harbour(typed: list[str], *other: str, seat: str = "ARIA") -> str:
    """The screen of a game at the harbour, as it is written; the other town makes these moves."""
    desk = Desk([*BEGIN, *typed, "q"])
    play(desk.console, scripted(*other), lambda: None, Start(HARBOUR, seat, 1, as_written=True))
    return desk.flat


def last(shown: str, head: str) -> str:
    """What was printed from these words on, up to the next question."""
    return (head + shown.rpartition(head)[2]).partition("Your move:")[0]


def test_the_corridor_shows_everybody() -> None:
    """Each audience with mood, line, power and wishes; the others' press; whose mood cannot be told; goodwill."""
    shown = last(harbour(["corridor"], SAYS), "Your allies.")
    assert "The guild of pilots: content. It wants the harbour to be run by those who know it." in shown
    assert "The fishermen (the fishing quay): content. They fear that a promise to Boro is a promise against" in shown
    assert "While you stand for less than it wants, it costs you 1 point every 2 h." in shown
    assert "Who presses Boro, for everybody to hear: The Boro Gazette: content." in shown
    assert "Boro also answers to the moot (ratifies); their moods do not show." in shown
    assert "Goodwill: correct with Boro (no hours are lost or won by it)." in shown
    assert "Still to consent: the guild." in shown


def test_the_corridor_of_a_delegation_with_a_parliament() -> None:
    """What a vote hangs on, and whether one stands for such a paper."""
    shown = last(harbour(["audiences"], seat="BORO"), "Your parliaments.")
    assert (
        "The moot of Boro: content. It reads protocols, and nothing else. It has a vote only on “a protocol”." in shown
    )
    assert "You stand for such a paper." in shown
    moved = last(harbour(["move form", "summary", "corridor"], seat="BORO"), "Your parliaments.")
    assert "You do not stand for such a paper." in moved


def test_what_an_ally_answered_is_kept_in_the_corridor() -> None:
    """With its hour, until it is asked again."""
    shown = harbour(["sound guild", "corridor"], SAYS)
    assert "The guild of pilots: content." in last(shown, "Your allies.")
    assert "Sounded at hour 1: it would consent." in last(shown, "Your allies.")


def test_no_audiences_no_corridor() -> None:
    """A drill without them says so."""
    desk = Desk([*BEGIN, "corridor", "q"])
    play(desk.console, agreeable, lambda: None, Start(LAKE, "ARIA", 1))
    assert "Nobody waits in the corridor" in desk.flat


def test_each_turn_says_who_is_not_content_and_status_says_what_would_please_them() -> None:
    """In short by itself; in full when it is asked for. What was told to the press, with its price, is always there."""
    shown = harbour(["move notice", "may tell", "announce 2", "yes", "status"], SAYS, SAYS, SAYS)
    turn = last(shown.rpartition("Your move: status")[0], "20 June 1994")
    assert "Uneasy: the guild." in turn
    assert "You have told the press that you stand for “the toll” in “Toll”: to move off it costs 9 points." in turn
    status = last(shown, "20 June 1994")
    assert "Uneasy: the guild, which would like “silence” in “Notice”." in status
    assert "Still to consent: the guild." in status


def test_what_the_others_told_the_press_is_in_the_status() -> None:
    """Without a price: that is their business."""
    shown = harbour(["status"], "announces toll=none")
    assert "Boro has told the press that it stands for “no toll” in “Toll”." in last(shown, "20 June 1994")


def test_a_band_says_what_it_does() -> None:
    """Cold: a package takes half an hour more, in the line and in the menu."""
    shown = harbour(["announce 2", "yes"], "announces toll=none", SAYS)
    turn = last(shown, "20 June 1994")
    assert "Goodwill: cold with Boro (a package to Boro takes half an hour more)." in turn
    assert (
        "1. table: build a package: we move here, if you move there (1½ h or more)." in shown.rpartition("20 June")[2]
    )


def test_an_issue_says_what_a_wording_does() -> None:
    """Force on the paper that I stand for, vague words, what is told to the press, what comes later."""
    shown = last(harbour(["look notice"], seat="BORO"), "Notice: in brackets")
    assert "Binds 3 on the paper that you stand for (2 by itself), precise 1, shares 1, of 3." in shown
    assert (
        "Binds 2 on the paper that you stand for (1 by itself), precise 0, shares 0, of 3. Vague: easy to sign,"
        in shown
    )
    assert "3. may tell, as appropriate: 18 points for you, beyond your mandate, dear later (−3)." in shown
    assert shown.count("Vague") == 1
    mine = last(harbour(["look notice"], SAYS), "Notice: in brackets")
    assert "2. will tell: 20 points for you, safer later (+1)." in mine
    told = harbour(["announce toll", "yes", "look toll"], SAYS, "announces toll=none")
    assert "the toll: 30 points for you, you stand here, told to the press by you." in last(told, "Toll: in brackets")
    assert "no toll: 0 points for you, Boro stands here, told to the press by Boro." in last(told, "Toll: in brackets")


def test_a_wish_is_marked_at_its_wording() -> None:
    """Where an audience would like a wording better, that stands with it, in the panel and in the builder."""
    shown = harbour(["move notice", "will", "look notice", "table", "notice", "", "cancel"], SAYS, SAYS)
    assert "4. silence: 30 points for you, the guild and the fishing quay would like it" in shown
    assert "4. silence: 30 for you; the guild and the fishing quay would like it" in shown


def test_somebody_is_against_it() -> None:
    """Those who are clearly below what they want are named as such."""
    assert "Against what you stand for: the guild and the fishing quay." in harbour(
        ["move notice", "shall"], SAYS, SAYS
    )


def test_why_lists_every_change() -> None:
    """Hour, day, number and reason; the hours as they stand come last."""
    shown = last(harbour(["swap", "why", *["say ."] * 5, "why"], "holds pilots", *[SAYS] * 9), "Why your numbers")
    assert (
        "Hour 1, 20 June. Goodwill with Boro: still correct (−1). Boro held up the list of pilots on 20 June." in shown
    )
    assert "Hour 3, 20 June. The Gazette: easier to please. The Gazette prints pictures of the sand." in shown
    assert "Hour 6½, 20 June. Your points: −1. 6½ h of talks so far, 1 for every full 6 h." in shown


def test_why_adds_up_what_is_agreed_and_what_is_open() -> None:
    """The span of points is the sum of the agreed words and of what the brackets may bring."""
    shown = harbour(["moves toll=half", "why"], "moves toll=half", *[SAYS] * 3)
    total, sure, low, high = map(
        int,
        re.findall(r"The words are worth (\d+) to \d+ points to you: (\d+) for .*? and (\d+) to (\d+) more", shown)[0],
    )
    assert total == sure + low
    assert low < high


def test_nothing_to_explain_at_first() -> None:
    """Before anything has changed, that is said."""
    assert "None of your numbers has changed yet" in harbour(["why"], SAYS)


def test_the_briefing_has_audiences_side_texts_and_the_walk_away() -> None:
    """The cable with the walk-away filled in, whom one answers to, and what each side text is worth."""
    shown = harbour([], seat="BORO").partition("Press Enter to begin")[0]
    assert "Below 30 points, bring home nothing." in shown
    assert "The moot of Boro. It reads protocols, and nothing else. It has a vote only on “a protocol”." in shown
    assert "The Boro Gazette. It counts the toll. While you stand for less than it wants" in shown
    assert "In “The first day” you can hold up the list of pilots, and ask that it is kept in two copies." in shown
    assert "Given, the word brings you +3, swapped +1; sat out, 4 h run." in shown
    assert "In “The first day” Aria can hold up the bill of fare" in shown


def test_the_cable_has_the_walk_away_of_now() -> None:
    """After an event the cable is read with the number that counts."""
    shown = harbour([*["say ."] * 3, "brief"], *[SAYS] * 4, seat="BORO")
    assert "Below 26 points, bring home nothing." in last(shown, "Cable from")


def test_the_phase_is_told() -> None:
    """Where a calendar has phases, each turn says in which one the talks are."""
    assert "20 June 1994, 09:30, The customs house. Tea is brought. The first day." in harbour([], SAYS)
