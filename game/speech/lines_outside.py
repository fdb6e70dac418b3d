"""What the computer says where it speaks for an audience: for each occasion, lines that name a word and lines that do
not. A newspaper's are headlines.

`{word}` is the wording that is at stake, `{me}` the audience, `{them}` the delegation that answers to it. Nothing is
claimed that its own view does not show, and no number is named.
"""

from __future__ import annotations

from collections.abc import Mapping

OUTSIDE: Mapping[str, tuple[str, ...]] = {
    "break-silence": (
        "Not {word}. With that in it we cannot be silent.",
        "We have read it to the end, and stopped at {word}.",
        "We were asked to say nothing. We must say this: not {word}.",
        "Take out {word}, and you will not hear from us.",
        "There is one word in it that nobody here would sign: {word}.",
        "We should have liked to sleep. {word} has kept us awake.",
    ),
    "agree": (
        "As it stands, we could live with it.",
        "You would not hear from us.",
        "Yes. Do not make it worse.",
        "We have nothing against it today.",
    ),
    "doubt": (
        "It is close. What troubles us is {word}.",
        "Not quite, and you will know why: {word}.",
        "With another word than {word} we could look the other way.",
        "We are not easy about it.",
    ),
    "object": (
        "No. Not with {word} in it.",
        "If you send us that, we shall speak, and it will be about {word}.",
        "You cannot ask us to be silent on {word}.",
        "No. That is not a text for us.",
    ),
    "ratify": (
        "The ayes have it.",
        "It is carried, and nobody sang.",
        "We take it. History may read it more closely.",
        "There are votes enough, and one to spare.",
    ),
    "send-back": (
        "The noes have it, for {word}.",
        "It comes back to you over {word}.",
        "There is no majority for {word}, and there will be none.",
        "No. This house was not asked, and it shows.",
    ),
    "praise": (
        "{them}: A TEXT TO BE SEEN WITH",
        "GOOD NEWS, IF IT LASTS",
        "THE WORD IS {word}",
        "NO SURRENDER IN THE SMALL PRINT",
        "FOR ONCE, WORDS WORTH READING",
    ),
    "blame": (
        "WHO LET IN {word}?",
        "{word}: WHAT WAS IT SOLD FOR?",
        "A BAD PAPER GETS WORSE",
        "{them} GIVES, AND CALLS IT A TEXT",
        "READ IT AND WEEP",
    ),
}
"""By occasion."""
