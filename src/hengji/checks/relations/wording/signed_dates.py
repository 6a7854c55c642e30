"""The date under a report: nothing in it happened later, and it was not signed before the time that it reports on;
nor was the work of evaluating it done before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.dates import Date, impossible
from hengji.checks.relations.wording.left_years import REVIEWS
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_after_the_report", "find_signed_before", "find_worked_before"]

_DEADLINE = re.compile(
    r"前|之前|期限|计划|拟|将|预计|截至|截止|至|有效|到期|起|[-—~～]|实施周期|以后|争取|力争|下一步|应|须"
)
_DATE_ALONE = re.compile(r"(?:.{0,12}(?:日期|时间)\s*[:：]\s*)?(20\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?")
_LOOKS_BACK = re.compile(r"监控|自评|评价|决算|执行情况|总结|核查|完成情况")
_WHOLE_YEAR = re.compile(r"12\s*月\s*31\s*日|年末|年底|全年(?!预算)")
_WORKED = re.compile(
    r"(?:评价|自评|核查|复核)(?:工作)?(?:小?组|机构|单位|人员)?[^。；，\n\d]{0,6}(?:于|自|从|在)\s*(?P<year>20\d{2})\s*年\s*(?P<month>\d{1,2})\s*月"
    r"[^。；\n]{0,60}?(?:开展|进行|实施|完成|启动|组织)"
)
_AUTUMN = 9  # the last month in which a year's whole result cannot be told
_TAIL = 3  # lines at the end among which a report is signed


def _alone(lines: Sequence[Line]) -> set[int]:
    """Where dates stand that fill their line."""
    return {line.start + match.start(1) for line in lines if (match := _DATE_ALONE.fullmatch(line.text))}


def find_signed_before(context: Context, lines: Sequence[Line], dates: Sequence[Date]) -> Iterator[Relation]:
    """填报日期：2022年7月12日 under the report on 2023."""
    year = context.facts.year
    if year is None or not (context.facts.kind in REVIEWS or _LOOKS_BACK.search(context.facts.title)):
        return
    tail = lines[-_TAIL].start if len(lines) >= _TAIL else 0
    whole = context.facts.kind in REVIEWS and _WHOLE_YEAR.search(context.document.text) is not None
    alone = _alone(lines)
    for date in dates:
        early = bool(date.year and (date.year < year or (whole and date.year == year and date.month <= _AUTUMN)))
        if date.start in alone and date.start >= tail and early and not impossible(date):
            found = context.document.text[date.start : date.end]
            yield slip(
                context,
                [(date.start, date.end)],
                "error",
                f"落款日期“{found}”早于材料所述的{year}年，这时{year}年全年的情况还没有发生。请核对落款年份。",
                rule="落款应在所述年度开始之后",
                expected=f"{year}年年末以后",
                likely=f"{date.year}应为{year + 1}" if date.year == year else f"{date.year}应为{year}或{year + 1}",
                severity="high",
                kind="year",
            )


def find_worked_before(context: Context) -> Iterator[Relation]:
    """评价组于2023年4月至6月开展现场评价, of what was done in 2024."""
    year = context.facts.year
    if year is None or context.facts.kind not in REVIEWS:
        return
    flow = flowing(context)
    for match in _WORKED.finditer(flow.text):
        own = int(match["year"])
        if own < year or (own == year and int(match["month"]) <= _AUTUMN and _signed_after(context, year)):
            yield slip(
                context,
                [flow.of(match, "year")],
                "error",
                f"材料评价的是{year}年度，评价工作却在{match['year']}年（“{match[0][:30]}”）。请核对年份。",
                rule="评价工作应在所述年度开始之后",
                expected=f"{year}年或{year + 1}年",
                likely=f"{match['year']}应为{year + 1}",
                severity="high",
                kind="year",
            )


def _signed_after(context: Context, year: int) -> bool:
    """Whether the report was signed in a later year than the one that it reports on."""
    lines = [line.strip() for line in context.document.text.rstrip().rsplit("\n", _TAIL)[1:]]
    return any((match := _DATE_ALONE.fullmatch(line)) is not None and int(match[1]) > year for line in lines)


def find_after_the_report(context: Context, lines: Sequence[Line], dates: Sequence[Date]) -> Iterator[Relation]:
    """Something that happened after the report was signed."""
    alone = _alone(lines)
    signed = [date for date in dates if date.start in alone and date.day and not impossible(date)]
    if not signed:
        return
    last, text = max(signed, key=lambda date: date.start), context.document.text
    for date in dates:
        if date.start in alone or not date.year or date.order <= last.order or impossible(date):
            continue
        around = text[max(0, date.start - 8) : date.end + 6]
        if _DEADLINE.search(around) is None and context.facts.kind in REVIEWS:
            yield slip(
                context,
                [(last.start, last.end), (date.start, date.end)],
                "suspicious",
                f"落款日期是“{text[last.start : last.end]}”，文中的“{text[date.start : date.end]}”在其后。"
                f"请核对两个日期。",
                rule="所述事项应在落款之前",
                expected=f"不晚于{text[last.start : last.end]}",
                severity="medium",
                kind="year",
            )
