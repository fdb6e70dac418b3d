"""Places of the plot in words: a text against one's own, and what differs between two."""

from __future__ import annotations

from game.debrief.differences import differences
from game.debrief.plot import Mark, Plot, plot
from game.words.page import Paragraph, Section, unmarked
from game.words.pointing import between_section, place_section, pointing_section
from tests.debrief.courses import debrief

SHORT = "istanbul-communique-1994"


def shown(name: str = SHORT) -> Plot:
    """The plot as the first delegation reads it."""
    found = debrief(name)
    one, other = found.scenario.ids[:2]
    return plot(found, one, other, one)


def told(section: Section) -> str:
    """All paragraphs of a section."""
    return " / ".join(unmarked(block.words).strip() for block in section.blocks if isinstance(block, Paragraph))


def mark(kind: str, name: str = SHORT) -> Mark:
    """The first mark of a kind."""
    return next(mark for mark in shown(name).marks if mark.kind == kind)


def test_before_anything_is_pointed_at_it_says_how() -> None:
    """How many texts there are, both walk-aways, what others are read against; and where only marks can be read."""
    scenario = debrief(SHORT).scenario
    words = told(pointing_section(scenario, shown(), mark("yours")))
    assert "You walk away below 47. The Alliance walks away below 57." in words
    assert "It is read against your text." in words
    assert "only marks are read" in told(pointing_section(scenario, shown(), None, anywhere=False))


def test_a_place_is_read_against_another_text() -> None:
    """Both sums, how many texts share them, in how many wordings it is another; none against itself."""
    scenario, yours, nash = debrief(SHORT).scenario, mark("yours"), mark("nash")
    section = place_section(scenario, shown(), nash.points, nash.text, nash.texts, mark=nash, against=yours)
    assert section.title == "The Nash text and the Kalai-Smorodinsky text"
    assert nash.text is not None
    assert yours.text is not None
    changed = len(differences(scenario, yours.text, nash.text).issues)
    assert f"{changed} wordings are other than in your text:" in told(section) or changed == 1
    assert "63    70" in told(section)
    mine = place_section(scenario, shown(), yours.points, yours.text, yours.texts, mark=yours, against=yours)
    assert "other than" not in told(mine)
    same = place_section(scenario, shown(), yours.points, yours.text, 5, against=yours)
    assert "5 texts have these points; this is one of them. / These are the words of your text." in told(same)


def test_what_is_no_text_is_said_to_be_none() -> None:
    """The walk-away has no words, and a position that could not be signed lies where no text is."""
    found, scenario = shown("harbour"), debrief("harbour").scenario
    without = mark("no-text", "harbour")
    section = place_section(scenario, found, without.points, None, None, mark=without, against=None)
    assert "no words to hold against others" in told(section)
    opening = mark("draft")
    section = place_section(debrief(SHORT).scenario, shown(), opening.points, opening.text, 0, mark=opening)
    assert "No text that could be signed has these points." in told(section)


def test_between_two_texts_only_what_differs_is_told() -> None:
    """A heading for each issue that differs, both wordings with their points for each side, and sums that fit."""
    scenario, yours = debrief(SHORT).scenario, mark("yours")
    opening = mark("draft")
    assert yours.text is not None
    assert opening.text is not None
    found = differences(scenario, opening.text, yours.text)
    section = between_section(scenario, ("your opening", "your text"), opening.text, yours.text)
    words = told(section)
    assert section.title == f"{len(found.issues)} wordings differ"
    assert words.startswith(
        f"1  Your opening    {'  '.join(str(sum) for sum in found.sums[0].values())} / 2  Your text "
    )
    first, last = found.sums
    change = "  ".join(f"{last[who] - first[who]:+}".replace("-", "−") for who in scenario.ids)
    assert words.endswith(f"/ {change}")
    alike = between_section(scenario, ("a", "b"), yours.text, yours.text)
    assert told(alike).endswith("The two texts are the same, word for word.")
