"""One thing twice in one list: 食堂开支、社区发展经费及场馆维护、开办费、社区发展经费等."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_listed_twice"]

_ITEM: Final = r"[\u4e00-\u9fff（）]{2,24}"
_CHAIN: Final = re.compile(rf"{_ITEM}(?:、\s?{_ITEM}){{2,40}}")
_WORD: Final = re.compile(r"(?:^|(?<=[、及]))\s?(?P<name>[\u4e00-\u9fff（）]{5,24}?)(?=等?(?:$|[、及]))")


def find_listed_twice(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Relations of kind ``structure``: the first and the second of each."""
    del lines
    flow = flowing(context)
    for chain in _CHAIN.finditer(flow.text):
        seen: dict[str, tuple[int, int]] = {}
        for word in _WORD.finditer(chain[0]):
            start, end = chain.start() + word.start("name"), chain.start() + word.end("name")
            first = seen.setdefault(word["name"], (start, end))
            if first == (start, end) or context.table_at(flow.place(start)) is not None:
                continue
            yield slip(
                context,
                [flow.span(*first), flow.span(start, end)],
                "error",
                f"同一串列举中“{word['name']}”写了两次。请删去一个，或改为漏写的另一项。",
                rule="列举不应重复",
                expected="只列一次",
            )
