"""Points or scores and what they are split into, all in one sentence: 总分100分，由决策15分、过程25分、产出35分和效益
25分构成; 得分86.12分：投入类得13.80分，管理类得18.25分，….
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.passages import SCORE, Passage, Slot, passages
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import in_words, number, relation
from hengji.facts.relation import Relation

__all__ = ["split_points"]

_SPLIT: Final = re.compile(
    r"^(?:）)?(?:，|（)?(?:[^，。；：\ue000-\ue005]{0,10})?(?:由|拆分为|分解为|细分为|划分为|分为|分别为|包括|构成为|具体为|：|其中：?)"
    r"[^，。；：、\ue000-\ue005]{2,14}?(?:得|为|计)?$"
)
_NEXT: Final = re.compile(r"^(?:、|，|；|和|及|与|以及)[^，。；：、\ue000-\ue005（）]{2,14}?(?:得|为|计)?$")
_OTHER: Final = re.compile("均|各|都|扣|加|减|低于|高于|以上|以下|满分|分值|上年|平均|每|等|档|最|不")
_TIERS: Final = re.compile(r"第\d|[优良中差]秀?好?得?$|合格得?$|名|结论为")
"""优秀得15分，良好得12分: the tiers of a standard, of which one holds."""
_WHOLE: Final = re.compile("自评得|评价得|合计|共|实得|总分|最终|综合")
_SO_FAR: Final = re.compile("以上[^，。；]{0,8}共?")
_ENDS: Final = re.compile(r"^(?:等)?(?:[四三五六两二]?(?:项|类|部分|个方面)?(?:指标)?)?(?:构成|组成)?(?:[，。；）]|$)")
_FEWEST: Final = 3


def split_points(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``; a list that goes on with 等 or tells of deductions says nothing."""
    for passage in passages(context):
        if passage.text.count(SCORE) > _FEWEST and context.table_at(passage.start) is None:
            for total in passage.slots:
                if total.kind == SCORE and not total.mention.approximate:
                    yield from _of(passage, total)


def _of(passage: Passage, total: Slot) -> Iterator[Relation]:
    parts = _parts(passage, total)
    if len(parts) < _FEWEST or "等" in passage.after(parts[-1])[:2] or not _ENDS.match(passage.after(parts[-1])):
        return
    if any(_OTHER.search(part.before) for part in parts) or _OTHER.search(total.before[-6:].replace("满分", "")):
        return
    if any(_TIERS.search(part.before.rstrip("计为")) for part in parts[1:]) or "其中" in total.label:
        return
    after = passage.slots[parts[-1].index + 1 : parts[-1].index + 2]
    if after and after[0].kind == SCORE and _SO_FAR.search(after[0].before):
        return  # 以上三类共 S 分；满意度……: more of the whole follows
    if any(part.mention.value > total.mention.value for part in parts):
        return
    computed = sum((part.mention.value for part in parts), Fraction(0))
    roles = [*(("part", part.mention) for part in parts), ("total", total.mention)]
    right = as_written(computed, total.mention)
    formula = " + ".join(in_words(part.mention.value) for part in parts)
    if computed == total.mention.value:
        yield relation("score_sum", "ok", roles, formula, right, "各项之和与文中一致。")
        return
    message = f"所列各项之和应为 {right}，文中为 {number(total.mention)}。"
    yield relation("score_sum", "error", roles, formula, right, message, "请核对总分与各项，其中一个有误。")


def _parts(passage: Passage, total: Slot) -> Sequence[Slot]:
    """The unbroken row of scores behind the words that split *total*."""
    found: list[Slot] = []
    for slot in passage.slots[total.index + 1 :]:
        joined = _NEXT.match(slot.before) if found else _SPLIT.match(slot.before)
        if slot.kind != SCORE or joined is None or slot.mention.approximate or (found and _WHOLE.search(slot.before)):
            break
        found.append(slot)
    return found
