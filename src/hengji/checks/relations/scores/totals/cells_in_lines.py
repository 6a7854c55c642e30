"""Rows of a goal table of which every cell has become a line: “≥90%”, “94%”, “10”, “10”: goal, result, points, score.

Also lines with points in brackets over a total of the same form: “决策（15分） 得分：14分”, …,
“总分（100分） 得分：92分”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.marking import bound_relation
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, Verdict

__all__ = ["bounds_of_cells", "totalled_lines"]

_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_ROW: Final = re.compile(
    rf"^[ \t]*(?:[≥≤=＝＞＜><]\s?\d[\d.,]*|\d[\d.,]*\s?[%％\u4e00-\u9fff])[^\n\d]{{0,8}}\n"
    rf"[ \t]*\d[\d.,]*\s?[%％\u4e00-\u9fff][^\n\d]{{0,6}}\n"
    rf"[ \t]*({_N})[ \t]*\n[ \t]*({_N})[ \t]*$",
    re.MULTILINE,
)
_LINE: Final = re.compile(
    rf"[ \t\u3000]*(?P<label>[^\n（(\d]{{0,40}}(?:[（(][一二三四五六七八九十\d]{{1,2}}[）)][^\n（(\d]{{0,40}})?)[（(]"
    rf"(?:分值|满分|权重|共)?[:：]?\s?({_N})\s?分[）)]"
    rf"[ \t\u3000：:，,]*(?:评价|自评|实际|实)?(?:得分?[：:为]?|(?<=[：:]))"
    rf"\s?({_N})\s?分?[ \t]*[；;。，,]?[ \t]*(?:\n|$)"
)
_TOTAL: Final = re.compile("合计|总计|总分|总得分")
_FEWEST: Final = 3
_APART: Final = 200


def bounds_of_cells(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``: the one score above its points among rows that mostly earned all of them."""
    text = context.document.text
    groups: list[list[tuple[Amount, Amount]]] = []
    end = -_APART - 1
    for match in _ROW.finditer(text):
        points, score = amount_at(context, *match.span(1)), amount_at(context, *match.span(2))
        if points is None or score is None or context.table_at(match.start()) is not None:
            continue
        if match.start() - end > _APART:
            groups.append([])
        groups[-1].append((points, score))
        end = match.end()
    for rows in groups:
        above = [(points, score) for points, score in rows if score.value > points.value]
        full = sum(points.value == score.value for points, score in rows)
        if len(rows) >= _FEWEST and len(above) == 1 and full * 3 >= len(rows) * 2 - 1:
            points, score = above[0]
            message = f"得分 {score.text} 超过分值 {points.text}。"
            figures = points.figure("points"), score.figure("score")
            yield bound_relation("error", figures, f"{score.text} ≤ {points.text}", f"不超过 {points.text}", message)


def totalled_lines(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``, where the points of the lines make those of their total."""
    text = context.document.text
    run: list[tuple[Amount, Amount]] = []
    at = 0
    while at < len(text):
        match = _LINE.match(text, at) if context.table_at(at) is None else None
        points = amount_at(context, *match.span(2)) if match else None
        score = amount_at(context, *match.span(3)) if match else None
        if match is None or points is None or score is None:
            run = []
        elif _TOTAL.search(match["label"]):
            yield from _added(run, points, score)
            run = []
        else:
            run.append((points, score))
        following = text.find("\n", at)
        at = following + 1 if following >= 0 else len(text)


def _added(run: Sequence[tuple[Amount, Amount]], points: Amount, score: Amount) -> Iterator[Relation]:
    if len(run) < _FEWEST - 1 or sum((one.value for one, _ in run), Fraction(0)) != points.value:
        return
    computed = sum((one.value for _, one in run), Fraction(0))
    holds = computed == score.value
    verdict: Verdict = "ok" if holds else "error"
    right = plain(computed)
    figures = (*(one.figure("part") for _, one in run), score.figure("total"))
    formula = f"{' + '.join(plain(one.value) for _, one in run)} = {score.text}"
    message = f"各项得分之和{'' if holds else '应'}为 {right} 分，文中总分 {score.text} 分。"
    yield Relation(
        "score_sum", verdict, figures, formula, right, score.text, message, "", "medium" if holds else "high"
    )
