"""How each move at the table is asked for: which package, which issue, which wording, which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from game.seat import Deed, NeverRow, PackageRow, Seated, look
from game.talks import MOST_ISSUES_IN_A_CABLE, Accept, Consult, Decline, Leave, Move, Say, Sign, Withdraw
from game.talks.moves import PackageNumber
from game.talks.refused import Refused, Why
from game.terminal.building import counter_to, option_entries
from game.terminal.console import Console, Entry, NoMatch, matching
from game.terminal.read_commands import issue_entries
from game.text import IssueId
from game.words import phrase, say
from game.words.how_far import FAR, NEVER, never
from game.words.packages import mind
from game.words.penalties import penalty
from game.words.people import name
from game.words.points import total
from game.words.refusals import why_not

Answered = Literal["accept", "counter", "decline"]
_NONE: Mapping[Answered, str] = {
    "accept": phrase("There is no package to accept."),
    "counter": phrase("There is no package to counter."),
    "decline": phrase("There is no package to decline."),
}
_WHICH: Mapping[Answered, str] = {
    "accept": phrase("Which one do you accept?"),
    "counter": phrase("Which one do you counter?"),
    "decline": phrase("Which one do you decline?"),
}


def accept(console: Console, here: Seated, rest: str) -> Move | None:
    """Take a package that waits for me."""
    package = _waiting(console, here, rest, "accept")
    return Accept(here.desk.who, package.number) if package else None


def counter_offer(console: Console, here: Seated, rest: str) -> Move | None:
    """Answer a package with another."""
    package = _waiting(console, here, rest, "counter")
    return counter_to(console, here, package) if package else None


def decline(console: Console, here: Seated, rest: str) -> Move | None:
    """Refuse a package, say over which word, and how far off it is or that the word is refused for ever."""
    package = _waiting(console, here, rest, "decline")
    if package is None:
        return None
    text, issues = here.scenario.text, tuple(dict.fromkeys(shift.issue for shift in package.shifts))
    entries = [Entry(say("No word in particular."), ("none", "no word"))]
    entries += [Entry(say("{issue}.", issue=text[issue].title), (issue, text[issue].title)) for issue in issues]
    console.tell(say("Which word do you refuse?"))
    place = console.pick(say("Word:"), entries)
    if place is None:
        return None
    word = issues[place - 1] if place else None
    move = Decline(here.desk.who, package.number, word)
    return _with_how_far(console, move, next((row for row in package.nevers if row.issue == word), None))


def _with_how_far(console: Console, plain: Decline, row: NeverRow | None) -> Decline | None:
    """The same refusal with what it says beside no; nothing that was not chosen. None: none is made."""
    ways = [replace(plain, far=far) for far in FAR]
    entries = [
        Entry(say("{what}: {hint}", what=say(said.button), hint=say(said.hint)), (far or "none", say(said.button)))
        for far, said in FAR.items()
    ]
    if row is not None:
        ways.append(replace(plain, never=True))
        entries.append(Entry(say("{what}: {hint}", what=say(NEVER), hint=never(row)), ("never",)))
    console.tell(say("What do you say with it? Enter goes back, and nothing is refused."))
    place = console.pick(say("And:"), entries)
    return None if place is None else ways[place]


def _waiting(console: Console, here: Seated, rest: str, deed: Answered) -> PackageRow | None:
    """The package that is meant: the one that waits, or the one whose number was typed or is chosen."""
    waiting = here.desk.waiting
    if not waiting:
        _say_none(console, here, deed)
        return None
    if rest:
        by_number = {str(row.number): row for row in waiting}
        if rest not in by_number:
            line = phrase("Package {n} does not wait for your answer; {others:and} does.")
            console.tell(say(line, n=rest[:20], others=list(by_number)))
        return by_number.get(rest)
    if deed == "accept":
        waiting = here.desk.acceptable or waiting
    if len(waiting) == 1:
        return waiting[0]
    line = phrase("Package {n}, from {who}.")
    entries = [Entry(say(line, n=str(row.number), who=name(here.scenario, row.by))) for row in waiting]
    place = console.pick(say(_WHICH[deed]), entries)
    return None if place is None else waiting[place]


def _say_none(console: Console, here: Seated, deed: Answered) -> None:
    choice = here.desk.choice("accept" if deed == "counter" else deed)
    closed = choice.why_not if choice else None
    if closed is None or (isinstance(closed, Refused) and closed.kind == Why.NO_PACKAGE):
        console.tell(say(_NONE[deed]))
    else:
        console.tell(why_not(here.scenario, closed))


def move_alone(console: Console, here: Seated, rest: str) -> Move | None:
    """Change my own position in an issue and ask nothing for it."""
    alone = here.desk.choice("amend")
    if alone is None or not alone.issues:
        tell_why_not(console, here, "amend", say("You have nowhere to move."))
        return None
    issue = _issue(console, here, rest, alone.issues, say("In which issue do you move?"))
    if issue is None:
        return None
    console.tell(say("You move, and ask nothing for it. Where to?"))
    place = console.pick(say("Wording:"), option_entries(here, issue))
    if place is None:
        return None
    option = here.scenario.text[issue].options[place].id
    if closed := here.why_not_put(issue, option, "me"):
        console.tell(why_not(here.scenario, closed))
        return None
    there = here.with_tray(look(here.tray, issue)).put(issue, option, "me")
    chosen = there.desk.choice("amend")
    if chosen is None or chosen.why_not or not chosen.moves:
        tell_why_not(console, there, "amend", say("You have nowhere to move."))
        return None
    for minded in chosen.penalties:
        console.tell(mind(penalty(here.scenario, minded)))
    return chosen.moves[0]


def _issue(console: Console, here: Seated, typed: str, issues: tuple[IssueId, ...], question: str) -> IssueId | None:
    if typed:
        known = matching(typed, issue_entries(here))
        if isinstance(known, int):
            return here.scenario.text.negotiated[known].id
        console.tell(known.again)
    place = console.pick(question, issue_entries(here, issues))
    return None if place is None else issues[place]


def ask_capital(console: Console, here: Seated, rest: str) -> Move | None:
    """Cable the capital about one issue or several."""
    cable = here.desk.choice("consult")
    known = cable.issues if cable else ()
    issues = tuple(issue for issue in known if issue in here.desk.brackets) or known
    capital, most = here.scenario[here.desk.who].capital, MOST_ISSUES_IN_A_CABLE
    if rest:
        typed = rest
    elif not issues:
        line = phrase("There is nothing to ask {capital} now. Type ask and the number of an issue to hear why.")
        console.tell(say(line, capital=capital))
        return None
    else:
        line = phrase("About which issues do you ask {capital}? At most {n}, their numbers in a row.")
        console.tell(say(line, capital=capital, n=most))
        console.number(entry.label for entry in issue_entries(here, issues))
        typed = console.ask(say("Issues:"))
    chosen: list[IssueId] = []
    ids = tuple(issue.id for issue in here.scenario.text.negotiated) if rest else issues
    among = issue_entries(here, ids)
    for word in typed.replace(",", " ").split():
        place = matching(word, among)
        if isinstance(place, NoMatch):
            console.tell(place.again)
            return None
        chosen.append(ids[place])
    return _paid_for(console, here, Consult(here.desk.who, tuple(dict.fromkeys(chosen)))) if chosen else None


def _paid_for(console: Console, here: Seated, cable: Consult) -> Consult | None:
    """A cable that gives up a demand unheard is sent when the player has heard what that costs."""
    minds = [mind(penalty(here.scenario, minded)) for minded in here.penalties(cable)]
    for told in minds:
        console.tell(told)
    return cable if not minds or console.confirm(say("Send it all the same?")) else None


def speak_up(console: Console, here: Seated, rest: str) -> Move | None:
    """Say something, and pass the floor."""
    chosen = here.desk.choice("say")
    minds = [mind(penalty(here.scenario, minded)) for minded in chosen.penalties] if chosen else []
    for told in minds:
        console.tell(told)
    if rest and minds and not console.confirm(say("Say it all the same?")):
        return None
    words = rest or console.ask(say("What do you say? (Enter goes back)"))
    return Say(here.desk.who, remark=words) if words else None


def withdraw(console: Console, here: Seated, rest: str) -> Move | None:
    """Take back a package of mine."""
    mine = [row for row in here.desk.packages if row.by == here.desk.who]
    number: PackageNumber | None = None
    if not mine:
        console.tell(say("You have no package on the table."))
    elif rest in (numbers := {str(row.number): row.number for row in mine}):
        number = numbers[rest]
    elif len(mine) == 1:
        number = mine[0].number
    else:
        entries = [Entry(say("Package {n}.", n=str(row.number))) for row in mine]
        place = console.pick(say("Which one?"), entries)
        number = None if place is None else mine[place].number
    return None if number is None else Withdraw(here.desk.who, number)


def sign(console: Console, here: Seated, rest: str) -> Move | None:  # noqa: ARG001 one shape for all choosers
    """Put my initials under the clean text."""
    choice = here.desk.choice("sign")
    if choice and choice.why_not:
        console.tell(why_not(here.scenario, choice.why_not))
        return None
    return Sign(here.desk.who)


def leave(console: Console, here: Seated, rest: str) -> Move | None:  # noqa: ARG001 one shape for all choosers
    """End the talks, after a question."""
    if here.desk.worth:
        sum_ = total(here.desk.worth.left)
        console.tell(say("To leave ends the talks without a text, and gives you {sum}.", sum=sum_))
    return Leave(here.desk.who) if console.confirm(say("Do you leave the talks?")) else None


def tell_why_not(console: Console, here: Seated, deed: Deed, otherwise: str = "") -> None:
    """Why a kind of move is closed now, be it that this seat can never make it; or else what is said."""
    closed = here.why_not(deed)
    console.tell(why_not(here.scenario, closed) if closed else otherwise)
