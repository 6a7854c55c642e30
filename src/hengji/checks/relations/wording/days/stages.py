"""Stages of one work whose periods lie one in the other: 5月22日至6月16日为现场阶段，6月9日至7月14日为撰写阶段."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.days.runs_of_dates import find_runs_of_dates
from hengji.facts.relation import Relation

__all__ = ["find_stages"]

_DAY: Final = r"(?:(?P<m{0}>\d{{1,2}})月)?(?P<d{0}>\d{{1,2}})日"
_STAGE: Final = near(
    re.compile(
        rf"(?<!\d)(?:20\d\d年)?{_DAY.format(1)}\s?(?:至|到|—+|-|~|～)\s?(?:20\d\d年)?{_DAY.format(2)}[，]?(?:为|是)[^，。；\d]{{0,16}}?阶段"
    ),
    r"日，?[为是][^，。；\d]{0,16}?阶段",
    100,
)
_GAP: Final = re.compile(r"[，。；、]?\s?")


def find_stages(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``: a stage that begins before the one told right in front of it has ended, and an event
    of a run told in order that goes back a year."""
    yield from find_runs_of_dates(context)
    flow = flowing(context)
    for first, second in pairwise(_STAGE.finditer(flow.text)):
        if not _GAP.fullmatch(flow.text, first.end(), second.start()) or not first["m1"] or not second["m1"]:
            continue
        ended = int(first["m2"] or first["m1"]), int(first["d2"])
        begun = int(second["m1"]), int(second["d1"])
        if begun < ended and begun[0] >= int(first["m1"]):
            ends = (first.start("m1"), first.end("d2") + 1), (second.start("m1"), second.end("d1") + 1)
            told, said = (flow.text[slice(*each)] for each in ends)
            yield slip(
                context,
                [flow.span(*each) for each in ends],
                "error",
                f"前一阶段是{told}，后一阶段却从{said}开始，前后重叠。请核对日期。",
                rule="各阶段的日期应先后相接",
                expected=f"{ended[0]}月{ended[1]}日以后",
                severity="medium",
                kind="year",
            )
