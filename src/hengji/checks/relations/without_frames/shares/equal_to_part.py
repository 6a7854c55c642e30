"""调增资金 A，相当于年初预算的 P%: the whole is named, and its figure stands somewhere, always the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken
from hengji.checks.relations.verdicts import in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.checks.relations.without_frames.reckoning import ratio_gives, ratio_of, slip_between
from hengji.facts.relation import Relation

__all__ = ["equal_to_part"]

_EQUAL: Final = re.compile(
    r"^，(?:(?:只|仅|大约|约)?相当于(?:了)?|(?:仅|约)?为(?=[^，]{0,8}[价款数额算资]的))"
    r"(?P<whole>[\u4e00-\u9fff]{3,10})的$"
)
_ASKED: Final = re.compile("相当于|为[^，。；]{2,10}的")
_FILL: Final = re.compile("(?:为|是|共|达到?|合计|总计|总额|数|批复|安排|核定)+$")
_FAR: Final = Fraction(3, 2)


def equal_to_part(texts: Sequence[Passage], settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``share``, errors all."""
    wholes: dict[str, list[Slot]] = defaultdict(list)
    asked = [
        (passage, rate, found)
        for passage in texts
        if _ASKED.search(passage.text)
        for rate in passage.slots
        if rate.kind == RATE and rate.mention.start not in settled and (found := _EQUAL.match(rate.before))
    ]
    for passage in texts if asked else ():
        for slot in passage.slots:
            if slot.kind == MONEY and is_quantity(slot):
                wholes[_FILL.sub("", slot.label)[-4:]].append(slot)
    for passage, rate, found in asked:
        part = passage.slots[rate.index - 1] if rate.index else None
        named = [slot for slot in wholes[found["whole"][-4:]] if _FILL.sub("", slot.label).endswith(found["whole"])]
        if (
            part is None
            or not rate.mention.value
            or not is_quantity(part)
            or len({slot.mention.value for slot in named}) != 1
        ):
            continue
        whole = named[0]
        if same_kind(part, whole) and not ratio_gives(part, whole, rate):
            value = ratio_of(part, whole)
            if 1 / _FAR <= value / rate.mention.value <= _FAR or slip_between(rate, value):
                yield _relation(part, whole, rate, value)


def _relation(part: Slot, whole: Slot, rate: Slot, value: Fraction) -> Relation:
    right = as_written(value, rate.mention)
    message = f"{number(part.mention)} 是 {number(whole.mention)} 的 {right}，文中为 {number(rate.mention)}。"
    likely = mistaken(number(rate.mention), right, slip_between(rate, value)) or "分母取错，或比率误写。"
    roles = [("part", part.mention), ("whole", whole.mention), ("stated", rate.mention)]
    formula = f"{in_words(part.mention.value)} ÷ {in_words(whole.mention.value)}"
    return relation("share", "error", roles, formula, right, message, likely)
