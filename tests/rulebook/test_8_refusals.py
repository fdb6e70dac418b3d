"""8. Refusals: every sentence with which the rules refuse a move, each at least once.

The last test reads the sentences out of the code: one that has no case here fails it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

import pytest

from game.scenario import Clock
from game.talks import (
    Amend,
    Consult,
    Decline,
    Move,
    Propose,
    Refused,
    Respond,
    Say,
    Shift,
    Talks,
    Why,
    play,
    read_move,
)
from game.talks.moves import DELEGATION_MOVES, MOVES
from game.talks.rules import OF_THE_CHAIR, OUTSIDE, RULES, VERBS, rule_of
from game.text import DelegationId, Exclusion, IssueId, OptionId
from tests.anything import Dance
from tests.rulebook import COUNCIL, FISH, GUESTS, VERB, WHEN, A, B, after, lake, refused, refusing, sheet, steps
from tests.rulebook.test_17_chair import OF_CHAIRS
from tests.rulebook.test_18_persons import OF_PERSONS
from tests.rulebook.world import EARLY, LATE, ally, around, fair, paper, reading

OPENING = """
    NOTE ON THE LAKE
    1. They [shall|A] [will|B] give notice of works, [a month ahead|A] [|B].
    2. A council [decides on works|A] [|B].
    3. Guests may listen at its meetings.
    -- fish: [same|A] [more|B]
"""
CLEAN = """
    NOTE ON THE LAKE
    1. They may give notice of works.
    2. A council decides on works.
    -- when: silence
    -- guests: none
    -- fish: same
"""


@dataclass(frozen=True)
class Case:
    """One refusal: the rule in prose, the talks, the move and why it is refused."""

    number: str
    rule: str
    talks: Callable[[], Talks]
    move: Move | str
    refused: Refused


def plain() -> Talks:
    """Two delegations, no mandates."""
    return lake(OPENING)


def mandated() -> Talks:
    """Aria has a mandate and a red line."""
    mandate = steps(
        council="decides | advises", when="month | time", guests="listen | vote", verb="shall | will", fish="same"
    )
    return lake(OPENING, sheets={A: sheet(mandate=mandate, red_lines="council=none")})


def offered() -> Talks:
    """Aria has tabled package 1, and Boro has the floor."""
    return after(plain(), "A tables A:fish=more B:verb=shall")


def cornered() -> Talks:
    """Two exclusions leave no text in which the council decides and guests vote, though no one of them says so."""
    shut = (
        Exclusion(
            {COUNCIL: frozenset({OptionId("decides")}), WHEN: frozenset({OptionId("month"), OptionId("time")})}, "One."
        ),
        Exclusion({GUESTS: frozenset({OptionId("listen")}), WHEN: frozenset({OptionId("silence")})}, "Two."),
    )
    return lake(OPENING, exclusions=shut)


def broken() -> Talks:
    """The text is clean from the start, and breaks an exclusion."""
    return lake(CLEAN)


def watched() -> Talks:
    """Aria has an ally and a newspaper, and can hold up the notice of the fair, and that of the market another day."""
    texts = (fair(), fair(phase=LATE, name="market"), fair(name="race"))
    judges = (ally("Duke", 10, council=(0, 10, 20, 30)), paper("Gazette", 0))
    return lake(OPENING, world=around(*judges, phases=(EARLY, LATE), side_texts=texts))


def held() -> Talks:
    """Aria holds up the notice of the fair, and Boro has the floor."""
    return after(watched(), "A holds fair")


def allied() -> Talks:
    """Aria has an ally who is content with the clean text."""
    return lake(CLEAN, exclusions=(), world=around(ally("Duke", 0)))


def barred() -> Talks:
    """Aria's ally has broken silence over the council that decides."""
    duke = ally("Duke", 10, council=(0, 10, 20, 30))
    return after(lake(CLEAN, exclusions=(), world=around(duke)), "A circulates", 'B says "Oh."')


def frozen() -> Talks:
    """The text is initialled, and each of the two has something to read into it."""
    told = lake(CLEAN, exclusions=(), world=around(readings=(reading("promise", A), reading("hope", B))))
    return after(told, "A initials", "B initials")


X = DelegationId("X")
NOWHERE = IssueId("nowhere")

CASES = (
    Case("8.1", "When the talks are over nobody moves.", lambda: after(plain(), "A leaves"), "B leaves",
         refusing(Why.OVER)),
    Case("8.2", "Only delegations move.", plain, Say(X, remark="Hello."),
         refusing(Why.NO_DELEGATION, delegation="X")),
    Case("8.3", "Only who has the floor moves.", plain, 'B says "Me first."',
         refusing(Why.NOT_YOUR_TURN, delegation="A")),
    Case("8.4", "A remark is short.", plain, Say(A, remark="x" * 401),
         refusing(Why.LONG_REMARK, most=400)),
    Case("8.5", "A remark can be written down.", plain, Say(A, remark="\udce9t\udce9"),
         refusing(Why.UNWRITABLE_REMARK)),
    Case("8.6", "To say nothing is no move.", plain, Say(A, remark=" \n "),
         refusing(Why.NOTHING_SAID)),
    Case("8.7", "There are no other moves.", plain, cast("Move", Dance(A)),
         refusing(Why.NO_SUCH_MOVE, written="Dance")),
    Case("8.8", "A package holds a wording.", plain, Propose(A, ()),
         refusing(Why.EMPTY_PACKAGE)),
    Case("8.9", "A package asks only delegations.", plain, "A tables X:verb=will",
         refusing(Why.NO_DELEGATION, delegation="X")),
    Case("8.10", "A package is about issues of this text.", plain, "A tables B:nowhere=will",
         refusing(Why.NO_ISSUE, issue="nowhere")),
    Case("8.11", "A package holds wordings of its issues.", plain, "A tables B:verb=silence",
         refusing(Why.NO_WORDING, issue="verb", option="silence")),
    Case("8.12", "One wording for each in an issue.", plain, "A tables B:verb=shall B:verb=may",
         refusing(Why.ASKED_TWICE)),
    Case("8.13", "Nobody is asked to stand where it stands.", plain, "A tables A:fish=more B:fish=more",
         refusing(Why.STANDS_THERE, delegation="B", issue="fish")),
    Case("8.14", "A package asks for something.", plain, "A tables A:fish=more",
         refusing(Why.NOTHING_IN_RETURN)),
    Case("8.15", "A package is not too large.", lambda: lake(OPENING, clock=Clock(largest_package=1)),
         "A tables B:verb=shall B:when=month",
         refusing(Why.LARGE_PACKAGE, number=2, most=1)),
    Case("8.16", "Nobody offers what its instructions forbid.", mandated, "A tables A:council=none B:verb=shall",
         refusing(Why.FORBIDDEN, issue="council", option="none")),
    Case("8.17", "Nobody offers what its mandate does not hold.", mandated, "A tables A:verb=will B:when=month",
         refusing(Why.BEYOND_MANDATE, delegation="A", issue="verb", option="will")),
    Case("8.18", "Words that are apart are not agreed together.", plain,
         "A tables B:council=decides A:verb=may B:verb=may",
         refusing(Why.EXCLUDED, written="A council cannot decide on what nobody has to do.")),
    Case("8.19", "Words are not agreed that leave no text.", cornered, "A tables B:council=decides",
         refusing(Why.IMPOSSIBLE)),
    Case("8.20", "One accepts what is on the table.", offered, "B accepts 2",
         refusing(Why.NO_PACKAGE, package=2)),
    Case("8.21", "Nobody accepts its own package.", lambda: after(offered(), 'B says "Hm."'), "A accepts 1",
         refusing(Why.OWN_PACKAGE)),
    Case("8.22", "Who is not asked does not answer.",
         lambda: after(lake(CLEAN, parties=3, exclusions=()), "A tables C:verb=will"), "B declines 1",
         refusing(Why.NOT_ASKED, package=1)),
    Case("8.23", "A refusal names a word of the package.", offered, "B declines 1 over council",
         refusing(Why.NOT_IN_PACKAGE)),
    Case("8.24", "A refusal for ever names the word.", offered, "B declines 1, never",
         refusing(Why.NEVER_WHAT)),
    Case("8.25", "One withdraws what is one's own.", offered, "B withdraws 1",
         refusing(Why.NOT_YOURS, package=1)),
    Case("8.26", "One moves to another place.", plain, "A moves verb=shall",
         refusing(Why.STANDS_THERE)),
    Case("8.27", "One moves in an issue of this text.", plain, Amend(A, NOWHERE, OptionId("x")),
         refusing(Why.NO_ISSUE, issue="nowhere")),
    Case("8.28", "A text with brackets is not initialled.", plain, "A initials",
         refusing(Why.BRACKETS, issues=("verb", "when", "council"), number=4)),
    Case("8.29", "One initials once.",
         lambda: after(lake(CLEAN, exclusions=()), "A initials", 'B says "Wait."'), "A initials",
         refusing(Why.INITIALLED)),
    Case("8.30", "A text that breaks an exclusion is not initialled.", broken, "A initials",
         refusing(Why.EXCLUDED, written="A council cannot decide on what nobody has to do.")),
    Case("8.31", "A cable asks about something.", mandated, Consult(A, ()),
         refusing(Why.EMPTY_CABLE)),
    Case("8.32", "A cable asks about each issue once.", mandated, "A asks when when",
         refusing(Why.EMPTY_CABLE)),
    Case("8.33", "A cable is short.", mandated, "A asks verb when council guests fish",
         refusing(Why.LONG_CABLE, most=4)),
    Case("8.34", "A cable asks about issues of this text.", mandated, "A asks nowhere",
         refusing(Why.NO_ISSUE, issue="nowhere")),
    Case("8.35", "The last step is the last.", mandated, "A asks fish",
         refusing(Why.NO_FURTHER_STEP, issue="fish")),
    Case("8.36", "A question is asked once.",
         lambda: after(mandated(), "A tables B:when=month", "B declines 1", "A asks when"), "A asks when",
         refusing(Why.UNANSWERED, delegation="A", issue="when")),
    Case("8.37", "The spine widens when its limit was tabled and refused.", mandated, "A asks council",
         refusing(Why.NOT_REFUSED, delegation="A", issue="council", options=("decides",))),
    Case("8.38", "Other issues widen when a package was refused.", mandated, "A asks when",
         refusing(Why.NOTHING_REFUSED, delegation="A", issue="when")),
    Case("8.39", "Nobody moves words that are frozen.", frozen, "A leaves",
         refusing(Why.FROZEN)),
    Case("8.40", "What is held up is answered first.", held, "B moves verb=shall",
         refusing(Why.HELD_UP, delegation="A", side_text="fair")),
    Case("8.41", "Nobody moves to a barred wording.", barred, "A moves council=decides",
         refusing(Why.BARRED, issue="council", option="decides")),
    Case("8.42", "Nobody initials a barred wording.",
         lambda: replace(lake(CLEAN, exclusions=()), barred=frozenset({Shift(A, COUNCIL, OptionId("decides"))})),
         "A initials",
         refusing(Why.BARRED_IN_TEXT)),
    Case("8.43", "Nobody initials without its allies.", allied, "A initials",
         refusing(Why.NO_CONSENT)),
    Case("8.44", "One holds up what there is.", watched, "A holds parade",
         refusing(Why.NO_SIDE_TEXT, side_text="parade")),
    Case("8.45", "One holds up what is one's own.", lambda: after(watched(), 'A says "."'), "B holds fair",
         refusing(Why.NOT_YOURS_TO_HOLD, side_text="fair")),
    Case("8.46", "One holds up a side text once.", lambda: after(held(), "B gives"), "A holds fair",
         refusing(Why.OUT_OF_THE_WAY, side_text="fair")),
    Case("8.47", "One holds up a side text in its phase.", watched, "A holds market",
         refusing(Why.OTHER_PHASE, side_text="market", phase="late")),
    Case("8.48", "One holds up one side text in a phase.", lambda: after(watched(), "A holds fair", "B gives"),
         "A holds race",
         refusing(Why.HELD_ALREADY)),
    Case("8.49", "One answers what is held up.", plain, "A gives",
         refusing(Why.NOTHING_HELD)),
    Case("8.50", "Nobody answers its own hold-up.", lambda: replace(held(), floor=A), "A sits",
         refusing(Why.YOU_HOLD)),
    Case("8.51", "There are three answers.", held, Respond(B, "shrug"),  # type: ignore[arg-type]
         refusing(Why.NO_SUCH_ANSWER, written="shrug")),
    Case("8.52", "One announces something about this text.", plain, "A announces nowhere=x",
         refusing(Why.NO_ISSUE, issue="nowhere")),
    Case("8.53", "One announces a wording of its issue.", plain, "A announces verb=silence",
         refusing(Why.NO_WORDING, issue="verb", option="silence")),
    Case("8.54", "What is agreed is not announced.", plain, "A announces guests=listen",
         refusing(Why.AGREED, issue="guests")),
    Case("8.55", "One tells the newspapers once.",
         lambda: after(plain(), "A announces verb=shall", 'B says "."'), "A announces verb=shall",
         refusing(Why.ANNOUNCED)),
    Case("8.56", "One announces what one stands for.", plain, "A announces verb=may",
         refusing(Why.STANDS_ELSEWHERE, issue="verb")),
    Case("8.57", "Who speaks for nobody circulates nothing.", plain, "A circulates",
         refusing(Why.NO_ALLIES)),
    Case("8.58", "A text with brackets is not circulated.", watched, "A circulates",
         refusing(Why.NOT_CLEAN)),
    Case("8.59", "A text that breaks an exclusion is not circulated.",
         lambda: lake(CLEAN, world=around(ally("Duke", 0))), "A circulates",
         refusing(Why.EXCLUDED, written="A council cannot decide on what nobody has to do.")),
    Case("8.60", "A text is consented to once.",
         lambda: after(allied(), "A circulates", 'B says "."'),
         "A circulates",
         refusing(Why.CONSENTED)),
    Case("8.61", "One sounds who is there.", watched, "A sounds KING",
         refusing(Why.NO_AUDIENCE, audience="KING")),
    Case("8.62", "One sounds one's own.", lambda: after(watched(), 'A says "."'), "B sounds DUKE",
         refusing(Why.NOT_YOURS_TO_SOUND, audience="DUKE")),
    Case("8.63", "One sounds allies.", watched, "A sounds GAZETTE",
         refusing(Why.NO_ALLY, audience="GAZETTE")),
    Case("8.64", "One asks an ally once about the same words.", lambda: after(watched(), "A sounds DUKE"),
         "A sounds DUKE",
         refusing(Why.SAID_ALREADY, audience="DUKE")),
    Case("8.65", "Closing statements come at the end.", plain, "A reads promise",
         refusing(Why.NOT_FROZEN)),
    Case("8.66", "A closing statement is made once.",
         lambda: replace(after(frozen(), "A reads promise"), floor=A), "A reads promise",
         refusing(Why.CLOSED_ALREADY)),
    Case("8.67", "One reads the text in one's own way.", frozen, "A reads hope",
         refusing(Why.NO_READING, reading="hope")),
    Case("8.68", "A move has the parts of its kind, each of its own sort.", plain, Say(A, remark=cast("str", 7)),
         refusing(Why.ILL_FORMED, written="remark")),
    Case("8.69", "A refusal for ever says no more.", offered, Decline(B, 1, IssueId("verb"), True, "nearly"),
         refusing(Why.NEVER_AND_FAR)),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.number)
def test_what_the_rules_do_not_allow(case: Case) -> None:
    """8. A move that the rules do not allow is refused, with the reason, and nothing has changed."""
    talks = case.talks()
    before = repr(talks)
    assert refused(talks, case.move) == case.refused
    assert repr(talks) == before


def test_every_kind_of_move_is_refused_somewhere() -> None:
    """8. Each kind of move is among the cases, so that a kind that is never refused would show."""
    kinds = {type(read_move(case.move) if isinstance(case.move, str) else case.move) for case in CASES}
    assert kinds >= set(DELEGATION_MOVES)


def test_every_move_has_a_rule() -> None:
    """8. Each kind of move has its rule, and each verb of a record belongs to one."""
    moves = [read_move(case.move) if isinstance(case.move, str) else case.move for case in CASES]
    rules = {kind: next(rule_of(move) for move in moves if type(move) is kind) for kind in DELEGATION_MOVES}
    assert {id(rule) for rule in rules.values()} == {id(rule) for rule in RULES}
    assert len(RULES) == len(DELEGATION_MOVES)
    every = (*RULES, *OUTSIDE, *OF_THE_CHAIR)
    assert len(every) == len(MOVES)
    assert sum(len(rule.reads) for rule in every) == len(VERBS)


def test_every_reason_has_a_case() -> None:
    """8. Every kind of reason that the rules can refuse a delegation with is that of a case; the others are the
    table's own, and those of chapters 17 and 18."""
    elsewhere = {Why.MOVED_ON, Why.ANOTHERS_NAME, Why.NO_TABLE}
    mine = {case.refused.kind for case in CASES}
    outside = {refused.kind for _, _, refused in (*OF_CHAIRS, *OF_PERSONS)}
    assert mine | outside == set(Why) - elsewhere


def test_8_70_a_refusal_costs_nothing() -> None:
    """8.70 A refused move takes no hour, does not pass the floor and leaves no trace in the record."""
    talks = offered()
    assert refused(talks, "B accepts 7")
    assert (talks.hours, talks.floor, talks.version) == (2.0, B, 1)


def test_8_71_the_order_of_reasons() -> None:
    """8.71 The reason that is given is the first that counts: the end before the seat, the seat before the floor, the
    floor before the move."""
    over = after(plain(), "A leaves")
    assert refused(over, Say(X)) == refusing(Why.OVER)
    assert refused(plain(), Say(X, remark="x" * 500)) == refusing(Why.NO_DELEGATION, delegation="X")
    assert refused(plain(), Say(B, remark="x" * 500)) == refusing(Why.NOT_YOUR_TURN, delegation="A")


def test_8_72_shifts_are_checked_before_the_size() -> None:
    """8.72 A package that names something unknown is refused for that, however large it is."""
    shifts = (Shift(B, VERB, OptionId("shall")), Shift(B, FISH, OptionId("none")), Shift(B, WHEN, OptionId("month")))
    talks = lake(OPENING, clock=Clock(largest_package=1))
    assert refused(talks, Propose(A, shifts)) == refusing(Why.NO_WORDING, issue="fish", option="none")


def test_8_73_a_remark_has_no_sign_that_cannot_be_drawn() -> None:
    """8.73 What can be no text's sign is refused wherever it stands in a remark; what only is not seen is not."""
    for sign in "\0\x1b\x1f\ufdd0\uffff\U0010fffe":
        assert refused(plain(), Say(A, remark=f"a{sign}b")) == refusing(Why.UNWRITABLE_REMARK)
    for sign in "\t\n\x85\u200b\u200d\u2028\u202e\ue000":
        assert not isinstance(play(plain(), Say(A, remark=f"a{sign}b")), Refused)
