"""The points that a note fixes for the upper indicators against those that the form gives them: 产出指标50分 beside
产出指标（70分）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["noted_points"]

_NAMES: Final = r"(?:产出|效益|满意度|成本|投入|过程|决策|效果|管理)(?:类|效率)?指标"
_NOTE: Final = re.compile(
    r"一级指标(?:的)?(?:分值|权重)(?:统一|设置|设定|规定|分别)*(?:为|是)?[：:](?P<list>(?:[^，。；、\n]{2,12}\d{1,2}分[、，]?){3,6})"
)
_ITEM: Final = re.compile(rf"(?P<name>{_NAMES})(?P<points>\d{{1,2}})分")
_GIVEN: Final = re.compile(rf"(?P<name>{_NAMES})[（(](?P<points>\d{{1,3}})分[）)]")


def noted_points(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``: every upper indicator of a form whose note is the only one."""
    flow = flowing(context)
    notes = list(_NOTE.finditer(flow.text))
    if len(notes) != 1:
        return
    told = {one["name"]: one for one in _ITEM.finditer(flow.text, *notes[0].span("list"))}
    for given in _GIVEN.finditer(flow.text):
        noted = told.get(given["name"])
        if noted is None:
            continue
        holds = noted["points"] == given["points"]
        figures = (
            piece(context, "first", *flow.of(noted, "points")),
            piece(context, "stated", *flow.of(given, "points")),
        )
        message = f"说明规定{given['name']} {noted['points']} 分，表中为 {given['points']} 分"
        yield Relation(
            kind="repeat",
            verdict="ok" if holds else "error",
            figures=figures,
            formula="表中分值 = 说明规定的分值",
            computed=noted["points"],
            stated=given["points"],
            message=f"{message}，一致。" if holds else f"{message}。请按规定调整各指标分值。",
            severity="medium" if holds else "high",
        )
