"""Days and hours of the talks, in words."""

from __future__ import annotations

from datetime import datetime

from game.words.language import phrase, say

_DAYS = (
    phrase("Monday"), phrase("Tuesday"), phrase("Wednesday"), phrase("Thursday"), phrase("Friday"), phrase("Saturday"),
    phrase("Sunday"),
)  # fmt: skip


def clock(when: datetime) -> str:
    """The hour of the day: 14:00."""
    return f"{when:%H:%M}"


def weekday(when: datetime) -> str:
    """The day of the week."""
    return say(_DAYS[when.weekday()])


def day_and_hour(when: datetime) -> str:
    """A moment of the talks, whose year everybody knows: 24 May, 14:00."""
    return say("{day:date}, {time}", day=when.date(), time=clock(when))


def moment(when: datetime) -> str:
    """A moment in full: Tuesday 24 May 1994, 14:00."""
    return say("{weekday} {day:day}, {time}", weekday=weekday(when), day=when.date(), time=clock(when))
