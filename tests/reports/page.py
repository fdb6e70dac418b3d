"""A page of a report read strictly: what browsers forgive is a fault here."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

VOID = frozenset({"meta", "br", "hr", "img", "link", "input"})
_LEADS = frozenset({"href", "src", "xlink:href", "srcset", "data", "action", "poster"})
_LOADS = re.compile(r"url\(|@import|https?:", re.IGNORECASE)
_HEADING = re.compile("h[1-6]")


class Page(HTMLParser):
    """The elements of a page; `faults` names whatever is not in order: tags that do not match, headings that leave out
    a level, names given twice, links that lead nowhere, and anything that would be fetched from outside."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.texts: list[str] = []
        self.attributes: list[tuple[str, dict[str, str]]] = []
        self._open: list[str] = []
        self._ids: set[str] = set()
        self._links: list[str] = []
        if not source.startswith("<!DOCTYPE html>"):
            self.faults.append("does not begin with its type")
        self.feed(source)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self._open]
        self.faults += [f"{link} leads nowhere" for link in self._links if link[1:] not in self._ids]
        for (one, _), (other, words) in pairwise(self.headings):
            if other > one + 1:
                self.faults.append(f"a heading of level {other} below one of {one}: {words}")

    @property
    def words(self) -> str:
        """All that can be read."""
        return " ".join(" ".join(self.texts).split())

    @property
    def tags(self) -> list[str]:
        """The elements in order."""
        return [tag for tag, _ in self.attributes]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.attributes.append((tag, found))
        if len(found) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag in {"script", "link", "iframe", "object", "embed"}:
            self.faults.append(f"there is a <{tag}>")
        if "id" in found:
            self._named(found["id"])
        for name, value in found.items():
            self._led(tag, name, value)
        if _HEADING.fullmatch(tag):
            self.headings.append((int(tag[1]), ""))
        if tag not in VOID:
            self._open.append(tag)

    def _named(self, id: str) -> None:
        if id in self._ids or not id or " " in id:
            self.faults.append(f"the name {id!r} is no name, or not its own")
        self._ids.add(id)

    def _led(self, tag: str, name: str, value: str) -> None:
        if name in _LEADS and value.startswith("#"):
            self._links.append(value)
        elif name in _LEADS:
            self.faults.append(f"<{tag}> leads outside: {value}")
        elif name == "style" and _LOADS.search(value):
            self.faults.append(f"<{tag}> loads something: {value}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.faults.append(f"</{tag}> where {self._open[-1:]} is open")

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            if _LOADS.search(data):
                self.faults.append("the style loads something")
            return
        self.texts.append(data)
        if self._open and _HEADING.fullmatch(self._open[-1]):
            level, words = self.headings[-1]
            self.headings[-1] = (level, words + data)
