"""Whoever waits is called at once, and then not more often than the bell may ring."""

from __future__ import annotations

import asyncio

from game.classroom.bells import Bell


def test_many_rings_are_two_calls() -> None:
    async def whole() -> None:
        bell, calls = Bell(0.05), list[str]()
        bell.listen(lambda: calls.append("first"))
        let_go = bell.listen(lambda: calls.append("gone"))
        let_go()
        bell.ring()
        assert calls == ["first"], "at once, and nobody who has let go"
        bell.listen(lambda: calls.append("second"))
        for _ in range(100):
            bell.ring()
        assert calls == ["first"]
        await asyncio.sleep(0.1)
        assert calls == ["first", "second"]
        bell.listen(lambda: calls.append("third"))
        bell.ring()
        bell.ring()
        bell.hush()
        await asyncio.sleep(0.1)
        assert calls.count("third") <= 1

    asyncio.run(whole())
