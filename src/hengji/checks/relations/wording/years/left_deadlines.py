"""A deadline past before the document's own year began, or before the day on which it was signed: “2024年10月底前
全部完工” among the measures of 2025."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.days.dates import Date, impossible
from hengji.checks.relations.wording.lines import Line
from hengji.checks.relations.wording.years.left_years import left_standing
from hengji.facts.relation import Relation

__all__ = ["Headings", "find_left_deadlines", "find_past_deadlines"]

_DEADLINE = re.compile(
    r"(?P<year>20\d{2})\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?\s*(?:年?[底末初中]|[上中下]旬|[一二三四]季度)?\s*(?:之?前|以前)"
    r"(?P<what>[^，。；\n]{0,16}?(?:完成|完工|整改|落实|到位|建成|验收|支付|办结|报送|达到|制定|出台|收回|投入使用|清理|整治))"
)
_PAST = re.compile(r"已|原定|原计划|应于|要求|曾|本应|规定|目标为|计划于|批复|约定|合同|上年|去年|未能?|没有|逾期")
_AHEAD = re.compile(r"措施|计划|打算|安排|建议|下一步|下步|改进|整改|纠偏|对策|意见")
_DONE = re.compile(r"已[^，。；]{0,6}$|原定|原计划|曾|本应|上年|去年|逾期|批复|合同|约定")
_BY = re.compile(
    r"(?P<year>20\d{2})\s*年(?:\s*(?P<month>\d{1,2})\s*月)?(?:\s*(?P<day>\d{1,2})\s*日)?\s*(?P<part>年?[底末初中]|[上中下]旬)?\s*(?:之?前|以前)"
)
_WILL = re.compile(r"将|下一步|下步|计划|力争|确保|争取|拟|全部|完成|到位|建成|投入使用|实现|办结")
_VOWED = re.compile(r"将|下一步|下步|力争|确保|争取|拟")
_SIGNED = re.compile(r"(?:.{0,12}(?:日期|时间)\s*[:：]\s*)?20\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?")
_TAIL = 4  # lines at the end among which a report is signed
_HEADING = re.compile(
    r"^[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+[部章])[^\n]{2,40}$", re.MULTILINE
)


def _just_past(by: tuple[int, int, int], signed: Date) -> bool:
    """Whether the paper may have been drafted before the deadline, and signed soon after: no year was mistaken."""
    return (signed.year or by[0]) * 12 + signed.month - by[0] * 12 - by[1] <= 1


class Headings:
    """The headings of a text; a place is under the last before it."""

    def __init__(self, text: str) -> None:
        found = list(_HEADING.finditer(text))
        self._starts = [match.start() for match in found]
        self._titles = [match[0] for match in found]

    def over(self, place: int) -> str:
        index = bisect_left(self._starts, place)
        return self._titles[index - 1] if index else ""


def find_left_deadlines(context: Context, year: int) -> Iterator[Relation]:
    """Under a heading that looks ahead, in a sentence that tells of nothing past."""
    text = context.document.text
    headings = Headings(text)
    for match in _DEADLINE.finditer(text):
        if int(match["year"]) >= year or context.table_at(match.start()) is not None:
            continue
        start, end = context.sentence_at(match.start())
        over = headings.over(match.start())
        if _AHEAD.search(over) and not _PAST.search(text, start, min(end, match.end())):
            yield left_standing(context, match.span("year"), year, f"期限“{match[0]}”", "error")


def find_past_deadlines(
    context: Context, year: int, lines: Sequence[Line], dates: Sequence[Date]
) -> Iterator[Relation]:
    """Before the day of signing, yet in a sentence that looks ahead, under a heading that does."""
    tail = [line for line in lines[-_TAIL:] if _SIGNED.fullmatch(line.text)]
    signed = [date for date in dates if date.year and any(line.start <= date.start < line.end for line in tail)]
    if not signed or impossible(signed[-1]):
        return
    last, flow = signed[-1], flowing(context)
    headings = Headings(flow.text)
    for match in _BY.finditer(flow.text):
        if int(match["year"]) < year or context.table_at(flow.place(match.start())) is not None:
            continue
        by = (int(match["year"]), int(match["month"] or 12), int(match["day"] or 31))
        over = headings.over(match.start())
        sentence = flow.sentence(*match.span())
        before = sentence.partition(match[0])[0]
        ahead = _AHEAD.search(over) and _WILL.search(sentence) and not _DONE.search(before)
        if not ahead or by >= (last.year, last.month, last.day or 1):
            continue
        shown = context.document.text[last.start : last.end]
        yield slip(
            context,
            [(last.start, last.end), flow.of(match)],
            "suspicious" if _just_past(by, last) and not _VOWED.search(sentence) else "error",
            f"打算在“{match[0]}”完成，而材料的落款是“{shown}”，期限已经过了。请核对期限的年份。",
            rule="期限应在落款之后",
            expected=f"晚于{shown}",
            likely=f"{match['year']}应为{int(match['year']) + 1}",
            severity="high",
            kind="year",
        )
