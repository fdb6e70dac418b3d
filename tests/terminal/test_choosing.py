"""How each move at the table is asked for: among several packages, issues and wordings, and what cannot be chosen."""

from __future__ import annotations

import re

import pytest

from game.delegations import computer
from game.scenario import source_of
from game.seat import NotReady, Reopening, Seated, WhyNot, penalties
from game.table import open_table
from game.talks import (
    Accept,
    Amend,
    Consult,
    Decline,
    Leave,
    Move,
    Propose,
    Refused,
    Say,
    Shift,
    Sits,
    Unheard,
    Why,
    Withdraw,
    read_move,
)
from game.terminal.building import build
from game.terminal.commands import COMMANDS, TYPED
from game.text import DelegationId, IssueId, OptionId
from game.words.penalties import penalty
from game.words.refusals import why_not
from tests.terminal.desk import LAKE, RIVERS, Desk

ARIA, BORO, CELO = DelegationId("ARIA"), DelegationId("BORO"), DelegationId("CELO")
RUS, NATO = DelegationId("RUS"), DelegationId("NATO")
ISTANBUL, MAIN = "istanbul-communique-1994", "partnership-for-peace-1994"
STATUS = IssueId("status")
ARIAS_TURN = Refused(kind=Why.NOT_YOUR_TURN, delegation=ARIA)
FORBIDDEN = Refused(kind=Why.FORBIDDEN, issue=IssueId("verb"), option=OptionId("seek"))
TWO_WAIT = (
    "ARIA tables BORO:height=adequate CELO:height=adequate",
    "BORO tables ARIA:priority=silence CELO:priority=silence",
)
"""Both wait for Celo's answer."""


def after(scenario: str, who: DelegationId, *moves: str) -> Seated:
    """A seat of this scenario after these moves."""
    source = source_of(scenario)
    ids = (RUS, NATO) if scenario in (ISTANBUL, MAIN) else (ARIA, BORO, CELO)[: 3 if scenario == RIVERS else 2]
    seats: dict[DelegationId, Sits] = dict.fromkeys(ids, "person")
    table = open_table(source, scenario, seats, computer, seed=1, as_written=True)
    for line in moves:
        move = read_move(line)
        assert table.submit(move.by, move, table.version_for(move.by)) is None, line
    return Seated(table.view(who))


def chosen(here: Seated, word: str, *typed: str) -> tuple[Move | None, str]:
    """The move that comes of a line and what is typed then; and what was printed."""
    desk, (first, _, rest) = Desk(typed), word.partition(" ")
    return TYPED[first].choose(desk.console, here, rest), desk.flat


def said(here: Seated, why: WhyNot) -> str:
    """Why something cannot be done, in words."""
    return why_not(here.scenario, why)


@pytest.mark.parametrize(
    ("word", "typed", "move"),
    [
        ("accept", ["2"], Accept(CELO, 2)),
        ("accept 1", [], Accept(CELO, 1)),
        ("accept", [""], None),
        ("accept 7", [], None),
        ("decline", ["1", "height", "never"], Decline(CELO, 1, IssueId("height"), True)),
        ("decline", ["1", "2", "none"], Decline(CELO, 1, IssueId("height"))),
        ("decline", ["1", "2", "nearly"], Decline(CELO, 1, IssueId("height"), far="nearly")),
        ("decline", ["1", "2", "Not for this"], Decline(CELO, 1, IssueId("height"), far="not-for-this")),
        ("refuse 2", ["none", "1"], Decline(CELO, 2)),
        ("refuse 2", ["none", "4"], Decline(CELO, 2, far="not-this")),
        ("refuse 2", ["none", "never", ""], None),
        ("refuse 2", ["none", ""], None),
        ("decline 2", [""], None),
        ("decline", ["1", "height", ""], None),
        ("decline", ["1", "height", "back"], None),
        ("decline", ["1", "height", "advise", ""], None),
        ("decline", ["1", "height", "advise", "none"], Decline(CELO, 1, IssueId("height"))),
        ("counter 1", ["", "yes"], None),
        ("counter", ["", "cancel"], None),
    ],
)
def test_a_package_is_chosen_among_several(word: str, typed: list[str], move: Move | None) -> None:
    """By its number behind the word, or out of the list; Enter goes back."""
    assert chosen(after(RIVERS, CELO, *TWO_WAIT), word, *typed)[0] == move


def test_a_non_paper_is_begun_where_it_is_looked_for() -> None:
    """`float` is a word of the main prompt: what it builds is shown off the record by typing it once more."""
    move = chosen(after(LAKE, ARIA), "float", "1", "will", "float As one who thinks aloud.")[0]
    assert isinstance(move, Propose)
    assert move.off_record
    assert move.remark == "As one who thinks aloud."
    tabled = chosen(after(LAKE, ARIA), "non-paper", "1", "will", "table")[0]
    assert isinstance(tabled, Propose)
    assert not tabled.off_record


def test_the_list_says_whose_each_package_is() -> None:
    """With its number and who tabled it."""
    shown = chosen(after(RIVERS, CELO, *TWO_WAIT), "accept", "")[1]
    assert re.search(r"1\. Package 1, from Aria\. 2\. Package 2, from Boro\. .*accept\?", shown)
    assert "1 and 2" in chosen(after(RIVERS, CELO, *TWO_WAIT), "accept 7")[1]


def test_a_counter_begins_with_their_package_and_is_not_the_same() -> None:
    """What is tabled unchanged is theirs: it can only be accepted; with more in it, it is a counter."""
    here = after(RIVERS, CELO, *TWO_WAIT)
    move, shown = chosen(here, "counter 1", "table")
    assert move is None
    assert "accept it instead." in shown
    more = chosen(here, "counter 1", "costs", "2", "table Like this.")[0]
    assert isinstance(more, Propose)
    assert {shift.issue for shift in more.shifts} == {"height", "costs"}
    assert more.remark == "Like this."


@pytest.mark.parametrize("word", ["accept", "decline", "counter"])
def test_where_no_package_waits_that_is_said(word: str) -> None:
    """There is nothing to answer at the beginning, nor when somebody else has the floor."""
    move, shown = chosen(after(RIVERS, ARIA), word)
    assert move is None
    assert f"package to {word}." in shown
    assert said(after(RIVERS, BORO), ARIAS_TURN) in chosen(after(RIVERS, BORO), word)[1]


def test_a_package_of_ones_own_is_withdrawn() -> None:
    """The only one at once; among several the one that is named or chosen; none where there is none."""
    one = after(RIVERS, ARIA, TWO_WAIT[0], 'BORO says "."', 'CELO says "."')
    assert chosen(one, "withdraw")[0] == Withdraw(ARIA, 1)
    move, shown = chosen(after(RIVERS, ARIA), "withdraw")
    assert move is None
    assert "have no package" in shown
    floats = "ARIA floats BORO:costs=benefit CELO:costs=benefit"
    two = after(
        RIVERS, ARIA, TWO_WAIT[0], *('BORO says "."', 'CELO says "."'), floats, *('BORO says "."', 'CELO says "."')
    )
    assert chosen(two, "withdraw", "2")[0] == Withdraw(ARIA, 2)
    assert chosen(two, "withdraw 1")[0] == Withdraw(ARIA, 1)
    assert chosen(two, "withdraw", "")[0] is None


# ---- one's own position -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "typed", "move"),
    [
        ("move verb", ["will"], Amend(ARIA, IssueId("verb"), OptionId("will"))),
        ("move", ["2", "2"], Amend(ARIA, IssueId("when"), OptionId("time"))),
        ("move nothing", ["", ""], None),
        ("move", [""], None),
        ("move 1", [""], None),
        ("move 1", ["shall"], None),
        ("move 1", ["seek"], None),
        ("move council", ["advise"], None),
    ],
)
def test_ones_own_position_is_moved(word: str, typed: list[str], move: Move | None) -> None:
    """Where instructions allow it; otherwise it is said why not."""
    assert chosen(after(LAKE, ARIA), word, *typed)[0] == move


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("move 1", "shall"), Refused(kind=Why.STANDS_THERE)),
        (("move 1", "seek"), FORBIDDEN),
        (
            ("move 3", "advise"),
            Refused(kind=Why.BEYOND_MANDATE, delegation=ARIA, issue=IssueId("council"), option=OptionId("advise")),
        ),
    ],
)
def test_why_one_cannot_move_there_is_said(typed: tuple[str, str], why: Refused) -> None:
    """Red line, mandate, and where one stands already."""
    here = after(LAKE, ARIA)
    assert said(here, why) in chosen(here, *typed)[1]


def test_what_reopening_costs_is_said_before() -> None:
    """To go back to what one has left, and off what is agreed."""
    here = after(LAKE, ARIA, "ARIA moves verb=will", 'BORO says "."')
    move, shown = chosen(here, "move verb", "shall")
    assert move == Amend(ARIA, IssueId("verb"), OptionId("shall"))
    (minded,) = penalties(here.view, move)
    assert isinstance(minded, Reopening)
    assert minded.given_up == "shall"
    assert f"Mind: {penalty(here.scenario, minded)}" in shown


def test_nobody_moves_out_of_turn() -> None:
    """Who has the floor is said."""
    here = after(LAKE, BORO)
    assert chosen(here, "move") == (None, said(here, ARIAS_TURN))
    assert chosen(after(LAKE, BORO), "sign")[0] is None


# ---- the capital, words, the end --------------------------------------------------------------------------------

REFUSED = ("ARIA tables BORO:council=decide", "BORO declines 1 over council")


@pytest.mark.parametrize(
    ("word", "typed", "move"),
    [
        ("ask", ["1"], Consult(ARIA, (IssueId("council"),))),
        ("ask", [""], None),
        ("ask", ["9"], None),
        ("ask council", [], Consult(ARIA, (IssueId("council"),))),
        ("capital 3, 1", [], Consult(ARIA, (IssueId("council"), IssueId("verb")))),
        ("ask 3 3", [], Consult(ARIA, (IssueId("council"),))),
        ("ask nonsense", [], None),
    ],
)
def test_the_capital_is_asked(word: str, typed: list[str], move: Move | None) -> None:
    """About the issues that are numbered behind the word, or out of those about which it can be asked."""
    assert chosen(after(LAKE, ARIA, *REFUSED), word, *typed)[0] == move


def test_what_a_cable_gives_up_is_told_before_it_goes() -> None:
    """A demand that nobody has heard costs points: the price is said, and the player may think again."""
    here = after(MAIN, RUS)
    for typed, made in (("y", True), ("n", False)):
        for word, numbers in (("ask status", ()), ("ask", ("1",))):
            move, shown = chosen(here, word, *numbers, typed)
            (minded,) = penalties(here.view, Consult(RUS, (STATUS,)))
            assert isinstance(minded, Unheard)
            assert f"Mind: {penalty(here.scenario, minded)}" in shown
            assert move == (Consult(RUS, (STATUS,)) if made else None)
    heard = after(MAIN, RUS, "RUS tables NATO:status=voice", "NATO declines 1 over status")
    assert chosen(heard, "ask status")[0] == Consult(RUS, (STATUS,))


def test_where_nothing_can_be_asked_it_says_how_to_hear_why() -> None:
    """Before anything was refused there is nothing to ask; with a number the rules say why not."""
    move, shown = chosen(after(LAKE, ARIA), "ask")
    assert move is None
    assert "to hear why." in shown


def test_words_are_said_or_not() -> None:
    """Behind the word, or when they are asked for; Enter goes back."""
    here = after(LAKE, ARIA)
    assert chosen(here, "say Good morning.")[0] == Say(ARIA, remark="Good morning.")
    assert chosen(here, "say", "Good day.")[0] == Say(ARIA, remark="Good day.")
    assert chosen(here, "say", "")[0] is None


def test_a_recess_is_told_before_it_begins() -> None:
    """Whoever would be the last to have only talked is told how long the talks rest then, and may think again."""
    here = after(ISTANBUL, NATO, 'RUS says "Well?"')
    told = "the talks go into recess, for 1 h at most."
    for typed, made in (("y", True), ("n", False)):
        move, shown = chosen(here, "say Well.", typed)
        assert told in shown
        assert move == (Say(NATO, remark="Well.") if made else None)
    move, shown = chosen(here, "say", "Well.")
    assert (move, told in shown) == (Say(NATO, remark="Well."), True)
    assert told not in chosen(after(ISTANBUL, RUS), "say Well.")[1]


def test_nobody_leaves_by_mistake() -> None:
    """It is asked for a yes, and says what it would bring."""
    here = after(LAKE, ARIA)
    assert chosen(here, "leave", "yes")[0] == Leave(ARIA)
    move, shown = chosen(here, "leave", "no")
    assert move is None
    assert here.desk.worth is not None
    assert here.desk.worth.left.total == 45
    assert "gives you 45" in shown


# ---- a package step by step -------------------------------------------------------------------------------------


def built(here: Seated, *typed: str) -> tuple[Propose | None, str]:
    """The package that comes of what is typed, and what was printed."""
    desk = Desk(typed)
    return build(desk.console, here, ""), desk.flat


def shifts(*each: tuple[DelegationId, str, str]) -> set[Shift]:
    """Shifts by their ids."""
    return {Shift(who, IssueId(issue), OptionId(option)) for who, issue, option in each}


@pytest.mark.parametrize(
    ("typed", "tabled"),
    [
        (["1", "will", "table"], [(ARIA, "verb", "will"), (BORO, "verb", "will")]),
        (["1", "me 2", "2", "they 1", "table"], [(ARIA, "verb", "will"), (BORO, "when", "thirty")]),
        (["1", "will", "1", "they 1", "table"], [(BORO, "verb", "shall")]),
        (["1", "will", "2", "2", "drop 1", "table"], [(ARIA, "when", "time"), (BORO, "when", "time")]),
        (["4", "same", "drop", "drop nonsense", "nonsense", "text", "table"], [(BORO, "fish", "same")]),
    ],
)
def test_a_package_is_built_step_by_step(typed: list[str], tabled: list[tuple[DelegationId, str, str]]) -> None:
    """Issue by issue, for both sides or for one; a later choice takes an earlier one's place, and can be dropped."""
    move = built(after(LAKE, ARIA), *typed)[0]
    assert move is not None
    assert set(move.shifts) == shifts(*tabled)


def test_the_rest_is_closed_as_it_is_drafted() -> None:
    """At their wordings where one may go there, or at one's own."""
    mine = built(after(LAKE, ARIA), "rest mine", "table")[0]
    assert mine is not None
    assert all(shift.delegation == BORO for shift in mine.shifts)
    theirs = built(after(LAKE, ARIA), "rest", "table")[0]
    assert theirs is not None
    assert Shift(ARIA, IssueId("when"), OptionId("silence")) in theirs.shifts
    assert Shift(ARIA, IssueId("verb"), OptionId("seek")) not in theirs.shifts


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["table", "cancel"], NotReady("empty-tray")),
        (["1", "seek", "", "cancel"], FORBIDDEN),
        (["1", "me shall", "", "cancel"], Refused(kind=Why.STANDS_THERE)),
        (["1", "they seek", "", "cancel"], "They stand there"),
        (["1", "nine", "", "cancel"], "“nine” is none"),
        (["1", "2", "", "no", "", "yes"], "this package up?"),
        (["1", "2", "float"], "words are worth"),
    ],
)
def test_a_package_says_what_is_wrong_with_it(typed: list[str], answer: WhyNot | str) -> None:
    """What cannot go in, and what would be lost."""
    here = after(LAKE, ARIA)
    assert (answer if isinstance(answer, str) else said(here, answer)) in built(here, *typed)[1]


def test_a_new_package_takes_the_place_of_the_old_one() -> None:
    """That is said before; and what was refused for ever is said when it is asked for."""
    here = after(LAKE, ARIA, "ARIA tables BORO:verb=shall", "BORO declines 1 over verb, never")
    assert [lock.kind for lock in here.desk.row(IssueId("verb")).wordings[0].locks] == ["never"]
    assert "ever by Boro." in built(here, "verb", "they shall", "cancel")[1]
    lies = after(LAKE, ARIA, "ARIA tables BORO:verb=shall", 'BORO says "."')
    assert "package 1 is withdrawn" in built(lies, "cancel")[1]


def test_every_word_has_one_meaning() -> None:
    """No synonym is a word of another move, and no verb of a record belongs to two."""
    synonyms = [each for command in COMMANDS.values() for each in command.synonyms]
    verbs = [each for command in COMMANDS.values() for each in command.recorded]
    assert len(TYPED) == len(COMMANDS) + len(set(synonyms))
    assert len(verbs) == len(set(verbs))
