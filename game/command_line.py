"""What is typed at the shell: the parser of the commands, and an answer to a word that is none of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from game.options import OPTIONS, ShowVersion, language_option
from game.words.language import say

Verb = Callable[[argparse.Namespace], int]
"""Does a command, and gives the program's exit code."""
Verbs = Mapping[str, tuple[Verb, str]]
"""Each command by its name, with the template that says what it does."""


def understood(given: Sequence[str], verbs: Verbs) -> argparse.Namespace:
    """What was typed, with the command to run as `run`. An option alone belongs to `play`. What cannot be understood
    ends the program with code 2, and a sentence that offers what may have been meant."""
    parser = _parser(verbs)
    words = list(given) if _names_verb(given) else ["play", *given]
    if not words[0].startswith("-") and words[0] not in verbs:
        _no_command(parser, words[0], verbs)
    options, unknown = parser.parse_known_args(words)
    if unknown:
        _no_option(parser, unknown, words[0])
    return options


def _names_verb(given: Sequence[str]) -> bool:
    """Whether the first word is a verb, even one that does not exist."""
    return bool(given) and (not given[0].startswith("-") or given[0] in {"-h", "--help", "--version"})


def _no_command(parser: argparse.ArgumentParser, word: str, verbs: Verbs) -> NoReturn:
    from game.scenario import did_you_mean, shipped

    if word in shipped() or word.endswith((".yaml", ".yml")):
        told = say("'{word}' is no command; did you mean '{play}'?", word=word, play=f"{parser.prog} play {word}")
    else:
        told = say("there is no command '{word}'{offer}", word=word[:60], offer=did_you_mean(word, verbs) or ".")
    parser.error(say("{told} The commands are {known:and}.", told=told, known=list(verbs)))


def _no_option(parser: argparse.ArgumentParser, unknown: Sequence[str], verb: str) -> NoReturn:
    from game.scenario import did_you_mean

    shown = argparse.ArgumentParser(prog=f"{parser.prog} {verb}", parents=[language_option()])
    if verb in OPTIONS:
        OPTIONS[verb](shown)
    known = [word for word in shown.format_help().replace(",", " ").split() if word.startswith("--")]
    word = next((each for each in unknown if each.startswith("-")), unknown[0])
    offer = did_you_mean(word.partition("=")[0], known) if word.startswith("-") else ""
    shown.error(say("'{word}' is not understood here{offer}", word=word[:60], offer=offer or "."))


class _VerbParser(argparse.ArgumentParser):
    """A command's parser, which hears words after an option too: `export 1 --force FILE`."""

    _again = False

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """What was typed, and what of it is not understood; to hear it so, argparse may call this once more."""
        if self._again:
            return super().parse_known_args(args, namespace)
        self._again = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._again = False


def _parser(verbs: Verbs) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="as-appropriate",
        description=say("As Appropriate: a negotiation game about the words of a diplomatic text."),
        epilog=say("Each command explains itself: {watch}.", watch="as-appropriate watch --help"),
        parents=[language_option()],
    )
    parser.add_argument("--version", action=ShowVersion, nargs=0, help=say("print the version"))
    commands: argparse._SubParsersAction[argparse.ArgumentParser] = parser.add_subparsers(
        title=say("commands"), metavar="COMMAND", required=True, parser_class=_VerbParser
    )
    for name, (run, words) in verbs.items():
        told = say("{words:head}.", words=say(words))
        verb = commands.add_parser(name, help=say(words), description=told, parents=[language_option()])
        verb.set_defaults(run=run)
        if name in OPTIONS:
            OPTIONS[name](verb)
    return parser
