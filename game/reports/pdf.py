"""The sheets of a report, for a printer: set by Typst, which is an extra.

The document goes to the template as JSON, and every word of it is set as text: none is ever read as markup. It has an
outline, its language, and tags that tell a screen reader what is a heading, a table or a figure (PDF/UA-1).
"""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from game.reports.document import Document, laid
from game.reports.themes import PRINT
from game.scenario import folder

EXTRA = "as-appropriate[pdf]"
"""What has to be installed for it."""


def can_set() -> bool:
    """Whether the extra is installed."""
    return find_spec("typst") is not None


def pdf(document: Document) -> bytes:
    """The document on sheets of A4, the same bytes each time. Raises `ModuleNotFoundError` without the extra.

    Where somebody has said letters that no font here has, a box stands for each. That is against the standard, so these
    sheets do not claim it; they are tagged all the same.
    """
    from typst import Compiler, TypstError

    typeset = Compiler(
        str(Path(__file__).with_name("document.typ")),
        font_paths=[str(folder("assets") / "fonts")],
        sys_inputs={"document": json.dumps(laid(replace(document, theme=PRINT)), ensure_ascii=False)},
    )
    try:
        made = typeset.compile(format="pdf", pdf_standards="ua-1", timestamp=0)
    except TypstError:
        made = typeset.compile(format="pdf", timestamp=0)
    assert isinstance(made, bytes), "sheets are one file"
    return made
