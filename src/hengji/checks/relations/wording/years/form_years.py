"""The year at the head of each form, （2023年度） or a cell 年度: one form of another year among its fellows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.wording.lines import Line
from hengji.checks.relations.wording.years.left_years import left_standing
from hengji.facts.relation import Relation

__all__ = ["find_form_years"]

_ALONE = re.compile(r"^[（(]\s*(20\d{2})\s*年度?\s*[)）]$")
_CAPTION = re.compile(r"(?:绩效目标(?:申报)?表|自评表|绩效自评表|监控表|评分表)\s*[（(]\s*(20\d{2})\s*年度?\s*[)）]$")
_CELL = re.compile(
    r"(?:^|[\t|]\s{0,20}+)(?:年度|预算年度|评价年度|填报年度)\s*[\t|：: ]+\s*(20\d{2})(?:年度?)?(?=\s*(?:[\t|]|$))"
)
_PLAN = re.compile("目标(?:申报|批复|备案|设定)?表|申报表|预算表")
_FORMS = (_ALONE, _CAPTION, _CELL)
_FELLOWS = 2  # forms of one year, which make a single one of another year odd


def find_form_years(context: Context, lines: Sequence[Line], year: int) -> Iterator[Relation]:
    """The heads of the forms against one another; *year* is the document's."""
    found = [
        (int(match[1]), line.start + match.start(1), lines[max(0, at - 1)].text + line.text)
        for at, line in enumerate(lines)
        for pattern in _FORMS
        if (match := pattern.search(line.text)) is not None
    ]
    counted = Counter(named for named, *_ in found)
    if len(counted) != _FELLOWS:
        return
    (usual, times), (odd, once) = counted.most_common(2)
    if once == 1 and times >= _FELLOWS and year == usual:
        start, title = next((start, title) for named, start, title in found if named == odd)
        plans = sum(_PLAN.search(other) is not None for _, _, other in found)
        if odd == usual + 1 and plans == 1 and _PLAN.search(title):
            return  # the goals of the year that comes, among the forms of the one that was
        yield left_standing(context, (start, start + 4), usual, "这张表的年度", "error")
