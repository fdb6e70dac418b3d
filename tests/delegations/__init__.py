"""The computer's delegations, in many games."""
