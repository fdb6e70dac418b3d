"""The page of a student's seat: what is read out, what is sent, what can be pressed, and what it never tells."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from random import Random
from statistics import median
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from game.classroom import wire
from game.classroom.pages.people import strip_region
from game.classroom.pages.presses import (
    Clear,
    Counter,
    Drop,
    Fill,
    Look,
    Measure,
    Mind,
    Note,
    Prepared,
    Press,
    Put,
    Rest,
    Swear,
    pressed,
)
from game.classroom.pages.room import room_regions
from game.classroom.pages.said import forget
from game.classroom.pages.seat import AS_PAGE, laid, seat_regions
from game.classroom.pages.student import join_page, seat_page
from game.lesson import ClassTable, Phase, RoomView
from game.seat import Seated, Tray, encode, memo
from game.table import TEACHER, AskForPen, Device, Dismiss, Member, Pause, Suggest, Team
from game.talks import CHAIR, Admit, Consult, Decline, Far, Propose, Say, Shift, open_talks, view
from game.text import DelegationId, IssueId, OptionId
from game.words.events import tell
from tests.classroom.seats import (
    DUMA,
    NATO,
    PENS,
    RUS,
    US,
    a_package,
    aloud,
    course,
    lying,
    make,
    offered,
    prepared,
    sat_down,
    shown,
)
from tests.library import must, scenario
from tests.test_secrecy import sealed_otherwise
from tests.test_secrets_outside import moments, outside

SEATS = (RUS, NATO, US, DUMA)


@pytest.fixture(scope="module")
def fresh() -> ClassTable:
    """A table at which nobody has moved. Nobody moves there."""
    return sat_down()


# ---- what is read out ---------------------------------------------------------------------------------------------


def test_a_bracket_is_read_out_with_who_wants_what(fresh: ClassTable) -> None:
    """As words: in brackets, Russia: ..., the Alliance: ... ; signs and marks are hidden from whoever listens."""
    told = aloud(shown(fresh, RUS)["clause-veto"])
    assert re.match(r"7\. .*in brackets, Russia: [^;]*consent[^;]*; the Alliance: [^;]*droit de regard", told)
    assert "[" not in told
    assert "|" not in told


def test_silence_in_a_bracket_is_said(fresh: ClassTable) -> None:
    """Whoever stands for no words is told to."""
    assert "in brackets, Russia: silence; the Alliance: strictly excludes" in aloud(
        shown(fresh, RUS)["clause-neighbours"]
    )


def test_every_issue_in_brackets_opens_its_wordings(fresh: ClassTable) -> None:
    """Each is a link to the sheet of its wordings, with the points of each for this seat."""
    regions, desk = shown(fresh, RUS), lying(fresh.table, RUS).desk
    draft = "".join(html for name, html in regions.items() if name.startswith(("clause-", "heading", "beside")))
    assert set(re.findall(r'data-look="([a-z]+)"', draft)) >= set(desk.brackets)
    for row in desk.issues:
        told = aloud(regions[f"sheet-{row.issue}"])
        for wording in row.wordings:
            assert fresh.table.scenario.text[row.issue][wording.option].name in told
            assert f"{wording.points} point" in told.replace("−", "-")


def test_what_happened_last_is_told_to_whoever_listens() -> None:
    """A region that is read out holds the last deed, with what was said."""
    at = sat_down()
    make(at, RUS, Say(RUS, remark="Good morning."), "m1")
    assert shown(at, NATO)["latest"] == "Russia takes the floor. Russia: “Good morning.”"


# ---- what is typed is text ----------------------------------------------------------------------------------------

EVIL = '<img src=x onerror="alert(1)">'


def test_what_people_type_is_never_markup() -> None:
    """Neither a name nor a remark, wherever it is shown."""
    at = sat_down(names={"d1": EVIL[:24], "d2": '"><u>'})
    assert at.act(Suggest(Device("d2"), Say(RUS, remark=EVIL)), 1.0) is None
    make(at, RUS, Say(RUS, remark=EVIL), "m1")
    for who in SEATS:
        told = "".join(shown(at, who).values())
        assert "<img" not in told
        assert '"><u>' not in told
    assert "&lt;img src=x" in shown(at, NATO)["record-0"]
    assert "&lt;img src=x" in shown(at, RUS)["strip"]


def test_every_region_came_through_the_door() -> None:
    """In a whole course each is markup, which only templates make, with all values in them escaped."""
    at = sat_down()
    for _ in course(at):
        for who in SEATS:
            assert [name for name, region in shown(at, who).items() if not isinstance(region, Markup)] == []


# ---- what is sent -------------------------------------------------------------------------------------------------


def read(message: bytes, before: Mapping[str, str]) -> dict[str, str]:
    """What a browser has after a message."""
    told = json.loads(message)
    now = {} if told.get("whole") else dict(before)
    for name, html in told["regions"].items():
        if html is None:
            del now[name]
        else:
            now[name] = html
    return {name: html for name, html in now.items() if html}


def test_messages_put_the_page_together_and_are_small() -> None:
    """At each seat in a whole course: what came since makes of the page before the page as it is now. The whole is at
    most 8 kB packed, and half of the messages after a move at most 2.5 kB."""
    at, packed = sat_down(), []
    have = {who: (at.since(who, 0, AS_PAGE)[-1].number, read(at.since(who, 0, AS_PAGE)[-1].body, {})) for who in SEATS}
    for who in SEATS:
        assert len(gzip.compress(at.since(who, 0, AS_PAGE)[-1].body)) < 8_000
    for _ in course(at):
        for who, (number, page) in have.items():
            for message in at.since(who, number, AS_PAGE):
                packed.append(len(gzip.compress(message.body)))
                number, page = message.number, read(message.body, page)
            have[who] = number, page
            now = {name: html for name, html in shown(at, who).items() if html}
            assert page == now, who
    assert median(packed) < 2_500
    assert max(packed) < 6_000


def test_nothing_is_sent_that_is_as_it_was() -> None:
    """A message for what changes beside the talks holds little more than who sits where."""
    at = sat_down()
    number = at.since(RUS, 0, AS_PAGE)[-1].number
    assert at.act(AskForPen(Device("d2")), 1.0) is None
    (message,) = at.since(RUS, number, AS_PAGE)
    assert set(json.loads(message.body)["regions"]) == {"strip"}


@pytest.mark.parametrize("page", [join_page, seat_page])
def test_a_page_is_light(page: object) -> None:
    """Under 200 kB with its style and all programs, before anything is packed; nothing comes from elsewhere, and
    nothing stands in it that a strict content policy refuses."""
    told = page()  # type: ignore[operator]
    assert not re.search(r"\son\w+=|\sstyle=|<style|javascript:|https?://", told)
    assert all("src=" in each for each in re.findall(r"<script[^>]*>", told))
    pages = files("game.classroom.pages")
    needed = [
        pages.joinpath(name).read_bytes() for name in ("style.css", "seat.js", "join.js", "stream.js", "regions.js")
    ]
    assert len(told) + sum(map(len, needed)) < 200_000
    assert b"http" not in b"".join(needed)


# ---- what can be pressed ------------------------------------------------------------------------------------------


def test_everything_that_the_seat_offers_can_be_pressed() -> None:
    """In a whole course, at every seat: each move of an open choice is on some button."""
    at, seen = sat_down("double"), set()
    for _ in course(at, 60):
        for who in SEATS:
            desk = lying(at.table, who).desk
            buttons = offered(shown(at, who))
            for choice in desk.choices:
                if choice.why_not is None:
                    assert {encode(move) for move in choice.moves} <= buttons, choice
                    seen.add(choice.deed)
    assert seen >= {"say", "leave", "announce", "accept", "decline", "sign", "circulate", "consult"}


def test_a_package_is_put_together_and_tabled() -> None:
    """Two presses put it into the tray; the one button tables it, and the others may accept, refuse or change it."""
    at = sat_down()
    over, tray = prepared(at, RUS, *a_package(lying(at.table, RUS).desk))
    assert "deeds" in over
    tabled = Propose(RUS, tray.shifts)
    assert encode(tabled) in offered({"deeds": over["deeds"]})
    assert encode(Propose(RUS, tray.shifts, off_record=True)) in offered({"more": over["more"]})
    make(at, RUS, tabled, "m1")
    told = aloud(shown(at, NATO)["deeds"])
    assert all(each in told for each in ("Accept", "Decline", "Change it"))
    assert aloud(shown(at, NATO)["tray"]).startswith("Russia offers package 1")
    over, tray = prepared(at, NATO, Mind(tray.shifts[0].issue), Swear())
    assert tray.never
    assert "for ever" in aloud(over["deeds"])
    assert "to take it later costs you" in aloud(over["tray"])
    over, tray = prepared(at, NATO, Measure("nearly"))
    assert "Nearly" in aloud(over["tray"])
    assert encode(Decline(NATO, 1, far="nearly")) in offered({"deeds": over["deeds"]})
    assert "Decline package 1: nearly" in aloud(over["deeds"])


def test_a_recess_is_told_before_it_begins() -> None:
    """Whoever would be the last to have only talked reads it before the words are said, and nobody else does."""
    at = sat_down()
    assert "recess" not in aloud(shown(at, RUS)["more"])
    make(at, RUS, Say(RUS, remark="Well?"), "m1")
    assert "the talks go into recess, for 2 h at most" in aloud(shown(at, NATO)["more"])
    make(at, NATO, Say(NATO, remark="Well."), "m2")
    seen = at.table.view(RUS)
    assert any("go into recess" in tell(seen.scenario, each) for each in seen.record)


def test_what_a_cable_gives_up_is_read_before_it_is_sent() -> None:
    """At the lock and at the button stands its price; the sentence is read before the second tap, by its own seat."""
    at, status = sat_down("double"), IssueId("status")
    here, cable = lying(at.table, RUS), encode(Consult(RUS, (status,)))
    price = here.view.seat.instructions.unheard[OptionId("voice")]
    over, _ = prepared(at, RUS, Look(status))
    for region in (shown(at, RUS)["sheet-status"], over["deeds"]):
        assert cable in offered({"region": region})
        assert f"· −{price}" in aloud(region)
        assert f"to give it up unheard costs you {price} point" in aloud(region)
    make(at, RUS, Consult(RUS, (status,)), "m1")
    assert "unheard" not in aloud(shown(at, RUS)["sheet-status"])
    assert not any("unheard" in aloud(region) for region in shown(at, NATO).values())


def test_the_first_minutes_have_four_buttons(fresh: ClassTable) -> None:
    """At most four stand outside "More", whatever is prepared."""
    over, _ = prepared(fresh, RUS, *a_package(lying(fresh.table, RUS).desk))
    for regions in (shown(fresh, RUS), shown(fresh, RUS, over)):
        assert regions["deeds"].count("<button") <= 4


def test_a_partner_may_prepare_while_others_have_the_floor() -> None:
    """What he would table is on a button that a browser makes a suggestion of."""
    at = sat_down()
    make(at, RUS, Say(RUS, remark="So."), "m1")
    over, tray = prepared(at, RUS, *a_package(lying(at.table, RUS).desk))
    assert encode(Propose(RUS, tray.shifts)) in offered({"deeds": over["deeds"]})
    assert '<span data-only="look">Suggest to the pen</span>' in over["deeds"]


def test_a_suggestion_reaches_the_pen_and_nobody_else() -> None:
    """The pen may take it up or put it aside; the other delegation is told nothing of it."""
    at = sat_down()
    _, tray = prepared(at, RUS, *a_package(lying(at.table, RUS).desk))
    before = {who: shown(at, who) for who in (NATO, US, DUMA)}
    assert at.act(Suggest(Device("d2"), Propose(RUS, tray.shifts)), 1.0) is None
    strip = shown(at, RUS)["strip"]
    assert "Delegate 13 suggests:" in strip
    assert "Take it up" in strip
    assert {who: shown(at, who) for who in before} == before
    assert at.act(Dismiss(PENS[RUS], 1), 2.0) is None
    assert "Take it up" not in shown(at, RUS)["strip"]
    assert "has put your suggestion aside" in shown(at, RUS)["strip"]


def test_a_table_that_rests_says_so() -> None:
    """And is nobody's to move."""
    at = sat_down()
    assert at.act(Pause(TEACHER), 1.0) is None
    assert "The table rests" in shown(at, RUS)["status"]
    assert 'class="gold"' not in shown(at, RUS)["status"]


# ---- what is prepared ---------------------------------------------------------------------------------------------

_IDS = st.sampled_from(["status", "form", "weight", "veto", "none", "", "RUS", "regular", "protocol", "1"])
_FAR: st.SearchStrategy[Far | None] = st.sampled_from([None, *get_args(Far)])
_SEATS = _IDS.map(DelegationId) | st.just(RUS) | st.just(NATO)
_SHIFTS = st.lists(st.builds(Shift, _SEATS, _IDS.map(IssueId), _IDS.map(OptionId)), max_size=5).map(tuple)
_TRAYS = st.builds(
    Tray, _SHIFTS, st.booleans(), st.none() | _IDS.map(IssueId), st.none() | _IDS.map(IssueId), st.booleans(),
    st.lists(_IDS.map(IssueId), max_size=9).map(tuple), _FAR,
)  # fmt: skip
_PRESSES: st.SearchStrategy[Press | None] = st.one_of(
    st.none(), st.builds(Put, _IDS.map(IssueId), _IDS.map(OptionId)), st.builds(Drop, _IDS.map(IssueId)),
    st.builds(Counter, st.none() | st.integers(-9, 9)), st.builds(Rest, _SEATS), st.builds(Fill, _SHIFTS),
    st.builds(Mind, _IDS.map(IssueId)), st.builds(Swear), st.builds(Measure, _FAR),
    st.builds(Note, _IDS.map(IssueId)),
    st.builds(Look, _IDS.map(IssueId)), st.builds(Clear),
)  # fmt: skip


@pytest.fixture(scope="module")
def lesson() -> list[Seated]:
    """What lies before every seat, at some moments of a lesson and at its end."""
    at, found = sat_down(), []
    for number, _ in enumerate(course(at)):
        found += [lying(at.table, who) for who in SEATS if number % 4 == 0]
    return found + [lying(at.table, who) for who in SEATS]


@given(tray=_TRAYS, press=_PRESSES, moment=st.randoms(use_true_random=False))
def test_any_tray_can_come_over_the_wire(lesson: list[Seated], tray: Tray, press: Press | None, moment: Random) -> None:
    """Whatever it names is laid out or left out; and what comes back is a tray that stays as it is."""
    here = moment.choice(lesson)
    answer = json.loads(laid(here, Prepared(tray, press)))
    again = wire.read(wire.Previewing, json.dumps({"tray": answer["tray"]}).encode())
    assert json.loads(laid(here, Prepared(again.tray)))["tray"] == answer["tray"]


def test_what_is_no_press_is_refused() -> None:
    """With where it is none."""
    with pytest.raises(wire.Misread) as found:
        wire.read(wire.Previewing, b'{"tray":{},"press":{"kind":"launch"}}')
    assert found.value.at == "/press/kind"


def test_an_empty_tray_changes_nothing(fresh: ClassTable) -> None:
    """No region is another."""
    for who in SEATS:
        assert json.loads(laid(lying(fresh.table, who), Prepared(Tray())))["regions"] == {}


def test_a_press_is_what_the_seat_says_it_is(fresh: ClassTable) -> None:
    """To put a wording into a package is the seat's own `put`."""
    here = lying(fresh.table, RUS)
    first, _ = a_package(here.desk)
    assert isinstance(first, Put)
    assert pressed(here, first).tray == here.put(first.issue, first.option).tray


# ---- what is sealed -----------------------------------------------------------------------------------------------


def test_a_page_tells_nothing_that_is_sealed_from_its_seat() -> None:
    """With everything else that this seat may not know, its page is the same, byte for byte."""
    for talks in moments()[::3]:
        for who in (*talks.scenario.ids, *outside(talks)):
            pages = []
            for each in (talks, sealed_otherwise(talks, who)):
                memo.forget()
                forget()
                here = Seated(view(each, who))
                pages.append(seat_regions(here.scenario, here.desk))
            assert pages[0] == pages[1]


def test_pages_of_two_sides_differ() -> None:
    """The comparison is not blind."""
    talks = moments()[0]
    told = [Seated(view(talks, who)) for who in talks.scenario.ids]
    pages = [seat_regions(here.scenario, here.desk) for here in told]
    assert all(one != other for one, other in pairwise(pages))


def test_what_all_hear_is_told_alike_at_every_seat() -> None:
    """So that it may be said once for all of them: the sentence hangs on nothing that only one seat knows."""
    heard = 0
    for talks in moments()[::3]:
        told = [Seated(view(talks, who)) for who in (*talks.scenario.ids, *outside(talks))]
        for event in told[0].desk.record:
            if event.heard_by is None:
                heard += 1
                assert len({tell(here.scenario, event) for here in told}) == 1
    assert heard > 50


@pytest.mark.parametrize(
    ("adviser", "phase", "there"), [(True, "talks", True), (True, "brief", False), (False, "talks", False)]
)
def test_the_adviser_can_be_asked_where_the_class_has_one(adviser: bool, phase: Phase, there: bool) -> None:
    """While the tables negotiate."""
    view_ = RoomView(3, "partnership-for-peace-1994", adviser=adviser, phase=phase)
    assert ("Ask your adviser" in room_regions(scenario(view_.scenario), view_, Device("d1"))["room-adviser"]) is there


def test_whoever_sits_alone_with_the_pen_is_told_nothing_of_it() -> None:
    """Gold is for what waits; there is nobody to hand it to."""
    alone = Team(DelegationId("RUS"), (Member(Device("d1"), "1"),), Device("d1"), Device("d1"))
    two = replace(alone, members=(*alone.members, Member(Device("d2"), "2")))
    told = scenario("partnership-for-peace-1994")
    assert strip_region(told, alone, over=False) == ""
    assert "You hold the pen" in strip_region(told, two, over=False)
    assert "Nobody is here" in strip_region(told, replace(alone, pen=None), over=False)


def test_a_brief_is_set_as_print_is() -> None:
    """A name begins large, and below nothing stands a minus, no hyphen."""
    told = scenario("partnership-for-peace-1994/double")
    opened = open_talks(told, 3)
    for each in told.audiences:
        talks = must(opened, Admit(CHAIR, each.id))
        seen = view(talks, DelegationId(each.id))
        page = seat_regions(told, Seated(seen).desk)["brief"]
        title = re.search(r"<h2[^>]*>(.*?)</h2>", page)
        assert title is not None
        assert title[1][0].isupper(), title[1]
        assert re.search(r"<b>-\d", page) is None
