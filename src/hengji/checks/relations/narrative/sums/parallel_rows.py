"""Rows of one frame: "合计预算 40 万元，支出 8 万元。其中 a 预算 …，支出 …；b 预算 …，支出 …", summed by column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.naming import label_of, period_of, role_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["alternating_sums", "bracketed_columns", "has_columns", "row_sums", "rows_over_the_stop"]

_PAIR = 2
_MANY = 100  # that two figures do not make by chance
_ROWS = 3  # of which the last adds up the others
_JUST = 4  # characters between two sentences
_IN_ALL = re.compile("^(?:以上)?(?:合计|共计|总计|总共|累计)")
_CUE = re.compile(r"(?:其中|包括|分别[为是]|：)[^，；。]{0,14}$")
_PARTS = re.compile("其中|包括")
_DIFFERS = re.compile("压减|节约|节省|结余|减少|增加|超支|[比较]")
_STARTS = re.compile(r"^(?:其中|分别[为是]|具体)")


def row_sums(passage: Passage, before: Passage | None) -> Iterator[Relation]:
    """Sums whose totals stand in the sentence before, in the same columns as in every part."""
    if before is None or passage.start - before.end > 4 or not _STARTS.match(passage.text):
        return
    rows = _rows(plain_slots(passage))
    width = len(rows[0]) if rows else 0
    if len(rows) > 1 and not any(same_kind(one, rows[-1][-1]) for one in rows[0]):
        rows[-1] = rows[-1][:width]  # 接待费预算 a，支出 b，共接待 14 批次
    if len(rows) < 2 or any(len(row) != width for row in rows):
        return
    totals = _totals(plain_slots(before), rows)
    if width > 1 and len(totals) == width:
        complete = is_complete([label_of(row[0]) for row in rows])
        yield from _columns(totals, rows, complete)


def _totals(told: list[Slot], rows: list[list[Slot]]) -> list[Slot]:
    """The figures of the sentence in front that stand in the rows' columns: all it has, or plan and outturn, behind
    which it says how they differ (比预算压减 c)."""
    width = len(rows[0])
    roles = [[role_of(label_of(one)) for one in row] for row in (told[:width], *rows)]
    ahead = (
        len(told) > width == _PAIR and sorted(roles[0]) == ["base", "part"] and all(one == roles[0] for one in roles)
    )
    return told[:width] if ahead and all(_DIFFERS.search(label_of(one)) for one in told[width:]) else told


def alternating_sums(passage: Passage) -> Iterator[Relation]:
    """专项 12 个、资金 3650 万元，其中甲 7 个 2180 万元、乙 3 个 890 万元: two kinds in turn, or plan and outturn, both
    summed. One column that holds shows that the parts are all there."""
    plain = plain_slots(passage)
    for at in range(_PAIR, len(plain) - 2 * _PAIR + 1):
        first = plain[at]
        totals = plain[at - _PAIR : at]
        roles = [role_of(label_of(total)) for total in totals]
        told = _CUE.search(first.before) is not None
        if (not told and not first.before.startswith(("，", "："))) or (
            same_kind(totals[0], totals[1]) and sorted(roles) != ["base", "part"]
        ):
            continue
        rows = [plain[begin : begin + _PAIR] for begin in range(at, len(plain) - 1, _PAIR)]
        fitting = [row for row in rows if all(map(same_kind, totals, row))]
        if same_kind(totals[0], totals[1]):
            fitting = [row for row in fitting if [role_of(label_of(one)) for one in row] == roles]
        unbroken = (
            first.index == totals[1].index + 1
            and plain[at + 2 * len(fitting) - 1].index == first.index + 2 * len(fitting) - 1
        )
        exact = len(fitting) == len(rows) == _PAIR and any(
            totals[column].mention.value >= _MANY and adds_up(totals[column], [row[column] for row in fitting])
            for column in range(_PAIR)
        )
        if len(fitting) < (_PAIR if told or exact else _ROWS) or fitting != rows[: len(fitting)] or not unbroken:
            continue
        sums = [Sum(total, tuple(row[column] for row in fitting)) for column, total in enumerate(totals)]
        if any(adds_up(one.total, one.parts) for one in sums):
            yield from (judge_sum(one, "error") for one in sums if not _is_a_part(one))


def _is_a_part(one: Sum) -> bool:
    """303 个行政村：…项目 32 个…；303 个村运行维护: what has the total among its parts counts other things."""
    return one.total.mention.value in [part.mention.value for part in one.parts] and not adds_up(one.total, one.parts)


def rows_over_the_stop(passage: Passage, before: Passage | None) -> Iterator[Relation]:
    """项目 113 个，资金 T 万元。其中优的 79 个 a 万元；良的…: two totals end a sentence, and their parts take turns in
    the next. Names that sort everything, or one column that holds, show that the parts are all there."""
    if before is None or passage.start - before.end > _JUST:
        return
    totals, plain = plain_slots(before)[-_PAIR:], plain_slots(passage)
    rows = [plain[at : at + _PAIR] for at in range(0, len(plain) - 1, _PAIR)]
    mixed = len(totals) == _PAIR and not same_kind(*totals) and len(plain) == len(passage.slots)
    if (
        not mixed
        or len(rows) < (_PAIR if _STARTS.match(passage.text) else _ROWS)
        or len(plain) % _PAIR
        or not all(all(map(same_kind, totals, row)) for row in rows)
    ):
        return
    sums = [Sum(total, tuple(row[column] for row in rows)) for column, total in enumerate(totals)]
    labels = [label_of(row[0]) for row in rows]
    if any(adds_up(one.total, one.parts) for one in sums) or is_complete(labels):
        yield from (judge_sum(one, "error") for one in sums)


def bracketed_columns(passage: Passage) -> Iterator[Relation]:
    """一批 a 万元（其中工程 x），二批 b 万元（其中工程 y），合计 T 万元（其中工程 z）: both columns are summed where
    one of them holds."""
    if passage.text.count("（其中") < _ROWS:
        return
    rows: list[tuple[Slot, Slot]] = []
    for inner in passage.slots[1:]:
        outer = passage.slots[inner.index - 1]
        if not re.match("^（其中", inner.before) or not same_kind(inner, outer):
            continue
        if rows and any(same_kind(one, outer) for one in passage.slots[rows[-1][1].index + 1 : outer.index]):
            rows = []
        rows.append((outer, inner))
        if len(rows) >= _ROWS and _IN_ALL.search(label_of(outer)):
            sums = [Sum(rows[-1][column], tuple(row[column] for row in rows[:-1])) for column in range(_PAIR)]
            alike = len({re.sub("^（其中", "", row[1].before) for row in rows}) == 1
            if alike and any(adds_up(one.total, one.parts) for one in sums):
                yield from (judge_sum(one, "error") for one in sums)
            rows = []


def _rows(slots: list[Slot]) -> list[list[Slot]]:
    rows: list[list[Slot]] = []
    for slot in slots:
        if not rows or "；" in slot.before:
            rows.append([])
        rows[-1].append(slot)
    return rows


def has_columns(passage: Passage) -> bool:
    """Whether *passage* lists rows of several figures each: its figures are not one list of parts. Rows that each
    announce their own parts (甲 119 人，其中 a、b；乙 86 人，其中 c、d) are no columns."""
    rows = _rows(plain_slots(passage))
    announced = [next((at for at, slot in enumerate(row) if at and _PARTS.search(slot.before)), 0) for row in rows]
    if all(announced) or any(at and len(row) - at >= _PAIR for at, row in zip(announced, rows, strict=True)):
        return False
    kinds = {tuple(slot.kind for slot in row) for row in rows}
    return len(rows) > 1 and len(kinds) == 1 and len(rows[0]) > 1


def _of_another_year(one: Sum) -> bool:
    """预算 16.50 万元 … 5.04 万元（上年 0 万元）: last year's parts are no parts of this year's total."""
    return not period_of(one.total.before) and all(period_of(part.before) == "上年" for part in one.parts[1:])


def _columns(totals: list[Slot], rows: list[list[Slot]], complete: bool) -> Iterator[Relation]:
    sums = [Sum(total, tuple(row[column] for row in rows)) for column, total in enumerate(totals)]
    if any(not same_kind(one.total, part) for one in sums for part in one.parts):
        return
    sums = [one for one in sums if not _of_another_year(one)]
    holds = [adds_up(one.total, one.parts) for one in sums]
    for one, held in zip(sums, holds, strict=True):
        if held or any(holds) or complete:
            yield judge_sum(one, "error")
