"""What each seat holds in its hand: its cable and its sheet on paper of its own, made of what that seat may know."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario import Audience, Instructions, Judgement, Scenario
from game.scenario.topics.sheets import Pair
from game.text import DelegationId, Issue, IssueId, Option, OptionId
from game.words.language import SEMICOLON, count, head, phrase, plain, say, strung
from game.words.names import wording
from game.words.outside import POWERS, content_from
from game.words.page import Bit, Bits, Block, Column, Heading, Items, Paragraph, Section, Table


def role_sections(scenario: Scenario) -> Iterator[Section]:
    """A sheet for each delegation, and one for each audience. Every one is made of the scenario as it is sealed for
    that seat, so that there is nothing on it that the seat may not know."""
    for who in scenario.ids:
        yield _delegation(scenario.sealed_for(who), who)
    for audience in scenario.audiences:
        if audience.id in scenario.judgements:
            yield _audience(scenario.sealed_for(DelegationId(audience.id)), scenario.audience(audience.id))


def numbered(place: int, words: str) -> str:
    """A wording with its number on the form."""
    return say("{n}. {words}", n=str(place), words=words)


# ---- delegations ------------------------------------------------------------------------------------------------


def _delegation(sealed: Scenario, who: DelegationId) -> Section:
    sheet, told = sealed.instructions[who], sealed[who]
    away = say("A text below {points} points is worse than none.", points=sheet.reservation_value)
    blocks: list[Block] = [*_cable(sheet), Paragraph((Bit(say("The walk-away: "), "strong"), Bit(away)), "lead")]
    blocks += [Paragraph(_waits(sealed, who, sheet)), *_answers_to(sealed, who)]
    blocks += [*_worth(sealed, who, sheet), *_together(sealed, sheet.pairs)]
    tag = (Bit(say("Only for {who}", who=told.short), who=who),)
    return Section(f"role-{who}", say("{name}: {role}", name=told.name, role=told.role), tuple(blocks), "private", tag)


def _cable(sheet: Instructions) -> Iterator[Paragraph]:
    brief = sheet.brief
    line = phrase("From: {sender}. To: {to}. {day:day}.")
    yield Paragraph((Bit(say(line, sender=brief.sender, to=brief.to, day=brief.date), "small"),))
    yield from (Paragraph(words) for words in sheet.cable)


def _waits(sealed: Scenario, who: DelegationId, sheet: Instructions) -> str:
    told = [say("What you have in the end is the points of the words that are signed.")]
    if sheet.delay.points:
        told.append(
            count(
                "Waiting costs {n} point every {hours:hours}, however the talks end.",
                "Waiting costs {n} points every {hours:hours}, however the talks end.",
                sheet.delay.points,
                hours=sheet.delay.hours,
            )
        )
    if later := sealed.without_text(who):
        told.append(say("Without a text the years that follow count as well: {points:signed} for you.", points=later))
    return " ".join(told)


def _answers_to(sealed: Scenario, who: DelegationId) -> Iterator[Block]:
    """Those outside to whom the delegation answers, with what it knows of them."""
    mine = sealed.audiences_of(who)
    if mine:
        yield Heading(say("You answer to"))
        yield Items(tuple((Bit(say("{name}: ", name=head(each.short)), "strong"), Bit(each.line)) for each in mine))


def _worth(sealed: Scenario, who: DelegationId, sheet: Instructions) -> Iterator[Block]:
    """What every wording is worth, with where it opens and what it may not sign."""
    yield Heading(say("What the words are worth to you"))
    yield Paragraph(say("Opening: for this you stand when the talks begin. Red line: this you may never sign."))
    for issue in sealed.text.negotiated:
        row = sheet.points[issue.id]
        rows = ((_named(sealed, who, sheet, issue, place), plain(row[option.id])) for place, option in _places(issue))
        yield Table(issue.title, _columns(), tuple(rows), narrow=True)


def _places(issue: Issue) -> Iterator[tuple[int, Option]]:
    return enumerate(issue.options, 1)


def _columns() -> tuple[Column, ...]:
    return (Column(""), Column(say("Points"), number=True))


def _named(sealed: Scenario, who: DelegationId, sheet: Instructions, issue: Issue, place: int) -> Bits:
    """A wording with all that is to be known of it."""
    option = issue.options[place - 1]
    words = numbered(place, option.name)
    if beside := _beside(sealed, who, sheet, issue, option.id):
        return (Bit(words), Bit(" "), *beside)
    return words


def _beside(
    sealed: Scenario, who: DelegationId, sheet: Instructions, issue: Issue, option: OptionId
) -> tuple[Bit, ...]:
    """Whether it opens there, may never sign it, or has to ask its capital."""
    red = option in sheet.red_lines.get(issue.id, frozenset())
    steps, told = sheet.mandate.get(issue.id, ()), []
    if option == sealed[who].opening[issue.id]:
        told.append(say("opening"))
    if steps and not red:
        step = next((step for step, opened in enumerate(steps) if option in opened), None)
        if step is None:
            told.append(say("your capital never opens it"))
        elif step:
            told.append(count("after one cable", "after {n} cables", step))
    if issue.spine and option in sheet.unheard:
        price = sheet.unheard[option]
        told.append(count("given up unheard it costs {n} point", "given up unheard it costs {n} points", price))
    bits = [Bit(say("Red line."), "strong")] if red else []
    return (*bits, *([Bit(say("({told})", told=strung(told, SEMICOLON)), "small")] if told else []))


def _together(sealed: Scenario, pairs: tuple[Pair, ...]) -> Iterator[Block]:
    if pairs:
        yield Heading(say("Words that are worth something together"))
        yield Items(tuple(_pair(sealed, pair) for pair in pairs))


def _pair(sealed: Scenario, pair: Pair) -> str:
    words = [wording(sealed, issue, option) for issue, option in pair.options.items()]
    line = phrase("{points:signed} for {words:and} in one text: {because:stop}")
    return say(line, points=pair.points, words=words, because=pair.because)


# ---- audiences --------------------------------------------------------------------------------------------------


def _audience(sealed: Scenario, audience: Audience) -> Section:
    judgement, of = sealed.judgements[audience.id], sealed[audience.of]
    speaks = say("You speak for {name}, and judge from outside what {of} stands for.", name=audience.short, of=of.short)
    blocks: list[Block] = [Paragraph(speaks, "lead"), Paragraph(say(POWERS[audience.power], of=of.short))]
    if audience.votes:
        blocks.append(Paragraph(_has_vote(sealed, audience)))
    blocks.append(Paragraph((Bit(content_from(judgement.threshold), "strong"),)))
    blocks += [*_minds(sealed, judgement), *_together(sealed, judgement.pairs)]
    tag = say("Only for {who}", who=audience.short)
    return Section(f"role-{audience.id}", audience.name, tuple(blocks), "private", tag)


def _has_vote(sealed: Scenario, audience: Audience) -> str:
    words = [wording(sealed, *each) for each in _voted(sealed, audience)]
    if not words:
        return say("No text that can be signed here needs your vote.")
    return say("You have a vote on a text with {words:or}, and on no other.", words=words)


def _voted(sealed: Scenario, audience: Audience) -> Iterator[tuple[IssueId, OptionId]]:
    for issue in sealed.text.issues:
        options = audience.votes.get(issue.id, frozenset())
        yield from ((issue.id, option.id) for option in issue.options if option.id in options)


def _minds(sealed: Scenario, judgement: Judgement) -> Iterator[Block]:
    """What each wording is worth to it, in the issues that it cares about."""
    yield Heading(say("What the words are worth to you"))
    same = 0
    for issue in sealed.text.negotiated:
        row = judgement.points[issue.id]
        if len(set(row.values())) > 1:
            rows = ((numbered(place, option.name), plain(row[option.id])) for place, option in _places(issue))
            yield Table(issue.title, _columns(), tuple(rows), narrow=True)
        else:
            same += next(iter(row.values()))
    fixed = sum(judgement.points[issue.id][issue.options[0].id] for issue in sealed.text.issues if issue.fixed)
    if same + fixed:
        yield Paragraph(say("Whatever else is written is worth {points:signed} to you.", points=same + fixed))
