"""The teacher's pages in a real Chromium: axe finds nothing that keeps anybody out, nothing on the wall is smaller than
24 dots, and nothing is wider or higher than its screen."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest

from game.classroom.pages.wall import wall_page, wall_regions
from game.lesson.wall import Shown
from tests.classroom.lessons import DOOR, answers, example, laid_open
from tests.classroom.test_wall import SHOWN, TOLD

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
AXE_RUN = """async () => (await axe.run(document, {preload: false})).violations.map(
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
        lambda found: f"<style>{pages.joinpath(found[1]).read_text(encoding='utf-8')}</style>",
        page,
    )


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
