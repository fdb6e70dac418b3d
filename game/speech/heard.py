"""Which lines were said: the record keeps remarks as plain words, so they are looked up in a dictionary of the lines.

What may stand in the places of a line is blanked, in the lines and in the remarks alike: then a remark is its lines,
sentence by sentence, whatever was at stake when they were said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain
from string import Formatter

from game.scenario import Scenario
from game.speech.lines import ANSWERS, PACKAGES
from game.speech.lines_procedure import ASIDES, PROCEDURE
from game.speech.manners import MANNERS
from game.speech.topic import listed, spoken, titled
from game.talks import View
from game.talks.events import speaker
from game.text import DelegationId, Text

_GROUPS = (*PACKAGES.values(), *ANSWERS.values(), *PROCEDURE.values(), *MANNERS.values(), ASIDES)
_HOUSE = tuple(chain.from_iterable(says for group in _GROUPS for says in group.values()))
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_BLANK = "\x00"
_LIST, _PAIR = f"{_BLANK}, {_BLANK}", listed([_BLANK, _BLANK])
_ENDS = (". ", "? ", "! ")


def brackets_left(number: int) -> str:
    """So many brackets, as a delegate says it."""
    count = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{count} bracket{'' if number == 1 else 's'}"


def halted(side: str) -> str:
    """A slight: a hold-up."""
    return f"the halt over {side}"


def gone_back(title: str) -> str:
    """A slight: an issue reopened."""
    return f"your going back on {title}"


def never_to(word: str) -> str:
    """A slight: a wording refused for ever."""
    return f"your ‘never’ to {word}"


@dataclass(frozen=True)
class _Dictionary:
    """The lines that can be said in talks about a text."""

    text: Text
    lines: tuple[str, ...]
    scenario: Scenario = field(compare=False, repr=False)

    @cached_property
    def _values(self) -> tuple[str, ...]:
        """What may stand in a place, the longest first."""
        found = {value.casefold() for value in self._named() if value}
        return tuple(sorted(found, key=lambda value: (-len(value), value)))

    def _named(self) -> Iterator[str]:
        scenario = self.scenario
        for delegation in scenario.delegations:
            yield from (delegation.short, delegation.capital)
        yield from (session.place for session in scenario.calendar.sessions)
        yield from (audience.short for audience in scenario.audiences)
        for side in scenario.side_texts:
            yield from (side.title, side.words, halted(side.title))
        for issue in self.text.issues:
            title = titled(scenario, issue.id)
            yield from (title, gone_back(title))
            for option in issue.options:
                word = spoken(scenario, issue.id, option.id)
                yield from (word, never_to(word))
        yield from (brackets_left(number) for number in range(len(self.text.issues) + 1))

    def _blanked(self, words: str) -> tuple[str, frozenset[str]]:
        """Words without what may stand in a place, and what stood there."""
        named = set()
        for value in self._values:
            if value in words:
                words = words.replace(value, _BLANK)
                named.add(value)
        while (shorter := words.replace(_LIST, _BLANK).replace(_PAIR, _BLANK)) != words:
            words = shorter
        return words, frozenset(named)

    @cached_property
    def _by_first_word(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        """Each line, and what stands between its blanked places, by its first word; by none if a place is in it."""
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for line in self.lines:
            blanks = (f"{words}{_BLANK if name else ''}" for words, name, _, _ in Formatter().parse(line.casefold()))
            parts = tuple(self._blanked("".join(blanks))[0].split(_BLANK))
            word, space, _ = parts[0].partition(" ")
            found.setdefault(word if space else "", []).append((line, parts))
        return found

    @cached_property
    def _known(self) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
        return {}

    def of(self, remark: str) -> tuple[frozenset[str], frozenset[str]]:
        """The lines that a remark is made of, and what stands in their places."""
        remark = remark.casefold()
        known = self._known.get(remark)
        if known is None:
            left, named = self._blanked(remark)
            cut = list(_sentences(left))
            runs = [" ".join(cut[a : b + 1]) for a in range(len(cut)) for b in range(a, len(cut))]
            known = self._known[remark] = frozenset(self._lines_among(runs)), named
        return known

    def _lines_among(self, runs: Sequence[str]) -> Iterator[str]:
        for run in runs:
            for word in (run.partition(" ")[0], ""):
                yield from (line for line, parts in self._by_first_word.get(word, ()) if _holds(run, parts))


@dataclass(frozen=True, slots=True)
class Heard:
    """A remark that was heard."""

    by: DelegationId
    lines: frozenset[str]
    """Those that it is made of."""
    named: frozenset[str]
    """What stands in their places, without capitals."""

    def names(self, value: str) -> bool:
        """Whether it names something that can stand in a place."""
        return value.casefold() in self.named


def heard_in(view: View) -> tuple[Heard, ...]:
    """What was said in talks, by the lines of the house and of the scenario's author."""
    scenario = view.scenario
    lines = (*_HOUSE, *(remark.say for remark in scenario.remarks))
    dictionary = _kept(_Dictionary(scenario.text, lines, scenario))
    return tuple(
        Heard(who, *dictionary.of(event.remark)) for event in view.record if event.remark and (who := speaker(event))
    )


@lru_cache(maxsize=64)
def _kept(dictionary: _Dictionary) -> _Dictionary:
    """The first that is equal: it remembers what it has found."""
    return dictionary


def _sentences(words: str) -> Iterator[str]:
    """Words cut after each sentence."""
    begun = 0
    for place in range(len(words) - 1):
        if words[place : place + 2] in _ENDS:
            yield words[begun : place + 1]
            begun = place + 2
    yield words[begun:]


def _holds(run: str, parts: tuple[str, ...]) -> bool:
    """Whether sentences are a line, whatever stands between its parts: a line also counts as said by a longer one that
    ends as it does."""
    if len(parts) == 1:
        return run == parts[0]
    if not (run.startswith(parts[0]) and run.endswith(parts[-1])):
        return False
    place = len(parts[0])
    for part in parts[1:-1]:
        place = run.find(part, place + 1)
        if place < 0:
            return False
        place += len(part)
    return place < len(run) - len(parts[-1])
