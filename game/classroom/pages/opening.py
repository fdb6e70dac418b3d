"""The page on which a teacher opens a class: one button, and then two links."""

from __future__ import annotations

from game.classroom.pages.markup import whole
from game.words import say
from game.words.language import tongue


def opening_page() -> str:
    """The page. Whoever has its link may open classes; it tells nothing of any."""
    labels = {
        "title": say("Open a class"),
        "lead": say("One press opens a class of yours: what it plays, and how long, you choose at your desk."),
        "open": say("Open a class"),
        "code": say("The code of your class"),
        "desk": say("Your desk, which is nobody else’s"),
        "wall": say("The wall, for the projector"),
        "keep": say("Keep these two links: they are shown only here."),
        "off": say("The host cannot be reached."),
        "noscript": say("This page needs JavaScript."),
    }
    return whole("open.html", language=tongue(), labels=labels)
