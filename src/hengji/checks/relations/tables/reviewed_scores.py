"""Tables of bodies with two scores and what parts them: 自评得分 95.20, 复核得分 88.65, 核减 6.55."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.relation import Relation

__all__ = ["reviewed_scores"]

_SCORE: Final = re.compile(r"(?:得分|总分|评分|分数)(?:[（(]分?[)）])?$")
_OWN: Final = re.compile("自评")
_OTHER: Final = re.compile("复核|核查|抽查|复评|审定|核定|评价")
_APART: Final = re.compile(r"核[减增]|调[减整]|扣减|偏差|相差|分差|差[额值异]|增减|变动|虚高")
_FEWEST: Final = 2


def reviewed_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``difference`` for every row, where most rows of the table hold."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            found = list(_rows(part))
            held = [stated for one, other, stated in found if abs(one.value - other.value) == abs(stated.value)]
            if len(held) >= _FEWEST and len(held) * 2 > len(found):
                yield from (_relation(*row) for row in found)


def _rows(part: Part) -> Iterator[tuple[Amount, Amount, Amount]]:
    """The department's own score, the other one, and the difference that the row states."""
    heads = [(column, part.last_head(column)) for column in range(part.grid.width)]
    apart = [column for column, head in heads if _APART.search(head) and "率" not in head]
    own = [column for column, head in heads if _SCORE.search(head) and _OWN.search(head)]
    other = [column for column, head in heads if _SCORE.search(head) and _OTHER.search(head) and column not in own]
    if not len(own) == len(other) == len(apart) == 1:
        return
    for row in part.body:
        cells = [part.grid.amount(row, column) for column in (own[0], other[0], apart[0])]
        if cells[0] is not None and cells[1] is not None and cells[2] is not None:
            yield cells[0], cells[1], cells[2]


def _relation(own: Amount, other: Amount, stated: Amount) -> Relation:
    computed = own.value - other.value
    holds = abs(computed) == abs(stated.value)
    right = stated.written(abs(computed))
    message = f"自评 {own.text} 分与 {other.text} 分相差 {right} 分，"
    message += "与表中一致。" if holds else f"表中为 {stated.text}。"
    slip = "" if holds else shape(stated.text, right)
    figures = (own.figure("minuend"), other.figure("part"), stated.figure("stated"))
    return Relation(
        kind="difference",
        verdict="ok" if holds else "error",
        figures=figures,
        formula=f"{own.text} - {other.text}",
        computed=right,
        stated=stated.text,
        message=message,
        likely=f"{slip}。" if slip else "",
        severity="medium" if holds else "high",
    )
