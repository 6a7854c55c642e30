"""A total that the text says twice in the same words: “综合评价得分为91.45分”, and 94.15分 at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.conclusion import conclusions
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.relation import Relation

__all__ = ["told_totals"]

_OPENING: Final = re.compile(
    r"^(?:综上(?:所述)?|总体(?:来看|上)?|经(?:综合)?(?:评价|评定|核查)|最终|根据[^，]{0,20})?[，,]?(?:本次|本|该|我)?"
)
_MOST: Final = 4
_LONGEST: Final = 30
_SHORTEST: Final = 4


def told_totals(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``: at most one, where all totals of the text but one agree or there are two."""
    found: dict[str, dict[object, Amount]] = {}
    for one in conclusions(context):
        words = _words(context, one.total)
        if words:
            found.setdefault(words, {}).setdefault(one.total.key, one.total)
    for words, totals in ((words, list(told.values())) for words, told in found.items()):
        if 1 < len(totals) <= _MOST and len({one.value for one in totals}) == 2:
            yield from _relation(words, totals[0], next(one for one in totals if one.value != totals[0].value))


def _words(context: Context, total: Amount) -> str:
    """What the clause says before the total, without what opens a sentence."""
    text = context.document.text
    line = text.rfind("\n", 0, total.cell.start)
    start = max(line, *(text.rfind(stop, line + 1, total.cell.start) for stop in "。；;")) + 1
    clause = re.sub(r"\s", "", text[start : total.cell.start])
    words = _OPENING.sub("", clause)
    return words if _SHORTEST <= len(words) <= _LONGEST and not re.search(r"\d", words) else ""


def _relation(words: str, first: Amount, other: Amount) -> Iterator[Relation]:
    slip = shape(other.text, first.text)
    if slip:
        message = f"“{words}”前后不一：一处 {first.text}，另一处 {other.text}（{slip}）。"
        figures = (first.figure("said"), other.figure("stated"))
        yield Relation("repeat", "error", figures, "总分：前后相等", first.text, other.text, message, "", "high")
