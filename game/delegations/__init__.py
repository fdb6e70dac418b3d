"""Delegations without a person: each sees its own view and answers with a move, and why."""

from game.delegations.computer import computer
from game.delegations.levels import LEVELS, ORDINARY, Level
from game.delegations.policy import Decision, Policy
from game.delegations.reasons import Alternative, Reason
from game.delegations.thought import Thought, thought

__all__ = [
    "LEVELS",
    "ORDINARY",
    "Alternative",
    "Decision",
    "Level",
    "Policy",
    "Reason",
    "Thought",
    "computer",
    "thought",
]
