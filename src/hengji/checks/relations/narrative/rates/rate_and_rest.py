"""A rate of what is done and what is left, told again far from the task: 年度任务5.00万亩，建成4.60万亩，完成率92.00%,
and among the troubles 完成率为94.00%，尚有0.40万亩未完成.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.naming import label_of, pairs_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, good, judged, number, relation, same_kind, slip_of
from hengji.facts.relation import Relation

__all__ = ["rate_and_rest"]

_RATE: Final = re.compile(
    "(?:完成|完工|竣工|建成|办结|整改|执行|支付|拨付|到位|发放|回收|验收|处置)率(?:仅|只)?[为是有达]?到?$"
)
_LEFT: Final = re.compile("^[，；]?(?:尚|仍|还|剩余|余下|其余|未)[^，。；\ue000-\ue005]{0,10}$")
_UNDONE: Final = re.compile("[^，。；\ue000-\ue005]{0,6}(?:未|没有?|待)")
_UNDONE_BEFORE: Final = re.compile("未|没")
_COMMON: Final = 3  # pairs of characters that tell of one subject
_MOST: Final = 12  # figures of a sentence that are tried


def rate_and_rest(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``repeat``: one sentence alone tells the task and what was done, which leave just that rest,
    and their rate."""
    for index, passage in enumerate(texts):
        for rest in passage.slots[1:]:
            rate = passage.slots[rest.index - 1]
            if rate.kind != RATE or rest.kind not in (COUNT, MONEY) or not _RATE.search(rate.before):
                continue
            undone = _UNDONE.match(passage.after(rest)) or _UNDONE_BEFORE.search(rest.before)
            if _LEFT.match(rest.before) and undone and not rate.mention.approximate:
                yield from _judged(context, texts, index, rate, rest)


def _judged(context: Context, texts: Sequence[Passage], index: int, rate: Slot, rest: Slot) -> Iterator[Relation]:
    words = pairs_of(label_of(rate))
    found = [
        (whole, done)
        for passage in texts
        if passage is not texts[index] and _is_about(context, passage, words)
        for whole, done in _leaving(passage, rest)
    ]
    rates = {
        done.mention.value / whole.mention.value for whole, done in found if whole.mention.unit == done.mention.unit
    }
    if len(rates) != 1 or rest.mention.approximate:
        return
    whole, done = found[0]
    computed, stated = rates.pop(), rate.mention
    holds = good(judged(computed, None, stated))
    right = as_written(computed, stated)
    says = "与文中一致" if holds else f"文中为 {number(stated)}"
    message = f"前文为 {number(whole.mention)}，完成 {number(done.mention)}，比率为 {right}，{says}。"
    roles = [("base", whole.mention), ("part", done.mention), ("stated", stated)]
    formula = f"{done.mention.text} ÷ {whole.mention.text}"
    likely = "" if holds else slip_of(stated, computed)
    yield relation("repeat", "ok" if holds else "error", roles, formula, right, message, likely)


def _is_about(context: Context, passage: Passage, words: frozenset[str]) -> bool:
    """Whether the paragraph speaks of the subject, in its heading or in the sentence."""
    start, _ = context.paragraph_at(passage.start)
    return len(words & pairs_of(context.document.text[start : passage.end])) >= _COMMON


def _leaving(passage: Passage, rest: Slot) -> Iterator[tuple[Slot, Slot]]:
    """A task and, behind it, what was done, which leave *rest*."""
    alike = [slot for slot in passage.slots[:_MOST] if same_kind(slot, rest)]
    for at, whole in enumerate(alike):
        for done in alike[at + 1 :]:
            unit = rest.mention.unit
            left = converted(whole.mention, unit) - converted(done.mention, unit)
            if left == rest.mention.value > 0 and _rate_beside(passage, whole, done):
                yield whole, done


def _rate_beside(passage: Passage, whole: Slot, done: Slot) -> bool:
    """Whether the sentence tells the rate of the two itself: towns of which one has 0.40 more than another do not."""
    rate = converted(done.mention, whole.mention.unit) / whole.mention.value
    return any(slot.kind == RATE and good(judged(rate, None, slot.mention)) for slot in passage.slots)
