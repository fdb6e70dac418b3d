"""Write the golden transcripts again: `python -m tests.playthroughs`. Read the diff before it is committed."""

from __future__ import annotations

from tests.playthroughs.transcript import FOLDER, GAMES, transcript


def main() -> None:
    """Write every transcript."""
    names = {f"{name}-{seed}.txt" for name, seed in GAMES}
    for stale in FOLDER.glob("*.txt"):
        if stale.name not in names:
            stale.unlink()
    for name, seed in GAMES:
        (FOLDER / f"{name}-{seed}.txt").write_text(transcript(name, seed), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
