"""Who is let in, who is held up, and from where a request may come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.doors import (
    LETTERS,
    Gate,
    Guessing,
    Limit,
    Open,
    hashed,
    host_in,
    is_near,
    new_code,
    new_token,
    same,
    token_in,
    typed_code,
)


def test_a_code_is_made_of_plain_signs_and_read_as_it_is_typed() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(set(code) <= set(LETTERS) and len(code) == 6 for code in codes)
    assert not set(LETTERS) & set("AEIOU01")
    assert typed_code(" bcd-fgh ") == "BCDFGH"


def test_a_token_is_kept_only_as_what_it_is_hashed_to() -> None:
    token = new_token()
    assert len(token) == 43
    assert hashed(token) != token
    assert same(hashed(token), hashed(token))
    assert not same(hashed(token), hashed(new_token()))
    assert token_in({"authorization": f"Bearer {token}"}) == token
    assert token_in({"authorization": f"Basic {token}"}) is None
    assert token_in({"authorization": "Bearer x"}) is None
    assert token_in({}) is None


def test_a_school_behind_one_address_comes_in_at_once() -> None:
    """Thirty with the right code within ten seconds, and three who mistype it."""
    guessing = Guessing()
    for number in range(33):
        assert guessing.wait("10.0.0.1", number / 3) == 0
        guessing.tried("10.0.0.1", number / 3, right=number % 11 != 5)


def test_wrong_codes_of_one_address_are_held_up_and_nobody_else_is() -> None:
    guessing = Guessing()
    looked_at = 0
    for tenth in range(6000):  # ten minutes, ten times a second
        if not guessing.wait("10.0.0.66", tenth / 10):
            guessing.tried("10.0.0.66", tenth / 10, right=False)
            looked_at += 1
            assert guessing.wait("10.0.0.1", tenth / 10) == 0
    assert 60 <= looked_at <= 70
    assert 0 < guessing.wait("10.0.0.66", 600.0) <= 10


def test_wrong_codes_of_many_addresses_are_held_up_together() -> None:
    guessing = Guessing()
    looked_at = 0
    for step in range(60_000):  # ten minutes, a hundred addresses a second
        now = step / 100
        address = f"10.1.{step // 250 % 250}.{step % 250}"
        if not guessing.wait(address, now):
            guessing.tried(address, now, right=False)
            looked_at += 1
    assert looked_at <= 1101


@given(st.lists(st.tuples(st.floats(0, 5), st.integers(0, 3)), max_size=200))
def test_a_limit_lets_through_what_it_says_and_no_more(steps: list[tuple[float, int]]) -> None:
    limit, now, taken = Limit(5, 0.5), 0.0, [0] * 4
    for passed, who in steps:
        now += passed
        wait = limit.wait(str(who), now)
        if limit.take(str(who), now) == 0:
            assert wait == 0
            taken[who] += 1
        else:
            assert 0 < wait <= 2.0
            assert limit.take(str(who), now + wait + 1e-6) == 0
            taken[who] += 1
            now += wait + 1e-6
    assert all(each <= 5 + 0.5 * now + 1e-6 for each in taken)


def test_a_limit_remembers_no_more_than_it_may() -> None:
    limit = Limit(1, 0.1, remembered=100)
    for number in range(1000):
        limit.take(str(number), 0.0)
    assert len(limit._buckets) == 100


def test_connections_are_counted_of_each_and_in_all() -> None:
    open_ = Open(most_of_one=2, most=3)
    first, second = open_.enter("a"), open_.enter("a")
    assert first is not None
    assert second is not None
    assert open_.enter("a") is None
    third = open_.enter("b")
    assert third is not None
    assert open_.enter("c") is None
    first()
    first()
    assert open_.enter("c") is not None
    assert open_.enter("a") is None
    assert open_.count == 3


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("127.0.0.1", True),
        ("192.168.7.9", True),
        ("10.255.0.1", True),
        ("172.16.3.4", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("fd00::7", True),
        ("::ffff:192.168.0.2", True),
        ("8.8.8.8", False),
        ("2606:4700::1", False),
        ("::ffff:8.8.8.8", False),
        ("testclient", False),
        ("", False),
    ],
)
def test_a_private_network_is_known(address: str, near: bool) -> None:
    assert is_near(address) is near


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("192.168.7.9:8080", "192.168.7.9"),
        ("Room12.local", "room12.local"),
        ("[::1]:80", "::1"),
        ("evil.example/", None),
        ("a b", None),
        ("", None),
    ],
)
def test_the_name_of_a_host_is_read(header: str, host: str | None) -> None:
    assert host_in(header) == host


def test_a_rebound_name_and_a_strange_page_are_refused() -> None:
    gate = Gate.of({"Room12.local", "school.example"})
    assert gate.is_called("room12.local:8080")
    assert gate.is_called("192.168.7.9")
    assert gate.is_called("localhost:8000")
    assert not gate.is_called("evil.example")
    assert not gate.is_called("8.8.8.8")
    here = {"host": "192.168.7.9:8080"}
    assert gate.is_own_page(here)
    assert gate.is_own_page({**here, "origin": "http://192.168.7.9:8080"})
    assert not gate.is_own_page({**here, "origin": "http://192.168.7.9"})
    assert not gate.is_own_page({**here, "origin": "http://evil.example"})
    assert not gate.is_own_page({**here, "origin": "null"})
    assert not gate.is_own_page({**here, "sec-fetch-site": "cross-site"})


def test_what_a_proxy_says_is_believed_only_behind_one() -> None:
    told = {"host": "inside:8080", "x-forwarded-for": "6.6.6.6, 9.9.9.9", "x-forwarded-host": "school.example"}
    behind = Gate.of({"school.example"}, near_only=False, proxied=True)
    assert behind.client("10.0.0.2", told) == "9.9.9.9"
    assert behind.host(told) == "school.example"
    assert behind.is_own_page({**told, "origin": "https://school.example"})
    alone = Gate.of(())
    assert alone.client("10.0.0.2", told) == "10.0.0.2"
    assert alone.host(told) == "inside:8080"
