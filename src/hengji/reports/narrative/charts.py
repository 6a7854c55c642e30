"""The charts that a narrative asks for by a line such as ``{图:得分}``; nothing where the data do not make one."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from hengji.facts.numbers import percent, plain, shown
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.reports.narrative.showing import Form, figure
from hengji.reports.narrative.subject import Figures, Subject
from hengji.reports.paper.blocks import Block
from hengji.reports.paper.charts import (
    Compared,
    Executed,
    Scored,
    Shown,
    Yearly,
    execution,
    scores_by_indicator,
    self_against_verified,
    years,
)

__all__ = ["CHARTS", "budget_pairs"]

_OUTTURNS: Final = ("决算", "支出", "实际", "执行")
_MOST_YEARS: Final = 3


def _tops(card: Scorecard) -> list[NodeScore]:
    return [node for node in card.nodes if node.level == 1 and node.effective_points is not None]


def _points(value: Fraction | None, places: int | None = None) -> Shown | None:
    if value is None:
        return None
    return Shown(value, plain(value) if places is None else shown(value, places))


def score_chart(subject: Subject) -> tuple[Block, ...]:
    """First-level indicators against their full points."""
    card = subject.card
    rows = [
        Scored(node.name, _points(node.score, card.score_places), full)
        for node in _tops(card)
        if (full := _points(node.effective_points)) is not None
    ]
    return (scores_by_indicator(rows),) if any(row.score is not None for row in rows) else ()


def comparison_chart(subject: Subject) -> tuple[Block, ...]:
    """What the department gave itself and what the verification left of it."""
    card, own = subject.card, subject.own
    if own is None:
        return ()
    rows = []
    for node in _tops(card):
        mine, full = own.node(node.path), _points(node.effective_points)
        if mine is not None and full is not None:
            scores = (_points(mine.score, own.score_places), _points(node.score, card.score_places))
            rows.append(Compared(node.name, *scores, full))
    return (self_against_verified(rows),) if rows else ()


def budget_pairs(subject: Subject) -> tuple[tuple[str, str], ...]:
    """Names of a budget and of its outturn; the adjusted budget where there is one, as it is what was executed."""
    figures = subject.figures
    pairs: dict[str, str] = {}
    for item in subject.evaluation.data:
        if "预算" not in item.name or not item.unit.is_money:
            continue
        plainly = item.name.replace("调整预算", "预算")
        found = next(
            (plainly.replace("预算", word) for word in _OUTTURNS if plainly.replace("预算", word) in figures), ""
        )
        if found and figures[found].unit == item.unit and (found not in pairs or plainly != item.name):
            pairs[found] = item.name
    return tuple((budget, outturn) for outturn, budget in pairs.items())


def execution_chart(subject: Subject) -> tuple[Block, ...]:
    """Budgets beside what was spent of them."""
    rows, figures = [], subject.figures
    units = {figures[budget].unit for budget, _ in budget_pairs(subject)}
    if len(units) != 1:
        return ()
    for budget, outturn in budget_pairs(subject):
        planned, spent = figures[budget], figures[outturn]
        rate = percent(Fraction(spent.value) / Fraction(planned.value)) if planned.value else ""
        label = budget.split("预算", maxsplit=1)[0].removesuffix("调整") or budget
        rows.append(Executed(label, _amount(planned), _amount(spent), rate))
    return (execution(rows, caption=f"预算与执行（{units.pop()}）"),)


def _amount(found: Figures) -> Shown:
    text = figure(found.value, found.unit, Form(bare=True), found.decimals) or ""
    return Shown(Fraction(found.value), text)


def years_chart(subject: Subject) -> tuple[Block, ...]:
    """The totals of up to three years, the earliest first."""
    cards = [subject.card, *(card for _, card in subject.previous)][:_MOST_YEARS]
    if sum(1 for card in cards if card.total is not None) < 2:
        return ()
    rows = [Yearly(f"{card.year}年", (_points(card.total, card.score_places),)) for card in reversed(cards)]
    return (years(rows, "历年得分", ("得分",)),)


CHARTS: Final[dict[str, Callable[[Subject], tuple[Block, ...]]]] = {
    "得分": score_chart,
    "执行": execution_chart,
    "自评与核查": comparison_chart,
    "历年": years_chart,
}
