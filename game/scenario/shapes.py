"""The kinds of values that a scenario file is made of: names, lines, points, hours, days.

Each is strict: a number is no text, and a text no number. They are the types of fields, both of the models of the
file and of values that the file says as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, GetPydanticSchema
from pydantic_core import PydanticCustomError, core_schema

from game.text import DelegationId, IssueId, OptionId, Source

Flag = Annotated[bool, Field(strict=True)]
Whole = Annotated[int, Field(strict=True)]
Number = Annotated[float, Field(strict=True)]
Words = Annotated[str, Field(strict=True)]
ID = Field(
    strict=True,
    pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$",
    description="A short name: a letter, then letters, digits, - or _.",
)
"""What a name looks like, for a type of one's own: `Annotated[PhaseId, ID]`."""
Id = Annotated[str, ID]
IssueName = Annotated[IssueId, ID]
OptionName = Annotated[OptionId, ID]
DelegationName = Annotated[
    DelegationId, Field(strict=True, pattern=r"^[A-Z][A-Z0-9]{0,7}$", description="The id of a delegation: RUS, NATO.")
]
Line = Annotated[Words, Field(min_length=1, max_length=300, pattern=r"^[^\n]*$", description="One line of text.")]
Prose = Annotated[Words, Field(min_length=1, max_length=6000)]
Note = Annotated[Words, Field(max_length=900, description="Where it comes from, and what of it is modelled.")]
Story = Annotated[Words, Field(min_length=1, max_length=900, description="A paragraph that is told.")]
Points = Annotated[Whole, Field(ge=-1000, le=1000, description="Whole points on a secret sheet.")]
Sum = Annotated[Whole, Field(ge=-40000, le=40000)]
"""Points of a whole text."""
Hours = Annotated[Number, Field(ge=0, le=500, multiple_of=0.25, description="Hours of talks, in quarters.")]
Every = Annotated[Number, Field(ge=0.25, le=500, multiple_of=0.25)]
"""The full hours of talks after which something costs points."""
Degree = Annotated[Whole, Field(ge=0, le=3)]
Share = Annotated[Number, Field(ge=0, le=1)]
Label = Annotated[Literal["FACT", "MODEL"], Field(description="FACT: this is in a source. MODEL: it is modelling.")]
Cited = Annotated[tuple[Id, ...], Field(max_length=12, description="Ids from `sources`; FACT has one at least.")]
Sheet = dict[IssueName, dict[OptionName, Points]]


def made_from(shape: Any, make: Callable[[Any], Any]) -> GetPydanticSchema:
    """What is written in one shape and kept in another: `Annotated[frozenset[X], made_from(list[X], frozenset)]`."""
    return GetPydanticSchema(
        lambda _source, handler: core_schema.no_info_after_validator_function(make, handler(shape))
    )


def several(kind: Any, least: int, most: int) -> GetPydanticSchema:
    """A list of so many entries at least and at most: `Annotated[tuple[X, ...], several(X, 1, 12)]`. A tuple of its own
    would count only those entries that are sound."""
    return made_from(Annotated[list[kind], Field(min_length=least, max_length=most)], tuple)


Options = Annotated[frozenset[OptionId], made_from(list[OptionName], frozenset)]
Choices = Mapping[IssueName, Options]
"""For some issues, the options that are meant."""

_CLOCK = core_schema.no_info_after_validator_function(
    time.fromisoformat, core_schema.str_schema(strict=True, pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")
)
Clock24 = Annotated[
    time, GetPydanticSchema(lambda _source, _handler: _CLOCK), Field(description="A time of day, as '09:30'.")
]

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


class AsWritten:
    """A frozen dataclass that a mapping of the file is read into: its fields are the keys, with the types above."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(extra="forbid")


class Sourced(AsWritten):
    """One that says whether it is in a source, or modelling."""

    __slots__ = ()
    label: Label
    cite: Cited

    @property
    def source(self) -> Source:
        """Its label, and what it cites."""
        return Source(self.label, self.cite)
