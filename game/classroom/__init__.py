"""A class over a network: who comes in by which door, and what travels between the host and the pages.

It decides nothing of the game, and says nothing but through `game.words`. What travels is written down in
`docs/protocol.md`.
"""

from game.classroom.doors import House
from game.classroom.referee import Referee

__all__ = ["House", "Referee"]
