"""The score of a project in a list of projects, against the total of the table that scores this project alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.rubrics import POINTS, Rubric, rubrics_of
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.relation import Relation, Severity, Verdict

__all__ = ["project_scores"]

_PROJECT: Final = re.compile(r"^(?:项目|单位|部门)(?:名称)?$")
_SCORE: Final = re.compile(r"^(?:自评|评价|综合|最终)?(?:总?得分|总分|评分|自评分)(?:[(（]分[)）])?$")
_NAMED: Final = re.compile(r"(?:项目|单位|部门)名称[\s：:]*([^\n\t，。：:]{3,30})")
_ABOVE: Final = 80
_SHORTEST: Final = 4
_HUNDRED: Final = Fraction(100)


def project_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, one for each listed project that has a table of its own."""
    listed = _listed(context)
    for rubric in rubrics_of(context) if listed else ():
        total = _total(rubric)
        own = _above(context, rubric, listed) if total is not None else None
        if total is not None and own is not None:
            yield _relation(own, listed[own], total)


def _listed(context: Context) -> Mapping[str, Amount]:
    """The scores of the one list of projects, by name."""
    found: dict[str, Amount] = {}
    for table in context.document.tables:
        for part in parts_of(context, table):
            names = part.columns_named(_PROJECT)
            scores = part.columns_named(_SCORE)
            if len(names) == len(scores) == 1 and not part.columns_named(POINTS):
                found |= dict(_rows(part, names[0], scores[0]))
    return found


def _rows(part: Part, name: int, score: int) -> Iterator[tuple[str, Amount]]:
    for row in part.body:
        amount, text = part.grid.amount(row, score), part.grid.text(row, name)
        if amount is not None and len(text) >= _SHORTEST and not amount.is_rate:
            yield text, amount


def _total(rubric: Rubric) -> Amount | None:
    """The only total of a table of a hundred points."""
    totals = [row for row in rubric.rows if row.is_total and row.points is not None and row.points.value == _HUNDRED]
    return totals[0].scores[0] if len(totals) == 1 and len(rubric.score_heads) == 1 and not rubric.ragged else None


def _above(context: Context, rubric: Rubric, listed: Mapping[str, Amount]) -> str | None:
    """The one listed project that is named in the table's own rows, or right above it."""
    table = rubric.part.grid.table
    text = context.document.text
    named = _NAMED.search(text, table.start, table.end)
    if named is not None:
        return named[1].strip() if named[1].strip() in listed else None
    title = text[max(0, table.start - _ABOVE) : table.start].rstrip().rsplit("\n", 1)[-1]
    found = [name for name in listed if name in title]
    return max(found, key=len) if found else None


def _relation(name: str, listed: Amount, total: Amount) -> Relation:
    holds = listed.value == total.value
    slip = "" if holds else shape(listed.text, total.text)
    verdict: Verdict = "ok" if holds else "error" if slip else "suspicious"
    told = "一致" if holds else f"请核对（{slip}）" if slip else "请核对"
    message = f"“{name}”在汇总表中得分 {listed.text}，本项目评分表总分 {total.text}，{told}。"
    grave: Severity = "high" if slip else "medium"
    figures = (total.figure("table"), listed.figure("stated"))
    return Relation("repeat", verdict, figures, f"“{name}”：两表得分相等", total.text, listed.text, message, "", grave)
