"""Two signs of comparison before one figure: ≥＝98%, ≤≥5%, ≥≥90%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_two_signs"]

_SIGNS = re.compile(
    r"(?<![≥≤≧≦＝=＞＜<>!:：\-—])(?P<signs>[≥≤≧≦＝=＞＜<>]\s?[≥≤≧≦＝=＞＜<>])(?![≥≤≧≦＝=＞＜<>])"
    r"\s*\d[\d,]*(?:\.\d+)?\s*(?:[%％]|[\u4e00-\u9fff]{1,3})?"
)
_ONE_SIGN = frozenset((">=", "<=", "==", "<>", "＞＝", "＜＝", "＞=", "＜=", ">＝", "<＝", "=>", "=<"))
"""Typed on a keyboard, these are one sign."""


def find_two_signs(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """The value of a goal cannot be read: at least so much, or exactly so much?"""
    for line in lines:
        for match in _SIGNS.finditer(line.text):
            signs = re.sub(r"\s", "", match["signs"])
            if signs in _ONE_SIGN:
                continue
            yield slip(
                context,
                [(line.start + match.start(), line.start + match.end())],
                "error",
                f"“{match[0]}”连写了两个符号“{signs}”，不知道要求的是哪一个。请只留一个。",
                rule="指标值只用一个符号",
                expected=f"{signs[0]} 或 {signs[1]}" if signs[0] != signs[1] else signs[0],
                likely="多写了一个符号",
                severity="medium",
            )
