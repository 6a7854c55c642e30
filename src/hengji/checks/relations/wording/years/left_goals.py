"""Last year's deadline in the goals of this year: “目标1：2024年底前改造渠系68公里” in the goals of 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.wording.years.left_years import left_standing
from hengji.facts.relation import Relation

__all__ = ["find_left_goals"]

_BY: Final = re.compile(
    r"(?P<year>20\d{2})\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?\s*(?:年?[底末初]|[上中下]旬|[一二三四]季度)?\s*(?:之?前|以前)"
    r"(?=(?P<what>[^，。；;\n\t]{2,40}))"
)
_GOALS: Final = re.compile(r"(?P<long>(?:中长期|中期|长期|实施期|规划期?|三年|项目总)[^，。；\n\t]{0,4}目标)|目标")
_OTHER: Final = re.compile(r"完成情况|实际完成|完成值|原因|措施|依据|背景|概况|上年|去年|往年")
_LED: Final = re.compile(r"(?:[对将把在从支付给就至截含]|以前年度|结转)$")
_PAST: Final = re.compile(
    r"^[^\d，。；]{0,10}的|已|未|基础上|以来|存量|结转|结余|遗留|历年|上年|尾款|余款|欠款|立项|^(?:开工|成立|登记|入库|出台|印发)|改造前"
)
_BACK: Final = 400  # characters from the label 目标 to the deadline


def find_left_goals(context: Context, year: int) -> Iterator[Relation]:
    """Under the goals of the year, in a clause that promises and does not tell what was there before."""
    flow = flowing(context)
    for match in _BY.finditer(flow.text):
        if int(match["year"]) != year - 1:
            continue
        before = flow.text[max(0, match.start() - _BACK) : match.start()]
        label = next(iter(reversed(list(_GOALS.finditer(before)))), None)
        if label is None or label["long"] or _OTHER.search(before, label.end()) or before.count("\n", label.end()) > 1:
            continue
        if not _LED.search(before) and not _PAST.search(match["what"]):
            yield left_standing(context, flow.span(*match.span("year")), year, f"目标的期限“{match[0]}”", "error")
