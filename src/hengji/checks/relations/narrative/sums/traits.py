"""Parts that are counted by what some have and others have not, or by traits of several sorts: they make no whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["TRAITS", "by_some_trait", "overlapping"]

TRAITS = tuple(
    map(
        re.compile,
        (
            "党员|团员|群众$",
            "女|男",
            "本科|研究生|硕士|博士|大专|学历",
            "高级|中级|初级|职称|教授|副高|正高|高工",
            "民族",
            "岁",
        ),
    )
)
_RANKS = re.compile("高级|中级|初级|职称|教授|副高|正高|高工|持证|骨干|带头人")
_THE_REST = re.compile("其他|其余|无|未|及以下|以下|员级|群众")


def by_some_trait(labels: Sequence[str]) -> bool:
    """Whether the parts have what not everyone has, a professional title or a party: the others are not counted."""
    ranked = all(_RANKS.search(label) for label in labels) and not any(_THE_REST.search(label) for label in labels)
    return bool(labels) and ranked


def overlapping(labels: Sequence[str]) -> bool:
    """Whether the parts are counted by traits of several sorts (党员, 女性, 研究生), so that one person is in two."""
    if any(re.search("^(?:超额|提前)", label) for label in labels):
        return True  # 完成 12 项，超额完成 4 项: the second are among the first
    sorts = {index for label in labels for index, trait in enumerate(TRAITS) if trait.search(label)}
    return len(sorts) > 1
