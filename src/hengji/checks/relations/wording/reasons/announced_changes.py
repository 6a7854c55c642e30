"""The change that a paragraph announces a reason for, against the changes told before it: 支出预算…减少 2,163 万元……
财政拨款收入支出增加的主要原因是….

The form's sentence on income and expenditure stands behind their figures; where all of them fell, nothing rose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["announced_changes"]

_UP: Final = "增加|增长|上升"
_ANNOUNCED: Final = re.compile(
    rf"(?:^|[。；\n]|\s)(?P<what>(?:财政拨款)?(?:收入支出|收支|收入|支出)(?:预算|决算)?(?:总[计额])?)"
    rf"(?P<way>{_UP}|减少|下降)的(?:主要)?原因"
)
_CHANGE: Final = re.compile(
    rf"(?P<what>(?:收入|支出)(?:预算|决算|合计|总计)?(?:数|总额)?[\d,.]*\s?万?元?)[，,]\s?(?:比|较|与)[^，。；]{{2,14}}?"
    rf"(?P<way>{_UP}|减少|下降)\s?(?P<n>\d[\d,.]*)\s?(?:万元|亿元|元|%|％)"
)
_HEADING: Final = re.compile(r"\n\s*[一二三四五六七八九十]{1,3}、[^\n。]{2,40}\n")
_BACK: Final = 700


def announced_changes(context: Context) -> Iterator[Relation]:
    """Relations of kind ``growth``: the announcement agrees with one of the changes before it, or with none."""
    flow = flowing(context)
    for match in _ANNOUNCED.finditer(flow.text):
        start = max(0, match.start() - _BACK)
        start = max([start, *(start + one.end() for one in _HEADING.finditer(flow.text[start : match.start()]))])
        told = [one for one in _CHANGE.finditer(flow.text, start, match.start()) if one["n"].strip("0.,")]
        if not told or context.table_at(flow.place(match.start("way"))) is not None:
            continue
        rising = re.fullmatch(_UP, match["way"]) is not None
        agreeing = [one for one in told if (re.fullmatch(_UP, one["way"]) is not None) == rising]
        witness, said = (agreeing or told)[0], match["what"] + match["way"]
        yield slip(
            context,
            [flow.of(witness, "way"), flow.of(match, "way")],
            "ok" if agreeing else "error",
            f"所说的“{match['way']}”与前面的增减一致。"
            if agreeing
            else f"前面的收入、支出都是“{witness['way']}”，这里却说“{said}”的原因。请核对方向词。",
            rule="原因所说的方向应与增减一致",
            expected=witness["way"],
            likely="" if agreeing else f"“{match['way']}”应为“{witness['way']}”",
            severity="low" if agreeing else "medium",
            kind="growth",
        )
