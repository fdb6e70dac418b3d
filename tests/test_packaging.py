"""The wheel: it carries the scenarios and assets, and plays without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout; skips where the build tools cannot be had."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    if built.returncode and "hatchling" in built.stderr:
        pytest.skip("hatchling cannot be had here")
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_carries_every_scenario_and_asset(wheel: Path) -> None:
    """Each file of scenarios/ and assets/ is in the wheel, under the package, and so are the templates of a report."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for kind in ("scenarios", "assets"):
        for path in (ROOT / kind).rglob("*"):
            assert path.is_dir() or f"game/_data/{path.relative_to(ROOT).as_posix()}" in names
    assert {f"game/reports/document.{ending}" for ending in ("html", "css", "typ")} <= names
    assert not any(name.startswith(("tests/", "benchmarks/", "docs/")) for name in names)


@pytest.mark.slow
def test_the_wheel_plays_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Unpacked elsewhere, the program finds its scenario and plays it."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    command = [sys.executable, "-P", "-m", "game", "watch", "partnership-for-peace-1994", "--seed", "1"]
    told = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=100, check=False)
    assert told.returncode == 0, told.stderr
    assert "Summary of Conclusions" in told.stdout
