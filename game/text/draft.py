"""The text as it stands between several positions: agreed words plain, the rest in brackets with their owners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from game.text.issue import DelegationId, IssueId, OptionId, Outcome, Positions
from game.text.paper import Text
from game.text.template import Slot, Template

SILENCE = "—"
"""How an empty alternative is shown inside a bracket."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One wording inside a bracket, and who stands for it."""

    option: OptionId
    words: str
    owners: tuple[DelegationId, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the draft. `issue` is None for the text's own words; more than one alternative is a bracket."""

    alternatives: tuple[Alternative, ...]
    """From strong to weak."""
    issue: IssueId | None = None
    part: str = ""
    """The place of the option's words, where it is not their own: a key of `Option.parts`."""

    @property
    def bracketed(self) -> bool:
        """Whether positions differ here."""
        return len(self.alternatives) > 1

    @property
    def words(self) -> str:
        """The words, of the first alternative if there are several."""
        return self.alternatives[0].words


@dataclass(frozen=True, slots=True)
class DraftClause:
    """A clause as the draft prints it."""

    id: str
    number: int
    """Its running number, from 1: clauses that say nothing have none."""
    title: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole draft: heading, the clauses that say anything, and the negotiated issues that have no printed place in
    it."""

    heading: tuple[Run, ...]
    clauses: tuple[DraftClause, ...]
    unprinted: tuple[IssueId, ...]

    @property
    def clean(self) -> bool:
        """Whether no printed place is in brackets."""
        return not any(run.bracketed for runs in self.stretches() for run in runs)

    def stretches(self) -> Iterator[tuple[Run, ...]]:
        """The heading, then each clause."""
        yield self.heading
        for clause in self.clauses:
            yield clause.runs


def draft(text: Text, positions: Positions, *, whose: bool = False) -> Draft:
    """The draft between these positions. Every position is whole. The words of settled issues are the text's own,
    unless it is asked `whose` they are."""
    owners = tuple(positions)
    heading, *rest = (
        _set_out(
            text,
            place,
            owners,
            tuple([tuple([stand[issue] for issue in issues]) for stand in positions.values()]),
            whose,
        )
        for place, issues in enumerate(text.places)
    )
    clauses: list[DraftClause] = []
    for clause, runs in zip(text.clauses, rest, strict=True):
        if any(run.words.strip() or run.bracketed for run in runs):
            clauses.append(DraftClause(clause.id, len(clauses) + 1, clause.title, runs))
    printed = {run.issue for runs in (heading, *(clause.runs for clause in clauses)) for run in runs}
    unprinted = tuple(issue.id for issue in text.negotiated if issue.id not in printed)
    return Draft(heading, tuple(clauses), unprinted)


def plain(text: Text, outcome: Outcome) -> tuple[str, ...]:
    """A whole text as a reader would sign it: the heading, then its clauses without their numbers."""
    clean = draft(text, {DelegationId(""): outcome})
    return tuple("".join(run.words for run in runs) for runs in clean.stretches())


def words_at(text: Text, slot: Slot, option: OptionId) -> str:
    """What an option prints in one place."""
    chosen = text[slot.issue][option]
    return chosen.parts.get(slot.part, "") if slot.part else chosen.words


@lru_cache(maxsize=8192)
def _set_out(
    text: Text, place: int, owners: tuple[DelegationId, ...], stands: tuple[tuple[OptionId, ...], ...], whose: bool
) -> tuple[Run, ...]:
    """The heading, or a clause by its place after it, between what each owner stands for in the issues that have a
    place there: the same at every table where they stand alike."""
    template = text.clauses[place - 1].template if place else text.heading
    positions = {
        who: dict(zip(text.places[place], each, strict=True)) for who, each in zip(owners, stands, strict=True)
    }
    return tidy(list(_runs(text, template, positions, whose=whose)))


def _runs(text: Text, template: Template, positions: Positions, *, whose: bool) -> Iterator[Run]:
    """The runs of a template, points and capitals not yet set."""
    for node in template:
        if isinstance(node, str):
            yield Run((Alternative(OptionId(""), node, ()),))
        elif isinstance(node, Slot):
            run = set_slot(text, node, positions)
            yield Run(run.alternatives) if text[node.issue].fixed and not whose else run
        elif all(any(words_at(text, s, stand[s.issue]) for stand in positions.values()) for s in node.slots):
            yield from _runs(text, node.nodes, positions, whose=whose)


def set_slot(text: Text, slot: Slot, positions: Positions) -> Run:
    """The run of a slot: what each position prints there, the strongest option first."""
    owners: dict[OptionId, list[DelegationId]] = {}
    for delegation, position in positions.items():
        owners.setdefault(position[slot.issue], []).append(delegation)
    ranked = sorted(owners, key=text[slot.issue].rank)
    found = tuple(Alternative(option, words_at(text, slot, option), tuple(owners[option])) for option in ranked)
    return Run(_told_apart(found) if slot.part else found, slot.issue, slot.part)


def _told_apart(found: tuple[Alternative, ...]) -> tuple[Alternative, ...]:
    """Words that follow from a choice in another place, each once: the same words of two options need no bracket."""
    owners: dict[str, tuple[DelegationId, ...]] = {}
    for said in found:
        owners[said.words] = (*owners.get(said.words, ()), *said.owners)
    firsts = {said.words: said for said in reversed(found)}
    return tuple(replace(firsts[words], owners=who) for words, who in owners.items())


_SPACES = re.compile(r"\s+")
_BEFORE_POINT = re.compile(r"[,\s]+(?=[.;:,])")


def tidy(runs: list[Run]) -> tuple[Run, ...]:
    """Set the points and capitals of a sentence whose words came from several hands.

    A comma gives way to a point that follows it (point absorption: Nunberg, The Linguistics of Punctuation, 1990),
    spaces do not double, and a sentence opens with a capital.
    """
    kept: list[Run] = []
    opens, spaced = True, True
    for place, run in enumerate(runs):
        following = next((words for later in runs[place + 1 :] if (words := _longest(later))), "")
        wordings = tuple(
            Alternative(said.option, _set(said.words, following[:1], opens, spaced), said.owners)
            for said in run.alternatives
        )
        tidied = Run(wordings, run.issue, run.part)
        if not tidied.words and not tidied.bracketed:
            continue
        kept.append(tidied)
        last = _longest(tidied)
        if last.strip():
            opens, spaced = last.rstrip().endswith("."), last[-1].isspace()
        elif last:
            spaced = True
    return _trimmed(kept)


def _longest(run: Run) -> str:
    """The longest wording of a run."""
    return max((said.words for said in run.alternatives), key=len)


@lru_cache(maxsize=4096)
def _set(words: str, following: str, opens: bool, spaced: bool) -> str:
    """Words before the sign that follows them, where they open a sentence or not, after a space or not."""
    words = _BEFORE_POINT.sub("", _SPACES.sub(" ", words))
    if following in {".", ";", ":", ","} or not following:
        words = words.rstrip(", ") if following else words.rstrip()
    if spaced:
        words = words.lstrip()
    if opens:
        words = re.sub(r"[^\W\d_]", lambda letter: letter.group().upper(), words, count=1)
    return re.sub(r"(?<=\.\s)[a-z]", lambda letter: letter.group().upper(), words)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """The runs without blank ones at the end."""
    while runs and runs[-1].issue is None and not runs[-1].words.strip():
        runs.pop()
    return tuple(runs)
