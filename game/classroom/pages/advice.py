"""What the adviser of a seat says on its page: the courses, what speaks for each and against it, and of one's own."""

from __future__ import annotations

from markupsafe import Markup

from game.classroom.pages.markup import part
from game.classroom.pages.paper import TEMPLATE
from game.classroom.pages.presses import Fill, pressing
from game.guest import Advice, Course, Opinion
from game.talks import Propose
from game.words import say


def advice_region(found: Advice) -> Markup:
    """All of it; a package goes into the tray with one press, and nothing is done by itself."""
    yours = [_row(found.opinion, say("Of your package:"))] if found.opinion else []
    courses = [_row(each, say("{n}.", n=number)) for number, each in enumerate(found.courses, 1)]
    return part(TEMPLATE, "advice", rows=yours + courses, take=say("Into the tray"))


def _row(told: Course | Opinion, mark: str) -> dict[str, object]:
    packed = told.move if isinstance(told, Course) and isinstance(told.move, Propose) else None
    return {
        "mark": mark,
        "lead": told.lead,
        "fill": pressing(Fill(packed.shifts)) if packed else "",
        "speaks": [say("For it: {words}", words=words) for words in told.speaks],
        "risks": [say("Against it: {words}", words=words) for words in told.risks],
    }
