"""Two figures of one unit and their rate, where the shape says which is the part: 126 个村中有 119 个，覆盖面 94.44%.

No word of the rate need be known: "W 中有 A", "实际 A，下达 B", "参合 A，应参合 B", or lines 目标：B, 完成：A,
完成率：P each for itself. The two stand alone with their rate, so nothing else can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.rates.divided import quotient, rate_of_two
from hengji.checks.relations.narrative.rates.pairs_ruled_out import of_another
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import converted, good, judged, same_kind
from hengji.facts.relation import Relation

__all__ = ["two_and_their_rate"]

_NAME: Final = re.compile(
    r"(?:^|[，、；（。：])(?:其|整体|总体|综合|全[县市区镇乡校院]|项目)?(?P<name>[\u4e00-\u9fff]{1,12}?(?:率|进度|比例|占比)|[\u4e00-\u9fff]{0,12}?覆盖面)"
    r"(?:也|均|都|已|就|高?达到?了?|为|是|仅|约|：|实现了?|保持在|（%）|%)*$"
)
_CUT: Final = re.compile("(?:核减|审减|净减|节约|节支|节省|核增)(?:资金|金额)?(?:率|比例)$")
_OTHERS: Final = re.compile(
    r"增|减|超|升|降|涨|得分|利率|税率|汇率|费率|变动|同比|环比|目标|要求|标准|控制|失业|死亡|出生|周转|负债|回报|收益|人均|偏差|差异|"
    r"贡献|发生率|毛入|巩固|预决算|床位|病床|使用比例|补助比例|折|满意率目标|未"
)
_AMONG: Final = re.compile(
    r"^[^，。；：、\ue000-\ue005]{0,14}?(?<![其集])(?:之中|当中|里面|中(?![心学小央]))，?(?:已经?|共|现|实际)*有?[^，。；：、]{0,8}$"
)
_DUE: Final = re.compile(r"应(?![急用对届])(?P<verb>[\u4e00-\u9fff]{2})")
_SENT: Final = re.compile("送审|报审|申报|上报|概算|预算|控制价")
_REST: Final = re.compile(r"^[，；、（](?:其余|剩余|尚有|尚余|还有|另有|仅?余|未|不)")
_APART: Final = re.compile(r"上年|去年|同期|上期|[；。]|另|分别|每|平均|超额|新增|同比|较|折合")
_FORMULA: Final = (
    r"[（=＝为即是]{1,2}(?P<part>[^，。；：（）÷/\ue000-\ue005]{2,14})[÷/]"
    r"(?P<base>[^，。；：（）×*\ue000-\ue005]{2,14})"
)
_LINE: Final = re.compile(r"^(?:[（(]?\d?[）)、.．]?)?[\u4e00-\u9fff（）/“”]{2,20}[：:]?$")
_LEVELS: Final = re.compile("财政|自筹|中央|省级|市级|县级|区级|镇级|乡镇|社会资本|单位")
_DENIED: Final = re.compile("未|不(?!断)|停|尚|缺|闲置|空置|故障|损坏|异常|逾期|滞后|失|退|流失|报废|待|仅剩")
_SHORT: Final = 30  # characters of a line that holds a label and its figure
_PAIR: Final = 2
_ABOUT: Final = 10  # 约 79% is not said of what differs by more than a tenth

_AS_MUCH = {"达标": "合格", "合格": "达标"}


def two_and_their_rate(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Every such rate of passage *index* that stands in no relation yet (*settled*: the figures that do)."""
    passage = texts[index]
    if RATE not in passage.text:
        return
    changed = changed_slots(passage)
    for rate in passage.slots:
        if rate.kind != RATE or rate.mention.start in settled:
            continue
        named = _NAME.search(rate.before) if 0 < rate.mention.value <= 1 else None
        if named is None:
            continue
        cut = _CUT.search(named["name"])
        if not cut and (rate.index in changed or _OTHERS.search(named["name"])):
            continue
        if of_another(rate, passage.slots[: rate.index]):
            continue
        pair = _cut(passage, rate) if cut else _told(passage, rate, changed, named["name"])
        pair = pair or (None if cut else _behind(passage, rate, changed, named["name"]))
        pair = pair or (_in_lines(texts, index, rate) if not rate.index else None)
        if pair is not None:
            words = (
                label_of(pair[0]) + re.split("[，。；：]", passage.after(pair[0]))[0]
                if pair[0] in passage.slots
                else ""
            )
            failing = _DENIED.search(words) is not None and not _DENIED.search(named["name"])
            yield from _judged(*pair, rate, named["name"], failing=failing)


def _plain(passage: Passage, rate: Slot) -> list[Slot]:
    """The figures between the last rate and this one."""
    since = max((slot.index for slot in passage.slots[: rate.index] if slot.kind == RATE), default=-1)
    return list(passage.slots[since + 1 : rate.index])


def _told(passage: Passage, rate: Slot, changed: frozenset[int], name: str) -> tuple[Slot, Slot] | None:
    """The part and its whole: the only two figures in front, besides what is left of them."""
    near = _plain(passage, rate)
    if len(near) == _PAIR + 1 and _REST.match(near[-1].before) and _is_rest(near):
        near = near[:_PAIR]
    if len(near) != _PAIR or any(slot.index in changed or slot.kind not in (COUNT, MONEY) for slot in near):
        return None
    first, second = near
    between = passage.text[first.at + 1 : second.at]
    if not _alike(first, second) or _APART.search(between + label_of(first)) or _APART.search(rate.before):
        return None
    if _AMONG.match(second.before) and not re.search("其中", second.before) and rate.before.count("，") <= _PAIR:
        return second, first
    defined = _defined(passage, first, second, name)
    if defined is not None:
        return defined
    due = _DUE.search(label_of(second))
    if due is not None and due["verb"] in label_of(first) and due["verb"] in name and "应" not in label_of(first):
        return first, second
    roles = role_of(label_of(first)), role_of(label_of(second))
    stem = re.sub("(?:率|进度|比例)$", "", name)[-_PAIR:]
    if roles == ("part", "base") and (first.kind == MONEY or stem in label_of(first)):
        return first, second
    real = roles == ("base", "part") and stem in label_of(second)
    stem = _AS_MUCH.get(stem, stem) if stem not in label_of(second) else stem
    said = stem in label_of(second) and stem not in label_of(first) and len(stem) == _PAIR
    larger = converted(second.mention, first.mention.unit) <= first.mention.value
    said = said and first.kind == COUNT and rate.mention.value < 1
    alike = first.kind == COUNT or not _LEVELS.search(label_of(first) + label_of(second))
    clear = larger and alike and not re.search("其中", second.before)
    return (second, first) if clear and (real or said) else None


def _defined(passage: Passage, first: Slot, second: Slot, name: str) -> tuple[Slot, Slot] | None:
    """药占比（药品收入/医疗收入）: 医疗收入 B，药品收入 A，药占比 P."""
    told = re.search(re.escape(name) + _FORMULA, passage.text)
    if told is None:
        return None
    for part, base in ((first, second), (second, first)):
        if label_of(part).endswith(told["part"]) and label_of(base).endswith(told["base"]):
            return part, base
    return None


def _behind(passage: Passage, rate: Slot, changed: frozenset[int], name: str) -> tuple[Slot, Slot] | None:
    """审结率 P，共受理 B 件（含旧存 c 件），审结 A 件: the whole and the part right behind their rate."""
    near: list[Slot] = []
    for slot in passage.slots[rate.index + 1 :]:
        if slot.kind not in (COUNT, MONEY) or slot.index in changed or len(near) > _PAIR:
            break
        near += [] if re.match("（[^）]{0,4}(?:含|包括|其中)", slot.before) else [slot]
    if len(near) != _PAIR or rate.index or not re.match("^[，（：；]", near[0].before) or not _alike(*near):
        return None
    first, second = near
    stem = re.sub("(?:率|进度|比例)$", "", name)[-_PAIR:]
    told = len(stem) == _PAIR and stem in label_of(second) and stem not in label_of(first)
    apart = _APART.search(passage.text[rate.at : second.at])
    whole = role_of(label_of(first)) == "base" or re.search("共|总|应", label_of(first))
    larger = converted(second.mention, first.mention.unit) <= first.mention.value
    return (second, first) if told and whole and larger and not apart else None


def _is_rest(near: Sequence[Slot]) -> bool:
    if not (same_kind(near[0], near[1]) and same_kind(near[0], near[2])):
        return False
    unit = near[0].mention.unit
    return converted(near[1].mention, unit) + converted(near[2].mention, unit) == near[0].mention.value


def _alike(a: Slot, b: Slot) -> bool:
    plain = not (a.mention.approximate or b.mention.approximate) and min(a.mention.value, b.mention.value) > 0
    return plain and same_kind(a, b) and (a.kind == MONEY or a.mention.unit == b.mention.unit)


def _cut(passage: Passage, rate: Slot) -> tuple[Slot, Slot] | None:
    """评审核减 D，送审 B，核减率 P."""
    near = _plain(passage, rate)
    if len(near) != _PAIR or not _alike(*near) or near[0].kind != MONEY:
        return None
    gap = [slot for slot in near if re.search("(?:核减|审减|净减|节约|节支|节省)[^，。；]{0,6}$", slot.before)]
    sent = [slot for slot in near if slot not in gap and _SENT.search(label_of(slot))]
    return (gap[0], sent[0]) if len(gap) == 1 == len(sent) and not _APART.search(near[1].before + rate.before) else None


def _in_lines(texts: Sequence[Passage], index: int, rate: Slot) -> tuple[Slot, Slot] | None:
    """年初目标：B, 实际完成：A, 完成率：P, a line each."""
    lines = [one for one in texts[max(0, index - _PAIR) : index] if len(one.slots) == 1 and len(one.text) < _SHORT]
    if len(lines) != _PAIR or not _LINE.match(rate.before) or texts[index].start - lines[0].start > 4 * _SHORT:
        return None
    slots = [one.slots[0] for one in lines]
    if not _alike(*slots) or not all(_LINE.match(slot.before) and slot.kind in (COUNT, MONEY) for slot in slots):
        return None
    roles = [role_of(slot.before) for slot in slots]
    if set(roles) != {"part", "base"} or any(_APART.search(slot.before) for slot in slots):
        return None
    return slots[roles.index("part")], slots[roles.index("base")]


def _judged(part: Slot, base: Slot, rate: Slot, name: str, *, failing: bool) -> Iterator[Relation]:
    computed, verdict = quotient(part, base, rate)
    about = rate.mention.approximate and abs(computed - rate.mention.value) * _ABOUT <= rate.mention.value
    if computed > 1 or failing or about:  # 60 座中有 6 座停运，正常运行率: of those that do run
        return
    if good(verdict) or not good(judged(1 - computed, None, rate.mention)):
        yield rate_of_two(part, base, rate, name)
