"""What would have been better for everybody, in words, and why it was not found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.debrief import Debrief, differences
from game.debrief.better import Better, BetterTexts, Change, Kind, Obstacle, Why, better
from game.debrief.offers import Fate, Offer
from game.scenario import Scenario
from game.talks import Far
from game.text import DelegationId
from game.words.differences import differing
from game.words.language import count, head, phrase, plain, say
from game.words.names import audience, day_at, title, wording
from game.words.page import Bit, Bits, Block, Column, Heading, Items, Paragraph, Section, Table, point_columns
from game.words.people import name, names
from game.words.points import points

_HEADS: Mapping[Kind, str] = {
    "fewest-words": phrase("With the fewest other words"),
    "largest-product": phrase("With the largest product of gains"),
    "free": phrase("With nobody outside against it"),
    "beyond": phrase("Only beyond what could be signed"),
}
_HEADS_OF_NO_TEXT: Mapping[Kind, str] = {
    "fewest-words": phrase("Nearest to where the talks ended"),
    "largest-product": phrase("The Nash text"),
    "free": phrase("The nearest with nobody outside against it"),
    "beyond": phrase("Only beyond what could be signed"),
}
_WHY: Mapping[Why, str] = {
    "outside": phrase("It was barred from outside the room."),
    "let-go": phrase("All of it lay on the table in one paper, and the paper fell."),
    "never-offered": phrase("It was never offered: nobody put all of its words on the table."),
    "refused": phrase("It was not found because one of its words was refused."),
    "not-together": phrase(
        "Each of its words was on the table at one time or another, and never all of them together."
    ),
}
_FATES: Mapping[Fate, str] = {
    "carried": phrase("it was carried"),
    "declined": phrase("{who} declined it"),
    "countered": phrase("another paper answered it"),
    "withdrawn": phrase("it was taken back"),
    "overtaken": phrase("it was overtaken"),
    "warm": phrase("{who} could have lived with it"),
    "cool": phrase("{who} minded it"),
    "unanswered": phrase("it had no answer"),
}
_NOT_THE_WHOLE = phrase(
    "Points are those of the words on the sheets of the end; hours, and what was earned or paid beside the text, would"
    " have been what they were. That everybody would have been better off says nothing of what anybody could know then:"
    " all sheets are open only now. Sheets and audiences are a model."
)


def better_section(debrief: Debrief, me: DelegationId | None) -> Section:
    """Better texts, and why they were not found."""
    found = debrief.once(better)
    blocks: list[Block] = [Paragraph(_lead(debrief, found), "lead")]
    for each in found.found:
        blocks += _one(debrief, each, me)
    if not found.found and found.texts != 0:
        blocks.append(Paragraph(say("Which of them lies nearest would take more counting than is done here.")))
    blocks.append(Paragraph(say(_NOT_THE_WHOLE), "note"))
    return Section("better", say("Better for everybody"), tuple(blocks))


def _lead(debrief: Debrief, found: BetterTexts) -> str:
    if debrief.course.signed is None:
        if found.texts is None:
            return say("The texts that give everybody at least the walk-away were too many to count.")
        if not found.texts:
            return say(
                "No text that could be signed gives everybody at least the walk-away: there was nothing to find."
            )
        return count(
            "One text that could be signed would have given everybody at least the walk-away.",
            "{n:grouped} texts that could be signed would have given everybody at least the walk-away.",
            found.texts,
        )
    if found.texts is None:
        return say("The texts that are better for everybody were too many to count.")
    if not found.texts:
        return say("No text that could be signed gives anybody more without taking from somebody: nothing was left.")
    return count(
        "One text that could be signed gives everybody at least as much as the signed one, and somebody more.",
        "{n:grouped} texts that could be signed give everybody at least as much as the signed one, and somebody more.",
        found.texts,
    )


def _one(debrief: Debrief, found: Better, me: DelegationId | None) -> Iterator[Block]:
    scenario, signed = debrief.scenario, debrief.course.signed
    heads = _HEADS_OF_NO_TEXT if signed is None else _HEADS
    yield Heading(say(heads[found.kind]), 3)
    if signed is None:
        yield _over_no_text(scenario, found, me)
    else:
        told = differences(scenario, signed, found.text)
        yield from differing(scenario, told, (say("Signed"), say("Better")), me)
    yield Paragraph([Bit(say(_WHY[found.why]), "strong")])
    rows = [*(_outside(scenario, each, me) for each in found.obstacles), *_papers(scenario, found, me)]
    rows += [row for change in found.changes for row in _word(scenario, change, found, me)]
    yield Items(tuple(rows))


def _over_no_text(scenario: Scenario, found: Better, me: DelegationId | None) -> Table:
    """The words that were not agreed, with where everybody stood, and what the whole text is worth over no text."""
    ids = scenario.ids
    rows: list[tuple[Bits, ...]] = []
    for change in found.changes:
        stands = [
            say("{who}: {word}", who=head(name(scenario, who, me)), word=wording(scenario, change.issue, option))
            for who, option in change.stands.items()
        ]
        if len(options := set(change.stands.values())) == 1:
            stands = [say("agreed: {word}", word=wording(scenario, change.issue, options.pop()))]
        worth = (plain(scenario.instructions[who].points[change.issue][change.option]) for who in ids)
        word = [Bit(_said(scenario, change), "inserted")]
        rows.append((title(scenario, change.issue), say("{each:strung}", each=stands), word, *worth))
    sums = (say("{n} ({change:signed})", n=found.points[who], change=found.gains[who]) for who in ids)
    return Table(
        say("The words that were left, and what the whole text is worth over the walk-away"),
        (
            Column(say("Place")),
            Column(say("Where everybody stood")),
            Column(say("Better")),
            *point_columns(scenario, ids, me),
        ),
        (*rows, (say("The whole text"), "", "", *sums)),
        sums=1,
    )


def _said(scenario: Scenario, change: Change) -> str:
    option = scenario.text[change.issue][change.option]
    return option.words.strip(" ,") or option.name


def _outside(scenario: Scenario, each: Obstacle, me: DelegationId | None) -> Bits:
    who = name(scenario, each.who, me)
    if each.kind in ("mandate", "red-line") and each.issue and each.option:
        told = {"word": wording(scenario, each.issue, each.option), "capital": scenario[each.who].capital, "who": who}
        if each.kind == "red-line":
            return say("{word} crosses a red line of {who}.", **told)
        if each.asked:
            return say(
                "{word} lay beyond what {capital} had opened for {who} by the end, though a cable asked.", **told
            )
        return say("{word} lay beyond what {capital} had opened for {who}, and no cable asked for it.", **told)
    outside = audience(scenario, each.audience) if each.audience else ""
    told = {"audience": outside, "who": who, "points": points(each.points)}
    if each.kind == "ally":
        return say("{audience:head}, whose consent {who} needed, would have broken silence: {points} short.", **told)
    return say("{audience:head} would have refused it to {who}: {points} short.", **told)


def _papers(scenario: Scenario, found: Better, me: DelegationId | None) -> Iterator[Bits]:
    for offer in found.whole[-_MOST:]:
        yield [
            Bit(say("All of it: ")),
            Bit(_brought(scenario, offer, me), move=offer.number),
            Bit(say("; ")),
            *fallen(scenario, offer, me),
        ]


def _word(scenario: Scenario, change: Change, of: Better, me: DelegationId | None) -> Iterator[Bits]:
    """What the record has of one word of a better text, but for the papers that had all of it."""
    word = say("{issue}, {word}", issue=title(scenario, change.issue), word=_named(scenario, change))
    if not change.mentioned:
        yield say("{word}: nobody ever put it forward.", word=word)
        return
    if change.stood:
        stood = names(scenario, change.stood, me)
        yield count(
            "{word}: {who:and} stood for it.", "{word}: {who:and} stood for it.", len(stood), word=word, who=stood
        )
    told = tuple(each for each in change.refusals or change.offers if each not in of.whole)
    for offer in told[-_MOST:]:
        yield [
            Bit(say("{word}: ", word=word)),
            Bit(_brought(scenario, offer, me), move=offer.number),
            Bit(say("; ")),
            *fallen(scenario, offer, me),
        ]
    if len(told) > _MOST:
        yield count(
            "{word}: it was in {n} paper before those.",
            "{word}: it was in {n} papers before those.",
            len(told) - _MOST,
            word=word,
        )


_FAR: Mapping[Far, str] = {
    "nearly": phrase(", and called it nearly enough"),
    "not-for-this": phrase(", not for this"),
    "not-this": phrase(", at no price"),
}
"""How far off a paper was called when it was refused."""
_MOST = 3
"""Papers that are told of a word: the last of them."""


def _named(scenario: Scenario, change: Change) -> str:
    return wording(scenario, change.issue, change.option)


def _brought(scenario: Scenario, offer: Offer, me: DelegationId | None) -> str:
    told = {"who": name(scenario, offer.by, me), "day": day_at(scenario, offer.hours), "number": str(offer.number)}
    if offer.off_record:
        return say("{who} put it in a non-paper on {day} (move {number})", **told)
    return say("{who} put it in a package on {day} (move {number})", **told)


def fallen(scenario: Scenario, offer: Offer, me: DelegationId | None) -> list[Bit]:
    """What became of a paper."""
    who = name(scenario, offer.fate_by, me) if offer.fate_by else ""
    told = [Bit(say(_FATES[offer.fate], who=who), move=offer.fate_number)]
    if offer.issue is not None and offer.option is not None:
        over = {"word": wording(scenario, offer.issue, offer.option)}
        told.append(Bit(say(" over {word}, for ever", **over) if offer.never else say(" over {word}", **over)))
    elif offer.issue is not None:
        told.append(Bit(say(" over “{issue}”", issue=title(scenario, offer.issue))))
    if offer.far is not None:
        told.append(Bit(say(_FAR[offer.far])))
    return [*told, Bit(say("."))]
