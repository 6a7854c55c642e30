"""Which two figures a rate is of, where the sentence leaves no choice: 公厕25座，开放的23座，锁着的2座，开放率94%.

A whole with all its parts, the two figures in a bracket behind the rate, two that stand alone in front of 占, or of a
rate that has a character of its name at one of them. Whether anything near by gives the rate was asked before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.naming import label_of, pairs_of
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import SHIFTED, as_written, shape
from hengji.checks.relations.verdicts import same_kind
from hengji.checks.relations.without_frames.marks import is_last_years, is_planned, is_quantity
from hengji.checks.relations.without_frames.reckoning import ratio_gives, ratio_of
from hengji.checks.relations.without_frames.shares.partitions import partitions_of

__all__ = ["of_another_whole", "part_and_whole"]

_PAIR: Final = 2
_NEAR: Final = Fraction(3, 2)  # times by which the rate, or what it leaves, may be off
_BRACKET: Final = re.compile(r"^（[^）]{0,40}）")
_OPENS: Final = re.compile(
    "^[，、]?(?P<who>[^，。；：\ue000-\ue005占]{0,10}?)(?:正好|恰好|刚好|约|就|大约|仅|只|比重|比例|占比|占)+"
    "[^，。；：\ue000-\ue005]{0,14}$"
)
"""，占, and ，隐患户占排查户的 with a name for the part."""
_ALL: Final = re.compile(
    "共|总|全[市县区乡镇村校院部年体]|合计|应(?![急用对])|[中内里](?:头|面)?$|抽|检|查|受理|收到|登记|持证|在册|签"
)
_INSIDE: Final = re.compile("其中|[中内里]头?[，有]|里面|含|属|系")
_COMMON: Final = frozenset("的了率比例有为是数总全年实际完成已个共本其中达到占资金项目支出经费人")
_HELD: Final = re.compile("[优低高多少大小]于|不超过|控制|标准|[比较]|由|从|增|减|降|升")
_OF_NAMED: Final = re.compile(
    r"占(?:全部|总|该|全年)?(?P<whole>[\u4e00-\u9fff]{2,10}?)的?(?:比重|比例)?(?:达到?|为|约)?$"
)
_NUMBER_OF: Final = re.compile("总?(?:次数|人数|户数|额|数|量)?的?$")
_WIDE: Final = ("支出", "收入", "资金", "项目", "经费", "预算", "金额", "合计", "总额", "投资")
"""What many figures of a paper are called."""
_TENS: Final = (Fraction(10), Fraction(1, 10), Fraction(100), Fraction(1, 100))
_BESIDE: Final = 12  # characters between the part and the rate
_LOOSE: Final = re.compile("加权|平均|折算|扣除|剔除|折合")


def part_and_whole(passage: Passage, rate: Slot, stem: str, *, share: bool) -> tuple[Slot, Slot] | None:
    """The two, where both are told in the sentence and what they give is near the rate."""
    if _LOOSE.search(passage.text):
        return None
    own = [slot for slot in passage.slots if is_quantity(slot)]
    found = (
        _in_bracket(passage, own, rate)
        or _of_partition(own, rate, stem)
        or (_two_alone(passage, own, rate) if share else _named(passage, own, rate, stem))
    )
    return found if found is not None and _is_near(*found, rate) else None


def _is_near(part: Slot, whole: Slot, rate: Slot) -> bool:
    told, meant = rate.mention.value, ratio_of(part, whole)
    off = max(told / meant, meant / told)
    return off <= _NEAR or (meant < 1 and max(1 - told, 1 - meant) <= _NEAR * min(1 - told, 1 - meant))


def _in_bracket(passage: Passage, own: Sequence[Slot], rate: Slot) -> tuple[Slot, Slot] | None:
    """占 P（金额为 A，总额为 W）: the two figures behind, and nothing else in the bracket."""
    closed = _BRACKET.match(passage.text[rate.at + 1 :])
    inside = [slot for slot in own if closed is not None and rate.at < slot.at < rate.at + 1 + closed.end()]
    if len(inside) != _PAIR or not same_kind(*inside) or any("元/" in slot.before for slot in inside):
        return None
    part, whole = sorted(inside, key=lambda slot: ratio_of(slot, inside[0]))
    return (part, whole) if ratio_of(part, whole) < 1 else None


def _of_partition(own: Sequence[Slot], rate: Slot, stem: str) -> tuple[Slot, Slot] | None:
    """W，其中 A，其余 B，A 占 P: the part that the rate stands at, else the one that comes nearest."""
    for one in partitions_of(own):
        alike = [slot for slot in own if same_kind(slot, one.whole)]
        values = {slot.mention.value for slot in (one.whole, *one.parts)}
        if any(slot.mention.value not in values for slot in alike):
            continue
        if rate.index < one.parts[0].index and not (
            rate.index + 1 == one.parts[0].index and one.whole.index > rate.index
        ):
            continue  # 到位 W，到位率 P；支出 A，结余 B
        named = [slot for slot in one.parts if (set(stem) - _COMMON) & set(label_of(slot))]
        if len(named) == 1 and _is_near(named[0], one.whole, rate):
            return named[0], one.whole
        part = min(one.parts, key=lambda slot: abs(ratio_of(slot, one.whole) - rate.mention.value))
        return part, one.whole
    return None


def _two_alone(passage: Passage, own: Sequence[Slot], rate: Slot) -> tuple[Slot, Slot] | None:
    """全乡耕地 W，种烤烟的 A，占 P: two of a kind and no third, the part right in front of the rate."""
    part = next((slot for slot in own if slot.index == rate.index - 1), None)
    opens = _OPENS.match(rate.before)
    if part is None or opens is None:
        return None
    counted = set(part.mention.unit_text)  # 隐患户占, of 存在隐患的 4,760 户
    if not set(opens["who"]) - _COMMON - counted <= set(part.before):
        return None
    alike = [slot for slot in own if same_kind(slot, part) and slot.mention.value != part.mention.value]
    alike = [slot for slot in alike if not _is_of_part(passage, slot, rate, part)]
    before = [slot for slot in alike if slot.index < part.index]
    if len(before) != 1 or len(alike) > len(before) or ratio_of(part, before[0]) >= 1:
        return None
    whole = before[0]
    between = passage.text[whole.at + 1 : part.at]
    phrase = re.sub("^.*占", "", rate.before)
    told = (
        _ALL.search(label_of(whole)) is not None
        or _INSIDE.search(between) is not None
        or re.search("^[^，。；]{0,2}[中里内]", between) is not None
        or "其" in phrase
        or bool(pairs_of(phrase) & pairs_of(label_of(whole)))
    )
    strange = any(is_last_years(passage, slot) or is_planned(passage, slot) for slot in (part, whole))
    return (part, whole) if told and not strange and "。" not in between else None


def _is_of_part(passage: Passage, slot: Slot, rate: Slot, part: Slot) -> bool:
    """占 P；其中小微企业 B: what is told behind the rate as a part of the part."""
    between = passage.text[rate.at : slot.at]
    return slot.index > rate.index and re.search("[；，]其中", between) is not None and ratio_of(slot, part) < 1


def _named(passage: Passage, own: Sequence[Slot], rate: Slot, stem: str) -> tuple[Slot, Slot] | None:
    """行政村 W 个，通了自来水的 A 个，通水率 P: two alone since the last rate, one told with the rate's own word."""
    since = max((slot.index for slot in passage.slots[: rate.index] if slot.kind == RATE), default=-1)
    near = [slot for slot in passage.slots[since + 1 : rate.index] if is_quantity(slot)]
    if len(near) != _PAIR or not same_kind(*near) or len(passage.slots[since + 1 : rate.index]) != _PAIR:
        return None
    others = [slot for slot in own if slot not in near and same_kind(slot, near[0])]
    part, whole = sorted(near, key=lambda slot: ratio_of(slot, near[0]))
    words = set(label_of(part)) | set(passage.after(part)[:8].split("，")[0])
    called = (set(stem) - _COMMON) & words
    beside = rate.index == part.index + 1 and len(rate.before) <= _BESIDE
    strange = any(is_last_years(passage, slot) or _HELD.search(slot.label) for slot in near)
    told = len(called) >= _PAIR or bool(called and beside)
    siblings = label_of(part)[-_PAIR:] == label_of(whole)[-_PAIR:]  # 许可事项 W 项，服务事项 A 项
    return (part, whole) if told and not (strange or siblings or others) and ratio_of(part, whole) < 1 else None


def of_named_whole(texts: Sequence[Passage], index: int, rate: Slot) -> tuple[Slot, Slot] | None:
    """共发车 W 班次。…绕行的 A 班次，占发车数的 P: the part right in front, and the one figure of the sentences near by
    whose name ends in the named whole. Near what is told, or it but for the point."""
    told = _OF_NAMED.search(rate.before)
    part = texts[index].slots[rate.index - 1] if rate.index else None
    if told is None or part is None or not is_quantity(part) or is_last_years(texts[index], part):
        return None
    name = _NUMBER_OF.sub("", told["whole"])
    near = [(one, slot) for one in texts[max(0, index - _PAIR) : index + 1] for slot in one.slots if is_quantity(slot)]
    wholes = [slot for one, slot in near if same_kind(slot, part) and label_of(slot).endswith(name)]
    if len(name) < _PAIR or name in _WIDE or len({slot.mention.value for slot in wholes}) != 1:
        return None
    whole = wholes[0]
    if whole is part or any(is_last_years(one, whole) or is_planned(one, whole) for one, slot in near if slot is whole):
        return None
    meant = ratio_of(part, whole)
    shifted = shape(as_written(rate.mention.value, rate.mention), as_written(meant, rate.mention)) == SHIFTED
    dropped = any(abs(meant * ten - rate.mention.value) <= rate.mention.step for ten in _TENS)
    return (part, whole) if meant < 1 and (shifted or dropped or _is_near(part, whole, rate)) else None


def of_another_whole(own: Sequence[Slot], rate: Slot) -> tuple[Slot, Slot] | None:
    """享受减免的 W，其中全免的 A，占享受减免人数的 P, where P is A over some other figure: the named one is meant."""
    told = re.search(r"占(?P<whole>[^，。；：\ue000-\ue005]{3,14})的(?:比重|比例)?(?:达到?|为|约)?$", rate.before)
    part = next((slot for slot in own if slot.index == rate.index - 1), None)
    if told is None or part is None:
        return None
    larger = [slot for slot in own if same_kind(slot, part) and slot.index < part.index and ratio_of(part, slot) < 1]
    named = [slot for slot in larger if len(pairs_of(told["whole"]) & pairs_of(slot.label)) >= _PAIR]
    others = [slot for slot in larger if slot not in named and not pairs_of(told["whole"]) & pairs_of(slot.label)]
    wrong = [slot for slot in others if ratio_gives(part, slot, rate)]
    if len(named) != 1 or not wrong or ratio_gives(part, named[0], rate):
        return None
    return part, named[0]
