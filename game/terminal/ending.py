"""What is said when the talks are over: the verdict, the signed text and how it was closed, the points in their parts,
the aftermath test by test, the historical text.

The envelopes are open now: the verdict holds every sheet, as it was drawn and as events have changed it.
"""

from __future__ import annotations

from game.scenario import Scenario
from game.seat import Account, Ended, Seated
from game.talks.events import Broke, Consented, Interpreted, Ratified, Returned
from game.terminal.console import Console
from game.text import Outcome
from game.words import phrase, say, scores
from game.words.aftermath import consequence, goodwill_at_the_end
from game.words.changes import why
from game.words.clauses import clauses
from game.words.endings import ending as how_it_ended
from game.words.endings import judged, taken_back
from game.words.events import tell
from game.words.known import POINTER, SCALES
from game.words.the_day import THE_DAY, cards, of_which_text


def show_ending(console: Console, here: Seated) -> None:
    """Everything, mine first."""
    ended, scenario = here.desk.ended, here.scenario
    if ended is None:
        return
    console.tell()
    over = phrase("The talks are over after {hours:hours} of talks. {reason}")
    console.tell(say(over, hours=here.desk.now.hours, reason=how_it_ended(scenario, ended)))
    for line in taken_back(len(here.desk.struck)):
        console.tell(line)
    if ended.signed is not None:
        _show_signed(console, scenario, ended.signed)
    _show_closing(console, here)
    for account in ended.accounts:
        _show_score(console, here, ended, account)
    if told := judged(scenario, ended, here.desk.who):
        console.tell()
    for line in told:
        console.tell(line, hang=2)
    _show_changes(console, here)
    _show_day(console, here, ended)
    if ended.aftermath:
        _show_aftermath(console, here, ended)
    _show_history(console, here, ended)


def _show_signed(console: Console, scenario: Scenario, outcome: Outcome) -> None:
    console.tell()
    console.tell(say("The text as it was signed."))
    for title, words in clauses(scenario, outcome).items():
        console.tell(say("{clause}: {words}", clause=title, words=words), indent=2, hang=2)


def _show_closing(console: Console, here: Seated) -> None:
    """What allies and parliaments made of the text, and how each side read it in the end."""
    told = [
        event
        for event in here.desk.record
        if isinstance(event, Broke | Consented | Ratified | Returned)
        or (isinstance(event, Interpreted) and event.reading is not None)
    ]
    if told:
        console.tell()
        console.tell(say("How it was closed."))
    for event in told:
        console.tell(tell(here.scenario, event), indent=2, hang=2)


def _show_score(console: Console, here: Seated, ended: Ended, account: Account) -> None:
    me = here.desk.who
    console.tell()
    console.tell(scores.head_line(here.scenario, ended, account, me))
    for line, entries in scores.parts(here.scenario, account, me):
        console.tell(line, indent=2, hang=2)
        for entry in entries:
            console.tell(entry, indent=4, hang=2)


def _show_changes(console: Console, here: Seated) -> None:
    """What events have changed in my instructions since the first cable."""
    changes = [reason for reason in why(here) if reason.sort in {"walk-away", "points"}]
    if changes:
        console.tell()
        console.tell(say("What has changed in your instructions since the first cable."))
    for reason in changes:
        line = phrase("{day}. {what:head}: {change}. {reason:head|stop}")
        told = say(line, day=reason.day, what=reason.what, change=reason.change, reason=reason.reason)
        console.tell(told, indent=2, hang=2)


def _show_day(console: Console, here: Seated, ended: Ended) -> None:
    """What was said and seen on the day of the historical text."""
    told = cards(here.scenario)
    if not told:
        return
    console.tell()
    whose = of_which_text(here.scenario, signed=ended.signed is not None)
    console.tell(say("{heading:stop} {whose}", heading=say(THE_DAY), whose=whose))
    for card in told:
        console.tell()
        if card.says:
            console.tell(say("{title:stop} {words} {by:stop}", title=card.title, words=card.says, by=card.by), hang=2)
        else:
            console.tell(say("{title:stop}", title=card.title), hang=2)
        if card.story:
            console.tell(card.story, indent=2)
        console.tell(say("({sources:nostop})", sources=card.sources), indent=2, hang=2)


def _show_aftermath(console: Console, here: Seated, ended: Ended) -> None:
    console.tell()
    line = phrase(
        "The aftermath. Each test reads the words and the goodwill that were left. What would have followed, and its"
        " points, are MODEL; what really happened is on record where it says FACT."
    )
    console.tell(say(line))
    console.tell(goodwill_at_the_end(here.scenario, ended))
    for came in ended.aftermath:
        console.tell()
        for sentence in consequence(here.scenario, ended, came, here.desk.who):
            console.tell(sentence, indent=2, hang=2)


def _show_history(console: Console, here: Seated, ended: Ended) -> None:
    scenario, history = here.scenario, here.scenario.history
    if history is None:
        return
    console.tell()
    console.tell(say("The historical text: {title}, {day:day}.", title=history.title, day=history.day))
    real = clauses(scenario, history.outcome)
    ours = clauses(scenario, ended.signed) if ended.signed is not None else {}
    silence = say("silence.")
    departures = {each.title: history.departures.get(each.id) for each in scenario.text.clauses}
    for title in dict.fromkeys([*real, *ours]):
        words = real.get(title, silence)
        if ended.signed is not None and ours.get(title, silence) == words:
            words = say("the same as yours.") if here.desk.worth else say("the same.")
        console.tell(say("{clause}: {words}", clause=title, words=words), indent=2, hang=2)
        if departs := departures.get(title):
            console.tell(departs, indent=4)
    for account in ended.accounts:
        console.tell(scores.compared(scenario, ended, account, here.desk.who))
    console.tell(say(POINTER))
    console.tell(say(SCALES))
    if history.note:
        console.tell(history.note)
