"""Shares of parts that the sentence in front tells: 基本支出 A，项目支出 B. 基本支出占到 P，项目支出占比只有 Q.

All parts of one kind there make the whole. Where one of the shares is of that whole, the other is of it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_last_years, is_quantity
from hengji.facts.relation import Relation

__all__ = ["named_shares"]

_SHARE: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,10}?)(?:的)?(?:占比|占到|占了|占|比重|所占比重|所占比例)(?:总支出|全部|支出)?的?(?:比重|比例)?(?:只有|仅有?|为|达到?|是|约)*$"
)
_FEWEST: Final = 2


def named_shares(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``share``, errors all."""
    if not index or RATE not in texts[index].text:
        return
    rates = [slot for slot in texts[index].slots if slot.kind == RATE and 0 < slot.mention.value < 1]
    named = [(found["name"], slot) for slot in rates if (found := _SHARE.search(slot.label)) is not None]
    earlier = [
        slot for slot in texts[index - 1].slots if is_quantity(slot) and not is_last_years(texts[index - 1], slot)
    ]
    pairs = [(part, rate) for name, rate in named if (part := _called(earlier, name)) is not None]
    if len(pairs) < _FEWEST or len({part.index for part, _ in pairs}) < len(pairs):
        return
    parts = [slot for slot in earlier if same_kind(slot, pairs[0][0])]
    if len(parts) != len(pairs):
        return
    unit = parts[0].mention.unit
    whole = sum((converted(slot.mention, unit) for slot in parts), Fraction(0))
    held = [good(judged(converted(part.mention, unit) / whole, None, rate.mention)) for part, rate in pairs]
    for (part, rate), holds in zip(pairs, held, strict=True):
        if any(held) and not holds and rate.mention.start not in settled:
            yield _relation(part, rate, parts, whole)


def _called(slots: Sequence[Slot], name: str) -> Slot | None:
    found = [slot for slot in slots if slot.label.endswith(name) or name.endswith(slot.label or "　")]
    return found[0] if len(found) == 1 else None


def _relation(part: Slot, rate: Slot, parts: Sequence[Slot], whole: Fraction) -> Relation:
    unit = parts[0].mention.unit
    value = converted(part.mention, unit) / whole
    right = as_written(value, rate.mention)
    total = " + ".join(in_words(converted(slot.mention, unit)) for slot in parts)
    message = f"{number(part.mention)} 占各项之和的 {right}，文中为 {number(rate.mention)}。"
    roles = [*(("whole", slot.mention) for slot in parts if slot is not part), ("part", part.mention)]
    formula = f"{in_words(converted(part.mention, unit))} ÷（{total}）"
    return relation(
        "share", "error", [*roles, ("stated", rate.mention)], formula, right, message, "占比误写，或分母取错。"
    )
