"""The words of treaties, each with a phrase in which it stood in earnest."""

from __future__ import annotations

from game.words.glossary_types import Entry, Quote
from game.words.language import phrase

_SUMMARY = "NATO and Russia, Summary of Conclusions, 22 June 1994"
_CHARTER = "Charter of the United Nations, 1945, Article {n}"


def _charter(article: str) -> str:
    return _CHARTER.format(n=article)


TREATY: tuple[Entry, ...] = (
    Entry(
        "shall",
        phrase("shall"),
        phrase("The verb of duty: who shall, must. A treaty is made of it, and a declaration avoids it."),
        Quote("All Members shall settle their international disputes by peaceful means", _charter("2(3)")),
    ),
    Entry(
        "will",
        phrase("will"),
        phrase("Says what is going to be done, and leaves open whether anybody is bound to it."),
        Quote(
            "NATO member states and Russia will work as equal partners in areas of common interest",
            "Declaration of Rome, 28 May 2002",
        ),
    ),
    Entry(
        "should",
        phrase("should"),
        phrase("Urges and does not bind: whoever does not do it has broken nothing."),
        Quote(
            "Developed country Parties should continue taking the lead",
            "Paris Agreement, 2015, Article 4(4)",
            phrase("The print of that morning had “shall”."),
        ),
    ),
    Entry(
        "may",
        phrase("may"),
        phrase("Permits: whoever may, need not."),
        Quote("The Security Council may investigate any dispute", _charter("34")),
    ),
    Entry(
        "as-appropriate",
        phrase("as appropriate"),
        phrase("Only where it fits, and it is not said who judges that. Each side can read its own will into it."),
        Quote("political consultations, as appropriate, on issues of common concern", _SUMMARY),
    ),
    Entry(
        "as-possible",
        phrase("where possible / to the extent possible"),
        phrase("A duty that ends where somebody finds it impossible."),
        Quote(
            "to the maximum extent possible, where appropriate, for joint decisions and joint action",
            "NATO-Russia Founding Act, 27 May 1997",
        ),
    ),
    Entry(
        "consult",
        phrase("consult"),
        phrase("To talk before one acts. It promises no agreement, and not that anybody waits for one."),
        Quote(
            "consult together whenever, in the opinion of any of them",
            "North Atlantic Treaty, 1949, Article 4",
            phrase("There each ally alone can call for it."),
        ),
    ),
    Entry(
        "veto",
        phrase("voice and veto"),
        phrase("Whoever has a voice is heard; whoever has a veto decides. Most of 1994 lies between the two."),
        Quote(
            "in any way, with a right of veto over the actions of the other",
            "NATO-Russia Founding Act, 27 May 1997",
            phrase("The sentence says that neither has one."),
        ),
    ),
    Entry(
        "common-concern",
        phrase("of common concern"),
        phrase("It takes two to find a matter common: either can deny that this one is."),
        Quote("issues of common concern", _SUMMARY),
    ),
    Entry(
        "ad-hoc",
        phrase("ad hoc"),
        phrase("For this once: no calendar, and no claim to a next time."),
        Quote(
            "ad hoc '16 + 1' discussions",
            "NATO and Russia, 31 May 1995",
            phrase("Time and topics had to be agreed beforehand."),
        ),
    ),
    Entry(
        "take-note",
        phrase("take note of"),
        phrase("We have seen it. Nobody has agreed to it, and nobody has refused it."),
        Quote("Takes note of the Copenhagen Accord", "United Nations climate conference, decision 2/CP.15, 2009"),
    ),
    Entry(
        "acknowledge",
        phrase("acknowledge / recognise"),
        phrase("Who acknowledges says that the others hold something; who recognises holds it too."),
        Quote(
            "acknowledges that all Chinese on either side of the Taiwan Strait maintain there is but one China",
            "Shanghai Communiqué, 1972",
        ),
    ),
    Entry(
        "endeavour",
        phrase("endeavour / make every effort"),
        phrase("To try is the duty, to succeed is not."),
        Quote(
            "use any influence they may have",
            "Belfast Agreement, 10 April 1998",
            phrase("How much that was, nobody had to say."),
        ),
    ),
    Entry(
        "undertake",
        phrase("undertake"),
        phrase("To bind oneself, often only to a path and not to its end."),
        Quote("undertakes to pursue negotiations in good faith", "Treaty on Non-Proliferation, 1968, Article VI"),
    ),
    Entry(
        "good-faith",
        phrase("in good faith"),
        phrase("Honestly, and in the sense of what was agreed: not by the letter against its purpose."),
        Quote("shall fulfil in good faith the obligations assumed by them", _charter("2(2)")),
    ),
    Entry(
        "intention",
        phrase("no intention"),
        phrase("Tells what one means to do today. An intention can change; a duty cannot."),
        Quote(
            "no intention, no plan and no reason to deploy nuclear weapons on the territory of new members",
            "NATO-Russia Founding Act, 27 May 1997",
        ),
    ),
    Entry(
        "substantial",
        phrase("substantial"),
        phrase("More than a little: how much more is left to later quarrels."),
        Quote("additional permanent stationing of substantial combat forces", "NATO-Russia Founding Act, 27 May 1997"),
    ),
    Entry(
        "accordance",
        phrase("in accordance with"),
        phrase("Ties a sentence to another rule. Where it stands, and between which commas, decides what is tied."),
        Quote(
            "can be changed, in accordance with international law, by peaceful means and by agreement",
            "Helsinki Final Act, 1975",
            phrase("Bonn called the first comma essential."),
        ),
    ),
    Entry(
        "prejudice",
        phrase("without prejudice to"),
        phrase("What is done here takes nothing from what each claims elsewhere."),
        Quote("without prejudice to the rights, claims, or position of the parties concerned", _charter("40")),
    ),
    Entry(
        "commensurate",
        phrase("commensurate with / corresponding to"),
        phrase("As much as fits somebody’s weight. It flatters without a measure."),
        Quote(
            "commensurate with its weight and responsibility as a major European, international and nuclear power",
            _SUMMARY,
        ),
    ),
    Entry(
        "transparent",
        phrase("transparent to others"),
        phrase("Others may look on. They are not asked."),
        Quote("not directed against the interest of third countries and is transparent to others", _SUMMARY),
    ),
    Entry(
        "assurance",
        phrase("assurance / guarantee"),
        phrase("Who guarantees must act when it comes to it; who assures has only said so."),
        Quote(
            "Memorandum on Security Assurances", "Budapest, 5 December 1994", phrase("Kyiv had asked for guarantees.")
        ),
    ),
    Entry(
        "ad-referendum",
        phrase("ad referendum"),
        phrase("Agreed at the table, and still to be agreed to at home."),
        Quote("agreed to ad referendum to capitals", "FRUS 1964–68, XIX, no. 460"),
    ),
    Entry(
        "ambiguity",
        phrase("constructive ambiguity"),
        phrase(
            "Words chosen so that each side can read its own meaning. They buy a signature today with a quarrel later."
        ),
        Quote("constructive ambiguity", "Negotiators of Camp David of their own text, Center for Israel Education"),
    ),
    Entry(
        "form",
        phrase("form of the paper"),
        phrase("Treaty, declaration, summary or minutes: the name promises much, the verbs decide."),
        Quote("whatever its particular designation", "Vienna Convention on the Law of Treaties, 1969, Article 2"),
    ),
    Entry(
        "article",
        phrase("the (article left out)"),
        phrase("One small word can be all or some."),
        Quote(
            "from territories occupied in the recent conflict",
            "United Nations Security Council, Resolution 242, 1967",
            phrase("The English has no “the”; the French has one."),
        ),
    ),
)
