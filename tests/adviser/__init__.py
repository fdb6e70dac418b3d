"""The player's adviser."""
