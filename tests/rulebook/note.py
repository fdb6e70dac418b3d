"""The note on the lake: the small text on which every case of the rulebook is played."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.topics.delegations import Shape
from game.text import Clause, DelegationId, Exclusion, Issue, IssueId, Option, OptionId, Text, parse_template

NAMES = ("Aria", "Boro", "Celo", "Dorn", "Elm", "Fara")
SHAPES: tuple[Shape, ...] = ("square", "round", "diamond", "triangle", "hexagon", "pentagon")
A, B, C, D, E, F = (DelegationId(name[0]) for name in NAMES)
VERB, WHEN, COUNCIL, GUESTS, FISH = map(IssueId, ("verb", "when", "council", "guests", "fish"))


def _issue(name: str, title: str, words: Mapping[str, str], *, side: bool = False, spine: bool = False) -> Issue:
    """An issue whose strongest wording binds 3, the next 2 and so on; silence binds nobody."""
    options = tuple(
        Option(OptionId(id), said or f"no {name}", said, binds=3 - place if said else 0)
        for place, (id, said) in enumerate(words.items())
    )
    return Issue(IssueId(name), title, options, side, spine)


ISSUES = (
    _issue("verb", "The verb", {"shall": "shall", "will": "will", "may": "may"}),
    _issue("when", "The notice", {"month": "a month ahead", "time": "in good time", "silence": ""}),
    _issue(
        "council",
        "The council",
        {"decides": "decides on works", "advises": "advises on works", "hears": "hears of works", "none": ""},
        spine=True,
    ),
    _issue("guests", "The guests", {"vote": "have a vote", "listen": "may listen", "none": ""}),
    _issue("fish", "The fish", {"more": "more fish", "same": "fish as before"}, side=True),
)
APART = Exclusion(
    {COUNCIL: frozenset({OptionId("decides")}), VERB: frozenset({OptionId("may")})},
    "A council cannot decide on what nobody has to do.",
)
TEXT = Text(
    heading=parse_template("NOTE ON THE LAKE"),
    clauses=(
        Clause("notice", "Notice", parse_template("They {verb} give notice of works<, {when}>.")),
        Clause("council", "The council", parse_template("<A council {council}.>")),
        Clause("guests", "Guests", parse_template("<Guests {guests} at its meetings.>")),
    ),
    issues=ISSUES,
    exclusions=(APART,),
)
