"""Which texts are in question: red lines, mandates, choices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.analysis import census, closed_to, space_of, texts_in
from game.text import OptionId
from tests.library import EVERY, MAIN, scenario


@pytest.mark.parametrize("name", EVERY)
def test_what_no_capital_will_ever_open_is_closed(name: str) -> None:
    """An option is closed to a delegation by its red line, or by standing in no step of its mandate: then it could
    never be proposed nor accepted."""
    which = scenario(name)
    for who in which.ids:
        sheet, shut = which.instructions[who], closed_to(which, [who])
        for issue in which.text.issues:
            ladder = sheet.mandate.get(issue.id)
            for option in issue.options:
                red = option.id in sheet.red_lines.get(issue.id, ())
                beyond = ladder is not None and not any(option.id in step for step in ladder)
                stood = which[who].opening[issue.id] == option.id
                assert ((issue.id, option.id) in shut) == (red or (beyond and not stood))


def test_a_shorter_mandate_closes_options() -> None:
    """With only the first step of the Alliance's mandate on the status, what lies beyond it is closed;
    the wording that it stood for when the talks opened stays open."""
    main = scenario(MAIN)
    alliance, sheet = main.ids[1], main.instructions[main.ids[1]]
    spine = main.text.spine
    assert spine is not None
    shorter = replace(sheet, mandate={**sheet.mandate, spine.id: sheet.mandate[spine.id][:1]})
    stricter = replace(main, instructions={**main.instructions, alliance: shorter})
    shut = {option for issue, option in closed_to(stricter, [alliance]) if issue == spine.id}
    opened = sheet.mandate[spine.id][0] | {main[alliance].opening[spine.id]}
    assert shut == {option.id for option in spine.options} - opened
    assert main[alliance].opening[spine.id] not in shut
    assert texts_in(space_of(stricter)) < texts_in(space_of(main))


def test_choices_narrow_a_space() -> None:
    """With choices only those options are in question, the others' issues stay open."""
    main = scenario(MAIN)
    spine = main.text.spine
    assert spine is not None
    one = OptionId("appropriate")
    counted, narrowed = census(space_of(main)), census(space_of(main, {spine.id: [one]}))
    assert counted is not None
    assert narrowed is not None
    assert narrowed.texts == counted.having[spine.id][one] > 0
