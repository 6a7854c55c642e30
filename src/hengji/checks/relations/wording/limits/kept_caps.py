"""A cap that is said to be kept, by figures that break it: 人均不超过 450 元，实际人均 520 元，符合规定;
管理费不得超过总额的 3%，总额 600 万元，列支管理费 26 万元，符合规定."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot, passages
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, number, relation, same_kind
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_kept_caps"]

_CAP: Final = re.compile(
    r"(?:不(?:得|能|应|可|允许)?(?:超过|高于|超出|突破|大于|多于)|未?超过?上限为?|(?:上限|限额|最高限价|控制价|限价)(?:标准)?(?:为|是|：)?)(?P<of>[^，。；：、]{0,12}的)?$"
)
_FLOOR: Final = re.compile(r"不(?:得|能|应|可)?(?:低于|少于|小于)(?P<of>[^，。；：、]{0,12}的)?$")
_KEPT: Final = re.compile(
    r"(?<![不未])(?:符合|满足|达到)(?:[^，。；\ue000-\ue005]{0,10}?)(?:规定|标准|要求|限额|办法|制度|控制)|未(?:超过?|超出|突破)(?:[^，。；]{0,8})?(?:标准|限额|规定|上限|比例|范围)"
    r"|未超标|(?:控制)?在(?:规定|标准|限额|限定|上限)(?:的)?(?:标准|范围|比例|限额)?(?:之内|以内|内)"
)
_OTHERWISE: Final = re.compile(
    r"除|但|其中|原则上|不符合|未达到|不满足|调整|提高|追加|批准|经.{0,10}同意|另|不含|剔除|分别|以上|每[增超]"
)
_WHOLE: Final = re.compile(r"总额|总投资|总预算|总经费|资金|预算|总数|合计")
_CJK: Final = re.compile("[\u4e00-\u9fff]")
_LEFT_OUT: Final = "/天人次年月日平方米，均都也"
_FEW: Final = 6
_ALIKE: Final = 2


def find_kept_caps(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``: a sentence or two of a cap, one figure of its unit and that it is kept."""
    texts = passages(context)
    for index, passage in enumerate(texts):
        if not _KEPT.search(passage.text) or len(passage.slots) > _FEW:
            continue
        yield from _in_passage(passage, passage.slots, passage.text)
        before = texts[index - 1] if index else None
        near = before is not None and passage.start - before.end < _ALIKE and len(before.slots) == 1
        if before is not None and near and not _KEPT.search(before.text):
            yield from _in_passage(passage, (*before.slots, *passage.slots), before.text + passage.text)


def _in_passage(passage: Passage, slots: Sequence[Slot], text: str) -> Iterator[Relation]:
    caps = [slot for slot in slots if _CAP.search(slot.before) or _FLOOR.search(slot.before)]
    if len(caps) != 1 or _OTHERWISE.search(text):
        return
    (cap,) = caps
    behind = [slot for slot in slots if slot.mention.start > cap.mention.start]
    if not behind or behind[-1] not in passage.slots or not _KEPT.match(passage.after(behind[-1]).lstrip(_LEFT_OUT)):
        return
    pattern = _CAP if _CAP.search(cap.before) else _FLOOR
    match = pattern.search(cap.before)
    share = cap.kind == RATE and match is not None and match["of"] is not None
    if share and len(behind) == _ALIKE and all(slot.kind == MONEY for slot in behind):
        yield from _of_whole(cap, behind[0], behind[1], least=pattern is _FLOOR)
    elif len(behind) == 1 and cap.kind == behind[0].kind and same_kind(cap, behind[0]) and _alike(cap, behind[0]):
        real, unit = behind[0], cap.mention.unit
        over = converted(real.mention, unit) - cap.mention.value
        yield _relation(cap, real, [], broken=over < 0 if pattern is _FLOOR else over > 0)


def _alike(cap: Slot, real: Slot) -> bool:
    """Whether the two are called alike: two characters of one name in the other."""
    clause = re.split("[，。；]", real.before)[-1]
    pairs = ["".join(pair) for pair in pairwise(clause) if all(map(_CJK.match, pair))]
    return "实际" in clause or any(pair in cap.before for pair in pairs)


def _of_whole(cap: Slot, whole: Slot, part: Slot, *, least: bool) -> Iterator[Relation]:
    if not _WHOLE.search(whole.before) or not _alike(cap, part) or whole.mention.value <= 0:
        return
    allowed = whole.mention.value * cap.mention.value
    over = converted(part.mention, whole.mention.unit) - allowed
    yield _relation(cap, part, [whole], broken=over < 0 if least else over > 0)


def _relation(cap: Slot, real: Slot, wholes: Sequence[Slot], *, broken: bool) -> Relation:
    verdict: Verdict = "error" if broken else "ok"
    roles = [("cap", cap.mention), *(("whole", one.mention) for one in wholes), ("stated", real.mention)]
    of = f"（总额 {number(wholes[0].mention)}）" if wholes else ""
    says = "，文中却说符合规定。请核对数字或说法。" if broken else "，相符。"
    message = f"规定的限额是 {number(cap.mention)}{of}，实际为 {number(real.mention)}{says}"
    limit = as_written(cap.mention.value, cap.mention)
    return relation(
        "policy", verdict, roles, "实际不突破限额", limit, message, "数字误写，或突破了限额" if broken else ""
    )
