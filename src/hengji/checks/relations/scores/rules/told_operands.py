"""A worked formula against the figures that its own sentence tells it takes: “满意度得分96.87分，…=96.87/100*3=2.91分”.

An operand of many digits that the sentence does not tell, beside one figure told there that is a slip of the pen away
and that the formula does not take, is that figure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span, figure
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.slips import SWAPPED, shape
from hengji.checks.relations.tables.amounts import Amount, significant
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["told_operands"]

_N: Final = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?"
_FORMULA: Final = re.compile(
    rf"[=＝]\s{{0,2}}\$?\s{{0,2}}([(（]?\s?(?:{_N})(?:\s?\\?[%％])?(?:\s{{0,2}}(?:[-+−*/×÷]|\\times)\s{{0,2}}[(（]?(?:{_N})(?:\s?\\?[%％])?[)）]?){{1,8}})\s{{0,2}}[=＝≈]"
)
_OPERAND: Final = re.compile(rf"(?<![\d.])(?:{_N})(?![\d.])")
_OTHER_TIME: Final = re.compile("上年|去年|上一年|同期|往年|前年|全省|全市|平均|目标值?|计划")
_REACH: Final = 160
_LONG: Final = 5  # digits of a figure that a paper has twice in another order only by mistake
_NAME: Final = 16  # characters in front of a figure that say what it is
_DIGITS: Final = 3
"""Figures of fewer digits are a slip away from too many others; those of no more need the sentence to tell the other
operands."""


def told_operands(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, one at most for each formula."""
    text = context.document.text
    for match in _FORMULA.finditer(text) if "=" in text or "＝" in text else ():
        start = max(_begin(context, match.start()), match.start() - _REACH)
        told = [one for one in context.within((start, match.start())) if one.value]
        operands = [
            amount
            for one in _OPERAND.finditer(text, *match.span(1))
            if (amount := amount_at(context, *one.span())) is not None
        ]
        found = list(_slips(told, operands)) if told and context.table_at(match.start()) is None else []
        if len(found) == 1 and not _OTHER_TIME.search(text, start, match.start()):
            yield _relation(*found[0])
        elif not found and context.table_at(match.start()) is None:
            anywhere = context.once(_by_digits, lambda: _by_digits(context))
            yield from _from_afar(text, anywhere, operands, (start, match.start()))


def _by_digits(context: Context) -> Mapping[str, list[Mention]]:
    """The long figures of the paper that are no rates, by their digits in order of size."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in context.mentions:
        if not mention.is_rate and significant(mention.value) >= _LONG:
            found["".join(sorted(_digits(mention.text)))].append(mention)
    return found


def _from_afar(
    text: str, anywhere: Mapping[str, list[Mention]], operands: list[Amount], named: Span
) -> Iterator[Relation]:
    """结转结余率=年末结转结余÷预算总额=432.57÷7445.22, and on another page 年末结转和结余 432.75."""
    for operand in operands:
        alike = anywhere.get("".join(sorted(_digits(operand.text))), []) if not operand.is_rate else []
        values = {one.value for one in alike if one.start != operand.cell.start}
        if operand.value in values or len(values) != 1 or significant(operand.value) < _LONG:
            continue
        told = next(one for one in alike if one.value != operand.value)
        shared = pairs_of(text[slice(*named)]) & pairs_of(text[max(0, told.start - _NAME) : told.start])
        if shape(_digits(told.text), _digits(operand.text)) == SWAPPED and len(shared) > 1:
            yield _relation(told, operand)


def _begin(context: Context, at: int) -> int:
    """Where the sentence begins; a page may have cut its paragraph in two."""
    text = context.document.text
    stop = max(text.rfind(mark, max(0, at - _REACH), at) for mark in "。；;")
    return stop + 1 if stop >= 0 else max(0, at - _REACH)


def _slips(told: list[Mention], operands: list[Amount]) -> Iterator[tuple[Mention, Amount]]:
    values = {_digits(one.text) for one in told}
    taken = {_digits(one.text) for one in operands}
    seen: set[str] = set()
    for operand in operands:
        digits = _digits(operand.text)
        if significant(operand.value) < _DIGITS or digits in values or digits in seen:
            continue
        seen.add(digits)
        near = [one for one in told if _digits(one.text) not in taken and _is_slip(one, operand)]
        others = [other for other in operands if significant(other.value) >= _DIGITS and _digits(other.text) != digits]
        vouched = bool(others) and all(_digits(other.text) in values for other in others)
        if len(near) == 1 and (vouched or significant(operand.value) > _DIGITS):
            yield near[0], operand


def _digits(text: str) -> str:
    return "".join(re.findall(r"[\d.]", text)).rstrip(".")


def _is_slip(one: Mention, operand: Amount) -> bool:
    """One digit other, or two swapped, in a figure written with as many."""
    if one.is_rate != operand.is_rate:
        return False
    a, b = _digits(one.text), _digits(operand.text)
    return len(a) == len(b) and a.find(".") == b.find(".") and bool(shape(a, b)) and Fraction(a or 0) != operand.value


def _relation(told: Mention, operand: Amount) -> Relation:
    slip = shape(_digits(told.text), _digits(operand.text))
    figures = (figure("told", told), operand.figure("stated"))
    message = f"前面写 {told.text}，算式里却用 {operand.text}（{slip}）。请核对后统一。"
    return Relation(
        "repeat",
        "error",
        figures,
        "算式与前文所列一致",
        told.text,
        operand.text,
        message,
        "两处之一误写。",
        "high",
    )
