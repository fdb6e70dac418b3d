"""The catalogue: every template that is said is well formed and stands in it, and another language is found by its tag
or its file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import game
from game.words import say, speaking
from game.words.catalogues import UnknownLanguage, catalogue, languages
from game.words.language import FORMS

pytest.importorskip("babel")

from tests.words import messages

HOUSE = Path(game.__file__).parent
MODULES = sorted(path for path in HOUSE.rglob("*.py") if "_data" not in path.parts)


def fields(template: str) -> dict[str, set[str]]:
    """The values of a template, each with the forms that it takes."""
    found: dict[str, set[str]] = {}
    for _, name, spec, conversion in Formatter().parse(template):
        if name is not None:
            assert name.isidentifier(), f"{template!r}: {name!r} is no name"
            assert conversion is None, f"{template!r}: a conversion"
            found.setdefault(name, set()).update(form for form in (spec or "").split("|") if form)
    return found


def faults(ids: tuple[str, ...]) -> list[str]:
    """What is wrong with a message: a template, or the one and the many."""
    found = []
    try:
        each = [fields(template) for template in ids]
    except (AssertionError, ValueError) as fault:
        return [str(fault)]
    for template, values in zip(ids, each, strict=True):
        unknown = set().union(*values.values()) - set(FORMS)
        found += [f"{template!r}: there is no form {form!r}" for form in sorted(unknown)]
    if each[0].keys() - each[-1].keys() - {"n"}:
        found.append(f"{ids[0]!r} has values that {ids[-1]!r} has not")
    return found


def test_every_template_is_well_formed() -> None:
    """The forms of its values exist, and the one has no value that the many has not."""
    for message in messages.messages(messages.extracted()):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        assert faults(tuple(ids)) == []


def test_the_templates_are_written_down() -> None:
    """What translators get is what the game says now: `make words` writes it anew."""
    assert messages.TEMPLATES.read_text(encoding="utf-8") == messages.written(messages.extracted())


@pytest.mark.parametrize(
    "ids",
    [("{who:shouted}",), ("{0} leaves",), ("{who!r}",), ("{who",), ("{n} of {who}", "{n}")],
)
def test_a_template_that_is_not_well_formed_is_found(ids: tuple[str, ...]) -> None:
    """The test above can fail."""
    assert faults(ids)


def misfits(source: str) -> list[str]:
    """Calls whose values are not those of their template, and what is said before anybody speaks."""
    tree = ast.parse(source)
    inside = {id(node) for body in bodies(tree) for node in ast.walk(body)}
    found = []
    for call in messages.calls(tree):
        if call.func.id == "phrase":
            continue
        if id(call) not in inside:
            found.append(f"line {call.lineno}: said while the module is loaded; mark it with phrase()")
        given, told = {keyword.arg for keyword in call.keywords}, messages.templates(call)
        if None in given or not told:
            continue
        wanted = fields(told[-1]).keys() - ({"n"} if call.func.id == "count" else set())
        if wanted != given:
            found.append(f"line {call.lineno}: the template has {sorted(wanted)}, not {sorted(map(str, given))}")
    return found


def bodies(tree: ast.AST) -> Iterator[ast.AST]:
    """What runs when a function is called, and not when it is defined."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from node.body
        elif isinstance(node, ast.Lambda):
            yield node.body


@pytest.mark.parametrize("room", sorted({path.parent for path in MODULES}), ids=lambda room: room.name)
def test_a_template_gets_its_values(room: Path) -> None:
    """Whoever says a template hands over its values, no more and no less, and not before a language is chosen."""
    found = {path.name: misfits(path.read_text(encoding="utf-8")) for path in MODULES if path.parent == room}
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "source",
    [
        "x = say('hello')",
        "def f():\n    say('{who} leaves.')",
        "def f():\n    say('It leaves.', who=1)",
        "def f():\n    count('{n} of {who}', '{n} of {who}', 2)",
    ],
)
def test_a_misfit_is_found(source: str) -> None:
    """The test above can fail."""
    assert misfits(f"from game.words import count, say\n{source}")


@pytest.mark.parametrize("tag", messages.languages())
def test_a_translation_is_well_formed(tag: str) -> None:
    """Every translation is filled with values that its template has, in forms that exist; what is compiled is what was
    written."""
    translated = messages.language(tag)
    for message in messages.messages(translated):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        for told in message.string if isinstance(message.string, tuple) else (message.string,):
            assert fields(told).keys() <= fields(ids[-1]).keys(), told
            assert set().union(*fields(told).values()) <= set(FORMS), told
    assert (messages.LANGUAGES / f"{tag}.mo").read_bytes() == messages.compiled(translated)


# ---- a language of one's own ------------------------------------------------------------------------------------


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A catalogue with one sentence in it."""
    from babel.messages.catalog import Catalog

    made = Catalog(locale="de")
    made.add("{who:head} leaves the talks.", "{who:head} verlässt die Gespräche.")
    path = tmp_path / "de.mo"
    path.write_bytes(messages.compiled(made))
    return path


def test_a_catalogue_is_read_from_its_file(german: Path) -> None:
    """What it has is said in its words, the rest in English."""
    with speaking(catalogue(str(german))):
        assert say("{who:head} leaves the talks.", who="sie") == "Sie verlässt die Gespräche."
        assert say("The text is signed.") == "The text is signed."


def test_english_needs_no_catalogue() -> None:
    """It is always among the languages."""
    assert "en" in languages()
    with speaking(catalogue("en")):
        assert say("The text is signed.") == "The text is signed."


@pytest.mark.parametrize("name", ["xx", "../xx", "nowhere.mo", "x\0.mo", "é" * 300 + ".mo", ""])
def test_an_unknown_language_is_refused(name: str) -> None:
    """With what was asked for, and with what there is."""
    with pytest.raises(UnknownLanguage) as refused:
        catalogue(name)
    assert name.endswith(".mo") or "en" in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"no catalogue", b"\xde\x12\x04\x95", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_broken_catalogue_is_refused(tmp_path: Path, content: bytes) -> None:
    """A file that is no catalogue, or is cut short."""
    path = tmp_path / "broken.mo"
    path.write_bytes(content)
    with pytest.raises(UnknownLanguage):
        catalogue(str(path))
