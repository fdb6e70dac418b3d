"""The command line: every verb, every ending, and never a traceback."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
import types
from collections.abc import Mapping
from pathlib import Path

import pytest

from game.__main__ import LANGUAGE, main
from game.delegations import Policy
from game.desktop.kit.display import open_display
from game.players import adviser
from game.process import has_display
from game.scenario import Past, load, shipped, source_of
from game.table import EVERYBODY, HOME, Start, Store, fingerprint
from game.talks import EARLIER, LEVEL_NAMES, Refused, Say, Sits, Why
from game.terminal.starting import follows_words
from game.text import DelegationId
from game.words.causes import headline
from game.words.levels import played, short_names
from game.words.refusals import refusal

ROOT = Path(__file__).parent.parent
LAKE = str(ROOT / "tests" / "scenarios" / "two-words.yaml")
ARIA = DelegationId("ARIA")
VERBS = (
    "play",
    "watch",
    "replay",
    "debrief",
    "analyse",
    "simulate",
    "check",
    "list",
    "resume",
    "report",
    "export",
    "import",
    "schema",
)

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with a home of its own, and with neither a display nor a terminal."""
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    type_in(monkeypatch, "")


def type_in(monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
    """Let these lines come from standard input, which is no terminal."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))


def run(*argv: str) -> int:
    """The exit code of a command, also where argparse ends it."""
    try:
        return main(argv)
    except SystemExit as ended:
        return int(ended.code or 0)


def by_itself(*argv: str, **changed: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, with no standard input; these variables are changed, or gone if empty."""
    return subprocess.run(
        [sys.executable, "-m", "game", *argv],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
        env={name: value for name, value in {**os.environ, **changed}.items() if value},
    )


@pytest.mark.parametrize("argv", [["--help"], *([verb, "--help"] for verb in VERBS)])
def test_every_verb_has_help(argv: list[str], capsys: Capture) -> None:
    """`--help` prints a usage and is no mistake."""
    assert run(*argv) == 0
    assert "usage: as-appropriate" in capsys.readouterr().out


def test_help_loads_nothing_of_the_game() -> None:
    """Asking for help must not wait for the rules or for pygame: what reads numbers and the process is there, and the
    language."""
    code = (
        "import sys\nbefore = set(sys.modules)\nfrom game.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted(name for name in sys.modules.keys() - before if name.startswith("
        "('game.', 'pygame', 'pydantic', 'tqdm', 'distributed', 'multiprocessing', 'concurrent'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = ["__main__", "classes", "command_line", "numbers", "options", "papers", "players", "process"]
    loaded += ["words", "words.language"]
    assert done.stdout.splitlines()[-1] == str([f"game.{name}" for name in loaded])


def test_a_language_is_named_by_an_option_or_by_the_machine(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Before the command or behind it; the option is stronger. What is not there is refused."""
    assert run("--language", "en", "list") == run("list", "--language=en") == 0
    capsys.readouterr()
    assert run("list", "--language", "xx") == 1
    assert "“xx”" in capsys.readouterr().err
    monkeypatch.setenv(LANGUAGE, str(tmp_path / "none.mo"))
    assert run("list") == 1
    assert "none.mo" in capsys.readouterr().err
    assert run("list", "--language", "en") == 0


def test_nobody_waits_for_the_computer_to_load() -> None:
    """Window, terminal and table are there before numpy: the computer's delegations load when they first think."""
    code = (
        "import sys, game.__main__, game.desktop, game.table, game.terminal;"
        "print([m for m in ('numpy', 'moocore', 'game.analysis', 'game.delegations') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_version_is_told(capsys: Capture) -> None:
    """`--version` names the game."""
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("As Appropriate ")


@pytest.mark.parametrize(
    "argv",
    [
        ["dance"],
        ["watch"],
        ["check"],
        ["--no-such-option"],
        ["watch", LAKE, "--seed", "many"],
        ["watch", LAKE, "--seed", "9" * 30],
        ["watch", LAKE, "--seed", "٣"],
        ["watch", LAKE, "--seed", "1_000"],
        ["watch", LAKE, "--seed", " 3 "],
        ["play", "--scale", "nan"],
        ["analyse"],
        ["analyse", LAKE, "--budget", "much"],
        ["analyse", LAKE, "--budget", "-1"],
        ["play", "--scale", "100"],
        ["play", "--terminal", "--desktop"],
        ["simulate", LAKE, "--jobs", "0"],
        ["simulate", LAKE, "--jobs", "²"],
        ["simulate", LAKE, "--cluster", "local"],
        ["simulate", LAKE, "--cluster", "tcp://host:99999"],
        ["simulate", LAKE, "--cluster", "tcp://host:1", "--jobs", "2"],
    ],
)
def test_wrong_usage_ends_with_two(argv: list[str], capsys: Capture) -> None:
    """A command that cannot be understood is answered with the usage."""
    assert run(*argv) == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "offered"),
    [
        (["wacth", "two-words"], "'watch'"),
        (["analyze", "two-words"], "'analyse'"),
        (["istanbul-communique-1994"], "'as-appropriate play istanbul-communique-1994'"),
        (["mine.yaml"], "'as-appropriate play mine.yaml'"),
        (["play", "--sede", "3"], "'--seed'"),
        (["--sede=3"], "'--seed'"),
        (["export", "1", "--unfinishd"], "'--unfinished'"),
        (["watch", LAKE, "--langauge", "en"], "'--language'"),
    ],
)
def test_a_mistyped_word_is_answered_with_what_was_meant(argv: list[str], offered: str, capsys: Capture) -> None:
    """A command, a scenario in the place of a command, an option: the sentence offers the nearest."""
    assert run(*argv) == 2
    assert f"did you mean {offered}?" in capsys.readouterr().err


def test_an_option_may_stand_between_words(tmp_path: Path, capsys: Capture) -> None:
    """As whoever reads that one is to be added adds it, in front of a file or of one more."""
    record = tmp_path / "record.txt"
    assert run("play", LAKE, "--seat", "ARIA", "--terminal") == 0
    assert run("export", "1", "--unfinished", str(record)) == 0
    assert record.read_text("utf-8").startswith("As Appropriate record")
    capsys.readouterr()
    assert run("check", LAKE, "--json", LAKE) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


@pytest.mark.parametrize("argv", [["qqq"], ["list", "foo"], ["schema", "--qqq"]])
def test_what_is_like_nothing_is_refused_without_an_offer(argv: list[str], capsys: Capture) -> None:
    """Nothing is offered where nothing is near."""
    assert run(*argv) == 2
    told = capsys.readouterr().err
    assert argv[-1] in told
    assert "did you mean" not in told


@pytest.mark.parametrize("verb", ["play", "watch", "analyse", "check", "simulate"])
@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_no_scenario(verb: str, name: str, capsys: Capture) -> None:
    """An empty variable of the shell names nothing: it is not taken for the main scenario, and the answer shows it."""
    assert run(verb, name) == 1
    told = capsys.readouterr()
    assert f"'{name}': there is no scenario of this name" in told.out + told.err


def test_watching_twice_prints_the_same_bytes() -> None:
    """The same seed gives the same bytes, in processes whose hashes differ."""
    seen = {by_itself("watch", LAKE, "--seed", "4", PYTHONHASHSEED=number).stdout for number in ("1", "2")}
    assert len(seen) == 1
    assert "talks are over" in seen.pop()


def test_a_level_is_chosen_on_the_command_line(capsys: Capture) -> None:
    """For everybody or for one seat; a slip is answered with the level that was meant, and nothing begins."""
    assert run("watch", LAKE, "--seed", "1", "--level", "minister", "--level", "ARIA=student") == 0
    shown = " ".join(capsys.readouterr().out.split())
    sits: dict[DelegationId, Sits] = {DelegationId("ARIA"): "student", DelegationId("BORO"): "minister"}
    assert played(short_names(load(source_of(LAKE), LAKE)), sits) in shown
    assert run("watch", LAKE, "--level", "BORO=studnet") == 1
    assert "you mean 'student'?" in capsys.readouterr().err


def test_an_edition_is_chosen_on_the_command_line(capsys: Capture) -> None:
    """What is told, and the JSON of programs, says which; one that is not there is answered with those that are."""
    pfp = "partnership-for-peace-1994"
    assert run("analyse", pfp, "--edition", "lesson", "--json") == 0
    assert json.loads(capsys.readouterr().out)["edition"] == "lesson"
    assert run("simulate", pfp, "--edition", "lesson", "--runs", "1", "--jobs", "1", "--json") == 0
    assert json.loads(capsys.readouterr().out)["edition"] == "lesson"
    assert run("analyse", pfp, "--edition", "lesson") == 0
    assert capsys.readouterr().out.startswith("Partnership for Peace: the status talks (a lesson).")
    for verb in ("watch", "analyse", "simulate", "check", "play"):
        assert run(verb, pfp, "--edition", "leson") == 1
        out, err = capsys.readouterr()
        assert "there is no edition 'leson': there are 'whole', 'lesson'" in out + err, verb
        assert "did you mean 'lesson'?" in out + err, verb
    assert run("play", "--edition", "lesson") == 1
    assert "Name the scenario of which 'lesson' is an edition." in capsys.readouterr().err


def test_watching_as_json_ends_with_a_summary(capsys: Capture) -> None:
    """The last line is one object with the keys that programs rely on."""
    assert run("watch", LAKE, "--seed", "1", "--json") == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert list(last)[:6] == ["agreed", "outcome", "points", "hours", "moves", "reason"]


@pytest.mark.parametrize("argv", [["play"], [], ["play", LAKE], ["--seed", "3"]])
def test_without_display_and_terminal_a_demonstration_is_played(argv: list[str], capsys: Capture) -> None:
    """Computer plays computer, it ends well, and says how to play."""
    assert run(*argv) == 0
    shown = capsys.readouterr().out
    assert "without a terminal" in shown
    assert "talks are over" in " ".join(shown.split())
    assert "as-appropriate play --terminal" in shown


def test_a_closed_input_is_no_terminal() -> None:
    """A program that is started without any standard input plays the demonstration."""
    done = by_itself("play", LAKE)
    assert done.returncode == 0
    assert "as-appropriate play --terminal" in done.stdout


@pytest.mark.parametrize(
    ("environment", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"SDL_VIDEODRIVER": "dummy"}, "linux", False),
        ({"SDL_VIDEODRIVER": "offscreen", "DISPLAY": ":0"}, "linux", False),
        ({"SDL_VIDEODRIVER": "x11", "DISPLAY": ":0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_found(environment: dict[str, str], platform: str, there: bool) -> None:
    """Windows and macOS have one, elsewhere a variable names it; a dummy driver alone is none."""
    assert has_display(environment, platform) is there


def desktop_that(monkeypatch: pytest.MonkeyPatch, run: object) -> None:
    """Put a stand-in where the desktop is, on a display that was chosen to be invisible."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    room = types.ModuleType("game.desktop")
    room.run, room.open_display = run, open_display  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "game.desktop", room)
    monkeypatch.setattr("game.desktop", room, raising=False)


def test_the_desktop_gets_what_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scenario, seat, seed, scale and saving are handed on, the seat as the scenario writes it."""
    given: dict[str, object] = {}

    def window(policy: Mapping[Sits, Policy], start: Start, **options: object) -> int:
        assert list(policy) == list(LEVEL_NAMES)
        given.update(options, start=start)
        return 0

    desktop_that(monkeypatch, window)
    assert run("play", LAKE, "--desktop", "--seat", "boro", "--seed", "5", "--scale", "1.5", "--no-save") == 0
    assert callable(given.pop("opener"))
    assert callable(given.pop("synth"))
    assert given == {"start": Start(LAKE, "BORO", 5), "adviser": adviser, "scale": 1.5, "save": False}
    assert run("play", LAKE, "--desktop", "--level", "Attaché", "--level", "aria=minister", "--no-adviser") == 0
    assert given["start"] == Start(LAKE, levels={EVERYBODY: "attache", "ARIA": "minister"}, adviser=False)
    boro = DelegationId("BORO")
    for people in (
        ("--seat", "aria", "--seat", "boro", "--seat", "ARIA"),
        ("--seat", "aria", "--level", "Boro=person"),
    ):
        assert run("play", LAKE, "--desktop", *people, "--level", "minister") == 0
        assert given["start"] == Start(LAKE, "ARIA", levels={EVERYBODY: "minister"}, also=(boro,))


def test_the_desktop_gets_how_talks_are_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    """Instructions as written, and what is left of the record that a sequel follows."""
    given: list[Start] = []

    def window(_: object, start: Start, **__: object) -> int:
        given.append(start)
        return 0

    desktop_that(monkeypatch, window)
    earlier = left_at_once(tmp_path)
    assert run("play", "founding-act-1997", "--desktop", "--as-written", "--after", earlier) == 0
    past = given[0].past
    assert isinstance(past, Past)
    assert (past.scenario, given[0].as_written) == ("partnership-for-peace-1994", True)
    assert capsys.readouterr().err == ""


def left_at_once(tmp_path: Path) -> str:
    """A record of talks that Russia left as soon as they began, in the scenario as it is."""
    file = write_record(tmp_path, "partnership-for-peace-1994", "RUS leaves")
    digest = fingerprint(source_of("partnership-for-peace-1994"))
    Path(file).write_text(Path(file).read_text(encoding="utf-8").replace("0123456789abcdef", digest), encoding="utf-8")
    return file


def test_a_sequel_is_watched_after_a_record(tmp_path: Path, capsys: Capture) -> None:
    """What is taken over is told, and a program finds it in the summary."""
    earlier = left_at_once(tmp_path)
    assert run("watch", "founding-act-1997", "--seed", "2", "--as-written", "--after", earlier) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert follows_words(Past("partnership-for-peace-1994", {}, None)) in shown
    sequel = load(source_of("founding-act-1997"), "founding-act-1997").sequel
    assert sequel is not None
    assert sequel.no_text is not None
    assert f"{headline(EARLIER, '')}. {sequel.no_text.because}" in shown
    assert run("watch", "founding-act-1997", "--seed", "2", "--json", "--after", earlier) == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (last["after"], last["as_written"]) == ("partnership-for-peace-1994", False)


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["play", "--after", "3"], "Name the talks that follow the record"),
        (["play", LAKE, "--after", "3"], "follows no other talks"),
        (["watch", "founding-act-1997", "--after", "nowhere.txt"], "cannot be read"),
        (["watch", "founding-act-1997", "--after", "3"], "No talks number 3 are kept"),
    ],
)
def test_a_record_that_cannot_be_followed_is_a_sentence(argv: list[str], sentence: str, capsys: Capture) -> None:
    """Nothing begins, and the exit code is 1."""
    assert run(*argv) == 1
    assert sentence in capsys.readouterr().err


def test_a_desktop_without_a_window_falls_back(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Where a display is named but no window opens, that is said, and the game goes on without it."""
    import pygame

    def window(*_: object, **__: object) -> int:
        raise pygame.error("no screen")

    desktop_that(monkeypatch, window)
    assert run("play", LAKE, "--desktop") == 0
    shown = capsys.readouterr().out
    assert "a window: no screen." in shown
    assert "a demonstration" in shown


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="these always have a display")
def test_a_display_that_does_not_answer_is_none() -> None:
    """SDL would draw where nobody sees it, for ever: that is noticed before the window is opened."""
    done = by_itself("play", LAKE, DISPLAY=":4077", SDL_VIDEODRIVER="")
    assert done.returncode == 0
    assert "cannot open a" in done.stdout
    assert "a demonstration" in done.stdout


@pytest.mark.parametrize("verb", [["check"], ["watch"], ["analyse"], ["play", "--terminal"]])
def test_a_broken_scenario_names_file_line_and_column(verb: list[str], tmp_path: Path, capsys: Capture) -> None:
    """A mistake in a scenario is answered with its place, exit code 1, and never a traceback."""
    broken = tmp_path / "broken.yaml"
    broken.write_text(Path(LAKE).read_text(encoding="utf-8").replace("verb: will", "verb: wil"), encoding="utf-8")
    assert run(*verb, str(broken)) == 1
    printed = capsys.readouterr()
    said = printed.out + printed.err
    place = said.partition(f"{broken}:")[2].split(":")[:2]
    assert all(part.isdigit() for part in place)
    assert "mean 'will'?" in said


def test_a_scenario_is_analysed(capsys: Capture) -> None:
    """In sentences, with a chart, and as one object with the keys that programs rely on; a budget that is too small
    is said, and is no failure."""
    assert run("analyse", LAKE, "--chart") == 0
    assert "number is exact" in " ".join(capsys.readouterr().out.split())
    assert run("analyse", LAKE, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert {"texts", "agreeable", "frontier", "nash", "kalai_smorodinsky", "historical", "share", "exact"} <= set(found)
    assert {"audiences", "aftermath", "vagueness", "delay", "seed"} <= set(found)
    assert 0 < found["seconds"] < 100
    assert run("analyse", "partnership-for-peace-1994", "--json", "--seed", "3") == 0
    drawn = json.loads(capsys.readouterr().out)
    assert (drawn["seed"], found["seed"]) == (3, None)
    assert run("analyse", "partnership-for-peace-1994", "--json", "--budget", "0.001") == 0
    assert json.loads(capsys.readouterr().out)["exact"] is False


def test_the_author_is_warned_of_what_the_numbers_say(tmp_path: Path, capsys: Capture) -> None:
    """`check` looks at what could be agreed; a warning is no failure."""
    hopeless = tmp_path / "two-words.yaml"
    text = Path(LAKE).read_text(encoding="utf-8").replace("reservation_value: 45", "reservation_value: 900")
    hopeless.write_text(text, encoding="utf-8")
    assert run("check", str(hopeless)) == 0
    assert f"{hopeless}:138:26: warning:" in capsys.readouterr().out


def test_several_files_are_checked(capsys: Capture, tmp_path: Path) -> None:
    """Each file has its report; one mistake in any makes the exit code 1; shipped ids are files too."""
    assert run("check", LAKE, *shipped()) == 0
    assert f"{LAKE}: good." in capsys.readouterr().out
    assert run("check", LAKE, str(tmp_path / "none.yaml"), "--json") == 1
    reports = json.loads(capsys.readouterr().out)
    assert [report["ok"] for report in reports] == [True, False]


def test_an_unknown_scenario_is_offered_the_nearest(capsys: Capture) -> None:
    """A name that is misspelt is answered with the one that was meant."""
    if not shipped():
        pytest.skip("no scenario is shipped yet")
    assert run("watch", shipped()[0][:-1]) == 1
    assert f"mean '{shipped()[0]}'?" in capsys.readouterr().err


@pytest.mark.parametrize("begun", ["istanbul", "partnership", "Founding"])
def test_a_beginning_is_offered_the_only_name_that_begins_so(begun: str, capsys: Capture) -> None:
    """Who types the beginning of a name hears the whole of it."""
    assert run("watch", begun) == 1
    name = next(each for each in shipped() if each.startswith(begun.casefold()))
    assert f"did you mean '{name}'?" in capsys.readouterr().err


def test_an_unknown_seat_is_answered_with_those_there_are(capsys: Capture) -> None:
    """A seat that the scenario does not have is said before anything begins."""
    assert run("play", LAKE, "--terminal", "--seat", "CELO") == 1
    seats = [f"{who} ({load(source_of(LAKE), LAKE)[who].name})" for who in load(source_of(LAKE), LAKE).ids]
    assert ", ".join(seats) in capsys.readouterr().err
    assert run("play", LAKE, "--terminal", "--seat", "ARIA", "--level", "CELO=person") == 1
    assert ", ".join(seats) in capsys.readouterr().err
    assert run("play", LAKE, "--terminal", "--seat", "ARIA", "--seat", "BORO", "--level", "boro=minister") == 1
    assert "A person plays BORO" in capsys.readouterr().err
    assert run("play", "--terminal", "--seat", "ARIA", "--seat", "BORO") == 1
    assert "Name the talks in which BORO sits" in capsys.readouterr().err
    assert run("watch", LAKE, "--level", "BORO=person") == 1
    assert "There is no level 'person'" in capsys.readouterr().err


def test_kept_talks_are_listed_resumed_exported_and_imported(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, tmp_path: Path
) -> None:
    """A game that was left is listed, goes on, leaves as text and comes back as the same text."""
    type_in(monkeypatch, "\n\ntable\nverb\nwill\ntable\nq\n")
    assert run("play", LAKE, "--terminal", "--seat", "aria", "--seed", "1") == 0
    assert "as-appropriate resume 1" in capsys.readouterr().out
    assert run("list") == 0
    shown = " ".join(capsys.readouterr().out.split())
    boro = played({DelegationId("BORO"): "BORO"}, {DelegationId("BORO"): "ambassador"})
    assert f"1: {load(source_of(LAKE), LAKE).title}, ARIA against {boro}, 2 moves" in shown
    type_in(monkeypatch, "q\n")
    assert run("resume") == 0
    assert "after move 2." in " ".join(capsys.readouterr().out.split())
    record = tmp_path / "record.txt"
    assert run("export", "1", str(record)) == 1
    assert not record.exists()
    assert run("replay", "1") == 1
    assert capsys.readouterr().err.count("are not over") == 2
    assert run("export", "1", str(record), "--unfinished") == 0
    assert run("import", str(record), "--scenario", LAKE) == 0
    capsys.readouterr()
    assert run("export", "2", "--unfinished") == 0
    assert capsys.readouterr().out == record.read_text(encoding="utf-8")
    assert run("replay", str(record), "--scenario", LAKE) == 0
    assert "are not over" in capsys.readouterr().out


def test_nothing_is_kept_without_saving(monkeypatch: pytest.MonkeyPatch, capsys: Capture, tmp_path: Path) -> None:
    """`--no-save` touches no disk."""
    type_in(monkeypatch, "\n\nq\n")
    assert run("play", LAKE, "--terminal", "--seat", "ARIA", "--no-save") == 0
    assert "were not kept." in capsys.readouterr().out
    assert not (tmp_path / "home").exists()


def test_a_store_that_cannot_be_written_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, tmp_path: Path
) -> None:
    """The hint names the way round."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv(HOME, str(tmp_path / "file" / "home"))
    assert run("play", LAKE, "--terminal", "--seat", "ARIA") == 1
    said = capsys.readouterr().err
    assert "cannot be kept" in said
    assert "--no-save" in said
    assert HOME in said


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["resume"], "No talks wait to be resumed"),
        (["replay", "7", "--scenario", LAKE], "Talks 7 are kept with their scenario"),
        (["resume", "7"], "No talks number 7 are kept"),
        (["resume", "seven"], "Kept talks have a number"),
        (["export", "7"], "No talks number 7 are kept"),
        (["replay", "no-such-file.txt"], "no-such-file.txt cannot be read: No such file or directory."),
        (["replay", str(ROOT)], "cannot be read"),
        (["replay", LAKE], "a record begins with the line"),
        (["import", LAKE], "a record begins with the line"),
    ],
)
def test_what_is_not_there_is_a_sentence(argv: list[str], sentence: str, capsys: Capture) -> None:
    """Missing games and files that are no records are answered in words, with exit code 1."""
    assert run(*argv) == 1
    assert sentence in capsys.readouterr().err


def write_record(tmp_path: Path, scenario: str, *moves: str) -> str:
    """A record file."""
    file = tmp_path / "record.txt"
    head = ["As Appropriate record 1", f"scenario: {scenario} 0123456789abcdef", "seed: 1", ""]
    file.write_text("\n".join([*head, *(f"{n}. {move}" for n, move in enumerate(moves, 1)), ""]), encoding="utf-8")
    return str(file)


def test_a_changed_scenario_is_said(tmp_path: Path, capsys: Capture) -> None:
    """A record of another version of the scenario is told, with a warning."""
    record = write_record(tmp_path, "two-words", 'ARIA says  "Good morning."')
    assert run("replay", record, "--scenario", LAKE) == 0
    printed = capsys.readouterr()
    assert "scenario has changed" in printed.err
    assert "Aria: “Good morning.”" in printed.out


def test_a_refused_move_is_named_by_its_number(tmp_path: Path, capsys: Capture) -> None:
    """A record that the rules refuse ends with the move's number and exit code 1, in replay and in import."""
    record = write_record(tmp_path, "two-words", 'ARIA says  "Good morning."', "ARIA leaves")
    assert run("replay", record, "--scenario", LAKE) == 1
    why = Refused(kind=Why.NOT_YOUR_TURN, delegation=DelegationId("BORO"))
    told = " ".join(capsys.readouterr().out.split())
    assert "Move 2 of" in told
    assert told.endswith(refusal(load(source_of(LAKE), LAKE), why))
    assert run("import", record, "--scenario", LAKE) == 1
    assert "move 2 cannot" in capsys.readouterr().err


def test_a_record_of_a_foreign_scenario_asks_for_its_file(tmp_path: Path, capsys: Capture) -> None:
    """A record never makes the game open a file that it names itself."""
    assert run("replay", write_record(tmp_path, "/etc/passwd")) == 1
    assert "with --scenario FILE" in capsys.readouterr().err


def test_the_schema_is_json(capsys: Capture) -> None:
    """`schema` prints the JSON Schema and nothing else."""
    assert run("schema") == 0
    assert json.loads(capsys.readouterr().out)["type"] == "object"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no shell with head")
def test_a_reader_that_has_enough_is_no_fault() -> None:
    """`watch | head -1` ends quietly: no traceback, nothing on the error stream."""
    command = f'"{sys.executable}" -m game watch "{LAKE}" --json | head -1'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0
    assert json.loads(done.stdout)["type"] == "opened"
    assert done.stderr == ""


def through_the_shell(words: str) -> subprocess.CompletedProcess[str]:
    """A command whose streams the shell arranges; `$GAME` stands for the game."""
    game = f'"{sys.executable}" -m game'
    command = ["bash", "-c", words.replace("$GAME", game).replace("$LAKE", f'"{LAKE}"')]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)


@pytest.mark.skipif(os.name == "nt", reason="the shell closes a stream")
@pytest.mark.parametrize("words", ["watch $LAKE", "check $LAKE", "play $LAKE", "schema"])
def test_a_closed_output_is_no_fault(words: str) -> None:
    """Who closes the output wants to read nothing: no traceback."""
    done = through_the_shell(f"$GAME {words} >&-")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", ["watch $LAKE", "check $LAKE", "list"])
def test_an_output_that_fails_is_told(words: str) -> None:
    """A full disk behind the output is a sentence and exit code 1."""
    done = through_the_shell(f"$GAME {words} >/dev/full")
    assert done.returncode == 1
    assert done.stderr.endswith(f"{os.strerror(errno.ENOSPC)}.\n")
    assert done.stderr.count("\n") == 1


def test_an_unknown_seat_without_a_scenario_is_answered(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """The seat is looked for once the scenario is known."""
    type_in(monkeypatch, "1\n\n")
    assert run("play", "--terminal", "--seat", "CELO") == 1
    assert "no seat 'CELO'" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["1" * 300, "a" * 300, ""])
def test_a_name_that_no_file_can_have_is_a_sentence(name: str, capsys: Capture) -> None:
    """A name too long for the system, or none, is no record."""
    assert run("replay", name) == 1
    assert capsys.readouterr().err.strip().endswith(".")


def test_a_file_without_end_is_no_record(capsys: Capture, tmp_path: Path) -> None:
    """A record is read up to a size, and no further."""
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(2**33)
    assert run("replay", str(huge)) == 1
    assert "larger than any" in capsys.readouterr().err


def test_a_record_from_another_editor_is_read(tmp_path: Path, capsys: Capture) -> None:
    """A byte order mark and lines that end in two signs do not spoil a record."""
    record = Path(write_record(tmp_path, "two-words", 'ARIA says  "Good morning."'))
    record.write_bytes(b"\xef\xbb\xbf" + record.read_bytes().replace(b"\n", b"\r\n"))
    assert run("replay", str(record), "--scenario", LAKE) == 0
    assert "of 1 move," in capsys.readouterr().out


def test_every_sign_of_a_remark_survives_the_export(tmp_path: Path, capsys: Capture) -> None:
    """Signs that end a line elsewhere are neither lost nor an end of the line, on the screen and in the file."""
    said = 'ARIA says  "one\u2028two\u2029three\x85four"'
    assert run("import", write_record(tmp_path, "two-words", said), "--scenario", LAKE) == 0
    file = tmp_path / "out.txt"
    assert run("export", "1", str(file), "--unfinished") == 0
    capsys.readouterr()
    assert run("export", "1", "--unfinished") == 0
    shown = capsys.readouterr().out
    assert shown == file.read_text(encoding="utf-8")
    assert r'1. ARIA says  "one\u2028two\u2029three\u0085four"' in shown.splitlines()
    assert run("import", str(file), "--scenario", LAKE) == 0
    assert (
        Store().load(2)[0].moves == Store().load(1)[0].moves == (Say(ARIA, remark="one\u2028two\u2029three\x85four"),)
    )


def test_the_glossary_is_told_without_any_talks(capsys: Capture) -> None:
    """One word, or all of them."""
    assert main(["glossary", "as", "appropriate"]) == 0
    one = capsys.readouterr().out
    assert "As appropriate: " in one
    assert "Walk-away" not in one
    assert main(["glossary"]) == 0
    every = capsys.readouterr().out
    assert "As appropriate: " in every
    assert "Walk-away: " in every
