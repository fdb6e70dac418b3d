"""The table and the store, on a real disk."""
