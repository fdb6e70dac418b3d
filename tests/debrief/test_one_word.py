"""Change one word: what is told of it is what the rules make of it, were it played."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.debrief.course import Course
from game.debrief.instead import judged, played_with
from game.debrief.one_word import Change, OneWord, Rewording
from game.scenario import lowest_band
from game.talks import (
    Amend,
    Announce,
    Circulate,
    Interpret,
    Move,
    Propose,
    Refused,
    Say,
    Shift,
    Sign,
    Talks,
    play,
    verdict,
)
from game.talks.audiences import surplus
from game.talks.causes import Pressed
from game.talks.closing import speaker
from game.talks.events import Broke, Returned
from game.talks.verdict import Score
from game.text import IssueId, OptionId, Outcome
from game.words.one_word import change_blocks, word_section
from game.words.page import Table, unmarked
from tests.debrief.courses import course, debrief, signed
from tests.library import EVERY, MAIN

HARBOUR = "harbour"


@cache
def one_word(name: str = HARBOUR, seed: int = 0) -> OneWord:
    """Kept, so that a text is judged once."""
    return OneWord(debrief(name, seed))


@pytest.mark.parametrize("name", EVERY)
def test_the_signed_words_are_judged_as_they_were(name: str) -> None:
    """With no other word all is as it ended: everybody's points, the aftermath, no silence broken, no vote lost."""
    found, ended = one_word(name, signed(name)), debrief(name, signed(name)).course.verdict
    assert ended.kind == "signed"
    assert found.basis == "signed"
    text = found.judge(found.text)
    assert text.kept
    assert text.crossed == ()
    assert text.tests == ended.aftermath
    assert {who: worth.total for who, worth in text.worth.items()} == {
        who: score.total for who, score in ended.scores.items()
    }


@given(st.sampled_from(sorted(EVERY)), st.data())
def test_any_text_is_worth_what_a_verdict_says(name: str, data: st.DataObject) -> None:
    """Random texts of every scenario: the points, the aftermath and whether it is kept are those of the talks that
    the rules end with it."""
    talked = debrief(name, signed(name)).course
    issues = talked.scenario.text.issues
    text = {issue.id: data.draw(st.sampled_from([option.id for option in issue.options])) for issue in issues}
    found = judged(talked, text)
    if found.excluded is not None:
        assert found.excluded.broken_by(text)
        assert not found.kept
        return
    ended = played_with(talked, text)
    assert ended.signed == found.kept
    assert bool(found.broken or found.refuse) == (not ended.signed)
    # As a verdict would have it, were it signed all the same.
    told = verdict(replace(ended, signed=True, positions=dict.fromkeys(talked.ids, text), refused_by=None))
    assert told is not None
    assert told.aftermath == found.tests
    for who, worth in found.worth.items():
        assert worth.total == told.scores[who].total
        assert worth.words + worth.pairs == talked.scenario.instructions[who].utility(text)


# ---- the changed record, played ---------------------------------------------------------------------------------


def _swapped(move: Move, issue: IssueId, old: OptionId, new: OptionId) -> Move:
    """The same move with another wording wherever it names the old one."""
    if isinstance(move, Propose):
        return replace(move, shifts=tuple(_shift(each, issue, old, new) for each in move.shifts))
    if isinstance(move, Amend | Announce) and (move.issue, move.option) == (issue, old):
        return replace(move, option=new)
    return move


def _shift(shift: Shift, issue: IssueId, old: OptionId, new: OptionId) -> Shift:
    return replace(shift, option=new) if (shift.issue, shift.option) == (issue, old) else shift


def _steered(talked: Course, issue: IssueId, option: OptionId) -> Talks | None:
    """The talks of the record in which everybody proposes and takes another word in the place of one, at the same
    hours; as far as the allies or a parliament let them. None where the rules refuse a move on the way."""
    old = talked.end.agreed[issue]
    talks = talked.opening
    for step in talked.steps:
        move = _swapped(step.move, issue, old, option)
        if isinstance(move, Interpret) and speaker(talks) != move.by:
            continue
        after = play(talks, move)
        if isinstance(after, Refused):
            return None
        talks = after
        if any(isinstance(event, Broke | Returned) for event in talks.events[len(step.before.events) :]):
            return talks
    while talks.closing and (due := speaker(talks)) is not None:
        after = play(talks, Interpret(due))
        assert not isinstance(after, Refused)
        talks = after
    return talks if talks.over else None


def _compared(talked: Course, change: Change) -> Iterator[str]:
    """What of a change was found in the changed record, by the kinds of its ends."""
    (issue,) = change.issues
    played = _steered(talked, issue, change.after.text[issue])
    if played is None:
        return
    stopped = [event for event in played.events if isinstance(event, Broke | Returned)]
    if len(stopped) > len([event for event in talked.end.events if isinstance(event, Broke | Returned)]):
        yield _stopped(stopped[-1], change)
    elif played.signed and played.agreed == change.after.text and played.goodwill == talked.end.goodwill:
        _same_words(played, change)
        ended = verdict(played)
        assert ended is not None
        assert ended.aftermath == change.after.tests
        for who, worth in change.after.worth.items():
            assert worth.aftermath == ended.scores[who].part("aftermath")
            scores = (ended.scores[who], talked.verdict.scores[who])
            if len({(score.part("talks"), _angry_days(score)) for score in scores}) == 1:
                assert worth.total == ended.scores[who].total
                yield "to the point"


def _angry_days(score: Score) -> int:
    """Points that went while the talks went on, for newspapers that were angry: other words change them."""
    return sum(entry.points for entry in score.entries if isinstance(entry.ground, Pressed))


def _stopped(event: Broke | Returned, change: Change) -> str:
    """Whoever stopped the text is among those who are said to."""
    assert event.audience in (change.after.broken if isinstance(event, Broke) else change.after.refuse)
    return "broken" if isinstance(event, Broke) else "returned"


def _same_words(played: Talks, change: Change) -> None:
    """A text that was signed is said to be kept, and its words to be worth what they are."""
    assert change.after.kept
    ended = verdict(played)
    assert ended is not None
    for who, worth in change.after.worth.items():
        assert worth.words + worth.pairs == ended.scores[who].words


def _reopened(talked: Course, issue: IssueId, option: OptionId) -> Talks | None:
    """The talks of the record in which everybody goes over to another word once all is agreed, and then puts the text
    to its allies, initials it and reads it as before: some hours later, and perhaps colder. None where the rules or the
    clock do not let them."""
    clean = next(step.after for step in reversed(talked.steps) if step.before.brackets)
    said = {step.move.by: step.move for step in talked.steps if isinstance(step.move, Interpret)}
    talks = clean
    for _ in range(30):
        if talks.over or any(isinstance(event, Broke | Returned) for event in talks.events[len(clean.events) :]):
            return None if talks.out_of_time else talks
        who = speaker(talks) if talks.closing else talks.floor
        assert who is not None
        tries: list[Move] = [said[who]] if talks.closing and who in said else []
        tries += [Interpret(who)] if talks.closing else []
        if any(stands[issue] != option for stands in talks.positions.values()):
            tries += [Amend(who, issue, option)] if talks.positions[who][issue] != option else []
        else:
            tries += [Circulate(who), Sign(who)]
        after = next(
            (found for move in (*tries, Say(who)) if not isinstance(found := play(talks, move), Refused)), None
        )
        if after is None:
            return None
        talks = after
    return None


STEERED = [("istanbul-communique-1994", 0), ("istanbul-communique-1994", 2), ("founding-act-1997", -1)]


@pytest.mark.parametrize(("name", "seed"), STEERED)
def test_changed_words_agree_with_playing_the_changed_record(name: str, seed: int) -> None:
    """Wherever the record can be steered to the other word by its own moves, the same allies break silence, the same
    parliament refuses, the same tests fall and everybody has the same points."""
    seeds = [seed] if seed >= 0 else [each for each in range(10) if debrief(name, each).course.signed is not None]
    seen = [
        kind
        for each in seeds
        for change in one_word(name, each).every
        for kind in _compared(debrief(name, each).course, change)
    ]
    assert seen.count("to the point") >= 2
    assert "broken" in seen or "istanbul" in name


GAMES = [(name, seed) for name in EVERY if name not in (MAIN, "warsaw-at-the-table") for seed in range(3)]


def test_a_text_that_is_opened_again_ends_as_is_said() -> None:
    """Where all go over to the other word in the end, at the cost of hours and goodwill: the same allies, the same
    parliament, the same words and pairs; and the same aftermath, where goodwill is what it was."""
    ends: list[str] = []
    for name, seed in GAMES:
        talked = debrief(name, seed).course
        for change in one_word(name, seed).every if talked.signed is not None else ():
            (issue,) = change.issues
            played = _reopened(talked, issue, change.after.text[issue])
            if played is None:
                continue
            stopped = [event for event in played.events if isinstance(event, Broke | Returned)]
            if not played.signed:
                ends.append(_stopped(stopped[-1], change))
                continue
            _same_words(played, change)
            ends.append("signed")
            ours = played_with(talked, change.after.text)
            if lowest_band(played.goodwill) == lowest_band(ours.goodwill):
                ended = verdict(played)
                assert ended is not None
                assert ended.aftermath == change.after.tests
                ends.append("with its aftermath")
    least = {"signed": 20, "with its aftermath": 4, "broken": 2, "returned": 1}
    assert all(ends.count(end) >= times for end, times in least.items()), Counter(ends)


# ---- examples ---------------------------------------------------------------------------------------------------


def _with(found: OneWord, **words: str) -> Change:
    return found.change({IssueId(issue): OptionId(option) for issue, option in words.items()})


def test_a_harder_word_breaks_silence_and_a_softer_one_loses_the_vote() -> None:
    """In the harbour `shall tell` is too much for the guild and the dredgers, and silence too little for the moot."""
    found = one_word()
    harder, softer = _with(found, notice="shall"), _with(found, notice="silence")
    assert harder.breaks == ("GUILD", "MASTERS")
    assert [each.who for each in harder.crosses] == ["ARIA"]
    assert softer.refuses == ("MOOT",)
    assert softer.breaks == ()
    assert [now.test for _, now in softer.falls] == ["light", "dredging"]


def test_the_form_of_the_paper_wakes_and_rests_parliaments() -> None:
    """On minutes the moot has no vote; back from there it has one."""
    found = one_word()
    change = _with(found, form="minutes")
    assert change.rests == ("MOOT",)
    assert change.wakes == ()
    assert Change(change.after, change.before).wakes == ("MOOT",)


def test_a_change_and_its_way_back_cancel() -> None:
    """What one way adds, the other takes; whom one angers, the other calms."""
    for change in one_word().every:
        back = Change(change.after, change.before)
        assert {who: -worth.total for who, worth in back.gains.items()} == {
            who: worth.total for who, worth in change.gains.items()
        }
        assert (back.consents, back.ratifies, back.calms) == (change.breaks, change.refuses, change.angers)


def test_several_words_are_judged_together() -> None:
    """Two words at once are judged as one text, not as a sum."""
    found = one_word()
    both = _with(found, notice="silence", form="minutes")
    assert both.refuses == ()
    assert "MOOT" in both.rests
    assert both.issues == ("form", "notice") or both.issues == ("notice", "form")


def test_words_are_put_one_after_the_other_and_taken_back() -> None:
    """Of one issue put twice running the last counts; what comes back to where it was is no change; undoing goes back
    word by word to the text at the end."""
    found = one_word()
    notice, form = IssueId("notice"), IssueId("form")
    start = Rewording(found)
    first = start.put(notice, OptionId("shall")).put(notice, OptionId("silence"))
    assert first.steps == ((notice, "silence"),)
    second = first.put(form, OptionId("minutes"))
    assert second.change.issues == tuple(i.id for i in found.scenario.text.issues if i.id in (notice, form))
    assert second.undone().text == first.text
    assert second.undone().undone().text == start.undone().text == found.text
    assert first.put(notice, found.text[notice]).steps == ()
    with pytest.raises(KeyError):
        start.put(notice, OptionId("loud"))


def test_without_a_signed_text_another_is_taken() -> None:
    """The last clean draft, or the historical text, or the draft that came closest: each said to be what it is."""
    history = OneWord(debrief("istanbul-communique-1994", 3))
    assert (history.basis, history.text) == ("history", history.scenario.history and history.scenario.history.outcome)
    drafts = (one_word(HARBOUR, seed) for seed in range(1, 12))
    clean = next(each for each in drafts if each.basis == "draft")
    assert any(step.after.agreed == clean.text for step in clean.course.steps)


def test_the_closest_draft_keeps_what_was_agreed() -> None:
    """Where there is neither, the draft with the fewest brackets is closed, and may be signed."""
    talked = course("three-rivers", 0)
    before = next(step.before for step in reversed(talked.steps) if step.before.brackets)
    cut = [step for step in talked.steps if step.before.brackets]
    ended = replace(before, out_of_time=True)
    steps = (*cut[:-1], replace(cut[-1], after=ended))
    broken_off = replace(talked, steps=steps)
    found = OneWord(type(debrief("three-rivers", 0))(broken_off))
    assert found.basis == "nearest"
    assert before.agreed.items() <= found.text.items()
    assert found.scenario.text.conflict(found.text) is None
    assert len(found.every) == sum(len(issue.options) - 1 for issue in found.scenario.text.issues)


def test_words_that_there_are_not_are_refused() -> None:
    """An option or an issue that is none."""
    for words in ({"notice": "loud"}, {"weather": "fine"}):
        with pytest.raises(KeyError):
            one_word().change({IssueId(issue): OptionId(option) for issue, option in words.items()})


# ---- in words ---------------------------------------------------------------------------------------------------


def test_the_table_tells_what_breaks_and_the_points_of_each() -> None:
    """A row a change, with the new word, who minds, and points before and after as the scores have them."""
    told = word_section(debrief(HARBOUR, 0))
    assert told is not None
    table = next(block for block in told.blocks if isinstance(block, Table))
    first = [unmarked(cell) for cell in table.rows[0]]
    assert "shall tell" in first[0]
    assert first[1].startswith("The guild and the dredgers would break silence.")
    change = one_word().foremost()[0]
    for cell, (who, worth) in zip(first[2:], change.after.worth.items(), strict=True):
        gain = change.gains[who].total
        assert str(worth.total) in cell
        assert ("→" in cell) == bool(gain)


def test_a_change_is_told_in_full_to_whoever_asks() -> None:
    """A redline, sentences and the parts of the points; the reader is called you."""
    found = one_word()
    change = _with(found, notice="silence")
    blocks = change_blocks(found.scenario, change, found.scenario.ids[1])
    words = [unmarked(block.words) for block in blocks if not isinstance(block, Table) and hasattr(block, "words")]
    assert "“silence” lies beyond what your capital had opened." in words
    assert isinstance(blocks[-1], Table)
    assert [unmarked(row[0]) for row in blocks[-1].rows] == ["Aria", "You", "Celo"]


def test_allies_are_judged_as_the_rules_judge_them() -> None:
    """Each of the main scenario's allies breaks silence on exactly the texts below its threshold."""
    found = one_word(MAIN, signed(MAIN))
    for change in found.every:
        text: Outcome = change.after.text
        talks = played_with(found.course, text)
        for audience in found.scenario.audiences:
            if audience.power == "consent":
                assert (audience.id in change.after.broken) == (surplus(talks, audience, text) < 0)
