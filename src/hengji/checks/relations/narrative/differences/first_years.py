"""An expense of its first year whose change the form left at nought or put at a rate: 支出 7.97 万元，较上年增加
0 万元，主要原因是上年没有开展此项目; 培训费 5.30 万元，较上年增长 100%，主要是上年没有安排培训.

What was not there a year before has risen by all of it, and at no rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["first_years"]

_N: Final = r"\d[\d,]{0,15}(?:\.\d{1,6})?"
_UP: Final = "(?:增加|增长|上升|提高)"
_WAY: Final = rf"(?:{_UP}|减少|下降)(?:（(?:增加|减少|增长|下降)）)?"
_LAST: Final = r"(?:上年|去年|20\d\d年)"
_SPENT: Final = rf"(?P<n>{_N})\s?(?P<unit>万元|元)，(?:同比|(?:较|比|与){_LAST}度?[^，。；\d]{{0,10}})，?"
_WAS_NOT: Final = "(?:没有|未|无)(?:开展|安排|发生|实施|列支|编列|设立|支出|此|该|这)"
_NOTHING: Final = (
    rf"[^；\n\d]{{0,6}}(?:[，。（][^；\n]{{0,30}}?)?(?:原因|由于|因为?|主要)(?:是|为|系)?[：，]?"
    rf"(?P<why>{_LAST}度?[^，。；\d]{{0,6}}{_WAS_NOT}[^，。；\d]{{0,8}})"
)
_UNCHANGED: Final = near(
    re.compile(rf"{_SPENT}{_WAY}\s?(?P<none>0(?:\.0+)?)\s?(?P=unit){_NOTHING}"),
    _WAS_NOT,
    240,
)
_GROWN: Final = near(
    re.compile(rf"{_SPENT}{_UP}了?\s?(?P<rate>{_N})\s?[%％]{_NOTHING}"),
    _WAS_NOT,
    240,
)


def first_years(context: Context) -> Iterator[Relation]:
    """Relations of kind ``difference`` and ``growth``: something was spent, and nothing was the year before."""
    flow = flowing(context)
    for match in _UNCHANGED.finditer(flow.text):
        if read_number(match["n"]):
            yield _unchanged(context, flow, match)
    for match in _GROWN.finditer(flow.text):
        if read_number(match["n"]) and read_number(match["rate"]):
            yield slip(
                context,
                [flow.of(match, "n"), flow.of(match, "why"), flow.of(match, "rate")],
                "suspicious",
                f"原因是“{match['why']}”，即上年数为 0，增长率没有意义，文中为 {match['rate']}%。",
                rule="增长率 = 增加额 ÷ 上年数，上年数为 0",
                expected="基数为 0",
                likely="上年没有此项支出的，只写增加额，不写增长率。",
                severity="medium",
                kind="growth",
            )


def _unchanged(context: Context, flow: Flowing, match: re.Match[str]) -> Relation:
    none, right = (f"{match[name]}{match['unit']}" for name in ("none", "n"))
    return slip(
        context,
        [flow.of(match, "n"), flow.of(match, "why"), flow.of(match, "none")],
        "error",
        f"原因是“{match['why']}”，即上年数为 0，本年 {right} 都是增加额，文中却写增减 {none}。"
        "请写明增加额；上年没有此项，不写增长率。",
        rule="本年数 - 上年数（0）= 增加额",
        expected=right,
        likely=f"“{match['none']}”应为“{match['n']}”",
        severity="high",
        kind="difference",
    )
