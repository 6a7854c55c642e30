"""A score against its printed standard: bands, a proportional share, one of several branches; and slips in the
standard itself. The data come from the remark in the rubric, or from the analysis of the same indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import clause_around
from hengji.checks.relations.scores.reading.marking import Marked, rule_relation
from hengji.checks.relations.scores.reading.narrative import Scored
from hengji.checks.relations.scores.reading.pairing import Spoken
from hengji.checks.relations.scores.reading.prose import bands_of, deductions_of, rate_of, worths_of
from hengji.checks.relations.scores.reading.row_data import goal_rate, rate_done, rate_in_words, with_target
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow
from hengji.checks.relations.scores.reading.told_rules import with_told_standards
from hengji.checks.relations.scores.rules.data_elsewhere import by_told_data
from hengji.checks.relations.scores.rules.measured import earned_of, written
from hengji.checks.relations.scores.rules.spoken_rules import read_rule, with_goal
from hengji.checks.relations.tables.amounts import Amount, tight
from hengji.facts.document import Cell
from hengji.facts.numbers import percent, plain, round_half_up
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["TRANSFER", "by_standards", "rate_of_row"]

TRANSFER: Final = re.compile(r"分值[^。；\n]{0,30}(?:调整|转移|转|增加|并|计)[入到至]|分值(?:平均)?(?:调整|增加)")
_PROPORTIONAL: Final = re.compile(
    r"得分\s*=[^。；;\n]{0,20}(?:分值|满分|权重)[^。；;\n]{0,6}[×*][^。；;\n]{0,16}率|率\s*[×*]\s*(?:本?指标)?(?:分值|满分|权重)"
)
_OPPOSITES: Final = re.compile(
    r"([^，、,]{4,60}?)的?[，,]\s*[得计](\d+(?:\.\d+)?)分[，,]\s*([^,，]{0,40}?(?:未|没有)[^,，]{0,40}?)的?[，,]\s*[得计](\d+(?:\.\d+)?)分"
)
_NOTHING: Final = re.compile(r"扣(?:减|除)?\s*0(?:\.0+)?\s*分")
_SCORE_RATE: Final = re.compile(r"得分率?\s*(?:为|是|达到?)?\s*\d+(?:\.\d+)?\s*[%％]")
_DONE: Final = re.compile(
    r"(?:完成|实际|实现|执行)(?:完成)?(?:值|情况|数|率)?(?:[(（].{0,6}[)）])?$|^数据$|^(?:自评|评价|实际)?情况$"
)
_ONLY_RATE: Final = re.compile(
    r"(?:率|度|比例|为|达到?)\s*(\d{1,3}(?:\.\d+)?)\s*[%％](?!\s*[，,]?\s*(?:以上|以下|的目标|目标))"
)
_DATA_BEHIND: Final = re.compile(
    r"[；;，,。](?P<data>[\u4e00-\u9fff“”（）()/÷\d.,]{0,40}?[=＝]\s?(?P<rate>\d{1,3}\.\d{1,2})\s?[%％])\s*$"
)
"""What was reckoned of the data, behind the standard in its own cell: …扣0.5分；追加数/年初预算数=12.67%."""
_REASONS: Final = re.compile(r"另|其他|还|同时|此外|资料|不规范|不完整|酌情|目标值|标准")
_POINTER: Final = re.compile("(?:详?见|按|依照?)[^，。；]{0,12}(?:标准|规则|办法|说明)|无|达标|未达标|符合")
_FEWEST: Final = 3
_TWO: Final = 2


def by_standards(context: Context, rubrics: Sequence[Rubric], spoken: Spoken) -> Iterator[Relation]:
    """Relations of kind ``score_rule`` for every row that prints its standard."""
    for told, rubric in zip(with_told_standards(context), rubrics, strict=True):
        for row, own in zip(told.rows, rubric.rows, strict=True):
            score = row.scores[rubric.verified]
            if row.standard is None or row.is_total:
                continue
            if own.standard is not row.standard:
                place = _text("standard", row.standard)
                yield from _told(context, row, rubric, score, place) if score is not None else ()
                continue
            place = _text("standard", row.standard)
            heading = spoken.get(score.key) if score is not None else None
            if score is not None:
                yield from _by_remark(row, rubric, score, place)
                yield from _told(context, row, rubric, score, place)
                yield from _alternatives(row, score, place)
                yield from _by_analysis(context, row.standard.text, heading, place) if heading is not None else ()
            yield from _branches(row.name, row.standard.text, place)


def _told(context: Context, row: RubricRow, rubric: Rubric, score: Amount, place: Figure) -> Iterator[Relation]:
    """By the data of the row, or else by those that the paper tells under its name."""
    found = list(_by_words(row, rubric, score, place))
    yield from found
    remark = tight(row.remark.text) if row.remark is not None else ""
    plain_row = rubric.is_plain
    if not found and row.points is not None and plain_row and (not remark or _POINTER.fullmatch(remark)):
        yield from by_told_data(context, row, rubric, row.points.value, place)


def _text(role: str, cell: Cell) -> Figure:
    return Figure(role, cell.text.strip(), cell.start, cell.end)


def _by_remark(row: RubricRow, rubric: Rubric, score: Amount, place: Figure) -> Iterator[Relation]:
    rate = rate_of(row.remark.text) if row.remark is not None else None
    if rate is not None and row.points is not None and row.remark is not None and row.standard is not None:
        reason = "" if rubric.ragged else row.remark.text
        one = Marked(row.name, row.points, score, reason, row.remark.start, not rubric.ragged)
        yield from _by_rate(one, row.standard.text, rate, (place, _text("data", row.remark), score.figure("score")))


def _by_words(row: RubricRow, rubric: Rubric, score: Amount, place: Figure) -> Iterator[Relation]:
    """A standard told in words (每低1个百分点扣0.5分, 95%以上得满分) against the one rate of the row: in its remark, or
    as what was done. A remark that gives other reasons is left alone."""
    if row.points is None or row.standard is None or not rubric.is_plain:
        return
    behind = _DATA_BEHIND.search(row.standard.text)
    words = row.standard.text[: behind.start()] if behind is not None else with_target(row, rubric)
    rule = read_rule(words, row.points.value)
    remark = row.remark.text if row.remark is not None else ""
    data = rate_of_row(row, rubric) if rule is not None and not _REASONS.search(remark) else None
    data = data or (_behind(row.standard, behind) if behind is not None and not remark else None)
    if rule is not None and data is None and rule.proportional and not rule.steps:
        data = rate_done(row, rubric)
    if rule is not None and data is None:
        yield from _by_count(row, rubric, score, place)
    if rule is None or data is None:
        return
    rate, said = data
    aim = goal_rate(row, rubric) if rule.proportional else None
    rule = with_goal(rule, aim) if rule.of_goal and aim else rule
    earned = rule.earned_by_rate(rate, row.points.value)
    if not earned:
        if score.value == row.points.value and rule.refuses_full(rate, row.points.value):
            message = f"“{row.name}”为 {percent(rate)}，没有达到评分标准给满分的条件，却得满分 {score.text} 分。"
            figures = (place, said, score.figure("score"))
            yield rule_relation("error", figures, "评分标准（满分的条件）", f"< {score.text}", message)
        return
    if aim and rate < aim and not rule.of_goal:
        earned |= {row.points.value * rate / aim}
    places = _places(score, rubric) if rule.proportional else max(score.decimals, 1)
    close = any(score.value in (round_half_up(one, places), round_half_up(one, 2)) for one in earned)
    gap = min(abs(one - score.value) for one in earned)
    near = close or (rule.proportional and gap <= row.points.value * Fraction(1, 200) + _step(score, rubric) / 2)
    right = plain(round_half_up(min(earned, key=lambda one: abs(one - score.value)), max(score.decimals, 2)))
    message = f"“{row.name}”按评分标准，{percent(rate)} 应得 {right} 分，所列得分 {score.text}。"
    verdict: Verdict = "ok" if near else "error"
    yield rule_relation(verdict, (place, said, score.figure("score")), f"评分标准（{percent(rate)}）", right, message)


def _behind(cell: Cell, found: re.Match[str]) -> tuple[Fraction, Figure]:
    start, end = cell.start + found.start("data"), cell.start + found.end("data")
    return Fraction(found["rate"]) / 100, Figure("data", found["data"], start, end)


def _places(score: Amount, rubric: Rubric) -> int:
    """The decimals that a proportional score is given with: a whole one among others of two was not rounded to it."""
    shown = (other.decimals for row in rubric.rows if (other := row.scores[rubric.verified]) is not None)
    return _TWO if max(shown, default=0) >= _TWO else score.decimals


def _step(score: Amount, rubric: Rubric) -> Fraction:
    return min(score.step, Fraction(1, 10 ** _places(score, rubric)))


def _by_count(row: RubricRow, rubric: Rubric, score: Amount, place: Figure) -> Iterator[Relation]:
    """11处 of “≥11处得满分，每少1处扣1分”: what was done, in its column or in the remark, counted as the standard
    does."""
    cells = [rubric.part.grid.cell(row.row, column) for column in rubric.part.columns_named(_DONE)[:2]]
    found = [cell for cell in (*cells, row.remark) if cell is not None and cell.row == row.row and tight(cell.text)]
    if len({cell.start for cell in found}) != 1 or row.points is None:
        return
    data = _text("data", found[0])
    earned = earned_of(with_target(row, rubric), data.text, row.points, score)
    if earned is not None:
        right = written(earned.right, score)
        holds = earned.verdict != "error"
        message = f"“{row.name}”按评分标准，{earned.said} {'' if holds else '应'}得 {right} 分，所列得分 {score.text}。"
        figures = (place, data, score.figure("score"))
        yield rule_relation(earned.verdict, figures, f"评分标准（{earned.said}）", right, message)


def rate_of_row(row: RubricRow, rubric: Rubric) -> tuple[Fraction, Figure] | None:
    """The one rate that the row prints as what was done, or in its remark."""
    if row.remark is not None and row.remark.text.strip():
        rate = rate_of(row.remark.text)
        bare = _ONLY_RATE.findall(row.remark.text) if rate is None else []
        rate = Fraction(bare[0]) / 100 if len(bare) == 1 else rate
        if rate is not None:
            return rate, _text("data", row.remark)
    part = rubric.part
    done = [
        column for column in part.columns_named(_DONE) if (found := part.grid.amount(row.row, column)) and found.is_rate
    ]
    amount = part.grid.amount(row.row, done[0]) if len(done) == 1 else None
    return (amount.value, amount.figure("data")) if amount is not None else rate_in_words(row, rubric)


def _by_analysis(context: Context, standard: str, heading: Scored, place: Figure) -> Iterator[Relation]:
    """The rate that the analysis arrives at, by the standard that the rubric prints for the same indicator."""
    span = heading.reason
    reason = context.document.text[slice(*span)]
    reason = _SCORE_RATE.sub(lambda match: " " * len(match[0]), reason)
    rate = rate_of(reason)
    if rate is None:
        return
    one = Marked(heading.name, heading.points, heading.score, reason, span[0], False)
    data = _data(context, span, rate)
    yield from _by_rate(one, standard, rate, (place, data, heading.score.figure("score")))


def _data(context: Context, span: Span, rate: Fraction) -> Figure:
    """The clause of the analysis that prints the rate."""
    found = [one for one in context.within(span) if one.is_rate and one.value == rate]
    start, end = clause_around(context.document.text, found[-1].start, found[-1].end) if found else span
    return Figure("data", context.document.text[start:end], start, end)


def _by_rate(one: Marked, text: str, rate: Fraction, figures: tuple[Figure, ...]) -> Iterator[Relation]:
    """The score that bands, or a proportional standard, give for a rate. Another branch that has this score (上年为0
    的…) may be the one that applies: then nothing is said."""
    points, score = one.points, one.score
    inside = [worth for interval, worth in bands_of(text) if interval.contains(rate)]
    if len(inside) == 1:
        earned = points.value if inside[0] is None else inside[0]
        close = earned == score.value
    elif _PROPORTIONAL.search(text):
        earned = min(points.value * rate, points.value)
        close = abs(earned - score.value) <= points.value * Fraction(1, 200) + score.step / 2
    else:
        return
    if not close and score.value in worths_of(text, points.value).other:
        return
    clean = one.certain and not deductions_of(one.reason) and not TRANSFER.search(one.reason)
    if not close and not clean and deductions_of(one.reason):
        return
    verdict: Verdict = "ok" if close else "error" if clean and len(inside) == 1 else "suspicious"
    right = plain(round_half_up(earned, max(score.decimals, 2)))
    message = f"“{one.name}”按评分标准，{percent(rate)} 应得 {right} 分，所列得分 {score.text}。"
    yield rule_relation(verdict, figures, f"评分标准（{percent(rate)}）", right, message)


def _alternatives(row: RubricRow, score: Amount, place: Figure) -> Iterator[Relation]:
    """A standard of branches, one of which earns all and one nothing, gives one of their points and no other."""
    text = tight(row.standard.text) if row.standard is not None else ""
    worths = worths_of(text, score.value).all
    if row.points is None or len(worths) < _FEWEST or not {Fraction(0), row.points.value} <= worths:
        return
    if score.value not in worths:
        return
    shown = "、".join(plain(worth) for worth in sorted(worths, reverse=True))
    message = f"“{row.name}”得分 {score.text} 是评分标准所列各档（{shown} 分）之一。"
    yield rule_relation("ok", (place, score.figure("score")), f"得分 ∈ {{{shown}}}", shown, message)


def _branches(name: str, standard: str, place: Figure) -> Iterator[Relation]:
    """Two opposite branches that earn the same, and a deduction of nothing: slips in the standard itself."""
    text = re.sub(r"\s+", "", standard)
    clauses = (clause + "。" for clause in re.split(r"[；;。]", text))
    for match in (found for clause in clauses for found in _OPPOSITES.finditer(clause)):
        alike = any(match[1][at : at + 6] in match[3] for at in range(len(match[1]) - 5))
        opposite = re.search("未|没有", match[3]) and not re.search("未|没有", match[1])
        if match[2] == match[4] and alike and opposite and Fraction(match[2]):
            message = f"“{name}”评分标准中两种相反的情形都得 {match[2]} 分，疑有一处误写。"
            likely = "后一种情形应不得分或少得分。"
            yield rule_relation("suspicious", (place,), "两种情形得分应不同", "", message, likely, "low")
    if _NOTHING.search(text):
        message = f"“{name}”评分标准中“扣0分”没有意义，疑为漏写分数。"
        yield rule_relation("suspicious", (place,), "扣分应大于 0", "", message, "应为“扣分”或写明分数。", "low")
