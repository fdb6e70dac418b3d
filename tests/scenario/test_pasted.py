"""A scenario that was pasted from the web or a word processor: what nobody sees is named, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.scenario import check, load
from game.scenario.build import proofread
from game.scenario.reader import read
from game.scenario.signs import as_seen, named, odd, unseen
from tests.night import tries
from tests.scenario.spoiling import HARBOUR, TWO_WORDS, answers, spoilt, told
from tests.scenario.test_fuzz import mistakes_of

TITLE = "title: Two words about a lake"
ARIA = "name: The Town of Aria"
BINDS = "words: shall\n        binds: 3"
NBSP, EN_DASH = "U+00A0 (non-breaking space)", "U+2013 (en dash)"
UNREADABLE = [
    (TITLE, f"title:§\u00a0{TITLE[7:]}", f"{NBSP} stands here"),
    (TITLE, f"title§\u00a0{TITLE[5:]}", f"the key 'title\\xa0' has other letters than it seems: {NBSP}"),
    ("heading: JOINT", "§\u3000heading: JOINT", "the key '\\u3000heading' has other letters than it seems: U+3000"),
    ("  - id: verb\n", "  -§\u200b id: verb\n", "the key '-\\u200b id' has other letters than it seems: U+200B"),
    ("  - id: verb\n", "  §– id: verb\n", f"the key '– id' has other letters than it seems: {EN_DASH}"),
    ("  - id: verb\n", "  §• id: verb\n", "a list of YAML is written with '- ', not with U+2022 (bullet)"),
    (TITLE, f"title§：{TITLE[7:]}", "a key ends with ':', not with U+FF1A (fullwidth colon)"),
    (TITLE, "title: §“Lake: two words”", "U+201C (left double quotation mark) opens no quotation"),
    (TITLE, "title: Two words\n  on lake §#1\n  and more", "a comment begins here: a text with a '#' needs quotation"),
    (TITLE, f"§title:{TITLE[7:]}", "this key has no ':' after it, or no blank after the ':'"),
    (TITLE, "title: &§ lake", "'&' and '*' begin no text in YAML: put the text in quotation marks"),
    (TITLE, "title: §- lake", "'-' and '?' begin no text in YAML: put the text in quotation marks"),
    ("  - id: verb\n", "  §1. id: verb\n", "a number stands before this key"),
    ("  - id: verb\n", "  §o id: verb\n", "a list of YAML is written with '- ', not with U+006F"),
    (TITLE, f"{TITLE}\n§> {TITLE}", "this line is quoted by a mail: take the '>' away"),
    (TITLE, f"§<<<<<<< HEAD\n{TITLE}\n=======", "a merge of two versions has left this line"),
    (TITLE, f"{TITLE}\n...\n§kind: x", "a document ends above this"),
    (TITLE, f"{TITLE}§\u2028", "control sign U+2028 (line separator) in the file"),
    (TITLE, f"{TITLE} # a§\x85b", "control sign U+0085 (next line) in the file"),
    (TITLE, f"{TITLE}§\x0b", "control sign U+000B in the file"),
    (TITLE, f"{TITLE}§\ufeff", "control sign U+FEFF (byte order mark) in the file"),
]
UNSEEN = [
    (BINDS, f"{BINDS}§\u00a0", f"should be a whole number, not '3\\xa0'; {NBSP} stands in it"),
    (BINDS, BINDS.replace("binds", "b§іnds"), "the key 'bіnds' has other letters than it seems: U+0456 (cyrillic"),
    ("  - id: verb\n", "  - id: §\u200bverb\n", "should be a name of a letter and then letters, digits, - or _"),
    ("  - id: verb\n", "  - id: v§еrb\n", "should be a name of a letter and then letters, digits, - or _"),
    ("id: ARIA\n", "id: §АRIA\n", "should be one to eight capitals or digits, a capital first, not 'АRIA'; U+0410"),
    (
        "label: FACT\n        cite: [note, letters]",
        "label: F§АCT\n        cite: [note, letters]",
        "should be 'FACT' or 'MODEL', not 'FАCT'; did you mean 'FACT'?; U+0410",
    ),
    ("verb: [shall, will]", "verb: [§“shall”, will]", "should be a name of a letter and then letters"),
    ("day: 1994-06-21", "day: 1994§–06-21", "should be a day such as 1994-06-22, not '1994–06-21'; U+2013"),
    ("shall: 30", "shall: §−30", "should be a whole number, not '−30'; U+2212 (minus sign) in it only looks like '-'"),
]
NUMBERS = [
    ("shall: 30", 'shall: §"30"', "should be a whole number, not '30'; it is written without quotation marks"),
    ("shall: 30", "shall: §3 000", "should be a whole number, not '3 000'; its digits stand together"),
    ("shall: 30", "shall: §٣٠", "should be a whole number, not '٣٠'; its figures are 0 to 9"),
    ("shall: 30", "shall: §30#x", "should be a whole number, not '30#x'; a blank stands before a comment"),
    ("shall: 30", "shall: §030", "should be a whole number, not '030'; no 0 stands before it"),
    ('starts: "10:00"\n    hours: 8', 'starts: "10:00"\n    hours: §8,5', "should be a number, not '8,5'; its point"),
    ('starts: "10:00"\n    hours: 8', "starts: §10\n    hours: 8", "should be a time of day such as '09:30', not '10'"),
    ("side: true", "side: §'true'", "should be true or false, not 'true'; it is written without quotation marks"),
    ("  - id: verb\n", "  - id: §vérb\n", "should be a name of a letter and then letters, digits, - or _, 40 at most"),
]


@pytest.mark.parametrize(("old", "new", "answer"), UNREADABLE + UNSEEN + NUMBERS)
def test_what_was_pasted_is_named_at_its_place(old: str, new: str, answer: str) -> None:
    """One slip is one sentence, at the very sign."""
    found = answers((old, new))
    assert [said.startswith(answer) for said in found][:1] == [True], found
    assert len(found) == 1 or new.startswith("    ")


def test_an_indent_of_other_spaces_is_told_on_every_line() -> None:
    """A whole file with non-breaking spaces before its lines is mended at one go."""
    lines = TWO_WORDS.split("\n")
    spoilt_lines = [line.replace(" ", "\u00a0", 1) if line.startswith("    ") else line for line in lines]
    found = told("\n".join(spoilt_lines))
    wanted = [n for n, (old, new) in enumerate(zip(lines, spoilt_lines, strict=True), 1) if old != new]
    assert {int(answer.split(":")[0]) for answer in found} >= {*wanted[:80]}
    assert sum(NBSP not in answer for answer in found) <= 1


DOUBTS = [
    (TITLE, f"{TITLE} §#1", "a comment begins here"),
    (TITLE, f"{TITLE} §# 1", "a comment begins here"),
    ("name: will seek to", "name: §Will", "another one here is called 'Will' too"),
    ("name: The Town of Boro", "name: §The  Town of Aria".replace("  ", "\u00a0"), "another one here is called"),
    (ARIA, "name: §“The Town of Aria”", "“ and ” are part of this text"),
    (ARIA, "name: §„The Town of Aria“", "„ and “ are part of this text"),
    (ARIA, "name: The Town of §Аria", "U+0410 (cyrillic capital letter a) only looks like the 'A'"),
    (ARIA, "name: The§\u200b Town", "U+200B (zero width space) is not seen here"),
    (ARIA, "name: The§\u200e Town", "U+200E (left-to-right mark) is not seen here"),
    (ARIA, "name: The§\u061c Town", "U+061C (arabic letter mark) is not seen here"),
    (ARIA, "name: The§\U000e0041 Town", "U+E0041 (tag latin capital letter a) is not seen here"),
    (ARIA, "name: To§\u00adwn", "U+00AD (soft hyphen) is not seen here"),
    (ARIA, 'name: §"The \\u200e Town"', "U+200E (left-to-right mark) is not seen here"),
    (ARIA, 'name: "§\u00a0The\u00a0Town"', "U+00A0 (non-breaking space) is not seen here"),
    (ARIA, "name: Aria §&amp; its shore", "'&amp;' is HTML"),
    (ARIA, "name: The Caf§Ã© of Aria", "'Ã©' was probably 'é'"),
    (ARIA, "name: The §â€œTown", "'â€œ' was probably '“'"),
]


@pytest.mark.parametrize(("old", "new", "doubt"), DOUBTS)
def test_what_was_hardly_meant_is_a_doubt(old: str, new: str, doubt: str, tmp_path: Path) -> None:
    """What can be read and was hardly meant is told at its place, and the scenario can be played."""
    text, (place,) = spoilt((old, new))
    path = tmp_path / "two-words.yaml"
    path.write_text(text, encoding="utf-8")
    report = check(path)
    assert report.ok
    (found,) = [(f"{one.line}:{one.column}", one.message) for one in report.warnings]
    assert found[0] == place
    assert found[1].startswith(doubt)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "می\u200cخواهم",
            "क्\u200dष",
            "ไทย\u200bไทย",
            "שלום\u200f!",
            "ᠠ\u180bᠠ",
            "of «\u00a0Aria\u00a0»",
            "10\u202f%",
            "Kapı ılık",
        ),
        *(
            "👨\u200d👩\u200d👧",
            "❤\ufe0f\u200d🔥",
            "1\ufe0f\u20e3",
            "👩🏽\u200d🚀",
            "Ἀθῆναι",
            "Москва",
            "東京",
            "Hà Nội",
            "naïve",
        ),
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    ],
)
def test_what_a_script_needs_is_no_doubt(name: str) -> None:
    """Joiners in Persian and in India, marks from right to left, spaces of French print, and emoji stay as they are."""
    scenario, proof = proofread(TWO_WORDS.replace("The Town of Aria", name), "f")
    assert proof.doubts == ()
    assert scenario.delegations[0].name == name


def test_a_sign_in_a_comment_of_its_own_is_no_doubt() -> None:
    """Remarks of the author, with a blank after their #, say nothing of the text before them."""
    assert proofread(TWO_WORDS.replace(TITLE, f"{TITLE}   # a remark, No. 1\n#!x\n#y"), "f")[1].doubts == ()


@pytest.mark.parametrize(
    "words", ["shаll", "shall\u200d", "s\u00adhall", "ｓｈａｌｌ", "Shall\ufe0f", "“shall”", "sha\u200bll"]
)
def test_words_that_look_the_same_are_the_same(words: str) -> None:
    """No bracket can tell words apart that no reader can."""
    quoted = TWO_WORDS.replace("words: shall\n", "words: '\"shall\"'\n") if "“" in words else TWO_WORDS
    (said,) = told(quoted.replace("words: will\n", f"words: {words}\n"))
    assert "'shall' has the same words: a bracket could not tell them apart" in said


def test_accents_are_one_sign_however_they_were_composed() -> None:
    """Text that a Mac wrote letter by letter is the text that it looks like."""
    scenario = load(TWO_WORDS.replace("The Town of Aria", "Are\u0301a"), "f")
    assert scenario.delegations[0].name == "Ar\u00e9a"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_file_that_says_how_it_is_written_is_read(encoding: str) -> None:
    """What an editor or a shell of Windows writes has a mark at its beginning."""
    assert load(TWO_WORDS.encode(encoding), "f") == load(TWO_WORDS, "f")


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        (b"PK\x03\x04\x14\x00\xd2", "a document of a word processor"),
        (b"\xd0\xcf\x11\xe0\xa1", "a document of a word processor"),
        (b"{\\rtf1\\ansi", "a document of a word processor"),
        (b"%PDF-1.7\n\xe2", "a PDF"),
        (b"\n<!DOCTYPE html>", "a page of the web"),
    ],
)
def test_files_of_another_kind_are_named(begins: bytes, kind: str) -> None:
    """What a word processor or a browser has saved is told as what it is."""
    (answer,) = told(begins + TWO_WORDS.encode())
    assert answer.startswith(f"1:1: this is {kind}")


def test_other_encodings_are_named() -> None:
    """A file in the code page of Windows is told with the sign that was meant, one without its mark with what it is."""
    assert told(TWO_WORDS.replace("Town of", "“Town").encode("cp1252")) == [
        f"{TWO_WORDS[: TWO_WORDS.index('Town of')].count(chr(10)) + 1}:15: the file is not UTF-8: byte 0x93, '“' in"
        " Windows-1252; save it as UTF-8"
    ]
    assert told(TWO_WORDS.encode("utf-16-le")) == [
        "1:1: every other byte of the file is 0, as in UTF-16; save it as UTF-8"
    ]
    assert "the file says that it is UTF-16" in told(b"\xff\xfea\x00\x00\xd8b\x00")[0]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0c", "\x0b"])
def test_lines_are_counted_as_editors_count(ends: str, sign: str) -> None:
    """Whatever ends a line is one line; a line separator and a form feed end none."""
    found = read(f"a: 1{sign}\nb: !x 2\nc: !x 3".replace("\n", ends), "f").mistakes
    assert [(mistake.line, mistake.column) for mistake in found] == [(1, 5), (2, 4), (3, 4)]


@pytest.mark.parametrize("number", ["7.", "10.", "12)", "1994."])
def test_a_numbered_list_is_no_mapping(number: str) -> None:
    """However many digits the number before a key has."""
    found = mistakes_of(TWO_WORDS.replace("  - id: verb\n", f"  {number} id: verb\n", 1))
    assert "a number stands before this key" in [mistake.message for mistake in found]


MARKS = (
    "\u00a0\u00ad\u061c\u200b\u200c\u200d\u200e\u2028\u2029\u202f\u2060\u3000\ufeff\ufe0f\U000e0041\x85\x0c\r"
    "“”„‘’«–—−•·：，＃#аеοА２é\u0301"
)


@example([(0.8125, "２"), (0.8125, "２")])
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(MARKS)), min_size=1, max_size=6))
def test_signs_anywhere_are_answered_within_the_file(changes: list[tuple[float, str]]) -> None:
    """Such signs anywhere in a good file: never a traceback, and every place is in the file."""
    inserted_anywhere(TWO_WORDS, changes)


def inserted_anywhere(text: str, changes: list[tuple[float, str]]) -> None:
    """Put signs into a text and read it."""
    for where, sign in changes:
        at = int(where * len(text))
        text = text[:at] + sign + text[at:]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for mistake in mistakes_of(text):
        assert 1 <= mistake.line <= len(lines) + 1
        assert 1 <= mistake.column <= len([*lines, ""][mistake.line - 1]) + 1
        assert mistake.message.isprintable()


@pytest.mark.slow
@pytest.mark.parametrize("text", [TWO_WORDS, HARBOUR], ids=["two-words", "harbour"])
def test_very_many_signs_anywhere(text: str) -> None:
    """The same, for longer."""
    chance = Random(13)
    for _ in range(tries(400, 10_000)):
        inserted_anywhere(text, [(chance.random(), chance.choice(MARKS)) for _ in range(chance.randint(1, 8))])


@pytest.mark.parametrize("filling", [" ", "- ", "\u00a0", "\u00a0 ", "[ ", "x", "1. ", "“", " #x", "\u200b:"])
def test_a_line_without_end_is_answered(filling: str) -> None:
    """However long a line is on which a file breaks, what may have broken it is soon looked for."""
    assert told(f"b: [\n{filling * (900_000 // len(filling))}")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_can_be_looked_through(text: str) -> None:
    """What is seen of a text has no sign that is not seen, and seeing it again changes nothing."""
    seen = as_seen(text)
    assert as_seen(seen) == seen or not seen.isascii()
    assert all(named(text[offset]).startswith("U+") for offset in unseen(text))
    assert text.isascii() or (found := odd(text)) is None or found[0] < len(text)


@pytest.mark.parametrize(
    "make", [lambda n: "“x" * n, lambda n: "\u200b" * n, lambda n: "x&amp;" * n, lambda n: "Аa " * n]
)
def test_a_file_full_of_them_is_read_soon(make: Callable[[int], str]) -> None:
    """However many there are, some are told and the rest is let be."""
    text = TWO_WORDS.replace(ARIA, f"name: {make(40)}")
    text = text.replace("background: >\n", "background: >\n" + "  " + f"x {make(15)}\n  " * 50 + "\n")
    assert len(proofread(text, "f")[1].doubts) < 200
