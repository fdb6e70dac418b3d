"""What the end of talks takes: hours for the last package, for consent and for initials, as far as a seat can tell."""

from __future__ import annotations

from collections.abc import Collection
from itertools import cycle

from game.talks import View
from game.text import DelegationId


def hours_to_sign(view: View, *, consent: bool = False) -> float:
    """Hours that it takes at least until a text that all want is initialled by all; `consent`: with the consent that
    the others have to ask for as well."""
    clock = view.scenario.clock
    asking = {who for who in view.scenario.ids if _has_to_ask(view, who) and (consent or who == view.who)}
    if not view.brackets:
        return _hours_to_initial(view, asking)
    needed = (len(view.scenario.ids) - len(view.initials)) * clock.sign + clock.circulate * len(asking)
    return needed + (clock.accept if view.waiting else min(clock.amend, clock.short_package))


def _has_to_ask(view: View, who: DelegationId) -> bool:
    """Whether a delegation still needs the consent of its allies."""
    if who == view.who:
        return view.seat.needs_consent
    return who not in view.consented and any(each.power == "consent" for each in view.scenario.audiences_of(who))


def _hours_to_initial(view: View, asking: Collection[DelegationId]) -> float:
    """Hours until a clean text has all initials, one turn after the other: whoever has given theirs passes the floor on
    while another asks for consent."""
    clock, ids = view.scenario.clock, view.scenario.ids
    first = ids.index(view.floor if view.floor in ids else view.who)
    missing, asking, hours = set(ids) - view.initials, set(asking), 0.0
    for who in cycle((*ids[first:], *ids[:first])):
        if not missing:
            break
        if who not in missing:
            hours += clock.say
        elif who in asking:
            asking.remove(who)
            hours += clock.circulate
        else:
            missing.remove(who)
            hours += clock.sign
    return hours


def answer_in_time(view: View) -> bool:
    """Whether a capital that is asked now answers while what it allows can still be tabled, taken and initialled."""
    clock = view.scenario.clock
    still = clock.short_package + clock.accept + hours_to_sign(view, consent=True)
    return view.hours_left >= clock.cable + clock.answer + still


def answer_to_package(view: View) -> bool:
    """Whether a package that is tabled now can still be taken, consented to and initialled."""
    clock = view.scenario.clock
    return view.hours_left >= clock.package + clock.accept + hours_to_sign(view, consent=True)
