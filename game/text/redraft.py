"""The draft as it would read if somebody moved: what stands now, what would stand then, and what would be struck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from game.text.draft import Alternative, Run, set_slot, tidy, words_at
from game.text.issue import DelegationId, IssueId, OptionId, Positions
from game.text.paper import Text
from game.text.template import Group, Slot, Template

_THEN = "*"
"""Before the name of whoever stands somewhere then: no delegation's begins so."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """One wording in one place, with who stands for it now and who would stand for it then. Words that are the text's
    own have nobody."""

    option: OptionId
    words: str
    now: tuple[DelegationId, ...] = ()
    then: tuple[DelegationId, ...] = ()


@dataclass(frozen=True, slots=True)
class Redrafted:
    """A stretch of the draft. `issue` is None for the text's own words, which have one wording."""

    wordings: tuple[Reworded, ...]
    """From strong to weak."""
    issue: IssueId | None = None
    part: str = ""
    """The place of the option's words, where it is not their own: a key of `Option.parts`."""
    was: bool = True
    """Whether anything of it is printed now."""
    will: bool = True
    """Whether anything of it would be printed then."""

    @property
    def moved(self) -> bool:
        """Whether it would read otherwise, or for others."""
        return self.was != self.will or any(each.now != each.then for each in self.wordings)

    @property
    def bracketed(self) -> bool:
        """Whether positions differ here now."""
        return sum(bool(each.now) for each in self.wordings) > 1


@dataclass(frozen=True, slots=True)
class RedraftedClause:
    """A clause that says anything, now or then."""

    id: str
    number: int
    """Its running number among these, from 1."""
    runs: tuple[Redrafted, ...]


@dataclass(frozen=True, slots=True)
class Redraft:
    """A whole draft, now and then; with the negotiated issues that have no printed place in either."""

    heading: tuple[Redrafted, ...]
    clauses: tuple[RedraftedClause, ...]
    unprinted: tuple[IssueId, ...]


def redraft(text: Text, now: Positions, then: Positions) -> Redraft:
    """The draft between these positions and those that the same delegations would have then."""
    owners = tuple(now)
    heading, *rest = (
        _set_out(
            text,
            place,
            owners,
            tuple(tuple(stand[issue] for issue in issues) for each in (now, then) for stand in each.values()),
        )
        for place, issues in enumerate(text.places)
    )
    clauses: list[RedraftedClause] = []
    for clause, runs in zip(text.clauses, rest, strict=True):
        if any(each.words.strip() for run in runs for each in run.wordings):
            clauses.append(RedraftedClause(clause.id, len(clauses) + 1, runs))
    printed = {run.issue for runs in (heading, *(each.runs for each in clauses)) for run in runs}
    return Redraft(heading, tuple(clauses), tuple(i.id for i in text.negotiated if i.id not in printed))


@lru_cache(maxsize=2048)
def _set_out(
    text: Text, place: int, owners: tuple[DelegationId, ...], stands: tuple[tuple[OptionId, ...], ...]
) -> tuple[Redrafted, ...]:
    """The heading, or a clause by its place after it; `stands` are those of now, then those of then."""
    template = text.clauses[place - 1].template if place else text.heading
    every = (*owners, *(DelegationId(f"{_THEN}{who}") for who in owners))
    positions = {who: dict(zip(text.places[place], each, strict=True)) for who, each in zip(every, stands, strict=True)}
    runs = tidy(list(_runs(text, template, positions, every)))
    return tuple(_told(run) for run in runs)


def _runs(text: Text, template: Template, positions: Positions, shown_to: tuple[DelegationId, ...]) -> Iterator[Run]:
    """The runs of a template; `shown_to` are those in whose draft it is printed, now or then."""
    for node in template:
        if isinstance(node, str):
            yield Run((Alternative(OptionId(""), node, shown_to),))
        elif isinstance(node, Slot):
            run = set_slot(text, node, {who: positions[who] for who in shown_to})
            yield Run(run.alternatives) if text[node.issue].fixed else run
        elif shown := tuple(who for who in shown_to if _prints(text, node, positions, then=who.startswith(_THEN))):
            yield from _runs(text, node.nodes, positions, shown)


def _prints(text: Text, group: Group, positions: Positions, *, then: bool) -> bool:
    """Whether a group is printed, now or then: every slot in it has words for somebody."""
    stands = [stand for who, stand in positions.items() if who.startswith(_THEN) == then]
    return all(any(words_at(text, slot, stand[slot.issue]) for stand in stands) for slot in group.slots)


def _told(run: Run) -> Redrafted:
    wordings, own = [], run.issue is None
    for said in run.alternatives:
        now = tuple(who for who in said.owners if not who.startswith(_THEN))
        then = tuple(DelegationId(who.removeprefix(_THEN)) for who in said.owners if who.startswith(_THEN))
        wordings.append(Reworded(said.option, said.words, () if own else now, () if own else then))
    every = [who for said in run.alternatives for who in said.owners]
    was, will = (any(who.startswith(_THEN) == then for who in every) for then in (False, True))
    return Redrafted(tuple(wordings), run.issue, run.part, was, will)
