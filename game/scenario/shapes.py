"""The kinds of values that a scenario file is made of: names, lines, points, hours, days."""

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
Prose900 = Annotated[str, Field(max_length=900)]
Points = Annotated[int, Field(ge=-1000, le=1000, description="Whole points on a secret sheet.")]
Hours = Annotated[float, Field(ge=0, le=500, multiple_of=0.25, description="Hours of talks, in quarters.")]
Degree = Annotated[int, Field(ge=0, le=3)]
Label = Annotated[Literal["FACT", "MODEL"], Field(description="FACT: this is in a source. MODEL: it is modelling.")]
Clock24 = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", description="A time of day, as '09:30'.")]


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
