from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.text import Group, Slot, TemplateError, parse_template, slots_of
from game.text.template import Template


def unparse(template: Template) -> str:
    """A template as its author wrote it."""
    told = []
    for node in template:
        if isinstance(node, Slot):
            told.append("{" + node.issue + (f".{node.part}" if node.part else "") + "}")
        elif isinstance(node, Group):
            told.append(f"<{unparse(node.nodes)}>")
        else:
            told.append(node)
    return "".join(told)


def test_a_sentence_is_read_as_words_slots_and_groups() -> None:
    """Words, slots, parts and groups are read in their order."""
    read = parse_template("They {form.verb} hold {status}<, on {scope}>.")
    assert [node if isinstance(node, str) else type(node) for node in read] == [
        "They ", Slot, " hold ", Slot, Group, ".",
    ]  # fmt: skip
    assert [(slot.issue, slot.part) for slot in slots_of(read)] == [("form", "verb"), ("status", ""), ("scope", "")]


@pytest.mark.parametrize(
    ("source", "words", "at"),
    [
        ("They {verb} <, on {scope}.", "opens a group that is never closed", 12),
        ("They <talk <often>.", "opens a group that is never closed", 5),
        ("They {verb}>.", "closes a group that was never opened", 11),
        ("They {verb.", "cannot hold '{' here", 5),
        ("They verb}.", "cannot hold '}' here", 9),
        ("They {1st}.", "cannot hold '{' here", 5),
        ("They {a.b.c}.", "cannot hold '{' here", 5),
        ("They [verb].", "cannot hold '[' here", 5),
        ("They|we.", "cannot hold '|' here", 4),
        ("They {}.", "cannot hold '{' here", 5),
    ],
)
def test_a_fault_is_named_with_its_place(source: str, words: str, at: int) -> None:
    """A template that cannot be read says why, and where."""
    with pytest.raises(TemplateError, match=words.replace("[", r"\[").replace("|", r"\|").replace("{", r"\{")) as fault:
        parse_template(source)
    assert fault.value.at == at


@given(st.text(alphabet="ab .,<>{}[]|_-", max_size=30))
def test_anything_is_read_or_refused(source: str) -> None:
    """Any string is a template, which writes itself again, or a fault in it; nothing else happens."""
    with suppress(TemplateError):
        assert unparse(parse_template(source)) == source
