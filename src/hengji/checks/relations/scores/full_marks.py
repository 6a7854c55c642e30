"""Rows of a rubric that earned all their points, and goals that were missed beyond any reading of the target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.rubrics import Rubric, RubricRow, rubrics_of
from hengji.checks.relations.tables.amounts import Amount, is_blank
from hengji.checks.relations.tables.goals import GoalRow
from hengji.checks.relations.tables.grids import parts_of
from hengji.facts.relation import Figure
from hengji.facts.targets import Target

__all__ = ["Awarded", "declared_met", "full_marks", "surely_missed"]

_LENIENT: Final = re.compile(r"\d\s*[%％]|每|档|分段|允许|偏差|误差|以上[^。；]{0,6}满分")
_EXCUSED: Final = re.compile(r"疫情|不可抗力|政策|调整|客观|核减|取消|批复|变更|据实|按实")
_LESS: Final = re.compile(
    r"差错|投诉|事故|违规|违纪|变动|超支|控制|结转|结余|成本|耗|偏差|逾期|时长|时间|天数|次品|故障|死亡"
)
_DECLARED: Final = re.compile(r"是否(?:达标|完成|实现|达到)|达标情况|完成状态|达标与否")
_YES: Final = re.compile(r"是|√|✓|达标|已?完成|已?达标|达到|已?实现")
_FEWER: Final = frozenset(["天", "日", "个工作日", "工作日", "小时", "分钟", "秒", "月", "个月", "年", "周"])


@dataclass(frozen=True, slots=True)
class Awarded:
    """Points and the equal score of one row."""

    points: Amount
    score: Amount


def full_marks(context: Context) -> Mapping[int, Awarded]:
    """By the start of every cell of a row with full marks: what it was awarded. Rows whose standard forgives a
    little, or whose remark gives a reason, are left out."""
    return {start: awarded for rubric in rubrics_of(context) for start, awarded in _of(rubric)}


def declared_met(context: Context) -> Mapping[int, Figure]:
    """By the start of every cell of a row: the cell under 是否达标 or 是否完成 that says yes."""
    found: dict[int, Figure] = {}
    for table in context.document.tables:
        for part in parts_of(context, table):
            columns = part.columns_named(_DECLARED)
            for row in part.body if len(columns) == 1 else ():
                said = part.grid.cell(row, columns[0])
                if said is not None and said.row_span == 1 and _YES.fullmatch(said.text.strip()):
                    place = Figure("stated", said.text.strip(), said.start, said.end)
                    found |= {
                        cell.start: place for cell in part.grid.cells[row] if cell is not None and cell.row == row
                    }
    return found


def _of(rubric: Rubric) -> Iterator[tuple[int, Awarded]]:
    if rubric.ragged or rubric.verified in rubric.rescaled:
        return
    grid = rubric.part.grid
    for row in rubric.rows:
        score = row.scores[rubric.verified]
        full = score is not None and row.points is not None and score.value == row.points.value > 0
        if full and score is not None and row.points is not None and not row.is_total and not _forgiven(row):
            for cell in grid.cells[row.row]:
                if cell is not None and cell.row == row.row and cell.row_span == 1:
                    yield cell.start, Awarded(row.points, score)


def _forgiven(row: RubricRow) -> bool:
    standard = row.standard.text if row.standard is not None else ""
    remark = row.remark.text if row.remark is not None else ""
    return _LENIENT.search(standard) is not None or (not is_blank(remark) and _EXCUSED.search(remark) is not None)


def surely_missed(row: GoalRow) -> bool:
    """Whether no reading of the target is met: a bare ``30天`` or ``5%`` may be a maximum, ``≥30天`` is none."""
    target, actual = row.full_target, row.achieved
    if target is None or actual is None or target.operator in ("定性", "区间"):
        return False
    if not target.implied:
        return True
    return not _may_be_maximum(row, target)


def _may_be_maximum(row: GoalRow, target: Target) -> bool:
    money = target.unit is not None and target.unit.is_money
    words = f"{row.name}{''.join(row.path)}"
    return money or target.unit_text in _FEWER or _LESS.search(words) is not None
