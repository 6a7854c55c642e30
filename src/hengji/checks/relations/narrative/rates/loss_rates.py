"""What is lost on the way, of what set out: 供水量 A，售水量 B，差额 D，漏损率 P%, where P is D ÷ A and never D ÷ B.

Source: CJJ 92 城镇供水管网漏损控制及评定标准 (漏损率 = 漏损水量 ÷ 供水总量).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import good, in_words, judged, number, relation, slip_of
from hengji.facts.relation import Relation

__all__ = ["loss_rates"]

_LOST: Final = re.compile(r"(?:漏损|损耗|产销差|流失|损失|线损)率?(?:为|是|达|：)*$")
_SENT: Final = re.compile(r"供|进|产|发|应|投|取")
_CAME: Final = re.compile(r"售|出|用|收|达|实")
_PAIR: Final = 2
_BACK: Final = 1  # sentences before in which the amounts may stand


def loss_rates(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Relations of kind ``rate``; nothing where the amounts are not two of one name and their difference."""
    for rate in texts[index].slots:
        if rate.kind != RATE or rate.mention.approximate or not _LOST.search(rate.before):
            continue
        before = [
            slot
            for passage in texts[max(0, index - _BACK) : index + 1]
            for slot in passage.slots
            if slot.kind == COUNT and slot.mention.start < rate.mention.start
        ]
        pair = before[-_PAIR - 1 : -1] if "差" in "".join(slot.before for slot in before[-1:]) else before[-_PAIR:]
        if len(pair) == _PAIR and _SENT.search(pair[0].label) and _CAME.search(pair[1].label):
            yield from _judged(pair[0], pair[1], rate)


def _judged(sent: Slot, came: Slot, rate: Slot) -> Iterator[Relation]:
    """By the digits that are shown: a unit told wrong (862.40 立方米 for 万立方米) is another finding."""
    whole, rest = sent.mention.value, came.mention.value
    if not whole > rest > 0:
        return
    computed = (whole - rest) / whole
    verdict = judged(computed, None, rate.mention)
    right = as_written(computed, rate.mention)
    likely, message = "", "损失率与两数一致。"
    if not good(verdict):
        likely = slip_of(rate.mention, computed)
        if good(judged((whole - rest) / rest, None, rate.mention)):
            likely = f"误以 {number(came.mention)} 为基数。"
        message = f"应以 {number(sent.mention)} 为基数，损失率为 {right}，文中为 {number(rate.mention)}。"
    if good(verdict) or likely:
        roles = [("whole", sent.mention), ("part", came.mention), ("stated", rate.mention)]
        formula = f"({in_words(whole)} - {in_words(rest)}) ÷ {in_words(whole)}"
        yield relation("rate", verdict if good(verdict) else "error", roles, formula, right, message, likely)
