"""Scores that one sentence lists, and their total: “预算执行9.40分，绩效指标90分，合计99.40分”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.narrative import amount_at
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, Severity, Verdict

__all__ = ["listed_scores"]

_ITEM: Final = re.compile(r"([^，,、；;。：:\n\d]{0,24})(\d{1,3}(?:\.\d{1,4})?)\s*分(?=\s*[，,、；;。)）\n]|$)")
_GAP: Final = re.compile(r"\s*[，,、；;]?\s*")
_TOTAL: Final = re.compile(
    r"(?:合计|总计|共计|总得?分|综合(?:评价)?(?:得分|评分)|最终(?:评价)?得分|总评(?:得分|分)?)\s*(?:得分?)?\s*(?:为|是|[:：])?\s*$"
)
_SERIES: Final = re.compile(r"(?:分别|依次)\s*(?:为|是|得)")
_NO_SCORE: Final = re.compile(r"扣|减|加|上年|提高|下降|低于|高于|以上|以下|平均|每|第")
_POINTS: Final = re.compile("满分|分值|权重")
_FEWEST: Final = 2


def listed_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``: a list of scores right before a total."""
    text = context.document.text
    run: list[tuple[str, Amount]] = []
    end = -1
    for match in _ITEM.finditer(text):
        if context.table_at(match.start()) is not None:
            continue
        amount = amount_at(context, *match.span(2))
        if end < 0 or _GAP.fullmatch(text, end, match.start()) is None:
            run = []
        end = match.end()
        if amount is None:
            continue
        if _TOTAL.search(match[1]):
            yield from _judged(_parts(run), amount)
            run = []
        else:
            run.append((match[1], amount))


def _parts(run: Sequence[tuple[str, Amount]]) -> list[Amount]:
    """The last series of the run without the points beside its scores; nothing where a figure is neither."""
    begin = max((place for place, (label, _) in enumerate(run) if _SERIES.search(label)), default=0)
    series = [one for one in run[begin:] if not _POINTS.search(one[0])]
    return [] if any(_NO_SCORE.search(label) for label, _ in series) else [amount for _, amount in series]


def _judged(parts: Sequence[Amount], total: Amount) -> Iterator[Relation]:
    """Only a slip of the pen in the total or in one part makes a failure sure: the list may be incomplete."""
    if len(parts) < _FEWEST:
        return
    computed = sum((part.value for part in parts), Fraction(0))
    holds = computed == total.value
    slip = "" if holds else _slip(parts, total, computed)
    if not holds and not slip:
        return
    verdict: Verdict = "ok" if holds else "error"
    right = total.written(computed, max(part.decimals for part in parts))
    message = f"各项得分之和{'' if holds else '应'}为 {right} 分，文中合计 {total.text}{'，一致' if holds else ''}。"
    figures = (*(part.figure("part") for part in parts), total.figure("total"))
    formula = f"{' + '.join(plain(part.value) for part in parts)} = {plain(total.value)}"
    severity: Severity = "high" if verdict == "error" else "medium"
    yield Relation("score_sum", verdict, figures, formula, right, total.text, message, slip, severity)


def _slip(parts: Sequence[Amount], total: Amount, computed: Fraction) -> str:
    """How one figure would have to read, where that is one slip from how it reads."""
    meant = [(total, computed), *((part, part.value + total.value - computed) for part in parts)]
    for amount, value in meant:
        name = shape(amount.written(amount.value), amount.written(value)) if value > 0 else ""
        if name:
            return f"若“{amount.text}”应为“{amount.written(value)}”（{name}），则合计成立。"
    return ""
