"""a X、b Y、c Z，共 T: a run of figures joined by 、 and, right behind it, the total that a word announces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.joined_lists import JOINED, STRANGE, failed_list, is_hardly_apart
from hengji.checks.relations.narrative.sums.nearly_whole import is_pair
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.near_misses import slips_in
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.slips import digits_of
from hengji.checks.relations.verdicts import same_kind
from hengji.checks.relations.without_frames.marks import is_counted_twice
from hengji.facts.relation import Relation

__all__ = ["totals_behind"]

_TOTAL = re.compile(
    r"^）?(?:组成|构成)?[，；]?(?:以上|各项|[两三四五六][项年期批次类])?(?:合计|共计|总计|累计|总共|合共|一共|[拢统]共|共|相加|加总|之和|总和|加起来|加(?:在|到)一起|合起来|计|合(?:在|到)一起|全部)(?:后|共|合计|算|，)?(?:为|是|有|达|：)*$"
)
_TOTAL_DONE = re.compile(
    r"^）?[，；](?:(?:以上|各项|[两三四五六][项年期批次类])?(?:合计|共计|总计|总共|合共|共)|[两三四五六]年(?:来|间|期)?(?:累计|共|合计))"
    r"(?:下达|到位|筹集|安排|收回|回收|发放|完成|办理|办结|培训|检查|支出|投入|安排|拨付|使用|支付|补助|受益|惠及|接待|查处|处理)[^，。；：、\ue000-\ue005]{0,8}$"
)
_CHANGED = re.compile(r"其中|预算|编制|目标|计划|人均|平均|单价|标准|增|减")
_FUND = re.compile("(?:一般公共|政府性基金|国有资本经营)预算|预算(?:稳定)?调节基金")
_NAMED_TOTAL = re.compile(
    r"^）?，(?!其中)[^，。；：、\ue000-\ue005]{0,8}?(?:合计|共计|总计|总额|总共|共|总(?:计|价|量|值|分|重|额|长|学时|课时|里程|规模|预算|投资|收入|支出|投入|成本|里程|面积|长度|产量|人数|户数|数量|库容|人口))[^，。；：、\ue000-\ue005]{0,4}$"
)
_WHOLE_YEAR = re.compile(
    r"^）?，(?:全年|本年度?|当年|年度)?(?:累计|实际)?总?(?:支出|收入|拨付|支付|投入|发放|培训|接待|办理|受理|完成|下达|到位|兑付|救助|服务)(?:总额|合计|总计|决算|共)*(?:为|是|达)?$|^）?，(?:全年|全年度)(?:累计|共|实际|总)?[\u4e00-\u9fff]{2,6}$"
)
_COUNTED = re.compile(
    r"^[^，。；：、\ue000-\ue005]{0,6}(?:合计|共计|总计|累计|总共|合共|共|相加|加总|之和|总和)(?:后|共)?(?:为|是|有|达|：)*$"
)
_LISTED = re.compile(r"(?:^|[，。；：])[^，。；：\ue000-\ue005]{2,40}分别[^，。；：、\ue000-\ue005]{0,12}$")
_OPENS_CLAUSE = re.compile(r"(?:^|[，。；：（])[^，。；：（\ue000-\ue005]{1,20}$")
_TAIL = re.compile(r"^(?![组构]成)[\u4e00-\u9fff]{1,6}(?=[，、；])")
"""The noun behind the figure before: 甲局负责 5 个项目，乙局负责 8 个项目."""
_ANNOUNCES = re.compile(
    r"^[，；][^，。；：、\ue000-\ue005]{0,8}(?:共计?|合计|累计|总共|分别)[^，。；：、\ue000-\ue005]{2,12}$"
)
_BARE = re.compile(r"^(?:、|和|及)$")
_DUE = re.compile("应(?=[拨发付补缴收])")
_MADE = re.compile("）?[组构]成")
_NEXT = re.compile(r"^(?:[、，]|和|及|与|以及)[^，。；：、]{1,16}$")
_LEAST = 2
_TIMES = 2  # by which a total is so far from its parts that no slip explains it
_DIGITS = 4  # of a total that is no sum by chance
_MOST_PARTS = 60
"""More than a list in a sentence has; without it a sentence of thousands of figures would cost their square."""


def totals_behind(passage: Passage, kind: str) -> Iterator[Relation]:
    """Every such total of *kind* (MONEY or COUNT) in *passage*."""
    plain = [replace(slot, before=_TAIL.sub("", slot.before)) for slot in plain_slots(passage)]
    for position, total in enumerate(plain):
        if total.kind != kind:
            continue
        before = plain[max(0, position - _MOST_PARTS) : position]
        parts: tuple[Slot, ...]
        how_many = passage.slots[total.index - 1] if total.index and _COUNTED.match(total.before) else None
        if how_many is not None and how_many.kind == COUNT and how_many.before in ("，", "；"):
            parts = _run(passage, [slot for slot in before if slot.index != how_many.index], how_many, total)
            parts = parts if len(parts) == how_many.mention.value else ()
        else:
            said = (
                _TOTAL.match(total.before)
                or _NAMED_TOTAL.match(total.before)
                or _TOTAL_DONE.match(total.before)
                or _WHOLE_YEAR.match(total.before)
            )
            parts = _run(passage, before, total, total) if said else ()
            if said and _MADE.match(total.before):
                made = _made_of(passage, total)
                if len(made) > _LEAST:
                    yield judge_sum(Sum(total, made), "error")
                continue
            if said and not parts:
                parts = _with_balances(passage, before, total)
            if said and not _TOTAL.match(total.before) and not _sure(Sum(total, parts or (total,))):
                continue
        if parts and (_of_the_figure_before(passage, parts) or _of_other_things(passage, Sum(total, parts))):
            continue
        if len(parts) >= _LEAST and len({part.before[:1] for part in parts[1:]} - {"、", "和", "及", "与"}) <= 1:
            holding = next((parts[at:] for at in range(len(parts) - 1) if adds_up(total, parts[at:])), None)
            yield judge_sum(Sum(total, holding)) if holding else failed_list(Sum(total, parts))


def _of_the_figure_before(passage: Passage, parts: tuple[Slot, ...]) -> bool:
    """预算 W（甲 a、乙 b、丙 c），实际支出 T: what the bracket holds makes the figure in front of it."""
    first = passage.slots[parts[0].index]
    whole = passage.slots[first.index - 1] if first.index and "（" in first.before else None
    return whole is not None and same_kind(whole, first) and adds_up(whole, parts)


def _of_other_things(passage: Passage, one: Sum) -> bool:
    """13个行政村、1个居委会，共136个村民小组: many more than the parts make, and called otherwise than each of them; or
    what is told to be in more parts than one, of which there is less than the parts make."""
    if one.computed > one.total.mention.value and is_counted_twice(passage, one.total):
        return True
    if one.total.kind != COUNT or one.computed * _TIMES > one.total.mention.value:
        return False
    own = _noun(passage, one.total)
    nouns = [_noun(passage, slot) or label_of(slot) for slot in one.parts]
    return bool(own) and all(noun and noun[-1] != own[-1] for noun in nouns)


def _noun(passage: Passage, slot: Slot) -> str:
    """What is counted, without the brackets in its name: 村（居）民小组."""
    behind = re.sub("（[^（）]*）", "", passage.after(slot))
    named = re.match(r"[\u4e00-\u9fff]{1,10}", behind)
    return named[0] if named else ""


def _made_of(passage: Passage, total: Slot) -> tuple[Slot, ...]:
    """由甲 a、乙 b、上年结转 c 组成，合计 T: everything back to 由, nothing left out."""
    parts: list[Slot] = []
    for slot in reversed(passage.slots[: total.index]):
        if not same_kind(slot, total) or slot.mention.approximate:
            return ()
        parts.insert(0, slot)
        if re.search("由[^，。；]{1,20}$", slot.before):
            return tuple(parts)
        if not _NEXT.match(slot.before):
            return ()
    return ()


def _sure(one: Sum) -> bool:
    """Whether a total with a name of its own (基本支出合计) is that of the parts before it: it is, or nearly is."""
    return (
        adds_up(one.total, one.parts)
        or is_hardly_apart(one)
        or is_complete([label_of(part) for part in one.parts])
        or _so_many_years(one)
        or bool(slips_in([(1, part) for part in one.parts], one.total, swapped=4, digit=99))
        or (
            one_slip_away(one)
            and (
                len(one.parts) > _LEAST
                or _one_noun(one)
                or _told_together(one)
                or is_pair([label_of(part) for part in one.parts])
            )
        )
    )


def _so_many_years(one: Sum) -> bool:
    """2021年、2022年、2023年分别投入 a、b、c，三年累计投入 T: as many figures as years are counted."""
    told = re.match("^）?[，；]([两三四五六])年", one.total.before)
    return told is not None and "两三四五六".index(told[1]) + _LEAST == len(one.parts)


def _one_noun(one: Sum) -> bool:
    """甲收入 a，乙收入 b，收入合计 T: both parts are of the noun that the total adds up."""
    nouns = {label_of(part)[-2:] for part in one.parts}
    return (
        len(nouns) == 1
        and len(digits_of(one.total.mention.text)) >= _DIGITS
        and next(iter(nouns)) in ("收入", "支出", "资金", "经费")
        and next(iter(nouns)) in label_of(one.total)
    )


def _told_together(one: Sum) -> bool:
    """收到甲 41 件、乙 53 件，合计办理 96 件: a sentence that begins with the two and adds them up."""
    first, last = one.parts[0], one.parts[-1]
    joined = first.index == 0 and last.index == 1 and last.before.startswith(("、", "和"))
    return joined and re.match("^，(?:合计|共计|总计)", one.total.before) is not None


def _is_group(parts: list[Slot], before: Slot, total: Slot) -> bool:
    """…，合计 450 份；回收门诊 a、住院 b，合计 T: the semicolon opens a group of its own behind another total."""
    opened = len(parts) >= _LEAST and parts[0].before.startswith("；") and _TOTAL.match(total.before) is not None
    return opened and _TOTAL.match(before.before) is not None


def _with_balances(passage: Passage, before: list[Slot], total: Slot) -> tuple[Slot, ...]:
    """本年收入 a，上级补助 b，上年结余 c，来源总计 T: what was left of last year among the parts of all there was."""
    parts = _run(passage, before, total, total, strange=_CHANGED)
    told = len(parts) > _LEAST and (adds_up(total, parts) or one_slip_away(Sum(total, parts)))
    return parts if told else ()


def _plain(label: str) -> str:
    """The name of a part without the names of funds, and without what announces the list."""
    return _FUND.sub("", re.split("包括|包含", label)[-1])


def _run(
    passage: Passage, before: list[Slot], end: Slot, total: Slot, strange: re.Pattern[str] = STRANGE
) -> tuple[Slot, ...]:
    """小学应拨 a，初中应拨 b，合计 T: what was due adds up where all of it was due."""
    parts = _back_from(passage, before, end, total, strange)
    due = {_DUE.search(label_of(part)) is not None for part in parts}
    return parts if len(due) == 1 else ()


def _back_from(
    passage: Passage, before: list[Slot], end: Slot, total: Slot, strange: re.Pattern[str]
) -> tuple[Slot, ...]:
    """The figures in an unbroken run in front of *end* that can be added to *total*, all named, none apart."""
    parts: list[Slot] = []
    expected = end.index - 1
    bare = False
    for slot in reversed(before):
        if slot.index == expected and slot.kind == COUNT != total.kind and parts and len(parts[0].before) <= 1:
            parts[0] = replace(parts[0], before=slot.before + "、" + parts[0].before)
            expected -= 1
            continue  # 变压器 1 套 18.8 万元
        if _is_group(parts, slot, total):
            return tuple(parts)
        if slot.index != expected or not same_kind(slot, total) or strange.search(_DUE.sub("", _plain(label_of(slot)))):
            return ()
        parts.insert(0, slot)
        if _BARE.match(slot.before):
            bare = True
        elif bare or not JOINED.match(re.sub("^；", "，", slot.before)):
            if bare:  # 甲、乙、丙分别更换 a、b、c: the names stand in front of all figures
                alone = _TOTAL.match(total.before) and _OPENS_CLAUSE.search(slot.before)
                return tuple(parts) if alone or _LISTED.search(slot.before) else ()
            return tuple(parts) if _OPENS_CLAUSE.search(slot.before) else ()
        elif len(parts) >= _LEAST and _ANNOUNCES.match(slot.before) and parts[1].before.startswith(("、", "和", "及")):
            return tuple(parts)  # 每人 625 元，两学期共发放甲补助 a、乙补助 b，合计 T
        expected -= 1
    return ()
