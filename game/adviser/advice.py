"""What an adviser says for each move that it would make: “I would …, because …”."""

from __future__ import annotations

from random import Random

from game.adviser.arguments import balance, offered, plain
from game.delegations.aspiration import Aspiration
from game.delegations.computer import hours_to_sign
from game.delegations.procedure import answers, promise_of
from game.talks import (
    Accept,
    Amend,
    Announce,
    Circulate,
    Consult,
    Decline,
    Hold,
    Interpret,
    Leave,
    Move,
    Package,
    Propose,
    Respond,
    Sign,
    Sound,
    Withdraw,
    hours_words,
    listed,
    wording,
)
from game.text import IssueId


def lead(aims: Aspiration, move: Move, chance: Random) -> str:
    """The move in words, with the reason that matters most. What is said varies; what it means does not."""
    match move:
        case Propose():
            return _propose(aims, move, chance)
        case Accept():
            return _accept(aims, move, chance)
        case Decline():
            return _decline(aims, move, chance)
        case Withdraw():
            lost = -sum(aims.gain(_package(aims, move.package)).values())
            return f"I would take our package back, because by now it would lose us {lost:.0f} on what we can hope for."
        case Amend():
            return _amend(aims, move, chance)
        case Consult():
            return _consult(aims, move, chance)
        case _:
            return _closing(aims, move) or _outside(aims, move) or _wait(aims, chance)


def deal(aims: Aspiration, move: Propose) -> str:
    """A package in words: what we give, what they give, and where all meet."""
    own = [shift.issue for shift in move.shifts if shift.delegation == move.by]
    asked = list(dict.fromkeys(shift.issue for shift in move.shifts if shift.delegation != move.by))
    words = {shift.issue: wording(aims.view.scenario, shift.issue, shift.option) for shift in move.shifts}
    parts = [
        ("we give", [words[issue] for issue in own if issue not in asked]),
        ("all meet at", [words[issue] for issue in own if issue in asked]),
        ("they give", [words[issue] for issue in asked if issue not in own]),
    ]
    return "; ".join(f"{how} {listed(named)}" for how, named in parts if named)


def _propose(aims: Aspiration, move: Propose, chance: Random) -> str:
    whole = len(move.issues) == len(aims.view.brackets) > 1
    if move.off_record:
        how = chance.choice(("I would try this off the record first", "I would let them see this, with no name on it"))
        return f"{how}, because a non-paper binds nobody: {deal(aims, move)}."
    if any(aims.view.waiting):
        how = chance.choice(("I would answer with a package of ours", "I would turn theirs round"))
    elif whole:
        how = chance.choice(("I would close the text in one stroke", "I would put all that is left into one package"))
    else:
        how = chance.choice(("I would table this", "I would put this to them", "I would offer them a bargain"))
    return f"{how}, because {chance.choice(_for_it(aims, move, whole=whole))}: {deal(aims, move)}."


def _for_it(aims: Aspiration, move: Propose, *, whole: bool) -> list[str]:
    """What speaks for a package, each of it true."""
    found = balance(aims.view, move.shifts)
    reasons = []
    if aims.plan is not None:
        later = ", with what comes later" if aims.view.scenario.aftermath else ""
        text = f"a text worth about {plain(aims.plan.mine)} to you{later}"
        reasons.append(f"it would give us {text}" if whole else f"it is a step towards {text}")
    if found.gets > 0 >= found.gives:
        reasons.append("it costs us nothing to ask")
    elif found.gets >= 2 * found.gives > 0:
        reasons.append("it gives little and gets much")
    moved = [s.issue for s in move.shifts if s.delegation != move.by and offered(aims.view, s.delegation, s.issue)]
    if moved:
        reasons.append(f"they have shown that they can move in {_title(aims, moved[0])}")
    return reasons or ["somebody has to move"]


def _package(aims: Aspiration, number: int) -> Package:
    return next(package for package in aims.view.packages if package.number == number)


def _accept(aims: Aspiration, move: Accept, chance: Random) -> str:
    package = _package(aims, move.package)
    total = sum(aims.gain(package).values())
    if aims.closes_well(package):
        why = "it closes the text, and to ask for more would cost more hours than it brings"
    elif total >= 0:
        why = "in these words it gives us what we could hope for"
    else:
        why = "it stands in the way of nothing that we still want"
    if package.off_record:
        return f"I would let them see that we could live with it, because {why}. A hint binds nobody."
    how = chance.choice(("I would take it", "I would accept it as it stands", "I would say yes"))
    return f"{how}, because {why}."


def _decline(aims: Aspiration, move: Decline, chance: Random) -> str:
    package = _package(aims, move.package)
    ours = package.of(move.by)
    crossed = aims.sheet.breaks_red_line(ours)
    short = -sum(aims.gain(package).values())
    beyond = [issue for issue, option in ours.items() if not aims.within(issue, option)]
    if crossed:
        why = f"{wording(aims.view.scenario, crossed[0], ours[crossed[0]])} is a red line"
    elif short >= 0.5:
        why = f"its words are worth about {max(1, round(short))} less to us than what we can hope for in them"
    elif beyond:
        why = f"our mandate does not reach {wording(aims.view.scenario, beyond[0], ours[beyond[0]])}"
    else:
        why = "no text that we could sign is left after it"
    how = chance.choice(("I would decline it", "I would not take this one", "I would say no"))
    return f"{how}{f', over {_title(aims, move.word)}' if move.word else ''}, because {why}."


def _amend(aims: Aspiration, move: Amend, chance: Random) -> str:
    word = wording(aims.view.scenario, move.issue, move.option)
    if move.issue in aims.view.agreed:
        worth = f"the text is worth {plain(aims.worth(aims.view.agreed))}, and no text {plain(aims.walk_away)}"
        return f"I would reopen {_title(aims, move.issue)} for {word}, because {worth}."
    how = chance.choice(("I would give them", "I would simply take"))
    return f"{how} {word} in {_title(aims, move.issue)}, because I see nothing more that they would give for it."


def _consult(aims: Aspiration, move: Consult, chance: Random) -> str:
    view, plan = aims.view, aims.plan
    wanted = [(i, plan.text[i]) for i in move.issues if plan and not aims.within(i, plan.text[i])]
    words = listed([wording(view.scenario, issue, option) for issue, option in wanted])
    why = f"I should like to have {words} to offer" if words else "its answer will be wanted later"
    hours = hours_words(view.scenario.clock.answer)
    how = chance.choice(("I would ask", "I would send a cable to"))
    titles = listed([_title(aims, issue) for issue in move.issues])
    return f"{how} {view.scenario[view.who].capital} about {titles} now, because {why}, and the answer takes {hours}."


def _closing(aims: Aspiration, move: Move) -> str:
    """What is done with a clean text, and with a hopeless one."""
    if not isinstance(move, Sign | Circulate | Leave):
        return ""
    if isinstance(move, Leave) and aims.view.hours_left < hours_to_sign(aims.view):
        return "I would go home, because there is no hour left in which a text could be initialled."
    worth = f"it is worth {plain(aims.worth(aims.view.agreed))} to you, and no text {plain(aims.walk_away)}"
    if isinstance(move, Leave):
        return f"I would go home, because {worth}, and there is no time to mend it."
    if isinstance(move, Circulate):
        return f"I would circulate it now, because your allies must consent before you initial; {worth}."
    return f"I would initial it, because {worth}."


def _outside(aims: Aspiration, move: Move) -> str:
    """What is not done at the table."""
    view = aims.view
    match move:
        case Hold():
            side = view.scenario.side_text(move.side_text)
            promise = _points(promise_of(aims, side)) if side else "nothing"
            what = side.title if side else "it"
            return f"I would hold up {what}, because I expect about {promise} of it, hours and goodwill counted."
        case Respond():
            return _respond(aims, move)
        case Announce():
            word = wording(view.scenario, move.issue, move.option)
            return f"I would tell the press that we stand for {word}, because we mean to keep it, and they will see it."
        case Sound():
            ally = view.scenario.audience(move.audience).short
            mood = view.standings[move.audience].mood
            return f"I would ask {ally} first, because it looks {mood}, and we should know before the text goes round."
        case Interpret(reading=None):
            return "I would say nothing at the close, because no reading of ours is worth the noise."
        case Interpret():
            reading = next(each for each in view.seat.readings if each.id == move.reading)
            return f"I would read it our way, because that brings {reading.gain:+d} at home: “{reading.says}”"
    return ""


def _respond(aims: Aspiration, move: Respond) -> str:
    side = aims.view.scenario.side_text(aims.view.held.side_text) if aims.view.held else None
    how = {"give": "give them the word", "swap": "swap the word", "sit": "sit it out"}
    if side is None:
        return ""
    worth = answers(aims, side)
    others = listed([f"to {how[answer]} {_points(worth[answer])}" for answer in worth if answer != move.how])
    return f"I would {how[move.how]}, because I make that {_points(worth[move.how])}, all told; {others}."


def _points(points: float) -> str:
    return f"{points:+.1f}".replace("-", "−")


def _wait(aims: Aspiration, chance: Random) -> str:
    own = [package for package in aims.view.packages if package.by == aims.view.who]
    why = "our package is with them" if own else "there is nothing that I would move now"
    return chance.choice(
        (f"I would say a few words and wait, because {why}.", f"I would let them speak, because {why}.")
    )


def _title(aims: Aspiration, issue: IssueId) -> str:
    return f"“{aims.view.scenario.text[issue].title}”"
