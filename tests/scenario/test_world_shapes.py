"""The world around the table in a file: a value that is out of its range, or has another form, is told where it is."""

from __future__ import annotations

import pytest

from tests.scenario.spoiling import HARBOUR, answers
from tests.scenario.test_world import (
    ADDS,
    BARS,
    GUILD_PAIR,
    HANDSHAKE,
    LOSS,
    MENU,
    MILD,
    NO_DREDGER,
    PAIRS,
    PRESS_COST,
    RESERVES,
    STILL,
    WARMER,
)

NAME = "should be a name of a letter and then letters, digits, - or _, 40 at most"
CAPITALS = "should be one to eight capitals or digits, a capital first"
LONG_CAPITALS = "should be one to twelve capitals or digits, a capital first"
SHAPES: list[tuple[str, str, str]] = [
    ("  - id: GUILD", "  - id: §Guild", f"{LONG_CAPITALS}, not 'Guild'"),
    ("  - id: GUILD", "  - id: §GUILDOFPILOTS", f"{LONG_CAPITALS}, not 'GUILDOFPILOTS'"),
    ("short: the guild\n    of: ARIA", "short: the guild\n    of: §Aria", f"{CAPITALS}, not 'Aria'"),
    ("  - {id: flood", "  - {id: §'2nd'", f"{NAME}, not '2nd'"),
    (
        "power: consent\n    line: It wants",
        "power: §veto\n    line: It wants",
        "should be 'consent', 'ratify' or ",
    ),
    (PRESS_COST, "    cost: {points: §0, hours: 6}\n", "should be at least 1, not '0'"),
    (PRESS_COST, "    cost: {points: 1, hours: §0}\n", "should be at least 0.25, not '0'"),
    (PRESS_COST, "    cost: {points: 1, hours: §0.3}\n", "should be in steps of 0.25, not '0.3'"),
    (PRESS_COST, "    cost: §{points: 1}\n", "this mapping lacks 'hours'"),
    ("    threshold: 4\n", "    threshold: §40001\n", "should be at most 40000, not '40001'"),
    ("    threshold: 4\n", "    threshold: §4.5\n", "should be a whole number, not '4.5'"),
    ("  start: 5", "  start: §11", "should be at most 10, not '11'"),
    ("  start: 5", "  start: §-1", "should be at least 0, not '-1'"),
    (PAIRS, 'pairs: {"ARIA BORO": §10.5, "CELO ARIA": 6}', "should be a whole number, not '10.5'"),
    (
        PAIRS,
        'pairs: {§"ARIA-BORO": 4, "CELO ARIA": 6}',
        "should be two delegations such as 'RUS NATO', not ",
    ),
    (GUILD_PAIR, "§{notice: will}, points: -10", "this needs at least two entries"),
    (GUILD_PAIR, "§{notice: will, toll: none, form: summary}, points: -10", "has more entries; at most 2 are allowed"),
    ("    hours: 2.5", "    hours: §2.6", "should be in steps of 0.25, not '2.6'"),
    ("    give: the bell of Celo rings first", "    give: §''", "should not be empty"),
    (
        "    note: Nobody has ever read it.",
        f"    note: §{'x' * 901}",
        "is 901 characters long; at most 900 ",
    ),
    (MENU, "menu: §{swap: 1}", "this mapping lacks 'give'"),
    (ADDS, "adds: {protocol: §4, minutes: -1}", "should be at most 3, not '4'"),
    (ADDS, "adds: {protocol: 1, minutes: §-4}", "should be at least -3, not '-4'"),
    ("    chance: 60", "    chance: §0", "should be at least 1, not '0'"),
    ("    chance: 60", "    chance: §101", "should be at most 100, not '101'"),
    ('    at: "15:00"', '    at: §"24:00"', "should be a time of day such as '09:30', not '24:00'"),
    ("  - id: fog\n", "  - id: fog\n    §when: now\n", "unknown key 'when'"),
    (
        "    day: 1994-09-21\n    chance",
        "    day: §21 September\n    chance",
        "should be a day such as 1994-06-22",
    ),
    (LOSS, LOSS.replace("-3", "§-1001"), "should be at least -1000, not '-1001'"),
    (WARMER, WARMER.replace("goodwill: 1", "goodwill: §11"), "should be at most 10, not '11'"),
    (WARMER, WARMER.replace("[BORO, ARIA]", "§[BORO]"), "this needs at least two entries"),
    (WARMER, WARMER.replace("[BORO, ARIA]", "§[BORO, ARIA, CELO]"), "has 3 entries; at most 2 are allowed"),
    (HANDSHAKE, HANDSHAKE.replace("[1, 2]", "[1, §4]"), "should be at most 3, not '4'"),
    (HANDSHAKE, HANDSHAKE.replace("warm", "§warmer"), "should be 'cold', 'correct' or 'warm', not 'warmer'; did you"),
    (HANDSHAKE, HANDSHAKE.replace("{words", "{§word"), "unknown key 'word'; did you mean 'words'?"),
    (NO_DREDGER, NO_DREDGER.replace("BORO", "§Boro"), f"{CAPITALS}, not 'Boro'"),
    ("    wakes: 6", "    wakes: §-1", "should be at least 0, not '-1'"),
    ("    wakes: 6", "    wakes: §1001", "should be at most 1000, not '1001'"),
    ("  weights: 15", "  weights: §61", "should be at most 60, not '61'"),
    (RESERVES, RESERVES.replace("[48, 52]", "§[48]"), "this needs at least two entries"),
    (RESERVES, RESERVES.replace("[48, 52]", "[48, §52.5]"), "should be a whole number, not '52.5'"),
    (BARS, BARS.replace("[2, 6]", "§[2, 4, 6]"), "has 3 entries; at most 2 are allowed"),
    (MILD, MILD.replace("0.5]", "§1.5]"), "should be at most 1, not '1.5'"),
    (MILD, MILD.replace("patience", "§patiense"), "unknown key 'patiense'; did you mean 'patience'?"),
    (STILL, STILL.replace("because", "§becuase"), "unknown key 'becuase'; did you mean 'because'?"),
]


@pytest.mark.parametrize(("old", "new", "answer"), SHAPES)
def test_a_fault_of_shape(old: str, new: str, answer: str) -> None:
    """A value that is out of its range, or has another form, is told at its exact line and column."""
    (said,) = answers((old, new), text=HARBOUR)
    assert said.startswith(answer)
