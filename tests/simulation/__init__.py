"""Many talks at once."""
