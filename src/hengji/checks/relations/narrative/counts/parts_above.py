"""A part of what was checked, tested or taught that is more than all of it: 检查 1250 户次，发现隐患的 1380 户次.

So are kinds of staff in brackets that are more than the staff: 在职人员4人（3个行政编、2个挂职人员）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["parts_above"]

_WHOLE = re.compile(
    r"(?:检查|抽查|抽检|抽样|检测|监测|核查|排查|走访|抽取|评审|参评|参[训考加检赛]|应[到考检]|报名|验收|送检|检验|鉴定|培训|筛查|体检)"
    r"[^，。；：、]{0,10}$"
)
_PART = re.compile(
    r"(?<!率)(?:合格|达标|通过|实[到考检]|有效|满意|取得[^，。；：、]{1,8}证书?|考核合格|获[得取][^，。；：、]{1,6}证|"
    r"(?:发现|存在|检出)[^，。；：、]{1,8}的|(?:优|良好?|优秀)|不合格|不达标|阳性|异常|确诊|发病)(?:的|人数|数|率)?(?:有|为|共|达)?$"
)
_PAIR = 2
_STAFF = re.compile(r"(?:在职|实有|在岗|现有|在编|职工|工作人员|干部)[^，。；：、（）]{0,8}$")
_KIND = re.compile(r"行政|事业|工勤|参公|参照|公务员|挂职|聘|编外|劳务|政府购买|借调|公益性?岗位")
_OVERLAPS = re.compile(r"其中|在编|编内|编制|含|包括|男|女|党员|退|兼|另")
_STRANGE = re.compile(r"上年|去年|累计|历年|同期|计划|目标|应整改|比|较|另|此外|平均|每|标准")


def parts_above(passage: Passage) -> Iterator[Relation]:
    """Every such part of *passage*: of the unit of its whole, and next to it but for rates."""
    if passage.text.count(COUNT) < _PAIR:
        return
    yield from _bracketed(passage)
    changed = changed_slots(passage)
    counts = [slot for slot in passage.slots if slot.kind != RATE]
    for whole, part in pairwise(counts):
        if any(slot.kind != COUNT or slot.index in changed or slot.mention.approximate for slot in (whole, part)):
            continue
        if part.mention.value > whole.mention.value and _belong(passage, whole, part):
            told = f"{label_of(whole)}{number(whole.mention)}"
            message = f"{label_of(part)}{number(part.mention)}是{told}中的一部分，不应更多。"
            roles = [("total", whole.mention), ("part", part.mention)]
            yield relation("count", "error", roles, "部分 ≤ 全部", f"≤ {number(whole.mention)}", message)


def _belong(passage: Passage, whole: Slot, part: Slot) -> bool:
    between = passage.text[whole.at + 1 : part.at]
    alike = str(whole.mention.unit) == str(part.mention.unit)
    named = _WHOLE.search(label_of(whole)) and not _PART.search(label_of(whole)) and _PART.search(label_of(part))
    return alike and named is not None and "。" not in between and not _STRANGE.search(between + label_of(whole))


def _bracketed(passage: Passage) -> Iterator[Relation]:
    """Of kinds that nobody is two of."""
    for whole in passage.slots:
        behind = passage.after(whole)
        if whole.kind != COUNT or behind[:1] != "（" or "）" in behind or not _STAFF.search(label_of(whole)):
            continue
        end = passage.text.find("）", whole.at)
        parts = [slot for slot in passage.slots[whole.index + 1 :] if slot.at < end]
        words = passage.text[whole.at + 1 : end]
        named = [_KIND.search(piece) for piece in re.split("[、，；和]", words)]
        alike = all(slot.kind == COUNT and str(slot.mention.unit) in ("人", "名", "个") for slot in parts)
        if len(parts) < _PAIR or len(named) != len(parts) or not all(named) or not alike or _OVERLAPS.search(words):
            continue
        total = sum(slot.mention.value for slot in parts)
        if total > whole.mention.value:
            told = "、".join(number(slot.mention) for slot in parts)
            message = f"{label_of(whole)}{number(whole.mention)}，而括号内各类人员（{told}）合计更多。请核对人数。"
            roles = [*(("part", slot.mention) for slot in parts[-1:]), ("total", whole.mention)]
            yield relation("count", "error", roles, "各类人员 ≤ 全部人员", f"≥ {total}", message)
