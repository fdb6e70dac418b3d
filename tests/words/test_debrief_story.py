"""The story, the parts, the measures and the sentence at the top, in words."""

from __future__ import annotations

import re

import pytest

from game.debrief import parts
from game.text import DelegationId
from game.words import plain
from game.words.debrief import TOPICS, section, topic_title
from game.words.page import Bit, Block, Heading, Items, Paragraph, Section, Table, unmarked
from tests.debrief.courses import debrief, random_debrief
from tests.library import EVERY

SHORT, MAIN = "istanbul-communique-1994", "partnership-for-peace-1994"
RUS, NATO = DelegationId("RUS"), DelegationId("NATO")


def told(name: str, seed: int, topic: str, me: DelegationId | None = RUS) -> Section:
    """One topic of the computer's talks."""
    found = section(debrief(name, seed), topic, me)
    assert found
    return found


def lead(found: Section) -> str:
    """The sentence at the top."""
    first = found.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.tone == "lead"
    return unmarked(first.words)


def cells(table: Block) -> list[list[str]]:
    """A table's words."""
    assert isinstance(table, Table)
    return [[unmarked(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("name", "seed", "me", "sentence"),
    [
        (
            SHORT, 1, RUS,
            "You signed on the last day a text that left up to 2 points for you on the table, and paid for"
            " “Enlargement” with most of the rest.",
        ),
        (
            SHORT, 1, None,
            "They signed on the last day a text that left up to 2 points for Russia or up to 2 points for the Alliance"
            " on the table, and neither came much nearer than the other to the best it could have had.",
        ),
        (
            SHORT, 3, NATO,
            "You left the talks, and nothing is agreed. Much was open, and 53 texts that held what was agreed would"
            " have given everybody the walk-away or more.",
        ),
    ],
)  # fmt: skip
def test_one_sentence_says_how_it_went(name: str, seed: int, me: DelegationId | None, sentence: str) -> None:
    """Good, bad and broken off, each as it was."""
    assert lead(told(name, seed, "overview", me)) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            SHORT,
            r"It was near: \d+ texts? that held what was agreed would have given everybody the walk-away or more\.",
        ),
        (SHORT, r"and gave “[^”]+” to keep most of the rest\."),
        (SHORT, r"and it is worth \d+ less to (Russia|the Alliance) than no text\."),
        (SHORT, r"and what came after took \d+ from (Russia|the Alliance), more than the words had brought\."),
        ("harbour", r"and nobody came half the way from its walk-away to the best it could have had\."),
        ("harbour", r"left no text that gives everybody the walk-away, of [\d,]+ that there were\."),
    ],
)
def test_the_sentence_is_of_what_marked_the_talks(name: str, sentence: str) -> None:
    """In one of some random games, to a watcher or to somebody who was there."""
    talks = (random_debrief(name, seed) for seed in range(60))
    told = (section(each, "overview", me) for each in talks for me in (None, *each.course.ids))
    assert any(found and re.search(f"{sentence}$", lead(found)) for found in told)


def test_a_clause_is_told_as_a_redline_with_its_hours() -> None:
    """The wordings that gave way are struck, with whose they were; then what was settled; then who paid."""
    blocks = told(SHORT, 1, "clauses").blocks
    place = blocks.index(Heading("The CSCE: 10½ h in brackets", 2))
    assert blocks[place + 1] == Paragraph(
        (
            Bit("a roof over the Alliance", "struck", RUS),
            Bit(" "),
            Bit("silence: no mention", "struck", NATO),
            Bit(" "),
            Bit("neither above the other", "inserted"),
        ),
        "clause",
    )
    sentences = blocks[place + 2]
    assert isinstance(sentences, Paragraph)
    assert unmarked(sentences.words) == (
        "The Alliance first offered to move, to “neither above the other” (move 4, hour 3½). You took package 8 of the"
        " Alliance, and it was settled (move 13, hour 10½). From opening to settled words: −17 for you and −2 for the"
        " Alliance."
    )
    moves = [(bit.move, bit.words) for bit in sentences.words if isinstance(bit, Bit) and bit.move]
    assert moves == [(4, "move 4, hour 3½"), (13, "move 13, hour 10½")]


def test_what_nobody_settled_shows_where_each_stood() -> None:
    """An issue that was open to the end has no word struck."""
    blocks = told(SHORT, 3, "clauses").blocks
    place = next(n for n, each in enumerate(blocks) if isinstance(each, Heading) and "open to the end" in each.words)
    words = blocks[place + 1]
    assert isinstance(words, Paragraph)
    assert [(bit.look, bit.who) for bit in words.words if isinstance(bit, Bit) and bit.who] == [
        ("quoted", RUS),
        ("quoted", NATO),
    ]
    # Where no mark can be seen, something stands between one side's words and the other's.
    assert [bit.words for bit in words.words if isinstance(bit, Bit) and not bit.who] == ["; "]


def test_who_paid_adds_up() -> None:
    """The last row of the table is the sum of those above it."""
    *_, table, _ = told(MAIN, 2, "clauses", NATO).blocks
    *rows, (first, _, *sums) = cells(table)
    assert first == "All together"
    assert [_number(each) for each in sums] == [sum(_number(row[at]) for row in rows) for at in (2, 3)]


@pytest.mark.parametrize("name", EVERY)
def test_the_rows_of_a_score_add_up(name: str) -> None:
    """In random games: the points in the rows of each table come to its last row, which is the score."""
    for seed in (1, 2, 3):
        talks = random_debrief(name, seed)
        found = section(talks, "parts", talks.scenario.ids[-1])
        assert found
        scores = {who: each.total for who, each in parts(talks).items()}
        tables = [cells(each) for each in found.blocks if isinstance(each, Table)]
        assert tables[0][-1][1] == plain(scores[talks.scenario.ids[-1]])
        assert sorted(rows[-1][1] for rows in tables) == sorted(map(plain, scores.values()))
        for *rows, (_, total) in tables:
            assert sum(_number(points) for _, points in rows if points) == _number(total)


def _number(words: str) -> int:
    return int(words.replace("−", "-"))


def test_not_one_number_but_five() -> None:
    """Each of the five is told, with what it is and is not; without a text none of them is missing."""
    for seed in (1, 3):
        blocks = told(SHORT, seed, "measures").blocks
        heads = [block.words for block in blocks if isinstance(block, Heading)]
        assert len(heads) == 5
        assert sum(isinstance(block, Paragraph) and block.tone == "note" for block in blocks) == 5
    assert len([each for each in section_of("two-words").blocks if isinstance(each, Heading)]) == 3


def section_of(name: str) -> Section:
    """The measures of talks without audiences and aftermath."""
    return told(name, 1, "measures", None)


def test_the_few_lines_that_one_should_know() -> None:
    """Own points first."""
    _, lines = told(SHORT, 1, "overview", NATO).blocks
    assert isinstance(lines, Items)
    rows = [unmarked(row) for row in lines.rows]
    assert rows[0].startswith("Your points: 57.")
    assert "You gave most in “Enlargement”, by going to “silence: no mention” (−16)." in rows
    assert "Of those who watched, these are against it: Eastern Europe." in rows


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_has_its_title_before_it_is_worked_out(topic: str) -> None:
    """`topic_title` knows what each section is called: a new topic has its title beside it."""
    for talks in (debrief(SHORT, 1), debrief(SHORT, 3), debrief("three-rivers", 1)):
        found = section(talks, topic)
        if found is not None:
            assert found.id == topic
            assert found.title == topic_title(topic)
