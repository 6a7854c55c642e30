"""The chapters that tell what is aimed at, and not what was done: （三）年度绩效目标, down to the next heading."""

from __future__ import annotations

import re
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing

__all__ = ["goal_chapters"]

_HEADING: Final = re.compile(
    r"^[ \t#*\u3000]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[.．、])"
    r"(?:20\d\d年)?(?P<title>[^\n。；，：:\d]{2,24})[ \t*]*$",
    re.MULTILINE,
)
_OF_GOALS: Final = re.compile("目标|任务|指标")
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
