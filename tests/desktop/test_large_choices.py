"""What must be answered before all else, in large letters and in small windows: a hold-up, and a frozen text."""

from __future__ import annotations

import pytest

from game.desktop import Driven
from tests.desktop.driving import HARBOUR, mislaid
from tests.desktop.test_large_type import SIZES, large, seen


def whole(app: Driven, words: str) -> bool:
    """Whether all of what reads so lies in the window."""
    return seen(app, words, share=0.999)


@pytest.mark.parametrize("size", SIZES)
def test_what_holds_a_text_up_is_always_seen(size: tuple[int, int]) -> None:
    """However much is told of it."""
    app = large(HARBOUR, "BORO", size=size)
    app.key("h")
    assert whole(app, "Hold it up")
    assert whole(app, "Back to the table")
    assert mislaid(app) == []
    app.close()
