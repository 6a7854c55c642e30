"""A heading with points and a score, and right below it the items that make them up: （三）履职产出35分，得34.3分, and
案件办理10分得9.2分；森林防火9分得8.4分；….

Where the points of the items make those of the heading, so must the scores. The items may be rows of a table that has
no total of its own: （二）管理效率（50分，自评47.4分）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.rubrics import rubrics_of
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation

__all__ = ["items_below"]

_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_HEADING: Final = re.compile(
    r"^[ \t\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．])?[ ]?(?P<name>[\u4e00-\u9fff]{2,12})"
    rf"[（(，,]?(?P<points>{_N})\s?分[，,；;]\s?(?:自评|评价|核查|实)?得?分?(?P<score>{_N})\s?分[)）]?"
    r"(?:[。：:]?[ \t]*\n+|[。：:][ \t]*)(?P<below>[^\n]+)",
    re.MULTILINE,
)
_ITEM: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”]{{2,16}}?)[（(]?(?P<points>{_N})\s?分[)）]?(?:[，,][^。；\n\d]{{0,30}})?[，,]?\s?(?:实|自评)?(?:得分?|计)(?P<score>{_N})\s?分"
)
_LINE: Final = re.compile(
    rf"[ \t\u3000]*(?:[（(]?\d{{1,2}}[)）、.．])?[ ]?[^，。；：\d\n]{{2,20}}?[（(]?(?P<points>{_N})\s?分[)）]?"
    r"[。，；：][^\n]*?"
    rf"[得计](?P<score>{_N})\s?分[。；]?[ \t]*(?:\n+|$)"
)
"""预算完成率5分。达到100%得满分，…，得3.5分。"""
_ABOVE: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,12}})[（(]?(?P<points>{_N})\s?分[，,；;]\s?(?:自评|评价|核查|实)?得?分?(?P<score>{_N})\s?分[)）]?"
    r"[。：:]?(?:\s*\**表\s?\d{0,2}[^\n，。；]{0,24})?\s*$"
)
"""The caption of the table may stand between the heading and the table."""
_FEWEST: Final = 2
_MOST: Final = 40  # items of one heading
_REACH: Final = 60  # characters of a heading above a table


def items_below(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``, of paragraphs whose items have all the points of the heading above."""
    yield from _tables_below(context)
    text = context.document.text
    for heading in _HEADING.finditer(text):
        for items in (list(_ITEM.finditer(text, *heading.span("below"))), _lines_below(text, heading.start("below"))):
            points = sum((Fraction(one["points"]) for one in items), Fraction(0))
            if len(items) >= _FEWEST and points == Fraction(heading["points"]):
                yield _relation(context, heading, [(one["score"], one.span("score")) for one in items])
                break


def _lines_below(text: str, start: int) -> list[re.Match[str]]:
    """The lines from *start* on that are one item each: its points first, its score last."""
    found: list[re.Match[str]] = []
    while len(found) < _MOST and (one := _LINE.match(text, start)) is not None:
        found.append(one)
        start = one.end()
    return found


def _tables_below(context: Context) -> Iterator[Relation]:
    text = context.document.text
    for rubric in rubrics_of(context):
        start = rubric.part.grid.table.start
        heading = _ABOVE.search(text, max(0, start - _REACH), start)
        points = [row.points for row in rubric.rows if row.points is not None]
        scores = [score for row in rubric.rows for score in row.scores[:1] if row.points and score is not None]
        plain_rows = not rubric.ragged and not any(row.is_total for row in rubric.rows)
        whole = len(scores) == len(points) >= _FEWEST and plain_rows
        if heading and whole and sum(one.value for one in points) == Fraction(heading["points"]):
            parts = [(one.text, (one.cell.start, one.cell.end)) for one in scores]
            yield _relation(context, heading, parts)


def _relation(context: Context, heading: re.Match[str], parts: Sequence[tuple[str, Span]]) -> Relation:
    right = sum((Fraction(told) for told, _ in parts), Fraction(0))
    holds = right == Fraction(heading["score"])
    figures: tuple[Figure, ...] = (
        *(piece(context, "part", *span) for _, span in parts),
        piece(context, "stated", *heading.span("score")),
    )
    said = f"“{heading['name']}”各项得分之和"
    message = f"{said}{'' if holds else '应'}为 {plain(right)} 分，标题为 {heading['score']} 分。"
    return Relation(
        "score_sum", "ok" if holds else "error", figures, " + ".join(told for told, _ in parts), plain(right),
        heading["score"], message, "" if holds else "标题或某一项的得分误写。", "medium" if holds else "high",
    )  # fmt: skip
