"""When a desk is laid for whoever looks on."""

from __future__ import annotations

import pytest

from game.seat import Desk, desk
from game.seat.travel import CODEC
from game.table import Join
from game.talks import Say, Talks, View, view
from game.text import DelegationId
from tests.lesson.classes import DEVICES, Reader, opened


def test_a_desk_is_laid_when_somebody_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever moves is not kept waiting for it, nor for what it is laid from; and it is that of its own moment, however
    late it is laid."""
    at = opened("two-words", 1)
    for device, who in zip(DEVICES, at.table.scenario.ids, strict=False):
        at.act(Join(device, who, str(device)), 0.0)
    reader = Reader(at.table.scenario.ids[0])
    reader.read(at)
    laid, seen = list[int](), list[tuple[int, str]]()

    def looked(talks: Talks, who: DelegationId) -> View:
        seen.append((talks.version, who))
        return view(talks, who)

    def noted(view: View) -> Desk:
        laid.append(view.version)
        return desk(view)

    monkeypatch.setattr("game.table.views.view", looked)
    monkeypatch.setattr("game.lesson.stream.desk", noted)
    for number in range(2):
        who = at.table.floor
        pen = at.teams.pen(who)
        assert pen
        assert at.submit(pen, f"m{number}", Say(who, remark="So."), at.table.version_for(who), 0.0) is None
    assert (laid, seen) == ([], [])
    assert reader.read(at) == ["changes", "changes"]
    assert laid == [1, 2]
    assert seen == [(1, reader.who), (2, reader.who)], "what nobody reads is never looked at"
    assert CODEC.build(Desk, reader.page["desk"]) == desk(at.table.view(reader.who))
