"""What phrases fetched, in words: each package that was carried, and over several records a price list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.debrief import Debrief
from game.debrief.prices import Bargain, Given, Priced, Sale, bargains, prices
from game.scenario import Scenario
from game.text import DelegationId
from game.words.calendar import day_and_hour
from game.words.language import SEMICOLON, count, head, phrase, plain, say, signed, strung
from game.words.names import title, wording
from game.words.page import Bit, Bits, Block, Column, Heading, Items, Paragraph, Section, Table
from game.words.people import name, names

_NOTE = phrase(
    "A step is worth what lies between the two wordings on one’s own sheet; points for words that stand together are"
    " not in it. Only where one step went for one is the price of a phrase known. Where more went at once, what was for"
    " which is not to be known and is not guessed."
)
_APART = 5
"""So many phrases at most are told of whose packages were most unlike."""


def prices_section(debrief: Debrief, me: DelegationId | None) -> Section | None:
    """The packages that were carried in one talks; None where there was none."""
    found = bargains(debrief)
    if not found:
        return None
    lead = count(
        "One package was accepted. What was given in it for what?",
        "{n} packages were accepted. What was given in them for what?",
        len(found),
    )
    blocks: list[Block] = [Paragraph(lead, "lead")]
    for bargain in found:
        blocks += _bargain(debrief.scenario, bargain, me)
    return Section("prices", say("What the words fetched"), (*blocks, Paragraph(say(_NOTE), "note")))


def price_list(debriefs: Sequence[Debrief]) -> Section | None:
    """Every phrase that was gained in a package at any of these tables; None where none was accepted."""
    found = prices(debriefs)
    if not found:
        return None
    scenario = debriefs[0].scenario
    every = [bargain for debrief in debriefs for bargain in bargains(debrief)]
    alone = sum(bargain.one_for_one for bargain in every)
    packages = count("{n} package was accepted", "{n} packages were accepted", len(every))
    tables = count("at {n} table", "at {n} tables", len(debriefs))
    line = phrase("{packages} {tables}; in none of them one step went for one alone.")
    if alone:
        line = phrase("{packages} {tables}; in {alone} of them one step went for one alone.")
    blocks: list[Block] = [
        Paragraph(say(line, packages=packages, tables=tables, alone=str(alone)), "lead"),
        _list(scenario, found),
    ]
    unlike = sorted((each for each in found if _apart(each)), key=_apart, reverse=True)[:_APART]
    if unlike:
        blocks.append(Heading(say("Where the price was most unlike"), 3))
        blocks.append(Items(tuple(_unlike(scenario, each) for each in unlike)))
    drawn = phrase("All points are on the sheets of the table at which a package was accepted; of several, the median.")
    blocks += [Paragraph(say(_NOTE), "note"), Paragraph(say(drawn), "note")]
    return Section("price-list", say("The price list"), tuple(blocks))


def _bargain(scenario: Scenario, bargain: Bargain, me: DelegationId | None) -> Iterator[Block]:
    """One package: who went from where to where, what that is worth to each, and what each gave and gained."""
    ids = scenario.ids
    when = day_and_hour(scenario.calendar.at(bargain.hour).when)
    told = {
        "n": str(bargain.package.number),
        "who": name(scenario, bargain.package.by, me),
        "takers": names(scenario, bargain.accepted_by, me),
        "when": when,
    }
    yield Heading(say("Package {n}", **told), 3)
    line = phrase("{who:head} tabled it, and {takers:and} accepted it ({when}, hour {hour:hour}, move {move}).")
    told_when = say(line, **told, hour=bargain.hour, move=str(bargain.step))
    yield Paragraph((Bit(told_when, move=bargain.step),))
    rows = [_step(scenario, each, me) for each in bargain.given]
    sums = (
        (say("What each gave"), "", "", *(signed(-bargain.paid(who)) for who in ids)),
        (say("What each gained"), "", "", *(signed(bargain.got(who)) for who in ids)),
    )
    columns = (
        Column(say("Place")),
        Column(say("Who went")),
        Column(say("From and to")),
        *(Column(head(each), number=True) for each in names(scenario, ids, me)),
    )
    yield Table(say("The steps of package {n}, in points", **told), columns, (*rows, *sums), sums=2)
    if bargain.one_for_one:
        one, other = bargain.given
        line = phrase("One step for one: {one}, and {other}.")
        yield Paragraph(say(line, one=_way(scenario, one, me), other=_way(scenario, other, me)))


def _step(scenario: Scenario, each: Given, me: DelegationId | None) -> tuple[Bits, ...]:
    who = say("{who:and|head}", who=names(scenario, each.by, me))
    return (
        title(scenario, each.issue),
        who,
        _change(scenario, each),
        *(signed(each.points[who]) for who in scenario.ids),
    )


def _change(scenario: Scenario, each: Given) -> str:
    old, new = (wording(scenario, each.issue, option) for option in (each.old, each.option))
    return say("{old} → {new}", old=old, new=new)


def _way(scenario: Scenario, each: Given, me: DelegationId | None = None) -> str:
    line = phrase("{who:and} went from {old} to {new}")
    old, new = (wording(scenario, each.issue, option) for option in (each.old, each.option))
    return say(line, who=names(scenario, each.by, me), old=old, new=new)


def _list(scenario: Scenario, found: Sequence[Priced]) -> Table:
    columns = (
        Column(say("Phrase")),
        Column(say("Gained by")),
        Column(say("Times"), number=True),
        Column(say("Worth"), number=True),
        Column(say("Cost"), number=True),
        Column(say("In all"), number=True),
        Column(say("One for one"), number=True),
    )
    rows = tuple(_row(scenario, each) for each in found)
    caption = phrase(
        "What each phrase was worth to its gainer, what it cost those who gave it, and what its gainer gave in all in"
        " its package, in points"
    )
    return Table(say(caption), columns, rows)


def _row(scenario: Scenario, each: Priced) -> tuple[str, ...]:
    least, most = each.cheapest.paid, each.dearest.paid
    paid = _number(each.paid)
    if least != most:
        paid = say("{middle} ({least} to {most})", middle=paid, least=least, most=most)
    place = say("{issue}: {word}", issue=title(scenario, each.issue), word=wording(scenario, each.issue, each.option))
    return (
        place,
        head(scenario[each.to].short),
        plain(each.times),
        _number(each.worth),
        _number(each.lost),
        paid,
        plain(len(each.alone)),
    )


def _number(middle: float) -> str:
    """A median: a whole number, or a half."""
    if float(middle).is_integer():
        return plain(int(middle))
    return say("−{n}", n=f"{-middle:.1f}") if middle < 0 else f"{middle:.1f}"


def _apart(each: Priced) -> int:
    return each.dearest.paid - each.cheapest.paid


def _unlike(scenario: Scenario, each: Priced) -> str:
    line = phrase("{word}, gained by {who}: in the cheapest package it gave {cheap}; in the dearest, {dear}.")
    return say(
        line,
        word=wording(scenario, each.issue, each.option),
        who=scenario[each.to].short,
        cheap=_paid(scenario, each.cheapest),
        dear=_paid(scenario, each.dearest),
    )


def _paid(scenario: Scenario, sale: Sale) -> str:
    """What its gainer gave in the whole package."""
    gave = [each for each in sale.bargain.given if sale.to in each.by]
    if not gave:
        return say("nothing")
    words = strung([_change(scenario, each) for each in gave], SEMICOLON)
    return count("{words} ({n} point)", "{words} ({n} points)", sale.paid, words=words)
