"""YAML is read with bounds, as YAML 1.2, and every mistake has its exact place."""

from __future__ import annotations

import pytest
import yaml

from game.scenario.reader import DEEPEST, MOST_BYTES, MOST_CHARACTERS, MOST_VALUES, read
from tests.library import LARGE_SLOWLY
from tests.library import source as file_of


def said(source: bytes | str) -> list[str]:
    return [str(mistake).removeprefix("f:") for mistake in read(source, "f").mistakes]


NESTED = "".join(" " * depth + "-\n" for depth in range(DEEPEST + 1))


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        (b"", "1:1: the file is empty"),
        (b"# only a remark\n", "1:1: the file is empty"),
        (b"a: 1\nb: 2\na: 3\n", "3:1: duplicate key 'a'; the first is at line 1"),
        (b"a:\n  b: 1\n  'b': 2\n", "3:3: duplicate key 'b'; the first is at line 2"),
        (b"a: !mine x\n", "1:4: a tag, '!mine', cannot be used in a scenario"),
        (b"a: !!python/object:os.system x\n", "1:4: a tag, '!!python/object:os.system', cannot"),
        (b"a: !mine\n  b: 1\n", "1:4: a tag, '!mine', cannot be used in a scenario"),
        (b"a: &x {b: 1}\nc:\n  <<: *x\n", "3:3: a merge key, '<<', cannot be used in a scenario: write the keys out"),
        (b"a: 1\n---\nb: 2\n", "2:1: a second document begins here: a scenario file holds one"),
        (b"? [a]\n: b\n", "1:3: a key must be a plain text"),
        (b"a: {*x : 1}\n", "1:5: a key must be a plain text"),
        (b"a: 1\n7: b\n", "2:1: a key must be a text, not '7'; put it in quotation marks"),
        (b"true: b\n", "1:1: a key must be a text, not 'true'; put it in quotation marks"),
        (b"a: .nan\n", "1:4: '.nan' is not a number that can be counted with"),
        (b"a: [1, -.Inf]\n", "1:8: '-.Inf' is not a number that can be counted with"),
        (b"a: 1e999\n", "1:4: the number '1e999' is too large"),
        (b"a: 1234567890123456789\n", "1:4: the number '1234567890123456789' has too many digits"),
        (b"a: &a [*a]\n", "1:8: no anchor '&a' is complete before this alias"),
        (b"a: *nobody\n", "1:4: no anchor '&nobody' is complete before this alias"),
        (b"title: \xff\n", "1:8: the file is not UTF-8: byte 0xff"),
        ("тише\n".encode() + b"\xc3(", "2:1: the file is not UTF-8: byte 0xc3"),
        (b"a: 1\nb: \x00\n", "2:4: control sign U+0000 in the file"),
        ("a: 1\nb: т\x07\n", "2:5: control sign U+0007 in the file"),
        ("a: \u202eevil\n", "1:4: control sign U+202E (right-to-left override) in the file"),
        ("a: \ud800\n", "1:4: control sign U+D800 in the file"),
        (b'a: "\\x07"\n', "1:4: control sign U+0007 in a text"),
        (b"a:\n\t- b\n", "2:1: a tab cannot indent YAML: use spaces"),
        (b'a: "never closed\nb: 1\n', "3:1: the file ends inside a quotation, a list or a mapping"),
        (b"a: b: c\n", "1:5: a ':' stands where no key can be"),
        (b"a: 1\n  b: 2\n", "2:4: a ':' stands where no key can be"),
        (b"a: [1\nb: 2\n", "2:2: a ',' or a closing bracket is missing before this"),
        (b"a: @b\n", "1:4: this sign cannot begin a text: put the text in quotation marks"),
        (b"[" * 900, f"1:{DEEPEST + 1}: values are nested more than 32 deep"),
        (b"- " * 900, f"1:{2 * DEEPEST + 1}: values are nested more than 32 deep"),
        (NESTED, f"{DEEPEST + 1}:{DEEPEST + 1}: values are nested more than 32 deep"),
        ("a: " + "x" * (MOST_CHARACTERS + 1), "1:4: this text is longer than 16,000 characters"),
        (b"#" * (MOST_BYTES + 1), "1:1: the file is larger than 1 MiB"),
        ("[" + "a," * MOST_VALUES + "]", f"1:{2 * MOST_VALUES}: the file holds more than 50,000 values"),
    ],
)
def test_a_bad_file_is_answered_at_its_place(source: bytes | str, answer: str) -> None:
    """Every class of bad input gives one mistake, at the line and column of the fault."""
    assert len(said(source)) == 1
    assert said(source)[0].startswith(answer)


@pytest.mark.parametrize("sign", ["[", "- "])
def test_a_file_nested_without_end_is_refused(sign: str) -> None:
    """Newer parsers stop by themselves a thousand deep, further on in the line than we would."""
    (answer,) = said(sign.encode() * 30_000)
    assert answer.startswith("1:")
    assert answer.endswith(": values are nested more than 32 deep")


def test_reading_goes_on_after_a_mistake() -> None:
    """One reading names every mistake that does not end it."""
    source = b"a: !x 1\nb: .inf\na: 2\n<<: {}\nc: *d\n"
    assert [answer.split(": ")[0] for answer in said(source)] == ["1:4", "2:4", "3:1", "4:1", "5:4"]


def test_words_that_yaml_1_1_takes_for_something_else_stay_words() -> None:
    """Only true and false are booleans, only plain decimals are numbers, dates and times are texts."""
    words = ["no", "on", "Yes", "OFF", "True", "n", "12:30:45", "010", "0x1F", "1_000", "2024-01-01"]
    words += ["+.5", "1.", "nan", "inf", "NULL", "="]
    source = f"""
        words: [{", ".join(words)}]
        numbers: [0, -7, +3, 1.5, 1e3, -0.25]
        booleans: [true, false]
        nothing: [null, ~, ]
        quoted: ["true", '7', "null", "<<"]
        """
    reading = read(source, "f")
    assert reading.mistakes == ()
    assert reading.data == {
        "words": words,
        "numbers": [0, -7, 3, 1.5, 1000.0, -0.25],
        "booleans": [True, False],
        "nothing": [None, None],
        "quoted": ["true", "7", "null", "<<"],
    }


def test_a_block_does_not_print_the_line_break_that_ends_it() -> None:
    """`>` and `|` keep the breaks inside, and drop the one at the end that YAML adds."""
    assert read("a: >\n  one\n  two\nb: |\n  one\n  two\n", "f").data == {"a": "one two", "b": "one\ntwo"}


def test_an_alias_is_the_value_that_it_names() -> None:
    """Aliases may be used: each stands at its own place, what is in it at the anchor's."""
    reading = read("a: &x [1, 2]\nb: *x\n", "f")
    assert reading.data == {"a": [1, 2], "b": [1, 2]}
    b = reading.place.inside["b"]
    assert ((b.line, b.column), (b.inside[0].line, b.inside[0].column)) == ((2, 4), (1, 8))


def test_aliases_count_as_what_they_expand_to() -> None:
    """A billion laughs, written out or nested ever deeper, are stopped by the bounds on values and on depth."""
    laughs = "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    for name, last in zip("bcdefghij", "abcdefghi", strict=True):
        laughs += f"{name}: &{name} [{','.join([f'*{last}'] * 10)}]\n"
    assert said(laughs) == ["5:17: the file holds more than 50,000 values, aliases written out"]
    deeper = "a: &a [[[[[[[[[[[[x]]]]]]]]]]]]\nb: &b [[[[[[[[[[[[*a]]]]]]]]]]]]\nc: [[[[[[[[[[[[*b]]]]]]]]]]]]\n"
    assert said(deeper) == ["3:16: values are nested more than 32 deep"]


def test_a_byte_order_mark_is_no_fault() -> None:
    """Windows editors put one first; columns count without it."""
    assert said(b"\xef\xbb\xbfa: !x 1") == ["1:4: a tag, '!x', cannot be used in a scenario"]


def test_what_is_echoed_is_cut_short() -> None:
    """A message never repeats a long key, tag, number or anchor whole."""
    long = "x" * 15_000
    for source in (f"a: !{long} 1", f"{long}: 1\n{long}: 2", f"a: *{long}", "a: " + "9" * 15_000, f"? {long}\n: *y"):
        assert all(len(answer) < 200 for answer in said(source))


@pytest.mark.parametrize(
    "source",
    [
        b"a: 1\na: 2\n",
        b"[" * 3_000,
        b'a: "\\UFFFFFFFF"',
        b"a:\n\t- b\n",
        b"<<: {}\n",
        b"a: [no, 7, .nan]\n",
        b"a: 1\n---\nb: 2",
    ],
)
def test_the_parser_written_in_python_gives_the_same_places(source: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without libyaml, a fault is found on the same line."""
    fast = read(source, "f")
    monkeypatch.delattr(yaml, "CSafeLoader")
    slow = read(source, "f")
    assert [mistake.line for mistake in slow.mistakes] == [mistake.line for mistake in fast.mistakes]
    assert slow.data == fast.data


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_every_scenario_is_read_by_the_parser_written_in_python(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The two parsers differ in what they forgive, such as a question mark in braces that nothing quotes."""
    fast = read(file_of(name), name)
    monkeypatch.delattr(yaml, "CSafeLoader")
    slow = read(file_of(name), name)
    assert not slow.mistakes
    assert slow.data == fast.data
