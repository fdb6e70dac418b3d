"""Compiling the diagram: in which order the issues are taken, and what each option leaves to the later ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from game.analysis.diagram import Diagram, Layer, names
from game.analysis.sheet import Options
from game.text import IssueId, OptionId, Text

_CANDIDATES = 3
"""How many issues are tried as the next one once the diagram is wide; all of them before that."""
_WIDE = 64
_WIDE_LAYERS, _THIN = 20, 100
"""For how many arcs to a node of the greatest width a diagram is drawn, and how wide it is after that."""


@lru_cache(maxsize=64)
def diagram_of(text: Text, pairs: frozenset[Options], width: int, shut: Options = frozenset()) -> Diagram:
    """The diagram of the texts that no exclusion bars and that have none of the options in `shut`, with so many nodes
    in a layer at most; `pairs` are the options that earn points together on some sheet."""
    return _Compiler(text, sorted(pairs, key=sorted), shut, width).diagram()


Arc = tuple[int, int, int, int]
"""Target, source, option, and the pair terms that are completed, as bits."""

State = tuple[int, int]
"""What the options so far leave to the later issues: a bit for each option that is barred, and for each tie begun."""


@dataclass(frozen=True, slots=True)
class _Tie:
    """What is left of an exclusion, or of a pair term (its number in `pair`): options by issue, as bits."""

    left: tuple[tuple[int, int], ...]
    pair: int | None


class _Compiler:
    """The work of finding an order of the issues and drawing the graph along it."""

    def __init__(
        self, text: Text, pairs: Sequence[Options], shut: Iterable[tuple[IssueId, OptionId]], width: int
    ) -> None:
        self.text, self.pairs, self.width = text, pairs, width
        self.number = {name: n for n, name in enumerate(names(text))}
        self.of_issue: list[int] = []
        at = 0
        for issue in text.issues:
            self.of_issue.append(((1 << len(issue.options)) - 1) << at)
            at += len(issue.options)
        self.barred = sum(1 << self.number[name] for name in frozenset(shut))
        self.moves: list[dict[int, tuple[int, int, int, int]]] = []
        """For each tie and each option that moves it: the tie that is left, as a bit; the options that it bars now, and
        all options of their issue; the pair term that is complete, as a bit."""
        self.tie_number: dict[_Tie, int] = {}
        self.touching = [0] * len(text.issues)
        """For each issue the ties that have options of it, as bits."""
        self.fresh: list[_Tie] = []
        self.impossible = False
        place = {issue.id: n for n, issue in enumerate(text.issues)}
        for exclusion in text.exclusions:
            self._enter({place[i]: self._bits(i, options) for i, options in exclusion.apart.items()})
        for n, pair in enumerate(pairs):
            scope: dict[int, int] = {}
            for name, option in pair:
                scope[place[name]] = scope.get(place[name], 0) | self._bits(name, [option])
            self.fresh.append(_Tie(tuple(sorted(scope.items())), n))
        self.exact = True
        self.tried = 0
        """Arcs that were looked at while an order was sought."""

    def _bits(self, issue: IssueId, options: Iterable[OptionId]) -> int:
        """Options of an issue as bits: the first option of the first issue is the lowest."""
        return sum(1 << self.number[issue, option] for option in frozenset(options))

    def _enter(self, scope: dict[int, int]) -> None:
        """An exclusion: in an issue whose open options it all names it asks nothing, and with one issue it bars."""
        left = {i: bits for i, bits in scope.items() if (self.of_issue[i] & ~self.barred) & ~bits}
        if not left:
            self.impossible = True
        elif len(left) == 1:
            self.barred |= next(iter(left.values()))
        else:
            self.fresh.append(_Tie(tuple(sorted(left.items())), None))

    def diagram(self) -> Diagram:
        """The finished graph: dead ends taken out, nodes with the same future made one."""
        if self.impossible or any(not bits & ~self.barred for bits in self.of_issue):
            return Diagram(self.text, (), np.zeros(0, np.intp), (), True)
        drawn: list[list[Arc]] = []
        states: dict[State, int] = {(self.barred, 0): 0}
        tied, free = self._order()
        done, looked_at, width = 0, 0, self.width
        for issue in tied:
            layer: list[Arc] = []
            reached: dict[State, int] = {}
            begun = self._begun(issue, done)
            for state, source in states.items():
                if looked_at > _WIDE_LAYERS * self.width:
                    # Far too tangled: a thin part of the texts is drawn to the end, so that there is something to show.
                    width = min(width, _THIN)
                    if len(reached) >= width:
                        self.exact = False
                        break
                for option, following, completed in self._steps(state, issue, begun):
                    looked_at += 1
                    if len(reached) >= width and following not in reached:
                        self.exact = False
                        continue
                    target = reached.setdefault(following, len(reached))
                    layer.append((target, source, option, completed))
            drawn.append(layer)
            states, done = reached, done | 1 << issue
        reduced = _reduced(drawn)
        if drawn and not reduced[0]:
            return Diagram(self.text, (), np.zeros(0, np.intp), (), self.exact)
        every = [(0, 0, option, 0) for option in range(sum(len(issue.options) for issue in self.text.issues))]
        rest = [[every[option] for option in _bits_of(self.of_issue[issue] & ~self.barred)] for issue in free]
        return self._finished([*reduced, *rest])

    def _begun(self, issue: int, done: int) -> list[int]:
        """The exclusions and pair terms whose first issue this is."""
        return [
            self._tie(tie)
            for tie in self.fresh
            if any(i == issue for i, _ in tie.left) and not any(done >> i & 1 for i, _ in tie.left)
        ]

    def _steps(self, state: State, issue: int, begun: Sequence[int]) -> Iterator[tuple[int, State, int]]:
        """Every open option of an issue with the state after it and, as bits, the pair terms it completes."""
        barred, ties = state
        moved = [self.moves[n] for n in (*begun, *_bits_of(ties & self.touching[issue]))]
        kept = ties & ~self.touching[issue]
        later = barred & ~self.of_issue[issue]
        for option in _bits_of(self.of_issue[issue] & ~barred):
            after, now_barred, completed, possible = kept, later, 0, True
            for moves in moved:
                if option in moves:
                    tie, bars, whole, pair = moves[option]
                    after |= tie
                    now_barred |= bars
                    completed |= pair
                    possible = possible and (not whole or now_barred & whole != whole)
            if possible:
                yield option, (now_barred, after), completed

    def _tie(self, tie: _Tie) -> int:
        """The number of a tie, with all its moves worked out when it is first met."""
        if tie not in self.tie_number:
            number = self.tie_number[tie] = len(self.moves)
            moves: dict[int, tuple[int, int, int, int]] = {}
            self.moves.append(moves)
            for issue, bits in tie.left:
                self.touching[issue] |= 1 << number
                left = tuple(one for one in tie.left if one[0] != issue)
                if tie.pair is not None:
                    move = (1 << self._tie(_Tie(left, tie.pair)), 0, 0, 0) if left else (0, 0, 0, 1 << tie.pair)
                elif len(left) > 1:
                    move = (1 << self._tie(_Tie(left, None)), 0, 0, 0)
                else:
                    move = (0, left[0][1], self.of_issue[left[0][0]], 0)
                moves.update(dict.fromkeys(_bits_of(bits), move))
        return self.tie_number[tie]

    def _order(self) -> tuple[list[int], list[int]]:
        """Issues that belong together one after the other, each next one so that few states are open; and the rest,
        those with many options first."""
        found: list[int] = []
        for group in self._groups():
            left = set(group)
            states: set[State] = {(self.barred, 0)}
            done = 0
            while left:
                best: tuple[int, int, set[State]] | None = None
                tried = sorted(left, key=lambda i: (self._opened(i, done), i))
                for issue in tried if len(states) < _WIDE else tried[:_CANDIDATES] if self._has_patience else []:
                    reached = self._reach(states, issue, done, best[0] if best else self.width + 1)
                    if reached is not None and (best is None or len(reached) < best[0]):
                        best = (len(reached), issue, reached)
                if best is None:
                    # Too wide whichever comes next: what is drawn will be a part of the texts.
                    found += tried
                    break
                found.append(best[1])
                states, done = best[2], done | 1 << best[1]
                left.remove(best[1])
        free = [n for n in range(len(self.of_issue)) if n not in found]
        return found, sorted(free, key=lambda n: (-self.of_issue[n].bit_count(), n))

    def _opened(self, issue: int, done: int) -> int:
        """How many exclusions and pair terms an issue begins, less those it ends."""
        count = 0
        for tie in self.fresh:
            issues = [i for i, _ in tie.left]
            if issue in issues:
                before = sum(done >> i & 1 for i in issues)
                count += (before == 0) - (before == len(issues) - 1)
        return count

    def _reach(self, states: Iterable[State], issue: int, done: int, most: int) -> set[State] | None:
        """The states after an issue, were it the next; None if they are as many as `most`, or patience is out."""
        begun = self._begun(issue, done)
        reached: set[State] = set()
        for state in states:
            following = [following for _, following, _ in self._steps(state, issue, begun)]
            self.tried += len(following)
            reached.update(following)
            if len(reached) >= most or not self._has_patience:
                return None
        return reached

    @property
    def _has_patience(self) -> bool:
        """Whether an order is still worth looking for: looking may take as long as drawing."""
        return self.tried < _WIDE_LAYERS * self.width

    def _groups(self) -> list[list[int]]:
        """The issues that exclusions and pair terms tie together, group by group, in reading order."""
        leader = list(range(len(self.of_issue)))

        def lead(issue: int) -> int:
            while leader[issue] != issue:
                issue = leader[issue]
            return issue

        for tie in self.fresh:
            for (one, _), (other, _) in pairwise(tie.left):
                leader[max(lead(one), lead(other))] = min(lead(one), lead(other))
        groups: dict[int, list[int]] = {}
        for tie in self.fresh:
            for issue, _ in tie.left:
                group = groups.setdefault(lead(issue), [])
                if issue not in group:
                    group.append(issue)
        return [sorted(groups[first]) for first in sorted(groups)]

    def _finished(self, layers: Sequence[list[Arc]]) -> Diagram:
        """The diagram of these layers of arcs, as arrays."""
        every: list[Arc] = []
        starts: list[int] = []
        spans: list[tuple[int, int, int]] = []
        earned: dict[int, list[int]] = {}
        for arcs in layers:
            arcs.sort()
            first, first_start, last = len(every), len(starts), -1
            for n, arc in enumerate(arcs):
                if arc[0] != last:
                    starts.append(n)
                    last = arc[0]
                if arc[3]:
                    for pair in _bits_of(arc[3]):
                        earned.setdefault(pair, []).append(first + n)
            every += arcs
            spans.append((first, first_start, len(starts)))
        targets, sources, options = (np.array([arc[n] for arc in every], dtype=np.intp) for n in range(3))
        first_of = np.array(starts, dtype=np.intp)
        ends = [first for first, _, _ in spans[1:]] + [len(every)]
        made = tuple(
            Layer(first, sources[first:end], targets[first:end], first_of[start:stop])
            for (first, start, stop), end in zip(spans, ends, strict=True)
        )
        completing = tuple((self.pairs[n], np.array(numbers, dtype=np.intp)) for n, numbers in sorted(earned.items()))
        return Diagram(self.text, made, options, completing, self.exact)


def _reduced(drawn: Sequence[Sequence[Arc]]) -> list[list[Arc]]:
    """The layers again without dead ends, and with one node for all that have the same future."""
    layers: list[list[Arc]] = []
    same: dict[int, int] = {0: 0}
    for layer in reversed(drawn):
        by_source: dict[int, list[tuple[int, int, int]]] = {}
        for target, source, option, completed in layer:
            if target in same:
                by_source.setdefault(source, []).append((same[target], option, completed))
        known: dict[tuple[tuple[int, int, int], ...], int] = {}
        same = {source: known.setdefault(tuple(future), len(known)) for source, future in by_source.items()}
        layers.append(
            [(target, n, option, completed) for future, n in known.items() for target, option, completed in future]
        )
    return layers[::-1]


def _bits_of(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
