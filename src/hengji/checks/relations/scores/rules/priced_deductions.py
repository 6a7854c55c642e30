"""How often something happened, what it costs each time, and what was taken off for it, all in one sentence:
抽查发现3份附件不全，每发现1份扣0.25分，共扣0.75分.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.rules.counted_deductions import COUNTED_RULE
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["priced_deductions"]

_TAKEN: Final = re.compile(
    r"(?:[，；、（]|[^，。；\d每]{0,4}?)(?:本项|该项|故|因此|据此|应|实际|予以|酌情|按标准|按规则|累计|合计|总计|共计?)*扣(?:减|除|掉)?(?:了)?(?P<off>\d{1,2}(?:\.\d{1,2})?)分"
)
_HAPPENED: Final = (
    r"(?:发现|存在|有|出现|发生|查出|共|缺少?|漏|逾期|延迟|超期|迟报|未完成|查实|认定)了?[^，。；、\d每]{{0,6}}?"
    r"(?P<number>\d{{1,3}}|[一二两三四五六七八九十])(?:{unit})"
)
_OTHERWISE: Final = re.compile(r"以内|允许|起扣|以外|超过\d|扣完|最多|上限|不足|另|其他")
_SENTENCE: Final = re.compile(r"[^。！？\n]+")


def priced_deductions(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule`` for every sentence with one rule, one number and one deduction."""
    flow = flowing(context)
    for sentence in _SENTENCE.finditer(flow.text):
        if "扣" in sentence[0] and "每" in sentence[0]:
            yield from _of(context, flow, *sentence.span())


def _of(context: Context, flow: Flowing, start: int, end: int) -> Iterator[Relation]:
    text = flow.text
    rules = list(COUNTED_RULE.finditer(text, start, end))
    if len(rules) != 1 or _OTHERWISE.search(text, start, end) or text[rules[0].start()] != "每":
        return
    rule = rules[0]
    apart = [(start, rule.start()), (rule.end(), end)]
    taken = [one for span in apart for one in _TAKEN.finditer(text, *span)]
    pattern = re.compile(_HAPPENED.format(unit=rule["unit"]))
    happened = [one for span in apart for one in pattern.finditer(text, *span)]
    if len(taken) != 1 or len(happened) != 1:
        return
    said = happened[0]["number"]
    number = whole_number(said)
    computed = number * Fraction(rule["off"])
    told = taken[0]["off"]
    holds = computed == Fraction(told)
    figures = (
        piece(context, "data", *flow.of(happened[0], "number")),
        piece(context, "points", *flow.of(rule, "off")),
        piece(context, "stated", *flow.of(taken[0], "off")),
    )
    right = plain(computed)
    message = f"{said}{rule['unit']}、每{rule['unit']}扣 {rule['off']} 分，共{'' if holds else '应'}扣 {right} 分"
    message += "，与文中一致。" if holds else f"，文中为 {told} 分。"
    yield rule_relation("ok" if holds else "error", figures, f"{number} × {rule['off']}", right, message)
