"""How a delegation uses what is not the table: hold-ups, the press, its allies, and the last word on a frozen text.

Its numbers are judgements, tried on seeds 1 to 200 of the main scenario; `tests/delegations/test_calibration.py` asks
the same of what comes of them on seeds that nothing was tuned on.
"""

from __future__ import annotations

import math
from random import Random

from game.delegations.aspiration import Aspiration
from game.delegations.policy import Decision
from game.delegations.reasons import AnswersWorth, Because, HoldUpPromises, ReadingWorth, StatementPromises
from game.scenario import Reading, SideText, band, couple
from game.speech.remarks import remark
from game.speech.topic import Topic
from game.talks import Announce, Answer, Circulate, Hold, Interpret, Respond, Sound, View, breaking, hold_ups, strain
from game.talks.events import Announced, Sounded
from game.text import IssueId

_GIVEN = 0.7
"""How likely it is that the word is given rather than swapped."""
_SAT_OUT = 0.4
"""How likely it is that a hold-up is sat out where the hours weigh nothing."""
_BOLD = 0.15
"""How likely it is in one turn that somebody who is as proud as can be counts on the others to give way."""
WORTH_HOLDING = 0.4
"""Points that a hold-up must promise."""
_NEARLY = 5
"""Brackets that are left when it begins to ask its allies."""
_LAST_WORDS = 2
"""Brackets that are left when it asks even an ally that looks content."""
_ASKED = 2
"""Allies that it asks about one text."""
_EARLIEST, _LATEST = 0.2, 0.7
"""Between these parts of the talks a statement to the newspapers may pay."""
_STATEMENT = 0.25
"""How likely it is in one turn that it makes one that would pay."""
_KEPT = 0.25
"""How much likelier a word is kept once it is told to the newspapers."""
_LEFT, _LEFT_FOR_LESS, _LEFT_AFAR = 0.1, 0.3, 0.8
"""How likely it is that a word is left after all: one that every text has for which it would settle, one that not every
such text has, and one that the others are far from."""
_FAR = 3
"""Steps from where another stands after which a word is not kept."""
_ALARM = {"content": 0.15, "uneasy": 0.4, "against": 0.6}
"""How likely a statement alarms somebody, by its mood, where it has shown no wish; else it is liked."""
_SLOPE, _HALF_WAY = 2.0, 0.5
"""Who has shown a wish likes what is within a quarter of the ladder of it, and is alarmed by what is three away."""
_UNDONE, _MENDING = 0.25, 12.0
"""How likely it is that a text is lost that is opened again, with so many hours left or more; with none it is lost."""
_WAKING = 30.0
"""A reading that wakes so much is taken to be heard for certain."""


def respond(aims: Aspiration, chance: Random) -> Decision | None:
    """A hold-up is answered with whatever costs least: the word, another one, or the hours."""
    view = aims.view
    side = view.scenario.side_text(view.held.side_text) if view.held else None
    if side is None or not view.legal.may(Respond):
        return None
    worth = answers(aims, side)
    how = max(worth, key=lambda answer: worth[answer] + chance.random() * 0.1) if not aims.level.yielding else "give"
    return Decision(Respond(view.who, how, remark=remark(view, chance, how, Topic(side=side))), AnswersWorth(worth))


def answers(aims: Aspiration, side: SideText) -> dict[Answer, float]:
    """What each answer to a hold-up is worth to it, with the goodwill and the hours."""
    stake = aims.sheet.stake(side.id)
    often = hold_ups(aims.view.record, side.by) - 1
    return {
        "give": stake.give - aims.chill(side.by, -strain("give", often)),
        "swap": stake.swap - aims.chill(side.by, -strain("swap", often)),
        "sit": -_waiting(aims, side.hours) - aims.chill(side.by, -strain("sit", often)),
    }


def _waiting(aims: Aspiration, hours: float) -> float:
    """What hours that run out are taken to cost: their own price, and the chance that a good text is not reached; which
    is none to whoever sees that a clean text can still be signed after them, and after the turn that goes with them."""
    view = aims.view
    if aims.level.careful and not view.brackets and aims.to_bargain >= hours + view.scenario.clock.say:
        return aims.hourly * hours
    at_stake = max(0, (aims.plan.mine if aims.plan else aims.floor) - aims.walk_away)
    return aims.hourly * hours + at_stake * math.pow(min(1.0, hours / max(view.hours_left, 0.5)), 1.5)


def hold_up(aims: Aspiration, chance: Random) -> Decision | None:
    """A side text is held up where its word is worth more than the hours and the goodwill that may go."""
    view = aims.view
    ways = tuple(view.legal.of(Hold)) if aims.level.whole_board else ()
    if not ways or not _goodwill_to_spare(view, bold=chance.random() < _BOLD * aims.sheet.temperament.pride):
        return None
    for move in ways:
        side = view.scenario.side_text(move.side_text)
        promise = promise_of(aims, side) if side else 0.0
        if side is not None and promise > WORTH_HOLDING:
            said = remark(view, chance, "hold", Topic(side=side))
            return Decision(Hold(view.who, side.id, remark=said), HoldUpPromises(side.id, promise))
    return None


def _goodwill_to_spare(view: View, *, bold: bool) -> bool:
    """Whether a hold-up, even one that is sat out, would leave nobody cold: what goes cold early stays in the way of
    statements, of quick answers, and of the years after. Whoever is bold counts on the word being given."""
    falls = strain("give" if bold else "sit", hold_ups(view.record, view.who))
    left = (view.goodwill[couple(view.scenario.ids, view.who, other.id)] + falls for other in view.others)
    return all(band(max(0, each)) != "cold" for each in left)


def promise_of(aims: Aspiration, side: SideText) -> float:
    """What holding up a side text promises, in points. The others are taken to feel the hours as one does oneself: the
    more they weigh, the less likely is it that the hold-up is sat out."""
    stake = aims.sheet.stake(side.id)
    waiting = _waiting(aims, side.hours)
    sat_out = _SAT_OUT / (1 + waiting)
    often = hold_ups(aims.view.record, aims.view.who)
    once, twice = (
        max(aims.chill(other.id, -strain(how, often)) for other in aims.view.others) for how in ("give", "sit")
    )
    yielded = _GIVEN * stake.give + (1 - _GIVEN) * stake.swap - once
    return (1 - sat_out) * yielded - sat_out * (waiting + twice) - _waiting(aims, 1.0)


def announce(aims: Aspiration, chance: Random) -> Decision | None:
    """Once, in the middle of the talks, a wording that it means to keep is told to the newspapers, where that pays."""
    view = aims.view
    spent = view.hours / view.scenario.calendar.hours
    told = any(event.by == view.who for event in view.minutes.all(Announced))
    if (
        told
        or not aims.level.whole_board
        or aims.plan is None
        or not _EARLIEST < spent < _LATEST
        or not view.scenario.audiences_of(view.who)
    ):
        return None
    if any(view.band(other.id) == "cold" for other in view.others) or chance.random() > _STATEMENT:
        return None
    firm = {issue: _pledge(aims, issue) for issue in view.brackets if aims.plan.text[issue] == aims.position[issue]}
    if not firm or max(firm.values()) <= 0:
        return None
    issue = max(firm, key=lambda each: firm[each])
    option = aims.position[issue]
    said = remark(view, chance, "announce", Topic(word=((issue, option),)))
    return Decision(Announce(view.who, issue, option, remark=said), StatementPromises(firm[issue]))


def _pledge(aims: Aspiration, issue: IssueId) -> float:
    """What a statement promises: the word is likelier kept and perhaps liked at home; but it alarms, it chills, and to
    leave the word after all is dear."""
    view, option, row = aims.view, aims.position[issue], aims.sheet.points[issue]
    theirs = max(row[view.positions[other.id][issue]] for other in view.others)
    kept = _KEPT * max(0, row[option] - theirs) - _left(aims, issue) * breaking(row.values())
    chill = sum(aims.chill(other.id, 1) for other in view.others)
    return kept + _echo(aims, issue) - chill


def _left(aims: Aspiration, issue: IssueId) -> float:
    """How likely it is that a word is left after all: the less, the nearer the others are, and the longer its own plans
    keep it."""
    view, option, ladder = aims.view, aims.position[issue], aims.view.scenario.text[issue]
    apart = max(abs(ladder.rank(option) - ladder.rank(view.positions[other.id][issue])) for other in view.others)
    if apart >= _FAR:
        return _LEFT_AFAR
    return _LEFT if aims.keeps(issue, option) else _LEFT_FOR_LESS


def _echo(aims: Aspiration, issue: IssueId) -> float:
    """Points that those at home are taken to give for a statement, as far as their wishes tell."""
    view, option, ladder = aims.view, aims.position[issue], aims.view.scenario.text[issue]
    liked, alarmed = 0.0, 0.0
    for audience in view.scenario.audiences_of(view.who):
        if audience.power == "consent":
            continue
        seen = view.standings[audience.id]
        wished = [ladder.rank(wish.option) for wish in seen.wishes if wish.issue == issue]
        off = min((abs(ladder.rank(option) - rank) for rank in wished), default=0) / (len(ladder.options) - 1)
        alarm = min(1.0, max(0.0, _SLOPE * off - _HALF_WAY)) if wished else _ALARM[seen.mood]
        liked = max(liked, 1 - alarm)
        if audience.power == "press":
            alarmed += alarm
    return liked - alarmed


def sound(aims: Aspiration, chance: Random) -> Decision | None:
    """When little is left open, the ally that looks least content is asked, once for each text."""
    view = aims.view
    if len(view.brackets) > _NEARLY or not view.seat.needs_consent or aims.to_bargain < _to_change_a_text(view):
        return None
    asked = {event.audience for event in view.minutes.since_words_moved if isinstance(event, Sounded)}
    unasked = [move for move in view.legal.of(Sound) if move.audience not in asked]
    doubtful = [move for move in unasked if view.standings[move.audience].mood != "content"]
    doubtful = doubtful or (unasked if len(view.brackets) <= _LAST_WORDS and not asked else [])
    if not doubtful or len(asked) >= _ASKED or chance.random() > aims.sheet.temperament.patience:
        return None
    against_first = min(doubtful, key=lambda each: view.standings[each.audience].mood != "against")
    return Decision(Sound(view.who, against_first.audience), Because("sounds-first"))


def _to_change_a_text(view: View) -> float:
    """Hours of bargaining that must be left for an answer to change anything: a word that is tabled and taken."""
    return view.scenario.clock.short_package + view.scenario.clock.accept


def ask_around(aims: Aspiration, chance: Random) -> Decision | None:
    """Rather than talk, it asks an ally that it has not asked about the text as it stands, the least content first."""
    view = aims.view
    if aims.to_bargain < _to_change_a_text(view):
        return None
    asked = {event.audience for event in view.minutes.since_words_moved if isinstance(event, Sounded)}
    order = ("against", "uneasy", "content")
    unasked = [move for move in view.legal.of(Sound) if move.audience not in asked]
    if not unasked or len(asked) >= _ASKED:
        return None
    first = min(unasked, key=lambda each: (order.index(view.standings[each.audience].mood), chance.random()))
    return Decision(Sound(view.who, first.audience), Because("sounds-first"))


def circulate(aims: Aspiration, chance: Random) -> Decision | None:
    """A clean text goes to its allies before its initials go under it."""
    view = aims.view
    if not view.legal.may(Circulate):
        return None
    return Decision(Circulate(view.who, remark=remark(view, chance, "circulate")), Because("allies-first"))


def interpret(aims: Aspiration, chance: Random) -> Decision | None:
    """The last word on the frozen text: as bold as the other side's audiences are likely to bear."""
    view = aims.view
    if not view.legal.may(Interpret):
        return None
    at_stake = max(0, aims.worth(view.agreed) - aims.walk_away)
    chill = max(aims.chill(other.id, 2) for other in view.others)
    lost = _UNDONE + (1 - _UNDONE) * max(0.0, 1 - view.hours_left / _MENDING)
    best: Reading | None = None
    most = 0.0
    for reading in view.seat.readings:
        heard = min(1.0, reading.wakes / _WAKING)
        worth = reading.gain - heard * (chill + lost * at_stake) + chance.random() * 0.2
        if worth > most and not aims.level.yielding:
            best, most = reading, worth
    if best is None:
        return Decision(Interpret(view.who), Because("no-reading"))
    return Decision(Interpret(view.who, best.id), ReadingWorth(most))
