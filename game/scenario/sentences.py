"""The faults that pydantic finds, in sentences for an author and at the place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from pydantic_core import ErrorDetails

from game.scenario.mistakes import did_you_mean, match_keys, offer, printable, quoted
from game.scenario.proof import Path, Proof
from game.scenario.schema import shape_of_files
from game.scenario.signs import odd

_COUNTS = ("no", "one", "two", "three", "four", "five", "six")
_NAMED_LISTS = {"options": "an issue", "delegations": "a scenario", "clauses": "a text", "sessions": "a calendar"}
_TURNS = ("package", "short_package", "amend", "say", "circulate")
"""The keys of the clock for what can be done again and again."""
_UNQUOTED = "it is written without quotation marks"
_NUMBERS = (
    (r"[-+]?\d{1,3}(?:[ ,_']\d{3})+", "its digits stand together"),
    (r"[-+]?\d+,\d+", "its point is written '.'"),
    (r"[-+]?0[0-9]+", "no 0 stands before it"),
    (r"[-+]?[0-9]+#.*", "a blank stands before a comment"),
    (r"[-+]?\d+", "its figures are 0 to 9"),
)
_NOT_TEXT = ("dict_type", "dataclass_type", "list_type", "tuple_type")
_IN_PLAIN_LETTERS = (
    "int_type",
    "float_type",
    "bool_type",
    "string_pattern_mismatch",
    "literal_error",
    "day",
    *_NOT_TEXT,
)
"""The errors of values that are written with the letters, figures and signs of the keyboard alone."""
UNKNOWN_KEY = "unexpected_keyword_argument"
"""How pydantic calls a key that a mapping does not have."""
ONE_LINE = r"^[^\n]*$"
"""The pattern of a text that is one line."""
_PATTERNS = {
    r"^[A-Za-z][A-Za-z0-9_-]{0,39}$": "should be a name of a letter and then letters, digits, - or _, 40 at most",
    r"^[A-Z][A-Z0-9]{0,7}$": "should be one to eight capitals or digits, a capital first",
    r"^[A-Z][A-Z0-9]{0,11}$": "should be one to twelve capitals or digits, a capital first",
    r"^[A-Z][A-Z0-9]{0,7} [A-Z][A-Z0-9]{0,7}$": "should be two delegations such as 'RUS NATO'",
    r"^[A-Z]$": "should be one capital letter",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": "should be a time of day such as '09:30'",
    ONE_LINE: "should be one line of text",
}


def tell(errors: Iterable[ErrorDetails], proof: Proof) -> None:
    """Mark every error of a validation."""
    slips: dict[Path, list[str]] = {}
    lacks: dict[Path, list[str]] = {}
    for error in errors:
        path = path_of(error)
        if error["type"] == UNKNOWN_KEY:
            slips.setdefault(path[:-1], []).append(str(path[-1]))
        elif error["type"] == "missing":
            lacks.setdefault(path[:-1], []).append(str(path[-1]))
        elif error["loc"][-1:] == ("[key]",):
            proof.mark_key(path, _sentence(error))
        elif not proof.refused(path):
            _tell(path, error, proof)
    for path in slips.keys() | lacks.keys():
        allowed, missing = _keys_at(path), lacks.get(path, [])
        written = [key for key in allowed if key not in missing]
        unknown, missing = match_keys([*slips.get(path, []), *written], allowed)
        for key, meant in unknown.items():
            proof.mark_key((*path, key), f"unknown key '{printable(key)}'{offer(meant)}")
        for key in missing:
            if key in lacks.get(path, []):
                proof.mark(path, f"this mapping lacks '{key}'")


def _tell(path: Path, error: ErrorDetails, proof: Proof) -> None:
    """Mark one error, at the sign that makes it where the value is only not what it seems."""
    value = error["input"]
    found = odd(value) if isinstance(value, str) and error["type"] in _IN_PLAIN_LETTERS else None
    if found and (error["type"] not in _NOT_TEXT or found[0] == 0):
        proof.mark_sign(path, value[found[0]], f"{_sentence(error)}; {found[1]}")
    else:
        foreign = error["type"] == "string_pattern_mismatch" and not str(value).isascii()
        proof.mark(path, _sentence(error) + ("; its letters are those from A to Z" if foreign else ""))


def path_of(error: ErrorDetails) -> Path:
    """The path of the value, or of the key, that an error is about."""
    return error["loc"][:-1] if error["loc"][-1:] == ("[key]",) else error["loc"]


def _sentence(error: ErrorDetails) -> str:
    kind, value, facts = error["type"], error["input"], error.get("ctx", {})
    said = quoted(value)
    where = str(error["loc"][-1]) if error["loc"] else "scenario"
    match kind:
        case "string_type":
            pattern = shape_at(path_of(error)).get("pattern", ONE_LINE)
            if pattern != ONE_LINE and not isinstance(value, (dict, list)):
                return f"{_PATTERNS[pattern]}, not {said}"
            if isinstance(value, (bool, int, float)):
                return f"should be text, not {said}; put it in quotation marks"
            return f"should be text, not {said}" + ("; silence is written ''" if value is None else "")
        case "int_type" | "int_from_float":
            return f"should be a whole number, not {said}{_number(value, r'[-+]?(?:0|[1-9][0-9]*)')}"
        case "float_type":
            return f"should be a number, not {said}{_number(value, r'[-+]?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?')}"
        case "bool_type":
            return f"should be true or false, not {said}{_switch(value)}"
        case "dict_type" | "dataclass_type":
            return f"should be a mapping, not {said}"
        case "list_type" | "tuple_type":
            return f"should be a list, not {said}"
        case "too_short":
            return _too_short(_COUNTS[facts["min_length"]], where if isinstance(value, list) else "")
        case "too_long":
            return f"has {facts['actual_length'] or 'more'} entries; at most {facts['max_length']} are allowed"
        case "string_too_short":
            return "should not be empty"
        case "string_too_long":
            return f"is {len(str(value)):,} characters long; at most {facts['max_length']:,} are allowed"
        case "string_pattern_mismatch":
            return f"{_PATTERNS.get(facts['pattern'], 'has another form here')}, not {said}"
        case "greater_than":
            return f"should be more than {facts['gt']:g}, not {said}"
        case "greater_than_equal":
            free = where in _TURNS and error["loc"][-2] == "clock"
            why = "; if it were free, talks could go on without end" if free else ""
            return f"should be at least {facts['ge']:g}, not {said}{why}"
        case "less_than_equal":
            return f"should be at most {facts['le']:g}, not {said}"
        case "multiple_of":
            return f"should be in steps of {facts['multiple_of']:g}, not {said}"
        case "literal_error":
            names = [str(name) for name in shape_at(error["loc"]).get("enum", [])]
            return f"should be {facts['expected']}, not {said}{did_you_mean(str(value), names)}"
        case "day":
            return f"{error['msg']}, not {said}"
        case _:
            return f"is not what the format asks for here, {printable(error['msg'], 200)}"


def _too_short(least: str, where: str) -> str:
    if where in _NAMED_LISTS:
        return f"{_NAMED_LISTS[where]} needs at least {least} {where if least != 'one' else where[:-1]}"
    return f"this needs at least {least} {'entries' if least != 'one' else 'entry'}"


def _number(value: object, form: str) -> str:
    """The end of a sentence that says how a number of a form is written, where a text looks like one."""
    text = value.strip(" '\"") if isinstance(value, str) else ""
    for pattern, said in ((form, _UNQUOTED), *_NUMBERS):
        if re.fullmatch(pattern, text):
            return f"; {said}"
    return ""


def _switch(value: object) -> str:
    if value in ("true", "false"):
        return f"; {_UNQUOTED}"
    word = str(value).casefold()
    return offer("true" if word in ("yes", "on", "true") else "false" if word in ("no", "off", "false") else None)


@cache
def _schema() -> dict[str, Any]:
    return shape_of_files().json_schema(by_alias=True)


def shape_at(path: Path) -> dict[str, Any]:
    """What the format says about the value at a path."""
    shape: Any = _schema()
    for step in (None, *path):
        if step is not None:
            by_pattern: Any = next(iter(shape.get("patternProperties", {}).values()), {})
            shape = (
                shape.get("items", {}) if isinstance(step, int) else shape.get("properties", {}).get(step, by_pattern)
            )
        if "anyOf" in shape:
            shape = shape["anyOf"][0]
        if "$ref" in shape:
            shape = _schema()["$defs"][shape["$ref"].rpartition("/")[2]]
    found: dict[str, Any] = shape
    return found


def _keys_at(path: Path) -> list[str]:
    return list(shape_at(path).get("properties", {}))
