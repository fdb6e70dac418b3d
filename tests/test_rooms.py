"""The walls between the rooms: who may import whom, and from the world outside."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

import game

HOUSE = Path(game.__file__).parent
MODULES = sorted(path for path in HOUSE.rglob("*.py") if "_data" not in path.relative_to(HOUSE).parts)
TALKS = frozenset({"text", "scenario", "talks"})
PLAYED = TALKS | {"analysis", "speech", "delegations"}
TOLD = PLAYED | {"adviser", "simulation", "debrief", "table", "seat", "lesson"}
BELOW: dict[str, frozenset[str]] = {
    "text": frozenset(),
    "scenario": frozenset({"text"}),
    "talks": frozenset({"text", "scenario"}),
    "analysis": frozenset({"text", "scenario"}),
    "speech": TALKS,
    "delegations": TALKS | {"analysis", "speech"},
    "adviser": PLAYED,
    "simulation": PLAYED,
    "debrief": PLAYED,
    "table": PLAYED,
    # A desk comes of a view and of nothing else, though it lies above the table.
    "seat": TALKS,
    "lesson": PLAYED | {"table", "seat"},
    "guest": PLAYED | {"table", "seat"},
    "words": TOLD,
    "reports": TOLD | {"words"},
    "desktop": TOLD | {"words", "reports", "guest"},
    "terminal": TOLD | {"words", "reports"},
    "classroom": TOLD | {"words", "reports", "guest"},
}
"""The rooms below each room. A new room has to be entered here, on purpose."""

CLOCK = frozenset({"time", "sched", "timeit", "zoneinfo"})
NET = frozenset(
    {"socket", "ssl", "http", "urllib", "asyncio", "ftplib", "smtplib", "select", "selectors", "socketserver"}
)
DISK = frozenset({"os", "io", "pathlib", "shutil", "tempfile", "sqlite3", "glob", "fileinput", "mmap", "platformdirs"})
SAVES = frozenset({"pickle", "marshal", "shelve", "dbm"})
WORLD = frozenset({"subprocess", "threading", "multiprocessing", "signal", "ctypes", "concurrent", "importlib", "sys"})
FACES = frozenset({"pygame", "pygame_ce", "rich", "curses", "readline", "argparse"})
PURE = CLOCK | NET | DISK | SAVES | WORLD | FACES | frozenset({"random", "secrets", "uuid"})
CLOSED: dict[str, frozenset[str]] = {
    "text": PURE,
    "talks": PURE,
    "analysis": PURE,
    # Chance is handed to a delegation; it may name the type.
    "speech": PURE - {"random"},
    "delegations": PURE - {"random"},
    "adviser": PURE - {"random"},
    "simulation": PURE - {"random"},
    "debrief": PURE,
    "lesson": PURE,
    "scenario": CLOCK | NET | SAVES | WORLD | FACES,
    "table": CLOCK | NET | SAVES | WORLD | FACES,
    "words": PURE - DISK,
}
TOUCHES_DISK = {
    "scenario": {"shelf.py", "check.py"},
    "table": {
        *("store.py", "store_error.py", "store_file.py", "migrations.py", "rows.py"),
        *("records.py", "writing.py"),
    },
    "words": {"catalogues.py"},
}
"""The only files of these rooms that may touch the disk."""
BEGINS_PROCESSES = {"simulation": {"jobs.py", "cluster.py", "cluster_worker.py"}}
"""The only files of a pure room that may know the machine, its clock and other processes."""
CALLS = frozenset({"open", "exec", "eval", "compile", "__import__", "input", "print", "breakpoint"})


_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Import:
    """One import: of what, in which line, and whether inside a function."""

    name: str
    line: int
    late: bool
    names: tuple[str, ...] = ()


def room_of(path: Path) -> str:
    """The room of a module, or "" for the modules of the house itself."""
    parts = path.relative_to(HOUSE).parts
    return parts[0] if len(parts) > 1 else ""


@lru_cache(maxsize=1)
def parsed(source: str) -> ast.Module:
    """The tree of a module, for whoever asks several things of it one after the other."""
    return ast.parse(source)


def statements(node: ast.AST, late: bool = False) -> Iterator[tuple[ast.stmt, bool]]:
    """Every statement in a node, and whether it is inside a function. What statements are made of is left out: a module
    has ten times as many of those."""
    for each in ast.iter_child_nodes(node):
        if isinstance(each, ast.stmt):
            yield each, late
        if isinstance(each, ast.stmt | ast.excepthandler | ast.match_case):
            yield from statements(each, late or isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))


def imports(source: str) -> Iterator[Import]:
    """Every import of a module."""
    for node, late in statements(parsed(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, late)
        elif isinstance(node, ast.ImportFrom):
            dots = "." * node.level
            yield Import(dots + (node.module or ""), node.lineno, late, tuple(a.name for a in node.names))


def faults(room: str, file: str, source: str) -> list[str]:
    """What a module of a room does that its walls forbid."""
    found = []
    closed = CLOSED.get(room, frozenset())
    if room in TOUCHES_DISK and file not in TOUCHES_DISK[room]:
        closed |= DISK
    if file in BEGINS_PROCESSES.get(room, set()):
        closed = SAVES | FACES
    for one in imports(source):
        parts = one.name.split(".")
        if one.name.startswith("."):
            found.append(f"line {one.line}: a relative import")
        if "*" in one.names:
            found.append(f"line {one.line}: a star import")
        if parts[0] in closed:
            found.append(f"line {one.line}: {room} has no {parts[0]}")
        if parts[0] == "datetime" and room in CLOSED and reads_clock(source):
            found.append(f"line {one.line}: {room} reads the clock")
        if parts[0] == "tests":
            found.append(f"line {one.line}: the game imports its tests")
        if parts[0] != "game" or not room:
            continue
        rooms = {parts[1]} if len(parts) > 1 else set(one.names)
        found += [f"line {one.line}: {room} looks up to {other}" for other in rooms - {room} - BELOW[room]]
        if one.late:
            found.append(f"line {one.line}: a late import")
        if len(parts) > 2 and parts[1] != room and parts[-1].startswith("_"):
            found.append(f"line {one.line}: a private module of another room")
    if room in CLOSED and file not in TOUCHES_DISK.get(room, set()):
        # What a module does when it is run as a program it does not do to its room.
        body = [
            node
            for node in parsed(source).body
            if not (isinstance(node, ast.If) and "__name__" in ast.unparse(node.test))
        ]
        called = (node.func for node in ast.walk(ast.Module(body, [])) if isinstance(node, ast.Call))
        found += [f"line {f.lineno}: calls {f.id}" for f in called if isinstance(f, ast.Name) and f.id in CALLS]
    return found


def reads_clock(source: str) -> bool:
    """Whether a module asks for the hour of the world. The store notes when a game was begun: it may."""
    asked = {"now", "today", "utcnow", "fromtimestamp"}
    return any(isinstance(node, ast.Attribute) and node.attr in asked for node in ast.walk(parsed(source)))


def where(found: Callable[[str], list[str]], paths: Iterable[Path]) -> dict[str, list[str]]:
    """The files in which something is found, and what."""
    told = {str(path.relative_to(HOUSE)): found(path.read_text(encoding="utf-8")) for path in paths}
    return {path: faults for path, faults in told.items() if faults}


@pytest.mark.parametrize("room", ["", *BELOW])
def test_a_room_imports_only_from_rooms_below(room: str) -> None:
    """No module imports from a room beside or above its own, late, by star or relatively; the pure rooms have no
    clock, no net, no disk, no chance and no face."""
    for path in (path for path in MODULES if room_of(path) == room):
        found = faults(room, path.name, path.read_text(encoding="utf-8"))
        if (room, path.name) == ("table", "rows.py"):
            found = [fault for fault in found if not fault.endswith("reads the clock")]
        assert found == [], path


def test_the_toolkit_of_the_window_knows_no_game() -> None:
    """The window's toolkit imports nothing of the house but itself and the language that is spoken: any screens could
    be built on it."""
    known = re.compile(r"game\.(desktop\.kit\b.*|words)|(?!game\b).*")
    for path in (HOUSE / "desktop" / "kit").glob("*.py"):
        names = [one.name for one in imports(path.read_text(encoding="utf-8"))]
        assert [name for name in names if not known.fullmatch(name)] == [], path


FACES_OF_IT = [path for path in MODULES if room_of(path) in ("desktop", "terminal", "classroom")]
"""The modules of the window, of the terminal and of what serves a class."""


def looks_into_views(source: str) -> list[str]:
    """Where a module does more with a view than to hand it on: it names the class, keeps one or reads one."""
    found = []
    tree = parsed(source)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(names=names) if {"View", "Own", "Legal"} & {alias.name for alias in names}:
                found.append(f"line {node.lineno}: imports a view")
            case ast.Attribute(attr="view") if id(node) not in called:
                found.append(f"line {node.lineno}: reads {ast.unparse(node)}")
            case ast.Attribute(value=ast.Call(func=ast.Attribute(attr="view"))):
                found.append(f"line {node.lineno}: reads {ast.unparse(node)}")
            case ast.Assign(value=value) | ast.AnnAssign(value=value) | ast.NamedExpr(value=value):
                if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "view":
                    found.append(f"line {node.lineno}: keeps a view")
    return found


def test_a_face_looks_into_no_view() -> None:
    """A face has the desk, and asks the seat: a view only passes through it, from the table to `Seated`."""
    assert where(looks_into_views, FACES_OF_IT) == {}


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("from game.talks import View", "line 1: imports a view"),
        ("x = here.view.hours", "line 1: reads here.view"),
        ("f(table.view(who).record)", "line 1: reads table.view(who).record"),
        ("seen = table.view(who)", "line 1: keeps a view"),
    ],
)
def test_a_look_into_a_view_is_found(source: str, fault: str) -> None:
    """Each way to read one is found; to hand one on is none."""
    assert fault in looks_into_views(source)
    assert looks_into_views("here = Seated(table.view(who))\nhere = here.after(table.view(who))") == []


_SUMS = frozenset({"due", "deadline", "low", "agreed", "walk_away", "total", "talks", "hours", "points", "cost"})
"""Numbers of the talks, as fields are called that hold them."""


def decided_here(source: str) -> list[str]:
    """Where a face gives the rules' reasons itself, or works out a number of the talks."""
    found = []
    for node in ast.walk(parsed(source)):
        match node:
            case ast.Call(func=ast.Name(id="Refused")):
                found.append(f"line {node.lineno}: gives {ast.unparse(node)}")
            case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right):
                named = {each.attr for each in (left, right) if isinstance(each, ast.Attribute)}
                found += [f"line {node.lineno}: works out {ast.unparse(node)}"] * bool(named & _SUMS)
    return found


def test_a_face_decides_and_counts_nothing() -> None:
    """Why something cannot be done is told by the seat, and so is every number of the talks."""
    assert where(decided_here, FACES_OF_IT) == {}


def test_what_a_face_decides_is_found() -> None:
    """A reason of one's own and a difference are found; where something lies on the screen a face works out."""
    assert decided_here("why = Refused(kind=Why.OVER)") == ["line 1: gives Refused(kind=Why.OVER)"]
    assert decided_here("left = cable.due - now.hours") == ["line 1: works out cable.due - now.hours"]
    assert decided_here("x = box.x + told.high") == []


def too_long(source: str) -> list[str]:
    """What of a file cannot be read at one sitting: the whole of it, or a function."""
    functions = [node for node, _ in statements(parsed(source)) if isinstance(node, _Function)]
    lengths = {each.name: (each.end_lineno or 0) - each.lineno + 1 for each in functions}
    lines = len(source.splitlines())
    return [f"{lines} lines"] * (lines > 400) + [f"{name}: {length}" for name, length in lengths.items() if length > 50]


def test_files_and_functions_are_short() -> None:
    """A file of at most 400 lines and functions of at most 50 can be read at one sitting."""
    assert where(too_long, MODULES) == {}
    assert too_long("def f():\n" + "    pass\n" * 400) == ["401 lines", "f: 401"]


def test_every_room_has_its_place() -> None:
    """Every folder of the house is a room in the plan, and has a front page."""
    rooms = {path.name for path in HOUSE.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert rooms <= set(BELOW)
    assert {room for room in rooms if (HOUSE / room / "__init__.py").is_file()} == rooms


def test_the_plan_has_no_circle() -> None:
    """What lies below a room lies below whatever is above it."""
    for room, below in BELOW.items():
        assert room not in below
        for other in below:
            assert BELOW[other] < below


def test_only_the_front_door_imports_late() -> None:
    """Outside the rooms only the command line has late imports of the game."""
    for path in MODULES:
        if not room_of(path) and path.name not in {
            "__main__.py",
            "classes.py",
            "command_line.py",
            "papers.py",
            "players.py",
        }:
            late = [
                one for one in imports(path.read_text(encoding="utf-8")) if one.late and one.name.startswith("game")
            ]
            assert late == [], path


@pytest.mark.parametrize(
    ("room", "source", "fault"),
    [
        ("text", "from game.talks import play", "line 1: text looks up to talks"),
        ("talks", "import game.table.store", "line 1: talks looks up to table"),
        ("desktop", "from game import terminal", "line 1: desktop looks up to terminal"),
        ("talks", "import random", "line 1: talks has no random"),
        ("delegations", "from time import monotonic", "line 1: delegations has no time"),
        ("text", "def f():\n    import os", "line 2: text has no os"),
        ("table", "def f():\n    from game.talks import play", "line 2: a late import"),
        ("scenario", "from pathlib import Path", "line 1: scenario has no pathlib"),
        ("talks", "from game.text import *", "line 1: a star import"),
        ("talks", "from .moves import Move", "line 1: a relative import"),
        ("talks", "from datetime import datetime\nx = datetime.now()", "line 1: talks reads the clock"),
        ("text", "open('secret.txt')", "line 1: calls open"),
        ("terminal", "from tests import library", "line 1: the game imports its tests"),
    ],
)
def test_the_walls_hold(room: str, source: str, fault: str) -> None:
    """Each kind of breach is found."""
    assert fault in faults(room, "some.py", source)


def test_the_scenario_room_may_open_files_in_two_places() -> None:
    """What is closed to the rest of a room is open where the plan says so."""
    assert faults("scenario", "shelf.py", "from pathlib import Path\nopen('x')") == []


ROOT = HOUSE.parent
PAGES = [ROOT / "docs" / "architecture.md", ROOT / "docs" / "performance.md", ROOT / "CONTRIBUTING.md"]
"""The pages that lead through the house."""
_PATH = re.compile(r"`([\w./-]+\.(?:py|md|ya?ml|json))`(?:\s+`(\w+(?:\.\w+)?)`)?|\]\(([\w./-]+)\)")
"""A file in backticks, perhaps with one of its names behind it; or a link to a file."""


def drawn() -> dict[str, int]:
    """Each room of the drawing in the architecture, with its line."""
    page = PAGES[0].read_text(encoding="utf-8")
    drawing = page.split("## The rooms")[1].split("\n## ")[0]
    lines = [line[4:48] for line in drawing.splitlines() if line.startswith("    ")]
    return {room: n for n, line in enumerate(lines) for room in re.findall(r"[a-z]+", line)}


def test_the_drawing_is_the_plan() -> None:
    """Every room of the plan is drawn, no other, and each above the rooms that it may import from."""
    place = drawn()
    assert set(place) == set(BELOW)
    for room, below in BELOW.items():
        assert all(place[other] > place[room] for other in below), room


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_is_there(page: Path) -> None:
    """Each file that a page names exists, and has the class, function or method that the page names with it."""
    found = list(_PATH.finditer(page.read_text(encoding="utf-8")))
    assert found
    for file, name, link in (match.groups() for match in found):
        if link:
            assert (page.parent / link).exists(), link
        elif not re.search(r"[A-Z]{4}\.", file):  # FILE.yaml stands for any
            meant = ROOT / file if (ROOT / file).exists() else next(ROOT.rglob(f"[a-z]*/**/{file}"), None)
            assert meant, f"there is no {file}: say on the page where it went"
            known = names_in(meant.read_text(encoding="utf-8")) if name else {""}
            assert (name or "") in known, f"{file} has no {name}: say on the page where it went"


def names_in(source: str) -> set[str]:
    """The functions, classes and methods of a module."""
    tree = parsed(source)
    defined = [node for node in tree.body if isinstance(node, _Function | ast.ClassDef)]
    methods = {f"{c.name}.{f.name}" for c in defined if isinstance(c, ast.ClassDef) for f in _functions(c)}
    return {node.name for node in defined} | methods


def _functions(node: ast.ClassDef) -> list[_Function]:
    return [part for part in node.body if isinstance(part, _Function)]
