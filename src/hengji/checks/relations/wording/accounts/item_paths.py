"""The path of an item told in words, 卫生健康支出（类）公立医院（款）: each step under the one before.

A paragraph copied from the item above keeps that item's class: 卫生健康支出（类）行政事业单位养老支出（款）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.reference.functional import FUNCTIONAL
from hengji.checks.reference.groups import CLASS_OF_GROUP, GROUP_OF_ITEM
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation, Verdict

__all__ = ["class_of", "find_item_paths", "plain_step"]

_HAN: Final = r"[\u4e00-\u9fff、（）()\s]"
_STEP: Final = re.compile(rf"(?P<name>[\u4e00-\u9fff]{_HAN}{{1,36}}?)\s?[（(]?\s?(?P<level>[类款项])\s?[）)]")
_ANCHOR: Final = re.compile(r"[类款项]\s?[）)]")
_REACH: Final = 60
_CLASSES: Final = {name: code for code, names in FUNCTIONAL.items() if len(code) == 3 for _, name in names}
_APART: Final = re.compile(r"[\s\d.、，,\-—–:：“”]*")
_LEVELS: Final = "类款项"


def find_item_paths(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure`` for each two steps told one behind the other."""
    flow = flowing(context)
    before: re.Match[str] | None = None
    for step in matches_near(_STEP, _ANCHOR, flow.text, _REACH):
        follows = (
            before is not None
            and _LEVELS.index(step["level"]) == _LEVELS.index(before["level"]) + 1
            and _APART.fullmatch(flow.text, before.end(), step.start("name"))
        )
        if before is not None and follows:
            yield from _judged(context, flow, before, step)
        before = step


def _judged(context: Context, flow: Flowing, upper: re.Match[str], lower: re.Match[str]) -> Iterator[Relation]:
    above, below = plain_step(upper["name"]), plain_step(lower["name"])
    if upper["level"] == "类":
        above, own = _class_of(above)
        rightful = CLASS_OF_GROUP.get(below)
        sound, right = own == rightful, f"{_name_of(rightful or '')}（类）"
    else:
        own, groups = above if above in CLASS_OF_GROUP else "", GROUP_OF_ITEM.get(below)
        rightful = next(iter(groups)) if groups else None
        sound, right = bool(groups) and own in (groups or ()), f"{'或'.join(sorted(groups or ()))}（款）"
    if not own or rightful is None:
        return
    verdict: Verdict = "ok" if sound else "error"
    told = f"“{above}（{upper['level']}）{below}（{lower['level']}）”"
    yield slip(
        context,
        [flow.of(lower), flow.of(upper)],
        verdict,
        f"{told}与《政府收支分类科目》的层级相符。"
        if sound
        else f"{told}层级不对：“{below}”应在“{right}”之下（《政府收支分类科目》）。请核对科目名称。",
        rule="科目的类款项应逐级相属",
        expected=right,
        likely="" if sound else f"“{above}”应为“{right}”",
        severity="medium",
    )


def plain_step(name: str) -> str:
    """The name of a 类, 款 or 项 without blanks and without the number of its paragraph."""
    flat = re.sub(r"\s", "", name).replace("(", "（").replace(")", "）")
    return re.sub(r"^(?:（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]+、|、)", "", flat)


def _class_of(name: str) -> tuple[str, str]:
    """The class that *name* ends with (主要用于社会保障和就业), with or without its last 支出, and its code."""
    tails = (name[at:] for at in range(len(name) - 1))
    found = ((tail, _CLASSES.get(tail) or _CLASSES.get(f"{tail}支出") or "") for tail in tails)
    return next(((tail, code) for tail, code in found if code), (name, ""))


def class_of(name: str) -> str:
    """The code of the class that *name* ends with; empty where it ends with none."""
    return _class_of(name)[1]


def _name_of(code: str) -> str:
    return FUNCTIONAL[code][-1][1] if code in FUNCTIONAL else ""
