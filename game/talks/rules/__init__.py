"""The rules of moves: a file for each kind. A new kind of move is a file more, and a line in `RULES` and `rule_of`."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any, assert_never

from game.scenario import AudienceId
from game.talks.moves import (
    CHAIR,
    Accept,
    Admit,
    Amend,
    Announce,
    AudienceMove,
    BreakSilence,
    ChairMove,
    Circulate,
    Close,
    Consult,
    Decline,
    Excuse,
    Extend,
    Headline,
    Hold,
    Interpret,
    KeepSilence,
    Leave,
    Move,
    Pass,
    Propose,
    Release,
    Reply,
    Respond,
    Revoke,
    Say,
    Sign,
    Sound,
    Transcribe,
    Vote,
    Wire,
    Withdraw,
)
from game.talks.refused import Refused, Why, refuse
from game.talks.rules import (
    accept,
    admit,
    amend,
    announce,
    break_silence,
    circulate,
    close_talks,
    consult,
    decline,
    extend,
    headline,
    hold,
    interpret,
    keep_silence,
    leave,
    pass_hours,
    propose,
    release,
    reply,
    respond,
    revoke,
    say,
    sign,
    sound,
    transcribe,
    vote,
    wire,
    withdraw,
)
from game.talks.rules.rule import Judged, Room, Rule, sorted_out
from game.talks.talks import Talks
from game.text import DelegationId
from game.text.signs import NO_SIGN

LONGEST_REMARK = 400
"""Signs that may be said with a move."""
RULES: tuple[Rule[Any], ...] = (
    sign.RULE,
    leave.RULE,
    say.RULE,
    withdraw.RULE,
    accept.RULE,
    decline.RULE,
    consult.RULE,
    amend.RULE,
    hold.RULE,
    respond.RULE,
    announce.RULE,
    sound.RULE,
    circulate.RULE,
    interpret.RULE,
    propose.RULE,
)
"""The rule of every kind of move of a delegation's, in the order in which a seat is told of them."""
OUTSIDE: tuple[Rule[Any], ...] = (keep_silence.RULE, break_silence.RULE, reply.RULE, vote.RULE, headline.RULE)
"""The same of whoever speaks for an audience."""
OF_THE_CHAIR: tuple[Rule[Any], ...] = (
    pass_hours.RULE,
    extend.RULE,
    release.RULE,
    wire.RULE,
    revoke.RULE,
    close_talks.RULE,
    transcribe.RULE,
    admit.ADMIT,
    admit.EXCUSE,
)
"""The same of the chair."""
VERBS: Mapping[str, Callable[[DelegationId, str, str], Move]] = {
    verb: read for rule in (*RULES, *OUTSIDE, *OF_THE_CHAIR) for verb, read in rule.reads.items()
}
"""How moves are read in a record, by their verbs."""


def rule_of(move: Move) -> Rule[Any]:
    """The rule of a move."""
    known = _RULE_OF.get(type(move))
    return known or _RULE_OF.setdefault(type(move), _rule_of(move))


_RULE_OF: dict[type[Move], Rule[Any]] = {}
"""The rules that have been asked for: every move that might be made asks for its own."""


def _rule_of(move: Move) -> Rule[Any]:
    """The rule of a move. The type check asks for that of a new one."""
    match move:
        case Propose():
            return propose.RULE
        case Accept():
            return accept.RULE
        case Decline():
            return decline.RULE
        case Amend():
            return amend.RULE
        case Consult():
            return consult.RULE
        case Withdraw():
            return withdraw.RULE
        case Say():
            return say.RULE
        case Sign():
            return sign.RULE
        case Leave():
            return leave.RULE
        case Hold():
            return hold.RULE
        case Respond():
            return respond.RULE
        case Announce():
            return announce.RULE
        case Sound():
            return sound.RULE
        case Circulate():
            return circulate.RULE
        case Interpret():
            return interpret.RULE
        case KeepSilence() | BreakSilence() | Reply() | Vote() | Headline():
            return _rule_outside(move)
        case _:
            return _rule_of_the_chair(move)


def _rule_outside(move: AudienceMove) -> Rule[Any]:
    match move:
        case KeepSilence():
            return keep_silence.RULE
        case BreakSilence():
            return break_silence.RULE
        case Reply():
            return reply.RULE
        case Vote():
            return vote.RULE
        case Headline():
            return headline.RULE
        case _:
            assert_never(move)


def _rule_of_the_chair(move: ChairMove) -> Rule[Any]:
    match move:
        case Pass():
            return pass_hours.RULE
        case Extend():
            return extend.RULE
        case Release():
            return release.RULE
        case Wire():
            return wire.RULE
        case Revoke():
            return revoke.RULE
        case Close():
            return close_talks.RULE
        case Transcribe():
            return transcribe.RULE
        case Admit():
            return admit.ADMIT
        case Excuse():
            return admit.EXCUSE
        case _:
            assert_never(move)


def refusal(talks: Talks, move: Move) -> Refused | None:
    """Why a move cannot be made, or None if it can."""
    if talks.over:
        return refuse(kind=Why.OVER)
    if refused := _not_theirs(talks, move):
        return refused
    if move.remark and (reason := _unsayable(move.remark)):
        return reason
    return refused_in_turn(talks, move)


def _not_theirs(talks: Talks, move: Move) -> Refused | None:
    """Why a move is not this seat's to make now."""
    if isinstance(move, ChairMove):
        return None if move.by == CHAIR else refuse(kind=Why.CHAIR_ONLY)
    if isinstance(move, AudienceMove):
        audience = AudienceId(move.by)
        if audience not in talks.scenario.judgements:
            return refuse(kind=Why.NO_AUDIENCE, audience=audience)
        return None if audience in talks.seated else refuse(kind=Why.NOT_ADMITTED, audience=audience)
    if move.by not in talks.scenario.ids:
        return refuse(kind=Why.NO_DELEGATION, delegation=move.by)
    if refused := _waits_outside(talks, move):
        return refused
    return None if move.by == talks.floor else refuse(kind=Why.NOT_YOUR_TURN, delegation=talks.floor)


def _waits_outside(talks: Talks, move: Move) -> Refused | None:
    """Why nobody at the table moves while somebody outside has to answer."""
    if talks.vote is not None:
        return refuse(kind=Why.VOTE_RUNS, audience=talks.vote)
    if talks.silence is not None and (talks.silence.frozen or not isinstance(move, Leave)):
        return refuse(kind=Why.SILENCE_RUNS, delegation=talks.silence.by)
    return None


def refused_in_turn(talks: Talks, move: Move) -> Refused | None:
    """The same for a move of whoever has the floor in talks that go on, with a remark that can be said."""
    if refused := _out_of_turn(talks, move):
        return refused
    if not isinstance(move, Move):
        return refuse(kind=Why.NO_SUCH_MOVE, written=type(move).__name__)
    return rule_of(move).refusal(talks, move)


def _unsayable(remark: str) -> Refused | None:
    """Why a remark cannot be said."""
    if len(remark) > LONGEST_REMARK:
        return refuse(kind=Why.LONG_REMARK, most=LONGEST_REMARK)
    if NO_SIGN.search(remark):
        return refuse(kind=Why.UNWRITABLE_REMARK)
    return None


def _out_of_turn(talks: Talks, move: Move) -> Refused | None:
    """Why this is no time for moves of this kind."""
    if isinstance(move, AudienceMove | ChairMove):
        return None
    if refused := _waits_outside(talks, move):
        return refused
    if talks.closing and not isinstance(move, Interpret):
        return refuse(kind=Why.FROZEN)
    if talks.held is not None and not isinstance(move, Respond | Leave):
        return refuse(kind=Why.HELD_UP, delegation=talks.held.by, side_text=talks.held.side_text)
    return None


def price(room: Room, move: Move) -> float:
    """Hours of talks that a move takes."""
    return rule_of(move).hours(room, move)


def make(talks: Talks, move: Move) -> Talks:
    """The talks once an allowed move is made; the clock has run already."""
    return rule_of(move).make(talks, move)


def candidates(talks: Talks, who: DelegationId) -> Iterator[Move]:
    """Every move of a seat that the rules might allow, but for packages, of which there are too many."""
    for rule in _rules_of(talks, who):
        yield from rule.offers(talks, who)


def judged(talks: Talks, who: DelegationId) -> list[Judged[Any]]:
    """Each of them, kind by kind, with why it cannot be made: of whoever has the floor, or is at no delegation's place,
    in talks that go on."""
    busy = talks.pending or talks.closing or talks.held is not None
    found: list[Judged[Any]] = []
    for rule in _rules_of(talks, who):
        if busy:
            found.append(_while_busy(rule, talks, who))
        elif rule.judged:
            found.append(rule.judged(talks, who))
        else:
            found.append(_of_one_kind(rule, talks, who))
    return found


def _while_busy(rule: Rule[Any], talks: Talks, who: DelegationId) -> Judged[Any]:
    """The same of one kind of moves while something else has to be done first: that shuts all of them or none."""
    moves = tuple(rule.offers(talks, who))
    shut = _out_of_turn(talks, moves[0]) if moves else None
    return sorted_out([(move, shut or rule.refusal(talks, move)) for move in moves])


_MOST = 4096
_judged: dict[Hashable, Judged[Any]] = {}
"""What was found of late, by all that it hangs on."""


def _of_one_kind(rule: Rule[Any], talks: Talks, who: DelegationId) -> Judged[Any]:
    """The same of one kind of moves in their time."""
    hangs_on = rule.hangs_on(talks, who) if rule.hangs_on else None
    place = id(rule), who, hangs_on
    found = _judged.get(place) if hangs_on is not None else None
    if found is None:
        found = sorted_out([(move, rule.refusal(talks, move)) for move in rule.offers(talks, who)])
        if hangs_on is not None:
            if len(_judged) >= _MOST:
                _judged.clear()
            _judged[place] = found
    return found


def _rules_of(talks: Talks, who: DelegationId) -> tuple[Rule[Any], ...]:
    return RULES if who in talks.scenario.ids else OF_THE_CHAIR if who == CHAIR else OUTSIDE


def write(move: Move) -> str:
    """What is done, in the notation of a record."""
    return rule_of(move).write(move)
