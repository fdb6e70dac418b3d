"""The sentences about those who are not at the table: audiences, the press, side texts, the outside world."""

from __future__ import annotations

from game.scenario import Scenario, band
from game.talks.events import (
    Adjusted,
    Announced,
    Broke,
    Circulated,
    Consented,
    Event,
    Happened,
    HeldUp,
    Interpreted,
    Prolonged,
    Ratified,
    Responded,
    Returned,
    Sounded,
    Stirred,
    Tempered,
)
from game.talks.verdict import hours_words, opening_capital
from game.talks.wordings import listed, signed_points, steps_words, stopped, title, wording

_MOODS = {"content": "is content", "uneasy": "is uneasy", "against": "is against it"}
_ANSWERS = {
    "yes": "it would consent",
    "uneasy": "it is uneasy, and would break silence",
    "no": "it would break silence",
}


def tell_outside(scenario: Scenario, event: Event, who: str) -> str:
    """One event as a sentence; `who` is its delegation as the first word of a sentence."""
    match event:
        case HeldUp() | Responded():
            return _of_side_text(scenario, event, who)
        case Circulated() | Consented() | Broke() | Sounded():
            return _of_silence(scenario, event, who)
        case Prolonged():
            return stopped(f"The talks go on for {hours_words(event.after - event.before)} more: {event.reason}")
        case Interpreted() | Ratified() | Returned():
            return _of_closing(scenario, event, who)
        case Announced():
            name = wording(scenario, event.issue, event.option)
            return f"{who} tells the press that it stands for {name} in “{title(scenario, event.issue)}”."
        case Happened():
            return f"{stopped(event.title)} {event.story}"
        case Adjusted():
            return _adjusted(scenario, event)
        case Tempered():
            return _tempered(scenario, event)
        case Stirred():
            name = opening_capital(scenario.audience(event.audience).short)
            return stopped(f"{name} {_MOODS[event.after]} now: {event.reason}")
        case _:
            raise TypeError(f"no such event: {type(event).__name__}")


def _of_side_text(scenario: Scenario, event: HeldUp | Responded, who: str) -> str:
    side = scenario.side_text(event.side_text)
    if side is None:
        raise LookupError(f"no side text {event.side_text!r}")
    match event:
        case HeldUp():
            return f"{who} holds up {side.title}: it asks {side.words}."
        case Responded(how="give"):
            return f"{who} gives the word: {side.give}."
        case Responded(how="swap"):
            return f"{who} swaps the word: {side.swap}."
        case Responded(over=True):
            return f"{who} sits it out: the clock runs, and {side.title} stays as it is."
        case Responded():
            return f"{who} sits it out."


def _of_silence(scenario: Scenario, event: Circulated | Consented | Broke | Sounded, who: str) -> str:
    match event:
        case Circulated():
            return f"{who} circulates the text to its allies under the silence procedure."
        case Consented():
            return f"Silence holds: the allies of {scenario[event.by].short if event.by else 'all'} consent."
        case Broke():
            ally = opening_capital(scenario.audience(event.audience).short)
            if event.issue is None or event.option is None or event.retreat is None:
                return f"{ally} breaks silence, and no single clause would mend it."
            return f"{ally} breaks silence over {_barred(scenario, event)}"
        case Sounded():
            ally = opening_capital(scenario.audience(event.audience).short)
            minded = f"; the difficulty is “{title(scenario, event.issue)}”" if event.issue else ""
            return f"{ally} is sounded: {_ANSWERS[event.answer]}{minded}."


def _barred(scenario: Scenario, event: Broke | Returned) -> str:
    if event.issue is None or event.option is None or event.retreat is None:
        return ""
    word, instead = (wording(scenario, event.issue, option) for option in (event.option, event.retreat))
    delegation = scenario[event.by].short if event.by else "its delegation"
    return f"{word} in “{title(scenario, event.issue)}”: it is barred, and {delegation} now stands for {instead}."


def _of_closing(scenario: Scenario, event: Interpreted | Ratified | Returned, who: str) -> str:
    match event:
        case Interpreted(reading=None):
            return f"{who} makes no closing statement."
        case Interpreted():
            return f"{who} reads the text its own way: “{event.says}”"
        case Ratified():
            return f"{opening_capital(scenario.audience(event.audience).short)} ratifies the text."
        case Returned(final=True):
            return f"{opening_capital(scenario.audience(event.audience).short)} refuses the text for good."
        case Returned():
            name = opening_capital(scenario.audience(event.audience).short)
            return f"{name} sends the text back over {_barred(scenario, event)} There is one last swap."


def _adjusted(scenario: Scenario, event: Adjusted) -> str:
    reason = stopped(event.reason)
    match event.number:
        case "walk-away":
            change = signed_points(event.after - event.before)
            return f"Your walk-away is {event.after} now ({change}): {reason}"
        case "points" if event.issue and event.option:
            change = signed_points(event.after - event.before)
            return f"{wording(scenario, event.issue, event.option)} is worth {event.after} to you ({change}): {reason}"
        case "mandate":
            steps = steps_words(event.after - event.before)
            return f"Your mandate in “{title(scenario, event.issue)}” is {steps} wider: {reason}"
        case _:
            name = opening_capital(scenario.audience(event.audience).short) if event.audience else "An audience"
            return f"{name} is {'harder' if event.after > 0 else 'easier'} to please: {reason}"


def _tempered(scenario: Scenario, event: Tempered) -> str:
    names = listed([scenario[who].short for who in event.between])
    verb = "rises" if event.after > event.before else "falls"
    was, now = band(event.before), band(event.after)
    to = f" to {now}" if was != now else f", still {now}"
    change = signed_points(event.after - event.before)
    return stopped(f"Goodwill between {names} {verb}{to} ({change}): {event.reason}")
