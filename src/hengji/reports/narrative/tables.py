"""The tables and charts that a narrative asks for by a line such as ``{表:得分}`` or ``{图:执行}``."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from hengji.facts.numbers import plain, shown
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.facts.units import RATE
from hengji.reports.narrative.showing import Form, figure
from hengji.reports.narrative.subject import LAST_YEAR, Subject
from hengji.reports.paper.blocks import Block, Cell, Live, Row, Run, Table, Text

__all__ = ["TABLES", "live", "score_text"]


def live(text: str, key: str, origin: str = "") -> tuple[Run, ...]:
    """A cell's figure, or nothing where there is none."""
    return (Live(text, key, origin),) if text else ()


def score_text(score: Fraction | None, places: int) -> str:
    return "" if score is None else shown(score, places)


def _head(*names: str) -> Row:
    return tuple(Cell((Text(name),), align="center", tone="head", bold=True) for name in names)


def _words(text: str) -> Cell:
    return Cell((Text(text),))


def _figure(text: str, key: str, *, bold: bool = False) -> Cell:
    return Cell(live(text, key), align="right", bold=bold)


def score_table(subject: Subject) -> tuple[Block, ...]:
    """First-level indicators with points, score and rate, and the total; the self-evaluation's scores beside."""
    card, own = subject.card, subject.own
    beside = ("自评得分",) if own is not None else ()
    rows = [_head("评价内容", "分值", *beside, "核查得分" if own is not None else "得分", "得分率")]
    rows += [_score_row(node, card, own) for node in card.nodes if node.level == 1]
    rows += _adjustment_rows(card, own)
    total_beside: tuple[Cell, ...] = ()
    if own is not None:
        total_beside = (_figure(score_text(own.total, own.score_places), "自评总分|无单位", bold=True),)
    rate = "" if card.total is None else _rate(card.total, card.full_points)
    rows.append(
        (
            Cell((Text("合计"),), tone="total", bold=True),
            _figure(plain(card.full_points), "满分|无单位", bold=True),
            *total_beside,
            _figure(score_text(card.total, card.score_places), "总分|无单位", bold=True),
            _figure(rate, "总得分率", bold=True),
        )
    )
    widths = (40, 15, 15, 15, 15) if own is not None else (46, 18, 18, 18)
    return (Table(widths, tuple(rows), caption="评价得分总表", key="表:得分"),)


def _adjustment_rows(card: Scorecard, own: Scorecard | None) -> list[Row]:
    """A row for each adjustment that either side counted."""
    rows: list[Row] = []
    for each in card.adjustments:
        mine = next((one.points for one in own.adjustments if one.name == each.name), None) if own is not None else None
        if not each.points and not mine:
            continue
        cells = [_words(f"加减分：{each.name}"), Cell()]
        if own is not None:
            cells.append(_figure(score_text(mine, own.score_places), f"自评加减分:{each.name}"))
        cells += [_figure(score_text(each.points, card.score_places), f"加减分:{each.name}"), Cell()]
        rows.append(tuple(cells))
    return rows


def _score_row(node: NodeScore, card: Scorecard, own: Scorecard | None) -> Row:
    path = "/".join(node.path)
    points = node.effective_points
    cells = [_words(node.name), _figure("" if points is None else plain(points), f"分值:{path}|无单位")]
    if own is not None:
        beside = own.node(node.path)
        score = beside.score if beside is not None else None
        cells.append(_figure(score_text(score, own.score_places), f"自评得分:{path}|无单位"))
    rate = _rate(node.score, points) if node.score is not None and points else ""
    cells += [
        _figure(score_text(node.score, card.score_places), f"得分:{path}|无单位"),
        _figure(rate, f"得分率:{path}"),
    ]
    return tuple(cells)


def _rate(score: Fraction, points: Fraction) -> str:
    return figure(score / points, RATE, Form(places=2)) or ""


def money_table(subject: Subject) -> tuple[Block, ...]:
    """Every amount of the evaluation with last year's beside it, and the form that it was taken from."""
    items = [item for item in subject.evaluation.data if item.unit.is_money]
    if not items:
        return ()
    has_last_year = any(f"{LAST_YEAR}{item.name}" in subject.figures for item in items)
    units = {str(item.unit) for item in items}
    unit = units.pop() if len(units) == 1 else ""
    this_year = f"本年数（{unit}）" if unit else "本年数"
    rows = [_head("项目", this_year, *(("上年数",) if has_last_year else ()), "数据来源")]
    for item in items:
        names = [item.name, *((f"{LAST_YEAR}{item.name}",) if has_last_year else ())]
        cells = [_amount(name, subject, bare=bool(unit)) for name in names]
        definition = subject.scheme.definition(item.name)
        form = item.form or (definition.form if definition is not None else "")
        rows.append((_words(item.name), *cells, Cell(live(form, f"来源:{item.name}"))))
    widths = (40, 16, 16, 28) if has_last_year else (44, 22, 34)
    return (Table(widths, tuple(rows), caption="主要收支和资金数据", key="表:数据"),)


def _amount(name: str, subject: Subject, *, bare: bool) -> Cell:
    found = subject.figures.get(name)
    if found is None:
        return Cell()
    text = figure(found.value, found.unit, Form(bare=bare, places=max(found.decimals, 2)), found.decimals) or ""
    form = f".{max(found.decimals, 2)}"
    return _figure(text, f"{name}|{'无单位' if bare else ''}{form}")


def goal_table(subject: Subject) -> tuple[Block, ...]:
    """Every goal with its target, its actual and whether it was attained."""
    goals = [leaf for leaf in subject.card.leaves if leaf.target or leaf.actual]
    if not goals:
        return ()
    has_half_year = any(leaf.half_year_target for leaf in goals)
    has_actual = any(leaf.actual for leaf in goals)
    heads = [*(("半年指标值",) if has_half_year else ()), "全年指标值" if has_half_year else "指标值"]
    rows = [_head("类别", "指标", *heads, *(("完成值", "是否实现") if has_actual else ()))]
    for leaf in goals:
        path = "/".join(leaf.path)
        cells = [_words("/".join(leaf.path[:-1])), _words(leaf.name)]
        if has_half_year:
            cells.append(Cell(live(leaf.half_year_target, f"半年目标:{path}"), align="center"))
        cells.append(Cell(live(leaf.target, f"目标:{path}"), align="center"))
        if has_actual:
            attained = {True: "是", False: "否", None: "待评判"}[leaf.attained]
            cells += [
                Cell(live(leaf.actual, f"完成值:{path}"), align="center"),
                Cell((Text(attained),), align="center"),
            ]
        rows.append(tuple(cells))
    widths = (22, 34, *((14,) if has_half_year else ()), 18, *((18, 10) if has_actual else ()))
    caption = "绩效目标完成情况" if has_actual else "绩效目标"
    return (Table(widths, tuple(rows), caption=caption, key="表:目标", small=True),)


TABLES: Final[dict[str, Callable[[Subject], tuple[Block, ...]]]] = {
    "得分": score_table,
    "数据": money_table,
    "目标": goal_table,
}
