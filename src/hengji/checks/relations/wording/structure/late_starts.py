"""A list that begins with its second or third number: below 三、…拨款支出预算 there is （二）项目支出, its （一） lost,
where the other chapters begin with （一）.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.structure.list_items import Item, like, other_form, shown_end
from hengji.facts.relation import Relation

__all__ = ["find_late_starts"]

_RANKS: Final = ("一、", "（一）", "1、", "（1）")
"""From the outermost; the first numbers the chapters themselves."""
_MOST: Final = 3  # a higher number goes on with a list of another chapter


def find_late_starts(context: Context, items: Sequence[Item]) -> Iterator[Relation]:
    """Relations of kind ``structure``, each an error; a list that goes on where the chapter before left it is sound."""
    ranked = [item for item in items if item.style in _RANKS]
    begun = {item.style for item in ranked if item.number == 1}
    last: dict[str, int] = {}
    parent: Item | None = None
    fresh: set[str] = set()
    for item in ranked:
        rank = _RANKS.index(item.style)
        first, sound = item.style in fresh, item.number in (1, last.get(item.style, 0) + 1)
        opened = parent is not None and not item.inline and item.style in begun and item.number <= _MOST
        if rank and first and not sound and opened and parent is not None and not _told(context, parent, item):
            yield _late(context, item)
        last[item.style] = item.number
        fresh.discard(item.style)
        fresh |= set(_RANKS[rank + 1 :])
        parent = item if rank == 0 else parent


def _told(context: Context, parent: Item, item: Item) -> bool:
    """Whether the first number stands there after all, in whatever form."""
    between = context.document.text[parent.end : item.start]
    return any(other_form(style, 1).search(between) for style in (item.style, "（一）", "1、"))


def _late(context: Context, item: Item) -> Relation:
    right = like(item, 1)
    return slip(
        context,
        [(item.start, shown_end(item))],
        "error",
        f"这一部分的编号从“{item.marker}{item.title}”开始，前面没有“{right}”。请补上漏掉的编号，或顺次改号。",
        rule="编号应从一开始",
        expected=right,
        severity="medium",
    )
