"""Why a named rate is not that of the two figures in front: it is of the rest, of sums, of how well it was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from hengji.checks.relations.naming import label_of, pairs_of, role_of
from hengji.checks.relations.narrative.rates.cases_left import stem_of
from hengji.checks.relations.narrative.rates.divided import quotient
from hengji.checks.relations.passages import BARE, COUNT, Passage, Slot
from hengji.checks.relations.verdicts import (
    converted,
    good,
    judged,
    same_kind,
)

__all__ = ["no_pair", "not_so", "of_another", "of_sums"]

_QUOTED = re.compile("“(?P<of>[^“”]{4,24})”(?:的)?[\u4e00-\u9fff]{0,4}[率度](?:为|是|达到?|：)?$")
_FAILING = re.compile("不|未|停|缺|逾期|间歇|故障|失|滞后|退")
_QUALITY = re.compile("合格|达标|优良|及格|通过")
_CLOSE = 8
_PAIR = 2


def of_another(rate: Slot, own: Sequence[Slot]) -> bool:
    """指标 10 项，9 项完成，“新增床位”完成率 P: of beds, which none of the figures in front counts."""
    quoted = _QUOTED.search(rate.before)
    return quoted is not None and not any(pairs_of(quoted["of"]) & pairs_of(slot.before) for slot in own)


def not_so(name: str, rate: Slot, passage: Passage, own: list[Slot]) -> bool:
    """检测 84 次，其中 9 次不达标，达标率 P: the part right in front is what is left to a hundred."""
    stem = stem_of(name)
    if not stem or len(own) < _PAIR or (own[0].index, own[1].index) != (rate.index - 1, rate.index - 2):
        return False
    denied = re.match(rf"^[^，。；]{{0,4}}(?:不|未|未能|没有){stem}[^，。；]{{0,6}}，", passage.after(own[0]))
    less = same_kind(own[0], own[1]) and own[0].kind == COUNT and own[0].mention.value < own[1].mention.value
    return denied is not None and less and "。" not in own[0].before


def no_pair(name: str, passage: Passage, pair: tuple[Slot, Slot], rate: Slot) -> bool:
    """Whether *rate* is not that of *pair*: other figures stand between, it is of another thing, or nothing is due."""
    nothing = pair[1].mention.value == 0  # 应办结 0 件，办结 0 件，办结率
    other = nothing or _unread_between(passage, pair, rate) or _of_quality(name, pair, passage, rate)
    return other or _what_is_left(passage, pair, rate)


def of_sums(rate: Slot, own: list[Slot]) -> bool:
    """编制 9 名、在职 9 人，下属编制 12 名、在职 11 人，控制率 P: the rate of all together."""
    if len(own) > _PAIR and own[0].index == rate.index - 1 and _of_two_parts(rate, own[0], own[1], own[2]):
        return True
    parts = [slot for slot in own if role_of(label_of(slot)) == "part"]
    bases = [slot for slot in own if role_of(label_of(slot)) == "base"]
    if len(parts) != len(bases) or len(parts) < _PAIR or not all(same_kind(slot, own[0]) for slot in parts + bases):
        return False
    unit = bases[0].mention.unit
    done, given = (sum((converted(one.mention, unit) for one in some), Fraction(0)) for some in (parts, bases))
    return given > 0 and good(judged(done / given, None, rate.mention))


def _what_is_left(passage: Passage, pair: tuple[Slot, Slot], rate: Slot) -> bool:
    """抽查 60 座，6 座停运，正常运行率 90%: the part is told to be what the rate is not of."""
    part, base = pair
    told = _FAILING.search(label_of(part) + passage.after(part)[:_CLOSE])
    share, _ = quotient(part, base, rate)
    return part.kind == COUNT and told is not None and good(judged(1 - share, None, rate.mention))


def _of_two_parts(rate: Slot, last: Slot, first: Slot, whole: Slot) -> bool:
    """隐患 T 处，现场整改 a 处，限期整改 b 处，整改率 P: of both parts together."""
    unit, total = whole.mention.unit, whole.mention.value
    if not (same_kind(last, whole) and same_kind(first, whole)) or total <= 0:
        return False
    both = converted(last.mention, unit) + converted(first.mention, unit)
    return both <= total and good(judged(both / total, None, rate.mention))


def _of_quality(name: str, pair: tuple[Slot, Slot], passage: Passage, rate: Slot) -> bool:
    """目标 300 人次，实际 286 人次，合格率 100%: how many came says nothing of how well they did."""
    stem = _QUALITY.search(name)
    if stem is None or good(quotient(*pair, rate)[1]):
        return False
    return role_of(label_of(pair[1])) == "base" and stem[0] not in label_of(pair[0]) + passage.after(pair[0])[:_CLOSE]


def _unread_between(passage: Passage, pair: tuple[Slot, Slot], rate: Slot) -> bool:
    """Whether figures without a known unit stand between the pair and the rate: the rate may be about them."""
    last = max(pair, key=lambda slot: slot.index)
    unread = re.search(r"\d", passage.text[last.at : rate.at]) is not None
    return unread or any(slot.kind == BARE for slot in passage.slots[last.index + 1 : rate.index])
