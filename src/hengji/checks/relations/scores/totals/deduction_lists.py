"""Deductions of a whole paper: “…扣0.8分；…扣2分。共扣2.8分，得97.2分” and “得92.5分，是100分扣减7.5分的结果”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.reading.prose import Deduction, deductions_of
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["deduction_lists"]

_TOTAL: Final = re.compile(
    r"(?:以上)?(?:合计|总计|累计|总共|共计|共)\s*(?:扣(?:减|除|去|分)?|失分)\s*(?:为|是|[:：])?\s*(\d{1,2}(?:\.\d{1,2})?)\s*分"
)
_SCORE: Final = re.compile(
    r"(?:得分|得|评分|评定为|总分|分数)(?:合计|为|是|[:：])?\s*(\d{2,3}(?:\.\d{1,4})?)\s*分(?!值|制)"
)
_FULL: Final = re.compile(
    r"(?:满分|总分|基础分|基准分|分值)(?:为|是|[:：])?\s*100\s*分|100\s*分(?:的?基础|满分)|百分制"
)
_INCOMPLETE: Final = re.compile("主要|等(?!级|次)|其他|其余|分别|均扣|各扣|每|最多|标准|加分|加\\d|折")
_LARGE: Final = re.compile(r"(?<![\d.])([5-9]\d(?:\.\d{1,2})?)\s*分(?![之值率及以（(至到—-])")
_OTHER_TIME: Final = re.compile("上年|上一年|去年|往年|上期|同期|前年")
_EARNED: Final = re.compile(r"得(?:分|了)?(?:分别)?(?:为)?\s*\d{1,2}(?:\.\d{1,2})?\s*分")
_FEWEST: Final = 2
_LEAST: Final = 50
_HUNDRED: Final = Fraction(100)


def deduction_lists(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, at most two for each paragraph that takes points off."""
    text = context.document.text
    seen: set[Span] = set()
    for match in re.finditer("扣", text):
        span = context.paragraph_at(match.start())
        if span in seen or context.table_at(match.start()) is not None:
            continue
        seen.add(span)
        paragraph = text[slice(*span)]
        found = [one for one in deductions_of(paragraph) if one.points]
        if (found or _TOTAL.search(paragraph)) and not _INCOMPLETE.search(paragraph):
            yield from _listed(context, span, found)
            yield from _left(context, span, found)


def _totals(context: Context, span: Span) -> list[Amount]:
    found = (amount_at(context, *one.span(1)) for one in _TOTAL.finditer(context.document.text, *span))
    return [one for one in found if one is not None]


def _scores(context: Context, span: Span) -> list[Amount]:
    found = (amount_at(context, *one.span(1)) for one in _SCORE.finditer(context.document.text, *span))
    return [one for one in found if one is not None and _LEAST <= one.value < _HUNDRED]


def _parts(found: Sequence[Deduction], totals: Sequence[Amount], start: int) -> list[Deduction]:
    """The deductions that are no total of others."""
    ends = {one.cell.end for one in totals}
    single = [one for one in found if not one.is_sum]
    return [one for one in single if not any(start + one.start < end <= start + one.end for end in ends)]


def _listed(context: Context, span: Span, found: Sequence[Deduction]) -> Iterator[Relation]:
    """The one total of deductions against those that the paragraph lists before it or behind it."""
    totals = _totals(context, span)
    parts = _parts(found, totals, span[0])
    if len(totals) != 1 or len(parts) < _FEWEST or "其中" in context.document.text[slice(*span)]:
        return
    total = totals[0]
    computed = sum((one.points for one in parts), Fraction(0))
    scores = _scores(context, span)
    agreed = any(_HUNDRED - computed == score.value for score in scores)
    against = any(_HUNDRED - total.value == score.value for score in scores)
    slip = shape(total.text, total.written(computed, 2)) or shape(total.text, plain(computed))
    holds = computed == total.value
    verdict: Verdict = "ok" if holds else "error" if (agreed or slip) and not against else "suspicious"
    right = plain(computed)
    formula = f"{' + '.join(plain(one.points) for one in parts)} = {total.text}"
    message = f"所列各项扣分之和{'' if holds else '应'}为 {right} 分，文中共扣 {total.text} 分。"
    yield rule_relation(verdict, (*_places(context, span, parts), total.figure("total")), formula, right, message)


def _left(context: Context, span: Span, found: Sequence[Deduction]) -> Iterator[Relation]:
    """A score out of a hundred against what was taken off."""
    text = context.document.text
    scores = _scores(context, span)
    totals = _totals(context, span)
    if len(scores) != 1 or not (_FULL.search(text, *span) or totals):
        return
    score = scores[0]
    if _is_of_other_things(text, span, score, found):
        return
    parts = _parts(found, totals, span[0])
    lost = sum((one.points for one in parts), Fraction(0))
    told = {one.value for one in totals} | {one.points for one in found}
    lost = lost or (totals[0].value if len(totals) == 1 else lost)
    if any(_HUNDRED - one == score.value for one in (*told, lost)):
        return
    whole = [one for one in told if one * 2 == lost or one == lost]
    if not whole:
        return
    off = whole[0]
    right = plain(_HUNDRED - off)
    message = f"满分 100 分扣 {plain(off)} 分，应得 {right} 分，文中为 {score.text} 分。"
    figures = (*_places(context, span, found), score.figure("score"))
    yield rule_relation("error", figures, f"100 - {plain(off)} = {score.text}", right, message)


def _is_of_other_things(text: str, span: Span, score: Amount, found: Sequence[Deduction]) -> bool:
    """Whether the score is another year's or one of several totals, or the deductions are told of indicators whose own
    scores follow them: 组织10分，因晚报扣1分，得9分，合计86.44分."""
    clause = re.split("[，。；\n]", text[span[0] : score.cell.start])[-1]
    others = {Fraction(one) for one in _LARGE.findall(text[slice(*span)])} - {score.value, _HUNDRED}
    parts = [one for one in found if one.leaves is not None and one.leaves != score.value]
    shared = len(_EARNED.findall(text[slice(*span)])) > len(found) + 1
    return _OTHER_TIME.search(clause) is not None or bool(others) or bool(parts) or shared


def _places(context: Context, span: Span, found: Sequence[Deduction]) -> tuple[Figure, ...]:
    text = context.document.text
    spans = [(span[0] + one.start, span[0] + one.end) for one in found]
    return tuple(Figure("deduction", text[start:end], start, end) for start, end in spans)
