"""A total that says how many figures it adds up: 预算拨款 a，基金拨款 b，上年结转 c，三项相加，可用财力 T.

So many figures of its kind stand right in front, wherever sentences end between them; none other can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
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
    r"(?:费用|资金|支出|收入|得分)?(?:相加|加总|加(?:在|到)?一[起块]|加起来|加一加|累加|汇总|合(?:在|到|为)一[起处]|合起来|"
    r"凑(?:在一起|起来)|[拢统]共|加拢|汇成|算(?:下来|到一起|在一起)(?:总?共|合计))(?:后|起来|算|，)?[，：]?"
    r"[^。；：\ue000-\ue005]{0,24}$"
)
_MEASURE: Final = (
    "(?:项|者|部分|类|块|笔|方面|个方面|个部分|样|级|种|路|头|股|批|个(?:季度|月|镇|乡|村|县|站|所)|"
    "个?(?:口子|渠道|来源|科目|标段|片区))"
)
_PLAIN: Final = (
    r"(?:费用|资金|支出|收入|财政|补[贴助]|总)*(?:合计|共计|总计|总额|总共|一共|全部|共|金额|发出去|付出去|花掉|用掉)?了?"
    r"(?:为|是|达到?|：)*$"
)
_ALOUD: Final = re.compile(
    rf"^[，；。、）]?(?:以上|上述|这|前述|前|各)?(?P<n>[两二三四五六七八九十]){_MEASURE}(?:{_ADDED}|{_PLAIN})"
)
_THINGS: Final = "(?:口子|渠道|来源|科目|标段|片区)?"
_COUNTED: Final = re.compile(rf"^{_THINGS}{_ADDED}")
"""Behind a number of things that is a figure of its own: 三项 | 相加."""
_COUNTED_PLAINLY: Final = re.compile(rf"^{_THINGS}{_PLAIN}")
"""The same, 三笔 | 共, where the number stands in a word and opens its clause."""
_OPENS: Final = re.compile("^[，；。、）]?(?:以上|上述|这|前述)?$")
_NUMBERS: Final = {name: value for value, name in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_KINDS: Final = (MONEY, COUNT, SCORE)
_BACK: Final = 4  # passages in which the parts may stand
_OTHER: Final = re.compile("其中|人均|平均|上年(?!结[转余])|比|较|满分|标准")
_GOT: Final = re.compile("得分?(?:为|：)?$")
_LEAST, _MOST = 2, 12
_NEAR: Final = 10  # figures in front among which others, as many, may make the total


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
        elsewhere = any(adds_up(total, others) for others in combinations(before[-_NEAR:], many))
        left_out = any(adds_up(total, [slot for slot in parts if slot is not other]) for other in parts)
        if adds_up(total, parts) or (plain and not elsewhere and (left_out or _is_near(one))):
            found = judge_sum(one, "error")
            yield replace(found, kind="score_sum") if total.kind == SCORE else found


def _how_many(passage: Passage, total: Slot) -> int:
    told = _ALOUD.match(total.before)
    if told is not None:
        return _NUMBERS[told["n"]]
    count = _counts(passage, total)
    whole = count is not None and count.kind == COUNT and count.mention.value.denominator == 1
    return int(count.mention.value) if count is not None and whole and count.mention.value <= _MOST else 0


def _counts(passage: Passage, total: Slot) -> Slot | None:
    """The figure in front of the total that says how many it adds up."""
    count = passage.slots[total.index - 1] if total.index else None
    if count is None or _COUNTED.match(total.before):
        return count
    worded = not any(letter.isdigit() for letter in count.mention.text) and _OPENS.match(count.before)
    return count if worded and _COUNTED_PLAINLY.match(total.before) else None


def _is_near(one: Sum) -> bool:
    """Whether the parts are of the size of their total: three others that stand in front are not."""
    return one_slip_away(one) or abs(one.rest) * 10 <= abs(one.total.mention.value)


def _before(texts: Sequence[Passage], index: int, total: Slot) -> Iterator[Slot]:
    said = None if _ALOUD.match(total.before) else _counts(texts[index], total)
    for passage in texts[max(0, index - _BACK) : index + 1]:
        changed = changed_slots(passage)
        for slot in passage.slots:
            own = slot.kind == total.kind and slot.index not in changed and same_kind(slot, total)
            counts = passage is texts[index] and slot is said
            if own and not counts and slot.mention.start < total.mention.start:
                yield slot
