"""The total that an account of points ends in, without a word of a result: 合计 | 100 | 95.15; 以上17项合计88.49分;
合计（100分）：97.61分; 满分100分，实得96.70分.

The paper's grade is often told a page further on, and goes with that total, where there is one only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.reading.rubrics import rubrics_of
from hengji.checks.relations.tables.amounts import Amount

__all__ = ["account_totals"]

_FIGURE: Final = r"(?P<score>\d{2}(?:\.\d{1,4})?)(?![\d.,%％])"
_HUNDRED: Final = r"(?<![\d.])100(?:\.0{1,2})?(?![\d.%％])"
_OF_HUNDRED: Final = near(
    re.compile(
        rf"(?:合计|总计|总分)[^\d。，；\n]{{0,8}}{_HUNDRED}[\s分）)|｜：:，,]{{0,12}}"
        rf"(?:共|合计|实际)?得?分?(?:为|：|:)?[\s|｜]{{0,8}}{_FIGURE}"
    ),
    "100",
    60,
)
_OUT_OF_HUNDRED: Final = near(
    re.compile(
        rf"满分(?:为|是|：)?\s?{_HUNDRED}\s?分[，,；](?:自评|评价|共|合计)?(?:实得|得分|得)(?:为|共|：)?\s?{_FIGURE}\s?分"
    ),
    "100",
    60,
)
_OF_ITEMS: Final = near(
    re.compile(
        r"(?:^|(?<=[，。；：\n]))(?:以上|上述|全部|各项|指标|[两三四五六七八九十\d]{1,3}项|得分|自评|指标得分){0,4}(?:合计|总计|共计)(?:得分?|为)?\s?"
        rf"{_FIGURE}\s?分[，。；]"
    ),
    "[合总共]计",
    40,
)
_LEAST: Final = 50  # less is the total of a part
_MOST: Final = 120
_FULL: Final = 100


def account_totals(context: Context) -> tuple[Amount, ...]:
    """In the order of the text; made once per document."""
    return context.once(account_totals, lambda: tuple(sorted(_totals(context), key=lambda one: one.cell.start)))


def _totals(context: Context) -> Iterator[Amount]:
    text = context.document.text
    for pattern in (_OF_HUNDRED, _OUT_OF_HUNDRED, _OF_ITEMS):
        for match in pattern.finditer(text):
            amount = amount_at(context, *match.span("score"))
            if amount is not None and _LEAST < amount.value <= _MOST:
                yield amount
    for rubric in rubrics_of(context):
        for row in rubric.rows if not rubric.ragged and len(rubric.score_heads) == 1 else ():
            score = row.scores[0]
            whole = row.is_total and row.points is not None and row.points.value == _FULL
            if whole and score is not None and _LEAST < score.value <= _MOST:
                yield score
