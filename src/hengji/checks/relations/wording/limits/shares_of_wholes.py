"""A limit that is a share of a figure told elsewhere: 管理费不得超过总投资的1%，实际列支33.80万元，控制在限额之内,
where the 总投资 of the paper makes it more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot, passages
from hengji.checks.relations.verdicts import converted, in_words, number
from hengji.checks.relations.without_frames.limits.limit_words import KEPT
from hengji.facts.relation import Relation

__all__ = ["shares_of_wholes"]

_WHOLES: Final = (
    "总投资", "投资总额", "概算", "合同总价", "合同价", "合同金额", "合同总额",
    "结算价", "结算金额", "审定价", "中标价", "工资总额", "预算总额", "年初预算",
    "全年预算",
    "公用经费", "支出总额", "总支出", "收入总额", "专项资金",
    "衔接资金", "补助资金", "资金总额", "直接费用", "项目资金", "项目总额",
    "项目总预算", "总预算", "总经费",
)  # fmt: skip
_MOST: Final = re.compile(
    rf"(?:不得?(?:能|应|可|许)?(?:超过|高于|超出|突破|大于|超)|上限(?:为|是)?|最高(?:不超过)?(?:为|是|按)?|控制在|限额?(?:为|是)?|(?:最多|可以?)(?:按|提取?)?|按(?:不超过|不高于)|不超)[^，。；：\ue000-\ue005]{{0,8}}?(?P<whole>{'|'.join(_WHOLES)})(?:的|总额的)?$"
)
_LEAST: Final = re.compile(
    rf"不得?(?:能|应|可)?(?:低于|少于|小于)[^，。；：\ue000-\ue005]{{0,8}}?(?P<whole>{'|'.join(_WHOLES)})(?:的|总额的)?$"
)
_ACTUAL: Final = re.compile("列支|支出|支付|付|预留|提取|提了|拨付|拨缴|用|安排|收取|扣留|缴纳|缴存|列|计取|实际|计提")
_OTHER: Final = re.compile("以上的部分|超过部分|累进|分档|其中|每")
_DENIED: Final = re.compile("超过了|超出|突破了|未(?:能)?(?:符合|控制)|不符合")
_FAR, _MOST_PLACES = 3, 6


def shares_of_wholes(context: Context, judged: set[int]) -> Iterator[Relation]:
    """Relations of kind ``policy``, errors all: no figure that the paper gives the whole keeps the limit."""
    texts = passages(context)
    for index, passage in enumerate(texts):
        for slot in passage.slots:
            if slot.kind != RATE or slot.mention.start in judged:
                continue
            most, least = _MOST.search(slot.before), _LEAST.search(slot.before)
            told = most or least
            if told is None or _OTHER.search(slot.before):
                continue
            actual = _actual(texts, index, slot)
            if actual is None or actual[0].mention.start in judged or not _kept(texts, index, actual[0]):
                continue
            wholes = _amounts_of(texts, told["whole"], {actual[0].mention.start})
            found = _judged(slot, actual[0], wholes, at_most=most is not None)
            if found is not None:
                yield found


def _actual(texts: Sequence[Passage], index: int, limit: Slot) -> tuple[Slot, ...] | None:
    """The one amount behind the limit that came about, in the sentence or the next."""
    for passage in texts[index : index + 2]:
        own = [
            slot
            for slot in passage.slots
            if slot.kind == MONEY and slot.mention.start > limit.mention.start and _ACTUAL.search(slot.label)
        ]
        if own:
            return (own[0],) if len(own) == 1 else None
    return None


def _kept(texts: Sequence[Passage], index: int, actual: Slot) -> bool:
    words = "".join(one.text for one in texts[index : index + 2])
    at = next((one.text[slot.at :] for one in texts[index : index + 2] for slot in one.slots if slot is actual), "")
    return KEPT.search(at) is not None and not _DENIED.search(words)


def _amounts_of(texts: Sequence[Passage], whole: str, without: set[int]) -> list[Slot]:
    """The amounts that the paper gives the whole, wherever it names it right in front of a figure."""
    found = [
        slot
        for one in texts
        for slot in one.slots
        if slot.kind == MONEY
        and slot.mention.start not in without
        and re.search(rf"{whole}(?:额|价|数|资金)?(?:合计|共计|共|为|是|达|：|（[^（）]*）)*$", slot.label)
    ]
    return found[:_MOST_PLACES]


def _judged(limit: Slot, actual: Slot, wholes: Sequence[Slot], *, at_most: bool) -> Relation | None:
    """Broken by every figure of the whole, and not by so much that other things must be meant."""
    if not wholes:
        return None
    unit = actual.mention.unit
    shares = [actual.mention.value / converted(one.mention, unit) for one in wholes if one.mention.value]
    rate = limit.mention.value
    broken = all(share > rate if at_most else share < rate for share in shares)
    near = shares and all(rate / _FAR < share < rate * _FAR for share in shares)
    if not (broken and near):
        return None
    share, whole = shares[0], wholes[0].mention
    says = "超过" if at_most else "低于"
    formula = f"{number(actual.mention)} ÷ {number(whole)}"
    message = (
        f"{formula} = {in_words(share * 100)}%，{says}所定的 {number(limit.mention)}，文中却称守住了限额。"
        "请核对金额，或改正说法。"
    )
    figures = (figure("whole", whole), figure("budget", limit.mention), figure("stated", actual.mention))
    sign = "≤" if at_most else "≥"
    return Relation(
        "policy", "error", figures, f"{formula} {sign} {number(limit.mention)}", f"{in_words(share * 100)}%",
        number(limit.mention), message, "金额误写，或说法有误。", "high",
    )  # fmt: skip
