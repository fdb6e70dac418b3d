"""What a request may say: what is something else is misread, and says where."""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.wire import Acting, Asked, Fault, Have, Joining, Misread, Moving, Previewing, Suggest, read, write
from game.seat import Tray
from game.talks import Say
from game.text import DelegationId

RUS = DelegationId("RUS")


def test_a_move_is_read_as_it_was_sent() -> None:
    body = b'{"id":"m1","seen":3,"move":{"kind":"say","by":"RUS","remark":"e\\u0301"}}'
    assert read(Moving, body) == Moving("m1", 3, Say(RUS, remark="\u00e9"))
    act = b'{"act":{"kind":"suggest","move":{"kind":"say","by":"RUS","remark":"So."}}}'
    assert read(Acting, act) == Acting(Suggest(Say(RUS, remark="So.")))
    assert read(Previewing, b'{"tray":{}}') == Previewing(Tray())


@pytest.mark.parametrize(
    ("body", "at"),
    [
        (b"", ""),
        (b"[", ""),
        (b"null", ""),
        (b"\xff", ""),
        (b"[" * 60_000, ""),
        (b'{"code":' * 100, ""),
        (b'"' + b"[" * 100 + b'"', ""),
        (b"9" * 5000, ""),
        (b'{"code":"a","code":"b"}', ""),
        (b'{"code":"a","rank":1}', "/rank"),
        (b'{"name":"a"}', "/code"),
        (b'{"code":3}', "/code"),
        (b'{"code":1e999}', "/code"),
        (b'{"code":NaN}', ""),
        (b'{"code":9007199254740993}', "/code"),
        (b'{"code":"\\ud800"}', "/code"),
        (b'{"code":"a\\u0000b"}', "/code"),
        (b'{"code":"a","name":"\\u0007"}', "/name"),
    ],
)
def test_what_is_no_request_is_misread(body: bytes, at: str) -> None:
    with pytest.raises(Misread) as misread:
        read(Joining, body)
    assert misread.value.at == at


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda each: st.lists(each, max_size=4) | st.dictionaries(st.text(max_size=8), each, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_misread(found: object) -> None:
    """And nothing else is raised."""
    body = json.dumps(found).encode("utf-8", "surrogatepass")
    for kind in (Joining, Moving, Acting, Previewing):
        with pytest.raises(Misread):
            read(kind, body)


@given(st.binary(max_size=60))
def test_any_bytes_are_misread(body: bytes) -> None:
    with pytest.raises(Misread):
        read(Moving, body)


def test_a_request_with_one_byte_changed_is_read_or_misread() -> None:
    chance = Random(7)
    body = b'{"id":"m1","seen":3,"move":{"kind":"say","by":"RUS","remark":"So."}}'
    meant, others = read(Moving, body), 0
    for _ in range(3000):
        bent = bytearray(body)
        bent[chance.randrange(len(bent))] = chance.randrange(256)
        try:
            found = read(Moving, bytes(bent))
        except Misread:
            continue
        assert type(found.move) is type(meant.move)
        others += found != meant
    assert 0 < others < 1500, "a sign of a word may be another one; the rest is misread"


def test_a_place_in_a_stream_is_read_back() -> None:
    have = Have("AB", "RUS", 8)
    assert Have.read(str(have)) == have
    for wrong in ("", "8", "A.RUS.8x", "A.RUS.-1", "A.RUS.9999999999999", "A.RUS.\u0663", "."):
        assert Have.read(wrong) is None
    assert Asked.read({}) == Asked("page", None, 0)
    assert Asked.read({"form": "desk", "table": "AB.RUS.8", "room": "17"}) == Asked("desk", have, 17)
    with pytest.raises(Misread):
        Asked.read({"form": "pdf"})


def test_an_answer_leaves_out_what_it_need_not_say() -> None:
    assert write(Fault("no-pen", "No.")) == b'{"kind":"no-pen","said":"No."}'
