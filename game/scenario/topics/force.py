"""The form of the paper, and how it changes the force of every other word (K. Raustiala, "Form and Substance in
International Agreements", AJIL 99/3, 2005)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.scenario.names import Names
from game.scenario.shapes import AsWritten, IssueName, OptionName, Whole


@dataclass(frozen=True, slots=True)
class Force(AsWritten):
    """How the form of the paper changes how far every other word binds."""

    issue: IssueName
    adds: Annotated[
        Mapping[OptionName, Annotated[Whole, Field(ge=-3, le=3)]],
        Field(description="What each form adds to how far the other words bind, -3 to 3."),
    ]


def check_force(force: Force | None, names: Names) -> None:
    """Mark a form that is no issue, and forces of what is none of its options."""
    if force is not None and names.issue_named(("force", "issue"), force.issue):
        names.options_in(("force", "adds"), force.issue, force.adds)
