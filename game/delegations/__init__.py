"""Delegations without a person: each sees its own view and answers with a move, and why."""

from game.delegations.computer import computer
from game.delegations.levels import LEVELS, ORDINARY, Level
from game.delegations.policy import Decision, Policy
from game.delegations.thought import Thought, thought

__all__ = [
    "LEVELS",
    "ORDINARY",
    "Decision",
    "Level",
    "Policy",
    "Thought",
    "computer",
    "thought",
]
