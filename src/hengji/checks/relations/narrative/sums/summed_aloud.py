"""A total that says how many figures it adds up: 预算拨款 a，基金拨款 b，上年结转 c，三项相加，可用财力 T.

So many figures of its kind stand right in front, wherever sentences end between them; none other can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import COUNT, MONEY, SCORE, Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["summed_aloud"]

_ADDED: Final = (
    r"(?:费用|资金|支出|收入|得分)?(?:相加|加总|加起来|累加|汇总)(?:后|起来)?[，：]?[^。；：\ue000-\ue005]{0,24}$"
)
_ALOUD: Final = re.compile(
    rf"^[，；。）]?(?:以上|上述|这|前述)?(?P<n>[两二三四五六七八九])(?:项|者|部分|类|块|笔|方面|个方面|个部分){_ADDED}"
)
_COUNTED: Final = re.compile(rf"^{_ADDED}")
"""Behind a number of things that is a figure of its own: 三项 | 相加."""
_NUMBERS: Final = {name: value for value, name in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_KINDS: Final = (MONEY, COUNT, SCORE)
_BACK: Final = 4  # passages in which the parts may stand
_OTHER: Final = re.compile("其中|人均|平均|上年(?!结[转余])|比|较|满分|标准")
_GOT: Final = re.compile("得分?(?:为|：)?$")
_LEAST, _MOST = 2, 12


def summed_aloud(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Relations of kind ``sum``, ``count`` or, of scores, ``score_sum``: every such total of passage *index*."""
    for total in texts[index].slots:
        many = _how_many(texts[index], total) if total.kind in _KINDS and not total.mention.approximate else 0
        before = list(_before(texts, index, total)) if many else []
        parts = tuple(before[-many:])
        one = Sum(total, parts)
        if len(parts) < many or many < _LEAST or any(slot.mention.approximate for slot in parts):
            continue
        plain = not any(_OTHER.search(slot.before) for slot in parts)
        if total.kind == SCORE and not all(_GOT.search(label_of(slot)) for slot in parts):
            plain = False  # 预算执行（10 分）得 9.79 分: points stand among the scores
        left_out = any(adds_up(total, [slot for slot in parts if slot is not other]) for other in parts)
        if adds_up(total, parts) or (plain and (left_out or _near(one))):
            found = judge_sum(one, "error")
            yield replace(found, kind="score_sum") if total.kind == SCORE else found


def _how_many(passage: Passage, total: Slot) -> int:
    told = _ALOUD.match(total.before)
    if told is not None:
        return _NUMBERS[told["n"]]
    count = passage.slots[total.index - 1] if total.index and _COUNTED.match(total.before) else None
    whole = count is not None and count.kind == COUNT and count.mention.value.denominator == 1
    return int(count.mention.value) if count is not None and whole and count.mention.value <= _MOST else 0


def _near(one: Sum) -> bool:
    """Whether the parts are of the size of their total: three others that stand in front are not."""
    return one_slip_away(one) or abs(one.rest) * 10 <= abs(one.total.mention.value)


def _before(texts: Sequence[Passage], index: int, total: Slot) -> Iterator[Slot]:
    for passage in texts[max(0, index - _BACK) : index + 1]:
        changed = changed_slots(passage)
        for slot in passage.slots:
            own = slot.kind == total.kind and slot.index not in changed and same_kind(slot, total)
            counts = slot.index == total.index - 1 and _COUNTED.match(total.before) is not None
            if own and not counts and slot.mention.start < total.mention.start:
                yield slot
