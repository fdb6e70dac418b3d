"""The world around the table in a file: what can be meant is built."""

from __future__ import annotations

from datetime import date, datetime

from game.scenario import (
    AudienceId,
    Branch,
    Condition,
    Draw,
    DrawnTemperament,
    Effect,
    Force,
    Inheritance,
    Pair,
    PhaseId,
    Reading,
    ReadingId,
    Scenario,
    SideText,
    SideTextId,
    Stake,
    Temperament,
    load,
)
from game.text import DelegationId, IssueId, OptionId, Source
from tests.scenario.spoiling import HARBOUR, TWO_WORDS

A, B, C = (DelegationId(name) for name in ("ARIA", "BORO", "CELO"))
NOTICE, TOLL, WATCH, FORM, PRIORITY = (IssueId(name) for name in ("notice", "toll", "watch", "form", "priority"))


def harbour() -> Scenario:
    """The harbour as it is written."""
    return load(HARBOUR, "f")


def test_those_outside_are_built() -> None:
    """An audience is what everybody may know of it; its sheet has a number for every option, 0 where none stands."""
    told_of = harbour()
    gazette, moot = (told_of.audience(AudienceId(name)) for name in ("GAZETTE", "MOOT"))
    assert (gazette.of, gazette.power, gazette.cost, gazette.every, gazette.votes) == (B, "press", 1, 6.0, {})
    assert (moot.of, moot.power, moot.cost, moot.every) == (B, "ratify", 0, 0.0)
    assert moot.votes == {FORM: {"protocol", "summary"}}
    assert [moot.has_vote({FORM: OptionId(form)}) for form in ("protocol", "summary", "minutes")] == [True, True, False]
    assert told_of.audience(AudienceId("ELDERS")).has_vote({FORM: OptionId("minutes")})
    guild = told_of.judgements[AudienceId("GUILD")]
    assert guild.points[NOTICE] == {"shall": -20, "will": 0, "appropriate": 8, "silence": 12}
    assert guild.points[WATCH] == {"joint": 0, "turns": 0, "silence": 0}
    assert guild.points.keys() == {issue.id for issue in told_of.text.issues}
    (pair,) = guild.pairs
    assert pair == Pair(option(notice="will", toll="none"), -10, "Told what to do and not paid for it.")
    assert guild.threshold == 4


def option(**options: str) -> dict[IssueId, OptionId]:
    """A choice of options."""
    return {IssueId(issue): OptionId(name) for issue, name in options.items()}


def choices(**options: str) -> dict[IssueId, frozenset[OptionId]]:
    """For some issues, the options that are meant."""
    return {IssueId(issue): frozenset(OptionId(name) for name in names.split()) for issue, names in options.items()}


def test_goodwill_force_and_side_texts_are_built() -> None:
    """Goodwill is there for every two in the order of the table; a stake that is not written is worth nothing."""
    told_of = harbour()
    assert told_of.goodwill == {(A, B): 4, (A, C): 6, (B, C): 5}
    assert told_of.force == Force(FORM, {OptionId("protocol"): 1, OptionId("minutes"): -1})
    assert [phase.title for phase in told_of.phases] == ["The flood", "The ebb"]
    assert [session.phase for session in told_of.calendar.sessions] == ["flood", "ebb", "ebb"]
    assert told_of.side_text(SideTextId("pilots")) == SideText(
        id=SideTextId("pilots"),
        phase=PhaseId("flood"),
        by=B,
        title="the list of pilots",
        words="that it is kept in two copies",
        give="there are two copies",
        swap="there is one copy, in the customs house",
        hours=3.0,
        label="MODEL",
        cite=("note",),
        note="Nobody has ever read it.",
    )
    bell = told_of.side_text(SideTextId("bell"))
    assert bell is not None
    assert bell.phase is None
    assert told_of.instructions[A].stakes[bell.id] == Stake(-2, -1)
    assert bell.id not in told_of.instructions[B].stakes


def test_events_are_built() -> None:
    """An event has its moment, at the opening of that day's first sitting unless a time is written; its chance; what
    must hold; and effects of every kind, the two of a couple as they are written."""
    storm, fog, handshake, gale = harbour().happenings
    calendar = harbour().calendar
    moments = [calendar.moment(each.day, each.at) for each in (storm, fog, gale) if each.day]
    assert moments == [datetime(1994, 9, 20, 15), datetime(1994, 9, 21, 9), datetime(1994, 9, 22, 7)]
    assert handshake.day is None
    assert [each.chance for each in (storm, fog, handshake, gale)] == [100, 60, 100, 40]
    assert storm.effects == (
        Effect("no ship can leave until somebody dredges", of=B, reservation_value=-3),
        Effect("the pilots have to be paid", of=B, points={TOLL: added(half=2, none=-1), FORM: added(minutes=1)}),
        Effect("the guildhall has seen the sand", of=A, mandate=(NOTICE, WATCH)),
    )
    assert [each.charge for each in fog.effects] == [-2, 0, 0]
    assert [(each.audience, each.threshold) for each in fog.effects[1:]] == [("GAZETTE", 2), ("GUILD", -1)]
    assert handshake.effects == (Effect("their people shook hands on the quay", between=(B, A), goodwill=1),)
    assert [event.condition for event in (storm, fog, gale)] == [
        Condition(),
        Condition(open=frozenset({TOLL})),
        Condition(),
    ]
    assert handshake.condition == Condition(
        choices(toll="half none"), binds={NOTICE: frozenset({1, 2})}, goodwill=frozenset({"correct", "warm"})
    )
    assert [(hour, each.id) for hour, each in harbour().dated] == [(6.0, "storm"), (12.0, "fog"), (22.0, "gale")]


def added(**points: int) -> dict[OptionId, int]:
    """Points by option."""
    return {OptionId(name): number for name, number in points.items()}


def test_what_comes_after_is_built() -> None:
    """A test has its branches in the order of the file, the last without a condition; a reading its own; a draw its
    bounds; a sequel what it takes over."""
    told_of = harbour()
    dredging, light = told_of.aftermath
    assert dredging.day == date(1995, 10, 1)
    assert dredging.no_text == Branch({A: -1, B: -2, C: -1}, "Nobody had promised anything.")
    assert [branch.decides for branch in (*dredging.branches, *light.branches)] == [NOTICE] * 3 + [WATCH, None]
    assert dredging.branches[0].condition == Condition(binds={NOTICE: frozenset({2, 3})})
    assert dredging.branches[-1].condition == light.branches[-1].condition == Condition()
    assert (dredging.source, light.source) == (Source("FACT", ("note",)), Source("MODEL"))
    own = next(reading for reading in told_of.readings if reading.id == "aria-own")
    assert own == Reading(
        id=ReadingId("aria-own"),
        of=A,
        says="We find appropriate what we find appropriate.",
        gain=2,
        wakes=3,
        label="FACT",
        cite=("note",),
        condition=Condition(binds={NOTICE: frozenset({0, 1})}, goodwill=frozenset({"cold", "correct"})),
    )
    assert told_of.draw == Draw(
        15,
        {A: (48, 52), C: (43, 46)},
        {AudienceId("GUILD"): (2, 6), AudienceId("GAZETTE"): (8, 11)},
        {
            B: DrawnTemperament(patience=(0.3, 0.6), generosity=(0.4, 0.7), candour=(0.5, 0.9)),
            C: DrawnTemperament(patience=(0.4, 0.5)),
            A: DrawnTemperament(like=("pilot", "clerk")),
        },
    )
    assert told_of.temperaments["clerk"] == Temperament(candour=0.3, pride=0.9, talk=0.1, name="the clerk")
    assert told_of.instructions[A].temperament == told_of.temperaments["clerk"].but({"candour": 0.8})
    sequel = told_of.sequel
    assert sequel is not None
    assert (sequel.scenario, sequel.goodwill, len(sequel.words)) == ("three-rivers", True, 2)
    assert sequel.words[1] == Inheritance(
        "Ships went first, and nobody minded.",
        (Effect("ships went first and nobody minded", between=(B, C), goodwill=1),),
        Condition({PRIORITY: frozenset({OptionId("harbour")})}, goodwill=frozenset({"correct", "warm"})),
    )
    assert sequel.no_text == Inheritance(
        "The rivers were left to themselves.", (Effect("the mills stood still all summer", of=A, charge=-1),)
    )


def test_a_file_without_a_world_has_none() -> None:
    """Every section may be missing: there is nobody outside then, and goodwill is in the middle."""
    bare = load(TWO_WORDS, "f")
    assert set(bare.goodwill.values()) == {5}
    assert (bare.audiences, bare.side_texts, bare.happenings, bare.aftermath, bare.readings) == ((), (), (), (), ())
    assert (bare.judgements, bare.phases, bare.force, bare.draw, bare.sequel) == ({}, (), None, None, None)
    assert load(TWO_WORDS + "\ngoodwill: {start: 7}\n", "f").goodwill == {(A, B): 7}
