"""The travaux in words: the text clause by clause, and in the margin where each word of it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from game.debrief import Debrief
from game.debrief.travaux import Margin, Rival, Source, Travaux, Word, travaux
from game.scenario import Scenario
from game.text import DelegationId, IssueId, Run
from game.words.calendar import day_and_hour
from game.words.language import SEMICOLON, phrase, say, strung
from game.words.names import audience, title, wording
from game.words.page import Bit, Block, Heading, Items, Paragraph, Section
from game.words.people import names

_LEADS = {
    True: phrase("The signed text with its margins: who brought each word, when, against what, and what settled it."),
    False: phrase(
        "Nothing was signed. This is the draft as it stood at the end, with who brought each word, and when."
    ),
}


def travaux_section(debrief: Debrief, me: DelegationId | None) -> Section:
    """The text at the end, each clause with its margin."""
    found = travaux(debrief.course)
    margins = _Margins(debrief.scenario, found, me)
    blocks: list[Block] = [Paragraph(say(_LEADS[found.signed]), "lead"), *margins.clauses(), *margins.unprinted()]
    told = phrase(
        "Who brought a wording is who was first to stand for it or to table it, for whichever side, on the record or"
        " off it. Who thought of it first, no record can tell."
    )
    return Section("travaux", say("The travaux"), (*blocks, Paragraph(say(told), "note")))


class _Margins:
    """The clauses and margins of one sheet, told to somebody; each issue has its margin once."""

    def __init__(self, scenario: Scenario, found: Travaux, me: DelegationId | None) -> None:
        self._scenario, self._found, self._me = scenario, found, me

    def clauses(self) -> Iterator[Block]:
        """The heading and the clauses that say something."""
        draft = self._found.draft
        heads = (say("Heading"), *(say("{n}. {title}", n=each.number, title=each.title) for each in draft.clauses))
        done: set[IssueId] = set()
        for head, runs in zip(heads, draft.stretches(), strict=True):
            if not runs:
                continue
            yield Heading(head, 3)
            yield Paragraph(tuple(bit for run in runs for bit in _bits(run)), "clause")
            issues = dict.fromkeys(run.issue for run in runs if run.issue is not None)
            if rows := tuple(self._row(self._found.margins[each]) for each in issues if each not in done):
                yield Items(rows)
            done.update(issues)

    def unprinted(self) -> Iterator[Block]:
        """The issues on which the text says nothing, and those that are settled beside it."""
        text, draft = self._scenario.text, self._found.draft
        for beside, head in ((False, phrase("What the text says nothing of")), (True, phrase("Beside the text"))):
            issues = [each for each in draft.unprinted if text[each].side == beside]
            if issues:
                yield Heading(say(head), 3)
                yield Items(tuple(self._row(self._found.margins[each]) for each in issues))

    def _row(self, margin: Margin) -> Sequence[Bit]:
        name = title(self._scenario, margin.issue)
        bits: list[Bit] = []
        if margin.settled is not None:
            (word,) = margin.words
            told = say("{issue}, {word}.", issue=name, word=wording(self._scenario, margin.issue, word.option))
            bits += [] if margin.settled.how == "opening" else [self._brought(word)]
        else:
            told = say("{issue}, in brackets.", issue=name)
            for word in margin.words:
                stands = wording(self._scenario, margin.issue, word.option)
                line = phrase("{word} is what {who:and} stood for.")
                bits += [Bit(say(line, word=stands, who=self._names(word.owners))), self._brought(word)]
        bits += [*self._against(margin), *self._passages(margin)]
        return (Bit(told, "strong"), *(replace(bit, words=" " + bit.words) for bit in bits))

    def _brought(self, word: Word) -> Bit:
        source = word.brought
        told = {"who": self._names(source.by), "when": self._when(source), "n": str(source.package)}
        match source.how:
            case "opening":
                return Bit(say("{who:and|head} brought it at the opening.", **told))
            case "package":
                line = phrase("{who:and|head} brought it in package {n} ({when}).")
            case "non-paper":
                line = phrase("{who:and|head} brought it off the record, in a non-paper ({when}).")
            case "alone" | "audience" | "paper":
                line, told = phrase("It came in when {came}."), {"came": self._came(source)}
            case _:
                assert_never(source.how)
        return Bit(say(line, **told), move=source.step)

    def _against(self, margin: Margin) -> Iterator[Bit]:
        stood = [self._rival(margin, rival) for rival in margin.rivals if rival.stood]
        tabled = [self._rival(margin, rival) for rival in margin.rivals if not rival.stood]
        if stood:
            yield Bit(say("Against it stood {rivals}.", rivals=strung(stood, SEMICOLON)))
        if tabled:
            yield Bit(say("Tabled and not taken: {rivals}.", rivals=strung(tabled, SEMICOLON)))

    def _rival(self, margin: Margin, rival: Rival) -> str:
        word = wording(self._scenario, margin.issue, rival.option)
        return say("{word} ({who:and})", word=word, who=self._names(rival.stood or rival.tabled))

    def _passages(self, margin: Margin) -> Iterator[Bit]:
        """Who went where when, and last what settled it."""
        settled = margin.settled
        for each in margin.passages:
            if each.source is settled:
                continue
            told = {"who": self._names(each.who), "word": wording(self._scenario, margin.issue, each.option)}
            line = phrase("{who:and|head} went to {word} when {came}.")
            if each.opened is not None:
                told["old"] = wording(self._scenario, margin.issue, each.opened)
                line = phrase("{who:and|head} went to {word}, where {old} had been agreed, when {came}.")
            yield Bit(say(line, came=self._came(each.source), **told), move=each.source.step)
        if settled is not None and settled.how == "opening":
            yield Bit(say("All stood for it from the opening on."))
        elif settled is not None:
            yield Bit(say("It was settled when {came}.", came=self._came(settled)), move=settled.step)

    def _came(self, source: Source) -> str:
        """What happened, as a clause of a sentence."""
        who, when = self._names(source.by), self._when(source)
        match source.how:
            case "package" | "non-paper":
                takers = self._names(source.accepted_by)
                line = phrase("{takers:and} accepted package {n} of {who:and} ({when})")
                if source.by == (self._me,):
                    line = phrase("{takers:and} accepted your package {n} ({when})")
                return say(line, takers=takers, who=who, n=str(source.package), when=when)
            case "alone":
                return say("{who:and} moved there alone ({when})", who=who, when=when)
            case "audience":
                name = audience(self._scenario, source.audience) if source.audience else ""
                return say("{audience} asked {who:and} for it ({when})", audience=name, who=who, when=when)
            case "paper":
                return say("it was agreed on paper ({when})", when=when)
            case "opening":
                return say("the talks opened")
            case _:
                assert_never(source.how)

    def _when(self, source: Source) -> str:
        moment = day_and_hour(self._scenario.calendar.at(source.hour).when)
        return say("{moment}, hour {hour:hour}, move {n}", moment=moment, hour=source.hour, n=str(source.step))

    def _names(self, who: Sequence[DelegationId]) -> list[str]:
        return names(self._scenario, who, self._me)


def _bits(run: Run) -> Iterator[Bit]:
    """A stretch of the draft: words that were haggled over stand out, brackets have their owners."""
    if not run.bracketed:
        yield Bit(run.words, "quoted" if run.issue is None else "strong")
        return
    for n, said in enumerate(run.alternatives):
        yield Bit("[" if n == 0 else " | ")
        words = said.words.strip(" ,") or say("no words")
        for owner in said.owners[:-1]:
            yield Bit("", who=owner)
        yield Bit(words, "quoted", who=said.owners[-1] if said.owners else None)
    yield Bit("]" + (" " if run.words.endswith(" ") else ""))
