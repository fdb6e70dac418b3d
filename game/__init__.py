"""As Appropriate: a game about the words of a text."""
