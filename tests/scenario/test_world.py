"""The world around the table in a file: whatever cannot be meant is told where and why."""

from __future__ import annotations

import pytest

from tests.scenario.spoiling import HARBOUR, answers

Change = tuple[str, str]

EBB = "  - {id: ebb, title: The ebb}\n"
LAST = "title: Nothing is brought, phase: ebb}"
PHASES: list[tuple[list[Change], str]] = [
    ([(EBB, f"{EBB}  - {{id: §flood, title: Again}}\n")], "phase 'flood' is there twice; the first is at line"),
    ([(LAST, "title: Nothing is brought, phase: §eb}")], "no phase 'eb'; did you mean 'ebb'?"),
    ([(LAST, "title: Nothing is brought, phase: §flood}")], "the phase 'flood' was over before this session"),
    (
        [
            ("  - {day: 1994-09-22, place", "  - §{day: 1994-09-22, place"),
            (", title: Nothing is brought, phase: ebb}", ", title: Nothing is brought}"),
        ],
        "every session names its phase, as the scenario has phases",
    ),
    ([(EBB, f"{EBB}  - {{id: §neap, title: The neap}}\n")], "no session is in the phase 'neap'"),
    (
        [("  - {id: flood, title: The flood}\n" + EBB, "  §- {id: ebb, title: E}\n  - {id: flood, title: F}\n")],
        "the phases stand in another order than their sessions",
    ),
]
GUILD_FORM = "      form: {protocol: -4, summary: 2, minutes: 4}"
GUILD_PAIR = "{notice: will, toll: none}, points: -10"
VOTES = "votes: {form: [protocol, summary]}"
PRESS_COST = "    cost: {points: 1, hours: 6}\n"
AUDIENCES: list[tuple[list[Change], str]] = [
    ([("  - id: MASTERS", "  - id: §GUILD")], "audience 'GUILD' is there twice; the first is at line"),
    ([("  - id: MASTERS", "  - id: §CELO")], "a delegation is called 'CELO' too: no two may sit under one name"),
    ([("short: the guild\n    of: ARIA", "short: the guild\n    of: §ARYA")], "no delegation 'ARYA'; did you mean 'AR"),
    ([(GUILD_FORM, GUILD_FORM.replace("form", "§from"))], "no issue 'from'; did you mean 'form'?"),
    ([(GUILD_FORM, GUILD_FORM.replace("protocol", "§protocols"))], "no option 'protocols' in issue 'form'; did you"),
    ([(GUILD_FORM, "      form: §{protocol: -4, minutes: 4}")], "the points of issue 'form' lack option 'summary'"),
    ([(GUILD_PAIR, GUILD_PAIR.replace("notice", "§notices"))], "no issue 'notices'; did you mean 'notice'?"),
    ([(GUILD_PAIR, GUILD_PAIR.replace("none", "§nine"))], "no option 'nine' in issue 'toll'; did you mean 'none'?"),
    ([(VOTES, VOTES.replace("form", "§farm"))], "no issue 'farm'; did you mean 'form'?"),
    ([(VOTES, VOTES.replace("summary", "§sumary"))], "no option 'sumary' in issue 'form'; did you mean 'summary'?"),
    ([(VOTES, "votes: {form: [protocol, §protocol]}")], "'protocol' stands in this list twice"),
    ([(VOTES, "votes: {form: §[]}")], "at least one option of 'form' must be listed"),
    (
        [("    line: It counts the toll.", "    §votes: {form: [summary]}\n    line: It counts the toll.")],
        "only an audience with the power to ratify has votes",
    ),
    (
        [("  - id: GAZETTE", "  - §id: GAZETTE"), (PRESS_COST, "")],
        "an audience that presses needs 'cost': what it costs its delegation",
    ),
    (
        [(f"    {VOTES}", f"    §cost: {{points: 1, hours: 6}}\n    {VOTES}")],
        "only an audience that presses costs points by the hour",
    ),
]
PAIRS = 'pairs: {"ARIA BORO": 4, "CELO ARIA": 6}'
GOODWILL: list[tuple[list[Change], str]] = [
    ([(PAIRS, 'pairs: {"ARIA BORO": 4, §"CELO ARYA": 6}')], "no delegation 'ARYA'; did you mean 'ARIA'?"),
    ([(PAIRS, 'pairs: {"ARIA BORO": 4, §"CELO CELO": 6}')], "goodwill is between two delegations"),
    ([(PAIRS, 'pairs: {"ARIA BORO": 4, §"BORO ARIA": 6}')], "these two stand here twice"),
    ([(PAIRS, 'pairs: {§"BORO ARIA": 4, "ARIA BORO": 6}')], "these two stand here twice"),
]
MENU = "menu: {give: 2, swap: 1}"
ADDS = "adds: {protocol: 1, minutes: -1}"
A_SIDE_TEXT = "title: t, words: w, give: g, swap: s, hours: 1, label: MODEL}"
SIDE_TEXTS: list[tuple[list[Change], str]] = [
    (
        [("\n\nevents:", f"\n  - {{id: §menu, by: CELO, phase: ebb, {A_SIDE_TEXT}\n\nevents:")],
        "side text 'menu' is there twice; the first is at line",
    ),
    ([("    by: CELO", "    by: §CELLO")], "no delegation 'CELLO'; did you mean 'CELO'?"),
    ([("    phase: ebb\n    by", "    phase: §eb\n    by")], "no phase 'eb'; did you mean 'ebb'?"),
    (
        [("cite: [note]\n    note: Nobody", "cite: [§notes]\n    note: Nobody")],
        "no source 'notes' in the list of sourc",
    ),
    (
        [("  - id: menu\n    phase: ebb\n    by: ARIA", "  - id: §menu\n    phase: flood\n    by: BORO")],
        "BORO can hold up 'pilots' in this phase already",
    ),
    ([(MENU, f"§{MENU.replace('menu', 'manu')}")], "no side text 'manu'; did you mean 'menu'?"),
    ([("force: {issue: form", "force: {issue: §from")], "no issue 'from'; did you mean 'form'?"),
    ([(ADDS, "adds: {protocol: 1, §minute: -1}")], "no option 'minute' in issue 'form'; did you mean 'minutes'?"),
]
PILOTS = "    hours: 2\n    label: FACT\n    cite: [note]"
DRY = "the ships lay dry in the morning.\n    label: FACT\n    cite: [note]"
STORM = "    story: A storm fills the mouth of the harbour with sand.\n    label: FACT\n    cite: [note]"
CHANCE = "    chance: 60\n    if: {open: [toll]}"
HANDSHAKE = "if: {words: {toll: [half, none]}, binds: {notice: [1, 2]}, goodwill: [correct, warm]}"
EVENTS: list[tuple[list[Change], str]] = [
    ([("  - id: gale", "  - id: §fog")], "event 'fog' is there twice; the first is at line"),
    ([(STORM, STORM.replace("[note]", "[§nota]"))], "no source 'nota' in the list of sources; did you mean 'note'?"),
    (
        [
            ("  - id: fog\n    title", "  - id: fog\n    §at: '09:00'\n    title"),
            ("    day: 1994-09-21\n    chance", "    chance"),
        ],
        "a time of day needs its 'day'",
    ),
    (
        [("  - id: handshake", "  - §id: handshake"), (f"    {HANDSHAKE}\n", "")],
        "an event needs a 'day', or an 'if', or both",
    ),
    ([(CHANCE, CHANCE.replace("toll", "§tool"))], "no issue 'tool'; did you mean 'toll'?"),
    ([(HANDSHAKE, HANDSHAKE.replace("toll", "§tool"))], "no issue 'tool'; did you mean 'toll'?"),
    ([(HANDSHAKE, HANDSHAKE.replace("half", "§halve"))], "no option 'halve' in issue 'toll'; did you mean 'half'?"),
    ([(HANDSHAKE, HANDSHAKE.replace("half, none", "half, §half"))], "'half' stands in this list twice"),
    ([(HANDSHAKE, HANDSHAKE.replace("[half, none]", "§[]"))], "at least one option of 'toll' must be listed"),
    ([(HANDSHAKE, HANDSHAKE.replace("notice", "§notce"))], "no issue 'notce'; did you mean 'notice'?"),
    ([(HANDSHAKE, HANDSHAKE.replace("[1, 2]", "§[]"))], "at least one degree must be listed, 0 to 3"),
]
LOSS = "{of: BORO, reservation_value: -3, because: no ship can leave until somebody dredges}"
WORTH = "points: {toll: {half: 2, none: -1}, form: {minutes: 1}}"
OPENS = "mandate: [notice, watch]"
HARDER = "{audience: GAZETTE, threshold: 2, because"
WARMER = "{between: [BORO, ARIA], goodwill: 1, because"
EFFECTS: list[tuple[list[Change], str]] = [
    (
        [(LOSS, f"§{LOSS.replace(' reservation_value: -3,', '')}")],
        "an effect changes one number, this one changes nothing",
    ),
    (
        [(LOSS, f"§{LOSS.replace('-3,', '-3, charge: 1,')}")],
        "an effect changes one number, this one changes 'reservation_value' and 'charge'",
    ),
    ([(LOSS, f"§{LOSS.replace('of: BORO, ', '')}")], "a change of 'reservation_value' needs 'of'"),
    ([(LOSS, LOSS.replace("BORO", "§BOR"))], "no delegation 'BOR'; did you mean 'BORO'?"),
    (
        [(LOSS, LOSS.replace("BORO,", "BORO, §audience: MOOT,"))],
        "a change of 'reservation_value' is said with 'of', not wi",
    ),
    ([(WORTH, WORTH.replace("form", "§from"))], "no issue 'from'; did you mean 'form'?"),
    ([(WORTH, WORTH.replace("half", "§haff"))], "no option 'haff' in issue 'toll'; did you mean 'half'?"),
    ([(OPENS, OPENS.replace("watch", "§witch"))], "no issue 'witch'; did you mean 'watch'?"),
    ([(HARDER, HARDER.replace("GAZETTE", "§GAZETE"))], "no audience 'GAZETE'; did you mean 'GAZETTE'?"),
    ([(HARDER, f"§{HARDER.replace('audience: GAZETTE, ', '')}")], "a change of 'threshold' needs 'audience'"),
    (
        [(HARDER, HARDER.replace("{audience", "{§of: BORO, audience"))],
        "a change of 'threshold' is said with 'audience', no",
    ),
    ([(WARMER, WARMER.replace("ARIA", "§ARI"))], "no delegation 'ARI'; did you mean 'ARIA'?"),
    ([(WARMER, WARMER.replace("[BORO, ARIA]", "§[ARIA, ARIA]"))], "goodwill is between two delegations"),
    ([(WARMER, f"§{WARMER.replace('between: [BORO, ARIA], ', '')}")], "a change of 'goodwill' needs 'between'"),
    (
        [(WARMER, WARMER.replace("{between", "{§of: BORO, between"))],
        "a change of 'goodwill' is said with 'between', not wit",
    ),
]
DREDGER = "  - id: dredging\n    day: 1995-10-01"
NO_DREDGER = "points: {ARIA: -1, BORO: -2, CELO: -1}\n      because: Nobody"
TOLD = "if: {binds: {notice: [2, 3]}}\n        decides: notice\n        points: {ARIA: -1, BORO: 2, CELO: 1}"
FRIENDS = "if: {words: {notice: [appropriate, will]}, goodwill: [warm]}"
LIGHT = "      - points: {CELO: -1, ARIA: -1}"
AFTERMATH: list[tuple[list[Change], str]] = [
    (
        [("  - id: light\n    day", "  - id: §dredging\n    day")],
        "test 'dredging' is there twice; the first is at line",
    ),
    (
        [
            (
                "the ships lay dry in the morning.\n    label: FACT\n    cite: [note]",
                "the ships lay dry.\n    label: FACT\n    cite: [§not]",
            )
        ],
        "no source 'not' in the list of sources; did you mean 'note'?",
    ),
    ([(NO_DREDGER, NO_DREDGER.replace("BORO", "§BOOR"))], "no delegation 'BOOR'; did you mean 'BORO'?"),
    ([(TOLD, TOLD.replace("CELO", "§CELLO"))], "no delegation 'CELLO'; did you mean 'CELO'?"),
    ([(TOLD, TOLD.replace("decides: notice", "decides: §notes"))], "no issue 'notes'; did you mean 'notice'?"),
    (
        [(TOLD, TOLD.replace("decides: notice", "decides: §toll"))],
        "this branch does not look at the words of 'toll', so th",
    ),
    (
        [(TOLD, TOLD.replace("binds: {notice", "binds: {§notise"))],
        "no issue 'notise'; did you mean 'notice'?",
    ),
    ([(FRIENDS, FRIENDS.replace("will]", "§wil]"))], "no option 'wil' in issue 'notice'; did you mean 'will'?"),
    ([(FRIENDS, FRIENDS.replace("{words", "{§open: [toll], words"))], "nothing is in brackets in a signed text"),
    ([(f"- {FRIENDS}\n        decides", "- §decides")], "this branch always holds, so the branches after it are never"),
    ([(f"- {FRIENDS}\n", "- §if: {}\n")], "this branch always holds, so the branches after it are never reached"),
    (
        [(LIGHT, LIGHT.replace("- points", "- §if: {goodwill: [cold]}\n        points"))],
        "the last branch has no 'if': one ",
    ),
]
BOLD = "if: {words: {notice: [will, appropriate]}}\n    says"
SILENCE = '- {id: silence, name: silence, words: "", binds: 0, precise: 0, shares: 0, label: MODEL}'
SIGNED = "  outcome: {notice: appropriate, toll: half, watch: turns, form: summary, ferry: weekly}\n"
UNSOURCED = "FACT needs its source in 'cite'; what is modelling is MODEL"
FACTS: list[tuple[list[Change], str]] = [
    ([("shares: 0, label: FACT, cite: [note]}", "shares: 0, label: §FACT}")], UNSOURCED),
    (
        [("shares: 0, label: FACT, cite: [note]}", "shares: 0, label: MODEL, §on_record: may tell}")],
        "a wording that is MODEL has no words that are on record",
    ),
    (
        [
            (
                f"{SILENCE}\n  - id: toll",
                f"{SILENCE.replace('MODEL', 'FACT, cite: [note], §on_record: told')}\n  - id: toll",
            )
        ],
        "silence has no words that are on record",
    ),
    ([(STORM, STORM.replace("FACT\n    cite: [note]", "§FACT"))], UNSOURCED),
    ([(STORM, STORM.replace("FACT", "§FACT").replace("[note]", "[]"))], UNSOURCED),
    (
        [
            ("kind: drill", "kind: history"),
            (
                f"  title: The summary of 22 September\n  day: 1994-09-22\n{SIGNED}  cite: [note]",
                f"  title: §The summary of 22 September\n  day: 1994-09-22\n{SIGNED}  cite: []",
            ),
        ],
        "what was signed in history needs its sources in 'cite'",
    ),
    ([(PILOTS, PILOTS.replace("FACT\n    cite: [note]", "§FACT"))], UNSOURCED),
    ([(DRY, DRY.replace("FACT\n    cite: [note]", "§FACT"))], UNSOURCED),
    ([("label: FACT\n    cite: [note]\n  - id: celo", "label: §FACT\n  - id: celo")], UNSOURCED),
]
READINGS: list[tuple[list[Change], str]] = [
    ([("  - id: boro-mild", "  - id: §boro-bold")], "reading 'boro-bold' is there twice; the first is at line"),
    (
        [("  - id: celo-first\n    of: CELO", "  - id: celo-first\n    of: §CLEO")],
        "no delegation 'CLEO'; did you mean 'CELO'?",
    ),
    (
        [("label: FACT\n    cite: [note]\n  - id: celo", "label: FACT\n    cite: [§noted]\n  - id: celo")],
        "no source 'noted' in the list of sources; did you mean 'note'?",
    ),
    ([(BOLD, BOLD.replace("will", "§well"))], "no option 'well' in issue 'notice'; did you mean 'will'?"),
    ([(BOLD, BOLD.replace("{words", "{§open: [toll], words"))], "nothing is in brackets in a signed text"),
]
RESERVES = "reservation_value: {ARIA: [48, 52], CELO: [43, 46]}"
BARS = "threshold: {GUILD: [2, 6], GAZETTE: [8, 11]}"
MILD = "CELO: {patience: [0.4, 0.5]}"
DRAWS: list[tuple[list[Change], str]] = [
    ([(RESERVES, RESERVES.replace("CELO", "§CELOS"))], "no delegation 'CELOS'; did you mean 'CELO'?"),
    ([(RESERVES, RESERVES.replace("[48, 52]", "§[52, 48]"))], "bounds run from low to high, not from 52 to 48"),
    ([(BARS, BARS.replace("GAZETTE", "§GAZET"))], "no audience 'GAZET'; did you mean 'GAZETTE'?"),
    ([(BARS, BARS.replace("[2, 6]", "§[6, 2]"))], "bounds run from low to high, not from 6 to 2"),
    ([(MILD, f"§{MILD.replace('CELO', 'CEL')}")], "no delegation 'CEL'; did you mean 'CELO'?"),
    ([(MILD, MILD.replace("[0.4, 0.5]", "§[0.5, 0.4]"))], "bounds run from low to high, not from 0.5 to 0.4"),
    ([("[pilot, clerk]", "[pilot, §clark]")], "no temperament 'clark'; did you mean 'clerk'?"),
    ([("{like: clerk", "{like: §pilott")], "no temperament 'pilott'; did you mean 'pilot'?"),
]
TIDE = '{say: "The tide does not wait for {word}.", of: CELO, move: [open, refuse], issue: notice'
PILOTS = '{say: "Pilots do not sail by {word}.", of: GUILD, move: [break-silence, doubt, object]}'
LOAD = '"We load {give}, and unload {get}."'
BELL = "of: ARIA, move: [accept], issue: toll}"
REMARKS: list[tuple[list[Change], str]] = [
    ([(TIDE, TIDE.replace("of: CELO", "of: §CELLO"))], "no delegation 'CELLO'; did you mean 'CELO'?"),
    ([(TIDE, TIDE.replace("issue: notice", "issue: §notise"))], "no issue 'notise'; did you mean 'notice'?"),
    (
        [("options: [will, appropriate], when", "options: [§well, appropriate], when")],
        "no option 'well' in issue 'notice'; did you mean 'will'?",
    ),
    ([(BELL, "of: ARIA, move: [accept], §options: [half]}")], "options need their 'issue'"),
    (
        [(BELL, "of: ARIA, move: [accept, §wait], issue: toll}")],
        "no wording is at stake with 'wait', so the line cannot",
    ),
    ([(LOAD, f"§{LOAD}".replace("get", "gett"))], "nothing is known as '{gett}'; did you mean 'get'?"),
    ([(LOAD, f"§{LOAD}".replace("{get}", "{get"))], "braces hold one name each, such as {word}"),
    ([("move: [trade, counter]}", "move: [trade, §accept]}")], "'{give}' is not known with 'accept'"),
    ([("when: [late]}", "when: [late, §early]}")], "'late' and 'early' never hold together"),
    ([(PILOTS, PILOTS.replace("doubt", "§refuse"))], "'refuse' is nothing that an audience does"),
    ([(BELL, "of: ARIA, move: [accept, §blame], issue: toll}")], "'blame' is nothing that a delegation does"),
    ([(PILOTS, PILOTS.replace("doubt", "§agree"))], "'{word}' is not known with 'agree'"),
    ([(PILOTS, PILOTS.replace('"Pilots', '§"{capital}'))], "an audience has no capital"),
    ([(PILOTS, PILOTS.replace("object]", "object], §when: [late]"))], "an audience's line says nothing of what holds"),
]
TREATY = "{of: CELO, reservation_value: 2, because"
STILL = "{of: ARIA, charge: -1, because: the mills"
SEQUELS: list[tuple[list[Change], str]] = [
    ([("  scenario: three-rivers", "  scenario: §harbour")], "talks cannot follow themselves"),
    ([(TREATY, TREATY.replace("CELO", "§CEL"))], "no delegation 'CEL'; did you mean 'CELO'?"),
    ([(STILL, f"§{STILL.replace(' charge: -1,', '')}")], "an effect changes one number, this one changes nothing"),
]


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        *PHASES,
        *AUDIENCES,
        *GOODWILL,
        *SIDE_TEXTS,
        *EVENTS,
        *EFFECTS,
        *AFTERMATH,
        *FACTS,
        *READINGS,
        *DRAWS,
        *REMARKS,
        *SEQUELS,
    ],
)
def test_a_fault_of_meaning(changes: list[Change], answer: str) -> None:
    """One fault is one sentence, at its exact line and column."""
    (said,) = answers(*changes, text=HARBOUR)
    assert said.startswith(answer)


def test_a_condition_on_no_known_issue_is_told_once() -> None:
    """A branch that looks at an issue that is not there is told for that, not for what it quotes as well."""
    change = (TOLD, TOLD.replace("binds: {notice", "binds: {§notise"))
    assert answers(change, text=HARBOUR) == ["no issue 'notise'; did you mean 'notice'?"]


def test_a_scenario_without_phases_has_none_in_its_sittings() -> None:
    """A sitting cannot name a phase where the scenario has none; a side text neither."""
    assert answers(("title: Last day", "title: Last day\n    phase: §ebb")) == ["no phase 'ebb'"]
