"""The one door for markup: templates with their values, escaped, and regions that were said before.

Whatever a person, a scenario or a record has written goes into a page through here, and is text there, never markup.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2.environment import TemplateModule


@cache
def _house() -> Environment:
    return Environment(
        loader=PackageLoader("game.classroom.pages", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


@cache
def _macros(template: str) -> TemplateModule:
    return _house().get_template(template).module


def part(template: str, macro: str, /, **told: object) -> Markup:
    """A part of a page: a macro of a template, with its values."""
    return Markup(getattr(_macros(template), macro)(**told).strip())


def whole(template: str, /, **told: object) -> str:
    """A whole page."""
    return _house().get_template(template).render(told)
