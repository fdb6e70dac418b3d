"""Delegations without a person: each sees its own view and answers with a move, and why."""

from game.delegations.adviser import Advice, Adviser, Counsel, counsel
from game.delegations.computer import computer
from game.delegations.exploits import POLICIES
from game.delegations.levels import LEVELS, ORDINARY, Level
from game.delegations.policy import Decision, Policy
from game.delegations.simulation import LostPolicy, Run, Tally, run
from game.delegations.sweep import Sweep
from game.delegations.thought import Thought, thought

__all__ = [
    "LEVELS",
    "ORDINARY",
    "POLICIES",
    "Advice",
    "Adviser",
    "Counsel",
    "Decision",
    "Level",
    "LostPolicy",
    "Policy",
    "Run",
    "Sweep",
    "Tally",
    "Thought",
    "computer",
    "counsel",
    "run",
    "thought",
]
