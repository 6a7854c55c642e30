"""The year whose budget is to be arranged by the results: it comes after the year that was monitored or evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.years.left_years import REVIEWS
from hengji.facts.relation import Relation

__all__ = ["find_use_of_results"]

_RESULT = r"(?:监控|评价|自评|考评|绩效|核查|复核|评审)(?:评价|管理)?(?:的)?(?:结果|情况)"
_USED = re.compile(
    rf"{_RESULT}[^。；\n]{{0,24}}?(?:作为|与|同|用于|运用(?:到|于)|应用于|纳入|列为)[^。；，\n\d]{{0,8}}(?P<year>20\d{{2}})\s*年(?:度)?"
    r"(?P<what>[^。；，\n\d]{0,12}?(?:预算|资金|专项)[^。；，\n\d]{0,6}?(?:安排|编制|调整|申报|分配|挂钩|核定))"
)
_PAST = re.compile(r"已(?:将|经|作为)?|上年|上一年|去年|曾")
_ADJUSTED = re.compile(r"调整")
_MONITORS = re.compile(r"监控")


def find_use_of_results(context: Context, year: int) -> Iterator[Relation]:
    """将监控结果作为2024年预算安排的依据 in the report that monitors 2024."""
    monitors = _MONITORS.search(context.facts.title) is not None
    if not monitors and context.facts.kind not in REVIEWS:
        return
    flow = flowing(context)
    for match in _USED.finditer(flow.text):
        before = flow.sentence(*match.span())[: -len(match["what"])]
        of_own = _ADJUSTED.search(match[0]) is not None or _PAST.search(before)
        between = re.search(r"20\d{2}", match[0][: match.start("year") - match.start()])
        if int(match["year"]) > year or of_own or between:
            continue
        yield slip(
            context,
            [flow.of(match, "year")],
            "error",
            f"材料说的是{year}年度，其结果不能再用来安排{match['year']}年的预算（“{match[0]}”）。请核对年份。",
            rule="结果用于以后年度的预算",
            expected=f"{year + 1}年",
            likely=f"{match['year']}应为{year + 1}",
            severity="high",
            kind="year",
        )
