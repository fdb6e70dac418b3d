"""How long it takes to repair a text that is sent back: the fewest hours in which both sides can swap a word and sign.

Nothing is guessed: talks are played to the hour at which an audience sends a text back, and from there on the rules
themselves are searched, whatever they are, for the quickest way to a signature with everybody helping (A* by hours; P.
Hart, N. Nilsson and B. Raphael, "A Formal Basis for the Heuristic Determination of Minimum Cost Paths", IEEE
Transactions on Systems Science and Cybernetics 4, 1968).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import heappop, heappush
from itertools import count, product
from typing import Literal

from game.analysis import closed_to
from game.scenario import Audience, AudienceId, Clock, Doubt, Power, Scenario, historical
from game.talks import (
    CHAIR,
    Accept,
    Amend,
    Circulate,
    Consult,
    Extend,
    Interpret,
    Move,
    Pass,
    Propose,
    Refused,
    Say,
    Shift,
    Sign,
    Talks,
    open_talks,
    play,
)
from game.talks.audiences import surplus
from game.talks.capital import unheard
from game.talks.events import Broke, Returned
from game.talks.rules.accept import hours_where_warm
from game.talks.rules.pass_hours import MOST_HOURS
from game.text import DelegationId, IssueId, OptionId, Outcome, Text, Undecided

Back = Literal["silence", "statements", "vote"]
"""How a text comes back: an ally breaks silence over it when it is circulated; one does who was woken by what was read
into it once it was initialled; a parliament does not ratify it."""

_WAYS: Mapping[Power, tuple[Back, ...]] = {"consent": ("silence", "statements"), "ratify": ("vote",), "press": ()}
_KEYS: Mapping[Back, str] = {"silence": "broken_silence", "statements": "last_swap", "vote": "last_swap"}
"""Where a scenario says how many hours are left after each."""
_AMPLE = 48.0
"""Hours of talks that are left for a repair when its length is looked for."""
_OTHERS = 3
"""Issues beside the one that was refused of which the words are swapped as well, where that is needed."""
_NOBODY_MINDS = 10_000
"""Points below anything that a text can be worth to whoever is not asked here."""
_MOST_LOOKS = 20_000
"""Looks at an exclusion for one text."""
_MOST_STATES = 4000
"""States of the talks that are looked at before a repair is given up."""


@dataclass(frozen=True, slots=True)
class Repair:
    """The quickest way from a text that was sent back to a signature."""

    hours: float
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class SentBack:
    """A text that was sent back: by whom, how and over which word."""

    audience: AudienceId
    back: Back
    issue: IssueId
    option: OptionId
    talks: Talks
    """The talks as they go on, with ample time."""

    @cached_property
    def repair(self) -> Repair | None:
        """The quickest way to a signature, if there is one."""
        return quickest_repair(self.talks)


def hours_left(clock: Clock, back: Back) -> float:
    """Hours of talks that are left at least for a text that comes back so."""
    return clock.broken_silence if back == "silence" else clock.last_swap


def quickest_repair(talks: Talks, within: float = _AMPLE) -> Repair | None:
    """The quickest way to a signature from here, with everybody helping and the clock of the talks as it is; None
    where there is none in so many hours, or none was found among the first thousands of ways. Where the word that was
    refused cannot be swapped for one that pleases, others are."""
    return _quickest(talks, within, ()) or _quickest(talks, within, _elsewhere(talks))


def _elsewhere(talks: Talks) -> tuple[IssueId, ...]:
    """The issues in which a wording that everybody may write would do most for those who sent a text back."""
    gains: dict[IssueId, int] = {}
    for who in {event.audience for event in talks.events if isinstance(event, Broke | Returned)}:
        each = talks.scenario.audience(who)
        stands = talks.positions[each.of]
        better = talks.scenario.judgements[each.id].better
        for issue in talks.scenario.text.negotiated:
            open_to_all = frozenset.intersection(*(talks.mandate(who, issue.id) for who in talks.scenario.ids))
            found = [gain for option, gain in better[issue.id][stands[issue.id]].items() if option in open_to_all]
            gains[issue.id] = max([gains.get(issue.id, 0), *found])
    return tuple(sorted((issue for issue in gains if gains[issue]), key=lambda issue: (-gains[issue], issue))[:_OTHERS])


def _quickest(talks: Talks, within: float, elsewhere: tuple[IssueId, ...]) -> Repair | None:
    """The same, with other issues touched that are agreed."""
    tried = count()
    waiting: list[tuple[float, int, int, Talks]] = [(0.0, 0, next(tried), talks)]
    seen: set[Hashable] = set()
    while waiting and len(seen) < _MOST_STATES:
        *_, now = heappop(waiting)
        if now.signed:
            return Repair(now.hours - talks.hours, now.moves[talks.version :])
        if (state := _state(now)) in seen or now.over:
            continue
        seen.add(state)
        for move in _helpful(now, elsewhere):
            after = play(now, move)
            if not isinstance(after, Refused):
                at_least = after.hours + _ahead(after) - talks.hours
                if at_least <= within:
                    # Of ways that look as quick, first the one that is further.
                    heappush(waiting, (at_least, -after.version, next(tried), after))
    return None


def _ahead(talks: Talks) -> float:
    """Hours that are left to go at least: brackets, allies who have to be asked, and initials. Never too many."""
    if talks.signed:
        return 0.0
    clock, barred = talks.scenario.clock, {(each.issue, each.option) for each in talks.barred}
    allied = {audience.of for audience in talks.scenario.audiences if audience.power == "consent"}
    stale = [who for who in allied if barred & talks.consented.get(who, {}).items() or who not in talks.consented]
    initials = clock.sign * (len(talks.scenario.ids) - len(talks.initials))
    return _to_close(talks) + clock.circulate * len(stale) + initials


def _to_close(talks: Talks) -> float:
    """Hours in which brackets are closed at least: whoever stands apart moves alone, or accepts a package."""
    clock, apart = talks.scenario.clock, 0
    for issue in talks.brackets:
        stands = [stand[issue] for stand in talks.positions.values()]
        apart = max(apart, len(stands) - max(map(stands.count, stands)))
    tabled = 0.0 if talks.packages else min(clock.short_package, clock.package)
    return min(clock.amend * apart, tabled + hours_where_warm(clock)) if apart else 0.0


def _state(talks: Talks) -> Hashable:
    """All that what comes next hangs on, but for how late it is."""
    stands = tuple(tuple(stand.items()) for stand in talks.positions.values())
    cables = tuple((cable.by, cable.issues, cable.due - talks.hours) for cable in talks.cables)
    waits = tuple((package.by, package.shifts, package.accepted) for package in talks.packages)
    consent = frozenset(who for who, outcome in talks.consented.items() if outcome == talks.agreed)
    steps, barred, said = frozenset(talks.steps.items()), frozenset(talks.barred), frozenset(talks.said)
    going = talks.floor, talks.initials, talks.closing
    goodwill, returned = tuple(talks.goodwill.items()), frozenset(talks.returned)
    return going, stands, cables, waits, consent, steps, barred, said, goodwill, returned


def _helpful(talks: Talks, elsewhere: tuple[IssueId, ...]) -> Iterator[Move]:
    """What whoever has the floor can do for a signature, and need not pay for."""
    who = talks.floor
    if talks.closing:
        yield Interpret(who)
        return
    if not talks.brackets:
        yield from (Sign(who), Circulate(who))
    yield from (Accept(who, package.number) for package in talks.packages if who in package.waits_for)
    for issue in dict.fromkeys((*_open(talks), *elsewhere)):
        yield from (Amend(who, issue, option.id) for option in talks.scenario.text[issue].options)
        mine = talks.positions[who][issue]
        apart = [other for other in talks.scenario.ids if talks.positions[other][issue] != mine]
        if apart:
            yield Propose(who, tuple(Shift(other, issue, mine) for other in apart))
            if not (lost := unheard(talks, who)) or lost.issue != issue:
                yield Consult(who, (issue,))
    yield Say(who, remark="—")


def _open(talks: Talks) -> tuple[IssueId, ...]:
    """The issues in which something may have to move: those in brackets, those of which a wording was refused, and
    those whose wordings give a parliament its vote that would not have the text."""
    refused = {each.issue for each in talks.barred}
    judges = [each for each in talks.scenario.audiences if each.votes and surplus(talks, each) < 0]
    votes = {issue for each in judges if each.has_vote(talks.positions[each.of]) for issue in each.votes}
    return tuple(dict.fromkeys((*talks.brackets, *sorted(refused), *sorted(votes))))


def sent_back(scenario: Scenario) -> Iterator[SentBack]:
    """Every way in which a text can come back at the end of the calendar: from whom, how, and over each word that
    somebody names first in one of many texts that lack little to please it and that nobody else minds."""
    for audience in scenario.audiences:
        late, named = _late(scenario, audience), set[tuple[Back, IssueId]]()
        for text, back in product(_texts(late.scenario, audience), _WAYS[audience.power]):
            talks = _back(_written(late, audience, text), back)
            told = next((event for event in reversed(talks.events) if isinstance(event, Broke | Returned)), None)
            if told and told.issue and told.option and (back, told.issue) not in named:
                named.add((back, told.issue))
                yield SentBack(audience.id, back, told.issue, told.option, talks)


def _late(scenario: Scenario, audience: Audience) -> Talks:
    """Talks of which all hours of the calendar have run, and that go on all the same."""
    talks = open_talks(
        replace(scenario, clock=replace(scenario.clock, last_swap=_AMPLE, broken_silence=_AMPLE)), as_written=True
    )
    talks = _must(talks, Extend(CHAIR, float(MOST_HOURS)))
    while talks.hours < scenario.calendar.hours:
        talks = _must(talks, Pass(CHAIR, min(float(MOST_HOURS), scenario.calendar.hours - talks.hours)))
    judgements = {
        each: judgement if each == audience.id else replace(judgement, threshold=-judgement.spread - _NOBODY_MINDS)
        for each, judgement in talks.scenario.judgements.items()
    }
    return talks.altered(scenario=replace(talks.scenario, judgements=judgements))


def _texts(scenario: Scenario, audience: Audience) -> Iterator[Outcome]:
    """Texts that everybody could sign, each with the word that an audience likes least in one issue; where its vote
    hangs on certain words, with one of them."""
    closed = closed_to(scenario, scenario.ids)
    barred = {issue.id: [each for each in issue.ids if (issue.id, each) in closed] for issue in scenario.text.issues}
    written = historical(scenario).history
    base: Outcome = written.outcome if written and not closed & written.outcome.items() else {}
    row = scenario.judgements[audience.id].points
    votes: list[Outcome] = [{issue: o} for issue, options in audience.votes.items() for o in sorted(options)]
    for issue in scenario.text.negotiated:
        for option in sorted(issue.ids - {*barred[issue.id]}, key=lambda each: (row[issue.id][each], each))[:1]:
            for vote in votes or [{}]:
                whole = _whole(scenario.text, base, {**vote, issue.id: option}, barred)
                if whole and (not votes or audience.has_vote(whole)):
                    yield whole


def _whole(text: Text, base: Outcome, wanted: Outcome, barred: Mapping[IssueId, list[OptionId]]) -> Outcome | None:
    """A text with some words, the others as in another text where that can be; None where there is none, or where that
    takes too long to tell."""
    near = {**base, **wanted}
    if base and not text.conflict(near):
        return near
    try:
        return text.extends(wanted, barred, steps=_MOST_LOOKS)
    except Undecided:
        return None


def _written(talks: Talks, audience: Audience, text: Outcome) -> Talks:
    """The same talks with everybody standing for a text, as far as capitals have opened it and no further, and with an
    audience of which one more point would please it."""
    scenario = talks.scenario
    steps: dict[tuple[DelegationId, IssueId], int] = {}
    for who in scenario.ids:
        for issue, ladder in scenario.instructions[who].mandate.items():
            needed = next((n for n, opened in enumerate(ladder) if text[issue] in opened), 0)
            steps[who, issue] = max(needed, talks.steps.get((who, issue), 0))
    judgement = scenario.judgements[audience.id]
    judgement = replace(judgement, threshold=judgement.utility(text) + 1)
    return talks.altered(
        scenario=replace(scenario, judgements={**scenario.judgements, audience.id: judgement}),
        positions={who: dict(text) for who in scenario.ids},
        steps=steps,
        floor=audience.of,
    )


def _back(talks: Talks, back: Back) -> Talks:
    """The same once the text has been put to an audience, at the last moment at which that can be done."""
    if back == "silence":
        return _must(talks, Circulate(talks.floor))
    others = frozenset(talks.scenario.ids) - {talks.floor}
    consented = {audience.of: talks.agreed for audience in talks.scenario.audiences if audience.power == "consent"}
    talks = _must(talks.altered(initials=others, consented=consented), Sign(talks.floor))
    while talks.closing:
        talks = _must(talks, Interpret(talks.floor))
    return talks


def _must(talks: Talks, move: Move) -> Talks:
    """The talks after a move that the rules allow."""
    played = play(talks, move)
    if isinstance(played, Refused):
        raise ValueError(f"{move}: {played}")
    return played


def repair_doubts(scenario: Scenario) -> Iterator[Doubt]:
    """For an author: a text that comes back late could not be repaired in the hours for one last swap, or at all."""
    found = tuple(sent_back(scenario))
    short: dict[str, tuple[float, SentBack]] = {}
    for each in found:
        if each.repair is not None and hours_left(scenario.clock, each.back) < each.repair.hours:
            key = _KEYS[each.back]
            short[key] = max(short.get(key, (0.0, each)), (each.repair.hours, each), key=lambda known: known[0])
    for key, (most, each) in short.items():
        said = f"it leaves {hours_left(scenario.clock, each.back):g} hours, and what {each.audience} sends back takes"
        yield Doubt(("clock", key), f"{said} {most:g} to repair, over '{each.option}' in '{each.issue}'")
    places = [audience.id for audience in scenario.audiences]
    beyond = {(each.audience, each.issue): each.option for each in found if each.repair is None}
    for (audience, issue), option in beyond.items():
        said = f"nothing that is tried repairs a text that {audience} sends back over '{option}' in '{issue}'"
        yield Doubt(("audiences", places.index(audience), "points", issue), said)
