"""How to play, in short: what is needed first, then the others, then what words come to; and every key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from game.words.language import phrase

Rows: TypeAlias = Sequence[tuple[str, str]]
"""What is told of, or a key; and what there is to say of it, to be said with `say`."""

HOW: Sequence[tuple[str, Rows]] = (
    (
        phrase("Your turn"),
        (
            (
                phrase("The draft"),
                phrase(
                    "What stands in brackets is open: each wording has its owner’s mark, colour and underline. When"
                    " nobody differs any more the text is clean, and can be signed."
                ),
            ),
            (
                phrase("A package"),
                phrase(
                    "Press a wording in the draft or on the right: we move there, if they move there. It stands in"
                    " the draft in yellow, with what it strikes. Trade words that you need less for words that you"
                    " need more, and table it. With the focus on a word, type the first letters of another."
                ),
            ),
            (
                phrase("Your limits"),
                phrase(
                    "A lock is beyond your mandate: press it to note it for a cable. One cable asks your capital"
                    " about up to four issues, and the talks go on until it answers. An octagon is a red line. Nobody"
                    " else sees your points, your mandate and your cables."
                ),
            ),
            (
                phrase("Hours"),
                phrase(
                    "Every move takes hours, and hours cost points. Below your walk-away you are better off without a"
                    " text."
                ),
            ),
        ),
    ),
    (
        phrase("The others"),
        (
            (
                phrase("A refusal"),
                phrase(
                    "It may say how far off the package is (V): nearly, not for this, not this. That binds nobody;"
                    " never does: to take that word later costs points and goodwill. What was refused twice is not"
                    " had by asking again: offer more with it."
                ),
            ),
            (
                phrase("Goodwill"),
                phrase(
                    "Cold costs hours, warm saves them, and doubtful words are read by it later. Holding up a side"
                    " text, going public without warning and reopening words cost goodwill; kept bargains bring it"
                    " back."
                ),
            ),
            (
                phrase("The corridor"),
                phrase(
                    "There wait those who judge: allies (a ring), parliaments (a gable), newspapers and third states"
                    " (a diamond). Press one to see what it wants. Whoever speaks for allies circulates the clean"
                    " text before the initials: who says nothing consents, who breaks silence bars a wording. A"
                    " parliament with a vote may send the text back once."
                ),
            ),
            (
                phrase("Your adviser"),
                phrase(
                    "It sees your papers and nothing else (G). It lays two or three courses side by side, with what"
                    " speaks for each and what it risks. It makes no move, and has a word with you before one that"
                    " gives something away. The menu silences it."
                ),
            ),
        ),
    ),
    (
        phrase("The words and the end"),
        (
            (
                phrase("The first demand"),
                phrase(
                    "On the issue that matters most the capital moves only when your wording has been tabled and"
                    " refused, or, where your instructions name a price for that, for points."
                ),
            ),
            (
                phrase("Dots"),
                phrase(
                    "How far a wording binds whoever signs it, how precise it is, and how much of the decision it"
                    " shares with others: a judgement of the authors, after Abbott and others. What is known and what"
                    " is made up (K) says more. All talk at the table is invented."
                ),
            ),
            (
                phrase("Vague words"),
                phrase(
                    "When all have initialled, each may read one doubtful phrase its own way; then the text is"
                    " signed, and the years after it put its words to the test. Vague words are easy to sign and may"
                    " be dear to live with."
                ),
            ),
        ),
    ),
)
"""Three topics, that of the turn first."""

KEYS: Sequence[tuple[str, Rows]] = (
    (
        phrase("Keys: words"),
        (
            (phrase("1 to 9"), phrase("a wording")),
            (phrase("J  K"), phrase("next, previous issue")),
            (phrase("B"), phrase("next bracket")),
            (phrase("I"), phrase("words or sources")),
            (phrase("Del"), phrase("empty the tray")),
            (phrase("0"), phrase("all packages")),
            (phrase("R"), phrase("the whole record")),
            (phrase("Y"), phrase("why? every number")),
            (phrase("G"), phrase("your adviser")),
            (phrase("F1"), phrase("what is pointed at")),
        ),
    ),
    (
        phrase("Keys: moves"),
        (
            (phrase("Enter"), phrase("the gold button")),
            (phrase("T  N"), phrase("table it; as a non-paper")),
            (phrase("M"), phrase("move alone")),
            (phrase("A  D  O"), phrase("accept, decline, counter")),
            (phrase("V"), phrase("how far")),
            (phrase("L"), phrase("close the rest")),
            (phrase("W"), phrase("withdraw a package")),
            (phrase("C"), phrase("ask the capital")),
            (phrase("P"), phrase("go public")),
            (phrase("H"), phrase("hold up a text")),
            (phrase("Q  U"), phrase("sound an ally; circulate")),
            (phrase("F"), phrase("take the floor: say")),
            (phrase("S"), phrase("sign")),
            (phrase("E"), phrase("every move, and its hours")),
            (phrase("Ctrl Z"), phrase("take my last move back")),
        ),
    ),
    (
        phrase("Keys: the window"),
        (
            (phrase("Tab, arrows"), phrase("move the focus")),
            (phrase("F6"), phrase("the next panel")),
            (phrase("Space"), phrase("press what has the focus")),
            (phrase("Ctrl + −"), phrase("size of type")),
            (phrase("F11"), phrase("full screen")),
            (phrase("Esc"), phrase("menu; close a sheet")),
        ),
    ),
)
"""What each key does, in three tables."""
