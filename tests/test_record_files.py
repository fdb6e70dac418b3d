"""Records on their way: exported without loss of anything, read however a shell or an editor has left them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.__main__ import main
from game.process import settle_streams
from game.table import HOME, RecordFileError, Store, recorded
from game.table.records import written
from game.talks import Record, RecordError, Say, write_record
from game.text import DelegationId
from game.text.signs import NO_SIGN

ROOT = Path(__file__).parent.parent
LAKE = str(ROOT / "tests" / "scenarios" / "two-words.yaml")
ARIA = DelegationId("ARIA")
SAID = "−½ “Größe” Ж 🙂 \u202e\u200b"
Capture = pytest.CaptureFixture[str]


def told(*remarks: str, seat: str = "ARIA") -> str:
    """A record of talks about the lake in which these things were said."""
    record = Record(
        "two-words", "", 1, {DelegationId(seat): "person"}, tuple(Say(ARIA, remark=each) for each in remarks)
    )
    return write_record(record)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))


ENCODINGS: tuple[Callable[[str], bytes], ...] = (
    lambda words: words.encode(),
    lambda words: words.encode("utf-8-sig"),
    lambda words: b"\xff\xfe" + words.encode("utf-16-le"),
    lambda words: b"\xfe\xff" + words.encode("utf-16-be"),
    lambda words: words.encode("utf-16-le"),
    lambda words: words.encode("utf-16-be"),
    lambda words: words.encode("utf-32"),
    lambda words: words.encode("ascii", "as-appropriate-number"),  # as it is printed for PowerShell
)
REMARKS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).map(
    lambda said: NO_SIGN.sub("", said) or "Yes."
)


@given(st.lists(REMARKS, max_size=3), st.sampled_from(ENCODINGS), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
@settings(max_examples=150)
def test_what_is_written_is_read_in_every_encoding_of_unicode(
    tmp_path_factory: pytest.TempPathFactory, said: list[str], encode: Callable[[str], bytes], ends: str, blank: bool
) -> None:
    """With a mark or without, with the line ends of every system, and whatever was said."""
    settle_streams()
    path = tmp_path_factory.getbasetemp() / "sent.txt"
    path.write_bytes(encode((ends if blank else "") + told(*said).replace("\n", ends)))
    found = written(str(path))
    assert found is not None
    assert found.whole
    assert [move.remark for move in found.record.moves] == said


@pytest.mark.parametrize(
    ("source", "kind", "line"),
    [
        (told("“Yes”").encode("cp1252"), "code-page", 6),
        (told("Größe").encode("latin-1"), "code-page", 6),
        (told("По мере").encode("koi8-r"), "code-page", 6),
        (told("Yes.").encode("utf-16")[:-1], "damaged-text", 7),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "no-text", 0),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n\0\1\2", "no-text", 0),
        (b"", None, 0),
        (b"A letter.\n", None, 0),
    ],
)
def test_what_is_no_text_of_unicode_is_named(source: bytes, kind: str | None, line: int, tmp_path: Path) -> None:
    """The true reason: which encoding it seems to be, and the line; or that it is no record."""
    path = tmp_path / "sent.txt"
    path.write_bytes(source)
    with pytest.raises((RecordFileError, RecordError)) as fault:
        written(str(path))
    if isinstance(fault.value, RecordFileError):
        assert (fault.value.kind, fault.value.line) == (kind, line)
    else:
        assert isinstance(fault.value, RecordError)
        assert (kind, fault.value.kind) == (None, "first-line")


def test_a_code_page_is_named_where_it_can_be_seen(tmp_path: Path, capsys: Capture) -> None:
    """Quotation marks of Windows look like it; letters of another page do not."""
    for page, name in (("cp1252", "Windows-1252"), ("cp866", "an older code page")):
        (tmp_path / "sent.txt").write_bytes(told("“Yes”" if page == "cp1252" else "По мере").encode(page))
        assert main(["replay", str(tmp_path / "sent.txt"), "--scenario", LAKE]) == 1
        error = capsys.readouterr().err
        assert f"seems to be saved in {name}" in error
        assert "line 6 is not UTF-8" in error


def test_a_seat_that_the_scenario_has_not_is_refused(tmp_path: Path, capsys: Capture) -> None:
    """With its line: else the person who sat there would be dropped, and the computer would play on alone."""
    (tmp_path / "record.txt").write_text(told("Yes.", seat="ARIAS"), encoding="utf-8")
    for verb in ("import", "replay"):
        assert main([verb, str(tmp_path / "record.txt"), "--scenario", LAKE]) == 1
        assert "line 4: there is no delegation 'ARIAS'" in capsys.readouterr().err
    assert Store().games() == ()


def test_a_record_without_its_end_is_read_and_that_is_said(tmp_path: Path, capsys: Capture) -> None:
    """It is unfinished, as one of an earlier version may be."""
    (tmp_path / "record.txt").write_text(told("Yes.", "No.").rpartition("# end")[0], encoding="utf-8")
    for verb in ("import", "replay"):
        assert main([verb, str(tmp_path / "record.txt"), "--scenario", LAKE]) in (0, 1)
    (tmp_path / "record.txt").write_text(told("Yes.").rpartition("# end")[0], encoding="utf-8")
    for verb in ("import", "replay"):
        capsys.readouterr()
        assert main([verb, str(tmp_path / "record.txt"), "--scenario", LAKE]) == 0
        assert "has no last line" in " ".join(capsys.readouterr().out.split())
    found = recorded(str(tmp_path / "record.txt"), LAKE)
    assert not found.whole


def shell(words: str, home: Path, sent: bytes | None = None, **changed: str) -> subprocess.CompletedProcess[bytes]:
    """A command of the shell; `$GAME` stands for the game."""
    return subprocess.run(
        ["bash", "-c", words.replace("$GAME", f'"{sys.executable}" -m game').replace("$LAKE", f'"{LAKE}"')],
        cwd=ROOT,
        input=sent,
        capture_output=True,
        timeout=100,
        check=False,
        env={**os.environ, HOME: str(home), **changed},
    )


needs_shell = pytest.mark.skipif(os.name == "nt", reason="Windows has no such shell")


@needs_shell
@pytest.mark.parametrize("page", ["cp1252", pytest.param("utf-16", marks=pytest.mark.slow)])
def test_a_record_that_is_printed_comes_back(page: str, tmp_path: Path) -> None:
    """Out by a shell's `>` on a machine with such a code page, in again through a pipe: not a sign is lost."""
    (tmp_path / "in.txt").write_text(told(SAID), encoding="utf-8")
    there = (
        "cat HERE/in.txt | $GAME import - --scenario $LAKE && $GAME export 1 - --unfinished > HERE/out.txt"
        " && $GAME import <(cat HERE/out.txt) --scenario $LAKE && $GAME replay - --scenario $LAKE < HERE/out.txt"
    )
    done = shell(there.replace("HERE", str(tmp_path)), tmp_path, PYTHONIOENCODING=page)
    assert (done.returncode, done.stderr) == (0, b"")
    store = Store(tmp_path / "talks.sqlite3")
    assert [store.load(game)[0].moves for game in (1, 2)] == [(Say(ARIA, remark=SAID),)] * 2
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").count(SAID[:14]) == 1


@needs_shell
def test_a_scenario_comes_through_a_pipe() -> None:
    """`-` is what is sent, and so is a pipe that the shell has opened."""
    done = shell("$GAME check - <(cat $LAKE) < $LAKE", ROOT)
    assert done.returncode == 0
    assert done.stdout.startswith(b"<stdin>: ")
    assert done.stdout.count(b"\n") == 2
    assert shell("$GAME check - < /dev/null", ROOT).stdout.startswith(b"<stdin>:1:1: ")
    assert shell("$GAME check - <&-", ROOT).stdout.startswith(b"<stdin>: cannot be read")


@pytest.mark.parametrize("verb", ["replay", "import"])
def test_no_name_is_a_sentence(verb: str, capsys: Capture) -> None:
    """An empty variable of the shell names no record."""
    assert main([verb, ""]) == 1
    assert capsys.readouterr().err.startswith("Name a record")


# ---- what is there already --------------------------------------------------------------------------------------


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    """A folder in which one talks is kept, and the names of files are looked for."""
    (tmp_path / "in.txt").write_text(told(SAID), encoding="utf-8")
    assert main(["import", str(tmp_path / "in.txt"), "--scenario", LAKE]) == 0
    capsys.readouterr()
    monkeypatch.chdir(tmp_path)
    return tmp_path


EXPORT = ["export", "1", "thesis.txt", "--unfinished"]
EACH = ["simulate", LAKE, "--runs", "2", "--jobs", "1", "--json", "--each", "thesis.txt"]


@pytest.mark.parametrize("command", [EXPORT, EACH], ids=["export", "each"])
def test_a_file_that_is_there_stays_unless_it_is_said(command: list[str], kept: Path, capsys: Capture) -> None:
    """Without a terminal nobody can be asked: a sentence, another exit code, and the file as it was. `--force` writes
    it over, through a link too, which stays one."""
    thesis, link = kept / "thesis.txt", kept / "link.txt"
    thesis.write_text("years of work", encoding="utf-8")
    link.symlink_to(thesis)
    for name in ("thesis.txt", "link.txt"):
        assert main([name if word == "thesis.txt" else word for word in command]) == 1
        printed = capsys.readouterr()
        assert "stays as it is" in printed.err
        assert "--force" in printed.err
        assert thesis.read_text(encoding="utf-8") == "years of work"
    assert main([*("link.txt" if word == "thesis.txt" else word for word in command), "--force"]) == 0
    assert link.is_symlink()
    assert thesis.read_text(encoding="utf-8").startswith(("As Appropriate", "{"))
    assert sorted(path.name for path in kept.iterdir()) == ["home", "in.txt", "link.txt", "thesis.txt"]


def test_talks_are_never_written_over_their_scenario(kept: Path, capsys: Capture) -> None:
    """Not even where somebody insists, and under no other name."""
    mine, other = kept / "mine.yaml", kept / "other.yaml"
    mine.write_bytes(Path(LAKE).read_bytes())
    other.symlink_to(mine)
    for name in ("mine.yaml", "other.yaml"):
        command = ["simulate", "mine.yaml", "--runs", "1", "--jobs", "1", "--each", name, "--force"]
        assert main(command) == 1
        assert "is the scenario itself" in capsys.readouterr().err
    assert mine.read_bytes() == Path(LAKE).read_bytes()


def test_a_sweep_that_cannot_be_written_on_leaves_whole_lines(kept: Path) -> None:
    """The disk is full: an old file is as it was; a new one has whole lines, or is not there."""
    code = (
        "import resource, signal, sys\nfrom game.__main__ import main\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "_, most = resource.getrlimit(resource.RLIMIT_FSIZE)\n"
        "for name, room in (('old.jsonl', 1000), ('new.jsonl', 1000), ('none.jsonl', 10)):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))\n"
        "    print(main([*sys.argv[1:], '--each', name]), flush=True)\n"
    )
    old = kept / "old.jsonl"
    old.write_text("years of work", encoding="utf-8")
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", code, "simulate", LAKE, "--runs", "5", "--jobs", "1", "--force"],
        cwd=kept,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert done.stdout.split() == [b"1"] * 3
    assert done.stderr.count(b"cannot be written") == 3
    words = (kept / "new.jsonl").read_text(encoding="utf-8")
    assert words.endswith("}\n")
    assert 100 < len(words) <= 1000
    assert old.read_text(encoding="utf-8") == "years of work"
    assert not (kept / "none.jsonl").exists()
    assert not list(kept.glob(".*"))


def test_a_sweep_is_written_where_a_link_leads(kept: Path) -> None:
    """Also where nothing is there yet."""
    (kept / "link.csv").symlink_to(kept / "sweep.csv")
    assert main(["simulate", LAKE, "--runs", "1", "--jobs", "1", "--each", "link.csv"]) == 0
    assert (kept / "link.csv").is_symlink()
    assert len((kept / "sweep.csv").read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    "command",
    [
        ["export", "1", "--unfinished"],
        ["simulate", LAKE, "--runs", "1", "--each"],
        ["import", "in.txt", "--scenario"],
        ["watch", LAKE, "--after"],
    ],
)
def test_an_empty_name_is_no_file(command: list[str], capsys: Capture) -> None:
    """An unset variable of the shell: what was asked for is not left undone in silence."""
    with pytest.raises(SystemExit) as ended:
        main([*command, ""])
    assert ended.value.code == 2
    assert "'' is the name of no file" in capsys.readouterr().err


pexpect = pytest.importorskip("pexpect")


@pytest.mark.skipif(not hasattr(pexpect, "spawn"), reason="no pseudo-terminal here")
@pytest.mark.parametrize("answer", ["yes", "no", "", "\x04"])
def test_at_a_terminal_it_is_asked(answer: str, kept: Path) -> None:
    """Only a yes writes the file over."""
    thesis = kept / "thesis.txt"
    thesis.write_text("years of work", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = pexpect.spawn(sys.executable, ["-m", "game", *EXPORT], cwd=str(kept), env=environment, encoding="utf-8")
    child.expect("written over")
    child.expect("no:")
    child.send(answer if answer == "\x04" else f"{answer}\r")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == (0 if answer == "yes" else 1)
    assert "Traceback" not in child.before
    assert (thesis.read_text(encoding="utf-8") == "years of work") == (answer != "yes")
