"""A language for tests, in which every word of the game can be told by its look: what the catalogue says is set in
accented letters, and what authors and players wrote in Cyrillic ones. Plain letters have bypassed the catalogue."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from random import Random
from string import Formatter, ascii_letters
from typing import Any

import yaml

from game.delegations import Decision, Policy
from game.talks import View

_SAID = "áƀćđéƒĝĥíĵķĺḿńóṕɋŕśťúṽŵẋýž"
_WRITTEN = "абцдефгхижклмнопърстувшчыз"
_BY_THE_GAME = str.maketrans(ascii_letters, _SAID + _SAID.upper())
_BY_PEOPLE = str.maketrans(ascii_letters, _WRITTEN + _WRITTEN.upper())

_PROSE = {
    *("title", "summary", "background", "heading", "words", "name", "short", "role", "capital", "from", "to", "note"),
    *("paragraphs", "line", "give", "swap", "story", "because", "question", "says", "say", "place", "where"),
}
"""Keys of a scenario file under which an author writes sentences, and not ids."""
_FORMAT = {"FACT", "MODEL"}
"""Marks of the format, which are the same in every language."""
_IN_BRACES = re.compile(r"(\{[^}]*\})")
_PLAIN = re.compile(r"[A-Za-z]{2,}")


class Pseudo(NullTranslations):
    """The language: each template in accented letters, with its values where they were."""

    def gettext(self, message: str) -> str:
        """A template."""
        return _accented(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The one or the many."""
        return _accented(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """A template of two meanings."""
        del context
        return _accented(message)


@cache
def _accented(template: str) -> str:
    told = ""
    for literal, name, spec, _ in Formatter().parse(template):
        told += literal.translate(_BY_THE_GAME).replace("{", "{{").replace("}", "}}")
        if name is not None:
            told += "{" + name + (f":{spec}" if spec else "") + "}"
    return told


def written(words: str) -> str:
    """What a person has written; names in braces are left."""
    parts = _IN_BRACES.split(words)
    return "".join(part if part.startswith("{") else part.translate(_BY_PEOPLE) for part in parts)


def authored(file: str, folder: Path) -> str:
    """A scenario file with all that its author wrote in Cyrillic: the path of the copy."""
    told = yaml.safe_load(Path(file).read_text(encoding="utf-8"))
    path = folder / Path(file).name
    path.write_text(yaml.safe_dump(_in_cyrillic(told, ""), allow_unicode=True, sort_keys=False), encoding="utf-8")
    return str(path)


def _in_cyrillic(node: Any, key: str) -> Any:
    if isinstance(node, dict):
        return {each: _in_cyrillic(value, each) for each, value in node.items()}
    if isinstance(node, list):
        return [_in_cyrillic(value, key) for value in node]
    return written(node) if isinstance(node, str) and key in _PROSE else node


def ids(file: str) -> frozenset[str]:
    """The words of a scenario file that are no prose: its ids."""
    return frozenset(_FORMAT | set(_words_of(yaml.safe_load(Path(file).read_text(encoding="utf-8")), "")))


def _words_of(node: Any, key: str) -> Iterator[str]:
    if isinstance(node, dict):
        for each, value in node.items():
            if key != "":
                yield from _PLAIN.findall(str(each))
            yield from _words_of(value, str(each))
    elif isinstance(node, list):
        for value in node:
            yield from _words_of(value, key)
    elif key not in _PROSE:
        yield from _PLAIN.findall(str(node))


def speaking_cyrillic(policy: Policy) -> Policy:
    """A computer whose remarks look as if a person had written them."""

    def decide(view: View, chance: Random) -> Decision:
        decision = policy(view, chance)
        return replace(decision, move=replace(decision.move, remark=written(decision.move.remark)))

    return decide


def plain_words(shown: str, known: frozenset[str] = frozenset()) -> list[str]:
    """The words in plain letters that are no ids."""
    return [word for word in _PLAIN.findall(shown) if word not in known]


class Finder:
    """Collects what has bypassed the catalogue, by the module that showed it."""

    def __init__(self, known: frozenset[str], beside: tuple[str, ...] = ()) -> None:
        self.known = known
        self.beside = beside
        """Files of the game that show what others hand them."""
        self.found: dict[str, set[str]] = {}
        self.showed: set[str] = set()
        """The files that have shown anything."""

    def see(self, shown: str, by: str = "") -> None:
        """Look at what is shown now, by whoever calls."""
        file = by or self._shower()
        self.showed.add(file)
        if plain_words(shown, self.known):
            self.found.setdefault(file, set()).add(shown.strip())

    @property
    def bypassed(self) -> list[str]:
        """What has been found, with the file that showed it."""
        return [f"{file}: {words}" for file, shown in sorted(self.found.items()) for words in sorted(shown)]

    def _shower(self) -> str:
        frame = sys._getframe(2)
        while frame.f_back is not None:
            name = _of_the_game(frame.f_code.co_filename)
            if name and not name.startswith(self.beside):
                return name
            frame = frame.f_back
        return "tests"


@cache
def _of_the_game(file: str) -> str:
    """What a file is called in the game's own folder; empty for one that is not there."""
    _, inside, name = file.replace("\\", "/").rpartition("/game/")
    return name if inside else ""
