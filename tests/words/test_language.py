"""Templates, their forms and their languages."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

import pytest

from game.words import count, either, hours, in_full, listed, plain, say, signed, speaking, stopped, tied


@pytest.mark.parametrize(
    ("template", "values", "told"),
    [
        ("The text is signed.", {}, "The text is signed."),
        ("{who:head} leaves the talks.", {"who": "the Alliance"}, "The Alliance leaves the talks."),
        ("{names:and|head}.", {"names": ["the one", "b", "c"]}, "The one, b and c."),
        ("{names:or}", {"names": ["a", "b"]}, "a or b"),
        ("about {issue:within}", {"issue": "The Duma"}, "about the Duma"),
        ("{change:signed}: {left}", {"change": 2, "left": -3}, "+2: −3"),
        ("{t:hours}, {t:hour}", {"t": 2.5}, "2½ h, 2½"),
        ("{d:day} ({d:date})", {"d": date(1994, 6, 9)}, "9 June 1994 (9 June)"),
        ("{words:quoted|stop}", {"words": "as appropriate"}, "“as appropriate”."),
        ("{words}", {"words": "{braces} of an author's"}, "{braces} of an author's"),
    ],
)
def test_a_template_is_filled(template: str, values: dict[str, object], told: str) -> None:
    """Each form of a value; what authors wrote is never taken for a template."""
    assert say(template, **values) == told


def test_numbers_and_lists_are_set_as_in_print() -> None:
    """Real minus signs, quarters of an hour, lists without a comma before the last, stops only where none is."""
    assert [plain(-7), signed(0), signed(-1), hours(0.25)] == ["−7", "0", "−1", "¼ h"]
    assert [listed([]), listed(["a"]), either(["a", "b", "c"])] == ["", "a", "a, b or c"]
    assert [stopped("He said “no.”"), stopped("“no”")] == ["He said “no.”", "“no”."]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("ask Moscow, 1 h", "ask Moscow, 1 hour"),
        ("12 h left, every 2½\u00a0h.", "12 hours left, every 2 and a half hours."),
        ("¼ h, ½ h, ¾ h, 1¼ h", "a quarter of an hour, half an hour, three quarters of an hour, 1 and a quarter hours"),
        ("1 has h, a h b", "1 has h, a h b"),
    ],
)
def test_hours_are_read_aloud_in_full(printed: str, said: str) -> None:
    """A voice would read a unit as a letter."""
    assert in_full(printed) == said


class Backwards(NullTranslations):
    """A language that says the last first."""

    def gettext(self, message: str) -> str:
        """Another order, and another list."""
        return {"{who} leaves {what}.": "{what:quoted} — {who:head}!", "{first} and {last}": "{last} & {first}"}.get(
            message, message
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Two has a form of its own."""
        return "twice {n}" if n == 2 else super().ngettext(msgid1, msgid2, n)


class Careless(NullTranslations):
    """A language whose translations cannot be filled in."""

    def gettext(self, message: str) -> str:
        """A value, a form and a brace that are not there."""
        return {"{who} leaves.": "{whom} geht.", "{n} h": "{n:clock} Std.", "Yes, {who}.": "Ja, {who."}.get(
            message, message
        )


def test_a_translation_that_cannot_be_filled_in_is_said_in_english() -> None:
    """Whoever made it is no reason to break off talks; what is wrong in the game itself is an error."""
    with speaking(Careless()):
        assert [say("{who} leaves.", who="she"), hours(1), say("Yes, {who}.", who="she")] == [
            "she leaves.",
            "1 h",
            "Yes, she.",
        ]
        with pytest.raises(KeyError):
            say("{who} stays.", whom="she")


def test_another_language_is_a_catalogue() -> None:
    """It has its own order, forms and lists, for as long as it is spoken."""
    with speaking(Backwards()):
        assert say("{who} leaves {what}.", who="she", what="it") == "“it” — She!"
        assert listed(["a", "b"]) == "b & a"
        assert count("{n} point", "{n} points", 2) == "twice 2"
    assert say("{who} leaves {what}.", who="she", what="it") == "she leaves it."
    assert [count("{n} point", "{n} points", n) for n in (1, 2)] == ["1 point", "2 points"]


class Hourly(NullTranslations):
    """A language that writes hours in its own way."""

    def __init__(self, hours: str) -> None:
        super().__init__()
        self.hours = hours

    def gettext(self, message: str) -> str:
        """Its hours; all else as it is."""
        return self.hours if message == "{n} h" else message


def test_a_number_of_hours_stays_with_its_unit() -> None:
    """No line breaks between them, in any language that writes a unit behind a space; other words are left alone."""
    assert tied("It takes 2½ h, and 3 hens.", "~") == "It takes 2½~h, and 3 hens."
    with speaking(Hourly("{n} Std.")):
        assert tied("2½ Std. und 3 h", "~") == "2½~Std. und 3 h"
    with speaking(Hourly("{n}h")):
        assert tied("2½h", "~") == "2½h"
