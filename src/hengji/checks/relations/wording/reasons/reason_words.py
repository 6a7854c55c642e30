"""The word that a reason is announced with against the change that it is given for: 增长 4.09%，减少的原因是….

The last change before the announcement is what it speaks of; where the sentence tells changes of both ways, or the
announcement names another subject (支出增加的原因), nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_reason_words"]

_UP: Final = "增加|增长|上升|提高|上涨|增幅|增"
_DOWN: Final = "减少|下降|降低|下滑|减幅|降幅|减"
_N: Final = r"\d[\d,，]{0,20}(?:\.\d{1,6})?"
_CHANGE: Final = (
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:额|率|幅度)?(?:了|约|为|达)*\s?{_N}\s?(?:亿元|万元|元|人|辆|个百分点|%|％)"
)
_CHANGED: Final = re.compile(_CHANGE)
_ANNOUNCED: Final = re.compile(
    rf"(?:{_CHANGE})[）)]?\s?(?P<stop>[，,。；;])\s?(?:其|同比|主要)?(?P<word>增加|增长|上升|提高|减少|下降|降低)(?:的)?(?:主要)?(?:原因|因素)"
)
_LEVEL: Final = re.compile(
    r"(?:持平|无(?:增减)?变化|没有变化|无增减|(?:减少|下降|增加|增长)\s?0(?:\.0+)?\s?(?:万元|元|%|％))[）)]?[，,。；;]\s?(?:其|主要)?"
    r"(?P<word>增加|增长|上升|减少|下降|降低)(?:的)?(?:主要)?原因"
)
_DIFFERS: Final = re.compile(
    r"(?:决算|支出|执行)数?(?:(?P<below>小于|低于|少于)|(?P<above>大于|高于|多于|超过))(?:年初|全年|调整)?预算数?的?(?:主要)?原因(?:是|为)?[：:]?(?:由于|因为?)?"
    r"(?P<reason>[^，。；]{2,24})"
)
_TOO_LITTLE: Final = re.compile(
    r"预算(?:数|金额)?(?:估算|安排|编制|预计|批复|申报|编报)?(?:的?(?:数|金额))?(?:不足|偏少|偏低|过少|过低|不够|较少)"
)
_TOO_MUCH: Final = re.compile(
    r"预算(?:数|金额)?(?:估算|安排|编制|预计|批复|申报|编报)?(?:的?(?:数|金额))?(?:过大|偏多|偏高|过多|过高|较多)"
)
_BEFORE: Final = 80
_PARAGRAPH: Final = 400


def find_reason_words(context: Context) -> Iterator[Relation]:
    """Relations of kind ``growth``: the announcement agrees, or is of the other way."""
    flow = flowing(context)
    for match in _ANNOUNCED.finditer(flow.text):
        rising = match["up"] is not None
        same = (re.fullmatch(_UP, match["word"]) is not None) == rising
        own = match["stop"] in "，,"  # behind a full stop the reason may be that of the paragraph's first change
        far = flow.text[max(0, match.start() - (_BEFORE if own else _PARAGRAPH)) : match.start()]
        told = re.split("[。；\n]" if own else "\n", far)[-1]
        others = [one["up"] is not None for one in _CHANGED.finditer(told)]
        if same or all(other == rising for other in others):
            yield _judged(context, flow.of(match, "up" if rising else "down"), flow.of(match, "word"), same=same)
    yield from _against_the_budget(context)
    for match in _LEVEL.finditer(flow.text):
        yield slip(
            context,
            [flow.of(match, "word")],
            "suspicious",
            f"前面说没有增减，后面却说“{match['word']}”的原因。请核对数字，或删去原因。",
            rule="没有增减就没有增减的原因",
            expected="持平",
            kind="growth",
        )


def _against_the_budget(context: Context) -> Iterator[Relation]:
    """决算数小于预算数的主要原因是年初预算估算不足: too small a budget makes the outturn greater."""
    flow = flowing(context)
    for match in _DIFFERS.finditer(flow.text):
        way = "below" if match["below"] else "above"
        if (_TOO_LITTLE if match["below"] else _TOO_MUCH).search(match["reason"]) is None:
            continue
        yield slip(
            context,
            [flow.of(match, way), flow.of(match, "reason")],
            "error",
            f"决算数{match[way]}预算数，原因却是“{match['reason']}”，方向相反。请核对两数，或改写原因。",
            rule="原因应与增减方向一致",
            expected=match[way],
            severity="medium",
            kind="growth",
        )


def _judged(context: Context, change: tuple[int, int], word: tuple[int, int], *, same: bool) -> Relation:
    text = context.document.text
    verdict: Verdict = "ok" if same else "error"
    told = f"前面说“{text[slice(*change)]}”，后面说“{text[slice(*word)]}”的原因，" + (
        "方向一致。" if same else "方向相反。请核对增减方向，改正写错的一处。"
    )
    return slip(
        context, [change, word], verdict, told, rule="原因应与增减方向一致", expected=text[slice(*change)],
        severity="medium", kind="growth",
    )  # fmt: skip
