"""Tables of a class as pages, and what is in a page, for whoever tries one."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from random import Random

from game.classroom.pages.presses import Prepared, Press, Put
from game.classroom.pages.seat import laid, seat_regions
from game.delegations import computer
from game.lesson import ClassTable
from game.seat import Desk, Seated, Tray, decode
from game.table import Device, Join, MoveId, Table, open_table
from game.talks import Move
from game.text import DelegationId
from tests.library import source

MAIN = "partnership-for-peace-1994"
RUS, NATO, US, DUMA = (DelegationId(each) for each in ("RUS", "NATO", "US", "DUMA"))
PEOPLE: Mapping[str, DelegationId] = {"d1": RUS, "d2": RUS, "d3": NATO, "d4": NATO, "d5": US, "d6": DUMA}
"""Who sits where: two in each delegation, and one for an ally and a parliament each."""
PENS: Mapping[DelegationId, Device] = {RUS: Device("d1"), NATO: Device("d3"), US: Device("d5"), DUMA: Device("d6")}


def sat_down(edition: str = "lesson", names: Mapping[str, str] | None = None) -> ClassTable:
    """A table of the main scenario at which all of them sit."""
    talks = open_table(source(MAIN), MAIN, {RUS: "person", NATO: "person"}, computer, seed=3, edition=edition)
    at = ClassTable(talks, pace=0.0)
    for number, (device, seat) in enumerate(PEOPLE.items(), 12):
        name = (names or {}).get(device, str(number))
        assert at.act(Join(Device(device), seat, name), 0.0) is None
    return at


def lying(table: Table, who: DelegationId) -> Seated:
    """What lies before a seat."""
    return Seated(table.view(who))


def shown(at: ClassTable, who: DelegationId, over: Mapping[str, str] | None = None) -> dict[str, str]:
    """The regions of a seat, with those that what is prepared makes others."""
    here = lying(at.table, who)
    told = seat_regions(here.scenario, here.desk, at.teams.seats[who], paused=at.teams.paused)
    return {**told, **(over or {})}


def prepared(at: ClassTable, who: DelegationId, *presses: Press) -> tuple[dict[str, str], Tray]:
    """What presses make others, one after the other, and the tray that comes of them."""
    here, tray, over = lying(at.table, who), Tray(), {}
    for press in presses:
        answer = json.loads(laid(here, Prepared(tray, press)))
        tray, over = decode(Tray, json.dumps(answer["tray"])), answer["regions"]
    return over, tray


def a_package(desk: Desk) -> tuple[Press, Press]:
    """Two wordings put into a package: one that oneself likes less, and one that the others do."""
    first, second = [row for row in desk.issues if row.agreed is None and len(row.wordings) > 2][:2]
    return Put(first.issue, first.wordings[2].option), Put(second.issue, second.wordings[1].option)


def make(at: ClassTable, who: DelegationId, move: Move, id: MoveId) -> None:
    """A move of whoever holds a seat's pen."""
    assert at.submit(PENS[who], id, move, at.table.version_for(who), 3.0) is None


def course(at: ClassTable, most: int = 80) -> Iterator[DelegationId]:
    """The talks move by move, as the computer would make them from each seat; before each, whose it is."""
    chance = Random(5)
    for number in range(most):
        if at.table.verdict is not None:
            return
        who = (*at.table.waits_for, *at.table.asked)[0]
        yield who
        make(at, who, computer(at.table.view(who), chance).move, f"m{number}")


_BLOCKS = {"p", "li", "ul", "div", "section", "h2", "h3", "header", "button", "article", "details"}


class _Words(HTMLParser):
    """What a screen reader would find: words, without what is hidden from it."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.told.append(" ")
        if self._silent or ("aria-hidden", "true") in attrs:
            self._silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.told.append(" ")
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.told.append(data)


def aloud(region: str) -> str:
    """A region as it is read out."""
    words = _Words()
    words.feed(region)
    return " ".join("".join(words.told).split())


def offered(regions: Mapping[str, str]) -> set[str]:
    """Every move that some control of the regions makes, as JSON."""
    found = re.findall(r'data-(?:move|form)="([^"]*)"', "".join(regions.values()))
    return {html.unescape(each) for each in found}
