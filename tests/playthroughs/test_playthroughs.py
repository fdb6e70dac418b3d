from __future__ import annotations

from difflib import unified_diff

import pytest

from game.talks import Admit, BreakSilence, Headline, KeepSilence, Release, Revoke, Wire
from tests.playthroughs.lesson import attended
from tests.playthroughs.transcript import FOLDER, GAMES, transcript

AGAIN = "The game has changed. If it should have: python -m tests.playthroughs, and read the diff.\n"


@pytest.mark.parametrize(("name", "seed"), GAMES)
def test_a_game_reads_as_it_did(name: str, seed: int) -> None:
    """Computer against computer gives the transcript that is kept, word for word."""
    kept = (FOLDER / f"{name}-{seed}.txt").read_text(encoding="utf-8")
    now = transcript(name, seed)
    diff = "\n".join(unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm=""))
    assert kept == now, AGAIN + diff


def test_no_transcript_is_left_over() -> None:
    """Every kept transcript belongs to a game that is still compared."""
    assert {path.name for path in FOLDER.glob("*.txt")} == {f"{name}-{seed}.txt" for name, seed in GAMES}


def test_the_lesson_shows_what_it_is_kept_for() -> None:
    """Somebody breaks silence, silence runs out, a newspaper prints, and the chair does what it can; all is signed."""
    *_, over = attended(2)
    assert {type(move) for move in over.moves} >= {BreakSilence, KeepSilence, Headline, Admit, Wire, Revoke, Release}
    assert over.signed
    assert over.struck
