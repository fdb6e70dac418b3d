"""Those who are not at the table: who is uneasy, what would please them, and how the delegations get on."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario import Audience, Band, Power
from game.talks import Standing, View, breaking, hour_number, hours_words, listed, opening_capital, stopped, wording
from game.talks.events import Sounded
from game.terminal.console import Console
from game.terminal.spoken import name_of

_MOODS = ("against", "uneasy", "content")
_EFFECT: dict[Band, str] = {
    "cold": "a package to {them} takes half an hour more",
    "correct": "no hours are lost or won by it",
    "warm": "a package from {them} is accepted in half the time",
}
_GROUPS: tuple[tuple[Power, str], ...] = (
    (
        "consent",
        "Your allies. The clean text is circulated to them before you initial it. Whoever says nothing has consented;"
        " whoever breaks silence names a word, and that word is barred.",
    ),
    (
        "ratify",
        "Your parliaments. They vote when the text is initialled. What they refuse comes back once, for one last swap.",
    ),
    ("press", "Your newspapers and neighbours. They have no vote; they cost points."),
)
_ANSWERS = {
    "yes": "it would consent",
    "uneasy": "it would break silence, narrowly",
    "no": "it would break silence",
}


def show_corridor(console: Console, view: View) -> None:
    """Everybody outside in full, then goodwill, statements to the press and what is barred."""
    if not view.scenario.audiences:
        console.tell("Nobody waits in the corridor: these talks have no audience.")
    show_answerable(console, view, moods=True)
    _show_others(console, view)
    for line in _goodwill(view, briefly=False):
        console.tell(line)
    for line in (*_consents(view), *_statements(view, full=True), *_barred(view), *_returns(view)):
        console.tell(line)


def outside_lines(view: View, *, full: bool) -> Iterator[str]:
    """The same in short, for where the talks stand. In `full` also what would please those who are not content, whose
    consent is still needed, what others have told the press, and what is barred."""
    yield from _goodwill(view, briefly=True)
    yield from _moods(view, full=full)
    yield from _consents(view) if full or not view.brackets else ()
    yield from _statements(view, full=full)
    yield from _barred(view) if full else ()
    yield from _returns(view)


def show_answerable(console: Console, view: View, *, moods: bool) -> None:
    """Those whom this seat answers to, by what they can do, with their lines; with or without how they stand."""
    for power, head in _GROUPS:
        mine = [audience for audience in view.scenario.audiences_of(view.who) if audience.power == power]
        if mine:
            console.tell(head)
        for audience in mine:
            console.tell(_audience(view, audience, moods=moods), indent=2, hang=2)


def _audience(view: View, audience: Audience, *, moods: bool = True) -> str:
    """One audience: name, line and power, and with its mood what it wishes and what it said when it was asked."""
    seen = view.standings.get(audience.id) if moods else None
    mood = f": {seen.mood}" if seen else ""
    parts = [f"{_both_names(audience)}{mood}.", stopped(audience.line), _power(view, audience)]
    if seen and seen.wishes:
        parts.append(f"It would like {_wishes(view, seen)}.")
    asked = [event for event in view.record if isinstance(event, Sounded) and event.audience == audience.id]
    if asked and moods:
        minded = f", over “{view.scenario.text[asked[-1].issue].title}”" if asked[-1].issue else ""
        parts.append(f"Sounded at hour {hour_number(asked[-1].at)}: {_ANSWERS[asked[-1].answer]}{minded}.")
    return " ".join(part for part in parts if part)


def _both_names(audience: Audience) -> str:
    """The name, with the short one that the record uses, where that is another."""
    name, short = opening_capital(audience.name), audience.short
    same = short.removeprefix("the ").casefold() in name.casefold()
    return name if same else f"{name} ({short})"


def _power(view: View, audience: Audience) -> str:
    """What an audience can do, as a sentence; empty where the heading of its group says all."""
    if audience.power == "press":
        whom = name_of(view.scenario, audience.of, view.who)
        if not audience.every:
            return ""
        points = f"{audience.cost} point{'' if audience.cost == 1 else 's'}"
        each = "an hour" if audience.every == 1 else f"every {hours_words(audience.every)}"
        stands = "you stand" if audience.of == view.who else f"{whom} stands"
        return f"While {stands} for less than it wants, it costs {whom} {points} {each}."
    if audience.power == "ratify":
        return _vote(view, audience)
    return ""


def _vote(view: View, audience: Audience) -> str:
    if not audience.votes:
        return "It votes on every text."
    text = view.scenario.text
    names = [
        listed([wording(view.scenario, issue, o.id) for o in text[issue].options if o.id in options])
        for issue, options in audience.votes.items()
    ]
    seen = view.standings.get(audience.id)
    mine = " You stand for such a paper." if seen and seen.votes else " You do not stand for such a paper."
    return f"It has a vote only on {' or on '.join(names)}.{mine if seen else ''}"


def _wishes(view: View, seen: Standing, most: int = 2) -> str:
    return " or ".join(
        f"{wording(view.scenario, wish.issue, wish.option)} in “{view.scenario.text[wish.issue].title}”"
        for wish in seen.wishes[:most]
    )


def _show_others(console: Console, view: View) -> None:
    """The audiences of the others: those who speak to everybody, and the names of those whose mood cannot be told."""
    for other in view.others:
        theirs = view.scenario.audiences_of(other.id)
        loud = [audience for audience in theirs if audience.id in view.standings]
        if loud:
            console.tell(f"Who presses {other.short}, for everybody to hear:")
        for audience in loud:
            console.tell(_audience(view, audience), indent=2, hang=2)
        quiet = [audience for audience in theirs if audience.id not in view.standings]
        if quiet:
            told = listed([f"{audience.short} ({_POWERS[audience.power]})" for audience in quiet])
            console.tell(f"{opening_capital(other.short)} also answers to {told}; their moods do not show.")


_POWERS: dict[Power, str] = {"consent": "consents", "ratify": "ratifies", "press": "presses"}


def _goodwill(view: View, *, briefly: bool) -> Iterator[str]:
    """The band with each other delegation, and what it does; in short only where it does anything."""
    told = []
    for other in view.others:
        band = view.band(other.id)
        effect = f" ({_EFFECT[band].format(them=other.short)})"
        told.append(f"{band} with {other.short}{effect if not briefly or band != 'correct' else ''}")
    if told:
        yield f"Goodwill: {'; '.join(told)}."
    if told and not briefly and view.scenario.aftermath:
        yield "Goodwill also colours how doubtful words are read later; the coldest counts."


def _moods(view: View, *, full: bool) -> Iterator[str]:
    """My audiences that are not content, the worst first; in full with the one thing that would please each most."""
    mine = [(audience, view.standings[audience.id]) for audience in view.scenario.audiences_of(view.who)]
    for mood in _MOODS[:2]:
        told = [
            f"{audience.short}{f', which would like {_wishes(view, seen, most=1)}' if full and seen.wishes else ''}"
            for audience, seen in mine
            if seen.mood == mood
        ]
        if told:
            head = "Against what you stand for" if mood == "against" else "Uneasy"
            yield f"{head}: {'; '.join(told) if full else listed(told)}."


def _consents(view: View) -> Iterator[str]:
    """Whose consent is still needed: my allies', and of a clean text also the others'."""
    if view.own and view.own.needs_consent:
        allies = [each.short for each in view.scenario.audiences_of(view.who) if each.power == "consent"]
        yield f"Still to consent: {listed(allies)}."
    for other in view.others if not view.brackets else ():
        if other.id not in view.consented and any(
            audience.power == "consent" for audience in view.scenario.audiences_of(other.id)
        ):
            yield f"The allies of {other.short} have still to consent."


def _statements(view: View, *, full: bool) -> Iterator[str]:
    """What I have told the press and what it would cost me to move off it; in full also what others have told it."""
    for (who, issue), option in view.committed.items():
        said = f"{wording(view.scenario, issue, option)} in “{view.scenario.text[issue].title}”"
        if who == view.who and view.own:
            cost = breaking(view.own.instructions.points[issue].values())
            yield f"You have told the press that you stand for {said}: to move off it costs {cost} points."
        elif full:
            yield f"{opening_capital(view.scenario[who].short)} has told the press that it stands for {said}."


def _barred(view: View) -> Iterator[str]:
    """Wordings that are barred, and for whom."""
    told = []
    for shift in sorted(view.barred):
        said = f"{wording(view.scenario, shift.issue, shift.option)} in “{view.scenario.text[shift.issue].title}”"
        told.append(f"{said}, for {name_of(view.scenario, shift.delegation, view.who)}")
    if told:
        yield f"Barred for good: {'; '.join(told)}."


def _returns(view: View) -> Iterator[str]:
    """Parliaments that have sent the text back."""
    for audience in view.returned:
        short = opening_capital(view.scenario.audience(audience).short)
        yield f"{short} has sent the text back: the next refusal, by anybody, is the end of the talks."
