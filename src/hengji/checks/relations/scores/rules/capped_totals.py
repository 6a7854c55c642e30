"""Totals of an evaluation against the hundred points that there are, or the cap that the paper prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.conclusion import conclusions
from hengji.checks.relations.scores.reading.marking import bound_relation
from hengji.checks.relations.scores.reading.pairing import ADDED
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow
from hengji.facts.relation import Relation, Verdict

__all__ = ["capped_totals"]

_CAP: Final = re.compile(
    r"(?:总分|得分|合计)[^。；\n]{0,8}(?:不(?:能|得|可)?(?:超过|高于|大于)|最高[为不]?|上限为?|封顶)\s*100\s*分?"
)
_OF_A_HUNDRED: Final = "百分制"
_HUNDRED: Final = Fraction(100)


def capped_totals(context: Context, rubrics: Sequence[Rubric]) -> Iterator[Relation]:
    """Relations of kind ``policy``: no total is above 100."""
    text = context.document.text
    printed = _CAP.search(text) is not None or (_OF_A_HUNDRED in text and ADDED.search(text) is None)
    totals = [row.scores for rubric in rubrics for row in rubric.rows if row.is_total and not _has_bonus(row)]
    amounts = [score for scores in totals for score in scores if score is not None and score.value > 60]
    amounts += [conclusion.total for conclusion in conclusions(context)]
    for amount in amounts:
        above = amount.value > _HUNDRED
        verdict: Verdict = "ok" if not above else "error" if printed else "suspicious"
        why = "，而评分标准规定总分不超过 100 分" if printed else ""
        message = f"总分 {amount.text} 超过 100 分{why}。" if above else f"总分 {amount.text} 不超过 100 分。"
        right = "100" if above else amount.text
        yield bound_relation(verdict, (amount.figure("score"),), "总分 ≤ 100", right, message)


def _has_bonus(row: RubricRow) -> bool:
    """A total of more than 100 points: those of 加分项 are among them."""
    return row.points is not None and row.points.value > _HUNDRED
