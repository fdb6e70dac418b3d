from __future__ import annotations

import re
import textwrap
from contextlib import suppress
from string import ascii_letters, ascii_uppercase, digits
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import KEY_BYTES, AudienceId, HappeningId, Past, ReadingId, Seed, SideTextId
from game.talks import (
    CHAIR,
    Accept,
    Admit,
    AllyAnswer,
    Amend,
    Announce,
    Answer,
    BreakSilence,
    Circulate,
    Close,
    Consult,
    Decline,
    Excuse,
    Extend,
    Headline,
    Hold,
    Interpret,
    KeepSilence,
    Leave,
    Move,
    Pass,
    Penned,
    Propose,
    Record,
    RecordError,
    Release,
    Reply,
    Respond,
    Revoke,
    Say,
    Shift,
    Sign,
    Sits,
    Sound,
    Transcribe,
    Vote,
    Wire,
    Withdraw,
    read_move,
    read_record,
    reading,
    write_move,
    write_record,
)
from game.text import DelegationId, IssueId, OptionId
from game.text.signs import NO_SIGN

# Drawn as a letter and a text: a regular expression takes ten times as long.
WHO = st.builds(str.__add__, st.sampled_from(ascii_uppercase), st.text(ascii_uppercase + digits, max_size=7)).map(
    DelegationId
)
NAME = st.builds(str.__add__, st.sampled_from(ascii_letters), st.text(ascii_letters + digits + "_-", max_size=9))
ISSUE, OPTION = NAME.map(IssueId), NAME.map(OptionId)
REMARK = st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(
    lambda said: NO_SIGN.sub("", said)
) | st.sampled_from(
    ['say "no"', "a\nb", "1. B leaves", "\u2028 and \x85 and \x9f", "# not a comment", "\\", "a  b", "“–”", "seed: 4"]
)
NUMBER = st.integers(0, 999_999)
SHIFT = st.builds(Shift, WHO, ISSUE, OPTION)
PENNED = st.builds(Penned, ISSUE, OPTION)
QUARTERS = st.integers(1, 400).map(lambda quarters: quarters / 4)
MOVES: st.SearchStrategy[Move] = st.one_of(
    st.builds(Propose, WHO, st.lists(SHIFT, max_size=4).map(tuple), st.booleans(), remark=REMARK),
    st.builds(Accept, WHO, NUMBER, remark=REMARK),
    st.builds(Decline, WHO, NUMBER, st.none() | ISSUE, st.booleans(), remark=REMARK),
    st.builds(Withdraw, WHO, NUMBER, remark=REMARK),
    st.builds(Amend, WHO, ISSUE, OPTION, remark=REMARK),
    st.builds(Consult, WHO, st.lists(ISSUE, max_size=4).map(tuple), remark=REMARK),
    st.builds(Say, WHO, remark=REMARK),
    st.builds(Sign, WHO, remark=REMARK),
    st.builds(Leave, WHO, remark=REMARK),
    st.builds(Hold, WHO, NAME.map(SideTextId), remark=REMARK),
    st.builds(Respond, WHO, st.sampled_from(get_args(Answer)), remark=REMARK),
    st.builds(Announce, WHO, ISSUE, OPTION, remark=REMARK),
    st.builds(Sound, WHO, WHO.map(AudienceId), remark=REMARK),
    st.builds(Circulate, WHO, remark=REMARK),
    st.builds(Interpret, WHO, st.none() | NAME.map(ReadingId), remark=REMARK),
    st.builds(KeepSilence, WHO, remark=REMARK),
    st.builds(BreakSilence, WHO, ISSUE, remark=REMARK),
    st.builds(Reply, WHO, st.sampled_from(get_args(AllyAnswer)), st.none() | ISSUE, remark=REMARK),
    st.builds(Vote, WHO, st.booleans(), st.none() | ISSUE, remark=REMARK),
    st.builds(Headline, WHO, remark=REMARK),
    st.builds(Pass, st.just(CHAIR), QUARTERS, remark=REMARK),
    st.builds(Extend, st.just(CHAIR), QUARTERS, remark=REMARK),
    st.builds(Release, st.just(CHAIR), NAME.map(HappeningId), remark=REMARK),
    st.builds(Wire, st.just(CHAIR), st.none() | WHO, remark=REMARK),
    st.builds(Revoke, st.just(CHAIR), NUMBER, remark=REMARK),
    st.builds(Close, st.just(CHAIR), remark=REMARK),
    st.builds(
        Transcribe, st.just(CHAIR), st.just(0.0) | QUARTERS, st.lists(PENNED, max_size=4).map(tuple), remark=REMARK
    ),
    st.builds(Admit, st.just(CHAIR), WHO.map(AudienceId), remark=REMARK),
    st.builds(Excuse, st.just(CHAIR), WHO.map(AudienceId), remark=REMARK),
)
WORDS = st.dictionaries(ISSUE, st.tuples(OPTION, st.integers(0, 3)), max_size=3)
PASTS = st.builds(
    lambda scenario, goodwill, words: Past(
        scenario,
        goodwill,
        {issue: option for issue, (option, _) in words.items()} or None,
        {issue: binds for issue, (_, binds) in words.items()},
    ),
    st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True),
    st.dictionaries(st.tuples(WHO, WHO), st.integers(0, 10), max_size=3),
    WORDS,
)


@given(MOVES)
@settings(max_examples=300)
def test_a_move_that_is_written_is_read(move: Move) -> None:
    """Reading what was written gives the same move, whatever was said with it, and it is one line."""
    line = write_move(move)
    assert "\n" not in line
    assert read_move(line) == move


def test_every_kind_of_move_can_be_written() -> None:
    """The moves above are of every kind that there is, so that a new one cannot be forgotten here."""
    written = set[type[Move]]()

    @given(MOVES)
    @settings(max_examples=600, derandomize=True)
    def gather(move: Move) -> None:
        written.add(type(move))

    gather()
    assert written == set(get_args(Move))


SEEDS = st.integers(-(10**18) + 1, 10**18 - 1) | st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES)
OPENINGS = st.tuples(st.booleans(), st.none() | PASTS, st.booleans())


@given(st.lists(MOVES, max_size=6), SEEDS, OPENINGS, st.sampled_from(get_args(Sits)))
def test_a_record_that_is_written_is_read(
    played: list[Move], seed: Seed, opening: tuple[bool, Past | None, bool], sits: Sits
) -> None:
    """Reading what was written gives the same record: scenario, fingerprint, seed, how it was opened, seats, moves."""
    seats: dict[DelegationId, Sits] = {DelegationId("RUS"): "person", DelegationId("NATO"): sits}
    record = Record("partnership-for-peace-1994", "5f0c8d21a3b4", seed, seats, tuple(played), *opening)
    assert read_record(write_record(record)) == record


def test_a_record_is_readable() -> None:
    """A record reads as it is described: who does what, in words, with what was said."""
    seats: dict[DelegationId, Sits] = {DelegationId("RUS"): "person", DelegationId("NATO"): "minister"}
    played = tuple(
        map(
            read_move,
            (
                'RUS tables RUS:status=role NATO:weight=rank  "Our weight must be written down."',
                "NATO declines 1 over status, never",
                "RUS asks status",
            ),
        )
    )
    told, end = write_record(Record("pfp", "5f0c", 7, seats, played)).split("# end: ")
    assert re.fullmatch(r"3 moves, [0-9a-f]{16}\n", end)
    assert told == (
        "As Appropriate record 1\n"
        "scenario: pfp 5f0c\n"
        "seed: 7\n"
        "seat RUS: person\n"
        "seat NATO: minister\n"
        "\n"
        '1. RUS tables RUS:status=role NATO:weight=rank  "Our weight must be written down."\n'
        "2. NATO declines 1 over status, never\n"
        "3. RUS asks status\n"
    )


def test_a_record_of_everything_around_the_table_is_readable() -> None:
    """Side texts, the press, allies and closing statements are written in words too, and so is how the talks were
    opened."""
    lines = (
        'RUS holds nacc  "The reference comes out."',
        "NATO sits",
        "RUS gives",
        "RUS swaps",
        "RUS announces status=role",
        "NATO sounds US",
        "NATO circulates",
        "RUS reads rus-appropriate",
        "NATO reads -",
    )
    played = tuple(map(read_move, lines))
    past = Past(
        "pfp",
        {(DelegationId("RUS"), DelegationId("NATO")): 10},
        {IssueId("status"): OptionId("role")},
        {IssueId("status"): 2},
    )
    told, _ = write_record(Record("act", "5f0c", 7, {}, played, as_written=True, past=past)).split("# end: ")
    assert told == (
        "As Appropriate record 1\n"
        "scenario: act 5f0c\n"
        "seed: 7\n"
        "draw: as written\n"
        "after: pfp RUS+NATO=10 status=role/2\n"
        "\n"
    ) + "".join(f"{number}. {line}\n" for number, line in enumerate(lines, 1))


def test_what_was_said_can_be_read() -> None:
    """A remark stands in a record in its own letters, whatever the language."""
    assert write_move(Say(DelegationId("RUS"), remark="По мере необходимости.")) == 'RUS says  "По мере необходимости."'


def test_a_record_may_hold_comments_and_other_line_ends() -> None:
    """Lines that begin with # and empty lines are passed over, and a record from another system is read."""
    told = 'As Appropriate record 1\r\nscenario: pfp 5f\r\n# played in class\r\nseed: 7\r\n\r\n1. A says  "Yes."\r\n'
    assert read_record(told) == Record("pfp", "5f", 7, {}, (Say(DelegationId("A"), remark="Yes."),))


HEAD = "As Appropriate record 1\nscenario: pfp 5f\nseed: 7\n"


@pytest.mark.parametrize(
    ("told", "line", "kind"),
    [
        ("", 1, "first-line"),
        ("A letter\n", 1, "first-line"),
        ("As Appropriate record 1\nseed: 7\n", 2, "no-line"),
        ("As Appropriate record 1\nscenario: pfp\n", 2, "no-line"),
        ("As Appropriate record 1\nscenario: pfp\nseed: seven\n", 3, "seed"),
        (HEAD + "A says\n", 4, "numbered"),
        ("\n\n  A letter\n", 3, "first-line"),
        ("As Appropriate record 0\n", 1, "first-line"),
        ("\nAs Appropriate record 2\n" + HEAD.partition("\n")[2], 2, "later-version"),
        (HEAD + "\n" + HEAD, 5, "second-record"),
        (HEAD + "seed: 8\n", 4, "twice"),
        (HEAD + "seat A: person\nseat B: student\n\nseat A: minister\n", 7, "twice"),
        (HEAD + "sead: 8\n", 4, "heading"),
        (HEAD + "date : today\n", 4, "heading"),
        ("As Appropriate record 1\nscenario:\nseed: 7\n", 2, "scenario"),
        ("As Appropriate record 1\nscenario: pfp 5f 6f\nseed: 7\n", 2, "scenario"),
        ("As Appropriate record 1\nscenario: pfp\nseed: " + "9" * 41 + "\n", 3, "seed"),
        (HEAD + "after: pfp A+B=5 A+B=6\n", 4, "twice"),
        (HEAD + "after: pfp verb=will/2 verb=may/2\n", 4, "twice"),
        (HEAD + '1. A says  "\\u0000"\n', 4, "sign"),
        (HEAD + '1. A says  "\x1b[2J"\n', 4, "sign"),
        (HEAD + '1. A says  "\\ud800"\n', 4, "sign"),
        (HEAD + '1. A says  "\\uffff"\n', 4, "sign"),
        (HEAD + '1. A says  "\U0002fffe"\n', 4, "sign"),
        (HEAD + "seat A\0: person\n", 4, "sign"),
        (HEAD + '1. A says  "broken\nin two"\n', 4, "unclosed"),
        (HEAD + '1. A tables A:b=c  "Your\n', 4, "unclosed"),
        (HEAD + '1. A says  "one" "two"\n', 4, "remark"),
        (HEAD + "# end: 0 mo", 4, "end"),
        (HEAD + "# end: 3 moves, 0123456789abcdef\n", 4, "short"),
        (HEAD + "# end: 0 moves, 0123456789abcdef\n", 4, "changed"),
        (HEAD + "1. A says\n3. A says\n", 5, "missing"),
        (HEAD + "1. A\n", 4, "move"),
        (HEAD + "1. A sings\n", 4, "no-such-move"),
        (HEAD + "1. A leaves now\n", 4, "no-such-move"),
        (HEAD + "1. A accepts it\n", 4, "package-number"),
        (HEAD + "1. A accepts -1\n", 4, "package-number"),
        (HEAD + "1. A declines 1 on verb\n", 4, "refusal"),
        (HEAD + "1. A moves verb\n", 4, "wording"),
        (HEAD + "1. A tables verb=will\n", 4, "package-wording"),
        (HEAD + '1. A says "\\q"\n', 4, "remark"),
        (HEAD + "1. A announces verb\n", 4, "wording"),
        (HEAD + "1. A holds\n", 4, "no-such-move"),
        (HEAD + "1. A holds one two\n", 4, "no-such-move"),
        (HEAD + "1. A sits now\n", 4, "no-such-move"),
        (HEAD + "1. A sounds\n", 4, "no-such-move"),
        (HEAD + "1. A reads\n", 4, "no-such-move"),
        (HEAD + "1. A circulates it\n", 4, "no-such-move"),
        (HEAD + "draw: by hand\n", 4, "draw"),
        (HEAD + "after:\n", 4, "past-scenario"),
        (HEAD + "after: pfp A+B=11\n", 4, "past"),
        (HEAD + "after: pfp verb=will\n", 4, "past"),
        (HEAD + "after: pfp verb=will/4\n", 4, "past"),
        (
            HEAD + "seat A: cat\n",
            4,
            "seat",
        ),
        (HEAD + "seat A: person\nseat B: ministre\n", 5, "seat"),
        (HEAD + "adviser: a good one\n", 4, "adviser"),
    ],
)
def test_a_fault_is_named_with_its_line(told: str, line: int, kind: str) -> None:
    """A record that cannot be read says in which line, and why."""
    with pytest.raises(RecordError) as fault:
        read_record(told)
    assert (fault.value.line, fault.value.kind) == (line, kind)


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
    | st.text(alphabet='A12. says"tables:=overnever,\n', max_size=80)
)
def test_anything_is_read_or_refused(told: str) -> None:
    """Any string is a record, or is refused with a line; nothing else happens."""
    with suppress(RecordError):
        record = read_record(HEAD + told)
        assert read_record(write_record(record)) == record


ENDS = st.sampled_from(["\n", "\r\n", "\r"])
MAILED = st.sampled_from(["", "> ", ">> ", " > ", ">"])


@given(st.lists(MOVES, max_size=4), ENDS, MAILED, st.sampled_from(["", "\ufeff"]), st.integers(0, 3), st.booleans())
def test_a_record_is_read_however_it_was_sent(
    played: list[Move], ends: str, mailed: str, mark: str, blank: int, around: bool
) -> None:
    """With the line ends of any system, a byte order mark, empty lines before it, quoted in a mail, and with words
    before its first line and after its last."""
    record = Record("pfp", "5f0c", bytes(range(16)), {DelegationId("RUS"): "person"}, tuple(played))
    rows = write_record(record).rstrip("\n").split("\n")
    rows = ["", "On Monday the chair wrote:", *rows, "-- ", "The chair"] if around else rows
    told = mark + ends.join([*([""] * blank), *(mailed + row for row in rows), ""])
    found = reading(told)
    assert found.record == record
    assert found.whole
    line = told.split(ends)[found.seats[DelegationId("RUS")] - 1]
    assert line.endswith("seat RUS: person")


@given(st.lists(MOVES, min_size=1, max_size=4), st.integers(20, 76))
def test_lines_that_a_mail_has_broken_are_put_together(played: list[Move], wide: int) -> None:
    """Where a line was broken at a space; the last line says that it was. Where that is not so, it is refused."""
    told = write_record(Record("pfp", "5f0c", 7, {DelegationId("A"): "person"}, tuple(played)))
    *rows, end = told.rstrip("\n").split("\n")
    broken = [part for row in rows for part in textwrap.wrap(row, wide, break_long_words=False, break_on_hyphens=False)]
    with suppress(RecordError):
        found = reading("\n".join(f"> {row}" for row in [*broken, end]))
        assert found.whole
        assert found.record == read_record(told)


def test_a_mail_may_break_a_record() -> None:
    """A long remark, quoted and broken, comes back as it was said."""
    said = "We have come to find words, and hope that you have too. Read regular consultations first: 12 h are enough."
    record = Record("pfp", "5f0c", 7, {DelegationId("A"): "person"}, (Say(DelegationId("A"), remark=said),))
    *rows, end = write_record(record).rstrip("\n").split("\n")
    broken = [part for row in rows for part in textwrap.wrap(row, 40)]
    assert len(broken) > len(rows)
    assert read_record("\n".join(f"> {row}" for row in [*broken, end])) == record
    with pytest.raises(RecordError):
        read_record("\n".join(f"> {row}" for row in broken))


def test_spaces_of_a_word_processor_are_spaces() -> None:
    """A space that does not break, two spaces, a tab and spaces before a line are as good as one."""
    told = write_record(Record("pfp", "5f0c", 7, {DelegationId("A"): "person"}, (read_move("A tables B:c=d A:c=d"),)))
    assert read_record(told.replace(" ", "\u00a0")) == read_record(told)
    assert read_record(told.replace(" ", " \t").replace("\n", "\n  ")) == read_record(told)


@given(st.data())
def test_what_is_cut_off_or_changed_is_noticed(data: st.DataObject) -> None:
    """A record whose end is gone is no whole one; where any other line is gone, or a number is another, it is refused.
    So it is where the seed is another, which plays the same moves with other points."""
    played = data.draw(st.lists(MOVES, min_size=1, max_size=4))
    told = write_record(Record("pfp", "5f0c", 7, {DelegationId("A"): "person"}, tuple(played)))
    rows = told.rstrip("\n").split("\n")
    gone = data.draw(st.integers(1, len(rows) - 1))
    with suppress(RecordError):
        assert not reading("\n".join(rows[:gone])).whole
    if rows[gone] and gone < len(rows) - 1:
        with pytest.raises(RecordError):
            reading("\n".join([*rows[:gone], *rows[gone + 1 :]]))
    with pytest.raises(RecordError) as fault:
        reading(told.replace("seed: 7", "seed: 8"))
    assert (fault.value.line, fault.value.kind) == (len(rows), "changed")
    assert not reading("\n".join(rows[:-1])).whole
