"""Periods that run backwards, or are shorter or longer than they are said to be: 公示5个工作日, 工期90天."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece, slip
from hengji.checks.relations.wording.days.told_dates import DATE, Day, date_matches, told_dates
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_date_spans"]

_TO: Final = re.compile(
    r"[（(]?(?:星期.|周.)?[)）]?\s*起?(?:[^。；\n\d]{0,6}\d{1,3}\s*个?(?:工作日|自然日|日历天|天|日))?，?\s*(?:公示|公告|施工|建设|执行)?(?:至|到|——?|－|-|–|~|～)\s*"
)
_NUMBER: Final = (
    r"(?P<n>\d{1,4}|[一二两三四五六七八九十]{1,3})\s*个?"
    r"(?P<unit>工作日|自然日|日历[天日]|天|日|月|年)(?!\d|内|前|后|之内)"
)
_BEHIND: Final = _NUMBER.replace("<n>", "<m>").replace("<unit>", "<kind>")
_SHOWN: Final = re.compile(
    rf"公[示告](?:期限|期间|期|时间)?(?:为|了|共|满|不少于|：|:)*{_NUMBER}"
    rf"|(?:[（(]共?计?|，共计?){_BEHIND}(?=[）)，。；]|$)"
)
_LASTS: Final = re.compile(
    rf"(?<![质修险保])(?:实际工期|合同工期|工期|服务期限?|合同期限?|建设周期|建设期限?|施工期|实施周期|履行期限|租赁期限?|历时|为期|用时)(?:为|共|是|：|:|约定为|约定)*{_NUMBER}"
)
_ACTUAL: Final = re.compile(r"实际工期|历时|用时")
_BY_MONTH: Final = re.compile(
    r"(?P<y1>20\d\d)\s*年\s*(?P<m1>\d{1,2})\s*月\s*(?:至|到|-|—+|–|~|～)\s*(?:(?P<y2>20\d\d)\s*年\s*)?(?P<m2>\d{1,2})\s*月"
    r"(?:[底末])?\s*[，,（(]\s*(?:共计?|为期|历时|合计|计)\s*(?P<n>\d{1,3})\s*个月"
)
_BY_YEAR: Final = re.compile(
    r"(?<![\d〔\[﹝-])(?P<first>(?:19|20)\d\d)\s?年?\s?(?:—{1,2}|-|－|–|~|～|至)\s?(?P<last>(?:19|20)\d\d)\s?年(?!度?第)"
)
_DAYS: Final = re.compile(r"(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_WEEKDAYS: Final = 5
_NO_HOLIDAYS: Final = frozenset((3, 7, 8, 11))
"""Months in which no Saturday or Sunday is made a working day."""
_LONGEST: Final = 60
_DAYS_OFF: Final = 3  # days by which a period may differ for the day that is counted or not
_YEAR: Final = 12
_MOST: Final = {"年": 50, "月": 600}


@dataclass(frozen=True, slots=True)
class _Period:
    """From one day to the other as written, whichever comes first; `exact` where both name a day and the year is
    told, `start` and `end` in the flowing text."""

    first: Day
    last: Day
    start: int
    end: int
    exact: bool
    years_told: bool


def find_date_spans(context: Context) -> Iterator[Relation]:
    """Every A 至 B, and every pair of dates of a sentence that tells how long it took."""
    flow = flowing(context)
    for period in _periods(flow.text, date_matches(context)):
        if period.last < period.first and (period.years_told or _in_one_month(flow.text[period.start : period.end])):
            yield _backwards(context, flow, period)
        elif period.exact:
            yield from _too_short(context, flow, period)
            yield from _lasting(context, flow, period)
    yield from _took(context, flow)
    yield from _months(context, flow)
    yield from _years(context, flow)


def _in_one_month(told: str) -> bool:
    """7月22日至7月12日: no turn of the year lies between."""
    days = _DAYS.findall(told)
    return len(days) == 2 and days[0][0] == days[1][0]


def _years(context: Context, flow: Flowing) -> Iterator[Relation]:
    """纲要（2011—2010年）: the last year before the first."""
    for match in _BY_YEAR.finditer(flow.text):
        if int(match["last"]) < int(match["first"]):
            yield slip(
                context,
                [flow.span(match.start("first"), match.end("last"))],
                "error",
                f"“{match[0]}”的止年早于起年。请核对年份。",
                rule="起止年份应先后有序",
                expected=f"{match['first']}年以后",
                severity="medium",
                kind="year",
            )


def _months(context: Context, flow: Flowing) -> Iterator[Relation]:
    """2023年1月至2024年12月，共36个月; whether the last month counts is left open."""
    for match in _BY_MONTH.finditer(flow.text):
        first = int(match["y1"]) * _YEAR + int(match["m1"])
        last = int(match["y2"] or match["y1"]) * _YEAR + int(match["m2"])
        told, lasts = int(match["n"]), last - first + 1
        if lasts > 0 and told not in (lasts, lasts - 1):
            yield slip(
                context,
                [flow.span(match.start("y1"), match.start("n")), flow.of(match, "n")],
                "error",
                f"从{match['y1']}年{match['m1']}月到{match['y2'] or match['y1']}年{match['m2']}月是{lasts}个月，"
                f"文中为{told}个月。",
                rule="起止月份与月数应一致",
                expected=f"{lasts}个月",
                severity="medium",
                kind="year",
            )


def _periods(text: str, dates: Sequence[re.Match[str]]) -> Iterator[_Period]:
    for first, last in pairwise(dates):
        if (
            first.end() > last.start()
            or last.start() - first.end() > 24
            or not _TO.fullmatch(text, first.end(), last.start())
        ):
            continue
        if last["told"]:
            continue
        yield _period(text, first, last)


def _period(text: str, first: re.Match[str], last: re.Match[str]) -> _Period:
    (begin,) = told_dates(text, *first.span())[:1]
    (end,) = told_dates(text, *last.span())[:1]
    high = end.last if end.year_told else (begin.first[0], *end.last[1:])
    exact = (
        begin.year_told
        and begin.first == begin.last
        and end.first == end.last
        and _exists(begin.first)
        and _exists(high)
    )
    told = begin.year_told and end.year_told
    return _Period(begin.first, high, first.start(), last.end(), exact and high >= begin.first, told)


def _exists(day: Day) -> bool:
    try:
        datetime.date(*day)
    except ValueError:
        return False
    return True


def _backwards(context: Context, flow: Flowing, period: _Period) -> Relation:
    span = flow.span(period.start, period.end)
    return slip(
        context,
        [span],
        "error",
        f"“{flow.text[period.start : period.end]}”的终止日期早于起始日期。请核对两个日期。",
        rule="终止日期不早于起始日期",
        expected="起始日期在前",
        severity="high",
        kind="year",
    )


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, as far as a semicolon or a line reaches, so that the period of one thing is not held against
    the days of another."""
    low, high = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    begin = max(max(text.rfind(stop, low, start) for stop in "。；\n") + 1, low)
    stops = [found for stop in "。；\n" if (found := text.find(stop, end, high)) >= 0]
    return begin, min(stops, default=high)


def _too_short(context: Context, flow: Flowing, period: _Period) -> Iterator[Relation]:
    """公示5个工作日 from the 17th to the 19th."""
    begin, end = _sentence(flow.text, period.start, period.end)
    if "公示" not in flow.text[begin:end] and "公告" not in flow.text[begin:end]:
        return
    told = list(_SHOWN.finditer(flow.text, begin, end))
    if len(told) != 1 or _other_dates(flow.text, begin, end, period):
        return
    group = "n" if told[0]["n"] else "m"
    unit = told[0]["unit"] or told[0]["kind"]
    wanted = whole_number(told[0][group])
    days = _days(period)
    if unit in ("月", "年") or not 0 < wanted <= _LONGEST:
        return
    working = sum(1 for day in range(days) if _weekday(period.first, day) < _WEEKDAYS)
    may_work = days if not {period.first[1], period.last[1]} <= _NO_HOLIDAYS else working
    verdict: Verdict = "ok"
    if days < wanted or (unit == "工作日" and may_work < wanted):
        verdict = "error"
    elif unit == "工作日" and working + 1 < wanted:
        verdict = "suspicious"
    yield _counted(context, flow, period, told[0].span(group), (f"{days}天（其中工作日约{working}天）", unit, verdict))


def _lasting(context: Context, flow: Flowing, period: _Period) -> Iterator[Relation]:
    """工期120天 from the 1st of April to the 29th of May."""
    begin, end = _sentence(flow.text, period.start, period.end)
    told = list(_LASTS.finditer(flow.text, begin, end))
    if len(told) != 1 or _other_dates(flow.text, begin, end, period) or told[0]["unit"] == "工作日":
        return
    off = _off(period, whole_number(told[0]["n"]), told[0]["unit"])
    verdict: Verdict = "ok" if off <= _DAYS_OFF else "error"
    yield _counted(context, flow, period, told[0].span("n"), (f"{_days(period)}天", told[0]["unit"], verdict))


def _took(context: Context, flow: Flowing) -> Iterator[Relation]:
    """3月1日开工，3月25日竣工，实际工期90天."""
    text = flow.text
    for told in _ACTUAL.finditer(text):
        begin, end = _sentence(text, *told.span())
        counted = _LASTS.match(text, told.start(), end)
        dates = list(DATE.finditer(text, begin, told.start()))
        if counted is None or len(dates) != 2 or _TO.fullmatch(text, dates[0].end(), dates[1].start()):
            continue
        period = _period(text, dates[0], dates[1])
        if period.exact and counted["unit"] != "工作日":
            off = _off(period, whole_number(counted["n"]), counted["unit"])
            verdict: Verdict = "ok" if off <= _DAYS_OFF else "error"
            yield _counted(context, flow, period, counted.span("n"), (f"{_days(period)}天", counted["unit"], verdict))


def _other_dates(text: str, begin: int, end: int, period: _Period) -> bool:
    """Whether the sentence tells of more than this period."""
    return any(not period.start <= match.start() < period.end for match in DATE.finditer(text, begin, end))


def _days(period: _Period) -> int:
    """Both ends counted."""
    return (datetime.date(*period.last) - datetime.date(*period.first)).days + 1


def _weekday(day: Day, after: int) -> int:
    return (datetime.date(*day) + datetime.timedelta(days=after)).weekday()


def _off(period: _Period, number: int, unit: str) -> int:
    """By how many days the period differs from *number* days, months or years; a calendar year is no length."""
    if number > _MOST.get(unit, number):
        return 0
    if unit not in ("月", "年"):
        return abs(_days(period) - number)
    year, month = divmod(_YEAR * period.first[0] + period.first[1] - 1 + number * (_YEAR if unit == "年" else 1), _YEAR)
    ends = datetime.date(year, month + 1, 1) + datetime.timedelta(days=period.first[2] - 1)
    return abs((datetime.date(*period.last) - ends).days)


def _counted(
    context: Context, flow: Flowing, period: _Period, stated: tuple[int, int], shown: tuple[str, str, Verdict]
) -> Relation:
    computed, unit, verdict = shown
    number = flow.text[slice(*stated)]
    says = (
        "相符。"
        if verdict == "ok"
        else f"文中却说是{number}{'个' if unit in ('工作日', '月') else ''}{unit}。请核对日期或天数。"
    )
    return Relation(
        "policy",
        verdict,
        (piece(context, "period", *flow.span(period.start, period.end)), piece(context, "stated", *flow.span(*stated))),
        "起止日期相隔的天数",
        computed,
        f"{number}{unit}",
        f"“{flow.text[period.start : period.end]}”共{computed}，{says}",
        "" if verdict == "ok" else "日期或天数误写",
        "high" if verdict == "error" else "medium",
    )
