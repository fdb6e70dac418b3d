"""A table of six on the text of a scenario for two: each of its delegations sits there three times, with other sheets.

No shipped scenario has six delegations; this one is for measuring how long an answer takes at the largest table.
"""

from __future__ import annotations

from dataclasses import replace

from game.scenario import Scenario, couples, drawn
from game.text import DelegationId


def table_of_six(scenario: Scenario) -> Scenario:
    """The text of a scenario before six delegations with sheets that seeds have drawn; without audiences and events."""
    seats, sheets = [], {}
    for number in range(6):
        like = scenario.delegations[number % len(scenario.delegations)]
        who = DelegationId(f"{like.id}{number}")
        seats.append(replace(like, id=who, letter="ABCDEF"[number]))
        sheets[who] = replace(drawn(scenario, number).instructions[like.id], mandate={}, red_lines={}, stakes={})
    ids = [seat.id for seat in seats]
    return replace(
        scenario,
        delegations=tuple(seats),
        instructions=sheets,
        goodwill=dict.fromkeys(couples(ids), 5),
        audiences=(),
        judgements={},
        side_texts=(),
        happenings=(),
        aftermath=(),
        readings=(),
        draw=None,
        sequel=None,
        remarks=(),
    )
