"""The sentences about those who are not at the table: audiences, the press, side texts, the outside world."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from game.scenario import Scenario, band
from game.talks import events
from game.words.causes import because, headline
from game.words.goodwill import band_name
from game.words.language import phrase, say
from game.words.names import audience, short, steps_words, title, wording

_MOODS: Mapping[events.Mood, str] = {
    "content": phrase("{audience:head} is content now: {cause:stop}"),
    "uneasy": phrase("{audience:head} is uneasy now: {cause:stop}"),
    "against": phrase("{audience:head} is against it now: {cause:stop}"),
}
_ANSWERS: Mapping[events.AllyAnswer, str] = {
    "yes": phrase("it would consent"),
    "uneasy": phrase("it is uneasy, and would break silence"),
    "no": phrase("it would break silence"),
}

World = (
    events.HeldUp | events.Responded | events.Circulated | events.Consented | events.Broke | events.Sounded
    | events.Prolonged | events.Interpreted | events.Ratified | events.Returned | events.Announced | events.Happened
    | events.Adjusted | events.Tempered | events.Stirred
)  # fmt: skip


def tell_world(scenario: Scenario, event: World, who: str) -> str:
    """One event as a sentence; `who` is its delegation in the middle of a sentence."""
    match event:
        case events.HeldUp() | events.Responded():
            return _of_side_text(scenario, event, who)
        case events.Circulated() | events.Consented() | events.Broke() | events.Sounded():
            return _of_silence(scenario, event, who)
        case events.Prolonged():
            more, cause = event.after - event.before, because(scenario, event.cause)
            return say("The talks go on for {time:hours} more: {cause:stop}", time=more, cause=cause)
        case events.Interpreted() | events.Ratified() | events.Returned():
            return _of_closing(scenario, event, who)
        case events.Announced():
            values = {"wording": wording(scenario, event.issue, event.option), "issue": title(scenario, event.issue)}
            return say(
                "{who:head} tells the newspapers that it stands for {wording} in {issue:quoted}.", who=who, **values
            )
        case events.Happened():
            over = headline(event.happening, event.title)
            return say("{title:stop} {story}", title=over, story=event.story)
        case events.Adjusted():
            return _adjusted(scenario, event)
        case events.Tempered():
            return _tempered(scenario, event)
        case events.Stirred():
            cause = because(scenario, event.cause)
            return say(_MOODS[event.after], audience=audience(scenario, event.audience), cause=cause)
        case _:
            assert_never(event)


def _of_side_text(scenario: Scenario, event: events.HeldUp | events.Responded, who: str) -> str:
    side = scenario.side_text(event.side_text)
    if side is None:
        raise LookupError(f"no side text {event.side_text!r}")
    match event:
        case events.HeldUp():
            return say("{who:head} holds up {side}: it asks {words}.", who=who, side=side.title, words=side.words)
        case events.Responded(how="give"):
            return say("{who:head} gives the word: {given}.", who=who, given=side.give)
        case events.Responded(how="swap"):
            return say("{who:head} swaps the word: {given}.", who=who, given=side.swap)
        case events.Responded(over=True):
            return say("{who:head} sits it out: the clock runs, and {side} stays as it is.", who=who, side=side.title)
        case events.Responded():
            return say("{who:head} sits it out.", who=who)
        case _:
            assert_never(event)


def _of_silence(
    scenario: Scenario, event: events.Circulated | events.Consented | events.Broke | events.Sounded, who: str
) -> str:
    match event:
        case events.Circulated():
            return say("{who:head} circulates the text to its allies under the silence procedure.", who=who)
        case events.Consented():
            return say("Silence holds: the allies of {who} consent.", who=who)
        case events.Broke():
            ally = audience(scenario, event.audience)
            if event.issue is None or event.option is None or event.retreat is None:
                return say("{ally:head} breaks silence, and no single clause would mend it.", ally=ally)
            return say("{ally:head} breaks silence over {what}", ally=ally, what=_barred(scenario, event))
        case events.Sounded():
            ally, answer = audience(scenario, event.audience), say(_ANSWERS[event.answer])
            if event.issue is None:
                return say("{ally:head} is sounded: {answer}.", ally=ally, answer=answer)
            issue = title(scenario, event.issue)
            return say(
                "{ally:head} is sounded: {answer}; the difficulty is {issue:quoted}.",
                ally=ally, answer=answer, issue=issue,
            )  # fmt: skip
        case _:
            assert_never(event)


def _barred(scenario: Scenario, event: events.Broke | events.Returned) -> str:
    if event.issue is None or event.option is None or event.retreat is None or event.by is None:
        return ""
    word, instead = (wording(scenario, event.issue, option) for option in (event.option, event.retreat))
    return say(
        "{wording} in {issue:quoted}: it is barred, and {who} now stands for {instead}.",
        wording=word, issue=title(scenario, event.issue), who=short(scenario, event.by), instead=instead,
    )  # fmt: skip


def _of_closing(scenario: Scenario, event: events.Interpreted | events.Ratified | events.Returned, who: str) -> str:
    match event:
        case events.Interpreted(reading=None):
            return say("{who:head} makes no closing statement.", who=who)
        case events.Interpreted():
            told = say("{who:head} reads the text its own way: {says:quoted}", who=who, says=event.says)
            whom = next((each.after for each in scenario.readings if each.id == event.reading), "")
            return say("{told} The words are ours, after {whom}.", told=told, whom=whom) if whom else told
        case events.Ratified():
            return say("{name:head} ratifies the text.", name=audience(scenario, event.audience))
        case events.Returned(final=True):
            return say("{name:head} refuses the text for good.", name=audience(scenario, event.audience))
        case events.Returned():
            name, what = audience(scenario, event.audience), _barred(scenario, event)
            return say("{name:head} sends the text back over {what} There is one last swap.", name=name, what=what)
        case _:
            assert_never(event)


def _adjusted(scenario: Scenario, event: events.Adjusted) -> str:
    change = event.after - event.before
    cause = because(scenario, event.cause, event.by)
    match event.number:
        case "walk-away":
            return say(
                "Your walk-away is {after} now ({change:signed}): {cause:stop}",
                after=event.after, change=change, cause=cause,
            )  # fmt: skip
        case "points" if event.issue and event.option:
            name = wording(scenario, event.issue, event.option)
            return say(
                "{wording} is worth {after} to you ({change:signed}): {cause:stop}",
                wording=name, after=event.after, change=change, cause=cause,
            )  # fmt: skip
        case "mandate":
            issue, steps = title(scenario, event.issue), steps_words(change)
            return say(
                "Your mandate in {issue:quoted} is {steps} wider: {cause:stop}", issue=issue, steps=steps, cause=cause
            )
        case _:
            name = audience(scenario, event.audience) if event.audience else say("an audience")
            if event.after > 0:
                return say("{name:head} is harder to please: {cause:stop}", name=name, cause=cause)
            return say("{name:head} is easier to please: {cause:stop}", name=name, cause=cause)


def _tempered(scenario: Scenario, event: events.Tempered) -> str:
    values: dict[str, object] = {
        "names": [short(scenario, who) for who in event.between],
        "now": band_name(band(event.after)),
        "change": event.after - event.before,
        "cause": because(scenario, event.cause),
    }
    rises, moved = event.after > event.before, band(event.before) != band(event.after)
    if rises and moved:
        return say("Goodwill between {names:and} rises to {now} ({change:signed}): {cause:stop}", **values)
    if rises:
        return say("Goodwill between {names:and} rises, still {now} ({change:signed}): {cause:stop}", **values)
    if moved:
        return say("Goodwill between {names:and} falls to {now} ({change:signed}): {cause:stop}", **values)
    return say("Goodwill between {names:and} falls, still {now} ({change:signed}): {cause:stop}", **values)
