"""What a computer delegation says with its moves: sentences that name the words at stake, and vary."""

from __future__ import annotations

from random import Random
from typing import Literal

from game.talks import View, opening_capital

Mood = Literal[
    "open",
    "bridge",
    "trade",
    "counter",
    "accept",
    "refuse",
    "never",
    "ask",
    "yield",
    "close",
    "wait",
    "sign",
    "warm",
    "cool",
]

_LINES: dict[Mood, tuple[str, ...]] = {
    "open": (
        "We begin where {me_name} begins: {word}.",
        "Let the record show our wording first: {word}.",
        "There is no mystery in what we ask. It is {word}.",
        "We put {word} on the table, and we put it there in earnest.",
    ),
    "bridge": (
        "Let us meet at {word}.",
        "Neither side came for {word}. Both could leave with it.",
        "There is a wording between yours and ours: {word}.",
        "We have looked for a bridge, and it reads {word}.",
        "What would you say to {word}?",
    ),
    "trade": (
        "{give} from us, {get} from you: we think that is a fair exchange.",
        "We can find our way to {give}, if you can find yours to {get}.",
        "Take {give} as read, and help us with {get}.",
        "You need {give} more than we do. We need {get} more than you do.",
        "A text is made of such pairs: {give}, and {get}.",
        "We offer {give}. It is not offered for nothing: {get}.",
        "Our minister could defend {give}, if he came home with {get}.",
    ),
    "counter": (
        "Not quite. We would rather have {get}, and you would have {give}.",
        "Let us turn that round: {give} for you, {get} for us.",
        "Your package is near, but one word too far. Consider {get} instead.",
        "We have read it twice. With {get} in it we could read it a third time.",
        "A different balance: {give} on our side, {get} on yours.",
    ),
    "accept": (
        "Agreed, ad referendum.",
        "We can take that as it stands.",
        "That is balanced. We accept it.",
        "So be it. Let the brackets fall.",
        "We would have wished for more, and we accept.",
        "Good. Let us not touch it again.",
    ),
    "refuse": (
        "The difficulty is {word}.",
        "With {word} in it we could not defend this at home.",
        "Everything but {word}; and that is not a small thing.",
        "We cannot go as far as {word}.",
        "We understand why you want {word}. You will understand why we decline.",
        "Not {word}, not today.",
    ),
    "never": (
        "{word} is not ours to give. Not in this text, and not in another.",
        "On {word} the answer is no, and it will be no tomorrow.",
        "Let us save an evening: {word}, never.",
    ),
    "ask": (
        "We shall have to ask {capital}.",
        "That is beyond our instructions. A cable goes out tonight.",
        "{capital_first} will want to hear of this first.",
    ),
    "yield": (
        "In the interest of a text, we take {word}.",
        "You have argued {word} well. We take it.",
        "We will not hold up the paper over {word}.",
        "Let it read {word}. We trust that it is noted.",
    ),
    "close": (
        "What is left can be closed in one stroke. Here it is.",
        "The clock is older than the rest of our differences. We propose to close.",
        "One package, and the text is clean.",
    ),
    "wait": (
        "We are waiting for our instructions, and we do not wait idly.",
        "Let us hear you on the rest.",
        "Our position is known. We should like to hear more of yours.",
        "We are listening.",
        "We need a little time on this, and so, we think, do you.",
    ),
    "sign": (
        "We put our initials to it.",
        "It is not the text that we came for. It is a text that we can keep.",
        "Our initials, with thanks to the interpreters.",
    ),
    "warm": (
        "Speaking for nobody: one could live with that.",
        "If that were tabled, we should not be the ones to stop it.",
    ),
    "cool": (
        "Between ourselves, the trouble would be {word}.",
        "Not with {word}. You did not hear it from us.",
    ),
}


def remark(view: View, chance: Random, mood: Mood, *, word: str = "", give: str = "", get: str = "") -> str:
    """A sentence that fits, and that this delegation has not said yet if there is one left."""
    me = view.me
    if me is None:
        raise LookupError("a delegation speaks from its own seat")
    capital = me.capital
    lines = [
        line.format(
            word=word,
            give=give,
            get=get,
            capital=capital,
            me_name=me.short,
            capital_first=opening_capital(capital),
        )
        for line in _LINES[mood]
    ]
    lines = [opening_capital(line) for line in lines]
    said = {event.remark for event in view.record if event.by == view.who}
    fresh = [line for line in lines if line not in said]
    return chance.choice(fresh or lines)
