"""Who speaks for an audience where the computer does: as its sheet has it, neither softer nor harder, at every level.

It consents where the rules would have it consent with nobody there, and else names the word that it minds most: talks
end with it as they would without it, but for its words. A consent is silent; all else has a remark.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from game.delegations.policy import Decision
from game.delegations.reasons import AudienceJudges
from game.scenario import Occasion
from game.speech.outside import remark_outside
from game.speech.topic import Wording
from game.talks import AllyAnswer, BreakSilence, Headline, Judging, KeepSilence, Move, Reply, View, Vote
from game.text import IssueId

_ANSWERS: dict[AllyAnswer, Occasion] = {"yes": "agree", "uneasy": "doubt", "no": "object"}


def outside(view: View, chance: Random) -> Decision:
    """A legal move for the seat of an audience that is asked something, or that prints. Raises `LookupError` for the
    view of another seat."""
    asks = view.judging
    if asks is None:
        raise LookupError("nobody speaks for an audience here")
    minded = _minded(asks)
    move, occasion = _move(view, asks, minded[0] if minded else None)
    because = AudienceJudges(asks.surplus, minded)
    if occasion is None:
        return Decision(move, because)
    said = remark_outside(view, chance, occasion, minded or _liked(view, asks))
    return Decision(replace(move, remark=said), because)


def _minded(asks: Judging) -> Wording | None:
    """The word that it would name, if it is against the text."""
    if asks.surplus >= 0 or not asks.grievances:
        return None
    return asks.grievances[0].issue, asks.grievances[0].option


def _liked(view: View, asks: Judging) -> Wording:
    """The word of its delegation's that it likes best, beside the worst that could stand there."""
    stands, sheet = view.positions[asks.audience.of], asks.judgement.points
    issue = max(stands, key=lambda each: sheet[each][stands[each]] - min(sheet[each].values()))
    return issue, stands[issue]


def _move(view: View, asks: Judging, word: IssueId | None) -> tuple[Move, Occasion | None]:
    """What it does, and as what it is said."""
    who, against = view.who, asks.surplus < 0
    if asks.asked_by:
        return Reply(who, asks.answer, word), _ANSWERS[asks.answer]
    if asks.vote:
        return (Vote(who, False, word), "send-back") if against else (Vote(who, aye=True), "ratify")
    if asks.audience.power == "press":
        return Headline(who), "blame" if against else "praise"
    return (BreakSilence(who, word), "break-silence") if word else (KeepSilence(who), None)
