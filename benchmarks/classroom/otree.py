"""The peer: oTree, the usual program for experiments in a class, with groups of four that see each other's messages.

The least that could be compared: a live page that stores each message in a row and sends it to the group, on SQLite as
oTree opens it, one process. No rules, no secrets, nothing worked out for anybody. It is run in an environment of its
own, since it needs old versions of what ours needs too: `python -m venv V && V/bin/pip install otree`, and
`OTREE=V/bin/otree python -m benchmarks classroom`.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import struct
import subprocess
import tempfile
from base64 import b64encode
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_bytes

from benchmarks.classroom.crowd import Case, Tally, free_port, keep_pace, resident, settled, there
from game.guest import Line, Unreachable

_SETTINGS = """
SESSION_CONFIGS = [dict(name="table", app_sequence=["table"], num_demo_participants=4)]
SESSION_CONFIG_DEFAULTS = dict(real_world_currency_per_point=1.00, participation_fee=0.00, doc="")
PARTICIPANT_FIELDS = []
SESSION_FIELDS = []
LANGUAGE_CODE = "en"
REAL_WORLD_CURRENCY_CODE = "USD"
USE_POINTS = True
ADMIN_USERNAME = "admin"
ADMIN_PASSWORD = None
DEMO_PAGE_INTRO_HTML = ""
SECRET_KEY = "for a benchmark"
"""
_APP = """
from otree.api import *

class C(BaseConstants):
    NAME_IN_URL = "table"
    PLAYERS_PER_GROUP = 4
    NUM_ROUNDS = 1

class Subsession(BaseSubsession):
    pass

class Group(BaseGroup):
    pass

class Player(BasePlayer):
    pass

class Said(ExtraModel):
    group = models.Link(Group)
    player = models.Link(Player)
    words = models.LongStringField()

class Talk(Page):
    @staticmethod
    def live_method(player, data):
        Said.create(group=player.group, player=player, words=data["words"])
        return {0: dict(id=data["id"], by=player.id_in_group, words=data["words"])}

page_sequence = [Talk]
"""
_PAGE = "{{ block title }}Talk{{ endblock }}{{ block content }}<script>liveRecv = () => {}</script>{{ endblock }}"
WORDS = "we move here, if you move there " * 8
"""What is said with each message: about as much as a package with its remark."""


def program() -> str | None:
    """The command that starts oTree here; None where there is none."""
    return os.environ.get("OTREE") or shutil.which("otree")


@contextmanager
def served(command: str) -> Iterator[tuple[str, int]]:
    """A server of oTree on a database of its own: its address, and its process."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        for part in ("table", "_static", "_templates"):
            (at / part).mkdir()
        (at / "settings.py").write_text(_SETTINGS, encoding="utf-8")
        (at / "table" / "__init__.py").write_text(_APP, encoding="utf-8")
        (at / "table" / "Talk.html").write_text(_PAGE, encoding="utf-8")
        path = f"{Path(command).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        env = {**os.environ, "PATH": path, "OTREE_PRODUCTION": "1"}
        quiet = subprocess.DEVNULL
        subprocess.run([command, "resetdb", "--noinput"], cwd=at, env=env, check=True, stdout=quiet, stderr=quiet)
        port = free_port()
        server = subprocess.Popen(
            [command, "prodserver1of2", f"127.0.0.1:{port}"],
            cwd=at, env=env, stdout=quiet, stderr=quiet, start_new_session=True,
        )  # fmt: skip
        try:
            yield f"http://127.0.0.1:{port}", server.pid
        finally:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


class _Socket:
    """A web socket (RFC 6455) as a client has it, for texts below 64 kB."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def at(cls, address: str, path: str) -> _Socket:
        host, _, port = address.removeprefix("http://").partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        key = b64encode(token_bytes(16)).decode()
        asked = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        writer.write(f"{asked}Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        if b" 101 " not in await reader.readuntil(b"\r\n\r\n"):
            raise Unreachable("no web socket")
        return cls(reader, writer)

    def send(self, text: bytes, kind: int = 1) -> None:
        long = bytes([0x80 | len(text)]) if len(text) < 126 else bytes([0xFE]) + struct.pack(">H", len(text))
        mask = token_bytes(4)
        hidden = bytes(each ^ mask[place % 4] for place, each in enumerate(text))
        self._writer.write(bytes([0x80 | kind]) + long + mask + hidden)

    async def texts(self) -> AsyncIterator[bytes]:
        while True:
            kind, size = await self._reader.readexactly(2)
            if size == 126:
                (size,) = struct.unpack(">H", await self._reader.readexactly(2))
            text = await self._reader.readexactly(size)
            if kind & 0xF == 9:
                self.send(text, 10)
            elif kind & 0xF == 1:
                yield text

    def close(self) -> None:
        self._writer.close()


async def crowd(address: str, process: int, case: Case, patience: float) -> tuple[Tally, float | None]:
    """The tables of a case at a server of oTree."""
    line, tally = Line(address), Tally()
    await there(line, "api/otree_version")
    asked = json.dumps({"session_config_name": "table", "num_participants": case.seats}).encode()
    code = json.loads((await line.ask("POST", "api/sessions", asked)).body)["code"]
    told = json.loads((await line.ask("POST", f"api/get_session/{code}", b"{}")).body)
    people = [each["code"] for each in sorted(told["participants"], key=lambda each: each["id_in_session"])]
    for each in people:
        await line.ask("GET", f"InitializeParticipant/{each}")
        await line.ask("GET", f"p/{each}/table/Talk/1")
    line.close()
    query = "page_name=Talk&page_index=1&session_code=" + code
    sockets = [await _Socket.at(address, f"/live?participant_code={each}&{query}") for each in people]
    clock = asyncio.get_running_loop().time

    async def listen(number: int) -> None:
        async for text in sockets[number].texts():
            tally.seen(json.loads(text)["live_method_payload"]["id"], number, clock())

    sent = [0] * case.tables

    async def move(table: int, at: float) -> None:
        sent[table] += 1
        id, four = f"{table}.{sent[table]}", range(4 * table, 4 * table + 4)
        tally.sent(id, at, four)
        sockets[four[sent[table] % 4]].send(json.dumps({"id": id, "words": WORDS}).encode())
        tally.accepted += 1

    listening = [asyncio.create_task(listen(number)) for number in range(case.seats)]
    await keep_pace(case, move)
    await settled(tally, patience)
    for each in listening:
        each.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
    for each in sockets:
        each.close()
    return tally, resident(process)
