"""A score by the standard of its row where the datum stands elsewhere in the paper: the row prints
结转结余率｜4｜≤5%得4分，5%—10%（含）得3分, a chapter 结转结余率5.58%; or 达标得满分，未达标按比例计分, and a
table of goals what was to be done and what was. The same where running text tells points, standard and score:
1.资金到位率。分值5分，按“分值×到位率”计分，得4.75分.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.reading.pairing import bare_name
from hengji.checks.relations.scores.reading.row_data import with_target
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow
from hengji.checks.relations.scores.reading.told_data import (
    ToldRate,
    goals_named,
    rates_named,
    satisfaction_told,
    share_behind,
)
from hengji.checks.relations.scores.rules.spoken_rules import SpokenRule, read_rule
from hengji.checks.relations.scores.rules.told_standards import free_rates, own_score, told_blocks
from hengji.checks.relations.tables.amounts import Amount, tight
from hengji.checks.relations.tables.goals import GoalRow
from hengji.facts.document import Cell
from hengji.facts.numbers import percent, plain, round_half_up
from hengji.facts.relation import Figure, Relation

__all__ = ["by_told_data", "data_elsewhere"]

_WORDS: Final = (
    r"(?:完成|达到?|实现)?(?:了)?(?:年度|年初|预期|既定)*(?:目标|任务|指标|计划|标准|标)(?:值|要求|任务)?"
    r"的?[，,]?得?(?:满分|全分|\d{1,2}(?:\.\d)?分)"
)
_OF_GOAL: Final = re.compile(
    rf"{_WORDS}[，,；;。]"
    r"(?:否则|其余|(?:未|没有|不)(?:完成|达标|达到?(?:目标|标准)?)(?:目标|任务|标准)?(?:的|时)?)[，,]?"
    r"(?:则)?按(?:照)?(?:实际)?(?:完成)?(?:值)?(?:与目标值(?:之比|的比例)|比例|率)(?:折算|计算|计分|得分|给分|扣分|计|得)*[。；]?"
)
_BY_SHARE: Final = re.compile(
    r"按(?:照)?(?:实际)?完成(?:目标的?)?(?:比例|率)(?:(?:乘以|[×*])(?:该?项?指标)?分值)?(?:折算|计算|计分|得分|给分|计)*[。；]?"
)
"""Of an indicator that is a number the share of the goal that was reached."""
_GOAL: Final = re.compile(rf"^{_WORDS}")
_BARE: Final = re.compile(r"\d{1,2}(?:\.\d)?分$|(?:满|全)分$")
_DONE: Final = re.compile(r"(?:完成|实际|实现)(?:完成)?(?:值|情况|数|量)?(?:[(（].{0,6}[)）])?$")
_COUNT: Final = re.compile(r"\d[\d,]*(?:\.\d+)?[\u4e00-\u9fff（）()]{1,5}")
_NAMED: Final = re.compile(
    r"\s*(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,2}[)）])?\s*(?P<name>[\u4e00-\u9fff“”]{3,14}[率度])"
    r"(?:指标)?[。，：:（(](?:本项|该项|指标)?(?:分值|满分|权重)?(?:为)?\s*"
)
_SCORE: Final = re.compile(
    r"(?<![\d%％至到以])[，,；;。](?:本项|该项|自评|评价|实|应)*得分?(?:为)?\s*(?P<score>\d{1,2}(?:\.\d{1,2})?)\s*分"
)
_OWN: Final = re.compile(r"^[，,]得分?\s?\d[\d.]*\s?分[)）]?。?")
_TOLD: Final = re.compile(r"另|其他|同时|此外|酌情|扣(?!完)|问题")
_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """A datum, and what it earns."""

    rate: ToldRate
    earned: frozenset[Fraction]
    in_proportion: bool
    of_goal: bool = False


def by_told_data(
    context: Context, row: RubricRow, rubric: Rubric, points: Fraction, place: Figure
) -> Iterator[Relation]:
    """Relations of kind ``score_rule`` for a row whose own cells tell no datum."""
    score = row.scores[rubric.verified]
    if row.standard is None or score is None or points <= 0:
        return
    found = list(_earned(context, row, rubric, points))
    if not found or len(found) > _MOST:
        return
    places = _places(rubric)
    holds = any(_agrees(one, score, points, places) for one in found)
    yield _relation(row.name, found[0], score, (place, found[0].rate.figure, score.figure("score")), holds)


def _relation(name: str, found: _Told, score: Amount, figures: tuple[Figure, ...], holds: bool) -> Relation:
    right = plain(round_half_up(min(found.earned, key=lambda one: abs(one - score.value)), max(score.decimals, 2)))
    told = percent(found.rate.value)
    what = "完成比例" if found.of_goal else "文中"
    should = "" if holds else "应"
    message = f"“{name}”{what}为 {told}，按评分标准{should}得 {right} 分，所列得分 {score.text}。"
    likely = "" if holds else "得分与所写的数至少一处有误。"
    return rule_relation("ok" if holds else "error", figures, f"评分标准（{told}）", right, message, likely)


def data_elsewhere(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule`` for indicators whose points, standard and score running text tells, and whose
    rate it tells elsewhere."""
    text = context.document.text
    for points, span in told_blocks(context):
        named = _NAMED.fullmatch(text, text.rfind("\n", 0, points.cell.start) + 1, points.cell.start)
        if named is None or free_rates(context, span):
            continue
        found = list(_SCORE.finditer(text, *span))
        score = own_score(context, span) or (amount_at(context, *found[-1].span("score")) if found else None)
        rule = read_rule(_standard(text[slice(*span)]), points.value)
        rates = rates_named(context, named["name"]) if score is not None and rule is not None else []
        if rule is None or score is None or len(rates) != 1:
            continue
        told = _Told(rates[0], rule.earned_by_rate(rates[0].value, points.value), rule.proportional)
        if told.earned:
            holds = _agrees(told, score, points.value, max(score.decimals, 1))
            yield _relation(named["name"], told, score, (rates[0].figure, score.figure("score")), holds)


def _standard(block: str) -> str:
    """What stands between the points and the score; nothing where other reasons are told with it."""
    text = _OWN.sub("", block, count=1)
    last = list(_SCORE.finditer(text))
    text = (text[: last[-1].start()] if last else text).lstrip("）)。，,：: ")
    return "" if _TOLD.search(re.sub(r"每[^，。；]*扣", "", text)) else text


def _earned(context: Context, row: RubricRow, rubric: Rubric, points: Fraction) -> Iterator[_Told]:
    standard = tight(row.standard.text) if row.standard is not None else ""
    goals = [one for one in goals_named(context).get(bare_name(row.name), []) if not _within(one, rubric)]
    if _OF_GOAL.fullmatch(standard):
        for rate in _shares(context, row, rubric, goals):
            yield _Told(rate, frozenset({points * min(rate.value, Fraction(1))}), in_proportion=True, of_goal=True)
        return
    shares = list(_shares(context, row, rubric, goals)) if _BY_SHARE.fullmatch(standard) else []
    for rate in shares:
        yield _Told(rate, frozenset({points * min(rate.value, Fraction(1))}), in_proportion=True, of_goal=True)
    if shares:
        return
    rule = read_rule(with_target(row, rubric), points) or _by_goal(standard, goals, points)
    if rule is None or rule.unit or rule.of_goal:
        return
    seen: set[Fraction] = set()
    for rate in [*_achieved(goals), *rates_named(context, row.name)] or satisfaction_told(context, row.name):
        earned = rule.earned_by_rate(rate.value, points)
        if rate.value not in seen and earned:
            seen.add(rate.value)
            yield _Told(rate, earned, rule.proportional)


def _within(goal: GoalRow, rubric: Rubric) -> bool:
    table = rubric.part.grid.table
    return goal.label is not None and table.start <= goal.label.start < table.end


def _by_goal(standard: str, goals: Sequence[GoalRow], points: Fraction) -> SpokenRule | None:
    """达标6分，每低1个百分点扣1分, where a table of goals prints the goal."""
    targets = {one.full_target.low for one in goals if one.full_target is not None and one.full_target.operator == "≥"}
    found = _GOAL.match(standard)
    low = targets.pop() if len(targets) == 1 else None
    if found is None or low is None or found.end() == len(standard):
        return None
    worth = _BARE.search(found[0])
    return read_rule(f"≥{percent(low)}得{worth[0] if worth else '满分'}{standard[found.end() :]}", points)


def _achieved(goals: Sequence[GoalRow]) -> Iterator[ToldRate]:
    for one in goals:
        written = one.achieved
        if written is not None and one.actual is not None and written.unit is not None and written.unit.is_rate:
            figure = Figure("data", one.actual.text.strip(), one.actual.start, one.actual.end)
            yield ToldRate(written.value, Fraction(1, 10000), figure)


def _shares(context: Context, row: RubricRow, rubric: Rubric, goals: Sequence[GoalRow]) -> Iterator[ToldRate]:
    """What part of the goal was reached: as a table of goals prints both, or as running text tells."""
    for one in goals:
        target, written = one.full_target, one.achieved
        if target is None or written is None or one.actual is None or target.operator not in ("≥", "="):
            continue
        if target.low and target.low > 0 and written.unit == target.unit:
            figure = Figure("data", one.actual.text.strip(), one.actual.start, one.actual.end)
            yield ToldRate(written.value / target.low, Fraction(0), figure)
    done = _own(row, rubric)
    told = share_behind(context, tight(done.text)) if done is not None else None
    if told is not None:
        yield told


def _own(row: RubricRow, rubric: Rubric) -> Cell | None:
    """The cell of the row that says how much was done."""
    columns = rubric.part.columns_named(_DONE)
    cell = rubric.part.grid.cell(row.row, columns[0]) if len(columns) == 1 else None
    return cell if cell is not None and _COUNT.fullmatch(tight(cell.text)) else None


def _agrees(told: _Told, score: Amount, points: Fraction, places: int) -> bool:
    """Whether the score is what the datum earns, with so many decimals; in proportion, as exactly as both are
    printed."""
    slack = points * told.rate.step + Fraction(1, 10**places) if told.in_proportion else Fraction(0)
    places = places if told.in_proportion else max(places, 1)
    return any(
        score.value in (round_half_up(one, places), floor(one * 10**places) / Fraction(10**places))
        or abs(one - score.value) < slack
        for one in told.earned
    )


def _places(rubric: Rubric) -> int:
    """The decimals that the scores of the column are given with: a whole one among others was not rounded to it."""
    return max((one.decimals for row in rubric.rows if (one := row.scores[rubric.verified]) is not None), default=0)
