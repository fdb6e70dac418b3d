"""8. Refusals: every sentence with which the rules refuse a move, each at least once.

The last test reads the sentences out of the code: one that has no case here fails it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from inspect import getfile, getsource
from pathlib import Path
from typing import cast

import pytest

from game.scenario import Clock
from game.talks import (
    Accept,
    Amend,
    Announce,
    Circulate,
    Consult,
    Decline,
    Hold,
    Interpret,
    Leave,
    Move,
    Propose,
    Respond,
    Say,
    Shift,
    Sign,
    Sound,
    Talks,
    Withdraw,
    closing,
    holding,
    legal,
    press,
    read_move,
    silence,
)
from game.text import DelegationId, Exclusion, IssueId, OptionId
from tests.anything import Dance
from tests.rulebook import COUNCIL, FISH, GUESTS, VERB, WHEN, A, B, after, lake, refused, sheet, steps
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
    """One refusal: the rule in prose, the talks, the move and the sentence."""

    number: str
    rule: str
    talks: Callable[[], Talks]
    move: Move | str
    sentence: str


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
         "The talks are over."),
    Case("8.2", "Only delegations move.", plain, Say(X, remark="Hello."),
         "There is no delegation 'X' at this table."),
    Case("8.3", "Only who has the floor moves.", plain, 'B says "Me first."',
         "Aria has the floor."),
    Case("8.4", "A remark is short.", plain, Say(A, remark="x" * 401),
         "A remark has at most 400 characters."),
    Case("8.5", "A remark can be written down.", plain, Say(A, remark="\udce9t\udce9"),
         "There is a sign in this remark that cannot be written down."),
    Case("8.6", "To say nothing is no move.", plain, Say(A, remark=" \n "),
         "To take the floor is to say something."),
    Case("8.7", "There are no other moves.", plain, cast("Move", Dance(A)),
         "There is no move 'Dance'."),
    Case("8.8", "A package holds a wording.", plain, Propose(A, ()),
         "A package needs at least one wording."),
    Case("8.9", "A package asks only delegations.", plain, "A tables X:verb=will",
         "There is no delegation 'X' at this table."),
    Case("8.10", "A package is about issues of this text.", plain, "A tables B:nowhere=will",
         "There is no issue 'nowhere' in this text."),
    Case("8.11", "A package holds wordings of its issues.", plain, "A tables B:verb=silence",
         "There is no wording 'silence' in “The verb”."),
    Case("8.12", "One wording for each in an issue.", plain, "A tables B:verb=shall B:verb=may",
         "A package asks each delegation for one wording in an issue, not for two."),
    Case("8.13", "Nobody is asked to stand where it stands.", plain, "A tables A:fish=more B:fish=more",
         "Boro already stands there in “The fish”."),
    Case("8.14", "A package asks for something.", plain, "A tables A:fish=more",
         "A package asks for something in return; to move alone, amend your position."),
    Case("8.15", "A package is not too large.", lambda: lake(OPENING, clock=Clock(largest_package=1)),
         "A tables B:verb=shall B:when=month",
         "A package touches at most 1 issues; this one touches 2."),
    Case("8.16", "Nobody offers what its instructions forbid.", mandated, "A tables A:council=none B:verb=shall",
         "Your instructions forbid “no council”."),
    Case("8.17", "Nobody offers what its mandate does not hold.", mandated, "A tables A:verb=will B:when=month",
         "“will” is beyond your mandate: ask the town hall of Aria first."),
    Case("8.18", "Words that are apart are not agreed together.", plain,
         "A tables B:council=decides A:verb=may B:verb=may",
         "A council cannot decide on what nobody has to do."),
    Case("8.19", "Words are not agreed that leave no text.", cornered, "A tables B:council=decides",
         "With these words agreed, no whole text could be written any more."),
    Case("8.20", "One accepts what is on the table.", offered, "B accepts 2",
         "There is no package 2 on the table."),
    Case("8.21", "Nobody accepts its own package.", lambda: after(offered(), 'B says "Hm."'), "A accepts 1",
         "That package is your own."),
    Case("8.22", "Who is not asked does not answer.",
         lambda: after(lake(CLEAN, parties=3, exclusions=()), "A tables C:verb=will"), "B declines 1",
         "Package 1 does not wait for your answer."),
    Case("8.23", "A refusal names a word of the package.", offered, "B declines 1 over council",
         "The word that you refuse is not in that package."),
    Case("8.24", "A refusal for ever names the word.", offered, "B declines 1, never",
         "A refusal for ever names the word."),
    Case("8.25", "One withdraws what is one's own.", offered, "B withdraws 1",
         "You have no package 1 on the table."),
    Case("8.26", "One moves to another place.", plain, "A moves verb=shall",
         "You already stand there."),
    Case("8.27", "One moves in an issue of this text.", plain, Amend(A, NOWHERE, OptionId("x")),
         "There is no issue 'nowhere' in this text."),
    Case("8.28", "A text with brackets is not initialled.", plain, "A initials",
         "The text is not clean: The verb, The notice, The council and others in brackets."),
    Case("8.29", "One initials once.",
         lambda: after(lake(CLEAN, exclusions=()), "A initials", 'B says "Wait."'), "A initials",
         "Your initials are under the text already."),
    Case("8.30", "A text that breaks an exclusion is not initialled.", broken, "A initials",
         "A council cannot decide on what nobody has to do."),
    Case("8.31", "A cable asks about something.", mandated, Consult(A, ()),
         "A cable asks about one issue or more, each once."),
    Case("8.32", "A cable asks about each issue once.", mandated, "A asks when when",
         "A cable asks about one issue or more, each once."),
    Case("8.33", "A cable is short.", mandated, "A asks verb when council guests fish",
         "One cable asks about at most 4 issues."),
    Case("8.34", "A cable asks about issues of this text.", mandated, "A asks nowhere",
         "There is no issue 'nowhere' in this text."),
    Case("8.35", "The last step is the last.", mandated, "A asks fish",
         "Your mandate in “The fish” has no further step."),
    Case("8.36", "A question is asked once.",
         lambda: after(mandated(), "A tables B:when=month", "B declines 1", "A asks when"), "A asks when",
         "Your cable to the town hall of Aria about “The notice” has not been answered yet."),
    Case("8.37", "The spine widens when its limit was tabled and refused.", mandated, "A asks council",
         "Before you ask the town hall of Aria about “The council”, “decides on works” must have been tabled "
         "in a package and refused."),
    Case("8.38", "Other issues widen when a package was refused.", mandated, "A asks when",
         "Before you ask the town hall of Aria about “The notice”, a package of yours must have been refused, "
         "or an offer must ask for it."),
    Case("8.39", "Nobody moves words that are frozen.", frozen, "A leaves",
         "The text is initialled and frozen: what is left are closing statements."),
    Case("8.40", "What is held up is answered first.", held, "B moves verb=shall",
         "Aria holds up the notice of the fair: give the word, swap it, or sit it out."),
    Case("8.41", "Nobody moves to a barred wording.", barred, "A moves council=decides",
         "“decides on works” is barred: those who must take the text have refused it."),
    Case("8.42", "Nobody initials a barred wording.",
         lambda: replace(lake(CLEAN, exclusions=()), barred=frozenset({Shift(A, COUNCIL, OptionId("decides"))})),
         "A initials",
         "A wording of this text is barred: those who must take it have refused it."),
    Case("8.43", "Nobody initials without its allies.", allied, "A initials",
         "Your allies have not consented to this text: circulate it first."),
    Case("8.44", "One holds up what there is.", watched, "A holds parade",
         "There is no side text 'parade' in these talks."),
    Case("8.45", "One holds up what is one's own.", lambda: after(watched(), 'A says "."'), "B holds fair",
         "It is not for you to hold up the notice of the fair."),
    Case("8.46", "One holds up a side text once.", lambda: after(held(), "B gives"), "A holds fair",
         "The notice of the fair is out of the way: it was held up once."),
    Case("8.47", "One holds up a side text in its phase.", watched, "A holds market",
         "The notice of the market belongs to another stretch of the talks: After the fair."),
    Case("8.48", "One holds up one side text in a phase.", lambda: after(watched(), "A holds fair", "B gives"),
         "A holds race",
         "You have held something up in this stretch of the talks already, and once is all that it bears."),
    Case("8.49", "One answers what is held up.", plain, "A gives",
         "Nothing is held up that you could give way on."),
    Case("8.50", "Nobody answers its own hold-up.", lambda: replace(held(), floor=A), "A sits",
         "It is you who holds it up: the others answer."),
    Case("8.51", "There are three answers.", held, Respond(B, "shrug"),  # type: ignore[arg-type]
         "A hold-up is answered by giving, swapping or sitting it out, not by 'shrug'."),
    Case("8.52", "One announces something about this text.", plain, "A announces nowhere=x",
         "There is no issue 'nowhere' in this text."),
    Case("8.53", "One announces a wording of its issue.", plain, "A announces verb=silence",
         "There is no wording 'silence' in “The verb”."),
    Case("8.54", "What is agreed is not announced.", plain, "A announces guests=listen",
         "“The guests” is agreed: there is nothing to announce."),
    Case("8.55", "One tells the press once.",
         lambda: after(plain(), "A announces verb=shall", 'B says "."'), "A announces verb=shall",
         "You have told the press so already."),
    Case("8.56", "One announces what one stands for.", plain, "A announces verb=may",
         "You announce what you stand for; in “The verb” you stand elsewhere."),
    Case("8.57", "Who speaks for nobody circulates nothing.", plain, "A circulates",
         "You speak for nobody but yourselves: there is no one to circulate the text to."),
    Case("8.58", "A text with brackets is not circulated.", watched, "A circulates",
         "Only a clean text is circulated; sound an ally instead."),
    Case("8.59", "A text that breaks an exclusion is not circulated.",
         lambda: lake(CLEAN, world=around(ally("Duke", 0))), "A circulates",
         "A council cannot decide on what nobody has to do."),
    Case("8.60", "A text is consented to once.",
         lambda: after(allied(), "A circulates", 'B says "."'),
         "A circulates",
         "Your allies have consented to this text already."),
    Case("8.61", "One sounds who is there.", watched, "A sounds KING",
         "There is no audience 'KING' in these talks."),
    Case("8.62", "One sounds one's own.", lambda: after(watched(), 'A says "."'), "B sounds DUKE",
         "The Duke of the lake is not yours to sound."),
    Case("8.63", "One sounds allies.", watched, "A sounds GAZETTE",
         "The Gazette of the lake is not asked for its consent: its mood is all that you can read."),
    Case("8.64", "One asks an ally once about the same words.", lambda: after(watched(), "A sounds DUKE"),
         "A sounds DUKE",
         "The Duke of the lake has answered you on these words already, and would say the same again."),
    Case("8.65", "Closing statements come at the end.", plain, "A reads promise",
         "Closing statements are made when the text is initialled and frozen."),
    Case("8.66", "A closing statement is made once.",
         lambda: replace(after(frozen(), "A reads promise"), floor=A), "A reads promise",
         "You have made your closing statement."),
    Case("8.67", "One reads the text in one's own way.", frozen, "A reads hope",
         "There is no reading 'hope' of this text for you to make."),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.number)
def test_a_refusal_is_a_sentence(case: Case) -> None:
    """8. A move that the rules do not allow is refused in a sentence, and nothing has changed."""
    talks = case.talks()
    before = repr(talks)
    assert refused(talks, case.move) == case.sentence
    assert repr(talks) == before


def test_every_kind_of_move_is_refused_somewhere() -> None:
    """8. Each kind of move is among the cases, so that a kind that is never refused would show."""
    kinds = {type(read_move(case.move) if isinstance(case.move, str) else case.move) for case in CASES}
    at_the_table: set[type[Move]] = {Accept, Amend, Consult, Decline, Leave, Propose, Say, Sign, Withdraw}
    around_it: set[type[Move]] = {Announce, Circulate, Hold, Interpret, Respond, Sound}
    assert kinds >= at_the_table | around_it


def test_every_sentence_of_the_code_has_a_case() -> None:
    """8. Every sentence that the code of the rules can refuse with is the sentence of a case."""
    for module, least in ((legal, 30), (holding, 7), (press, 5), (silence, 6), (closing, 3)):
        tree = ast.parse(getsource(module))
        returned = [
            value
            for node in ast.walk(tree)
            if isinstance(node, ast.Return) and node.value
            for value in _strings(node.value)
        ]
        patterns = [_pattern(value) for value in returned]
        assert len(patterns) >= least
        uncovered = [p for p in patterns if not any(re.fullmatch(p, case.sentence) for case in CASES)]
        assert uncovered == []


def test_the_modules_that_refuse_are_read() -> None:
    """8. Every module of the rules that says why something cannot be done is among those that are read."""
    talks = Path(getfile(legal)).parent
    refusing = {path.stem for path in talks.glob("*.py") if "def cannot_" in path.read_text(encoding="utf-8")}
    assert refusing == {"holding", "press", "silence", "closing"}


def _strings(value: ast.expr) -> list[ast.expr]:
    """The strings that a `return` may hand back."""
    if isinstance(value, ast.IfExp):
        return [*_strings(value.body), *_strings(value.orelse)]
    if isinstance(value, ast.JoinedStr) or (isinstance(value, ast.Constant) and isinstance(value.value, str)):
        return [value]
    return []


def _pattern(value: ast.expr) -> str:
    """A pattern that the sentence matches, whatever is filled in."""
    if isinstance(value, ast.Constant):
        return re.escape(str(value.value))
    assert isinstance(value, ast.JoinedStr)
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+?" for part in value.values)


def test_8_68_a_refusal_costs_nothing() -> None:
    """8.68 A refused move takes no hour, does not pass the floor and leaves no trace in the record."""
    talks = offered()
    assert refused(talks, "B accepts 7")
    assert (talks.hours, talks.floor, talks.version) == (2.0, B, 1)


def test_8_69_the_order_of_reasons() -> None:
    """8.69 The reason that is given is the first that counts: the end before the seat, the seat before the floor, the
    floor before the move."""
    over = after(plain(), "A leaves")
    assert refused(over, Say(X)) == "The talks are over."
    assert refused(plain(), Say(X, remark="x" * 500)).startswith("There is no delegation")
    assert refused(plain(), Say(B, remark="x" * 500)) == "Aria has the floor."


def test_8_70_shifts_are_checked_before_the_size() -> None:
    """8.70 A package that names something unknown is refused for that, however large it is."""
    shifts = (Shift(B, VERB, OptionId("shall")), Shift(B, FISH, OptionId("none")), Shift(B, WHEN, OptionId("month")))
    talks = lake(OPENING, clock=Clock(largest_package=1))
    assert refused(talks, Propose(A, shifts)) == "There is no wording 'none' in “The fish”."
