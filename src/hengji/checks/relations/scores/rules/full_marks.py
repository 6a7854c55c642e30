"""Rows of a rubric that earned all their points, and goals that were missed beyond any reading of the target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.rubrics import RubricRow, rubrics_of
from hengji.checks.relations.tables.amounts import Amount, is_blank
from hengji.checks.relations.tables.goals import GoalRow
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.document import Cell
from hengji.facts.relation import Figure
from hengji.facts.targets import Target

__all__ = ["Awarded", "declared_met", "declared_missed", "full_marks", "lost_marks", "surely_missed"]

_LENIENT: Final = re.compile(r"\d\s*[%％]|每|档|分段|允许|偏差|误差|以上[^。；]{0,6}满分")
_EXCUSED: Final = re.compile(r"疫情|不可抗力|政策|调整|客观|核减|取消|批复|变更|据实|按实")
_LESS: Final = re.compile(
    r"差错|投诉|事故|违规|违纪|变动|超支|控制|结转|结余|成本|耗|偏差|逾期|时长|时间|天数|次品|故障|死亡"
)
_SERVED: Final = re.compile(
    r"(?:供[餐水暖气热]|开[放馆诊]|营业|优良|达标|出勤|在岗|驻村|授课|培训|巡[护查逻]|值守|义诊|服务|展出)(?:的?总?天数|日数|时长)"
)
"""供餐天数, 开放时长: whoever serves longer does more."""
_ASKED: Final = re.compile(r"是否(?:达标|完成|实现|达到)|达标情况|完成状态|达标与否")
_DECLARED: Final = re.compile(r"是否|情况|状态|与否|结果|判定|判断|结论|评价|评定|达标|自评|说明|备注|进展")
_TICK: Final = re.compile(r"是|√|✓")
_CROSS: Final = re.compile(r"否|×|✗")
_YES: Final = re.compile(
    r"(?:已|均已|已经)?(?:全部|全面|圆满|如期|按期|按时|超额)?(?:达标|完成|实现|达到|达成)了?"
    r"(?:年度|年初|预期|绩效|全年|既定)*(?:目标|任务|计划|指标)?(?:值|任务)?|(?:已|均已)?(?:达到?|符合|实现)了?预期(?:目标|要求|值)?"
)
_NO: Final = re.compile(
    r"(?:尚|还|仍)?(?:未|没有?)(?:完全|全部|如期)?(?:达标|完成|实现|达到|达成)(?:年度|年初|预期|绩效)*(?:目标|任务)?(?:值)?"
)
_FEWER: Final = frozenset(["天", "日", "个工作日", "工作日", "小时", "分钟", "秒", "月", "个月", "年", "周"])


@dataclass(frozen=True, slots=True)
class Awarded:
    """Points and the equal score of one row."""

    points: Amount
    score: Amount


def full_marks(context: Context) -> Mapping[int, Awarded]:
    """By the start of every cell of a row with full marks: what it was awarded. Rows whose standard forgives a
    little, or whose remark gives a reason, are left out."""
    return {
        cell.start: Awarded(points, score)
        for rubric in rubrics_of(context)
        for row, points, score in rubric.awarded()
        if score.value == points.value > 0 and not _forgiven(row)
        for cell in rubric.cells_of(row)
    }


def lost_marks(context: Context) -> Mapping[int, Awarded]:
    """By the start of every cell of a row that earned less than its points: what it was awarded."""
    return {
        cell.start: Awarded(points, score)
        for rubric in rubrics_of(context)
        for row, points, score in rubric.awarded()
        if score.value < points.value and not (row.remark is not None and is_blank(row.remark.text))
        for cell in rubric.cells_of(row)
    }


def declared_met(context: Context) -> Mapping[int, Figure]:
    """By the start of every cell of a row: the cell under 是否达标 or 是否完成 that says yes."""
    return _declared(context, _YES, _TICK)


def declared_missed(context: Context) -> Mapping[int, Figure]:
    """By the start of every cell of a row: the cell under 是否达标 or 是否完成 that says no."""
    return _declared(context, _NO, _CROSS)


def _declared(context: Context, words: re.Pattern[str], sign: re.Pattern[str]) -> Mapping[int, Figure]:
    found: dict[int, Figure] = {}
    for table in context.document.tables:
        for part in parts_of(context, table):
            columns = [column for column in part.columns_named(_DECLARED) if column not in part.number_columns]
            asked = part.columns_named(_ASKED)
            for row in part.body if columns else ():
                said = next(iter(_saying(part, row, columns, asked, words, sign)), None)
                if said is not None:
                    place = Figure("stated", said.text.strip(), said.start, said.end)
                    found |= {cell.start: place for cell in part.grid.begun(row)}
    return found


def _saying(
    part: Part, row: int, columns: list[int], asked: list[int], words: re.Pattern[str], sign: re.Pattern[str]
) -> Iterator[Cell]:
    """The cells of *row* that say nothing but *words*; a bare *sign* only where that was asked."""
    for column in columns:
        cell = part.grid.cell(row, column)
        if cell is None or cell.row != row or cell.row_span != 1:
            continue
        text = re.sub(r"\s|。", "", cell.text)
        if words.fullmatch(text) or (column in asked and sign.fullmatch(text)):
            yield cell


def _forgiven(row: RubricRow) -> bool:
    standard = row.standard.text if row.standard is not None else ""
    remark = row.remark.text if row.remark is not None else ""
    return _LENIENT.search(standard) is not None or (not is_blank(remark) and _EXCUSED.search(remark) is not None)


def surely_missed(row: GoalRow) -> bool:
    """Whether no reading of the target is met: a bare ``30天`` or ``5%`` may be a maximum, ``≥30天`` is none."""
    target, actual = row.full_target, row.achieved
    if target is None or actual is None or target.operator == "定性":
        return False
    if target.operator == "区间":
        return actual.unit == target.unit and _is_beyond(row, target, actual.value)
    if not target.implied:
        return True
    return not _may_be_maximum(row, target)


def _is_beyond(row: GoalRow, target: Target, value: Fraction) -> bool:
    """Whether *value* lies on the bad side of a range: above 3-5天, below 60-80人."""
    if _may_be_maximum(row, target):
        return target.high is not None and value > target.high
    return target.low is not None and value < target.low


def _may_be_maximum(row: GoalRow, target: Target) -> bool:
    money = target.unit is not None and target.unit.is_money
    words = f"{row.name}{''.join(row.path)}"
    if _SERVED.search(row.name):
        return False
    return money or target.unit_text in _FEWER or _LESS.search(words) is not None
