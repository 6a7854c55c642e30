"""Two dates and the number of days that is said to be kept: 批复 on 10 February, 公开 on 24 March, “20日内”."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.days.dates import Date, dates_of, impossible
from hengji.checks.relations.wording.days.paid_after_notice import find_paid_after_notice
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_met_deadlines"]

_WITHIN: Final = re.compile(
    r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:个)?(?P<unit>工作日|自然日|天|日)\s*"
    r"(?:(?:之)?内[^。；\n]{0,30}?(?P<kept>的?(?:规定|要求|时限)|完成|$|[，。；])|(?P<bare>的?(?:规定|要求|时限|期限)|$|(?=[，。；])))"
)
_KEPT: Final = re.compile(r"符合|满足|达到|按照|严格|均在|都在|已在|在[^，。；]{0,16}$|做到|未超过")
_DENIED: Final = re.compile(r"不符合|未(?:能)?在|未按|超过|超出|逾期|晚于|滞后|迟于|违反|没有|应当?在|应于|须在|需在")
_NOT_OVER: Final = re.compile(r"(?:未|没有|不)超过?(?:出)?[^，。；\d]{0,6}$")
_NEVER_OVER: Final = re.compile(r"(?:未|没有|不)超过?")
_FROM: Final = re.compile(r"批复|签订|下达|收到|批准|印发|通过|验收|受理|立项|开标|中标|发布|送达")
_WORKING_WEEK: Final = 5
_LONGEST_BREAK: Final = 10  # days off in a row at the most: 春节, 国庆
_APART: Final = 60
_FAR: Final = 1000


def find_met_deadlines(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``: sentences of exactly two whole dates; and what is paid after a notice."""
    yield from find_paid_after_notice(context)
    flow = flowing(context)
    text = flow.text
    whole = sorted((date for date in dates_of(text) if date.day and not impossible(date)), key=lambda date: date.start)
    starts = [date.start for date in whole]
    for first, last in pairwise(whole):
        start, end = _sentence(text, first.start)
        if (
            not first.year
            or last.end > end
            or last.start - first.end > _APART
            or context.table_at(flow.place(first.start))
        ):
            continue
        if _FROM.search(text[first.end : last.start]) is None and _FROM.search(text[start : first.start]) is None:
            continue
        within = _WITHIN.search(text, last.end, end)
        if within is None or bisect_left(starts, end) - bisect_left(starts, start) != 2:
            continue
        between = text[last.end : within.start()]
        kept = _NOT_OVER if within["bare"] is not None else _KEPT
        denied = _DENIED.search(_NEVER_OVER.sub("", text[start:end]))
        if not denied and (kept.search(between) or within["kept"] == "完成"):
            yield _relation(context, flow, (first, last), within)


def _sentence(text: str, at: int) -> Span:
    low, high = max(0, at - _FAR), min(len(text), at + _FAR)
    start = max(max(text.rfind(stop, low, at) for stop in "。\n") + 1, low)
    ends = [end for stop in "。\n" if (end := text.find(stop, at, high)) >= 0]
    return start, min(ends, default=high)


def _relation(context: Context, flow: Flowing, dates: tuple[Date, Date], within: re.Match[str]) -> Relation:
    first, last = dates
    year = last.year or first.year
    passed = (datetime.date(year, last.month, last.day) - datetime.date(first.year, first.month, first.day)).days
    allowed = whole_number(within["n"])
    working = within["unit"] == "工作日"
    most = allowed + 2 * (allowed // _WORKING_WEEK + 1) + _LONGEST_BREAK if working else allowed
    verdict: Verdict = "ok" if 0 <= passed <= most else "error"
    shown = [flow.text[date.start : date.end] for date in dates]
    message = f"“{shown[0]}”到“{shown[1]}”相隔 {passed} 天"
    message += "，相符。" if verdict == "ok" else f"，文中却说在{within['n']}{within['unit']}内。请核对两个日期或说法。"
    spans: list[Span] = [flow.span(date.start, date.end) for date in dates]
    figures = (
        piece(context, "from", *spans[0]),
        piece(context, "to", *spans[1]),
        piece(context, "stated", *flow.of(within, "n")),
    )
    return Relation(
        "policy", verdict, figures, "两日期相隔的天数", f"{passed} 天", f"{within['n']}{within['unit']}", message,
        "" if verdict == "ok" else "日期误写，或没有按时", "high" if verdict == "error" else "medium",
    )  # fmt: skip
