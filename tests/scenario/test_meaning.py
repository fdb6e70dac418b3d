"""Faults of meaning: a file of the right shape that cannot be meant is told where and why."""

from __future__ import annotations

import pytest

from game.scenario import load
from game.text import IssueId, OptionId
from tests.scenario.spoiling import TWO_WORDS, answers, told

ARIA_OPENS = "verb: shall\n      when: thirty\n      council: decide\n      fish: same"
SIGNED = "verb: will\n    when: time\n    council: advise\n    fish: more"
NOTICE = '"Aria and Boro {verb} give notice of works on the lake<, {when}>."'
TIME = "words: in good time"
ONE_MORE = "name: x, words: y, binds: 0, precise: 0, shares: 0, label: MODEL}"
OTHER_WORDS = ONE_MORE.replace("words: y", "words: z")
WHEN_AGAIN = f"  - id: §when\n    title: x\n    options:\n      - {{id: a, {ONE_MORE}\n      - {{id: b, {OTHER_WORDS}\n"
PAIRED = "because: A promise with a date can be taken to a court."

REFERENCES = [
    (ARIA_OPENS, f"§vreb{ARIA_OPENS[4:]}", "no issue 'vreb'; did you mean 'verb'?"),
    (ARIA_OPENS, ARIA_OPENS.replace(": shall", ": §shal"), "no option 'shal' in issue 'verb'; did you mean 'shall'?"),
    (
        "        fish:\n          more: 0",
        "        §fisch:\n          more: 0",
        "no issue 'fisch'; did you mean 'fish'?",
    ),
    ("seek: 24", "§seeks: 24", "no option 'seeks' in issue 'verb'; did you mean 'seek'?"),
    ("        verb: [seek]", "        §very: [seek]", "no issue 'very'; did you mean 'verb'?"),
    ("verb: [seek]", "verb: [§seeks]", "no option 'seeks' in issue 'verb'; did you mean 'seek'?"),
    ("[none]\n          - [advise]", "[none]\n          - [§advice]", "no option 'advice' in issue 'council'; did you"),
    (
        "        council:\n          - [none]",
        "        §concil:\n          - [none]",
        "no issue 'concil'; did you mean 'c",
    ),
    ("            when: thirty", "            §wen: thirty", "no issue 'wen'; did you mean 'when'?"),
    (
        "            when: thirty",
        "            when: §thirsty",
        "no option 'thirsty' in issue 'when'; did you mean 'thir",
    ),
    ("      council: [decide]\n    then", "      §counsel: [decide]\n    then", "no issue 'counsel'; did you mean"),
    ("verb: [shall, will]", "verb: [shall, §wil]", "no option 'wil' in issue 'verb'; did you mean 'will'?"),
    (SIGNED, SIGNED.replace(": time", ": §times"), "no option 'times' in issue 'when'; did you mean 'time'?"),
    ("cite: [note]\n  note: Inv", "cite: [§notes]\n  note: Inv", "no source 'notes' in the list of sources; did you"),
    ("cite: [note, letters]", "cite: [note, §leters]", "no source 'leters' in the list of sources; did you mean"),
    (NOTICE, "§" + NOTICE.replace("Boro", "{verp}"), "the slot {verp} names no issue; did you mean 'verb'?"),
    ("JOINT NOTE ON THE LAKE\n", '§"{verb.noun}"\n', "the slot {verb.noun} names a part that no option of 'verb' has"),
    (TIME, f"{TIME}\n        parts: {{§noun: x}}", "no clause prints the part 'noun' of issue 'when'"),
]
ARIAS_STEPS = "      mandate:\n        council:\n          - [decide]\n          - [advise]\n          - [none]\n"
UNHEARD = [
    ("{§decid: 2}", "no option 'decid' in issue 'council'; did you mean 'decide'?"),
    ("{decide: 2, §none: 2}", "'none' is in no step of the mandate on 'council' that another one follows"),
    ("{decide: §0}", "should be at least 1, not '0'"),
]
HISTORY = "cite: [note]\n  note: Inv"
CARDS = [
    ("{title: x, cite: [OWN], story: y}", "a card is on record: our own drafting is no source for it"),
    ("{title: x, cite: [note], says: y}", "words that were said have a speaker, and a speaker has words"),
    ("{title: x, cite: [note]}", "a card tells something: 'says' and 'by', or 'story'"),
    ("{title: x, cite: [note], says: “y”, by: z}", "the quotation marks are set by the page"),
    ("{title: x, cite: [notes], story: y}", "no source 'notes' in the list of sources"),
]
LACKS = [
    (ARIA_OPENS, "§" + ARIA_OPENS.replace("\n      fish: same", ""), "no option is named for issue 'fish'"),
    (SIGNED, "§" + SIGNED.replace("\n    fish: more", ""), "no option is named for issue 'fish'"),
    ("          thirty: 20\n          time", "          §time", "the points of issue 'when' lack option 'thirty'"),
    (
        "        verb:\n          shall: 30\n          will: 22\n          seek: 6\n        when",
        "        §when",
        "the points",
    ),
]
TWINS = [
    (
        "      - id: time",
        f"      - {{id: §thirty, {ONE_MORE}\n      - id: time",
        "option 'thirty' is there twice; the first",
    ),
    ("  - id: fish", f"{WHEN_AGAIN}  - id: fish", "issue 'when' is there twice; the first is at line"),
    (
        "- id: council\n      title",
        "- id: §notice\n      title",
        "clause 'notice' is there twice; the first is at line",
    ),
    ("id: BORO", "id: §ARIA", "delegation 'ARIA' is there twice; the first is at line"),
    ("letter: B", "letter: §A", "letter 'A' is there twice; the first is at line"),
    ("verb: [shall, will]", "verb: [shall, will, §shall]", "'shall' stands in this list twice"),
    ("[advise]\n          - [none]", "[advise]\n          - [none, §decide]", "step 1 opens 'decide' already"),
    (
        PAIRED,
        f"{PAIRED}\n        - §options: {{when: thirty, verb: shall}}\n          points: 1\n          because: y",
        "the same two options stand in the pair at line",
    ),
    ("words: will\n", "words: §Shall,\n", "'shall' has the same words: a bracket could not tell them apart"),
]
TEXTS = [
    (NOTICE, "§" + NOTICE.replace("Boro", "{fish}"), "the slot {fish} prints 'fish', which is a side issue"),
    (
        NOTICE,
        "§" + NOTICE.replace(">.", "."),
        "this '<' opens a group that is never closed (sign 54 of this text, near",
    ),
    (NOTICE, "§" + NOTICE.replace(">.", ">>."), "this '>' closes a group that was never opened (sign 64 of this text"),
    (NOTICE, "§" + NOTICE.replace("works", "[works]"), "a sentence cannot hold '[' here: slots are written {issue} (s"),
    (NOTICE, "§" + NOTICE.replace("works", "wor{ks"), "a sentence cannot hold '{' here: slots are written {issue} (s"),
    (NOTICE, f'§"{"<" * 2900}{{verb}}{{when}}{">" * 2900}"', "the groups of this sentence are nested more than 8 deep"),
    (TIME, "words: §in <good> time", "the words of an option cannot hold the sign '<'"),
    (TIME, "words: §in good|bad time", "the words of an option cannot hold the sign '|'"),
    (TIME, "words: §'[in good time]'", "the words of an option cannot hold the sign '['"),
    (TIME, "words: §|\n          in\n          time", "the words of an option cannot hold a line break"),
    (TIME, "words: §'  '", "these words are only blanks; silence is written ''"),
]
RULES = [
    ("verb: [shall, will]", "§council: [advise]", "issue 'council' stands in both 'if' and 'then'"),
    ("verb: [shall, will]", "verb: §[]", "at least one option of 'verb' must be listed"),
    ("        verb: [seek]", "        §verb: [seek, will, shall]", "these red lines bar every option of issue 'verb'"),
    (
        "council: decide\n      fish",
        "council: §advise\n      fish",
        "ARIA opens with 'advise', outside the first step of",
    ),
    (
        "- [decide]\n          - [advise]",
        "- [decide]\n          - §[]\n          - [advise]",
        "a step of a mandate opens",
    ),
    (
        "        council:\n          - [none]\n          - [advise]",
        "        council: §[]",
        "a mandate needs at least its",
    ),
    ("day: 1994-06-21", "day: §1994-06-19", "this sitting begins before the one above it ends, 1994-06-20 18:00"),
    ('starts: "10:00"\n    hours: 8', 'starts: "16:15"\n    hours: §8', "8 hours from 16:15 go past midnight"),
    (
        "  outcome:\n    " + SIGNED,
        "  outcome:\n    §" + SIGNED.replace("will", "seek").replace("advise", "decide"),
        "this text breaks an exclusion: A council cannot decide",
    ),
]


@pytest.mark.parametrize(("old", "new", "answer"), REFERENCES + LACKS + TWINS + TEXTS + RULES)
def test_a_fault_of_meaning(old: str, new: str, answer: str) -> None:
    """One fault is one sentence, at its exact line and column."""
    (said,) = answers((old, new))
    assert said.startswith(answer)


def test_one_spine() -> None:
    """Two spines are told at the second."""
    assert answers(
        ("    title: How early", "    spine: true\n    title: How early"),
        ("    spine: true\n    opt", "    spine: §true\n    opt"),
    ) == ["only one issue can be the spine, and 'when' is"]


@pytest.mark.parametrize(("prices", "answer"), UNHEARD)
def test_prices_of_demands_that_are_not_made(prices: str, answer: str) -> None:
    """A price stands behind a wording of the spine after which another step is left to open."""
    assert answers((ARIAS_STEPS, f"{ARIAS_STEPS}      unheard: {prices}\n")) == [answer]
    assert answers((ARIAS_STEPS, f"{ARIAS_STEPS}      unheard: {{decide: 2, advise: 1}}\n")) == []


def test_prices_without_a_spine_or_a_step() -> None:
    """Where no step is bought by a refusal, none is sold."""
    priced = (ARIAS_STEPS, f"{ARIAS_STEPS}      §unheard: {{decide: 2}}\n")
    assert answers(("    spine: true\n", ""), priced) == ["no issue is the spine, so no demand can be given up for one"]
    one = "      mandate:\n        council:\n          - [decide]\n      §unheard: {decide: 2}\n"
    assert answers((ARIAS_STEPS, one)) == [
        "no mandate on the spine has a second step, so no demand can be given up for one"
    ]


def test_one_silence() -> None:
    """In an issue that is printed, two silent options could not be told apart; a side issue is not printed."""
    nothing = (
        'words: ""\n        binds: 0\n        precise: 0\n        shares: 0\n        label: MODEL\n  - id: council',
        "",
    )
    silent = (nothing[0], nothing[0].replace('""', '§""'))
    assert answers(("words: thirty days ahead", "words: ''"), silent) == [
        "'thirty' is silent too: an issue has one silent option"
    ]
    assert answers(("words: a larger share", "words: ''"), ("words: the share of last year", "words: ''")) == []


def test_an_opening_on_a_red_line() -> None:
    """A delegation cannot stand for what it may never sign."""
    assert answers(
        ("when: silence\n      council: none", "when: silence\n      council: §none"),
        ("council: [decide]\n      mandate", "council: [decide, none]\n      mandate"),
    ) == ["BORO opens with 'none', which its red lines bar"]


def test_an_issue_is_printed_or_a_side_issue() -> None:
    """An issue without a slot is told at its id."""
    assert answers((NOTICE, NOTICE.replace("<, {when}>", "")), ("- id: when", "- id: §when")) == [
        "no clause prints issue 'when': it needs a slot or 'side: true'"
    ]


def test_parts() -> None:
    """A part is printed by a slot, and some option has the words for it."""
    slot = (NOTICE, NOTICE.replace("works", "{when.what}"))
    assert answers(slot, (TIME, f"{TIME}\n        parts: {{what: large works}}")) == []
    assert answers((NOTICE, "§" + slot[1]), (TIME, f"{TIME}\n        parts: {{§wat: large works}}")) == [
        "the slot {when.what} names a part that no option of 'when' has; did you mean 'wat'?",
        "no clause prints the part 'wat' of issue 'when'; did you mean 'what'?",
    ]
    assert answers(slot, (TIME, f"{TIME}\n        parts: {{what: §'large [works]'}}")) == [
        "the words of an option cannot hold the sign '['"
    ]


def test_sittings_that_overlap() -> None:
    """A second sitting on one day begins when the first has ended, and midnight ends a sitting at the latest."""
    second = 'day: 1994-06-21\n    place: The boat house\n    starts: "09:30"\n    hours: 8'
    assert answers((second, 'day: 1994-06-20\n    place: The boat house\n    starts: §"17:59"\n    hours: 6')) == [
        "this sitting begins before the one above it ends, 1994-06-20 18:00"
    ]
    assert answers((second, 'day: 1994-06-20\n    place: The boat house\n    starts: "18:00"\n    hours: 6')) == []


def test_exclusions_that_leave_no_text() -> None:
    """Rules that contradict each other are told at the list of rules."""
    rules = "".join(
        f"  - if:\n      council: [{council}]\n    then:\n      verb: [{verb}]\n    because: x\n"
        for council in ("decide", "advise", "none")
        for verb in ("shall", "will")
    )
    assert answers(("exclusions:\n  - if", f"exclusions:\n{rules.replace('- if', '§- if', 1)}  - if")) == [
        "these exclusions leave no text that could be signed"
    ]


def test_a_rule_becomes_one_exclusion_for_each_issue_that_it_binds() -> None:
    """`if` and `then` become options that cannot stand together; a `then` that allows everything binds nothing."""
    text = TWO_WORDS.replace("verb: [shall, will]", "verb: [shall, will]\n      when: [thirty, time, silence]")
    (only,) = load(text, "f").text.exclusions
    assert only.apart == {IssueId("council"): {OptionId("decide")}, IssueId("verb"): {OptionId("seek")}}
    assert not told(text)


@pytest.mark.parametrize(("card", "message"), CARDS)
def test_a_card_of_the_day_is_on_record(card: str, message: str) -> None:
    """What was said that day has a speaker and a source, and is no drafting of ours."""
    said = " ".join(told(TWO_WORDS.replace(HISTORY, f"cards: [{card}]\n  {HISTORY}")))
    assert message in said
