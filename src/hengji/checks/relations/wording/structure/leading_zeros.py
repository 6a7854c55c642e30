"""A number of things, an amount or a rate that is written with a zero in front: 01人, 05.20万元, 09%.

Codes, dates and ordinals are written so; a quantity is not, but for forms that pad all of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_leading_zeros"]

_LED: Final = re.compile(
    r"(?<![\dA-Za-z.,，:：/／\-—_~～#])(?P<figure>0\d{1,8}(?:\.\d{1,6})?)\s{0,2}"
    r"(?P<unit>亿元|万元|元|[%％]|人次|人(?!民)|名(?!称|录|单)|家|户|件|起|场|次(?!数)|批次|公里|吨|台|套|辆|篇|条|个(?!月|人|性))"
)
_CODE: Final = re.compile(r"(?:编号|序号|代码|代号|编码|档号|第|类型|[Nn][Oo][.．]?|\d[ \t\u3000\n]{1,3})$")
_BEFORE: Final = 6
_PADDED: Final = 3  # such figures in one paper are a way to write


def find_leading_zeros(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Quantities of the running text."""
    found = [
        (line.start + match.start("figure"), line.start + match.end("unit"), match)
        for line in lines
        if not line.tabular
        for match in _LED.finditer(line.text)
        if not _CODE.search(line.text[max(0, match.start() - _BEFORE) : match.start()])
        and (match.start() or not context.document.text[max(0, line.start - 2) : line.start].strip().isdigit())
    ]
    verdict: Verdict = "suspicious" if len(found) >= _PADDED else "error"
    for start, end, match in found:
        right = match["figure"].lstrip("0")
        right = f"0{right}" if right.startswith(".") or not right else right
        yield slip(
            context,
            [(start, end)],
            verdict,
            f"“{match[0]}”的数字以0开头，数量不这样写，像是数字误写或颠倒。请核对。",
            rule="数量不以0开头",
            expected=f"{right}{match['unit']}",
            likely="相邻数字颠倒，或多写了0",
            severity="medium",
        )
