"""What the words were worth later: dated tests, read off the signed text and goodwill. No chance, no clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from game.scenario import Aftermath, Branch, Couple, Scenario, lowest_band
from game.text import DelegationId, IssueId, Outcome, Run, draft

_Paper = tuple[tuple[Run, ...], ...]
"""A signed text as it is printed: the heading, then its clauses."""
_Quoted = tuple[str, tuple[int, int]]
"""A sentence, and where in it the words that decide begin and end."""
_SILENCE: _Quoted = ("", (0, 0))


@dataclass(frozen=True, slots=True)
class Consequence:
    """How one test fell out, and why."""

    test: str
    day: date
    title: str
    question: str
    because: str
    points: Mapping[DelegationId, int]
    decides: IssueId | None = None
    quoted: str = ""
    """The sentence of the signed text that decided; empty where it was silence, or where nothing was signed."""
    mark: tuple[int, int] = (0, 0)
    """Where in that sentence the words that decided begin and end."""


def consequences(scenario: Scenario, signed: Outcome | None, goodwill: Mapping[Couple, int]) -> tuple[Consequence, ...]:
    """Every test of a scenario's aftermath, by date, for a signed text or for none. Of a sealed scenario only one's
    own points are in it."""
    paper = _paper(scenario, signed) if signed is not None else ()
    return tuple(_told(scenario, test, fell, signed, paper) for test, fell in fallen(scenario, signed, goodwill))


def fallen(
    scenario: Scenario, signed: Outcome | None, goodwill: Mapping[Couple, int]
) -> Iterator[tuple[Aftermath, Branch]]:
    """Every test by date with the branch that decides it, for whoever has no need of the sentences."""
    lowest = lowest_band(goodwill)
    for test in sorted(scenario.aftermath, key=lambda test: test.day):
        yield test, test.fell(signed, scenario.binding, lowest)


def _told(scenario: Scenario, test: Aftermath, fell: Branch, signed: Outcome | None, paper: _Paper) -> Consequence:
    quoted = _sentence(scenario, signed, fell.decides, paper) if signed is not None and fell.decides else _SILENCE
    return Consequence(test.id, test.day, test.title, test.question, fell.because, fell.points, fell.decides, *quoted)


def _paper(scenario: Scenario, signed: Outcome) -> _Paper:
    return tuple(draft(scenario.text, {DelegationId(""): signed}, whose=True).stretches())


def _sentence(scenario: Scenario, signed: Outcome, issue: IssueId, paper: _Paper) -> _Quoted:
    """The sentence in which the words of an issue stand; none where they are silence. A side issue is not in the text:
    its wording is its sentence."""
    phrase = scenario.text[issue]
    option = phrase[signed[issue]]
    if option.silent:
        return _SILENCE
    for runs in paper if not phrase.side else ():
        for place, run in enumerate(runs):
            if run.issue == issue and not run.part:
                return _around([each.words for each in runs], place)
    return option.words, _bare(option.words, 0)


def _around(words: list[str], place: int) -> _Quoted:
    """Of a clause, the sentence that a run stands in."""
    before, whole = "".join(words[:place]), "".join(words)
    start = before.rfind(". ") + 2 if ". " in before else 0
    end = whole.find(".", len(before) + len(words[place]) - 1)
    sentence = whole[start : end + 1 if end >= 0 else len(whole)]
    left = start + len(sentence) - len(sentence.lstrip())
    return sentence.strip(), _bare(words[place], len(before) - left)


def _bare(words: str, at: int) -> tuple[int, int]:
    """Where words that stand at a place begin and end, without the signs around them."""
    return at + len(words) - len(words.lstrip(" ,.")), at + len(words.rstrip(" ,."))
