"""The debrief at the terminal: topic by topic, at the end of a game or of a record.

This file is read when somebody asks: what a debrief is made of thinks with numpy, and nobody who plays should wait for
that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing, suppress

from game.debrief import Course, Debrief, SealedError
from game.debrief.first_topics import first_topics
from game.debrief.shelf import earlier_games, shelf
from game.scenario import did_you_mean
from game.table import Recorded, Store, StoreError, earlier_talks, seat_of
from game.talks import Record
from game.terminal.console import Console, Entry, Gone, matching
from game.terminal.keeping import Fault
from game.terminal.maps import tell_map
from game.terminal.one_word import SETTLEMENT, WORD, Words, ask_settlement
from game.terminal.openly import tell_turns
from game.terminal.page import tell_section
from game.terminal.progress import passing
from game.terminal.stepping import Stepping
from game.text import DelegationId
from game.words import phrase, say
from game.words.debrief import TOPICS, section, topic_title
from game.words.first_topics import why_first
from game.words.opened import OpenedTalks
from game.words.page import Section
from game.words.shelf import shelf_section

FIRST = "overview"
SHEETS = "instructions"
"""Every sheet, one beside the other."""
OPENLY = "openly"
"""The computer's turns, with what it had in mind: no topic like the others, for it is as long as the talks."""
SHELF = "shelf"
"""Earlier games: told of what is kept here, and not of the talks alone."""
ALL = "all"
_HELP = (
    phrase("Type the number of a topic, or its word, and it is told. Openly tells each turn of the computer's again."),
    phrase("Move and a number, such as move 13, tells the talks at that move; list names the topics again."),
    phrase("Enter leaves the program."),
)
_LIST, _MOVE = "list", "move"


def ask_topics(console: Console, record: Record, source: bytes, me: DelegationId | None) -> None:
    """Offer what can be told of finished talks, and tell what is asked for, until the player has enough; `me` is called
    you. Where several people played, nobody is, and the sheets that they hid from one another are opened first."""
    debrief = Debrief(Course.of(record, source))
    words, steps = Words(console, debrief, me), Stepping(console, debrief.course, source)
    if len(record.people) > 1:
        tell_topic(console, debrief, source, SHEETS, me)
    topics = (*TOPICS, SHELF, OPENLY)
    entries = [Entry(_label(topic), (topic,)) for topic in topics]
    _tell_first(console, debrief, me)
    console.tell()
    console.tell(say("What can be told of these talks now:"))
    console.number(entry.label for entry in entries)
    question = say("To hear of one, type its number or its word, such as {first}; Enter leaves.", first=FIRST)
    with suppress(Gone, KeyboardInterrupt):
        while typed := console.ask(question, _HELP):
            verb, _, rest = typed.partition(" ")
            found = matching(typed, entries)
            if typed.casefold() == _LIST:
                console.number(entry.label for entry in entries)
            elif verb.casefold() == WORD and rest.strip():
                words.hear(rest)
            elif verb.casefold() == _MOVE and rest.isascii() and rest.isdigit():
                steps.go(int(rest[:6]))
            elif isinstance(found, int) and topics[found] == SETTLEMENT:
                ask_settlement(console, debrief, me)
            elif isinstance(found, int):
                tell_topic(console, debrief, source, topics[found], me)
                if topics[found] == WORD:
                    words.invite()
            else:
                console.tell(say("{why} List names the topics again.", why=found.words))


def _tell_first(console: Console, debrief: Debrief, me: DelegationId | None) -> None:
    """Which topics are read first in these talks, each with its word and why; none that only a window has."""
    first = [each for each in first_topics(debrief, me) if each.topic in TOPICS]
    if first:
        console.tell()
        console.tell(say("To begin with, in these talks:"))
    for each in first:
        console.tell(say("{topic}. {why}", topic=_label(each.topic), why=why_first(debrief.scenario, each, me)))


def _label(topic: str) -> str:
    return say("{title} ({word})", title=_title(topic), word=topic)


def _title(topic: str) -> str:
    own = {OPENLY: phrase("What the computer had in mind"), SHELF: phrase("Earlier games")}
    return say(own[topic]) if topic in own else topic_title(topic)


def tell_topic(console: Console, debrief: Debrief, source: bytes, topic: str, me: DelegationId | None) -> None:
    """One topic; or that there is nothing to tell of it. `source` is the file that the talks were played with."""
    if topic == OPENLY:
        tell_turns(console, OpenedTalks(debrief.course), me)
        return
    found = _earlier(debrief, source, me) if topic == SHELF else section(debrief, topic, me)
    if found is None:
        console.tell()
        console.tell(say("{title}: there is nothing to tell of it in these talks.", title=_title(topic)))
    else:
        tell_section(console, debrief.scenario, found, me, tell_map)


def _earlier(debrief: Debrief, source: bytes, me: DelegationId | None) -> Section | None:
    """What is told of the games of this scenario that are kept here; None where none are, or they cannot be read."""
    with suppress(StoreError), closing(Store(writable=False)) as store:
        earlier = list(earlier_talks(store, debrief.scenario.id, source, edition=debrief.scenario.edition))
        return shelf_section(debrief, shelf(debrief, earlier_games(passing(earlier, show=True), debrief)), me)
    return None


def tell_debrief(console: Console, found: Recorded, typed: Sequence[str], seat: str | None) -> None:
    """Topics of a record, as they were typed; without any, how it went, and what else there is. Who is called you is
    whoever sits in `seat`; else the one person at the table, if there is one. Raises `Fault`, also for talks that are
    not over, `StartError` for a seat that there is not, and `ReplayError`."""
    topics = tuple(_topics(typed))
    try:
        debrief = Debrief(Course.of(found.record, found.source))
    except SealedError:
        raise Fault(say("These talks are not over: what they were worth is told when they are.")) from None
    me = seat_of(debrief.scenario, seat) if seat is not None else found.record.only_person(debrief.scenario.ids)
    console.tell(say("{title}.", title=debrief.scenario.title))
    for topic in topics or (FIRST,):
        tell_topic(console, debrief, found.source, topic, me)
    if not topics:
        console.tell()
        rest = [each for each in (*TOPICS, SHELF, OPENLY, ALL) if each != FIRST]
        console.tell(say("Add a word to the command to hear more: {rest:or}.", rest=rest))


def _topics(typed: Iterable[str]) -> Iterable[str]:
    """The topics that were typed, each once, in the order in which they were. Raises `Fault`."""
    found: dict[str, None] = {}
    for word in typed:
        known = word.casefold()
        if known == ALL:
            found.update(dict.fromkeys(TOPICS))
        elif known in TOPICS or known in (SHELF, OPENLY):
            found[known] = None
        else:
            words = (*TOPICS, SHELF, OPENLY, ALL)
            line = phrase("There is no topic '{word}'{offer} The topics are {known:and}.")
            raise Fault(say(line, word=word[:40], offer=did_you_mean(word, words) or ".", known=words))
    return found
