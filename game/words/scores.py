"""A score at the end in words: its parts, what each entry is for, and how it compares with the walk-away and with
history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from game.scenario import Scenario
from game.seat import Account, Ended
from game.talks import Entry, Kind
from game.text import DelegationId
from game.words.causes import ground
from game.words.language import phrase, say
from game.words.people import name

_HEADS: Mapping[Kind, str] = {
    "words": phrase("The words: {points:signed}."),
    "walk-away": phrase("No text, so the walk-away: {points:signed}."),
    "hours": phrase("The hours, {why}: {points:signed}."),
    "talks": phrase("What was won and lost in the talks: {points:signed}."),
    "aftermath": phrase("What came later: {points:signed}."),
}
_SUMS: Mapping[tuple[bool, bool, int], str] = {
    (True, True, 1): phrase("Your points: {sum}. The words alone are {apart} above the walk-away, which was {away}."),
    (True, True, 0): phrase("Your points: {sum}. The words alone are worth just the walk-away, which was {away}."),
    (True, True, -1): phrase("Your points: {sum}. The words alone are {apart} below the walk-away, which was {away}."),
    (True, False, 1): phrase("Your points: {sum}, {apart} more than the walk-away, which was {away}."),
    (True, False, 0): phrase("Your points: {sum}, the same as the walk-away, which was {away}."),
    (True, False, -1): phrase("Your points: {sum}, {apart} less than the walk-away, which was {away}."),
    (False, True, 1): phrase(
        "The points of {who}: {sum}. The words alone are {apart} above the walk-away, which was {away}."
    ),
    (False, True, 0): phrase(
        "The points of {who}: {sum}. The words alone are worth just the walk-away, which was {away}."
    ),
    (False, True, -1): phrase(
        "The points of {who}: {sum}. The words alone are {apart} below the walk-away, which was {away}."
    ),
    (False, False, 1): phrase("The points of {who}: {sum}, {apart} more than the walk-away, which was {away}."),
    (False, False, 0): phrase("The points of {who}: {sum}, the same as the walk-away, which was {away}."),
    (False, False, -1): phrase("The points of {who}: {sum}, {apart} less than the walk-away, which was {away}."),
}
"""By whether it is one's own, whether a text was signed, and which side of the walk-away it lies."""


def head_line(scenario: Scenario, ended: Ended, account: Account, me: DelegationId) -> str:
    """A delegation's sum, beside its walk-away: the words alone, for the hours and the talks cost the same without a
    text; where nothing was signed the whole sum."""
    signed, apart = ended.signed is not None, account.apart
    line, who = _SUMS[account.who == me, signed, (apart > 0) - (apart < 0)], scenario[account.who].short
    return say(line, who=who, sum=account.score.total, apart=abs(apart), away=account.walk_away)


def parts(scenario: Scenario, account: Account, me: DelegationId) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each part of a score in a line, with the lines of its entries; the hours and a walk-away have none."""
    for kind, line in _HEADS.items():
        entries = [entry for entry in account.score.entries if entry.kind == kind]
        if kind in {"hours", "walk-away"}:
            for entry in entries:
                yield say(line, why=ground(scenario, entry.ground, account.who), points=entry.points), ()
        elif entries:
            often = Counter((each.points, _said(scenario, each, account.who, me)) for each in entries)
            told = tuple(_line(points, said, times) for (points, said), times in often.items())
            yield say(line, points=account.score.part(kind)), told


def _said(scenario: Scenario, entry: Entry, who: DelegationId, me: DelegationId) -> str:
    """What an entry is for, and in which issue if it is for words."""
    reason = ground(scenario, entry.ground, who, me)
    title = scenario.text[entry.issue].title if entry.issue and entry.kind == "words" else ""
    return say("{issue}: {reason}", issue=title, reason=reason) if title else reason


def _line(points: int, said: str, times: int) -> str:
    if times > 1:
        line = phrase("{sum:signed} ({n} times {points:signed}), {what:stop}")
        return say(line, sum=points * times, n=times, points=points, what=said)
    return say("{points:signed}, {what:stop}", points=points, what=said)


def compared(scenario: Scenario, ended: Ended, account: Account, me: DelegationId) -> str:
    """What the historical text would have been worth to a delegation, beside what it has."""
    history = account.historical.total if account.historical else 0
    apart, mine = account.better or 0, account.who == me
    who = name(scenario, account.who)
    better = say(_BETTER[mine, (apart > 0) - (apart < 0)], who=who, n=abs(apart))
    return say(_COMPARED[mine, bool(ended.aftermath)], who=who, history=history, better=better)


_COMPARED: Mapping[tuple[bool, bool], str] = {
    (True, True): phrase(
        "To you it would have been worth {history} after the same hours, the same talks and its own aftermath:"
        " {better}."
    ),
    (True, False): phrase(
        "To you it would have been worth {history} after the same hours and the same talks: {better}."
    ),
    (False, True): phrase(
        "To {who} it would have been worth {history} after the same hours, the same talks and its own aftermath:"
        " {better}."
    ),
    (False, False): phrase(
        "To {who} it would have been worth {history} after the same hours and the same talks: {better}."
    ),
}
"""By whose it is, and whether there is an aftermath."""
_BETTER: Mapping[tuple[bool, int], str] = {
    (True, 1): phrase("you did better than history, by {n}"),
    (True, 0): phrase("the same"),
    (True, -1): phrase("history did better, by {n}"),
    (False, 1): phrase("{who} did better than history, by {n}"),
    (False, 0): phrase("the same"),
    (False, -1): phrase("history did better, by {n}"),
}
"""By whose it is, and who did better: they, nobody, or history."""
