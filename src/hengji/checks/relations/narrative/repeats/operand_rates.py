"""A rate that a formula of points takes up: 预算执行率 95.0%; 按执行率计分：10×95.0%＝9.5 分."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.passages import RATE, SCORE, Passage, Slot
from hengji.checks.relations.slips import as_written, shape
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation, Verdict

__all__ = ["operand_rates"]

_NAME = re.compile(r"(?P<verb>执行|完成|支付|支出|到位|使用|办结|合格|回收|满意|覆盖)(?:率|度|进度)")
_OPERAND = re.compile(r"^[×xX＊*]$")
_NEAR = 3  # passages before the formula among which its rate was stated


def operand_rates(texts: list[Passage]) -> Iterator[Relation]:
    """Every such operand against the one rate of its name that was stated just before."""
    for index, passage in enumerate(texts):
        for slot in passage.slots:
            if slot.kind != RATE or not _OPERAND.match(slot.before) or not slot.index:
                continue
            named = _NAME.findall(passage.text[max(0, slot.at - 30) : slot.at])
            stated = _stated(texts[max(0, index - _NEAR) : index], named[-1]) if len(set(named)) == 1 else []
            if len({one.mention.value for one in stated}) == 1:
                yield _relation(stated[0], slot, scored=SCORE in passage.text)


def _stated(before: list[Passage], verb: str) -> list[Slot]:
    return [
        slot
        for passage in before
        for slot in passage.slots
        if slot.kind == RATE
        and not slot.mention.approximate
        and (match := list(_NAME.finditer(slot.before)))
        and match[-1]["verb"] == verb
        and len(slot.before) - match[-1].end() <= 3
    ]


def _relation(stated: Slot, operand: Slot, *, scored: bool) -> Relation:
    first, again = stated.mention, operand.mention
    verdict: Verdict = "ok"
    if abs(first.value - again.value) >= max(first.step, again.step):
        slip = shape(as_written(again.value, again), as_written(first.value, again))
        verdict = "error" if slip and scored else "suspicious"
    message = "算式所用的比率与前文一致。"
    if verdict != "ok":
        message = f"前文为 {number(first)}，算式用的是 {number(again)}。"
    likely = "" if verdict == "ok" else "两处之一误写。"
    return relation(
        "repeat", verdict, [("first", first), ("stated", again)], "两处相等", number(first), message, likely
    )
