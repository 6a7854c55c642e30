"""Formulas that the text writes out, ``(666.05-464.99)/464.99*100%=43.24%``: a bounded grammar and its arithmetic.

expression := term (("+" | "-") term)*; term := factor (("*" | "/") factor)*; factor := number "%"? unit? | "(" … ")".
LaTeX and full-width signs are folded first. Every literal is a displayed figure and carries its interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from hengji.checks.intervals import Interval, exactly
from hengji.facts.numbers import read_number

__all__ = ["Equality", "Literal", "equalities"]

_REACH: Final = 160
_TOKENS: Final = 60
_UNIT: Final = r"(?:万元|亿元|千元|元|分|人次|人|个|次|件|家|户|项|起|天|月|年|名|台|辆|套)"
_TOKEN: Final = re.compile(
    rf"\s*(?:(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<percent>\\?[%％])?\s*(?P<unit>{_UNIT}(?:/{_UNIT})?)?|"
    r"(?P<times>[*×＊·xX✕]|\\times|\\cdot)|(?P<over>[/÷／]|\\div)|(?P<plus>[+＋])|(?P<minus>[-−–—－])|"
    r"(?P<open>[(（\[［【{])|(?P<close>[)）\]］】}])|(?P<skip>\$|\\left|\\right|\\,|\\ ))"
)
_RUN: Final = re.compile(
    r"[0-9.,%％*×＊·xX✕/÷／+＋\-−–—－()（）\[\]［］【】{}$\\\s万亿千元分人次个件家户项起天月年名台辆套a-z]*"
)
_OPERATOR: Final = re.compile(r"[*×＊·/÷／+＋\-−－]")
_EQUALS: Final = re.compile(r"[=＝≈]")
_LEAD: Final = re.compile(r"[\s$]{0,12}(?P<minus>[-−－](?=[\s$]{0,4}\d))?[\s$]{0,4}")


@dataclass(frozen=True, slots=True)
class Literal:
    """A number as it is written: its place in the document, value and last digit."""

    start: int
    end: int
    value: Fraction
    step: Fraction
    percent: bool
    unit: str


@dataclass(frozen=True, slots=True)
class Equality:
    """Left of the sign: a formula, its literals and what it can be; right of it: the number that is stated."""

    text: str
    operators: str
    operands: tuple[Literal, ...]
    value: Fraction
    possible: Interval
    stated: Literal


@dataclass(frozen=True, slots=True)
class _Token:
    sign: str
    literal: Literal | None = None


@dataclass(frozen=True, slots=True)
class _Value:
    value: Fraction
    wide: Interval


def equalities(text: str) -> Iterator[Equality]:
    """Every ``formula = number`` in *text*."""
    for sign in _EQUALS.finditer(text):
        left = _left_tokens(text, sign.start())
        stated = _first_literal(text, sign.end())
        if stated is None or left is None:
            continue
        start, tokens = left
        value = _evaluate(tokens)
        operands = tuple(token.literal for token in tokens if token.literal is not None)
        operators = "".join(token.sign for token in tokens if token.sign in "+-*/")
        if value is not None and operators and len(operands) > 1:
            written = re.sub(r"\s+", "", text[start : sign.start()]).replace("$", "").replace("\\%", "%")
            yield Equality(written, operators, operands, value.value, value.wide, stated)


def _tokens(text: str, start: int, end: int) -> list[_Token] | None:
    found: list[_Token] = []
    position = start
    while position < end:
        if text[position:end].isspace():
            break
        match = _TOKEN.match(text, position, end)
        if match is None or len(found) > _TOKENS:
            return None
        position = match.end()
        if match["number"]:
            found.append(_Token("n", _literal(match)))
        elif not match["skip"]:
            names = {"times": "*", "over": "/", "plus": "+", "minus": "-", "open": "(", "close": ")"}
            found.append(_Token(names[match.lastgroup or ""]))
    return found


def _literal(match: re.Match[str]) -> Literal:
    digits = match["number"]
    value = read_number(digits) or Fraction(0)
    step = Fraction(1, 10 ** len(digits.partition(".")[2]))
    percent = bool(match["percent"])
    scale = 100 if percent else 1
    return Literal(
        match.start("number"), match.end("number"), value / scale, step / scale, percent, match["unit"] or ""
    )


def _left_tokens(text: str, end: int) -> tuple[int, list[_Token]] | None:
    """The longest formula that ends at *end*; never one whose beginning was cut off behind an operator."""
    start = end
    while start > max(0, end - _REACH) and _RUN.fullmatch(text[start - 1]) and text[start - 1] != "\f":
        if text[start - 1] == "\n" and not _goes_on(text, start):
            break
        start -= 1
    for begin in (match.start() for match in re.finditer(r"[0-9(（\[［【{]", text[start:end])):
        at = start + begin
        if (at > start and text[at - 1].isdigit()) or text[at - 1 : at] == ".":
            continue
        tokens = _tokens(text, at, end)
        if tokens and _evaluate(tokens) is not None:
            return None if _cut_off(text, at) else (at, tokens)
    return None


def _goes_on(text: str, line: int) -> bool:
    """Whether a formula goes on over the end of its line: an operator stands on one side of it."""
    before, behind = text[max(0, line - 8) : line].rstrip()[-1:], text[line : line + 8].lstrip()[:1]
    return bool(_OPERATOR.match(before) or _OPERATOR.match(behind))


def _cut_off(text: str, at: int) -> bool:
    before = text[max(0, at - 12) : at].replace("$", "").rstrip()
    return bool(re.search(r"(?:[*×＊·/÷／+＋\-−–—－(（\[［【{]|\\times|\\div)$", before))


def _first_literal(text: str, start: int) -> Literal | None:
    match = _LEAD.match(text, start)
    tokens = _TOKEN.match(text, match.end() if match else start)
    if tokens is None or not tokens["number"]:
        return None
    behind = text[tokens.end() : tokens.end() + 8].lstrip("$ ")
    if re.match(r"[*×＊/÷／+＋\-−–—－]|\\times|\\div", behind) and not re.match(r"[-–—]\s*\D", behind):
        return None
    literal = _literal(tokens)
    return replace(literal, value=-literal.value) if match is not None and match["minus"] else literal


def _evaluate(tokens: list[_Token]) -> _Value | None:
    """The value of a whole token list, or None where it is no expression or divides by zero."""
    value, position = _sum(tokens, 0, 0)
    return value if position == len(tokens) else None


def _sum(tokens: list[_Token], at: int, depth: int) -> tuple[_Value | None, int]:
    value, at = _product(tokens, at, depth)
    while value is not None and at < len(tokens) and tokens[at].sign in "+-":
        sign = tokens[at].sign
        other, at = _product(tokens, at + 1, depth)
        if other is None:
            return None, at
        plus = sign == "+"
        value = _Value(
            value.value + (other.value if plus else -other.value),
            value.wide + other.wide if plus else value.wide - other.wide,
        )
    return value, at


def _product(tokens: list[_Token], at: int, depth: int) -> tuple[_Value | None, int]:
    value, at = _factor(tokens, at, depth)
    while value is not None and at < len(tokens) and tokens[at].sign in "*/":
        sign = tokens[at].sign
        other, at = _factor(tokens, at + 1, depth)
        if other is None or (sign == "/" and other.value == 0):
            return None, at
        if sign == "*":
            value = _Value(value.value * other.value, value.wide * other.wide)
        else:
            wide = value.wide.divided_by(other.wide)
            exact = value.value / other.value
            value = _Value(exact, wide if wide is not None else exactly(exact))
    return value, at


def _factor(tokens: list[_Token], at: int, depth: int) -> tuple[_Value | None, int]:
    if at >= len(tokens) or depth > 8:
        return None, at
    token = tokens[at]
    if token.literal is not None:
        literal = token.literal
        whole = literal.step >= 1 or (literal.percent and literal.step == Fraction(1, 100) and literal.value == 1)
        half = Fraction(0) if whole else literal.step / 2
        return _Value(literal.value, Interval(literal.value - half, literal.value + half)), at + 1
    if token.sign == "(":
        value, at = _sum(tokens, at + 1, depth + 1)
        closed = value is not None and at < len(tokens) and tokens[at].sign == ")"
        return (value, at + 1) if closed else (None, at)
    return None, at
