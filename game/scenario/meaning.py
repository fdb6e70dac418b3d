"""What the words of a file mean together: ids, the places of the text, exclusions, the calendar, the history."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from itertools import accumulate

from game.scenario.envelopes import check_delegations
from game.scenario.mistakes import did_you_mean, printable
from game.scenario.names import Names, mark_twins, may_be
from game.scenario.proof import Path, Proof
from game.scenario.remarks_meaning import check_remarks
from game.scenario.schema import OptionModel, ScenarioModel
from game.scenario.world_meaning import check_world
from game.text import Template, TemplateError, parse_template, slots_of

_SIGNS = re.compile(r"[\[\]|{}<>\n]")
_DEEPEST_GROUP = 8
_WORD = re.compile(r"[^\s.,;:()]+|[.,;:()]")


def check_meaning(model: ScenarioModel, proof: Proof, *, calendar: bool = True) -> None:
    """Mark everything that is well formed and still cannot be meant; `calendar` is whether its days can be judged."""
    names = Names(model.issues, proof)
    _ids(model, proof)
    _options(model, proof, names)
    _places(model, proof)
    _exclusions(model, proof, names)
    if calendar:
        _calendar(model, proof)
    check_delegations(model, proof, names)
    check_world(model, proof, names)
    check_remarks(model, proof, names)
    if model.history:
        names.outcome(("history", "outcome"), model.history.outcome, whole=True)
        names.cited(("history", "cite"), model.history.cite, model.sources)


def _ids(model: ScenarioModel, proof: Proof) -> None:
    mark_twins(proof, "issue", [(("issues", n, "id"), issue.id) for n, issue in enumerate(model.issues)])
    for n, issue in enumerate(model.issues):
        options = enumerate(issue.options)
        mark_twins(proof, "option", [(("issues", n, "options", m, "id"), option.id) for m, option in options])
    clauses = enumerate(model.text.clauses)
    mark_twins(proof, "clause", [(("text", "clauses", n, "id"), clause.id) for n, clause in clauses])
    first = None
    for n, issue in enumerate(model.issues):
        if issue.spine and first:
            proof.mark(("issues", n, "spine"), f"only one issue can be the spine, and '{first}' is")
        elif issue.spine:
            first = issue.id


def _options(model: ScenarioModel, proof: Proof, names: Names) -> None:
    for n, issue in enumerate(model.issues):
        said: dict[tuple[str, ...], str] = {}
        for m, option in enumerate(issue.options):
            path: Path = ("issues", n, "options", m)
            names.cited((*path, "cite"), option.cite, model.sources)
            _signs((*path, "words"), option.words, proof)
            for part, words in option.parts.items():
                _signs((*path, "parts", part), words, proof)
            if option.words.isspace():
                continue
            twin = said.setdefault(_heard(option), option.id)
            if twin == option.id:
                continue
            if _heard(option):
                proof.mark(
                    (*path, "words"), f"'{printable(twin)}' has the same words: a bracket could not tell them apart"
                )
            elif not issue.side:
                proof.mark((*path, "words"), f"'{printable(twin)}' is silent too: an issue has one silent option")


def _heard(option: OptionModel) -> tuple[str, ...]:
    """The words as the bracketed notation compares them: without capitals and without commas at the ends."""
    return tuple(_WORD.findall(option.words.casefold().strip(", ")))


def _signs(path: Path, words: str, proof: Proof) -> None:
    if found := _SIGNS.search(words):
        sign = "a line break" if found[0] == "\n" else f"the sign '{found[0]}'"
        proof.mark(path, f"the words of an option cannot hold {sign}")
    elif words and not words.strip():
        proof.mark(path, "these words are only blanks; silence is written ''")


def _places(model: ScenarioModel, proof: Proof) -> None:
    """Every slot has an issue, every issue a slot, and so have the parts of its options."""
    sentences: list[tuple[Path, str]] = [(("text", "heading"), model.text.heading)]
    sentences += [(("text", "clauses", n, "words"), clause.words) for n, clause in enumerate(model.text.clauses)]
    issues = {issue.id: issue for issue in model.issues}
    parts = {issue.id: {part for option in issue.options for part in option.parts} for issue in model.issues}
    printed: dict[str, set[str]] = {}
    sound = True
    for path, words in sentences:
        template = _template(path, words, proof)
        sound = sound and template is not None
        for slot in dict.fromkeys(slots_of(template or ())):
            shown = printable(f"{{{slot.issue}.{slot.part}}}" if slot.part else f"{{{slot.issue}}}")
            if slot.issue not in issues and may_be(slot.issue, issues):
                continue
            if slot.issue not in issues:
                proof.mark(path, f"the slot {shown} names no issue{did_you_mean(slot.issue, issues)}")
                continue
            printed.setdefault(slot.issue, set()).add(slot.part)
            if slot.part and slot.part not in parts[slot.issue]:
                offer = did_you_mean(slot.part, parts[slot.issue])
                proof.mark(path, f"the slot {shown} names a part that no option of '{slot.issue}' has{offer}")
            if issues[slot.issue].side:
                proof.mark(path, f"the slot {shown} prints '{slot.issue}', which is a side issue")
    if not sound:
        # Slots may stand in the sentence that cannot be read, so nothing can be said to be printed nowhere.
        return
    for n, issue in enumerate(model.issues):
        if issue.side or issue.id not in printed:
            if not issue.side:
                proof.mark(("issues", n, "id"), f"no clause prints issue '{issue.id}': it needs a slot or 'side: true'")
            continue
        for m, option in enumerate(issue.options):
            for part in option.parts:
                if part not in printed[issue.id]:
                    offer = did_you_mean(part, printed[issue.id] - {""})
                    at: Path = ("issues", n, "options", m, "parts", part)
                    proof.mark_key(at, f"no clause prints the part '{part}' of issue '{issue.id}'{offer}")


def _template(path: Path, words: str, proof: Proof) -> Template | None:
    if _depth(words) > _DEEPEST_GROUP:
        # Whoever prints a sentence walks through its groups by recursion.
        proof.mark(path, f"the groups of this sentence are nested more than {_DEEPEST_GROUP} deep")
        return None
    try:
        return parse_template(words)
    except TemplateError as error:
        near = printable(words[max(0, error.at - 15) : error.at + 15])
        proof.mark(path, f"{error} (sign {error.at + 1} of this text, near '{near}')")
    return None


def _depth(words: str) -> int:
    """How many groups are open at once."""
    return max(accumulate((sign == "<") - (sign == ">") for sign in words), default=0)


def _exclusions(model: ScenarioModel, proof: Proof, names: Names) -> None:
    for n, exclusion in enumerate(model.exclusions):
        for half, named in (("if", exclusion.if_), ("then", exclusion.then)):
            for issue, options in named.items():
                path: Path = ("exclusions", n, half)
                if not names.issue(path, issue):
                    continue
                names.listed((*path, issue), issue, options)
                if not options:
                    proof.mark((*path, issue), f"at least one option of '{issue}' must be listed")
                if half == "then" and issue in exclusion.if_:
                    proof.mark_key((*path, issue), f"issue '{issue}' stands in both 'if' and 'then'")


def _calendar(model: ScenarioModel, proof: Proof) -> None:
    last: datetime | None = None
    for n, session in enumerate(model.sessions):
        opens = datetime.combine(session.day, time.fromisoformat(session.starts))
        closes = opens + timedelta(hours=session.hours)
        if closes > datetime.combine(session.day, time()) + timedelta(days=1):
            proof.mark(("sessions", n, "hours"), f"{session.hours:g} hours from {session.starts} go past midnight")
        if last and opens < last:
            where = "day" if session.day < last.date() else "starts"
            proof.mark(
                ("sessions", n, where), f"this sitting begins before the one above it ends, {last:%Y-%m-%d %H:%M}"
            )
        last = max(last or closes, closes)
