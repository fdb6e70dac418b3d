"""Tests of a seat: what lies before one player."""
