"""What the outside world changed on a sheet, told to whoever reads of it when the talks are over."""

from __future__ import annotations

from game.scenario import Scenario
from game.talks.events import Adjusted
from game.text import DelegationId
from game.words.causes import because
from game.words.language import say
from game.words.names import audience, steps_words, title, wording
from game.words.people import name

_NOBODY = DelegationId("")


def sheet_change(scenario: Scenario, event: Adjusted, me: DelegationId | None) -> str:
    """One number of a delegation's, or an audience, that changed, and why."""
    who = "" if event.by is None else name(scenario, event.by, me)
    cause = because(scenario, event.cause, event.by, me or _NOBODY)
    change = event.after - event.before
    match event.number:
        case "walk-away":
            told = {"who": who, "before": event.before, "after": event.after, "cause": cause}
            return say("For {who} the walk-away went from {before} to {after} points: {cause:stop}", **told)
        case "points" if event.issue and event.option:
            word = wording(scenario, event.issue, event.option)
            told = {"who": who, "word": word, "before": event.before, "after": event.after, "cause": cause}
            return say("{word} was worth {before} to {who}, and {after} from then on: {cause:stop}", **told)
        case "mandate":
            issue, steps = title(scenario, event.issue), steps_words(change)
            told = {"who": who, "issue": issue, "steps": steps, "cause": cause}
            return say("For {who} the mandate in {issue:quoted} became {steps} wider: {cause:stop}", **told)
        case _:
            outside = audience(scenario, event.audience) if event.audience else say("an audience")
            if event.after > 0:
                return say("{name:head} became harder to please: {cause:stop}", name=outside, cause=cause)
            return say("{name:head} became easier to please: {cause:stop}", name=outside, cause=cause)
