"""What an adviser says for each move that it would make: “I would …, because …”."""

from __future__ import annotations

from random import Random

from game.delegations.computer import hours_to_sign
from game.delegations.grounds import balance, offered, plain
from game.delegations.mind import Mind
from game.delegations.outside import answers, promise_of
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


def lead(mind: Mind, move: Move, chance: Random) -> str:
    """The move in words, with the reason that matters most. What is said varies; what it means does not."""
    match move:
        case Propose():
            return _propose(mind, move, chance)
        case Accept():
            return _accept(mind, move, chance)
        case Decline():
            return _decline(mind, move, chance)
        case Withdraw():
            lost = -sum(mind.gain(_package(mind, move.package)).values())
            return f"I would take our package back, because by now it would lose us {lost:.0f} on what we can hope for."
        case Amend():
            return _amend(mind, move, chance)
        case Consult():
            return _consult(mind, move, chance)
        case _:
            return _closing(mind, move) or _outside(mind, move) or _wait(mind, chance)


def deal(mind: Mind, move: Propose) -> str:
    """A package in words: what we give, what they give, and where all meet."""
    own = [shift.issue for shift in move.shifts if shift.delegation == move.by]
    asked = list(dict.fromkeys(shift.issue for shift in move.shifts if shift.delegation != move.by))
    words = {shift.issue: wording(mind.view.scenario, shift.issue, shift.option) for shift in move.shifts}
    parts = [
        ("we give", [words[issue] for issue in own if issue not in asked]),
        ("all meet at", [words[issue] for issue in own if issue in asked]),
        ("they give", [words[issue] for issue in asked if issue not in own]),
    ]
    return "; ".join(f"{how} {listed(named)}" for how, named in parts if named)


def _propose(mind: Mind, move: Propose, chance: Random) -> str:
    whole = len(move.issues) == len(mind.view.brackets) > 1
    if move.off_record:
        how = chance.choice(("I would try this off the record first", "I would let them see this, with no name on it"))
        return f"{how}, because a non-paper binds nobody: {deal(mind, move)}."
    if any(mind.view.waiting):
        how = chance.choice(("I would answer with a package of ours", "I would turn theirs round"))
    elif whole:
        how = chance.choice(("I would close the text in one stroke", "I would put all that is left into one package"))
    else:
        how = chance.choice(("I would table this", "I would put this to them", "I would offer them a bargain"))
    return f"{how}, because {chance.choice(_for_it(mind, move, whole=whole))}: {deal(mind, move)}."


def _for_it(mind: Mind, move: Propose, *, whole: bool) -> list[str]:
    """What speaks for a package, each of it true."""
    found = balance(mind.view, move.shifts)
    reasons = []
    if mind.plan is not None:
        later = ", with what comes later" if mind.view.scenario.aftermath else ""
        text = f"a text worth about {plain(mind.plan.mine)} to you{later}"
        reasons.append(f"it would give us {text}" if whole else f"it is a step towards {text}")
    if found.gets > 0 >= found.gives:
        reasons.append("it costs us nothing to ask")
    elif found.gets >= 2 * found.gives > 0:
        reasons.append("it gives little and gets much")
    moved = [s.issue for s in move.shifts if s.delegation != move.by and offered(mind.view, s.delegation, s.issue)]
    if moved:
        reasons.append(f"they have shown that they can move in {_title(mind, moved[0])}")
    return reasons or ["somebody has to move"]


def _package(mind: Mind, number: int) -> Package:
    return next(package for package in mind.view.packages if package.number == number)


def _accept(mind: Mind, move: Accept, chance: Random) -> str:
    package = _package(mind, move.package)
    total = sum(mind.gain(package).values())
    if mind.closes_well(package):
        why = "it closes the text, and to ask for more would cost more hours than it brings"
    elif total >= 0:
        why = "in these words it gives us what we could hope for"
    else:
        why = "it stands in the way of nothing that we still want"
    if package.off_record:
        return f"I would let them see that we could live with it, because {why}. A hint binds nobody."
    how = chance.choice(("I would take it", "I would accept it as it stands", "I would say yes"))
    return f"{how}, because {why}."


def _decline(mind: Mind, move: Decline, chance: Random) -> str:
    package = _package(mind, move.package)
    ours = package.of(move.by)
    crossed = mind.sheet.breaks_red_line(ours)
    short = -sum(mind.gain(package).values())
    beyond = [issue for issue, option in ours.items() if not mind.within(issue, option)]
    if crossed:
        why = f"{wording(mind.view.scenario, crossed[0], ours[crossed[0]])} is a red line"
    elif short >= 0.5:
        why = f"its words are worth about {max(1, round(short))} less to us than what we can hope for in them"
    elif beyond:
        why = f"our mandate does not reach {wording(mind.view.scenario, beyond[0], ours[beyond[0]])}"
    else:
        why = "no text that we could sign is left after it"
    how = chance.choice(("I would decline it", "I would not take this one", "I would say no"))
    return f"{how}{f', over {_title(mind, move.word)}' if move.word else ''}, because {why}."


def _amend(mind: Mind, move: Amend, chance: Random) -> str:
    word = wording(mind.view.scenario, move.issue, move.option)
    if move.issue in mind.view.agreed:
        worth = f"the text is worth {plain(mind.worth(mind.view.agreed))}, and no text {plain(mind.walk_away)}"
        return f"I would reopen {_title(mind, move.issue)} for {word}, because {worth}."
    how = chance.choice(("I would give them", "I would simply take"))
    return f"{how} {word} in {_title(mind, move.issue)}, because I see nothing more that they would give for it."


def _consult(mind: Mind, move: Consult, chance: Random) -> str:
    view, plan = mind.view, mind.plan
    wanted = [(i, plan.text[i]) for i in move.issues if plan and not mind.within(i, plan.text[i])]
    words = listed([wording(view.scenario, issue, option) for issue, option in wanted])
    why = f"I should like to have {words} to offer" if words else "its answer will be wanted later"
    hours = hours_words(view.scenario.clock.answer)
    how = chance.choice(("I would ask", "I would send a cable to"))
    titles = listed([_title(mind, issue) for issue in move.issues])
    return f"{how} {view.scenario[view.who].capital} about {titles} now, because {why}, and the answer takes {hours}."


def _closing(mind: Mind, move: Move) -> str:
    """What is done with a clean text, and with a hopeless one."""
    if not isinstance(move, Sign | Circulate | Leave):
        return ""
    if isinstance(move, Leave) and mind.view.hours_left < hours_to_sign(mind.view):
        return "I would go home, because there is no hour left in which a text could be initialled."
    worth = f"it is worth {plain(mind.worth(mind.view.agreed))} to you, and no text {plain(mind.walk_away)}"
    if isinstance(move, Leave):
        return f"I would go home, because {worth}, and there is no time to mend it."
    if isinstance(move, Circulate):
        return f"I would circulate it now, because your allies must consent before you initial; {worth}."
    return f"I would initial it, because {worth}."


def _outside(mind: Mind, move: Move) -> str:
    """What is not done at the table."""
    view = mind.view
    match move:
        case Hold():
            side = view.scenario.side_text(move.side_text)
            promise = _points(promise_of(mind, side)) if side else "nothing"
            what = side.title if side else "it"
            return f"I would hold up {what}, because I expect about {promise} of it, hours and goodwill counted."
        case Respond():
            return _respond(mind, move)
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


def _respond(mind: Mind, move: Respond) -> str:
    side = mind.view.scenario.side_text(mind.view.held.side_text) if mind.view.held else None
    how = {"give": "give them the word", "swap": "swap the word", "sit": "sit it out"}
    if side is None:
        return ""
    worth = answers(mind, side)
    others = listed([f"to {how[answer]} {_points(worth[answer])}" for answer in worth if answer != move.how])
    return f"I would {how[move.how]}, because I make that {_points(worth[move.how])}, all told; {others}."


def _points(points: float) -> str:
    return f"{points:+.1f}".replace("-", "−")


def _wait(mind: Mind, chance: Random) -> str:
    own = [package for package in mind.view.packages if package.by == mind.view.who]
    why = "our package is with them" if own else "there is nothing that I would move now"
    return chance.choice(
        (f"I would say a few words and wait, because {why}.", f"I would let them speak, because {why}.")
    )


def _title(mind: Mind, issue: IssueId) -> str:
    return f"“{mind.view.scenario.text[issue].title}”"
