"""What whoever hosts a class reads in the terminal, in words."""

from __future__ import annotations

from collections.abc import Sequence

from game.words.language import count, say


def how_to_come_in(addresses: Sequence[str], code: str) -> list[str]:
    """What the class does."""
    first, *others = addresses
    told = [
        say("A class is open. Students open this address, and type the code:"),
        "",
        f"    {first}",
        f"    {code}",
        "",
    ]
    if others:
        told += [say("If that is not reached: {others:or}.", others=others), ""]
    return told


def teachers_links(desk: str, wall: str) -> list[str]:
    """Where the teacher leads the class, and what the projector shows."""
    return [
        say("Your desk, which is nobody else's: {desk}", desk=desk),
        say("The wall, for the projector: {wall}", wall=wall),
        "",
        say("Ctrl-C stops it. The class is kept, and goes on where it stopped when you host again."),
    ]


def goes_on(code: str, title: str) -> str:
    """That a class that was kept goes on."""
    return say("The class {code} goes on: {title}.", code=code, title=title)


def ask_to_go_on(code: str) -> str:
    """Whether the last class is to go on."""
    return say("Your last class is not over: {code}. Go on with it? [Y/n] ", code=code)


def no_port(port: int, why: str) -> str:
    """Why nobody can be served."""
    return say(
        "Port {port} cannot be had: {why}. Name another one: {option}.", port=str(port), why=why, option="--port N"
    )


def already_served(code: str) -> str:
    """That another host serves a class."""
    return say(
        "Another host on this computer serves the class {code}. For a new one: {option}.", code=code, option="--new"
    )


def no_class(named: str) -> str:
    """That there is no such class to go on with."""
    return say("There is no class {named:quoted} that is not over.", named=named[:20])


def rehearsal_told(robots: int) -> str:
    """That the class is rehearsed with robots."""
    return count(
        "{n} robot comes. Begin at your desk; to be a student as well, come in by the address: a seat is free.",
        "{n} robots come. Begin at your desk; to be a student as well, come in by the address: a seat is free.",
        robots,
    )


def where_teachers_open(link: str) -> str:
    """Where teachers open classes of their own."""
    return say("Teachers open their classes here; whoever has this link may: {link}", link=link)


def stopped(code: str) -> str:
    """That the host has ended."""
    return say("Stopped. The class {code} is kept.", code=code)
