"""What phrases fetched in packages that were carried, from talks made for it and from whole games."""

from __future__ import annotations

from functools import cache

import pytest

from game.debrief import Course, Debrief
from game.debrief.prices import Given, bargains, prices
from game.talks import Record, read_move
from game.talks.events import Accepted
from game.text import DelegationId, IssueId, OptionId
from game.words.page import Paragraph, Table, unmarked
from game.words.prices import price_list, prices_section
from tests.debrief.courses import debrief
from tests.library import source

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
WHEN, FISH, VERB = IssueId("when"), IssueId("fish"), IssueId("verb")
THIRTY, SILENCE, MORE, SAME, SHALL = (OptionId(name) for name in ("thirty", "silence", "more", "same", "shall"))


@cache
def made(*lines: str) -> Debrief:
    """Talks of these moves, on the sheets as they are written."""
    moves = tuple(read_move(line) for line in lines)
    return Debrief(Course.of(Record("two-words", "", 1, {}, moves, as_written=True), source("two-words")))


def one_for_one() -> Debrief:
    """Aria gives the fish, and Boro a date."""
    return made("ARIA tables ARIA:fish=more BORO:when=thirty", "BORO accepts 1", "ARIA leaves")


def for_nothing() -> Debrief:
    """Boro is asked for two words, and gives them."""
    return made("ARIA tables BORO:when=thirty BORO:verb=shall", "BORO accepts 1", "ARIA leaves")


def test_one_step_for_one_has_a_price() -> None:
    """Each phrase is worth the difference to the wording that was left, to both sides, and fetched the other."""
    (bargain,) = bargains(one_for_one())
    date = Given(WHEN, SILENCE, THIRTY, (BORO,), (ARIA,), {ARIA: 20, BORO: -14})
    fish = Given(FISH, SAME, MORE, (ARIA,), (BORO,), {ARIA: -10, BORO: 25})
    assert bargain.given == (date, fish)
    assert bargain.one_for_one
    assert (bargain.paid(ARIA), bargain.got(ARIA), bargain.paid(BORO), bargain.got(BORO)) == (10, 20, 14, 25)
    gained = {(each.issue, each.to): each for each in prices([one_for_one()])}
    assert gained[WHEN, ARIA].alone[0].price == fish
    assert gained[FISH, BORO].alone[0].price == date


def test_of_several_no_share_is_guessed() -> None:
    """Two words for none have no price of their own, and nothing was paid with either."""
    (bargain,) = bargains(for_nothing())
    assert not bargain.one_for_one
    for each in prices([for_nothing()]):
        assert (each.to, each.paid, each.alone) == (ARIA, 0, ())


def test_over_several_records_a_phrase_has_a_median_and_a_spread() -> None:
    """The date was had for the fish once, and once for nothing."""
    (date,) = (each for each in prices([one_for_one(), for_nothing()]) if each.issue == WHEN)
    assert (len(date.sales), date.paid, date.worth, date.lost) == (2, 5, 20, 14)
    assert (date.cheapest.paid, date.dearest.paid) == (0, 10)
    section = price_list([one_for_one(), for_nothing()])
    assert section is not None
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    rows = {unmarked(row[0]): row[1:] for row in table.rows}
    assert rows["How early notice is given: “thirty days ahead”"] == ("Aria", "2", "20", "14", "5 (0 to 10)", "1")


@pytest.mark.parametrize("name", ["two-words", "harbour", "istanbul-communique-1994"])
def test_bargains_of_whole_games_are_the_packages_that_were_carried(name: str) -> None:
    """One for each package that was carried, and its steps are what it moved, each once."""
    found, course = bargains(debrief(name, 2)), debrief(name, 2).course
    carried = [event for event in course.end.events if isinstance(event, Accepted) and event.carried]
    assert [bargain.package.number for bargain in found] == [event.package for event in carried]
    for bargain in found:
        step = course.steps[bargain.step - 1]
        moved = {
            (who, issue): (option, step.after.positions[who][issue])
            for who, stand in step.before.positions.items()
            for issue, option in stand.items()
            if step.after.positions[who][issue] != option
        }
        assert moved == {(who, each.issue): (each.old, each.option) for each in bargain.given for who in each.by}
        for each in bargain.given:
            assert all(step.after.positions[who][each.issue] == each.option for who in each.to)


def test_a_phrase_that_two_gave_in_one_package_was_gained_once() -> None:
    """At a table of three, a third side gains a word from both others: one package, two steps."""
    found = prices([debrief("harbour", 2)])
    packages = bargains(debrief("harbour", 2))
    twice = [each for each in found if len(each.sales) > each.times]
    assert twice
    for each in found:
        sold = [
            b
            for b in packages
            if any(g.option == each.option and each.to in g.to for g in b.given if g.issue == each.issue)
        ]
        assert each.times == len(sold)
        assert sum(sale.bargain in sold for sale in each.sales) == len(each.sales)


def test_without_a_package_there_is_nothing_to_tell() -> None:
    """Talks that somebody left at once have no section; others say what each gave and gained."""
    assert prices_section(made("ARIA leaves"), None) is None
    section = prices_section(one_for_one(), ARIA)
    assert section is not None
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    assert [row[3:] for row in table.rows[-table.sums :]] == [("−10", "−14"), ("+20", "+25")]
    told = [unmarked(block.words) for block in section.blocks if isinstance(block, Paragraph)]
    assert "One step for one: Boro went from “silence” to “thirty days ahead”, and you went" in " ".join(told)
