"""Several people before one screen: whose seat is there, and to whom it is handed, without a window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario import AudienceId
from game.table import AtScreen, Host, Start, Store, Table
from game.talks import Circulate, Headline, KeepSilence, Leave, Move, Refused, Reply, Say, Sign, Sound, Vote, Why
from game.text import DelegationId
from tests.rulebook import A, B, after
from tests.rulebook.test_18_persons import DIETS, DUKES, POSTS, clean
from tests.table.refusing import refusing
from tests.table.test_host import ARIA, BORO, LAKE, Thinker, host, listener, store, thinker

__all__ = ["host", "store", "thinker"]

RIVERS = LAKE.replace("two-words", "three-rivers")
CELO = DelegationId("CELO")
EVERY = (ARIA, BORO, CELO)


def say(host: Host, words: str = "Well.") -> Refused | None:
    """Whoever is at the screen says something."""
    assert host.table is not None
    who = host.who or host.handing or ARIA
    return host.submit(Say(who, remark=words), host.table.version_for(who))


# ---- the rule alone ----------------------------------------------------------------------------------------------

steps = st.lists(st.tuples(st.sampled_from(["wait", "take", "cover"]), st.sets(st.sampled_from(EVERY))), max_size=12)


@given(st.sets(st.sampled_from(EVERY)), steps)
def test_whatever_happens_one_person_at_most_is_at_the_screen(
    people: set[DelegationId], moved: list[tuple[str, set[DelegationId]]]
) -> None:
    """The screen is somebody's or handed to somebody, never both; of several it is never anybody's by itself whom the
    talks do not wait for while they wait for another person; and nobody but the one it is handed to can take it."""
    now = AtScreen(tuple(who for who in EVERY if who in people)).after((), over=False)
    for what, seats in moved:
        before = now
        match what:
            case "wait":
                now = before.after(seats, over=False)
                waited = people & seats
                assert len(people) < 2 or now.who in (None, before.who), "nobody is sat down by the talks"
                assert not waited or len(people) < 2 or (now.who or now.handing) in waited
                assert waited or now == before, "the computer alone moves: the screen stays where it is"
            case "take":
                for who in EVERY:
                    now = before.taken(who) if who in seats else now
                assert now.who in (before.who, before.handing)
            case _:
                now = before.covered()
                assert len(people) == 0 or now.who is None
        assert bool(people) == ((now.who is None) != (now.handing is None))


@given(st.sets(st.sampled_from(EVERY)), st.sets(st.sampled_from(EVERY)))
def test_at_the_end_one_person_stays_and_several_see_all(people: set[DelegationId], waits: set[DelegationId]) -> None:
    """Whoever played alone is called you to the end; of several nobody is, and nothing is handed over any more."""
    ended = AtScreen(tuple(people)).after(waits, over=False).after((), over=True)
    assert ended.handing is None
    assert ended.who == (next(iter(people)) if len(people) == 1 else None)


@given(st.sampled_from(EVERY), st.sampled_from(EVERY), st.sets(st.sampled_from(EVERY)))
def test_whoever_asks_for_the_screen_gets_it(first: DelegationId, asks: DelegationId, waits: set[DelegationId]) -> None:
    """It is handed to them, not given: they still say that they are there. When they have looked enough it goes on to
    whom the talks wait for."""
    now = AtScreen(EVERY, None, first).passed(asks)
    assert (now.who, now.handing) == (None, asks)
    now = now.taken(asks).covered().after(waits, over=False)
    assert now.handing == (asks if asks in waits or not waits else next(who for who in EVERY if who in waits))


def test_nobody_sits_and_is_waited_for_at_once() -> None:
    """A screen is not two people's, nor somebody's who does not play here."""
    for who, handing in ((ARIA, BORO), (CELO, None), (None, CELO)):
        with pytest.raises(ValueError, match="screen"):
            AtScreen((ARIA, BORO), who, handing)


# ---- the host ----------------------------------------------------------------------------------------------------


def test_two_people_take_turns(host: Host) -> None:
    """It begins with handing the screen to whoever is first; after each move it is handed to the other; what is asked
    for meanwhile is nobody's move."""
    handed: list[DelegationId | None] = []
    host.handed = lambda: handed.append(host.handing)
    table = host.begin(LAKE, BORO, 3, also=(ARIA,))
    assert (host.people, host.who, host.handing) == ((ARIA, BORO), None, ARIA)
    assert (table.seats, table.waits_for) == ({ARIA: "person", BORO: "person"}, (ARIA,))
    assert say(host) == Refused(kind=Why.NO_TABLE)
    assert table.version == 0
    assert not host.take_seat(BORO), "it is not theirs"
    assert host.take_seat(ARIA)
    assert (host.who, host.handing) == (ARIA, None)
    assert say(host) is None
    assert (host.who, host.handing, handed) == (None, BORO, [BORO])
    assert say(host) == Refused(kind=Why.NO_TABLE)
    assert host.take_seat(BORO)
    assert say(host) is None
    assert (host.who, host.handing, table.version) == (None, ARIA, 2)


def test_what_follows_a_move_is_done_before_the_screen_is_handed_over(host: Host) -> None:
    """Whoever shows the talks is told of the move, what was to follow it follows, and last it is handed over."""
    host.begin(LAKE, ARIA, 3, also=(BORO,))
    host.take_seat(ARIA)
    order: list[str] = []
    host.moved = lambda: order.append(f"moved {host.who}")
    host.handed = lambda: order.append(f"handed {host.handing}")
    host.submit(Say(ARIA, remark="Well."), 0, lambda: order.append("then"))
    assert order == ["moved None", "then", "handed BORO"]


def test_whoever_sits_there_keeps_the_screen_while_the_computer_moves(host: Host, thinker: Thinker) -> None:
    """With a third seat of the computer's the screen goes on when a person is waited for, and not before."""
    host.pace = 0.0
    table = host.begin(RIVERS, ARIA, 3, also=(CELO,))
    host.take_seat(host.handing or ARIA)
    for now in range(12):
        at, waits = host.who, table.waits_for[0]
        if waits == BORO:
            host.pump(float(now))
            assert host.thinking == BORO
            thinker.think()
            host.pump(now + 0.5)
            assert (host.who, host.handing) in ((at, None), (None, table.waits_for[0]))
            assert (host.who == at) == (table.waits_for[0] in (at, BORO))
        else:
            host.take_seat(waits)
            assert host.who == waits
            assert say(host) is None
    assert table.version == 12


def test_somebody_is_called_away(host: Host) -> None:
    """The screen can be covered: nothing is theirs until they are back. With one person too."""
    handed: list[DelegationId | None] = []
    host.handed = lambda: handed.append(host.handing)
    for also in ((BORO,), ()):
        table = host.begin(LAKE, ARIA, 3, also=also)
        host.take_seat(ARIA)
        host.cover()
        assert (host.who, host.handing, table.version) == (None, ARIA, 0)
        assert host.take_seat(ARIA)
    host.leave()
    host.cover()
    assert handed == [ARIA, ARIA]


def test_the_end_is_everybodys(host: Host) -> None:
    """Nothing is handed over any more, and nobody is called you."""
    handed: list[DelegationId | None] = []
    table = host.begin(LAKE, ARIA, 3, also=(BORO,))
    host.take_seat(ARIA)
    host.handed = lambda: handed.append(host.handing)
    assert host.submit(Leave(ARIA), 0) is None
    assert table.verdict is not None
    assert (host.who, host.handing, handed, table.waits_for) == (None, None, [None], ())


def test_it_is_resumed_with_handing_over(thinker: Thinker, store: Store) -> None:
    """To whoever's turn it is; and new talks like them, or from a move on, are begun with the same people."""
    host = Host(listener, thinker, store=store)
    table = host.begin(LAKE, ARIA, 3, also=(BORO,))
    host.take_seat(ARIA)
    assert say(host) is None
    game, record = table.game, table.record()
    assert game is not None
    host.leave()
    assert (host.people, host.who, host.handing) == ((), None, None)
    host.resume(game)
    assert (host.people, host.who, host.handing) == ((ARIA, BORO), None, BORO)
    host.again(ARIA, (BORO,))
    assert (host.people, host.handing) == ((ARIA, BORO), ARIA)
    assert host.again(BORO).seats[ARIA] == "ambassador"
    assert (host.people, host.who) == ((BORO,), BORO)
    host.take_over(record, 1, ARIA, (BORO,))
    assert (host.people, host.handing) == ((ARIA, BORO), BORO)


def test_what_another_window_has_played_hands_the_screen_over(thinker: Thinker, store: Store) -> None:
    """Whoever sits there is not waited for any more."""
    host, other = Host(listener, thinker, store=store), Host(listener, Thinker(), store=store)
    table = host.begin(LAKE, ARIA, 3, also=(BORO,))
    host.take_seat(ARIA)
    assert table.game is not None
    other.resume(table.game)
    other.take_seat(ARIA)
    assert say(other) is None
    host.pump(5.0)
    assert (table.version, host.told, host.who, host.handing) == (1, "caught-up", None, BORO)


def test_a_seat_that_is_not_there(host: Host) -> None:
    """Of the others too."""
    with refusing("no-delegation", written="'CELO'", names=(ARIA, BORO)):
        host.begin(LAKE, ARIA, also=(CELO,))
    assert host.table is None


def test_seats_of_several() -> None:
    """The computer has the rest, each at its level."""
    start = Start(levels={"": "attache"})
    assert start.seats(EVERY, ARIA, CELO) == {ARIA: "person", BORO: "attache", CELO: "person"}
    assert start.seats(EVERY, None) == dict.fromkeys(EVERY, "attache")


# ---- those who are not at the table ------------------------------------------------------------------------------


def outside(host: Host, moves: tuple[str, ...] = ()) -> None:
    """A clean text on the lake, two delegations and an ally, a parliament and a newspaper of one, all people."""
    talks = after(clean("DUKE", "DIET", "POST"), *moves)
    people = (A, B, DUKES, DIETS, POSTS)
    host.sit(Table(talks, dict.fromkeys(people, "person"), listener), *people)


def at(host: Host) -> tuple[DelegationId | None, DelegationId | None]:
    """Who is at the screen, and to whom it is handed."""
    return host.who, host.handing


def do(host: Host, move: Move) -> None:
    """Whoever the screen is handed to takes it and makes a move."""
    assert host.table is not None
    assert host.take_seat(move.by)
    assert host.submit(move, host.table.version_for(move.by)) is None


def test_an_ally_that_is_sounded_answers_before_the_talks_go_on(host: Host) -> None:
    """They would not wait for the answer, but there is one screen; then it goes back to whoever asked."""
    outside(host)
    do(host, Sound(A, AudienceId("DUKE")))
    assert host.table is not None
    assert (host.who, host.handing, host.table.waits_for, host.table.asked) == (None, DUKES, (A,), (DUKES,))
    do(host, Reply(DUKES, "uneasy"))
    assert (host.handing, host.table.asked) == (A, ())


def test_the_screen_goes_to_whoever_is_waited_for_outside(host: Host) -> None:
    """Silence that runs, and a vote that is called."""
    outside(host)
    do(host, Circulate(A))
    assert at(host)[1] == DUKES
    do(host, KeepSilence(DUKES))
    assert at(host)[1] == B
    do(host, Sign(B))
    do(host, Sign(A))
    assert at(host)[1] == DIETS
    do(host, Vote(DIETS, aye=True))
    assert host.table is not None
    assert host.table.verdict is not None
    assert at(host) == (None, None)


def test_whoever_is_never_waited_for_asks_for_the_screen(host: Host) -> None:
    """A newspaper prints a headline, and the screen is handed to whoever is next; or it looks, and passes it on."""
    outside(host)
    assert at(host)[1] == A
    host.pass_to(POSTS)
    assert at(host) == (None, POSTS)
    do(host, Headline(POSTS, remark="All eyes on the lake"))
    assert at(host)[1] == A
    host.pass_to(POSTS)
    assert host.take_seat(POSTS)
    host.pass_to(A)
    assert at(host)[0] == POSTS, "nobody takes the screen away from whoever is there"
    host.cover()
    assert at(host) == (None, A)
    host.pass_to(CELO)
    assert at(host)[1] == A, "who does not play here is not asked"
