"""A step of the review in the year reviewed: 2023年3月25日下达委托书；评价组于2022年4月10日进驻, of the year 2022.

What a year came to is reviewed when it is over. Where the other steps of the sentence are told of the year after, the
one that is not has the wrong year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.years.left_years import REVIEWS
from hengji.facts.relation import Relation

__all__ = ["find_review_dates"]

_DATE: Final = re.compile(r"(?P<year>20\d{2})\s*年\s*(?P<month>1[0-2]|0?[1-9])\s*月(?:\s*\d{1,2}\s*日)?")
_STEP: Final = re.compile(
    "进驻|现场评价|实地(?:核查|踏勘|走访|调研)|现场(?:核查|踏勘|勘查)"
    "|下达委托书|评价方案|出具[^，。；]{0,8}报告|专家评审"
)
_AFTER: Final = 30
_EARLY: Final = 10  # a month from which a review may begin before the year is over


def find_review_dates(context: Context, year: int) -> Iterator[Relation]:
    """Relations of kind ``year``: one step of *year* itself among others of the year after."""
    if context.facts.kind not in REVIEWS:
        return
    flow = flowing(context)
    steps = [
        (match, flow.text[match.end() : match.end() + _AFTER].split("。")[0])
        for match in _DATE.finditer(flow.text)
        if int(match["year"]) in (year, year + 1)
    ]
    steps = [(match, behind) for match, behind in steps if _STEP.search(behind.split("；")[0])]
    own = [match for match, _ in steps if int(match["year"]) == year and int(match["month"]) < _EARLY]
    later = [match for match, _ in steps if int(match["year"]) == year + 1]
    for match in own:
        sentence = flow.sentence(*match.span())
        beside = [one for one in later if one[0] in sentence]
        if beside and len(own) == 1:
            yield slip(
                context,
                [flow.of(beside[0], "year"), flow.of(match, "year")],
                "error",
                f"评价的是{year}年度，同一句里别的步骤在{year + 1}年，这一步却写作{year}年，很可能应为{year + 1}年。",
                rule="评价在年度终了之后进行",
                expected=str(year + 1),
                likely=f"{year}应为{year + 1}",
                severity="high",
                kind="year",
            )
