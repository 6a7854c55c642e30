"""Limits told class by class, and cases said to be over them: 1人户不超过 40 平方米，2人户不超过 50 平方米, and the
households 面积超过标准的：甲，1人户，36 平方米.

Each case names its class and its measure, so that its own limit is known; of those listed as over it each must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["limits_by_class"]

_CLASS: Final = r"(?P<class>\d人户|[一二三四五六甲乙丙A-D]级|[一二三四五六]类)"
_MEASURE: Final = r"(?P<n>\d{1,6}(?:\.\d{1,2})?)\s?(?P<u>平方米|万?元|公里|米|天)"
_LIMIT: Final = re.compile(rf"{_CLASS}[^，。；、\d]{{0,8}}?(?:不超过|不得超过|不高于|控制在|≤){_MEASURE}")
_CASE: Final = re.compile(
    rf"{_CLASS}(?![^，。；\d]{{0,8}}(?:不超过|不得超过|不高于|≤))[，、（]?[^，。；\d]{{0,10}}?{_MEASURE}"
)
_OVER: Final = re.compile(r"(?:超过|超出|高于|突破)[^，。；\d]{0,8}(?:标准|限额|上限|规定|控制)|超标准?|超面积")
_DENIED: Final = re.compile(r"(?:未|没有|不|无)[^，。；\d]{0,6}(?:超|突破|高于)")
_FEWEST: Final = 2
_Limits = dict[tuple[str, str], tuple[Fraction, Span]]


def limits_by_class(context: Context, judged: set[int]) -> Iterator[Relation]:
    """Relations of kind ``policy``, errors all, for cases that are listed as over a limit which they keep."""
    flow = flowing(context)
    if "超" not in flow.text:
        return
    limits: _Limits = {}
    for told in _LIMIT.finditer(flow.text):
        limits[told["class"], told["u"]] = Fraction(told["n"]), flow.of(told, "n")
    if len(limits) < _FEWEST:
        return
    for case in _CASE.finditer(flow.text):
        limit = limits.get((case["class"], case["u"]))
        place = flow.of(case, "n")
        sentence = flow.sentence(*case.span())
        over = _OVER.search(sentence) is not None and _DENIED.search(sentence) is None
        if limit is not None and over and Fraction(case["n"]) <= limit[0] and place[0] not in judged:
            yield _relation(context, case, place, limit[1])


def _relation(context: Context, case: re.Match[str], place: Span, limit: Span) -> Relation:
    most = f"{context.document.text[slice(*limit)]}{case['u']}"
    said = f"{case['n']}{case['u']}"
    message = (
        f"{case['class']}的标准是不超过 {most}，这里列为超过标准的却是 {said}，并未超过。请核对数字，或改正所列户数。"
    )
    figures = (piece(context, "limit", *limit), piece(context, "stated", *place))
    return Relation(
        "policy", "error", figures, f"列为超标的应 > {most}", f"> {most}", said, message, "数字误写，或误列。", "high"
    )
