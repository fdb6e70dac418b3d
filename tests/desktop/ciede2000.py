"""How far two colours are apart for the eye: CIEDE2000, after Sharma, Wu and Dalal (2005). Below 2 they are hardly told
apart side by side; from 10 on they are two colours at a glance."""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Lab = tuple[float, float, float]


def difference(one: str, other: str) -> float:
    """Between two colours as #RRGGBB."""
    return apart(_lab(one), _lab(other))


def apart(one: Lab, other: Lab) -> float:
    """The same between two of CIELAB."""
    (light1, a1, b1), (light2, a2, b2) = one, other
    grey = 1.5 - 0.5 * _high((hypot(a1, b1) + hypot(a2, b2)) / 2)
    a1, a2 = a1 * grey, a2 * grey
    chroma1, chroma2 = hypot(a1, b1), hypot(a2, b2)
    hue1, hue2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = (hue2 - hue1 + 180) % 360 - 180 if chroma1 * chroma2 else 0.0
    light, chroma = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    hue = (hue1 + turn / 2) % 360 if chroma1 * chroma2 else hue1 + hue2
    along = 2 * sqrt(chroma1 * chroma2) * sin(radians(turn / 2))
    tone = 1 - 0.17 * cos(radians(hue - 30)) + 0.24 * cos(radians(2 * hue))
    tone += 0.32 * cos(radians(3 * hue + 6)) - 0.20 * cos(radians(4 * hue - 63))
    lights = (light2 - light1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    chromas = (chroma2 - chroma1) / (1 + 0.045 * chroma)
    hues = along / (1 + 0.015 * chroma * tone)
    blue = -2 * _high(chroma) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    return sqrt(lights**2 + chromas**2 + hues**2 + blue * chromas * hues)


def _high(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25.0**7))


def _lab(colour: str) -> Lab:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    x = _root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116
