"""The sentences of a text, with slots and with groups that fall silent.

A template is written as `They will hold {status}<, on {scope}>.`: a slot `{issue}` takes the words of the option
chosen there, `{issue.part}` other words of the same option, and a group `<...>` is printed only if every slot
directly in it speaks, so that silence takes its comma and its preposition with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.text.issue import IssueId

_TOKEN = re.compile(r"\{([A-Za-z][\w-]*)(?:\.([A-Za-z][\w-]*))?\}|([<>])|([{}\[\]|])")


class TemplateError(ValueError):
    """A template that cannot be read; `at` is the offset of the fault in it."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that takes the words of an issue's option, or of one of its parts."""

    issue: IssueId
    part: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A stretch of a sentence that is printed only if every slot directly in it speaks."""

    nodes: tuple[Node, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots that decide whether the group is printed."""
        return tuple(node for node in self.nodes if isinstance(node, Slot))


Node = str | Slot | Group
Template = tuple[Node, ...]


def parse_template(source: str) -> Template:
    """Read a template. Raises `TemplateError` for an unknown sign or a group that is not closed."""
    stack: list[list[Node]] = [[]]
    opened: list[int] = []
    position = 0
    for token in _TOKEN.finditer(source):
        if token.start() > position:
            stack[-1].append(source[position : token.start()])
        position = token.end()
        issue, part, angle, stray = token.groups()
        if stray:
            raise TemplateError(f"a sentence cannot hold {stray!r} here: slots are written {{issue}}", token.start())
        if angle == "<":
            opened.append(token.start())
            stack.append([])
        elif angle == ">":
            if not opened:
                raise TemplateError("this '>' closes a group that was never opened", token.start())
            opened.pop()
            nodes = stack.pop()
            stack[-1].append(Group(tuple(nodes)))
        else:
            stack[-1].append(Slot(IssueId(issue), part or ""))
    if opened:
        raise TemplateError("this '<' opens a group that is never closed", opened[-1])
    if position < len(source):
        stack[-1].append(source[position:])
    return tuple(stack[0])


def slots_of(template: Template) -> Iterator[Slot]:
    """Every slot of a template, in reading order."""
    for node in template:
        if isinstance(node, Slot):
            yield node
        elif isinstance(node, Group):
            yield from slots_of(node.nodes)
