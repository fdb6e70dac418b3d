"""Every refusal in words: the one place where its sentence stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from game.talks import Refused, Talks, Why
from game.words.refusals import refusal
from tests.rulebook import lake
from tests.rulebook.test_8_refusals import CASES, OPENING, Case
from tests.rulebook.test_17_chair import OF_CHAIRS
from tests.rulebook.test_18_persons import OF_PERSONS

SENTENCES: Mapping[str, str] = {
    "8.1": "The talks are over.",
    "8.2": "There is no delegation 'X' at this table.",
    "8.3": "Aria has the floor.",
    "8.4": "A remark has at most 400 characters.",
    "8.5": "There is a sign in this remark that cannot be written down.",
    "8.6": "To take the floor is to say something.",
    "8.7": "There is no move 'Dance'.",
    "8.8": "A package needs at least one wording.",
    "8.9": "There is no delegation 'X' at this table.",
    "8.10": "There is no issue 'nowhere' in this text.",
    "8.11": "There is no wording 'silence' in “The verb”.",
    "8.12": "A package asks each delegation for one wording in an issue, not for two.",
    "8.13": "Boro already stands there in “The fish”.",
    "8.14": "A package asks for something in return; to move alone, amend your position.",
    "8.15": "A package touches at most 1 issues; this one touches 2.",
    "8.16": "Your instructions forbid “no council”.",
    "8.17": "“will” is beyond your mandate: ask the town hall of Aria first.",
    "8.18": "A council cannot decide on what nobody has to do.",
    "8.19": "With these words agreed, no whole text could be written any more.",
    "8.20": "There is no package 2 on the table.",
    "8.21": "That package is your own.",
    "8.22": "Package 1 does not wait for your answer.",
    "8.23": "The word that you refuse is not in that package.",
    "8.24": "A refusal for ever names the word.",
    "8.25": "You have no package 1 on the table.",
    "8.26": "You already stand there.",
    "8.27": "There is no issue 'nowhere' in this text.",
    "8.28": "The text is not clean: The verb, The notice, The council and others in brackets.",
    "8.29": "Your initials are under the text already.",
    "8.30": "A council cannot decide on what nobody has to do.",
    "8.31": "A cable asks about one issue or more, each once.",
    "8.32": "A cable asks about one issue or more, each once.",
    "8.33": "One cable asks about at most 4 issues.",
    "8.34": "There is no issue 'nowhere' in this text.",
    "8.35": "Your mandate in “The fish” has no further step.",
    "8.36": "Your cable to the town hall of Aria about “The notice” has not been answered yet.",
    "8.37": "Before you ask the town hall of Aria about “The council”, “decides on works” must have been tabled in a"
    " package and refused.",
    "8.38": "Before you ask the town hall of Aria about “The notice”, a package of yours must have been refused,"
    " or an offer must ask for it.",
    "8.39": "The text is initialled and frozen: what is left are closing statements.",
    "8.40": "Aria holds up the notice of the fair: give the word, swap it, or sit it out.",
    "8.41": "“decides on works” is barred: those who must take the text have refused it.",
    "8.42": "A wording of this text is barred: those who must take it have refused it.",
    "8.43": "Your allies have not consented to this text: circulate it first.",
    "8.44": "There is no side text 'parade' in these talks.",
    "8.45": "It is not for you to hold up the notice of the fair.",
    "8.46": "The notice of the fair is out of the way: it was held up once.",
    "8.47": "The notice of the market belongs to another stretch of the talks: After the fair.",
    "8.48": "You have held something up in this stretch of the talks already, and once is all that it bears.",
    "8.49": "Nothing is held up that you could give way on.",
    "8.50": "It is you who holds it up: the others answer.",
    "8.51": "A hold-up is answered by giving, swapping or sitting it out, not by 'shrug'.",
    "8.52": "There is no issue 'nowhere' in this text.",
    "8.53": "There is no wording 'silence' in “The verb”.",
    "8.54": "“The guests” is agreed: there is nothing to announce.",
    "8.55": "You have told the newspapers so already.",
    "8.56": "You announce what you stand for; in “The verb” you stand elsewhere.",
    "8.57": "You speak for nobody but yourselves: there is no one to circulate the text to.",
    "8.58": "Only a clean text is circulated; sound an ally instead.",
    "8.59": "A council cannot decide on what nobody has to do.",
    "8.60": "Your allies have consented to this text already.",
    "8.61": "There is no audience 'KING' in these talks.",
    "8.62": "The Duke of the lake is not yours to sound.",
    "8.63": "The Gazette of the lake is not asked for its consent: its mood is all that you can read.",
    "8.64": "The Duke of the lake has answered you on these words already, and would say the same again.",
    "8.65": "Closing statements are made when the text is initialled and frozen.",
    "8.66": "You have made your closing statement.",
    "8.67": "There is no reading 'hope' of this text for you to make.",
    "8.68": "This is no move that could be written down: see its “remark”.",
    "8.69": "A refusal for ever does not say how far off the package is.",
}
"""By the number of the case in the rulebook."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.number)
def test_a_refusal_is_a_sentence(case: Case) -> None:
    """A refusal is said in a sentence to whoever made the move."""
    assert refusal(case.talks().scenario, case.refused) == SENTENCES[case.number]


@pytest.mark.parametrize(("talks", "move", "why"), [*OF_CHAIRS, *OF_PERSONS])
def test_what_is_refused_outside(talks: Callable[[], Talks], move: object, why: Refused) -> None:
    """A refusal of the chair, or of whoever speaks for an audience, is one sentence, without an id of the code's."""
    told = refusal(talks().scenario, why)
    assert re.fullmatch(r"[A-Z“].*[^.]\.", told), (move, told)
    assert "{" not in told
    assert why.kind.value not in told or "-" not in why.kind.value


AT_THE_TABLE: tuple[tuple[Refused, str], ...] = (
    (Refused(kind=Why.MOVED_ON), "The talks have moved on since then: look again."),
    (Refused(kind=Why.ANOTHERS_NAME), "Nobody moves in another delegation's name."),
    (Refused(kind=Why.NO_TABLE), "There is no table."),
)


@pytest.mark.parametrize(("refused", "sentence"), AT_THE_TABLE)
def test_what_the_table_says_itself(refused: Refused, sentence: str) -> None:
    """What the table refuses before the rules are asked is said in a sentence as well."""
    assert refusal(lake(OPENING).scenario, refused) == sentence


def test_every_refusal_is_among_them() -> None:
    """No kind is forgotten here."""
    assert set(SENTENCES) == {case.number for case in CASES}
    outside = {why.kind for _, _, why in (*OF_CHAIRS, *OF_PERSONS)}
    assert {case.refused.kind for case in CASES} | {why.kind for why, _ in AT_THE_TABLE} | outside == set(Why)
