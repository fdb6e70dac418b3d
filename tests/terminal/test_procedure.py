"""What is around the table, typed as a person would type it: hold-ups, the press, allies, parliaments, last words."""

from __future__ import annotations

import re

import pytest

from game.delegations import Policy
from game.table import Start
from game.terminal import play
from tests.terminal.desk import HARBOUR, Desk, scripted

BEGIN = ["", ""]
"""Enter to read the cable, Enter to begin."""


def harbour(typed: list[str], *other: str, seat: str = "ARIA") -> str:
    """The screen of a game at the harbour, as it is written; the other town makes these moves."""
    return shown_of(typed, scripted(*other), seat)


def shown_of(typed: list[str], policy: Policy, seat: str) -> str:
    """The screen, on one line."""
    desk = Desk([*BEGIN, *typed])
    play(desk.console, policy, lambda: None, Start(HARBOUR, seat, 1, as_written=True))
    return desk.flat


CLEAN = "tables BORO:notice=will ARIA:notice=will BORO:toll=half ARIA:toll=half BORO:form=summary"
"""A package after which nothing is in brackets, and which the guild does not mind."""


def test_a_whole_game_with_everything_in_it() -> None:
    """A hold-up is answered and one is made, a statement, a sounding, a circulation, initials, two closing statements,
    the signature, and the points with what came later."""
    typed = ["swap Soup for all.", "hold", "yes", "announce 2", "yes", "sound guild", "accept", "circulate", "sign"]
    other = ["holds pilots", 'says "Well."', "gives", CLEAN, "initials", 'says "We wait."', "reads boro-mild"]
    shown = harbour([*typed, "read 1"], *other)
    assert "Boro holds up the list of pilots: it asks that it is kept in two copies. Until that is answered" in shown
    assert "Aria swaps the word: there is one copy, in the customs house." in shown
    assert "Aria: “Soup for all.”" in shown
    assert "You hold up the bill of fare, and ask that the soup comes from Aria. You can do so once. Boro may:" in shown
    assert "Boro gives the word: the soup comes from Aria." in shown
    assert "You would tell the press that you stand for “the toll” in “Toll”. To move off it later costs you 9" in shown
    assert "The guild is sounded: it would consent." in shown
    assert "Mind: You have told the press where you stand in “Toll”: to move off it costs 9 points." in shown
    assert "Aria circulates the text to its allies under the silence procedure." in shown
    assert "Silence holds: the allies of Aria consent." in shown
    assert re.search(r"The text is clean\. .*? Signed now, it brings you −?\d+ points, the words \d+, the hours", shown)
    assert "The text is initialled by all and frozen." in shown
    assert "Aria reads the text its own way: “We will tell, when there is something to tell.”" in shown
    assert "it is signed." in shown
    ending = shown.partition("The talks are over")[2]
    assert "How it was closed. Silence holds: the allies of Aria consent. Boro reads the text its own way" in ending
    assert "What was won and lost in the talks: −8." in ending
    assert "−2 (2 times −1), the fishing quay is against what you stand for (20 June)." in ending
    assert "−9, you had told the press “the toll” in “Toll”." in ending
    assert "The words that decided: “Aria will tell Boro before it dredges.”" in ending


def test_no_line_is_wider_than_the_screen() -> None:
    """Everything of a whole game fits 80 columns, questions and answers too."""
    reading = ["corridor", "look notice", "sound guild", "why", "brief", "?", "status"]
    typed = ["swap", "hold", "yes", *reading, "say .", "accept", "circulate", "sign", "read"]
    desk = Desk([*BEGIN, *typed, "1"])
    other = scripted("holds pilots", 'says "Well."', "gives", CLEAN, "initials", 'says "We wait."', "reads boro-mild")
    play(desk.console, other, lambda: None, Start(HARBOUR, "ARIA", 1, as_written=True))
    assert "The talks are over" in desk.flat
    assert max(len(line) for line in desk.printed.splitlines()) <= 80


def test_leaving_says_what_it_gives() -> None:
    """The sum of the walk-away, the hours and what comes after, with its parts."""
    shown = harbour(["swap", "leave", "no", "q"], "holds pilots", *['says "."'] * 3)
    assert "gives you 24 points, the walk-away 25, the hours 0 and what comes after −1. Do you leave" in shown


def test_a_hold_up_leaves_three_answers_and_the_door() -> None:
    """While a text is held up the menu has nothing else, each answer with what it brings; another word is refused."""
    shown = harbour(["table", "sign", "say Later.", "give", "q"], "holds pilots")
    menu = shown.partition("Your move:")[2].partition("To read")[0]
    assert "1. give: give the word: there are two copies. For you: the word −1, the hours 0; goodwill with Boro" in menu
    assert "2. swap: swap it: there is one copy, in the customs house. For you: the word 0, the hours 0;" in menu
    assert "3. sit: sit it out. For you: the hours 0; goodwill with Boro −2 (4 h)." in menu
    assert "You can also type leave: end the talks without a text (½ h)." in menu
    assert "table" not in menu
    assert shown.count("Boro holds up the list of pilots: give the word, swap it, or sit it out.") == 3
    assert "−1: the hold-up of 20 June: there are two copies." in shown


def test_a_hold_up_is_sat_out_by_number() -> None:
    """The third line of the menu lets the hours run."""
    shown = harbour(["3", "q"], "holds pilots")
    assert "Aria sits it out: the clock runs, and the list of pilots stays as it is." in shown
    assert "Hour 4½." in shown


def test_what_a_hold_up_promises_is_said_before_it_is_made() -> None:
    """The word, the hours and goodwill of each answer; and one can still say no."""
    shown = harbour(["hold", "no", "hold menu", "yes", "hold", "q"], seat="ARIA")
    assert "Give the word: the soup comes from Aria. For you the word +2, the hours 0; goodwill −1." in shown
    assert "Swap it: there are two soups. For you the word +1, the hours 0; goodwill −1." in shown
    assert "Sit it out: 3 h run. For you the hours 0; goodwill −2." in shown
    assert "+2: your hold-up of 20 June: the soup comes from Aria." in shown
    assert "The bill of fare is out of the way: it was held up once." in shown


def test_a_frozen_text_is_read_or_not() -> None:
    """When all have initialled the menu has the closing statements, each with its gain, and none."""
    typed = ["accept", "circulate", "sign", "table", "read 9", "read"]
    shown = harbour([*typed, "none"], CLEAN, "initials", 'says "."', "reads -")
    menu = shown.rpartition("The text is initialled by all and frozen.")[2]
    assert "1. read 1: “We will tell, when there is something to tell.” +1 point at home; it lowers the text a" in menu
    assert "2. read none: make no closing statement." in menu
    assert "The text is initialled and frozen: what is left are closing statements." in menu
    assert "There is no number 9: type 1 to 2." in menu
    assert "Aria makes no closing statement." in menu
    assert "liked at home" not in menu


def test_an_ally_breaks_silence() -> None:
    """The barred word is named in the text panel, in the builder and in status, and what is barred has its reason."""
    bad = "tables ARIA:notice=shall BORO:toll=half ARIA:toll=half BORO:form=summary"
    typed = ["accept", "circulate", "look notice", "move notice", "shall", "status", "why", "table", "1", "me 1"]
    shown = harbour([*typed, "", "", "q"], bad)
    assert "The guild breaks silence over “shall tell” in “Notice”: it is barred" in shown
    assert "1. shall tell: 0 points for you, Boro stands here, barred for you" in shown
    assert shown.count("“shall tell” is barred: those who must take the text have refused it.") == 2
    assert "Barred for good: “shall tell” in “Notice”, for you." in shown
    assert "Your mandate in “Notice”: “shall tell” is barred, and you stand for “will tell”. The guild broke" in shown


SAYS = 'says "Well."'
FIRM = "tables BORO:notice=will ARIA:notice=will BORO:toll=full ARIA:form=protocol"
"""A clean text that the moot of Boro takes, unless it hears how Aria reads it."""
SIGNED = ["accept", "circulate", "sign"]


def test_a_parliament_sends_the_text_back() -> None:
    """It names a word, and every turn from then on says that the next refusal is the end."""
    shown = harbour([*SIGNED, "read 1", "q"], FIRM, "initials", SAYS, "reads -", SAYS)
    assert "The moot sends the text back over “will tell” in “Notice”: it is barred, and Boro now stands for" in shown
    assert "The moot has sent the text back: the next refusal, by anybody, is the end of the talks." in shown


def test_a_second_refusal_is_the_end() -> None:
    """The verdict says who refused, everybody has the walk-away, and how it was closed is told."""
    weak = "tables BORO:notice=appropriate ARIA:notice=appropriate"
    shown = harbour([*SIGNED, "read 1", *SIGNED], FIRM, "initials", SAYS, "reads -", weak, "initials", SAYS)
    assert "The moot refused the text a second time, and nothing is agreed." in shown
    assert "No text, so the walk-away: +25." in shown
    closed = shown.partition("How it was closed.")[2]
    assert "The moot sends the text back over" in closed
    assert "The moot refuses the text for good." in closed


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["give"], "Nothing is held up that you could give way on."),
        (["read"], "Closing statements are made when the text is initialled and frozen."),
        (["circulate"], "Only a clean text is circulated; sound an ally instead."),
        (["sound moot"], "“moot” is none of these."),
        (["hold pilots"], "“pilots” is none of these."),
        (["announce 9"], "There is no number 9: type 1 to 3."),
        (["holds pilots"], "It is not for you to hold up the list of pilots."),
        (["swaps"], "Nothing is held up that you could give way on."),
        (["announces toll=none"], "You announce what you stand for; in “Toll” you stand elsewhere."),
        (["sounds MOOT"], "The moot of Boro is not yours to sound."),
        (["circulates"], "Only a clean text is circulated"),
        (["reads aria-only"], "Closing statements are made when the text is initialled"),
        (["announce 2", "yes", "say .", "announce 2"], "You have told the press so already."),
    ],
)
def test_what_cannot_be_done_is_a_sentence(typed: list[str], sentence: str) -> None:
    """Every word that does not fit now, typed as a word or as the record writes it, is refused in words."""
    assert sentence in harbour([*typed, "q"], *['says "Well."'] * 9)


def test_the_records_notation_holds_for_the_new_moves() -> None:
    """Who knows the record types a move as it writes it."""
    shown = harbour(["announces toll=full", "sounds GUILD", "holds menu", "q"], *['says "."'] * 2, "swaps")
    assert "Understood: ARIA announces toll=full" in shown
    assert "Understood: ARIA sounds GUILD" in shown
    assert "Boro swaps the word: there are two soups." in shown


def test_nobody_to_sound_and_nothing_to_hold() -> None:
    """A delegation without allies is told so."""
    shown = harbour(["sound", "circulate", "say .", "q"], *['says "."'] * 3, seat="BORO")
    assert "The moot of Boro is not asked for its consent: its mood is all that you can read." in shown
    assert "You speak for nobody but yourselves" in shown
