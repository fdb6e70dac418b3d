"""The page that a device opens in the room before a lesson, and what it says of each thing that it tries."""

from __future__ import annotations

from game.classroom.pages.markup import whole
from game.lesson.preflight import NARROWEST
from game.words import say
from game.words.language import tongue

MINUTE = 60
"""Seconds for which a stream has to be held."""


def preflight_page() -> str:
    """The whole page: all that it may come to say stands in it, and its program shows what is true."""
    return whole(
        "preflight.html",
        language=tongue(),
        title=say("Will this device do?"),
        lead=say("This page tries for a minute what a lesson needs. Leave it open, with the screen on."),
        no_program=say(
            "This browser does not run the page's program. Use a current Chrome, Edge, Firefox or Safari, with "
            "JavaScript on."
        ),
        minute=MINUTE,
        narrowest=NARROWEST,
        rows=_host() | _device(),
        verdicts=_verdicts(),
    )


_Rows = dict[str, tuple[str, dict[str, str]]]
"""What is tried, by its id: its name, and a sentence for each thing that may come of it."""


def _host() -> _Rows:
    return {
        "reach": (
            say("The host"),
            {
                "trying": say("Asking for it …"),
                "good": say("It answers."),
                "bad": say(
                    "It does not answer. Is this device in the same network as the host, and not in a guest network "
                    "that keeps devices apart?"
                ),
            },
        ),
        "messages": (
            say("Messages"),
            {
                "trying": say("A stream is held for a minute …"),
                "good": say("A stream of messages was held for a minute."),
                "polls": say(
                    "Something on the way holds streams back. The lesson works: the page asks for each message, a "
                    "little later. Without a proxy or a filter between this device and the host it is quicker."
                ),
                "bad": say(
                    "No messages come through. Take this device off the proxy, the filter or the VPN, or bring it "
                    "into the network of the host."
                ),
            },
        ),
    }


def _device() -> _Rows:
    return {
        "screen": (
            say("The screen"),
            {
                "good": say("It is wide enough."),
                "bad": say("It is too narrow like this. Turn the device, or make the page smaller."),
            },
        ),
        "keeps": (
            say("Keeping the seat"),
            {
                "good": say("A page that is closed finds its seat again."),
                "bad": say(
                    "This browser keeps nothing: in a private window a closed page loses its seat. Open a usual "
                    "window, or note the seat's code."
                ),
            },
        ),
        "clock": (
            say("The clock"),
            {
                "good": say("It agrees with that of the host."),
                "off": say("It does not agree with that of the host. That does no harm: the page goes by the host's."),
            },
        ),
    }  # fmt: skip


def _verdicts() -> dict[str, str]:
    return {
        "trying": say("Trying …"),
        "good": say("This device will do."),
        "polls": say("This device will do, a little more slowly."),
        "bad": say("Not yet: see below what to change, and open the page again."),
    }
