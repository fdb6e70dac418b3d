"""How those stand who are not at the table: their mood, what would please them, and which word they mind.

An audience judges what its own delegation stands for: agreed words, and in a bracket that delegation's wording. Once
everything is agreed, that is the text. Its numbers never leave this room; moods and wishes do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from game.scenario import Audience, AudienceId, Judgement
from game.talks.causes import Cause, ReadingHeard, StandsFor, ThoughtAgain
from game.talks.events import Accepted, Adjusted, Amended, Broke, Interpreted, Mood, Returned, Stirred, is_deed
from game.talks.known import Grievance, Standing, Wish
from game.talks.ledger import hear
from game.talks.moves import AllyAnswer
from game.talks.talks import Talks
from game.text import DelegationId, IssueId, OptionId, Outcome

_ROUGHLY = 20
"""A mood is told to within this part of all that an audience could gain or lose."""
_WISHES = 2
_MOODS: Sequence[Mood] = ("against", "uneasy", "content")
"""From bad to good."""


def shown_to(audience: Audience, who: DelegationId) -> bool:
    """Whether a watcher can tell an audience's mood: the press and third states speak to everybody."""
    return audience.power == "press" or who in (audience.of, audience.id)


def surplus(talks: Talks, audience: Audience, outcome: Outcome | None = None) -> int:
    """Points above its threshold (negative: below) of what its delegation stands for, or of another text."""
    judgement = talks.scenario.judgements[audience.id]
    judged = talks.positions[audience.of] if outcome is None else outcome
    return judgement.utility(judged) - talks.woken.get(audience.id, 0) - judgement.threshold


def as_woken(talks: Talks) -> dict[AudienceId, Judgement]:
    """What everybody outside thinks of a text, in the mood that closing statements have left them in."""
    return {
        audience: replace(judgement, threshold=judgement.threshold + talks.woken.get(audience, 0))
        for audience, judgement in talks.scenario.judgements.items()
    }


def margin(judgement: Judgement) -> int:
    """How rough a mood is, in its points."""
    return max(1, judgement.spread // _ROUGHLY)


def honest(above: int, judgement: Judgement) -> AllyAnswer:
    """What an audience would answer truly that is so many points above what it needs."""
    return "yes" if above >= 0 else "uneasy" if above >= -margin(judgement) else "no"


def mood(talks: Talks, audience: Audience) -> Mood:
    """Roughly how it stands."""
    above, rough = surplus(talks, audience), margin(talks.scenario.judgements[audience.id])
    return "content" if above >= rough else "against" if above < -rough else "uneasy"


def moods(talks: Talks) -> dict[AudienceId, Mood]:
    """How everybody outside stands."""
    return {audience.id: mood(talks, audience) for audience in talks.scenario.audiences}


def standing_to_itself(talks: Talks, audience: Audience) -> Standing:
    """What somebody can tell of an audience who speaks for it: nobody's instructions are known there."""
    found = talks.known.outside.to_themselves.get(audience.id)
    if found is None:
        found = _standing(talks, audience, wishes(talks, audience, sealed=True))
        talks.known.outside.to_themselves[audience.id] = found
    return found


def standing(talks: Talks, audience: Audience) -> Standing:
    """What can be told of an audience."""
    known = talks.known.outside.standings
    found = known.get(audience.id)
    if found is None:
        found = known[audience.id] = _standing(talks, audience, wishes(talks, audience))
    return found


def _standing(talks: Talks, audience: Audience, wished: tuple[Wish, ...]) -> Standing:
    return _alike(audience.id, mood(talks, audience), wished, audience.has_vote(talks.positions[audience.of]))


_alike = lru_cache(maxsize=4096)(Standing)
"""The same value for whoever stands as he did: most moves change nothing of it."""


def wishes(talks: Talks, audience: Audience, *, sealed: bool = False) -> tuple[Wish, ...]:
    """The wordings that would please it most, in issues that are still open; in a clean text, in any. `sealed`: as far
    as it knows itself, without its delegation's instructions."""
    found: list[tuple[int, IssueId, OptionId]] = []
    liked, stands = talks.scenario.judgements[audience.id].better, talks.positions[audience.of]
    for issue in talks.brackets or tuple(issue.id for issue in talks.scenario.text.issues):
        if liked[issue][stands[issue]] and (better := _better(talks, audience, issue, sealed=sealed)):
            best = max(better, key=better.__getitem__)
            found.append((better[best], issue, best))
    found.sort(key=lambda each: -each[0])
    return tuple(Wish(issue, option) for _, issue, option in found[:_WISHES])


def grievance(talks: Talks, audience: Audience) -> Grievance | None:
    """What it would name if it broke silence now; None where nothing that may be written would please it more."""
    return max(grievances(talks, audience).values(), key=lambda each: each.gain, default=None)


def named(talks: Talks, audience: Audience, issue: IssueId | None) -> Grievance | None:
    """What comes of a clause that somebody names who speaks for an audience. Where its delegation may stand for nothing
    there that would please it more, which nobody could know, it is the word of all that it minds most."""
    found = grievances(talks, audience)
    return found.get(issue, grievance(talks, audience)) if issue else None


def grievances(talks: Talks, audience: Audience, *, sealed: bool = False) -> Mapping[IssueId, Grievance]:
    """What it could name, by issue: wherever something that may be written would please it more. `sealed`: as far as it
    knows itself, without its delegation's instructions."""
    found: dict[IssueId, Grievance] = {}
    for issue in talks.scenario.text.issues:
        if better := _better(talks, audience, issue.id, sealed=sealed):
            stands = talks.positions[audience.of][issue.id]
            rank = issue.rank(stands)
            nearest = min(better, key=lambda option: (abs(issue.rank(option) - rank), -better[option]))
            found[issue.id] = Grievance(issue.id, stands, nearest, max(better.values()))
    return found


def _better(talks: Talks, audience: Audience, issue: IssueId, *, sealed: bool = False) -> Mapping[OptionId, int]:
    """The options that an audience prefers to what its delegation stands for, with how much, as far as that
    delegation may ever stand for them. Those who press know nobody's instructions, and all hear what they wish; nor
    does anybody (`sealed`) who speaks for an audience."""
    better = talks.scenario.judgements[audience.id].better[issue][talks.positions[audience.of][issue]]
    if not better:
        return better
    closed = {shift.option for shift in talks.barred if (shift.delegation, shift.issue) == (audience.of, issue)}
    if audience.power != "press" and not sealed:
        sheet = talks.scenario.instructions[audience.of]
        closed |= better.keys() - sheet.allowed(issue, len(sheet.mandate.get(issue, ())), better)
    return {option: gain for option, gain in better.items() if option not in closed} if closed else better


def stir(before: Talks, after: Talks) -> Talks:
    """The talks in which everybody who can tell an audience's mood has heard that it changed, and why."""
    same = before.positions is after.positions and before.woken is after.woken
    if same and before.scenario.judgements is after.scenario.judgements:
        return after
    was, now = moods(before), moods(after)
    for audience in after.scenario.audiences:
        if was[audience.id] == now[audience.id]:
            continue
        ears = None if audience.power == "press" else frozenset({audience.of})
        better = _MOODS.index(now[audience.id]) > _MOODS.index(was[audience.id])
        cause, because_of = _why(before, after, audience, better=better)
        event = Stirred(
            at=after.hours,
            heard_by=ears,
            audience=audience.id,
            before=was[audience.id],
            after=now[audience.id],
            cause=cause,
            because_of=because_of,
        )
        after = hear(after, event)
    return after


def _why(before: Talks, after: Talks, audience: Audience, *, better: bool) -> tuple[Cause, int | None]:
    """Why an audience's mood rose (`better`) or fell, and by which deed: of all that moved it that way what moved it
    most, be it a word, what happened outside, or a statement that it heard."""
    way = 1 if better else -1
    fresh = after.events[len(before.events) :]
    deeds = list(enumerate((event for event in fresh if is_deed(event)), before.deeds))
    moving = next((n for n, e in reversed(deeds) if isinstance(e, Accepted | Amended | Broke | Returned)), None)
    found: list[tuple[int, Cause, int | None]] = [(0, ThoughtAgain(), None)]
    old, new = before.positions[audience.of], after.positions[audience.of]
    points = after.scenario.judgements[audience.id].points
    for issue, option in new.items():
        if (gain := points[issue][option] - points[issue][old[issue]]) * way > 0:
            found.append((gain * way, StandsFor(audience.of, issue, option), moving))
    eased = before.scenario.judgements[audience.id].threshold - after.scenario.judgements[audience.id].threshold
    for event in fresh:
        if isinstance(event, Adjusted) and event.audience == audience.id and event.after == -way:
            found.append((eased * way, event.cause, event.because_of))
    calmed = before.woken.get(audience.id, 0) - after.woken.get(audience.id, 0)
    for number, event in deeds:
        if isinstance(event, Interpreted) and event.reading is not None:
            found.append((calmed * way, ReadingHeard(event.reading, event.says), number))
    _, cause, came_of = max(found, key=lambda each: each[0])
    return cause, came_of
