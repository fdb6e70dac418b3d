"""What is known and what is made up: for whoever has not begun, at the table, printed, and when the talks are over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.scenario import check, shipped
from game.text import IssueId, OptionId, Outcome
from game.words import say
from game.words.known import SCALES, known_section, made_up
from game.words.page import Heading, Items, Paragraph, Section, Table
from tests.library import DRILLS, scenario


def read(section: Section) -> str:
    """All its words."""
    said: list[str] = []
    for block in section.blocks:
        match block:
            case Heading(words) | Paragraph(words):
                said.append(words if isinstance(words, str) else "".join(bit.words for bit in words))
            case Items(rows):
                said += [row if isinstance(row, str) else "".join(bit.words for bit in row) for row in rows]
            case Table(_, _, rows):
                said += [c if isinstance(c, str) else "".join(b.words for b in c) for row in rows for c in row]
            case _:
                raise AssertionError("no figure belongs here")
    return "\n".join(said)


@pytest.mark.parametrize("name", shipped())
def test_every_scenario_says_how_its_numbers_were_chosen_and_what_is_left_out(name: str) -> None:
    """The author's own sentences stand there beside what is true of all: that talk is invented, that scales are not to
    be added, and what the dots are and from whom."""
    told = scenario(name)
    assert told.limits is not None
    said = read(known_section(told))
    for words in (told.limits.numbers, *told.limits.left_out, *made_up(told), say(SCALES)):
        assert words in said
    assert "The Concept of Legalization" in said


@pytest.mark.parametrize("name", shipped())
def test_every_source_that_is_cited_is_listed(name: str) -> None:
    """Of wordings, events, side texts, tests and the historical text; and only what is on record is quoted."""
    told, said = scenario(name), read(known_section(scenario(name)))
    for each in (*told.happenings, *told.aftermath, *told.side_texts):
        assert all(told.sources[cited].title in said for cited in each.source.cite)
    for card in told.history.cards if told.history is not None else ():
        assert (f"“{card.says}”" if card.says else card.story) in said
        assert all(told.sources[cited].title in said for cited in card.cite)
    for issue in told.text.negotiated:
        for option in issue.options:
            if option.source.label == "FACT" and option.words:
                assert f"“{option.quotable}”" in said
            elif option.words:
                assert f"“{option.words.strip(' ,')}”" not in said.replace(option.source.note, "")


@pytest.mark.parametrize("name", shipped())
def test_before_the_talks_nothing_sealed_is_told(name: str) -> None:
    """What will happen outside is nobody's yet, nor what anybody's cable is made of."""
    told = scenario(name)
    sealed = read(known_section(told.sealed_for(None)))
    assert told.limits is not None
    assert told.limits.numbers in sealed
    for each in told.happenings:
        assert f"{each.title}: " not in sealed
    for sheet in told.instructions.values():
        assert not sheet.brief.note or sheet.brief.note.rstrip(".") not in sealed


def test_of_a_signed_text_its_wordings_and_those_of_history_are_told() -> None:
    """The debrief leaves the others to the handout."""
    told = scenario("istanbul-communique-1994")
    assert told.history is not None
    signed: Outcome = {**told.history.outcome, IssueId("enl"): OptionId("openness")}
    (table,) = [block for block in known_section(told, signed).blocks if isinstance(block, Table)]
    assert len(table.rows) == len(told.text.negotiated) + len(signed) + 1


@pytest.mark.parametrize("name", DRILLS)
def test_a_drill_is_called_invented(name: str) -> None:
    """Nothing speaks of what anybody is known to have asked for, where nobody did."""
    assert not any("known to have asked" in line for line in made_up(scenario(name)))


def test_a_file_that_tells_no_limits_is_told_so() -> None:
    """The author of talks that are history is asked for them; of a drill not."""
    for name in shipped():
        assert not any("limits" in each.message for each in check(name).warnings)
    told = scenario("istanbul-communique-1994")
    bare = read(known_section(replace(told, limits=None)))
    assert "What the model leaves out" not in bare
