"""What is set aside of an income at a rate that the sentence names: 按照事业收入5%的比例提取校内奖助资金 A, where a
table or another sentence tells 事业收入.

The whole is the one figure of the paper that bears the very name; only a slip of the pen is held against the share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, significant_digits
from hengji.checks.relations.verdicts import converted, family, good, in_words, judged, number, relation
from hengji.checks.relations.without_frames.reckoning import slip_between
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["taken_shares"]

_AT_RATE: Final = re.compile(r"按照?(?:当年|本年度?|全年|年度)?(?P<whole>[\u4e00-\u9fff]{4,14}?)的?$")
_TAKEN: Final = re.compile(
    r"^的?(?:比例|标准|幅度)?，?[^，。；\ue000-\ue005]{0,4}(?:提取|计提|提留|预留|上缴|缴纳|缴存|安排|列支)[^，。；\ue000-\ue005]{0,16}$"
)
_DIGITS: Final = 4


def taken_shares(context: Context, passage: Passage, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate``, errors all."""
    if RATE not in passage.text or "按" not in passage.text:
        return
    for rate in passage.slots[:-1]:
        taken = passage.slots[rate.index + 1]
        told = _AT_RATE.search(rate.before) if rate.kind == RATE and taken.kind == MONEY else None
        free = taken.mention.start not in settled and not taken.mention.approximate
        if told is None or not free or not _TAKEN.match(taken.before):
            continue
        if significant_digits(taken.mention.text) >= _DIGITS:
            wholes = _called(context, told["whole"], taken)
            if len({one.value for one in wholes}) == 1:
                yield from _judged(wholes[0], rate, taken)


def _called(context: Context, name: str, taken: Slot) -> list[Mention]:
    """The amounts of this year whose row, or whose own words, have the very name."""
    year = str(context.facts.year or "")
    return [
        one
        for one in context.mentions
        if re.split(r"[|/]", one.subject)[0] == name
        and one.unit is not None
        and not (one.is_rate or one.direction)
        and family(one.unit) == family(taken.mention.unit)
        and one.period in ("", year)
    ]


def _judged(whole: Mention, rate: Slot, taken: Slot) -> Iterator[Relation]:
    meant: Fraction = converted(whole, taken.mention.unit) * rate.mention.value
    if good(judged(meant, None, taken.mention)) or slip_between(taken, meant) not in (SWAPPED, ONE_DIGIT):
        return
    right = as_written(meant, taken.mention)
    message = f"{number(whole)}的 {number(rate.mention)}是 {right}，文中为 {number(taken.mention)}。"
    formula = f"{in_words(whole.value)} × {number(rate.mention)}"
    roles = [("base", whole), ("rate", rate.mention), ("stated", taken.mention)]
    likely = mistaken(number(taken.mention), right, slip_between(taken, meant))
    yield relation("rate", "error", roles, formula, right, message, likely)
