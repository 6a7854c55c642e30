"""What was added to and taken off a score, up to the final one: “基础得分93分，加5分，最终得分98分”.

At most the cap that the paper prints: “超过100分的按100分计”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["bonus_accounts"]

_N: Final = r"(\d{1,3}(?:\.\d{1,4})?)"
_IS: Final = r"(?:合计|共计?|得)?(?:为|是|[:：])?"
_BASE: Final = re.compile(
    rf"(?:(?:基础|基本|基准|原始|原|初评|初步|初始|扣分前|加分前|调整前|指标体系?|共性指标|常规)(?:评价)?得?(?:评)?分(?:值|数|小计)?|基础项(?:得分)?|"
    rf"(?:基础|常规|日常|基本)(?:工作|考核|指标|任务|部分|项目?)得分?){_IS}\s*{_N}\s*分"
)
_FINAL: Final = re.compile(
    rf"(?:(?:最终|最后|综合|考核|实际|实|核定|年度|调整后|总评?|合计|总|加分后|扣分后)(?:考核|评价|自评|绩效|综合|总|实际)*(?:得?分|成绩|评分)(?:数|值)?|"
    rf"(?:最终|最后|合计|总共|实际|实)得){_IS}\s*{_N}\s*分"
)
_MOVED: Final = re.compile(
    rf"(?P<way>加|增加|奖励|扣减|扣除|扣|减|调减|调增|核减|核增)(?:分项|分|去|掉|了)?{_IS}\s*(?P<n>\d{{1,2}}(?:\.\d{{1,2}})?)\s*分"
)
_UNSURE: Final = re.compile(
    r"每|最多|最高加|最高扣|上限为?[1-9]\d?分|折算|折合|加权|×|\*|权重|占|如[果有]|若|其中|应[加扣]|可[加扣]|等级|复核"
)
_CAP: Final = re.compile(
    r"(?:不得?(?:能|可)?(?:超过|高于)|超(?:过|出)|最高(?:为|不超过|得)?|上限(?:为)?|封顶(?:为)?|以|按)\s*100\s*分"
)
_HUNDRED: Final = Fraction(100)
_PARAGRAPH: Final = re.compile(r"[^\n]+")


def bonus_accounts(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule`` for each paragraph with one base, one final score and what lies between."""
    flow = flowing(context)
    if not re.search("加分|加\\s?\\d|奖励|基础分|基础得分|基本分", flow.text):
        return
    for paragraph in _PARAGRAPH.finditer(flow.text):
        if "分" in paragraph[0] and ("加" in paragraph[0] or "扣" in paragraph[0] or "奖" in paragraph[0]):
            yield from _of(context, flow, *paragraph.span())


def _of(context: Context, flow: Flowing, start: int, end: int) -> Iterator[Relation]:
    text = flow.text
    bases = list(_BASE.finditer(text, start, end))
    finals = [
        one
        for one in _FINAL.finditer(text, start, end)
        if not any(one.start() < b.end() and b.start() < one.end() for b in bases)
    ]
    if len(bases) != 1 or len(finals) != 1 or finals[0].start() < bases[0].end():
        return
    base, final = bases[0], finals[0]
    moved = list(_MOVED.finditer(text, base.end(), final.start()))
    before = text[start : final.start()]
    if re.search(r"得\s*\d", text[base.end() : moved[0].start() if moved else base.end()]):
        return  # 基础分100分，得91.5分
    if not moved or _UNSURE.search(before) or context.table_at(flow.place(base.start())) is not None:
        return
    steps = [Fraction(one["n"]) * (1 if re.search("加|增|奖", one["way"]) else -1) for one in moved]
    computed = Fraction(base[1]) + sum(steps, Fraction(0))
    stated = Fraction(final[1])
    capped = _CAP.search(text, start, end) is not None
    meant = min(computed, _HUNDRED) if capped else computed
    readings = {computed, min(computed, _HUNDRED)} if not capped else {meant}
    holds = stated in readings
    totalled = any(
        sum(some, Fraction(0)) == rest
        for rest in steps
        for n in range(2, len(steps))
        for some in combinations(steps, n)
    )
    if not holds and (totalled or len(steps) > 6):
        return  # 加1分、加2分，共加3分
    right = plain(meant)
    figures = (
        piece(context, "part", *flow.of(base, 1)),
        *(piece(context, "part", *flow.of(one, "n")) for one in moved),
        piece(context, "score", *flow.of(final, 1)),
    )
    formula = base[1] + "".join(f" {'+' if step > 0 else '-'} {plain(abs(step))}" for step in steps)
    message = f"{formula} {'' if holds else '应'}得 {right} 分，文中为 {final[1]} 分。"
    yield rule_relation("ok" if holds else "error", figures, formula, right, message)
