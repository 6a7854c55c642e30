"""Goals and results that no goal can be: a coverage of 160%, an exact aim of 180%, ``=05%``, ``≥02条``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.tables.goals import GoalRow
from hengji.checks.relations.wording.limits.bounds import MAY_EXCEED, NEVER_ABOVE
from hengji.facts.document import Cell
from hengji.facts.relation import Relation
from hengji.facts.targets import Target, read_target

__all__ = ["falls", "impossible_goals"]

_NEVER: Final = re.compile(NEVER_ABOVE + r"|(?:及时|按[时期])完成率|回复率|答复率|处理率|公开率|兑现率")
_EXACT: Final = re.compile(r"办结率|完成率|执行率|达成率|实现率|(?:资产|设备|设施)利用率|使用率|控制率")
_LIMIT: Final = re.compile(r"控制率")
_OVER: Final = re.compile(r"超额|增|产出|收入|税|招商|投资|床位")
_CUMULATIVE: Final = re.compile(
    r"完成|执行|进度|推进|支付|拨付|办结|回复|答复|处理|处置|落实|整改|覆盖|到位|及时|利用|使用|合格|满意|准确|合规|公开|验收"
)
_FALLS: Final = re.compile(r"结转|结余|差错|投诉|变动|调整|偏差|逾期|未|不|空|缺|减|降|压|优良|天数|负债|超")
_FAULTY: Final = re.compile(
    r"(?:差错|错误|失误|误差|投诉|事故|事故发生|违规|违纪|违约|流失|返工|退单|舞弊)率(?:[（(][^（）()]{1,8}[）)])?$"
)
_MOST: Final = Fraction(1, 2)
_LONGEST: Final = 20  # characters of a cell that holds a figure and no story
_LED: Final = re.compile(
    r"(?:[≥≤＝=<>＞＜≧≦]|不[低少高超多大小][于过]|至少|达到|控制在|^)\s*0\d[\d.]*\s*"
    r"(?![月日时号点期])[%％\u4e00-\u9fff]"
)


def impossible_goals(context: Context, row: GoalRow) -> Iterator[Relation]:
    """Relations of kind ``target``, for each cell of *row* by itself."""
    for cell in (row.half, row.full, row.actual):
        if cell is None or len(cell.text) > _LONGEST:
            continue
        why = _led_by_zero(cell) or _above_all(row, cell) or _all_wrong(row, cell)
        if why:
            figure = piece(context, "stated", cell.start, cell.end)
            message = f"“{row.name}”写作“{tight(cell.text)}”，{why}。请核对数字。"
            yield Relation(
                "target", "error", (figure,), "指标值应可能达到", why, figure.text, message, "数字误写", "high"
            )


def falls(row: GoalRow) -> bool:
    """Whether the rate of *row* may be lower at the year's end than at its half: what is left over, what varies."""
    return _FALLS.search(row.name) is not None or _CUMULATIVE.search(row.name) is None


def _led_by_zero(cell: Cell) -> str:
    target = read_target(tight(cell.text))
    figure = _LED.search(tight(cell.text)) if target is not None and target.unit is not None else None
    return "数字不会以0开头" if figure is not None else ""


def _all_wrong(row: GoalRow, cell: Cell) -> str:
    """审批差错率 =100%: nobody aims at errors everywhere."""
    target = read_target(tight(cell.text))
    if cell is row.actual or target is None or target.unit is None or not target.unit.is_rate:
        return ""
    wrong = _FAULTY.search(tight(row.name)) and target.operator in ("=", "≥") and target.low is not None
    return "差错、事故一类的比率不会以此为目标" if wrong and target.low is not None and target.low >= _MOST else ""


def _above_all(row: GoalRow, cell: Cell) -> str:
    target = read_target(tight(cell.text))
    if target is None or target.unit is None or not target.unit.is_rate:
        return ""
    bound = target.low if target.low is not None else target.high
    if bound is None or bound <= 1:
        return ""
    return "超过100%，部分不会大于整体" if _cannot(row, cell, target) else ""


def _cannot(row: GoalRow, cell: Cell, target: Target) -> bool:
    name = row.name
    if _NEVER.search(name):
        return not (_OVER.search(name) and MAY_EXCEED.search(name))
    exact = (
        (target.operator == "=" or target.implied)
        and cell is not row.actual
        and _EXACT.search(name)
        and not _OVER.search(name)
    )
    return bool(exact) or (cell is not row.actual and target.operator == "≤" and _LIMIT.search(name) is not None)
