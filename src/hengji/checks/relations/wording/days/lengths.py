"""A length of time beside the two dates between which it ran: 保修期两年，从2022年6月1日起，到2023年5月31日止.

One sentence that tells two dates and one length tells how far apart they are. Every way of counting is tried: with the
first and the last day, month or year or without them. Where none holds, one of the three is wrong.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.days.told_dates import ToldDate, told_dates
from hengji.facts.relation import Relation

__all__ = ["find_lengths"]

_NUMERAL: Final = r"\d{1,4}|[一二两三四五六七八九十]{1,3}"
_LENGTH: Final = re.compile(
    rf"(?<![\d年.第每约近距早晚前后超逾剩余])(?P<n>{_NUMERAL})\s?(?P<unit>个月|年|日历天|天)(?!\d|[级内前级度底末初中间]|以[内前上下]|之[内前]|[一二三四]季|多|余|来|左右|后|的?第|制|义务|一贯|期的)"
)
_CUE: Final = re.compile(
    r"质保|保修|质量保证|[租工服合]期|期限|期为|有效期|建设期|周期|年限|满|共|计|合|前后|历时|用了|为期|购买期|服务期|整|免费|连续|里|中共"
)
_NOT: Final = re.compile(
    r"提前|延长|推迟|顺延|延期|延误|逾期|超期|超过|距|相差|间隔|缩短|剩余|还剩|尚余|还有|每隔|不少于|不超过|不低于|至少|最长|最多|以内|停工|暂停|中断|扣除|续签|续租|上一期|审计|约"
)
_NAMES: Final = re.compile("质保|保修|服务期|工期|租期|租赁期|合同期|建设期|建设周期|有效期|使用年限")
_RUNS: Final = re.compile(
    r"自|从|起|至|到|止|开始|启动|开工|动工|上岗|撤岗|收尾|收官|结束|完工|竣工|期满|届满|到期|满期|通过验收|验收合格|投药|破土|取得|—|-|～"
)
_TO: Final = re.compile("[即到至止]$|到期日[为是]$|止于$")
_NEAR: Final = 4
_TO_BE: Final = re.compile("计划|预计|力争|拟|争取|要求|确保|目标")
_DONE: Final = re.compile(
    "^(?:之?前)?(?:全部|整体|全面|项目|工程|正式|竣工|建成|并)*(?:完工|竣工|交付|投入|投用|通车|结束|到期|期满|验收|完成|建成|启用|$)"
)
_STOPS: Final = "。；\n"
_FAR: Final = 160
_YEAR: Final = 12
_MOST: Final = {"年": 60, "个月": 240}
_DAYS: Final = 3


def find_lengths(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all."""
    flow = flowing(context)
    done = -1
    for match in _LENGTH.finditer(flow.text):
        begin, end = _sentence(flow.text, match.start(), match.end())
        told = flow.text[begin:end]
        if begin == done or _NOT.search(told) or not _CUE.search(told) or not _RUNS.search(told):
            continue
        lengths = list(_LENGTH.finditer(flow.text, begin, end))
        dates = told_dates(flow.text, begin, end)
        ends = _ends(flow.text, dates) or _ends(flow.text, _outside_brackets(flow.text, dates))
        if len(lengths) != 1 or ends is None or len(set(_NAMES.findall(told))) > 1:
            continue
        if _is_milestone(flow.text, match.start(), ends[1]):
            continue
        exact = all(_exact(flow.text, one) for one in ends)
        if not _holds(*ends, whole_number(match["n"]), match["unit"], exact=exact):
            done = begin
            yield _relation(context, flow, match, dates)


def _is_milestone(text: str, length: int, last: ToldDate) -> bool:
    """2018年9月开工，合同工期660天，计划2019年12月底主体封顶: what is to be done by then is not the whole."""
    planned = length < last.start and _TO_BE.search(text[max(0, last.start - _NEAR) : last.start]) is not None
    behind = re.split("[，。；\n]", text[last.end : last.end + 2 * _YEAR])[0]
    return planned and _DONE.search(behind) is None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    begin = max(max(text.rfind(stop, low, start) for stop in _STOPS) + 1, low)
    return begin, min((at for stop in _STOPS if (at := text.find(stop, end, high)) >= 0), default=high)


def _ends(text: str, dates: list[ToldDate]) -> tuple[ToldDate, ToldDate] | None:
    """The first and the last of two dates, or of one that runs; None where there are more, or one has no year."""
    if len(dates) == 1 and dates[0].ranges and dates[0].year_told:
        return dates[0], dates[0]
    if len(dates) != 2 or any(one.ranges for one in dates) or not dates[0].year_told:
        return None
    first, last = dates
    if first.first[0] == 0 or last.first[0] == 0:
        return None
    if last.first < first.first and not _TO.search(text[max(0, last.start - _NEAR) : last.start]):
        return None
    return first, last


def _outside_brackets(text: str, dates: list[ToldDate]) -> list[ToldDate]:
    return [one for one in dates if text[one.start - 1 : one.start] not in ("（", "(")]


def _holds(first: ToldDate, last: ToldDate, number: int, unit: str, *, exact: bool) -> bool:
    begins, finishes = _day(first.first), _day(last.last)
    if begins is None or finishes is None or number <= 0 or number > _MOST.get(unit, number):
        return True
    if unit.endswith("天"):
        days = (finishes - begins).days
        return abs(days - number) <= 1 if exact else abs(days - number) <= 2 * 31
    months = number * (_YEAR if unit == "年" else 1)
    apart = _YEAR * (last.last[0] - first.first[0]) + last.last[1] - first.first[1]
    if exact:
        after = _day(_months_on(first.first, months))
        near = after is None or abs((finishes - after).days) <= _DAYS
        return near or (apart + 1 == months and first.first[2] <= _DAYS and last.last[2] >= 31 - _DAYS)
    rough = unit == "年" and abs(apart - months) < _YEAR // 2
    return months - 1 <= apart <= months or rough


def _exact(text: str, date: ToldDate) -> bool:
    """Whether days are told: of a period of months each end is one."""
    told = text[date.start : date.end]
    return "日" in told or "号" in told if date.ranges else date.first == date.last


def _day(day: tuple[int, int, int]) -> datetime.date | None:
    year, month, number = day
    for last in (number, 30, 29, 28):
        try:
            return datetime.date(year, month, min(number, last))
        except ValueError:
            continue
    return None


def _months_on(day: tuple[int, int, int], months: int) -> tuple[int, int, int]:
    year, month = divmod(_YEAR * day[0] + day[1] - 1 + months, _YEAR)
    return year, month + 1, day[2]


def _relation(context: Context, flow: Flowing, match: re.Match[str], dates: list[ToldDate]) -> Relation:
    shown = "、".join(flow.text[one.start : one.end] for one in dates)
    message = f"文中的起止日期是“{shown}”，却说是{match[0]}，两者合不上。请核对日期或时长。"
    figures = (
        *(piece(context, "date", *flow.span(one.start, one.end)) for one in dates),
        piece(context, "stated", *flow.of(match)),
    )
    return Relation("year", "error", figures, "起止日期相隔的时长", shown, match[0], message, "日期或时长误写", "high")
