"""The chapters that tell what is aimed at, and not what was done: （三）年度绩效目标, down to the next heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.aims_and_results import AIM, side_at
from hengji.checks.relations.flowing import flowing

__all__ = ["goal_chapters", "under_goals"]

_HEADING: Final = re.compile(
    r"^[ \t#*\u3000]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[.．、])"
    r"(?:20\d\d年)?(?P<title>[^\n。；，：:\d]{2,24})[ \t*]*$",
    re.MULTILINE,
)
_OPENING: Final = re.compile(
    r"^[ \t#*\u3000]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])(?P<title>[^\n。；，：:]{2,40})",
    re.MULTILINE,
)
"""A heading of the higher levels, on a line of its own or in front of its paragraph."""
_OF_GOALS: Final = re.compile("目标|任务|指标")
_OF_AIMS: Final = re.compile("目标|(?:年度|重点|工作|主要|绩效|履职|目标)(?:任务|指标)")
_OF_RESULTS: Final = re.compile("完成|实现|得分|分析|评价|情况|结果|自评|对照|合理|明确|改进|建议|问题|下一步|偏离")


def goal_chapters(context: Context) -> tuple[Span, ...]:
    """Where they stand in the flowing text, in order."""
    return context.once(goal_chapters, lambda: _chapters(flowing(context).text))


def _chapters(text: str) -> tuple[Span, ...]:
    headings = list(_HEADING.finditer(text))
    ends = [*(one.start() for one in headings[1:]), len(text)]
    return tuple(
        (one.end(), end)
        for one, end in zip(headings, ends, strict=False)
        if _OF_GOALS.search(one["title"]) and not _OF_RESULTS.search(one["title"])
    )


def under_goals(context: Context, place: int) -> bool:
    """Whether the nearest heading above *place*, or that of its cell in a form, says that what follows is aimed at:
    （二）绩效目标。1.开展活动…."""
    side = side_at(context, place)
    if side is not None:
        return side == AIM
    places, titles = context.once(under_goals, lambda: _openings(context))
    title = titles[index] if (index := bisect_right(places, place) - 1) >= 0 else ""
    return bool(_OF_AIMS.search(title) and not _OF_RESULTS.search(title))


def _openings(context: Context) -> tuple[list[int], list[str]]:
    flow = flowing(context)
    found = [(flow.place(one.start("title")), one["title"]) for one in _OPENING.finditer(flow.text)]
    return [place for place, _ in found], [title for _, title in found]
