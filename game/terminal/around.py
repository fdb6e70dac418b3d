"""The moves that are about somebody who is not at the table, or about another text: each is asked for in a question
or two, and says what it may cost before it is made."""

from __future__ import annotations

from game.scenario import SideText
from game.talks import (
    Announce,
    Answer,
    Circulate,
    Hold,
    Interpret,
    Move,
    Respond,
    Sound,
    View,
    breaking,
    hold_ups,
    hours_words,
    listed,
    opening_capital,
    signed_points,
    strain,
    wording,
)
from game.terminal.console import Console, Entry, matching
from game.terminal.looking import issue_entries
from game.terminal.menu import reading_words, stake_of
from game.terminal.spoken import cost_of_hours
from game.text import IssueId
from game.words.refusals import refusal


def hold(console: Console, view: View, rest: str) -> Move | None:
    """Hold up a side text, once it is clear what each answer would bring."""
    moves = [move for move in view.legal.moves if isinstance(move, Hold)]
    if not moves:
        console.tell(_why_not(view, Hold) or "There is no side text that you could hold up.")
        return None
    sides = [side for move in moves if (side := view.scenario.side_text(move.side_text))]
    place: int | None = 0
    if rest or len(sides) > 1:
        entries = [Entry(f"{side.title}: you ask {side.words}.", (side.id, side.title)) for side in sides]
        place = _chosen(console, entries, rest, "Which text?")
    if place is None:
        return None
    side = sides[place]
    others = opening_capital(listed([other.short for other in view.others]))
    console.tell(f"You hold up {side.title}, and ask {side.words}. You can do so once. {others} may:")
    for line in _hold_lines(view, side):
        console.tell(line, indent=2, hang=2)
    return moves[place] if console.confirm("Do you hold it up?") else None


def _hold_lines(view: View, side: SideText) -> list[str]:
    """What each answer would bring: the word, the hours with those that holding up takes, and goodwill."""
    clock, often = view.scenario.clock, hold_ups(view.record, view.who)
    quick = signed_points(cost_of_hours(view, clock.hold + clock.respond))
    slow = signed_points(cost_of_hours(view, clock.hold + max(side.hours, clock.respond)))
    ways: tuple[tuple[Answer, str], ...] = (("give", f"Give the word: {side.give}"), ("swap", f"Swap it: {side.swap}"))
    lines = [
        f"{deed}. For you the word {signed_points(stake_of(view, side, how))}, the hours {quick};"
        f" goodwill {signed_points(strain(how, often))}"
        for how, deed in ways
    ]
    goodwill = signed_points(strain("sit", often))
    sit = f"Sit it out: {hours_words(side.hours)} run. For you the hours {slow}; goodwill {goodwill}."
    return [*(f"{line}." for line in lines), sit]


def give(console: Console, view: View, rest: str) -> Move | None:
    """Give the word that is asked for."""
    return _respond(console, view, "give", rest)


def swap(console: Console, view: View, rest: str) -> Move | None:
    """Give another word for it."""
    return _respond(console, view, "swap", rest)


def sit(console: Console, view: View, rest: str) -> Move | None:
    """Let the hours run."""
    return _respond(console, view, "sit", rest)


def _respond(console: Console, view: View, how: Answer, remark: str) -> Move | None:
    move = next((move for move in view.legal.moves if isinstance(move, Respond) and move.how == how), None)
    if move is None:
        console.tell(_why_not(view, Respond) or "Nothing is held up.")
        return None
    return Respond(view.who, how, remark=remark)


def announce(console: Console, view: View, rest: str) -> Move | None:
    """Tell the press what one stands for in an issue, once it is clear what that commits one to."""
    moves = {move.issue: move for move in view.legal.moves if isinstance(move, Announce)}
    if not moves:
        console.tell(_why_not(view, Announce) or "There is nothing to tell the press.")
        return None
    issue = _issue(console, view, rest, tuple(moves))
    if issue is None:
        return None
    if issue not in moves:
        console.tell(_why_not_announced(view, issue))
        return None
    said = wording(view.scenario, issue, moves[issue].option)
    cost = breaking(view.seat.instructions.points[issue].values())
    console.tell(
        f"You would tell the press that you stand for {said} in “{view.scenario.text[issue].title}”. To move off it"
        f" later costs you {cost} points, in a package too."
    )
    console.tell(_who_hears(view))
    return moves[issue] if console.confirm("Do you make the statement?") else None


def _issue(console: Console, view: View, rest: str, issues: tuple[IssueId, ...]) -> IssueId | None:
    if rest:
        place = matching(rest, issue_entries(view))
        if isinstance(place, int):
            return view.scenario.text.issues[place].id
        console.tell(place.again)
        return None
    found = console.pick("Which of your wordings do you announce?", issue_entries(view, issues))
    return None if found is None else issues[found]


def _why_not_announced(view: View, issue: IssueId) -> str:
    title = view.scenario.text[issue].title
    if issue in view.agreed:
        return f"“{title}” is agreed: there is nothing to announce."
    return f"You have told the press what you stand for in “{title}”."


def _who_hears(view: View) -> str:
    """Who at home may like a statement, and what the others make of it."""
    hear = [audience.short for audience in view.scenario.audiences_of(view.who) if audience.power != "consent"]
    others = listed([other.short for other in view.others])
    home = (
        f"{listed(hear)} will hear it. The first that likes the word brings you 1 point, once in the talks; newspapers"
        " and neighbours that dislike it cost you 1 each."
    )
    surprise = f"Goodwill with {others} falls by 1, for they read it in the newspaper."
    return f"{opening_capital(home)} {surprise}" if hear else surprise


def sound(console: Console, view: View, rest: str) -> Move | None:
    """Ask one ally how it would take the text as one stands for it; nobody else hears the answer."""
    moves = [move for move in view.legal.moves if isinstance(move, Sound)]
    if not moves:
        console.tell(_why_not(view, Sound) or "You have no allies to sound.")
        return None
    allies = [view.scenario.audience(move.audience) for move in moves]
    entries = []
    for ally in allies:
        seen = view.standings.get(ally.id)
        mood = f", {seen.mood} as it seems" if seen else ""
        entries.append(Entry(f"{ally.name}{mood}.", (ally.id, ally.short, ally.name)))
    if not rest:
        console.tell("The answer is true of the text as you stand for it now, and only you hear it.")
    place = _chosen(console, entries, rest, "Whom do you sound?")
    return None if place is None else moves[place]


def circulate(console: Console, view: View, rest: str) -> Move | None:
    """Put the clean text to one's allies."""
    if view.legal.may(Circulate):
        return Circulate(view.who, remark=rest)
    console.tell(_why_not(view, Circulate) or "There is no one to circulate the text to.")
    return None


def read(console: Console, view: View, rest: str) -> Move | None:
    """Make a closing statement, or none."""
    if not view.legal.may(Interpret):
        console.tell(_why_not(view, Interpret) or "There is nothing to read into the text now.")
        return None
    readings = view.seat.readings
    entries = [Entry(f"{reading_words(reading)}.", (reading.id,)) for reading in readings]
    entries.append(Entry("No closing statement.", ("none", "no", "-")))
    place = _chosen(console, entries, rest, "Which statement do you make?")
    if place is None:
        return None
    return Interpret(view.who, readings[place].id if place < len(readings) else None)


def _chosen(console: Console, entries: list[Entry], typed: str, question: str) -> int | None:
    """The entry that was typed with the command, or the one that is then chosen."""
    if not typed:
        return console.pick(question, entries)
    found = matching(typed, entries)
    if isinstance(found, int):
        return found
    console.tell(found.words)
    return None


def _why_not(view: View, kind: type[Move]) -> str:
    refused = view.legal.why_not.get(kind)
    return refusal(view.scenario, refused) if refused else ""
