"""Editions: what a file can say of them, what is told of a mistake in one, and that no text is worth more or less."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import WHOLE, Edition, Scenario, ScenarioError, band, edition_names, in_edition, load
from game.scenario.topics.editions import Rule
from game.talks import open_talks, view
from game.text import DelegationId, IssueId, OptionId, Outcome
from tests.library import MAIN, played, scenario, source
from tests.scenario.spoiling import HARBOUR, answers

EDITIONS = """
editions:
  - id: brief
    title: a brief one
    line: Two words in two sittings.
    issues: [notice, toll]
    fixed: {ferry: daily}
    sessions:
      - {day: 1994-09-20, place: The customs house, starts: "09:00", hours: 8, title: Tea is brought, phase: flood}
      - {day: 1994-09-21, place: The customs house, starts: "09:00", hours: 8, title: Soup is brought, phase: ebb}
    clock: {largest_package: 5, answer: 1}
    audiences: [GUILD, GAZETTE]
    events: [storm]
    without: [closing_statements]
    delegations:
      ARIA:
        opening: {notice: appropriate}
        mandate: {notice: [[silence, appropriate], [will]]}
      BORO: {reservation_value: 20, red_lines: {notice: [silence]}, temperament: {like: clerk}}
      CELO:
        points: {toll: {none: 10, half: 8, full: 0}}
    judgements:
      GUILD: {threshold: 3}
"""
FILE = HARBOUR + EDITIONS
NOTICE, TOLL = IssueId("notice"), IssueId("toll")
ARIA, BORO, CELO = (DelegationId(who) for who in ("ARIA", "BORO", "CELO"))
BRIEF = "issues: [notice, toll]"

MISTAKES: list[tuple[tuple[str, str], str]] = [
    (
        ("BORO: {reservation_value: 20,", "BORO: {unheard: {will: 4, §silence: 1}, reservation_value: 20,"),
        "'silence' is in no step of the mandate on 'notice' that another one follows",
    ),
    (
        ("BORO: {reservation_value: 20,", "BORO: {unheard: {§wil: 4}, reservation_value: 20,"),
        "no option 'wil' in issue",
    ),
    (
        ("CELO:\n        points:", "CELO:\n        §unheard: {will: 1}\n        points:"),
        "no mandate on the spine has a",
    ),
    (("- id: brief", "- id: §whole"), "'whole' is what the scenario itself is called"),
    ((BRIEF, "issues: [notice, §tol]"), "no issue 'tol'; did you mean 'toll'?"),
    ((BRIEF, "issues: [notice, toll, §toll]"), "'toll' stands in this list twice"),
    (("fixed: {ferry: daily}", "fixed: {§fery: daily}"), "no issue 'fery'; did you mean 'ferry'?"),
    (("fixed: {ferry: daily}", "fixed: {ferry: §dayly}"), "no option 'dayly' in issue 'ferry'; did you mean 'daily'?"),
    (("fixed: {ferry: daily}", "fixed: {§toll: half}"), "issue 'toll' is in play, so its wording cannot be fixed"),
    (("fixed: {ferry: daily}", "fixed: {watch: §silence}"), "settled at 'silence', which the red lines of CELO bar"),
    (("largest_package: 5, answer", "§largest_pakage: 5, answer"), "unknown key 'largest_pakage'; did you mean"),
    (("{largest_package: 5,", "{largest_package: §50,"), "should be at most 12, not '50'"),
    (("[GUILD, GAZETTE]", "[GUILD, §GAZETE]"), "no audience 'GAZETE'; did you mean 'GAZETTE'?"),
    (("events: [storm]\n", "events: [§strom]\n"), "no event 'strom'; did you mean 'storm'?"),
    (("without: [clo", "side_texts: [§pilot]\n    without: [clo"), "no side text 'pilot'; did you mean 'pilots'?"),
    (("without: [clo", "side_texts: [menu, §menu]\n    without: [clo"), "'menu' stands in this list twice"),
    (
        ("without: [clo", "§side_texts: [menu]\n    without: [side_texts, clo"),
        "'without' leaves out all",
    ),
    (
        (
            "title: Soup is brought, phase: ebb}\n    cl",
            "title: S, phase: flood}\n    side_texts: [bell, §menu]\n    cl",
        ),
        "'menu' can be held up in 'ebb' only, when this edition does not sit",
    ),
    (("without: [closing_statements]", "without: [§closing]"), "should be 'aftermath', 'closing_stat"),
    (
        ("    events: [storm]\n    without: [", "    §events: [storm]\n    without: [events, "),
        "'without' leaves out all",
    ),
    (("without: [closing", "options: {toll: [none, §haf]}\n    without: [closing"), "no option 'haf' in issue 'toll'"),
    (("without: [closing", "options: {toll: §[full]}\n    without: [closing"), "one wording of 'toll' is left"),
    (
        ("without: [closing", "options: {toll: §[half, none]}\n    without: [closing"),
        "ARIA opens with 'full' in the wh",
    ),
    (
        ("without: [closing", "options: {§ferry: [daily]}\n    without: [closing"),
        "issue 'ferry' is settled in this edi",
    ),
    (("      ARIA:\n        op", "      §ARYA:\n        op"), "no delegation 'ARYA'; did you mean 'ARIA'?"),
    (("opening: {notice: appropriate}", "opening: {notice: §apropriate}"), "no option 'apropriate' in issue 'notice'"),
    (("opening: {notice: appropriate}", "opening: {notice: §will}"), "ARIA opens with 'will', outside the first step"),
    (("opening: {notice: appropriate}", "opening: {§watch: turns}"), "issue 'watch' is settled in this edition, at"),
    (("{notice: [silence]}, temp", "{notice: [silence, §shal]}, temp"), "no option 'shal' in issue 'notice'"),
    (("like: clerk}}", "like: §clark}}"), "no temperament 'clark'; did you mean 'clerk'?"),
    (("{none: 10, half: 8, full: 0}", "§{none: 10, half: 8}"), "the points of issue 'toll' lack option 'full'"),
    (("{none: 10, half: 8, full: 0}", "{none: §many, half: 8, full: 0}"), "should be a whole number, not 'many'"),
    (("      GUILD: {thre", "      §GILD: {thre"), "no audience 'GILD'; did you mean 'GUILD'?"),
    (("      GUILD: {thre", "      §MASTERS: {thre"), "'MASTERS' does not judge in this edition"),
    (("hours: 8, title: Soup", "hours: §20, title: Soup"), "20 hours from 09:00 go past midnight"),
    (("title: Soup is brought, phase: ebb}\n    cl", "title: S, phase: §eb}\n    cl"), "no phase 'eb'; did you mean"),
    (
        ("    judgements:\n", "    draw: {reservation_value: {ARIA: §[9, 3]}}\n    judgements:\n"),
        "bounds run from low to high, not from 9 to 3",
    ),
]


@pytest.mark.parametrize(("change", "sentence"), MISTAKES)
def test_mistakes_of_an_edition_are_told_where_they_are(change: tuple[str, str], sentence: str) -> None:
    (answer,) = answers(change, text=FILE)
    assert answer.startswith(sentence) or sentence in answer


def test_two_editions_with_one_name_are_one_too_many() -> None:
    another = "\n  - {id: §brief, title: again, line: Again., issues: [toll]}\n"
    (answer,) = answers(("      GUILD: {threshold: 3}\n", f"      GUILD: {{threshold: 3}}{another}"), text=FILE)
    assert answer.startswith("edition 'brief' is there twice; the first is at line")


def test_an_issue_that_is_neither_in_play_nor_fixed_needs_a_text_of_history() -> None:
    begins, ends = FILE.index("history:"), FILE.index("\nsources:")
    (answer,) = answers(
        ("fixed: {ferry: daily}", "fixed: §{ferry: daily, form: summary}"), text=FILE[:begins] + FILE[ends:]
    )
    assert answer == "no wording is fixed for issue 'watch', and there is no historical text to take it from"


def test_fixed_wordings_stand_together_in_some_text() -> None:
    shut = "  - {if: {ferry: [daily]}, then: {watch: [joint]}, because: Somebody must look.}\n\ndelegations:"
    (answer,) = answers(
        ("\ndelegations:\n  - id: ARIA\n", shut + "\n  - id: ARIA\n"), ("fixed: {", "fixed: §{"), text=FILE
    )
    assert answer == "the settled wordings of 'brief' cannot stand in one text: Somebody must look."


def test_an_unknown_edition_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(ScenarioError, match="f: there is no edition 'brif': there are 'whole' and 'brief'; did you"):
        load(FILE, "f", "brif")
    with pytest.raises(ScenarioError, match="there is no edition 'lesson': there is only 'whole'"):
        load(HARBOUR, "f", "lesson")
    assert edition_names(load(FILE, "f")) == ("whole", "brief")


def test_an_edition_is_a_scenario_of_its_own() -> None:
    whole, brief = load(FILE, "f"), load(FILE, "f", "brief")
    assert (whole.edition, brief.edition, brief.title) == (WHOLE, "brief", "The harbour (a brief one)")
    assert load(FILE, "f", WHOLE) == load(HARBOUR, "f") or whole.editions
    assert [issue.id for issue in brief.text.negotiated] == ["notice", "toll"]
    assert {issue.id: issue.options[0].id for issue in brief.text.issues if issue.fixed} == {
        "watch": "turns", "form": "summary", "ferry": "daily",
    }  # fmt: skip
    assert brief.calendar.hours == 16
    assert (brief.clock.largest_package, brief.clock.answer, brief.clock.package) == (5, 1, whole.clock.package)
    assert ([each.id for each in brief.audiences], list(brief.judgements)) == (
        ["GUILD", "GAZETTE"],
        ["GUILD", "GAZETTE"],
    )
    assert ([each.id for each in brief.happenings], brief.readings) == (["storm"], ())
    assert [sorted(step) for step in brief.instructions[ARIA].mandate[NOTICE]] == [["appropriate", "silence"], ["will"]]
    assert brief.instructions[BORO].red_lines == {"notice": {"silence"}}
    assert brief.instructions[BORO].reservation_value == 20
    # 45, less 26 for the watch by turns, 10 for the summary and 28 for the ferry.
    assert brief.instructions[CELO].reservation_value == 45 - 26 - 10 - 28
    assert brief.instructions[CELO].points[TOLL] == {"none": 10, "half": 8, "full": 0}
    assert brief.judgements[whole.audiences[0].id].threshold == 3


def test_an_edition_names_what_can_be_held_up() -> None:
    few = load(FILE.replace("without: [clo", "side_texts: [pilots, bell]\n    without: [clo"), "f", "brief")
    assert [each.id for each in few.side_texts] == ["pilots", "bell"]
    assert all(few.instructions[who].stakes.keys() <= {"pilots", "bell"} for who in few.ids)


def test_demands_that_are_not_made_have_no_price() -> None:
    """As many prices are left as there are demands after which a step is left."""
    assert load(FILE, "f", "brief").instructions[BORO].unheard == {"shall": 3, "will": 2, "appropriate": 1}
    fewer = FILE.replace(BRIEF, f"{BRIEF}\n    options: {{notice: [shall, will, appropriate]}}")
    fewer = fewer.replace("[[silence, appropriate], [will]]", "[[appropriate], [will]]")
    fewer = fewer.replace(", red_lines: {notice: [silence]}", "")
    assert load(fewer, "f", "brief").instructions[BORO].unheard == {"shall": 3, "will": 2}
    free = FILE.replace("        mandate: {notice: [[silence, appropriate], [will]]}\n", "")
    free = free.replace("without: [closing_statements]", "without: [closing_statements, mandates]")
    assert load(free, "f", "brief").instructions[BORO].unheard == {}
    dearer = FILE.replace("BORO: {reservation_value: 20,", "BORO: {unheard: {will: 4}, reservation_value: 20,")
    assert load(dearer, "f", "brief").instructions[BORO].unheard == {"will": 4}
    assert load(dearer, "f").instructions[BORO].unheard == {"shall": 3, "will": 2, "appropriate": 1}


def test_history_is_left_out_where_it_cannot_be_signed() -> None:
    assert load(FILE, "f", "brief").history is None  # there the ferry sails weekly
    kept = load(FILE.replace("fixed: {ferry: daily}", "fixed: {ferry: weekly}"), "f", "brief").history
    assert kept == load(FILE, "f").history


def test_bounds_of_the_draw_move_with_the_walk_aways() -> None:
    whole, brief = load(FILE, "f"), load(FILE, "f", "brief")
    assert whole.draw
    assert brief.draw
    for who, (low, high) in whole.draw.reservation_value.items():
        by = brief.instructions[who].reservation_value - whole.instructions[who].reservation_value
        assert by
        assert brief.draw.reservation_value[who] == (low + by, high + by)


def test_nobody_is_asked_about_a_word_that_was_settled() -> None:
    """The question of how long the toll was in brackets also asks of the form, which nobody could move."""
    whole, brief = load(FILE, "f"), load(FILE, "f", "brief")
    assert {each.id for each in whole.questions} - {each.id for each in brief.questions} == {"bracket"}


def test_no_seat_holds_the_other_editions() -> None:
    """They have everybody's walk-aways in them."""
    lesson = load(source(MAIN), MAIN, "lesson")
    assert all(lesson.sealed_for(who).editions == () for who in (None, *lesson.ids))
    assert lesson.sealed_for(None).edition == "lesson"


def test_a_settled_wording_stands_from_the_beginning_and_cannot_be_moved() -> None:
    talks = open_talks(load(source(MAIN), MAIN, "lesson"), 3)
    settled = {issue.id: issue.options[0].id for issue in talks.scenario.text.issues if issue.fixed}
    assert settled.items() <= talks.agreed.items()
    for who in talks.scenario.ids:
        told = {move.issue for move in view(talks, who).legal.moves if hasattr(move, "issue")}
        assert not told & settled.keys()


# ---- what a text is worth ---------------------------------------------------------------------------------------


@cache
def _named(name: str) -> Scenario:
    return load(FILE, "f") if name == "harbour" else scenario(name)


@st.composite
def abridged(draw: st.DrawFn, names: tuple[str, ...]) -> tuple[Scenario, Scenario, Outcome]:
    """A scenario, an edition of it with any issues in play, and a text that the edition can come to."""
    whole = _named(draw(st.sampled_from(names)))
    issues = whole.text.issues
    text = {issue.id: draw(st.sampled_from(issue.options)).id for issue in issues}
    played = draw(st.sets(st.sampled_from([issue.id for issue in issues]), min_size=1))
    fixed = {issue: option for issue, option in text.items() if issue not in played}
    stay = draw(st.sets(st.sampled_from([each.id for each in whole.audiences]))) if whole.audiences else set()
    edition = Edition(
        id="any", title="any", line="Any.", issues=tuple(played), fixed=fixed, audiences=tuple(stay),
        without=draw(st.sampled_from((frozenset[Rule](), frozenset[Rule]({"mandates"})))),
    )  # fmt: skip
    return whole, in_edition(replace(whole, editions=(edition,)), "any"), text


NAMES = ("two-words", "harbour", "istanbul-communique-1994", MAIN, "warsaw-at-the-table")


@given(abridged(NAMES))
@settings(deadline=None, max_examples=120)
def test_every_text_lies_as_far_above_the_walk_aways_as_in_the_whole(
    found: tuple[Scenario, Scenario, dict[IssueId, OptionId]],
) -> None:
    whole, edition, text = found
    for who, sheet in whole.instructions.items():
        own = edition.instructions[who]
        assert own.utility(text) - own.reservation_value == sheet.utility(text) - sheet.reservation_value
    for name, judgement in edition.judgements.items():
        before = whole.judgements[name]
        assert judgement.utility(text) - judgement.threshold == before.utility(text) - before.threshold
        assert edition.audience(name).has_vote(text) == whole.audience(name).has_vote(text)


@given(abridged(NAMES), st.integers(0, 10))
@settings(deadline=None, max_examples=80)
def test_words_bind_and_turn_out_as_in_the_whole(
    found: tuple[Scenario, Scenario, dict[IssueId, OptionId]], goodwill: int
) -> None:
    whole, edition, text = found
    assert (edition.text.conflict(text) is None) == (whole.text.conflict(text) is None)
    for issue in text:
        assert edition.binding(text, issue) == whole.binding(text, issue)
    lowest = band(goodwill)
    for mine, theirs in zip(edition.aftermath, whole.aftermath, strict=True):
        assert mine.fell(text, edition.binding, lowest) == theirs.fell(text, whole.binding, lowest)
    for mine_too, theirs_too in zip(edition.readings, whole.readings, strict=True):
        held = mine_too.condition.met(text, edition.binding, lowest)
        assert held == theirs_too.condition.met(text, whole.binding, lowest)


@given(abridged(("two-words", "harbour")), st.integers(1, 99))
@settings(deadline=None, max_examples=15)
def test_talks_of_any_edition_come_to_an_end(found: tuple[Scenario, Scenario, Outcome], seed: int) -> None:
    _, edition, _ = found
    assert played(open_talks(edition, seed)).over
