"""Last year's year in the caption of a table that can only be of this one: 表3 2022年度…评价指标评分表 in the
evaluation of 2023; 表2 2022年末低保对象分布情况 below 截至2023年末，低保对象9315人, which is the table's total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.wording.lines import Line
from hengji.checks.relations.wording.years.left_years import OTHERS, REVIEWS, left_standing
from hengji.facts.document import Table
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["find_caption_years"]

_CAPTION: Final = re.compile(
    r"^(?:[附续]?表\s*[\d一二三四五六七八九十]{1,2}(?:[-—.]\d{1,2})?[\s：:、.]*(?P<what>[^，。；]{4,50})"
    r"|[^，。；、：]{0,20}20\d\d\s?年[^，。；、：]{2,30}表(?:（单位[：:][^（）]{1,4}）)?)$"
)
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?=\s*年)")
_SCORES: Final = re.compile(r"(?:绩效|支出|评价|指标)[^，。；\d]{0,12}(?:评分|得分|打分|评价)(?:汇总|明细|情况)?表$")
_COMPARED: Final = re.compile(r"[-—~至到、和与及]\s*20\d\d|对比|比较|历年|上年|变化|以来|结转|基期")
_TOTAL: Final = re.compile(r"合\s*计|总\s*计")
_NEAR: Final = 12  # characters between a caption, with the table's unit behind it, and the table
_BACK: Final = 400  # characters in front of the caption that lead to the table
_LEAST: Final = 100  # figures that seldom agree by chance
_FEWEST: Final = 2


def find_caption_years(context: Context, lines: Sequence[Line], year: int) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all, in papers that look back on *year*."""
    if context.facts.kind not in REVIEWS or len(set(_YEAR.findall(context.facts.title))) > 1:
        return
    for line in lines:
        caption = _CAPTION.match(line.text)
        named = _YEAR.findall(line.text) if caption is not None else []
        if (
            caption is None
            or not named
            or named not in ([str(year - 1)], [str(year - 2)])
            or _COMPARED.search(line.text)
            or OTHERS.search(line.text)
        ):
            continue
        table = next((one for one in context.document.tables if 0 <= one.start - line.end <= _NEAR), None)
        scores = caption["what"] is not None and _SCORES.search(caption["what"]) is not None
        if (scores and int(named[0]) == year - 1) or (table is not None and _is_told(context, table, line, year)):
            start = line.start + line.text.index(named[0])
            yield left_standing(context, (start, start + 4), year, "表名", "error")


def _is_told(context: Context, table: Table, caption: Line, year: int) -> bool:
    """Whether the sentences of *year* right in front of the caption, and none of another year, tell the table's totals.
    What long amounts anywhere in the paper tell is weighed by `captions_and_totals`."""
    text = context.document.text
    if _YEAR.search(text, table.start, table.end):
        return False
    total = [one for one in _totals(context, table) if one.value >= _LEAST]
    start = max(0, caption.start - _BACK)
    start = text.find("\n", start, caption.start) + 1 or start
    near = _told(context, (start, caption.start), year)
    return len({one.value for one in total} & near) >= _FEWEST


def _told(context: Context, span: Span, year: int) -> set[Fraction]:
    """What the sentences that name *year* alone tell, outside tables."""
    text = context.document.text
    return {
        mention.value
        for mention in context.within(span)
        if not context.in_table(mention) and _years_of(text, *context.sentence_at(mention.start)) == {str(year)}
    }


def _years_of(text: str, start: int, end: int) -> set[str]:
    return set(_YEAR.findall(text, start, end)) if "上年" not in text[start:end] else set()


def _totals(context: Context, table: Table) -> Iterator[Mention]:
    """The figures of the row that is called a total."""
    rows = {cell.row for cell in table.cells if cell.column == 0 and _TOTAL.fullmatch(cell.text.strip())}
    for cell in table.cells:
        if cell.row in rows and cell.column:
            yield from context.within((cell.start, cell.end))
