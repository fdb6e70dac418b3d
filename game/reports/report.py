"""The report of one talks, or of several tables of the same scenario: which sections it has, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.debrief import Debrief
from game.debrief.comparison import comparison
from game.reports.document import Document
from game.text import DelegationId
from game.words import say
from game.words.comparison import called, comparison_sections
from game.words.debrief import sections
from game.words.drafts import drafts
from game.words.page import Section
from game.words.report import TITLE, about, subtitle, table_section


def report_of(
    debriefs: Sequence[Debrief],
    names: Sequence[str] = (),
    me: DelegationId | None = None,
    *,
    letters: Sequence[str] = (),
    passing: Callable[[Sequence[Debrief]], Iterable[Debrief]] = iter,
) -> Document:
    """The report of finished talks of one scenario, of which there is at least one.

    `names` are what the tables are called beside their letters, if anything; `letters` by which they go, where that is
    not A, B and so on. `me` is called you, where that is one seat at all of them. Each debrief comes out of `passing`
    once, when its turn has come. Raises `ComparisonError`.
    """
    tables = comparison(debriefs, dict(enumerate(names)), letters=letters)
    told: list[Section] = []
    if len(debriefs) == 1:
        told += [each for one in passing(debriefs) for each in (*sections(one, me), drafts(one, me))]
    else:
        told += comparison_sections(tables)
        for table, debrief in zip(tables.tables, passing(debriefs), strict=True):
            told.append(table_section(debrief, called(table), f"table-{table.letter}", me))
    told.append(about(debriefs, [called(table) for table in tables.tables]))
    return Document(
        debriefs[0].scenario, say(TITLE), subtitle(debriefs), tuple(told), transcripts=frozenset({"drafts"})
    )
