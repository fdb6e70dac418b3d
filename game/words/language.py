"""Templates become sentences here, in the language that is spoken now.

A template is English with its values in braces, and at the same time the key of its translation in a catalogue
(gettext). What a value looks like in print stands behind a colon: `{who:head} leaves the talks.` A second language is a
catalogue: it may set the values in another order and in another form, and has its own months, lists and signs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from gettext import NullTranslations
from string import Formatter

ENGLISH = NullTranslations()
"""The language of the templates themselves: it needs no catalogue."""

_spoken: ContextVar[NullTranslations] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(catalogue: NullTranslations) -> Iterator[None]:
    """Speak another language until the block is left: in this thread or task, and in no other."""
    token = _spoken.set(catalogue)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> NullTranslations:
    """The catalogue of the language that is spoken now."""
    return _spoken.get()


def tongue() -> str:
    """The tag of the language spoken now, such as en or pt-BR."""
    return _spoken.get().info().get("language", "en").replace("_", "-")


def phrase(template: str) -> str:
    """A template that is kept in a table, to be said later: this marks it for the catalogue and changes nothing."""
    return template


def say(template: str, /, **values: object) -> str:
    """A template in the language spoken now, with its values filled in."""
    catalogue = _spoken.get()
    # A frame of the window says hundreds of things, and most have no values.
    translated = template if catalogue is ENGLISH else catalogue.gettext(template)
    return translated if not values and "{" not in translated else _told(translated, template, values)


def say_as(context: str, template: str, /, **values: object) -> str:
    """The same for words that mean two things in English; the context tells translators which."""
    return _told(_spoken.get().pgettext(context, template), template, values)


def count(one: str, many: str, number: int, /, **values: object) -> str:
    """The form of a template that goes with a number, which stands in it as `{n}`."""
    form = one if number == 1 else many
    return _told(_spoken.get().ngettext(one, many, number), form, {"n": number, **values})


def _told(translated: str, template: str, values: Mapping[str, object]) -> str:
    """A translation with its values; in English, where it asks for a value or a form that there is not."""
    try:
        return _filled(translated, values)
    except (LookupError, ValueError, TypeError, AttributeError):
        if translated == template:
            raise
        return _filled(template, values)


def _filled(template: str, values: Mapping[str, object]) -> str:
    if "{" not in template:
        return template
    told = []
    for literal, name, forms in _parts(template):
        told.append(literal)
        if name:
            value = values[name]
            for form in forms:
                value = FORMS[form](value)
            told.append(value if isinstance(value, str) else plain(value))
    return "".join(told)


@lru_cache(maxsize=8192)
def _parts(template: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Literal words, the value after them (or none) and its forms, in the order in which they apply."""
    return tuple(
        (literal, name or "", tuple(spec.split("|")) if spec else ())
        for literal, name, spec, _ in Formatter().parse(template)
    )


# ---- what a value looks like in print ---------------------------------------------------------------------------


def plain(value: object) -> str:
    """A value as it stands in a sentence; whole numbers with a real minus."""
    if isinstance(value, int):
        return say("−{n}", n=str(-value)) if value < 0 else str(value)
    return str(value)


def signed(points: int) -> str:
    """Points with their sign, as print sets it: +2, −3."""
    if points > 0:
        return say("+{n}", n=str(points))
    return plain(points)


def gain(points: float, digits: int = 1) -> str:
    """Points that are no whole number, rounded, with their sign: +1.3, −0.4."""
    rounded = f"{points:+.{digits}f}"
    return say("−{n}", n=rounded[1:]) if rounded.startswith("-") else say("+{n}", n=rounded[1:])


def grouped(number: int) -> str:
    """A large whole number as it is printed: 12,345."""
    return f"{number:,}".replace(",", say_as("between thousands", ","))


def head(words: str) -> str:
    """Words as they stand at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def within(words: str) -> str:
    """A heading as it stands within a sentence."""
    return words[:1].lower() + words[1:]


def quoted(words: str) -> str:
    """Words in quotation marks."""
    return say("“{words}”", words=words)


def stopped(words: str) -> str:
    """Words as a sentence: with a full stop, unless they end in one, be it inside quotation marks."""
    bare = words.rstrip("”’)")
    return words if bare.endswith((".", "!", "?", "…")) else say("{words}.", words=words)


def unstopped(words: str) -> str:
    """Words without their full stop, as they stand inside a sentence."""
    return words.rstrip(".")


COMMA, SEMICOLON, SENTENCES = phrase("{first}, {next}"), phrase("{first}; {next}"), phrase("{first} {next}")


def strung(words: Sequence[str], pair: str = COMMA) -> str:
    """Words one after another: a, b, c; a pair of them is set as the template says."""
    told = words[0] if words else ""
    for each in words[1:]:
        told = say(pair, first=told, next=each)
    return told


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: a, b and c."""
    return _joined(words, phrase("{first} and {last}"))


def either(words: Sequence[str]) -> str:
    """Words as a choice in a sentence: a, b or c."""
    return _joined(words, phrase("{first} or {last}"))


def _joined(words: Sequence[str], last: str) -> str:
    if len(words) < 2:
        return words[0] if words else ""
    return say(last, first=strung(words[:-1]), last=words[-1])


def hour(hours: float) -> str:
    """An hour of the talks as a number in a sentence: 1, 2½, ¼."""
    whole, quarter = divmod(round(hours * 4), 4)
    fraction = ("", "¼", "½", "¾")[quarter]
    return f"{whole if whole or not fraction else ''}{fraction}"


def hours(number: float) -> str:
    """Hours as people write them: 1 h, 2½ h, ¼ h."""
    return say("{n} h", n=hour(number))


def tied(words: str, glue: str) -> str:
    """Words in which a number of hours is tied to its unit, so that no line breaks between them."""
    before, _, unit = say("{n} h", n="\0").partition("\0")
    if before or unit[:1] != " ":
        return words
    return re.sub(rf"(?<=[\d¼½¾]) (?={re.escape(unit[1:])}(?!\w))", glue, words)


def in_full(words: str) -> str:
    """Words as they are read aloud: hours are said in full, as a voice would read `2½ h` letter by letter."""
    before, _, unit = say("{n} h", n="\0").partition("\0")
    if before or not unit.strip():
        return words
    return re.sub(rf"(\d*)([¼½¾]?)[ \u00a0]{re.escape(unit.strip())}(?!\w)", _hours_in_full, words)


def _hours_in_full(found: re.Match[str]) -> str:
    whole, quarter = found.groups()
    if not whole and not quarter:
        return found[0]
    if not quarter:
        return count("{n} hour", "{n} hours", int(whole))
    alone, more = _QUARTERS[quarter]
    return say(more, n=whole) if whole else say(alone)


_QUARTERS = {
    "¼": (phrase("a quarter of an hour"), phrase("{n} and a quarter hours")),
    "½": (phrase("half an hour"), phrase("{n} and a half hours")),
    "¾": (phrase("three quarters of an hour"), phrase("{n} and three quarter hours")),
}

_MONTHS = (
    phrase("January"), phrase("February"), phrase("March"), phrase("April"), phrase("May"), phrase("June"),
    phrase("July"), phrase("August"), phrase("September"), phrase("October"), phrase("November"), phrase("December"),
)  # fmt: skip


def day(when: date) -> str:
    """A date as people write it: 9 June 1994."""
    return say("{day} {month} {year}", day=str(when.day), month=say(_MONTHS[when.month - 1]), year=str(when.year))


def day_of_month(when: date) -> str:
    """A date whose year everybody knows: 9 June."""
    return say("{day} {month}", day=str(when.day), month=say(_MONTHS[when.month - 1]))


FORMS: Mapping[str, Callable[..., object]] = {
    "head": head,
    "within": within,
    "quoted": quoted,
    "stop": stopped,
    "nostop": unstopped,
    "and": listed,
    "or": either,
    "strung": strung,
    "signed": signed,
    "gain": gain,
    "grouped": grouped,
    "hour": hour,
    "hours": hours,
    "day": day,
    "date": day_of_month,
}
"""The forms that may stand behind a colon in a template, one after the other with a bar between: `{who:and|head}`."""
