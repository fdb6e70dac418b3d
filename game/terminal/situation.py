"""Where the talks stand, before each move: the day, the hours, my points, those outside, and what is on the table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from game.seat import PackageRow, Seated, lessons
from game.talks.moves import PackageNumber
from game.terminal.console import Console
from game.terminal.corridor import outside_lines
from game.terminal.outside import judging_lines
from game.words import listed, phrase, say
from game.words.changes import why
from game.words.packages import package_lines
from game.words.people import name, names
from game.words.points import span, total
from game.words.refusals import why_not
from game.words.taught import lesson


def show_situation(
    console: Console, here: Seated, *, full: bool = False, known: Collection[PackageNumber] = ()
) -> None:
    """Day, place, phase, hours, points, the corridor in short, cables, what is held up, the packages on the table. In
    `full` the corridor is told with what would please it, and a package that is known already as any other; else such
    a one is only named."""
    console.tell()
    console.tell(_when(here))
    if here.desk.worth:
        console.tell(_points(here))
    for line in judging_lines(here, full=full):
        console.tell(line)
    for line in outside_lines(here, full=full):
        console.tell(line)
    for cable in here.desk.cables:
        console.tell(say("Your capital's answer is due at hour {due:hour}.", due=cable.due))
    for line in _state(here):
        console.tell(line)
    for told in lessons(here.scenario.text, here.desk):
        console.tell(lesson(here.scenario, told))
    for package in here.desk.packages:
        if package.number in known and not full:
            console.tell(still_there(here, package))
        else:
            _show_package(console, here, package)
    if here.desk.waiting and here.desk.held is None:
        _say_why_not(console, here)


def show_packages(console: Console, here: Seated) -> None:
    """Every package on the table: who moves where, and what it is worth."""
    if not here.desk.packages:
        console.tell(say("There is no package on the table."))
    for package in here.desk.packages:
        _show_package(console, here, package)


def still_there(here: Seated, package: PackageRow) -> str:
    """A package that was told before and stands as it stood."""
    who, whom = name(here.scenario, package.by, here.desk.who), names(here.scenario, package.waits_for, here.desk.who)
    return say(_STILL[package.off_record], n=str(package.number), who=who, whom=whom)


_STILL: Mapping[bool, str] = {
    False: phrase("Package {n}, from {who}, still waits for {whom:and}: packages reads it again."),
    True: phrase("Non-paper {n}, off the record, from {who}, still waits for {whom:and}: packages reads it again."),
}
"""By whether it is off the record."""


def _show_package(console: Console, here: Seated, package: PackageRow) -> None:
    first, *lines = package_lines(here.scenario, here.desk, package)
    console.tell(first)
    for line in lines:
        console.tell(line, indent=2, hang=2)


def _when(here: Seated) -> str:
    now = here.desk.now
    phase = here.scenario.phase(now.phase)
    line = phrase("{day:day}, {time}, {place}. {session}. {left:hours} of talks are left of {all:hours}.")
    sitting = here.scenario.calendar.at(now.hours).session
    if phase and phase.title != sitting.title:
        line = phrase("{day:day}, {time}, {place}. {session}. {phase}. {left:hours} of talks are left of {all:hours}.")
    told = {"day": sitting.day, "time": f"{now.when:%H:%M}", "place": sitting.place, "session": sitting.title}
    return say(line, **told, phase=phase.title if phase else "", left=now.left, all=now.deadline)


def _points(here: Seated) -> str:
    """What the words are worth, and what is lost or won beside the text, however the talks end."""
    worth, left, every = here.desk.worth, len(here.desk.brackets), len(here.scenario.text.negotiated)
    if worth is None:
        return ""
    line = phrase("The words are worth {now} points to you; your walk-away is {away}.")
    if left:
        line = phrase(
            "{left} of {every} issues in brackets. The words are worth {now} points to you, as the brackets fall; your"
            " walk-away is {away}."
        )
    told = say(line, left=left, every=every, now=span(worth.now), away=worth.walk_away)
    parts = [say("the hours have cost you {points}", points=-worth.hours)] if worth.hours else []
    if worth.talks > 0:
        parts.append(say("the talks have brought you {points}", points=worth.talks))
    elif worth.talks:
        parts.append(say("the talks have cost you {points}", points=-worth.talks))
    if not parts:
        return told
    return say("{points} So far {spent:and}: why tells the reasons.", points=told, spent=parts)


def _state(here: Seated) -> Iterator[str]:
    """What is held up, whether the text is clean, and whose initials are under it."""
    desk = here.desk
    side = here.scenario.side_text(desk.held.side_text) if desk.held else None
    if desk.held and side:
        line = phrase("{who:head} holds up {side}: it asks {words}. Until that is answered, nothing else is spoken of.")
        yield say(line, who=here.scenario[desk.held.by].short, side=side.title, words=side.words)
        if desk.held.sat:
            yield say("Sitting it out so far: {who:and}.", who=names(here.scenario, desk.held.sat, desk.who))
    if desk.closing:
        yield say(
            "The text is initialled by all and frozen. Before it is signed, each side may read a doubtful phrase its"
            " own way."
        )
    elif not here.desk.brackets:
        initials = [person.id for person in desk.people if person.initialled]
        who = listed(names(here.scenario, initials, desk.who)) or say("nobody yet")
        yield say("The text is clean. Initialled by: {who}.", who=who)
    if desk.worth and desk.worth.signed:
        yield say("Signed now, it brings you {sum}.", sum=total(desk.worth.signed))


def _say_why_not(console: Console, here: Seated) -> None:
    """Why no waiting package can be accepted, and how to hear what the capital would want first."""
    if here.desk.acceptable:
        return
    reason = next((row.why_not for row in here.desk.waiting if row.why_not), None)
    if reason is None:
        return
    line = phrase("You cannot accept them as things are. {why}")
    if len(here.desk.waiting) == 1:
        line = phrase("You cannot accept it as things are. {why}")
    console.tell(say(line, why=why_not(here.scenario, reason)))
    for issue in dict.fromkeys(issue for row in here.desk.waiting for issue in row.unasked):
        line = phrase("{capital:head} cannot be asked about {issue:quoted} now: type {ask} to hear why.")
        capital, title = here.scenario[here.desk.who].capital, here.scenario.text[issue].title
        console.tell(say(line, capital=capital, issue=title, ask=f"ask {issue}"))


def show_why(console: Console, here: Seated) -> None:
    """What the words are made of, and every number of mine that has changed so far: when, by how much and why."""
    worth = here.desk.worth
    agreed = len(here.desk.agreed)
    if worth and here.desk.brackets and agreed:
        line = phrase(
            "The words are worth {now} points to you: {sure} for the {n} that are agreed, and {more} more as the"
            " brackets fall."
        )
        console.tell(say(line, now=span(worth.now), sure=worth.agreed, n=agreed, more=span(worth.open)))
    reasons = why(here)
    if not reasons:
        console.tell(say("None of your numbers has changed yet: they are those of your cable."))
        return
    console.tell(say("Why your numbers are what they are, from the beginning."))
    for reason in reasons:
        line = phrase("Hour {hour:hour}, {day}. {what:head}: {change}. {reason:head|stop}")
        told = {"hour": reason.hour, "day": reason.day, "what": reason.what, "change": reason.change}
        console.tell(say(line, **told, reason=reason.reason), hang=2)
