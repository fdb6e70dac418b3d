"""The teacher's desk in regions of HTML: before the start, while the tables negotiate, and when all is laid open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.classroom.pages.desk_sides import debrief_region, lists, side_region
from game.classroom.pages.desk_tables import card, order, plan_card
from game.classroom.pages.markup import part, whole
from game.classroom.pages.wall import Door
from game.debrief.comparison import Comparison
from game.lesson.class_acts import Lengthen, Settle
from game.lesson.doings import Advance, GoAhead, Hold, write_doing
from game.lesson.overview import Overview
from game.lesson.plan import PHASES, PLANS, Phase, after
from game.lesson.preflight import Tries
from game.lesson.settings import SILENCES
from game.scenario import Scenario
from game.table.teams import LONGEST_NAME
from game.talks import CHAIR, LEVEL_NAMES, LONGEST_REMARK
from game.talks.happenings import Coming
from game.words.class_desk import (
    chosen_scenario,
    edition_called,
    go_on_to,
    labels,
    part_state,
    part_told,
    present,
    settings_told,
    state,
)
from game.words.class_lesson import (
    left,
    minutes,
    minutes_seconds,
    phase_name,
    tables_and_audiences,
    what_is_left,
)
from game.words.language import strung, tongue
from game.words.levels import level_name, level_title
from game.words.preflight import how_to_try, tried

_LONGER = 120
"""Seconds that the desk gives to a part of the lesson with one press."""
_STEP = 2
"""Hundredths of a part of the lesson by which its bar grows."""


@dataclass(frozen=True, slots=True)
class Playable:
    """A scenario in one of its editions, as a teacher may choose it."""

    scenario: str
    edition: str
    title: str
    line: str = ""


def playable(scenario: str, whole: Scenario) -> tuple[Playable, ...]:
    """A scenario of the shelf in each of its editions, the whole last: most classes have an hour."""
    short = [Playable(scenario, each.id, edition_called(whole, each.id), each.line) for each in whole.editions]
    return (*short, Playable(scenario, whole.edition, edition_called(whole, whole.edition)))


NOBODY = Tries()
"""No device has tried the room."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a desk shows besides the class itself."""

    door: Door
    shelf: Sequence[Playable] = ()
    to_come: Sequence[Coming] = ()
    """What may be released at a table now."""
    laid_open: Comparison | None = None
    """The tables side by side, when all have ended."""
    tries: Tries = NOBODY
    """How many devices have tried the room, and what they found."""


def desk_page() -> str:
    """The page, whose regions come by the stream."""
    return whole(
        "desk.html",
        language=tongue(),
        said=labels(),
        chair=CHAIR,
        longest=LONGEST_REMARK,
        longest_name=LONGEST_NAME,
    )


def desk_regions(overview: Overview, scenario: Scenario, around: Around) -> dict[str, str]:
    """Every region of the desk as it is now; those that have no place in this part of the lesson are empty. The cards
    of the tables are `table-A` and so on, their order is in `order`."""
    said, joining = labels(), overview.phase == "join"
    laid_out = PHASES.index(overview.phase) >= PHASES.index("debrief")
    regions = {
        "head": _head(overview, said),
        "setup": _setup(overview, scenario, around, said) if joining else "",
        "preflight": _preflight(around) if joining else "",
        "timeline": _timeline(overview),
        "controls": "" if joining or overview.phase == "over" else _controls(overview, said),
        "order": order(overview),
        "side": side_region(overview, scenario, around.door, said),
        "debrief": debrief_region(overview, scenario, around.laid_open, said) if laid_out else "",
        **lists(overview, scenario, around.to_come, said),
    }
    for row in overview.tables:
        regions[f"table-{row.letter}"] = (plan_card if joining else card)(overview, scenario, row, said)
    return {id: str(html) for id, html in regions.items()}


def _preflight(around: Around) -> str:
    """What devices have found out that tried the room, or how to let one try it."""
    found = around.tries
    told = tried(found) if found.opened else how_to_try(f"{around.door.address}/preflight")
    return part("desk_parts.html", "preflight", told=told, wrong=found.fit + found.trying < found.opened)


def _head(overview: Overview, said: object) -> str:
    seconds, ends = left(overview), None
    number, told = str(overview.present), present(overview)
    if seconds is not None:
        # What changes with every second is the page's own to show: a region is said anew when something has happened.
        ends = None if overview.resting else round(overview.now + seconds)
        number, told = minutes_seconds(overview.seconds if ends else seconds), what_is_left(overview)
    return part(
        "desk_parts.html", "head", said=said, state=state(overview), code=overview.code, number=number, told=told,
        ends=ends,
    )  # fmt: skip


def _setup(overview: Overview, scenario: Scenario, around: Around, said: object) -> str:
    settings = overview.settings
    choices = [
        {
            "scenario": each.scenario,
            "edition": each.edition,
            "title": each.title,
            "line": each.line,
            "chosen": (each.scenario, each.edition) == (settings.scenario, settings.edition),
        }
        for each in around.shelf
    ]
    return part(
        "desk_parts.html",
        "setup",
        said=said,
        scenario=chosen_scenario(scenario),
        more=settings_told(settings, level_name(settings.level)),
        length=minutes(settings.minutes),
        tables=tables_and_audiences(overview.tables),
        settings=replace(settings, silence=int(settings.silence)),
        do=write_doing(Settle(settings)),
        choices=choices,
        lengths=[(number, _plan_told(number)) for number in PLANS],
        levels=[(level, level_title(level)) for level in LEVEL_NAMES],
        silences=[int(end) for end in SILENCES],
    )


def _plan_told(length: int) -> str:
    """A plan as it is chosen: its length, and that of each part."""
    plan = next(plan for number, plan in PLANS.items() if number == length)
    return strung([minutes(length), *(part_told(phase, number) for phase, number in plan.minutes.items())])


def _timeline(overview: Overview) -> str:
    plan = PLANS[overview.settings.minutes]
    parts = [
        {
            "name": phase_name(phase),
            "minutes": minutes(number),
            "told": strung([part_told(phase, number), part_state(phase, overview.phase)]),
            "weight": number,
            "starts": plan.starts(phase),
            "state": _place(phase, overview.phase),
            "gone": _gone(overview) if phase == overview.phase else None,
        }
        for phase, number in plan.minutes.items()
    ]
    return part("desk_parts.html", "timeline", parts=parts, caption=minutes(plan.total))


def _place(phase: Phase, now: Phase) -> str:
    places = PHASES.index(phase), PHASES.index(now)
    return "now" if phase == now else "gone" if places[0] < places[1] else "ahead"


def _gone(overview: Overview) -> int | None:
    """How much of this part is gone, in hundredths; in steps, so that a desk is not said anew every second."""
    if overview.began is None or not overview.seconds:
        return None
    gone = min(100, int(100 * overview.elapsed / overview.seconds))
    return gone - gone % _STEP


def _controls(overview: Overview, said: object) -> str:
    return part(
        "desk_parts.html",
        "controls",
        said=said,
        resting=overview.resting,
        hold=write_doing(Hold()),
        go=write_doing(GoAhead()),
        longer=write_doing(Lengthen(_LONGER)),
        next=write_doing(Advance()),
        onward=go_on_to(after(overview.phase)) if overview.phase != "exit" else "",
        # What ends the talks of all tables is asked once more.
        sure=overview.phase not in ("talks", "close"),
        talks=PHASES.index(overview.phase) < PHASES.index("debrief"),
    )
