"""Clause by clause in words: the wordings that gave way, the one that was settled, the hours, who moved, who paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, assert_never

from game.debrief import Clauses, Debrief, clauses
from game.debrief.clauses import ClauseStory, Closing, FirstMove, HoldUpStory, IssueStory, Reopening
from game.scenario import Scenario
from game.talks import Answer
from game.text import DelegationId, OptionId
from game.words.language import head, phrase, say, signed
from game.words.names import audience, title, wording
from game.words.page import Bit, Bits, Block, Column, Heading, Items, Paragraph, Section, Table
from game.words.people import name, names


def clauses_section(debrief: Debrief, me: DelegationId | None) -> Section:
    """The story of every clause, then of what was held up, then who paid for what."""
    told = _Told(debrief.scenario, me)
    found = clauses(debrief)
    lead = phrase("Where each side began, what settled the words, and how long they stood in brackets.")
    if debrief.course.signed is None:
        lead = phrase(
            "Nothing was signed. This is where each side began, what was agreed by the end, and how long each issue"
            " stood in brackets."
        )
    blocks = [Paragraph(say(lead), "lead"), *told.clauses(found), *told.hold_ups(found), *told.payment(found)]
    return Section("clauses", say("Clause by clause"), tuple(blocks))


_FIRST: Mapping[Literal["package", "non-paper", "amendment", "acceptance", "retreat"], str] = {
    "package": phrase("{who:head} first offered to move, to {word} (move {n}, hour {at:hour})."),
    "non-paper": phrase("{who:head} first offered to move, off the record, to {word} (move {n}, hour {at:hour})."),
    "amendment": phrase("{who:head} moved first and alone, to {word} (move {n}, hour {at:hour})."),
    "acceptance": phrase("{who:head} moved first, by taking what was proposed: {word} (move {n}, hour {at:hour})."),
    "retreat": phrase(
        "{who:head} moved first, for those behind would not have the wording: to {word} (move {n}, hour {at:hour})."
    ),
}
_TAKEN: Mapping[bool, str] = {
    True: phrase("{who:head} took your package {package}, and it was settled (move {n}, hour {at:hour})."),
    False: phrase("{who:head} took package {package} of {other}, and it was settled (move {n}, hour {at:hour})."),
}
"""By whether it was one's own package."""
_CLOSED_FOR_A_TIME: Mapping[bool, str] = {
    True: phrase("{who:head} took your package {package}, with {word} (move {n}, hour {at:hour})."),
    False: phrase("{who:head} took package {package} of {other}, with {word} (move {n}, hour {at:hour})."),
}
"""The same where it did not last."""
_ENDS: Mapping[Answer, str] = {
    "give": phrase("{who:head} held up {side} for {time:hours}, and {other} gave the word ({points:and})."),
    "swap": phrase("{who:head} held up {side} for {time:hours}, and {other} swapped the word ({points:and})."),
    "sit": phrase("{who:head} held up {side} for {time:hours}, and it was sat out."),
}


class _Told:
    """The story told to somebody."""

    def __init__(self, scenario: Scenario, me: DelegationId | None) -> None:
        self._scenario, self._me = scenario, me

    def clauses(self, found: Clauses) -> Iterator[Block]:
        """Each clause with its issues."""
        for clause in found.clauses:
            yield Heading(self._head(clause), 2)
            for story in clause.issues:
                yield Heading(self._issue(story), 3)
                yield Paragraph(tuple(self._words(story)), "clause")
                if told := tuple(self._sentences(story)):
                    yield Paragraph(_in_a_row(told))

    def _head(self, clause: ClauseStory) -> str:
        match clause.place:
            case "heading":
                return say("Heading")
            case "clause":
                return next(each.title for each in self._scenario.text.clauses if each.id == clause.clause)
            case "beside":
                return say("Beside the text")
            case _:
                assert_never(clause.place)

    def _issue(self, story: IssueStory) -> str:
        line = phrase("{issue}: {time:hours} in brackets")
        if story.settled is None:
            line = phrase("{issue}: open to the end, {time:hours} in brackets")
        elif not story.contested:
            line = phrase("{issue}: agreed from the beginning")
        return say(line, issue=title(self._scenario, story.issue), time=story.hours)

    def _words(self, story: IssueStory) -> Iterator[Bit]:
        """The opening wordings, struck where another was settled; then that one, with those who opened with it."""
        stands = story.opening if story.settled is not None else story.stood
        owners: dict[OptionId, list[DelegationId]] = {}
        for who, option in stands.items():
            owners.setdefault(option, []).append(who)
        begun = owners.pop(story.settled, []) if story.settled is not None else []
        issue = self._scenario.text[story.issue]
        for place, (option, whose) in enumerate(owners.items()):
            if place:
                yield Bit(" ")
            yield from (Bit("", who=who) for who in whose[:-1])
            yield Bit(issue[option].name, "quoted" if story.settled is None else "struck", whose[-1])
        if story.settled is not None:
            if owners:
                yield Bit(" ")
            yield from (Bit("", who=who) for who in begun)
            yield Bit(issue[story.settled].name, "inserted" if owners else "quoted")

    def _sentences(self, story: IssueStory) -> Iterator[Bit]:
        if story.first is not None:
            yield self._first(story, story.first)
        deeds: list[Closing | Reopening] = sorted((*story.closed, *story.reopened), key=lambda deed: deed.step)
        for deed in deeds:
            yield self._closed(story, deed) if isinstance(deed, Closing) else self._reopened(deed)
        if story.paid and any(story.paid.values()):
            told = phrase("From opening to settled words: {each:and}.")
            yield Bit(say(told, each=[self._points(who, points) for who, points in story.paid.items()]))

    def _first(self, story: IssueStory, first: FirstMove) -> Bit:
        word = wording(self._scenario, story.issue, first.option)
        told = say(_FIRST[first.how], who=self._name(first.by), word=word, n=str(first.step), at=first.at)
        return Bit(told, move=first.step)

    def _closed(self, story: IssueStory, closing: Closing) -> Bit:
        lasted = closing is story.settled_by
        if closing.how == "amendment":
            line = phrase("{who:head} came to {word} alone (move {n}, hour {at:hour}).")
            if lasted:
                line = phrase("{who:head} came to {word} alone, and it was settled (move {n}, hour {at:hour}).")
        else:
            line = (_TAKEN if lasted else _CLOSED_FOR_A_TIME)[closing.proposed_by == self._me]
        told = say(
            line,
            who=self._name(closing.by),
            other=self._name(closing.proposed_by) if closing.proposed_by else "",
            package=str(closing.package),
            word=wording(self._scenario, story.issue, closing.option),
            n=str(closing.step),
            at=closing.at,
        )
        if closing.after is not None:
            asked = phrase("{told} {who:head} had asked for another word.")
            told = say(asked, told=told, who=audience(self._scenario, closing.after))
        return Bit(told, move=closing.step)

    def _reopened(self, deed: Reopening) -> Bit:
        line = phrase("{who:head} opened it again (move {n}, hour {at:hour}).")
        who = self._name(deed.by)
        if deed.audience is not None:
            line = phrase("{who:head} would not have the word, and it was open again (move {n}, hour {at:hour}).")
            who = audience(self._scenario, deed.audience)
        return Bit(say(line, who=who, n=str(deed.step), at=deed.at), move=deed.step)

    def hold_ups(self, found: Clauses) -> Iterator[Block]:
        """What was held up beside the text."""
        if found.hold_ups:
            yield Heading(say("Held up"), 2)
            yield Items(tuple((self._hold_up(each),) for each in found.hold_ups))

    def _hold_up(self, held: HoldUpStory) -> Bit:
        side = self._scenario.side_text(held.side_text)
        line = phrase("{who:head} held up {side}, and the talks ended over it.")
        if held.how is not None:
            line = _ENDS[held.how]
        told = say(
            line,
            who=self._name(held.by),
            side=side.title if side else "",
            time=held.hours,
            other=self._name(held.ended_by) if held.ended_by else "",
            points=[self._points(who, points) for who, points in (held.points or {}).items()],
        )
        return Bit(told, move=held.step)

    def payment(self, found: Clauses) -> Iterator[Block]:
        """Issue by issue the hours and who paid, with the sums."""
        settled = [story for story in found.issues if story.settled is not None and story.contested]
        if not settled:
            return
        ids = self._scenario.ids
        heads = [Column(head(each), number=True) for each in names(self._scenario, ids, self._me)]
        rows: list[tuple[Bits, ...]] = [
            (title(self._scenario, each.issue), say("{time:hours}", time=each.hours), *self._row(each, ids))
            for each in settled
        ]
        sums = (signed(sum(each.paid[who] for each in settled)) for who in ids)
        rows.append((say("All together"), "", *sums))
        columns = (Column(say("Issue")), Column(say("In brackets"), number=True), *heads)
        yield Table(say("Who paid: settled words beside the opening ones"), columns, tuple(rows), 1)
        told = phrase(
            "Points are each side’s own, on its sheet at the end, and count one wording at a time: what wordings are"
            " worth together is not in them, and neither are hours or aftermath. An opening asks for more than anybody"
            " expects, so all pay; one side’s point is not the other’s."
        )
        yield Paragraph(say(told), "note")

    def _row(self, story: IssueStory, ids: tuple[DelegationId, ...]) -> Iterator[str]:
        return (signed(story.paid[who]) for who in ids)

    def _points(self, who: DelegationId, points: int) -> str:
        return say("{points:signed} for {who}", points=points, who=self._name(who))

    def _name(self, who: DelegationId) -> str:
        return name(self._scenario, who, self._me)


def _in_a_row(bits: tuple[Bit, ...]) -> tuple[Bit, ...]:
    """Sentences with a space between."""
    return tuple(Bit(bit.words + (" " if bit is not bits[-1] else ""), move=bit.move) for bit in bits)
