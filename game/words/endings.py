"""How talks ended, in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from game.scenario import AudienceId, Scenario
from game.seat import Ended
from game.talks import Verdict
from game.text import DelegationId
from game.words.language import count, phrase, say, strung
from game.words.names import audience, short

_WHAT_IT_IS = phrase(
    "That is the score of whoever speaks from outside, by a sheet of its own: it counts for no delegation, and does not"
    " say who has played well."
)
_NAMED = 3
"""Brackets that are named; the rest are others."""


def ending(scenario: Scenario, verdict: Verdict | Ended) -> str:
    """How the talks ended, and over what."""
    match verdict.kind:
        case "signed":
            return say("Every delegation has initialled the text: it is signed.")
        case "refused":
            name = audience(scenario, verdict.refused_by) if verdict.refused_by else ""
            if verdict.twice:
                return say("{name:head} refused the text a second time, and nothing is agreed.", name=name)
            return say("{name:head} refused the text, and nothing is agreed.", name=name)
        case "left":
            who = short(scenario, verdict.left_by) if verdict.left_by else ""
            return say("{who:head} left the talks, and nothing is agreed.", who=who)
        case "deadline":
            return _late(scenario, verdict)
        case "broken-off":
            return say("The talks went round and round while the clock stood still: they were broken off.")
        case _:
            assert_never(verdict.kind)


def taken_back(times: int) -> Iterator[str]:
    """That moves were taken back, where any were."""
    if times:
        yield count(
            "One move was taken back: it stands struck in the record, with what came of it, and counts no more.",
            "{n} moves were taken back: they stand struck in the record, with what came of them, and count no more.",
            times,
        )


def _late(scenario: Scenario, verdict: Verdict | Ended) -> str:
    titles = [scenario.text[issue].title for issue in verdict.brackets]
    named = strung(titles[:_NAMED])
    if not titles:
        return say("Time ran out with a clean text on the table and not every initial under it.")
    if len(titles) > _NAMED:
        return say("Time ran out with {n} brackets open: {titles} and others.", n=len(titles), titles=named)
    return count(
        "Time ran out with one bracket open: {titles}.",
        "Time ran out with {n} brackets open: {titles}.",
        len(titles),
        titles=named,
    )


def judged(scenario: Scenario, verdict: Verdict | Ended, me: DelegationId | None = None) -> tuple[str, ...]:
    """The score of everybody who spoke for an audience, a sentence each, one's own first, and what it is; nothing where
    nobody did."""
    scores = sorted(verdict.outside.items(), key=lambda each: str(each[0]) != me)
    told = tuple(_score(scenario, who, points, verdict, me) for who, points in scores)
    return (*told, say(_WHAT_IT_IS)) if told else ()


def _score(scenario: Scenario, who: AudienceId, points: int, verdict: Verdict | Ended, me: DelegationId | None) -> str:
    name, mine, signed = audience(scenario, who), str(who) == me, verdict.kind == "signed"
    match signed, mine:
        case True, True:
            return say("For you the signed text is worth {points:signed} beside what you needed.", points=points)
        case True, False:
            line = phrase("For {name} the signed text is worth {points:signed} beside what it needed.")
            return say(line, name=name, points=points)
        case False, True:
            return say("Nothing was signed, and so you have nothing to judge: your score is 0.")
        case _:
            return say("Nothing was signed, and so {name} has nothing to judge: its score is 0.", name=name)
