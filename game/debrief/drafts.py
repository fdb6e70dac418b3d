"""What each move changed in the draft: of every clause that reads otherwise, the words that were left, and the words
that were stood for anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias, TypeVar

from game.debrief.course import Course, Step
from game.text import Alternative, DelegationId, Draft, Positions, Run, Text, draft

_T = TypeVar("_T")

Change: TypeAlias = Literal["kept", "struck", "inserted"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words at one place of a draft, or what sets them apart there. Kept and struck ones make the draft as it was, kept
    and inserted ones make it as it is."""

    kind: Literal["words", "open", "or", "close"]
    """Some wording; a bracket that opens; the line between two wordings in it; a bracket that closes."""
    change: Change
    words: str = ""
    stand: tuple[DelegationId, ...] = ()
    """In a bracket, who stood for the words and still does."""
    left: tuple[DelegationId, ...] = ()
    """Who stood for them before."""
    joined: tuple[DelegationId, ...] = ()
    """Who stands for them since."""


@dataclass(frozen=True, slots=True)
class Redrafted:
    """A clause that reads otherwise than before; its heading is one without a title."""

    title: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Redraft:
    """One move, and the clauses that it changed: none, where it only talked."""

    step: Step
    clauses: tuple[Redrafted, ...]


def redrafts(course: Course) -> tuple[Redraft, ...]:
    """Every move with what it changed in the draft, in order."""
    text, found = course.scenario.text, []
    before = draft(text, course.opening.positions)
    for step in course.steps:
        after = before
        if step.before.positions is not step.after.positions:
            after = draft(text, step.after.positions)
        found.append(Redraft(step, redrafted(before, after)))
        before = after
    return tuple(found)


def laid_open(text: Text, positions: Positions) -> tuple[Redrafted, ...]:
    """A draft between these positions as it stands, nothing in it changed."""
    found = draft(text, positions)
    return tuple(
        Redrafted(title, tuple(_standing(runs, "kept")))
        for title, runs in [("", found.heading), *((each.title, each.runs) for each in found.clauses)]
    )


def redrafted(before: Draft, after: Draft) -> tuple[Redrafted, ...]:
    """The clauses that read otherwise in the later of two drafts, in the order of the text."""
    if before == after:
        return ()
    old, new = _clauses(before), _clauses(after)
    # A clause that fell silent stands where it stood: before the next that both have.
    found = []
    for id in _merged(list(old), list(new)):
        (title, was), (title_now, is_now) = old.get(id, ("", ())), new.get(id, ("", ()))
        if was != is_now:
            found.append(Redrafted(title_now or title, tuple(_changed(was, is_now))))
    return tuple(found)


def _clauses(found: Draft) -> dict[str, tuple[str, tuple[Run, ...]]]:
    """Title and runs of the heading and of each clause, by an id."""
    return {"": ("", found.heading), **{each.id: (each.title, each.runs) for each in found.clauses}}


def _place(run: Run) -> tuple[str, str]:
    """What makes two runs the same place of a clause: the issue and its part, or the text's own words."""
    return (run.issue, run.part) if run.issue is not None else ("", run.words)


def _changed(old: Sequence[Run], new: Sequence[Run]) -> Iterator[Stretch]:
    places = [_place(run) for run in old], [_place(run) for run in new]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *places, autojunk=False).get_opcodes():
        if tag == "equal":
            for was, is_now in zip(old[i1:i2], new[j1:j2], strict=True):
                yield from _at_one_place(was, is_now)
            continue
        yield from _standing(old[i1:i2], "struck")
        yield from _standing(new[j1:j2], "inserted")


def _standing(runs: Sequence[Run], change: Change) -> Iterator[Stretch]:
    """Runs that are kept, struck or inserted as they are."""
    for run in runs:
        if not run.bracketed:
            yield Stretch("words", change, run.words)
            continue
        yield Stretch("open", change)
        for number, said in enumerate(run.alternatives):
            if number:
                yield Stretch("or", change)
            whose = {"kept": "stand", "struck": "left", "inserted": "joined"}[change]
            yield Stretch("words", change, said.words, **{whose: said.owners})
        yield Stretch("close", change)


def _at_one_place(was: Run, is_now: Run) -> Iterator[Stretch]:
    """What has changed at a place that is in both drafts."""
    if was == is_now:
        yield from _standing((is_now,), "kept")
        return
    if not was.bracketed and not is_now.bracketed:
        if was.words == is_now.words:
            yield Stretch("words", "kept", is_now.words)
        else:
            yield Stretch("words", "struck", was.words)
            yield Stretch("words", "inserted", is_now.words)
        return
    told = list(_wordings(was, is_now))
    if not was.bracketed:
        yield from (each for each in told if each.change == "struck")
        yield from _in_brackets([each for each in told if each.change != "struck"], "inserted")
    elif not is_now.bracketed:
        yield from _in_brackets([each for each in told if each.change != "inserted"], "struck")
        yield from (each for each in told if each.change == "inserted")
    else:
        yield from _in_brackets(told, "kept")


def _in_brackets(told: Sequence[Stretch], edge: Change) -> Iterator[Stretch]:
    yield Stretch("open", edge)
    for number, stretch in enumerate(told):
        if number:
            yield Stretch("or", _between(told[number - 1].change, stretch.change, edge))
        yield stretch
    yield Stretch("close", edge)


def _between(one: Change, other: Change, edge: Change) -> Change:
    """Whether a line between two wordings was there before, and is there now."""
    changes = {one, other} - {"kept"}
    if edge != "kept" or not changes:
        return edge
    return "kept" if changes == {"struck", "inserted"} else changes.pop()


def _wordings(was: Run, is_now: Run) -> Iterator[Stretch]:
    """The wordings of two brackets, or of a bracket and of the words that it became, from strong to weak. Outside
    brackets words are everybody's, and nobody stands out at them."""
    old, new = {_key(said): said for said in was.alternatives}, {_key(said): said for said in is_now.alternatives}
    for key in _merged(list(old), list(new)):
        then = old[key].owners if key in old and was.bracketed else ()
        now = new[key].owners if key in new and is_now.bracketed else ()
        if key not in new:
            yield Stretch("words", "struck", old[key].words, left=then)
        elif key not in old:
            yield Stretch("words", "inserted", new[key].words, joined=now)
        elif not is_now.bracketed:
            yield Stretch("words", "kept", new[key].words)
        else:
            yield _kept(new[key].words, then, now)


def _kept(words: str, then: tuple[DelegationId, ...], now: tuple[DelegationId, ...]) -> Stretch:
    stand = tuple(who for who in now if who in then)
    left, joined = (tuple(who for who in some if who not in stand) for some in (then, now))
    return Stretch("words", "kept", words, stand, left, joined)


def _key(said: Alternative) -> tuple[str, str]:
    return said.option, said.words.strip(" ,")


def _merged(old: Sequence[_T], new: Sequence[_T]) -> tuple[_T, ...]:
    """What stands in one list or the other, each once, in the order of both."""
    found: list[_T] = []
    for _, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        found += [*old[i1:i2], *new[j1:j2]]
    return tuple(dict.fromkeys(found))
