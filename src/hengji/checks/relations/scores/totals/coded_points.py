"""Codes over codes: “A1 资金投入（6分，得5分）” above “A11 …（3分，得3分）” and “A12 …（3分，得2分）”.

Also a part over the indicators in the lines right below it: “总分值16分，得分14分。具体如下：”, “…，分值4分，得4分；”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, Verdict

__all__ = ["coded_points"]

_N: Final = r"(\d{1,3}(?:\.\d{1,4})?)"
_PAIR: Final = (
    rf"(?:总分值?|分值|满分|权重|标准分|共|计)?(?:为|是|[:：])?\s?{_N}\s?分?[，,、；;/]\s?"
    rf"(?:评价|自评|实际|核查|复核|本项|该项|实)*得分?(?:为|是|[:：])?\s?{_N}\s?分"
)
_CODED: Final = re.compile(
    rf"^[ \t\u3000]*(?P<code>[A-Z]\d{{1,6}}|[A-Z]?\d{{1,2}}(?:[.．]\d{{1,2}}){{0,3}})[ \t\u3000.．、]*"
    rf"(?P<name>[^\n，。；\d（(]{{2,24}})[（(]{_PAIR}[）)]",
    re.MULTILINE,
)
_LEAD: Final = re.compile(
    rf"(?:总分值?|分值|满分|权重)(?:为|共)?\s?{_N}\s?分[，,；;]\s?(?:评价|自评|实际|实)*得分?(?:为)?\s?{_N}\s?分[^\n]{{0,60}}\n"
)
_ITEM: Final = re.compile(
    rf"[ \t\u3000]*(?:[（(]?\d{{1,2}}[）)]?[.．、]?|[①-⑳])?[^\n，,。；;：:\d]{{2,24}}[，,：:（(]\s?"
    rf"(?:分值|满分|权重|标准分)"
    rf"(?:为|[:：])?\s?{_N}\s?分[，,、；;）)]?\s?"
    rf"(?:评价|自评|实际|核查|实)*得分?(?:为|[:：])?\s?{_N}\s?分[^\n]*(?:\n|$)"
)
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class _One:
    code: str
    name: str
    points: Amount
    score: Amount


def coded_points(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``, where the points add up."""
    text = context.document.text
    if "分" not in text:
        return
    found = [one for match in _CODED.finditer(text) if (one := _one(context, match)) is not None]
    for at, parent in enumerate(found):
        below: list[_One] = []
        for one in found[at + 1 :]:
            if not one.code.startswith(parent.code) or one.code == parent.code:
                break
            below.append(one)
        least = min((len(one.code) for one in below), default=0)
        yield from _added(parent, [one for one in below if len(one.code) == least])
    yield from _lines_below(context)


def _lines_below(context: Context) -> Iterator[Relation]:
    text = context.document.text
    for lead in _LEAD.finditer(text):
        own = _ITEM.match(text, text.rfind("\n", 0, lead.start()) + 1)
        if own is not None and not re.search("(?:其中|如下|包括|具体)[^\n]{0,8}\n$", lead[0]):
            continue  # the first of the lines itself
        points, score = amount_at(context, *lead.span(1)), amount_at(context, *lead.span(2))
        items: list[_One] = []
        at = lead.end()
        while (match := _ITEM.match(text, at)) is not None:
            a, b = amount_at(context, *match.span(1)), amount_at(context, *match.span(2))
            if a is None or b is None:
                break
            items.append(_One("", "", a, b))
            at = match.end()
        if points is not None and score is not None and context.table_at(lead.start()) is None:
            yield from _added(_One("", "该部分", points, score), items)


def _one(context: Context, match: re.Match[str]) -> _One | None:
    points, score = amount_at(context, *match.span(3)), amount_at(context, *match.span(4))
    if points is None or score is None or context.table_at(match.start()) is not None:
        return None
    return _One(re.sub("[.．]", "", match["code"]), match["name"], points, score)


def _added(parent: _One, below: Sequence[_One]) -> Iterator[Relation]:
    if len(below) < _FEWEST or sum((one.points.value for one in below), Fraction(0)) != parent.points.value:
        return
    computed = sum((one.score.value for one in below), Fraction(0))
    holds = computed == parent.score.value
    verdict: Verdict = "ok" if holds else "error"
    right = plain(computed)
    figures = (*(one.score.figure("part") for one in below), parent.score.figure("total"))
    formula = f"{' + '.join(plain(one.score.value) for one in below)} = {parent.score.text}"
    message = f"“{parent.name}”下各项得分之和{'' if holds else '应'}为 {right} 分，文中为 {parent.score.text} 分。"
    yield Relation(
        "score_sum", verdict, figures, formula, right, parent.score.text, message, "", "medium" if holds else "high"
    )
