"""Accounts told at another level than announced: 按项级科目分类统计：（一）基本支出…, which is no item at all.

Source: 财政部《政府收支分类科目》: expenditure by function is told by 类, 款 and 项; 基本支出 is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.reference.functional import FUNCTIONAL
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["item_levels"]

_CLASSES: Final = "|".join(
    sorted({re.escape(name) for code, names in FUNCTIONAL.items() if len(code) == 3 for _, name in names}, key=len)
)
_ANNOUNCED: Final = re.compile(
    r"按(?:照)?(?:支出)?(?:功能分类)?项级(?:功能)?(?:分类)?科目(?:分类)?统计[）]?[：，]?\s?"
    rf"[^（）]{{0,60}}?（一）\s?(?P<name>(?:基本|项目|工资福利|商品和?服务)支出|(?:人员|公用)经费|{_CLASSES})(?=\s?\d)"
)
_ITEM: Final = re.compile(r"(?<!\d)2[0-3]\d{5}(?!\d)|项级科目统计，|（项）")
_REACH: Final = 800


def item_levels(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``, each an error; nothing where items with their codes follow after all."""
    flow = flowing(context)
    for match in _ANNOUNCED.finditer(flow.text):
        if _ITEM.search(flow.text, match.end(), match.end() + _REACH) is None:
            yield slip(
                context,
                [flow.of(match, "name")],
                "error",
                f"前面说按项级科目统计，所列的“{match['name']}”却不是项级科目。请按功能分类的项级科目列出，或改正前面的说法。",
                rule="所列科目应与所说的级次一致",
                expected="项级科目",
                severity="medium",
            )
