"""Bracketed notation: a draft as one would type it, and back.

    SUMMARY OF CONCLUSIONS
    1. They will hold [formal consultations|RUS] [consultations, as appropriate,|NATO] on issues of common concern.
    -- bosnia: [contact|RUS] [none|NATO]

Each wording stands in its own bracket with its owners after the bar; what is agreed stands plain; issues that the
draft does not print follow as lines of option ids. `write` and `read` are a pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.text.draft import Draft, Run, draft, words_at
from game.text.issue import DelegationId, IssueId, OptionId, Positions
from game.text.paper import Text
from game.text.template import Slot, Template

Stand = tuple[OptionId, ...]
"""The option of each delegation, in the order of the table."""


class NotationError(ValueError):
    """A draft that cannot be read as a draft of this text."""


@dataclass(frozen=True, slots=True)
class _Bracket:
    """One wording in brackets with its owners, as it was typed."""

    words: str
    owners: tuple[DelegationId, ...]


_Token = str | _Bracket
_BRACKET = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
_WORD = re.compile(r"[^\s.,;:()]+|[.,;:()]")


def write(text: Text, positions: Positions) -> str:
    """The draft between these positions in bracketed notation."""
    paper = draft(text, positions)
    lines = [_write_runs(paper.heading)]
    lines += [f"{clause.number}. {_write_runs(clause.runs)}" for clause in paper.clauses]
    return "\n".join(lines + list(_write_unprinted(paper, positions)))


def _write_runs(runs: Sequence[Run]) -> str:
    """A heading or a clause as one line."""
    return "".join(run.words if not run.bracketed else _write_bracket(run) for run in runs)


def _write_bracket(run: Run) -> str:
    """Each wording of a run in a bracket of its own."""
    return " ".join(f"[{said.words.strip()}|{','.join(said.owners)}]" for said in run.alternatives)


def _write_unprinted(paper: Draft, positions: Positions) -> Iterator[str]:
    """A line of option ids for each issue that the draft does not print."""
    for issue in paper.unprinted:
        owners: dict[OptionId, list[DelegationId]] = {}
        for delegation, position in positions.items():
            owners.setdefault(position[issue], []).append(delegation)
        if len(owners) == 1:
            yield f"-- {issue}: {next(iter(owners))}"
        else:
            yield f"-- {issue}: " + " ".join(f"[{option}|{','.join(who)}]" for option, who in owners.items())


def read(text: Text, delegations: Sequence[DelegationId], notation: str) -> Positions:
    """The positions behind a draft in bracketed notation. Raises `NotationError` where it is no draft of this text."""
    lines = [line.strip() for line in notation.strip().splitlines() if line.strip()]
    unprinted = dict(_read_unprinted(text, delegations, line) for line in lines if line.startswith("--"))
    printed = [line for line in lines if not line.startswith("--")]
    if not printed:
        raise NotationError("a draft begins with its heading")
    reader = _Reader(text, tuple(delegations), unprinted)
    first = _tokens(printed[0])
    rest = [_tokens(re.sub(r"^\d+\.\s*", "", line)) for line in printed[1:]]
    settled = {issue.id: (issue.options[0].id,) * len(delegations) for issue in text.issues if issue.fixed}
    for stands, end in reader.match(text.heading, first, 0, settled):
        if end == len(first):
            for whole in reader.clauses(0, rest, stands):
                found: Positions = {
                    delegation: {issue.id: whole[issue.id][seat] for issue in text.issues}
                    for seat, delegation in enumerate(delegations)
                }
                if [_tokens(line) for line in write(text, found).splitlines()] == [_tokens(line) for line in lines]:
                    return found
    raise NotationError("these words are no draft of this text: " + notation.strip()[:200])


def _read_unprinted(text: Text, delegations: Sequence[DelegationId], line: str) -> tuple[IssueId, Stand]:
    """The issue of a line of option ids, and where each delegation stands. Raises `NotationError`."""
    name, _, said = line.removeprefix("--").partition(":")
    issue = IssueId(name.strip())
    if issue not in text:
        raise NotationError(f"no issue {issue!r} in this text")
    brackets = [_Bracket(m[1].strip(), _owners(m[2])) for m in _BRACKET.finditer(said)]
    if not brackets:
        brackets = [_Bracket(said.strip(), tuple(delegations))]
    chosen: dict[DelegationId, OptionId] = {}
    for bracket in brackets:
        if OptionId(bracket.words) not in text[issue]:
            raise NotationError(f"no option {bracket.words!r} in issue {issue!r}")
        chosen.update(dict.fromkeys(bracket.owners, OptionId(bracket.words)))
    if set(chosen) != set(delegations):
        raise NotationError(f"not every delegation stands for something in issue {issue!r}")
    return issue, tuple(chosen[delegation] for delegation in delegations)


def _owners(names: str) -> tuple[DelegationId, ...]:
    """The delegations named after the bar of a bracket."""
    return tuple(DelegationId(name.strip()) for name in names.split(","))


def _tokens(line: str) -> tuple[_Token, ...]:
    """The words, points and brackets of a line. Raises `NotationError` for a bracket that is not whole."""
    found: list[_Token] = []
    position = 0
    for bracket in _BRACKET.finditer(line):
        found += _WORD.findall(line[position : bracket.start()])
        found.append(_Bracket(bracket[1], _owners(bracket[2])))
        position = bracket.end()
    if any(sign in line[position:] for sign in "[]|"):
        raise NotationError(f"a bracket is written [words|OWNER]: {line[position:].strip()[:80]!r}")
    return tuple(found + _WORD.findall(line[position:]))


def _same(one: str, other: str) -> bool:
    """Whether two wordings are the same but for capitals and for commas at the end that a point absorbed."""
    return _WORD.findall(one.casefold().strip(", ")) == _WORD.findall(other.casefold().strip(", "))


@dataclass(frozen=True)
class _Reader:
    """Matches templates against words, trying the options of an issue one after the other."""

    text: Text
    delegations: tuple[DelegationId, ...]
    unprinted: dict[IssueId, Stand]

    def clauses(
        self, index: int, lines: Sequence[tuple[_Token, ...]], stands: dict[IssueId, Stand]
    ) -> Iterator[dict[IssueId, Stand]]:
        """Every way to read these lines as the clauses from this one on, some of which may print nothing."""
        if index == len(self.text.clauses):
            if not lines and all(i.id in stands or i.id in self.unprinted for i in self.text.issues):
                yield {**self.unprinted, **stands}
            return
        template = self.text.clauses[index].template
        if lines:
            for grown, end in self.match(template, lines[0], 0, stands):
                if end == len(lines[0]):
                    yield from self.clauses(index + 1, lines[1:], grown)
        for grown, _ in self.match(template, (), 0, stands):
            yield from self.clauses(index + 1, lines, grown)

    def match(
        self, nodes: Template, tokens: tuple[_Token, ...], at: int, stands: dict[IssueId, Stand]
    ) -> Iterator[tuple[dict[IssueId, Stand], int]]:
        """Every way to read `nodes` from `tokens[at:]`: the stands it settles, and where it ends."""
        if not nodes:
            yield stands, at
            return
        node, rest = nodes[0], nodes[1:]
        if isinstance(node, str):
            for end in self._literal(node, tokens, at):
                yield from self.match(rest, tokens, end, stands)
        elif isinstance(node, Slot):
            for grown, end in self._slot(node, tokens, at, stands):
                yield from self.match(rest, tokens, end, grown)
        else:
            for grown, end in self.match(node.nodes, tokens, at, stands):
                if all(self._speaks(slot, grown) for slot in node.slots):
                    yield from self.match(rest, tokens, end, grown)
            if not all(self._speaks(slot, stands) for slot in node.slots):
                yield from self.match(rest, tokens, at, stands)

    def _speaks(self, slot: Slot, stands: dict[IssueId, Stand]) -> bool:
        """Whether a slot prints words; yes as long as nobody's option is known."""
        stand = stands.get(slot.issue) or self.unprinted.get(slot.issue)
        return stand is None or any(words_at(self.text, slot, option) for option in stand)

    def _literal(self, words: str, tokens: tuple[_Token, ...], at: int) -> Iterator[int]:
        """Where these words end if they stand at this token, with the comma at their end or without."""
        wanted = [word.casefold() for word in _WORD.findall(words)]
        for meant in {tuple(wanted), tuple(wanted[:-1]) if wanted[-1:] == [","] else tuple(wanted)}:
            end = at + len(meant)
            said = tokens[at:end]
            if len(said) == len(meant) and all(
                isinstance(token, str) and token.casefold() == word for token, word in zip(said, meant, strict=True)
            ):
                yield end

    def _slot(
        self, slot: Slot, tokens: tuple[_Token, ...], at: int, stands: dict[IssueId, Stand]
    ) -> Iterator[tuple[dict[IssueId, Stand], int]]:
        """Every way to read a slot at this token: the stands with its own, and where it ends."""
        if slot.issue in self.unprinted:
            if not any(words_at(self.text, slot, option) for option in self.unprinted[slot.issue]):
                yield stands, at
            return
        brackets = self._brackets(tokens, at)
        if brackets:
            for stand in self._stands(slot, brackets):
                if stands.get(slot.issue, stand) == stand:
                    yield {**stands, slot.issue: stand}, at + len(brackets)
            return
        known = stands.get(slot.issue)
        options = self.text[slot.issue].options
        for stand in [known] if known else [(option.id,) * len(self.delegations) for option in options]:
            printed = {words_at(self.text, slot, option) for option in stand}
            if len(printed) == 1:
                for end in self._literal(next(iter(printed)), tokens, at):
                    yield {**stands, slot.issue: stand}, end
                    if slot.part and known is None:
                        yield stands, end

    def _brackets(self, tokens: tuple[_Token, ...], at: int) -> tuple[_Bracket, ...]:
        """The adjacent brackets of one slot. Raises `NotationError` if a delegation has none."""
        found: list[_Bracket] = []
        owners: set[DelegationId] = set()
        for token in tokens[at:]:
            if not isinstance(token, _Bracket) or owners & set(token.owners):
                break
            found.append(token)
            owners |= set(token.owners)
        if found and owners != set(self.delegations):
            raise NotationError("a bracket needs the words of every delegation: " + ", ".join(self.delegations))
        return tuple(found)

    def _stands(self, slot: Slot, brackets: tuple[_Bracket, ...]) -> Iterator[Stand]:
        """Every choice of options behind adjacent brackets; words of a part may belong to several options."""
        choices: list[dict[DelegationId, OptionId]] = [{}]
        for bracket in brackets:
            meant = [
                o.id for o in self.text[slot.issue].options if _same(words_at(self.text, slot, o.id), bracket.words)
            ]
            if not meant:
                raise NotationError(f"no option of issue {slot.issue!r} reads {bracket.words!r}")
            for owner in bracket.owners:
                choices = [{**told, owner: option} for told in choices for option in meant]
        for told in choices:
            yield tuple(told[delegation] for delegation in self.delegations)
