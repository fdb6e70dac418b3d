"""14. Events of the outside world."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from game.scenario import Effect, Happening, HappeningId, drawn, historical
from game.talks import CHAIR, GALLERY, Charge, Talks, verdict, view
from game.talks.causes import Decreed
from game.talks.events import Adjourned, Adjusted, Happened, Stirred
from game.text import OptionId
from tests.rulebook import COUNCIL, FISH, VERB, WHEN, A, B, after, ending, lake, news, numbers, scene, sheet, steps
from tests.rulebook.world import ALWAYS, ally, around, fair, given, happening, paper

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [advises on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""
AT_TEN = datetime(1994, 6, 1, 10)

FLOOD = HappeningId("flood")
UNDER_WATER = Decreed(FLOOD, "the mill is under water")


def flood(*effects: Effect, when: datetime | None = AT_TEN) -> Happening:
    """A flood, at ten o'clock of the first day unless it is said."""
    return happening("flood", *effects, when=when)


def talks_with(*happenings: Happening, hours: float = 24) -> Talks:
    """Talks in which these things may happen."""
    return lake(OPENING, hours=hours, world=around(happenings=happenings))


def wet(**change: object) -> Talks:
    """Talks in which the flood has come at ten, with this effect."""
    talks = talks_with(flood(Effect("the mill is under water", **change)))  # type: ignore[arg-type]
    return after(talks, 'A says "."', 'B says "."')


def hours_of(talks: Talks) -> list[tuple[str, float]]:
    """What has happened, and at which hour of the talks."""
    return [(event.happening, event.at) for event in news(talks, Happened)]


def test_14_1_on_its_date() -> None:
    """14.1 An event with a date comes at the first hour of talks at or after it, with the move that reaches it, and not
    before. Everybody is told what has happened, once."""
    talks = after(talks_with(flood()), 'A says "."')
    assert hours_of(talks) == []
    talks = after(talks, "B moves verb=may", 'A says "."')
    assert hours_of(talks) == [("flood", 1.5)]
    for who in (A, B, GALLERY):
        heard = [event for event in view(talks, who).record if isinstance(event, Happened)]
        (come,) = talks.scenario.happenings
        assert [(each.title, each.story, each.label) for each in heard] == [(come.title, come.story, come.label)]


def test_14_2_what_is_due_when_the_talks_open() -> None:
    """14.2 What has a date before the talks, or at their opening, has happened when they open."""
    for when in (datetime(1994, 5, 1), datetime(1994, 6, 1, 9)):
        talks = talks_with(flood(Effect("the mill is under water", of=A, charge=-1), when=when))
        assert hours_of(talks) == [("flood", 0.0)]
        assert talks.charges == {A: (Charge(-1, UNDER_WATER),)}
        assert hours_of(after(talks, 'A says "."')) == [("flood", 0.0)]


def test_14_3_at_night_and_after_the_end() -> None:
    """14.3 What happens between two sittings is heard when the next one opens; what would happen after the last one is
    not heard at all."""
    night = talks_with(flood(when=datetime(1994, 6, 1, 23)), hours=2)
    assert hours_of(after(night, 'A says "."', 'B says "."')) == [("flood", 1.0)]
    late = talks_with(flood(when=datetime(1994, 6, 3)), hours=2)
    late = after(late, *['A says "."', 'B says "."'] * 2)
    assert ending(late).kind == "deadline"
    assert hours_of(late) == []


def test_14_4_at_the_last_hour() -> None:
    """14.4 What is due exactly at the deadline is not reached: the last sitting is over. What is due before it, and
    reached by a move that ends there, happens before the clock strikes."""
    talks = talks_with(flood(when=datetime(1994, 6, 2, 9, 45)), hours=2)
    talks = after(talks, *['A says "."', 'B says "."'] * 2)
    assert [type(event) for event in talks.events[-2:]] == [Happened, Adjourned]
    late = talks_with(flood(when=datetime(1994, 6, 2, 10)), hours=2)
    assert hours_of(after(late, *['A says "."', 'B says "."'] * 2)) == []


def test_14_5_on_a_condition() -> None:
    """14.5 An event without a date comes as soon as its condition holds after a move; one that holds when the talks
    open has happened then."""
    talks = talks_with(
        happening("flood", condition=given("verb=will verb=may")),
        happening("drought", condition=given("guests=listen")),
    )
    assert hours_of(talks) == [("drought", 0.0)]
    talks = after(talks, 'A says "."', 'B says "."', "A moves verb=will")
    assert hours_of(talks) == [("drought", 0.0), ("flood", 2.0)]
    talks = after(talks, "B moves verb=may", "A moves verb=may")
    assert len(news(talks, Happened)) == 2, "it happens once"


def test_14_6_not_before_its_date_and_then_on_its_condition() -> None:
    """14.6 An event with a date and a condition comes at the first move from its date on after which the condition
    holds."""
    talks = talks_with(happening("flood", when=AT_TEN, condition=given("verb=will")))
    early = after(talks, 'A says "."', "B moves verb=may", "A moves verb=may", "B moves when=month")
    assert hours_of(early) == [], "they agree, and on another word"
    assert hours_of(after(talks, "A moves verb=will", 'B says "."')) == [("flood", 1.0)]
    late = after(talks, 'A says "."', 'B says "."', 'A says "."', "B moves when=month", "A moves verb=will")
    assert hours_of(late) == [("flood", 3.5)]


def test_14_7_what_a_condition_can_read() -> None:
    """14.7 A condition reads the agreed words, what is still in brackets, how far agreed words bind, and the lowest
    goodwill between any two; all that it names must hold at once."""
    talks = after(talks_with(), 'A says "."')
    told, lowest = talks.scenario, "correct"

    def holds(**condition: object) -> bool:
        return given(**condition).met(talks.agreed, told.binding, lowest)  # type: ignore[arg-type]

    assert ALWAYS.met({}, told.binding, "cold")
    assert holds(words="guests=vote guests=listen")
    assert not holds(words="guests=vote")
    assert not holds(words="verb=shall"), "it is in brackets"
    assert holds(still_open="verb fish")
    assert not holds(still_open="verb guests")
    assert holds(binds="guests=2")
    assert not holds(binds="guests=0 guests=3")
    assert not holds(binds="verb=3"), "what is in brackets binds nobody yet"
    assert holds(goodwill=("cold", "correct"))
    assert not holds(goodwill=("warm",))
    assert not holds(words="guests=listen", goodwill=("warm",))


def test_14_8_the_walk_away_changes() -> None:
    """14.8 An event can change a delegation's walk-away: its seat hears by how much and why, nobody else does, and that
    is what no text is worth from now on."""
    talks = wet(of=A, reservation_value=-4)
    assert [talks.scenario.instructions[who].reservation_value for who in (A, B)] == [6, 10]
    assert told_to(talks, A) == [(A, "walk-away", 10, 6, UNDER_WATER)]
    assert told_to(talks, B) == told_to(talks, GALLERY) == []
    assert view(talks, A).seat.instructions.reservation_value == 6
    ended = verdict(after(talks, "A leaves"))
    assert ended is not None
    assert ended.scores[A].part("walk-away") == ended.walk_away[A] == 6


def told_to(talks: Talks, who: str) -> list[tuple[object, ...]]:
    """What a watcher is told of numbers that the outside world has changed."""
    watcher = next(each for each in (A, B, GALLERY, CHAIR) if each == who)
    return numbers(view(talks, watcher).record)


def test_14_9_what_words_are_worth_changes() -> None:
    """14.9 An event can change what words are worth to a delegation, by adding to its sheet; each word is told with its
    new worth and the reason."""
    talks = wet(of=A, points={VERB: {OptionId("shall"): 5, OptionId("may"): -3}})
    assert talks.scenario.instructions[A].points[VERB] == {"shall": 15, "will": 20, "may": 27}
    assert talks.scenario.instructions[B].points[VERB] == {"shall": 10, "will": 20, "may": 30}
    assert told_to(talks, A) == [
        (A, "points", VERB, "shall", 10, 15, UNDER_WATER),
        (A, "points", VERB, "may", 30, 27, UNDER_WATER),
    ]
    assert told_to(talks, B) == []


def test_14_10_a_mandate_opens() -> None:
    """14.10 An event can open the next step of a mandate without a cable; where no step is left it opens nothing, and
    nothing is told."""
    ladders = steps(council="advises | hears | none", when="month")
    effects = (Effect("the mill is under water", of=A, mandate=(COUNCIL, WHEN, FISH)),)
    talks = lake(OPENING, sheets={A: sheet(mandate=ladders)}, world=around(happenings=(flood(*effects),)))
    assert talks.mandate(A, COUNCIL) == {"advises"}
    talks = after(talks, 'A says "."', 'B says "."')
    assert talks.mandate(A, COUNCIL) == {"advises", "hears"}
    assert talks.mandate(A, WHEN) == {"month"}
    assert told_to(talks, A) == [(A, "mandate", COUNCIL, 0, 1, UNDER_WATER)]
    assert told_to(talks, B) == []


def test_14_11_points_are_charged() -> None:
    """14.11 An event can cost a delegation points at once, or bring it some; they are charged like any others."""
    lost, won = wet(of=B, charge=-2), wet(of=B, charge=3)
    assert (lost.charges, won.charges) == (
        {B: (Charge(-2, UNDER_WATER),)},
        {B: (Charge(3, UNDER_WATER),)},
    )
    assert (told_to(lost, B), told_to(won, B)) == ([(B, -2, UNDER_WATER)], [(B, 3, UNDER_WATER)])
    assert told_to(lost, A) == []


@pytest.mark.parametrize(("change", "way", "mood"), [(6, 1, "against"), (-6, -1, "content")])
def test_14_12_an_audience_is_harder_to_please(change: int, way: int, mood: str) -> None:
    """14.12 An event can make an audience harder or easier to please. Whoever can tell its mood hears so, not by how
    much; and that its mood has changed, with the event as the reason."""
    for judge, ears in (
        (ally("Duke", 20, verb=(20, 0, 0)), (A,)),
        (paper("Duke", 20, verb=(20, 0, 0)), (A, B, GALLERY)),
    ):
        effect = Effect("the mill is under water", audience=judge.audience.id, threshold=change)
        talks = lake(OPENING, world=around(judge, happenings=(flood(effect),)))
        talks = after(talks, 'A says "."', 'B says "."')
        assert talks.scenario.judgements[judge.audience.id].threshold == 20 + change
        for who in (A, B, GALLERY):
            heard = [event for event in view(talks, who).record if isinstance(event, Adjusted | Stirred)]
            assert len(heard) == (2 if who in ears else 0)
            if heard:
                adjusted, stirred = heard
                assert isinstance(adjusted, Adjusted)
                assert (adjusted.number, adjusted.audience, adjusted.after) == ("audience", "DUKE", way)
                assert adjusted.cause == UNDER_WATER
                assert isinstance(stirred, Stirred)
                assert (stirred.audience, stirred.after) == ("DUKE", mood)
                assert stirred.cause == UNDER_WATER


def test_14_13_goodwill_changes() -> None:
    """14.13 An event can change goodwill between two delegations, and everybody hears why."""
    talks = wet(between=(A, B), goodwill=2)
    assert talks.goodwill == {(A, B): 7}
    warmer = ((A, B), 5, 7, UNDER_WATER)
    assert told_to(talks, A) == told_to(talks, B) == told_to(talks, GALLERY) == [warmer]


def test_14_14_events_come_in_the_order_of_their_dates() -> None:
    """14.14 Where one move reaches several events they come in the order of their dates, those without a date after
    them; and each changes its numbers in the order in which the scenario lists them."""
    early = happening("rain", when=datetime(1994, 6, 1, 9, 30))
    costs = tuple(Effect(f"reason {number}", of=A, charge=-number) for number in (1, 2))
    talks = talks_with(happening("thaw", condition=given("fish=more")), flood(*costs), early)
    talks = after(talks, "A moves fish=more")
    assert [name for name, _ in hours_of(talks)] == ["rain", "flood", "thaw"]
    assert [charge.cause for charge in talks.charges[A]] == [Decreed(FLOOD, "reason 1"), Decreed(FLOOD, "reason 2")]


def test_14_15_one_thing_leads_to_another_with_the_next_move() -> None:
    """14.15 An event whose condition comes to hold only through another event comes with the next move."""
    colder = Effect("the mill is under water", between=(A, B), goodwill=-3)
    talks = talks_with(happening("quarrel", condition=given(goodwill=("cold",))), flood(colder))
    talks = after(talks, "A moves when=silence")
    assert [name for name, _ in hours_of(talks)] == ["flood"]
    assert [name for name, _ in hours_of(after(talks, 'B says "."'))] == ["flood", "quarrel"]


def test_14_16_nothing_happens_when_the_talks_are_over() -> None:
    """14.16 What a last move would reach does not happen any more once that move has ended the talks."""
    talks = after(talks_with(flood(Effect("the mill", of=A, charge=-1))), 'A says "."', "B leaves")
    assert talks.hours == 1.0
    assert (hours_of(talks), talks.charges) == ([], {})


def test_14_17_it_happens_while_something_is_held_up() -> None:
    """14.17 The world does not wait: an event comes while a side text is held up, and while hours are sat out."""
    world = around(happenings=(flood(),), side_texts=(fair(),))
    talks = after(lake(OPENING, world=world), "A holds fair", "B sits")
    assert hours_of(talks) == [("flood", 5.5)]


def test_14_18_what_is_to_come_is_sealed() -> None:
    """14.18 Nobody at the table knows what will happen: no view holds what is still to come but the chair's, which may
    let it happen."""
    talks = talks_with(flood())
    assert [each.id for each in view(talks, CHAIR).to_come] == ["flood"]
    for who in (A, B, GALLERY):
        assert view(talks, who).scenario.happenings == ()
        assert "flood" not in repr(view(talks, who))


def test_14_19_chance_is_drawn_before_the_first_word() -> None:
    """14.19 Whether an event of chance happens is drawn from the seed before the talks, the same for the same seed and
    about as often as the scenario says. As it is written, what is likelier than not, or as likely, happens."""
    often = scene(OPENING, world=around(happenings=(replace(flood(), chance=70), replace(flood(), chance=30))))
    tally = [len(drawn(often, seed).happenings) for seed in range(400)]
    assert 340 <= sum(tally) <= 460
    assert set(tally) == {0, 1, 2}
    assert drawn(often, 7) == drawn(often, 7)
    for chance, left in ((100, 1), (50, 1), (49, 0)):
        assert len(historical(replace(often, happenings=(replace(flood(), chance=chance),))).happenings) == left
    certain = replace(often, happenings=(flood(),))
    assert all(drawn(certain, seed).happenings for seed in range(50))


def test_14_20_what_is_due_comes_before_the_end() -> None:
    """14.20 A last move that would overrun the deadline keeps nothing from happening that was due before it."""
    talks = talks_with(flood(Effect("the mill", of=A, charge=-1)), hours=0.75)
    talks = after(talks, "A tables B:verb=shall B:when=month")
    assert verdict(talks) is not None
    assert (hours_of(talks), len(talks.charges[A])) == ([("flood", 0.75)], 1)
