"""The messages of the game, as translators get them: every template that is said somewhere in `game/`, by Babel."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TypeGuard, cast

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = ROOT / "assets" / "languages"
TEMPLATES = LANGUAGES / "messages.pot"

SAID = {"say": (0,), "phrase": (0,), "count": (0, 1), "say_as": (1,)}
"""The functions that say something, and which of their arguments are templates. What `say_as` says has its context
before it."""
_HEAD = """# The templates of As Appropriate; `make words` writes this file.
msgid ""
msgstr ""
"Project-Id-Version: as-appropriate\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
"""Nothing in it changes from day to day or from machine to machine."""


@cache
def extracted() -> Catalog:
    """Every template of the game, with the files that say it; nobody is to change what is found."""
    catalogue = Catalog(charset="utf-8")
    for path in sorted((ROOT / "game").rglob("*.py")):
        for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
            if told := templates(call):
                context = texts(call.args[:1])[0] if call.func.id == "say_as" else None
                place = (path.relative_to(ROOT).as_posix(), 0)
                catalogue.add(told if len(told) > 1 else told[0], None, [place], context=context)
    return catalogue


class Call(ast.Call):
    """A call of a function by its name."""

    func: ast.Name


def calls(tree: ast.Module) -> Iterator[Call]:
    """Every call of a module that says something. Babel's own search would take `console.say` for one as well, and
    `itertools.count`."""
    names = {alias.name for node in tree.body if _of_words(node) for alias in node.names}
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    known = SAID.keys() & (defined if "phrase" in defined else names)
    if not known:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
            yield cast(Call, node)


def _of_words(node: ast.stmt) -> TypeGuard[ast.ImportFrom]:
    return isinstance(node, ast.ImportFrom) and (node.module or "").startswith("game.words")


def templates(call: Call) -> tuple[str, ...]:
    """The template of a call, or the one and the many; nothing where it comes out of a table."""
    return texts([call.args[place] for place in SAID[call.func.id]])


def texts(given: list[ast.expr]) -> tuple[str, ...]:
    """Arguments that are written out."""
    return tuple(each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str))


def written(catalogue: Catalog) -> str:
    """A file of templates, in an order that stays."""
    told = BytesIO()
    write_po(told, catalogue, width=0, omit_header=True, sort_output=True, include_lineno=False)
    return _HEAD + told.getvalue().decode("utf-8")


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Its messages without the head."""
    return (message for message in catalogue if message.id)


def language(tag: str) -> Catalog:
    """The translations of a language as a person has written them."""
    with (LANGUAGES / f"{tag}.po").open("rb") as file:
        return read_po(file, locale=tag.replace("-", "_"), domain="as-appropriate")


def languages() -> list[str]:
    """The languages that have a file of translations."""
    return sorted(path.stem for path in LANGUAGES.glob("*.po"))


def compiled(catalogue: Catalog) -> bytes:
    """Translations as the game reads them."""
    told = BytesIO()
    write_mo(told, catalogue)
    return told.getvalue()


def write_all() -> None:
    """Write the templates anew, bring every language up to them, and compile it."""
    found = extracted()
    TEMPLATES.write_text(written(found), encoding="utf-8")
    for tag in languages():
        catalogue = language(tag)
        catalogue.update(found)
        with (LANGUAGES / f"{tag}.po").open("wb") as file:
            write_po(file, catalogue, width=0, sort_output=True, include_lineno=False, ignore_obsolete=True)
        (LANGUAGES / f"{tag}.mo").write_bytes(compiled(language(tag)))
