"""What a wall may show before the end."""

from __future__ import annotations

from typing import get_args

import pytest

from game.lesson.wall import Progress, Question, Seats, Shown, tells_of_sheets


@pytest.mark.parametrize("kind", get_args(Shown))
def test_only_seats_progress_and_the_question_are_open(kind: type) -> None:
    """Whatever comes of the sheets, or of what others answered, waits for the end."""
    shown = kind(**dict.fromkeys(kind.__dataclass_fields__, "x"))  # type: ignore[attr-defined]
    assert tells_of_sheets(shown) == (kind not in (Seats, Progress, Question))
