"""12. Allies and the silence procedure."""

from __future__ import annotations

import pytest

from game.scenario import AudienceId, Clock
from game.talks import GALLERY, Shift, Talks, Why, price, read_move, verdict, view
from game.talks.causes import AskedFor, OpenedAgain, StandsFor
from game.talks.events import (
    Adjusted,
    Amended,
    Broke,
    Charged,
    Circulated,
    Consented,
    Lapsed,
    Prolonged,
    Sounded,
    Stirred,
    Tempered,
)
from game.text import OptionId
from tests.rulebook import (
    COUNCIL,
    GUESTS,
    VERB,
    A,
    B,
    after,
    draft_of,
    ending,
    lake,
    news,
    refused,
    refusing,
    sheet,
    steps,
)
from tests.rulebook.note import APART
from tests.rulebook.world import Judge, ally, around, paper, parliament

CLEAN = """
    NOTE ON THE LAKE
    1. They shall give notice of works.
    2. A council decides on works.
    -- when: silence
    -- guests: none
    -- fish: same
"""
OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [decides on works|A] [hears of works|B].
    -- guests: none
    -- fish: same
"""
DUKE = ally("Duke", 10, council=(0, 10, 20, 30))


def clean(*judges: Judge) -> Talks:
    """A clean text, and these allies of Aria."""
    return lake(CLEAN, world=around(*judges))


def stands(talks: Talks) -> list[str]:
    """What Aria stands for in the verb, the council and the guests."""
    return [talks.positions[A][issue] for issue in (VERB, COUNCIL, GUESTS)]


def test_12_1_who_says_nothing_has_consented() -> None:
    """12.1 A delegation that speaks for allies circulates the clean text to them: silence runs for the hours that the
    scenario sets, and where every ally is content, or just so, it holds. The room hears it, and the floor passes on."""
    calm = lake(CLEAN, clock=Clock(circulate=3), world=around(ally("Duke", 30, verb=(30, 0, 0))))
    talks = after(calm, 'A circulates  "To all allies."')
    assert (price(calm, read_move("A circulates")), talks.hours, talks.floor) == (3, 3, B)
    assert [(event.by, event.heard_by, event.remark) for event in news(talks, Circulated)] == [
        (A, None, "To all allies.")
    ]
    assert news(talks, Consented) == [Consented(at=3.0, by=A)]
    assert [type(event) for event in talks.events[-2:]] == [Circulated, Consented]
    assert view(talks, B).consented == {A}


def test_12_2_nobody_signs_for_allies_who_have_not_consented() -> None:
    """12.2 A delegation that speaks for allies cannot initial before they have consented; one that speaks for nobody
    can."""
    talks = clean(ally("Duke", 0))
    assert refused(talks, "A initials") == refusing(Why.NO_CONSENT)
    talks = after(talks, 'A says "A moment."', "B initials", "A circulates", 'B says "Well?"', "A initials")
    assert ending(talks).kind == "signed"


def test_12_3_consent_is_to_this_text_and_no_other() -> None:
    """12.3 Consent is to exactly this text: when a word moves it has to be asked again, and when the word moves back it
    stands."""
    talks = after(clean(ally("Duke", 0)), "A circulates", "B moves verb=will", "A moves verb=will", 'B says "So."')
    assert refused(talks, "A initials") == refusing(Why.NO_CONSENT)
    assert view(talks, A).consented == frozenset()
    talks = after(talks, "A moves verb=shall", "B moves verb=shall")
    assert refused(talks, "A circulates") == refusing(Why.CONSENTED)
    assert after(talks, "A initials").initials == {A}


def test_12_4_only_a_clean_text_is_circulated() -> None:
    """12.4 A text in brackets is not circulated, nor one that breaks an exclusion, nor by whoever speaks for nobody."""
    talks = lake(OPENING, world=around(DUKE))
    assert refused(talks, "A circulates") == refusing(Why.NOT_CLEAN)
    broken = lake(CLEAN.replace("shall", "may"), world=around(DUKE))
    assert refused(broken, "A circulates") == refusing(Why.EXCLUDED, written=APART.because)
    assert refused(after(talks, 'A says "."'), "B circulates") == refusing(Why.NO_ALLIES)


def test_12_5_an_ally_breaks_silence_over_a_clause() -> None:
    """12.5 An ally below its threshold breaks silence and names the wording that it minds most. That is barred for its
    delegation, which now stands for the nearest wording that the ally likes better; the others stay where they are, and
    the talks go on."""
    talks = after(clean(DUKE), "A circulates")
    assert "2. A council [decides on works|B] [advises on works|A]." in draft_of(talks)
    decides, advises = OptionId("decides"), OptionId("advises")
    broke = Broke(at=2.0, by=A, audience=DUKE.audience.id, issue=COUNCIL, option=decides, retreat=advises)
    assert news(talks, Broke) == [broke]
    assert news(talks, Consented) == []
    assert talks.barred == {Shift(A, COUNCIL, OptionId("decides"))}
    assert verdict(talks) is None


def test_12_6_it_is_nobodys_doing() -> None:
    """12.6 What silence breaks is not the delegation's doing: it pays nothing, no goodwill is lost, it has not moved by
    itself, and what it had told the newspapers binds it no more. Initials under the text fall."""
    talks = lake("""
        NOTE ON THE LAKE
        1. They shall give notice of works.
        2. A council [decides on works|A] [hears of works|B].
        -- when: silence
        -- guests: none
        -- fish: same
    """, world=around(DUKE))  # fmt: skip
    talks = after(talks, "A announces council=decides", "B moves council=decides", 'A says "Well."', "B initials")
    assert talks.initials == {B}
    assert talks.goodwill == {(A, B): 4}
    talks = after(talks, "A circulates")
    assert talks.initials == frozenset()
    assert talks.goodwill == {(A, B): 4}
    assert talks.given_up == {Shift(B, COUNCIL, OptionId("hears"))}
    assert (talks.charges, talks.committed) == ({}, {})
    assert (news(talks, Charged), len(news(talks, Tempered)), len(news(talks, Amended))) == ([], 1, 1)


@pytest.mark.parametrize(
    ("row", "retreat"),
    [((0, 10, 20, 30), "advises"), ((0, 0, 10, 20), "hears"), ((0, -5, 0, 1), "none"), ((0, -5, 7, 7), "hears")],
)
def test_12_7_the_nearest_wording_that_is_liked_better(row: tuple[int, ...], retreat: str) -> None:
    """12.7 The delegation falls back to the wording next in strength among those that the ally likes better, not to the
    one that it would like best."""
    talks = after(clean(ally("Duke", 90, council=row)), "A circulates")
    assert talks.positions[A][COUNCIL] == retreat


def test_12_8_as_near_on_either_side_the_better_liked() -> None:
    """12.8 Of two wordings that are as near, one stronger and one weaker, it falls back to the better liked."""
    for row, retreat in (((5, 0, 9, 0), "hears"), ((9, 0, 5, 0), "decides")):
        talks = lake(CLEAN.replace("decides", "advises"), world=around(ally("Duke", 90, council=row)))
        assert after(talks, "A circulates").positions[A][COUNCIL] == retreat


def test_12_9_the_word_that_it_minds_most() -> None:
    """12.9 An ally names the clause in which it would gain most."""
    talks = after(clean(ally("Duke", 90, verb=(0, 10, 20), council=(0, 10, 19, 15), guests=(9, 9, 0))), "A circulates")
    assert stands(talks) == ["will", "decides", "none"]


def test_12_10_of_several_the_one_that_minds_most() -> None:
    """12.10 Of several allies below their thresholds the one that is furthest below breaks silence, one at a time; an
    ally that is content does not speak."""
    allies = (
        ally("Duke", 10, council=(0, 10, 20, 30)),
        ally("Earl", 20, verb=(0, 20, 0)),
        ally("Count", 0, guests=(9, 9, 0)),
    )
    talks = after(clean(*allies), "A circulates")
    assert [event.audience for event in news(talks, Broke)] == ["EARL"]
    assert stands(talks) == ["will", "decides", "none"]
    talks = after(talks, "B moves verb=will", "A circulates")
    assert [event.audience for event in news(talks, Broke)] == ["EARL", "DUKE"]
    assert stands(talks) == ["will", "advises", "none"]
    talks = after(talks, "B moves council=advises", "A circulates")
    assert len(news(talks, Consented)) == 1


def test_12_11_what_is_barred_stays_barred() -> None:
    """12.11 A delegation does not move to a wording that is barred for it, offers it in no package, on the record or
    off, and accepts none that asks it to; the others may stand for it. Every seat keeps it in view as refused for
    ever."""
    talks = after(clean(DUKE), "A circulates")
    barred = refusing(Why.BARRED, issue="council", option="decides")
    asked = after(talks, "B tables A:council=decides")
    assert refused(asked, "A accepts 1") == barred
    asked = after(asked, "A declines 1", 'B says "Hm."')
    for line in (
        "A moves council=decides",
        "A tables A:council=decides B:verb=will",
        "A floats A:council=decides B:verb=will",
    ):
        assert refused(asked, line) == barred, line
    assert asked.mandate(A, COUNCIL) == {"advises", "hears", "none"}
    assert asked.positions[B][COUNCIL] == "decides"
    for who in (A, B):
        assert view(talks, who).never == {Shift(A, COUNCIL, OptionId("decides"))}
        locks = view(talks, who).locks[COUNCIL, OptionId("decides")]
        assert [(lock.of, lock.kind) for lock in locks] == [(A, "barred")]


def test_12_12_nobody_falls_back_across_a_red_line() -> None:
    """12.12 A delegation does not fall back to a wording that its instructions forbid, or that was barred before; it
    names another then, or another clause."""
    judge = ally("Duke", 99, council=(0, 10, 20, 30))
    talks = after(lake(CLEAN, sheets={A: sheet(red_lines="council=advises")}, world=around(judge)), "A circulates")
    assert stands(talks) == ["shall", "hears", "none"]
    talks = after(talks, "B moves council=hears", "A circulates")
    assert stands(talks) == ["shall", "none", "none"]
    assert talks.mandate(A, COUNCIL) == {"none"}


def test_12_13_where_no_clause_would_mend_it() -> None:
    """12.13 Where nothing that may still be written would please the ally more, it breaks silence and names no clause:
    nothing is barred, nobody falls back, and the text cannot be signed as long as it is this one."""
    talks = after(clean(ally("Duke", 1)), "A circulates")
    assert (talks.barred, talks.positions) == (frozenset(), clean().positions)
    assert [(event.audience, event.issue) for event in news(talks, Broke)] == [("DUKE", None)]
    talks = after(talks, 'B says "And now?"')
    assert refused(talks, "A initials") == refusing(Why.NO_CONSENT)
    assert len(news(after(talks, "A circulates"), Broke)) == 2


def test_12_14_what_an_ally_asks_for_the_capital_has_opened() -> None:
    """12.14 Where a delegation falls back to a wording beyond its mandate, its mandate has been opened so far: all
    steps up to that wording, and none beyond."""
    mandate = steps(council="decides | advises | hears | none", verb="shall | will")
    judge = ally("Duke", 99, council=(9, 0, 20, 30))
    talks = lake(CLEAN, sheets={A: sheet(mandate=mandate)}, world=around(judge))
    assert talks.mandate(A, COUNCIL) == {"decides"}
    talks = after(talks, "A circulates")
    assert talks.positions[A][COUNCIL] == "hears"
    assert talks.mandate(A, COUNCIL) == {"advises", "hears"}
    assert talks.mandate(A, VERB) == {"shall"}
    (opened,) = news(talks, Adjusted)
    assert opened.heard_by == frozenset({A})
    assert (opened.number, opened.issue, opened.after - opened.before) == ("mandate", COUNCIL, 2)
    assert opened.cause == AskedFor(judge.audience.id, COUNCIL, OptionId("hears"))


def test_12_15_an_ally_is_sounded() -> None:
    """12.15 A delegation can ask one ally early how it would take the text as the delegation stands for it, brackets
    and all: yes, it would consent; uneasy, it is a little below its threshold; no, it is clearly below. The answer is
    true, costs its hours and not the turn, and names the clause that it minds."""
    for threshold, answer in ((30, "yes"), (31, "uneasy"), (33, "uneasy"), (34, "no")):
        judge = ally("Duke", threshold, verb=(30, 0, 0), council=(0, 10, 20, 30))
        before = lake(OPENING, clock=Clock(sound=0.25), world=around(judge))
        talks = after(before, "A sounds DUKE")
        (event,) = news(talks, Sounded)
        assert (event.answer, event.issue) == (answer, None if answer == "yes" else COUNCIL)
        assert (talks.hours, talks.floor) == (0.25, A)
        assert (talks.positions, talks.barred) == (before.positions, before.barred)


def test_12_16_only_the_asker_hears_the_answer() -> None:
    """12.16 What an ally answered is heard by the seat that asked and by nobody else."""
    talks = after(lake(OPENING, world=around(DUKE)), 'A sounds DUKE  "Between us?"')
    assert [(event.audience, event.answer, event.issue) for event in news(talks, Sounded)] == [("DUKE", "no", COUNCIL)]
    for who in (B, GALLERY):
        assert view(talks, who).record == view(lake(OPENING, world=around(DUKE)), who).record
    assert isinstance(view(talks, A).record[-1], Sounded)


def test_12_17_one_sounds_ones_own_allies() -> None:
    """12.17 One sounds one's own allies, and each again only when the answer could be another; not those of others, and
    not parliaments or newspapers, whose mood is all that can be read."""
    world = around(DUKE, ally("Earl", 0, of=B), parliament("Diet", 0), paper("Gazette", 0))
    talks = after(lake(OPENING, world=world), "A sounds DUKE")
    assert refused(talks, "A sounds DUKE") == refusing(Why.SAID_ALREADY, audience="DUKE")
    moved = after(talks, 'A says "."', 'B says "."', "A moves council=none", 'B says "."', "A sounds DUKE")
    assert [event.answer for event in news(moved, Sounded)][1:] == ["yes"]
    assert refused(talks, "A sounds EARL") == refusing(Why.NOT_YOURS_TO_SOUND, audience="EARL")
    for name in ("DIET", "GAZETTE"):
        assert refused(talks, f"A sounds {name}") == refusing(Why.NO_ALLY, audience=name)
    assert refused(talks, "A sounds KING") == refusing(Why.NO_AUDIENCE, audience="KING")


def test_12_18_its_mood_is_its_own_delegations_secret() -> None:
    """12.18 How an ally or a parliament stands, what would please it and that its mood has changed is known to its own
    delegation and to nobody else."""
    talks = lake(OPENING, world=around(ally("Duke", 20, verb=(40, 0, 0)), parliament("Diet", 20, verb=(40, 0, 0))))
    assert [standing.mood for standing in view(talks, A).standings.values()] == ["content", "content"]
    talks = after(talks, "A moves verb=will")
    assert [standing.mood for standing in view(talks, A).standings.values()] == ["against", "against"]
    told = [event for event in view(talks, A).record if isinstance(event, Stirred)]
    assert [(event.audience, event.after) for event in told] == [("DUKE", "against"), ("DIET", "against")]
    assert {event.cause for event in told} == {StandsFor(A, VERB, OptionId("will"))}
    for who in (B, GALLERY):
        assert view(talks, who).standings == {}
        assert not any(isinstance(event, Stirred) for event in view(talks, who).record)


def test_12_19_each_asks_its_own_allies() -> None:
    """12.19 Where two delegations speak for allies, each circulates to its own, and one that breaks silence bars a
    wording for its own delegation only."""
    earl = ally("Earl", 10, of=B, council=(0, 10, 20, 30))
    talks = after(clean(ally("Duke", 0), earl), "A circulates", "B circulates")
    assert "2. A council [decides on works|A] [advises on works|B]." in draft_of(talks)
    talks = after(talks, "A moves council=advises", "B circulates", "A circulates", "B initials", "A initials")
    assert ending(talks).kind == "signed"
    assert [event.by for event in news(talks, Consented)] == [A, B, A]


def test_12_20_silence_can_run_out_the_clock() -> None:
    """12.20 If silence would run beyond the deadline the clock strikes, and nobody has consented."""
    talks = after(lake(CLEAN, hours=1.5, world=around(ally("Duke", 0))), "A circulates")
    assert (ending(talks).kind, ending(talks).brackets) == ("deadline", ())
    assert talks.consented == {}


def test_12_21_packages_on_the_clause_are_overtaken() -> None:
    """12.21 Packages on a clause over which silence breaks are overtaken, and the record says so to whoever could see
    them; packages on other clauses stand."""
    talks = after(clean(DUKE), 'A says "."', "B tables A:council=advises B:council=advises", "A floats B:council=none")
    talks = after(talks, "B floats A:verb=will", "A circulates")
    assert [package.number for package in talks.packages] == [3]
    assert [(event.package, event.heard_by) for event in news(talks, Lapsed)] == [(1, None), (2, {A, B})]
    assert talks.rebuffed == {}


def test_12_22_nor_to_what_no_capital_ever_opens() -> None:
    """12.22 Nor does a delegation fall back to a wording that stands in no step of its mandate, and no ally is told to
    wish for one."""
    judge = ally("Duke", 99, council=(0, 30, 10, 20))
    talks = lake(CLEAN, sheets={A: sheet(mandate=steps(council="decides | none"))}, world=around(judge))
    (standing,) = view(talks, A).standings.values()
    assert [(wish.issue, wish.option) for wish in standing.wishes] == [(COUNCIL, "none")]
    assert after(talks, "A circulates").positions[A][COUNCIL] == "none"


def test_12_23_hours_are_left_to_swap_a_word() -> None:
    """12.23 When silence is broken late as many hours are left to swap a word as the scenario says, where it says
    any; each ally that names another word leaves them once more, and one that can name none leaves nothing."""
    judges = (DUKE, ally("Earl", 10, of=B, verb=(0, 10, 20)))
    talks = after(lake(CLEAN, hours=4, clock=Clock(broken_silence=6), world=around(*judges)), "A circulates")
    assert (talks.hours, talks.deadline) == (2.0, 8.0)
    talks = after(talks, "B moves council=advises", "A circulates", "B circulates")
    assert (talks.hours, talks.deadline) == (7.0, 13.0)
    assert [(event.before, event.after, event.cause) for event in news(talks, Prolonged)] == [
        (4.0, 8.0, OpenedAgain(AudienceId("DUKE"))),
        (8.0, 13.0, OpenedAgain(AudienceId("EARL"))),
    ]
    mute = after(lake(CLEAN, hours=4, clock=Clock(broken_silence=6), world=around(ally("Duke", 99))), "A circulates")
    assert (len(news(mute, Broke)), mute.deadline) == (1, 4.0)
    for hours, clock in ((40.0, Clock(broken_silence=6)), (4.0, Clock())):
        early = after(lake(CLEAN, hours=hours, clock=clock, world=around(DUKE)), "A circulates")
        assert (early.deadline, news(early, Prolonged)) == (hours, [])


def test_12_24_every_capital_opens_what_is_asked_for() -> None:
    """12.24 The wording that an ally asks for, and all that comes before it, is opened by every capital that had not
    opened it, so that it can be swapped without a cable; each seat hears of its own mandate only. What a red line bars
    stays barred."""
    ladder = steps(council="decides | hears | advises | none")
    talks = after(lake(CLEAN, sheets={B: sheet(mandate=ladder)}, world=around(DUKE)), "A circulates")
    (told,) = news(talks, Adjusted)
    assert (told.by, told.heard_by, told.after) == (B, frozenset({B}), 2)
    assert told.cause == AskedFor(DUKE.audience.id, COUNCIL, OptionId("advises"))
    assert talks.mandate(B, COUNCIL) == {"decides", "hears", "advises"}
    assert not any(isinstance(event, Adjusted) for event in view(talks, A).record)
    assert ending(after(talks, "B moves council=advises", "A circulates", "B initials", "A initials")).kind == "signed"
    shut = lake(CLEAN, sheets={B: sheet(mandate=ladder, red_lines="council=advises")}, world=around(DUKE))
    assert "advises" not in after(shut, "A circulates").mandate(B, COUNCIL)
