"""Whether the table covers what it must: every duty and key work, enough figures, described grades, nothing twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.facts.findings import Finding
from hengji.facts.goal_table import GoalIndicator, GoalTable
from hengji.facts.numbers import percent
from hengji.facts.wording import shortened

__all__ = ["check_coverage"]

_LEAST_QUANTITATIVE: Final = 2
"""At least one row in this many states a figure: quantitative targets come first, words where no figure can be had."""

_FUNCTION: Final = re.compile(
    r"(?:^|[。；;\s：:])\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、)）](?!\d))"
)
_OTHER_TASKS: Final = re.compile(r"(?:其他|其它)(?:任务|事项|工作|职责)")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]+")
_LEAST_SHARED: Final = 5
"""A function is taken to be covered where one in this many of its pairs of characters occurs under the duties."""


def check_coverage(table: GoalTable) -> Iterator[Finding]:
    """All findings about the rows as a whole."""
    if not table.indicators:
        yield Finding(
            "error", "没有一行指标", table.source, "goal.empty", advice="请按决策、过程、履职、效益、满意度填列"
        )
        return
    yield from _unfinished(table)
    yield from _repeated(table)
    yield from _too_few_figures(table)
    for row in table.indicators:
        if row.name and row.full_year is not None and not row.is_quantitative and not row.grades:
            yield Finding(
                "warning",
                f"定性指标“{shortened(row.name)}”没有写明评判档次",
                row.source,
                "goal.grades",
                f"“{shortened(row.full_year.text)}”",
                "各档各是什么情形",
                advice="请写明怎样算达成、部分达成、未达成，或改用定量指标",
            )
    yield from _functions_without_duty(table)


def _unfinished(table: GoalTable) -> Iterator[Finding]:
    """Rows without an indicator, and rows of a duty without a key work."""
    duties = table.duty_levels
    for row in table.indicators:
        place = shortened("／".join(part for part in (row.first, row.second, row.key_work) if part))
        if not row.name:
            kind = "重点工作" if row.key_work else "职能" if row.first in duties else "二级指标"
            message = f"{kind}“{place}”没有指标"
            yield Finding("error", message, row.source, "goal.uncovered", expected="至少一个三级指标")
        elif row.first in duties and not row.key_work:
            message = f"指标“{shortened(row.name)}”没有对应的重点工作"
            yield Finding("warning", message, row.source, "goal.key_work", advice="请写明它考核职能下的哪一项重点工作")


def _repeated(table: GoalTable) -> Iterator[Finding]:
    first: dict[tuple[str, str, str, str], GoalIndicator] = {}
    for row in table.indicators:
        key = (row.first, row.second, row.key_work, row.name)
        earlier = first.setdefault(key, row)
        if row.name and earlier is not row:
            at = earlier.source.cell or (f"第{earlier.source.line}行" if earlier.source.line else "前面")
            message = f"指标“{shortened(row.name)}”写了两次"
            yield Finding("error", message, row.source, "goal.twice", advice=f"请与{at}的一行合并，或改用不同的名称")


def _too_few_figures(table: GoalTable) -> Iterator[Finding]:
    """In the whole table, and in the rows of each duty level, where a promise without a figure cannot be kept to."""
    named = [row for row in table.indicators if row.name]
    groups = [("全表", named), *((level, [row for row in named if row.first == level]) for level in table.duty_levels)]
    for word, rows in groups:
        figures = sum(row.is_quantitative for row in rows)
        if rows and figures * _LEAST_QUANTITATIVE < len(rows):
            yield Finding(
                "warning",
                f"{word}的定量指标太少",
                rows[0].source,
                "goal.figures",
                f" {len(rows)} 个指标中 {figures} 个定量（{percent(Fraction(figures, len(rows)))}）",
                "不少于一半",
                advice="请把能用数表示的改为定量指标",
            )


def _functions_without_duty(table: GoalTable) -> Iterator[Finding]:
    """Numbered functions of which the duties, key works and indicators say next to nothing: to be looked at."""
    duties = table.duty_levels
    rows = [row for row in table.indicators if row.first in duties and row.name]
    said = _pairs("。".join(f"{row.second}。{row.key_work}。{row.name}" for row in rows))
    for function in _numbered(table.functions):
        pairs = _pairs(function)
        if pairs and not _OTHER_TASKS.search(function) and len(pairs & said) * _LEAST_SHARED < len(pairs):
            message = f"职能“{shortened(function)}”似乎没有对应的履职指标"
            yield Finding("note", message, table.source, "goal.function", advice="请核对；已有的，请在职能一栏写明")


def _numbered(functions: str) -> list[str]:
    """The numbered functions; none where the text does not number them."""
    starts = [match.end() for match in _FUNCTION.finditer(functions)]
    ends = [match.start() for match in _FUNCTION.finditer(functions)][1:]
    return [functions[start:end].strip("。；; ") for start, end in zip(starts, [*ends, len(functions)], strict=False)]


def _pairs(text: str) -> frozenset[str]:
    """Every two neighbouring Chinese characters: words enough to compare by."""
    return frozenset(run[place : place + 2] for run in _CHINESE.findall(text) for place in range(len(run) - 1))
