"""Letters from the empty chair: each audience answers the text in its own words, and quotes it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.debrief.debrief import Debrief
from game.debrief.letter import Letter, letters
from game.debrief.one_word import OneWord
from game.scenario import AudienceId, shipped
from game.talks.audiences import mood, surplus
from game.text import IssueId, Outcome
from game.words.debrief import section
from game.words.letter import letter_blocks, letter_lines, said
from game.words.page import Paragraph, unmarked
from tests.debrief.courses import course, debrief, signed
from tests.library import EVERY, MAIN

HARBOUR, ISTANBUL = "harbour", "istanbul-communique-1994"
WITH_AUDIENCES = tuple(name for name in EVERY if name not in ("three-rivers", "two-words"))
"""Those with somebody outside."""


def signed_with(found: Debrief, text: Outcome) -> Debrief:
    """The same talks, had everybody signed this text."""
    talked = found.course
    last = talked.steps[-1]
    end = replace(last.after, positions=dict.fromkeys(talked.ids, text))
    return Debrief(replace(talked, steps=(*talked.steps[:-1], replace(last, after=end))))


def told(found: Debrief) -> dict[str, tuple[str, ...]]:
    """Every letter in words, by who writes it."""
    return {each.audience: letter_lines(found, each) for each in letters(found)}


@pytest.mark.parametrize("name", WITH_AUDIENCES)
def test_everybody_outside_writes_once_and_no_two_alike(name: str) -> None:
    """A letter of each audience, all different in what they say, not only in who signs."""
    found = debrief(name, signed(name))
    written = letters(found)
    assert sorted(each.audience for each in written) == sorted(each.id for each in found.scenario.audiences)
    bodies = {" ".join(lines[:3]) for lines in told(found).values()}
    assert len(bodies) == len(written)


@given(st.sampled_from(sorted(WITH_AUDIENCES)), st.data())
def test_whatever_is_signed_no_two_write_alike_and_no_two_texts_are_answered_alike(
    name: str, data: st.DataObject
) -> None:
    """Of random texts: each audience quotes something, the letters differ by more than their names, and two texts have
    other letters where those outside care for four words or more that part them."""
    found = debrief(name, signed(name))
    issues = found.scenario.text.issues
    one, other = (
        {issue.id: data.draw(st.sampled_from([option.id for option in issue.options])) for issue in issues}
        for _ in range(2)
    )
    names = tuple(f"{audience.name}, " for audience in found.scenario.audiences)
    letters_of = [told(signed_with(found, text)) for text in (one, other)]
    for written in letters_of:
        bodies = {" ".join(line for line in lines if not line.startswith(names)) for lines in written.values()}
        assert len(bodies) == len(written)
    rows = [judgement.points for judgement in found.scenario.judgements.values()]
    assume(sum(any(row[i][one[i]] != row[i][other[i]] for row in rows) for i in one) >= 4)
    assert letters_of[0] != letters_of[1]


@pytest.mark.parametrize("name", WITH_AUDIENCES)
def test_a_letter_quotes_the_very_words(name: str) -> None:
    """Every printed phrase that it speaks of stands in it as it stands in the text; each quotes at least one."""
    found = debrief(name, signed(name))
    for letter in letters(found):
        body = " ".join(letter_lines(found, letter))
        assert letter.passages
        for passage in letter.passages:
            issue = found.scenario.text[passage.issue]
            assert found.course.signed is not None
            assert passage.option == found.course.signed[passage.issue]
            option = issue[passage.option]
            words = said(option, side=issue.side)
            assert words in body or (issue.title in body and (option.silent or issue.side))


@pytest.mark.parametrize("name", WITH_AUDIENCES)
def test_no_sentence_begins_with_half_a_quotation_and_no_ally_was_left_out(name: str) -> None:
    """A phrase of the text is quoted within a sentence; and who consents does not write as if nobody had asked."""
    found = debrief(name, signed(name))
    for letter in letters(found):
        body = " ".join(letter_lines(found, letter))
        assert not re.search(r"(?:^|[.!?]”? )“[a-z]", body), body
        if found.scenario.audience(letter.audience).power == "consent":
            assert not re.search(r"Nobody asked us|without us|not in the room", body), body


@pytest.mark.parametrize("name", WITH_AUDIENCES)
def test_the_tone_is_the_mood(name: str) -> None:
    """Who is content writes relieved, who is not angrily; what it welcomes is worth most to it, what it minds is
    nearer to the worst than to the best on its sheet."""
    found = debrief(name, signed(name))
    end = found.course.end
    for letter in letters(found):
        audience = found.scenario.audience(letter.audience)
        tones = {"content": "relieved", "uneasy": "uneasy", "against": "angry"}
        assert letter.tone == tones[mood(end, audience)]
        for passage in letter.passages:
            row = found.scenario.judgements[audience.id].points[passage.issue]
            points, best, worst = row[passage.option], max(row.values()), min(row.values())
            assert row[passage.instead] == best
            if passage.feeling == "welcome":
                assert points == best > worst
            elif passage.feeling == "bearable":
                assert best - points < points - worst
            else:
                assert best - points >= points - worst


@pytest.mark.parametrize("name", WITH_AUDIENCES)
def test_another_word_makes_other_letters(name: str) -> None:
    """Whatever word that a letter speaks of is changed, the letter is another; and hardly a word of the text can be
    changed, if anybody outside cares for it, without another letter of somebody's."""
    found = debrief(name, signed(name))
    before, spoken = told(found), {each.audience: {p.issue for p in each.passages} for each in letters(found)}
    judgements = found.scenario.judgements.values()
    changed = same = 0
    for change in OneWord(found).every:
        after = told(signed_with(found, change.after.text))
        (issue,) = change.issues
        for who, issues in spoken.items():
            if issue in issues:
                assert after[who] != before[who]
        was, now = change.before.text[issue], change.after.text[issue]
        if any(judgement.points[issue][was] != judgement.points[issue][now] for judgement in judgements):
            changed += after != before
            same += after == before
    assert changed > 9 * same


def test_a_text_without_a_friend_is_answered_angrily() -> None:
    """The text that an audience likes least, and the one that it likes best, are answered in other tones and words."""
    found = debrief(HARBOUR, 0)
    for audience in found.scenario.audiences:
        row = found.scenario.judgements[audience.id].points
        worst = {issue: min(points, key=lambda option: points[option]) for issue, points in row.items()}
        best = {issue: max(points, key=lambda option: points[option]) for issue, points in row.items()}
        angry, relieved = (_of(signed_with(found, text), audience.id) for text in (worst, best))
        assert (angry.tone, relieved.tone) == ("angry", "relieved")
        assert all(each.feeling == "minded" for each in angry.passages)
        assert all(each.feeling == "welcome" for each in relieved.passages)


def _of(found: Debrief, audience: str) -> Letter:
    return next(each for each in letters(found) if each.audience == audience)


def test_who_heard_a_closing_statement_says_so() -> None:
    """A reading that lowered the text in its eyes is quoted."""
    found = debrief(ISTANBUL, 1)
    says = {reading.id: reading.says for reading in found.scenario.readings}
    for letter in letters(found):
        assert letter.statement is not None
        assert letter.statement.of != found.scenario.audience(letter.audience).of
        assert says[letter.statement.id] in " ".join(letter_lines(found, letter))


def test_what_came_later_is_a_postscript() -> None:
    """A test that was decided by words that it cares for, with its day and its reason; each in one letter."""
    found = debrief(MAIN, 2)
    tests = {came.test: came for came in course(MAIN, 2).verdict.aftermath}
    written = [letter for letter in letters(found) if letter.later is not None]
    assert len(written) == len({letter.later.test for letter in written if letter.later}) >= 2
    for letter in written:
        assert letter.later is not None
        assert letter.later == tests[letter.later.test]
        assert letter.later.decides is not None
        assert len(set(found.scenario.judgements[letter.audience].points[letter.later.decides].values())) > 1
        last = letter_lines(found, letter)[-1]
        assert last.startswith("P.S.")
        assert letter.later.because.rstrip(".") in last


def test_without_a_text_they_answer_the_failure() -> None:
    """Whoever would have been content with what lay on the table is not, and the other way round; nobody quotes a
    signed word."""
    found = debrief(ISTANBUL, 3)
    end = found.course.end
    written = letters(found)
    assert written
    for letter in written:
        audience = found.scenario.audience(letter.audience)
        assert (letter.tone == "angry") == (mood(end, audience) == "content")
        assert (letter.tone == "relieved") == (surplus(end, audience) < 0 and mood(end, audience) == "against")
        assert (letter.statement, letter.later, letter.has_vote) == (None, None, False)
        body = " ".join(letter_lines(found, letter))
        assert "no paper" in body
        assert all(each.option == end.positions[audience.of][each.issue] for each in letter.passages)


def test_the_parliament_that_refused_says_so() -> None:
    """It, and nobody else, answers for there being no text."""
    talked = course(HARBOUR, 0)
    last = talked.steps[-1]
    refused = replace(last.after, signed=False, refused_by=AudienceId("MOOT"))
    found = Debrief(replace(talked, steps=(*talked.steps[:-1], replace(last, after=refused))))
    owning = [who for who, lines in told(found).items() if "we sent it back" in " ".join(lines)]
    assert owning == ["MOOT"]


def test_there_is_none_where_nobody_is_outside() -> None:
    """Two towns alone have nobody to write."""
    assert letters(debrief("two-words", 0)) == ()
    assert section(debrief("two-words", 0), "letter") is None


def test_parliaments_speak_of_their_vote() -> None:
    """Who had a vote says so, and who had none on a paper of this form."""
    found = debrief(HARBOUR, 0)
    signed = found.course.signed
    assert signed is not None
    form = IssueId("form")
    for option in found.scenario.text[form].options:
        text = {**signed, form: option.id}
        letter = _of(signed_with(found, text), "MOOT")
        assert letter.has_vote == found.scenario.audience(letter.audience).has_vote(text)
        body = " ".join(letter_lines(found, letter))
        assert ("for a vote" in body) == letter.has_vote


def test_each_letter_says_what_is_on_record() -> None:
    """Below it stands which of its words are FACT and which MODEL."""
    found = debrief(MAIN, 2)
    for letter in letters(found):
        record = letter_blocks(found, letter)[-1]
        assert isinstance(record, Paragraph)
        words = unmarked(record.words)
        for passage in letter.passages:
            option = found.scenario.text[passage.issue][passage.option]
            assert option.name.rstrip(".") in words
            assert option.source.label in words


@pytest.mark.parametrize("name", shipped())
def test_the_section_is_short_enough_to_be_read_aloud(name: str) -> None:
    """Four letters at most, each a minute or two of reading, and said to be a model."""
    found = section(debrief(name, signed(name)), "letter")
    assert found is not None
    heads = [block for block in found.blocks if type(block).__name__ == "Heading"]
    assert 1 <= len(heads) <= 4
    assert "MODEL" in unmarked(_paragraph(found.blocks[0]).words)
    for letter in letters(debrief(name, signed(name))):
        words = " ".join(letter_lines(debrief(name, signed(name)), letter)).split()
        assert 40 <= len(words) <= 330


def _paragraph(block: object) -> Paragraph:
    assert isinstance(block, Paragraph)
    return block
