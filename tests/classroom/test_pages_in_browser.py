"""The teacher's pages in a real Chromium: axe finds nothing that keeps anybody out, nothing on the wall is smaller than
24 dots, and nothing is wider or higher than its screen."""

from __future__ import annotations

import json
import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import pytest

from game.classroom.pages.desk import desk_page, desk_regions
from game.classroom.pages.wall import wall_page, wall_regions
from game.lesson.class_acts import Settle, Sit
from game.lesson.doings import Hold, Preside
from game.lesson.wall import Progress, Seats, Shown
from game.scenario import folder
from game.table import Device
from game.talks import CHAIR, Wire
from tests.classroom.lessons import DOOR, answers, crowd, doing_in, example, laid_open
from tests.classroom.test_desk import AROUND, at
from tests.classroom.test_wall import SHOWN, TOLD
from tests.library import MAIN, scenario

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = find_spec("axe_core_python")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
    pytest.mark.skipif(AXE is None, reason="axe is not installed"),
]

SMALL = """least => {
  const small = [];
  for (const each of document.querySelectorAll("body *")) {
    const own = [...each.childNodes].some(node => node.nodeType == 3 && node.data.trim());
    if (!own || each.closest(".unseen, script, style, title, desc")) continue;
    let size = parseFloat(getComputedStyle(each).fontSize);
    if (each.ownerSVGElement) size *= each.getScreenCTM().a;
    if (size < least - 0.01) small.push(each.textContent.trim().slice(0, 30) + ": " + size);
  }
  return small;
}"""
"""What is smaller than so many dots."""
CUT = """() => [...document.querySelectorAll("body, body *")].filter(each =>
  (each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX != "visible" || each == document.body
   && each.scrollWidth > innerWidth) && !each.closest(".unseen")).map(each => each.className || each.tagName)"""
"""What does not fit its box from side to side."""
OVER = (
    """Math.max(...[...document.querySelectorAll("main, .between, .page")].map(e => e.scrollHeight - e.clientHeight))"""
)
"""By how many dots what is shown is higher than its place."""
AXE_RUN = """async () => (await axe.run(
  {exclude: [["details:not([open]) > :not(summary)"]]}, {preload: false})).violations.map(
  each => each.id + ": " + each.nodes.map(node => node.html).join(" "))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """A Chromium."""
    with playwright.sync_playwright() as driver:
        shown = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield shown
        shown.close()


def put_together(page: str, regions: dict[str, str]) -> str:
    """A page with its regions and its style in it, and without its script."""
    for id, html in regions.items():
        begin = re.search(rf'<(\w+) [^>]*id="{id}"[^>]*>', page)
        assert begin is not None, id
        end = page.index(f"</{begin[1]}>", begin.end())
        page = page[: begin.end()] + html + page[end:]
    page = re.sub(r"<script.*?</script>", "", page)
    pages = files("game.classroom.pages")
    return re.sub(
        r'<link rel="stylesheet" href="static/(.*?)">',
        lambda found: f"<style>{_with_letters(pages.joinpath(found[1]).read_text(encoding='utf-8'))}</style>",
        page,
    )


def _with_letters(style: str) -> str:
    """A style with the letters in it that it asks the host for."""
    return re.sub(r'url\("([^":]+)"\)', lambda found: f'url("{_letters(found[1])}")', style)


@cache
def _letters(name: str) -> str:
    return f"data:;base64,{b64encode((folder('assets') / 'fonts' / name).read_bytes()).decode()}"


def axe() -> str:
    """The program that looks a page over."""
    assert AXE is not None
    assert AXE.origin is not None
    return (Path(AXE.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def wall_of(shown: Shown) -> str:
    """The wall that shows something."""
    overview = replace(example(), shows=shown)
    return put_together(wall_page(), wall_regions(overview, TOLD, DOOR, answers(TOLD), laid_open()))


def test_the_wall_is_read_from_the_last_row(browser: object, tmp_path: Path) -> None:
    """At 1024 by 768 no words are smaller than 24 dots, whatever is shown; all of it is on the screen, and axe finds
    nothing. At other sizes everything grows with the screen."""
    page = browser.new_page(viewport={"width": 1024, "height": 768})  # type: ignore[attr-defined]
    for number, shown in enumerate(SHOWN):
        page.set_viewport_size({"width": 1024, "height": 768})
        page.set_content(wall_of(shown))
        page.evaluate("document.fonts.ready.then(() => 0)")
        page.screenshot(path=tmp_path / f"wall-{number}.png")
        assert page.evaluate(SMALL, 24) == [], shown
        assert page.evaluate(CUT) == [], shown
        high = page.evaluate(
            "[...document.querySelectorAll('main, .between, .page')].map(e => e.scrollHeight - e.clientHeight)"
        )
        assert max(high) <= 1, shown
        page.add_script_tag(content=axe())
        assert page.evaluate(AXE_RUN) == [], shown
        page.set_viewport_size({"width": 1920, "height": 1080})
        assert page.evaluate(SMALL, 33) == [], shown
    page.close()


@pytest.mark.parametrize("name", [f"{MAIN}/lesson", "warsaw-at-the-table"])
def test_any_class_fits_on_the_wall(browser: object, name: str) -> None:
    """With one table or forty, with one to a seat or four, at two delegations and at three: nothing is cut off."""
    told = scenario(name)
    page = browser.new_page(viewport={"width": 1024, "height": 768})  # type: ignore[attr-defined]
    pages: tuple[Shown, ...] = (Seats(), Progress())
    for tables, each, shown in product((1, 7, 11, 12, 24, 40), (1, 2, 3, 4), pages):
        regions = wall_regions(replace(crowd(told, tables, each), shows=shown), told, DOOR)
        page.set_content(put_together(wall_page(), regions))
        page.evaluate("document.fonts.ready.then(() => 0)")
        assert page.evaluate(SMALL, 24) == [], (tables, each, shown)
        assert page.evaluate(CUT) == [], (tables, each, shown)
        assert page.evaluate(OVER) <= 1, (tables, each, shown)
    page.close()


HOST = "http://class.test/"
KEY = "a-secret-of-the-teacher-that-nobody-guesses"


def served(page: object, regions: dict[str, str]) -> list[dict[str, object]]:
    """Have a page find the desk's files and one message with these regions; what it posts is gathered."""
    posted: list[dict[str, object]] = []
    message = json.dumps({"number": 1, "now": 1520.0, "whole": True, "regions": regions})

    def answer(route: object, request: object) -> None:
        path = request.url.removeprefix(HOST).partition("?")[0]  # type: ignore[attr-defined]
        if path == "desk":
            route.fulfill(body=desk_page(), content_type="text/html", headers={"Content-Security-Policy": POLICY})  # type: ignore[attr-defined]
        elif path.startswith("static/"):
            kind = "text/css" if path.endswith(".css") else "text/javascript"
            body = files("game.classroom.pages").joinpath(path.removeprefix("static/")).read_text(encoding="utf-8")
            route.fulfill(body=_with_letters(body), content_type=kind)  # type: ignore[attr-defined]
        elif path == "api/desk/stream":
            body = f'event: room\nid: 1\ndata: {message}\n\nevent: end\ndata: {{"kind":"restarting"}}\n\n'
            route.fulfill(body=body, content_type="text/event-stream")  # type: ignore[attr-defined]
        elif path == "api/desk/do":
            posted.append(json.loads(request.post_data)["do"])  # type: ignore[attr-defined]
            assert request.headers["authorization"] == f"Bearer {KEY}"  # type: ignore[attr-defined]
            route.fulfill(body="{}", content_type="application/json")  # type: ignore[attr-defined]
        else:
            route.fulfill(status=404, body="{}")  # type: ignore[attr-defined]

    page.route("**/*", answer)  # type: ignore[attr-defined]
    return posted


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src data:"
)


def test_the_desk_is_read_by_everybody(browser: object) -> None:
    """Before the start, while tables negotiate and at the end: axe finds nothing, nothing is smaller than 14 dots, and
    nothing is wider than its screen, on a laptop, on a tablet and on a phone; with seven tables all is on a laptop's
    screen."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})  # type: ignore[attr-defined]
    faults: list[str] = []
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    for phase in ("join", "talks", "debrief"):
        page.goto("about:blank")
        page.unroute_all()
        served(page, desk_regions(at(phase), TOLD, AROUND))
        page.goto(f"{HOST}desk#{KEY}")
        page.wait_for_url(f"{HOST}desk")
        page.wait_for_selector("#table-G h2")
        for width, height in ((1366, 768), (1024, 768), (360, 780)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(SMALL, 14) == [], (phase, width)
            assert page.evaluate(CUT) == [], (phase, width)
            if phase != "debrief" and width == 1366:
                assert page.evaluate("document.documentElement.scrollHeight") <= 790, phase
        page.evaluate(axe())
        assert page.evaluate(AXE_RUN) == [], phase
    for sheet in page.evaluate("[...document.querySelectorAll('dialog')].map(each => each.id)"):
        page.evaluate("id => document.getElementById(id).showModal()", sheet)
        page.evaluate("for (const each of document.querySelectorAll('[data-says]')) each.textContent = 'Table A'")
        assert page.evaluate(CUT) == [], sheet
        assert page.evaluate(AXE_RUN) == [], sheet
        page.evaluate("id => document.getElementById(id).close()", sheet)
    assert faults == []
    page.close()


def test_what_is_pressed_dragged_and_typed_on_the_desk_is_sent(browser: object) -> None:
    """A press, a choice, a cable, a seat dragged with the mouse and one moved with the keyboard: each is sent as what
    the class can read."""
    page = browser.new_page(viewport={"width": 1366, "height": 900})  # type: ignore[attr-defined]
    posted = served(page, desk_regions(at("talks"), TOLD, AROUND))
    page.goto(f"{HOST}desk#{KEY}")
    page.get_by_role("button", name="Pause all").click()
    page.get_by_role("button", name="Send a cable", exact=True).click()
    page.locator("#cable textarea").fill("Ten minutes left.")
    page.locator('#cable select[name="move.to"]').select_option(TOLD.ids[0])
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("button", name="Table B: Send a cable").click()
    page.locator("#cable textarea").fill("Look at clause 2.")
    page.get_by_role("button", name="Send", exact=True).click()
    page.locator("#table-A .who").nth(1).drag_to(page.locator("#table-C .seat").nth(1))
    page.wait_for_timeout(150)  # what was dragged is not pressed as well
    page.get_by_role("button", name="Delegate 9").focus()
    page.keyboard.press("Enter")
    page.locator("#person select").select_option(f"G {TOLD.ids[1]}")
    page.get_by_role("button", name="Move", exact=True).press("Enter")
    page.wait_for_timeout(300)
    found = [doing_in(json.dumps(each)) for each in posted]
    one, other = TOLD.ids
    assert found == [
        Hold(),
        Preside(Wire(CHAIR, one, remark="Ten minutes left.")),
        Preside(Wire(CHAIR, remark="Look at clause 2."), "B"),
        Sit(Device("d2"), "C", other),
        Sit(Device("d9"), "G", other),
    ]
    posted.clear()
    page.unroute_all()
    posted = served(page, desk_regions(at("join"), TOLD, AROUND))
    page.reload()
    page.locator("#setup summary", has_text="Length").click()
    page.get_by_label("75 min").check()
    page.locator("#setup details[open] button").click()
    page.wait_for_timeout(300)
    assert [doing_in(json.dumps(each)) for each in posted] == [Settle(replace(at("join").settings, minutes=75))]
    page.close()
