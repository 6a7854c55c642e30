"""Names of the classification whose parts stand in the wrong order: 其他商品服务和支出 for 其他商品和服务支出.

Only a name with the very letters of an official one in another order is called wrong: what is shortened is custom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from hengji.checks.context import Context
from hengji.checks.reference.economic import ECONOMIC
from hengji.checks.reference.functional import FUNCTIONAL
from hengji.checks.reference.groups import CLASS_OF_GROUP, GROUP_OF_ITEM
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_turned_names"]

_SHORT: Final = 7  # letters of a name that no other words have by chance


@cache
def _official() -> tuple[str, ...]:
    """Every long name, the longest first."""
    names = set(ECONOMIC.values()) | {name for held in FUNCTIONAL.values() for _, name in held}
    names |= {*CLASS_OF_GROUP, *GROUP_OF_ITEM}
    return tuple(sorted((name for name in names if len(name) >= _SHORT and "（" not in name), key=len, reverse=True))


def find_turned_names(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``, each an error; of a name within a name, the longer."""
    flow = flowing(context)
    told: set[int] = set()
    for name in _official():
        for found in re.finditer(name[:2], flow.text):
            end = found.start() + len(name)
            said = flow.text[found.start() : end]
            if end in told or said == name or sorted(said) != sorted(name):
                continue
            told.add(end)
            yield slip(
                context,
                [flow.span(found.start(), end)],
                "error",
                f"“{said}”的字序有误，科目全称是“{name}”（政府收支分类科目）。请改正。",
                rule="科目名称应规范",
                expected=name,
                likely=f"应为“{name}”",
            )
