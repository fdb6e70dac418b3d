"""What a scenario file may say of the world around the table: audiences, side texts, events, aftermath and the rest."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.remarks import Circumstance, Occasion
from game.scenario.shapes import Clock24, Day, Id, Label, Line, Model, Points, Prose900

DelegationName = Annotated[
    str, Field(pattern=r"^[A-Z][A-Z0-9]{0,7}$", description="The id of a delegation: RUS, NATO.")
]
AudienceName = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{0,11}$", description="Capitals: US, DUMA, WARSAW.")]
TwoNames = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{0,7} [A-Z][A-Z0-9]{0,7}$")]
Choices = dict[Id, list[Id]]
BandName = Literal["cold", "correct", "warm"]
Share = Annotated[float, Field(ge=0, le=1)]


class PhaseModel(Model):
    """A stretch of the calendar; every session names its phase."""

    id: Id
    title: Line


class PairModel(Model):
    """Points for options that stand together in one text."""

    options: dict[Id, Id] = Field(min_length=2, max_length=2)
    points: Points
    because: Line


class CostModel(Model):
    """What an audience below its threshold costs its delegation: `points` for every full `hours` of talks."""

    points: Annotated[int, Field(ge=1, le=100)]
    hours: Annotated[float, Field(ge=0.25, le=500, multiple_of=0.25)]


class AudienceModel(Model):
    """Somebody who is not at the table but judges what one delegation stands for."""

    id: AudienceName
    name: Line
    short: Line = Field(description="The name in the middle of a sentence, as one: the Duma, Washington.")
    of: DelegationName = Field(description="The delegation that answers to it.")
    power: Literal["consent", "ratify", "press"] = Field(
        description="consent: allies, by silence. ratify: votes after signature. press: costs points."
    )
    line: Line = Field(description="What its delegation knows of it.")
    points: dict[Id, dict[Id, Points]] = Field(description="An issue that is left out is worth nothing to it.")
    pairs: list[PairModel] = Field(default_factory=list, max_length=40)
    threshold: Annotated[int, Field(ge=-40000, le=40000, description="It is content from so many points on.")]
    votes: Choices = Field(
        default_factory=dict, description="It has a vote only on texts with one of these options; left out: on all."
    )
    cost: CostModel | None = Field(default=None, description="For power: press.")
    note: Prose900 = ""


class GoodwillModel(Model):
    """Goodwill when the talks open, 0 to 10: cold to 3, warm from 7."""

    start: Annotated[int, Field(ge=0, le=10)] = 5
    pairs: dict[TwoNames, Annotated[int, Field(ge=0, le=10)]] = Field(
        default_factory=dict, description="For some two delegations another number, as 'RUS NATO: 4'."
    )


class SideTextModel(Model):
    """A text beside the one on the table that a delegation can hold up, once, over a minor wording."""

    id: Id
    phase: Id | None = Field(default=None, description="When it can be held up; left out: at any time.")
    by: DelegationName
    title: Line = Field(description="Its name in the middle of a sentence.")
    words: Line = Field(description="What is asked for: that the reference comes out.")
    give: Line = Field(description="What happens if the word is given, as a sentence part.")
    swap: Line = Field(description="What happens if it is swapped for another.")
    hours: Annotated[float, Field(ge=0.25, le=100, multiple_of=0.25, description="They run if the others sit it out.")]
    label: Label
    cite: list[Id] = Field(default_factory=list, max_length=12)
    note: Prose900 = ""


class StakeModel(Model):
    """What a side text is worth to a delegation, by how its holding up ends."""

    give: Points
    swap: Points = 0


class ForceModel(Model):
    """How the form of the paper changes how far every other word binds."""

    issue: Id
    adds: dict[Id, Annotated[int, Field(ge=-3, le=3)]]


class ConditionModel(Model):
    """Everything that is said here must hold."""

    words: Choices = Field(default_factory=dict, description="One of these options is agreed, or signed.")
    open: list[Id] = Field(default_factory=list, description="These issues are in brackets (events only).")
    binds: dict[Id, list[Annotated[int, Field(ge=0, le=3)]]] = Field(
        default_factory=dict, description="The words bind so far, the form taken into account."
    )
    goodwill: list[BandName] = Field(
        default_factory=list, description="The lowest goodwill between any two is in one of these bands."
    )


class EffectModel(Model):
    """One number that changes, and why: exactly one of the changes."""

    because: Line
    of: DelegationName | None = None
    audience: AudienceName | None = None
    between: Annotated[list[DelegationName], Field(min_length=2, max_length=2)] | None = None
    reservation_value: Points | None = Field(default=None, description="Added to the walk-away of `of`.")
    points: dict[Id, dict[Id, Points]] | None = Field(default=None, description="Added to the sheet of `of`.")
    mandate: list[Id] | None = Field(default=None, description="Issues in which the next step of `of` opens.")
    charge: Points | None = Field(default=None, description="Points of `of` at once: lost where negative.")
    threshold: Annotated[int, Field(ge=-40000, le=40000)] | None = Field(
        default=None, description="How much harder `audience` is to please."
    )
    goodwill: Annotated[int, Field(ge=-10, le=10)] | None = Field(default=None, description="Between `between`.")


class EventModel(Model):
    """Something in the outside world: on a date, on a condition, or both."""

    id: Id
    title: Line
    day: Day | None = None
    at: Clock24 | None = Field(default=None, description="Left out: when that day's first sitting opens.")
    chance: Annotated[int, Field(ge=1, le=100)] = Field(default=100, description="Per cent, drawn from the seed.")
    if_: ConditionModel | None = Field(alias="if", default=None)
    story: Annotated[str, Field(min_length=1, max_length=900)]
    label: Label
    cite: list[Id] = Field(default_factory=list, max_length=12)
    effects: list[EffectModel] = Field(default_factory=list, max_length=20)


class OutcomeModel(Model):
    """What a test brings where nothing was signed."""

    points: dict[DelegationName, Points]
    because: Line


class BranchModel(Model):
    """One way in which a test falls out; the first whose `if` holds decides."""

    if_: ConditionModel | None = Field(alias="if", default=None)
    decides: Id | None = Field(default=None, description="The issue whose sentence is quoted.")
    points: dict[DelegationName, Points]
    because: Line


class AftermathModel(Model):
    """A dated test of the signed words."""

    id: Id
    day: Day
    title: Line
    question: Line
    story: Annotated[str, Field(min_length=1, max_length=900)]
    label: Label
    cite: list[Id] = Field(default_factory=list, max_length=12)
    no_text: OutcomeModel
    branches: list[BranchModel] = Field(min_length=1, max_length=24)


class ReadingModel(Model):
    """A closing statement: how one delegation reads a doubtful phrase."""

    id: Id
    of: DelegationName
    if_: ConditionModel | None = Field(alias="if", default=None)
    says: Line
    gain: Points
    wakes: Annotated[int, Field(ge=0, le=1000)]
    label: Label
    cite: list[Id] = Field(default_factory=list, max_length=12)


class RemarkModel(Model):
    """A line that the computer says with a move, before those of the house, where it fits. It is always MODEL."""

    say: Annotated[
        str,
        Field(
            min_length=1,
            max_length=200,
            pattern=r"^[^\n]*$",
            description="One or two sentences; {word}, {give}, {get}, {side}, {me}, {them}, {capital}, {their_capital},"
            " {place} are filled in.",
        ),
    ]
    of: DelegationName | None = Field(default=None, description="Whose line it is; left out: anybody's.")
    move: list[Occasion] = Field(min_length=1, max_length=12, description="What is done with it.")
    issue: Id | None = Field(default=None, description="What must be at stake.")
    options: list[Id] = Field(default_factory=list, max_length=12, description="Which wordings; left out: any.")
    when: list[Circumstance] = Field(default_factory=list, max_length=6, description="All of these must hold.")


Range = Annotated[list[Annotated[int, Field(ge=-40000, le=40000)]], Field(min_length=2, max_length=2)]
ShareRange = Annotated[list[Share], Field(min_length=2, max_length=2)]


class DrawnTemperamentModel(Model):
    """Who may come, and bounds for single degrees; these go before those of whoever came."""

    like: list[Id] = Field(default_factory=list, max_length=20, description="Of `temperaments`: one of them comes.")
    patience: ShareRange | None = None
    generosity: ShareRange | None = None
    candour: ShareRange | None = None
    pride: ShareRange | None = None
    talk: ShareRange | None = None


class DrawModel(Model):
    """Bounds within which the seed draws instructions before the first cable."""

    weights: Annotated[int, Field(ge=0, le=60)] = Field(
        default=0, description="Per cent by which the weight of an issue may move on a sheet."
    )
    reservation_value: dict[DelegationName, Range] = Field(default_factory=dict)
    threshold: dict[AudienceName, Range] = Field(default_factory=dict)
    temperament: dict[DelegationName, DrawnTemperamentModel] = Field(default_factory=dict)


class InheritanceModel(Model):
    """What certain words of the earlier talks change here."""

    if_: ConditionModel | None = Field(alias="if", default=None)
    because: Line
    effects: list[EffectModel] = Field(min_length=1, max_length=20)


class SequelModel(Model):
    """Which talks these follow, and what they take over from a finished record of them."""

    scenario: Id
    goodwill: bool = True
    words: list[InheritanceModel] = Field(default_factory=list, max_length=40)
    no_text: InheritanceModel | None = None
