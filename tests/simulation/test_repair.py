"""A text that is sent back late can be repaired in the hours that are left for it, in every scenario and edition."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random

import pytest

from game.analysis import closed_to
from game.scenario import AudienceId, Scenario, check
from game.simulation import hours_left, quickest_repair, repair_doubts, sent_back
from game.talks import (
    CHAIR,
    Amend,
    Circulate,
    Interpret,
    Move,
    Pass,
    Refused,
    Say,
    Sign,
    open_talks,
    play,
    verdict,
    view,
)
from game.talks.audiences import surplus
from game.talks.events import Prolonged, Returned
from game.text import Outcome
from tests.library import EDITIONS, EVERY, MAIN, must, pushover, random_policy, scenario
from tests.scenario.spoiling import HARBOUR, spoilt

LIBRARY = (*EVERY, *EDITIONS)


@pytest.mark.parametrize("name", LIBRARY)
def test_whatever_comes_back_late_can_be_repaired(name: str) -> None:
    """Whoever sends a text back, however and over whichever word, both sides can still sign another one in the hours
    that the scenario leaves for a last swap."""
    told = scenario(name)
    found = tuple(sent_back(told))
    judges = {audience.id for audience in told.audiences if audience.power != "press"}
    assert {each.audience for each in found} == judges
    for each in found:
        assert each.repair is not None, f"{each.audience} over {each.option}"
        assert each.repair.hours <= hours_left(told.clock, each.back), f"{each.audience} over {each.option}"
    assert list(repair_doubts(told)) == []


@pytest.mark.parametrize("name", ["harbour", f"{MAIN}/lesson"])
def test_the_moves_of_a_repair_sign_the_text(name: str) -> None:
    """The moves of each repair, made one after the other, end in a signature after its hours."""
    for each in sent_back(scenario(name)):
        talks, repair = each.talks, each.repair
        assert repair is not None
        end = talks
        for move in repair.moves:
            end = must(end, move)
        assert end.signed
        assert end.hours - talks.hours == repair.hours


@pytest.mark.parametrize("name", ["harbour", f"{MAIN}/lesson", f"{MAIN}/double"])
def test_nobody_is_quicker(name: str) -> None:
    """With a quarter of an hour less nothing is found; nor does anybody sign sooner who does whatever can be done."""
    for n, each in enumerate(sent_back(scenario(name))):
        talks, repair = each.talks, each.repair
        assert repair is not None
        assert quickest_repair(talks, repair.hours - 0.25) is None
        chance, other = Random(n), random_policy()
        for _ in range(5):
            end = talks
            while not end.over and end.hours - talks.hours < repair.hours:
                policy = other if chance.random() < 0.5 else pushover
                after = play(end, policy(view(end, end.floor), chance).move)
                end = end if isinstance(after, Refused) else after
            assert not end.signed or end.hours - talks.hours >= repair.hours


def test_an_author_hears_both_hours(tmp_path: Path) -> None:
    """A last swap that is shorter than some repair is a doubt at its place in the file, with both hours."""
    text, (place,) = spoilt(("last_swap: 6", "last_swap: §4.75"), text=HARBOUR)
    file = tmp_path / "harbour.yaml"
    file.write_text(text, encoding="utf-8")
    (said,) = check(file, repair_doubts).lines()
    assert said.startswith(f"{file}:{place}: warning: it leaves 4.75 hours, and what MOOT sends back takes 5 to")
    file.write_text(text.replace("last_swap: 4.75", "last_swap: 5"), encoding="utf-8")
    assert check(file, repair_doubts).lines() == []
    text, (place,) = spoilt(("broken_silence: 6", "broken_silence: §4.25"), text=HARBOUR)
    file.write_text(text, encoding="utf-8")
    (said,) = check(file, repair_doubts).lines()
    assert said.startswith(f"{file}:{place}: warning: it leaves 4.25 hours, and what GUILD sends back takes 4.5 to")


def test_an_author_hears_what_nothing_repairs() -> None:
    """Where red lines leave no other wording of what somebody sends back, that is a doubt about its points."""
    harbour = scenario("harbour")
    first = next(sent_back(harbour))
    sheets = {
        who: replace(
            sheet,
            red_lines={**sheet.red_lines, first.issue: harbour.text[first.issue].ids - {first.option}},
        )
        if who != harbour.audience(first.audience).of
        else sheet
        for who, sheet in harbour.instructions.items()
    }
    found = list(repair_doubts(replace(harbour, instructions=sheets)))
    assert [doubt.where[-1] for doubt in found if "nothing that is tried repairs" in doubt.message] == [first.issue]


def refused_by_parliament(told: Scenario) -> Outcome:
    """A text that both could sign and all allies keep silence on, and that lacks least to please Moscow's parliament,
    which votes on it: by the numbers that all have when the calendar is nearly over."""
    talks = open_talks(told, as_written=True)
    talks = must(talks, Pass(CHAIR, told.calendar.hours - 1))
    duma, closed = told.audience(AudienceId("DUMA")), closed_to(told, told.ids)
    options = [[(i.id, o) for o in sorted(i.ids) if (i.id, o) not in closed] for i in told.text.issues]
    texts = [dict(chosen) for chosen in product(*options)]
    allies = [each for each in told.audiences if each.power == "consent"]
    kept = [text for text in texts if duma.has_vote(text) and all(surplus(talks, each, text) >= 0 for each in allies)]
    refused = [text for text in kept if surplus(talks, duma, text) < 0 and told.text.conflict(text) is None]
    return max(refused, key=lambda text: surplus(talks, duma, text))


def test_a_text_sent_back_at_the_last_minute_is_signed() -> None:
    """A lesson on the Founding Act with free hands, move by move: the treaty is initialled as the clock strikes, the
    Duma sends it back, and both sides swap a word and sign, long after the calendar is over."""
    told = scenario("founding-act-1997/double")
    told = replace(told, instructions={who: replace(each, mandate={}) for who, each in told.instructions.items()})
    russia, alliance = told.ids
    talks = open_talks(told, as_written=True)
    for issue, option in refused_by_parliament(told).items():
        for who in told.ids:
            if talks.positions[who][issue] != option:
                talks = must(talks, Say(talks.floor, remark="Well.")) if talks.floor != who else talks
                talks = must(talks, Amend(who, issue, option))
    if talks.floor != russia:
        talks = must(talks, Say(alliance, remark="Well."))
    clock = told.clock
    to_do = clock.say + clock.circulate + 2 * clock.sign
    talks = must(talks, Pass(CHAIR, talks.deadline - talks.hours - to_do))
    late: tuple[Move, ...] = (Say(russia, remark="Well."), Circulate(alliance), Sign(russia), Sign(alliance))
    for move in late:
        talks = must(talks, move)
    while talks.closing:
        talks = must(talks, Interpret(talks.floor))
    (back,) = (event for event in talks.events if isinstance(event, Returned))
    assert (back.audience, back.final, back.at) == ("DUMA", False, told.calendar.hours)
    assert [event.after for event in talks.events if isinstance(event, Prolonged)] == [back.at + clock.last_swap]
    repair = quickest_repair(talks)
    assert repair is not None
    assert 0 < repair.hours <= talks.deadline - talks.hours
    for move in repair.moves:
        talks = must(talks, move)
    ended = verdict(talks)
    assert ended is not None
    assert ended.kind == "signed"
    assert talks.hours == told.calendar.hours + repair.hours
