"""The picture of the draft for a slide: readable from far, and nothing on it but what everybody may read."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pygame
import pytest

from game.desktop.desk.slide import pngs, slides
from game.desktop.screens.table import TableScreen
from game.seat import Here, Seated
from game.talks import GALLERY, open_talks, view
from tests.desktop.driving import ISTANBUL, overlapping
from tests.desktop.rooms import begin, window
from tests.library import DRILLS, EVERY, MAIN, opened, random_game, scenario
from tests.marking import UNHEARD, marked, marker


def read(here: Here) -> str:
    """All that can be read on the slides."""
    return " ".join(each.words for canvas in slides(here) for each in canvas.texts)


def test_the_menu_saves_the_draft_beside_the_records(tmp_path: Path) -> None:
    """With the talks, the hour and who is who; the same picture is saved once."""
    with window(tmp_path / "talks.sqlite3") as app:
        begin(app, ISTANBUL, "RUS")
        app.go("table")
        app.press("Esc menu")
        for _ in range(2):
            app.press("Save a picture of the draft")
            assert app.reads("The picture is in")
        found = [path for path in tmp_path.iterdir() if path.suffix == ".png"]
        assert len(found) == 1
        assert pygame.image.load(found[0]).get_size() == (1920, 1080)
        table = app.stack[0]
        assert isinstance(table, TableScreen)
        told = read(table.board.here)
        for words in (table.board.scenario.title, "Thursday 9 June 1994", "Russia", "The Alliance", "4 in brackets"):
            assert words in told


@pytest.mark.parametrize("name", [DRILLS[0], ISTANBUL])
def test_no_secret_is_on_it(name: str) -> None:
    """Whoever saves it and whatever they prepare, it is the picture that a visitor in the gallery would save; and none
    of the words and numbers that are somebody's secret can be read there."""
    with window():
        for version, talks in enumerate(random_game(open_talks(marked(scenario(name)), 1), Random(1))):
            if version % 30 or talks.over:
                continue
            public = list(pngs(Seated.at_first(view(talks, GALLERY))))
            for who in talks.scenario.ids:
                here = Seated.at_first(view(talks, who))
                for issue in here.desk.brackets[:1]:
                    here = here.put(issue, here.scenario.text[issue].options[-1].id)
                assert list(pngs(here)) == public
                told = read(here)
                assert not any(sign in told for sign in (*map(marker, talks.scenario.ids), UNHEARD, "7100"))


@pytest.mark.parametrize("name", EVERY)
def test_it_can_be_read_from_far(name: str) -> None:
    """No letters are smaller than a fiftieth of its height, nothing lies over anything else or is cut off; a long text
    goes on on another slide."""
    with window():
        made = slides(Seated.at_first(view(opened(name), GALLERY)))
        for canvas in made:
            assert min(each.size for each in canvas.texts) * 50 > canvas.height
            assert overlapping(canvas.texts) == []
            assert all(each.whole for each in canvas.texts)
        assert (len(made) > 1) == any(each.words == "1 of 2" for each in made[0].texts)
        if name == MAIN:
            assert len(made) == 2
