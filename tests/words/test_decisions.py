"""Why the computer moved, in sentences."""

from __future__ import annotations

from typing import get_args

from game.delegations.reasons import Because, InsteadOfTaking, NearlyHeld, PackageGives, Plain, Trouble
from game.text import DelegationId, IssueId, OptionId
from game.words.decisions import alternative, because
from game.words.opened import OpenedTalks
from tests.debrief.test_openly import record
from tests.library import MAIN, scenario, source

RUS = DelegationId("RUS")


def test_every_plain_reason_is_said() -> None:
    """Each reason that needs no number has a sentence of its own."""
    main = scenario(MAIN)
    told = [because(main, Because(kind)) for kind in get_args(Plain)]
    assert len(set(told)) == len(told)
    assert all(words.endswith(".") for words in told)


def test_a_turn_is_told_in_sentences() -> None:
    """Every turn has its reason and its aim, each a sentence; whoever played is called you."""
    opened = OpenedTalks.of(record(), source(MAIN))
    for turn in opened.turns:
        lines = opened.lines(turn, RUS)
        assert {"why", "aim", "estimate"} <= {line.kind for line in lines}
        assert next(line.about for line in lines if line.kind == "estimate") == "You"
        assert all(line.words.endswith((".", "”.")) for line in lines)


def test_numbers_and_wordings_are_in_it() -> None:
    """Points have a sign and a real minus, and a wording is named as a delegate names it."""
    main = scenario(MAIN)
    spine = main.text.spine
    assert spine is not None
    option = spine.options[0]
    assert because(main, PackageGives(-3.4, None, 90)) == "These issues give −3 on the plan (? points, aim 90)."
    assert because(main, Trouble(spine.id, option.id)) == f"The trouble is ‘{option.name}’."
    side = main.side_texts[0]
    assert alternative(main, NearlyHeld(side.id, 0.25, 0.4)) == (
        f"It thought of holding up {side.title} ({side.hours:g} h at the most), which promised +0.2: too little, it"
        " wants more than 0.4."
    )
    words: tuple[tuple[IssueId, OptionId], ...] = ((spine.id, option.id),)
    assert alternative(main, InsteadOfTaking(1, words)) == (
        "It would have asked for more had the package given it 1 point less; else it would have tabled"
        f" ‘{option.name}’."
    )
