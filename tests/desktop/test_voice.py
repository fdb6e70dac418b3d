"""The system's voice: which program speaks and how it is told to, what is said in which order, and what stops it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from game.desktop import Driven
from game.desktop.aloud import Aloud
from game.desktop.kit.voice import Name, Program, Voice, command, program, silence
from game.desktop.screens.news import NewsScreen
from game.desktop.visit import Visit
from game.talks import Decline, Move, Say, View
from game.text import DelegationId, IssueId
from tests.desktop.driving import STATUS_TALKS, TWO_WORDS, at_harbour, at_table, playing
from tests.desktop.rooms import begin, window

BORO = DelegationId("BORO")
unix = pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="the stand-in is a program of Linux")
STAND_IN = """#!{python}
import os, sys, time
words = sys.stdin.read() or " ".join(sys.argv[1:])
with open({log!r}, "a") as log:
    log.write(f"{{os.getpid()}} {{words}}\\n")
if "fail" in words:
    sys.exit(3)
if "long" in words:
    time.sleep(60)
"""


class Listening(Voice):
    """Notes what would be said."""

    def __init__(self) -> None:
        super().__init__("en")
        self._by = Program("espeak", "/nowhere")
        self.heard: list[str] = []

    def say(self, words: str) -> None:
        """Note it."""
        self.heard.append(words)

    def hush(self) -> None:
        """Note that too."""
        self.heard.append("")


def listening(app: Driven) -> list[str]:
    """What an app says from now on, and an empty string where a key stops it."""
    voice, settings = Listening(), app.settings
    app.aloud = Aloud(voice, lambda: settings.aloud if app.visit is None else settings.aloud_in_class)
    return voice.heard


@pytest.mark.parametrize(
    ("system", "there", "found"),
    [
        ("darwin", {"say", "espeak"}, "say"),
        ("win32", {"powershell"}, "powershell"),
        ("linux", {"spd-say", "espeak-ng", "espeak"}, "spd-say"),
        ("linux", {"espeak-ng", "espeak"}, "espeak-ng"),
        ("linux", {"espeak", "say"}, "espeak"),
        ("freebsd14", {"espeak"}, "espeak"),
        ("linux", set(), None),
        ("win32", {"espeak"}, None),
    ],
)
def test_each_system_has_its_program(system: str, there: set[str], found: str | None) -> None:
    """The first of its own that is there."""
    by = program(system, lambda name: f"/bin/{name}" if name in there else None)
    assert (by and by.name) == found
    assert by is None or by.path == f"/bin/{found}"


@pytest.mark.parametrize("name", ["say", "powershell", "spd-say", "espeak-ng", "espeak"])
def test_words_are_said_as_they_are(name: Name) -> None:
    """As one argument or from the input, never as an option, an order to the voice or a part of a script."""
    what = command(Program(name, "/bin/it"), "--wave $(rm) “will”;\n [[slnc 9]] 'x'", "de")
    told = "wave $(rm) “will”; [slnc 9]] 'x'"
    assert what.arguments[0] == "/bin/it"
    assert [*what.arguments, what.given].count(told) == 1
    assert all("rm" not in each for each in (*what.arguments, what.given) if each != told)
    assert name == "say" or any("de" in each for each in what.arguments)
    odd = command(Program(name, "/bin/it"), "will", "de'); rm")
    assert odd == command(Program(name, "/bin/it"), "will", "derm")
    assert (silence(Program(name, "/bin/it")) is not None) == (name == "spd-say"), "a service speaks on by itself"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a stand-in for espeak, the only program on the path, has been told."""
    told, stand_in = tmp_path / "told", tmp_path / "espeak"
    stand_in.write_text(STAND_IN.format(python=sys.executable, log=str(told)))
    stand_in.chmod(0o755)
    told.touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    return told


def said(log: Path) -> list[str]:
    """What was said, in its order."""
    return [line.split(" ", 1)[1] for line in log.read_text().splitlines()]


def alive(log: Path) -> list[int]:
    """The processes that still speak."""
    return [number for line in log.read_text().splitlines() if there(number := int(line.split()[0]))]


def there(number: int) -> bool:
    """Whether there is a process."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def until(so: Callable[[], bool]) -> None:
    """Wait for it."""
    end = time.monotonic() + 10
    while not so():
        assert time.monotonic() < end
        time.sleep(0.01)


@unix
def test_what_comes_next_stops_what_is_being_said(log: Path) -> None:
    """One voice at a time; one that fails is followed by the next; none is left at the end."""
    voice = Voice("en")
    assert voice.there
    for words in ("a long story", "fail", "another long one", "long and last"):
        voice.say(words)
        until(lambda words=words: said(log)[-1:] == [words])  # type: ignore[misc]
    until(lambda: len(alive(log)) == 1)
    voice.hush()
    until(lambda: not alive(log))
    voice.say("once more, long")
    until(lambda: len(alive(log)) == 1)
    voice.close()
    assert not alive(log)
    voice.say("too late")
    assert said(log) == ["a long story", "fail", "another long one", "long and last", "once more, long"]


@unix
def test_a_service_is_told_to_be_silent(log: Path) -> None:
    """It would speak on without the process that asked it to; it is told so only while it speaks, and at the end."""
    (log.parent / "espeak").rename(log.parent / "spd-say")
    voice = Voice("pt-BR")
    voice.hush()
    voice.say("a long story")
    until(lambda: len(alive(log)) == 1)
    voice.hush()
    until(lambda: said(log)[-1] == "--stop")
    voice.say("another long one")
    until(lambda: "another" in said(log)[-1])
    voice.close()
    assert not alive(log)
    asked = "--wait --language pt-BR --"
    assert said(log) == [f"{asked} a long story", "--stop", f"{asked} another long one", "--stop"]


@unix
def test_a_voice_that_cannot_be_begun_is_silent(log: Path) -> None:
    """Nothing is raised, be it that the program is broken or that there is none."""
    (log.parent / "espeak").write_text("#!/no/such/interpreter\n")
    voice = Voice("en")
    for _ in range(3):
        voice.say("Anybody?")
    voice.close()
    (log.parent / "espeak").unlink()
    voice = Voice("en")
    voice.say("Anybody?")
    voice.close()
    assert not voice.there
    assert said(log) == []


def test_reading_aloud_is_an_option_and_off_in_a_class() -> None:
    """Off at first; a seat in a class has a setting of its own; without a voice it is shut and says why."""
    with window() as app:
        app.go("title")
        app.press("Options")
        assert "No voice" in app.spot("Read aloud: on").why
        heard = listening(app)
        app.redraw()
        app.settle()
        assert heard == []
        app.press("Read aloud: on")
        assert heard == ["Options."]
        app.key("escape")
        assert heard[1] == ""
        assert len(heard) == 3
        app.visit = cast(Visit, object())
        assert not app.settings.aloud_in_class
        assert app.settings.aloud
        app.visit = None


def test_what_the_focus_comes_to_is_said_as_f1_tells_it() -> None:
    """What it is, what is read on it, what it does now; of words in brackets whose they are."""
    with window() as app:
        heard = listening(app)
        app.settings.aloud = True
        begin(app, STATUS_TALKS, "RUS")
        app.go("table")
        app.settle()
        assert app.top is not None
        assert heard[0].startswith(app.top.caption)
        app.key("tab")
        assert heard[1] == ""
        assert heard[2].startswith("Words of the draft. ")
        assert "In brackets: Russia: " in heard[2]
        told = len(heard)
        app.settle(5)
        assert len(heard) == told, "each thing once"
        app.key("f1")
        assert heard[-1].startswith("What is this? Words of the draft. Press them, and they go into your package")


def test_a_wording_is_said_with_all_that_stands_on_its_row() -> None:
    """What it is worth to whom, who stands there, and hours in full; nothing twice, and no dash for silence."""
    with window() as app:
        heard = listening(app)
        app.settings.aloud = True
        begin(app, STATUS_TALKS, "RUS")
        app.go("table")
        app.settle()
        app.press("a broad, enhanced dialogue and cooperation", among="word")
        while not app.canvas.memory.focus.startswith("option:"):
            app.key("tab")
        for _ in range(6):
            app.key("tab")
        rows = [words for words in heard if " for you." in words]
        assert any("You stand here." in words and words.startswith("A wording. a direct voice") for words in rows)
        assert any("Ask Moscow, 5 hours" in words for words in rows), rows
        lower = next(words for words in heard if "aim at joint decision" in words)
        assert lower.startswith("Words of the draft. In brackets: Russia: consultations, before the Alliance decides")
        assert not [words for words in heard if "—" in words or " h." in words]


def declines(view: View) -> Move:
    """A turn that declines what waits over its verb."""
    return Decline(view.who, view.waiting[0].number, IssueId("verb"), remark="Not so soon.", far="nearly")


def test_an_answer_is_said_when_it_comes() -> None:
    """Who answers and how, the words, the word that hurts, how far off it is; then the line below the tray."""
    app = at_table(TWO_WORDS, "ARIA", policy=playing([declines]))
    app.press("will", among="option")
    app.settings.aloud = True
    heard = listening(app)
    app.key("t")
    app.wait()
    answer = next(each for each in heard if "declines package 1." in each)
    word = "It names “will” in “How firmly notice is promised”."
    assert f"declines package 1. “Not so soon.” {word} Nearly: very little is missing." in answer
    app.key("enter")
    assert heard[-2:] == ["", "Boro declines package 1 over “will”: it is nearly enough."]
    app.close()


def test_news_are_said_with_their_title() -> None:
    """A card with its title, when it comes."""
    app = at_harbour()
    app.settings.aloud = True
    heard = listening(app)
    for _ in range(40):
        if not isinstance(app.top, NewsScreen):
            assert app.host.table is not None
            app.host.submit(Say(BORO, remark="We are listening."), app.host.table.version_for(BORO))
            app.wait()
    assert isinstance(app.top, NewsScreen)
    assert heard[-1].startswith(f"News. {app.top.story.title}. {app.top.story.words[:40]}")
    app.close()
