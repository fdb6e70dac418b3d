"""What is said when the talks are over: the verdict, the signed text and how it was closed, the points in their parts,
the aftermath test by test, the historical text.

The envelopes are open now: the verdict holds every sheet, as it was drawn and as events have changed it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from game.scenario import Scenario, band
from game.talks import (
    Consequence,
    Entry,
    Kind,
    Verdict,
    View,
    hours_words,
    listed,
    opening_capital,
    signed_points,
    stopped,
    tell,
    why,
)
from game.talks.events import Broke, Consented, Interpreted, Ratified, Returned
from game.terminal.console import Console
from game.terminal.spoken import bare, day_words, of_others
from game.text import DelegationId, Outcome
from game.words.clauses import clauses

_PARTS: tuple[tuple[Kind, str], ...] = (
    ("words", "The words"),
    ("walk-away", "No text, so the walk-away"),
    ("hours", "The hours"),
    ("talks", "What was won and lost in the talks"),
    ("aftermath", "What came later"),
)


def show_ending(console: Console, view: View) -> None:
    """Everything, mine first."""
    scenario, ended = view.scenario, view.verdict
    if ended is None:
        return
    console.tell()
    console.tell(f"The talks are over after {hours_words(view.hours)} of talks. {ended.reason}")
    if ended.outcome is not None:
        _show_signed(console, scenario, ended.outcome)
    _show_closing(console, view)
    for who in _mine_first(view):
        _show_score(console, view, ended, who)
    _show_changes(console, view)
    if ended.aftermath:
        _show_aftermath(console, view, ended)
    if scenario.history is not None:
        _show_history(console, view, ended)


def _mine_first(view: View) -> list[DelegationId]:
    return sorted(view.scenario.ids, key=lambda who: who != view.who)


def _show_signed(console: Console, scenario: Scenario, outcome: Outcome) -> None:
    console.tell()
    console.tell("The text as it was signed.")
    for title, words in clauses(scenario, outcome).items():
        console.tell(f"{title}: {words}", indent=2, hang=2)


def _show_closing(console: Console, view: View) -> None:
    """What allies and parliaments made of the text, and how each side read it in the end."""
    told = [
        event
        for event in view.record
        if isinstance(event, Broke | Consented | Ratified | Returned)
        or (isinstance(event, Interpreted) and event.reading is not None)
    ]
    if told:
        console.tell()
        console.tell("How it was closed.")
    for event in told:
        console.tell(tell(view.scenario, event), indent=2, hang=2)


# ---- points -----------------------------------------------------------------------------------------------------


def _show_score(console: Console, view: View, ended: Verdict, who: DelegationId) -> None:
    score, mine = ended.scores[who], who == view.who
    subject = "Your points" if mine else f"The points of {view.scenario[who].short}"
    console.tell()
    console.tell(f"{subject}: {bare(score.total)}{_beside(ended, who)}")
    for kind, head in _PARTS:
        entries = [entry for entry in score.entries if entry.kind == kind]
        if kind in {"hours", "walk-away"}:
            for entry in entries:
                reason = f", {entry.reason}" if kind == "hours" else ""
                console.tell(f"{head}{reason}: {signed_points(entry.points)}.", indent=2, hang=2)
        elif entries:
            console.tell(f"{head}: {signed_points(score.part(kind))}.", indent=2, hang=2)
            for entry, times in Counter(entries).items():
                each = f" ({times} times {signed_points(entry.points)})" if times > 1 else ""
                said = _entry(view, entry, mine=mine)
                console.tell(f"{signed_points(entry.points * times)}{each}, {said}", indent=4, hang=2)


def _beside(ended: Verdict, who: DelegationId) -> str:
    """The walk-away beside the signed words, for the hours and the talks cost the same without a text; where nothing
    was signed, beside the sum."""
    score, away = ended.scores[who], ended.walk_away[who]
    apart = (score.words if ended.agreed else score.total) - away
    if ended.agreed:
        said = f". The words alone are {_apart(apart, 'above', 'below', 'worth just')}"
    else:
        said = f", {_apart(apart, 'more than', 'less than', 'the same as')}"
    return f"{said} the walk-away, which was {bare(away)}."


def _apart(points: int, over: str, under: str, none: str) -> str:
    return f"{abs(points)} {over if points > 0 else under}" if points else none


def _entry(view: View, entry: Entry, *, mine: bool) -> str:
    reason = entry.reason if mine else of_others(entry.reason)
    title = f"{view.scenario.text[entry.issue].title}: " if entry.issue and entry.kind == "words" else ""
    return stopped(f"{title}{reason}")


def _show_changes(console: Console, view: View) -> None:
    """What events have changed in my instructions since the first cable."""
    changes = [reason for reason in why(view) if reason.sort in {"walk-away", "points"}] if view.own else []
    if changes:
        console.tell()
        console.tell("What has changed in your instructions since the first cable.")
    for reason in changes:
        console.tell(
            f"{reason.day}. {opening_capital(reason.what)}: {reason.change}. {stopped(opening_capital(reason.reason))}",
            indent=2,
            hang=2,
        )


# ---- what came later --------------------------------------------------------------------------------------------


def _show_aftermath(console: Console, view: View, ended: Verdict) -> None:
    console.tell()
    console.tell(
        "The aftermath. Each test reads the words and the goodwill that were left. What would have followed, and its"
        " points, are MODEL; what really happened is on record where it says FACT."
    )
    bands = [
        f"{listed([view.scenario[who].short for who in two])}, {band(view.goodwill[two])}" for two in view.goodwill
    ]
    console.tell(f"Goodwill at the end: {'; '.join(bands)}.")
    for came in ended.aftermath:
        console.tell()
        for sentence in _consequence(view, ended, came):
            console.tell(sentence, indent=2, hang=2)


def _consequence(view: View, ended: Verdict, came: Consequence) -> Iterator[str]:
    yield f"{day_words(came.day)}. {stopped(came.title)} {came.question}"
    if came.decides and came.quoted:
        yield f"The words that decided: “{came.quoted}”"
    elif came.decides:
        yield f"Silence decided: the text says nothing on “{view.scenario.text[came.decides].title}”."
    elif ended.outcome is not None:
        yield "No word decided, but the goodwill that was left."
    yield stopped(came.because)
    points = [f"{signed_points(came.points.get(who, 0))} for {_name(view, who)}" for who in _mine_first(view)]
    yield f"{opening_capital(listed(points))}." if any(came.points.values()) else "It brought and cost nobody anything."
    test = next((test for test in view.scenario.aftermath if test.id == came.test), None)
    if test is not None:
        yield f"What really happened: {test.story} {_source(view.scenario, test.source.label, test.source.cite)}"


def _name(view: View, who: DelegationId) -> str:
    return "you" if who == view.who else view.scenario[who].short


def _source(scenario: Scenario, label: str, cite: tuple[str, ...]) -> str:
    cited = "; ".join(scenario.sources[each].title for each in cite if each in scenario.sources)
    return f"{label}{f' ({cited})' if cited else ''}."


# ---- history ----------------------------------------------------------------------------------------------------


def _show_history(console: Console, view: View, ended: Verdict) -> None:
    scenario, history = view.scenario, view.scenario.history
    if history is None:
        return
    console.tell()
    console.tell(f"The historical text: {history.title}, {day_words(history.day)}.")
    real = clauses(scenario, history.outcome)
    ours = clauses(scenario, ended.outcome) if ended.outcome is not None else {}
    titles = list(dict.fromkeys([*real, *ours]))
    for title in titles:
        words = real.get(title, "silence.")
        same = ended.outcome is not None and ours.get(title, "silence.") == words
        console.tell(
            f"{title}: {('the same as yours.' if view.own else 'the same.') if same else words}", indent=2, hang=2
        )
    for who in _mine_first(view):
        console.tell(_compared(view, ended, who))
    if history.note:
        console.tell(history.note)


def _compared(view: View, ended: Verdict, who: DelegationId) -> str:
    total, history = ended.scores[who].total, ended.historical[who].total if ended.historical else 0
    whom = _name(view, who)
    later = ", the same talks and its own aftermath" if ended.aftermath else " and the same talks"
    worth = f"To {whom} it would have been worth {bare(history)} after the same hours{later}"
    if history == total:
        return f"{worth}: the same."
    better = "history did better" if history > total else f"{whom} did better than history"
    return f"{worth}: {better}, by {abs(history - total)}."
