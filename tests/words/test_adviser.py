"""What the player's adviser says, in sentences."""

from __future__ import annotations

import pytest

from game.adviser.advice import Declines, ForPackage, Lead, Reads, Responds, Tables, Takes
from game.adviser.arguments import Argument, Balance, Weighs, WordsWorth
from game.adviser.warnings import CostsMore, FallsShort, ForNothing, LeaveClosed, NoTextLeft, Warning
from game.scenario import Scenario
from game.speech import Wording
from game.text import DelegationId
from game.words.advice import lead
from game.words.advice_arguments import argument
from game.words.advice_warnings import warning
from tests.library import scenario

LAKE: Scenario = scenario("two-words")
VERB, WHEN = LAKE.text.issues[0], LAKE.text.issues[1]
WORD: Wording = (VERB.id, VERB.options[0].id)
OTHER: Wording = (WHEN.id, WHEN.options[0].id)
NAMED, ALSO = f"“{VERB.options[0].name}”", f"“{WHEN.options[0].name}”"
BORO = DelegationId("BORO")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (
            Tables("answer", 1, ForPackage("step-to-plan", 62, True), (WORD,), (), (OTHER,)),
            "I would turn theirs round, because it is a step towards a text worth about 62 to you, with what comes"
            f" later: we give {NAMED}; they give {ALSO}.",
        ),
        (
            Takes("harmless", None),
            "I would let them see that we could live with it, because it stands in the way of nothing that we still"
            " want. A hint binds nobody.",
        ),
        (
            Declines("mandate", 2, VERB.id, WORD),
            f"I would say no, over “{VERB.title}”, because our mandate does not reach {NAMED}.",
        ),
        (
            Responds("sit", {"give": -3.0, "swap": 0.5, "sit": 1.2}),
            "I would sit it out, because I make that +1.2, all told; to give them the word −3.0 and to swap the word"
            " +0.5.",
        ),
        (Reads(4, "We read it so."), "I would read it our way, because that brings +4 at home: “We read it so.”"),
    ],
)
def test_what_it_would_do(value: Lead, words: str) -> None:
    """The move and its reason, with the words at stake and numbers as print sets them."""
    assert lead(LAKE, value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Balance(-3, 0, taken=False), "On your sheet, word by word, you would gain 3 by moving and get nothing."),
        (WordsWorth(-2, 5, 40), "The words would then be worth −2 to 5 to you; your walk-away is 40."),
        (WordsWorth(38, 38, 40), "The words would then be worth 38 to you, 2 below your walk-away."),
        (
            Weighs(VERB.id, BORO, 3, True, False, given=True),
            f"“{VERB.title}” seems to weigh with Boro, for it has refused over it 3 times and named it off the record:"
            " it is worth a price.",
        ),
    ],
)
def test_what_speaks_for_it(value: Argument, words: str) -> None:
    """A sentence for each argument."""
    assert argument(LAKE, value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (NoTextLeft("word", WORD), f"With {NAMED} no text that is left could reach your walk-away."),
        (ForNothing(WORD, OTHER), f"You would give {NAMED} for nothing. I would ask {ALSO} for it, in one package."),
        (LeaveClosed(0), "I would leave it closed: to reopen it brings you nothing on your sheet, even if they agree."),
        (
            FallsShort(7, 9, -4, tabled=True),
            "If they took it, you would give 9 on your sheet and get −4: about 7 less than I would hope for in these"
            " words.",
        ),
        (
            CostsMore(-0.44),
            "I expect about −0.4 points of it: hours and goodwill are likely to cost more than the word brings.",
        ),
    ],
)
def test_what_it_warns_of(value: Warning, words: str) -> None:
    """A sentence for each warning."""
    assert warning(LAKE, value) == words
