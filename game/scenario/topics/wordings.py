"""Issues and their wordings, and which of them cannot stand together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from game.scenario.mistakes import printable
from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, Choices, Cited, Degree, Flag, Id, IssueName, Label, Line, OptionName, Words
from game.scenario.signs import as_seen
from game.text import Exclusion, Issue, IssueId, Option, OptionId, Source

_SIGNS = re.compile(r"[\[\]|{}<>\n]")
_WORD = re.compile(r"[^\s.,;:()]+|[.,;:()]")


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionModel(AsWritten):
    """One wording for an issue, strongest first."""

    id: OptionName
    name: Annotated[Line, Field(description="What the wording is called on a button: a few words.")]
    words: Annotated[Words, Field(max_length=600, description="The words printed in the text; empty is silence.")]
    parts: Annotated[
        dict[Id, Annotated[Words, Field(max_length=600)]],
        Field(description="Words that this option puts elsewhere in the text, for slots {issue.part}."),
    ] = field(default_factory=dict)
    binds: Annotated[Degree, Field(description="Obligation, 0 to 3 (Abbott and others, 2000).")]
    precise: Annotated[Degree, Field(description="Precision, 0 to 3 (Abbott and others, 2000).")]
    shares: Annotated[Degree, Field(description="Delegation of decision, 0 to 3 (Abbott and others, 2000).")]
    label: Annotated[Label, Field(description="FACT: these words are in a source. MODEL: modelling.")]
    cite: Annotated[Cited, Field(description="Ids from `sources`.")] = ()
    on_record: Annotated[
        Words,
        Field(max_length=600, description="With FACT: what the source has, where that is not quite these words."),
    ] = ""
    note: Annotated[Words, Field(max_length=600, description="Who wanted these words, or where they come from.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueModel(AsWritten):
    """One negotiable phrase."""

    id: IssueName
    title: Line
    side: Annotated[Flag, Field(description="A side issue is not printed in the text: linkage to another track.")] = (
        False
    )
    spine: Annotated[Flag, Field(description="On the spine the capital widens only what was tabled and refused.")] = (
        False
    )
    options: Annotated[
        list[OptionModel], Field(min_length=2, max_length=12, description="The wordings, strongest first.")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionModel(AsWritten):
    """If a text has these options, then it has one of those."""

    if_: Annotated[
        Choices,
        Field(
            alias="if",
            min_length=1,
            max_length=4,
            description="Where a text has one of these options in each of these issues ...",
        ),
    ]
    then: Annotated[
        Choices, Field(min_length=1, max_length=40, description="... it has one of those in each of those issues.")
    ]
    because: Line


def issue_of(model: IssueModel) -> Issue:
    """An issue with its options."""
    return Issue(
        id=model.id,
        title=model.title,
        side=model.side,
        spine=model.spine,
        options=tuple(
            Option(
                id=option.id,
                name=option.name,
                words=option.words,
                parts=option.parts,
                binds=option.binds,
                precise=option.precise,
                shares=option.shares,
                source=Source(option.label, option.cite, option.note),
                on_record=option.on_record,
            )
            for option in model.options
        ),
    )


def exclusions_of(rules: Iterable[ExclusionModel], issues: Iterable[Issue]) -> tuple[Exclusion, ...]:
    """`if` these `then` one of those, as options that cannot stand together: one exclusion for each `then`."""
    options = {issue.id: issue.ids for issue in issues}
    found = []
    for rule in rules:
        for issue, allowed in rule.then.items():
            if shut := options[issue] - allowed:
                found.append(Exclusion({**rule.if_, issue: shut}, rule.because))
    return tuple(found)


def check_issues(issues: Sequence[IssueModel], names: Names) -> None:
    """Mark ids that stand twice, a second spine, and wordings that could not be read back out of a text."""
    names.twins("issue", ("issues",), [issue.id for issue in issues])
    spine: IssueId | None = None
    for n, issue in enumerate(issues):
        names.twins("option", ("issues", n, "options"), [option.id for option in issue.options])
        if issue.spine and spine:
            names.proof.mark(("issues", n, "spine"), f"only one issue can be the spine, and '{spine}' is")
        elif issue.spine:
            spine = issue.id
        _options(("issues", n, "options"), issue, names)


def _options(path: Path, issue: IssueModel, names: Names) -> None:
    said: dict[tuple[str, ...], OptionId] = {}
    for m, option in enumerate(issue.options):
        at: Path = (*path, m)
        names.sourced(at, Source(option.label, option.cite))
        if option.on_record and (option.label == "MODEL" or not option.words):
            what = "silence" if option.label == "FACT" else "a wording that is MODEL"
            names.proof.mark_key((*at, "on_record"), f"{what} has no words that are on record")
        _signs((*at, "words"), option.words, names)
        for part, words in option.parts.items():
            _signs((*at, "parts", part), words, names)
        if option.words.isspace():
            continue
        twin = said.setdefault(_heard(option), option.id)
        if twin == option.id:
            continue
        if _heard(option):
            same = f"'{printable(twin)}' has the same words: a bracket could not tell them apart"
            names.proof.mark((*at, "words"), same)
        elif not issue.side:
            names.proof.mark((*at, "words"), f"'{printable(twin)}' is silent too: an issue has one silent option")


def _heard(option: OptionModel) -> tuple[str, ...]:
    """The words as the bracketed notation compares them, and as they look: without capitals, without commas at the ends
    and without what nobody sees."""
    return tuple(_WORD.findall(as_seen(option.words).casefold().strip(", ")))


def _signs(path: Path, words: str, names: Names) -> None:
    if found := _SIGNS.search(words):
        sign = "a line break" if found[0] == "\n" else f"the sign '{found[0]}'"
        names.proof.mark(path, f"the words of an option cannot hold {sign}")
    elif words and not words.strip():
        names.proof.mark(path, "these words are only blanks; silence is written ''")


def check_exclusions(exclusions: Sequence[ExclusionModel], names: Names) -> None:
    """Mark exclusions of what is not there, and those that speak of an issue twice."""
    for n, exclusion in enumerate(exclusions):
        names.choices(("exclusions", n, "if"), exclusion.if_)
        names.choices(("exclusions", n, "then"), exclusion.then)
        for issue in exclusion.then:
            if issue in exclusion.if_ and issue in names.options:
                names.proof.mark_key(
                    ("exclusions", n, "then", issue), f"issue '{issue}' stands in both 'if' and 'then'"
                )
