"""What a budget says of its own year under last year's: 原因是2025年无公车购置计划, 六、年度预算安排…2025年安排.

Last year's budget may be told beside this year's; where nothing near by is of this year, the sentence was left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.wording.years.left_years import left_standing
from hengji.facts.relation import Relation

__all__ = ["find_left_plans"]

_REASON: Final = re.compile(
    r"原因(?:是|为|：)\s?(?P<year>20\d\d)\s?年度?(?:无|没有|未(?:安排|编制|计划))[^，。；\n\d]{0,14}(?:计划|安排|购置|任务|预算|支出|事项)"
)
_GRANTED: Final = re.compile(
    r"(?P<head>年度预算安排|年度资金安排|预算安排情况)\s*\n(?P<text>[^\n]*(?:\n[^\n]*){0,3}?)(?P<year>20\d\d)\s?年度?"
    r"(?:计划|预算|拟)?安排[^，。；\n\d]{0,10}\d"
)
_AROUND: Final = 160


def find_left_plans(context: Context, year: int) -> Iterator[Relation]:
    """Relations of kind ``year``, each a question, in the budget of *year*."""
    if context.facts.kind != "budget":
        return
    flow = flowing(context)
    for pattern, what in ((_REASON, "说明本年预算的原因时"), (_GRANTED, "本年预算安排")):
        for match in pattern.finditer(flow.text):
            around = re.sub(r"\s", "", flow.text[match.start() : match.end() + _AROUND])
            beside = pattern is _GRANTED and f"{year}年" in around
            if int(match["year"]) == year - 1 and not beside:
                yield left_standing(context, flow.of(match, "year"), year, what, "suspicious")
