"""What a scenario file may say: one pydantic model for each mapping in the YAML.

The models check shapes and types; what the words mean together (references, exclusions, calibration) is for
`game.scenario.build`. The JSON Schema for editors is written out from these same models.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.shapes import Clock24, Day, Degree, Hours, Id, Line, Model, Points, Prose
from game.scenario.world_schema import (
    AftermathModel,
    AudienceModel,
    DrawModel,
    EventModel,
    ForceModel,
    GoodwillModel,
    PairModel,
    PhaseModel,
    ReadingModel,
    RemarkModel,
    SequelModel,
    Share,
    SideTextModel,
    StakeModel,
)


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


class DelayModel(Model):
    """What waiting costs: `points` for every full `hours` of talks."""

    points: Annotated[int, Field(ge=0, le=100)]
    hours: Annotated[float, Field(ge=0.25, le=500, multiple_of=0.25)]


class DegreesModel(Model):
    """A temperament in degrees; what is not given is middling."""

    patience: Share | None = Field(default=None, description="0 gives way at once, 1 at the last hour.")
    generosity: Share | None = Field(default=None, description="How near the middle it is content to end.")
    candour: Share | None = Field(default=None, description="How readily it says which word it minds.")
    pride: Share | None = Field(default=None, description="How long it remembers a slight.")
    talk: Share | None = Field(default=None, description="How much it says, and floats off the record.")


class CharacterModel(DegreesModel):
    """A temperament with a name, for delegations to be played like."""

    name: Line = Field(description="In the middle of a sentence: the lawyer.")
    note: str = Field(default="", max_length=240, description="One sentence about somebody like that.")


class TemperamentModel(DegreesModel):
    """How the computer plays this delegation."""

    like: Id | None = Field(default=None, description="One of `temperaments`; degrees given beside it go before.")


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
    stakes: dict[Id, StakeModel] = Field(
        default_factory=dict, description="What the side texts are worth to this delegation."
    )


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
    starts: Clock24
    hours: Annotated[float, Field(gt=0, le=24, multiple_of=0.25)]
    title: Line
    phase: Id | None = Field(default=None, description="Every session names one, if the scenario has phases.")


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
    announce: Hours = Field(default=1.0, description="A statement to the press.")
    circulate: Hours = Field(default=2.0, description="Hours for which silence runs among the allies.")
    sound: Hours = Field(default=0.5, description="Asking one ally how it would stand.")
    hold: Hours = Field(default=0.5, description="Holding up a side text.")
    respond: Hours = Field(default=0.5, description="Giving or swapping the word that a side text is held up for.")
    last_swap: Hours = Field(default=4.0, description="Left at least once a parliament has sent the text back.")


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
    phases: list[PhaseModel] = Field(default_factory=list, max_length=12)
    audiences: list[AudienceModel] = Field(default_factory=list, max_length=16)
    goodwill: GoodwillModel = GoodwillModel()
    side_texts: list[SideTextModel] = Field(default_factory=list, max_length=24)
    force: ForceModel | None = None
    events: list[EventModel] = Field(default_factory=list, max_length=60)
    aftermath: list[AftermathModel] = Field(default_factory=list, max_length=24)
    readings: list[ReadingModel] = Field(default_factory=list, max_length=60)
    draw: DrawModel | None = None
    after: SequelModel | None = None
    temperaments: dict[Id, CharacterModel] = Field(
        default_factory=dict, max_length=20, description="Characters that a delegation may be played like."
    )
    remarks: list[RemarkModel] = Field(
        default_factory=list, max_length=200, description="Lines that the computer says with its moves."
    )
    sources: dict[Id, SourceModel] = Field(default_factory=dict)
