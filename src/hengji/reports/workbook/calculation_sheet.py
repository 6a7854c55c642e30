"""The sheet 计算: the whole tree, every leaf with its parts, every branch, and the totals below."""

from __future__ import annotations

from hengji.facts.numbers import plain
from hengji.facts.scorecard import STATUS_WORDS
from hengji.reports.workbook.branch_sums import PLACES, BranchSums
from hengji.reports.workbook.grid import (
    APPLIES,
    COMPLETE,
    EFFECTIVE,
    FORMULA,
    HIGH,
    LOW,
    NAME,
    NUMBER,
    POINTS,
    SCORE,
    SHARES,
    STATE,
    VALUE,
    Desk,
)
from hengji.reports.workbook.leaf_rows import write_leaf, write_stated
from hengji.reports.workbook.shapes import height_of, score_format
from hengji.reports.workbook.tables import Column, begin, finish
from hengji.reports.workbook.totals import Totals, write_totals
from hengji.rules.scheme import Indicator, Path, walk

__all__ = ["write_calculation"]

_COLUMNS = (
    Column("指标", 36), Column("部分", 6), Column("算式或标准", 52), Column("数值", 13), Column("数据齐全", 7),
    Column("状态", 11), Column("适用", 7), Column("分值", 8), Column("有效分值", 10), Column("得分", 11),
    Column("最低可得", 10), Column("最高可得", 10), Column("转出份数", 9), Column("上级", 6, hidden=True),
)  # fmt: skip
_INDENT = "　"


def write_calculation(desk: Desk) -> Totals:
    """All cells are formulas over the input sheets; nothing is typed here."""
    hint = "本表全部由公式算出，请勿改动；在“数据”“事项”“目标”“评判”各表填写后，这里和“评分表”随之重算。"
    begin(desk.book, desk.sheet, "计算", hint, _COLUMNS)
    for path, node in walk(desk.scheme.indicators):
        row = desk.grid.nodes[path]
        text = _INDENT * (len(path) - 1) + node.name
        desk.sheet.set_row(row, height_of([(text, 36), (node.applies.text if node.applies else "", 48)], 20))
        desk.book.text(desk.sheet, row, NAME, text, desk.book.look("strong"))
        desk.blank(row, (NUMBER, COMPLETE))
        if node.is_leaf:
            write_leaf(desk, path, node)
        else:
            _write_branch(desk, path, node)
    totals, last = write_totals(desk)
    finish(desk.sheet, last, len(_COLUMNS) - 1)
    return totals


def _write_branch(desk: Desk, path: Path, node: Indicator) -> None:
    """A branch sums its children. Where a row below prints no points, the range is as wide as the branch's."""
    row, known, number = desk.grid.nodes[path], desk.node(path), score_format(desk.places)
    desk.blank(row, (FORMULA, VALUE, APPLIES, SHARES))
    desk.number(row, POINTS, node.points, number)
    if desk.card.is_stated and not node.children:
        write_stated(desk, row, node, known)
        return
    effective, score, low, high = _branch_formulas(desk, node, path)
    desk.live(row, EFFECTIVE, effective, known.effective_points if known else None, "0.00######")
    desk.live(row, SCORE, score, known.score if known else None, number, "strong_live")
    desk.live(row, LOW, low, known.low if known else None, number)
    desk.live(row, HIGH, high, known.high if known else None, number)
    own = desk.grid.cell(path, SCORE)
    words = f'IF({own}="","{STATUS_WORDS["not_demonstrated"]}","{STATUS_WORDS["scored"]}")'
    desk.live(row, STATE, words, STATUS_WORDS[known.status] if known else None, look="live_text")


def _branch_formulas(desk: Desk, node: Indicator, path: Path) -> tuple[str, str, str, str]:
    below = BranchSums(desk, path, node)
    sums = {column: below.total(column) for column in (EFFECTIVE, SCORE, LOW, HIGH)}
    score = f'IF({below.count(SCORE)}<{len(node.children)},"",{sums[SCORE]})' if node.children else '""'
    if _is_weighted(node):
        return sums[EFFECTIVE], score, sums[LOW], sums[HIGH]
    effective = '""' if node.points is None else plain(node.points)
    if node.points is None or desk.card.is_stated:
        return effective, score, sums[LOW], sums[HIGH]
    return effective, score, sums[LOW], f"ROUND({plain(node.points)}-{below.lost()},{PLACES})"


def _is_weighted(node: Indicator) -> bool:
    """Whether effective points are known for every child."""
    return bool(node.children) and all(_has_effective(child) for child in node.children)


def _has_effective(node: Indicator) -> bool:
    return node.points is not None if node.is_leaf or not _is_weighted(node) else True
