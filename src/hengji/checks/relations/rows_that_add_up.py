"""Whether any figures of a row add up to another one.

As exact as `near_misses.holds`, but reckoned on whole numbers: all runs of a long row are tried, and of a short one all
choices.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from math import lcm
from typing import Final

from hengji.checks.relations.near_misses import last_digit
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.verdicts import converted

__all__ = ["has_parts_of_parts", "is_made_in_front", "is_made_of", "opens_its_parts"]

_CHOSEN: Final = 7
_PARTS: Final = 2


def is_made_of(total: Slot, slots: Sequence[Slot]) -> bool:
    """Whether any of *slots* make *total*, alone or added: any of a few, else those that stand side by side."""
    if not slots:
        return False
    (value, own), *figures = _whole_numbers([total, *slots], total)
    if len(figures) > _CHOSEN:
        return any(_is_run(value, own, figures[at:], least=1) for at in range(len(figures)))
    chosen = (some for size in range(1, len(figures) + 1) for some in combinations(figures, size))
    return any(_fits(value - sum(part for part, _ in some), own, sum(step for _, step in some)) for some in chosen)


def opens_its_parts(total: Slot, behind: Sequence[Slot]) -> bool:
    """640 座（东城区 212 座、西城区 186 座…）: whether the first two or more of *behind* make *total*."""
    (value, own), *figures = _whole_numbers([total, *behind], total)
    return _is_run(value, own, figures, least=_PARTS)


def is_made_in_front(total: Slot, slots: Sequence[Slot], *, joined: Callable[[Slot], bool]) -> bool:
    """收回 408 份、107 份、34 份，合计 549 份: whether the last two or more of *slots*, which stand in front of *total*
    in one row, make it; *joined* tells whether one goes on the row of the one before."""
    row: list[Slot] = []
    for slot in reversed(slots):
        row.append(slot)
        if not joined(slot):
            break
    return len(row) >= _PARTS and opens_its_parts(total, row)


def has_parts_of_parts(parts: Sequence[Slot]) -> bool:
    """96 名（局机关 32 名，所属单位 64 名）: a figure of the row is the sum of two or more right behind it."""
    figures = _whole_numbers(parts, parts[0])
    return any(_is_run(*figures[at], figures[at + 1 :], least=_PARTS) for at in range(len(figures) - _PARTS))


def _is_run(value: int, own: int, figures: Sequence[tuple[int, int]], *, least: int) -> bool:
    """Whether the first *least* of *figures* or more make *value*."""
    total = steps = 0
    for count, (part, step) in enumerate(figures, 1):
        total += part
        steps += step
        if count >= least and _fits(value - total, own, steps):
            return True
    return False


def _fits(gap: int, own: int, steps: int) -> bool:
    """What `near_misses.holds` says of terms that are all added."""
    return not gap or 2 * abs(gap) <= steps + own or -own < gap < steps


def _whole_numbers(slots: Sequence[Slot], like: Slot) -> list[tuple[int, int]]:
    """Each figure and what its last digit is worth, in a unit so small that neither has places behind the point."""
    pairs = [(converted(slot.mention, like.mention.unit), last_digit(slot, like)) for slot in slots]
    scale = lcm(*(number.denominator for pair in pairs for number in pair))
    return [(int(value * scale), int(step * scale)) for value, step in pairs]
