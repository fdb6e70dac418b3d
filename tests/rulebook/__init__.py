"""The rulebook: numbered cases, after the manner of the Diplomacy Adjudicator Test Cases.

Each test opens with its number and the rule in prose. Positions are written in bracketed notation, moves as a record
writes them. All cases are played on one small note that is built here, so that no scenario file can change a rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from textwrap import dedent
from typing import TypeVar

from game.scenario import Brief, Calendar, Clock, Delay, Delegation, Instructions, Pair, Scenario, Session
from game.scenario.scenario import Shape
from game.talks import Move, Refusal, Talks, open_talks, play, read_move, verdict
from game.talks.events import Event
from game.text import (
    Clause,
    DelegationId,
    Exclusion,
    Issue,
    IssueId,
    Option,
    OptionId,
    Text,
    parse_template,
    read,
    write,
)

Kind = TypeVar("Kind", bound=Event)

NAMES = ("Aria", "Boro", "Celo", "Dorn", "Elm", "Fara")
SHAPES: tuple[Shape, ...] = ("square", "round", "diamond", "triangle", "hexagon", "pentagon")
A, B, C, D, E, F = (DelegationId(name[0]) for name in NAMES)
VERB, WHEN, COUNCIL, GUESTS, FISH = map(IssueId, ("verb", "when", "council", "guests", "fish"))


def _issue(name: str, title: str, words: Mapping[str, str], *, side: bool = False, spine: bool = False) -> Issue:
    options = tuple(Option(OptionId(id), said or f"no {name}", said) for id, said in words.items())
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
DELAY, CLOCK = Delay(1, 4), Clock()


def steps(**issues: str) -> dict[IssueId, tuple[frozenset[OptionId], ...]]:
    """A mandate: `council="none | hears, advises"` has two steps."""
    return {
        IssueId(issue): tuple(
            frozenset(OptionId(word.strip()) for word in step.split(",")) for step in ladder.split("|")
        )
        for issue, ladder in issues.items()
    }


def sheet(
    *,
    walk_away: int = 10,
    delay: Delay = DELAY,
    mandate: Mapping[IssueId, tuple[frozenset[OptionId], ...]] | None = None,
    red_lines: str = "",
    pairs: tuple[Pair, ...] = (),
) -> Instructions:
    """Instructions: the options of an issue are worth 10, 20, 30 points and so on, the strongest least."""
    barred = [word.partition("=") for word in red_lines.split()]
    return Instructions(
        points={issue.id: {o.id: 10 * place for place, o in enumerate(issue.options, 1)} for issue in ISSUES},
        reservation_value=walk_away,
        delay=delay,
        brief=Brief("the capital", "the delegation", date(1994, 6, 1), ("Do well.",)),
        pairs=pairs,
        red_lines={IssueId(issue): frozenset({OptionId(option)}) for issue, _, option in barred},
        mandate=mandate or {},
    )


def lake(
    notation: str,
    *,
    parties: int = 2,
    hours: float = 24.0,
    clock: Clock = CLOCK,
    sheets: Mapping[DelegationId, Instructions] | None = None,
    exclusions: tuple[Exclusion, ...] = (APART,),
) -> Talks:
    """Talks about the note on the lake that open with this draft."""
    text = Text(TEXT.heading, TEXT.clauses, TEXT.issues, exclusions)
    ids = tuple(DelegationId(name[0]) for name in NAMES[:parties])
    opening = read(text, ids, dedent(notation))
    delegations = tuple(
        Delegation(
            who, f"The Town of {name}", name, "A town.", f"the town hall of {name}", name[0], shape, opening[who]
        )
        for who, name, shape in zip(ids, NAMES, SHAPES, strict=False)
    )
    half = Session(date(1994, 6, 1), "The boat house", time(9), hours / 2, "First half")
    other = Session(date(1994, 6, 2), "The boat house", time(9), hours / 2, "Second half")
    return open_talks(
        Scenario(
            id="lake",
            title="The lake",
            summary="",
            background="",
            kind="drill",
            text=text,
            delegations=delegations,
            calendar=Calendar((half, other)),
            clock=clock,
            instructions={who: (sheets or {}).get(who, sheet()) for who in ids},
        ),
        seed=1,
    )


def after(talks: Talks, *moves: str) -> Talks:
    """The talks after these moves, in the notation of a record; each must be allowed."""
    for line in moves:
        played = play(talks, read_move(line))
        assert not isinstance(played, Refusal), f"{line}: {played.reason}"
        talks = played
    return talks


def refused(talks: Talks, move: str | Move) -> str:
    """The sentence with which a move is refused."""
    played = play(talks, read_move(move) if isinstance(move, str) else move)
    assert isinstance(played, Refusal), f"{move} was allowed"
    return played.reason


def draft_of(talks: Talks) -> str:
    """The draft in bracketed notation."""
    return write(talks.scenario.text, talks.positions)


def same(notation: str) -> str:
    """A draft as it was typed in a test, without the margin of the source."""
    return dedent(notation).strip()


def news(talks: Talks, kind: type[Kind]) -> list[Kind]:
    """The events of one kind, oldest first."""
    return [event for event in talks.events if isinstance(event, kind)]


def ending(talks: Talks) -> str:
    """How the talks ended, and why."""
    ended = verdict(talks)
    assert ended is not None, "the talks go on"
    return f"{ended.kind}: {ended.reason}"
