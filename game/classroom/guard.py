"""What stands before everything: from where, under which name and by which page something is asked; and the headers
above every answer."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping

from starlette.responses import Response

from game.classroom.answers import turned
from game.classroom.doors import HEADERS, Gate, is_near
from game.classroom.streams import Receive, Scope, Send
from game.classroom.wire import PROTOCOL
from game.words.doors import Turned

_App = Callable[[Scope, Receive, Send], Awaitable[None]]
_ALWAYS = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
_log = logging.getLogger(__name__)


class Guard:
    """Lets through what may come in. It is an ASGI application around another."""

    def __init__(self, app: _App, gate: Gate, base: str = "") -> None:
        """`base` is a path under which a proxy may ask, such as `/class`."""
        self._app, self._gate, self._base = app, gate, base.rstrip("/")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask who comes, and let it through or not."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        begun = False

        async def with_headers(message: Mapping[str, object]) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                told = list(message.get("headers", ()))  # type: ignore[call-overload]
                known = {name.lower() for name, _ in told}
                told += [(name, value) for name, value in _ALWAYS if name not in known]
                message = {**message, "headers": told}
            await send(message)

        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        if wrong := self._wrong(scope, headers):
            await turned(wrong)(scope, receive, with_headers)
            return
        path: str = scope["path"]
        if self._base and path == self._base:
            # What is relative on a page is so to the folder that it lies in.
            await Response(status_code=308, headers={"location": f"{path}/"})(scope, receive, with_headers)
            return
        if self._base and path.startswith(f"{self._base}/"):
            scope = {**scope, "path": path[len(self._base) :]}
        try:
            await self._app(scope, receive, with_headers)
        except Exception:
            _log.exception("a request could not be answered")
            if not begun:
                await turned("failed")(scope, receive, with_headers)

    def _wrong(self, scope: Scope, headers: Mapping[str, str]) -> Turned | None:
        """Why it is not let through; None where it is."""
        gate = self._gate
        peer = scope["client"][0] if scope.get("client") else ""
        if gate.near_only and not is_near(gate.client(peer, headers)):
            return "not-here"
        if not gate.is_called(gate.host(headers)):
            return "no-host"
        if scope["method"] not in ("GET", "HEAD") and not gate.is_own_page(headers):
            return "not-here"
        if headers.get("as-appropriate", str(PROTOCOL)) != str(PROTOCOL):
            return "other-version"
        return None
