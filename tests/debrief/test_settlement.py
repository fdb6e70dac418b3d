"""A better text after signature: what is found, who is asked, and that nothing is given away before."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.debrief.debrief import Debrief
from game.debrief.one_word import OneWord
from game.debrief.settlement import Search, Settlement, better_text
from game.talks import Sits
from game.text import DelegationId, Outcome
from game.words.debrief import section
from game.words.page import Paragraph, Table, unmarked
from game.words.settlement import question, settlement_blocks
from tests.debrief.courses import debrief
from tests.library import MAIN

ISTANBUL = "istanbul-communique-1994"
RUS, NATO = DelegationId("RUS"), DelegationId("NATO")


def seated(found: Debrief, *persons: DelegationId) -> Debrief:
    """The same talks, with persons in these seats."""
    seats: dict[DelegationId, Sits] = {who: "person" if who in persons else "computer" for who in found.scenario.ids}
    talked = found.course
    return Debrief(replace(talked, record=replace(talked.record, seats=seats)))


def offer(found: Debrief) -> Settlement:
    """The offer that is made after these talks."""
    made = Settlement.of(found)
    assert made is not None
    return made


# ---- what is found ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "seed"), [(ISTANBUL, 1), (ISTANBUL, 2), ("warsaw-at-the-table", -1), (MAIN, -1)])
def test_a_better_text_gives_nobody_less_and_is_kept(name: str, seed: int) -> None:
    """By its words and all in all everybody has at least as much, somebody more by the words; it is on the frontier of
    what could be signed, every ally is silent on it, and it crosses no red line."""
    of = seed if seed >= 0 else _improvable(name)
    found = better_text(debrief(name, of))
    assert found.exact
    change = found.change
    assert change is not None
    assert change.before.text == debrief(name, of).course.signed
    assert change.after.kept
    assert not {each.line for each in change.crosses} & {"red-line", "beyond", "barred"}
    gains = list(change.gains.values())
    assert all(gain.words + gain.pairs >= 0 and gain.total >= 0 for gain in gains)
    assert any(gain.words + gain.pairs > 0 for gain in gains)


def _improvable(name: str) -> int:
    """The first seed with which the talks over a scenario end with a text for which there is a better one."""
    ended = (debrief(name, seed) for seed in range(40))
    return next(n for n, found in enumerate(ended) if found.course.signed is not None and better_text(found).change)


def _texts(found: Debrief) -> list[Outcome]:
    issues = found.scenario.text.issues
    rows = product(*([option.id for option in issue.options] for issue in issues))
    every = ({issue.id: option for issue, option in zip(issues, row, strict=True)} for row in rows)
    return [text for text in every if found.scenario.text.conflict(text) is None]


def _could_be_signed(found: Debrief, text: Outcome) -> bool:
    return not {(issue, option) for issue, option in text.items()} & found.space.shut


@pytest.mark.parametrize(
    ("name", "seed"), [(ISTANBUL, 0), (ISTANBUL, 1), (ISTANBUL, 2), ("two-words", 0), ("harbour", 0)]
)
def test_plain_enumeration_finds_no_better_one(name: str, seed: int) -> None:
    """Of all texts of a small scenario, looked at one by one: none has a larger product of gains and would have been
    kept with nobody losing; and where none is better, there is none."""
    found = debrief(name, seed)
    change = better_text(found).change
    agreed = found.course.signed
    assert agreed is not None
    sheets = found.scenario.instructions

    def gains(text: Outcome) -> list[int]:
        return [sheets[who].utility(text) - sheets[who].utility(agreed) for who in found.scenario.ids]

    def product_of(text: Outcome) -> tuple[int, int]:
        more = [gain for gain in gains(text) if gain > 0]
        value = 1
        for gain in more:
            value *= gain
        return len(more), value

    judge = OneWord(found)
    best: tuple[int, int] | None = None
    for text in _texts(found):
        if min(gains(text)) < 0 or not any(gains(text)) or not _could_be_signed(found, text):
            continue
        tried = judge.change(text)
        fits = tried.after.kept and all(gain.total >= 0 for gain in tried.gains.values())
        if fits and (best is None or product_of(text) > best):
            best = product_of(text)
    assert (best is None) == (change is None)
    if change is not None:
        assert product_of(change.after.text) == best


def test_there_is_none_without_a_signature() -> None:
    """Talks without a text have nothing to be better than."""
    broken = debrief(ISTANBUL, 3)
    assert Settlement.of(broken) is None
    with pytest.raises(ValueError, match="no signed text"):
        better_text(broken)
    assert section(broken, "settlement") is None


# ---- who is asked, and what is told -----------------------------------------------------------------------------


def test_one_person_is_asked_twice() -> None:
    """First whether to look; only then the text is there; then whether to take it. The computer keeps to its rule."""
    start = offer(seated(debrief(ISTANBUL, 2), RUS))
    assert (start.stage, start.due, start.shown) == ("ask", RUS, None)
    seen = start.answered(True)
    assert (seen.stage, seen.due) == ("offer", RUS)
    assert seen.shown is not None
    gains = seen.shown.gains
    assert gains[NATO].total > 0
    taken, kept = seen.answered(True), seen.answered(False)
    assert (taken.stage, kept.stage) == ("taken", "kept")
    assert taken.taken == {RUS: True, NATO: True}
    assert kept.taken == {RUS: False, NATO: True}
    with pytest.raises(ValueError, match="nobody is asked"):
        taken.answered(True)


def test_who_does_not_want_to_look_hears_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a no the text is not even looked for, and the answer is the same whether or not there is one."""
    monkeypatch.setattr("game.debrief.settlement.better_text", lambda _: pytest.fail("it was looked for"))
    told = []
    for seed in (0, 2):
        declined = offer(seated(debrief(ISTANBUL, seed), RUS)).answered(False)
        assert (declined.stage, declined.due, declined.shown) == ("declined", None, None)
        told.append(settlement_blocks(declined, RUS))
    assert told[0] == told[1]


def test_before_all_want_to_see_it_nothing_is_given_away() -> None:
    """Question and page are the same before the first answer and after it, and where there is a better text and where
    there is none."""
    pages = []
    for seed in (0, 2):
        start = offer(seated(debrief(ISTANBUL, seed), RUS, NATO))
        half = start.answered(True)
        other = start.answered(False)
        assert (start.stage, half.stage, other.stage) == ("ask", "ask", "ask")
        assert (start.due, half.due, other.due) == (RUS, NATO, NATO)
        assert question(half) == question(other)
        pages += [settlement_blocks(start), settlement_blocks(half), settlement_blocks(other)]
    assert all(page == pages[0] for page in pages)


@given(st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_all_must_say_yes_twice(one: bool, other: bool, takes: bool, too: bool) -> None:
    """Of two persons each has a veto, first on looking and then on taking."""
    end = offer(seated(debrief(ISTANBUL, 2), RUS, NATO)).answered(one).answered(other)
    assert (end.stage == "offer") == (one and other)
    assert (end.stage == "declined") == (not (one and other))
    assume(one and other)
    end = end.answered(takes).answered(too)
    assert end.stage == ("taken" if takes and too else "kept")
    assert end.taken == {RUS: takes, NATO: too}


def test_where_there_is_none_that_is_said_after_all_said_yes() -> None:
    """And where not all texts could be looked at, that is said instead."""
    start = offer(seated(debrief(ISTANBUL, 0), RUS))
    none = start.answered(True)
    assert (none.stage, none.due) == ("none", None)
    assert "there is none" in unmarked(_first(settlement_blocks(none)).words)
    unknown = start.answered(True)
    unknown.__dict__["found"] = Search(None, exact=False)
    assert unknown.stage == "unknown"
    assert "too many texts" in unmarked(_first(settlement_blocks(unknown)).words)


def _first(blocks: tuple[object, ...]) -> Paragraph:
    assert isinstance(blocks[0], Paragraph)
    return blocks[0]


def test_who_watches_asks_once() -> None:
    """Where only computers sit, whoever watches asks them; they all want to see it, and each answers by the rule."""
    start = offer(seated(debrief(ISTANBUL, 2)))
    assert (start.stage, start.due) == ("ask", None)
    assert question(start)
    end = start.answered(True)
    assert end.stage == "taken"
    assert all(end.taken.values())
    assert start.answered(False).stage == "ask"


def test_the_computer_keeps_what_is_worth_as_much() -> None:
    """It takes a text only where that is worth more to it: where it would only oblige the other, it stays with its
    signature."""
    for seed in range(6):
        found = debrief(ISTANBUL, seed)
        if found.course.signed is None:
            continue
        end = offer(seated(found)).answered(True)
        if end.shown is not None:
            assert end.taken == {who: gain.total > 0 for who, gain in end.shown.gains.items()}
            assert (end.stage == "taken") == all(gain.total > 0 for gain in end.shown.gains.values())


def test_the_page_shows_the_text_with_its_points() -> None:
    """Once all want to see it: a redline, what falls otherwise, and what it would have been worth, part by part."""
    seen = offer(seated(debrief(ISTANBUL, 2), RUS)).answered(True)
    blocks = settlement_blocks(seen, RUS)
    table = next(block for block in blocks if isinstance(block, Table))
    assert seen.shown is not None
    totals = [unmarked(row[-1]) for row in table.rows]
    assert all(str(worth.total) in cell for worth, cell in zip(seen.shown.after.worth.values(), totals, strict=True))
    assert any(isinstance(block, Paragraph) and block.tone == "clause" for block in blocks)
    assert question(seen) == "Do you take it in the place of the signed text?"


def test_the_section_says_what_is_offered_and_no_more() -> None:
    """The page of the debrief is the same for any talks that were signed by the same seats."""
    one, other = (section(seated(debrief(ISTANBUL, seed), RUS), "settlement", RUS) for seed in (0, 2))
    assert one is not None
    assert one == other
