"""Delegations without a person: each sees its own view and answers with a move, and why."""

from game.delegations.computer import computer
from game.delegations.policy import Decision, Policy

__all__ = ["Decision", "Policy", "computer"]
