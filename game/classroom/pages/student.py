"""The two documents that a student opens: the page to join a class, and that of a seat. Neither tells anything of a
class; what is in them comes when somebody has shown who he is."""

from __future__ import annotations

from game.classroom.pages.markup import whole
from game.table.teams import LONGEST_NAME
from game.talks import LONGEST_REMARK
from game.words import say
from game.words.language import tongue


def join_page() -> str:
    """Code, perhaps a name, and one button."""
    labels = {
        "title": say("Join a class"),
        "lead": say("Type the code that stands on the wall."),
        "code": say("Code"),
        "name": say("Name, if your teacher wants names"),
        "join": say("Join"),
        "back": say("Back to your seat"),
        "other": say("I had a seat on another device"),
        "seat_code": say("Seat code: it stands at the top of that page"),
        "take": say("Take that seat"),
        "off": say("The host cannot be reached. Is this the wifi of the class?"),
        "noscript": say("This page needs JavaScript."),
    }
    return whole("join.html", language=tongue(), labels=labels, longest=LONGEST_NAME)


def seat_page() -> str:
    """The page of a seat, before it knows whose it is."""
    labels = {
        "title": say("Your seat"),
        "skip": say("To the text"),
        "large": say("Large letters"),
        "pages": say("Pages"),
        "close": say("Close"),
        "text": say("At the table"),
        "brief": say("Your brief"),
        "people": say("People"),
        "record": say("Record"),
        "more": say("More"),
        "remark": say("Say something with your next move, if you like"),
        "read": say("I have read it"),
        "off": say("No connection: what you prepare is kept here. Trying again."),
        "unknown": say("This seat is not known here any more: join again."),
        "moved": say("Another device has taken this seat. To have it back, join with the seat code."),
        "removed": say("The teacher has taken you out of this class."),
        "again": say("Join again"),
        "code": say("· seat {code}", code="…"),
    }
    tabs = [
        ("text", say("Text")), ("brief", say("Brief")), ("people", labels["people"]), ("record", labels["record"]),
    ]  # fmt: skip
    return whole("seat.html", language=tongue(), labels=labels, tabs=tabs, longest=LONGEST_REMARK)
