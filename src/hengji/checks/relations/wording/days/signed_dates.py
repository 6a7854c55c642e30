"""The date under a report: nothing in it happened later, and it was not signed before the time that it reports on;
nor was the work of evaluating it done before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.days.dates import Date, impossible
from hengji.checks.relations.wording.lines import Line
from hengji.checks.relations.wording.years.left_years import REVIEWS
from hengji.facts.relation import Relation

__all__ = ["find_after_the_report", "find_looked_at", "find_signed_before", "find_worked_before"]

_DEADLINE = re.compile(
    r"前|之前|期限|计划|拟|将|预计|截至|截止|至|有效|到期|起|[-—~～]|实施周期|以后|争取|力争|下一步|应|须|[底末]\s"
)
"""What a date is that something is due by; 11月底 at the end of a cell's line goes on with 前 in the next."""
_DATE_ALONE = re.compile(r"(?:.{0,12}(?:日期|时间)\s*[:：]\s*)?(20\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?")
_LOOKS_BACK = re.compile(r"监控|自评|评价|决算|执行情况|总结|核查|完成情况")
_WHOLE_YEAR = re.compile(r"12\s*月\s*31\s*日|年末|年底|全年(?!预算)")
_WORKED = re.compile(
    r"(?:评价|自评|核查|复核)(?:工作)?(?:[^。；，\n\d]{0,9}(?:于|自|从|在)|小?组[^。；，\n\d]{0,6}[，,](?:于|自|从|在)"
    r"|小?组(?:[^。；\n\d]{0,24}[，,])?[^，。；\n\d]{0,6}\d{1,2}\s*[人名](?:同志)?(?:组成)?[，,](?:于|自|从|在)?)\s*(?P<year>20\d{2})\s*年\s*(?P<month>\d{1,2})\s*月"
    r"[^。；\n]{0,60}?(?:开展|进行|实施|完成|启动|组织)"
)
_LOOKED_AT = re.compile(
    r"(?:于|自|从|在)\s?(?P<year>20\d{2})\s?年\s?(?P<month>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?日)?[^。；\n]{0,14}?[，,]?\s?对(?:该|本|上述|所有|各|全部)?项目"
    r"[^。；\n]{0,24}(?:完成|绩效|效果|实施|执行)[^。；\n]{0,10}?(?:进行|开展)了?[^。；\n]{0,6}(?:调查|核查|自评|评价|检查|抽查)"
)
_RELEASED = re.compile(r"发布(?:时间|日期)\s?[：:]\s?(20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})")
_PLANS = re.compile(r"目标|计划|预算(?!执行|支出|绩效自评|项目|单位)|草案|安排|打算")
_DONE_BEFORE = re.compile(r"已经?(?:于|在)?\s*$")
_DONE_BEHIND = re.compile(
    r"[^，。；\n]{0,10}(?:完成|通过|到位|拨付|发放|竣工|完工|办结|签订|支付|召开|举办|印发|批复|开工|投用|交付)(?!后|前|时|期|的)[^，。；\n]{0,8}[，。；]"
)
_OF_ANOTHER_YEAR = re.compile("上年|上一年|以前年度|中期|监控|事前|事中|半年|20[0-9]{2} ?年度")
_LABELLED = re.compile(
    r"(?:^|[，。；,（(\s])(?:公开|发布|公示|填报|编制|填表|制表|填写|报告|报送|成文)(?:日期|时间)\s*[:：]\s*(?=20\d{2}\s*年)"
)
_OF_OTHERS = re.compile("预算(?!单位)|上年|办法|制度|《|目标|监控|审计")
_PAGE = re.compile(r"[-—–\s]{0,4}第?\d{0,3}页?[-—–\s]{0,4}")
_ANNEX = re.compile(r"附(?:件|表|录)\s*\d*\s*(?:$|[:：])")
_HEAD = 600  # characters in which a report says of what it is
_AUTUMN = 9  # the last month in which a year's whole result cannot be told
_TAIL = 3  # lines at the end among which a report is signed
_COVER = 5  # lines at the head that a cover's date is among
_LEAST = 20  # lines of a paper that has a cover


def _alone(lines: Sequence[Line]) -> set[int]:
    """Where dates stand that fill their line."""
    return {line.start + match.start(1) for line in lines if (match := _DATE_ALONE.fullmatch(line.text))}


def _labelled(lines: Sequence[Line]) -> set[int]:
    """Where dates stand that a line at the end calls its own paper's: 公开日期：2022年9月22日。"""
    last = [line for line in lines[-_TAIL:] if not _OF_OTHERS.search(line.text)]
    return {line.start + match.end() for line in last for match in _LABELLED.finditer(line.text)}


def _above_annexes(lines: Sequence[Line]) -> set[int]:
    """Where lines begin whose next one opens an annex: a report is signed above its annexes."""
    pairs = pairwise(line for line in lines if not _PAGE.fullmatch(line.text))
    return {line.start for line, following in pairs if _ANNEX.match(following.text)}


def find_signed_before(context: Context, lines: Sequence[Line], dates: Sequence[Date]) -> Iterator[Relation]:
    """填报日期：2022年7月12日 under the report on 2023."""
    year = context.facts.year
    if year is None or not (context.facts.kind in REVIEWS or _LOOKS_BACK.search(context.facts.title)):
        return
    if not _is_named(context, year):
        return
    plan = _PLANS.search(context.facts.title) is not None
    tail = lines[-_TAIL].start if len(lines) >= _TAIL else 0
    cover = lines[_COVER].start if len(lines) > _LEAST else 0
    whole = context.facts.kind in REVIEWS and _WHOLE_YEAR.search(context.document.text) is not None
    alone = _alone(lines) | _labelled(lines)
    above = _above_annexes(lines)
    for date in dates:
        if plan and (date.year, date.month > _AUTUMN) == (year - 1, True):
            continue  # what is planned for a year is signed before it
        early = bool(date.year and (date.year < year or (whole and date.year == year and date.month <= _AUTUMN)))
        if (
            date.start in alone
            and (date.start >= tail or date.start < cover or date.start in above)
            and early
            and not impossible(date)
        ):
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


def _is_named(context: Context, year: int) -> bool:
    """Whether the title, or a form, says that the report is of *year*; a plan for a later year that the text
    speaks of is no reason to doubt the date under it."""
    head = context.document.text[:_HEAD]
    return str(year) in context.facts.title or re.search(rf"{year}\s*年度", head) is not None


def find_worked_before(context: Context) -> Iterator[Relation]:
    """评价组于2023年4月至6月开展现场评价, of what was done in 2024."""
    year = context.facts.year
    if year is None or context.facts.kind not in REVIEWS:
        return
    flow = flowing(context)
    for match in _WORKED.finditer(flow.text):
        own = int(match["year"])
        told = flow.text[match.start() : match.end()].replace(f"{year}年度", "")
        if _OF_ANOTHER_YEAR.search(told + flow.text[match.end() : match.end() + 20].split("。")[0]):
            continue
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


def find_looked_at(context: Context) -> Iterator[Relation]:
    """于2021年12月6日至8日，对该项目…完成情况进行了调查, of what 2022 paid for, or after the day of release."""
    year, flow = context.facts.year, flowing(context)
    released = _RELEASED.search(context.document.text[:_HEAD])
    last = tuple(int(part) for part in released.groups()) if released is not None else None
    for match in _LOOKED_AT.finditer(flow.text):
        day = int(match["year"]), int(match["month"]), int(match["day"] or 1)
        early = year is not None and day[0] < year and context.facts.kind in REVIEWS
        late = last is not None and day > last
        if early or late:
            why = f"材料说的是{year}年度的项目，对项目的调查却在其之前" if early else "对项目的调查却在发布日期之后"
            yield slip(
                context,
                [flow.of(match, "year")],
                "error",
                f"{why}（“{match[0][:24]}”）。请核对年份。",
                rule="评价工作应在所述年度开始之后、发布之前",
                expected=f"{year}年或发布之前",
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
                "error" if date.start < last.start and _told_as_done(text, date) else "suspicious",
                f"落款日期是“{text[last.start : last.end]}”，文中的“{text[date.start : date.end]}”在其后。"
                f"请核对两个日期。",
                rule="所述事项应在落款之前",
                expected=f"不晚于{text[last.start : last.end]}",
                severity="medium",
                kind="year",
            )


def _told_as_done(text: str, date: Date) -> bool:
    """已于2025年6月20日发放到位, where the day is told and nothing in the sentence before it speaks of a plan."""
    line = text.rfind("\n", 0, date.start)
    sentence = text[max(line, *(text.rfind(stop, line + 1, date.start) for stop in "。；")) + 1 : date.start]
    if not date.day or _DEADLINE.search(sentence) is not None:
        return False
    return _DONE_BEFORE.search(sentence) is not None and _DONE_BEHIND.match(text, date.end) is not None
