"""The five measures in words: each with what it is, and what it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from game.debrief import Debrief, measures
from game.debrief.measures import Durability, Fairness, Measures, Neighbour, Own
from game.scenario import Scenario
from game.talks import GALLERY
from game.text import DelegationId
from game.words.goodwill import mood
from game.words.language import SENTENCES, count, head, phrase, plain, say, signed, strung
from game.words.names import named
from game.words.page import Bit, Bits, Block, Column, Heading, Paragraph, Section, Table, point_columns
from game.words.people import mine_first, name, up_to


def measures_section(debrief: Debrief, me: DelegationId | None) -> Section:
    """Own points, what was left, fairness, durability, and those who watched."""
    told = _Told(debrief.scenario, measures(debrief), me)
    return Section("measures", say("Not one number"), tuple(told.blocks()))


_LEAD = phrase(
    "How good was it? That depends on what is asked. Here are the answers to five questions; they are not added up,"
    " for one can be bought with another."
)
_OWN = phrase(
    "What the sheet of one side says, and of no other: points of two sheets have no common measure, and to have more of"
    " them than the other side is not to have won. A walk-away is what there would have been without any talks."
)
_LEFT = phrase(
    "Only what could be had with nobody worse off was left on the table. It is told for each side by its own sheet, and"
    " one text seldom brings it to all of them; points of two sheets are never added. Texts that allies or a parliament"
    " would have refused are among those that are counted."
)
_FAIRNESS = phrase(
    "Each side’s part of the most that it could have had, with nobody below the walk-away. The Nash text has the"
    " largest product of gains, the text of Kalai and Smorodinsky the largest least part. Both are definitions of"
    " theory, of which none is justice: the walk-away from which they count is itself no fair place."
)
_DURABILITY = phrase(
    "Tests are questions that the author put to the words, with hindsight; what follows from them is MODEL. A text that"
    " holds in these may fail in others, and talks without a text have tests as well."
)
_NEIGHBOURS = phrase(
    "Those who were not at the table judge the text by points that the scenario gives them, and nobody at the table has"
    " seen. It is a model of what they wanted: none of them was asked."
)


class _Told:
    """The measures told to somebody."""

    def __init__(self, scenario: Scenario, found: Measures, me: DelegationId | None) -> None:
        self._scenario, self._found, self._me = scenario, found, me
        self._ids = mine_first(scenario.ids, me or GALLERY)

    def blocks(self) -> Iterator[Block]:
        """All of it."""
        found = self._found
        yield Paragraph(say(_LEAD), "lead")
        yield from self._own(found.own)
        yield from self._left(found)
        if any(part is not None for part in found.fairness.nash.values()):
            yield from self._fairness(found.fairness)
        if found.durability is not None:
            yield from self._durability(found.durability)
        if found.neighbours:
            yield from self._neighbours(found.neighbours)

    def _table(self, caption: str, first: str, rows: Sequence[tuple[Bits, ...]]) -> Table:
        heads = point_columns(self._scenario, self._ids, self._me)
        return Table(caption, (Column(first), *heads), tuple(rows))

    def _own(self, own: Mapping[DelegationId, Own]) -> Iterator[Block]:
        yield Heading(say("What did each side get?"))
        rows: list[tuple[Bits, ...]] = [
            (say("Points at the end"), *(plain(own[who].total) for who in self._ids)),
            (say("The walk-away"), *(plain(own[who].walk_away) for who in self._ids)),
        ]
        if self._found.signed:
            rows.append((say("The words, beside the walk-away"), *(signed(own[who].gain) for who in self._ids)))
        most = [own[who].most for who in self._ids]
        if None not in most:
            line = say("The most that a text could have brought it, with nobody below the walk-away")
            rows.append((line, *(signed(each or 0) for each in most)))
        yield self._table(say("Own points"), say("For each side by its own sheet"), rows)
        yield Paragraph(say(_OWN), "note")

    def _left(self, found: Measures) -> Iterator[Block]:
        yield Heading(say("Was anything left on the table?"))
        most = {who: own.most for who, own in found.own.items() if own.most}
        if found.left is not None:
            told = [self._unused(found.left)]
        elif most:
            line = phrase(
                "Nothing was signed, and nothing gained. A text could have brought {each:or} more than no text."
            )
            told = [say(line, each=self._each(most))]
        else:
            told = [
                say("No text gives anybody more than the walk-away with nobody below it: there was nothing to gain.")
            ]
        if not found.exact:
            told.append(say("There may be better texts than were found: there were too many to be certain."))
        yield Paragraph(strung(told, SENTENCES))
        yield Paragraph(say(_LEFT), "note")

    def _unused(self, left: Mapping[DelegationId, int]) -> str:
        """What could have been had for nothing."""
        if not any(left.values()):
            return say("No other text gives anybody more without costing somebody else.")
        return say("Another text would have brought {each:or} more, with nobody worse off.", each=self._each(left))

    def _each(self, points: Mapping[DelegationId, int]) -> list[str]:
        return [up_to(self._scenario, who, points[who], self._me) for who in self._ids if points.get(who)]

    def _fairness(self, fairness: Fairness) -> Iterator[Block]:
        yield Heading(say("Was it shared fairly?"))
        rows: list[tuple[Bits, ...]] = []
        for line, shares in (
            (phrase("The signed text"), fairness.shares),
            (phrase("The Nash text"), fairness.nash),
            (phrase("The text of Kalai and Smorodinsky"), fairness.kalai_smorodinsky),
        ):
            if shares:
                rows.append((say(line), *(_part(shares[who]) for who in self._ids)))
        yield self._table(say("Parts of the most that each could have gained"), say("In which text"), rows)
        yield Paragraph(say(_FAIRNESS), "note")

    def _durability(self, durability: Durability) -> Iterator[Block]:
        yield Heading(say("Did it hold?"))
        lines = {
            True: count(
                "Of one test of later years, it came through {held} without a loss to anybody.",
                "Of {n} tests of later years, it came through {held} without a loss to anybody.",
                durability.tests,
                held=durability.held,
            ),
            False: count(
                "There was no text. Of one test of later years, {held} passed without a loss to anybody.",
                "There was no text. Of {n} tests of later years, {held} passed without a loss to anybody.",
                durability.tests,
                held=durability.held,
            ),
        }
        told = [
            say("{points:signed} for {who}", points=durability.points[who], who=name(self._scenario, who, self._me))
            for who in self._ids
        ]
        line = phrase("{lead} What came after, all together: {each:and}.")
        yield Paragraph(say(line, lead=lines[self._found.signed], each=told))
        yield Paragraph(say(_DURABILITY), "note")

    def _neighbours(self, neighbours: Sequence[Neighbour]) -> Iterator[Block]:
        yield Heading(say("What do those say who were not at the table?"))
        if not self._found.signed:
            yield Paragraph(say("There was no text: they judge what their delegation stood for at the end."))
        rows: list[tuple[Bits, ...]] = [
            (
                named(self._scenario, each.audience),
                (Bit(head(name(self._scenario, each.of, self._me)), who=each.of),),
                mood(each.mood),
                signed(each.surplus),
                plain(each.spread),
            )
            for each in neighbours
        ]
        columns = (
            Column(say("Who")),
            Column(say("Answered to by")),
            Column(say("Mood")),
            Column(say("Points beside its threshold"), number=True),
            Column(say("Points from its worst words to its best"), number=True),
        )
        yield Table(say("Those who watched"), columns, tuple(rows))
        yield Paragraph(say(_NEIGHBOURS), "note")


def _part(share: Fraction | None) -> str:
    """A part of the most, in per cent; who could gain nothing has none."""
    return say("nothing to gain") if share is None else say("{n}%", n=plain(round(share * 100)))
