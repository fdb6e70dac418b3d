"""What a class has written on paper, as a teacher types it in: a line for each table, with the numbers of its form.

    A 3 1 2 4 1 2 @14
    B status=regular form=summary
    C -

First the table's letter; then the number that is ticked in each open place, in the order of the form, and 0 where none
is; or the wordings by their ids, the others left open; or a dash for no text at all. Behind @ stand the hours that were
gone, else all hours of the talks are. Commas and semicolons part as spaces do, and then the hours need no sign: a table
of a spreadsheet is read, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.scenario import Scenario
from game.talks import CHAIR, Penned, Transcribe
from game.text import Issue, IssueId, OptionId

MOST_FORMS = 1000
"""Tables of one class."""
LEAST = 0.25
"""Hours that it takes at least to put a text down."""
LONGEST_NAME = 20
"""Signs of what a table is called."""

FormFault = Literal["name", "twice", "places", "number", "word", "again", "hours", "many", "none"]
"""A table has no name, or none so long; it is there already; there are too few or too many numbers; one is no wording
of its place; there is no such word; a place is named twice; these are no hours of the talks; too many tables; none."""


class FormError(Exception):
    """A line that cannot be read: of what kind the fault is, in which line, what stands there, in which place, and what
    would be right at most."""

    def __init__(self, kind: FormFault, line: int, written: str = "", place: int = 0, most: float = 0) -> None:
        super().__init__(kind, line)
        self.kind, self.line, self.written, self.place, self.most = kind, line, written[:40], place, most


@dataclass(frozen=True, slots=True)
class Form:
    """The paper of one table."""

    name: str
    """What the table is called: mostly a letter."""
    move: Transcribe
    """What puts it down."""


def read_forms(source: str, scenario: Scenario) -> tuple[Form, ...]:
    """All forms of a text, one a line; empty lines, and those after a #, are passed over. Raises `FormError`."""
    found: dict[str, Form] = {}
    for number, line in enumerate(source.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        form = read_form(line, scenario, number)
        if form.name in found:
            raise FormError("twice", number, form.name)
        if len(found) == MOST_FORMS:
            raise FormError("many", number, most=MOST_FORMS)
        found[form.name] = form
    if not found:
        raise FormError("none", 1)
    return tuple(found.values())


def read_form(line: str, scenario: Scenario, number: int = 1) -> Form:
    """The form of one line, with the number of that line. Raises `FormError`."""
    name, *told = [word for word in re.split(r"[\s,;]+", line.strip()) if word] or [""]
    if not name or "=" in name or len(name) > LONGEST_NAME:
        raise FormError("name", number, name, most=LONGEST_NAME)
    places = scenario.text.negotiated
    hours = [word for word in told if word.startswith("@")]
    words = [word for word in told if not word.startswith("@")]
    if len(words) == len(places) + 1 and not hours and "=" not in words[-1]:
        hours.append(words.pop())
    if words == ["-"]:
        penned: tuple[Penned, ...] = ()
    elif any("=" in word for word in words):
        penned = tuple(_named(words, places, number))
    else:
        penned = tuple(_numbered(words, places, number))
    return Form(name, Transcribe(CHAIR, _hours(hours, scenario.calendar.hours, number), penned))


def from_now(move: Transcribe, gone: float) -> Transcribe:
    """What puts a form down at a table that has talked: of the hours on the form so many are gone already."""
    return replace(move, hours=max(LEAST, move.hours - gone))


def _numbered(words: Sequence[str], places: Sequence[Issue], line: int) -> Iterator[Penned]:
    """The wordings by their numbers on the form."""
    if len(words) != len(places):
        raise FormError("places", line, str(len(words)), most=len(places))
    for place, (word, issue) in enumerate(zip(words, places, strict=True), 1):
        if word in {"0", "-"}:
            continue
        if not re.fullmatch(r"[0-9]{1,3}", word) or not 1 <= int(word) <= len(issue.options):
            raise FormError("number", line, word, place, len(issue.options))
        yield Penned(issue.id, issue.options[int(word) - 1].id)


def _named(words: Sequence[str], places: Sequence[Issue], line: int) -> Iterator[Penned]:
    """The wordings by their ids."""
    known, seen = {issue.id: issue for issue in places}, set[IssueId]()
    for word in words:
        issue, _, option = word.partition("=")
        if issue not in known or option not in known[IssueId(issue)]:
            raise FormError("word", line, word)
        if issue in seen:
            raise FormError("again", line, issue)
        seen.add(IssueId(issue))
        yield Penned(IssueId(issue), OptionId(option))


def _hours(words: Sequence[str], most: float, line: int) -> float:
    """The hours that were gone; all, where it is not said."""
    if not words:
        return most
    told = words[0].removeprefix("@").removesuffix("h")
    if len(words) > 1 or not re.fullmatch(r"[0-9]{1,4}(?:\.(?:0|00|25|5|50|75))?", told) or float(told) > most:
        raise FormError("hours", line, " ".join(words), most=most)
    return float(told)
