"""Syntax tree → the formula as a person would write it, with × ÷ − and no bracket more than needed.

What `parsing` reads, this prints so that it reads back as the same tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

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

__all__ = ["decimal_text", "decimals_of", "print_formula"]

Show = Callable[[str], str]

# How tightly a piece of text holds together; brackets go round a piece that is looser than its place demands.
_LOOSEST, _OR, _AND, _NOT, _COMPARISON, _SUM, _PRODUCT, _SIGNED, _ATOM = range(9)

_SIGNS = {"+": "+", "-": "−", "×": "×", "÷": "÷"}
_WORD = re.compile(r"[^\W\d]\w*")
_RESERVED = frozenset("且或非是否")


def print_formula(expression: Expression, show: Show | None = None) -> str:
    """The canonical text.

    *show* puts something else for each name, e.g. its figure: ``(666.05 − 464.99) ÷ 464.99``.
    """
    return _held(expression, _LOOSEST, show)


def decimals_of(value: Fraction) -> int | None:
    """How many decimals *value* needs to be written out, or None when it never ends."""
    rest, counts = value.denominator, [0, 0]
    for which, prime in enumerate((2, 5)):
        while rest % prime == 0:
            rest //= prime
            counts[which] += 1
    return max(counts) if rest == 1 else None


def decimal_text(value: Fraction) -> str | None:
    """The value written out exactly, or None when its decimals never end."""
    places = decimals_of(value)
    if places is None:
        return None
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"−{text}" if value < 0 else text


def _held(expression: Expression, floor: int, show: Show | None) -> str:
    text, level = _written(expression, show)
    return f"({text})" if level < floor else text


def _written(expression: Expression, show: Show | None) -> tuple[str, int]:
    """The text of a node and how tightly it holds."""
    match expression:
        case Negation(operand):
            return f"−{_operand(operand, _ATOM, show)}", _SIGNED
        case Binary():
            return _binary(expression, show)
        case Comparison() | Logical() | Not():
            return _condition(expression, show)
        case Call(function, arguments):
            return f"{function}({', '.join(_held(one, _LOOSEST, show) for one in arguments)})", _ATOM
        case _:
            return _leaf(expression, show)


def _binary(expression: Binary, show: Show | None) -> tuple[str, int]:
    level = _SUM if expression.operator in "+-" else _PRODUCT
    left = _operand(expression.left, level, show)
    # 甲 − −乙 would read back well, but nobody writes it so.
    right = _operand(expression.right, _ATOM if isinstance(expression.right, Negation) else level + 1, show)
    return f"{left} {_SIGNS[expression.operator]} {right}", level


def _condition(expression: Comparison | Logical | Not, show: Show | None) -> tuple[str, int]:
    if isinstance(expression, Not):
        return f"非 {_held(expression.operand, _NOT, show)}", _NOT
    if isinstance(expression, Logical):
        level = _AND if expression.operator == "且" else _OR
        operands = (_held(one, level + 1, show) for one in expression.operands)
        return f" {expression.operator} ".join(operands), level
    first, *rest = (_held(one, _SUM, show) for one in expression.operands)
    pairs = zip(expression.operators, rest, strict=True)
    return first + "".join(f" {operator} {operand}" for operator, operand in pairs), _COMPARISON


def _operand(expression: Expression, floor: int, show: Show | None) -> str:
    """Like `_held`; a figure that shows as negative gets brackets as well."""
    text = _held(expression, floor, show)
    return f"({text})" if isinstance(expression, Name | Number) and text.startswith("−") else text


def _leaf(expression: Expression, show: Show | None) -> tuple[str, int]:
    match expression:
        case Number():
            return _number(expression)
        case Truth(value):
            return "是" if value else "否", _ATOM
        case Name(name) if show is not None:
            figure = show(name)
            return f"−{figure[1:]}" if figure.startswith("-") else figure, _ATOM
        case Name(word) | UnitName(word):
            return word if _WORD.fullmatch(word) and word not in _RESERVED else f"「{word}」", _ATOM
        case _:
            raise AssertionError(expression)


def _number(number: Number) -> tuple[str, int]:
    scale = 100 if number.unit == "%" else 1
    text = decimal_text(number.value * scale)
    if text is not None:
        return text + number.unit, _ATOM
    # No text that is parsed makes such a literal; a generated formula may.
    unit = "" if number.unit == "%" else number.unit
    numerator = decimal_text(Fraction(number.value.numerator))
    return f"{numerator}{unit} ÷ {number.value.denominator}", _PRODUCT
