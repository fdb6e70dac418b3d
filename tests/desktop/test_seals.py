"""Who came is seen from the start: by office, and by a seal that shows how one stands with them."""

from __future__ import annotations

from typing import get_args

import pygame
import pytest

from game.desktop import Driven
from game.desktop.desk.seal import draw_seal
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.pointing import Memory
from game.desktop.signs import signs
from game.scenario import Band
from tests.desktop.driving import ISTANBUL, STATUS_TALKS, at_table, mislaid, playing
from tests.library import EVERY, scenario


def pictures(app: Driven, name: str, size: float, band: Band | None) -> list[bytes]:
    """The seal of every delegation of a scenario, without their marks, which differ anyway."""
    found, told = [], scenario(name)
    same = next(iter(signs(told).values()))
    for place in range(len(told.ids)):
        surface = pygame.Surface((80, 80))
        draw_seal(Canvas(surface, 1.0, Memory()), same, place, 4, 4, size, band)
        found.append(pygame.image.tobytes(surface, "RGB"))
    assert app.running
    return found


@pytest.mark.parametrize("size", [30.0, 44.0, 54.0])
@pytest.mark.parametrize("name", EVERY)
def test_every_delegation_of_a_table_has_another_seal(name: str, size: float) -> None:
    """Not its mark alone tells them apart; and each changes with how one stands with them."""
    app = at_table(ISTANBUL, "RUS", policy=playing())
    bands = [pictures(app, name, size, band) for band in get_args(Band)]
    for seals in bands:
        assert len(set(seals)) == len(seals)
    for each in zip(*bands, strict=True):
        assert len(set(each)) == len(each)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
@pytest.mark.parametrize("scenario_id", [ISTANBUL, STATUS_TALKS])
def test_the_office_is_read_before_anybody_has_spoken(scenario_id: str, size: tuple[int, int]) -> None:
    """Of both sides, in the smallest window too; nothing is cut."""
    app = at_table(scenario_id, "RUS", policy=playing(), size=size)
    for delegation in scenario(scenario_id).delegations:
        assert app.reads(delegation.role)
    assert mislaid(app) == []
