"""The player's adviser: what it says is true, it speaks before a gift, and it seldom cries wolf."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from random import Random
from statistics import mean, stdev

import pytest

from game.adviser import Course, counsel
from game.adviser.advice import Takes, lead
from game.adviser.arguments import Offered, Pleases, Weighs, WordsWorth, balance
from game.adviser.risks import Chills, Displeases, GivesUp, HoursGo, Wakes
from game.adviser.warnings import (
    AskedTwice,
    AsksNothing,
    CheaperAnswer,
    CostsMore,
    FallsShort,
    ForNothing,
    LeaveClosed,
    SoundFirst,
    TextInReach,
    Warning,
    WillBeLeft,
    WorthLess,
)
from game.delegations import Decision, Policy, computer
from game.delegations.aspiration import Aspiration
from game.scenario import Instructions, Stake
from game.seat import Seated
from game.talks import (
    CHAIR,
    GALLERY,
    Accept,
    Amend,
    Announce,
    Circulate,
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
    View,
    open_talks,
    verdict,
    view,
)
from game.talks.events import Proposed
from game.text import DelegationId, IssueId, OptionId
from game.words.advice import lead as in_words
from game.words.advice_warnings import warning
from game.words.adviser import told_counsel
from tests.library import DRILLS, MAIN, game, must, opened, played, scenario, step

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")


def moments(name: str, seeds: range = range(1, 9)) -> Iterator[View]:
    """The views of whoever has the floor, in games of the computer against itself."""
    for seed in seeds:
        for talks in game(opened(name, seed)):
            if not talks.over:
                yield view(talks, talks.floor)


def first(name: str, fits: Callable[[View], bool]) -> View:
    """The first such moment."""
    return next(seen for seen in moments(name) if fits(seen))


def lake() -> View:
    """Two words about a lake, before the first move, as Aria."""
    return view(open_talks(scenario("two-words"), as_written=True), ARIA)


def knowing(seen: View, sheet: Instructions) -> View:
    """The same view with other instructions of one's own."""
    return replace(seen, own=replace(seen.seat, instructions=sheet))


def warned(seen: View, move: Move) -> tuple[Warning, ...]:
    """What the adviser warns of before a move."""
    return counsel(seen).warnings(move)


def kinds(found: tuple[Warning, ...]) -> tuple[type[Warning], ...]:
    """The kinds of these."""
    return tuple(type(each) for each in found)


def worse(seen: View) -> Iterator[Amend]:
    """The moves by which a seat would come to meet another and lose points on its sheet."""
    for move in seen.legal.moves:
        if isinstance(move, Amend) and move.issue in seen.brackets:
            row = seen.seat.instructions.points[move.issue]
            theirs = {seen.positions[other.id][move.issue] for other in seen.others}
            if move.option in theirs and row[move.option] < row[seen.positions[seen.who][move.issue]]:
                yield move


# ---- a word before a gift ---------------------------------------------------------------------------------------


def test_a_word_that_could_be_swapped_is_not_given_for_nothing() -> None:
    """To move alone to their wording is warned of, with the word that I would ask for it; the last bracket is closed
    without a word, for nothing is left to ask."""
    seen = lake()
    assert any(isinstance(each, ForNothing) and each.ask for move in worse(seen) for each in warned(seen, move))
    alone = next(worse(seen))
    stands = seen.positions[seen.who]
    closed = {who: {**stands, alone.issue: option[alone.issue]} for who, option in seen.positions.items()}
    last = replace(seen, positions=closed)
    assert last.brackets == (alone.issue,)
    assert not any(isinstance(each, ForNothing) for each in warned(last, alone))


def test_a_package_that_gives_more_than_it_gets_is_not_taken_in_silence() -> None:
    """One that asks everything of us is warned of, with its sum; one that the computer takes is not."""
    seen = lake()
    talks = must(open_talks(scenario("two-words"), as_written=True), Say(ARIA, remark="Please begin."))

    def answered(shifts: tuple[Shift, ...]) -> tuple[Warning, ...]:
        tabled = must(talks, Propose(BORO, shifts))
        mine = view(tabled, ARIA)
        return warned(mine, Accept(ARIA, mine.packages[-1].number))

    dear = next(move for move in worse(seen) if move.issue == "when")
    (short,) = answered((Shift(ARIA, dear.issue, dear.option),))
    assert isinstance(short, FallsShort)
    assert short.points > 0
    good = first("two-words", lambda seen: isinstance(computer(seen, Random(1)).move, Accept))
    assert warned(good, replace(computer(good, Random(1)).move, remark="")) == ()


def test_a_package_by_which_one_gains_is_tabled_without_a_word() -> None:
    """The trade that the cable of Istanbul names: it may be less than one hopes for, and is no slip of the hand."""
    talks = open_talks(scenario("istanbul-communique-1994"), as_written=True)
    mine, theirs = DelegationId("RUS"), DelegationId("NATO")
    give = Shift(mine, IssueId("consult"), OptionId("practical"))
    get = Shift(theirs, IssueId("enl"), OptionId("silence"))
    assert warned(view(talks, mine), Propose(mine, (give, get))) == ()


@pytest.mark.parametrize("name", ["two-words", "three-rivers"])
def test_it_does_not_warn_of_what_it_suggests_or_of_what_was_offered(name: str) -> None:
    """Neither of its first thought, nor of a package of its own or one that this seat has put on the table itself; that
    no text is left after it, it says of any."""
    soft = FallsShort | AsksNothing | ForNothing | CheaperAnswer
    own = 0
    for seen in moments(name, range(1, 3)):
        adviser = counsel(seen)
        for place, course in enumerate(adviser.courses):
            if not place or isinstance(course.move, Propose):
                assert not [each for each in adviser.warnings(course.move) if isinstance(each, soft)]
        for event in seen.minutes.all(Proposed):
            if event.by == seen.who and not event.off_record and seen.legal.may(Propose):
                assert not [e for e in adviser.warnings(Propose(seen.who, event.shifts)) if isinstance(e, soft)]
                own += 1
    assert own > 3


def test_a_package_that_asks_for_nothing_is_warned_of() -> None:
    """Where the others would move to nothing that I need, it is a gift; with a word that I need, it is a package."""
    seen = first("harbour", lambda seen: seen.legal.may(Propose) and any(idle(seen)) and any(worse(seen)))
    give = next(worse(seen))
    mine, theirs = Shift(seen.who, give.issue, give.option), next(idle(seen))
    assert AsksNothing in kinds(warned(seen, Propose(seen.who, (mine, theirs))))
    start = lake()
    useful = tuple(Shift(BORO, issue, start.positions[ARIA][issue]) for issue in start.brackets)
    assert warned(start, Propose(ARIA, useful)) == ()


def test_a_word_that_was_refused_twice_is_warned_of() -> None:
    """Before it is tabled a third time with nothing changed; not before, not off the record, and not with more."""
    start = open_talks(scenario("two-words"), as_written=True)
    issue = next(iter(start.brackets))
    ask = Propose(ARIA, (Shift(BORO, issue, start.positions[ARIA][issue]),))
    talks = start
    for number in (1, 2):
        assert AskedTwice not in kinds(warned(view(talks, ARIA), ask))
        talks = must(must(talks, ask), Decline(BORO, number, issue))
    seen = view(talks, ARIA)
    assert AskedTwice(((issue, ask.shifts[0].option),)) in warned(seen, ask)
    assert AskedTwice not in kinds(warned(seen, replace(ask, off_record=True)))
    other = next(each for each in start.brackets if each != issue)
    more = Shift(ARIA, other, start.positions[BORO][other])
    assert AskedTwice not in kinds(warned(seen, Propose(ARIA, (*ask.shifts, more))))


def idle(seen: View) -> Iterator[Shift]:
    """What others could move to that is worse for a seat than where they stand."""
    row = seen.seat.instructions.points
    for other in seen.others:
        for issue, stand in seen.positions[other.id].items():
            if issue in seen.brackets:
                yield from (Shift(other.id, issue, o) for o in row[issue] if row[issue][o] < row[issue][stand])


def test_a_text_below_the_walk_away_is_not_initialled_in_silence() -> None:
    """The worth of the words stands beside the walk-away; above it there is nothing to say."""
    seen = first("two-words", lambda seen: seen.legal.may(Sign))
    assert warned(seen, Sign(seen.who)) == ()
    worth = seen.worth(seen.agreed)
    poor = knowing(seen, replace(seen.seat.instructions, reservation_value=worth + 3))
    assert warned(poor, Sign(seen.who)) == (WorthLess(worth, worth + 3, "words"),)


def test_nobody_leaves_in_silence_while_a_text_is_within_reach() -> None:
    """At the beginning there is a text to be had; when no hour is left for it, there is not."""
    seen = lake()
    (reach,) = warned(seen, Leave(ARIA))
    assert isinstance(reach, TextInReach)
    assert not reach.clean
    assert warned(replace(seen, hours=seen.deadline - 0.5), Leave(ARIA)) == ()


def test_a_word_that_will_have_to_be_left_is_not_announced_in_silence() -> None:
    """The press keeps a delegation to its word: a word that I see us leave is warned of, one that we keep is not."""
    found = set()
    for seen in moments("harbour", range(1, 4)):
        for move in seen.legal.moves:
            if isinstance(move, Announce):
                found.add(kinds(warned(seen, move)))
    assert found == {(), (WillBeLeft,)}


def test_a_closed_word_is_not_reopened_for_nothing() -> None:
    """To go back to a worse wording brings nothing, and that is said; to mend a text below the walk-away is not."""
    seen = first("two-words", lambda seen: seen.legal.may(Sign))
    row = seen.seat.instructions.points
    moves = [move for move in seen.legal.moves if isinstance(move, Amend)]
    idle = [move for move in moves if row[move.issue][move.option] <= row[move.issue][seen.agreed[move.issue]]]
    better = [move for move in moves if row[move.issue][move.option] > row[move.issue][seen.agreed[move.issue]] + 1]
    assert LeaveClosed in kinds(warned(seen, idle[0]))
    poor = knowing(seen, replace(seen.seat.instructions, reservation_value=900))
    assert all(LeaveClosed not in kinds(warned(poor, move)) for move in better)


def test_a_text_is_not_sent_round_past_an_ally_that_looks_against_it() -> None:
    """An ally that looks against the text could be sounded first; where all look content it goes round."""
    seen = first("harbour", lambda seen: seen.legal.may(Circulate))
    allies = [each.id for each in seen.scenario.audiences_of(seen.who) if each.power == "consent"]
    calm = {each: replace(mood, mood="content") for each, mood in seen.standings.items()}
    cross = {each: replace(mood, mood="against" if each in allies else "content") for each, mood in calm.items()}
    quiet = tuple(event for event in seen.record if type(event).__name__ != "Sounded")
    assert warned(replace(seen, standings=calm, record=quiet), Circulate(seen.who)) == ()
    assert warned(replace(seen, standings=cross, record=quiet), Circulate(seen.who)) == (SoundFirst(tuple(allies)),)


def test_a_hold_up_that_costs_more_than_it_brings_is_warned_of() -> None:
    """For a word that is worth nothing the hours and the goodwill are too dear; for one worth ten they are not."""
    seen = first("harbour", lambda seen: seen.legal.may(Hold))
    move = next(move for move in seen.legal.moves if isinstance(move, Hold))
    sheet = seen.seat.instructions
    nothing = knowing(seen, replace(sheet, stakes={move.side_text: Stake(0, 0)}))
    dear = knowing(seen, replace(sheet, stakes={move.side_text: Stake(10, 6)}))
    assert kinds(warned(nothing, move)) == (CostsMore,)
    assert warned(dear, move) == ()


def test_a_hold_up_is_not_answered_dearly_in_silence() -> None:
    """To give a word that is dear is warned of; to give one that costs nothing is not."""
    seen = first("istanbul-communique-1994", lambda seen: seen.legal.may(Respond))
    assert seen.held is not None
    sheet, side = seen.seat.instructions, seen.held.side_text
    dear = knowing(seen, replace(sheet, stakes={side: Stake(-20, -20)}))
    cheap = knowing(seen, replace(sheet, stakes={side: Stake(0, 0)}))
    assert kinds(warned(dear, Respond(seen.who, "give"))) == (CheaperAnswer,)
    assert warned(cheap, Respond(seen.who, "give")) == ()


def test_it_says_nothing_where_nobody_can_move() -> None:
    """Neither while somebody else has the floor, nor in the gallery."""
    talks = open_talks(scenario("two-words"), as_written=True)
    for who in (BORO, GALLERY, CHAIR):
        heard = counsel(view(talks, who))
        assert heard.courses == ()
        assert heard.opinion((Shift(ARIA, IssueId("verb"), OptionId("will")),)) is None
        assert heard.warnings(Leave(BORO)) == ()


# ---- false alarms -----------------------------------------------------------------------------------------------


def alarms(name: str, seeds: range) -> tuple[int, int]:
    """Of how many moves of the computer's own the adviser would have warned, and how many there were."""
    warned = made = 0
    for seed in seeds:
        talks = opened(name, seed)
        while not talks.over:
            seen = view(talks, talks.floor)
            talks, decision = step(talks)
            warned += bool(counsel(seen).warnings(decision.move))
            made += 1
    return warned, made


@pytest.mark.parametrize("name", DRILLS)
def test_it_seldom_cries_wolf(name: str) -> None:
    """Over whole games it warns of less than 1 in 20 of the moves that the computer itself makes."""
    warned, made = alarms(name, range(2))
    assert made > 20
    assert warned < 0.05 * made


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_it_seldom_cries_wolf_in_the_main_scenario() -> None:
    """The same, in the largest scenario."""
    warned, made = alarms(MAIN, range(12))
    assert warned < 0.05 * made


# ---- advice -----------------------------------------------------------------------------------------------------


@cache
def advised(name: str, seed: int) -> tuple[tuple[View, tuple[Course, ...]], ...]:
    """What the adviser said at each move of a game."""
    return tuple((seen, counsel(seen).courses) for seen in moments(name, range(seed, seed + 1)))


@pytest.mark.parametrize("name", ["harbour", "two-words", "three-rivers", MAIN])
def test_what_it_suggests_can_be_done_and_has_reasons(name: str) -> None:
    """Each course is a move that the rules allow, no two are the same, and each has a sentence that begins with what I
    would do and why; it speaks of numbers as they are on the sheet."""
    talks = opened(name, 3)
    for seen, courses in advised(name, 3):
        told = told_counsel(Seated(seen)).courses
        assert 1 <= len(courses) == len(told) <= 3
        assert talks.floor == seen.who
        for course, sentences in zip(courses, told, strict=True):
            assert sentences.lead.startswith("I would ")
            assert " because " in sentences.lead
            assert all(each.endswith(".") for each in (*sentences.speaks, *sentences.risks))
            must(talks, course.move)
            if isinstance(course.move, Propose):
                found = balance(seen, course.move.shifts)
                after = seen.reach(seen.after(course.move.shifts))
                assert course.speaks[:2] == (found, WordsWorth(*after, seen.seat.instructions.reservation_value))
        assert len({course.move for course in courses}) == len(courses)
        talks, _ = step(talks)


def test_first_it_names_what_the_computer_would_do() -> None:
    """With its own chance, which hangs on what it sees: another record, another chance."""
    for seen, courses in advised("harbour", 3):
        made = computer(seen, counsel(seen)._chance).move
        assert isinstance(made, Say) or courses[0].move == replace(made, remark="")
    seen = lake()
    spoken = view(must(open_talks(scenario("two-words"), as_written=True), Say(ARIA, remark="Please begin.")), BORO)
    other = replace(spoken, record=spoken.record[:-1])
    assert counsel(spoken)._chance.random() != counsel(other)._chance.random()
    assert counsel(seen)._chance.random() == counsel(lake())._chance.random()


def test_it_mostly_sees_more_than_one_course() -> None:
    """And each has something that stands against it, in most cases."""
    choices = [courses for _, courses in advised(MAIN, 3)]
    several = [courses for courses in choices if len(courses) > 1]
    assert len(several) > 0.5 * len(choices)
    assert mean(bool(course.risks) for courses in several for course in courses) > 0.7


def test_an_answer_to_a_package_is_one_of_several() -> None:
    """To take what could be taken, to counter it, to refuse it: with what is let go where it is refused."""
    found = [courses for seen, courses in advised(MAIN, 3) if seen.waiting and len(courses) == 3]
    assert any({type(course.move) for course in courses} == {Accept, Propose, Decline} for courses in found)
    declined = [c for courses in found for c in courses if isinstance(c.move, Decline)]
    assert any(isinstance(each, GivesUp) and each.what == "offer" for c in declined for each in c.risks)


def test_a_hold_up_and_a_closing_statement_show_their_price() -> None:
    """Goodwill, hours, and who may wake."""
    courses = [c for name, seed in (("harbour", 4), (MAIN, 2)) for _, found in advised(name, seed) for c in found]
    holds = [c for c in courses if isinstance(c.move, Hold)]
    assert holds
    assert all({Chills, HoursGo} <= set(map(type, c.risks)) for c in holds)
    loud = [c for c in courses if isinstance(c.move, Interpret) and any(isinstance(each, Wakes) for each in c.risks)]
    assert all(any(isinstance(each, Chills) for each in c.risks) for c in loud)
    assert loud


def test_what_somebody_at_home_would_rather_have_is_named() -> None:
    """A package that is taken against such a wish is never said to stand in the way of nothing."""
    minded = [
        course
        for seed in (1, 3)
        for _, courses in advised(MAIN, seed)
        for course in courses
        if isinstance(course.lead, Takes) and any(isinstance(each, Displeases) for each in course.risks)
    ]
    assert minded
    assert all(isinstance(course.lead, Takes) and course.lead.because != "harmless" for course in minded)


def test_a_step_that_a_mandate_explains_is_no_sign() -> None:
    """That they have moved in the spine is said of nobody: their capital leads them there step by step."""
    spine = scenario(MAIN).text.spine
    assert spine is not None
    told = [each for _, courses in advised(MAIN, 3) for course in courses for each in course.speaks]
    assert all(each.issue != spine.id for each in told if isinstance(each, Offered))


def test_it_says_what_it_thinks_of_a_package_of_mine() -> None:
    """The same as its own: it would table that as well. A gift: it would not, with the reason, and what it has in mind
    instead, and by how many points that is more."""
    seen = lake()
    heard = counsel(seen)
    own = next(course.move for course in heard.courses if isinstance(course.move, Propose))
    same = heard.opinion(own.shifts)
    assert same is not None
    assert (same.verdict, same.instead) == ("mine-too", None)
    give = next(move for move in worse(seen) if move.issue == "when")
    gift = (Shift(ARIA, give.issue, give.option),)
    found = heard.opinion(gift)
    assert found is not None
    assert found.verdict == "rather-not"
    assert found.warnings
    assert found.instead is not None
    assert isinstance(found.instead.move, Propose)
    mine, its = balance(seen, gift), balance(seen, found.instead.move.shifts)
    assert found.apart == (its.gets - its.gives) - (mine.gets - mine.gives)
    assert heard.opinion(()) is None


@pytest.mark.parametrize("name", DRILLS)
def test_it_has_words_for_every_move(name: str) -> None:
    """Whatever can be done has a sentence of its own, and whatever is said before it is one too."""
    said_of = set()
    for place, seen in enumerate(moments(name, range(3))):
        if place % 5:
            continue
        heard = counsel(seen)
        for move in seen.legal.moves:
            does = in_words(seen.scenario, lead(Aspiration(seen), move, Random(place)))
            words = (does, *(warning(seen.scenario, each) for each in heard.warnings(move)))
            assert all(word[:1].isupper() and word.endswith((".", "”")) for word in words), words
            said_of.add(type(move))
    assert {Amend, Leave, Say} <= said_of


def test_it_does_not_say_the_same_all_the_time() -> None:
    """In a game there are many ways to begin, and hardly a sentence is said twice."""
    leads = [in_words(seen.scenario, courses[0].lead) for seen, courses in advised(MAIN, 3)]
    assert len(set(leads)) > 0.7 * len(leads)
    assert len({lead.split(", ")[0] for lead in leads}) > 8


def test_it_says_from_what_it_knows_the_others() -> None:
    """Where they have refused over a word, or offered to move in it, it says so."""
    found = [each for _, courses in advised(MAIN, 3) for course in courses for each in course.speaks]
    assert any(isinstance(each, Weighs) and each.refused for each in found)
    assert {Offered, Pleases} <= set(map(type, found))


def follow(view: View, chance: Random) -> Decision:
    """A player who does whatever the adviser would do."""
    del chance
    return Decision(counsel(view).courses[0].move)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("name", "games"), [("two-words", 40), (MAIN, 16)])
def test_who_follows_it_earns_what_the_computer_earns(name: str, games: int) -> None:
    """Over many games, against the computer, it makes no difference beyond the noise."""
    for who in scenario(name).ids:
        apart = []
        for seed in range(games):
            policies: tuple[Policy, ...] = (follow, computer)
            ends = [verdict(played(opened(name, seed), {who: policy})) for policy in policies]
            scores = [ended.scores[who].total for ended in ends if ended is not None]
            apart.append(scores[0] - scores[1])
        assert abs(mean(apart)) < 2 * stdev(apart) / len(apart) ** 0.5 + 1
