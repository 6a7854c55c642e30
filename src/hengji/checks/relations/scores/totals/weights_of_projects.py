"""The weights of each project's indicators make a hundred, or the ninety that 预算执行 leaves, in lists of projects
and in forms that print no total: the fellows of a project say which.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["weights_of_projects"]

_WEIGHT: Final = re.compile("^(?:指标)?(?:权重|分值|标准分)(?:[(（][^()（）]*[)）])?$")
_PROJECT: Final = re.compile("^(?:项目|专项|政策|任务|资金)(?:\\(?政策\\)?)?名称$")
_INDICATOR: Final = re.compile("指标")
_TOTAL: Final = re.compile("合计|总分|总计|小计|总得分")
_SCORE: Final = re.compile("得分|评分")
_WHOLES: Final = (Fraction(100), Fraction(90), Fraction(1), Fraction(9, 10))
_FEWEST: Final = 3
_NEAR: Final = Fraction(3, 20)


@dataclass(frozen=True, slots=True)
class _Project:
    name: str
    weights: tuple[Amount, ...]

    @property
    def sum(self) -> Fraction:
        return sum((one.value for one in self.weights), Fraction(0))


def weights_of_projects(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``, where two projects at least list their weights."""
    projects = [
        project for table in context.document.tables for part in parts_of(context, table) for project in _projects(part)
    ]
    counted = Counter(project.sum for project in projects if project.sum in _WHOLES)
    if len(projects) < 2 or not counted:
        return
    usual = counted.most_common(1)[0][0]
    sure = counted.total() * 2 > len(projects)
    for project in projects:
        if project.sum in _WHOLES:
            yield _relation(project, project.sum, sure=True)
        elif abs(project.sum - usual) <= usual * _NEAR:
            yield _relation(project, usual, sure=sure)


def _projects(part: Part) -> Iterator[_Project]:
    columns = part.columns_named(_WEIGHT)
    named = part.columns_named(_PROJECT)
    scored = part.columns_named(_SCORE)
    if len(columns) != 1 or scored or not part.columns_named(_INDICATOR):
        return
    rows = [row for row in part.body if not any(_TOTAL.search(text) for text in part.grid.words(row))]
    if len(rows) != len(part.body) and not named:
        return  # its own total is held against it elsewhere
    groups: dict[str, list[Amount]] = {}
    name = ""
    for row in rows:
        name = (part.grid.text(row, named[0]) if named else part.grid.table.caption) or name
        amount = part.grid.amount(row, columns[0])
        if amount is not None:
            groups.setdefault(name, []).append(amount)
    yield from (_Project(name, tuple(found)) for name, found in groups.items() if len(found) >= _FEWEST)


def _relation(project: _Project, whole: Fraction, *, sure: bool) -> Relation:
    holds = project.sum == whole
    right, stated = _shown(project.weights, whole), _shown(project.weights, project.sum)
    says = "与满分一致" if holds else f"各项目都应为 {right}，请核对"
    slip = "" if holds else _slip(project.weights, whole - project.sum)
    told = f"“{project.name}”" if project.name else "本表"
    return Relation(
        "score_sum", "ok" if holds else "error" if sure or slip else "suspicious",
        tuple(one.figure("part") for one in project.weights),
        f"{' + '.join(one.text for one in project.weights)} = {stated}", right, stated,
        f"{told}各指标权重之和为 {stated}，{says}。",
        slip, "medium" if holds else "high",
    )  # fmt: skip


def _shown(weights: Sequence[Amount], value: Fraction) -> str:
    return f"{plain(value * 100)}%" if weights[0].is_rate else plain(value)


def _slip(weights: Sequence[Amount], rest: Fraction) -> str:
    for one in weights:
        meant = one.value + rest
        if meant > 0 and shape(plain(one.value), plain(meant)):
            return f"若“{one.text}”应为“{one.written(meant)}”，则相符。"
    return ""
