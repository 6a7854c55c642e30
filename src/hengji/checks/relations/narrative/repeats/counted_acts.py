"""What an office counts of its year, told twice: 全年接待62批次, and later 全年接待26批次; 公众号全年推送96期,
and 推送公众号69期 in another chapter; 每周开放66小时, and 每周开放时间达到68小时.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, shape
from hengji.facts.relation import Relation

__all__ = ["counted_acts"]


@dataclass(frozen=True, slots=True)
class _Act:
    """`apart`: words by which a figure is that of a part or of another year; `slips`: what is no chance."""

    name: str
    unit: str
    told: re.Pattern[str]
    apart: re.Pattern[str]
    slips: tuple[str, ...]


_GUESTS: Final = (
    r"(?P<before>[^，。；：、（）\n]{{0,14}})接待(?:了|共|共计|累计|来[访客宾])?\s?(?P<n>\d{{2,4}})\s?个?{unit}"
)
_OTHERS: Final = re.compile("上年|去年|同期|国内|国外|外[宾事商]|其中|比|较|预算|计划|每|部门|上半年|季度|月")
_ACTS: Final = (
    _Act("接待", "批次", re.compile(_GUESTS.format(unit="批次")), _OTHERS, (SWAPPED,)),
    _Act("接待", "人次", re.compile(_GUESTS.format(unit="人次")), _OTHERS, (SWAPPED,)),
    _Act(
        "公众号", "期",
        re.compile(
            r"(?P<before>公众号(?:[^。；\n]{0,60}[。，])?[^。，；\d\n]{0,10}?)(?P<n>\d{2,4})\s?期(?!间|限|末|初|工程|项目)"
        ),
        re.compile("上年|去年|每|上半年|季度|月|目标|计划|抖音|视频号|微博|简报|专栏|专题|其中|不少于|以上"),
        (SWAPPED, ONE_DIGIT),
    ),
    _Act(
        "开放", "小时",
        re.compile(
            r"(?P<before>[^。；：\n\d]{0,12})每周(?:平均|累计|合计|免费)?(?:对外)?开放(?:时间|时长)?(?:合计|共计|共|为|达到?|是)?\s?(?P<n>\d{2,3})\s?小时"
        ),
        re.compile("目标|计划|原|由|分馆|[冬夏春秋寒暑]|假期|上年|去年|改为|延长|缩短"),
        (SWAPPED, ONE_DIGIT),
    ),
)  # fmt: skip
_REACH: Final = 120
_TWO: Final = 2


def counted_acts(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, all errors: two numbers a slip apart; a paper that tells three tells of several."""
    flow = flowing(context)
    for act in _ACTS:
        told = [
            match
            for match in matches_near(act.told, re.compile(act.name), flow.text, _REACH)
            if not act.apart.search(match["before"]) and context.table_at(flow.place(match.start("n"))) is None
        ]
        values = list(dict.fromkeys(match["n"] for match in told))
        if len(values) == _TWO and shape(values[1], values[0]) in act.slips:
            first, again = (next(match for match in told if match["n"] == value) for value in values)
            figures = piece(context, "first", *flow.of(first, "n")), piece(context, "stated", *flow.of(again, "n"))
            right, stated = (f"{value}{act.unit}" for value in values)
            yield Relation(
                "repeat", "error", figures, f"{act.name}的{act.unit}数各处相等", right, stated,
                f"{act.name}前面是 {right}，这里是 {stated}。请核对后统一。", "两处之一误写。", "high",
            )  # fmt: skip
