"""The command that hosts a class: it opens one, or goes on with one that was kept, and says how people come in."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import urlsplit

import segno

from game.classroom.app import application
from game.classroom.campus import Campus
from game.classroom.doors import Gate, hashed, host_in, new_token
from game.classroom.hall import Hall
from game.classroom.keys import DESK, WALL
from game.classroom.pages.wall import Door
from game.classroom.rehearsal import Rehearsal, rehearsed
from game.classroom.serve import USUAL_PORT, NoPort, let_many_in, listening, own_addresses, own_names, server
from game.guest import Opened
from game.lesson import House, Settings
from game.lesson.collector import collect_seldom
from game.scenario import WHOLE, Scenario, edition_names, open_scenario, shipped, source_of
from game.table import Computers, Keeping, KeptClass, default_path, levels_of
from game.talks import USUAL_LEVEL
from game.words.hosting import (
    already_served,
    ask_to_go_on,
    goes_on,
    how_to_come_in,
    no_class,
    no_port,
    rehearsal_told,
    stopped,
    teachers_links,
    where_teachers_open,
)

MAIN = "partnership-for-peace-1994"
"""The scenario of a class that names none."""
LESSON = "lesson"
"""The edition for a class."""
EVERYWHERE = ("0.0.0.0", "::")
"""Stand for all addresses of this machine."""
TEACHERS = "AS_APPROPRIATE_TEACHERS"
"""The variable with the secret by which teachers open classes; a new one is drawn where there is none."""
STILL_GOING = 12 * 3600.0
"""Seconds after which a class that is not over is not offered any more by itself."""


class HostFault(Exception):
    """Why nobody can be served, in a sentence."""


@dataclass(frozen=True, slots=True)
class Hosting:
    """How a class is served."""

    settings: Settings
    scenario_file: bytes | None = None
    """The scenario, where it is not one of the shelf."""
    port: int | None = None
    bind: str = "0.0.0.0"
    base: str = ""
    """The path under which a proxy asks."""
    proxied: bool = False
    anywhere: bool = False
    """Whether also people outside private networks may come."""
    public: tuple[str, ...] = ()
    """Addresses under which the world knows this host."""
    go_on: str | None = None
    """The class to go on with: its code or number; empty for the last one."""
    anew: bool = False
    """Whether a new class is opened, whatever was kept."""
    until_eof: bool = False
    """Whether it ends when its input does: with the program that has begun it."""
    as_json: bool = False
    """Whether a program reads what is said."""
    teachers: bool = False
    """Whether teachers open classes of their own, and none is opened now."""
    robots: int = 0
    """How many sit in the class, to rehearse it."""


def host_as_typed(
    typed: Namespace, policy: Computers, keeping: Callable[[str | None], AbstractContextManager[Keeping]]
) -> str:
    """Serve a class as it was typed at the shell; why that cannot be, or nothing. Raises `StoreError`, `ScenarioError`
    and `StartError`."""
    name = typed.scenario or MAIN
    scenario = open_scenario(name)
    edition = typed.edition or usual_edition(scenario)
    open_scenario(name, edition)
    level = next(iter(levels_of([typed.level] if typed.level else [], None).values()), USUAL_LEVEL)
    lesson = (typed.minutes, typed.expected, level, typed.adviser, typed.own_names)
    settings, robots = Settings(scenario.id, edition, *lesson), 0
    if typed.rehearse:
        settings, robots = rehearsed(settings, scenario, typed.rehearse)
    how = Hosting(
        settings,
        scenario_file=None if name in shipped() else source_of(name),
        port=typed.port,
        bind=typed.bind,
        base=typed.base_path,
        proxied=typed.behind_proxy,
        anywhere=typed.anywhere,
        public=tuple(typed.public_address),
        go_on=typed.go_on,
        anew=typed.new or robots > 0,
        until_eof=typed.until_eof,
        as_json=typed.json,
        teachers=typed.for_teachers,
        robots=robots,
    )
    touched = _touched(Path(typed.database) if typed.database else default_path())
    try:
        with keeping(typed.database) as store:
            host(how, policy, store, touched)
    except HostFault as fault:
        return str(fault)
    return ""


def host(how: Hosting, policy: Computers, store: Keeping, touched: float = 0.0) -> None:
    """Serve a class until somebody stops it, or those that teachers open; `touched` is when something was last written
    to the store. Raises `HostFault`, `StoreError`, `ScenarioError`, `LookupError`."""
    let_many_in()
    kept = None if how.teachers else _kept(how, store)
    campus = Campus(House(store, _sources(how, store, kept), policy), time.time, how.settings, served=touched)
    try:
        sock = listening(how.bind, how.port)
    except NoPort as fault:
        raise HostFault(no_port(fault.port, fault.why)) from fault
    with closing(sock):
        port = sock.getsockname()[1]
        addresses = _addresses(how, port)
        campus.door = lambda hall: Door(addresses[0], f"{addresses[0]}/#{hall.room.code}-{hall.link_key}")
        if how.teachers:
            _run(how, campus, sock, lambda: _tell_teachers(how, campus, addresses))
            return
        if kept is not None and not (store.shared or store.hold(kept.id)):
            raise HostFault(already_served(kept.code))
        hall = campus.restored(kept) if kept is not None else campus.open()
        _serve(how, campus, hall, sock, again=kept is not None)


def _serve(how: Hosting, campus: Campus, hall: Hall, sock: socket.socket, *, again: bool) -> None:
    """Serve one class."""
    campus.only = hall.room.id
    port = sock.getsockname()[1]
    opened, title = _opened(hall, _addresses(how, port)), hall.room.scenario.title
    rehearsal = Rehearsal(_from_here(how, port), opened.join.partition("#")[2], how.robots)

    def ready() -> None:
        _tell(how, opened, title, again=again)
        if how.robots:
            rehearsal.start()

    _run(how, campus, sock, ready)
    rehearsal.stop()
    if not how.as_json:
        print(stopped(hall.room.code), flush=True)


def _run(how: Hosting, campus: Campus, sock: socket.socket, ready: Callable[[], None]) -> None:
    names = [*own_names(), *(found for each in how.public if (found := host_in(urlsplit(each).netloc)))]
    gate = Gate.of(names, near_only=not (how.anywhere or how.proxied), proxied=how.proxied)
    app = application(campus, gate, base=how.base, version=_version())
    collect_seldom()
    server(app, campus.part, ready, until_eof=how.until_eof).run(sockets=[sock])


# ---- which class -------------------------------------------------------------------------------------------------


def _kept(how: Hosting, store: Keeping) -> KeptClass | None:
    """The class to go on with; None for a new one. Raises `HostFault` where there is no such class."""
    going = [each for each in store.classes() if not each.ended]
    if how.go_on:
        wanted = how.go_on.upper()
        found = next((each for each in going if wanted in (each.code, str(each.id))), None)
        if found is None:
            raise HostFault(no_class(how.go_on))
        return found
    if how.anew or not going:
        return None
    last = going[0]
    late = (datetime.now(UTC) - last.used).total_seconds() > STILL_GOING
    if how.go_on is not None:
        return last
    return None if late or not _wanted(last, how) else last


def _wanted(last: KeptClass, how: Hosting) -> bool:
    """Whether the last class is to go on: whoever sits at a terminal says so; where nobody does, it was stopped."""
    if how.as_json or not (sys.stdin and sys.stdin.isatty()):
        return True
    try:
        return not input(ask_to_go_on(last.code)).strip().lower().startswith("n")
    except EOFError:
        return True


def _sources(how: Hosting, store: Keeping, kept: KeptClass | None) -> Callable[[str], bytes]:
    """The files of scenarios, by their ids: those of the shelf, the one that was named, and the one that is kept with
    a class. A teacher's browser opens no others."""
    known: dict[str, bytes] = {}
    if how.scenario_file is not None:
        known[how.settings.scenario] = how.scenario_file
    if kept is not None and kept.games:
        record, played = store.load(kept.games[0])
        if record.scenario not in shipped():
            known[record.scenario] = played

    def source(name: str) -> bytes:
        if name in known:
            return known[name]
        if name not in shipped():
            raise LookupError(name)
        return source_of(name)

    return source


def usual_edition(scenario: Scenario) -> str:
    """The edition for a class that names none: the one for a lesson, where there is one."""
    return LESSON if LESSON in edition_names(scenario) else WHOLE


def _touched(path: Path) -> float:
    """When something was last written to a file: about when a class was last served. 0 where there is none."""
    found = []
    for each in (path, path.with_name(f"{path.name}-wal")):
        with suppress(OSError):
            found.append(each.stat().st_mtime)
    return max(found, default=0.0)


# ---- what is said ------------------------------------------------------------------------------------------------


def _from_here(how: Hosting, port: int) -> str:
    """The address at which this machine reaches itself."""
    own = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(how.bind, how.bind)
    base = f"/{how.base.strip('/')}" if how.base.strip("/") else ""
    return f"http://{f'[{own}]' if ':' in own else own}:{port}{base}"


def _addresses(how: Hosting, port: int) -> tuple[str, ...]:
    """Where classes are, the likeliest address first."""
    where = "" if port == USUAL_PORT else f":{port}"
    base = f"/{how.base.strip('/')}" if how.base.strip("/") else ""
    near = own_addresses() if how.bind in EVERYWHERE else [f"[{how.bind}]" if ":" in how.bind else how.bind]
    return tuple(each.rstrip("/") for each in how.public) or tuple(f"http://{each}{where}{base}" for each in near)


def _opened(hall: Hall, addresses: tuple[str, ...]) -> Opened:
    """Where a class is; this gives out new links."""
    first, desk, wall = addresses[0], hall.give_link(DESK), hall.give_link(WALL)
    return Opened(addresses, hall.room.code, hall.door.link, f"{first}/desk#{desk}", f"{first}/wall#{wall}")


def _tell_teachers(how: Hosting, campus: Campus, addresses: tuple[str, ...]) -> None:
    """Say where teachers open classes. Several servers behind one address are told the same secret."""
    secret = os.environ.get(TEACHERS) or new_token()
    campus.teachers = hashed(secret)
    link = f"{addresses[0]}/open#{secret}"
    if how.as_json:
        print(json.dumps({"addresses": addresses, "open": link}), flush=True)
    else:
        print(where_teachers_open(link), flush=True)


def _tell(how: Hosting, opened: Opened, title: str, *, again: bool) -> None:
    if how.as_json:
        print(json.dumps(asdict(opened)), flush=True)
        return
    if again:
        print(goes_on(opened.code, title))
    for line in (*how_to_come_in(opened.addresses, opened.code), *teachers_links(opened.desk, opened.wall)):
        print(line)
    if sys.stdout.isatty():
        segno.make(opened.join, error="l", micro=False).terminal(compact=True)
    if how.robots:
        print(rehearsal_told(how.robots))
    sys.stdout.flush()


def _version() -> str:
    try:
        return version("as-appropriate")
    except PackageNotFoundError:
        return ""
