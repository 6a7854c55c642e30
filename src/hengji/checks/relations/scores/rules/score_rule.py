"""A score against its points, and against what the printed standard and the printed data give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.quoted import quoted
from hengji.checks.relations.scores.joined.counted_faults import counted_faults
from hengji.checks.relations.scores.joined.joined_scores import joined_scores
from hengji.checks.relations.scores.reading.labelled_indicators import labelled_indicators
from hengji.checks.relations.scores.reading.marking import Marked, bound_relation, rule_relation
from hengji.checks.relations.scores.reading.narrative import Scored, amount_at, scored_headings
from hengji.checks.relations.scores.reading.pairing import ADDED, Spoken, spoken_of
from hengji.checks.relations.scores.reading.prose import Deduction, deductions_of, worked_formulas
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow, rubrics_of
from hengji.checks.relations.scores.rules.capped_totals import capped_totals
from hengji.checks.relations.scores.rules.counted_deductions import counted_deductions
from hengji.checks.relations.scores.rules.data_elsewhere import data_elsewhere
from hengji.checks.relations.scores.rules.deduction_columns import deduction_columns
from hengji.checks.relations.scores.rules.fund_scores import fund_scores
from hengji.checks.relations.scores.rules.labelled_lines import labelled_lines
from hengji.checks.relations.scores.rules.left_after_deductions import left_after_deductions
from hengji.checks.relations.scores.rules.milestones import milestones
from hengji.checks.relations.scores.rules.paced_scores import paced_scores
from hengji.checks.relations.scores.rules.parts_of_points import parts_of_points
from hengji.checks.relations.scores.rules.points_behind import points_behind
from hengji.checks.relations.scores.rules.priced_deductions import priced_deductions
from hengji.checks.relations.scores.rules.priced_scores import priced_scores
from hengji.checks.relations.scores.rules.proportional_rows import proportional_rows
from hengji.checks.relations.scores.rules.quoted_standards import quoted_standards
from hengji.checks.relations.scores.rules.rate_times_points import rate_times_points
from hengji.checks.relations.scores.rules.rates_elsewhere import rates_elsewhere
from hengji.checks.relations.scores.rules.rules_in_prose import rules_in_prose
from hengji.checks.relations.scores.rules.standards import TRANSFER, by_standards
from hengji.checks.relations.scores.rules.standards_by_name import standards_by_name
from hengji.checks.relations.scores.rules.told_counts import told_counts
from hengji.checks.relations.scores.rules.told_deductions import only_deduction, told_deductions
from hengji.checks.relations.scores.rules.told_in_one import told_in_one
from hengji.checks.relations.scores.rules.told_in_rows import told_in_rows
from hengji.checks.relations.scores.rules.told_operands import told_operands
from hengji.checks.relations.scores.rules.told_standards import told_standards
from hengji.checks.relations.scores.totals.bonus_accounts import bonus_accounts
from hengji.checks.relations.scores.totals.bracketed_scores import scores_above
from hengji.checks.relations.scores.totals.cells_in_lines import bounds_of_cells
from hengji.checks.relations.scores.totals.deduction_lists import deduction_lists
from hengji.checks.relations.scores.totals.earned_parts import earned_parts
from hengji.checks.relations.scores.totals.lined_columns import lined_bounds
from hengji.checks.relations.scores.totals.worked_sums import worked_sums
from hengji.facts.document import Cell
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["find"]

_SAID: Final = re.compile(r"(?:共|合计|最终|实际|本项|该项|本?指标)得\s*分?(?:为)?\s*(\d{1,2}(?:\.\d{1,2})?)\s*分")
_CONDITION: Final = re.compile(r"每|的[，,]?扣|则扣|最多|酌情|不超过|否则|如|若|原|应扣|自评|加\d|补")


_IN_PROSE: Final = (
    told_operands,
    standards_by_name,
    rules_in_prose,
    told_in_one,
    parts_of_points,
    rates_elsewhere,
    data_elsewhere,
    scores_above,
    lined_bounds,
)
_JOINED: Final = (joined_scores, counted_faults)


def find(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, and ``policy`` of what is above its points or its cap; what is joined from all
    over the paper only for scores that nothing nearer proves wrong."""
    wrong: set[int] = set()
    for one in _near(context):
        if one.verdict == "error":
            wrong.add(one.figures[-1].start)
        yield one
    for finder in _JOINED:
        yield from (one for one in finder(context) if one.figures[-1].start not in wrong)


def _near(context: Context) -> Iterator[Relation]:
    rubrics = rubrics_of(context)
    moved = TRANSFER.search(context.document.text) is not None
    spoken = spoken_of(context)
    marked = [*_from_headings(context), *(one for rubric in rubrics for one in _from_rubric(rubric, spoken))]
    for one in marked:
        yield _within(one, moved)
        yield from _deducted(context, one)
    for rubric in rubrics:
        yield from _other_scores(rubric, spoken, moved)
    yield from by_standards(context, rubrics, spoken)
    yield from quoted_standards(context, rubrics)
    yield from proportional_rows(context, rubrics)
    yield from counted_deductions(rubrics)
    yield from fund_scores(context)
    yield from told_standards(context)
    yield from told_deductions(context)
    yield from told_counts(context)
    yield from priced_deductions(context)
    yield from points_behind(context)
    yield from paced_scores(context)
    yield from left_after_deductions(context)
    yield from rate_times_points(context)
    yield from priced_scores(context)
    yield from deduction_columns(context)
    yield from bonus_accounts(context)
    yield from _worked(context)
    yield from worked_sums(context)
    yield from labelled_indicators(context)
    yield from labelled_lines(context)
    yield from deduction_lists(context)
    yield from earned_parts(context)
    yield from milestones(context)
    yield from told_in_rows(context)
    for finder in _IN_PROSE:
        yield from finder(context)
    yield from bounds_of_cells(context)
    yield from capped_totals(context, rubrics)


def _from_headings(context: Context) -> Iterator[Marked]:
    text = context.document.text
    for scored in scored_headings(context):
        start, end = scored.reason
        yield Marked(scored.name, scored.points, scored.score, text[start:end], start, True)


def _from_rubric(rubric: Rubric, spoken: Spoken) -> Iterator[Marked]:
    """Rows with points and score. Where cells slipped, the points are those of the analysis, and the reason may
    stand in the place of the standard."""
    if rubric.verified in rubric.rescaled:
        return
    for row in rubric.rows:
        score = row.scores[rubric.verified]
        heading = spoken.get(score.key) if score is not None else None
        points = heading.points if heading is not None and rubric.ragged else row.points
        rate = points is not None and points.text.endswith(("%", "％"))  # the cell of a goal, in a row that slipped
        if (
            points is not None
            and score is not None
            and not rate
            and not row.is_total
            and not ADDED.search("".join(row.path))
        ):
            cell = _reason(row, rubric)
            reason, start = (cell.text, cell.start) if cell is not None else ("", 0)
            certain = _is_told(row, heading) if heading is not None else not rubric.ragged
            yield Marked(row.name, points, score, reason, start, certain)


def _is_told(row: RubricRow, heading: Scored | None) -> bool:
    """Whether the analysis gives a row the points that it seems to have: cells may be out of joint, points moved."""
    return heading is not None and row.points is not None and row.points.value == heading.points.value


def _reason(row: RubricRow, rubric: Rubric) -> Cell | None:
    if rubric.ragged and row.remark is None and row.standard is not None and deductions_of(row.standard.text):
        return row.standard
    return row.remark


# ------------------------------------------------------------------------------------------------------ within points
def _within(one: Marked, moved: bool) -> Relation:
    figures = (one.points.figure("points"), one.score.figure("score"))
    formula = f"{one.score.text} ≤ {one.points.text}"
    if one.score.value < 0 < one.points.value:
        message = f"“{one.name}”得分 {one.score.text} 低于 0 分。"
        verdict: Verdict = "error" if one.certain else "suspicious"
        return rule_relation(verdict, figures, f"{one.score.text} ≥ 0", "不低于 0", message)
    if one.score.value <= one.points.value:
        message = f"“{one.name}”得分 {one.score.text} 不超过分值 {one.points.text}。"
        return bound_relation("ok", figures, formula, one.points.text, message)
    verdict = "error" if one.certain and not moved else "suspicious"
    likely = "文中有分值调整的说明：若别项分值调整至本项，则可以成立。" if moved else ""
    message = f"“{one.name}”得分 {one.score.text} 超过分值 {one.points.text}。"
    return bound_relation(verdict, figures, formula, f"不超过 {one.points.text}", message, likely)


def _other_scores(rubric: Rubric, spoken: Spoken, moved: bool) -> Iterator[Relation]:
    """The columns of scores before the last: 自评得分."""
    for row in rubric.rows:
        if row.points is None or row.is_total or ADDED.search("".join(row.path)):
            continue
        last = row.scores[rubric.verified]
        certain = not rubric.ragged or (last is not None and _is_told(row, spoken.get(last.key)))
        for column, score in enumerate(row.scores[: rubric.verified]):
            if score is not None and column not in rubric.rescaled:
                yield _within(Marked(row.name, row.points, score, "", 0, certain), moved)


# --------------------------------------------------------------------------------------------------------- deductions
def _deducted(context: Context, one: Marked) -> Iterator[Relation]:
    """分值 − 扣分 = 得分, where the reason says how much was taken off."""
    found = [
        deduction
        for deduction in deductions_of(one.reason)
        if deduction.points and not (deduction.is_sum and deduction.points > one.points.value)  # 以上8项合计扣5.79分
    ]
    if not found:
        return
    whole = [deduction for deduction in found if deduction.is_sum][-1:]
    taken = whole or found
    lost = sum((deduction.points for deduction in taken), Fraction(0))
    others = {one.points.value - deduction.points for deduction in found}
    more = _leaves_more(found, one)
    holds = one.points.value - lost == one.score.value and not more
    if not holds and ((one.score.value in others and not more) or not one.certain):
        return
    sure = _says_so(found, one) or _takes_more(context, one, lost)
    verdict: Verdict = "ok" if holds else "error" if sure else "suspicious"
    right = plain(one.points.value - lost)
    formula = f"{one.points.text} − {' − '.join(plain(deduction.points) for deduction in taken)}"
    figures = (one.points.figure("points"), *_figures(context, one, taken), *_said(one), one.score.figure("score"))
    message = f"“{one.name}”分值 {one.points.text}，扣 {plain(lost)} 分，应得 {right} 分，所列得分 {one.score.text}。"
    yield rule_relation(verdict, figures, formula, right, message, "" if holds else _mended(one, lost))


def _says_so(found: list[Deduction], one: Marked) -> bool:
    """One deduction only, and the score that it leaves is printed right behind it."""
    return (len(found) == 1 and found[0].leaves == one.score.value) or _leaves_more(found, one)


def _leaves_more(found: list[Deduction], one: Marked) -> bool:
    """“扣1分，得5分” of an indicator that earned 4 of 5: what is left of a part is no more than the whole."""
    left = found[0].leaves if len(found) == 1 else None
    return left is not None and left > one.score.value == one.points.value - found[0].points


def _takes_more(context: Context, one: Marked, lost: Fraction) -> bool:
    """The remark of the row, or the only deduction below a heading, takes off more than the score lacks: nothing that
    it leaves unsaid can explain that."""
    if context.table_at(one.reason_start) is not None:
        told = _CONDITION.search(one.reason) is None
    else:
        told = one.certain and only_deduction(one.reason) is not None
    return told and one.points.value - lost < one.score.value < one.points.value and lost <= one.points.value


def _figures(context: Context, one: Marked, taken: list[Deduction]) -> Iterator[Figure]:
    for deduction in taken:
        start = one.reason_start + deduction.start
        mention = next(iter(context.within((start, one.reason_start + deduction.end))), None)
        yield Figure(
            "deduction", one.reason[deduction.start : deduction.end], start, one.reason_start + deduction.end, mention
        )


def _said(one: Marked) -> Iterator[Figure]:
    """The score as the reason says it again: 共得3.5分."""
    for match in _SAID.finditer(one.reason):
        if Fraction(match[1]) == one.score.value:
            yield Figure("said", match[0], one.reason_start + match.start(), one.reason_start + match.end())


def _mended(one: Marked, lost: Fraction) -> str:
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
        figures = (
            *quoted(context, [(m.start, m.end) for m in operands]),
            *(figure("operand", m) for m in operands),
            stated.figure("score"),
        )
        message = f"{worked.formula} 应为 {right} 分，文中为 {stated.text} 分。"
        yield rule_relation(verdict, figures, worked.formula, right, message)
