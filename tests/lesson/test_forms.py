"""Forms of paper as they are typed in: each line is read as it was meant, or it is said what is wrong with it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.lesson.forms import Form, FormError, FormFault, read_form, read_forms
from game.scenario import Scenario
from game.talks import CHAIR, Penned, Transcribe, open_talks, play
from game.talks.talks import Talks
from game.words.on_paper import misread_form
from tests.library import MAIN, scenario

LESSON: Scenario = scenario(f"{MAIN}/lesson")
PLACES = LESSON.text.negotiated


def penned(*numbers: int) -> tuple[Penned, ...]:
    """The wordings with these numbers, place by place."""
    told = zip(numbers, PLACES, strict=True)
    return tuple(Penned(issue.id, issue.options[number - 1].id) for number, issue in told if number)


WHOLE = penned(4, 4, 2, 3, 4, 3)


@pytest.mark.parametrize(
    ("line", "hours", "words"),
    [
        ("A 4 4 2 3 4 3 @20", 20.0, WHOLE),
        ("A 4 4 2 3 4 3", LESSON.calendar.hours, WHOLE),
        ("A,4,4,2,3,4,3,20", 20.0, WHOLE),
        ("A; 4; 4; 2; 3; 4; 3; @20.25h", 20.25, WHOLE),
        ("A 4 4 0 3 - 3 @1", 1.0, penned(4, 4, 0, 3, 0, 3)),
        ("A veto=silence status=regular @3", 3.0, penned(3, 0, 0, 3, 0, 0)),
        ("A - @2", 2.0, ()),
        ("A -", LESSON.calendar.hours, ()),
    ],
)  # fmt: skip
def test_a_line_is_read_as_it_was_meant(line: str, hours: float, words: tuple[Penned, ...]) -> None:
    """By numbers, by ids, with hours or without, as a line of a spreadsheet, or as no text at all."""
    form = read_form(line, LESSON)
    assert form.name == "A"
    assert form.move.hours == hours
    assert set(form.move.words) == set(words)


FAULTS: list[tuple[str, FormFault, str]] = [
    ("A 4 4 2 3 4", "places", "Line 1: There are 6 open places, and 5 numbers stand here"),
    ("A 4 4 2 3 4 9", "number", "place 6, “Meetings at sixteen plus one”, has the wordings 1 to 5, and not '9'"),
    ("A 4 4 2 3 4 x", "number", "not 'x'"),
    ("A status=perhaps", "word", "no wording 'status=perhaps'"),
    ("A scope=common", "word", "no wording 'scope=common'"),
    ("A status=role status=voice", "again", "'status' is named twice"),
    ("A 4 4 2 3 4 3 @99", "hours", "'@99' are no hours of these talks, which have 24"),
    ("A 4 4 2 3 4 3 @0.1", "hours", "in quarters"),
    ("status=role", "name", "A line begins with what the table is called"),
    ("A -\nA -", "twice", "Line 2: table A stands there already."),
    ("\n# nothing\n", "none", "No table is named"),
]


@pytest.mark.parametrize(("text", "kind", "told"), FAULTS)
def test_what_is_wrong_is_said(text: str, kind: FormFault, told: str) -> None:
    """Which line it is, what stands there, and what would be right."""
    with pytest.raises(FormError) as caught:
        read_forms(text, LESSON)
    assert caught.value.kind == kind
    assert told in misread_form(LESSON, caught.value)


def written(form: Form) -> str:
    """A form as somebody may type it."""
    ticked = {each.issue: LESSON.text[each.issue].rank(each.option) + 1 for each in form.move.words}
    return " ".join([form.name, *(str(ticked.get(issue.id, 0)) for issue in PLACES), f"@{form.move.hours:g}"])


NUMBERS = st.tuples(*(st.integers(0, len(issue.options)) for issue in PLACES))
FORMS = st.builds(
    lambda name, numbers, quarters: Form(name, Transcribe(CHAIR, quarters / 4, penned(*numbers))),
    st.from_regex(r"[A-Z][a-z0-9]{0,5}", fullmatch=True),
    NUMBERS,
    st.integers(0, int(4 * LESSON.calendar.hours)),
)


@given(st.lists(FORMS, min_size=1, max_size=4, unique_by=lambda form: form.name))
def test_what_is_typed_is_what_was_ticked(forms: list[Form]) -> None:
    """Also of several tables; and the rules take it: a whole text is signed, and any other is none."""
    assert list(read_forms("\n".join(map(written, forms)), LESSON)) == forms
    ended = play(open_talks(LESSON, as_written=True), forms[0].move)
    assert isinstance(ended, Talks)
    assert ended.over
    assert ended.signed == (len(forms[0].move.words) == len(PLACES))
    assert {**ended.agreed, **{each.issue: each.option for each in forms[0].move.words}} == ended.agreed


@given(st.text(max_size=80) | st.text("A01259 ,;=@.-#\n", max_size=80))
@example("A @")
@example("@1 @2 @3")
@example("A 4 4 2 3 4 3 ³")
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    """Nothing but the one error comes of it, and that can be said."""
    try:
        read_forms(text, LESSON)
    except FormError as fault:
        told = misread_form(LESSON, fault)
        assert told  # that it is refused is as good as that it is read
