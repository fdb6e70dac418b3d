"""What a player prepares: frozen, and from one tray to the next."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.seat import (
    Forsworn,
    NotReady,
    Tray,
    afresh,
    clear,
    counter,
    desk,
    drop,
    drop_issue,
    fill,
    look,
    measure,
    mind,
    note,
    put,
    renewed,
    rest,
    swear,
)
from game.talks import MOST_ISSUES_IN_A_CABLE, Decline, Propose, Shift, Talks, play, view
from game.talks.refused import Refused, Why
from game.text import DelegationId
from tests.library import DRILLS, EVERY, MAIN, mixed_game, opened

RUS, NATO = DelegationId("RUS"), DelegationId("NATO")


def played(talks: Talks, move: Propose | Decline) -> Talks:
    after = play(talks, move)
    assert not isinstance(after, Refused), after
    return after


def offered() -> Talks:
    """Russia has tabled that the Alliance comes to its wording in two issues, and comes to the Alliance's in one."""
    talks = opened(MAIN, as_written=True)
    seen = view(talks, RUS)
    mine, tray = seen.positions[RUS], Tray()
    gives = next(
        (issue, stand)
        for issue, stand in seen.positions[NATO].items()
        if issue in seen.brackets and stand in seen.seat.mandate[issue]
    )
    for issue in [each for each in seen.brackets if each != gives[0]][:2]:
        tray = put(seen, tray, issue, mine[issue])
    return played(talks, Propose(RUS, put(seen, tray, *gives).shifts))


def test_a_wording_is_put_in_and_taken_out() -> None:
    """Everybody who stands elsewhere moves there; another wording of the issue takes its place."""
    seen = view(opened(MAIN, as_written=True), RUS)
    issue = seen.scenario.text[seen.brackets[0]]
    first, *_, last = issue.options
    tray = put(seen, Tray(), issue.id, first.id)
    assert {shift.option for shift in tray.shifts} == {first.id}
    tray = put(seen, tray, issue.id, last.id)
    assert {shift.option for shift in tray.shifts} == {last.id}
    only = put(seen, tray, issue.id, first.id, "they")
    assert all(shift.delegation == NATO for shift in only.shifts)
    assert drop_issue(tray, issue.id).shifts == drop(tray, *tray.shifts).shifts == ()
    assert clear(look(tray, issue.id)) == Tray(issue=issue.id)
    assert clear(replace(tray, countering=True, issue=issue.id)) == afresh(look(tray, issue.id))
    assert clear(afresh(look(tray, issue.id))) == Tray(issue=issue.id)


def test_a_counter_begins_with_their_package() -> None:
    """While a package waits it is shown; to put in a wording begins a counter to it, which keeps what still moves."""
    talks = offered()
    seen, package = view(talks, NATO), talks.packages[0]
    assert desk(seen).mode == "answer"
    assert desk(seen).shown.package == package.number
    tray = counter(seen, Tray())
    assert tray.shifts == package.shifts
    assert desk(seen, tray).mode == "compose"
    other = next(issue for issue in seen.brackets if issue not in package.issues)
    added = put(seen, Tray(), other, seen.positions[NATO][other])
    assert added.countering
    assert set(package.shifts) < set(added.shifts)
    bare = counter(seen, Tray(), locked=False)
    assert all(shift.delegation != NATO or shift.option in seen.seat.mandate[shift.issue] for shift in bare.shifts)
    assert fill(seen, Tray(), added.shifts) == added


def test_a_word_is_minded_and_sworn() -> None:
    """A refusal names a word, or none; only a named word is refused for ever."""
    talks = offered()
    seen, word = view(talks, NATO), talks.packages[0].issues[0]
    assert swear(Tray()) == Tray()
    tray = swear(mind(Tray(), word))
    assert (tray.word, tray.never) == (word, True)
    decline = next(choice for choice in desk(seen, tray).choices if choice.deed == "decline")
    assert decline.moves == (Decline(NATO, 1, word, never=True),)
    assert mind(tray, word) == Tray()
    played(talks, Decline(NATO, 1, word, never=True))


def test_a_refusal_says_how_far_or_never() -> None:
    """One thing is said beside no: the last that was chosen; the same again takes it back."""
    talks = offered()
    seen, word = view(talks, NATO), talks.packages[0].issues[0]
    tray = measure(Tray(), "nearly")
    (decline,) = next(choice for choice in desk(seen, tray).choices if choice.deed == "decline").moves
    assert decline == Decline(NATO, 1, far="nearly")
    played(talks, decline)
    assert measure(tray, "not-this").far == "not-this"
    assert measure(tray, "nearly") == tray
    assert measure(tray, None) == Tray()
    sworn = swear(mind(tray, word))
    assert (sworn.never, sworn.far) == (True, None)
    assert (measure(sworn, "nearly").never, measure(sworn, "nearly").far) == (False, "nearly")
    assert renewed(seen, tray, view(played(talks, decline), NATO)).far == "nearly"


def test_what_it_stands_for_is_not_refused_for_ever() -> None:
    """A word that the others offer to come over to is refused, but not for ever, and the button says why."""
    talks = offered()
    seen, package = view(talks, NATO), talks.packages[0]
    own = next(issue for issue in package.issues if issue not in package.of(NATO))
    decline = next(choice for choice in desk(seen, swear(mind(Tray(), own))).choices if choice.deed == "decline")
    assert decline.why_not == NotReady("word-yours")
    assert next(c for c in desk(seen, mind(Tray(), own)).choices if c.deed == "decline").why_not is None


def test_what_never_would_cost_is_told_before_it_is_said() -> None:
    """For each issue of a package that waits: the wording, what taking it later would cost, and whether it would be
    believed; to nobody else."""
    talks = offered()
    seen, package = view(talks, NATO), talks.packages[0]
    (row,) = desk(seen).packages
    asked = [issue for issue in package.issues if issue in package.of(NATO)]
    assert [each.issue for each in row.nevers] == asked != list(package.issues)
    first = row.nevers[0]
    assert all(each.believed for each in row.nevers)
    (theirs,) = desk(view(talks, RUS)).packages
    assert theirs.nevers == ()
    later = played(talks, Decline(NATO, 1, first.issue, never=True))
    later = played(later, Propose(RUS, package.shifts))
    (again,) = (each for each in desk(view(later, NATO)).packages if each.number == 2)
    cost = next((each for each in again.penalties if isinstance(each, Forsworn)), None)
    if first.option == package.of(NATO).get(first.issue):
        assert cost == Forsworn(first.issue, first.points, first.option)


def test_a_cable_bears_so_many_issues() -> None:
    """What is noted is struck out again by the same press, and no more is noted than a cable bears."""
    talks = opened(MAIN)
    tray = Tray()
    for issue in talks.scenario.text.issues:
        tray = note(tray, issue.id)
    assert len(tray.noted) == MOST_ISSUES_IN_A_CABLE
    assert note(tray, tray.noted[0]).noted == tray.noted[1:]
    assert desk(view(talks, talks.floor), tray).asks == tray.noted


def test_the_rest_is_closed_as_one_side_has_it() -> None:
    """Every bracket, at one side's wording or, where this seat may not go, at its own."""
    seen = view(opened(MAIN, as_written=True), RUS)
    for side in (RUS, NATO):
        assert rest(seen, Tray(), side).shifts == seen.as_drafted(side)


def test_why_a_package_cannot_be_tabled() -> None:
    """An empty tray is the player's affair; all else is what the rules would say."""
    talks = opened(MAIN, as_written=True)
    seen = view(talks, RUS)

    def why(tray: Tray) -> object:
        return next(choice.why_not for choice in desk(seen, tray).choices if choice.deed == "propose")

    assert why(Tray()) == NotReady("empty-tray")
    mine = min(Shift(RUS, issue, option) for issue, options in (seen.legal.own or {}).items() for option in options)
    assert why(Tray((mine,))) == Refused(kind=Why.NOTHING_IN_RETURN)
    everything = rest(seen, Tray(), RUS)
    assert len(seen.brackets) > seen.legal.largest
    assert why(everything) == Refused(kind=Why.LARGE_PACKAGE, number=len(seen.brackets), most=seen.legal.largest)
    assert len(desk(seen, everything).shown.over) == len(seen.brackets) - seen.legal.largest
    assert desk(seen).why_no_rest == why(everything)
    waits = next(choice for choice in desk(view(talks, NATO)).choices if choice.deed == "propose")
    assert waits.why_not == Refused(kind=Why.NOT_YOUR_TURN, delegation=RUS)


@pytest.mark.parametrize("name", EVERY)
def test_why_not_is_what_the_rules_say(name: str) -> None:
    """Whatever lies in the tray: what can be tabled the rules allow, or a text could no more be written; and what
    cannot they refuse for the same kind of reason."""
    chance = Random(3)
    for seed in range(3 if name in DRILLS else 1):
        for talks in mixed_game(name, seed):
            seen = view(talks, talks.floor)
            if seen.verdict or seen.held or seen.closing or chance.random() < 0.5:
                continue
            tray = Tray()
            for _ in range(chance.randint(1, 4)):
                issue = chance.choice(seen.scenario.text.issues)
                tray = put(seen, tray, issue.id, chance.choice(issue.options).id)
            choice = next(each for each in desk(seen, tray).choices if each.deed == "propose")
            after = play(talks, Propose(seen.who, tray.shifts))
            assert isinstance(after, Refused) or choice.why_not is None, choice
            assert not isinstance(after, Refused) or choice.why_not is not None or after.kind is Why.IMPOSSIBLE


def test_a_tray_is_renewed() -> None:
    """When the talks have moved on, shifts that would move nobody fall out, and a new package is shown as it came."""
    talks = opened(MAIN, as_written=True)
    before = view(talks, NATO)
    issue, mine = before.brackets[0], before.positions[NATO]
    tray = Tray((Shift(NATO, issue, mine[issue]), Shift(RUS, issue, mine[issue])), countering=True, word=issue)
    after = view(offered(), NATO)
    left = renewed(before, tray, after)
    assert left.shifts == (Shift(RUS, issue, mine[issue]),)
    assert (left.countering, left.word) == (False, None)
