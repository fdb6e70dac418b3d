"""A picture as SVG: one element that stands by itself, with a title and a description, its words as text."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr

from game.reports.lettering import letter_of
from game.reports.picture import Area, Cells, Label, Picture, Stroke, Symbol

FAMILY = "'Open Sans', 'Noto Sans', Arial, 'Liberation Sans', sans-serif"


def svg(picture: Picture, title: str, description: str) -> str:
    """The picture, for a page or a file. Whoever cannot see it is read the title and the description."""
    key = "p" + sha256(f"{title}\0{description}".encode()).hexdigest()[:10]
    size = f"{_n(picture.width)} {_n(picture.height)}"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{_n(picture.width)}"'
        f' height="{_n(picture.height)}" role="img" aria-labelledby="{key}-t {key}-d" font-family={quoteattr(FAMILY)}>',
        f'<title id="{key}-t">{escape(title)}</title>',
        f'<desc id="{key}-d">{escape(description)}</desc>',
        f'<rect width="{_n(picture.width)}" height="{_n(picture.height)}" fill="{picture.ground}"/>',
        *(_cells(cells) for cells in picture.cells),
        *(line for stroke in picture.strokes for line in _stroke(stroke)),
        *(line for symbol in picture.symbols for line in _symbol(symbol)),
        *(_label(label) for label in picture.labels),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _n(number: float) -> str:
    """A number as short as it can be written, to a hundredth."""
    return f"{round(number, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def _cells(cells: Cells) -> str:
    """Boxes of one colour as one path."""
    path = "".join(_box(area) for area in cells.areas)
    return f'<path fill="{cells.fill}" shape-rendering="crispEdges" d="{path}"/>'


def _box(area: Area) -> str:
    return f"M{_n(area.x)} {_n(area.y)}h{_n(area.w)}v{_n(area.h)}h{_n(-area.w)}z"


def _stroke(stroke: Stroke) -> Iterator[str]:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in stroke.spots)
    dash = f' stroke-dasharray="{" ".join(map(_n, stroke.dash))}"' if stroke.dash else ""
    rest = f'points="{points}" fill="none" stroke-linejoin="round"{dash}'
    yield f'<polyline {rest} stroke="{stroke.colour}" stroke-width="{_n(stroke.width)}"/>'
    if stroke.core:
        yield f'<polyline {rest} stroke="{stroke.core}" stroke-width="{_n(stroke.width / 3)}"/>'


def _symbol(symbol: Symbol) -> Iterator[str]:
    dash = f' stroke-dasharray="{" ".join(map(_n, symbol.dash))}"' if symbol.dash else ""
    rest = f'fill="{symbol.fill}" stroke="{symbol.edge}" stroke-width="{_n(symbol.thick)}"{dash}'
    if symbol.corners:
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in symbol.corners)
        yield f'<polygon points="{points}" {rest} stroke-linejoin="round"/>'
    else:
        yield f'<circle cx="{_n(symbol.x)}" cy="{_n(symbol.y)}" r="{_n(symbol.radius)}" {rest}/>'
    if symbol.letter:
        yield _label(letter_of(symbol))


def _label(label: Label) -> str:
    looks = [f'x="{_n(label.x)}" y="{_n(label.y)}" font-size="{_n(label.size)}" fill="{label.colour}"']
    if label.anchor != "start":
        looks.append(f'text-anchor="{label.anchor}"')
    if label.bold:
        looks.append('font-weight="bold"')
    if label.italic:
        looks.append('font-style="italic"')
    if label.halo:
        looks.append(f'stroke="{label.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"')
    return f"<text {' '.join(looks)}>{escape(label.words)}</text>"
