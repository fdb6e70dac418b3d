"""Reports in a real Chromium, as wide as a desk and as a telephone: axe finds nothing that keeps anybody out, and no
page is wider than its window."""

from __future__ import annotations

import html as escaping
import json
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from game.reports.document import html
from game.reports.handout import handout_of
from game.reports.report import report_of
from tests.debrief.courses import debrief
from tests.library import scenario

SMALL = "istanbul-communique-1994"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = find_spec("axe_core_python")
WIDTHS = (1280, 390)
_RUN = """
addEventListener("load", async () => {
  const found = await axe.run(document, {iframes: false, preload: false});
  const told = found.violations.map(each => each.id + ": " + each.nodes.map(node => node.html).join(" "));
  if (document.documentElement.scrollWidth > innerWidth) told.push("wider than its window");
  parent.postMessage({name: window.name, passes: found.passes.length, told}, "*");
});
"""
_GATHER = """
const found = {};
addEventListener("message", event => {
  found[event.data.name] = event.data;
  if (Object.keys(found).length == FRAMES) document.getElementById("found").textContent = JSON.stringify(found);
});
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
    pytest.mark.skipif(AXE is None, reason="axe is not installed"),
]


def looked_over(pages: dict[str, str], folder: Path) -> dict[str, list[str]]:
    """What axe finds in each page at each width, all in one Chromium; folded parts are opened, for it looks at what is
    seen."""
    assert AXE is not None
    assert AXE.origin is not None
    axe = (Path(AXE.origin).parent / "axe.min.js").read_text(encoding="utf-8")
    frames = []
    for name, page in pages.items():
        ready = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
        ready = ready.replace("<details>", "<details open>").replace("</head>", f"<script>{axe}{_RUN}</script></head>")
        source = escaping.escape(ready)
        frames += [
            f'<iframe name="{name} {wide}" style="width:{wide}px;height:900px" srcdoc="{source}"></iframe>'
            for wide in WIDTHS
        ]
    whole = folder / "all.html"
    gather = f"<meta charset=utf-8><pre id=found></pre><script>{_GATHER.replace('FRAMES', str(len(frames)))}</script>"
    whole.write_text(f"<!DOCTYPE html>{gather}{''.join(frames)}", encoding="utf-8")
    command = [
        str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=60000", "--dump-dom", whole.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=200, check=False)
    told = re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)
    assert told, done.stderr[-2000:]
    assert told[1], "Chromium did not come to an end with it"
    found = json.loads(escaping.unescape(told[1]))
    assert all(each["passes"] > 15 for each in found.values()), "axe has looked at nothing"
    return {name: each["told"] for name, each in found.items()}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Reports of one table, of several, and of more than two delegations, looked over; and a page that is bad."""
    one = html(report_of([debrief(SMALL)]))
    bad = '<img src="data:,"><div style="color:#eee;width:2000px">pale</div></main>'
    pages = {
        "one": one,
        "three": html(report_of([debrief("three-rivers")])),
        "several": html(report_of([debrief(SMALL, seed) for seed in (1, 2, 3)], ["a", "b", "c"])),
        "handout": html(handout_of(scenario(SMALL))),
        "bad": one.replace("</main>", bad),
    }
    return looked_over(pages, tmp_path_factory.mktemp("chromium"))


@pytest.mark.parametrize("name", ["one", "three", "several", "handout"])
@pytest.mark.parametrize("wide", WIDTHS)
def test_a_report_keeps_nobody_out(found: dict[str, list[str]], name: str, wide: int) -> None:
    """At either width."""
    assert found[f"{name} {wide}"] == []


@pytest.mark.parametrize("wide", WIDTHS)
def test_what_keeps_somebody_out_is_found(found: dict[str, list[str]], wide: int) -> None:
    """A picture without words, letters too pale, and a page that is too wide."""
    kinds = {each.partition(":")[0] for each in found[f"bad {wide}"]}
    assert {"image-alt", "color-contrast", "wider than its window"} <= kinds
