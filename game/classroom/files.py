"""The pages of a class and what belongs to them: style, programs, letters. They hold nothing of the class."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from game.classroom.answers import turned
from game.classroom.pages.desk import desk_page
from game.classroom.pages.opening import opening_page
from game.classroom.pages.preflight import preflight_page
from game.classroom.pages.student import join_page, seat_page
from game.classroom.pages.wall import wall_page
from game.scenario import folder

PAGES: Mapping[str, Callable[[], str]] = {
    "": join_page, "s": seat_page, "desk": desk_page, "wall": wall_page, "preflight": preflight_page,
    "open": opening_page,
}  # fmt: skip
"""Each page by its path."""
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".woff2": "font/woff2",
}
"""Files that are handed out, by how their names end, and what they are."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[a-z0-9]+)")
_PAGES = Path(__file__).parent / "pages"


async def page(request: Request) -> Response:
    """A page."""
    found = PAGES.get(request.url.path.strip("/"))
    if found is None:
        return turned("no-page")
    return _sent(request, found().encode(), "text/html; charset=utf-8")


async def static(request: Request) -> Response:
    """A file that pages need. It may be kept, and is asked for by its fingerprint."""
    found = _file(str(request.path_params["name"]))
    return _sent(request, *found) if found else turned("no-page")


def _sent(request: Request, body: bytes, kind: str) -> Response:
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=kind)


@cache
def _known() -> Mapping[str, Path]:
    """Every file that is handed out, by its name."""
    places = (_PAGES, folder("assets") / "fonts")
    return {each.name: each for place in places for each in place.glob("*.*") if each.suffix in KINDS}


def _file(name: str) -> tuple[bytes, str] | None:
    found = _NAME.fullmatch(name)
    path = _known().get(name) if found else None
    return (path.read_bytes(), KINDS[path.suffix]) if path else None
