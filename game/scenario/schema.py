"""What a scenario file may say: one pydantic model for each mapping in the YAML.

The models check shapes and types; what the words mean together (references, exclusions, calibration) is for
`game.scenario.build`. The JSON Schema for editors is written out from these same models.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

Id = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$", description="A short name: a letter, then letters, digits, - or _."
    ),
]
Line = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^[^\n]*$", description="One line of text.")]
Prose = Annotated[str, Field(min_length=1, max_length=6000)]
Points = Annotated[int, Field(ge=-1000, le=1000, description="Whole points on a secret sheet.")]
Hours = Annotated[float, Field(ge=0, le=500, multiple_of=0.25, description="Hours of talks, in quarters.")]
Degree = Annotated[int, Field(ge=0, le=3)]


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _as_date(value: object) -> date:
    """The reader leaves a date as the text that the author wrote; only here it is known that one is wanted."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            day = date.fromisoformat(value)
            # The last day of the calendar has no next midnight, and a sitting may end there.
            if day < date.max:
                return day
    raise PydanticCustomError("day", "should be a day such as 1994-06-22")


Day = Annotated[date, BeforeValidator(_as_date), Field(description="A day, as 1994-06-22.")]


class Model(BaseModel):
    """A mapping of the file: strict types, no unknown keys."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class SourceModel(Model):
    """An entry of the list of sources at the end of a scenario."""

    title: Line
    where: str = Field(default="", max_length=300, description="An address or a shelf mark, if there is one.")


class OptionModel(Model):
    """One wording for an issue, strongest first."""

    id: Id
    name: Line = Field(description="What the wording is called on a button: a few words.")
    words: str = Field(max_length=600, description="The words printed in the text; empty is silence.")
    parts: dict[Id, Annotated[str, Field(max_length=600)]] = Field(
        default_factory=dict, description="Words that this option puts elsewhere in the text, for slots {issue.part}."
    )
    binds: Degree = Field(description="Obligation, 0 to 3 (Abbott and others, 2000).")
    precise: Degree = Field(description="Precision, 0 to 3 (Abbott and others, 2000).")
    shares: Degree = Field(description="Delegation of decision, 0 to 3 (Abbott and others, 2000).")
    label: Literal["FACT", "MODEL"] = Field(description="FACT: these words are in a source. MODEL: modelling.")
    cite: list[Id] = Field(default_factory=list, max_length=12, description="Ids from `sources`.")
    note: str = Field(default="", max_length=600, description="Who wanted these words, or where they come from.")


class IssueModel(Model):
    """One negotiable phrase."""

    id: Id
    title: Line
    side: bool = Field(default=False, description="A side issue is not printed in the text: linkage to another track.")
    spine: bool = Field(default=False, description="On the spine the capital widens only what was tabled and refused.")
    options: list[OptionModel] = Field(min_length=2, max_length=12)


class ClauseModel(Model):
    """A numbered sentence with slots {issue} and groups <...> that fall silent with the slots in them."""

    id: Id
    title: Line
    words: Prose


class TextModel(Model):
    """What would be signed."""

    heading: Line
    clauses: list[ClauseModel] = Field(min_length=1, max_length=40)


class ExclusionModel(Model):
    """If a text has these options, then it has one of those."""

    if_: dict[Id, list[Id]] = Field(alias="if", min_length=1, max_length=4)
    then: dict[Id, list[Id]] = Field(min_length=1, max_length=40)
    because: Line


class PairModel(Model):
    """Points for options that stand together in one text."""

    options: dict[Id, Id] = Field(min_length=2, max_length=2)
    points: Points
    because: Line


class DelayModel(Model):
    """What waiting costs: `points` for every full `hours` of talks."""

    points: Annotated[int, Field(ge=0, le=100)]
    hours: Annotated[float, Field(ge=0.25, le=500, multiple_of=0.25)]


class TemperamentModel(Model):
    """How the computer plays this delegation."""

    patience: Annotated[float, Field(ge=0, le=1, description="0 gives way at once, 1 at the last hour.")] = 0.6
    generosity: Annotated[float, Field(ge=0, le=1, description="How near the middle it is content to end.")] = 0.5
    candour: Annotated[float, Field(ge=0, le=1, description="How readily it says which word it minds.")] = 0.7


class BriefModel(Model):
    """The cable that a seat reads before the talks."""

    from_: Line = Field(alias="from")
    to: Line
    date: Day
    paragraphs: list[Annotated[str, Field(min_length=1, max_length=900)]] = Field(min_length=1, max_length=12)
    note: str = Field(default="", max_length=300, description="What in the cable is on record and what is modelling.")


class InstructionsModel(Model):
    """A delegation's secret half."""

    reservation_value: Points = Field(description="Below this no text is better: the walk-away.")
    delay: DelayModel
    points: dict[Id, dict[Id, Points]]
    pairs: list[PairModel] = Field(default_factory=list, max_length=40)
    red_lines: dict[Id, list[Id]] = Field(default_factory=dict)
    mandate: dict[Id, list[list[Id]]] = Field(
        default_factory=dict,
        description="Options in steps: the first is open, the capital opens the next. An issue without steps is open.",
    )
    brief: BriefModel
    temperament: TemperamentModel = TemperamentModel()


class DelegationModel(Model):
    """A party at the table."""

    id: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{0,7}$", description="Capitals: RUS, NATO.")]
    name: Line
    short: Line = Field(description="The name in the middle of a sentence: Russia, the Alliance.")
    role: Line
    capital: Line = Field(description="Who answers its cables: Moscow, the sixteen capitals.")
    letter: Annotated[str, Field(pattern=r"^[A-Z]$")]
    shape: Literal["square", "round", "diamond", "triangle", "hexagon", "pentagon"]
    opening: dict[Id, Id] = Field(description="The wording it stands for, in every issue, when the talks open.")
    instructions: InstructionsModel


class SessionModel(Model):
    """One sitting: a stretch of hours on one day at one place."""

    day: Day
    place: Line
    starts: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    hours: Annotated[float, Field(gt=0, le=24, multiple_of=0.25)]
    title: Line


class ClockModel(Model):
    """Hours of talks that each move takes, and what else is fixed for the table."""

    package: Hours = 2.0
    short_package: Hours = Field(default=1.0, description="A package of one issue.")
    accept: Hours = 1.0
    decline: Hours = 1.0
    amend: Hours = 1.0
    withdraw: Hours = 0.5
    say: Hours = 0.5
    cable: Hours = 0.5
    answer: Hours = Field(default=5.0, description="Hours of talks until the capital's answer arrives.")
    sign: Hours = 0.5
    leave: Hours = 0.5
    largest_package: Annotated[int, Field(ge=1, le=12)] = 4
    reopening: Annotated[int, Field(ge=0, le=100)] = Field(
        default=1, description="Points it costs to reopen what was agreed."
    )


class HistoryModel(Model):
    """The text that was really signed."""

    title: Line
    day: Day
    outcome: dict[Id, Id]
    cite: list[Id] = Field(default_factory=list)
    note: str = Field(default="", max_length=900)


class ScenarioModel(Model):
    """One scenario file."""

    scenario: Id = Field(description="The id of the scenario: the file's name without .yaml.")
    title: Line
    summary: Prose
    background: Prose = Field(description="What everybody at the table knows: read before the cable.")
    kind: Literal["history", "counterfactual", "drill"]
    text: TextModel
    issues: list[IssueModel] = Field(min_length=1, max_length=40)
    exclusions: list[ExclusionModel] = Field(default_factory=list, max_length=200)
    delegations: list[DelegationModel] = Field(min_length=2, max_length=6)
    sessions: list[SessionModel] = Field(min_length=1, max_length=60)
    clock: ClockModel = ClockModel()
    history: HistoryModel | None = None
    sources: dict[Id, SourceModel] = Field(default_factory=dict)
