"""Do the units in a formula meet? All that is wrong is found in one pass, each with a caret under its place.

Units convert only in sight: 元 and 万元 meet through 换算(金额, 万元), which becomes an exact factor here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import pairwise

from hengji.facts.findings import Finding, Findings
from hengji.facts.units import RATE, TRUTH, Unit, read_unit, unit_of
from hengji.rules.formula.exact import evaluate, names_in
from hengji.rules.formula.places import pointed
from hengji.rules.formula.printing import print_formula
from hengji.rules.formula.syntax import (
    Binary,
    Call,
    Comparison,
    Expression,
    Logical,
    Name,
    Negation,
    Not,
    Number,
    Truth,
    UnitName,
)

__all__ = ["Checked", "check_units"]

MAX_ROUNDING_PLACES = 8


@dataclass(frozen=True, slots=True)
class Checked:
    """`unit` is None where a mistake leaves it open; `expression` has its 换算 replaced by exact factors."""

    unit: Unit | None
    expression: Expression
    names: frozenset[str]
    findings: tuple[Finding, ...] = ()


def check_units(expression: Expression, units: Mapping[str, Unit], text: str) -> Checked:
    """Check *expression*, parsed from *text*, against the units of the names it may use."""
    checker = _Checker(units, text)
    read = checker.read(expression)
    findings = tuple(checker.findings)
    return Checked(read.unit, read.expression, frozenset(names_in(expression)), findings)


@dataclass(frozen=True, slots=True)
class _Read:
    """A node that has been checked. An unknown unit has been reported already and is not reported again."""

    unit: Unit | None
    expression: Expression
    source: Expression
    zero: bool = False
    """The literal 0 without a unit, which meets any unit."""


class _Checker:
    def __init__(self, units: Mapping[str, Unit], text: str) -> None:
        self._units = units
        self._text = text
        self._undefined: set[str] = set()
        self.findings = Findings()

    def read(self, node: Expression) -> _Read:
        match node:
            case Negation(operand):
                inner = self._number(self.read(operand), "取负")
                return replace(inner, expression=replace(node, operand=inner.expression), source=node)
            case Binary():
                return self._binary(node)
            case Comparison():
                return self._comparison(node)
            case Logical() | Not():
                return self._logical(node)
            case Call():
                return self._call(node)
            case _:
                return self._leaf(node)

    def _leaf(self, node: Expression) -> _Read:
        unit: Unit | None = None
        if isinstance(node, Truth):
            unit = TRUTH
        elif isinstance(node, Number):
            unit = read_unit(node.unit) if node.unit else RATE
        elif isinstance(node, Name):
            unit = self._units.get(node.name)
            if unit is None:
                self._report_undefined(node)
        return _Read(unit, node, node, isinstance(node, Number) and not node.unit and node.value == 0)

    def _binary(self, node: Binary) -> _Read:
        at = self._operator_after(node.left, node.right)
        what = f"用“{node.operator.replace('-', '−')}”计算"
        left = self._number(self.read(node.left), what)
        right = self._number(self.read(node.right), what)
        expression = replace(node, left=left.expression, right=right.expression)
        if node.operator in "+-":
            unit = self._alike([left, right], [at], what)
            return _Read(unit, expression, node, left.zero and right.zero)
        if node.operator == "÷":
            self._check_divisor(right)
        if left.unit is None or right.unit is None or self._mixes_scales(left, right, at, what):
            return _Read(None, expression, node)
        return _Read(left.unit.times(right.unit, 1 if node.operator == "×" else -1), expression, node)

    def _comparison(self, node: Comparison) -> _Read:
        reads = [self.read(operand) for operand in node.operands]
        places = [self._operator_after(left, right) for left, right in pairwise(node.operands)]
        truths = all(read.unit == TRUTH for read in reads)
        if not (truths and set(node.operators) <= {"=", "≠"}):
            reads = [self._number(read, "比较大小") for read in reads]
        self._alike(reads, places, "比较")
        return _Read(TRUTH, replace(node, operands=tuple(read.expression for read in reads)), node)

    def _logical(self, node: Logical | Not) -> _Read:
        if isinstance(node, Not):
            return _Read(TRUTH, replace(node, operand=self._condition(node.operand, "“非”后面")), node)
        where = f"“{node.operator}”两边"
        operands = tuple(self._condition(operand, where) for operand in node.operands)
        return _Read(TRUTH, replace(node, operands=operands), node)

    def _call(self, node: Call) -> _Read:
        match node.function:
            case "如果":
                return self._if(node)
            case "换算":
                return self._convert(node)
            case "缺":
                return _Read(TRUTH, node, node)
            case "四舍五入":
                self._check_places(node.arguments[1])
                counted = node.arguments[:1]
            case _:
                counted = node.arguments
        reads = [self._number(self.read(argument), f"放进“{node.function}”") for argument in counted]
        unit = self._alike(reads, [read.source.span[0] for read in reads[1:]], f"放进“{node.function}”")
        arguments = tuple(read.expression for read in reads) + node.arguments[len(counted) :]
        return _Read(unit, replace(node, arguments=arguments), node, all(read.zero for read in reads))

    def _if(self, node: Call) -> _Read:
        condition = self._condition(node.arguments[0], "“如果”的第一个参数")
        reads = [self.read(branch) for branch in node.arguments[1:]]
        unit = self._alike(reads, [reads[1].source.span[0]], "作为“如果”的两个结果")
        arguments = (condition, *(read.expression for read in reads))
        return _Read(unit, replace(node, arguments=arguments), node, all(read.zero for read in reads))

    def _convert(self, node: Call) -> _Read:
        operand, target = self.read(node.arguments[0]), node.arguments[1]
        unit = read_unit(target.unit) if isinstance(target, UnitName) else None
        if operand.unit is None or unit is None:
            return _Read(unit, node, node)
        factor = operand.unit.factor_to(unit)
        if factor is None:
            expected = f"能换成{unit}的金额"
            self._error("“换算”的单位不相通", node.span[0], found=_said(operand.unit), expected=expected)
            return _Read(unit, node, node)
        if factor == 1:
            return _Read(unit, operand.expression, node)
        return _Read(unit, Binary("×", operand.expression, Number(factor), node.span), node)

    def _number(self, read: _Read, what: str) -> _Read:
        if read.unit != TRUTH:
            return read
        advice = "要按是否取不同的数，写成 如果(条件, 是时的值, 否时的值)"
        self._error(f"“{_short(read.source)}”是“是/否”项，不能{what}", read.source.span[0], advice=advice)
        return replace(read, unit=None)

    def _condition(self, node: Expression, where: str) -> Expression:
        read = self.read(node)
        if read.unit not in {None, TRUTH}:
            advice = f"写成比较，如 {_short(node)} > 0"
            self._error(f"{where}应是条件", node.span[0], found=_said(read.unit), advice=advice)
        return read.expression

    def _alike(self, reads: Sequence[_Read], places: Sequence[int], what: str) -> Unit | None:
        """The one unit of all *reads*; places[i] is where to point when reads[i + 1] does not have it."""
        known = [(index, read) for index, read in enumerate(reads) if read.unit is not None and not read.zero]
        if not known:
            return RATE if all(read.zero for read in reads) else None
        (_, first), *others = known
        strange = [(index, read) for index, read in others if read.unit != first.unit]
        for index, read in strange:
            found = "，".join(f"“{_short(one.source)}”是{_said(one.unit)}" for one in (first, read))
            self._error(f"单位不同，不能{what}", places[index - 1], found=found, advice=_mend(first, read))
        return None if strange or any(read.unit is None for read in reads) else first.unit

    def _mixes_scales(self, left: _Read, right: _Read, at: int, what: str) -> bool:
        """元 ÷ 万元 is no rate: it is ten thousand times too large, and nothing shows it."""
        if left.unit is None or right.unit is None:
            return False
        for one, _ in left.unit.powers:
            for other, _ in right.unit.powers:
                if one != other and unit_of(one).factor_to(unit_of(other)) is not None:
                    found = f"左边是{_said(left.unit)}，右边是{_said(right.unit)}"
                    message = f"{one}与{other}混在一起，不能{what}"
                    self._error(message, at, found=found, advice=_mend(left, right))
                    return True
        return False

    def _check_divisor(self, divisor: _Read) -> None:
        constant = divisor.unit is not None and not names_in(divisor.expression)
        if constant and evaluate(divisor.expression, {}) == 0:
            self._error("除数是零", divisor.source.span[0], "formula-zero")

    def _check_places(self, places: Expression) -> None:
        plain = isinstance(places, Number) and not places.unit and places.value.denominator == 1
        if not (plain and isinstance(places, Number) and 0 <= places.value <= MAX_ROUNDING_PLACES):
            found, expected = f"“{_short(places)}”", f"0至{MAX_ROUNDING_PLACES}的整数"
            message = "“四舍五入”的第二个参数不对"
            self._error(message, places.span[0], "formula-function", found=found, expected=expected)

    def _report_undefined(self, node: Name) -> None:
        if node.name in self._undefined:
            return
        self._undefined.add(node.name)
        near = get_close_matches(node.name, self._units, n=1, cutoff=0.5)
        parts = re.split("[且或]", node.name.lstrip("非"))
        glued = node.name not in parts and any(part in self._units for part in parts)
        if glued:
            advice = "“且”“或”“非”的前后要留空格，否则会被当作名称的一部分"
        else:
            advice = f"可能是指“{near[0]}”" if near else "先在数据项或定义中列出它"
        self._error(f"没有定义“{node.name}”", node.span[0], "formula-name", advice=advice)

    def _operator_after(self, left: Expression, right: Expression) -> int:
        between = self._text[left.span[1] : right.span[0]]
        return left.span[1] + len(between) - len(between.lstrip())

    def _error(
        self,
        message: str,
        at: int,
        code: str = "formula-units",
        found: str = "",
        expected: str = "",
        advice: str = "",
    ) -> None:
        excerpt = pointed(self._text, at) if self._text else ""
        self.findings.error(message, code=code, found=found, expected=expected, advice=advice, excerpt=excerpt)


def _said(unit: Unit | None) -> str:
    if unit is None or unit == TRUTH:
        return "是/否"
    return "比率或纯数" if unit.is_rate else f"{unit.kind}（{unit}）"


def _short(node: Expression) -> str:
    text = print_formula(node)
    return text if len(text) <= 24 else text[:23] + "…"


def _mend(first: _Read, second: _Read) -> str:
    """What to write instead, where that can be known."""
    if first.unit is None or second.unit is None:
        return ""
    if second.unit.factor_to(first.unit) is not None:
        return f"换算写在公式里：换算({print_formula(second.source)}, {first.unit})"
    for literal, other in ((second.source, first.unit), (first.source, second.unit)):
        if isinstance(literal, Number) and not literal.unit and other.kind in _NAMED:
            return f"给数字写上单位：{print_formula(literal)}{other}"
    return "核对两边的数据项和它们的单位"


_NAMED = frozenset({"金额", "数量"})
