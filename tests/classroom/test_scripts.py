"""The programs of the pages: plain JavaScript, whose types a checker reads from its comments."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGES = Path(str(files("game.classroom.pages")))
PROGRAMS = sorted(PAGES.glob("*.js"))
OWN = ROOT / ".venv" / "scripts" / "node_modules" / ".bin" / "tsc"
TSC = str(OWN) if OWN.exists() else shutil.which("tsc")
STRICTLY = (
    "--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022", "--module", "es2022", "--moduleResolution",
    "bundler", "--lib", "es2022,dom,dom.iterable", "--noUnusedLocals", "--noUnusedParameters",
)  # fmt: skip


def checked(*programs: Path) -> str:
    """What the type checker has against programs."""
    assert TSC is not None
    done = subprocess.run(
        [TSC, *STRICTLY, *map(str, programs)], capture_output=True, text=True, check=False, timeout=120
    )
    return done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.skipif(TSC is None, reason="tsc (npm typescript) is not installed")
def test_the_types_of_all_programs_fit(tmp_path: Path) -> None:
    """Strictly, without a build; and a fault would be found."""
    assert checked(*PROGRAMS) == ""
    wrong = tmp_path / "wrong.js"
    wrong.write_text("// @ts-check\n/** @param {number} n */\nexport const f = (n) => n.length;\n", encoding="utf-8")
    assert "TS2339" in checked(wrong)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda each: each.name)
def test_a_program_is_plain(program: Path) -> None:
    """It takes nothing from elsewhere, makes no code of words, and asks the checker for no exception."""
    told = program.read_text(encoding="utf-8")
    assert "// @ts-check" in told
    assert not re.search(r"https?://|\beval\(|new Function|document\.write|@ts-ignore|@ts-expect|@ts-nocheck", told)
    for imported in re.findall(r'from "([^"]+)"', told):
        assert (PAGES / imported).exists(), imported
