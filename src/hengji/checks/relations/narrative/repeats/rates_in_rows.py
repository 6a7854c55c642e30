"""A rate of the text against the row of a scored table that is called the same: 预算执行率 95.12%, and the row
预算执行率 with 95.92% among the standard, the points and the score.

Rows of goals are read by `told_results`; here is every other table whose rows name a rate. The name must mean one rate
on both sides, and a slip of the pen must lie between the two figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, period_of
from hengji.checks.relations.passages import RATE, Passage
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, digits_of, shape
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["rates_in_rows"]

_NAME: Final = re.compile(
    r"(?:^|[，。；：、（）])[^，。；：、（）\ue000-\ue005]{0,10}?(?P<name>[\u4e00-\u9fff“”]{2,14}(?:率|满意度))"
    r"(?:已|仅|均|约|高?达到?了?|完成|实际|为|是|：)*$"
)
_OF_ROW: Final = re.compile(r"(?:率|满意度)$")
_ADDED: Final = re.compile(r"^(?:全年|本年度?|年度|实际|其中)+")
_GOALS: Final = re.compile(r"目标|指标值|标准|权重|分值|满分|计划|上年|去年|上期|预期|要求|增减|变动|占比|比重|得分率")
_NOT_REACHED: Final = re.compile(
    r"目标|计划|不低于|上年|去年|季度|半年|[1-9]月|得分|增长|下降|税|利|提高|降低|其中|达不到|未达到|低于|标准|要求|扣"
)
_SCORED: Final = re.compile(r"得分|分值|评分|权重|标准分")
_LEAST: Final = 4  # characters of a name, and digits of a rate one of which may be wrong
_SHORT: Final = 3


def rates_in_rows(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``repeat``: the row and the text agree, or a slip parts them."""
    rows = _rows(context)
    told = _told(context, texts) if rows else {}
    for name, cells in rows.items():
        if len({cell.value for cell in cells}) != 1:
            continue
        slots = told.get(name) or _ends_alike(name, rows, told)
        if len({mention.value for mention in slots}) != 1:
            continue
        for stated in slots:
            yield from _judged(name, cells[0], stated)


def _rows(context: Context) -> Mapping[str, list[Mention]]:
    """The rates that stand alone in their cells, by the rows' names."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in context.mentions:
        row, bar, column = mention.subject.partition("|")
        if not bar or not mention.is_rate or mention.is_points_of_percent or mention.approximate:
            continue
        name = _plain(row.rpartition("/")[2])
        table = context.table_at(mention.start)
        if table is None or not _OF_ROW.search(name) or len(name) < _LEAST or _GOALS.search(column):
            continue
        cell = next((one for one in table.cells if one.start <= mention.start < one.end), None)
        scored = any(_SCORED.search(one.text) for one in table.cells if len(one.text) < 2 * _LEAST)
        if cell is not None and scored and tight(cell.text) == tight(mention.text):
            found[name].append(mention)
    return found


def _told(context: Context, texts: Sequence[Passage]) -> Mapping[str, list[Mention]]:
    """The rates of the text that were reached this year, by their names."""
    year = str(context.facts.year or "")
    found: dict[str, list[Mention]] = defaultdict(list)
    for passage in texts:
        if RATE not in passage.text or context.table_at(passage.slots[0].mention.start) is not None:
            continue
        changed = changed_slots(passage)
        for slot in passage.slots:
            told = _NAME.search(slot.before) if slot.kind == RATE and slot.index not in changed else None
            if told is None or slot.mention.approximate or _NOT_REACHED.search(slot.before[-2 * _LEAST - 12 :]):
                continue
            if period_of(slot.before) in ("", year) and not re.match("以上|以内|以下|左右", passage.after(slot)):
                found[_plain(told["name"])].append(slot.mention)
    return found


def _plain(name: str) -> str:
    return _ADDED.sub("", core(name)) or core(name)


def _ends_alike(name: str, rows: Mapping[str, object], told: Mapping[str, list[Mention]]) -> list[Mention]:
    """补贴对象准确率 in the table, 准确率 in the text: the only two of that ending."""
    for short, slots in told.items():
        if len(short) >= _SHORT and name.endswith(short) and len(slots) == 1:
            alone = sum(other.endswith(short) for other in rows) == 1
            if alone and sum(other.endswith(short) for other in told) == 1:
                return slots
    return []


def _judged(name: str, cell: Mention, stated: Mention) -> Iterator[Relation]:
    right = as_written(cell.value, stated)
    roles = [("table", cell), ("stated", stated)]
    if abs(cell.value - stated.value) < max(cell.step, stated.step) / 2:
        yield relation("repeat", "ok", roles, f"{name}：文与表相等", right, "文字与表格一致。")
        return
    slip = shape(as_written(stated.value, stated), right)
    long = len(digits_of(stated.text)) >= (_SHORT if slip == SWAPPED else _LEAST)
    if slip in (ONE_DIGIT, SWAPPED) and long and cell.decimals == stated.decimals:
        message = f"“{name}”在评分表中为 {number(cell)}，正文为 {number(stated)}。请核对后统一。"
        likely = f"“{number(stated)}”与“{right}”{slip}，两处之一误写。"
        yield relation("repeat", "error", roles, f"{name}：文与表相等", right, message, likely)
