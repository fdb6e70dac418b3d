"""Sounds: what they are made of, when they are heard, and that nothing hangs on them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import cast, get_args

import numpy as np
import pygame
import pytest

from game.desktop import Driven
from game.desktop.kit.sounds import RATE, Sound, Speaker
from game.desktop.kit.tones import SOUNDS, made, samples
from game.desktop.screens.table import TableScreen
from game.desktop.visit import Visit
from game.talks import Leave, Say
from game.text import DelegationId
from tests.desktop.driving import TWO_WORDS, agreeable, playing, propose
from tests.desktop.rooms import begin, window

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")


class Listening(Speaker):
    """Notes what would be played."""

    def __init__(self) -> None:
        super().__init__(made)
        self.heard: list[Sound] = []

    def play(self, sound: Sound, loudness: float) -> None:
        """Note it, unless it is off."""
        self.heard += [sound] * (loudness > 0)


def listening(app: Driven) -> list[Sound]:
    """What an app plays from now on."""
    app._speaker = speaker = Listening()
    return speaker.heard


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_well_made(name: Sound) -> None:
    """Neither too short to be heard nor long enough to be in the way; with its peak, without a mean, silent at both
    ends and soft on the way there, and the same each time."""
    wave, (_, peak) = samples(name), SOUNDS[name]
    assert wave.dtype == np.int16
    assert 0.03 * RATE < len(wave) < 2.5 * RATE
    assert abs(np.abs(wave.astype(int)).max() - peak * 32767) < 2
    assert abs(wave.astype(float).mean()) < 1
    for end in (wave[:8], wave[-8:]):
        assert np.abs(end.astype(int)).max() < 0.1 * peak * 32767
    assert wave[0] == wave[-1] == 0
    assert (wave == samples(name)).all()


def test_every_sound_is_one_of_its_own() -> None:
    """There are as many as there are names, and no two alike."""
    assert set(SOUNDS) == set(get_args(Sound))
    assert len(set(made().values())) == len(SOUNDS)


def until(speaker: Speaker) -> None:
    """Wait for the thread that opens the device."""
    assert speaker._opening is not None
    speaker._opening.join(10)
    assert not speaker._opening.is_alive()


def test_the_device_is_opened_when_the_first_sound_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not where sound is off: then nothing is made either."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    asked: list[float] = []

    def synth() -> Mapping[Sound, bytes]:
        asked.append(time.monotonic())
        return made()

    speaker = Speaker(synth)
    speaker.play("gavel", 0.0)
    assert speaker._opening is None
    speaker.play("gavel", 0.5)
    until(speaker)
    speaker.play("paper", 0.5)
    assert len(asked) == 1
    assert pygame.mixer.get_busy()
    speaker.close()
    assert pygame.mixer.get_init() is None
    speaker.play("gavel", 0.5)


@pytest.mark.parametrize("fault", ["device", "samples"])
def test_without_a_device_there_is_silence(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    """Nothing is raised and nothing waits, be it that there is no device or that a sound cannot be made."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver" if fault == "device" else "dummy")

    def synth() -> Mapping[Sound, bytes]:
        raise MemoryError

    speaker = Speaker(made if fault == "device" else synth)
    begun = time.monotonic()
    for _ in range(100):
        speaker.play("key", 0.5)
    assert time.monotonic() - begun < 1
    until(speaker)
    speaker.play("key", 0.5)
    speaker.close()
    pygame.mixer.quit()


def test_what_is_done_at_a_table_is_heard() -> None:
    """A pen for a word, paper for a package, a close for a bracket, and a knock for whoever leaves."""
    with window(policy=agreeable) as app:
        heard = listening(app)
        table = begin(app, TWO_WORDS, "ARIA")
        app.go("table")
        app.press("will", among="option")
        app.key("t")
        app.wait()
        assert heard == ["pen", "paper", "closed"]
        assert app.host.submit(Leave(ARIA), table.version_for(ARIA)) is None
        assert heard[3:] == ["knock"]


def test_the_clock_is_heard_when_little_is_left_and_when_it_strikes() -> None:
    """Once as the hours run out, and once at the end."""
    with window() as app:
        heard = listening(app)
        table = begin(app, TWO_WORDS, None)
        app.go("table")
        while table.verdict is None:
            wait = Say(table.floor, remark="We have time.")
            assert table.submit(wait.by, wait, table.version_for(wait.by)) is None
            app.host.moved()
        assert heard == ["tick", "strike"]


def test_a_refusal_is_a_knock() -> None:
    """Of one's own package, by whoever has the others' seats."""
    with window(policy=playing([propose(("BORO", "verb", "will"), ("ARIA", "verb", "will"))])) as app:
        heard = listening(app)
        begin(app, TWO_WORDS, "ARIA")
        app.go("table")
        assert isinstance(app.top, TableScreen)
        app.top.board.do("say", remark="Well?")
        app.wait()
        assert heard == ["paper"]
        app.key("d")
        assert heard == ["paper", "knock"]


def test_the_cable_is_typed_aloud() -> None:
    """By a key for every few letters, and the bell at its end; nothing is typed, and nothing heard, without motion."""
    now = [0.0]
    with window(motion=True, clock=lambda: now[0]) as app:
        heard = listening(app)
        begin(app, TWO_WORDS, "ARIA")
        app.go("briefing")
        app.settle()
        app.key("enter")
        for _ in range(100):
            now[0] += 0.05
            app.step()
        assert len(heard) > 10
        assert heard[-1] == "bell"
        assert set(heard[:-1]) == {"key", "key-low", "key-high"}


def test_sound_is_an_option_and_off_in_a_class() -> None:
    """Where it is off nothing is heard; a seat in a class has a setting of its own, which is off at first."""
    with window() as app:
        heard = listening(app)
        app.hear("gavel")
        app.go("title")
        app.press("Options")
        app.press("Sound: off")
        app.hear("gavel")
        app.press("Sound: loud")
        app.hear("gavel")
        assert heard == ["gavel", "paper", "gavel"], "whoever sets it hears how loud it is"
        app.visit = cast(Visit, object())
        app.hear("gavel")
        app.settings.sound_in_class = "quiet"
        app.hear("gavel")
        app.visit = None
        assert heard[3:] == ["gavel"]
        assert (app.settings.sound, app.settings.sound_in_class) == ("loud", "quiet")
