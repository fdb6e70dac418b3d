"""Clause by clause in words: the wordings that gave way, the one that was settled, the hours, who moved, who paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, assert_never

from game.debrief import Clauses, Debrief, clauses
from game.debrief.clauses import ClauseStory, Closing, FirstMove, HoldUpStory, IssueStory, Reopening
from game.scenario import Scenario
from game.talks import Answer
from game.text import DelegationId, OptionId
from game.words.language import phrase, say, signed
from game.words.names import audience, title, wording
from game.words.page import Bit, Bits, Block, Column, Heading, Items, Paragraph, Section, Table, point_columns
from game.words.people import name


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
    "package": phrase("{who:head} first offered to move, to {word}"),
    "non-paper": phrase("{who:head} first offered to move, off the record, to {word}"),
    "amendment": phrase("{who:head} moved first and alone, to {word}"),
    "acceptance": phrase("{who:head} moved first, by taking what was proposed: {word}"),
    "retreat": phrase("{who:head} moved first, for those behind would not have the wording: to {word}"),
}
_TAKEN: Mapping[bool, str] = {
    True: phrase("{who:head} took your package {package}, and it was settled"),
    False: phrase("{who:head} took package {package} of {other}, and it was settled"),
}
"""By whether it was one's own package."""
_CLOSED_FOR_A_TIME: Mapping[bool, str] = {
    True: phrase("{who:head} took your package {package}, with {word}"),
    False: phrase("{who:head} took package {package} of {other}, with {word}"),
}
"""The same where it did not last."""
_ENDS: Mapping[Answer, str] = {
    "give": phrase("{who:head} held up {side} for {time:hours}, and {other} gave the word, {points:and}"),
    "swap": phrase("{who:head} held up {side} for {time:hours}, and {other} swapped the word, {points:and}"),
    "sit": phrase("{who:head} held up {side} for {time:hours}, and it was sat out"),
}


class _Told:
    """The story told to somebody."""

    def __init__(self, scenario: Scenario, me: DelegationId | None) -> None:
        self._scenario, self._me = scenario, me

    def clauses(self, found: Clauses) -> Iterator[Block]:
        """Each clause with its issues; one that is called as its only issue has one heading."""
        for clause in found.clauses:
            alone = len(clause.issues) == 1 and title(self._scenario, clause.issues[0].issue) == self._head(clause)
            if not alone:
                yield Heading(self._head(clause), 2)
            for story in clause.issues:
                yield Heading(self._issue(story), 2 if alone else 3)
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
            if not story.hours:
                line = phrase("{issue}: open to the end")
        elif _on_paper(story):
            line = phrase("{issue}: agreed on paper")
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
                yield Bit(" " if story.settled is not None else say("; "))
            yield from (Bit("", who=who) for who in whose[:-1])
            yield Bit(issue[option].name, "quoted" if story.settled is None else "struck", whose[-1])
        if story.settled is not None:
            if owners:
                yield Bit(" ")
            yield from (Bit("", who=who) for who in begun)
            yield Bit(issue[story.settled].name, "inserted" if owners else "quoted")

    def _sentences(self, story: IssueStory) -> Iterator[tuple[Bit, ...]]:
        if story.first is not None:
            yield self._first(story, story.first)
        deeds: list[Closing | Reopening] = sorted((*story.closed, *story.reopened), key=lambda deed: deed.step)
        for deed in deeds:
            yield self._closed(story, deed) if isinstance(deed, Closing) else self._reopened(deed)
            if isinstance(deed, Closing) and deed.after is not None:
                asked = say("{who:head} had asked for another word.", who=audience(self._scenario, deed.after))
                yield (Bit(asked),)
        if story.paid and any(story.paid.values()):
            told = phrase("From opening to settled words: {each:and}.")
            yield (Bit(say(told, each=[self._points(who, points) for who, points in story.paid.items()])),)

    def _first(self, story: IssueStory, first: FirstMove) -> tuple[Bit, ...]:
        word = wording(self._scenario, story.issue, first.option)
        return _at(say(_FIRST[first.how], who=self._name(first.by), word=word), first.step, first.at)

    def _closed(self, story: IssueStory, closing: Closing) -> tuple[Bit, ...]:
        lasted = closing is story.settled_by
        if closing.how == "amendment":
            line = phrase("{who:head} came to {word} alone")
            if lasted:
                line = phrase("{who:head} came to {word} alone, and it was settled")
        elif closing.how == "paper":
            line = phrase("All came to {word} on paper")
        else:
            line = (_TAKEN if lasted else _CLOSED_FOR_A_TIME)[closing.proposed_by == self._me]
        told = say(
            line,
            who=self._name(closing.by),
            other=self._name(closing.proposed_by) if closing.proposed_by else "",
            package=str(closing.package),
            word=wording(self._scenario, story.issue, closing.option),
        )
        return _at(told, closing.step, closing.at)

    def _reopened(self, deed: Reopening) -> tuple[Bit, ...]:
        line = phrase("{who:head} opened it again")
        who = self._name(deed.by)
        if deed.audience is not None:
            line = phrase("{who:head} would not have the word, and it was open again")
            who = audience(self._scenario, deed.audience)
        return _at(say(line, who=who), deed.step, deed.at)

    def hold_ups(self, found: Clauses) -> Iterator[Block]:
        """What was held up beside the text."""
        if found.hold_ups:
            yield Heading(say("Held up"), 2)
            yield Items(tuple(self._hold_up(each) for each in found.hold_ups))

    def _hold_up(self, held: HoldUpStory) -> tuple[Bit, ...]:
        side = self._scenario.side_text(held.side_text)
        line = phrase("{who:head} held up {side}, and the talks ended over it")
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
        return _at(told, held.step, held.at)

    def payment(self, found: Clauses) -> Iterator[Block]:
        """Issue by issue the hours and who paid, with the sums."""
        settled = [story for story in found.issues if story.settled is not None and story.contested]
        if not settled:
            return
        ids = self._scenario.ids
        heads = point_columns(self._scenario, ids, self._me)
        rows: list[tuple[Bits, ...]] = [
            (title(self._scenario, each.issue), _lasted(each), *self._row(each, ids)) for each in settled
        ]
        sums = (signed(found.paid(who)) for who in ids)
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


def _on_paper(story: IssueStory) -> bool:
    """Whether it was settled on paper alone, so that its hours are not known."""
    return story.settled_by is not None and story.settled_by.how == "paper" and not story.hours


def _lasted(story: IssueStory) -> str:
    return say("not known") if _on_paper(story) else say("{time:hours}", time=story.hours)


def _at(told: str, step: int, hour: float) -> tuple[Bit, ...]:
    """A sentence with the move that it is about, and its hour."""
    return Bit(f"{told} ("), Bit(say("move {n}, hour {at:hour}", n=str(step), at=hour), move=step), Bit(").")


def _in_a_row(sentences: tuple[tuple[Bit, ...], ...]) -> tuple[Bit, ...]:
    """Sentences with a space between."""
    first, *others = sentences
    return (*first, *(bit for each in others for bit in (Bit(" "), *each)))
