"""What a delegation does when those behind it would not have a text: it asks for the word that they named."""

from __future__ import annotations

from random import Random

from game.delegations.aspiration import Aspiration
from game.delegations.packages import as_move, towards
from game.delegations.policy import Decision
from game.delegations.reasons import Because
from game.speech.topic import Wording
from game.talks import Propose, View
from game.talks.events import Broke, Returned


def stand_by(aims: Aspiration, chance: Random) -> Decision | None:
    """The others are asked over to the word that its own side named when it would not have the text, and to nothing
    else, once: another word may well be sent back again."""
    view = aims.view
    word = _named_at_home(view)
    if word is None or view.packages or not view.legal.may(Propose):
        return None
    stands = view.brackets == word[:1] and aims.position[word[0]] == word[1]
    if not stands or word in aims.refused or not _may_sign_where_it_stands(aims):
        return None
    shifts = towards(aims, [word])
    if aims.tabled.insists(shifts):
        return None
    return Decision(as_move(aims, chance, shifts, "trade"), Because("named-at-home"))


def _named_at_home(view: View) -> Wording | None:
    """The word that one of its own asked for, when it last broke silence or sent the text back."""
    told = [each for each in view.record if isinstance(each, Broke | Returned) and each.by == view.who]
    if not told or told[-1].issue is None or told[-1].retreat is None:
        return None
    return told[-1].issue, told[-1].retreat


def _may_sign_where_it_stands(aims: Aspiration) -> bool:
    """Whether a text with its own wordings can be written, is better than none, and is one that it may sign."""
    text = aims.position
    whole = aims.view.scenario.text.extends(text) is not None
    return whole and aims.worth(text) >= aims.walk_away and aims.instructed(text)
