"""All delegations side by side as a picture: an upright axis for each, and a line across them for every text.

A line is told by its dash and by its sign at every axis; colour says it once more. What meets an axis at one height
stands side by side, so that no sign lies on another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.debrief.parallel import Parallel, Strand, StrandKind
from game.reports.lettering import above, area_of, wide, wrapped
from game.reports.picture import Anchor, Area, Label, Picture, Spot, Stroke, Symbol
from game.reports.signs import Sign, signs
from game.reports.symbols import badge
from game.reports.themes import Theme
from game.scenario import Scenario
from game.text import DelegationId
from game.words import head, plain, say
from game.words.parallel import strand_name
from game.words.people import name

_TYPE = 14.0
_LINE = 18.0
"""From one line of words to the next."""
_SAMPLE = 62.0
"""How long a line is beside its name."""
_BAR = 16.0
"""Half of the bar across an axis."""
_FEW = 6
"""So many different tables have a disc with their letter; more have dots."""
_NEAR = 88.0
"""Axes that are nearer to each other than this have the names of the lines below them."""
_ROW = 25.0
"""From one line of such names to the next."""
_SIDE = 58.0
"""Room beside the first axis, and beside the last where nothing else is."""
_DASHES: Mapping[StrandKind, tuple[float, tuple[float, ...]]] = {
    "yours": (3.5, ()),
    "no-text": (3, (3, 4)),
    "historical": (2, (10, 5)),
    "nash": (2, (2, 4)),
    "kalai-smorodinsky": (2, (10, 4, 2, 4)),
    "best": (1, ()),
    "table": (1.5, ()),
}
"""How thick each line is, and its dashes."""


@dataclass(frozen=True, eq=False, slots=True)
class _Paper:
    """What a picture is laid out on."""

    shown: Parallel
    scenario: Scenario
    theme: Theme
    seen: Mapping[DelegationId, Sign]
    bare: Picture
    few: bool
    """Whether the tables are few enough to have their letters."""
    columns: int
    """How many columns of names there are below; none where they stand at the right."""

    def spot(self, axis: int, points: int) -> Spot:
        """Where points lie on an axis."""
        return self.bare.to_picture((axis, self.shown.axes[axis].place(points)))


def parallel_picture(shown: Parallel, scenario: Scenario, width: float, height: float, theme: Theme) -> Picture:
    """The picture, so wide and so high."""
    paper = _paper(shown, scenario, width, height, theme)
    stops = [_stops(paper, axis) for axis in range(len(shown.axes))]
    lines, signs = [], []
    for number, strand in reversed(list(enumerate(shown.strands))):
        spots = tuple(stop[number] for stop in stops)
        lines.append(_line(paper, strand, spots))
        signs += [_sign(paper, strand, spot) for spot in spots]
    bare = paper.bare
    legend = list(_legend(paper))
    return Picture(
        width,
        height,
        theme.ground,
        bare.frame,
        bare.low,
        bare.high,
        strokes=(*_axes(paper), *lines, *(part for part in legend if isinstance(part, Stroke))),
        symbols=(*_heads(paper), *signs, *(part for part in legend if isinstance(part, Symbol))),
        labels=(
            *_names(paper),
            *_ends(paper),
            *_figures(paper, signs),
            *(part for part in legend if isinstance(part, Label)),
        ),
    )


def _paper(shown: Parallel, scenario: Scenario, width: float, height: float, theme: Theme) -> _Paper:
    """Room for the names above and the axes; what the lines are called stands at the right of them, or below where
    they would come too near each other."""
    tables = [strand for strand in shown.strands if strand.kind == "table"]
    few = len(tables) <= _FEW
    entries = list(_entries(scenario, shown, few=few))
    widest = max(wide(words, _TYPE, bold=True) for _, words in entries) + _SAMPLE
    left, beside = _SIDE, min(widest, 0.3 * width + _SAMPLE) + 76
    gaps, many = len(shown.axes) - 1, len(entries)
    columns = 0 if (width - left - beside) / gaps >= _NEAR else max(1, min(many, int((width - 16) / (widest + 20))))
    right, below = (_SIDE, _ROW * -(-many // columns) + 14) if columns else (beside, 0.0)
    spacing = (width - left - right) / gaps
    lines = max(len(_name(scenario, shown, axis.who, spacing)) for axis in shown.axes)
    top = 34 + lines * _LINE + 32
    frame = Area(left, top, width - left - right, height - top - 40 - below)
    places = [
        axis.place(points)
        for n, axis in enumerate(shown.axes)
        for points in (axis.walk_away, *(strand.points[n] for strand in shown.strands))
    ]
    low, high = min(0.0, *places), max(1.0, *places)
    bare = Picture(width, height, theme.ground, frame, (0, low), (gaps, high))
    return _Paper(shown, scenario, theme, signs(scenario), bare, few, columns)


def _entries(scenario: Scenario, shown: Parallel, *, few: bool) -> Iterator[tuple[Strand | None, str]]:
    """The lines and what they are called, and at last the bar; of many tables one stands for all."""
    told = False
    for strand in shown.strands:
        if strand.kind != "table" or few:
            yield strand, head(strand_name(scenario, shown, strand))
        elif not told:
            told = True
            yield strand, head(say("the text of a table"))
    yield None, head(say("the walk-away"))


def _name(scenario: Scenario, shown: Parallel, who: DelegationId, room: float) -> list[str]:
    return wrapped(head(name(scenario, who, shown.me)), _TYPE, room - 8, bold=True)


# ---- the axes ----------------------------------------------------------------------------------------------------


def _axes(paper: _Paper) -> Iterator[Stroke]:
    """An axis from the worst text to the best, with a foot at each end; dotted on to what lies beyond; and the bar."""
    for n, axis in enumerate(paper.shown.axes):
        (x, low), (_, high) = paper.spot(n, axis.worst), paper.spot(n, axis.best)
        yield Stroke(((x, low), (x, high)), paper.theme.ink, 1.5)
        for y in (low, high):
            yield Stroke(((x - 6, y), (x + 6, y)), paper.theme.ink, 1.5, what="tick")
        beyond = [axis.walk_away, *(strand.points[n] for strand in paper.shown.strands)]
        for end, points in ((low, min(beyond)), (high, max(beyond))):
            if not axis.worst <= points <= axis.best:
                yield Stroke(((x, end), paper.spot(n, points)), paper.theme.muted, 1.5, (2, 3))
        y = paper.spot(n, axis.walk_away)[1]
        yield Stroke(((x - _BAR, y), (x + _BAR, y)), paper.theme.ink, 5, what="walk-away", who=axis.who)


def _heads(paper: _Paper) -> Iterator[Symbol]:
    for n, axis in enumerate(paper.shown.axes):
        yield badge(paper.seen[axis.who], (paper.bare.to_picture((n, 0))[0], 18), 11)


def _names(paper: _Paper) -> Iterator[Label]:
    """Whose axis it is, below the mark."""
    spacing = paper.bare.frame.w / (len(paper.shown.axes) - 1)
    for n, axis in enumerate(paper.shown.axes):
        x = paper.bare.to_picture((n, 0))[0]
        for line, words in enumerate(_name(paper.scenario, paper.shown, axis.who, spacing)):
            yield Label(words, x, 47 + line * _LINE, paper.seen[axis.who].ink, _TYPE, "middle", bold=True)


def _ends(paper: _Paper) -> Iterator[Label]:
    """The points at both ends of every axis."""
    frame, ink = paper.bare.frame, paper.theme.ink
    for n, axis in enumerate(paper.shown.axes):
        x = paper.bare.to_picture((n, 0))[0]
        yield Label(plain(axis.best), x, frame.y - 15, ink, _TYPE, "middle")
        yield Label(plain(axis.worst), x, frame.bottom + 26, ink, _TYPE, "middle")


def _figures(paper: _Paper, signs: Sequence[Symbol]) -> Iterator[Label]:
    """What came of it in points, and the points of the walk-away, each beside its place where no sign is."""
    theme, taken, came = paper.theme, [sign.area for sign in signs], paper.shown.came_of_it
    for n, axis in enumerate(paper.shown.axes):
        x, y = paper.spot(n, axis.walk_away)
        taken.append(Area(x - _BAR, y - 3, 2 * _BAR, 6))
    for n, axis in enumerate(paper.shown.axes):
        asked = [(axis.walk_away, _BAR + 5, _TYPE, -1)]
        if came is not None and came.kind == "yours":
            asked.insert(0, (came.points[n], 11.0, _TYPE + 2, 1))
        for points, off, size, side in asked:
            x, y = paper.spot(n, points)
            colour = theme.muted if side < 0 else theme.ink
            label = _beside(plain(points), (x, y), off, size, side, colour, theme, taken)
            taken.append(area_of(label))
            yield label


def _beside(
    words: str, at: Spot, off: float, size: float, side: int, colour: str, theme: Theme, taken: Sequence[Area]
) -> Label:
    """Words as near beside a place as there is room, on one side of it if that is as near."""
    found: list[Label] = []
    for step in range(30):
        for way in (side, -side):
            x = at[0] + way * (off + 4 * step)
            anchor: Anchor = "start" if way > 0 else "end"
            y = at[1] + above(size) / 2
            label = Label(words, x, y, colour, size, anchor, bold=side > 0, halo=theme.ground)
            if not any(area_of(label).meets(area) for area in taken):
                return label
            found.append(label)
    return found[0]


# ---- the lines ---------------------------------------------------------------------------------------------------


def _stops(paper: _Paper, axis: int) -> list[Spot]:
    """Where each line meets an axis: at its height, and beside the axis where others are there already; the dots of
    many tables stay on it."""
    taken: list[tuple[Spot, float]] = []
    stops: list[Spot] = []
    for strand in paper.shown.strands:
        (x, y), radius = paper.spot(axis, strand.points[axis]), _sign(paper, strand, (0, 0)).radius
        stays, step = strand.kind == "table" and not paper.few, 0
        while not stays and any(_touch((x + _aside(step), y), radius, spot, other) for spot, other in taken):
            step += 1
        stops.append((x + _aside(step), y))
        if not stays:
            taken.append((stops[-1], radius))
    return stops


def _aside(step: int) -> float:
    """On the axis, then by turns right and left of it, farther and farther."""
    return 4.0 * ((step + 1) // 2) * (1 if step % 2 else -1)


def _touch(one: Spot, radius: float, other: Spot, reach: float) -> bool:
    room = radius + reach + 2
    return abs(one[0] - other[0]) < room and abs(one[1] - other[1]) < room


def _line(paper: _Paper, strand: Strand, spots: tuple[Spot, ...]) -> Stroke:
    width, dash = _DASHES[strand.kind]
    colour = paper.theme.ink if strand.who is None else paper.seen[strand.who].ink
    return Stroke(spots, colour, width, dash, what="path", who=strand.who)


def _sign(paper: _Paper, strand: Strand, at: Spot) -> Symbol:
    """The sign of a line; who has a text that is best has its own mark."""
    ink, ground = paper.theme.ink, paper.theme.ground
    match strand.kind:
        case "yours":
            return Symbol("round", *at, 7, ink, "#FFFFFF", 2)
        case "no-text":
            return Symbol("round", *at, 7, ground, ink, 2, (4, 3))
        case "historical":
            return Symbol("square", *at, 7, "#FFFFFF", ink, 2.5)
        case "nash":
            return Symbol("diamond", *at, 8, "#FFFFFF", ink, 2)
        case "kalai-smorodinsky":
            return Symbol("cross", *at, 7, ink, "#FFFFFF", 1)
        case "table":
            letter = strand.name if len(strand.name) == 1 and paper.few else ""
            return Symbol("round", *at, 8 if letter else 4, ink, "#FFFFFF", 1.5, letter=letter)
        case "best":
            return badge(paper.seen[strand.who or paper.shown.axes[0].who], at, 8)


def _legend(paper: _Paper) -> Iterator[Stroke | Symbol | Label]:
    """What each line and the bar is."""
    half, theme = (_SAMPLE - 12) / 2, paper.theme
    entries = list(_entries(paper.scenario, paper.shown, few=paper.few))
    places = _places(paper, [words for _, words in entries])
    for (x, y, room), (strand, words) in zip(places, entries, strict=True):
        if strand is None:
            yield Stroke(((x + half - _BAR, y), (x + half + _BAR, y)), theme.ink, 5)
        else:
            yield _line(paper, strand, ((x, y), (x + 2 * half, y)))
            yield _sign(paper, strand, (x + half, y))
        bold = strand is not None and strand is paper.shown.came_of_it
        for n, line in enumerate(wrapped(words, _TYPE, room, bold=bold)):
            yield Label(line, x + _SAMPLE - 4, y + above(_TYPE) / 2 + n * _LINE, theme.ink, _TYPE, bold=bold)


def _places(paper: _Paper, names: Sequence[str]) -> Iterator[tuple[float, float, float]]:
    """Where the entries of the legend begin, and how much room is for their words: one below the other at the right, or
    in columns below."""
    frame, width = paper.bare.frame, paper.bare.width
    if not paper.columns:
        y, room = frame.y, width - frame.right - 66 - _SAMPLE
        for n, words in enumerate(names):
            yield frame.right + 66, y, room
            # What came of the talks is the first, and bold.
            y += _LINE * len(wrapped(words, _TYPE, room, bold=not n and paper.shown.came_of_it is not None)) + 7
        return
    rows, across = -(-len(names) // paper.columns), (width - 16) / paper.columns
    for n in range(len(names)):
        yield 12 + n // rows * across, frame.bottom + 56 + n % rows * _ROW, across - _SAMPLE
