"""Page numbers for people: 1, 2, 3, 7 → 第1—3、7页."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["page_list"]


def page_list(numbers: Iterable[int]) -> str:
    """The pages, in order, runs of them joined."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return f"第{'、'.join(str(first) if first == last else f'{first}—{last}' for first, last in runs)}页"
