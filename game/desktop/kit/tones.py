"""The sounds themselves, worked out: bands of noise for paper and pens, a few dying partials for wood and bells.

A wave is an array between -1 and 1. Each comes out with its own peak, without a mean, and fades in and out, so that no
sound clicks where it begins or ends. Chance has a seed: a sound is the same each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from game.desktop.kit.sounds import RATE, Sound

Wave = NDArray[np.float64]
_FADE_IN, _FADE_OUT = 0.002, 0.012
"""Seconds."""


def made() -> Mapping[Sound, bytes]:
    """Every sound as samples."""
    return {name: samples(name).tobytes() for name in SOUNDS}


def samples(name: Sound) -> NDArray[np.int16]:
    """A sound as samples of 16 bits."""
    wave, peak = SOUNDS[name]
    return np.round(_finished(wave(), peak) * 32767).astype(np.int16)


def _finished(wave: Wave, peak: float) -> Wave:
    """With soft ends, no mean, and this peak."""
    edge = np.ones(len(wave))
    for seconds, part in ((_FADE_IN, edge), (_FADE_OUT, edge[::-1])):
        rise = round(seconds * RATE)
        part[:rise] = (1 - np.cos(np.linspace(0, np.pi, rise))) / 2
    faded = edge * (wave - (edge * wave).sum() / edge.sum())
    return np.asarray(faded * (peak / np.abs(faded).max()))


def _time(seconds: float) -> Wave:
    return np.arange(round(seconds * RATE)) / RATE


def _noise(seconds: float, low: float, high: float, seed: int) -> Wave:
    """Noise between two frequencies."""
    count = round(seconds * RATE)
    heights = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    pitch = np.fft.rfftfreq(count, 1 / RATE)
    heights *= 1 / (1 + (low / np.maximum(pitch, 1)) ** 6) / (1 + (pitch / high) ** 6)
    noise = np.fft.irfft(heights, count)
    return np.asarray(noise / np.abs(noise).max())


def _struck(seconds: float, partials: Sequence[tuple[float, float, float]]) -> Wave:
    """Something that was struck: partials by pitch, strength, and the seconds in which they die down."""
    at = _time(seconds)
    return sum((part * np.exp(-at / dies) * np.sin(2 * np.pi * pitch * at) for pitch, part, dies in partials), 0 * at)


def _put(*parts: tuple[float, Wave]) -> Wave:
    """Waves one over the other, each from its second on."""
    whole = np.zeros(max(round(at * RATE) + len(wave) for at, wave in parts))
    for at, wave in parts:
        first = round(at * RATE)
        whole[first : first + len(wave)] += wave
    return whole


def _swells(seconds: float, *tops: tuple[float, float, float]) -> Wave:
    """How loud something is that swells: the middle of each top, its breadth, and its height."""
    at = _time(seconds)
    return sum((high * np.exp(-(((at - middle) / wide) ** 2)) for middle, wide, high in tops), 0 * at)


def _key(pitch: float, seed: int) -> Wave:
    click = _noise(0.06, 1800, 6000, seed) * np.exp(-_time(0.06) / 0.006)
    return _put((0, click), (0.002, _struck(0.055, [(pitch, 0.7, 0.012), (pitch * 2.7, 0.3, 0.006)])))


def _bell() -> Wave:
    return _struck(0.7, [(2090, 1, 0.16), (4320, 0.4, 0.09), (5870, 0.2, 0.05)])


def _pen() -> Wave:
    return _noise(0.14, 2600, 6500, 3) * _swells(0.14, (0.03, 0.02, 1), (0.095, 0.03, 0.7))


def _paper() -> Wave:
    rustle = _noise(0.36, 900, 6000, 5) * _swells(0.36, (0.07, 0.05, 0.7), (0.2, 0.06, 1))
    return _put((0, rustle), (0.25, 0.5 * _noise(0.1, 150, 700, 6) * np.exp(-_time(0.1) / 0.02)))


def _answer() -> Wave:
    slide = _noise(0.26, 600, 3500, 7) * _swells(0.26, (0.1, 0.06, 0.8))
    return _put((0, slide), (0.17, _struck(0.12, [(190, 1, 0.03), (310, 0.5, 0.02)])))


def _wood(pitch: float, seed: int) -> Wave:
    click = 0.4 * _noise(0.05, 800, 4000, seed) * np.exp(-_time(0.05) / 0.004)
    body = _struck(0.22, [(pitch, 1, 0.045), (pitch * 1.62, 0.6, 0.03), (pitch * 2.71, 0.3, 0.018)])
    return _put((0, click), (0, body))


def _knock() -> Wave:
    return _put((0, _wood(230, 11)), (0.13, 0.7 * _wood(238, 12)))


def _closed() -> Wave:
    return _put((0, 0.5 * _pen()), (0.08, _struck(0.55, [(523.3, 1, 0.14), (784, 0.6, 0.12), (1568, 0.2, 0.06)])))


def _tick() -> Wave:
    return _put((0, _struck(0.05, [(2300, 1, 0.006), (3500, 0.6, 0.004), (740, 0.5, 0.01)])))


def _strike() -> Wave:
    partials = [(262, 0.6, 0.9), (523, 1, 0.6), (628, 0.6, 0.45), (784, 0.4, 0.35), (1046, 0.5, 0.3), (1410, 0.3, 0.15)]
    return _struck(2.2, partials)


def _signature() -> Wave:
    strokes = [(0.08, 0.05, 0.9), (0.22, 0.06, 1), (0.36, 0.04, 0.7), (0.5, 0.07, 1), (0.66, 0.05, 0.8)]
    return _noise(1.15, 2000, 5500, 17) * _swells(1.15, *strokes, (0.92, 0.14, 1))


def _gavel() -> Wave:
    return _put((0, _wood(150, 19)), (0.24, 0.9 * _wood(146, 20)))


SOUNDS: Mapping[Sound, tuple[Callable[[], Wave], float]] = {
    "key": (lambda: _key(210, 1), 0.35),
    "key-low": (lambda: _key(185, 2), 0.32),
    "key-high": (lambda: _key(245, 4), 0.35),
    "bell": (_bell, 0.4),
    "pen": (_pen, 0.35),
    "paper": (_paper, 0.5),
    "answer": (_answer, 0.6),
    "knock": (_knock, 0.7),
    "closed": (_closed, 0.5),
    "tick": (_tick, 0.4),
    "strike": (_strike, 0.8),
    "signature": (_signature, 0.4),
    "gavel": (_gavel, 0.9),
}
"""Each with its peak: a key is heard hundreds of times, and a gavel once."""
