"""What a delegation does when a text is not had by those behind it, or behind others: it asks for the word that they
named, or gives it.

Its numbers are judgements, tried on seeds 1,001 to 1,120 of the main scenario.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from game.delegations.aspiration import Aspiration
from game.delegations.packages import as_move, possible, settled_otherwise, towards
from game.delegations.policy import Decision
from game.delegations.prospects import Prospects, normal
from game.delegations.reasons import Because
from game.speech.remarks import remark
from game.speech.topic import Topic, Wording
from game.talks import Amend, Propose, Shift, View
from game.talks.events import Broke, Proposed, Returned
from game.text import IssueId, OptionId

_COOLED = 2
"""Goodwill that goes when what was agreed is opened again."""
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


def ask_in_return(aims: Aspiration, chance: Random) -> Decision | None:
    """Whoever looks ahead does not give the last word for nothing where the text failed on the others' side: they had
    taken less, so it asks, once, for a word in return; but only while there is time to give it alone after a refusal.
    """
    view = aims.view
    told = next((e for e in reversed(view.record) if isinstance(e, Broke | Returned)), None)
    if not aims.level.looks_ahead or told is None or told.by == view.who or told.option is None:
        return None
    if (
        told.issue is None
        or view.brackets != (told.issue,)
        or not view.legal.may(Propose)
        or aims.to_bargain < _for_a_refusal(view)
    ):
        return None
    if any(event.by == view.who for event in _since(view, told)):
        return None
    shifts = _in_return(aims, told.issue, told.option)
    return Decision(as_move(aims, chance, shifts, "trade"), Because("in-return")) if shifts else None


def _for_a_refusal(view: View) -> float:
    """Hours that a package and its refusal take."""
    clock = view.scenario.clock
    return clock.package + clock.decline + clock.say


def _since(view: View, told: Broke | Returned) -> list[Proposed]:
    """What was put since somebody would not have the text."""
    later = view.record[view.record.index(told) :]
    return [event for event in later if isinstance(event, Proposed)]


def _in_return(aims: Aspiration, issue: IssueId, option: OptionId) -> tuple[Shift, ...] | None:
    """The package that gives a word which the others can have in an issue and takes one that was agreed, and promises
    most: they had taken the text with the word that failed, and hardly any that leaves them much less."""
    view, price, prospects = aims.view, aims.view.scenario.clock.reopening, Prospects(aims)
    had = {**view.agreed, issue: option}
    chill = max(aims.chill(other.id, _COOLED) for other in view.others)
    best, most = None, 0.0
    for given in dict.fromkeys(view.positions[other.id][issue] for other in view.others):
        alone = {**view.agreed, issue: given}
        for wanted, other in settled_otherwise(aims) if aims.within(issue, given) else ():
            text = {**alone, wanted: other}
            likely = normal(prospects.above(text, had, 0.0))
            gain = likely * (aims.worth(text) - aims.worth(alone)) - price - _for_a_refusal(view) * aims.hourly - chill
            shifts = towards(aims, [(issue, given), (wanted, other)])
            if (
                gain > most
                and aims.instructed(text)
                and not aims.sheet.breaks_red_line(text)
                and possible(aims, shifts)
            ):
                best, most = shifts, gain
    return best


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
