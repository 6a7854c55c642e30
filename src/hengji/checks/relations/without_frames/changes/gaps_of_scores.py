"""How far two scores are apart: 自评96.50分，评价得分89.75分，比自评低7.65分; 核减3.72分，最终认定94.18分.

The word in front of the figure says that it is a gap. Whatever two scores near by make it acquits it, and so does what
was left of the points; where none do, it is wrong if a slip of the pen parts it from what one pair makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from hengji.checks.relations.passages import BARE, SCORE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shape, significant_digits
from hengji.checks.relations.verdicts import in_words, number, relation
from hengji.facts.relation import Relation

__all__ = ["gaps_of_scores"]

_GAP: Final = re.compile(
    "(?:低|高|差|少|多|降|升|减|加|扣|涨|提高|下调|上调|回落|缩水|差距|出入|悬殊|落后|领先|超出|失分|进步)(?:了|出|去|掉|为|到|达|约|值|额|幅|分)*$"
    "|(?:高于|低于|多于|少于|超过|不及)[^，。；：]{1,12}$"
)
_BACK: Final = 3  # sentences in front
_MOST: Final = 10
_FEWEST: Final = 3  # digits
_WAYS: Final = {SWAPPED: 1, ONE_DIGIT: 9}  # values one slip away, for every digit
_CHANCE: Final = Fraction(1, 10)


def gaps_of_scores(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``difference``, errors all, for the gaps told in passage *index*."""
    passage = texts[index]
    for gap in passage.slots:
        if gap.kind != SCORE or gap.mention.start in settled or not _GAP.search(gap.label):
            continue
        if significant_digits(gap.mention.text) < _FEWEST:
            continue
        near = [slot for one in texts[max(0, index - _BACK) : index + 1] for slot in one.slots if _is_score(slot)]
        near += [slot for one in texts[index + 1 : index + 2] for slot in one.slots[:2] if _is_score(slot)]
        near = [slot for slot in near if slot is not gap][-_MOST:]
        if not _is_told(near, gap):
            yield from _judged([slot for slot in near if not _GAP.search(slot.label)], gap)


def _is_score(slot: Slot) -> bool:
    return slot.kind == SCORE or (slot.kind == BARE and slot.mention.decimals > 0)


def _is_told(near: Sequence[Slot], gap: Slot) -> bool:
    """Whether two or three of the scores make the gap, or it stands there again."""
    values = [slot.mention.value for slot in near]
    wanted = gap.mention.value
    if any(wanted in (a, a + b, abs(a - b)) for a, b in combinations(values, 2)) or wanted in values:
        return True
    whole = Fraction(100)
    if any(whole - value == wanted for value in values):
        return True
    return any(
        wanted in (a + b + c, abs(a - b - c), abs(a + b - c), abs(a - b + c)) for a, b, c in combinations(values, 3)
    )


def _judged(near: Sequence[Slot], gap: Slot) -> Iterator[Relation]:
    found: dict[Fraction, tuple[Slot, Slot, str]] = {}
    pairs = list(combinations([slot for slot in near if slot.mention.value > gap.mention.value], 2))
    pairs = [pair for pair in pairs if not gap.mention.decimals or any(slot.mention.decimals for slot in pair)]
    digits = significant_digits(gap.mention.text)
    for a, b in pairs:
        high, low = sorted((a, b), key=lambda slot: slot.mention.value, reverse=True)
        meant = high.mention.value - low.mention.value
        if max(a.mention.decimals, b.mention.decimals) > gap.mention.decimals:
            continue
        slip = shape(number(gap.mention), as_written(meant, gap.mention))
        if slip in _WAYS and Fraction(_WAYS[slip] * digits * len(pairs), 10**digits) <= _CHANCE:
            found.setdefault(meant, (high, low, slip))
    if len(found) == 1:
        meant, (high, low, slip) = next(iter(found.items()))
        yield _relation(high, low, gap, meant, slip)


def _relation(high: Slot, low: Slot, gap: Slot, meant: Fraction, slip: str) -> Relation:
    right = as_written(meant, gap.mention)
    formula = f"{in_words(high.mention.value)} − {in_words(low.mention.value)}"
    told = f"{number(high.mention)} 与 {number(low.mention)} 相差 {right}"
    message = f"{told}，文中为 {number(gap.mention)}。"
    roles = [("base", high.mention), ("part", low.mention), ("stated", gap.mention)]
    likely = mistaken(number(gap.mention), right, slip)
    return relation("difference", "error", roles, formula, right, message, likely)
