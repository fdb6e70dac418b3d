"""A desk goes to JSON and comes back the same, whole or by what has changed; anything else is refused with a place."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.seat import CodecError, Desk, Setting, Tray, changes, decode, desk, encode, patched, setting
from game.seat.json_schema import schema_text
from game.seat.travel import CODEC
from game.talks import Accept, Move, Propose, Shift, view
from game.text import DelegationId, IssueId, OptionId
from tests.library import EVERY, LARGE_SLOWLY, MAIN, opened
from tests.seat.games import any_tray, games, moments, watchers

KEPT = Path(__file__).parent.parent.parent / "docs" / "desk.schema.json"
RUS, NATO = DelegationId("RUS"), DelegationId("NATO")


def validator(name: str) -> Any:
    """Checks that JSON is what the schema says."""
    jsonschema = pytest.importorskip("jsonschema")
    return jsonschema.Draft202012Validator({**json.loads(schema_text()), "$ref": f"#/$defs/{name}"})


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_every_desk_comes_back_the_same(name: str) -> None:
    """At moments of whole games, from every seat and from the gallery, with things in the tray."""
    chance, checked = Random(1), 0
    check = validator("Desk")
    for _, seen in moments(name):
        found = desk(seen, any_tray(seen, chance))
        text = encode(found)
        assert decode(Desk, text) == found
        assert json.loads(text) == CODEC.plain(found)
        if chance.random() < 0.2:
            check.validate(json.loads(text))
        checked += 1
    assert checked > 12


@pytest.mark.parametrize("name", EVERY)
def test_every_setting_comes_back_the_same(name: str) -> None:
    """The half that never changes, from every seat; it is the same when the talks are over."""
    check = validator("Setting")
    for game in games(name):
        first, *_, last = game
        for who in watchers(first):
            found = setting(view(first, who))
            assert decode(Setting, encode(found)) == found
            check.validate(json.loads(encode(found)))
            assert setting(view(last, who)) == found


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_what_has_changed_makes_the_next_desk(name: str) -> None:
    """A browser that has one desk and hears what has changed has the next one, through whole games."""
    chance = Random(2)
    for game in games(name):
        had: dict[DelegationId, Desk] = {}
        for talks in game:
            for who in watchers(talks):
                seen = view(talks, who)
                found = desk(seen, any_tray(seen, chance))
                if who in had and chance.random() < 0.3:
                    patch = json.loads(changes(had[who], found))
                    assert CODEC.build(Desk, patched(CODEC.plain(had[who]), patch)) == found
                had[who] = found


def test_a_move_changes_little() -> None:
    """What a move changes is some kilobytes, on the main scenario, for every seat, on average over a game."""
    had: dict[DelegationId, Desk] = {}
    sizes = []
    for talks in next(games(MAIN)):
        for who in talks.scenario.ids:
            found = desk(view(talks, who))
            if who in had:
                sizes.append(len(changes(had[who], found).encode()))
            had[who] = found
    assert sum(sizes) / len(sizes) < 6_000


def test_the_schema_in_the_repository_is_the_one_that_is_written_by() -> None:
    """`make schema` brings it up to date."""
    assert KEPT.read_text(encoding="utf-8") == schema_text()


def test_moves_and_trays_travel() -> None:
    """A move says its kind; what holds its default is left out."""
    shift = Shift(NATO, IssueId("status"), OptionId("vote"))
    move = Propose(RUS, (shift,), remark="As we said.")
    assert json.loads(encode(move)) == {
        "kind": "propose",
        "by": "RUS",
        "remark": "As we said.",
        "shifts": [{"delegation": "NATO", "issue": "status", "option": "vote"}],
    }
    assert decode(Move, encode(move)) == move  # type: ignore[arg-type]  # a union is a type to the codec
    tray = Tray((shift,), countering=True)
    assert decode(Tray, encode(tray)) == tray
    assert encode(Tray()) == "{}"


FAULTS: tuple[tuple[Any, str, str], ...] = (
    (Tray, '{"never":1}', "/never"),
    (Tray, '{"shifts":[{"delegation":"RUS","issue":"a"}]}', "/shifts/0/option"),
    (Tray, '{"shifts":{}}', "/shifts"),
    (Tray, '{"lid":true}', "/lid"),
    (Tray, "[]", ""),
    (Tray, "{", ""),
    (Tray, '{"never":true,"never":false}', ""),
    (Move, '{"by":"RUS","package":1}', "/kind"),
    (Move, '{"kind":"bribe","by":"RUS"}', "/kind"),
    (Move, '{"kind":"accept","by":"RUS"}', "/package"),
    (Move, '{"kind":"accept","by":"RUS","package":1.5}', "/package"),
    (Move, '{"kind":"accept","by":"RUS","package":true}', "/package"),
    (Move, '{"kind":"accept","by":"RUS","package":NaN}', ""),
    (Move, '{"kind":"respond","by":"RUS","how":"bribe"}', "/how"),
    (Move, '{"kind":"say","by":null}', "/by"),
    (Move, '"say"', ""),
)


@pytest.mark.parametrize(("kind", "text", "path"), FAULTS)
def test_anything_else_is_refused_with_its_place(kind: Any, text: str, path: str) -> None:
    """Missing and unknown keys, wrong types, unknown kinds."""
    with pytest.raises(CodecError) as fault:
        decode(kind, text)
    assert fault.value.path == path


def test_every_key_of_a_desk_counts() -> None:
    """Any key taken out of a desk, or put into one of its objects, is noticed."""
    talks = opened(MAIN)
    told = json.loads(encode(desk(view(talks, talks.floor))))
    for key in told:
        with pytest.raises(CodecError):
            CODEC.build(Desk, {each: value for each, value in told.items() if each != key})
    for place in ("now", "paper", "worth"):
        with pytest.raises(CodecError) as fault:
            CODEC.build(Desk, {**told, place: {**told[place], "more": 1}})
        assert fault.value.path == f"/{place}/more"


def test_a_patch_is_applied_by_anybody() -> None:
    """What changes is told by three operations of JSON Patch."""
    talks = opened(MAIN)
    before = desk(view(talks, RUS))
    after = replace(before, version=1, tray=Tray(countering=True), news=(1, 2))
    ops = json.loads(changes(before, after))
    assert [op["op"] for op in ops] == ["replace", "add", "replace"]
    assert patched(CODEC.plain(before), ops) == CODEC.plain(after)
    assert json.loads(changes(after, before))[1] == {"op": "remove", "path": "/tray/countering"}
    assert changes(after, after) == "[]"


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "move", "path": "/a", "from": "/b"},
        {"op": "remove", "path": "/b"},
        {"op": "remove", "path": "/l/0"},
        {"op": "replace", "path": "/l/7", "value": 1},
        {"op": "add", "path": "/a/b/c", "value": 1},
        {"path": "/a"},
        "add",
        None,
    ],
)
def test_what_does_not_fit_a_document_is_no_change_of_it(operation: Any) -> None:
    """Whoever is told so asks for the whole."""
    with pytest.raises(CodecError):
        patched({"a": 1, "l": [1]}, [operation])
    with pytest.raises(CodecError):
        patched({}, {"op": "add"})


def test_signs_of_paths_stand_for_others() -> None:
    """A stroke in a name is written `~1`, and the sign for that `~0`."""
    assert patched({"a/b~": 1}, [{"op": "replace", "path": "/a~1b~0", "value": 2}]) == {"a/b~": 2}
    assert patched({"a": 1}, [{"op": "replace", "path": "", "value": {"b": 2}}]) == {"b": 2}


def test_the_same_desk_is_the_same_text() -> None:
    """Two faces that see the same are sent the same bytes."""
    here, there = (view(opened(MAIN, 3), RUS) for _ in range(2))
    assert encode(desk(here)) == encode(desk(there))
    assert encode(Accept(RUS, 1)) == '{"kind":"accept","by":"RUS","package":1}'
