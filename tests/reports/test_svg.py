"""The picture as SVG: well-formed, self-contained, readable by ear, and laid out in a browser as it was meant."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from game.reports.svg import svg
from tests.reports.pictures import pictured, plotted

NAMESPACE = "{http://www.w3.org/2000/svg}"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def test_it_is_one_element_with_a_title_and_a_description() -> None:
    """It parses, is called an image, and what it is labelled by are its title and its description."""
    root = ET.fromstring(svg(pictured(), "Texts & points", "All <of> them."))
    assert (root.tag, root.get("role")) == (f"{NAMESPACE}svg", "img")
    told = {
        element.get("id"): element.text for element in root if element.tag in (f"{NAMESPACE}title", f"{NAMESPACE}desc")
    }
    assert [told[name] for name in (root.get("aria-labelledby") or "").split()] == ["Texts & points", "All <of> them."]


def test_it_needs_nothing_from_outside() -> None:
    """The only address in it is the name of its own language, and nothing is linked, imported or run."""
    written = svg(pictured(), "Texts", "All of them.")
    assert re.findall(r"\w+://[^\"]+", written) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"href|url\(|@import|<script|<image|<style", written)


def test_words_are_text_and_marks_are_at_their_points() -> None:
    """Every label can be searched, and every sign of a mark stands where its points are."""
    picture = pictured()
    root = ET.fromstring(svg(picture, "Texts", "All of them."))
    words = [element.text for element in root.iter(f"{NAMESPACE}text")]
    assert [label.words for label in picture.labels] == words[-len(picture.labels) :]
    rounds = {(float(c.get("cx", 0)), float(c.get("cy", 0))) for c in root.iter(f"{NAMESPACE}circle")}
    yours = plotted().first("yours")
    assert yours is not None
    x, y = picture.to_picture(yours.points)
    assert (round(x, 2), round(y, 2)) in rounds


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
@pytest.mark.parametrize("printed", [False, True])
def test_a_browser_lays_no_words_over_others(printed: bool, tmp_path: Path) -> None:
    """In a real browser, with the fonts that it finds, all words lie apart and within the picture."""
    page = tmp_path / "plot.html"
    script = """<script>
        const all = [...document.querySelectorAll("svg > text")].map(t => [t.textContent, t.getBBox()]);
        const out = all.map(([w, b]) => [w, b.x, b.y + b.height * 0.2, b.width, b.height * 0.6]);
        document.body.replaceChildren(JSON.stringify(out));</script>"""
    picture = pictured("partnership-for-peace-1994", printed=printed)
    page.write_text(f"<!doctype html><meta charset=utf-8><body>{svg(picture, 'a', 'b')}{script}", encoding="utf-8")
    assert CHROMIUM is not None
    told = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", page.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    body = re.search(r"<body>(.*)</body>", told.stdout, re.DOTALL)
    assert body
    rows = [row for row in json.loads(body[1].replace("&amp;", "&")) if len(row[0]) > 1]
    assert len(rows) >= len(picture.labels) - 2
    for words, x, y, w, h in rows:
        assert x >= 0, words
        assert x + w <= picture.width, words
        over = [
            r[0]
            for r in rows
            if r[0] != words and x < r[1] + r[3] and r[1] < x + w and y < r[2] + r[4] and r[2] < y + h
        ]
        assert over == [], words
