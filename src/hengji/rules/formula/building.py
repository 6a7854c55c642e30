"""lark's parse tree → our syntax tree. Each method is one alternative of the grammar; none recurses."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from fractions import Fraction
from typing import cast

from lark import Token, v_args
from lark.visitors import Transformer_NonRecursive

from hengji.facts.findings import Findings
from hengji.facts.numbers import MAX_DECIMALS, MAX_DIGITS, read_number
from hengji.facts.units import read_unit
from hengji.rules.formula.places import pointed
from hengji.rules.formula.syntax import (
    Binary,
    BinaryOperator,
    Call,
    Comparison,
    ComparisonOperator,
    Expression,
    Function,
    Logical,
    Name,
    Negation,
    Not,
    Number,
    Span,
    Truth,
    UnitName,
)

__all__ = ["ARITY", "Builder"]

MANY = 1_000
ARITY: dict[Function, tuple[int, int]] = {
    "绝对值": (1, 1),
    "最大": (1, MANY),
    "最小": (1, MANY),
    "合计": (1, MANY),
    "四舍五入": (2, 2),
    "如果": (3, 3),
    "换算": (2, 2),
    "向下取整": (1, 1),
    "向上取整": (1, 1),
}
"""How many arguments each function that people may write takes: at least, at most."""

_DIGITS_AND_UNIT = re.compile(r"([0-9.,]+)\s*(.*)")
_SAME: dict[str, ComparisonOperator] = {"<=": "≤", ">=": "≥", "==": "=", "!=": "≠", "<>": "≠"}


@v_args(inline=True)
class Builder(Transformer_NonRecursive[Token, Expression]):
    """Collects what the grammar cannot see (number bounds, functions and their arguments) in `findings`."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.findings = Findings()

    def number(self, token: Token) -> Expression:
        span = _span(token)
        digits, unit = _DIGITS_AND_UNIT.fullmatch(token).groups()  # type: ignore[union-attr]  # the grammar saw to it
        if "," in digits:
            advice = f"写成 {digits.replace(',', '')}；若是函数的几个参数，在逗号后留空格"
            message, found = "数字中不能写千位分隔符", f"“{digits}”"
            self._error("formula-syntax", message, span[0], found=found, advice=advice)
        value = read_number(digits.replace(",", ""))
        if value is None:
            bounds = f"整数部分不超过{MAX_DIGITS}位，小数不超过{MAX_DECIMALS}位"
            self._error("formula-bounds", "数字太大或太细", span[0], found=f"“{digits}”", expected=bounds)
            value = Fraction(0)
        return Number(value / 100 if unit == "%" else value, unit, span)

    def truth(self, token: Token) -> Expression:
        return Truth(token.type == "YES", _span(token))

    def name(self, token: Token) -> Expression:
        # Taken from the text as written: normalising serves the operators, not what people call things.
        start, end = _span(token)
        written = self._text[start:end]
        if written.startswith("「"):
            written = written[1:-1].strip()
            if not written:
                self._error("formula-syntax", "「」里没有名称", start)
        return Name(written, (start, end))

    def bracketed(self, left: Token, inner: Expression, right: Token) -> Expression:
        return replace(inner, span=(_span(left)[0], _span(right)[1]))

    def negation(self, minus: Token, operand: Expression) -> Expression:
        return Negation(operand, (_span(minus)[0], operand.span[1]))

    def inverse(self, sign: Token, operand: Expression) -> Expression:
        return Not(operand, (_span(sign)[0], operand.span[1]))

    def binary(self, left: Expression, sign: Token, right: Expression) -> Expression:
        return Binary(cast(BinaryOperator, str(sign)), left, right, _across(left, right))

    def comparison(self, *parts: Expression | Token) -> Expression:
        operands = tuple(part for part in parts if not isinstance(part, Token))
        signs = tuple(str(part) for part in parts if isinstance(part, Token))
        operators = tuple(_SAME.get(sign) or cast(ComparisonOperator, sign) for sign in signs)
        return Comparison(operands, operators, _across(operands[0], operands[-1]))

    def conjunction(self, *operands: Expression) -> Expression:
        return Logical("且", operands, _across(operands[0], operands[-1]))

    def disjunction(self, *operands: Expression) -> Expression:
        return Logical("或", operands, _across(operands[0], operands[-1]))

    def call(self, callee: Token, _left: Token, *rest: Expression | Token) -> Expression:
        start = _span(callee)[0]
        arguments = tuple(part for part in rest if not isinstance(part, Token))
        span = (start, _span(cast(Token, rest[-1]))[1])
        function = next((known for known in ARITY if known == callee), None)
        if function is None:
            self._unknown_function(str(callee), start)
            return Truth(False, span)
        least, most = ARITY[function]
        if not least <= len(arguments) <= most:
            message, advice = f"“{function}”的参数个数不对", _USAGE.get(function, "")
            counts = {"found": f"{len(arguments)}个", "expected": f"{least}个"}
            self._error("formula-function", message, start, advice=advice, **counts)
        elif function == "换算":
            arguments = (arguments[0], self._unit(arguments[1]))
        return Call(function, arguments, span)

    def _unit(self, argument: Expression) -> Expression:
        unit = read_unit(argument.name) if isinstance(argument, Name) else None
        if unit is None or not unit.powers:
            message, found = "“换算”的第二个参数应是单位", f"“{self._text[slice(*argument.span)]}”"
            self._error("formula-function", message, argument.span[0], found=found, advice=_USAGE["换算"])
            return argument
        return UnitName(str(unit), argument.span)

    def _unknown_function(self, callee: str, at: int) -> None:
        if callee == "缺":
            message = "“缺”只出现在系统生成的公式里，不能自己写"
            advice = "缺少数据时如何计分，在规则里另行规定"
        else:
            near = get_close_matches(callee, ARITY, n=1, cutoff=0.3)
            hint = f"可能是指“{near[0]}”；" if near else f"可用的函数：{'、'.join(ARITY)}；"
            message = f"没有“{callee}”这个函数"
            advice = hint + "若是名称里带括号，用「」把整个名称括起来"
        self._error("formula-function", message, at, advice=advice)

    def _error(self, code: str, message: str, at: int, found: str = "", expected: str = "", advice: str = "") -> None:
        excerpt = pointed(self._text, at)
        self.findings.error(message, code=code, found=found, expected=expected, advice=advice, excerpt=excerpt)


_USAGE: dict[Function, str] = {
    "四舍五入": "写成 四舍五入(数, 保留几位小数)",
    "如果": "写成 如果(条件, 成立时的值, 不成立时的值)",
    "换算": "写成 换算(金额, 万元)",
}


def _span(token: Token) -> Span:
    return (token.start_pos or 0, token.end_pos or 0)


def _across(first: Expression, last: Expression) -> Span:
    return (first.span[0], last.span[1])
