"""What each room shows on its front page."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path
from types import ModuleType

import pytest

import game

HOUSE = Path(game.__file__).parent
ROOMS = sorted(path.parent.name for path in HOUSE.glob("*/__init__.py"))

PURE_NAMES = {
    "text": "Clause DelegationId Draft Issue IssueId Option OptionId Outcome Positions Text draft plain redline",
    "scenario": "Delegation Instructions Scenario ScenarioError check load open_scenario shipped",
    "talks": "Accept Amend Consult Decline Leave Move Package Propose Refused Say Shift Sign Talks Verdict View "
    "Withdraw open_talks play read_move read_record replay verdict view write_move write_record",
    "analysis": "Budget Census Improvement Deal Density Fair Frontier Place Profile Reply Sheet Space Threshold "
    "best_reply census density fair frontier improvements place profile space_of texts_in worth",
    "speech": "Topic Wording remark",
    "delegations": "Decision Policy Reason computer",
    "adviser": "Counsel Course Opinion counsel",
    "simulation": "POLICIES LostPolicy Run Sweep SweepFailed Tally run",
    "table": "Act Device Objection Store StoreError Table Teams act_on open_table resume table_of",
    "lesson": "ClassTable Message restore",
}
"""Names that other rooms and these tests stand on. To take one away is a decision."""


def front(room: str) -> ModuleType:
    """The front page of a room."""
    return importlib.import_module(f"game.{room}")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_lists_its_names(room: str) -> None:
    """A room's front page has a docstring and lists its names in order, each once, none private, and each is there."""
    page = front(room)
    assert page.__doc__
    names = list(page.__all__)
    assert names
    assert names == sorted(set(names), key=_as_ruff_sorts)
    for name in names:
        assert not name.startswith("_")
        assert getattr(page, name) is not None


def _as_ruff_sorts(name: str) -> tuple[int, str]:
    """Constants first, then classes, then functions, each in alphabetical order."""
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2, name)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_what_it_lists(room: str) -> None:
    """What a front page imports from its own room it lists, and what it lists it imports or defines."""
    tree = ast.parse((HOUSE / room / "__init__.py").read_text(encoding="utf-8"))
    own = [
        node
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"game.{room}")
    ]
    imported = {alias.asname or alias.name for node in own for alias in node.names}
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    listed = set(front(room).__all__)
    assert listed <= imported | defined
    if not defined:
        assert imported == listed


@pytest.mark.parametrize("room", sorted(PURE_NAMES))
def test_names_that_others_stand_on_are_there(room: str) -> None:
    """Names that the faces and the tests stand on are still on the front page."""
    assert set(PURE_NAMES[room].split()) <= set(front(room).__all__)


@pytest.mark.parametrize("room", sorted(PURE_NAMES))
def test_public_things_say_what_they_are(room: str) -> None:
    """Every public class and function of the pure rooms has a docstring of its own."""
    page = front(room)
    for name in page.__all__:
        thing = getattr(page, name)
        ours = isinstance(thing, type) and thing.__module__.startswith("game.")
        if ours or hasattr(thing, "__code__"):
            assert thing.__doc__, name
            assert not thing.__doc__.startswith(f"{name}("), name
