"""Every text that can be signed is one that a drafter could read aloud: no two wordings of it contradict each other,
and none of them breaks the sentence that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from game.scenario import Scenario, shipped
from game.text import Outcome, draft, plain
from tests.library import EDITIONS, scenario

SHIPPED = (*shipped(), *EDITIONS)

_SENTENCE = re.compile(r"(?<=\.)\s+(?=[A-Z‘“])")

MECHANICAL = {
    "a word twice": r"\b(\w+) \1\b",
    "two spaces": r"  ",
    "a point after a comma": r",\s*[.;:]|\s[.,;:]",
    "a straight quotation mark": r"[\"`]|(?<!\w)'|'(?!\w)",
    "a an": r"\b[Aa] [aeio]\w|\b[Aa]n [^aeiouhAEIOUH\s]",
    "topic(s)": r"\(s\)",
    "a singular verb": r"\b(?:They|they|Russia and the Alliance|The Alliance and Russia|[Pp]articipants(?: \([^)]*\))?)"
    r" (?:each )?(?:has|is|was|\w+[^s]s)\b",
    "a plural verb": r"\bThis (?:relationship|text) (?:strictly )?(?!strictly)\w*[^s] ",
    "a council not named": r"(?<!Cooperation )(?<!Atlantic )(?<!Joint )(?<!Security )\bthe Council\b",
    "a rest not named": r"\bthe rest\b",
    "a which that hangs on the Partnership": r"Partnership for Peace, which (?!are the same)",
    "a broad talk about little": r"(?<!and )\bbroad\b(?!, enhanced)[^.]*\b(?:only|no other|military-technical)\b",
    "regular twice": r"\b[Rr]egular[^.]*\.?[^.]*\bregular(?:ly)?\b",
    "three texts of two statements": r"\b(?:two|three) separate statements[^.]*\btexts?\b",
    "a duty hidden in a with": r", with the [^,.]* as an? ",
    "each of each": r"\beach state that each\b",
    "records of records": r"\brecord\b[^.]*\brecords\b",
    "a decision about a subject": r"\bdecides(?: for itself)?, on\b|\bdecision, on\b",
}
"""What is wrong with a sentence by its look, or a whole clause."""

APART = {
    "called at any time, and agreed in advance": (
        r"at any time|whenever one|when either side calls",
        r"agreed in advance|agreed by both|\bad hoc\b",
    ),
    "called at any time, at a table of all": (r"at any time|joint decision", r"\bin no other format\b"),
    "regular, and ad hoc": (r"\bregular\b", r"\bad hoc\b"),
    "regular talks of two, at a table of all only": (r"To this end[^.]*\bregular\b", r"\bin no other format\b"),
    "as appropriate, and every month": (
        r"consultations, as appropriate|hold a broad dialogue",
        r"\bevery (?:week|month)\b",
    ),
    "joint decision, and full independence": (
        r"joint decision(?!s and joint action)",
        r"independence of decision|gives Russia a right of veto",
    ),
    "a veto, and none": (r"with a right of veto for each", r"no right of veto|with a right of veto over"),
    "transparent, and internal": (r"\btransparent\b", r"\binternal\b"),
    "responsible for others, and no zones": (r"territory of the former Soviet Union", r"zones of influence"),
    "nothing in writing, and a signature": (r"[Nn]othing else is put in writing", r"\bis signed\b|\bin English\b"),
    "ratified, and going on as before": (r"subject to ratification", r"go on serving"),
    "unsigned, and binding": (r"\bunsigned\b", r"joint decisions that bind"),
    "past and present": (r"\b(?:noted|agreed|declared) (?:that|to)\b", r"\b(?:intend to|shall|will|are ready to)\b"),
    "two sides, and three who sign": (r"The participants", r"\b[Ee]ach side retains"),
}
"""What cannot be said in one text, whoever says it: two patterns of words."""

_NAMED = re.compile(r"The Alliance and Russia|The participants|Russia and the Alliance")


def faults(heading: str, clauses: tuple[str, ...]) -> Iterator[str]:
    """What a reader would stumble over in this text."""
    whole = "\n".join(clauses)
    for clause in filter(None, clauses):
        for fault, pattern in MECHANICAL.items():
            if found := re.search(pattern, clause):
                yield f"{fault}: {found[0]!r} in {clause!r}"
        for sentence in _SENTENCE.split(clause):
            if not re.match(r"[A-Z]", sentence) or not sentence.endswith("."):
                yield f"no sentence: {sentence!r}"
        named = _NAMED.search(whole)
        if re.search(r"\b(?:They|they)\b", clause) and not (
            named and whole.index(clause) + len(clause) > named.start()
        ):
            yield f"they, who are not named: {clause!r}"
        if re.search(r"\bmembers?\b|\ball partners\b", clause) and "the Alliance" not in clause:
            yield f"members or partners of nobody: {clause!r}"
        if "This relationship" in clause and "relationship, " not in clause.partition("This relationship")[0]:
            yield f"a relationship that is not named: {clause!r}"
        if heading.startswith("Parallel") and not re.search(
            r"\b(?:each state|are ready to|state separately|separate statements)\b", clause
        ):
            yield f"said together in two statements: {clause!r}"
    for fault, (one, other) in APART.items():
        if (first := re.search(one, whole)) and (second := re.search(other, whole)):
            yield f"{fault}: {first[0]!r} and {second[0]!r}"


def texts(told: Scenario) -> Iterator[Outcome]:
    """Every pair of wordings that the exclusions allow, in the text of history as far as it goes with them."""
    text, near = told.text, told.history.outcome if told.history else {}
    wordings = [(issue.id, option.id) for issue in text.negotiated if not issue.side for option in issue.options]
    for (one, said), (other, answered) in combinations(wordings, 2):
        pair: Outcome = {one: said, other: answered}
        if one == other or text.conflict(pair):
            continue
        whole = {**near, **pair}
        if text.conflict(whole) or len(whole) < len(text.issues):
            found = text.extends(pair)
            if found is None:
                continue
            whole = dict(found)
        yield whole


@pytest.mark.parametrize("name", SHIPPED)
def test_every_pair_of_wordings_reads_as_one_text(name: str) -> None:
    """In every clause, and between any two clauses, no two wordings break a sentence or contradict each other."""
    told = scenario(name)
    found: dict[str, Outcome] = {}
    for outcome in texts(told):
        heading, *clauses = plain(told.text, outcome)
        for fault in faults(heading, tuple(clauses)):
            found.setdefault(fault, outcome)
    assert not found, "\n".join(list(found)[:20])


@pytest.mark.parametrize("name", SHIPPED)
def test_no_bargain_beside_the_text_contradicts_it(name: str) -> None:
    """What is promised beside the text says what it means of itself: it names no rest that the text settles."""
    for issue in scenario(name).text.issues:
        if issue.side:
            for option in issue.options:
                assert not re.search(r"\bthe rest\b|to be discussed", option.words), option.words


@pytest.mark.parametrize("name", SHIPPED)
def test_the_first_draft_reads_as_agreed_nowhere(name: str) -> None:
    """A wording of a first draft stands without brackets only if everybody opens with it: whoever wants nothing in
    writing has not agreed to the verbs of the others, nor they to its ending."""
    told = scenario(name)
    everybody = {delegation.id for delegation in told.delegations}
    paper = draft(told.text, {delegation.id: delegation.opening for delegation in told.delegations})
    for runs in paper.stretches():
        for run in runs:
            if run.issue is not None and not run.bracketed:
                assert set(run.alternatives[0].owners) == everybody, run.words
            assert len({said.words for said in run.alternatives}) == len(run.alternatives)


_SAID_ONCE = (
    "To this end they agreed to hold formal consultations, which either side may call at any time, on issues of common "
    "concern. They agreed to meet in ad hoc discussions, as appropriate (timing to be agreed in advance).",
    "To this end they agreed to hold a broad dialogue on military-technical matters within the Partnership.",
    "To this end they agreed to hold a broad dialogue on the following subjects only: peacekeeping.",
    "To this end they agreed to hold regular political consultations. They agreed to meet regularly.",
    "To this end they agreed to hold regular political consultations. They agreed to meet at the table of the North "
    "Atlantic Cooperation Council and in no other format.",
    "To this end they agreed to hold political consultations, as appropriate. They agreed to meet at the level of "
    "ambassadors every month, with a standing secretariat.",
    "This text is issued as two separate statements in English, French and Russian, the three texts being authentic.",
    "The Alliance and Russia develop a relationship, both inside and outside the Partnership for Peace, which excludes "
    "zones.",
    "The Alliance and Russia noted that relations are a key element. They intend to pursue practical cooperation.",
    "To this end they shall hold consultations before the Council decides, giving Russia a direct voice.",
    "They will provide for regular consultations, after which each decides for itself, on security issues.",
    "They shall go on serving side by side in Bosnia. This text is signed, subject to ratification.",
    "Relations are a key element for security, with the Cooperation Council as an independent body tied to the CSCE.",
    "They agreed to meet in ad hoc '16 + 1' discussions (timing and topic(s) to be agreed in advance).",
    "This text is signed at Brussels in English and French. Nothing else is put in writing.",
    "The Alliance and Russia agrees that relations are a key element.",
    "They pursue practical cooperation.",
    "They each state that each side retains its full independence of decision.",
    "The participants record separately that the records of all talks between the Alliance and Russia are internal.",
    "No nuclear weapons are deployed or stored on the territory of new members, now or later.",
)


@pytest.mark.parametrize("said", _SAID_ONCE)
def test_a_text_that_makes_no_sense_is_found(said: str) -> None:
    """Texts that could once be signed here are each found out."""
    clauses = (said,) if said.startswith("They pursue") else ("The Alliance and Russia are two.", said)
    assert list(faults("Summary of Conclusions", clauses))


def test_statements_of_two_say_nothing_together() -> None:
    """Where each speaks for itself, a sentence with no verb of saying binds both: that is found too."""
    assert list(faults("Parallel Statements", ("Relations between them are to be without mutual vetoes.",)))
