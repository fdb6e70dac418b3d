"""A lesson in a real Chromium, by the real host: two delegations of two and somebody who is an ally, on phones and on a
laptop; somebody reloads, somebody loses the wifi, and the host is killed in the middle. And one in which an ally
and a parliament have their say. On the way axe looks at every page, and no page is wider than its window."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.classroom.test_pages_in_browser import AXE_RUN, axe

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = find_spec("axe_core_python")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
    pytest.mark.skipif(AXE is None, reason="axe is not installed"),
]
PHONE, LAPTOP = {"width": 360, "height": 640}, {"width": 1024, "height": 768}
HIDDEN = "#facts, [hidden] *"


@dataclass
class Host:
    """The host of a class, in a process of its own."""

    folder: Path
    people: int = 5
    told: dict[str, Any] = field(default_factory=dict)
    process: subprocess.Popen[str] | None = None
    port: int = 0

    def start(self) -> None:
        """Open a class, or go on with the one that there is."""
        how = ["--continue", "--port", str(self.port)]
        how = how if self.port else ["--new", "--expected", str(self.people), "--port", "0"]
        store = str(self.folder / "class.sqlite3")
        command = [sys.executable, "-m", "game", "host", "--bind", "127.0.0.1", "--database", store, "--json", *how]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.told = json.loads(self.process.stdout.readline())
        self.port = int(self.told["addresses"][0].rpartition(":")[2])

    def kill(self) -> None:
        """Let it die at once."""
        assert self.process is not None
        assert self.process.stdout is not None
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def teach(self, kind: str, **how: object) -> None:
        """Do something at the teacher's desk."""
        token = self.told["desk"].partition("#")[2]
        asked = urllib.request.Request(
            f"{self.told['addresses'][0]}/api/desk/do",
            json.dumps({"do": {"kind": kind, **how}}).encode(),
            {"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(asked, timeout=20) as answer:
            assert answer.status == 200


@pytest.fixture
def host(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Host]:
    """A host that has begun, for as many people as a test needs."""
    found = Host(tmp_path, getattr(request, "param", 5))
    found.start()
    yield found
    found.kill()


class Student:
    """Somebody at a device, who comes in by the link of the QR code with one press."""

    def __init__(self, browser: Any, host: Host, size: dict[str, int]) -> None:
        self.room = browser.new_context(viewport=size, bypass_csp=True)
        self.page = self.room.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.goto(host.told["join"])
        self.page.click("#join button")
        self.page.wait_for_url("**/s")
        self.page.locator("#room-where", has_text="Delegate").wait_for()

    def told(self, place: str) -> str:
        """What stands at a place."""
        return " ".join(str(self.page.inner_text(place)).split())

    def wait(self, place: str, words: str) -> None:
        """Wait until some words stand somewhere."""
        self.page.locator(place, has_text=words).first.wait_for(state="attached", timeout=20_000)

    @property
    def seat(self) -> str:
        """For whom this one sits."""
        return self.told("#head h1")

    def put(self, issue: str, place: int) -> None:
        """Press a bracket, and one of its wordings."""
        self.page.locator(f"a[data-look={issue}]").first.click()
        option = self.page.locator(f"#sheet-{issue} .option").nth(place)
        option.click()
        self.page.locator(f"#sheet-{issue} .chosen").wait_for()
        self.page.keyboard.press("Escape")
        assert self.page.evaluate("document.activeElement.dataset.look") == issue, "focus goes back to the bracket"

    def press(self, label: str) -> None:
        """Press what is to be done next."""
        self.page.locator("#deeds button:not([disabled]), #clauses button", has_text=label).first.click()

    def looked_over(self, name: str) -> None:
        """Axe finds nothing, and nothing has to be scrolled sideways or is cut, also with letters of twice the size."""
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.add_script_tag(content=axe())
        # Words that lie behind the bar at the foot of the screen would be held against its colours.
        self.page.evaluate("document.getElementById('bottom').style.position = 'static'")
        assert self.page.evaluate(AXE_RUN) == [], name
        self.page.evaluate("document.getElementById('bottom').style.position = ''")
        self.page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide = self.page.evaluate(_WIDER) + self.page.evaluate(_CUT)
        self.page.evaluate("document.documentElement.style.fontSize = ''")
        assert wide + self.page.evaluate(_WIDER) + self.page.evaluate(_CUT) == [], name
        assert self.page.evaluate(_SMALL) == [], name


_WIDER = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
  .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest(".aloud, .skip"))
  .map(each => each.outerHTML.slice(0, 90))"""
_CUT = """() => [...document.querySelectorAll("body *")].filter(each => {
  const how = getComputedStyle(each), box = each.getBoundingClientRect();
  const own = [...each.childNodes].some(node => node.nodeType == 3 && node.data.trim());
  return own && box.width > 1 && !each.closest(".aloud, .skip, select, option") && (
    how.overflowX != "visible" && each.scrollWidth > each.clientWidth + 1 ||
    how.overflowY == "hidden" && each.scrollHeight > each.clientHeight + 1);
}).map(each => each.outerHTML.slice(0, 90))"""
"""Words that do not fit the box that they stand in."""
_SMALL = """() => [...document.querySelectorAll("a, button, summary, input, textarea")].filter(each => {
  const box = each.getBoundingClientRect();
  const inline = each.matches("a[data-look], .link, .skip, input[type=radio]");
  return box.width > 0 && !inline && box.height < 43.5;
}).map(each => each.outerHTML.slice(0, 90))"""
"""What a thumb would miss: controls that are less than 44 dots high, but for brackets in a line."""


def test_a_lesson_on_phones(host: Host, tmp_path: Path) -> None:
    """From the link to the first agreed words, through a reload, lost wifi and a dead host."""
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        people = [Student(browser, host, LAPTOP if number == 3 else PHONE) for number in range(5)]
        for each in people:
            each.wait("#room-phase", "The teacher will begin")
        host.teach("start")
        for each in people:
            each.page.locator("#head h1").wait_for()
            each.wait("#room-phase", "Read your brief")
        pen, partner, other, laptop, ally = people
        assert [each.seat for each in people] == ["Russia", "Russia", "The Alliance", "The Alliance", "Washington"]
        for each in (pen, ally, laptop):
            each.looked_over("brief")
        pen.page.click("#read")
        pen.page.locator("#view-text").wait_for()
        host.teach("advance")
        partner.page.locator("#room-question").wait_for()
        partner.looked_over("question")
        partner.page.locator("#room-question label").nth(1).click()
        partner.page.click("#room-question button")
        partner.wait("#room-question", "Kept")
        host.teach("advance")
        for each in people:
            each.page.locator("#view-text").wait_for()
        _talk(host, people)
        host.teach("preside", letter="A", move={"kind": "wire", "by": "*chair", "remark": "Ten minutes left."})
        for each in people:
            each.wait("#news .cable", "Ten minutes left.")
        _be_silent(people)
        for each in people:
            each.looked_over("talks")
            each.page.click("[data-tab=people]")
            each.looked_over("people")
            each.page.click("[data-tab=record]")
            each.looked_over("record")
            assert each.faults == []
            each.page.screenshot(path=tmp_path / f"{each.seat}.png", full_page=True)
        assert other.told("#record").count("accepts package 1") == 1
        for _ in ("close", "debrief"):
            host.teach("advance")
        for each in (pen, ally):
            each.wait("#room-phase", "Look at the wall")
            each.wait("#ended", "Time ran out")
            each.looked_over("ended")
        browser.close()


def _talk(host: Host, people: list[Student]) -> None:
    """A partner suggests, the pen tables, the other side accepts; a reload, lost wifi and a dead host on the way."""
    pen, partner, other, _, ally = people
    partner.page.locator("a[data-look=status]").first.click()
    partner.page.locator("#sheet-status").wait_for()
    partner.looked_over("sheet")
    partner.page.keyboard.press("Escape")
    partner.put("status", 3)
    partner.put("weight", 1)
    chips = partner.page.locator("#tray .chip").count()
    assert chips >= 3
    partner.page.reload()
    partner.page.locator("#tray .chip").first.wait_for()
    assert partner.page.locator("#tray .chip").count() == chips, "what was prepared is there again"
    partner.looked_over("tray")
    partner.page.click("#deeds button")
    pen.wait("#strip", "suggests:")
    pen.looked_over("suggestion")
    pen.page.locator("#strip button", has_text="Take it up").click()
    pen.page.locator("#tray .chip").first.wait_for()

    pen.room.set_offline(True)
    pen.page.click("#deeds .gold")
    pen.wait("#notice", "No connection")
    pen.room.set_offline(False)
    other.wait("#deeds", "Accept")
    assert other.told("#status") == "Your move."
    pen.wait("#tray", "waits for the Alliance")
    other.looked_over("answer")
    ally.wait("#latest", "Russia tables package 1")

    host.kill()
    other.wait("#line", "No connection")
    host.start()
    other.page.locator("#deeds button", has_text="Accept").click()
    for each in people:
        each.wait("#latest", "The Alliance accepts package 1")
        each.page.locator("#line").wait_for(state="hidden", timeout=20_000)
    assert pen.told("#status").startswith("The Alliance has the floor") or pen.told("#status").startswith("Your move")


def _be_silent(people: list[Student]) -> None:
    """What history wrote goes into one package; the clean text is put to the ally, whose clock runs, and who names a
    clause."""
    pen, _, other, _, ally = people
    mover, taker = (pen, other) if pen.told("#status").startswith("Your move") else (other, pen)
    for issue, place in (("form", 3), ("veto", 2), ("third", 3), ("meet", 2)):
        mover.put(issue, place)
    mover.page.locator("#deeds .gold", has_text="Table it").click()
    taker.page.locator("#deeds button", has_text="Accept").click()
    for each in (pen, other):
        each.wait("#status", "The text is clean")
    if pen.told("#status").startswith("Your move"):
        pen.page.click("#more-box > summary")
        pen.page.fill("#remark", "We are ready.")
        pen.page.locator("#more .label", has_text="Say").first.click()
    other.page.locator("#deeds button", has_text="Circulate").click()
    ally.wait("#asked", "Silence is consent.")
    ally.page.locator("#silence [role=timer]", has_text="1:").wait_for()
    ally.looked_over("silence")
    tile = ally.page.locator("details.tile").first
    tile.locator("summary").click()
    ally.looked_over("tile")
    tile.locator("button").click()
    for each in people:
        each.wait("#latest", "breaks silence")
    ally.page.locator("#silence [role=timer]").wait_for(state="detached")


SIGNED = {"status": 3, "form": 1, "weight": 2, "veto": 2, "third": 2, "meet": 3}
"""A text that no ally minds who goes by its numbers: of each issue the place of its wording."""


@pytest.mark.parametrize("host", [7], indirect=True)
def test_whoever_is_outside_has_a_say(host: Host, tmp_path: Path) -> None:
    """An ally that is sounded answers, the Duma debates and is printed: each on a phone, by pressing."""
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        people = [Student(browser, host, PHONE) for _ in range(7)]
        host.teach("start")
        for each in people:
            each.page.locator("#head h1").wait_for()
        host.teach("sit", device="d7", letter="A", seat="DUMA")
        russia, _, alliance, _, ally, other, duma = people
        duma.wait("#head h1", "the Duma")
        assert [each.seat for each in (russia, alliance, ally, other)] == [
            "Russia", "The Alliance", "Washington", "London",
        ]  # fmt: skip
        for _ in range(2):
            host.teach("advance")
        for each in people:
            each.page.locator("#view-text").wait_for()
        _print(browser, host, people, tmp_path)
        _sound(people, tmp_path)
        for each in people:
            assert each.faults == []
        browser.close()


def _print(browser: Any, host: Host, people: list[Student], folder: Path) -> None:
    """What the Duma says is printed, once in this stretch of the talks; all at the table read it, and the teacher."""
    duma = people[-1]
    duma.page.fill("#headline textarea", "NO DOOR TO THE EAST IS OPEN")
    duma.looked_over("headline")
    _picture(duma, folder, "headline")
    duma.page.click("#headline button")
    for each in people:
        each.wait("#news, #latest, #record", "NO DOOR TO THE EAST IS OPEN")
    duma.page.locator("#headline textarea").wait_for(state="detached")
    duma.looked_over("printed")
    desk = browser.new_page(viewport=LAPTOP)
    desk.goto(host.told["desk"])
    desk.click("#look-A")
    desk.locator("#look-minutes", has_text="NO DOOR TO THE EAST IS OPEN").wait_for()
    desk.screenshot(path=folder / "desk.png")
    desk.close()


def _sound(people: list[Student], folder: Path) -> None:
    """The text is agreed; the other delegation asks its ally, who says how it would take it."""
    russia, _, alliance, _, ally, *_ = people
    for issue, place in SIGNED.items():
        russia.put(issue, place)
    russia.press("Table it")
    alliance.press("Accept")
    russia.wait("#status", "The text is clean")
    russia.press("Sign")
    alliance.wait("#status", "Your move")
    alliance.page.click("#more-box > summary")
    alliance.page.locator("#more button", has_text="Sound Washington").click()
    ally.wait("#asked", "The Alliance asks you")
    ally.looked_over("sounded")
    _picture(ally, folder, "sounded")
    ally.press("Uneasy")
    ally.page.locator("#asked", has_text="asks you").wait_for(state="detached")
    alliance.wait("#latest, #news, #record", "uneasy")
    alliance.press("Circulate")
    ally.wait("#asked", "Silence is consent.")
    ally.page.locator("#clauses button", has_text="Consent now").click()


def _picture(who: Student, folder: Path, name: str) -> None:
    """Keep what somebody sees."""
    who.page.screenshot(path=folder / f"{name}.png", full_page=True)
