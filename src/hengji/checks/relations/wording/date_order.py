"""Two dates of one thing in one sentence whose order cannot be: 9 月 20 日开工，8 月 30 日竣工."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.dates import Date, impossible
from hengji.facts.relation import Relation

__all__ = ["find_date_order"]

_BEGINS = re.compile(r"^(?:正式|全面|实际)?(?:开工|动工|启动|开始|进场|立项|签订|下达|收到|受理)")
_ENDS = re.compile(
    r"^(?:前|底前)?(?:正式|全面|全部|实际)?(?:竣工|完工|结束|建成|验收|通过验收|完成验收|交付|投入使用|办结|完成施工|拨付到位)(?!的)"
)
_STOP = re.compile(r"[。；\n]")
_APART = 60


def find_date_order(context: Context, dates: Sequence[Date]) -> Iterator[Relation]:
    """Every pair of whole dates, one after the other, of which the first begins and the second ends a thing."""
    text = context.document.text
    for first, last in pairwise(date for date in dates if date.year and date.day and not impossible(date)):
        between = text[first.end : last.start]
        if len(between) > _APART or _STOP.search(between):
            continue
        if _BEGINS.match(between) and _ENDS.match(text[last.end : last.end + 10]) and first.order > last.order:
            yield slip(
                context,
                [(first.start, first.end), (last.start, last.end)],
                "error",
                f"“{text[first.start : first.end]}{between[:2]}”在后，“{text[last.start : last.end + 2]}”反而在前。"
                "请核对两个日期。",
                rule="开始应早于结束",
                expected=f"晚于{text[first.start : first.end]}",
                severity="high",
                kind="year",
            )
