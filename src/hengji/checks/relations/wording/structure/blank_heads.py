"""The head of one table left blank that the others have filled in: 编制部门： beside 编制部门：某局."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_blank_heads"]

_HEAD: Final = re.compile(
    r"(?P<label>(?:编制|公开|填报|填表|报送|预算)(?:部门|单位)(?:名称)?|部门名称|单位名称)\s?[：:][ \t\u3000]*"
    r"(?P<name>[\u4e00-\u9fff（）()]{0,40}?)(?=[ \t\u3000]*(?:金额)?单位\s?[：:]|[ \t\u3000]*$)",
    re.MULTILINE,
)
_FEWEST: Final = 3  # heads that are filled in, before one that is not was forgotten


def find_blank_heads(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Relations of kind ``structure``: the blank head, beside one that is filled in."""
    del lines
    found: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _HEAD.finditer(context.document.text):
        found[match["label"]].append(match)
    for label, heads in found.items():
        filled, blank = [one for one in heads if one["name"]], [one for one in heads if not one["name"]]
        if len(filled) < _FEWEST or len(blank) * _FEWEST > len(filled):
            continue
        for one in blank:
            yield slip(
                context,
                [filled[0].span(), one.span("label")],
                "error",
                f"这张表的“{label}”没有填写，其他各表填的是“{filled[0]['name']}”。请补填。",
                rule="表头应填写完整",
                expected=filled[0]["name"],
                severity="medium",
            )
