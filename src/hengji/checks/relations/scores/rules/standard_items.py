"""Numbered points of a standard that each print what they are worth, against the points of the indicator.

``①…（2分）；②…（2分）`` is read in one way only. Where other rows of the rubric add up so, one that does not is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow
from hengji.checks.relations.tables.amounts import tight
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation

__all__ = ["standard_items"]

_ITEM: Final = re.compile(r"(?:^|(?<=[;；。,，:：、)）]))(?:\d{1,2}[.．、](?!\d)|[①-⑳]|[(（]\d{1,2}[)）])")
_WORTH: Final = re.compile(r"[（(](\d{1,2}(?:\.\d{1,2})?)分[)）]|(?:得|计)(\d{1,2}(?:\.\d{1,2})?)分")
_POINTS: Final = re.compile(r"\d\s*分")
_OTHER: Final = re.compile("扣|每|酌情|否则|不得分|任一|其中|以上|以下|≥|≤|最高|加分|任意")
_FEWEST: Final = 2


def standard_items(rubric: Rubric) -> Iterator[Relation]:
    """Relations of kind ``score_sum``, all of them errors."""
    if rubric.ragged:
        return
    found = [(row, total) for row in rubric.rows if (total := _items_total(row)) is not None and row.points is not None]
    agreed = sum(row.points is not None and row.points.value == total for row, total in found)
    wrong = [(row, total) for row, total in found if row.points is not None and row.points.value != total]
    if not agreed or agreed < len(wrong):
        return
    for row, total in wrong:
        yield from _relation(row, total)


def _items_total(row: RubricRow) -> Fraction | None:
    """What the items of the standard are worth in all; None where one of them may be meant otherwise."""
    text = tight(row.standard.text) if row.standard is not None and not row.is_total else ""
    items = [item for item in _ITEM.split(text)[1:] if item]
    if len(items) < _FEWEST or _OTHER.search(text):
        return None
    worths = []
    for item in items:
        found = _WORTH.findall(item)
        if len(found) != 1 or len(_POINTS.findall(item)) != 1:
            return None
        worths.append(Fraction(found[0][0] or found[0][1]))
    falling = len(set(worths)) > 1 and all(a > b for a, b in pairwise(worths))
    return None if falling else sum(worths, Fraction(0))


def _relation(row: RubricRow, total: Fraction) -> Iterator[Relation]:
    if row.points is None or row.standard is None:
        return
    place = Figure("standard", row.standard.text.strip(), row.standard.start, row.standard.end)
    message = f"“{row.name}”评分标准各要点合计 {plain(total)} 分，指标分值却为 {row.points.text} 分。"
    yield Relation(
        "score_sum", "error", (place, row.points.figure("points")), f"各要点分值之和 = {row.points.text}", plain(total),
        row.points.text, message, "请核对分值与评分标准。", "high",
    )  # fmt: skip
