"""How long something was to be shown to the public at least, and the days on which it was: 公示时间不得少于7日，
本项目公示时间为2023年3月6日至3月10日.

The first and the last day both count, and days off too, so that no way of counting makes more of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["notice_days"]

_SHOWN: Final = "公示|公告|公开"
_LEAST: Final = near(
    re.compile(
        rf"(?P<what>[\u4e00-\u9fff]{{0,8}}?(?P<shown>{_SHOWN}))(?:时间|期限|期|天数|日期)?(?:应当?|须|必须|均)?"
        r"(?:不得?(?:少于|低于|短于)|至少(?:为|达)?)\s?(?P<n>\d{1,3}|[一二三五七十]{1,3})\s?个?(?:工作|自然|日历)?[日天]"
    ),
    "不少于|不得少于|至少|提前",
    120,
)
_DATE: Final = r"(?:(?P<y{0}>20\d\d)\s?年)?\s?(?:(?P<m{0}>\d{{1,2}})\s?月)?\s?(?P<d{0}>\d{{1,2}})\s?日"
_RUN: Final = re.compile(
    rf"(?P<shown>{_SHOWN})(?:时间|期限|期|日期)?(?:为|是|：|自|从|于)*\s?{_DATE.format(1)}(?:起)?(?:至|到|—+|-|－|～|~){_DATE.format(2)}"
)
_AHEAD: Final = 120  # characters from the rule to the dates that it rules
_AGAIN: Final = re.compile("延长|第二次|再次|续|另")


def notice_days(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``, errors all."""
    flow = flowing(context)
    if "公" not in flow.text:
        return
    for rule in _LEAST.finditer(flow.text):
        end = flow.text.find("\n", rule.end())
        stop = min(rule.end() + _AHEAD, end if end >= 0 else len(flow.text))
        runs = [one for one in _RUN.finditer(flow.text, rule.end(), stop) if one["shown"] == rule["shown"]]
        if len(runs) != 1 or _AGAIN.search(flow.text, rule.end(), stop):
            continue
        days = _days(runs[0])
        if days is not None and 0 < days < whole_number(rule["n"]):
            yield _relation(context, flow, (rule, runs[0]), days)


def _days(run: re.Match[str]) -> int | None:
    """From the first day to the last, both counted; none where a day is none of the calendar's."""
    if run["y1"] is None or run["m1"] is None:
        return None
    first = int(run["y1"]), int(run["m1"]), int(run["d1"])
    last = int(run["y2"] or run["y1"]), int(run["m2"] or run["m1"]), int(run["d2"])
    try:
        return (date(*last) - date(*first)).days + 1
    except ValueError:
        return None


def _relation(context: Context, flow: Flowing, found: tuple[re.Match[str], re.Match[str]], days: int) -> Relation:
    rule, run = found
    limit = f"不少于{rule['n']}日"
    told = flow.text[run.start() : run.end()]
    message = f"“{rule['what']}”要求{limit}，“{told}”首尾都算只有{days}日。请核对日期，或说明公示不足的原因。"
    figures = (
        piece(context, "limit", *flow.of(rule, "n")),
        piece(context, "stated", *flow.span(run.start("y1"), run.end("d2"))),
    )
    return Relation(
        "policy", "error", figures, "公示天数 ≥ 规定天数", limit, f"{days}日", message, "公示天数少于规定。", "high"
    )
