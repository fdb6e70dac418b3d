"""A whole game as text: each move with its hour, what the record says, what was said, and the end with its sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from game.scenario import shipped
from game.talks import Talks, Verdict, verdict, write_move
from game.talks.events import Event
from game.text import plain
from game.words import hours
from game.words.causes import ground
from game.words.endings import ending, judged
from game.words.events import tell
from tests.library import DRILLS, MAIN, game, opened
from tests.notation import write
from tests.playthroughs.lesson import LESSON, attended

FOLDER = Path(__file__).parent
GAMES = (
    *((name, 1) for name in shipped()),
    (MAIN, 2),
    *((name, seed) for name in DRILLS for seed in (1, 2)),
    (LESSON, 2),
)


def transcript(name: str, seed: int) -> str:
    """Computer against computer, or a lesson with somebody at every seat; from the opening to the end."""
    played = attended(seed) if name == LESSON else game(opened(name, seed))
    return "\n".join(_lines(played, seed)).rstrip() + "\n"


def _lines(played: Iterator[Talks], seed: int) -> Iterator[str]:
    before = next(played)
    yield f"{before.scenario.title}, seed {seed}"
    yield ""
    yield write(before.scenario.text, before.positions)
    yield ""
    yield from _told(before, before.events)
    for talks in played:
        yield ""
        yield f"{talks.version}. {write_move(replace(talks.moves[-1], remark=''))}"
        yield from _told(talks, _since(before, talks))
        before = talks
    ended = verdict(before)
    assert ended is not None
    yield ""
    yield from _ending(before, ended)


def _since(before: Talks, talks: Talks) -> tuple[Event, ...]:
    """What has happened since: all that is new in the record, which goes on from an earlier event where a move was
    revoked."""
    pairs = enumerate(zip(before.events, talks.events, strict=False))
    parted = next((place for place, (one, other) in pairs if one is not other), len(before.events))
    return talks.events[min(parted, len(talks.events) - 1) :]


def _told(talks: Talks, events: tuple[Event, ...]) -> Iterator[str]:
    for event in events:
        heard = "" if event.heard_by is None else f" ({', '.join(sorted(event.heard_by))} only)"
        yield f"   {hours(event.at):>6}  {tell(talks.scenario, event)}{heard}"
        if event.remark:
            yield f"           “{event.remark}”"


def _ending(talks: Talks, ended: Verdict) -> Iterator[str]:
    yield f"{ended.kind.upper()}: {ending(talks.scenario, ended)}"
    yield from judged(talks.scenario, ended)
    for who, points in ended.scores.items():
        yield ""
        yield f"{who}: {points.total}"
        yield from (f"  {entry.points:+4d}  {ground(talks.scenario, entry.ground, who)}" for entry in points.entries)
    yield ""
    if ended.outcome is None:
        yield write(talks.scenario.text, talks.positions)
    else:
        yield from plain(talks.scenario.text, ended.outcome)
        for issue in talks.scenario.text.issues:
            if issue.side:
                yield f"({issue.title}: {issue[ended.outcome[issue.id]].name})"
