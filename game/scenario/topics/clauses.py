"""The sentences of the text, with their slots for the wordings of the issues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Annotated

from pydantic import Field

from game.scenario.mistakes import did_you_mean, printable
from game.scenario.names import Names, may_be
from game.scenario.proof import Path, Proof
from game.scenario.shapes import AsWritten, Id, Line, Prose
from game.scenario.topics.wordings import IssueModel
from game.text import Clause, Exclusion, Issue, Slot, Template, TemplateError, Text, parse_template, slots_of

_DEEPEST_GROUP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseModel(AsWritten):
    """A numbered sentence with slots {issue} and groups <...> that fall silent with the slots in them."""

    id: Id
    title: Line
    words: Annotated[
        Prose, Field(description="The sentence, with slots {issue}; a group in <...> falls silent with its slots.")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextModel(AsWritten):
    """What would be signed."""

    heading: Line
    clauses: Annotated[
        list[ClauseModel],
        Field(min_length=1, max_length=40, description="The clauses, in the order in which they are printed."),
    ]


def text_of(model: TextModel, issues: tuple[Issue, ...], exclusions: tuple[Exclusion, ...]) -> Text:
    """What would be signed, with the issues in it."""
    clauses = tuple(Clause(clause.id, clause.title, parse_template(clause.words)) for clause in model.clauses)
    return Text(parse_template(model.heading), clauses, issues, exclusions)


def check_text(text: TextModel, issues: Sequence[IssueModel], names: Names) -> None:
    """Mark slots without an issue, issues without a slot, and the same of the parts of their options."""
    names.twins("clause", ("text", "clauses"), [clause.id for clause in text.clauses])
    sentences: list[tuple[Path, str]] = [(("text", "heading"), text.heading)]
    sentences += [(("text", "clauses", n, "words"), clause.words) for n, clause in enumerate(text.clauses)]
    places = _Places(issues, names.proof)
    templates = [places.read(path, words) for path, words in sentences]
    # Slots may stand in a sentence that cannot be read, so then nothing can be said to be printed nowhere.
    if None not in templates:
        places.check_printed()


class _Places:
    """Which issues, and which parts of their options, the sentences print."""

    def __init__(self, issues: Sequence[IssueModel], proof: Proof) -> None:
        self._issues = issues
        self._by_id: Mapping[str, IssueModel] = {issue.id: issue for issue in issues}
        self._parts = {issue.id: {part for option in issue.options for part in option.parts} for issue in issues}
        self._printed: dict[str, set[str]] = {}
        self._proof = proof

    def read(self, path: Path, words: str) -> Template | None:
        """The template of a sentence whose slots are marked where they are wrong; None if it cannot be read."""
        template = _template(path, words, self._proof)
        for slot in dict.fromkeys(slots_of(template or ())):
            self._check_slot(path, slot)
        return template

    def _check_slot(self, path: Path, slot: Slot) -> None:
        shown = printable(f"{{{slot.issue}.{slot.part}}}" if slot.part else f"{{{slot.issue}}}")
        if slot.issue not in self._by_id:
            if not may_be(slot.issue, self._by_id):
                offer = did_you_mean(slot.issue, self._by_id)
                self._proof.mark(path, f"the slot {shown} names no issue{offer}")
            return
        self._printed.setdefault(slot.issue, set()).add(slot.part)
        if slot.part and slot.part not in self._parts[slot.issue]:
            offer = did_you_mean(slot.part, self._parts[slot.issue])
            self._proof.mark(path, f"the slot {shown} names a part that no option of '{slot.issue}' has{offer}")
        if self._by_id[slot.issue].side:
            self._proof.mark(path, f"the slot {shown} prints '{slot.issue}', which is a side issue")

    def check_printed(self) -> None:
        """Mark every issue, and every part of an option, that no sentence prints."""
        for n, issue in enumerate(self._issues):
            if issue.side:
                continue
            if issue.id not in self._printed:
                said = f"no clause prints issue '{issue.id}': it needs a slot or 'side: true'"
                self._proof.mark(("issues", n, "id"), said)
                continue
            printed = self._printed[issue.id]
            for m, option in enumerate(issue.options):
                for part in option.parts:
                    if part not in printed:
                        offer = did_you_mean(part, printed - {""})
                        at: Path = ("issues", n, "options", m, "parts", part)
                        self._proof.mark_key(at, f"no clause prints the part '{part}' of issue '{issue.id}'{offer}")


def _template(path: Path, words: str, proof: Proof) -> Template | None:
    if _depth(words) > _DEEPEST_GROUP:
        # Whoever prints a sentence walks through its groups by recursion.
        proof.mark(path, f"the groups of this sentence are nested more than {_DEEPEST_GROUP} deep")
        return None
    try:
        return parse_template(words)
    except TemplateError as error:
        near = printable(words[max(0, error.at - 15) : error.at + 15])
        proof.mark(path, f"{error} (sign {error.at + 1} of this text, near '{near}')")
    return None


def _depth(words: str) -> int:
    """How many groups are open at once."""
    return max(accumulate((sign == "<") - (sign == ">") for sign in words), default=0)
