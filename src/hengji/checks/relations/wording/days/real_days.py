"""The days that work really took beside its first and last: 2019年11月18日开工……2020年12月28日完工，实际工期407天.

Work may have stood still in between, so that fewer days than passed prove nothing. Told wrong is only what one slip
explains: a date in the year before or after its own, or two digits of the days swapped or one of them changed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, shape
from hengji.checks.relations.wording.days.told_dates import ToldDate, told_dates
from hengji.facts.relation import Relation

__all__ = ["find_real_days"]

_TOOK: Final = near(
    re.compile(
        r"(?:实际(?:施工|建设|完成)?(?:总)?(?:工期|用时|历时)|(?<!计划)(?<!合同)(?:总)?(?:历时|用时))(?:为|是|共|共计|约为|：)*\s?(?P<n>\d{2,4})\s?个?(?:日历天|日历日|天|日)"
    ),
    "工期|用时|历时",
    60,
)
_BEGUN: Final = re.compile(r"^[^，。；]{0,10}(?:启动|开工|动工|进场|开始|开建|破土)")
_ENDED: Final = re.compile(r"^[^，。；]{0,12}(?:完工|竣工|完成|建成|交付|验收|投入|投用|结束)")
_STOPPED: Final = re.compile("停工|扣除|不含|除去|延长|顺延|分[期批]|一期|二期|标段|约")
_STOPS: Final = "。\n"
_FAR: Final = 160
_PAIR: Final = 2
_NEAR: Final = 1


def find_real_days(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all."""
    flow = flowing(context)
    for match in _TOOK.finditer(flow.text):
        low = max(0, match.start() - _FAR)
        begin = max(max(flow.text.rfind(stop, low, match.start()) for stop in _STOPS) + 1, low)
        dates = told_dates(flow.text, begin, match.start())
        whole = len(dates) == _PAIR and all(one.first == one.last and not one.ranges for one in dates)
        if not whole or not dates[0].year_told or _STOPPED.search(flow.text, begin, match.end()):
            continue
        begun, ended = (flow.text[one.end : match.start()] for one in dates)
        if _BEGUN.search(begun) and _ENDED.search(ended) and _slipped(dates[0], dates[1], match["n"]):
            yield _relation(context, flow, dates, match)


def _slipped(first: ToldDate, last: ToldDate, stated: str) -> bool:
    """Whether the days that passed are not those told, but would be with one slip less."""
    passed = _passed(first, last)
    if passed is None or passed < 0 or _agrees(passed, stated):
        return False
    years = ((-1, 0), (1, 0), (0, -1), (0, 1))
    moved = any(_agrees(_passed(first, last, *by), stated) for by in years if last.year_told or by[1] == 0)
    return moved or any(shape(stated, str(passed + more)) in (SWAPPED, ONE_DIGIT) for more in (0, 1))


def _passed(first: ToldDate, last: ToldDate, sooner: int = 0, later: int = 0) -> int | None:
    try:
        begin = datetime.date(first.first[0] + sooner, *first.first[1:])
        return (datetime.date(last.first[0] + later, *last.first[1:]) - begin).days
    except ValueError:
        return None


def _agrees(passed: int | None, stated: str) -> bool:
    """With the first and the last day counted, one of them, or neither."""
    return passed is not None and abs(passed - int(stated)) <= _NEAR


def _relation(context: Context, flow: Flowing, dates: list[ToldDate], match: re.Match[str]) -> Relation:
    shown = [flow.text[one.start : one.end] for one in dates]
    passed = _passed(dates[0], dates[1]) or 0
    message = (
        f"从“{shown[0]}”到“{shown[1]}”共{passed}天（首尾都算多一天），文中却说是{match['n']}天。请核对日期或天数。"
    )
    figures = (
        *(piece(context, "date", *flow.span(one.start, one.end)) for one in dates),
        piece(context, "stated", *flow.of(match, "n")),
    )
    right, told = f"{passed + 1}天", f"{match['n']}天"
    return Relation("year", "error", figures, "起止日期相隔的天数", right, told, message, "日期或天数误写", "high")
