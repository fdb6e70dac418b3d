"""Talks that play by themselves, for a program: one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import get_args

from game.scenario import Scenario
from game.table import Table
from game.talks import GALLERY, Consequence, Kind, Shift, Verdict, View, level_of
from game.talks.events import Change, Event, Interpreted
from game.words.causes import because
from game.words.endings import ending
from game.words.events import tell

_APART = {"at", "by", "heard_by", "remark", "cause", "because_of"}
"""Fields that are told under the names that have always been used, or as a sentence."""


def event_json(scenario: Scenario, event: Event) -> str:
    """One event on the record as a JSON object on one line: five keys that every event has, then its own."""
    told: dict[str, object] = {
        "type": type(event).__name__.lower(),
        "by": event.by,
        "hours": event.at,
        "sentence": tell(scenario, event),
        "remark": event.remark,
    }
    if isinstance(event, Change):
        told["reason"] = because(scenario, event.cause, event.by)
    told.update({field.name: _plain(getattr(event, field.name)) for field in fields(event) if field.name not in _APART})
    return json.dumps(told, ensure_ascii=False)


def _plain(value: object) -> object:
    """A field of an event as JSON has it."""
    if isinstance(value, Shift):
        return {"delegation": value.delegation, "issue": value.issue, "option": value.option}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def summary_json(table: Table) -> str:
    """How talks ended as a JSON object on one line."""
    view, record = table.view(GALLERY), table.record()
    ended = view.verdict
    told: dict[str, object] = {
        "agreed": bool(ended and ended.agreed),
        "outcome": dict(ended.outcome) if ended and ended.outcome is not None else None,
        "points": {who: score.total for who, score in ended.scores.items()} if ended else {},
        "hours": view.hours,
        "moves": table.version,
        "reason": ending(view.scenario, ended) if ended else "",
        "ending": ended.kind if ended else None,
        "parts": parts_values(ended) if ended else {},
        "walk_away": dict(ended.walk_away) if ended else {},
        "historical": {who: score.total for who, score in ended.historical.items()}
        if ended and ended.historical
        else None,
        "aftermath": [consequence_values(came) for came in ended.aftermath] if ended else [],
        "goodwill": {f"{one}+{other}": points for (one, other), points in view.goodwill.items()},
        "closing_statements": _statements(view),
        "returned": list(view.returned),
        "edition": record.edition,
        "as_written": record.as_written,
        "instructions": "drawn" if table.drawn else "as written",
        "after": record.past.scenario if record.past else None,
        "levels": {who: level_of(sits) for who, sits in record.seats.items()},
    }
    return json.dumps(told, ensure_ascii=False)


def parts_values(ended: Verdict) -> dict[str, dict[str, int]]:
    """The points of each delegation in their parts."""
    return {who: {kind: score.part(kind) for kind in get_args(Kind)} for who, score in ended.scores.items()}


def consequence_values(came: Consequence) -> dict[str, object]:
    """What a test of the aftermath came to."""
    return {
        "test": came.test,
        "day": came.day.isoformat(),
        "decides": came.decides,
        "quoted": came.quoted,
        "because": came.because,
        "points": dict(came.points),
    }


def _statements(view: View) -> dict[str, str]:
    """Who read the text its own way, and how."""
    return {
        event.by: event.reading
        for event in view.record
        if isinstance(event, Interpreted) and event.by and event.reading
    }
