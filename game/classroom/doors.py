"""Who comes in: codes, tokens, limits on those who try, and from which addresses and pages a request may come.

Nothing here reads a clock: whoever asks hands in the time, in seconds. What a limit remembers is bounded.
"""

from __future__ import annotations

import hashlib
import ipaddress
import re
import secrets
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

LETTERS = "BCDFGHJKMNPQRSTVWXYZ23456789"
"""What codes are made of: no vowels, so that no code is a word, and no sign that is read as another in capitals."""
CODE, SEAT_CODE = 6, 5
"""Letters of the code of a class: 4.8e8 of them, of which 100 a minute can be tried; and of a seat's: 1.7e7, of which
30 a minute can be tried against at most some hundred seats."""
TOKEN_BYTES = 32
"""Of chance in a token."""
MOST_REMEMBERED = 10_000
"""Addresses or tokens that a limit remembers; the one that was seen longest ago is forgotten first."""

_NOT_IN_CODES = re.compile(r"[\s\-.]+")


def new_code(length: int = CODE) -> str:
    """A code that nobody can foresee."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def typed_code(typed: str) -> str:
    """A code as it was meant by whoever typed it: in capitals, without the spaces between."""
    return _NOT_IN_CODES.sub("", typed).upper()


def new_token() -> str:
    """A token that proves who somebody is."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hashed(token: str) -> str:
    """What is kept of a token. It is as long as chance can make it, so that a plain hash cannot be tried out."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two secrets are the same, in a time that tells nothing of where they differ."""
    return secrets.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def token_in(headers: Mapping[str, str]) -> str | None:
    """The token that a request carries."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token if scheme.lower() == "bearer" and 20 <= len(token) <= 100 else None


@dataclass
class _Bucket:
    left: float
    at: float


class Limit:
    """So much at once, and then so much a second; each address or token for itself. It changes in place."""

    def __init__(self, most: float, a_second: float, remembered: int = MOST_REMEMBERED) -> None:
        self.most = most
        self.a_second = a_second
        self._remembered = remembered
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def _bucket(self, who: str, now: float) -> _Bucket:
        bucket = self._buckets.get(who)
        if bucket is None:
            bucket = self._buckets[who] = _Bucket(self.most, now)
            if len(self._buckets) > self._remembered:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(who)
        bucket.left = min(max(self.most, bucket.left), bucket.left + max(0.0, now - bucket.at) * self.a_second)
        bucket.at = max(bucket.at, now)
        return bucket

    def wait(self, who: str, now: float) -> float:
        """Seconds until this one may try again; 0 where he may now."""
        lacking = 1.0 - self._bucket(who, now).left
        return lacking / self.a_second if lacking > 0 else 0.0

    def take(self, who: str, now: float) -> float:
        """Count one; or, where there is none left, how many seconds to wait for it."""
        if wait := self.wait(who, now):
            return wait
        self._buckets[who].left -= 1.0
        return 0.0

    def give(self, who: str, now: float, most: float) -> None:
        """Let this one try once more than he might, up to so many in all."""
        bucket = self._bucket(who, now)
        bucket.left = max(bucket.left, min(most, bucket.left + 1.0))


_ALL = ""


class Guessing:
    """Holds up those who try codes. Only wrong ones count; and who has come with a right one has paid for a slip of
    somebody else behind the same address."""

    def __init__(self, *, of_one: float = 10, one_in: float = 10.0, of_all_a_minute: float = 100) -> None:
        self._one = Limit(of_one, 1.0 / one_in)
        self._all = Limit(of_all_a_minute, of_all_a_minute / 60.0)
        self._most = 4 * of_one

    def wait(self, address: str, now: float) -> float:
        """Seconds until a code from this address is looked at; 0 where it is now."""
        return max(self._one.wait(address, now), self._all.wait(_ALL, now))

    def tried(self, address: str, now: float, *, right: bool) -> None:
        """Note what came of a code that was looked at."""
        if right:
            self._one.give(address, now, self._most)
        else:
            self._one.take(address, now)
            self._all.take(_ALL, now)


@dataclass
class Open:
    """How many connections are open, of each and in all."""

    most_of_one: int
    most: int
    _of: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def enter(self, who: str) -> Callable[[], None] | None:
        """Count one more; what comes back is to be called when it is closed. None where there are too many."""
        if self.count >= self.most or self._of.get(who, 0) >= self.most_of_one:
            return None
        self.count += 1
        self._of[who] = self._of.get(who, 0) + 1
        left = False

        def leave() -> None:
            nonlocal left
            if not left:
                left = True
                self.count -= 1
                self._of[who] -= 1
                if not self._of[who]:
                    del self._of[who]

        return leave


# ---- from where --------------------------------------------------------------------------------------------------


def is_near(address: str) -> bool:
    """Whether an address is this machine's or of a private network, and not of the internet."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    found = mapped or found
    return found.is_private or found.is_loopback or found.is_link_local


_HOST = re.compile(r"\[([0-9a-fA-F:.]+)\](?::\d{1,5})?|([A-Za-z0-9_.-]+)(?::\d{1,5})?")


def host_in(header: str) -> str | None:
    """The name or the address in a `Host` header, without its port, in small letters."""
    found = _HOST.fullmatch(header)
    return (found[1] or found[2]).rstrip(".").lower() if found else None


@dataclass(frozen=True, slots=True)
class Gate:
    """Under which names this host may be called, and from where."""

    names: frozenset[str] = frozenset()
    """Names and addresses of this machine, in small letters; and those under which a proxy or the world knows it."""
    near_only: bool = True
    """Whether only clients of a private network may come."""
    proxied: bool = False
    """Whether a proxy stands before it, whose `X-Forwarded-...` is believed."""

    @classmethod
    def of(cls, names: Collection[str], *, near_only: bool = True, proxied: bool = False) -> Gate:
        """A host with these names."""
        return cls(frozenset(name.rstrip(".").lower() for name in names), near_only, proxied)

    def is_called(self, host: str) -> bool:
        """Whether this host is meant. An address of a private network is one of its own: whoever it belongs to, no
        page of the internet stands under it, which is what a rebound name would need."""
        name = host_in(host)
        return name is not None and (name in self.names or name == "localhost" or is_near(name))

    def client(self, peer: str, headers: Mapping[str, str]) -> str:
        """The address of whoever asks: what the nearest proxy has seen, where there is one."""
        if self.proxied and (told := headers.get("x-forwarded-for")):
            return told.rpartition(",")[2].strip()
        return peer

    def host(self, headers: Mapping[str, str]) -> str:
        """Under which name this host was called."""
        if self.proxied and (told := headers.get("x-forwarded-host")):
            return told.rpartition(",")[2].strip()
        return headers.get("host", "")

    def is_own_page(self, headers: Mapping[str, str]) -> bool:
        """Whether a request comes of a page of this host, or of no page at all."""
        origin = headers.get("origin")
        if origin is None:
            return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
        scheme, _, rest = origin.partition("://")
        return scheme in ("http", "https") and rest.lower() == self.host(headers).lower()


HEADERS: Mapping[str, str] = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
        " font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
"""What stands above every answer."""
