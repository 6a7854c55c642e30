"""The last day of a period that the words name already: 评价年度末（2022年12月31日） in the report on 2023.

Also 截至2021年12月31日（评价年度2022年末）; 2024年1月1日至2024年12月31日，…以该期间最后一日即2023年12月31日.
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

__all__ = ["find_last_days"]

_DATE: Final = r"(?P<y>20\d\d)\s?年\s?(?P<m>1[0-2]|0?[1-9])\s?月\s?(?P<d>3[01]|[12]\d|0?[1-9])\s?日"
_OF_YEAR: Final = re.compile(
    rf"(?:评价|自评|本|报告|预算)年度(?:的)?(?:年?末|最后一[日天]|终了)?\s?(?:[（(]|，?即|（即|为)\s?(?:即|截至)?{_DATE}"
)
_TWICE: Final = re.compile(rf"截[至止]{_DATE}\s?[（(][^（()）\n\d]{{0,12}}(?P<year>20\d\d)\s?年(?:度)?年?末")
_PERIOD: Final = re.compile(
    r"(?P<y1>20\d\d)\s?年\s?(?P<m1>\d{1,2})\s?月(?:\s?1\s?日)?\s?(?:至|到|—+|-|–|～)\s?(?:(?P<y2>20\d\d)\s?年\s?)?(?P<m2>1[0-2]|0?[1-9])\s?月"
    rf"[^。\n]{{0,80}}?(?:该|上述|评价|监控|这一|本)?(?:期间|期|时段)的?(?:最后一[日天]|末日|截止日|终了日)[^。；\n\d]{{0,8}}{_DATE}"
)
_LAST: Final = re.compile(
    r"(?P<y1>20\d\d)\s?年\s?(?P<m1>\d{1,2})\s?(?:月)?\s?(?:至|到|—+|-|–|～)\s?(?P<m2>1[0-2]|0?[1-9])\s?月"
    rf"[^\n]{{0,160}}?{_DATE}，?(?:也就是|即|正是|为|是)(?:该|评价|监控|这一|本)?(?:期间|期)的?(?:最后一[日天]|末日)"
)


def find_last_days(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all."""
    flow, year = flowing(context), context.facts.year
    if year is not None and context.facts.kind in REVIEWS:
        for match in _OF_YEAR.finditer(flow.text):
            if (int(match["m"]), int(match["d"])) == (12, 31) and int(match["y"]) != year:
                yield _wrong(context, flow.span(match.start("y"), match.end("d")), match, f"{year}年12月31日")
    for match in _TWICE.finditer(flow.text):
        if match["y"] != match["year"]:
            yield _wrong(context, flow.span(match.start("y"), match.end("d")), match, f"{match['year']}年12月31日")
    for pattern in (_PERIOD, _LAST):
        for match in pattern.finditer(flow.text):
            groups = match.groupdict()
            ends = int(groups.get("y2") or match["y1"]), int(match["m2"])
            if (int(match["y"]), int(match["m"])) != ends:
                span = flow.span(match.start("y"), match.end("d"))
                yield _wrong(context, span, match, f"{ends[0]}年{ends[1]}月末")


def _wrong(context: Context, span: tuple[int, int], match: re.Match[str], right: str) -> Relation:
    told = f"{match['y']}年{match['m']}月{match['d']}日"
    message = f"按文中所说的期间，最后一天应是{right}，这里却写作{told}。请核对日期。"
    return slip(context, [span], "error", message, rule="期间的最后一天", expected=right, severity="high", kind="year")
