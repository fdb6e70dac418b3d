"""What stands under a wording: who stands there, refused it or wishes for it, and how far it binds."""

from __future__ import annotations

from game.desktop.desk.board import Board
from game.desktop.kit import colours
from game.desktop.kit.paragraph import Span, Style
from game.seat import Wording
from game.talks import Why
from game.text import Issue, IssueId, OptionId
from game.words import count, phrase, quoted, say
from game.words.bargaining import traces
from game.words.wordings import may_bring

APART = " · "
"""What stands between two notes."""
_TINY = Style("sans", 14, colours.DIM)


def notes_of(board: Board, issue: Issue, wording: Wording) -> list[Span]:
    """Everything that marks a wording out, in the order in which it matters to this seat."""
    option = issue[wording.option]
    marks = [*_lock(board, issue, wording), *_stands(board, wording), *_refused(board, wording)]
    marks += _told(board, wording)
    marks += _bargained(board, issue.id, wording.option)
    if wishers := [board.scenario.audience(id).short for id in wording.wished]:
        marks.append(Span(say("{who:and} would prefer it", who=wishers), _TINY.of(colours.LOCKED), "", None, "up"))
    if wording.later:
        safer = wording.later > 0
        line = phrase("dear in later years: {points:signed}")
        if safer:
            line = phrase("easier in later years: {points:signed}")
        tone = colours.AGREED_PALE if safer else colours.ALARM
        marks.append(Span(say(line, points=wording.later), _TINY.of(tone)))
    if option.vague and not issue.side:
        marks.append(Span(may_bring(wording) or say("vague"), _TINY.of(colours.LOCKED)))
    spaced: list[Span] = []
    for mark in marks:
        spaced += [Span(APART, _TINY), mark] if spaced else [mark]
    return spaced


def _lock(board: Board, issue: Issue, wording: Wording) -> list[Span]:
    """Why this seat may not go there."""
    lock = board.desk.lock(wording)
    if lock is None:
        return []
    if lock.kind != "mandate":
        words = say("your red line") if lock.kind == "red-line" else say("barred")
        return [Span(words, _TINY.of(colours.ALARM), "", None, "octagon")]
    if issue.id in board.tray.noted:
        return [Span(say("noted for the cable"), _TINY.of(colours.PALE), "", None, "envelope")]
    if asked := board.desk.question(issue.id):
        words = say("asked; the answer comes in {hours:hours}", hours=asked.left)
    else:
        capital, hours = board.scenario[board.desk.who].capital, board.scenario.clock.answer
        words = say("ask {capital}, {hours:hours}", capital=capital, hours=hours)
        if forgone := board.desk.forgone(issue.id):
            line = phrase("ask {capital}, {hours:hours}, {points:signed}")
            words = say(line, capital=capital, hours=hours, points=-forgone.points)
        elif _unheard(board, issue.id):
            words = say("opens after a refusal")
    return [Span(words, _TINY.of(colours.LOCKED), "", None, "lock")]


def _unheard(board: Board, issue: IssueId) -> bool:
    """Whether the capital opens more only when what one may table now was refused: to ask it now is in vain."""
    ask = board.desk.choice("consult")
    kinds = (Why.NOT_REFUSED, Why.NOTHING_REFUSED)
    return ask is not None and issue not in ask.issues and board.here.why_not_ask(issue).kind in kinds


def _stands(board: Board, wording: Wording) -> list[Span]:
    marks = []
    for who in wording.stands:
        mine, sign = who == board.desk.who, board.signs[who]
        words = say("you stand here") if mine else say("{who} stands here", who=board.scenario[who].short)
        marks.append(Span(words, _TINY.of(sign.felt), "", sign))
    return marks


def _refused(board: Board, wording: Wording) -> list[Span]:
    """Who has refused it for ever, and for whom it has been barred from outside."""
    marks = []
    order = board.scenario.ids
    for lock in sorted(wording.locks, key=lambda lock: order.index(lock.of)):
        mine = lock.of == board.desk.who
        if lock.kind not in ("barred", "never") or (mine and lock.kind == "barred"):
            continue
        lines = {
            ("barred", False): phrase("barred for {who}"),
            ("never", False): phrase("never, {who} said"),
            ("never", True): phrase("never, you said"),
        }
        words = say(lines[lock.kind, mine], who=board.scenario[lock.of].short)
        marks.append(Span(words, _TINY.of(colours.ALARM), "", board.signs[lock.of]))
    return marks


def _told(board: Board, wording: Wording) -> list[Span]:
    """Who has told the newspapers that it stands for this."""
    marks = []
    for who in wording.announced:
        mine, sign = who == board.desk.who, board.signs[who]
        words = (
            say("you told the newspapers") if mine else say("{who} told the newspapers", who=board.scenario[who].short)
        )
        marks.append(Span(words, _TINY.of(sign.felt), "", sign))
    return marks


def _bargained(board: Board, issue: IssueId, option: OptionId) -> list[Span]:
    """In which packages it was offered, asked for and refused, by whom."""
    return [
        Span(words, _TINY, "", board.signs[trace.who] if first == 0 else None)
        for trace in board.traces(issue, option)
        for first, words in enumerate(traces(board.scenario, trace, board.bargaining, board.desk.who))
    ]


def force_words(board: Board, issue: IssueId) -> str:
    """What the form of the paper does to the force of the words here; empty where it does nothing."""
    force, text = board.scenario.force, board.scenario.text
    if force is None or text[issue].side:
        return ""
    if issue == force.issue:
        return say("The form decides how far every other word binds.")
    row, reader = board.desk.row(force.issue), board.desk.who if board.seated else board.scenario.ids[0]
    form = next(each.option for each in row.wordings if reader in each.stands)
    adds = force.adds.get(form, 0)
    if not adds:
        return ""
    whose = "agreed" if row.agreed is not None else "yours" if board.seated else "theirs"
    return count(*_FORCE[whose, adds > 0], abs(adds), form=quoted(text[force.issue][form].name))


_FORCE = {
    ("agreed", True): (
        phrase("In the agreed form, {form}, every other word binds {n} step more."),
        phrase("In the agreed form, {form}, every other word binds {n} steps more."),
    ),
    ("agreed", False): (
        phrase("In the agreed form, {form}, every other word binds {n} step less."),
        phrase("In the agreed form, {form}, every other word binds {n} steps less."),
    ),
    ("yours", True): (
        phrase("In your form, {form}, every other word binds {n} step more."),
        phrase("In your form, {form}, every other word binds {n} steps more."),
    ),
    ("yours", False): (
        phrase("In your form, {form}, every other word binds {n} step less."),
        phrase("In your form, {form}, every other word binds {n} steps less."),
    ),
    ("theirs", True): (
        phrase("In the form, {form}, every other word binds {n} step more."),
        phrase("In the form, {form}, every other word binds {n} steps more."),
    ),
    ("theirs", False): (
        phrase("In the form, {form}, every other word binds {n} step less."),
        phrase("In the form, {form}, every other word binds {n} steps less."),
    ),
}  # fmt: skip
"""By whether the form is agreed, one's own or somebody else's, and whether words bind more in it."""
