"""What the end of talks takes: hours for the last package, for consent and for initials, as far as a seat can tell."""

from __future__ import annotations

from game.talks import View


def hours_to_sign(view: View, *, consent: bool = False) -> float:
    """Hours that it takes at least until a text that all want is initialled by all; `consent`: with the consent that
    the others have to ask for as well."""
    clock, scenario = view.scenario.clock, view.scenario
    needed = (len(scenario.ids) - len(view.initials)) * clock.sign
    asking = [
        who
        for who in scenario.ids
        if who not in view.consented and any(each.power == "consent" for each in scenario.audiences_of(who))
    ]
    needed += clock.circulate * (len(asking) if consent else view.seat.needs_consent)
    if view.brackets:
        needed += clock.accept if view.waiting else min(clock.amend, clock.short_package)
    return needed


def answer_in_time(view: View) -> bool:
    """Whether a capital that is asked now answers while what it allows can still be tabled, taken and initialled."""
    clock = view.scenario.clock
    still = clock.short_package + clock.accept + hours_to_sign(view, consent=True)
    return view.hours_left >= clock.cable + clock.answer + still


def answer_to_package(view: View) -> bool:
    """Whether a package that is tabled now can still be taken, consented to and initialled."""
    clock = view.scenario.clock
    return view.hours_left >= clock.package + clock.accept + hours_to_sign(view, consent=True)
