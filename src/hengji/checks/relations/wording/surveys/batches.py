"""Batches of sheets side by side: 学生问卷收回768份、有效750份；家长问卷收回370份、有效375份. In each of them no
more are valid than came back, and no more came back than were handed out; the same in every row of a table of batches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.wording.surveys.shares import survey_relation
from hengji.checks.relations.wording.surveys.survey_counts import Count, Counts
from hengji.facts.relation import Figure, Relation

__all__ = ["batches_in_tables", "batches_side_by_side"]

_STEPS: Final = (("发放", "收回"), ("收回", "有效"), ("接通", "接通"))
_BETWEEN: Final = re.compile(
    r"[份张户人名家位]?[，、；（(\s]{0,3}(?:其中|经|剔除|扣除|审核|筛选|回收率[\d.%％]+[，、])*[^。；\n\d]{0,14}"
)
_TOGETHER: Final = re.compile("共计?|合计|总计|累计|总[数的]|汇总|加上|两[次批项]|全部|各类")
_ANSWERED: Final = re.compile("有效|成功|完成")
_HEADS: Final = (
    ("发放", re.compile("发放|发出|派发")),
    ("收回", re.compile("(?:收回|回收)(?!率|有效)")),
    ("有效", re.compile("(?<!无)有效(?!率|回收率)")),
)
_RATE: Final = re.compile("率|度|比|无效")


def batches_side_by_side(context: Context, counts: Counts, told: Sequence[Relation]) -> Iterator[Relation]:
    """Errors of kind ``survey``, but for figures that one of *told* has judged wrong."""
    wrong = {each.start for one in told if one.verdict == "error" for each in one.figures}
    text = context.document.text
    for more, less in _STEPS:
        for part in counts.get(less, ()):
            before = [one for one in counts.get(more, ()) if one[1][1] <= part[1][0]]
            whole = max(before, key=lambda one: one[1], default=None)
            if whole is None or part[0] <= whole[0] or part[1][0] in wrong:
                continue
            between = text[whole[1][1] : part[1][0]]
            answered = more != less or _ANSWERED.search(between) is not None
            if answered and _BETWEEN.fullmatch(between) and not _TOGETHER.search(between):
                yield _relation(context, (more, whole), ("应答" if more == less else less, part))


def batches_in_tables(context: Context) -> Iterator[Relation]:
    """Rows whose cells say how many were handed out, came back and were valid."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            columns = dict(_columns(part))
            for more, less in (("发放", "收回"), ("收回", "有效"), ("发放", "有效")):
                if more in columns and less in columns and ((more, less) != ("发放", "有效") or "收回" not in columns):
                    yield from _of_rows(part, (more, columns[more]), (less, columns[less]))


def _columns(part: Part) -> Iterator[tuple[str, int]]:
    heads = [part.last_head(column) for column in range(part.grid.width)]
    for name, pattern in _HEADS:
        found = [at for at, head in enumerate(heads) if pattern.search(head) and not _RATE.search(head)]
        if len(found) == 1:
            yield name, found[0]


def _of_rows(part: Part, larger: tuple[str, int], smaller: tuple[str, int]) -> Iterator[Relation]:
    rows = [(part.grid.amount(row, larger[1]), part.grid.amount(row, smaller[1])) for row in part.body]
    pairs = [(whole, less) for whole, less in rows if whole is not None and less is not None]
    beyond = [(whole, less) for whole, less in pairs if less.value > whole.value > 0]
    if len(beyond) * 2 > len(pairs) or len(beyond) == len(pairs) or any(one.is_rate for pair in pairs for one in pair):
        return  # sheets nobody counted, or columns of another kind
    for whole, less in beyond:
        yield _told((larger[0], whole.figure("whole"), whole.text), (smaller[0], less.figure("part"), less.text))


def _relation(context: Context, larger: tuple[str, Count], smaller: tuple[str, Count]) -> Relation:
    (more, most), (less, least) = larger, smaller
    return _told(
        (more, piece(context, "whole", *most[1]), str(most[0])),
        (less, piece(context, "part", *least[1]), str(least[0])),
    )


def _told(larger: tuple[str, Figure, str], smaller: tuple[str, Figure, str]) -> Relation:
    (more, whole, most), (less, part, least) = larger, smaller
    message = f"{more}{most}份，{less}{least}份，{less}的不能多于{more}的，请核对份数。"
    return survey_relation("error", [whole, part], f"{less} ≤ {more}", f"≤ {most}", least, message)
