"""A limit for each one, and the highest of them that is told: 单户额度不超过5万元，……最多的一户贷了8万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot, passages
from hengji.checks.relations.verdicts import converted, number
from hengji.facts.relation import Relation

__all__ = ["highest_ones"]

_EACH: Final = r"户|笔|人|个|次|家|处|件|台|村|所|班|学时|课时|节|场|天|晚|亩|辆"
_LIMIT: Final = re.compile(
    rf"(?:单|每)(?P<one>{_EACH})[^，。；：]{{0,14}}?(?:不(?:得|能|应|可)?(?:超过|高于|多于|大于|超)|最高(?:不超过)?|上限(?:为|是)?|封顶)$"
)
_HIGHEST: Final = re.compile(
    rf"最(?:多|高|大)的?(?:(?P<each>每)?[一那单]?(?P<one>{_EACH})|(?P<told>{COUNT}))[^，。；：\ue000-\ue005]{{0,10}}$"
)
_WHY: Final = re.compile("经[^，。；]{0,10}(?:批准|同意|审批)|除外|特殊|超过限额|超出|超限|追回|违规")
_KEPT: Final = re.compile("[以之]内|(?:未|没有|均不|都不)超|符合")
_BACK: Final = 24
_NEAR: Final = 3  # sentences behind the limit


def highest_ones(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``, errors all, where nothing says why one was above the limit."""
    texts = passages(context)
    for index, passage in enumerate(texts):
        for slot in passage.slots:
            limit = _LIMIT.search(slot.before) if slot.kind in (MONEY, COUNT) else None
            if limit is None:
                continue
            near = texts[index : index + _NEAR]
            if any(_WHY.search(one.text) for one in near):
                continue
            for text in near:
                for one in text.slots:
                    behind = one.mention.start > slot.mention.start
                    if behind and _highest(text, one) == limit["one"] and _is_above(one, slot):
                        yield _relation(slot, one)


def _highest(passage: Passage, slot: Slot) -> str:
    """户 in front of what 最多的一户 has."""
    found = _HIGHEST.search(passage.text[max(0, slot.at - _BACK) : slot.at])
    if found is None:
        return ""
    paid = slot.index > 0 and "最低" in passage.slots[slot.index - 1].label and _KEPT.search(passage.text)
    if found["each"] and not paid:
        return ""  # 最高每人每天180元 is another limit, but not behind 最低每人每天90元, 均在标准以内
    told = passage.slots[slot.index - 1] if slot.index else slot
    return found["one"] or str(told.mention.unit)


def _is_above(one: Slot, limit: Slot) -> bool:
    alike = one.kind == limit.kind and (one.kind == MONEY or one.mention.unit == limit.mention.unit)
    return alike and converted(one.mention, limit.mention.unit) > limit.mention.value


def _relation(limit: Slot, one: Slot) -> Relation:
    message = f"限额是 {number(limit.mention)}，其中最高的为 {number(one.mention)}，超过限额。请核对金额，或说明原因。"
    figures = (figure("budget", limit.mention), figure("stated", one.mention))
    formula = f"{number(one.mention)} ≤ {number(limit.mention)}"
    return Relation(
        "policy", "error", figures, formula, f"≤ {number(limit.mention)}", number(one.mention), message,
        "金额误写，或限额误写。", "high",
    )  # fmt: skip
