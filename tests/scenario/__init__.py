"""Tests of the reading of scenario files."""
