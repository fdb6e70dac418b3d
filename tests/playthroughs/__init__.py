"""Golden transcripts: computer against computer, as a person would read it. A change of a rule shows as a text diff."""

from tests.playthroughs.transcript import FOLDER, GAMES, transcript

__all__ = ["FOLDER", "GAMES", "transcript"]
