"""What the computer says: true of its view, fitting, and hardly twice; and never at the price of another move."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from random import Random

import pytest

from game.delegations import computer
from game.scenario import PLACES, VOICES, Remark, Temperament, band, places_in
from game.speech.context import Context
from game.speech.heard import heard_in
from game.speech.manners import MANNERS
from game.speech.recent import NOT_A_TURN
from game.speech.remarks import LINES, Line, house, remark
from game.speech.topic import Topic, spoken
from game.talks import Consult, Move, Say, Talks, events, view
from game.text import DelegationId
from tests.library import EVERY, MAIN, must, opened, scenario

WARSAW, ISTANBUL = "warsaw-at-the-table", "istanbul-communique-1994"


@dataclass(frozen=True)
class Spoken:
    """A remark, the talks just before it, and who made it."""

    before: Talks
    move: Move

    @property
    def who(self) -> DelegationId:
        """Who spoke."""
        return self.move.by

    @property
    def since(self) -> tuple[events.Event, ...]:
        """What the speaker has heard since it last spoke."""
        record = view(self.before, self.who).record
        for place in range(len(record), 0, -1):
            if record[place - 1].by == self.who and not isinstance(record[place - 1], NOT_A_TURN):
                return record[place:]
        return record

    def they(self, kind: type[events.Event]) -> bool:
        """Whether somebody else has done something since."""
        return any(isinstance(event, kind) and event.by != self.who for event in self.since)


@cache
def remarks(name: str, seed: int) -> tuple[Spoken, ...]:
    """All that is said in a game of computers."""

    def said() -> Iterator[Spoken]:
        talks = opened(name, seed)
        while not talks.over:
            who = talks.floor
            move = computer(view(talks, who), Random(f"{seed} {who} {talks.version}")).move
            if move.remark:
                yield Spoken(talks, move)
            talks = must(talks, move)

    return tuple(said())


def pattern_of(say: str) -> re.Pattern[str]:
    """What finds a line in what was said, whatever stood in its places: no sentence, and no half of a quotation."""
    words = r"(?:‘[^’]*’|[^‘’.?!])+?".join(re.escape(part) for part in re.split(r"\{\w+\}", say))
    return re.compile(rf"(?:^|(?<=[.?!] )){words}(?:$|(?= ))", re.IGNORECASE)


def lines_in(said: str) -> list[Line]:
    """The lines of the house that a remark is made of, the longest first."""
    every = [line for occasion in (*LINES, "aside") for line in house(occasion)]
    return sorted((line for line in every if pattern_of(line.say).search(said)), key=lambda line: -len(line.say))


def every_line() -> list[tuple[str, Line]]:
    """Each line of the house with its occasion."""
    return [(occasion, line) for occasion in (*LINES, "aside") for line in house(occasion)]


# ---- variety ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [MAIN, WARSAW, ISTANBUL, "harbour"])
def test_a_delegation_knows_which_lines_were_said(name: str) -> None:
    """The lines that are looked up in what was heard are those that a search with any words in their places finds."""
    talks = remarks(name, 1)[-1].before
    for who in talks.scenario.ids:
        seen = view(talks, who)
        said = [event.remark for event in seen.record if event.remark]
        found = heard_in(seen)
        assert len(found) == len(said)
        for each, words in zip(found, said, strict=True):
            expected = {line.say for line in lines_in(words)}
            own = {line.say for line in talks.scenario.remarks}
            assert each.lines - own == expected


@pytest.mark.parametrize("name", [MAIN, WARSAW, ISTANBUL])
def test_nothing_is_said_twice_in_a_game(name: str) -> None:
    """No remark comes twice in a game, whoever makes it, but for cables, which only their capital reads."""
    for seed in (1, 2):
        said = Counter(each.move.remark for each in remarks(name, seed) if not isinstance(each.move, Consult))
        assert [words for words, times in said.items() if times > 1] == []


def test_lines_are_repeated_only_where_none_is_left() -> None:
    """At a table of three with three computers, hardly one line in thirty is a line again with other words in it."""
    again, said = 0, 0
    for seed in (1, 2):
        lines = Counter(found[0].say for each in remarks(WARSAW, seed) if (found := lines_in(each.move.remark)))
        said += sum(lines.values())
        again += sum(times - 1 for times in lines.values())
    assert again <= said / 30


def test_many_games_have_many_lines() -> None:
    """Six games use a good part of what there is."""
    used = {
        line.say
        for name in (MAIN, WARSAW, ISTANBUL)
        for seed in (1, 2)
        for each in remarks(name, seed)
        for line in lines_in(each.move.remark)
    }
    assert len(used) > 100


def test_the_quiet_say_less() -> None:
    """With the same view, somebody who talks little says less than somebody who talks much, and sometimes nothing."""
    little, much = 0, 0
    silent = False
    for seed, each in ((number, each) for number in (1, 2, 3) for each in remarks(MAIN, number)):
        for talk in (0.05, 0.95):
            seen = view(with_temper(each.before, Temperament(talk=talk)), each.who)
            words = computer(seen, Random(f"{seed} {each.who} {each.before.version}")).move.remark
            little, much = (little + len(words), much) if talk < 0.5 else (little, much + len(words))
            silent |= not words
    assert little < 0.75 * much
    assert silent


def with_temper(talks: Talks, temper: Temperament) -> Talks:
    """The talks with one and the same character in every seat; its patience and the like stay as they were."""
    sheets = talks.scenario.instructions
    tempered = {
        who: replace(sheet, temperament=replace(sheet.temperament, talk=temper.talk)) for who, sheet in sheets.items()
    }
    return replace(talks, scenario=replace(talks.scenario, instructions=tempered))


# ---- truth ------------------------------------------------------------------------------------------------------

CLAIMS: dict[str, Callable[[Spoken], bool]] = {
    "two": lambda s: len(s.before.scenario.ids) == 2,
    "early": lambda s: s.before.hours <= 0.3 * s.before.scenario.calendar.hours,
    "late": lambda s: s.before.deadline - s.before.hours <= 0.3 * s.before.scenario.calendar.hours,
    "last-hours": lambda s: s.before.deadline - s.before.hours <= 0.12 * s.before.scenario.calendar.hours,
    "first-day": lambda s: s.before.scenario.calendar.at(s.before.hours).number == 1,
    "brackets": lambda s: bool(s.before.brackets),
    "clean": lambda s: not s.before.brackets,
    "one-left": lambda s: len(s.before.brackets) == 1,
    "few-left": lambda s: len(s.before.brackets) in (2, 3),
    "mostly": lambda s: len(s.before.agreed) > len(s.before.brackets),
    "cold": lambda s: any(band(value) == "cold" for two, value in s.before.goodwill.items() if s.who in two),
    "warm": lambda s: any(band(value) == "warm" for two, value in s.before.goodwill.items() if s.who in two),
    "refused": lambda s: s.they(events.Declined),
    "named-refusal": lambda s: any(isinstance(e, events.Declined) and e.option for e in s.since),
    "countered": lambda s: any(isinstance(e, events.Lapsed) and e.countered for e in s.since),
    "taken": lambda s: s.they(events.Accepted),
    "given": lambda s: s.they(events.Amended),
    "gone-back": lambda s: any(isinstance(e, events.Amended) and e.reopened for e in s.since),
    "told-press": lambda s: s.they(events.Announced),
    "news": lambda s: any(isinstance(e, events.Happened) for e in s.since),
    "closed": lambda s: any(isinstance(e, events.Settled) for e in s.since),
    "sent-back": lambda s: any(isinstance(e, events.Returned) for e in s.since),
    "broke-mine": lambda s: any(isinstance(e, events.Broke) and e.by == s.who for e in s.since),
    "cable-out": lambda s: any(cable.by == s.who for cable in s.before.cables),
    "paper-out": lambda s: any(p.by == s.who and not p.off_record for p in s.before.packages),
    "initialled": lambda s: s.who in s.before.initials,
    "they-initialled": lambda s: bool(s.before.initials - {s.who}),
    "first-to-sign": lambda s: not s.before.initials,
    "first-tabled": lambda s: not any(isinstance(e, events.Proposed) for e in s.before.events),
    "first-mine": lambda s: not any(isinstance(e, events.Proposed) and e.by == s.who for e in s.before.events),
    "slighted": lambda s: any(isinstance(e, events.HeldUp | events.Declined | events.Amended) for e in s.before.events),
}
"""What lines claim, as the whole table would judge it."""


@pytest.mark.parametrize("name", [MAIN, WARSAW, ISTANBUL])
def test_what_is_said_is_true(name: str) -> None:
    """Every claim of every line that is said holds at the table when it is said."""
    checked: Counter[str] = Counter()
    for seed in (1, 2):
        for each in remarks(name, seed):
            for line in lines_in(each.move.remark)[:2]:
                for claim in line.needs & CLAIMS.keys():
                    assert CLAIMS[claim](each), (claim, each.move.remark)
                    checked[claim] += 1
    assert sum(checked.values()) > 3


def test_the_words_named_are_those_of_the_move() -> None:
    """What is spoken of in quotation marks is in the package, and a refusal names the word that it refuses."""
    for each in remarks(MAIN, 2):
        told = each.before.scenario
        names = {spoken(told, issue.id, option.id) for issue in told.text.issues for option in issue.options}
        line = (lines_in(each.move.remark) or [Line("")])[0]
        if not {"word", "give", "get"} & set(places_in(line.say)):
            continue
        after = must(each.before, each.move)
        made = [e for e in after.events[len(each.before.events) :] if isinstance(e, events.Proposed | events.Declined)]
        for event in made:
            pairs = [(s.issue, s.option) for s in event.shifts] if isinstance(event, events.Proposed) else []
            if isinstance(event, events.Declined) and event.issue and event.option:
                pairs = [(event.issue, event.option)]
            theirs = {spoken(told, *pair) for pair in pairs}
            main = pattern_of(line.say).search(each.move.remark)
            assert main is not None
            assert any(name in main[0] for name in theirs), each.move.remark
            assert not [name for name in names - theirs if f" {name}" in main[0] and name.startswith("‘")]


def test_who_hides_its_word_does_not_name_it() -> None:
    """A refusal that names no issue names no wording either: reticence is kept in the sentence as well."""
    seen = 0
    for seed in range(1, 6):
        for each in remarks(WARSAW, seed):
            after = must(each.before, each.move)
            for event in after.events[len(each.before.events) :]:
                if isinstance(event, events.Declined) and event.issue is None:
                    assert not any(line.say for line in lines_in(event.remark)[:1] if "{word}" in line.say)
                    seen += 1
    assert seen


def test_every_place_of_a_line_is_known_where_it_stands() -> None:
    """No line asks for words that its occasion and its claims cannot fill."""
    told = {"left", "bracket", "slight", "once", "refused", "press", "ally", "moved", "reopened"}
    for occasion, line in every_line():
        for place in places_in(line.say):
            allowed = PLACES.get(place, frozenset())
            assert place in told or allowed is None or occasion in allowed, line.say


@pytest.mark.parametrize("name", [MAIN, WARSAW, ISTANBUL, "founding-act-1997"])
def test_what_is_said_begins_with_a_capital(name: str) -> None:
    """Every sentence of every remark begins with a capital, or with an opening quotation mark and a capital."""
    for seed in (1, 2):
        for each in remarks(name, seed):
            for sentence in re.split(r"(?<=[.?!] )", each.move.remark):
                assert re.match(r"[‘“]?[A-Z]", sentence), each.move.remark


def test_two_is_not_said_of_three() -> None:
    """Of words that may be three, of which a package may well have as many, no line says that they are both."""
    for _, line in every_line():
        assert not re.search(r"\bboth\b", line.say), line.say


@pytest.mark.parametrize("name", [MAIN, WARSAW, ISTANBUL])
def test_no_title_of_an_event_is_quoted(name: str) -> None:
    """Titles are ours, and no headline: nobody says that he has read one."""
    titles = {happening.title.strip("“”.") for happening in scenario(name).happenings}
    for seed in (1, 2):
        for each in remarks(name, seed):
            assert not [title for title in titles if f"‘{title}" in each.move.remark], each.move.remark


@pytest.mark.parametrize("name", [MAIN, WARSAW, ISTANBUL, "founding-act-1997"])
def test_delegations_sound_different(name: str) -> None:
    """At one table no two speak alike: a line of a manner is said by those of that manner alone, and often."""
    told = scenario(name)
    assert len({delegation.voice for delegation in told.delegations}) == len(told.delegations)
    of_manner: Counter[DelegationId] = Counter()
    for seed in (1, 2):
        for each in remarks(name, seed):
            authors = any(pattern_of(line.say).search(each.move.remark) for line in told.remarks)
            for line in lines_in(each.move.remark)[: 0 if authors else 1]:
                if mannered := line.needs & VOICES:
                    assert mannered == {told[each.who].voice}, each.move.remark
                    of_manner[each.who] += 1
    assert all(of_manner[who] >= 3 for who in told.ids)


def test_every_manner_has_something_to_say() -> None:
    """With what happens most often each manner has two lines of its own at least."""
    for occasion, group in MANNERS.items():
        assert occasion in LINES
        assert set(group) == VOICES, occasion
        assert all(len(says) >= 2 for says in group.values()), occasion


def test_every_line_is_a_sentence() -> None:
    """House lines end as sentences do, are there once, and stay short."""
    says = [line.say for _, line in every_line()]
    assert len(set(says)) == len(says)
    for say in says:
        assert say[-1] in ".?", say
        assert len(say) < 130, say
        assert "'" not in say
        assert say[0] == "{" or say[0] == "‘" or say[0].isupper(), say


def test_silence_is_named_as_what_it_is() -> None:
    """A silent wording is spoken of as silence on its issue, in the text and beside it."""
    told = scenario(MAIN)
    named = {spoken(told, i.id, o.id) for i in told.text.issues for o in i.options if o.silent}
    assert {"silence on the veto", "silence on ‘North Korea’"} <= named


# ---- authors ----------------------------------------------------------------------------------------------------


def spoken_with(line: Remark, seeds: range) -> tuple[int, int]:
    """How often a line of an author's is said in games, and how often it is said by somebody whose it is not."""
    said, wrong = 0, 0
    for seed in seeds:
        talks = opened(MAIN, seed)
        talks = replace(talks, scenario=replace(talks.scenario, remarks=(line,)))
        while not talks.over:
            who = talks.floor
            move = computer(view(talks, who), Random(f"{seed} {who} {talks.version}")).move
            hit = pattern_of(line.say).search(move.remark) is not None
            said, wrong = said + hit, wrong + (hit and line.of not in (None, who))
            talks = must(talks, move)
    return said, wrong


def test_an_authors_line_is_said_where_it_fits() -> None:
    """It is said by whose it is, hardly more than once a game; one that never fits is never said."""
    told = scenario(MAIN)
    russia = told.ids[0]
    status = told.text.spine
    assert status is not None
    fits = Remark("We knock at the door: {word}.", frozenset({"open"}), russia, status.id)
    said, wrong = spoken_with(fits, range(1, 9))
    assert said >= 1
    assert not wrong
    never = replace(
        fits, moves=frozenset({"accept"}), say="So it is.", when=frozenset({"late", "silence-broken", "cold"})
    )
    assert spoken_with(never, range(1, 2)) == (0, 0)


def test_a_line_of_one_delegation_is_sealed() -> None:
    """What somebody might say is in nobody else's view; what anybody may say is in all."""
    told = scenario(MAIN)
    russia, nato = told.ids
    lines = (Remark("Ours.", frozenset({"accept"}), russia), Remark("All.", frozenset({"accept"})))
    sealed = replace(told, remarks=lines)
    assert [len(sealed.sealed_for(who).remarks) for who in (russia, nato, None)] == [2, 1, 1]


@pytest.mark.parametrize("name", [name for name in EVERY if scenario(name).remarks])
def test_the_shipped_lines_can_be_said(name: str) -> None:
    """Each line of a shipped scenario ends as a sentence does, unless it is a headline, and is short."""
    for line in scenario(name).remarks:
        assert line.say[-1] in ".?" or line.moves <= {"praise", "blame"}
        assert len(line.say) < 160


# ---- what is done -----------------------------------------------------------------------------------------------


def test_what_is_said_changes_nothing_that_is_done() -> None:
    """A remark leaves the chance of its turn as it was."""
    talks = opened(MAIN, 1)
    chance = Random(5)
    before = chance.getstate()
    for _ in range(5):
        assert remark(view(talks, talks.floor), chance, "wait")
    assert chance.getstate() == before


def test_a_slight_is_brought_up_by_the_proud_alone() -> None:
    """Whoever comes back to a slight is proud, and comes back to each no more than twice."""
    for name in (MAIN, WARSAW):
        for seed in (1, 2):
            often: Counter[tuple[DelegationId, str]] = Counter()
            for each in remarks(name, seed):
                context = Context(view(each.before, each.who), Topic())
                if "slighted" in context.claims and context.words["slight"] in each.move.remark:
                    often[each.who, context.words["slight"]] += 1
                    assert each.before.scenario.instructions[each.who].temperament.pride >= 0.6
            assert max(often.values(), default=0) <= 2


def test_saying_nothing_is_a_move() -> None:
    """A remark is never longer than the rules allow, and somebody who takes the floor says something."""
    for each in (each for seed in (1, 2) for each in remarks(MAIN, seed)):
        assert len(each.move.remark) <= 400
        assert not isinstance(each.move, Say) or each.move.remark
