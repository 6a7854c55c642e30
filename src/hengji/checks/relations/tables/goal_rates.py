"""完成率 = 完成值 ÷ 目标值 in a table of goals, whatever things are counted: 5000盏, ≥85公里, 12.00万平方米.

The names of the three columns say what is divided by what, so each row stands for itself; goals that are better the
lower they are, ranges and words are no row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import Amount, tight
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.figures import NUMERAL
from hengji.facts.numbers import percent, read_number, round_half_up
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["goal_rates"]

_RATE: Final = re.compile(
    r"(?:完成|实现|达成|执行|到位|落实|达标)(?:情况)?(?:率|比例|程度|进度|百分比)(?:[(（][%％][)）])?$|^进度$"
)
_GOAL: Final = re.compile(r"(?:目标|指标|计划|任务|预期)(?:值|数|量|任务)?(?:[(（][^()（）]*[)）])?$")
_DONE: Final = re.compile(
    r"(?:完成|实际|实现|达成|实绩|执行)(?:值|数|量|情况|结果|完成|完成值|完成数)?(?:[(（][^()（）]*[)）])?$"
)
_FIGURE: Final = re.compile(
    rf"(?P<sign>[≥＞>=＝]|不少于|不低于|至少)?(?P<value>{NUMERAL})(?P<unit>[^\d，,。；;~～\-—至]{{0,6}}?)(?:以上)?"
)
_NAMES: Final = re.compile(r"(?:[\u4e00-\u9fff]{0,4})(?:指标|任务|目标|计划)(?:名称|内容)?")
_WITNESSES: Final = 2


@dataclass(frozen=True, slots=True)
class _Read:
    """A cell as a number with the words behind it."""

    value: Fraction
    decimals: int
    unit: str
    figure: Figure

    @property
    def near(self) -> Interval:
        step = Fraction(1, 10**self.decimals) / 2 if self.decimals else Fraction(0)
        return Interval(self.value - step, self.value + step)


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    goal: _Read
    done: _Read
    rate: Amount
    verdict: Verdict

    @property
    def computed(self) -> Fraction:
        return self.done.value / self.goal.value


def goal_rates(context: Context) -> Iterator[Relation]:
    """Relations of kind ``rate`` for every row of every table with these three columns."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            columns = _columns(part)
            if columns is not None:
                rows = [row for line in part.body if (row := _row(context, part, line, columns)) is not None]
                witnesses = sum(row.verdict != "error" for row in rows)
                yield from (_relation(row, witnesses) for row in rows)


def _columns(part: Part) -> tuple[int, int, int] | None:
    """Goal, actual and rate, each said by exactly one heading."""
    heads = {column: part.last_head(column) for column in range(part.grid.width)}
    rates = [column for column, head in heads.items() if _RATE.search(head)]
    goals = [c for c, head in heads.items() if c not in rates and _GOAL.search(head) and not _DONE.search(head)]
    goals = [c for c in goals if not (_NAMES.fullmatch(heads[c]) and c in part.text_columns and _is_words(part, c))]
    done = [c for c, head in heads.items() if c not in rates and _DONE.search(head) and c not in goals]
    return (goals[0], done[0], rates[0]) if len(goals) == len(done) == len(rates) == 1 else None


def _is_words(part: Part, column: int) -> bool:
    """Whether the column names the goals and tells no figure of any."""
    return not any(re.search(r"\d", part.grid.text(row, column)) for row in part.body)


def _row(context: Context, part: Part, row: int, columns: tuple[int, int, int]) -> _Row | None:
    goal, done = (_read(context, part, row, column) for column in columns[:2])
    rate = part.grid.amount(row, columns[2])
    if goal is None or done is None or rate is None or goal.value <= 0:
        return None
    if goal.unit != done.unit and goal.unit and done.unit:
        return None
    if not rate.is_rate and not re.search("[%％率]", part.last_head(columns[2])):
        return None
    name = next((text for column in range(columns[0] - 1, -1, -1) if (text := part.grid.text(row, column))), "")
    return _Row(name, goal, done, rate, _judged(goal, done, rate))


def _read(context: Context, part: Part, row: int, column: int) -> _Read | None:
    cell = part.grid.cell(row, column)
    found = _FIGURE.fullmatch(tight(cell.text)) if cell is not None and cell.row == row else None
    value = read_number(found["value"]) if found else None
    if cell is None or found is None or value is None:
        return None
    inside = context.in_cell(cell)
    mention = inside[0] if len(inside) == 1 else None
    text = mention.text if mention else cell.text.strip()
    place = (mention.start, mention.end) if mention else (cell.start, cell.end)
    decimals = len(found["value"].replace("．", ".").partition(".")[2])
    return _Read(value, decimals, found["unit"], Figure("", text, *place, mention))


def _judged(goal: _Read, done: _Read, rate: Amount) -> Verdict:
    computed, step, said = done.value / goal.value, *_said(rate)
    if round_half_up(computed / step, 0) * step == said or (computed > 1 and said == 1):
        return "ok"
    near = done.near.divided_by(goal.near)
    return "rounding" if near is not None and near.meets(Interval(said - step, said + step)) else "error"


def _said(rate: Amount) -> tuple[Fraction, Fraction]:
    """The step and the value as ratios; a plain 95.00 under 完成率 means percent."""
    return (rate.step, rate.value) if rate.is_rate else (rate.step / 100, rate.value / 100)


def _relation(row: _Row, witnesses: int) -> Relation:
    right = percent(row.computed, max(row.rate.decimals, 2))
    slip = shape(row.rate.text, right) or shape(row.rate.text, row.rate.written(row.computed))
    wrong = row.verdict == "error"
    sure = wrong and (slip != "" or witnesses >= _WITNESSES) and row.computed <= 1
    verdict: Verdict = "suspicious" if wrong and not sure else row.verdict
    name = f"“{row.name}”的完成率"
    message = f"{name}应为 {right}（{row.done.figure.text} ÷ {row.goal.figure.text}），表中为 {row.rate.text}。"
    figures = (
        replace(row.done.figure, role="part"),
        replace(row.goal.figure, role="base"),
        row.rate.figure("stated"),
    )
    return Relation(
        kind="rate",
        verdict=verdict,
        figures=figures,
        formula=f"{row.done.figure.text} ÷ {row.goal.figure.text}",
        computed=right,
        stated=row.rate.text,
        message=message if wrong else f"{name} {right}，与表中一致。",
        likely=mistaken(row.rate.text, right, slip) if wrong else "",
        severity="high" if verdict == "error" else "medium",
    )
