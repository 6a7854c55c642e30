"""A total and the parts that fill the rest of its sentence, or the lines beside it, without a word that opens them.

总投入 T，财政拨款 a，单位自筹 b，社会捐赠 c。 No 其中 promises anything: what makes them parts is that nothing else is
told, that they are told alike, that the field knows no other part, or that one slip of the pen mends the sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.nearly_whole import is_pair
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.partitions import is_complete, is_sorted
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.narrative.sums.scopes import is_base
from hengji.checks.relations.narrative.sums.traits import TRAITS, in_post, is_first_kind, overlapping
from hengji.checks.relations.near_misses import slips_in
from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["filled_sentences"]

_TOTAL: Final = re.compile(
    r"总|共|合计|累计|全部|三公|争取|筹集|落实|统筹|整合|下达|债券|[资奖补]金|全[年县区市省镇乡局校院]|现有|拥有|受理|收到|登记|"
    r"编制|在册|惠及|受益|改造|新建|建成|完成|发放|兑付|兑现|救助|培训"
)
_OPENS: Final = re.compile(
    r"^(?:[^，。；：\ue000-\ue005]{0,14})[，：；（](?:[^，。；：\ue000-\ue005]{2,16}[，：])?"
    r"(?:其中[，：]?|(?:分别|主要)?(?:用于|来自|投向|包括|为|是))?(?P<name>[^，。；：、\ue000-\ue005]{1,20})$"
)
_NEXT: Final = re.compile(
    r"^[^，。；：、（）\ue000-\ue005]{0,4}(?:（[^（）]*）)?(?:[，、；]|以?及|和|与)(?P<name>[^，。；：、\ue000-\ue005]{0,20})$"
)
_ENDS: Final = re.compile(r"^(?!等)[^，、：；。\ue000-\ue005]{0,8}(?:[。；）]|$)")
_LINE: Final = re.compile(r"^[-—•●·（）\d.、]{0,4}(?:其中[：，]?)?(?P<name>[^，。；：、\ue000-\ue005]{1,16})：?$")
_STRANGE: Final = re.compile(
    r"上年|去年|年初|年末|年底|期末|预算|目标|计划|结余|结转|余额|剩余|人均|平均|每|标准|合计|总计|共|累计|另|此外|同时|主要|比|较|"
    r"增|减|未|截至|其中|含|等|超|率|单价|最|应|拟|需|不足|占|新增|额外|还|约|涉及|覆盖|节约|服务$|惠及|受益"
)
_STAGES: Final = re.compile("支付|支出|到位|使用|执行|拨付|完成|发放|兑付|整改|办结|验收|投入|安排|下达|收回|收入|缴")
_SUM_LINE: Final = re.compile("^[^，。；：]{0,6}(?:合计|共计|总计|小计|总额|总数)[^，。；：]{0,8}$")
_SOURCE: Final = re.compile(
    "财政(?:补助|拨款)|事业(?:单位)?收入|经营收入|其他收入|上级补助|附属单位|单位自筹|自有资金|一般公共预算|政府性基金|国有资本"
)
"""Where the money of an office comes from (部门决算报表, 收入决算表): one of them is no total of the others."""
_JUST: Final = 3  # characters between two lines
_LEAST, _MOST, _THREE = 2, 12, 3
_EIGHTH, _TWENTIETH, _LARGE = 8, 20, 20


def filled_sentences(texts: Sequence[Passage], index: int, kind: str) -> Iterator[Relation]:
    """The totals of *kind* in passage *index* that all that follows makes up, or misses by a slip."""
    passage = texts[index]
    if kind not in passage.text:
        return
    plain = plain_slots(passage)
    if len(plain) == len(passage.slots) == 1:
        found = _by_lines(texts, index, plain[0]) or _by_lines_before(texts, index, plain[0])
    else:
        found = _by_sentence(passage, [slot for slot in plain if slot.kind == kind])
        found = None if found is not None and _of_the_last(texts[index - 1] if index else None, found) else found
    if found is not None and found.total.kind == kind:
        yield judge_sum(found, "error")


def _of_the_last(before: Passage | None, found: Sum) -> bool:
    """来信来访 83 件。咨询 37 件，反映 9 件，要求 24 件，其他 13 件: the first is a part like the others."""
    every = (found.total, *found.parts)
    return before is not None and any(adds_up(slot, every) for slot in before.slots if same_kind(slot, found.total))


def _by_sentence(passage: Passage, plain: Sequence[Slot]) -> Sum | None:
    """The first total, all figures behind which are its parts."""
    for at, total in enumerate(plain[:_THREE]):
        parts = plain[at + 1 :]
        if not _LEAST <= len(parts) <= _MOST or is_base(passage, total):
            continue
        if (
            total.before.startswith("、")
            or re.search("第[一二三四五]|[首一二三]期", label_of(total))
            or re.search("其中|：", total.before)
            or is_first_kind(total.before)
        ):
            return None  # 合计 T：甲 a，乙 b: one of a list is no total of those behind it
        between = [slot for slot in passage.slots[total.index + 1 :] if slot not in parts]
        if any(slot.kind != RATE or "占" not in slot.before for slot in between):
            continue
        names = [_OPENS.match(parts[0].before), *(_NEXT.match(part.before) for part in parts[1:])]
        joints = [name[0].lstrip("）")[:1] for name in names[1:] if name is not None]
        if any(a == "、" and b in "，；" for a, b in pairwise(joints)):
            return None  # 医师 a、护士 b、药师 c，高级职称 d
        ended = _ENDS.match(passage.after(parts[-1])) is not None
        told = [name["name"] for name in names if name is not None]
        if ended and not between and len(told) == len(parts) and _is_total_of(total, parts, told):
            return Sum(total, tuple(parts))
        return None
    return None


def _by_lines(texts: Sequence[Passage], index: int, total: Slot) -> Sum | None:
    """A line with the total alone, and behind it a line for each part."""
    parts: list[Slot] = []
    names: list[str] = []
    end = texts[index].end
    if not re.match("^[^，；]{0,4}[，：；:。]?(?:其中：?)?$", texts[index].after(total)):
        return None
    for passage in texts[index + 1 : index + 2 + _MOST]:
        line = _LINE.match(passage.slots[0].before) if len(passage.slots) == 1 else None
        if line is None or not same_kind(passage.slots[0], total) or passage.start - end > 3:
            break
        if not re.match("^[，；。;]?$", passage.after(passage.slots[0])):
            break
        parts.append(passage.slots[0])
        names.append(line["name"])
        end = passage.end
    few = not _LEAST <= len(parts) <= _MOST
    return None if few or not _is_total_of(total, parts, names) else Sum(total, tuple(parts))


def _by_lines_before(texts: Sequence[Passage], index: int, total: Slot) -> Sum | None:
    """A line for each part, and behind them that of the total: 合计 T."""
    if not _SUM_LINE.search(total.before):
        return None
    parts: list[Slot] = []
    start = texts[index].start
    for passage in reversed(texts[max(0, index - _MOST) : index]):
        if len(passage.slots) != 1 or not same_kind(passage.slots[0], total) or start - passage.end > _JUST:
            break
        slot = passage.slots[0]
        if _STRANGE.search(label_of(slot)) or not re.match("^（?[^，。；]{0,8}[，；。）]?$", passage.after(slot)):
            return None
        parts.insert(0, slot)
        start = passage.start
    one = Sum(total, tuple(parts)) if _LEAST <= len(parts) < _MOST else None
    if one is None or adds_up(total, parts):
        return one
    if any(adds_up(total, parts[at:]) for at in range(1, len(parts) - 1)):
        return None
    long = len(parts) >= _THREE
    slip = slips_in([(1, part) for part in parts], total, swapped=2 if long else 3, digit=3 if long else 4)
    return one if slip and abs(one.rest) * 2 <= total.mention.value else None


def _is_total_of(total: Slot, parts: Sequence[Slot], names: Sequence[str]) -> bool:
    """Whether *parts* were meant to be all of *total*: they are, or words and a slip of the pen say so."""
    alike = all(same_kind(part, total) and part.mention.value >= 0 for part in parts)
    if not alike or total.mention.value <= 0 or len(set(names)) < len(names):
        return False
    if overlapping(names) or in_post(label_of(total), names):
        return False
    if all(_SOURCE.search(name) for name in (label_of(total), *names)) and "收入" not in label_of(total)[-2:]:
        return False
    stages = {tuple(_STAGES.findall(name)[:1]) for name in names}
    strange = any(_STRANGE.search(name) for name in names) or len(stages) > 1
    if any(re.search("上年|去年|同期|年初|预算|目标|结余|结转|余额", name) for name in names):
        return False
    if not (is_sorted(names) or is_complete(names)) and (
        strange or re.search("上年|目标|计划|人均|平均|每", label_of(total))
    ):
        return False
    if any(part.mention.value > 0 and _above(part, total) for part in parts):
        return False
    traits = [any(trait.search(name) for trait in TRAITS) for name in names]
    if any(traits) and not (all(traits) or is_complete(names)):
        return False
    if any(adds_up(total, parts[:length]) for length in range(_LEAST, len(parts) + 1)):
        return adds_up(total, parts)
    return _missed(Sum(total, tuple(parts)), names)


def _above(part: Slot, total: Slot) -> bool:
    return Sum(total, (part,)).rest < 0


def _missed(one: Sum, names: Sequence[str]) -> bool:
    """Whether what the parts miss of their total is a slip: with names that leave no other part, or told as a whole."""
    whole, rest = one.total.mention.value, abs(one.rest)
    many = len(one.parts) >= _THREE
    if is_complete(names) or is_sorted(names) or (is_pair(names) and rest * _EIGHTH <= whole):
        return rest * 4 <= whole
    tails = [name[-2:] for name in names]
    if tails[0] == tails[1] and any(tail != tails[0] for tail in tails) and "其" not in names[-1]:
        return False  # 民事案件 a，刑事案件 b，调解结案 c: what comes last is told of all of them
    if not _TOTAL.search(label_of(one.total)) or (
        label_of(one.total)[-2:] == names[0][-2:] and not re.search("共|总|合计", label_of(one.total))
    ):
        return False
    terms = [(1, part) for part in one.parts]
    slip = slips_in(terms, one.total, swapped=2 if many else 3, digit=3 if many else 5 if one.rest < 0 else 99)
    counted = one.total.kind == COUNT and whole >= _LARGE
    nouns = {*tails, label_of(one.total)[-2:]}  # 共组织培训 T，党务培训 a，业务培训 b，新员工培训 c
    near = rest * (_EIGHTH if len(nouns) == 1 else _TWENTIETH) <= whole
    return bool(slip and rest * _EIGHTH <= whole) or (many and counted and near)
