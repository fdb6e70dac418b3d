"""The page of a student's seat: regions of HTML from what lies before it, and the messages that they travel in.

Everybody in a seat is sent the same: what is only for whoever holds its pen, or for one device, says so
(`data-only="pen"`, `"look"`, `"d7"`), and the browser shows it there. A table's form of messages is `AS_PAGE`:

    {"number":7,"whole":true,"regions":{"heading":"<h2>...","clause-status":"...", ...}}     the whole
    {"number":8,"regions":{"clause-status":"...","record-1":"...","record-2":null}}          what changed; null is gone
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

from game.classroom.pages.brief import brief_region
from game.classroom.pages.deeds import deeds_region, more_region
from game.classroom.pages.ended import ended_region
from game.classroom.pages.markup import part
from game.classroom.pages.outside import outside_regions
from game.classroom.pages.paper import TEMPLATE, paper_regions
from game.classroom.pages.people import (
    corridor_region,
    head_region,
    latest_region,
    news_region,
    people_region,
    record_regions,
    status_region,
    strip_region,
)
from game.classroom.pages.presses import Prepared, pressed, sound
from game.classroom.pages.said import said, shown
from game.classroom.pages.sheets import sheet_regions
from game.classroom.pages.tray import packages_region, tray_region
from game.lesson import Picture
from game.scenario import Scenario
from game.seat import Desk, Seated, Tray, encode
from game.table import Team
from game.words import say

Regions = Mapping[str, str]


def seat_regions(
    scenario: Scenario, desk: Desk, team: Team | None = None, *, paused: bool = False
) -> dict[str, Markup]:
    """Everything that a seat is shown, by the names of its regions; one that is empty has nothing to say now."""
    return {
        "frame": said("frame", lambda: _frame(scenario), scenario),
        "facts": _facts(desk, team, paused=paused),
        "head": head_region(scenario, desk),
        "strip": strip_region(scenario, team, over=desk.ended is not None),
        "status": status_region(scenario, desk, paused=paused),
        "news": news_region(scenario, desk),
        "latest": latest_region(scenario, desk),
        **paper_regions(scenario, desk),
        **sheet_regions(scenario, desk),
        "brief": brief_region(scenario, desk),
        **prepared_regions(scenario, desk),
        **outside_regions(scenario, desk),
        "people": people_region(scenario, desk),
        "corridor": corridor_region(scenario, desk),
        "ended": ended_region(scenario, desk),
        **record_regions(scenario, desk),
    }


def prepared_regions(scenario: Scenario, desk: Desk) -> dict[str, Markup]:
    """What is another with what is prepared, beside the sheets."""
    return {
        "tray": tray_region(scenario, desk),
        "deeds": deeds_region(scenario, desk),
        "packages": packages_region(scenario, desk),
        "more": more_region(scenario, desk),
    }


def _frame(scenario: Scenario) -> Markup:
    """The places of the regions whose number and order are the scenario's."""
    clauses, issues = [each.id for each in scenario.text.clauses], [each.id for each in scenario.text.negotiated]
    return part(TEMPLATE, "frame", label=say("The draft"), clauses=clauses, issues=issues)


def _facts(desk: Desk, team: Team | None, *, paused: bool) -> Markup:
    """What the page's own script goes by."""
    waits = desk.waiting[0].number if desk.waiting else ""
    told = {
        "version": desk.version, "mode": desk.mode, "pen": (team.pen if team else None) or "", "waits": waits,
        "judging": "yes" if desk.judging else "", "paused": "yes" if paused else "",
        "over": "yes" if desk.ended else "", "turn": "yes" if desk.my_turn else "",
    }  # fmt: skip
    return said(("facts", *told.values()), lambda: part(TEMPLATE, "facts", told=told))


# ---- messages -----------------------------------------------------------------------------------------------------


class AsPage:
    """Pictures as regions of HTML: for browsers."""

    def whole(self, picture: Picture, number: int) -> bytes:
        """All regions that have anything to say."""
        told = {name: region for name, region in _of(picture).items() if region}
        return _written({"number": number, "whole": True, "regions": told})

    def since(self, before: Picture, picture: Picture, number: int) -> bytes:
        """The regions that are others."""
        return _written({"number": number, "regions": _changed(_of(before), _of(picture))})


AS_PAGE = AsPage()


def _of(picture: Picture) -> dict[str, Markup]:
    """The regions of a picture, said once: it is seen first as what is new, then as what was before."""
    return shown(picture, lambda: _said_of(picture))


def _said_of(picture: Picture) -> dict[str, Markup]:
    team = next((each for each in picture.teams if each.seat == picture.desk.who), None)
    return seat_regions(picture.scenario, picture.desk, team, paused=picture.paused)


def _changed(before: Regions, after: Regions) -> dict[str, str | None]:
    found: dict[str, str | None] = {name: told for name, told in after.items() if before.get(name, "") != told}
    return found | {name: None for name, told in before.items() if told and name not in after}


def _written(message: Mapping[str, object]) -> bytes:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()


# ---- what is prepared ---------------------------------------------------------------------------------------------


def laid(here: Seated, prepared: Prepared, number: int = 0, left: float | None = None) -> bytes:
    """A seat with something prepared there: the tray as it is after what was pressed, and the regions that it makes
    others than an empty one does. Neither is anybody else's. It goes with the message of that `number`; `left` is how
    many seconds whoever speaks for an audience has to answer."""
    tray = sound(here.scenario, here.desk, prepared.tray)
    then = pressed(here.with_tray(tray), prepared.press)
    told = {"number": number, "left": left, "tray": json.loads(encode(then.tray))}
    return _written({**told, "regions": _changed(_with_tray(here.with_tray(Tray())), _with_tray(then))})


def _with_tray(here: Seated) -> dict[str, Markup]:
    return {**sheet_regions(here.scenario, here.desk), **prepared_regions(here.scenario, here.desk)}
