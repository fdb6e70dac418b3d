"""At the end of a game at the terminal: other words, one after the other, and the better text that all want to see."""

from __future__ import annotations

from dataclasses import replace

from game.talks import Leave, Record
from game.terminal.debriefing import ask_topics
from game.text import DelegationId, IssueId
from tests.debrief.courses import debrief, source_at
from tests.debrief.test_settlement import seated
from tests.terminal.desk import Desk

ISTANBUL, HARBOUR = "istanbul-communique-1994", "harbour"
RUS, NATO, BORO = DelegationId("RUS"), DelegationId("NATO"), DelegationId("BORO")


def asked(kept: Record, me: DelegationId | None, *typed: str) -> Desk:
    """What is told where this is typed when the talks are over."""
    desk = Desk([*typed, ""], width=120)
    ask_topics(desk.console, kept, source_at(kept.scenario, int(kept.seed)), me)
    return desk


def at_harbour() -> Record:
    """Kept talks in the harbour."""
    return debrief(HARBOUR, 0).course.record


def of(seed: int, *persons: DelegationId) -> Record:
    """Talks in Istanbul between these persons and computers."""
    return seated(debrief(ISTANBUL, seed), *persons).course.record


def test_a_word_is_changed_by_names_and_by_numbers() -> None:
    """The redline, what breaks, and the points of each; by number it is the same."""
    told = asked(at_harbour(), BORO, "word notice shall").flat
    assert "The guild and the dredgers would break silence." in told
    assert "60 → 48 (−12)" in told
    scenario = debrief(HARBOUR, 0).scenario
    number = [issue.id for issue in scenario.text.issues].index(IssueId("notice")) + 1
    assert "The guild and the dredgers would break silence." in asked(at_harbour(), BORO, f"word {number} 1").flat


def test_changes_come_one_after_the_other_and_are_taken_back() -> None:
    """Two words at once are judged together; undo takes back the last, back all."""
    told = asked(at_harbour(), BORO, "word notice silence", "word form minutes", "word undo", "word back").flat
    first, second, third, fourth = told.split("Change one word. ")[1:]
    assert "The moot would refuse it." in first
    assert "The moot would have no vote on it." in second
    assert "refuse" not in second
    assert "The moot would refuse it." in third
    assert fourth.startswith("Not a word is changed.")


def test_word_alone_says_how_it_is_done() -> None:
    """The changes that matter most, the issues with their numbers, and what to type; an issue alone lists its
    wordings."""
    told = asked(at_harbour(), BORO, "word", "word notice").flat
    assert "What one other word would have done" in told
    assert "word undo takes the last change back" in told
    assert "from strong to weak: 1. shall tell" in told
    assert "(as it stands now)" in told


def test_what_is_no_word_is_said() -> None:
    """An issue or a wording that there is not: it is said, with what there is."""
    told = asked(at_harbour(), BORO, "word weather fine", "word notice loud", "word 77 1").flat
    assert "“weather” is none of these." in told
    assert "“loud” is none of these." in told
    assert "There is no number 77" in told


def test_the_better_text_is_asked_for_and_taken() -> None:
    """Nothing of it is told before the yes."""
    desk = asked(of(2, RUS), RUS, "settlement", "yes", "yes")
    before, _, after = desk.flat.partition("Everybody wanted to see it.")
    assert "All together" not in before
    assert "Do you want to see such a text, if everybody else does?" in before
    assert "Do you take it in the place of the signed text?" in after
    assert "Everybody took it." in after


def test_a_no_is_the_end_of_it_and_enter_leaves_it_open() -> None:
    """After a no nothing is told; with Enter the question can be asked again."""
    assert "Not everybody wanted to see it." in asked(of(2, RUS), RUS, "settlement", "no").flat
    later = asked(of(2, RUS), RUS, "settlement", "", "settlement", "yes", "no").flat
    assert "Not everybody took it" in later


def test_two_persons_are_asked_apart() -> None:
    """The keyboard is handed over, and what one has answered is out of sight."""
    desk = asked(of(2, RUS, NATO), None, "settlement", "", "yes", "", "no")
    assert "Hand over to Russia." in desk.flat
    between = desk.printed.partition("Hand over to Russia")[2].partition("Hand over to the Alliance")[0]
    assert between.count("\n") > 30
    assert "Not everybody wanted to see it." in desk.flat


def test_who_watched_asks_the_computers_and_who_has_no_text_is_told() -> None:
    """Each by one question; where nothing was signed there is nothing to be better than."""
    assert "have been worth" in asked(of(2), None, "settlement", "yes").flat
    kept = debrief(ISTANBUL, 3).course.record
    left = replace(kept, moves=(*kept.moves[:4], Leave(RUS)))
    assert "Nothing was signed" in asked(left, RUS, "settlement").flat
