"""Rates that say what they are divided by: 以到位资金为基数的执行率 P; 按实际支出与实际到位资金之比计算，执行率 P.

The words leave no choice of the base, so that a rate that holds on another figure only is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.narrative.rates.divided import quotient
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, good, in_words, number, relation, same_kind, slip_of
from hengji.facts.relation import Relation

__all__ = ["told_bases"]

_IS: Final = r"(?:应?为|是|达到?|计算为|：)*$"
_ON: Final = re.compile(
    rf"以(?P<base>[^，。；：、\ue000-\ue005]{{2,10}}?)(?:为|作)(?:基数|分母|口径)(?:来?计算|测算|核算)?的?，?"
    rf"(?P<name>[^，。；：、]{{0,8}}(?:率|度|比例)){_IS}"
)
_RATIO: Final = re.compile(
    rf"按(?:照)?(?P<part>[^，。；：、\ue000-\ue005]{{2,10}}?)(?:与|和|占|除以|÷|/)(?P<base>[^，。；：、\ue000-\ue005]{{2,10}}?)"
    rf"(?:之比|的比[例率值]|的比重)?(?:来?计算|测算|核算|折算)(?:的)?，?(?P<name>[^，。；：、]{{0,8}}(?:率|度|比例)){_IS}"
)
_PARTS: Final = {
    "执行": "支出|支付|执行|使用",
    "支付": "支付|支出|拨付",
    "支出": "支出|支付",
    "满意": "满意",
    "到位": "到位",
}
_PLAIN: Final = re.compile(r"^(?:实际|全年|年度|当年|项目|本年)|(?:资金|经费|金额|总额|数量?|额)$")
_BACK: Final = 2


def told_bases(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Relations of kind ``rate`` for passage *index*; the figures stand in it or in the two passages before."""
    passage = texts[index]
    for rate in passage.slots if RATE in passage.text else ():
        told = _RATIO.search(rate.before) or _ON.search(rate.before)
        if told is None or rate.mention.approximate:
            continue
        pool = _pool(texts, index, rate)
        base = _named(pool, _plain(told["base"]))
        part = _part(pool, told, base) if base is not None else None
        if part is not None and base is not None and base.mention.value > 0 and same_kind(part, base):
            yield _judged(told["name"], part, base, rate)


def _pool(texts: Sequence[Passage], index: int, rate: Slot) -> list[Slot]:
    """Money and counts that may be meant, nearest first."""
    own = [slot for slot in reversed(texts[index].slots[: rate.index]) if slot.index not in changed_slots(texts[index])]
    earlier = [slot for one in reversed(texts[max(0, index - _BACK) : index]) for slot in reversed(one.slots)]
    return [slot for slot in (*own, *earlier) if slot.kind in (MONEY, COUNT) and not slot.mention.approximate]


def _plain(name: str) -> str:
    while (less := _PLAIN.sub("", name)) != name and len(less) > 1:
        name = less
    return name


def _named(pool: Sequence[Slot], name: str) -> Slot | None:
    found = [slot for slot in pool if _plain(core(label_of(slot))).endswith(name)]
    return found[0] if len({slot.mention.value for slot in found}) == 1 else None  # of more, which is meant?


def _part(pool: Sequence[Slot], told: re.Match[str], base: Slot) -> Slot | None:
    if told.re is _RATIO:
        return _named(pool, _plain(told["part"]))
    key = next((words for name, words in _PARTS.items() if name in told["name"]), None)
    found = [slot for slot in pool if key and slot is not base and re.search(rf"(?<!不)(?:{key})", label_of(slot))]
    return found[0] if found and found[0].mention.value <= converted(base.mention, found[0].mention.unit) else None


def _judged(name: str, part: Slot, base: Slot, rate: Slot) -> Relation:
    computed, verdict = quotient(part, base, rate)
    right = as_written(computed, rate.mention)
    roles = [("part", part.mention), ("base", base.mention), ("stated", rate.mention)]
    formula = f"{in_words(converted(part.mention, base.mention.unit))} ÷ {in_words(base.mention.value)}"
    if good(verdict):
        return relation("rate", verdict, roles, formula, right, f"{name}与所说的基数相符。")
    message = f"{name}按文中所说的基数 {number(base.mention)} 计算应为 {right}，文中为 {number(rate.mention)}。"
    return relation("rate", verdict, roles, formula, right, message, slip_of(rate.mention, computed))
