"""One whole and one part of it, told in two places with another part: 总投资 1286.5 万元，其中中央资金 800 万元, and
1286.5 万元已到位，其中中央资金 880 万元; and all of them that are fewer than there are: 28 家, 全部 26 家机构."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import period_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, shape, significant_digits
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["wholes_again"]

_AMONG: Final = re.compile(
    r"[，；：:（。]其中[，：]?(?P<name>[\u4e00-\u9fff“”]{2,14}?)(?:共计?|为|是|：|安排|下达|投入|到位)*$"
)
_NAME: Final = re.compile(
    r"(?:^|[，、；：（])(?P<name>[\u4e00-\u9fff“”]{2,14}?)(?:共计?|为|是|：|安排|下达|投入|到位)*$"
)
_APART: Final = re.compile(r"预算|计划|目标|原|调整|变更|申请|上年|去年|同期|未|剩|余|拨付|支付|支出|使用|结转")
_ALL: Final = re.compile(r"(?:全部|所有|全体|上述|以上|这|该)(?:的|共)?$")
_NOUN: Final = re.compile(r"[\u4e00-\u9fff]{2,8}")
_NARROWER: Final = re.compile("其中|部分|未|不含|除|另|增|减|新|原|计划|余|剩|一期|二期|首批|第")
_LONG: Final = 4  # digits of a whole that are no chance
_THREE: Final = 3
_AWAY: Final = 60
_LESS: Final = re.compile(
    "扣|除|提取|提留|留[存足作]|剩|余|首[批期付]|[第另]|加上|连同|合并|其中|预留|质保|尾款|进度款"
)
_IN_FULL: Final = re.compile(
    "(?:资金|专项资金|补助资金|经费|款项)?(?:全额|全部|全数|足额|一次性|均已|及时足额)(?:及时|一次性|足额)?(?:拨付|下达|到位|支付|兑付|发放|转拨|分配|拨入|划拨)"
)
_BACK: Final = 3  # sentences in which all of them were counted
_MOST: Final = 8

Key = tuple[object, ...]


def wholes_again(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors where one slip parts the two figures."""
    seen: dict[Key, tuple[Mention, Mention, int]] = {}
    for index, passage in enumerate(texts):
        yield from _given_on(texts, index)
        if "其中" in passage.text:
            yield from _parts(passage, index, seen)
        for slot in passage.slots:
            if slot.kind == COUNT and slot.before[-1:] in "部有体述上这该的共" and _ALL.search(slot.before):
                yield from _all_of_them(texts, index, slot)


def _parts(passage: Passage, index: int, seen: dict[Key, tuple[Mention, Mention, int]]) -> Iterator[Relation]:
    whole: Slot | None = None
    changed = changed_slots(passage)
    for slot in passage.slots:
        first = _AMONG.search(slot.before)
        if first is not None and slot.index:
            whole = passage.slots[slot.index - 1]
        if whole is None or slot is whole or slot.kind != MONEY or whole.kind != MONEY:
            continue
        if "。" in slot.before or "；" in slot.before:
            whole = None
            continue
        name = first or (_NAME.match(slot.before) if slot.before.startswith(("，", "、")) else None)
        if name is None or _digits(whole.mention) < _LONG or {slot.index, whole.index} & changed:
            continue
        if _APART.search(name["name"]) or slot.mention.approximate or slot.mention.value > whole.mention.value:
            continue
        key = (
            whole.mention.value,
            str(whole.mention.unit),
            name["name"],
            str(slot.mention.unit),
            period_of(whole.before),
        )
        if key not in seen:
            seen[key] = whole.mention, slot.mention, index
        elif seen[key][2] != index and seen[key][1].value != slot.mention.value:
            yield from _differing(seen[key][0], seen[key][1], slot.mention, name["name"])


def _all_of_them(texts: Sequence[Passage], index: int, slot: Slot) -> Iterator[Relation]:
    """全部26家养老机构 where 养老机构28家 was the one number of them that is told."""
    noun = _NOUN.match(texts[index].after(slot))
    if noun is None:
        return
    counted: dict[object, Slot] = {}
    others: dict[object, set[object]] = defaultdict(set)
    for passage in texts[max(0, index - _BACK) : index + 1]:
        for other in passage.slots:
            if other.mention.start >= slot.mention.start or str(other.mention.unit) != str(slot.mention.unit):
                continue
            others[str(other.mention.unit)].add(other.mention.value)
            clause = re.split("[，。；：、]", other.before)[-1]
            behind = passage.after(other)
            own = any(noun[0][:end] in clause[-12:] or behind.startswith(noun[0][:end]) for end in (4, 3, 2))
            if own and not _NARROWER.search(clause) and other.kind == COUNT:
                counted[other.mention.value] = other
    values = others[str(slot.mention.unit)]
    made = {a + b for a in values for b in values if a != b} | {a - b for a in values for b in values}  # type: ignore[operator]
    if len(counted) == 1 and slot.mention.value not in values | made and slot.mention.value > 1:
        (first,) = counted.values()
        if slot.mention.value > first.mention.value:
            return  # 抽查班次 118 个，占全部 1180 个班次的一成
        largest = first.mention.value == max(values)  # type: ignore[type-var]
        if largest and not _NARROWER.search(re.split("[，。；]", slot.before)[-1]):
            yield from _differing(None, first.mention, slot.mention, noun[0])


def _given_on(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """下达资金 1560 万元，财政局将 1650 万元全额拨付: what is given on in full is what came."""
    passage = texts[index]
    if not _IN_FULL.search(passage.text):
        return
    for slot in passage.slots:
        if slot.kind != MONEY or not slot.before.endswith(("将", "把", "该", "这", "上述")):
            continue
        if not _IN_FULL.match(passage.after(slot)) or _digits(slot.mention) < _THREE:
            continue
        earlier = [*(texts[index - 1].slots if index else ()), *passage.slots[: slot.index]]
        came = [one for one in earlier if one.kind == MONEY and str(one.mention.unit) == str(slot.mention.unit)]
        values = {one.mention.value for one in came}
        between = passage.text[: slot.at][-_AWAY:] if came and came[-1] in passage.slots else ""
        if len(values) == 1 and slot.mention.value not in values and not _LESS.search(between + slot.before):
            yield from _differing(None, came[-1].mention, slot.mention, "全额拨付的资金")


def _differing(witness: Mention | None, first: Mention, stated: Mention, name: str) -> Iterator[Relation]:
    right = as_written(first.value, stated)
    slip = shape(as_written(stated.value, stated), right)
    if slip:
        roles = [("first", first), ("stated", stated)]
        roles = [("witness", witness), *roles] if witness is not None else roles
        message = f"“{name}”前面是 {number(first)}，这里是 {number(stated)}。请核对后统一。"
        likely = f"两处之一误写（{slip}）。"
        yield relation("repeat", "error", roles, f"{name}：前后相等", right, message, likely)


def _digits(mention: Mention) -> int:
    return significant_digits(mention.text)
