"""No secret of a seat goes to another connection: every private value has a marker, and every byte is looked at."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from random import Random
from typing import Any

import pytest
from httpx import Response

from game.lesson import Settings
from game.scenario import Scenario
from game.seat import encode
from game.table import opening
from game.talks import Talks, open_talks
from game.text import DelegationId
from tests.classroom.served import Client, Served, Student, run
from tests.library import random_policy, scenario
from tests.marking import marked, marker, told_in


class Overheard:
    """Everything that has been sent to somebody, in the order in which it came."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sent: dict[str, list[str]] = defaultdict(list)
        ask, sent = Client.ask, self.sent

        async def heard(client: Client, method: str, path: str, **how: Any) -> Response:
            found = await ask(client, method, path, **how)
            sent[client.token].append(found.text)
            return found

        monkeypatch.setattr(Client, "ask", heard)

    def leaked(self, token: str, others: list[DelegationId], told: Scenario) -> list[object]:
        """What of others' secrets has been sent to somebody."""
        bodies = self.sent[token]
        assert bodies
        values = [json.loads(each) if each.startswith("{") else each for each in bodies if each]
        words = "".join(bodies).lower()
        return told_in(values, others, told) + [each for each in others if marker(each) in words]


@pytest.fixture
def overheard(monkeypatch: pytest.MonkeyPatch) -> Overheard:
    """Listens to every connection, and marks what is secret in every scenario that is opened."""

    def opened(_: bytes, name: str, __: str, seed: int, ___: bool) -> Talks:
        return open_talks(marked(scenario(name)), seed, as_written=True)

    monkeypatch.setattr(opening, "_opened", opened)
    return Overheard(monkeypatch)


async def play(at: Served, people: list[Student], chance: Random, moves: int) -> int:
    """Have people move by chance, look at what they are sent, and prepare things; how many moves were made."""
    made, policy = 0, random_policy()
    have: dict[str, dict[str, str]] = {each.token: {} for each in people}
    for number in range(moves):
        table = at.hall.room.tables["A"]
        if not table.table.waits_for or table.table.verdict is not None:
            break
        who = table.table.waits_for[0]
        view = table.table.view(who)
        move = policy(view, chance).move if view.own else chance.choice(view.legal.moves)
        body = {"id": f"m{number}", "seen": view.version, "move": json.loads(encode(move))}
        for each in people:
            found = await each.ask("POST", "api/move", json=body)
            made += found.status_code == 200
        for each in people:
            for form in ("desk", "page"):
                told = await each.ask("GET", "api/messages", params={"form": form, **have[each.token]})
                if told.status_code == 200 and form == "desk" and chance.random() < 0.7:
                    have[each.token] = {"table": told.json()["have"].get("table", "")}
        looked = chance.choice(people)
        await looked.ask("POST", "api/preview", json={"tray": {"issue": chance.choice(view.scenario.text.issues).id}})
    return made


@pytest.mark.parametrize("name", ["harbour"])
def test_nobody_is_sent_what_is_another_seats(tmp_path: Path, overheard: Overheard, name: str) -> None:
    told = marked(scenario(name))

    async def test(at: Served) -> None:
        people = await at.joined(*("Ann", "Ben", "Cat", "Dan", "Eve", "Fay"))
        await at.begin()
        for each in people:
            await each.ask("GET", "api/setting")
            await each.ask("POST", "api/read", json={})
        made = await play(at, people, Random(3), 25)
        assert made >= 10
        for form in ("desk", "page"):
            for client, path in ((at.desk, "desk"), (at.desk, "desk/table/A"), (at.wall, "wall")):
                await client.ask("GET", f"api/{path}/messages", params={"form": form})
        own_markers = 0
        for each in people:
            seat = DelegationId(each.seat["seat"])
            watched = seat if seat in told.ids else None
            others = [other for other in told.ids if other != watched]
            assert overheard.leaked(each.token, others, told) == [], seat
            own_markers += marker(seat) in "".join(overheard.sent[each.token])
        assert own_markers == sum(each.seat["seat"] in told.ids for each in people), "what is one's own is sent"
        for client in (at.desk, at.wall):
            assert overheard.leaked(client.token, list(told.ids), told) == []

    run(tmp_path / "class.sqlite3", test, Settings(name, own_names=True, expected=6))


def test_a_leak_is_found(tmp_path: Path, overheard: Overheard) -> None:
    """The search finds a secret that was sent, as a word or as a number, in JSON or not."""
    told = marked(scenario("two-words"))
    one, other = told.ids
    number = told.instructions[other].reservation_value

    async def test(_: Served) -> None:
        for body in (f'{{"a":[{number}]}}', f'{{"a":"x {marker(other)}"}}', f"<p>{marker(other).title()}"):
            overheard.sent["x"] = [body]
            assert overheard.leaked("x", [other], told)
            assert not overheard.leaked("x", [one], told)

    run(tmp_path / "class.sqlite3", test)
