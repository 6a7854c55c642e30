"""Satisfaction as a mean: of the rates of several groups or questions, plain or weighted, or of points out of five."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.intervals import Interval
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.wording.surveys.shares import survey_relation
from hengji.facts.numbers import percent, read_number, round_half_up, shown
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["mean_satisfaction"]

_RATE: Final = r"(\d{1,3}(?:\.\d{1,4})?)\s*[%％]"
_MEAN: Final = re.compile(
    rf"(?:平均|综合|总体|整体|加权)(?:平均|综合)?满意(?:度|率)(?:得分)?(?:为|达到|达|是|[:：])?\s*{_RATE}"
    rf"|满意(?:度|率)(?:的)?(?:算术|加权)?平均(?:值|数)?(?:为|达到|达|是)?\s*{_RATE}"
)
_WEIGHTS: Final = re.compile(
    r"(?:权重|比重|占比)(?:分别|依次|各)?(?:为|是|按)\s*((?:\d{1,3}(?:\.\d)?\s*[%％]?\s*[、，,：:和]\s*)+\d{1,3}(?:\.\d)?\s*[%％]?)"
)
_EQUAL: Final = re.compile("等权|平均|算术")
_EACH: Final = re.compile(_RATE)
_CHANGED: Final = re.compile(r"(?:上年|去年|目标|增长|提高|下降|低于|高于|比|较|权重|占)[^，,、。；]{0,10}$")
_POINTS: Final = re.compile(
    rf"满分(?:为|是)?\s*(\d{{1,3}})\s*分[^。\n]{{0,30}}?得分(?:为|是)?\s*(\d{{1,3}}(?:\.\d{{1,3}})?)\s*分[^。\n]{{0,16}}?"
    rf"满意(?:度|率)(?:得分)?(?:为|达到|达|是)?\s*{_RATE}"
)
_TOLD: Final = re.compile("折算|换算|折合|即")
_TOTAL: Final = re.compile("合计|平均|综合|总体|总计")
_HEAD: Final = re.compile("满意(?:率|度)")

_OF_GROUP = re.compile("份，平均(?:满意度|得分)")
Value = tuple[Fraction, int, Figure]
"""A rate in percent, its decimals, its place."""


def mean_satisfaction(context: Context) -> Iterator[Relation]:
    """Relations of kind ``survey``."""
    text = context.document.text
    for match in _MEAN.finditer(text):
        group = 1 if match[1] else 2
        start, end = context.sentence_at(match.start())
        begin = max(start, text.rfind("\n", 0, match.start()) + 1)
        if len(_OF_GROUP.findall(text, begin, end)) > 1:
            continue  # 退役军人320份，平均满意度 a；军休干部80份，平均满意度 b: each group's own
        weights = _weights(text[begin:end])
        if context.table_at(match.start()) is None and (weights or _EQUAL.search(text, begin, end)):
            listed = list(_listed(context, (begin, match.start())))
            values = listed if len(listed) > 1 else _in_table(context, match.start())
            yield from _against(context, match.span(group), values, weights)
    for match in _POINTS.finditer(text):
        yield from _of_points(context, match)


def _weights(sentence: str) -> list[Fraction]:
    match = _WEIGHTS.search(sentence)
    found = [Fraction(one) for one in re.findall(r"\d+(?:\.\d+)?", match[1])] if match else []
    total = sum(found, Fraction(0))
    return [one / total for one in found] if total in (1, 10, 100) else []


def _listed(context: Context, span: Span) -> Iterator[Value]:
    """The rates of the sentence before the mean; those of weights and of changes are none of them."""
    text = context.document.text
    weights = [match.span(1) for match in _WEIGHTS.finditer(text, *span)]
    for match in _EACH.finditer(text, *span):
        weighed = any(start <= match.start() < end for start, end in weights)
        if not weighed and not _CHANGED.search(text, max(span[0], match.start() - 16), match.start()):
            yield _value(context, match.span(1))


def _value(context: Context, span: Span) -> Value:
    digits = context.document.text[slice(*span)]
    return read_number(digits) or Fraction(0), len(digits.partition(".")[2]), piece(context, "part", *span)


def _in_table(context: Context, at: int) -> list[Value]:
    """The column of satisfaction in the last table before *at*."""
    tables = [table for table in context.document.tables if table.end <= at][-1:]
    for table in tables:
        for part in parts_of(context, table):
            columns = part.columns_named(_HEAD)
            found = []
            for row in part.body if len(columns) == 1 else ():
                amount = part.grid.amount(row, columns[0])
                label = "".join(part.grid.text(row, column) for column in range(columns[0]))
                if amount is not None and not _TOTAL.search(label[:6]):
                    scale = 100 if amount.is_rate else 1
                    found.append((amount.value * scale, amount.decimals, amount.figure("part")))
            if len(found) > 1:
                return found
    return []


def _against(context: Context, place: Span, values: Sequence[Value], weights: Sequence[Fraction]) -> Iterator[Relation]:
    if len(values) < 2 or (weights and len(weights) != len(values)):
        return
    shares = list(weights) or [Fraction(1, len(values))] * len(values)
    mean = sum((value * share for (value, _, _), share in zip(values, shares, strict=True)), Fraction(0))
    slack = sum((Fraction(1, 2 * 10**places) * share for (_, places, _), share in zip(values, shares, strict=True)))
    stated, decimals, figure = _value(context, place)
    step = Fraction(1, 10**decimals)
    right = shown(round_half_up(mean, decimals), decimals)
    near = Interval(mean - slack, mean + slack).meets(Interval(stated - step / 2, stated + step))
    outside = not min(value for value, _, _ in values) <= stated <= max(value for value, _, _ in values)
    slip = shape(context.document.text[slice(*place)], right)
    certain = bool(weights) or outside or slip != ""
    verdict: Verdict = "ok" if near else "error" if certain else "suspicious"
    basis = "加权平均" if weights else "平均"
    yield survey_relation(
        verdict,
        [*(one for _, _, one in values), replace(figure, role="stated")],
        basis,
        f"{right}%",
        f"{figure.text}%",
        f"各项满意度{basis}为{right}%，文中为{figure.text}%，{'相符' if near else '请核对'}。",
        mistaken(f"{figure.text}%", f"{right}%", slip) if not near else "",
    )


def _of_points(context: Context, match: re.Match[str]) -> Iterator[Relation]:
    full, score, stated = (Fraction(match[group]) for group in (1, 2, 3))
    if not full or score > full:
        return
    decimals = len(match[3].partition(".")[2])
    rate = score / full * 100
    holds = round_half_up(rate, decimals) == stated or 0 <= rate - stated < Fraction(1, 10**decimals)
    verdict: Verdict = "ok" if holds else "error" if _TOLD.search(match[0]) else "suspicious"
    right = percent(rate / 100)
    yield survey_relation(
        verdict,
        [piece(context, role, *match.span(group)) for role, group in (("whole", 1), ("part", 2), ("stated", 3))],
        f"{match[2]} ÷ {match[1]}",
        right,
        f"{match[3]}%",
        f"平均{match[2]}分、满分{match[1]}分，折算为{right}，文中为{match[3]}%，{'相符' if holds else '请核对'}。",
    )
