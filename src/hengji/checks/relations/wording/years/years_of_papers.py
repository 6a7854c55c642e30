"""What came of a paper before there was one: （东财农〔2021〕36号）印发后，我局于2020年8月据此制定了细则."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_years_of_papers"]

_THEN: Final = re.compile(
    r"[〔\[［(（【](?P<year>20\d\d)[〕\]］)）】]\s?\d{1,5}\s?号[)）]?(?:文件?)?(?:[^，。；\d\n]{0,6}(?:印发|下发|出台|下达|发布|实施|公布)(?:之?后|以后|以来)|[^，。；\d\n]{0,4}(?:要求|精神|规定|批复|通知)?)"
    r"[，,](?P<who>[^，。；：:《》\d\n]{0,16})(?:随即|及时|即|已|便)*(?:于|在)(?P<then>20\d\d)\s?年\s?(?:1[0-2]|[1-9])\s?月"
)


def find_years_of_papers(context: Context) -> Iterator[Relation]:
    """An error where the work on a paper's ground is dated in a year before the paper's own."""
    flow = flowing(context)
    if "号" not in flow.text:
        return
    for match in _THEN.finditer(flow.text):
        if int(match["then"]) < int(match["year"]):
            yield slip(
                context,
                [flow.of(match, "year"), flow.of(match, "then")],
                "error",
                f"文件是{match['year']}年的，依据它开展的工作却写在{match['then']}年。请核对文号与日期的年份。",
                rule="依文件开展的工作不早于文件",
                expected=f"{match['year']}年或以后",
                likely="年份误写",
                severity="high",
                kind="year",
            )
