"""A class on a real socket: ports, addresses, the end in peace, and what is in the log."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from game.classroom import serve
from game.classroom.serve import NoPort, listening, own_addresses, own_names, server
from game.classroom.streams import Receive, Scope, Send
from tests.classroom.real import ROOT, TWO_WORDS, hosted


def test_the_first_port_that_can_be_had_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening("127.0.0.1", 0) as taken, listening("127.0.0.1", 0) as other:
        busy, free = taken.getsockname()[1], other.getsockname()[1]
        other.close()
        monkeypatch.setattr(serve, "USUAL_PORT", busy)
        monkeypatch.setattr(serve, "OTHER_PORTS", (busy, free))
        with listening("127.0.0.1") as found:
            assert found.getsockname()[1] == free
        with pytest.raises(NoPort) as none:
            listening("127.0.0.1", busy)
        assert none.value.port == busy


def test_this_machine_knows_its_addresses_and_names() -> None:
    assert own_addresses()
    assert "localhost" in own_names()
    assert socket.gethostname() in own_names()


@pytest.mark.slow
def test_a_host_ends_in_peace_and_says_no_secret(tmp_path: Path) -> None:
    """Whoever looks on is told; nothing of a token is in what it prints or keeps."""
    with hosted(tmp_path / "class.sqlite3") as host:
        seats = [httpx.post(f"{host.address}/api/join", json={"code": host.code}).json() for _ in range(2)]
        told: list[str] = []

        def listen() -> None:
            headers = {"Authorization": f"Bearer {seats[0]['token']}"}
            with httpx.stream("GET", f"{host.address}/api/stream?form=desk", headers=headers, timeout=30) as stream:
                for line in stream.iter_lines():
                    told.append(line)
                    begun.set()

        begun, thread = threading.Event(), threading.Thread(target=listen)
        thread.start()
        assert begun.wait(20)
        assert httpx.get(f"{host.address}/api/setting?x={'y' * 50}").status_code == 401
        twice = [sys.executable, "-m", "game", "host", str(TWO_WORDS), "--port", "0", "--database"]
        second = subprocess.run([*twice, str(tmp_path / "class.sqlite3")], capture_output=True, text=True, cwd=ROOT)
        assert (second.returncode, second.stdout) == (1, "")
        assert host.code in second.stderr
        assert "--new" in second.stderr
        host.process.send_signal(signal.SIGTERM)
        assert host.process.wait(20) == 0
        thread.join(20)
        assert 'data: {"kind":"restarting"}' in told
        assert host.process.stdout is not None
        assert host.process.stderr is not None
        printed = host.process.stdout.read() + host.process.stderr.read()
    kept = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    for secret in (*(each["token"] for each in seats), host.desk, host.wall):
        assert secret not in printed
        assert secret.encode() not in kept


def test_who_connects_and_asks_nothing_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also who asks for something letter by letter."""
    monkeypatch.setattr(serve, "UNASKED", 0.3)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body", "body": b""})

    with listening("127.0.0.1", 0) as sock:
        ready = threading.Event()
        found = server(app, lambda: None, ready.set)  # type: ignore[arg-type]
        found.config.lifespan = "off"
        thread = threading.Thread(target=found.run, kwargs={"sockets": [sock]})
        thread.start()
        assert ready.wait(20)
        with socket.create_connection(sock.getsockname()) as silent:
            silent.sendall(b"GET /api/ab")
            silent.settimeout(20)
            assert silent.recv(100) == b""
        port = sock.getsockname()[1]
        with httpx.Client() as kept:
            assert kept.get(f"http://127.0.0.1:{port}/").status_code == 204
        found.should_exit = True
        thread.join(20)
