"""A paper written in one go: ``[a]`` writes a figure that was set, and again it is a repeat; ``[a=12.5]`` sets and
writes it; ``[r:share a b]`` computes it, writes it and labels what it must fulfil; ``[a~]`` writes it without a place."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from samples.arithmetic import exactly, fails, number
from samples.independent_fourth.making import Paper, pc, q

__all__ = ["Draft"]

D = Decimal
_MARK = re.compile(r"\[([a-z]\w*)(?:(~)|=([^\]]*)|:([a-z]+)(\d?) ([^\]]+))?\]")
_KINDS = {"srate": "score_rate", "ssum": "score_sum", "csum": "count", "diff": "difference", "yuan": "unit"}
_KINDS |= {"wan": "unit", "growd": "growth", "up": "growth", "down": "growth"}
_RATES = {"share": "a/b*100=c", "rate": "a/b*100=c", "srate": "a/b*100=c", "growd": "a/b*100=c"}
_RATES |= {"survey": "a/b*100=c"}


def _read(text: str) -> Decimal:
    return D(re.sub(r"[^\d.\-]", "", text))


@dataclass(frozen=True)
class _Relation:
    kind: str
    names: tuple[str, ...]
    formula: str
    note: str = ""


@dataclass
class Draft(Paper):
    """*commas*: whether thousands are parted."""

    commas: bool = False
    _values: dict[str, str] = field(default_factory=dict)
    _shown: dict[str, str] = field(default_factory=dict)
    _relations: list[_Relation] = field(default_factory=list)
    _slips: list[tuple[str, str, str, str]] = field(default_factory=list)

    def set(self, **values: object) -> None:
        for name, value in values.items():
            if name in self._values:
                raise ValueError(f"{self.file}: {name} twice")
            self._values[name] = str(value)

    def rel(self, kind: str, names: str, formula: str, note: str = "") -> None:
        """A relation of the true figures."""
        self._relations.append(_Relation(kind, tuple(names.split()), formula, note))

    def slip(self, name: str, false: object, note: str, kind: str = "") -> None:
        """*false* in place of a figure: the first relation that it breaks (of *kind*) is the fault."""
        self._slips.append((name, str(false), note, kind))

    def wrong(self, kind: str, names: str, note: str, **false: object) -> None:
        """A fault that is none of arithmetic."""
        self.fault(kind, names, false, "", note)

    def _expanded(self, text: str) -> str:
        return _MARK.sub(lambda found: self._placed(found[1], found[2]), text)

    def _placed(self, name: str, plain: str) -> str:
        shown = self._styled(self._values[name])
        if plain:
            return shown
        placed = name
        if name in self._shown:
            placed = f"{name}.{1 + sum(1 for one in self._shown if one.partition('.')[0] == name)}"
            self.rel("repeat", f"{name} {placed}", "a=b")
        self._shown[placed] = shown
        return self(placed, shown)

    def _styled(self, text: str) -> str:
        if self.commas and re.fullmatch(r"\d{4,}\.\d+", text):
            return f"{D(text):,}"
        return text

    def _computed(self, name: str, op: str, places: int, args: list[str]) -> str:
        kind, values = _KINDS.get(op, op), [_read(self._values[one]) for one in args]
        names = " ".join([*args, name])
        if op in _RATES:
            self.rel(kind, names, _RATES[op])
            return pc(values[0], values[1], places)
        if op in ("sum", "ssum", "csum"):
            letters = string.ascii_lowercase[: len(args) + 1]
            self.rel(kind, names, "+".join(letters[:-1]) + "=" + letters[-1])
            return str(sum(values, D(0)))
        if op == "diff":
            self.rel(kind, names, "a-b=c")
            if values[0] < values[1]:
                raise ValueError(f"{self.file}: {names} below 0")
            return str(values[0] - values[1])
        if op in ("yuan", "wan"):
            self.rel(kind, names, "a*10000=b" if op == "yuan" else "a/10000=b")
            return str(q(values[0] * 10000, 0)) if op == "yuan" else str(q(values[0] / 10000, places))
        return self._changed(op, names, places, values[0], values[1])

    def _changed(self, op: str, names: str, places: int, one: Decimal, two: Decimal) -> str:
        if op == "growth":
            self.rel("growth", names, "(a-b)/b*100=c" if one >= two else "(b-a)/b*100=c")
            return pc(abs(one - two), two, places)
        sign = {"up": -1, "down": 1}[op]
        self.rel("growth", names, f"b/(a{'+' if sign > 0 else '-'}b)*100=c")
        return pc(two, Fraction(one) + sign * Fraction(two), places)

    def _holds(self, relation: _Relation, false: dict[str, str]) -> tuple[bool, bool]:
        """Exactly, and within what rounding leaves."""
        texts = [false.get(one, self._shown[one]) for one in relation.names]
        figures = [number(re.sub(r"[^\d.\-%]", "", text)) for text in texts]
        if None in figures:
            raise ValueError(f"{self.file}: {relation} {texts}")
        known = [one for one in figures if one is not None]
        left, _, right = exactly(relation.formula, known)
        return q(left, known[-1].decimals) == q(right, known[-1].decimals), not fails(relation.formula, known)

    def _compute(self) -> None:
        """All values, whatever the order in which they are needed."""
        marks = [found.groups() for text in self._strings() for found in _MARK.finditer(text)]
        defined = [mark[0] for mark in marks if mark[2] is not None or mark[3]]
        twice = {one for one in defined if defined.count(one) > 1 or one in self._values}
        if twice:
            raise ValueError(f"{self.file}: {sorted(twice)} twice")
        self._values |= {mark[0]: mark[2] for mark in marks if mark[2] is not None}
        waiting = [mark for mark in marks if mark[3]]
        while waiting:
            ready = [mark for mark in waiting if all(one in self._values for one in mark[5].split())]
            if not ready:
                missing = {one for mark in waiting for one in mark[5].split()} - set(self._values)
                raise ValueError(f"{self.file}: {sorted(missing)}")
            for name, _, _, op, places, args in ready:
                self._values[name] = self._computed(name, op, int(places or 2), args.split())
            waiting = [mark for mark in waiting if mark not in ready]

    def _expand(self) -> None:
        self._blocks = [
            (
                kind,
                ([[self._expanded(cell) for cell in row] for row in one[0]], one[1])
                if kind == "t"
                else self._expanded(one),
            )
            for kind, one in self._blocks
        ]

    def finish(self) -> Draft:
        """All labels made; what is broken by a fault and is not the fault itself gets none."""
        self._compute()
        self._expand()
        false = {name: text for name, text, _, _ in self._slips}
        chosen: dict[int, list[tuple[str, str]]] = {}
        for name, _, note, kind in self._slips:
            fit = [
                place
                for place, one in enumerate(self._relations)
                if name in one.names and kind in ("", one.kind) and not self._holds(one, false)[1]
            ]
            if not fit:
                raise ValueError(f"{self.file}: {name} breaks nothing {kind}")
            chosen.setdefault(fit[0], []).append((name, note))
        for place, one in enumerate(self._relations):
            if not self._holds(one, {})[1]:
                raise ValueError(f"{self.file}: untrue {one} {[self._shown[name] for name in one.names]}")
            self._told(one, chosen.get(place, []), false)
        return self

    def _told(self, one: _Relation, slips: list[tuple[str, str]], false: dict[str, str]) -> None:
        exact, within = self._holds(one, false)
        if slips:
            planted = {name: false[name] for name, _ in slips}
            self.fault(one.kind, " ".join(one.names), planted, one.formula, "；".join(note for _, note in slips))
        elif exact:
            self.ok(one.kind, " ".join(one.names), one.formula, one.note)
        elif within and not set(one.names) & set(false):
            self.near(one.kind, " ".join(one.names), one.formula, one.note)
