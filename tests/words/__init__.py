"""Sentences from values."""
