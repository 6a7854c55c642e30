"""Two long figures of one unit that a slip of the pen parts, of which only one is borne out by anything else.

上级下达资金 1838.00 万元, and further on six amounts that make up 1883.00 万元. The names need not be the same, as they
are where `same_words` and `swapped_figures` look: that one of the two fits the sums and rates of the paper, or stands
in several places, while the other fits nothing and stands once, is what makes it no chance.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of, period_of, role_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, shape
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["twins"]

_LONG, _VERY_LONG = 5, 6
"""Digits of a figure two of which may be swapped whatever it is called, and one of which may be wrong."""
_SHORTEST: Final = 4
_MOST: Final = 6
"""Figures one slip apart from one another; where there are more, they are rows of something."""
_WORDS: Final = 14
_GENERAL: Final = frozenset(("资金", "支出", "收入", "金额", "预算", "决算", "合计", "共计", "其中", "年度", "全年"))
_APART: Final = re.compile(r"原|调整|更正|变更|申报|上报|核实|审定|合同|中标|结算|上年|去年|比|较|增|减|余")


@dataclass(frozen=True, slots=True)
class _Told:
    slot: Slot
    passage: int
    digits: str
    words: frozenset[str]
    period: str

    @property
    def start(self) -> int:
        return self.slot.mention.start


def twins(context: Context, texts: Sequence[Passage], confirmed: set[int], doubted: set[int]) -> Iterator[Relation]:
    """*confirmed* and *doubted*: the figures of relations that hold, and of those that do not."""
    times = Counter((mention.value, mention.unit) for mention in context.mentions)
    told = list(_told(context, texts))
    lone = {
        one.start
        for one in told
        if times[(one.slot.mention.value, one.slot.mention.unit)] == 1
        and one.start not in confirmed
        and one.start not in doubted
    }
    asked = {key for one in told if one.start in lone for key in _keys(one)}
    groups: dict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for one in told:
        for key in _keys(one):
            if key in asked:
                groups[key].append(one)
    for group in groups.values():
        for pair in combinations(group, 2) if 1 < len(group) <= _MOST else ():
            for odd, sound in (pair, pair[::-1]):
                borne = times[(sound.slot.mention.value, sound.slot.mention.unit)] > 1 or sound.start in confirmed
                if odd.start in lone and borne and _one_thing(odd, sound):
                    lone.remove(odd.start)
                    yield _relation(odd.slot, sound.slot)


def _told(context: Context, texts: Sequence[Passage]) -> Iterator[_Told]:
    year = str(context.facts.year or "")
    for index, passage in enumerate(texts):
        changed = changed_slots(passage)
        for slot in passage.slots:
            digits = re.sub(r"\D", "", slot.mention.text).strip("0")
            plain = slot.kind in (MONEY, COUNT) and slot.index not in changed and not slot.mention.approximate
            if plain and len(digits) >= _SHORTEST and not _APART.search(label_of(slot)):
                words = slot.before[-_WORDS:] + passage.after(slot)[: _WORDS // 2]
                pairs = frozenset(words[at : at + 2] for at in range(len(words) - 1))
                yield _Told(slot, index, digits, pairs - _GENERAL, period_of(slot.before) or year)


def _keys(one: _Told) -> Iterator[tuple[object, ...]]:
    """By its digits in any order, and by all but each one of them."""
    unit, decimals = str(one.slot.mention.unit), one.slot.mention.decimals
    yield unit, decimals, "".join(sorted(one.digits))
    if len(one.digits) >= _LONG:
        for at in range(len(one.digits)):
            yield unit, decimals, at, one.digits[:at] + one.digits[at + 1 :]


def _one_thing(odd: _Told, sound: _Told) -> bool:
    written = as_written(odd.slot.mention.value, odd.slot.mention)
    slip = shape(written, as_written(sound.slot.mention.value, sound.slot.mention))
    if odd.passage == sound.passage or odd.period != sound.period:
        return False
    if {role_of(label_of(odd.slot)), role_of(label_of(sound.slot))} == {"base", "part"}:
        return False  # 预算 and 支出 may be as near as that
    shared = sum(bool(re.fullmatch("[\u4e00-\u9fff]{2}", pair)) for pair in odd.words & sound.words)
    if slip == SWAPPED:
        return len(odd.digits) >= _LONG or shared > 1
    return slip == ONE_DIGIT and shared > (1 if len(odd.digits) >= _VERY_LONG else 2)


def _relation(odd: Slot, sound: Slot) -> Relation:
    stated, right = odd.mention, sound.mention
    meant = as_written(right.value, stated)
    slip = shape(as_written(stated.value, stated), meant)
    message = f"别处为 {number(right)}，且与其他数字相符；此处为 {number(stated)}，与什么都对不上。请核对后统一。"
    likely = f"“{number(stated)}”疑为“{meant}”之误（{slip}）。"
    roles = [("first", right), ("stated", stated)]
    return relation("repeat", "error", roles, "同一个数各处相等", meant, message, likely)
