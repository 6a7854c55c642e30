"""The formula language's syntax tree: frozen values that can be compared, printed and read in several ways.

The same tree is evaluated exactly, rendered as a spreadsheet formula and printed as Chinese prose.
`span` is the half-open range of characters the node was parsed from; it does not take part in comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

__all__ = [
    "Binary",
    "BinaryOperator",
    "Call",
    "Comparison",
    "ComparisonOperator",
    "Expression",
    "Function",
    "Logical",
    "Name",
    "Negation",
    "Not",
    "Number",
    "Span",
    "Truth",
    "UnitName",
]

Span = tuple[int, int]
NOWHERE: Span = (0, 0)

BinaryOperator = Literal["+", "-", "×", "÷"]
ComparisonOperator = Literal["<", "≤", "=", "≥", ">", "≠"]
Function = Literal["绝对值", "最大", "最小", "合计", "四舍五入", "如果", "换算", "向下取整", "向上取整", "缺"]
"""``换算(x, 万元)`` converts money in sight; ``缺(名称)`` asks whether an input is missing (for generated
formulas only, not written by people)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A literal: ``0.5``, ``5%`` (value 1/20, unit "%"), ``100万元`` (value 100, unit "万元")."""

    value: Fraction
    unit: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Truth:
    """``是`` or ``否``."""

    value: bool
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A data item, or an input a rule asks a person for."""

    name: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class UnitName:
    """The second argument of ``换算``."""

    unit: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Negation:
    operand: Expression
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Binary:
    operator: BinaryOperator
    left: Expression
    right: Expression
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A chain: ``80% ≤ x < 90%`` has three operands and two operators."""

    operands: tuple[Expression, ...]
    operators: tuple[ComparisonOperator, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Logical:
    """``且`` or ``或`` over two or more operands."""

    operator: Literal["且", "或"]
    operands: tuple[Expression, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    operand: Expression
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    function: Function
    arguments: tuple[Expression, ...]
    span: Span = field(default=NOWHERE, compare=False)


Expression = Number | Truth | Name | UnitName | Negation | Binary | Comparison | Logical | Not | Call
