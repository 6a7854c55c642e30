"""A grade in one sentence, its total in another, or beside it without the word 得分: “自评95.5分，…，等次良好”.

The words before both say whose they are (自评, 核查): a grade goes with the last total of its own owner.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.scores.grades.account_totals import account_totals
from hengji.checks.relations.scores.grades.grade_bands import Band
from hengji.checks.relations.scores.reading.conclusion import GRADES, Conclusion
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.tables.amounts import Amount

__all__ = ["grades_apart"]

_WORDS: Final = "|".join(sorted(GRADES, key=len, reverse=True))
_OWNER: Final = r"自评|核查|复核|复评|抽查|评价|考评|评审|综合|总"
_SAID: Final = near(
    re.compile(
        rf"(?:(?P<owner>{_OWNER})[^，。；：\n“”]{{0,4}})?(?:结果|结论|等级|等次|级别|档次|评定?(?=为))(?:评定|认定|确定|调整|核定|下调)?(?:为|是|属于?|[:：])?\s*"
        rf"[“\"]?(?P<grade>{_WORDS})[”\"]?(?:等?级|等次|档次?)?(?=[，,。；;、）)（(\n]|$)"
    ),
    "(?:结果|结论|等级|等次|级别|档次|评定?为)",
    60,
)
_TOTAL: Final = re.compile(
    rf"(?P<owner>{_OWNER})(?:总|综合|最终)?(?:得分?|评分|总分|分数|结果)?(?:为|是|[:：])?\s*(?P<score>\d{{2,3}}(?:\.\d{{1,4}})?)\s*分(?!值|以)"
)
_POINTS: Final = re.compile(r"\d分(?!值|以)")
_OF_ANOTHER: Final = re.compile("上年|去年|上一年|个项目|该项目|重点项目|其中|分别")
_GENERAL: Final = frozenset({"评价", "综合", "总"})
_REACH, _FULL = 2000, 100
_LEAST: Final = 40  # less is the total of a part
_MOST: Final = 120


@dataclass(frozen=True, slots=True)
class _Total:
    owner: str
    amount: Amount
    start: int


def grades_apart(
    context: Context, groups: Sequence[list[Band]], known: Collection[Span | None]
) -> Iterator[Conclusion]:
    """Such pairs; *known* are the grades that stand with their total. A document that states no bands of its own is
    asked for the one total that its points end in."""
    inside = [band.span for group in groups for band in group]
    text = context.document.text
    ended = [_Total("", amount, amount.cell.start) for amount in account_totals(context)]
    totals = [*(_totals(context, inside) if groups or ended else ()), *ended]
    for match in _SAID.finditer(text) if totals else ():
        place = match.span("grade")
        if place in known or context.table_at(match.start()) is not None or _within(place, inside):
            continue
        total = _total_of(text, match["owner"] or "", match.start(), totals, context.sentence_at(match.start()))
        if total is not None:
            yield Conclusion(total.amount, GRADES[match["grade"]], place, total.owner == "自评")


def _totals(context: Context, inside: Sequence[Span]) -> Iterator[_Total]:
    for match in _TOTAL.finditer(context.document.text):
        if context.table_at(match.start()) is None and not _within(match.span("score"), inside):
            amount = amount_at(context, *match.span("score"))
            if amount is not None and amount.value == _FULL and "得" not in match[0]:
                continue  # 自评总分100分，设四类指标: what can be had
            if amount is not None and _LEAST < amount.value <= _MOST:
                yield _Total(match["owner"], amount, match.start())


def _within(place: Span, spans: Sequence[Span]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in spans)


def _total_of(text: str, owner: str, start: int, totals: Sequence[_Total], sentence: Span) -> _Total | None:
    """The last total of the same sentence, or of the same owner before it; without an owner the only one there is,
    unless the grade's own sentence has other points (自评74.5分。…产出49分，共97.36分，等级为“优”)."""
    before = [total for total in totals if start - _REACH <= total.start < start]
    beside = [total for total in before if total.start >= sentence[0]]
    if all(total.owner != owner if owner in _GENERAL else not total.owner for total in totals):
        owner = ""  # 自评88分，评价等级“优”; 合计95.15分，自评等次为“良”
    if beside and not owner:
        return beside[-1] if len({total.amount.value for total in beside}) == 1 else None
    own = [total for total in before if owner and total.owner == owner]
    if own:
        return own[-1]
    alone = len({total.amount.value for total in totals}) == 1 and not _POINTS.search(text, sentence[0], start)
    alone = alone and not _OF_ANOTHER.search(text, sentence[0], start)
    return before[-1] if before and not owner and alone else None
