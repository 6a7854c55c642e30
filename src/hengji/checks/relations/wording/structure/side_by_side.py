"""Two amounts with nothing between them: 资金 16.4 万元 13 万元（财建〔2016〕115 号）. One of them was to go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_side_by_side"]

_AMOUNT: Final = r"\d[\d,]{0,15}(?:\.\d{1,6})?(?:万元|亿元|元)"
_TWO: Final = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?<!万元)(?<!亿元)(?<!\d元)(?P<first>{_AMOUNT})(?P<second>{_AMOUNT})(?!\s?\d)(?=[（(，。；、\u4e00-\u9fff])"
)


def find_side_by_side(context: Context, lines: Iterable[Line]) -> Iterator[Relation]:
    """Relations of kind ``structure``, line by line; the cells of a table may run together."""
    for line in lines:
        for match in _TWO.finditer(line.text) if not line.tabular else ():
            yield slip(
                context,
                [(line.start + match.start(name), line.start + match.end(name)) for name in ("first", "second")],
                "error",
                f"“{match.group()}”两个金额连写，不知以哪个为准。请删去多出的一个，或补上两者之间的文字。",
                rule="一处只写一个金额",
                expected="保留一个金额",
                severity="high",
            )
