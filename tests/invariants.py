"""What holds at every moment of every talks, whoever plays and in whatever scenario."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from game.scenario import COLDEST, WARMEST, AudienceId, couples
from game.talks import EARLIER, Charge, Shift, Talks, verdict, view
from game.talks.audiences import moods, surplus
from game.talks.causes import Decreed, GivenUpUnheard, NeverBroken, ReadingHeard, StandsFor, ThoughtAgain
from game.talks.closing import speaker
from game.talks.events import (
    Adjusted,
    Broke,
    Charged,
    Declined,
    Event,
    Happened,
    HeldUp,
    Prolonged,
    Ratified,
    Responded,
    Returned,
    Stirred,
    Tempered,
    deeds,
)
from game.talks.outside import Extended, Transcribed
from game.talks.silence_procedure import allies
from game.text import DelegationId
from game.words.causes import because
from tests.notation import read, write


def check_state(talks: Talks) -> None:
    """What holds at every moment."""
    _check_text(talks)
    _check_packages(talks)
    _check_numbers(talks)
    _check_outside(talks)


def _check_text(talks: Talks) -> None:
    """Positions could become a text, and nobody stands beyond a mandate, across a red line or where it is barred."""
    told = talks.scenario
    if any(isinstance(event, Transcribed) for event in talks.events):
        return  # What was agreed on paper keeps to nothing.
    assert told.text.conflict(talks.agreed) is None
    assert told.text.extends(talks.agreed) is not None
    if talks.version % 4 == 0:
        assert read(told.text, told.ids, write(told.text, talks.positions)) == talks.positions
    for who, position in talks.positions.items():
        opening, sheet = told[who].opening, told.instructions[who]
        assert sheet.breaks_red_line(position) == ()
        for issue, option in position.items():
            assert option == opening[issue] or option in talks.mandate(who, issue), "a position beyond the mandate"
    for shift in talks.barred:
        assert talks.positions[shift.delegation][shift.issue] != shift.option, "a delegation stands where it is barred"
    said = [event for event in talks.events if isinstance(event, Declined) and event.never]
    assert set(talks.forsworn) == {Shift(e.by, e.issue, e.option) for e in said if e.by and e.issue and e.option}
    eaten = [c for charges in talks.charges.values() for c in charges if isinstance(c.cause, NeverBroken)]
    assert len(eaten) <= len(said), "a never that was paid for oftener than it was said"
    paid = [event for event in talks.events if isinstance(event, Charged) and isinstance(event.cause, GivenUpUnheard)]
    for who in told.ids:
        bought, asked = [e for e in paid if e.by == who], [cable for cable in talks.cables if cable.by == who]
        opened = sum(step for (whose, _), step in talks.steps.items() if whose == who)
        assert len(bought) <= opened + len(asked), "a demand was paid for, and no step was opened for it"
        assert sum(-event.points for event in bought) <= sum(told.instructions[who].unheard.values())
    for (who, issue), option in talks.committed.items():
        assert talks.positions[who][issue] == option, "a statement to the newspapers that is not stood for any more"


def _check_packages(talks: Talks) -> None:
    """What stands on the table waits for somebody, and would move somebody."""
    numbers = [package.number for package in talks.packages]
    assert numbers == sorted(set(numbers))
    assert max(numbers, default=0) <= talks.numbered
    for package in talks.packages:
        assert package.waits_for
        assert all(talks.positions[s.delegation][s.issue] != s.option for s in package.shifts)
    assert all(cable.due > talks.hours for cable in talks.cables) or talks.over


def _check_numbers(talks: Talks) -> None:
    """Hours, goodwill, charges and walk-aways: each is where the events have brought it, and each event says why."""
    told, events = talks.scenario, talks.events
    given = [event.after - event.before for event in events if isinstance(event, Extended | Prolonged)]
    assert 0 <= talks.hours <= talks.deadline == told.calendar.hours + sum(given)
    left = {told.clock.last_swap, told.clock.broken_silence}
    assert all(event.after - event.at in left for event in events if isinstance(event, Prolonged))
    assert tuple(talks.goodwill) == couples(told.ids)
    assert all(COLDEST <= goodwill <= WARMEST for goodwill in talks.goodwill.values())
    for two, goodwill in talks.goodwill.items():
        tempered = [event for event in events if isinstance(event, Tempered) and event.between == two]
        assert all(one.after == next_.before for one, next_ in pairwise(tempered))
        assert not tempered or tempered[-1].after == goodwill
    for who, sheet in told.instructions.items():
        charged = [event for event in events if isinstance(event, Charged) and event.by == who]
        assert tuple(Charge(event.points, event.cause, event.audience) for event in charged) == talks.charges.get(
            who, ()
        )
        moved = [e for e in events if isinstance(e, Adjusted) and (e.by, e.number) == (who, "walk-away")]
        assert all(one.after == next_.before for one, next_ in pairwise(moved))
        assert not moved or moved[-1].after == sheet.reservation_value
    known = len(deeds(events))
    for event in events:
        if isinstance(event, Charged):
            assert event.points
        if isinstance(event, Charged | Adjusted | Tempered | Stirred):
            said = because(told, event.cause, event.by)
            assert said.strip()
            assert "\n" not in said
            assert event.because_of is None or 0 <= event.because_of < known


def _check_outside(talks: Talks) -> None:
    """Each side text is held up once at most, and given, refused or held until paper breaks it off; each event comes
    once, and what is frozen is clean."""
    held = Counter(event.side_text for event in talks.events if isinstance(event, HeldUp))
    assert set(held.values()) <= {1}
    over = [event.side_text for event in talks.events if isinstance(event, Responded) and event.over]
    assert talks.out_of_the_way == set(over)
    assert len(over) == len(talks.out_of_the_way)
    broken_off = set(held) - set(over) - ({talks.held.side_text} if talks.held else set())
    assert set(over) <= set(held)
    assert len(broken_off) <= any(isinstance(event, Transcribed) for event in talks.events)
    happened = [e.happening for e in talks.events if isinstance(e, Happened) and e.happening != EARLIER]
    assert talks.happened == set(happened)
    assert len(happened) == len(talks.happened)
    barred = {
        (event.by, event.issue, event.option)
        for event in talks.events
        if isinstance(event, Broke | Returned) and event.issue is not None
    }
    assert barred == {(shift.delegation, shift.issue, shift.option) for shift in talks.barred}
    assert list(talks.returned) == [e.audience for e in talks.events if isinstance(e, Returned) and not e.final]
    if talks.initials:
        assert not talks.brackets
        assert all(talks.consented.get(who) == talks.agreed for who in talks.initials if allies(talks, who))
    if talks.closing and not talks.over and not talks.pending:
        assert talks.floor == speaker(talks)
    if talks.extra_hours:
        assert any(isinstance(event, Broke | Returned | Extended) for event in talks.events)


def check_waiting(talks: Talks) -> None:
    """Somebody can move as long as the talks go on, and whoever they wait for is one of those who can."""
    assert bool(talks.waits_for) == (not talks.over)
    for who in talks.waits_for:
        assert view(talks, who).legal.moves, f"{who} is waited for and can do nothing"
    if talks.pending:
        assert {AudienceId(who) for who in talks.waits_for} <= talks.seated


def check_news(before: Talks, after: Talks) -> None:
    """Of each audience whose mood has changed in one move this is told, once, with a reason that moved it that way; and
    of no other."""
    was, now = moods(before), moods(after)
    told = [event for event in _fresh(before, after) if isinstance(event, Stirred)]
    changed = {each: (was[each], now[each]) for each in was if was[each] != now[each]}
    assert {event.audience: (event.before, event.after) for event in told} == changed
    assert len(told) == len(changed)
    for event in told:
        better = ("against", "uneasy", "content").index
        way = 1 if better(event.after) > better(event.before) else -1
        match event.cause:
            case StandsFor(by=by, issue=issue, option=option):
                points = after.scenario.judgements[event.audience].points[issue]
                assert (points[option] - points[before.positions[by][issue]]) * way > 0, event
            case Decreed():
                fresh = [e for e in _fresh(before, after) if isinstance(e, Adjusted) and e.cause == event.cause]
                assert any(e.audience == event.audience and e.after == -way for e in fresh), event
            case ReadingHeard():
                woken = after.woken.get(event.audience, 0) - before.woken.get(event.audience, 0)
                assert woken * way < 0, event
            case cause:
                assert isinstance(cause, ThoughtAgain), event


def _fresh(before: Talks, after: Talks) -> Iterable[Event]:
    return after.events[len(before.events) :]


def check_taken(talks: Talks) -> None:
    """A signed text has the consent of all allies, no barred wording, and every parliament that has a vote on it is
    content and has been heard; a text that was refused had a parliament against it."""
    told = talks.scenario
    if talks.signed:
        for who in told.ids:
            assert all(surplus(talks, ally) >= 0 for ally in allies(talks, who))
            assert not allies(talks, who) or talks.consented[who] == talks.agreed
        assert not any(talks.agreed[shift.issue] == shift.option for shift in talks.barred)
        ratified = [event.audience for event in talks.events if isinstance(event, Ratified)]
        for audience in told.audiences:
            if audience.has_vote(talks.agreed):
                assert surplus(talks, audience) >= 0
                assert audience.id in ratified
    if talks.refused_by is not None:
        refuser = told.audience(talks.refused_by)
        assert refuser.has_vote(talks.agreed)
        assert surplus(talks, refuser) < 0


def check_instructions(talks: Talks, seats: Iterable[DelegationId]) -> None:
    """What holds at the end for whoever plays by its instructions: no seat of these has signed below its walk-away or
    across a red line, nor stands beyond its mandate."""
    ended = verdict(talks)
    assert ended is not None
    for who in seats:
        sheet = talks.scenario.instructions[who]
        for issue, option in talks.positions[who].items():
            assert option == talks.scenario[who].opening[issue] or option in talks.mandate(who, issue)
        if ended.outcome is not None:
            assert sheet.utility(ended.outcome) >= sheet.reservation_value
            assert sheet.breaks_red_line(ended.outcome) == ()
