"""The sentence that says what a report is about, against the year of its title."""

from __future__ import annotations

import re

from hengji.checks.context import Context, Span

__all__ = ["declared_years", "is_plan"]

_TITLE_YEAR = re.compile(r"(?<!\d)(20\d{2})年(?:度|(?!\s*\d{1,2}月))")
_DECLARES = re.compile(
    r"(?:对|就|将|关于)(?:[^，。；《》\n]{0,30}?[^，。；《》\n\d])?(?P<year>20\d{2})\s*年度?"
    r"[^，。；《》\n]{0,40}?(?:开展|进行|组织|实施|作出|做出|做|予以|说明|报告|汇报|总结|公开)"
)
_COMPARES = re.compile(r"[-—~至到、和与及]\s*$|较|比|与|上年|以来|自|截至")
_BODY = 700  # the sentence stands in the first lines behind the title


def is_plan(context: Context, span: Span) -> bool:
    """Whether the year of *span* may be the one before on purpose: a plan that looks back on 预算执行."""
    behind = context.document.text[span[1] : span[1] + 12]
    same = re.match(r"\s*年度?\s*(?:部门|单位)?(?:整体支出)?(?:预算(?!执行|完成|收支)|绩效目标)", behind)
    return context.facts.kind in {"budget", "goal_table"} and same is None


def declared_years(context: Context, year: int) -> list[Span]:
    """Where the opening sentence names the year before the title's only year as its own."""
    title = re.sub(r"\s+", "", context.facts.title)
    named = set(_TITLE_YEAR.findall(title))
    if named != {str(year)}:
        return []
    text = context.document.text
    return [
        match.span("year")
        for match in _DECLARES.finditer(text, 0, _BODY)
        if int(match["year"]) == year - 1
        and not _COMPARES.search(text[match.start() : match.start("year")])
        and not re.match(r"\s*年度?\s*(?:[-—~至到、和与及]|以来|结转|末)", text[match.end("year") :][:8])
    ][:1]
