"""Change one word at the terminal, one after the other and back; and the better text that is offered at the end."""

from __future__ import annotations

from game.debrief import Debrief
from game.debrief.one_word import OneWord, Rewording
from game.debrief.settlement import Settlement
from game.terminal.console import Console, Entry, matching
from game.terminal.page import tell_section
from game.text import DelegationId, Issue
from game.words import phrase, say
from game.words.debrief import topic_title
from game.words.one_word import HONESTLY, change_blocks
from game.words.page import Section
from game.words.settlement import hand_over, question, settlement_blocks

WORD, SETTLEMENT = "word", "settlement"
_UNDO, _ALL = "undo", "back"
_APART = 40
"""Empty lines between what one person answers and what the next one reads."""
_HOW = phrase(
    "To change a word, type word, an issue and a wording, by number or by word, such as: word {issue} {option}. Word"
    " and an issue lists its wordings; word undo takes the last change back, word back all of them."
)


class Words:
    """The text at the end, and the words that have been changed so far."""

    def __init__(self, console: Console, debrief: Debrief, me: DelegationId | None) -> None:
        self._console, self._me = console, me
        self._scenario = debrief.scenario
        self._now = Rewording(OneWord(debrief))

    def invite(self) -> None:
        """Say how it is done, and number the issues with the words that stand."""
        issues = self._scenario.text.negotiated
        first = issues[0]
        self._console.tell()
        self._console.number(self._stands(issue) for issue in issues)
        self._console.tell(say(_HOW, issue=first.id, option=first.options[-1].id))

    def hear(self, typed: str) -> None:
        """What was typed behind `word`: an issue and a wording, an issue alone, undo, or back."""
        first, _, rest = typed.strip().partition(" ")
        if first.casefold() in (_UNDO, _ALL):
            self._now = self._now.undone() if first.casefold() == _UNDO else Rewording(self._now.found)
            self._tell()
            return
        issues = self._scenario.text.negotiated
        place = matching(first, [Entry(issue.title, (issue.id, issue.title)) for issue in issues])
        if not isinstance(place, int):
            self._console.tell(say("{why} Word alone numbers the issues.", why=place.words))
        elif rest.strip():
            self._put(issues[place], rest.strip())
        else:
            self._list(issues[place])

    def _put(self, issue: Issue, typed: str) -> None:
        place = matching(typed, [Entry(option.name, (option.id, option.name)) for option in issue.options])
        if isinstance(place, int):
            self._now = self._now.put(issue.id, issue.options[place].id)
            self._tell()
        else:
            self._console.tell(place.words)
            self._list(issue)

    def _list(self, issue: Issue) -> None:
        """The wordings of an issue, from strong to weak."""
        self._console.tell(say("{issue}, from strong to weak:", issue=issue.title))
        stands = self._now.text[issue.id]
        here = phrase("{wording} (as it stands now)")
        named = ((option.name, option.id == stands) for option in issue.options)
        self._console.number(say(here, wording=name) if now else name for name, now in named)

    def _stands(self, issue: Issue) -> str:
        return say("{issue}: {wording}.", issue=issue.title, wording=issue[self._now.text[issue.id]].name)

    def _tell(self) -> None:
        blocks = change_blocks(self._scenario, self._now.change, self._me)
        tell_section(self._console, self._scenario, Section(WORD, topic_title(WORD), blocks), self._me)
        if self._now.steps:
            self._console.tell(say(HONESTLY))


def ask_settlement(console: Console, debrief: Debrief, me: DelegationId | None) -> None:
    """Offer the better text: ask everybody who sat at the table, and tell what becomes of it. Enter leaves it open."""
    offer = Settlement.of(debrief)
    if offer is None:
        console.tell(say("Nothing was signed: there is no text to be better than."))
        return
    told = ""
    while True:
        if told != offer.stage:
            told = offer.stage
            tell_section(console, debrief.scenario, _page(offer, me), me)
        asked = question(offer)
        if not asked:
            return
        if handed := hand_over(offer):
            console.ask(say("{handed} Press Enter when you are alone.", handed=handed))
        answer = console.confirm(asked)
        if answer is None or (not answer and offer.due is None):
            return
        offer = offer.answered(answer)
        for _ in range(_APART if handed else 0):
            console.tell()


def _page(offer: Settlement, me: DelegationId | None) -> Section:
    return Section(SETTLEMENT, topic_title(SETTLEMENT), settlement_blocks(offer, me))
