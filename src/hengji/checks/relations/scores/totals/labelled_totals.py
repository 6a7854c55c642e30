"""The total that a form prints behind its label, 自评得分 or 总分, against the total row of its table of scores."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.reading.rubrics import Rubric, rubrics_of
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.relation import Relation, Severity, Verdict

__all__ = ["labelled_totals"]

_LABEL: Final = re.compile(
    r"(?:^|[\t\n \u3000])(?:项目|部门|单位)?(?:自评|评价|综合|绩效自评|总)(?:总?得分|总分|分数)(?:[(（]分[)）])?"
    r"[ \t\u3000]*[:：]?\s{0,3}"
    r"(\d{2,3}(?:\.\d{1,4})?)\s*分?[ \t\u3000]*(?=\n|\t|$| {2})"
)
_LEAST: Final = 30
_HUNDRED: Final = Fraction(100)


def labelled_totals(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``: at most one for each table, whose label stands between it and the one before."""
    before = 0
    for rubric in rubrics_of(context):
        table = rubric.part.grid.table
        total = _total(rubric)
        if total is not None:
            found = list(_labels(context, before, _first(rubric)))
            if len(found) == 1:
                yield _relation(found[0], total)
        before = table.end


def _first(rubric: Rubric) -> int:
    """Where the first row of indicators begins."""
    cells = rubric.part.grid.cells[rubric.part.first]
    return min((cell.start for cell in cells if cell is not None), default=rubric.part.grid.table.start)


def _labels(context: Context, start: int, end: int) -> Iterator[Amount]:
    for match in _LABEL.finditer(context.document.text, start, end):
        amount = amount_at(context, *match.span(1))
        if amount is not None and _LEAST <= amount.value <= _HUNDRED:
            yield amount


def _total(rubric: Rubric) -> Amount | None:
    """The only total of a table of a hundred points with one column of scores."""
    totals = [row for row in rubric.rows if row.is_total and row.points is not None and row.points.value == _HUNDRED]
    return totals[0].scores[0] if len(totals) == 1 and len(rubric.score_heads) == 1 and not rubric.ragged else None


def _relation(stated: Amount, total: Amount) -> Relation:
    holds = stated.value == total.value
    slip = "" if holds else shape(stated.text, total.text)
    verdict: Verdict = "ok" if holds else "error" if slip else "suspicious"
    told = "一致" if holds else f"请核对（{slip}）" if slip else "请核对"
    message = f"所填总分 {stated.text}，评分表总分 {total.text}，{told}。"
    grave: Severity = "high" if slip else "medium"
    figures = (total.figure("table"), stated.figure("stated"))
    return Relation("repeat", verdict, figures, "两处总分相等", total.text, stated.text, message, "", grave)
