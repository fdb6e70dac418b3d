"""The smallest pieces of a sentence about the talks: titles, wordings, lists, points."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario import Scenario
from game.text import DelegationId, IssueId, OptionId


def wording(scenario: Scenario, issue: IssueId, option: OptionId) -> str:
    """The name of a wording, in quotation marks."""
    return f"“{scenario.text[issue][option].name}”"


def title(scenario: Scenario, issue: IssueId | None) -> str:
    """The title of an issue."""
    return scenario.text[issue].title if issue else ""


def stopped(words: str) -> str:
    """Words as a sentence: with a full stop, unless they end in one, be it inside quotation marks."""
    bare = words.rstrip("”’)")
    return words if bare.endswith((".", "!", "?", "…")) else f"{words}."


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: a, b and c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def steps_words(steps: int) -> str:
    """How many steps of a mandate: one step, 2 steps."""
    return "one step" if steps == 1 else f"{steps} steps"


def signed_points(points: int) -> str:
    """Points with their sign, as print sets it: +2, −3."""
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"


def sentence_name(scenario: Scenario, delegation: DelegationId) -> str:
    """A delegation's short name as the first word of a sentence."""
    return opening_capital(scenario[delegation].short)


def opening_capital(words: str) -> str:
    """Words as they stand at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def hours_words(hours: float) -> str:
    """Hours as people write them: 1 h, 2½ h, ¼ h."""
    return f"{hour_number(hours)} h"


def hour_number(hours: float) -> str:
    """An hour of the talks as a number in a sentence: 1, 2½, ¼."""
    whole, quarter = divmod(round(hours * 4), 4)
    fraction = ("", "¼", "½", "¾")[quarter]
    return f"{whole if whole or not fraction else ''}{fraction}"
