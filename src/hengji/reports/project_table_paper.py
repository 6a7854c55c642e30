"""The self-evaluation of a project as the paper that 财预〔2020〕10号 prints: nine columns on a landscape page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Final

from hengji.facts.numbers import percent, plain
from hengji.facts.project_table import ProjectFunds, ProjectIndicator, ProjectTable
from hengji.reports.paper.blocks import Align, Cell, Live, Paper, Row, Section, Table, Text, Tone

__all__ = ["project_table_paper"]

_BASICS: Final = (8, 8, 24, 16, 16, 16, 10, 12, 12)
_WIDTHS: Final = (12, 18, 14, 18, 14, 14, 8, 8, 26)
_NOTHING: Final = "/"


def project_table_paper(table: ProjectTable) -> Paper:
    """The paper. The execution rate follows from the figures beside it; all other figures are those stated."""
    basics = Table(_BASICS, tuple(_basics(table)), head_rows=0, key="项目基本情况", small=True)
    indicators = Table(_WIDTHS, tuple(_indicators(table)), key="绩效指标", small=True)
    return Paper(
        table.title, (Section((basics, indicators), "landscape"),), f"{table.year}年度", table.department or table.unit
    )


def _cell(text: str, align: Align = "left", *, rows: int = 1, columns: int = 1, tone: Tone = "") -> Cell:
    return Cell((Text(text),) if text else (), rows, columns, align, tone)


def _head(text: str, *, rows: int = 1, columns: int = 1) -> Cell:
    return _cell(text, "center", rows=rows, columns=columns, tone="head")


def _basics(table: ProjectTable) -> Iterator[Row]:
    yield (_head("项目名称", columns=2), _cell(table.project, columns=7))
    yield (
        _head("主管部门", columns=2),
        _cell(table.department, columns=2),
        _head("实施单位"),
        _cell(table.unit, columns=4),
    )
    amounts = [_head(text) for text in ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")]
    yield (_head("项目资金（万元）", rows=len(table.funds) + 2, columns=2), _head("资金"), *amounts)
    yield (*_money(table.total), _number(table.execution_points), _rate(table.total), _number(table.execution_score))
    for line in table.funds:
        yield (*_money(line), _cell("—", "center"), _rate(line), _cell("—", "center"))
    yield (_head("年度总体目标", rows=2, columns=2), _head("预期目标", columns=3), _head("实际完成情况", columns=4))
    yield (_cell(table.expected or _NOTHING, columns=3), _cell(table.achieved or _NOTHING, columns=4))


def _money(line: ProjectFunds) -> Iterator[Cell]:
    yield _cell(line.name or _NOTHING)
    for amount in (line.initial_budget, line.adjusted_budget, line.executed):
        yield _cell(_NOTHING if amount is None else plain(amount), "right")


def _rate(line: ProjectFunds) -> Cell:
    rate = line.execution_rate
    if rate is None:
        return _cell("—", "center")
    figure = Live(percent(rate), f"算式:{line.name}执行率", "全年执行数 ÷ 全年预算数")
    return Cell((figure,), align="center")


def _number(number: Fraction | None, *, tone: Tone = "") -> Cell:
    return _cell(_NOTHING if number is None else plain(number), "center", tone=tone)


def _indicators(table: ProjectTable) -> Iterator[Row]:
    heads = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
    yield tuple(_head(text, columns=2 if text == "三级指标" else 1) for text in heads)
    for _, rows in groupby(table.indicators, lambda row: row.first):
        yield from _first_level(tuple(rows))
    points = [table.execution_points, *(row.points for row in table.indicators)]
    whole = sum((point for point in points if point is not None), Fraction(0))
    total = Cell((Live(plain(whole), "算式:分值合计", "预算执行率分值 ＋ 各指标分值"),), align="center", tone="total")
    yield (
        _cell("总分", "center", columns=6, tone="total"),
        total,
        _number(table.total_score, tone="total"),
        _cell("", tone="total"),
    )


def _first_level(rows: Sequence[ProjectIndicator]) -> Iterator[Row]:
    start = 0
    for _, run in groupby(rows, lambda row: row.second):
        of_second = list(run)
        for number, row in enumerate(of_second):
            first = (_cell(row.first or _NOTHING, "center", rows=len(rows)),) if start + number == 0 else ()
            second = (_cell(row.second or _NOTHING, "center", rows=len(of_second)),) if number == 0 else ()
            yield (*first, *second, *_row(row))
        start += len(of_second)


def _row(row: ProjectIndicator) -> Iterator[Cell]:
    yield _cell(row.name or _NOTHING, columns=2)
    yield _cell(row.target.text if row.target is not None else _NOTHING, "center")
    yield _cell(row.actual or _NOTHING, "center")
    yield _number(row.points)
    yield _number(row.score)
    yield _cell(row.reason or _NOTHING)
