"""A class on a socket: which port, under which addresses, and an end at which everybody is told."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from game.classroom.doors import is_near
from game.classroom.guard import Guard

USUAL_PORT = 80
"""The port that browsers try by themselves, and that networks of schools let through."""
OTHER_PORTS = range(8080, 8100)
"""Tried next, where this account may not have that one or another program has it."""
MOST_OPEN = 8_000
"""Connections at once; a request beyond them is told to come again."""
PATIENCE = 3
"""Seconds that what goes on is given to end."""
UNASKED = 20.0
"""Seconds within which whoever has connected must have asked for something."""
UNANSWERED = 30
"""Seconds after which a connection is cut whose other end takes nothing any more, where the system can do that."""


class NoPort(Exception):
    """None of these ports can be had: the last of them, and why."""

    def __init__(self, port: int, why: str) -> None:
        super().__init__(port, why)
        self.port, self.why = port, why


def listening(bind: str, port: int | None = None) -> socket.socket:
    """A socket that listens: at this port, or at the usual one if that can be had, else at another. Raises `NoPort`."""
    wrong = NoPort(port or USUAL_PORT, "")
    for each in (USUAL_PORT, *OTHER_PORTS) if port is None else (port,):
        try:
            return _bound(bind, each)
        except OSError as fault:
            wrong = NoPort(each, fault.strerror or str(fault))
    raise wrong


def _bound(bind: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    # With its protocol named, as asyncio wants it: else an answer in two pieces waits 40 ms for a late acknowledgement.
    found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNANSWERED * 1000)
        found.bind((bind, port))
        found.listen(2048)
    except BaseException:
        found.close()
        raise
    return found


def own_addresses() -> list[str]:
    """The addresses of this machine in private networks, the likeliest first. Nothing is sent to find them."""
    found = [_towards(far) for far in ("10.255.255.255", "192.168.255.255", "172.31.255.255", "8.8.8.8")]
    with suppress(OSError):
        found += [str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    near = [each for each in dict.fromkeys(found) if each and is_near(each) and not each.startswith("127.")]
    home = [each for each in near if each.startswith("192.168.")]
    return list(dict.fromkeys((*home, *near))) or ["127.0.0.1"]


def _towards(far: str) -> str:
    """The address of this machine from which something would go to another."""
    with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as asked, suppress(OSError):
        asked.connect((far, 9))
        return str(asked.getsockname()[0])
    return ""


def own_names() -> list[str]:
    """The names by which this machine may be called."""
    name = socket.gethostname()
    short = name.partition(".")[0]
    return list(dict.fromkeys((name, short, f"{short}.local", "localhost")))


def let_many_in() -> None:
    """Let this process have as many open connections as the system lets it have."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = hard if hard != resource.RLIM_INFINITY else max(soft, 2 * MOST_OPEN)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(wanted, 65_536)), hard))


class Connection(H11Protocol):
    """A connection whose other end has to ask for something within a while."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin, and look later whether anything was asked."""
        super().connection_made(transport)
        self.loop.call_later(UNASKED, self._let_go)

    def _let_go(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()


class Server(uvicorn.Server):
    """Serves until it is asked to stop; then everybody who looks on is told first."""

    def __init__(self, config: uvicorn.Config, stopping: Callable[[], None], ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._stopping, self._ready = stopping, ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin, and say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End in peace where a signal asks for that: it is no fault of the program."""
        if threading.current_thread() is not threading.main_thread():
            yield  # whoever began it sets `should_exit`
            return
        before = {each: signal.signal(each, self.handle_exit) for each in _signals()}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop: the first time in peace."""
        self._stopping()
        super().handle_exit(sig, frame)


def _end_with_input(serving: Server) -> None:
    """Have a server end in peace when its standard input does: with the program that has begun it, however that one has
    ended. For use in its own loop."""
    loop = asyncio.get_running_loop()

    def wait() -> None:
        with suppress(OSError, ValueError):
            while sys.stdin.buffer.read(4096):
                pass
        with suppress(RuntimeError):  # it has ended before
            loop.call_soon_threadsafe(serving.handle_exit, signal.SIGTERM, None)

    threading.Thread(target=wait, name="input", daemon=True).start()


def _signals() -> list[signal.Signals]:
    known = (getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGBREAK"))  # the last on Windows
    return [each for each in known if each is not None]


def server(
    app: Guard, stopping: Callable[[], None], ready: Callable[[], None] = lambda: None, *, until_eof: bool = False
) -> Server:
    """What serves an application; `run(sockets=[...])` does until it is asked to stop, or `until_eof` of its input."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="on",
        http=Connection,
        ws="none",
        proxy_headers=False,
        server_header=False,
        limit_concurrency=MOST_OPEN,
        timeout_keep_alive=60,
        timeout_graceful_shutdown=PATIENCE,
    )

    def begun() -> None:
        ready()
        if until_eof:
            _end_with_input(serving)

    serving = Server(config, stopping, begun)
    return serving
