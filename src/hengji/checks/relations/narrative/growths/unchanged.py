"""Figures that are said to be those of last year, 持平, against the figure of last year that stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import shape
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["unchanged"]

_THEN = (
    r"(?:上一?年度?|去年|前一年度?|20\d\d年度?|上年同期|年初预算|年度?预算)"
    r"(?:的|同期|决算|预算|实际|支出|收入|执行|数|为|是)*"
)
_BASE = re.compile(rf"^[，（]?(?:同?比|较|与|同|和|跟){_THEN}$")
_ASIDE = re.compile(rf"^[，；（](?:而)?{_THEN}$")
_FLAT = re.compile(
    r"^）?(?:相比|相较|比较)?(?:保持|实现)?持平|^）?(?:相比)?(?:无|没有)(?:增减)?变化|^）?一致(?=[，。；）]|$)"
)
_SAME = r"(?:同比|(?:与|较|同|和)(?:上年度?|去年|20\d\d年度?)(?:度|数|决算|预算)*)"
_FLAT_NEXT = re.compile(rf"^）?[，、]{_SAME}?(?:相比)?(?:保持)?持平|^）?[，、]{_SAME}(?:相比)?(?:无|没有)(?:增减)?变化")
_BESIDE = re.compile(r"分别|合计|累计|预算[^，。；]{0,8}，")


def unchanged(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``growth``: the figure and the one it is compared with, both told."""
    for passage in texts:
        if "持平" not in passage.text and "变化" not in passage.text and "一致" not in passage.text:
            continue
        for base in passage.slots[1:]:
            current = passage.slots[base.index - 1]
            behind = passage.after(base)
            said = (_BASE.match(base.before) and _FLAT.match(behind)) or (
                _ASIDE.match(base.before) and _FLAT_NEXT.match(behind)
            )
            alike = same_kind(current, base) and base.kind in (MONEY, COUNT, RATE)
            if said and alike and not base.mention.approximate and not _BESIDE.search(current.before):
                yield _relation(current, base)


def _relation(current: Slot, base: Slot) -> Relation:
    now = converted(current.mention, base.mention.unit)
    verdict = judged(now, None, base.mention)
    roles = [("current", current.mention), ("stated", base.mention)]
    if good(verdict) or now == base.mention.value:
        message = f"{number(current.mention)}与上年相同，与文中所说的持平一致。"
        return relation("growth", "ok", roles, "本期 = 上期", in_words(now), message)
    message = f"文中说持平，而本期为 {number(current.mention)}，上期为 {number(base.mention)}。"
    slip = shape(current.mention.text, base.mention.text)
    likely = f"两数之一误写（{slip}），或不应写“持平”。" if slip else "两数之一误写，或不应写“持平”。"
    return relation("growth", "error", roles, "本期 = 上期", in_words(now), message, likely)
