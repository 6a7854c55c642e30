"""Two figures of two times, and what the words behind them say of their way: 最大面积 6.8 平方公里；前一年最大面积 11.2
平方公里，范围明显扩大; 上年花了 4.2 万元，当年花了 3.1 万元，同上年一样多; 支出 203.70 万元，少于上年的 156.25 万元.

No gap is told. The two stand side by side and the claim right behind them; its subject is one of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.passages import BARE, COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import converted, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_last_years
from hengji.facts.relation import Relation

__all__ = ["turned_claims"]

_CLAIM: Final = re.compile(
    r"^[，；](?P<who>[^，。；：\ue000-\ue005]{0,8}?)(?:也|则|都)?(?:明显|继续|有所|进一步|显著|大幅度?|持续|逐步|略有?|稍有)"
    r"(?:(?P<up>扩大|拉大|增加|增长|上升|提高|升高|回升)|(?P<down>缩小|收窄|减少|下降|降低|回落))了?(?=[，。；]|$)"
)
_FLAT: Final = re.compile(
    r"^[，；](?:两年|(?:同|和|与|跟|较)?(?:上年|去年)(?:相比)?)?[^，。；：\ue000-\ue005]{0,3}(?P<flat>持平|一样多|同样多|一分不差|没有变化|没变)(?=[，。；]|$)"
)
_THAN: Final = re.compile(
    r"^，(?:明显|略|大幅|远)?(?:(?P<more>[多高大]于|超过)|(?P<less>[少低小]于))(?:上年|去年|上一年|前一年)(?:末|底|同期|度)?的$"
)
_BOTH: Final = re.compile("^(?:两年|(?:同|和|与|跟|较|比)(?:上年|去年|上一年)(?:度)?(?:相比)?)?$")
_GAP: Final = re.compile("差距?$|之比$|收入比")
_CHANGED: Final = re.compile("增|减|升|降|多了|少了|提高|目标|计划|预算|累计|其中")
_PAIR: Final = 2


def turned_claims(passage: Passage, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``growth``, errors all."""
    for a, b in zip(passage.slots, passage.slots[1:], strict=False):
        if (
            a.kind not in (MONEY, COUNT, RATE, BARE)
            or not same_kind(a, b)
            or {a.mention.start, b.mention.start} & wrong
        ):
            continue
        if a.mention.approximate or b.mention.approximate or any(_CHANGED.search(slot.label) for slot in (a, b)):
            continue
        than = _THAN.search(b.before)
        past = [slot for slot in (a, b) if is_last_years(passage, slot)]
        if than is not None:
            yield from _held(b, a, than["more"] or than["less"], up=than["more"] is not None)
        elif len(past) == 1:
            yield from _claimed(passage, past[0], a if past[0] is b else b, passage.after(b))


def _claimed(passage: Passage, past: Slot, now: Slot, behind: str) -> Iterator[Relation]:
    levels = [slot for slot in passage.slots if same_kind(slot, now)]
    if len(levels) != _PAIR or past.mention.decimals != now.mention.decimals:
        return
    flat, claim = _FLAT.match(behind), _CLAIM.match(behind)
    if flat is not None and converted(past.mention, now.mention.unit) != now.mention.value:
        yield _relation(past, now, flat["flat"])
    if claim is None:
        return
    labels = past.before + now.before
    own = pairs_of(claim["who"]) & pairs_of(labels) or (claim["who"].endswith("差距") and _GAP.search(labels))
    if own or _BOTH.match(claim["who"]):
        yield from _held(past, now, claim["up"] or claim["down"], up=claim["up"] is not None)


def _held(past: Slot, now: Slot, said: str, *, up: bool) -> Iterator[Relation]:
    risen = now.mention.value - converted(past.mention, now.mention.unit)
    if (risen <= 0) if up else (risen >= 0):
        yield _relation(past, now, said)


def _relation(past: Slot, now: Slot, said: str) -> Relation:
    risen = now.mention.value - converted(past.mention, now.mention.unit)
    right = "增加" if risen > 0 else "减少" if risen < 0 else "持平"
    message = f"由 {number(past.mention)} 到 {number(now.mention)} 是{right}，文中却说“{said}”。"
    roles = [("base", past.mention), ("stated", now.mention)]
    formula = f"{number(now.mention)} 对 {number(past.mention)}"
    return relation("growth", "error", roles, formula, right, message, "方向写反，或两数写反。")
