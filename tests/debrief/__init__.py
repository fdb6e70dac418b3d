"""Tests of what is opened when the talks are over."""
