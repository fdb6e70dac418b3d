"""What can be done, as buttons: the few that matter now, and behind "More" everything else that the seat offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from game.classroom.pages.markup import part
from game.classroom.pages.paper import TEMPLATE
from game.classroom.pages.presses import Clear, Counter, Rest, pressing
from game.classroom.pages.said import NOTHING, said
from game.scenario import Scenario
from game.seat import Choice, Deed, Desk, encode
from game.talks import Consult, Hold, Interpret, Leave, Move, Propose, Respond
from game.words import hours as in_hours
from game.words import phrase, say, strung
from game.words.choices import naming
from game.words.closing import statement
from game.words.moves import called
from game.words.names import short
from game.words.packages import mind
from game.words.penalties import penalty
from game.words.points import signed_points
from game.words.refusals import why_not

Row = dict[str, object]
_FIRST: tuple[Deed, ...] = ("propose", "accept", "decline", "consult")
"""The four buttons of the first minutes."""
_NOW: Mapping[str, tuple[Deed, ...]] = {
    "held": ("respond",),
    "closing": ("interpret",),
    "sign": ("circulate", "sign"),
    "answer": ("accept", "decline", "consult"),
    "compose": ("propose", "consult"),
    "wait": ("propose",),
}
"""Of a delegation, by what its desk is for."""


def deed(scenario: Scenario, move: Move, *, hours: float = 0.0, gold: bool = False) -> Row:
    """A button for one move."""
    label = called(scenario, move)
    return {
        "label": label, "suggest": say("Suggest: {move}", move=label), "detail": in_hours(hours) if hours else "",
        "move": encode(move), "gold": gold, "sure": (), "yes": "", "press": "", "words": True,
    }  # fmt: skip


def deeds_region(scenario: Scenario, desk: Desk) -> Markup:
    """The buttons that matter now, the next sensible one in gold."""
    if desk.worth is None or desk.ended is not None:
        return NOTHING
    key = ("deeds", desk.who, desk.mode, desk.next, desk.floor, desk.pending, desk.asks, desk.tray, bool(desk.waiting))
    return said((*key, desk.readings, desk.held), lambda: _deeds(scenario, desk), scenario, *desk.choices)


def _deeds(scenario: Scenario, desk: Desk) -> Markup:
    rows = list(_main(scenario, desk))
    why = _why_nothing(scenario, desk)
    return part(TEMPLATE, "deeds", rows=rows, why=why) if rows or why else NOTHING


def _main(scenario: Scenario, desk: Desk) -> Iterator[Row]:
    for name in _NOW.get(desk.mode, ()):
        choice = desk.choice(name)
        if choice is None or (name == "consult" and not desk.asks):
            continue
        if choice.why_not is None:
            yield from (_row(scenario, desk, choice, move, gold=desk.next == name) for move in choice.moves)
        elif name == "propose" and desk.tray.shifts:
            yield from _not_yet(scenario, desk, choice)
        elif name == "accept":
            yield _shut(scenario, choice)
    if desk.mode == "answer":
        yield _press(say("Change it"), say("answer with a package of your own"), pressing(Counter()))
    elif desk.tray.countering and desk.waiting:
        back = phrase("Begin with an empty package") if desk.tray.shifts else phrase("Back to their package")
        yield _press(say(back), "", pressing(Clear()))


def _not_yet(scenario: Scenario, desk: Desk, choice: Choice) -> Iterator[Row]:
    """A package that cannot be tabled now: why not, for the pen; a partner may suggest it."""
    told = _shut(scenario, choice)
    if desk.mode == "wait":
        move = Propose(desk.who, desk.tray.shifts)
        yield {
            **told, "move": encode(move), "suggest": say("Suggest to the pen"), "label": say(naming("propose").button),
            "words": True,
        }  # fmt: skip
    else:
        yield told


def _why_nothing(scenario: Scenario, desk: Desk) -> str:
    """Whose turn it is, where it is another's and a package lies ready."""
    if desk.mode == "wait" and not desk.pending and desk.floor in scenario.ids:
        return say("{who:head} has the floor.", who=short(scenario, desk.floor))
    return ""


def more_region(scenario: Scenario, desk: Desk) -> Markup:
    """Everything else that could be done here: what is open, and what is not with the reason."""
    if desk.worth is None or desk.ended is not None:
        return NOTHING
    key = ("more", desk.who, desk.mode, desk.asks, desk.why_no_rest is None, desk.statement, desk.readings, desk.held)
    return said(key, lambda: _more(scenario, desk), scenario, *desk.choices)


def _more(scenario: Scenario, desk: Desk) -> Markup:
    main = _NOW.get(desk.mode, ())
    rows, shut = [], []
    for choice in desk.choices:
        if choice.why_not is None:
            if choice.deed not in main or (choice.deed == "consult" and not desk.asks):
                rows += [_row(scenario, desk, choice, move) for move in choice.moves]
        elif choice.deed not in ("respond", "interpret"):
            shut.append({"label": say(naming(choice.deed).button), "why": why_not(scenario, choice.why_not)})
    if desk.mode in ("compose", "answer") and desk.why_no_rest is None:
        rows += [
            _press(say("All brackets, as {who} has them", who=short(scenario, who)), "", pressing(Rest(who)))
            for who in scenario.ids
        ]
    rows.sort(key=lambda row: row["move"] == encode(Leave(desk.who)))  # what ends all stands last
    return part(TEMPLATE, "more", rows=rows, shut=shut, shut_title=say("Not now, and why")) if rows or shut else NOTHING


def _press(label: str, detail: str, press: str) -> Row:
    return {
        "label": label, "suggest": "", "detail": detail, "move": "", "gold": False, "sure": (), "yes": "",
        "press": press, "words": False,
    }  # fmt: skip


def _shut(scenario: Scenario, choice: Choice) -> Row:
    reason = why_not(scenario, choice.why_not) if choice.why_not else ""
    return _press(say(naming(choice.deed).button), reason, "")


def _row(scenario: Scenario, desk: Desk, choice: Choice, move: Move, *, gold: bool = False) -> Row:
    """An open choice: what it is called, what it takes and costs; what ends or commits is asked again."""
    row = deed(scenario, move, gold=gold)
    said = desk.tray.word is not None or (choice.deed == "decline" and desk.tray.far is not None)
    if choice.deed in _SHORT and not said:
        row["label"] = say(naming(choice.deed).button)
        row["suggest"] = say("Suggest to the pen") if choice.deed == "propose" else row["suggest"]
    if isinstance(move, Interpret) and move.reading is not None:
        row["label"] = say("Say at the close")
    row["detail"] = strung([*_takes(choice), *_told(scenario, desk, move)], phrase("{first} · {next}"))
    if choice.deed in ("leave", "announce", "hold") or (choice.deed in ("say", "consult") and choice.penalties):
        row["sure"], row["yes"] = tuple(_sure(scenario, desk, choice, move)), say("Yes, do it")
    return row


_SHORT = frozenset({"propose", "non-paper", "accept", "decline"})


def _takes(choice: Choice) -> Iterator[str]:
    if choice.hours:
        yield in_hours(choice.hours)
    if choice.cost:
        yield signed_points(choice.cost)
    if choice.late:
        yield say("the clock would strike first")


def _told(scenario: Scenario, desk: Desk, move: Move) -> Iterator[str]:
    """What one answer to a hold-up, one closing statement or a cable comes to."""
    if isinstance(move, Respond) and desk.held is not None:
        found = next(each for each in desk.held.answers if each.how == move.how)
        if move.how != "sit":
            yield say("the word {points:signed}", points=found.word)
        yield say("goodwill {points:signed}", points=found.goodwill)
    elif isinstance(move, Interpret) and move.reading is not None:
        row = next(each for each in desk.readings if each.reading == move.reading)
        yield statement(scenario, row)
    elif isinstance(move, Consult):
        yield from (signed_points(-lost.points) for lost in map(desk.forgone, move.issues) if lost)


def _sure(scenario: Scenario, desk: Desk, choice: Choice, move: Move) -> Iterator[str]:
    """What is read before a move is made that binds or ends."""
    if isinstance(move, Hold):
        side = scenario.side_text(move.side_text)
        yield (
            say("You hold up {side}, and ask {words}. You can do so once.", side=side.title, words=side.words)
            if side
            else ""
        )
    elif choice.deed == "announce" and desk.statement is not None:
        told = desk.statement
        line = phrase("To move off it later costs {breaking:signed}; goodwill with the others {surprise:signed}.")
        yield say(line, breaking=told.breaking, surprise=told.surprise)
    elif choice.deed == "leave":
        yield say("That is the end of the talks, without a text.")
    yield from (mind(penalty(scenario, each)) for each in choice.penalties)
