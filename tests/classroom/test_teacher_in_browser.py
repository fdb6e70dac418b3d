"""A teacher's lesson in a real Chromium, by the real host: the desk on a laptop, the wall on a projector, from the
first who comes in to the class that is deleted; the host dies in the middle."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path
from typing import Any

from tests.classroom.test_lesson_in_browser import CHROMIUM, Host, host, playwright, pytestmark

__all__ = ["host", "pytestmark"]


def come_in(at: Host, people: int) -> None:
    """So many people come in by the code."""
    for _ in range(people):
        body = json.dumps({"code": at.told["code"], "name": ""}).encode()
        asked = urllib.request.Request(
            f"{at.told['addresses'][0]}/api/join", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(asked, timeout=20) as answer:
            assert answer.status == 200


class Screen:
    """A page of the teacher's that notes what goes wrong on it."""

    def __init__(self, browser: Any, address: str, width: int) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": 768})
        self.faults: list[str] = []
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("console", lambda told: self.faults.append(told.text) if "policy" in told.text.lower() else None)
        self.page.goto(address)

    def wait(self, place: str, words: str) -> None:
        """Wait until some words stand somewhere."""
        self.page.locator(place, has_text=words).first.wait_for(timeout=20_000)

    def press(self, name: str) -> None:
        """Press a button by what stands on it."""
        self.page.get_by_role("button", name=name, exact=True).click()


def test_a_lesson_from_the_desk(host: Host, tmp_path: Path) -> None:
    """Seats are dragged before the start, the wall goes along with the lesson, a dead host is found again, and when all
    tables have ended every text is on one plot; what is taken home is there, and then nothing is left."""
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        desk, wall = Screen(browser, host.told["desk"], 1366), Screen(browser, host.told["wall"], 1024)
        come_in(host, 4)
        desk.wait("#head", "4 present, 5 expected")
        wall.wait("#foot", "4 of 5 seated")
        assert host.told["code"] in wall.page.inner_text("#shown")
        desk.page.locator("#who-d4").drag_to(desk.page.locator(".seat").first)
        desk.page.locator(".seat").first.locator("#who-d4").wait_for(timeout=20_000)
        desk.press("Start")
        desk.wait("#head .state", "Read")
        desk.press("Go on to: Caucus")
        wall.wait("#shown", "What does the other side hold dearest?")
        desk.page.locator("#next:enabled", has_text="Talks").click(timeout=20_000)
        wall.wait("#shown", "Brackets that are left at each table")
        desk.page.reload()
        desk.wait("#table-A", "brackets left")
        _lead(host, desk, wall)
        _end(desk, wall, tmp_path)
        assert desk.faults + wall.faults == []
        browser.close()


def _lead(at: Host, desk: Screen, wall: Screen) -> None:
    """While the table talks: a cable, a look, a rest; and the host dies."""
    desk.press("Send a cable")
    desk.page.locator("#cable textarea").fill("Ten minutes left.")
    desk.press("Send")
    desk.page.locator("#cable").wait_for(state="hidden")
    desk.page.click("#look-A")
    desk.wait("#look-minutes", "Ten minutes left")
    desk.wait("#look-text", "in brackets")
    desk.page.keyboard.press("Escape")
    desk.press("Pause all")
    wall.wait("#shown", "all tables rest")
    at.kill()
    desk.wait("#line", "No connection")
    at.start()
    desk.page.locator("#line").wait_for(state="hidden", timeout=30_000)
    desk.press("Go on")
    wall.wait("#shown", "left to talk")


def _end(desk: Screen, wall: Screen, folder: Path) -> None:
    """The talks end, the texts are laid side by side, and the class is taken home and deleted."""
    for phase in ("Close", "Debrief"):
        desk.page.locator("#next:enabled", has_text=phase).click(timeout=20_000)
        desk.page.locator("#on button.white").click()
        desk.wait("#head .state", phase)
    wall.page.locator(".plot svg").wait_for(timeout=20_000)
    wall.page.screenshot(path=folder / "wall.png")
    desk.press("The price list")
    wall.wait("#shown", "No package was accepted at any table.")
    for name, file in (("Report (HTML)", "report.html"), ("One line a seat (CSV)", "seats.csv")):
        with desk.page.expect_download() as found:
            desk.press(name)
        assert found.value.suggested_filename == file
        assert Path(found.value.path()).stat().st_size > 100
    desk.page.screenshot(path=folder / "desk.png", full_page=True)
    desk.press("Delete the class")
    desk.page.locator("#delete button.white").click()
    wall.wait("#line", "no class here")
