"""Those outside, goodwill, the text panel and the reasons, as a person reads them."""

from __future__ import annotations

import re

from game.scenario import AudienceId
from game.seat import Seated, Sounding
from game.table import Start
from game.terminal import play
from game.text import DelegationId, IssueId, OptionId
from game.words import corridor
from game.words.changes import why
from game.words.wordings import degrees, option_head, option_line
from tests.terminal.desk import HARBOUR, LAKE, Desk, Played, agreeable, at_table, scripted

BEGIN = ["", ""]
SAYS = 'says "Well."'
ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
NOTICE, TOLL = IssueId("notice"), IssueId("toll")
GUILD, FISHERS, MOOT, GAZETTE = map(AudienceId, ("GUILD", "FISHERS", "MOOT", "GAZETTE"))
SILENCE = OptionId("silence")


def harbour(typed: list[str], *other: str, seat: str = "ARIA") -> Played:
    """A game at the harbour, as it is written; the other town makes these moves."""
    return at_table([*BEGIN, *typed, "q"], Start(HARBOUR, seat, 1, as_written=True), scripted(*other))


def last(shown: str, head: str) -> str:
    """What was printed from these words on, up to the next question."""
    return (head + shown.rpartition(head)[2]).partition("Your move:")[0]


def audience(game: Played, id: AudienceId, *, moods: bool = True) -> str:
    """What the words say of an audience as it stands in the end."""
    return corridor.audience(game.scenario, game.desk, game.scenario.audience(id), moods=moods)


def moods(game: Played) -> dict[str, str]:
    """Whose mood the player can tell, and what it is."""
    return {each.id: each.mood for each in game.desk.corridor}


def test_the_corridor_shows_everybody() -> None:
    """Each audience with mood, line, power and wishes; the others' press; whose mood cannot be told; goodwill."""
    game = harbour(["corridor"], SAYS)
    assert moods(game) == {GUILD: "content", FISHERS: "content", GAZETTE: "content"}
    shown = last(game.shown, "Your allies.")
    assert all(audience(game, each) in shown for each in (GUILD, FISHERS, GAZETTE))
    assert audience(game, GAZETTE) in shown.partition("Who weighs on Boro")[2]
    assert corridor.quiet(game.scenario, game.desk, BORO) in shown
    assert "the moot (ratifies)" in shown
    for lines in (
        corridor.goodwill(game.scenario, game.desk, briefly=False),
        corridor.consents(game.scenario, game.desk),
    ):
        told = list(lines)
        assert told
        assert all(line in shown for line in told)
    assert [person.goodwill for person in game.desk.people] == ["correct", None]


def test_the_corridor_of_a_delegation_with_a_parliament() -> None:
    """What a vote hangs on, and whether one stands for such a paper."""
    for typed, votes in ([], True), (["move form", "summary"], False):
        game = harbour([*typed, "audiences"], seat="BORO")
        assert [each.votes for each in game.desk.corridor if each.id == MOOT] == [votes]
        assert audience(game, MOOT) in last(game.shown, "Your parliaments.")


def test_what_an_ally_answered_is_kept_in_the_corridor() -> None:
    """With its hour, until it is asked again."""
    game = harbour(["sound guild", "corridor"], SAYS)
    assert [each.sounded for each in game.desk.corridor if each.id == GUILD] == [Sounding(1.0, "yes")]
    assert audience(game, GUILD) in last(game.shown, "Your allies.")


def test_no_audiences_no_corridor() -> None:
    """A drill without them says so."""
    desk = Desk([*BEGIN, "corridor", "q"])
    play(desk.console, agreeable, lambda: None, Start(LAKE, "ARIA", 1))
    assert "Nobody waits in" in desk.flat


def test_each_turn_says_who_is_not_content_and_status_says_what_would_please_them() -> None:
    """In short by itself; in full when it is asked for. What was told to the press, with its price, is always there."""
    game = harbour(["move notice", "may tell", "announce 2", "yes", "status"], SAYS, SAYS, SAYS)
    turn = last(game.shown.rpartition("Your move: status")[0], "20 June 1994")
    status = last(game.shown, "20 June 1994")
    assert [each.id for each in game.desk.corridor if each.mood == "uneasy"] == [GUILD]
    for shown, full in ((turn, False), (status, True)):
        (uneasy,) = corridor.uneasy(game.scenario, game.desk, full=full)
        (told,) = corridor.statements(game.scenario, game.desk, full=full)
        assert uneasy in shown
        assert told in shown
    assert [w.announced for w in game.desk.row(TOLL).wordings] == [(), (), (ARIA,)]
    (needed,) = corridor.consents(game.scenario, game.desk)
    assert needed in status
    assert needed not in turn


def test_what_the_others_told_the_press_is_in_the_status() -> None:
    """Without a price: that is their business."""
    game = harbour(["status"], "announces toll=none")
    assert [w.announced for w in game.desk.row(TOLL).wordings] == [(BORO,), (), ()]
    (told,) = corridor.statements(game.scenario, game.desk, full=True)
    assert told in last(game.shown, "20 June 1994")
    assert "costs" not in told


def test_a_band_says_what_it_does() -> None:
    """Cold: a package takes half an hour more, in the line and in the menu."""
    game = harbour(["announce 2", "yes"], "announces toll=none", SAYS)
    assert [person.goodwill for person in game.desk.people] == ["cold", None]
    (line,) = corridor.goodwill(game.scenario, game.desk, briefly=True)
    assert line in last(game.shown, "20 June 1994")
    propose = game.desk.choice("propose")
    assert propose is not None
    assert propose.hours == 1.5
    assert re.search(r"1\. table: [^.]* \(1½ h or more\)\.", game.after("20 June"))


def test_an_issue_says_what_a_wording_does() -> None:
    """Force on the paper that I stand for, vague words, what is told to the newspapers, what comes later."""
    game = harbour(["look notice"], seat="BORO")
    shown, row = last(game.shown, "Notice: in brackets"), game.desk.row(NOTICE)
    assert [wording.binds for wording in row.wordings] == [3, 3, 2, 0]
    for wording in row.wordings:
        assert option_head(game.scenario, row, wording, BORO) in shown
        assert degrees(game.scenario.text[NOTICE][wording.option], wording.binds) in shown
    assert [(wording.later, [lock.kind for lock in wording.locks]) for wording in row.wordings][2] == (-3, ["mandate"])
    assert shown.count("Vague") == 1
    game = harbour(["look notice"], SAYS)
    mine, row = last(game.shown, "Notice: in brackets"), game.desk.row(NOTICE)
    assert row.wordings[1].later == 1
    assert option_head(game.scenario, row, row.wordings[1], ARIA) in mine
    game = harbour(["announce toll", "yes", "look toll"], SAYS, "announces toll=none")
    told, row = last(game.shown, "Toll: in brackets"), game.desk.row(TOLL)
    assert [(wording.stands, wording.announced) for wording in row.wordings] == [
        ((BORO,), (BORO,)),
        ((), ()),
        ((ARIA,), (ARIA,)),
    ]
    assert all(option_head(game.scenario, row, wording, ARIA) in told for wording in row.wordings)


def test_a_wish_is_marked_at_its_wording() -> None:
    """Where an audience would like a wording better, that stands with it, in the panel and in the builder."""
    game = harbour(["move notice", "will", "look notice", "table", "notice", "", "cancel"], SAYS, SAYS)
    row = game.desk.row(NOTICE)
    (wished,) = [wording for wording in row.wordings if wording.wished]
    assert (wished.option, set(wished.wished)) == (SILENCE, {GUILD, FISHERS})
    assert f"4. {option_head(game.scenario, row, wished, ARIA)}" in game.shown
    assert f"4. {option_line(game.scenario, row, wished, ARIA)}" in game.shown


def test_somebody_is_against_it() -> None:
    """Those who are clearly below what they want are named as such."""
    game = harbour(["move notice", "shall"], SAYS, SAYS)
    assert {id for id, mood in moods(game).items() if mood == "against"} == {GUILD, FISHERS}
    (line,) = corridor.uneasy(game.scenario, game.desk, full=False)
    assert line in game.shown
    assert line.startswith("Against ")


def test_why_lists_every_change() -> None:
    """Hour, day, number and reason; the hours as they stand come last."""
    game = harbour(["swap", "why", *["say ."] * 5, "why"], "holds pilots", *[SAYS] * 9)
    shown, told = last(game.shown, "Why your numbers"), why(Seated(game.view))
    assert [(reason.sort, reason.hour) for reason in told] == [
        ("goodwill", 1.0),
        ("audience", 3.0),
        ("goodwill", 3.0),
        ("hours", 6.5),
    ]
    place = 0
    for reason in told:
        place = shown.index(f"{reason.day}. {reason.what[0].upper()}{reason.what[1:]}: {reason.change}.", place)
        assert reason.reason[1:] in shown[place:]
    assert "Hour 6½, 20 June." in shown


def test_why_adds_up_what_is_agreed_and_what_is_open() -> None:
    """The span of points is the sum of the agreed words and of what the brackets may bring."""
    game = harbour(["moves toll=half", "why"], "moves toll=half", *[SAYS] * 3)
    pattern = r"The words are worth (\d+) to \d+ points to you: (\d+) for .*? and (\d+) to (\d+) more"
    total, sure, low, high = map(int, re.findall(pattern, game.shown)[0])
    assert total == sure + low
    assert low < high


def test_nothing_to_explain_at_first() -> None:
    """Before anything has changed, that is said."""
    game = harbour(["why"], SAYS)
    assert why(Seated(game.view)) == ()
    assert "None of your numbers" in game.shown


def test_the_briefing_has_audiences_side_texts_and_the_walk_away() -> None:
    """The cable with the walk-away filled in, whom one answers to, and what each side text is worth."""
    game = harbour([], seat="BORO")
    shown = game.shown.partition("Press Enter to begin")[0]
    assert "Below 30 points" in shown
    assert all(audience(game, each, moods=False) in shown for each in (MOOT, GAZETTE))
    assert "you can hold up the list of pilots" in shown
    assert re.search(r"brings you \+3, swapped \+1; sat out, 4 h", shown)
    assert "Aria can hold up the bill of fare" in shown


def test_the_cable_has_the_walk_away_of_now() -> None:
    """After an event the cable is read with the number that counts."""
    game = harbour([*["say ."] * 3, "brief"], *[SAYS] * 4, seat="BORO")
    assert game.view.seat.instructions.reservation_value == 26
    assert "Below 26 points" in last(game.shown, "Cable from")


def test_the_phase_is_told() -> None:
    """Where a calendar has phases, each turn says in which one the talks are."""
    game = harbour([], SAYS)
    assert game.desk.now.phase == "morning"
    assert "customs house. Tea is brought. The first day." in game.shown
