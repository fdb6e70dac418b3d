"""How talks went, in one sentence, and the few lines that one should know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from game.debrief import Clauses, Debrief, HowItWent, clauses, how_it_went, measures
from game.debrief.how_it_went import (
    Ahead,
    Below,
    Bought,
    Cornered,
    Even,
    Far,
    Impossible,
    Mark,
    Near,
    Poor,
    Sold,
    Soured,
    Uncounted,
    When,
)
from game.seat import Ended
from game.seat.ended import ended
from game.talks import GALLERY, view
from game.text import DelegationId
from game.words.endings import ending, taken_back
from game.words.known import POINTER
from game.words.language import count, phrase, say
from game.words.names import audience, title, wording
from game.words.page import Bits, Items, Paragraph, Section
from game.words.people import mine_first, name, up_to
from game.words.scores import head_line

_WHEN: Mapping[When, str] = {
    "early": phrase("with {spare:hours} to spare"),
    "in-time": phrase("before the last day"),
    "last-day": phrase("on the last day"),
    "overtime": phrase("after the clock had been set back"),
}


def overview_section(debrief: Debrief, me: DelegationId | None) -> Section:
    """The sentence at the top, and what stands under it."""
    found = how_it_went(debrief, me)
    told = _Told(debrief, me)
    lines = Items(tuple(told.lines()))
    return Section("overview", say("How it went"), (Paragraph(told.sentence(found), "lead"), lines))


class _Told:
    """All that is told at the top, to somebody."""

    def __init__(self, debrief: Debrief, me: DelegationId | None) -> None:
        self._debrief, self._scenario, self._me = debrief, debrief.scenario, me

    def sentence(self, found: HowItWent) -> str:
        """How it went, in a sentence; where nothing was signed, in two."""
        mark = self._mark(found.mark)
        if found.left is None:
            return say("{ended} {mark:head|stop}", ended=self._ended(), mark=mark)
        line = phrase("They signed {when} a text {left}, {mark}.")
        if self._me is not None:
            line = phrase("You signed {when} a text {left}, {mark}.")
        return say(line, when=say(_WHEN[found.when], spare=found.spare), left=self._left(found, found.left), mark=mark)

    def _left(self, found: HowItWent, left: Mapping[DelegationId, int]) -> str:
        """What a text left unused."""
        ids = mine_first(self._scenario.ids, self._me or GALLERY)
        if told := [up_to(self._scenario, who, left[who], self._me) for who in ids if left[who]]:
            told = told[:1] if self._me is not None and left[self._me] else told
            return say("that left {each:or} on the table", each=told)
        if found.exact:
            return say("that no other text betters for everybody")
        return say("than which none is known that is better for everybody")

    def _ended(self) -> str:
        verdict = self._debrief.course.verdict
        if verdict.left_by is not None and verdict.left_by == self._me:
            return say("You left the talks, and nothing is agreed.")
        return ending(self._scenario, verdict)

    def _mark(self, mark: Mark) -> str:
        """What marked the talks most, as the rest of the sentence."""
        match mark:
            case Below() | Soured() | Bought() | Sold() | Poor() | Ahead() | Even():
                return self._of_a_text(mark)
            case Impossible() | Cornered() | Near() | Far() | Uncounted():
                return _of_no_text(mark)
            case _:
                assert_never(mark)

    def _of_a_text(self, mark: Below | Soured | Bought | Sold | Poor | Ahead | Even) -> str:
        match mark:
            case Below():
                return say("and it is worth {n} less to {who} than no text", n=mark.points, who=self._name(mark.who))
            case Soured():
                line = phrase("and what came after took {n} from {who}, more than the words had brought")
                return say(line, n=mark.points, who=self._name(mark.who))
            case Bought():
                return say("and paid for {issue:quoted} with most of the rest", issue=title(self._scenario, mark.issue))
            case Sold():
                return say("and gave {issue:quoted} to keep most of the rest", issue=title(self._scenario, mark.issue))
            case Poor():
                return say("and nobody came half the way from its walk-away to the best it could have had")
            case Ahead():
                return self._ahead(mark)
            case Even():
                line = phrase("and none came much nearer than another to the best it could have had")
                if len(self._scenario.ids) == 2:
                    line = phrase("and neither came much nearer than the other to the best it could have had")
                return say(line)
            case _:
                assert_never(mark)

    def _ahead(self, mark: Ahead) -> str:
        line = phrase("and {who} came much nearer to its best than {than} did")
        if mark.who == self._me:
            line = phrase("and came much nearer to your best than {than} did to its own")
        elif mark.than == self._me:
            line = phrase("and {who} came much nearer to its best than you did to yours")
        return say(line, who=self._name(mark.who), than=self._name(mark.than))

    def lines(self) -> Iterator[Bits]:
        """Points, the dearest words, the longest bracket, history, what came after, and who is against it."""
        here = ended(view(self._debrief.course.end, self._me or GALLERY))
        assert here is not None, "a debrief is of talks that are over"
        for account in here.accounts:
            yield head_line(self._scenario, here, account, self._me or GALLERY)
        found = clauses(self._debrief)
        yield from self._dearest(found)
        yield from self._longest(found)
        if here.as_in_history is not None:
            line = phrase("Wordings that are those of the historical text: {same} of {n}.")
            yield say(line, n=len(self._scenario.text.negotiated), same=here.as_in_history)
        yield from self._later(here)
        yield from taken_back(len(self._debrief.course.end.struck))
        yield say(POINTER)

    def _dearest(self, found: Clauses) -> Iterator[str]:
        """The word by which each gave most, from where it began."""
        for who in mine_first(self._scenario.ids, self._me or GALLERY):
            story = min(found.issues, key=lambda story: story.paid.get(who, 0))
            if story.settled is not None and story.paid[who] < 0:
                line = phrase("{who:head} gave most in {issue:quoted}, by going to {word} ({points:signed}).")
                word = wording(self._scenario, story.issue, story.settled)
                issue = title(self._scenario, story.issue)
                yield say(line, who=self._name(who), word=word, issue=issue, points=story.paid[who])

    def _longest(self, found: Clauses) -> Iterator[str]:
        story = max(found.issues, key=lambda story: story.hours)
        if story.hours:
            line = phrase("What stood longest in brackets: {issue:quoted}, for {time:hours} of {all:hours}.")
            issue = title(self._scenario, story.issue)
            yield say(line, issue=issue, time=story.hours, all=self._debrief.course.end.hours)

    def _later(self, here: Ended) -> Iterator[str]:
        if here.aftermath:
            told = [
                say("{points:signed} for {who}", points=each.score.part("aftermath"), who=self._name(each.who))
                for each in here.accounts
            ]
            yield say("What came after: {each:and}.", each=told)
        against = [each.audience for each in measures(self._debrief).neighbours if each.mood == "against"]
        if here.signed is not None and against:
            line = phrase("Of those who watched, these are against it: {who:and}.")
            yield say(line, who=[audience(self._scenario, each) for each in against])

    def _name(self, who: DelegationId) -> str:
        return name(self._scenario, who, self._me)


def _of_no_text(mark: Impossible | Cornered | Near | Far | Uncounted) -> str:
    """What could have been signed, as a sentence of its own."""
    match mark:
        case Impossible():
            return say("no text gives everybody the walk-away: there was nothing to be found")
        case Cornered():
            line = phrase(
                "what was agreed by then left no text that gives everybody the walk-away, of {n:grouped} that there"
                " were"
            )
            return say(line, n=mark.texts)
        case Near():
            return count(
                "it was near: one text that held what was agreed would have given everybody the walk-away or more",
                "it was near: {n:grouped} texts that held what was agreed would have given everybody the walk-away"
                " or more",
                mark.texts,
            )
        case Far():
            return count(
                "much was open, and one text that held what was agreed would have given everybody the walk-away or"
                " more",
                "much was open, and {n:grouped} texts that held what was agreed would have given everybody the"
                " walk-away or more",
                mark.texts,
            )
        case Uncounted():
            return say("how many texts give everybody the walk-away was too much to count")
        case _:
            assert_never(mark)
