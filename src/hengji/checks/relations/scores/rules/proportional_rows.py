"""Goals whose points are earned in proportion, where the paper says so for all rows or the rows show it:
得分（分值×完成率）, 得分=实际值÷目标值×分值; 80件 of 100件 earn four fifths of the points, and more than all earns all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.row_data import done_of_goal, earned_by_part
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount, significant, tight
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["proportional_rows"]

_RATE: Final = r"(?:实际|指标|目标|年度)?(?:完成|实现|达成)(?:率|比例?|程度)"
_DONE: Final = r"(?:全年|年度)?(?:实际|完成)(?:完成)?(?:值|数|情况|量)(?:[（(]B[)）])?|B"
_AIM: Final = r"(?:年度|全年|计划)?(?:指标|目标|计划)(?:完成)?(?:值|数|量)(?:[（(]A[)）])?|A"
_POINTS: Final = r"(?:该|本|各)?(?:项|指标|的)*(?:分值|权重|满分|标准分)"
_FORMULA: Final = re.compile(
    rf"(?:{_POINTS})[×xX*](?:{_RATE})|(?:{_RATE})[×xX*](?:{_POINTS})"
    rf"|[（(]?(?:{_DONE})[÷/](?:{_AIM})[)）]?(?:[×xX*]100%)?[×xX*](?:{_POINTS})"
    rf"|(?:{_POINTS})[×xX*][（(]?(?:{_DONE})[÷/](?:{_AIM})"
    r"|定量指标[^。\n]{0,40}?(?:未完成|未达到?)[^。\n]{0,20}?按(?:实际)?(?:完成)?(?:值与[^。，\n]{0,8})?(?:率|比例?)[^。，或\n]{0,6}[计给记得]分"
)
_ANCHOR: Final = re.compile("[×xX*]|定量指标")
_REACH: Final = 120
_SHORT: Final = re.compile("未(?:能|按|完成|达|到)|困难|滞后|继续|较少|减少|推迟|延期|取消|不足")
_LOST: Final = re.compile("扣|减分|得分|计分|\\d分")
_BY_SHARE: Final = re.compile(
    r"(?:[^，。；]{0,12}[，,])?(?:实际)?(?:按(?:照)?(?:实际)?(?:完成|目标|达成|实现)*的?(?:比例|率|情况)(?:折算|计|得|给|记)分"
    r"|得分=[^，。；]{0,16}率[^，。；]{0,6}分值|分值[×*][^，。；]{0,8}率)[。]?"
)
_FEWEST: Final = 2
_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """`rate`: what part of the goal was reached, at most all of it."""

    name: str
    points: Amount
    score: Amount
    remark: str
    rate: Fraction
    data: Figure
    by_own_words: bool
    is_rate: bool

    def is_excused(self, *, usual: bool) -> bool:
        """Whether the remark may say why less was earned; why less was done says nothing of a goal that was reached,
        nor where it is *usual* that rows with such a remark earn their share."""
        if _BY_SHARE.fullmatch(self.remark) or (usual and _LOST.search(self.remark) is None):
            return False
        fewer = self.score.value < self.earned
        return fewer and self.remark != "" and (self.rate < 1 or _SHORT.search(self.remark) is None)

    @property
    def earned(self) -> Fraction:
        return self.points.value * self.rate

    @property
    def slip(self) -> str:
        """The shape of the slip from what was earned to the score, if there is one."""
        return shape(self.score.written(self.score.value, 2), self.score.written(self.earned, 2))

    @property
    def is_slip(self) -> bool:
        """Whether a score of three digits or more misses its share by one of them, as by chance it hardly would."""
        return not self.holds and significant(self.score.value) >= _DIGITS and self.slip != ""

    @property
    def holds(self) -> bool:
        """Whether the score is the proportion, rounded or cut off."""
        places = max(self.score.decimals, 1)
        cut = 0 <= self.earned - self.score.value < Fraction(1, 10**places)
        return cut or self.score.value in (round_half_up(self.earned, places), round_half_up(self.earned, 2))


def proportional_rows(context: Context, rubrics: Sequence[Rubric]) -> Iterator[Relation]:
    """Relations of kind ``score_rule`` for the rows that print no standard of their own."""
    told = any(matches_near(_FORMULA, _ANCHOR, flowing(context).text, _REACH))
    forms = [[found for row in one.rows if (found := _row(row, one)) is not None] for one in rubrics if one.is_plain]
    elsewhere = sum(row.holds for rows in forms for row in rows if row.rate < 1)
    for rows in forms:
        short = [row for row in rows if row.rate < 1]
        witnesses = sum(row.holds for row in short)
        failures = len(short) - witnesses
        if witnesses >= _FEWEST or (told and sum(row.holds for row in rows) >= _FEWEST):
            agreed = told or failures <= 1
            judged = rows if agreed else [row for row in rows if not row.is_rate]
            usual = sum(row.holds and row.remark != "" for row in short) >= _FEWEST
            yield from (_relation(row, certain=told or witnesses > failures, usual=usual) for row in judged)
        else:
            yield from (_relation(row, certain=True, usual=False) for row in rows if row.by_own_words)
            slipped = (row for row in short if elsewhere >= _FEWEST and row.is_slip and not row.by_own_words)
            yield from (_relation(row, certain=True, usual=True) for row in slipped)


def _row(row: RubricRow, rubric: Rubric) -> _Row | None:
    score = row.scores[rubric.verified]
    if row.is_total or row.points is None or score is None or row.points.value <= 0 or row.standard is not None:
        return None
    found = done_of_goal(row, rubric)
    remark = tight(row.remark.text) if row.remark is not None else ""
    if found is None:
        return None
    return _Row(
        row.name,
        row.points,
        score,
        remark,
        *found,
        is_rate=found[1].text.endswith(("%", "％")),
        by_own_words=earned_by_part(row, rubric) or _BY_SHARE.fullmatch(remark) is not None,
    )


def _relation(row: _Row, *, certain: bool, usual: bool) -> Relation:
    figures = (row.points.figure("points"), row.data, row.score.figure("score"))
    formula = f"{row.points.text} × {plain(round_half_up(row.rate * 100, 2))}%"
    right = plain(round_half_up(row.earned, max(row.score.decimals, 2)))
    if row.holds:
        return rule_relation("ok", figures, formula, right, f"“{row.name}”得分 {row.score.text} 与完成的比例相符。")
    slip = row.slip
    verdict: Verdict = "error" if (certain or slip) and not row.is_excused(usual=usual) else "suspicious"
    message = f"“{row.name}”完成 {tight(row.data.text)}，按完成比例应得 {right} 分，所列得分 {row.score.text}。"
    return rule_relation(
        verdict, figures, formula, right, message, "得分与完成值至少一处有误。" if not slip else f"{slip}。"
    )
