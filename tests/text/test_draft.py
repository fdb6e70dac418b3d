from __future__ import annotations

import re
from random import Random

import pytest

from game.text import (
    Clause,
    DelegationId,
    Issue,
    IssueId,
    Option,
    OptionId,
    Outcome,
    Text,
    draft,
    parse_template,
    plain,
    words_at,
)
from game.text.template import Slot
from tests.library import EDITIONS, EVERY, scenario

A, B = DelegationId("A"), DelegationId("B")


def text(*clauses: str, heading: str = "PAPER", **issues: dict[str, str] | dict[str, Option]) -> Text:
    """A text of these sentences; an issue is a mapping of option ids to words."""
    made = tuple(
        Issue(
            IssueId(name),
            name,
            tuple(o if isinstance(o, Option) else Option(OptionId(id), id, o) for id, o in options.items()),
        )
        for name, options in issues.items()
    )
    sentences = tuple(Clause(f"c{n}", "", parse_template(words)) for n, words in enumerate(clauses))
    return Text(parse_template(heading), sentences, made)


def outcome(**options: str) -> Outcome:
    """One option for each issue."""
    return {IssueId(issue): OptionId(option) for issue, option in options.items()}


WHEN = {"month": "monthly", "silence": ""}
HOW = {"often": "often,", "rarely": "rarely"}


@pytest.mark.parametrize(
    ("sentence", "said", "silent"),
    [
        ("They talk<, {when}>.", "They talk, monthly.", "They talk."),
        ("They talk, {when}.", "They talk, monthly.", "They talk."),
        ("They talk<, {when},> at noon.", "They talk, monthly, at noon.", "They talk at noon."),
        ("They talk {when} at noon.", "They talk monthly at noon.", "They talk at noon."),
        ("<{when} >they talk.", "Monthly they talk.", "They talk."),
        (
            "They talk<, {when}>; then they sleep.",
            "They talk, monthly; then they sleep.",
            "They talk; then they sleep.",
        ),
        ("They talk. {when} they rest.", "They talk. Monthly they rest.", "They talk. They rest."),
    ],
)
def test_silence_takes_its_comma_with_it(sentence: str, said: str, silent: str) -> None:
    """A silent wording leaves neither comma nor space behind, and the sentence still opens with a capital."""
    paper = text(sentence, when=WHEN)
    assert plain(paper, outcome(when="month"))[1] == said
    assert plain(paper, outcome(when="silence"))[1] == silent


def test_a_group_is_silent_when_one_of_its_slots_is() -> None:
    """A group is printed only when every slot directly in it speaks; a group inside it decides for itself."""
    paper = text("They talk<, {when} and {where}>.", when=WHEN, where={"here": "here", "silence": ""})
    assert plain(paper, outcome(when="month", where="here"))[1] == "They talk, monthly and here."
    assert plain(paper, outcome(when="month", where="silence"))[1] == "They talk."
    nested = text("They talk<, {when}< in {where}>>.", when=WHEN, where={"here": "Corfu", "silence": ""})
    assert plain(nested, outcome(when="month", where="silence"))[1] == "They talk, monthly."
    assert plain(nested, outcome(when="silence", where="here"))[1] == "They talk."


def test_a_group_is_printed_while_anybody_speaks() -> None:
    """In a bracket with one silent side the group stands, with the silence inside the bracket."""
    paper = text("They talk<, {when}>.", when=WHEN)
    runs = draft(paper, {A: outcome(when="month"), B: outcome(when="silence")}).clauses[0].runs
    bracket = next(run for run in runs if run.bracketed)
    assert [(said.words, said.owners) for said in bracket.alternatives] == [("monthly", (A,)), ("", (B,))]


def test_a_comma_gives_way_to_a_point() -> None:
    """A wording that ends with a comma loses it before a full stop and keeps it before a word."""
    paper = text("They talk {how} they say. They talk {how}.", how=HOW)
    assert plain(paper, outcome(how="often"))[1] == "They talk often, they say. They talk often."


def test_a_clause_that_says_nothing_has_no_number() -> None:
    """A clause in which nobody says anything falls out, and the next takes its number."""
    paper = text("<{when} they rest.>", "They talk.", when=WHEN)
    both = draft(paper, {A: outcome(when="silence"), B: outcome(when="silence")})
    assert [(clause.id, clause.number) for clause in both.clauses] == [("c1", 1)]
    assert both.unprinted == ("when",)
    one = draft(paper, {A: outcome(when="month"), B: outcome(when="silence")})
    assert [(clause.id, clause.number) for clause in one.clauses] == [("c0", 1), ("c1", 2)]
    assert one.unprinted == ()


def test_a_part_stands_in_brackets_only_where_its_words_differ() -> None:
    """An option may put other words elsewhere; where two options put the same words there, there is no bracket."""
    forms = {
        "treaty": Option(OptionId("treaty"), "", "TREATY", {"verb": "shall"}),
        "pact": Option(OptionId("pact"), "", "PACT", {"verb": "shall"}),
        "note": Option(OptionId("note"), "", "NOTE", {"verb": "hope to"}),
    }
    paper = text("They {form.verb} talk.", heading="{form}", form=forms)
    treaty_and_pact = draft(paper, {A: outcome(form="treaty"), B: outcome(form="pact")})
    assert treaty_and_pact.heading[0].bracketed
    assert not any(run.bracketed for run in treaty_and_pact.clauses[0].runs)
    assert not treaty_and_pact.clean
    treaty_and_note = draft(paper, {A: outcome(form="treaty"), B: outcome(form="note")})
    assert [run.bracketed for run in treaty_and_note.clauses[0].runs] == [False, True, False]
    assert words_at(paper, Slot(IssueId("form"), "none"), OptionId("note")) == ""


def test_the_strongest_wording_comes_first() -> None:
    """A bracket holds its wordings from strong to weak, whoever stands for them."""
    paper = text("They talk {how}.", how=HOW)
    bracket = draft(paper, {A: outcome(how="rarely"), B: outcome(how="often")}).clauses[0].runs[1]
    assert [said.option for said in bracket.alternatives] == ["often", "rarely"]


def faults(paper: tuple[str, ...]) -> list[str]:
    """What a mechanical reader finds wrong with a clean text: heading, then sentences."""
    found = []
    for line in paper:
        found += [f"{sign!r} in {line!r}" for sign in ("  ", " ,", " .", ",.", ",,", "..", ",;", " ;") if sign in line]
        if line != line.strip() or not line:
            found.append(f"margins of {line!r}")
        found += [f"{word!r} twice in {line!r}" for word in re.findall(r"\b(\w+) \1\b", line, re.IGNORECASE)]
        if line.count("(") != line.count(")") or re.search(r"[\[\]{}<>|]", line):
            found.append(f"brackets of {line!r}")
    for line in paper[1:]:
        if not line.endswith("."):
            found.append(f"no full stop after {line!r}")
        found += [f"no capital: {s!r}" for s in re.split(r"(?<=\.) ", line) if not s[:1].isupper() and s[:1].isalpha()]
        found += [
            f"article of {a!r} in {line!r}" for a in re.findall(r"\ba (?=[aeio])\w+|\ban (?=[^aeiouh\W])\w+", line)
        ]
    return found


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_every_clean_text_reads_as_english(name: str) -> None:
    """Each option beside many others, and 400 texts by chance, pass a mechanical reader: spaces, commas, full stops,
    capitals, doubled words, articles, brackets."""
    paper = scenario(name).text
    chance = Random(1)
    for issue in paper.issues:
        for option in issue.options:
            for _ in range(5):
                chosen: Outcome = {**{i.id: chance.choice(i.options).id for i in paper.issues}, issue.id: option.id}
                assert faults(plain(paper, chosen)) == []
    for _ in range(400):
        chosen = {issue.id: chance.choice(issue.options).id for issue in paper.issues}
        assert faults(plain(paper, chosen)) == []


def test_the_mechanical_reader_finds_faults() -> None:
    """The reader that the texts pass is not blind."""
    for bad in ("They talk , often.", "They  talk.", "They talk,.", "they talk.", "They talk", "The the end.",
                "A answer.", "They (talk.", "They talk. then sleep."):  # fmt: skip
        assert faults(("PAPER", bad.replace("A answer", "It is a answer"))), bad
