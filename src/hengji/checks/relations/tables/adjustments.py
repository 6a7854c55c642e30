"""年初预算 + 追加 − 调减 = 调整后预算 in columns, row by row, with whatever sign the cuts are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import Amount, significant
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import Line, Side, sides_of
from hengji.facts.relation import Relation, RelationKind

__all__ = ["adjustments"]

_RESULT: Final = re.compile(r"^(?:调整后|变更后|变动后)|^调整预算|^预算调整(?:后|数$)|调整后(?:预算|金额|数)|^全年预算")
_FIRST: Final = re.compile(r"^(?:年初|原|调整前)(?:.{0,4}预算|.{0,4}数|金额)?|^预算(?:安排)?数?(?:[(（].*)?$|批复预算")
_ADDED: Final = re.compile(r"追加|调增|核增|增加(?:数|额|预算)?(?:[(（].*)?$")
_CUT: Final = re.compile(r"调减|核减|压减|收回|减少(?:数|额|预算)?(?:[(（].*)?$")
_NET: Final = re.compile(r"^(?:预算)?(?:净?调整(?:数|额|金额)?|调剂(?:数|额)?|净增减|追加[（(]?[+＋]?[）)]?.{0,3}调减)")
_TELLING: Final = 3


@dataclass(frozen=True, slots=True)
class _Chain:
    """The columns of one adjustment: what is added, what is taken off."""

    first: int
    plus: tuple[int, ...]
    minus: tuple[int, ...]
    result: int


@dataclass(frozen=True, slots=True)
class _Trial:
    line: Line
    parts: tuple[Amount, ...]
    stated: Amount
    computed: Fraction
    formula: str

    @property
    def holds(self) -> bool:
        step = max(amount.step for amount in (*self.parts, self.stated))
        rounded = any(amount.decimals for amount in self.parts) or len({one.decimals for one in self.parts}) > 1
        return abs(self.computed - self.stated.value) <= (step if rounded else 0)


def adjustments(context: Context) -> Iterator[Relation]:
    """Relations of kind ``difference``, or ``sum`` where nothing is taken off, in tables whose heads name the steps
    from one budget to the next."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            if not any("调" in head or "追加" in head for head in part.heads):
                continue
            for side in sides_of(part):
                chain = _chain(side)
                if chain is not None:
                    yield from _tried(side, chain)


def _chain(side: Side) -> _Chain | None:
    """The columns, where each part of the chain is named by one (cuts and additions by several of one group)."""
    heads = {column: side.part.last_head(column) for column in side.columns}
    result = [column for column, head in heads.items() if _RESULT.search(head)]
    first = [column for column, head in heads.items() if _FIRST.search(head) and column not in result]
    plus = [column for column, head in heads.items() if _ADDED.search(head) and column not in (*result, *first)]
    known = (*result, *first, *plus)
    minus = [column for column, head in heads.items() if _CUT.search(head) and column not in known]
    net = [column for column, head in heads.items() if _NET.search(head) and column not in (*known, *minus)]
    if net and not plus and not minus:
        plus = net
    if len(result) != 1 or len(first) != 1 or len(plus) > 1 or len(minus) > 1 or not (plus or minus):
        return None
    inner = range(first[0] + 1, result[0])
    others = [column for column in side.columns if column in inner and column not in (*plus, *minus)]
    named = all(column in inner for column in (*plus, *minus)) and not others
    return _Chain(first[0], tuple(plus), tuple(minus), result[0]) if named else None


def _tried(side: Side, chain: _Chain) -> Iterator[Relation]:
    trials = [trial for line in side.lines if (trial := _trial(line, chain)) is not None]
    holding = [trial for trial in trials if trial.holds]
    telling = sum(significant(trial.stated.value) >= _TELLING for trial in holding)
    for trial in trials:
        fails = len(trials) - len(holding)
        slip = shape(trial.stated.text, trial.stated.written(trial.computed))
        sure = telling > fails or (telling and telling >= fails and slip) or (slip and fails == 1)
        if trial.holds or sure:
            yield _relation(side, chain, trial, slip)


def _trial(line: Line, chain: _Chain) -> _Trial | None:
    """Cuts are subtracted by what they come to: −12.20 under 调减 is a cut of 12.20."""
    first, stated = line.values.get(chain.first), line.values.get(chain.result)
    plus = [line.values[column] for column in chain.plus if column in line.values]
    minus = [line.values[column] for column in chain.minus if column in line.values]
    moved = [amount for amount in (*plus, *minus) if amount.value]
    if first is None or stated is None or not moved:
        return None
    computed = first.value + sum((amount.value for amount in plus), Fraction(0))
    computed -= sum((abs(amount.value) for amount in minus), Fraction(0))
    formula = first.text + "".join(f" + {one.text}" for one in plus if one.value)
    formula += "".join(f" − {one.text.lstrip('-－−')}" for one in minus if one.value)
    return _Trial(line, (first, *plus, *minus), stated, computed, formula.replace("+ -", "− "))


def _relation(side: Side, chain: _Chain, trial: _Trial, slip: str) -> Relation:
    name = f"“{trial.line.label or trial.line.code}”的“{side.part.last_head(chain.result)}”"
    right = trial.stated.written(trial.computed)
    figures = (*(part.figure("part") for part in trial.parts), trial.stated.figure("stated"))
    kind: RelationKind = "difference" if chain.minus else "sum"
    if trial.holds:
        said = f"{name} {right}，与表中一致。"
        return Relation(kind, "ok", figures, trial.formula, right, trial.stated.text, said)
    said = f"{name}按 {trial.formula} 应为 {right}，表中为 {trial.stated.text}。请核对这一行。"
    likely = mistaken(trial.stated.text, right, slip)
    return Relation(kind, "error", figures, trial.formula, right, trial.stated.text, said, likely, severity="high")
