"""The plot in words: for whoever cannot see it, and in a table."""

from __future__ import annotations

from game.debrief.plot import Mark, plot
from game.words.debrief import section
from game.words.page import Figure, Table, unmarked
from game.words.plots import alternative, counted, label, mark_name
from tests.debrief.courses import debrief

SHORT = "istanbul-communique-1994"


def test_the_plot_is_told_in_sentences() -> None:
    """Axes, counts, walk-aways, frontier, marks with both sums, and both paths, to one side and to a watcher."""
    found = debrief(SHORT)
    one, other = found.scenario.ids
    told = alternative(found.scenario, plot(found, one, other, one))
    for words in (
        "to the right for you, upwards for the Alliance.",
        "108 texts could be signed. 47 of them give both sides at least as much as walking away.",
        "You walk away below 47. The Alliance walks away below 57.",
        "runs from 18 for you and 93 for the Alliance to 89 for you and 35 for the Alliance.",
        "The Nash text: 63 for you and 70 for the Alliance; 1 text lies there.",
        "The text of 10 June 1994: 63 for you and 68 for the Alliance; 1 text lies there.",
        "Your text: 63 for you and 68 for the Alliance; 1 text lies there.",
        "The draft as you stood for it was worth 99 for you and 8 for the Alliance at the opening, and 63 for you",
    ):
        assert words in told
    watched = alternative(found.scenario, plot(found, one, other))
    assert "you" not in watched.lower().split()
    assert "The signed text: 63 for Russia and 68 for the Alliance" in watched


def test_its_section_has_the_figure_and_the_marks() -> None:
    """A figure with its alternative, and a row for each mark with both sums and how many texts share them."""
    found = debrief(SHORT)
    one, other = found.scenario.ids
    told = section(found, "plot", other)
    assert told is not None
    figure, table, *_ = told.blocks
    assert isinstance(figure, Figure)
    assert isinstance(table, Table)
    assert figure.alt == alternative(found.scenario, plot(found, one, other, other))
    assert figure.caption == counted(found.scenario, plot(found, one, other))
    rows = {unmarked(cells[0]): [unmarked(cell) for cell in cells[1:]] for cells in table.rows}
    assert rows["Your text"] == ["63", "68", "1"]
    assert rows["The Nash text"] == ["63", "70", "1"]
    assert [unmarked(column.words) for column in table.columns] == ["Mark", "Russia", "You", "Texts with these points"]


def test_marks_have_names() -> None:
    """Every kind, and several at one place with how many texts share it."""
    found = debrief(SHORT)
    one, other = found.scenario.ids
    shown = plot(found, one, other, one)
    names = {
        Mark("table", (0, 0), name="B"): "table B",
        Mark("earlier", (0, 0)): "an earlier game",
        Mark("better", (0, 0)): "a better text",
        Mark("no-text", (0, 0)): "no text",
        Mark("draft", (0, 0), hour=2.5, who=other): "the draft of the Alliance after 2½ h",
        Mark("draft", (0, 0), hour=2.5, who=one): "your draft after 2½ h",
        Mark("kalai-smorodinsky", (0, 0)): "the Kalai-Smorodinsky text",
    }
    for mark, words in names.items():
        assert mark_name(found.scenario, shown, mark) == words
    here = [Mark("yours", (0, 0), texts=1200), Mark("nash", (0, 0), texts=1200)]
    assert label(found.scenario, shown, here) == "Your text and Nash (1,200 texts here)"
    assert label(found.scenario, shown, [Mark("draft", (0, 0), hour=0.0, who=other)]) == "The Alliance opened here"
