"""Those who are not at the table: who is uneasy, what would please them, and how the delegations get on."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario import Power
from game.seat import Seated
from game.terminal.console import Console
from game.words import corridor, phrase, say

_GROUPS: tuple[tuple[Power, str], ...] = (
    (
        "consent",
        phrase(
            "Your allies. The clean text is circulated to them before you initial it. Whoever says nothing has"
            " consented; whoever breaks silence names a word, and that word is barred."
        ),
    ),
    (
        "ratify",
        phrase(
            "Your parliaments. They vote when the text is initialled. What they refuse comes back once, for one last"
            " swap."
        ),
    ),
    ("press", phrase("Your newspapers and neighbours. They have no vote; they cost points.")),
)


def show_corridor(console: Console, here: Seated) -> None:
    """Everybody outside in full, then goodwill, statements to the newspapers and what is barred."""
    scenario, desk = here.scenario, here.desk
    if not scenario.audiences:
        console.tell(say("Nobody waits in the corridor: these talks have no audience."))
    show_answerable(console, here, moods=True)
    _show_others(console, here)
    for line in corridor.goodwill(scenario, desk, briefly=False):
        console.tell(line)
    for lines in (
        corridor.consents(scenario, desk),
        corridor.statements(scenario, desk, full=True),
        corridor.barred(scenario, desk),
        corridor.returns(scenario, desk),
    ):
        for line in lines:
            console.tell(line)


def outside_lines(here: Seated, *, full: bool) -> Iterator[str]:
    """The same in short, for where the talks stand. In `full` also what would please those who are not content, whose
    consent is still needed, what others have told the newspapers, and what is barred."""
    scenario, desk = here.scenario, here.desk
    yield from corridor.goodwill(scenario, desk, briefly=True)
    yield from corridor.uneasy(scenario, desk, full=full)
    yield from corridor.consents(scenario, desk) if full or not here.desk.brackets else ()
    yield from corridor.statements(scenario, desk, full=full)
    yield from corridor.barred(scenario, desk) if full else ()
    yield from corridor.returns(scenario, desk)


def show_answerable(console: Console, here: Seated, *, moods: bool) -> None:
    """Those whom this seat answers to, by what they can do, with their lines; with or without how they stand."""
    for power, head in _GROUPS:
        mine = [audience for audience in here.scenario.audiences_of(here.desk.who) if audience.power == power]
        if mine:
            console.tell(say(head))
        for audience in mine:
            console.tell(corridor.audience(here.scenario, here.desk, audience, moods=moods), indent=2, hang=2)


def _show_others(console: Console, here: Seated) -> None:
    """The audiences of the others: those who speak to everybody, and the names of those whose mood cannot be told."""
    for other in here.others:
        theirs = here.scenario.audiences_of(other)
        loud = [each for each in theirs if corridor.listener(here.desk, each.id) and str(each.id) != here.desk.who]
        if loud:
            console.tell(say("Who weighs on {them}, for everybody to hear:", them=here.scenario[other].short))
        for audience in loud:
            console.tell(corridor.audience(here.scenario, here.desk, audience), indent=2, hang=2)
        if quiet := corridor.quiet(here.scenario, here.desk, other):
            console.tell(quiet)
