"""Codes that no account can have: of four, six, eight digits and more, or of an “other” account without 99 at its end.

In the classification the last number of every level, 99, is what is not told apart (其他公安支出 2040299); names that
begin with 其他 under other numbers are few and known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["odd_codes"]

_LONG: Final = re.compile(
    r"(?<![\d.,])(?P<code>2[0-3]\d{6,8})(?![\d.,])\s?(?P<name>[\u4e00-\u9fff]{2,20})"
    r"(?=[（(][款项][）)]|\s?[—－-]{1,2}\s?[\u4e00-\u9fff])"
)
_SAID: Final = re.compile(r"科目编码\s?[:：]?\s?(?P<code>\d{4}|\d{6}|\d{8,10})(?!\d)")
_OTHER: Final = re.compile(
    r"(?<![\d.,])(?P<code>2[0-3]\d{3}(?:\d{2})?)(?![\d.,])\s?(?P<name>其他[\u4e00-\u9fff]{2,16})[（(](?P<level>[款项])[）)]"
)
_KNOWN: Final = frozenset(("20136", "20825", "2082501", "2082502", "22904", "20807"))
_NAMES: Final = re.compile(
    "其他(?:城市|农村)?生活救助|其他共产党事务|其他政府性基金|其他国有土地|其他.*安排的|其他支出$"
)
_DIGITS: Final = {"款": 5, "项": 7}


def odd_codes(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``, each an error."""
    flow = flowing(context)
    for match in _LONG.finditer(flow.text):
        written = f"“{match['code']}”有 {len(match['code'])} 位"
        says = f"{written}，功能分类科目编码类、款、项共 7 位。请核对“{match['name']}”的编码。"
        yield _wrong(context, flow.of(match, "code"), says, "7 位编码")
    for match in _SAID.finditer(flow.text):
        digits = len(match["code"])
        says = f"科目编码“{match['code']}”有 {digits} 位，类、款、项依次为 3、5、7 位。请核对编码。"
        yield _wrong(context, flow.of(match, "code"), says, "3、5 或 7 位编码")
    for match in _OTHER.finditer(flow.text):
        code, name = match["code"], match["name"]
        if code.endswith("99") or code in _KNOWN or _NAMES.match(name) or len(code) != _DIGITS[match["level"]]:
            continue
        says = f"“{name}”的编码写作{code}；“其他……”一类科目的编码末两位是 99。请核对编码。"
        yield _wrong(context, flow.of(match, "code"), says, f"{code[:-2]}99")


def _wrong(context: Context, span: tuple[int, int], says: str, right: str) -> Relation:
    return slip(
        context, [span], "error", says, rule="科目编码应符合政府收支分类", expected=right,
        likely=f"应为{right}", severity="medium",
    )  # fmt: skip
