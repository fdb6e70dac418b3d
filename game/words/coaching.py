"""What is said to whoever plays for the first time: one sentence an idea, when it is first of use."""

from __future__ import annotations

from collections.abc import Mapping

from game.seat import Idea
from game.words.language import phrase

FIRST_TALKS, FIRST_SEAT = "istanbul-communique-1994", "RUS"
"""The talks for a first game, and the seat in which one learns it."""

COACHED: Mapping[Idea, str] = {
    "brief": phrase(
        "All this is for you alone: what each word is worth to you, and below it the walk-away, under which no text "
        "is better than none."
    ),
    "bracket": phrase(
        "What stands in brackets is not agreed, your words and theirs, each with its mark: you are here to close them."
    ),
    "wording": phrase(
        "Press a wording: your own asks them to come to it, theirs is what you give, one between moves both, each at"
        " its worth to you."
    ),
    "give-too": phrase("That only asks: press a wording, too, that costs you little and that they may want for it."),
    "ask-too": phrase("That only gives: press a wording of yours, too, that you want for it."),
    "sum": phrase(
        "Here is what you would end with at worst and at best if they say yes, and the yellow words on the page are "
        "what would change."
    ),
    "table": phrase(
        "Now table it: they accept, decline over a word, or answer with a package of their own, and you learn from "
        "each."
    ),
    "reply": phrase(
        "Read their answer: over which word it is no, or what they want instead, and whether you are near or far off."
    ),
    "their-package": phrase(
        "Their package waits for you: accept it, decline it over the word that hurts, or counter, which begins with "
        "theirs."
    ),
    "clock": phrase("Every move takes hours, and hours cost you points however the talks end."),
    "audience": phrase("These are not at the table and judge all the same: press one to see what would please it."),
    "cable": phrase(
        "A lock is beyond your mandate: press it, and a cable asks your capital for it while the talks go on."
    ),
    "hold": phrase(
        "Once, now, you may hold up another text over a minor word: the hours weigh on both of you, and goodwill goes."
    ),
    "held": phrase("They hold up another text over a minor word: give it, swap it or sit it out, each at its price."),
    "consent": phrase(
        "The text is clean, but you speak for others: circulate it first, and whoever says nothing has consented."
    ),
    "sign": phrase(
        "No bracket is left: initial it if it is worth more to you than your walk-away, or reopen a word and pay for "
        "it."
    ),
    "closing": phrase(
        "Before it is signed you may read one doubtful phrase your own way: at home they like it, and the others hear"
        " it too."
    ),
    "aftermath": phrase(
        "Here stands, topic by topic, what each word was worth to you and to them, and what came of it in later years."
    ),
}
WAITS: frozenset[Idea] = frozenset(
    {"wording", "give-too", "ask-too", "table", "their-package", "held", "sign", "consent"}
)
"""Ideas of something that waits for the player."""
