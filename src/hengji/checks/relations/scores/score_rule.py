"""A score against its points, and against what the printed standard and the printed data give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.conclusion import conclusions
from hengji.checks.relations.scores.narrative import amount_at, scored_headings
from hengji.checks.relations.scores.prose import Deduction, bands_of, deductions_of, rate_of, worked_formulas
from hengji.checks.relations.scores.rubrics import Rubric, RubricRow, rubrics_of
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.document import Cell
from hengji.facts.numbers import percent, plain, round_half_up
from hengji.facts.relation import Figure, Relation, Severity, Verdict

__all__ = ["find"]

_TRANSFER: Final = re.compile(r"分值[^。；\n]{0,30}(?:调整|转移|转|增加|并|计)[入到至]|分值(?:平均)?(?:调整|增加)")
_CAP: Final = re.compile(
    r"(?:总分|得分|合计)[^。；\n]{0,8}(?:不(?:能|得|可)?(?:超过|高于|大于)|最高[为不]?|上限为?|封顶)\s*100\s*分?|百分制"
)
_ADDED: Final = re.compile("加分|减分|扣分项|附加")
_PROPORTIONAL: Final = re.compile(
    r"得分\s*=[^。；;\n]{0,20}(?:分值|满分|权重)[^。；;\n]{0,6}[×*][^。；;\n]{0,16}率|率\s*[×*]\s*(?:本?指标)?(?:分值|满分|权重)"
)
_OPPOSITES: Final = re.compile(
    r"([^，、,]{4,60}?)的?[，,]\s*[得计](\d+(?:\.\d+)?)分[，,]\s*([^,，]{0,40}?(?:未|没有)[^,，]{0,40}?)的?[，,]\s*[得计](\d+(?:\.\d+)?)分"
)
_NOTHING: Final = re.compile(r"扣(?:减|除)?\s*0(?:\.0+)?\s*分")
_HUNDRED: Final = Fraction(100)


@dataclass(frozen=True, slots=True)
class _Marked:
    """One indicator's points and score with the text that gives the reason."""

    name: str
    points: Amount
    score: Amount
    reason: str
    reason_start: int
    certain: bool


def find(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``."""
    rubrics = list(rubrics_of(context))
    moved = _TRANSFER.search(context.document.text) is not None
    marked = [*_from_headings(context), *(one for rubric in rubrics for one in _from_rubric(rubric))]
    for one in marked:
        yield _within(one, moved)
        yield from _deducted(context, one)
    for rubric in rubrics:
        yield from _other_scores(rubric, moved)
        for row in rubric.rows:
            yield from _standards(row, rubric)
    yield from _worked(context)
    yield from _capped(context, rubrics)


def _from_headings(context: Context) -> Iterator[_Marked]:
    text = context.document.text
    found = scored_headings(context)
    nexts = [*(scored.span[0] for scored in found[1:]), len(text)]
    for scored, following in zip(found, nexts, strict=False):
        end = min(scored.heading.end, following) if scored.heading is not None else scored.span[1]
        end = max(end, scored.span[1])
        yield _Marked(scored.name, scored.points, scored.score, text[scored.span[1] : end], scored.span[1], True)


def _from_rubric(rubric: Rubric) -> Iterator[_Marked]:
    for row in rubric.rows:
        score = row.scores[rubric.verified]
        if row.points is not None and score is not None and not row.is_total and not _ADDED.search("".join(row.path)):
            reason, start = (row.remark.text, row.remark.start) if row.remark is not None else ("", 0)
            yield _Marked(row.name, row.points, score, reason, start, not rubric.ragged)


def _relation(
    verdict: Verdict, figures: tuple[Figure, ...], formula: str, computed: str, message: str,
    likely: str = "", severity: Severity = "medium",
) -> Relation:  # fmt: skip
    grave: Severity = "high" if verdict == "error" else severity
    return Relation("score_rule", verdict, figures, formula, computed, figures[-1].text, message, likely, grave)


# ------------------------------------------------------------------------------------------------------ within points
def _within(one: _Marked, moved: bool) -> Relation:
    figures = (one.points.figure("points"), one.score.figure("score"))
    formula = f"{one.score.text} ≤ {one.points.text}"
    if one.score.value <= one.points.value:
        return _relation(
            "ok", figures, formula, one.points.text, f"“{one.name}”得分 {one.score.text} 不超过分值 {one.points.text}。"
        )
    verdict: Verdict = "error" if one.certain and not moved else "suspicious"
    likely = "文中有分值调整的说明：若别项分值调整至本项，则可以成立。" if moved else ""
    message = f"“{one.name}”得分 {one.score.text} 超过分值 {one.points.text}。"
    return _relation(verdict, figures, formula, f"不超过 {one.points.text}", message, likely)


def _other_scores(rubric: Rubric, moved: bool) -> Iterator[Relation]:
    """The columns of scores before the last: 自评得分."""
    for row in rubric.rows:
        if row.points is None or row.is_total or _ADDED.search("".join(row.path)):
            continue
        for score in row.scores[: rubric.verified]:
            if score is not None:
                yield _within(_Marked(row.name, row.points, score, "", 0, not rubric.ragged), moved)


# --------------------------------------------------------------------------------------------------------- deductions
def _deducted(context: Context, one: _Marked) -> Iterator[Relation]:
    """分值 − 扣分 = 得分, where the reason says how much was taken off."""
    found = [deduction for deduction in deductions_of(one.reason) if deduction.points]
    if not found:
        return
    whole = [deduction for deduction in found if deduction.is_sum][-1:]
    taken = whole or found
    lost = sum((deduction.points for deduction in taken), Fraction(0))
    others = {one.points.value - deduction.points for deduction in found}
    holds = one.points.value - lost == one.score.value
    if not holds and (one.score.value in others or not one.certain):
        return
    verdict: Verdict = "ok" if holds else "error" if _says_so(found, one) else "suspicious"
    right = plain(one.points.value - lost)
    formula = f"{one.points.text} − {' − '.join(plain(deduction.points) for deduction in taken)}"
    figures = (one.points.figure("points"), *_figures(context, one, taken), one.score.figure("score"))
    message = f"“{one.name}”分值 {one.points.text}，扣 {plain(lost)} 分，应得 {right} 分，所列得分 {one.score.text}。"
    yield _relation(verdict, figures, formula, right, message, "" if holds else _mended(one, lost))


def _says_so(found: list[Deduction], one: _Marked) -> bool:
    """One deduction only, and the score that it leaves is printed right behind it."""
    return len(found) == 1 and found[0].leaves == one.score.value


def _figures(context: Context, one: _Marked, taken: list[Deduction]) -> Iterator[Figure]:
    for deduction in taken:
        start = one.reason_start + deduction.start
        mention = next(iter(context.within((start, one.reason_start + deduction.end))), None)
        yield Figure(
            "deduction", one.reason[deduction.start : deduction.end], start, one.reason_start + deduction.end, mention
        )


def _mended(one: _Marked, lost: Fraction) -> str:
    needed = one.points.value - one.score.value
    return f"若实扣 {plain(needed)} 分，则得分 {one.score.text} 成立。" if needed > 0 and needed != lost else ""


# ---------------------------------------------------------------------------------------------------- worked formulas
def _worked(context: Context) -> Iterator[Relation]:
    """``91.02/100*5=4.55分``."""
    for worked in worked_formulas(context.document.text):
        stated = amount_at(context, worked.result_start, worked.result_start + len(worked.result))
        if stated is None:
            continue
        rounded = round_half_up(worked.value, stated.decimals) == stated.value
        cut = 0 <= worked.value - stated.value < stated.step
        verdict: Verdict = "ok" if rounded else "rounding" if cut else "error"
        right = plain(round_half_up(worked.value, max(stated.decimals, 2)))
        operands = context.within((worked.start, worked.result_start))
        figures = (*(Figure("operand", m.text, m.start, m.end, m) for m in operands), stated.figure("score"))
        message = f"{worked.formula} 应为 {right} 分，文中为 {stated.text} 分。"
        yield _relation(verdict, figures, worked.formula, right, message)


# ----------------------------------------------------------------------------------------------------------- standards
def _standards(row: RubricRow, rubric: Rubric) -> Iterator[Relation]:
    if row.standard is None:
        return
    place = _text("standard", row.standard)
    score, points = row.scores[rubric.verified], row.points
    rate = rate_of(row.remark.text) if row.remark is not None else None
    if rate is not None and score is not None and points is not None and row.remark is not None:
        reason = "" if rubric.ragged else row.remark.text
        one = _Marked(row.name, points, score, reason, row.remark.start, not rubric.ragged)
        yield from _by_rate(one, row.standard.text, rate, (place, _text("data", row.remark), score.figure("score")))
    yield from _branches(row.name, row.standard.text, place)


def _text(role: str, cell: Cell) -> Figure:
    return Figure(role, cell.text.strip(), cell.start, cell.end)


def _by_rate(one: _Marked, text: str, rate: Fraction, figures: tuple[Figure, ...]) -> Iterator[Relation]:
    """The score that bands, or a proportional standard, give for the rate in the remark."""
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
    clean = one.certain and not deductions_of(one.reason) and not _TRANSFER.search(one.reason)
    verdict: Verdict = "ok" if close else "error" if clean and len(inside) == 1 else "suspicious"
    right = plain(round_half_up(earned, max(score.decimals, 2)))
    message = f"“{one.name}”按评分标准，{percent(rate)} 应得 {right} 分，所列得分 {score.text}。"
    yield _relation(verdict, figures, f"评分标准（{percent(rate)}）", right, message)


def _branches(name: str, standard: str, place: Figure) -> Iterator[Relation]:
    """Two opposite branches that earn the same, and a deduction of nothing: slips in the standard itself."""
    text = re.sub(r"\s+", "", standard)
    clauses = (clause + "。" for clause in re.split(r"[；;。]", text))
    for match in (found for clause in clauses for found in _OPPOSITES.finditer(clause)):
        alike = any(match[1][at : at + 6] in match[3] for at in range(len(match[1]) - 5))
        opposite = re.search("未|没有", match[3]) and not re.search("未|没有", match[1])
        if match[2] == match[4] and alike and opposite and Fraction(match[2]):
            message = f"“{name}”评分标准中两种相反的情形都得 {match[2]} 分，疑有一处误写。"
            yield _relation(
                "suspicious", (place,), "两种情形得分应不同", "", message, "后一种情形应不得分或少得分。", "low"
            )
    if _NOTHING.search(text):
        message = f"“{name}”评分标准中“扣0分”没有意义，疑为漏写分数。"
        yield _relation("suspicious", (place,), "扣分应大于 0", "", message, "应为“扣分”或写明分数。", "low")


# ----------------------------------------------------------------------------------------------------------------- cap
def _capped(context: Context, rubrics: list[Rubric]) -> Iterator[Relation]:
    """No total above 100."""
    printed = _CAP.search(context.document.text) is not None
    totals = [row.scores for rubric in rubrics for row in rubric.rows if row.is_total]
    amounts = [score for scores in totals for score in scores if score is not None and score.value > 60]
    amounts += [conclusion.total for conclusion in conclusions(context)]
    for amount in amounts:
        above = amount.value > _HUNDRED
        verdict: Verdict = "ok" if not above else "error" if printed else "suspicious"
        why = "，而评分标准规定总分不超过 100 分" if printed else ""
        message = f"总分 {amount.text} 超过 100 分{why}。" if above else f"总分 {amount.text} 不超过 100 分。"
        yield _relation(verdict, (amount.figure("score"),), "总分 ≤ 100", "100" if above else amount.text, message)
