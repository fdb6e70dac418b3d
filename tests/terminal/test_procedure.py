"""What is around the table, typed as a person would type it: hold-ups, the press, allies, parliaments, last words."""

from __future__ import annotations

import re

import pytest

from game.scenario import AudienceId, SideTextId
from game.seat import HoldUpAnswer, Seated
from game.table import Start
from game.talks import Refused, Why
from game.talks.causes import HoldUpEnded, PledgeBroken, Pressed, ReadingLiked
from game.talks.events import (
    Announced,
    Broke,
    Charged,
    Circulated,
    Concluded,
    Consented,
    HeldUp,
    Interpreted,
    Responded,
    Returned,
    Sounded,
)
from game.terminal import play
from game.text import DelegationId, IssueId, OptionId
from game.words import corridor
from game.words.changes import why
from game.words.closing import statement
from game.words.endings import ending
from game.words.events import tell
from game.words.refusals import refusal
from game.words.scores import parts
from game.words.wordings import option_line
from tests.terminal.desk import HARBOUR, Desk, Played, at_table, scripted

BEGIN = ["", ""]
"""Enter to read the cable, Enter to begin."""
ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
NOTICE, TOLL = IssueId("notice"), IssueId("toll")
SHALL, WILL, FULL = OptionId("shall"), OptionId("will"), OptionId("full")
PILOTS, MENU = SideTextId("pilots"), SideTextId("menu")
GUILD, MOOT, FISHERS = AudienceId("GUILD"), AudienceId("MOOT"), AudienceId("FISHERS")
FROZEN = Refused(kind=Why.FROZEN)
HELD_UP = Refused(kind=Why.HELD_UP, delegation=BORO, side_text=PILOTS)


def harbour(typed: list[str], *other: str, seat: str = "ARIA") -> Played:
    """A game at the harbour, as it is written; the other town makes these moves."""
    return at_table([*BEGIN, *typed], Start(HARBOUR, seat, 1, as_written=True), scripted(*other))


CLEAN = "tables BORO:notice=will ARIA:notice=will BORO:toll=half ARIA:toll=half BORO:form=summary"
"""A package after which nothing is in brackets, and which the guild does not mind."""


def test_a_whole_game_with_everything_in_it() -> None:
    """A hold-up is answered and one is made, a statement, a sounding, a circulation, initials, two closing statements,
    the signature, and the points with what came later."""
    typed = ["swap Soup for all.", "hold", "yes", "announce 2", "yes", "sound guild", "accept", "circulate", "sign"]
    other = ["holds pilots", 'says "Well."', "gives", CLEAN, "initials", 'says "We wait."', "reads boro-mild"]
    game = harbour([*typed, "read 1"], *other)
    shown = game.shown
    assert [(event.by, event.side_text) for event in game.heard(HeldUp)] == [(BORO, PILOTS), (ARIA, MENU)]
    assert [(event.by, event.how) for event in game.heard(Responded)] == [(ARIA, "swap"), (BORO, "give")]
    assert "Until that is answered" in shown
    assert "Aria: “Soup for all.”" in shown
    assert "You can do so once. Boro may:" in shown
    assert [(event.by, event.issue, event.option) for event in game.heard(Announced)] == [(ARIA, TOLL, FULL)]
    assert "off it later costs you 9" in shown
    assert [(event.audience, event.answer) for event in game.heard(Sounded)] == [(GUILD, "yes")]
    assert "Mind: You have told the newspapers" in shown
    assert [event.by for event in game.heard(Circulated)] == [ARIA]
    assert [event.by for event in game.heard(Consented)] == [ARIA]
    assert "Signed now, it brings" in shown
    assert "initialled by all and frozen." in shown
    assert [(event.by, event.reading) for event in game.heard(Interpreted)] == [
        (BORO, "boro-mild"),
        (ARIA, "aria-only"),
    ]
    assert len(game.heard(Concluded)) == 1
    closed = shown.partition("The talks are over")[2].partition("How it was closed.")[2]
    assert all(tell(game.scenario, event) in closed for event in game.heard(Consented))
    assert all(tell(game.scenario, event) in closed for event in game.heard(Interpreted))
    ended = game.desk.ended
    assert ended is not None
    assert ended.kind == "signed"
    mine = [(entry.points, entry.ground) for entry in ended.accounts[0].score.entries if entry.kind == "talks"]
    pressed = [points for points, ground in mine if isinstance(ground, Pressed) and ground.audience == FISHERS]
    assert pressed == [-1, -1]
    assert (-9, PledgeBroken(TOLL, FULL)) in mine
    assert ended.accounts[0].score.part("talks") == -8
    for line, entries in parts(game.scenario, ended.accounts[0], ARIA):
        assert line in closed
        assert all(entry in closed for entry in entries)
    assert [came.decides for came in ended.aftermath] == [NOTICE]
    assert ended.aftermath[0].quoted in closed


def test_no_line_is_wider_than_the_screen() -> None:
    """Everything of a whole game fits 80 columns, questions and answers too."""
    reading = ["corridor", "look notice", "sound guild", "why", "brief", "?", "status"]
    typed = ["swap", "hold", "yes", *reading, "say .", "accept", "circulate", "sign", "read"]
    desk = Desk([*BEGIN, *typed, "1"])
    other = scripted("holds pilots", 'says "Well."', "gives", CLEAN, "initials", 'says "We wait."', "reads boro-mild")
    play(desk.console, other, lambda: None, Start(HARBOUR, "ARIA", 1, as_written=True))
    assert "are over" in desk.flat
    assert max(len(line) for line in desk.printed.splitlines()) <= 80


def test_leaving_says_what_it_gives() -> None:
    """The sum of the walk-away, the hours and what comes after, with its parts."""
    game = harbour(["swap", "leave", "no", "q"], "holds pilots", *['says "."'] * 3)
    worth = game.desk.worth
    assert worth is not None
    assert [worth.left.part(kind) for kind in ("walk-away", "hours", "aftermath")] == [25, 0, -1]
    assert worth.left.total == 24
    assert re.search(r"gives you 24 points, .* 25, .* 0 and .* −1\. Do you leave", game.shown)


def test_a_hold_up_leaves_three_answers_and_the_door() -> None:
    """While a text is held up the menu has nothing else, each answer with what it brings; another word is refused."""
    held = harbour(["q"], "holds pilots").desk.held
    assert held is not None
    assert held.answers == (
        HoldUpAnswer("give", -1, 0.5, 0, -1),
        HoldUpAnswer("swap", 0, 0.5, 0, -1),
        HoldUpAnswer("sit", 0, 4.0, 0, -2),
    )
    game = harbour(["table", "sign", "say Later.", "give", "q"], "holds pilots")
    menu = game.shown.partition("Your move:")[2].partition("To read")[0]
    assert re.search(r"1\. give: [^.]*\. For you: the word −1, the hours 0; goodwill with Boro −1", menu)
    assert re.search(r"2\. swap: [^.]*\. For you: the word 0, the hours 0; goodwill with Boro −1", menu)
    assert re.search(r"3\. sit: [^.]*\. For you: the hours 0; goodwill with Boro −2 \(4 h\)\.", menu)
    assert "can also type leave:" in menu
    assert "table" not in menu
    assert game.refused(HELD_UP) == 3
    assert [(event.points, event.cause) for event in game.heard(Charged)] == [
        (-1, HoldUpEnded(BORO, PILOTS, held.at, "give"))
    ]


def test_a_hold_up_is_sat_out_by_number() -> None:
    """The third line of the menu lets the hours run."""
    game = harbour(["3", "q"], "holds pilots")
    assert [(event.by, event.how, event.over) for event in game.heard(Responded)] == [(ARIA, "sit", True)]
    assert "Hour 4½." in game.shown


def test_what_a_hold_up_promises_is_said_before_it_is_made() -> None:
    """The word, the hours and goodwill of each answer; and one can still say no."""
    (promised,) = [row for row in harbour(["q"]).desk.hold_ups if row.side_text == MENU]
    assert [(each.how, each.word, each.cost, each.goodwill) for each in promised.answers] == [
        ("give", 2, 0, -1),
        ("swap", 1, 0, -1),
        ("sit", 0, 0, -2),
    ]
    game = harbour(["hold", "no", "hold menu", "yes", "hold", "q"])
    assert re.search(r"Give the word: [^.]*\. For you the word \+2, the hours 0; goodwill −1\.", game.shown)
    assert re.search(r"Swap it: [^.]*\. For you the word \+1, the hours 0; goodwill −1\.", game.shown)
    assert re.search(r"Sit it out: 3 h [^.]*\. For you the hours 0; goodwill −2\.", game.shown)
    ((points, cause),) = [(event.points, event.cause) for event in game.heard(Charged)]
    assert points == 2
    assert isinstance(cause, HoldUpEnded)
    assert (cause.by, cause.side_text, cause.how) == (ARIA, MENU, "give")
    assert game.refused(Refused(kind=Why.OUT_OF_THE_WAY, side_text=MENU)) == 1


def test_a_frozen_text_is_read_or_not() -> None:
    """When all have initialled the menu has the closing statements, each with its gain, and none."""
    typed = ["accept", "circulate", "sign", "table", "read 9", "read"]
    game = harbour([*typed, "none"], CLEAN, "initials", 'says "."', "reads -")
    menu = game.after("initialled by all and frozen.")
    (row,) = harbour([*typed, "", "q"], CLEAN, "initials", 'says "."', "reads -").desk.readings
    assert (row.reading, row.gain) == ("aria-only", 1)
    assert statement(game.scenario, row) in menu
    assert "2. read none:" in menu
    assert refusal(game.scenario, FROZEN) in menu
    assert "There is no number 9" in menu
    assert [(event.by, event.reading) for event in game.heard(Interpreted)] == [(BORO, None), (ARIA, None)]
    assert not [event for event in game.heard(Charged) if isinstance(event.cause, ReadingLiked)]


def test_an_ally_breaks_silence() -> None:
    """The barred word is named in the text panel, in the builder and in status, and what is barred has its reason."""
    bad = "tables ARIA:notice=shall BORO:toll=half ARIA:toll=half BORO:form=summary"
    typed = ["accept", "circulate", "look notice", "move notice", "shall", "status", "why", "table", "1", "me 1"]
    game = harbour([*typed, "", "", "q"], bad)
    assert [(event.audience, event.issue, event.option, event.retreat) for event in game.heard(Broke)] == [
        (GUILD, NOTICE, SHALL, WILL)
    ]
    row = game.desk.row(NOTICE)
    (barred,) = [wording for wording in row.wordings if wording.option == SHALL]
    assert [(lock.kind, lock.of) for lock in barred.locks] == [("barred", ARIA)]
    assert f"1. {option_line(game.scenario, row, barred, ARIA)}" in game.shown
    assert game.refused(Refused(kind=Why.BARRED, issue=NOTICE, option=SHALL)) == 2
    (line,) = corridor.barred(game.scenario, game.desk)
    assert line in game.shown
    changed = [reason for reason in why(Seated(game.view)) if reason.sort == "mandate"]
    assert len(changed) == 1
    assert changed[0].change in game.shown
    assert changed[0].reason in game.after("Why your numbers").lower()


SAYS = 'says "Well."'
FIRM = "tables BORO:notice=will ARIA:notice=will BORO:toll=full ARIA:form=protocol"
"""A clean text that the moot of Boro takes, unless it hears how Aria reads it."""
SIGNED = ["accept", "circulate", "sign"]


def test_a_parliament_sends_the_text_back() -> None:
    """It names a word, and every turn from then on says that the next refusal is the end."""
    game = harbour([*SIGNED, "read 1", "q"], FIRM, "initials", SAYS, "reads -", SAYS)
    assert [(event.by, event.audience, event.issue, event.option) for event in game.heard(Returned)] == [
        (BORO, MOOT, NOTICE, WILL)
    ]
    assert game.desk.returned == (MOOT,)
    (line,) = corridor.returns(game.scenario, game.desk)
    assert line in game.shown


def test_a_second_refusal_is_the_end() -> None:
    """The verdict says who refused, everybody has the walk-away, and how it was closed is told."""
    weak = "tables BORO:notice=appropriate ARIA:notice=appropriate"
    game = harbour([*SIGNED, "read 1", *SIGNED], FIRM, "initials", SAYS, "reads -", weak, "initials", SAYS)
    ended = game.desk.ended
    assert ended is not None
    assert (ended.kind, ended.refused_by, ended.twice) == ("refused", MOOT, True)
    assert ending(game.scenario, ended) in game.shown
    assert ended.accounts[0].score.part("walk-away") == 25
    closed = game.shown.partition("How it was closed.")[2]
    assert "so the walk-away: +25." in closed
    assert [(event.audience, event.final) for event in game.heard(Returned)] == [(MOOT, False), (MOOT, True)]
    assert all(tell(game.scenario, event) in closed for event in game.heard(Returned))


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["give"], Refused(kind=Why.NOTHING_HELD)),
        (["read"], Refused(kind=Why.NOT_FROZEN)),
        (["circulate"], Refused(kind=Why.NOT_CLEAN)),
        (["sound moot"], "“moot” is none"),
        (["hold pilots"], "“pilots” is none"),
        (["announce 9"], "no number 9:"),
        (["holds pilots"], Refused(kind=Why.NOT_YOURS_TO_HOLD, side_text=PILOTS)),
        (["swaps"], Refused(kind=Why.NOTHING_HELD)),
        (["announces toll=none"], Refused(kind=Why.STANDS_ELSEWHERE, issue=TOLL)),
        (["sounds MOOT"], Refused(kind=Why.NOT_YOURS_TO_SOUND, audience=MOOT)),
        (["circulates"], Refused(kind=Why.NOT_CLEAN)),
        (["reads aria-only"], Refused(kind=Why.NOT_FROZEN)),
        (["announce 2", "yes", "say .", "announce 2"], Refused(kind=Why.ANNOUNCED)),
    ],
)
def test_what_cannot_be_done_is_a_sentence(typed: list[str], answer: Refused | str) -> None:
    """Every word that does not fit now, typed as a word or as the record writes it, is refused in words."""
    game = harbour([*typed, "q"], *['says "Well."'] * 9)
    assert answer in game.shown if isinstance(answer, str) else game.refused(answer)


def test_the_records_notation_holds_for_the_new_moves() -> None:
    """Who knows the record types a move as it writes it."""
    game = harbour(["announces toll=full", "sounds GUILD", "holds menu", "q"], *['says "."'] * 2, "swaps")
    assert "Understood: ARIA announces toll=full" in game.shown
    assert "Understood: ARIA sounds GUILD" in game.shown
    assert [(event.issue, event.option) for event in game.heard(Announced)] == [(TOLL, FULL)]
    assert [event.audience for event in game.heard(Sounded)] == [GUILD]
    assert [(event.by, event.side_text, event.how) for event in game.heard(Responded)] == [(BORO, MENU, "swap")]


def test_nobody_to_sound_and_nothing_to_hold() -> None:
    """A delegation without allies is told so."""
    game = harbour(["sound", "circulate", "say .", "q"], *['says "."'] * 3, seat="BORO")
    assert game.refused(Refused(kind=Why.NO_ALLY, audience=MOOT))
    assert game.refused(Refused(kind=Why.NO_ALLIES))
