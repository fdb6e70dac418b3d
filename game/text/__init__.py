"""What the paper says: issues, options, clauses and brackets. This room knows no party's interest and no rule."""

from game.text.draft import SILENCE, Alternative, Draft, DraftClause, Run, draft, plain, words_at
from game.text.issue import DelegationId, Issue, IssueId, Option, OptionId, Outcome, Positions, Source, agreed_in
from game.text.making import maker
from game.text.paper import Clause, Exclusion, Text, Undecided
from game.text.redline import Piece, redline
from game.text.redraft import Redraft, Redrafted, RedraftedClause, Reworded, redraft
from game.text.template import Group, Slot, Template, TemplateError, parse_template, slots_of

__all__ = [
    "SILENCE",
    "Alternative",
    "Clause",
    "DelegationId",
    "Draft",
    "DraftClause",
    "Exclusion",
    "Group",
    "Issue",
    "IssueId",
    "Option",
    "OptionId",
    "Outcome",
    "Piece",
    "Positions",
    "Redraft",
    "Redrafted",
    "RedraftedClause",
    "Reworded",
    "Run",
    "Slot",
    "Source",
    "Template",
    "TemplateError",
    "Text",
    "Undecided",
    "agreed_in",
    "draft",
    "maker",
    "parse_template",
    "plain",
    "redline",
    "redraft",
    "slots_of",
    "words_at",
]
