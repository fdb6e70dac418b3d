"""To refuse a package, or to answer a non-paper with the word that one minds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from game.talks.bargaining import answered, ears, rebuff, standing_package, without
from game.talks.bounds import addressed
from game.talks.events import Declined, Hinted
from game.talks.forsworn import forswear
from game.talks.ledger import hear
from game.talks.moves import Decline, Far, Shift
from game.talks.notation import Misread, read_number
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Judged, Room, Rule
from game.talks.talks import Talks
from game.text import DelegationId, IssueId


def refusal(talks: Talks, move: Decline) -> Refused | None:
    """Why it cannot be made, or None if it can."""
    package = addressed(talks, move.by, move.package)
    if isinstance(package, Refused):
        return package
    if move.issue is not None and move.issue not in package.issues:
        return refuse(kind=Why.NOT_IN_PACKAGE)
    if move.never and move.issue is None:
        return refuse(kind=Why.NEVER_WHAT)
    if move.far is not None and move.far not in _SAID:
        return refuse(kind=Why.ILL_FORMED, written="far")
    if move.never and move.far is not None:
        return refuse(kind=Why.NEVER_AND_FAR)
    return None


def _hours(room: Room, _: Decline) -> float:
    return room.scenario.clock.decline


def make(talks: Talks, move: Decline) -> Talks:
    """A package is refused, and the proposer's capital will hear of it; a non-paper is answered by a hint.
    Nobody refuses for ever what it stands for itself: over such a word that says no more than no."""
    package = standing_package(talks, move.package)
    if package.off_record:
        hint = Hinted(
            at=talks.hours,
            by=move.by,
            heard_by=ears(package),
            remark=move.remark,
            package=package.number,
            warm=False,
            issue=move.issue,
            far=move.far,
        )
        return answered(hear(talks, hint), package, move.by)
    option = package.minded(move.by, move.issue) if move.issue is not None else None
    never = move.never and not (move.issue and option == talks.positions[move.by][move.issue])
    event = Declined(
        at=talks.hours,
        by=move.by,
        remark=move.remark,
        package=package.number,
        issue=move.issue,
        option=option,
        never=never,
        far=move.far,
    )
    if never and move.issue is not None and option is not None:
        talks = forswear(talks, Shift(move.by, move.issue, option))
    return rebuff(hear(without(talks, package.number), event), package)


def offers(talks: Talks, who: DelegationId) -> Iterator[Decline]:
    """What a seat could try now, but for how far off it is said to be: that is added as a remark is."""
    for package in talks.packages:
        if who in package.waits_for:
            yield Decline(who, package.number)
            for issue in package.issues:
                yield Decline(who, package.number, issue)
                yield Decline(who, package.number, issue, never=True)


def judged(talks: Talks, who: DelegationId) -> Judged[Decline]:
    """These moves as the rules judge them: of a package that waits for a seat it may refuse whatever is in it."""
    return Judged(tuple(offers(talks, who)), ())


_SAID: Mapping[Far, str] = {"not-this": "not this", "not-for-this": "not for this", "nearly": "nearly"}
"""How far, in the notation of a record."""
_FAR: Mapping[str, Far] = {said: far for far, said in _SAID.items()}


def write(move: Decline) -> str:
    """What is done, in the notation of a record."""
    over = f" over {move.issue}" if move.issue else ""
    more = ", never" if move.never else f", {_SAID[move.far]}" if move.far else ""
    return f"declines {move.package}{over}{more}"


def read(who: DelegationId, rest: str, remark: str) -> Decline:
    """The move from the rest of its line. Raises `Misread`."""
    found = re.fullmatch(r"([^\s,]+)(?: over ([^\s,]+))?(?:, (never|not this|not for this|nearly))?", rest)
    if not found:
        raise Misread("refusal", rest)
    issue = IssueId(found[2]) if found[2] else None
    said = found[3] or ""
    return Decline(who, read_number(found[1]), issue, said == "never", _FAR.get(said), remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"declines": read}, write, judged)
"""What `game.talks.rules` asks of this move."""
