"""Where the talks stand, before each move: the day, the hours, my points, those outside, and what is on the table."""

from __future__ import annotations

from game.talks import (
    Accept,
    Consult,
    View,
    hour_number,
    hours_words,
    listed,
    opening_capital,
    sentence_name,
    stopped,
    why,
)
from game.terminal.building import beyond
from game.terminal.console import Console
from game.terminal.corridor import outside_lines
from game.terminal.spoken import bare, day_words, my_points, name_of, package_lines, span_of, sum_words
from game.words.refusals import refusal


def show_situation(console: Console, view: View, *, full: bool = False) -> None:
    """Day, place, phase, hours, points, the corridor in short, cables, what is held up, the packages on the table. In
    `full` the corridor is told with what would please it."""
    moment = view.moment
    phase = f" {view.phase.title}." if view.phase and view.phase.title != moment.session.title else ""
    console.tell()
    console.tell(
        f"{day_words(moment.session.day)}, {moment.when:%H:%M}, {moment.session.place}. {moment.session.title}.{phase}"
        f" {hours_words(view.hours_left)} of talks are left of {hours_words(view.deadline)}."
    )
    if view.own:
        sheet = view.own.instructions
        total = len(view.scenario.text.issues)
        brackets = f"{len(view.brackets)} of {total} issues in brackets. " if view.brackets else ""
        fall = ", as the brackets fall" if view.brackets else ""
        console.tell(
            f"{brackets}The words are worth {my_points(view)} points to you{fall}; your walk-away"
            f" is {bare(sheet.reservation_value)}{_spent(view)}."
        )
    for line in outside_lines(view, full=full):
        console.tell(line)
    if view.own:
        for cable in view.own.cables:
            console.tell(f"Your capital's answer is due at hour {hour_number(cable.due)}.")
    _show_state(console, view)
    for package in view.packages:
        first, *lines = package_lines(view, package)
        console.tell(first)
        for line in lines:
            console.tell(line, indent=2, hang=2)
    if view.waiting and view.my_turn and view.held is None:
        _say_why_not(console, view)


def _spent(view: View) -> str:
    """What is lost or won beside the text, however the talks end."""
    if view.own is None:
        return ""
    charged = sum(charge.points for charge in view.own.charges)
    parts = []
    if view.own.delay:
        parts.append(f"the hours have cost you {view.own.delay}")
    if charged:
        parts.append(f"the talks have {'brought' if charged > 0 else 'cost'} you {abs(charged)}")
    return f". So far {' and '.join(parts)}: why tells the reasons" if parts else ""


def _show_state(console: Console, view: View) -> None:
    """What is held up, whether the text is clean, and whose initials are under it."""
    side = view.scenario.side_text(view.held.side_text) if view.held else None
    if view.held and side:
        who = sentence_name(view.scenario, view.held.by)
        console.tell(
            f"{who} holds up {side.title}: it asks {side.words}. Until that is answered, nothing else is spoken of."
        )
        if view.held.sat:
            sat = listed(
                [name_of(view.scenario, each, view.who) for each in view.scenario.ids if each in view.held.sat]
            )
            console.tell(f"Sitting it out so far: {sat}.")
    if view.closing:
        console.tell(
            "The text is initialled by all and frozen. Before it is signed, each side may read a doubtful phrase its"
            " own way."
        )
    elif not view.brackets:
        names = listed([name_of(view.scenario, who, view.who) for who in view.scenario.ids if who in view.initials])
        console.tell(f"The text is clean. Initialled by: {names or 'nobody yet'}.")
    if not view.brackets and view.own and not view.verdict:
        console.tell(f"Signed now, it brings you {sum_words(view.ending(view.agreed))}.")


def _say_why_not(console: Console, view: View) -> None:
    """Why no waiting package can be accepted, and how to hear what the capital would want first."""
    refused = view.legal.why_not.get(Accept)
    if not refused:
        return
    reason = refusal(view.scenario, refused)
    console.tell(f"You cannot accept {'it' if len(view.waiting) == 1 else 'them'} as things are. {reason}")
    askable = {move.issues[0] for move in view.legal.moves if isinstance(move, Consult)}
    for issue in dict.fromkeys(issue for package in view.waiting for issue in package.of(view.who)):
        steps = view.own.instructions.mandate.get(issue, ()) if view.own else ()
        option = next(package.of(view.who)[issue] for package in view.waiting if issue in package.of(view.who))
        if issue not in askable and any(option in step for step in steps) and beyond(view, issue, option):
            title = view.scenario.text[issue].title
            console.tell(
                f"{opening_capital(view.scenario[view.who].capital)} cannot be asked about “{title}” now:"
                f" type ask {issue} to hear why."
            )


def show_why(console: Console, view: View) -> None:
    """What the words are made of, and every number of mine that has changed so far: when, by how much and why."""
    if view.own and view.brackets and view.agreed:
        sure, (low, high) = view.worth(view.agreed), view.reach()
        console.tell(
            f"The words are worth {span_of(low, high)} points to you: {bare(sure)} for the {len(view.agreed)} that are"
            f" agreed, and {span_of(low - sure, high - sure)} more as the brackets fall."
        )
    reasons = why(view)
    if not reasons:
        console.tell("None of your numbers has changed yet: they are those of your cable.")
        return
    console.tell("Why your numbers are what they are, from the beginning.")
    for reason in reasons:
        console.tell(
            f"Hour {hour_number(reason.hour)}, {reason.day}. {opening_capital(reason.what)}: {reason.change}."
            f" {stopped(opening_capital(reason.reason))}",
            hang=2,
        )
