"""18. Audiences for which somebody speaks: silence, soundings, votes and headlines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.scenario import AudienceId
from game.talks import (
    CHAIR,
    GALLERY,
    BreakSilence,
    Headline,
    KeepSilence,
    Reply,
    Talks,
    Vote,
    Why,
    called_on,
    version,
    view,
)
from game.talks.events import Broke, Consented, Ratified, Returned, Sounded
from game.talks.outside import Called, Inquired, Kept, Printed
from game.talks.refused import Refused
from game.text import DelegationId, IssueId
from tests.rulebook import COUNCIL, VERB, A, B, after, ending, lake, news, refused, refusing, sheet, steps
from tests.rulebook.world import ally, around, paper, parliament, reading

CLEAN = """
    NOTE ON THE LAKE
    1. They shall give notice of works.
    2. A council decides on works.
    -- when: silence
    -- guests: none
    -- fish: same
"""
DUKE = ally("Duke", 0, council=(0, 10, 20, 30))
CONTENT = ally("Earl", 0, verb=(10, 0, 0))
DIET = parliament("Diet", 0, verb=(0, 10, 20))
POST = paper("Post", 0, verb=(0, 10, 20))
EARL, DUKES, DIETS, POSTS = (DelegationId(each) for each in ("EARL", "DUKE", "DIET", "POST"))


def clean(*admitted: str) -> Talks:
    """A clean text, with allies, a parliament and a newspaper of Aria, somebody speaking for these."""
    talks = lake(CLEAN, world=around(DUKE, CONTENT, DIET, POST))
    return after(talks, *(f"*chair admits {each}" for each in admitted))


def test_18_1_silence_runs_for_a_person() -> None:
    """18.1 A text that is circulated waits for those allies for which somebody speaks, whatever their numbers say; who
    keeps silence has consented, and nobody else is told before all have."""
    talks = after(clean("DUKE", "EARL"), "A circulates")
    assert talks.waits_for == {DUKES, EARL}
    assert refused(talks, 'B says "Well?"') == refusing(Why.SILENCE_RUNS, delegation=A)
    before = [version(talks, who) for who in (A, B, EARL, GALLERY)]
    talks = after(talks, "DUKE keeps silence")
    assert [version(talks, who) for who in (A, B, EARL, GALLERY)] == before
    assert talks.waits_for == {EARL}
    assert (len(news(talks, Kept)), len(news(talks, Consented))) == (1, 0)
    talks = after(talks, "EARL keeps silence")
    assert len(news(talks, Consented)) == 1
    assert talks.waits_for == {B}


def test_18_2_a_person_breaks_silence() -> None:
    """18.2 Who breaks silence names the clause: its wording is barred, and its delegation stands for the next one that
    the ally's own sheet likes better."""
    talks = after(clean("DUKE"), "A circulates", 'DUKE breaks silence over council  "Not a council that decides."')
    (broke,) = news(talks, Broke)
    assert (broke.audience, broke.issue, broke.option, broke.retreat) == ("DUKE", COUNCIL, "decides", "advises")
    assert broke.remark == "Not a council that decides."
    assert (talks.positions[A][COUNCIL], talks.pending, talks.floor) == ("advises", False, B)


def test_18_3_nobody_is_waited_for_where_another_ally_minds() -> None:
    """18.3 An ally for which nobody speaks and that minds the text breaks silence at once, as ever."""
    minds = ally("Count", 100, council=(0, 10, 20, 30))
    talks = after(lake(CLEAN, world=around(DUKE, minds)), "*chair admits DUKE", "A circulates")
    assert [event.audience for event in news(talks, Broke)] == ["COUNT"]
    assert not talks.pending


def test_18_4_a_person_is_sounded() -> None:
    """18.4 Who is sounded and has somebody to speak for it answers when it likes, and as it likes; the talks go on
    meanwhile, and nobody but the two hears of it."""
    talks = after(clean("DUKE"), "A sounds DUKE")
    assert [event.audience for event in news(talks, Inquired)] == ["DUKE"]
    assert refused(talks, "A sounds DUKE") == refusing(Why.ASKED_ALREADY, audience="DUKE")
    talks = after(talks, 'A says "Meanwhile."', "DUKE answers no over verb")
    (answer,) = news(talks, Sounded)
    assert (answer.answer, answer.issue) == ("no", VERB)
    assert answer.heard_by == frozenset({A, DUKES})
    assert answer not in view(talks, B).record
    assert answer in view(talks, DUKES).record


def test_18_5_a_person_votes() -> None:
    """18.5 A parliament's vote is called when the text is frozen, and the talks wait for it: yes, and it is signed; no,
    and the clause that it names comes back for one last swap."""
    talks = after(clean("DIET"), "A circulates", 'B says "."', "A initials", "B initials")
    assert talks.vote == "DIET"
    assert talks.waits_for == {DIETS}
    assert [event.audience for event in news(talks, Called)] == ["DIET"]
    assert refused(talks, "DIET votes no") == refusing(Why.NAME_A_CLAUSE)
    signed = after(talks, "DIET votes yes")
    assert (ending(signed).kind, len(news(signed, Ratified))) == ("signed", 1)
    back = after(talks, "DIET votes no over verb")
    assert [(event.issue, event.retreat, event.final) for event in news(back, Returned)] == [(VERB, "will", False)]
    assert (back.floor, back.vote, back.initials) == (A, None, frozenset())


def test_18_6_a_second_no_is_the_end() -> None:
    """18.6 The second refusal needs no clause: it is the end of the talks."""
    talks = after(clean("DIET"), "A circulates", 'B says "."', "A initials", "B initials", "DIET votes no over verb")
    talks = after(talks, 'A says "Then will."', "B moves verb=will", "A circulates", 'B says "."')
    talks = after(talks, "A initials", "B initials", "DIET votes no")
    assert (ending(talks).kind, ending(talks).refused_by, ending(talks).twice) == ("refused", "DIET", True)


def test_18_7_a_newspaper_prints() -> None:
    """18.7 Who speaks for a newspaper prints one headline in each stretch of the talks, and all hear it; it moves no
    number, and its mood stays what its numbers say."""
    talks = after(clean("POST"), 'POST prints  "A COUNCIL TO RULE THEM"')
    assert [(event.by, event.heard_by, event.remark) for event in news(talks, Printed)] == [
        (POSTS, None, "A COUNCIL TO RULE THEM")
    ]
    assert refused(talks, 'POST prints  "AGAIN"') == refusing(Why.PRINTED)
    assert talks.charges == clean("POST").charges


def test_18_8_statements_are_heard_before_silence_runs_once_more() -> None:
    """18.8 An ally that has heard closing statements of others, and for which somebody speaks, is asked once more."""
    wakes = reading("hope", B, wakes=8)
    talks = lake(CLEAN, world=around(CONTENT, readings=(wakes,)))
    talks = after(talks, "*chair admits EARL", "A circulates", "EARL keeps silence", 'B says "."', "A initials")
    talks = after(talks, "B initials", "B reads hope")
    assert talks.waits_for == {EARL}
    assert ending(after(talks, "EARL keeps silence")).kind == "signed"


def test_18_9_who_goes_is_decided_for() -> None:
    """18.9 When nobody speaks for an audience any more, its numbers decide at once what was asked of it."""
    talks = after(clean("DUKE"), "A sounds DUKE", "A circulates", "*chair excuses DUKE")
    assert [event.answer for event in news(talks, Sounded)] == ["yes"]
    assert len(news(talks, Consented)) == 1
    voting = after(clean("DIET"), "A circulates", 'B says "."', "A initials", "B initials", "*chair excuses DIET")
    assert ending(voting).kind == "signed"


def test_18_10_its_own_sheet_and_no_other() -> None:
    """18.10 Who speaks for an audience sees its own sheet and what is on the record, and nobody else's numbers; its
    delegation sees no more of it than before."""
    talks = clean("DUKE")
    seen = view(talks, DUKES)
    assert seen.judging is not None
    assert (set(seen.scenario.judgements), dict(seen.scenario.instructions), seen.own) == ({"DUKE"}, {}, None)
    for who in (A, B, GALLERY, CHAIR, DIETS):
        assert view(talks, who).judging is None
        assert dict(view(talks, who).scenario.judgements) == {}


def test_18_11_nobody_knows_what_its_delegation_may_never_stand_for() -> None:
    """18.11 Who speaks for an ally is not told for which words its delegation may never stand. Where these are all that
    it would like better in the clause that it names, the word of all that it minds most is heard instead."""
    minds = ally("Duke", 50, council=(0, 10, 20, 30), verb=(0, 5, 5))
    free, bound = (
        after(
            lake(CLEAN, world=around(minds), sheets={A: sheet(mandate=mandate)}), "*chair admits DUKE", "A circulates"
        )
        for mandate in (None, steps(council="decides"))
    )
    assert view(free, DUKES).judging == view(bound, DUKES).judging
    assert view(free, DUKES).legal == view(bound, DUKES).legal
    assert view(free, DUKES).standings == view(bound, DUKES).standings
    broke = [news(after(talks, "DUKE breaks silence over council"), Broke)[0] for talks in (free, bound)]
    assert [(each.issue, each.retreat) for each in broke] == [(COUNCIL, "advises"), (VERB, "will")]


def sounded() -> Talks:
    """The duke has been sounded."""
    return after(clean("DUKE", "POST"), "A sounds DUKE")


def silence() -> Talks:
    """Silence runs for the duke."""
    return after(clean("DUKE"), "A circulates")


def voting() -> Talks:
    """The diet votes."""
    return after(clean("DIET"), "A circulates", 'B says "."', "A initials", "B initials")


OF_PERSONS: list[tuple[Callable[[], Talks], str | Reply, Refused]] = [
    (clean, "DUKE keeps silence", refusing(Why.NOT_ADMITTED, audience="DUKE")),
    (clean, "KING keeps silence", refusing(Why.NO_AUDIENCE, audience="KING")),
    (sounded, "DUKE keeps silence", refusing(Why.NO_SILENCE)),
    (sounded, "DUKE breaks silence over verb", refusing(Why.NO_SILENCE)),
    (silence, "DUKE breaks silence over verbs", refusing(Why.NO_ISSUE, issue="verbs")),
    (silence, "DUKE breaks silence over verb", refusing(Why.NOTHING_BETTER, issue="verb")),
    (silence, "A circulates", refusing(Why.SILENCE_RUNS, delegation="A")),
    (silence, "DUKE answers yes", refusing(Why.NOT_SOUNDED)),
    (sounded, Reply(DUKES, "perhaps"), refusing(Why.NO_SUCH_REPLY, written="perhaps")),  # type: ignore[arg-type]
    (sounded, "DUKE answers no over verbs", refusing(Why.NO_ISSUE, issue="verbs")),
    (sounded, "A sounds DUKE", refusing(Why.ASKED_ALREADY, audience="DUKE")),
    (sounded, "DUKE votes yes", refusing(Why.NO_VOTE)),
    (voting, "DIET votes no", refusing(Why.NAME_A_CLAUSE)),
    (voting, "DIET votes no over council", refusing(Why.NOTHING_BETTER, issue="council")),
    (voting, "A reads -", refusing(Why.VOTE_RUNS, audience="DIET")),
    (sounded, 'DUKE prints  "NO"', refusing(Why.NO_NEWSPAPER)),
    (sounded, "POST prints", refusing(Why.NOTHING_SAID)),
    (sounded, f'POST prints  "{"x" * 81}"', refusing(Why.LONG_HEADLINE, most=80)),
    (lambda: after(sounded(), 'POST prints  "X"'), 'POST prints  "Y"', refusing(Why.PRINTED)),
]
"""Refusals of whoever speaks for an audience."""


@pytest.mark.parametrize(("talks", "move", "why"), OF_PERSONS)
def test_what_is_refused_to_an_audience(talks: Callable[[], Talks], move: str | Reply, why: Refused) -> None:
    """18. Each reason, with the talks as they were."""
    assert refused(talks(), move) == why


def test_what_may_be_done_is_listed() -> None:
    """18. The view of an audience lists what it may do, and why not the rest."""
    duke = view(silence(), DUKES).legal
    assert set(duke.moves) == {KeepSilence(DUKES), BreakSilence(DUKES, COUNCIL)}
    diet = view(voting(), DIETS).legal
    assert set(diet.moves) == {Vote(DIETS, aye=True), Vote(DIETS, False, VERB)}
    post = view(sounded(), POSTS).legal
    assert set(post.moves) == {Headline(POSTS, remark="—")}
    assert {type(move) for move in view(sounded(), DUKES).legal.moves} == {Reply}
    assert AudienceId("DUKE") in sounded().asked
    assert IssueId("verb") == VERB


def test_18_12_who_is_heard_first() -> None:
    """18.12 Where the computer speaks for several allies, the one that minds the text most is heard first; of two that
    mind it as much, the one that comes first in the scenario: as where nobody speaks for them."""
    duke, count, earl = (ally(name, least, council=(0, 10, 20, 30)) for name, least in
                         (("Duke", 50), ("Count", 50), ("Earl", 60)))  # fmt: skip
    for allies, first in (((duke, count), "DUKE"), ((count, duke), "COUNT"), ((duke, earl), "EARL")):
        alone = after(lake(CLEAN, world=around(*allies)), "A circulates")
        assert [event.audience for event in news(alone, Broke)] == [first]
        admitted = [f"*chair admits {each.audience.id}" for each in allies]
        assert called_on(after(lake(CLEAN, world=around(*allies)), *admitted, "A circulates"))[0] == first


def test_18_13_a_consent_that_was_given_stands() -> None:
    """18.13 Who has consented to a frozen text has consented, whatever its numbers say, also where the chair closes or
    excuses it before all is judged; nobody is told any more then that silence runs."""
    world = around(CONTENT, parliament("Diet", -100), readings=(reading("hope", B, wakes=80),))
    talks = after(lake(CLEAN, world=world), "*chair admits EARL", "*chair admits DIET", "A circulates")
    assert view(after(talks, "*chair passes 100"), B).silence is None
    talks = after(talks, "EARL keeps silence", 'B says "."', "A initials", "B initials")
    talks = after(talks, "B reads hope", "EARL keeps silence")
    assert talks.vote == "DIET"
    assert refused(talks, "DIET votes yes over tea") == refusing(Why.NO_ISSUE, issue="tea")
    assert ending(after(talks, "*chair closes")).kind == "signed"
    assert ending(after(talks, "*chair excuses EARL", "DIET votes yes")).kind == "signed"


def test_18_14_who_says_yes_minds_no_clause() -> None:
    """18.14 An answer of yes names nothing."""
    (answer,) = news(after(clean("DUKE"), "A sounds DUKE", "DUKE answers yes over verb"), Sounded)
    assert (answer.answer, answer.issue) == ("yes", None)
