"""The moves that are about somebody who is not at the table, or about another text: each is asked for in a question
or two, and says what it may cost before it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.scenario import Audience, SideText
from game.seat import Deed, HoldUp, Seated, Statement, look
from game.talks import Answer, Hold, Interpret, Move, Respond, Sound
from game.terminal.choosing import tell_why_not
from game.terminal.console import Console, Entry, matching
from game.terminal.read_commands import issue_entries
from game.text import IssueId
from game.words import phrase, say
from game.words.closing import statement
from game.words.goodwill import mood

_ENDS: Mapping[Answer, str] = {
    "give": phrase(
        "Give the word: {word}. For you the word {points:signed}, the hours {hours:signed}; goodwill {goodwill:signed}."
    ),
    "swap": phrase(
        "Swap it: {word}. For you the word {points:signed}, the hours {hours:signed}; goodwill {goodwill:signed}."
    ),
    "sit": phrase("Sit it out: {runs:hours} run. For you the hours {hours:signed}; goodwill {goodwill:signed}."),
}
"""What comes of a hold-up by how it is answered."""


def hold(console: Console, here: Seated, rest: str) -> Move | None:
    """Hold up a side text, once it is clear what each answer would bring."""
    choice = here.desk.choice("hold")
    moves = [move for move in choice.moves if isinstance(move, Hold)] if choice else []
    if not moves:
        tell_why_not(console, here, "hold", say("There is no side text that you could hold up."))
        return None
    sides = [side for move in moves if (side := here.scenario.side_text(move.side_text))]
    place: int | None = 0
    if rest or len(sides) > 1:
        line = phrase("{side}: you ask {words}.")
        entries = [Entry(say(line, side=side.title, words=side.words), (side.id, side.title)) for side in sides]
        place = _chosen(console, entries, rest, say("Which text?"))
    if place is None:
        return None
    side = sides[place]
    line = phrase("You hold up {side}, and ask {words}. You can do so once. {others:and|head} may:")
    console.tell(
        say(line, side=side.title, words=side.words, others=[here.scenario[other].short for other in here.others])
    )
    for told in _ends(here, side):
        console.tell(told, indent=2, hang=2)
    return moves[place] if console.confirm(say("Do you hold it up?")) else None


def _ends(here: Seated, side: SideText) -> list[str]:
    """What each answer would bring: the word, the hours with those that holding up takes, and goodwill."""
    found = next((each for each in here.desk.hold_ups if each.side_text == side.id), HoldUp(side.id, ()))
    words: dict[Answer, str] = {"give": side.give, "swap": side.swap, "sit": ""}
    return [
        say(
            _ENDS[each.how],
            word=words[each.how],
            runs=side.hours,
            points=each.word,
            hours=each.cost,
            goodwill=each.goodwill,
        )
        for each in found.answers
    ]


def give(console: Console, here: Seated, rest: str) -> Move | None:
    """Give the word that is asked for."""
    return _respond(console, here, "give", rest)


def swap(console: Console, here: Seated, rest: str) -> Move | None:
    """Give another word for it."""
    return _respond(console, here, "swap", rest)


def sit(console: Console, here: Seated, rest: str) -> Move | None:
    """Let the hours run."""
    return _respond(console, here, "sit", rest)


def _respond(console: Console, here: Seated, how: Answer, remark: str) -> Move | None:
    choice = here.desk.choice("respond")
    if choice is None or choice.why_not:
        tell_why_not(console, here, "respond")
        return None
    return Respond(here.desk.who, how, remark=remark)


def announce(console: Console, here: Seated, rest: str) -> Move | None:
    """Tell the newspapers what one stands for in an issue, once it is clear what that commits one to."""
    choice = here.desk.choice("announce")
    if choice is None or not choice.issues:
        tell_why_not(console, here, "announce", say("There is nothing to tell the newspapers."))
        return None
    issue = _issue(console, here, rest, choice.issues)
    if issue is None:
        return None
    there = here.with_tray(look(here.tray, issue))
    chosen, told = there.desk.choice("announce"), there.desk.statement
    if chosen is None or chosen.why_not or told is None:
        tell_why_not(console, there, "announce", say("There is nothing to tell the newspapers."))
        return None
    for line in (_commits(here, told), _who_hears(here, told)):
        console.tell(line)
    return chosen.moves[0] if console.confirm(say("Do you make the statement?")) else None


def _issue(console: Console, here: Seated, rest: str, issues: tuple[IssueId, ...]) -> IssueId | None:
    if rest:
        place = matching(rest, issue_entries(here))
        if isinstance(place, int):
            return here.scenario.text.negotiated[place].id
        console.tell(place.again)
        return None
    found = console.pick(say("Which of your wordings do you announce?"), issue_entries(here, issues))
    return None if found is None else issues[found]


def _commits(here: Seated, told: Statement) -> str:
    issue = here.scenario.text[told.issue]
    line = phrase(
        "You would tell the newspapers that you stand for {option:quoted} in {issue:quoted}. To move off it later costs"
        " you {n} points, in a package too."
    )
    return say(line, option=issue[told.option].name, issue=issue.title, n=-told.breaking)


def _who_hears(here: Seated, told: Statement) -> str:
    """Who at home may like a statement, and what the others make of it."""
    hear = [each.short for each in here.scenario.audiences_of(here.desk.who) if each.power != "consent"]
    others = [here.scenario[other].short for other in here.others]
    line = _HEARD[bool(hear)]
    return say(line, hear=hear, others=others, applause=told.applause, surprise=-told.surprise)


_HEARD: Mapping[bool, str] = {
    True: phrase(
        "{hear:and|head} will hear it. The first that likes the word brings you 1 point, once in the talks; newspapers"
        " and neighbours that dislike it cost you 1 each. Goodwill with {others:and} falls by 1, for they read it in"
        " the newspaper."
    ),
    False: phrase("Goodwill with {others:and} falls by 1, for they read it in the newspaper."),
}
"""By whether anybody at home hears it."""


def sound(console: Console, here: Seated, rest: str) -> Move | None:
    """Ask one ally how it would take the text as one stands for it; nobody else hears the answer."""
    choice = here.desk.choice("sound")
    moves = [move for move in choice.moves if isinstance(move, Sound)] if choice else []
    if not moves:
        tell_why_not(console, here, "sound", say("You have no allies to sound."))
        return None
    allies = [here.scenario.audience(move.audience) for move in moves]
    entries = [Entry(_ally(here, ally), (ally.id, ally.short, ally.name)) for ally in allies]
    if not rest:
        console.tell(say("The answer is true of the text as you stand for it now, and only you hear it."))
    place = _chosen(console, entries, rest, say("Whom do you sound?"))
    return None if place is None else moves[place]


def _ally(here: Seated, ally: Audience) -> str:
    seen = next((each for each in here.desk.corridor if each.id == ally.id), None)
    if seen is None:
        return say("{ally}.", ally=ally.name)
    return say("{ally}, {mood} as it seems.", ally=ally.name, mood=mood(seen.mood))


def at_once(deed: Deed) -> Callable[[Console, Seated, str], Move | None]:
    """What makes a move for which nothing has to be asked. What is typed behind its word is said with it."""

    def choose(console: Console, here: Seated, rest: str) -> Move | None:
        choice = here.desk.choice(deed)
        if choice and choice.why_not is None:
            return replace(choice.moves[0], remark=rest)
        tell_why_not(console, here, deed)
        return None

    return choose


def read(console: Console, here: Seated, rest: str) -> Move | None:
    """Make a closing statement, or none."""
    choice = here.desk.choice("interpret")
    if choice is None or choice.why_not:
        tell_why_not(console, here, "interpret")
        return None
    rows = here.desk.readings
    entries = [Entry(say("{it}.", it=statement(here.scenario, row)), (row.reading,)) for row in rows]
    entries.append(Entry(say("No closing statement."), ("none", "no", "-")))
    place = _chosen(console, entries, rest, say("Which statement do you make?"))
    if place is None:
        return None
    return Interpret(here.desk.who, rows[place].reading if place < len(rows) else None)


def _chosen(console: Console, entries: list[Entry], typed: str, question: str) -> int | None:
    """The entry that was typed with the command, or the one that is then chosen."""
    if not typed:
        return console.pick(question, entries)
    found = matching(typed, entries)
    if isinstance(found, int):
        return found
    console.tell(found.words)
    return None
