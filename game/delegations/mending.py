"""What a delegation does when a text is not had by those behind it, or behind others: it asks for the word that they
named, or gives it.

Its numbers are judgements, tried on seeds 1,001 to 1,120 of the main scenario.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from game.delegations.aspiration import Aspiration
from game.delegations.packages import as_move, towards
from game.delegations.policy import Decision
from game.delegations.reasons import Because
from game.speech.remarks import remark
from game.speech.topic import Topic, Wording
from game.talks import Amend, Propose, View
from game.talks.events import Broke, Returned
from game.text import IssueId, OptionId

_NO_ROUND = 3.5
"""Hours of bargaining too few for one more package to be refused and a word to be given after it."""


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


def give_the_last_word(aims: Aspiration, chance: Random) -> Decision | None:
    """Whoever looks ahead gives the last word that is open alone, where the text is then worth what it would settle for
    or there is no time for more: to reopen another word for it would cost points, goodwill and hours."""
    view = aims.view
    if not aims.level.looks_ahead or len(view.brackets) != 1 or view.waiting:
        return None
    (issue,) = view.brackets
    for option in dict.fromkeys(view.positions[other.id][issue] for other in view.others):
        move = Amend(view.who, issue, option)
        if move in view.legal.moves and _would_do(aims, issue, option):
            said = remark(view, chance, "yield", Topic(word=((issue, option),)))
            return Decision(replace(move, remark=said), Because("nothing-to-ask"))
    return None


def _would_do(aims: Aspiration, issue: IssueId, option: OptionId) -> bool:
    """Whether it would have the text with a wording in the last issue that is open."""
    text = {**aims.view.agreed, issue: option}
    if not aims.within(issue, option) or aims.sheet.breaks_red_line(text) or not aims.instructed(text):
        return False
    worth = aims.worth(text)
    return worth >= aims.settles_for or (aims.to_bargain < _NO_ROUND and worth >= aims.walk_away)


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
