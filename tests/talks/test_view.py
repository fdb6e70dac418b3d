from __future__ import annotations

from random import Random

import pytest

from game.talks import CHAIR, GALLERY, Consult, Propose, Sign, view
from game.text import OptionId, draft
from tests.library import EVERY, opened, random_game
from tests.rulebook import COUNCIL, FISH, VERB, WHEN, A, B, after, lake, sheet, steps

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [decides on works|A] [|B].
    -- guests: none
    -- fish: [same|A] [more|B]
"""


def test_a_seat_sees_its_own_sheet_and_no_other() -> None:
    """A view holds the envelope of its seat; the gallery and the chair hold none."""
    talks = lake(OPENING)
    for who in (A, B):
        assert tuple(view(talks, who).scenario.instructions) == (who,)
    for who in (GALLERY, CHAIR):
        seen = view(talks, who)
        assert (dict(seen.scenario.instructions), seen.own, seen.me, seen.legal.moves) == ({}, None, None, ())


def test_the_view_says_why_a_move_is_not_open() -> None:
    """For each kind of move that cannot be made now the view has the sentence that says why."""
    talks = lake(OPENING, sheets={A: sheet(mandate=steps(council="decides | none"))})
    why = view(talks, A).legal.why_not or {}
    assert why["sign"].startswith("The text is not clean")
    assert "consult" in why
    assert "amend" not in why
    assert view(talks, B).legal.why_not is not None
    assert set((view(talks, B).legal.why_not or {}).values()) == {"Aria has the floor."}


def test_the_view_says_which_kinds_are_open() -> None:
    """A kind of move is open if the view lists one of it, a package if it says where one may move."""
    seen = view(lake(OPENING), A)
    assert seen.legal.may(Propose)
    assert not seen.legal.may(Sign)
    assert not seen.legal.may(Consult)
    assert not view(lake(OPENING), B).legal.may(Propose)
    assert seen.legal.own is not None
    assert seen.legal.own[VERB] == {"will", "may"}


def test_the_mandate_is_in_view() -> None:
    """A seat sees what it may propose in each issue now."""
    talks = lake(OPENING, sheets={A: sheet(mandate=steps(council="decides | none"), red_lines="when=silence")})
    own = view(talks, A).own
    assert own is not None
    assert own.mandate[COUNCIL] == {"decides"}
    assert own.mandate[WHEN] == {"month", "time"}
    assert own.mandate[VERB] == {"shall", "will", "may"}


def test_what_would_be_if_can_be_asked() -> None:
    """A view can say what the positions would be after a package, without making it."""
    talks = after(lake(OPENING), "A tables A:fish=more B:verb=shall")
    seen = view(talks, B)
    there = seen.after(seen.packages[0].shifts)
    assert there[B][VERB] == "shall"
    assert there[A][FISH] == "more"
    assert seen.positions[B][VERB] == "will"


@pytest.mark.parametrize("who", [GALLERY, CHAIR])
def test_the_gallery_has_no_points(who: str) -> None:
    """Whoever has no sheet is told so when asked for its points."""
    seen = view(lake(OPENING), GALLERY if who == GALLERY else CHAIR)
    for ask in (lambda: seen.worth({}), seen.reach, lambda: seen.ending(None)):
        with pytest.raises(LookupError, match="the gallery has no sheet"):
            ask()


def test_the_best_and_the_worst_hold_what_lies_between() -> None:
    """What a seat can reach at the best and at the worst counts every bracket for it and against it, word by word."""
    seen = view(lake(OPENING, sheets={A: sheet()}), A)
    worst, best = seen.reach()
    points = seen.own.instructions.points if seen.own else {}
    mine = seen.positions[A]
    assert best == sum(points[issue][option] for issue, option in mine.items())
    assert worst == sum(min(points[i][p[i]] for p in seen.positions.values()) for i in mine)


@pytest.mark.parametrize("name", EVERY)
def test_all_watchers_see_one_table(name: str) -> None:
    """At every moment of a random game all watchers see the same draft, hour, floor and version."""
    for talks in random_game(opened(name, 3), Random(3)):
        seen = [view(talks, who) for who in (*talks.scenario.ids, GALLERY, CHAIR)]
        assert len({(one.hours, one.floor, one.version, one.initials, one.brackets) for one in seen}) == 1
        assert all(one.draft == draft(talks.scenario.text, talks.positions) for one in seen)
        assert [one.who for one in seen if one.my_turn] == ([talks.floor] if seen[0].verdict is None else [])


def test_positions_tabled_and_positions_left_are_kept_apart() -> None:
    """Positions that were tabled and positions that were left are kept apart."""
    talks = after(lake(OPENING), "A moves verb=may")
    seen = view(talks, B)
    assert {(s.delegation, s.option) for s in seen.given_up} == {(A, OptionId("shall"))}
    assert (A, VERB, "may") not in {(s.delegation, s.issue, s.option) for s in seen.tabled}
