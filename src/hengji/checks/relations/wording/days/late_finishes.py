"""Work that is told to have ended in time, by dates that say otherwise: 工期至2021年10月31日, 2021年12月18日竣工,
按期完工; and months between two dates that are not as many as told: 2020年3月启动，2020年11月完工，工期20个月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.days.told_dates import DATE, ToldDate, told_dates
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_late_finishes"]

_IN_TIME: Final = near(
    re.compile(
        r"(?<![未没能否应须需条个项座处])(?<!不能)(?:按期|按时|如期|准时|提前|及时)(?:完成|完工|竣工|交付|建成|验收|投用|投入使用|办结|交货|到货|开展)(?!率)"
        r"|(?:在|于)?(?:规定|合同|约定|计划)(?:的)?(?:工期|时间|期限|时限)(?:要求)?(?:之)?内(?:完成|完工|竣工|交付)"
        r"|未(?:出现|发生)?(?:逾期|延期|超期|超工期|工期延误)"
    ),
    "(?:按期|按时|如期|准时|提前|及时)(?:完|竣|交|建|验|投|办|到|开)|内(?:完|竣|交)|逾期|延期|超期|超工期|工期延误",
    60,
)
_PLAN: Final = re.compile(
    r"合同|约定|计划|要求|应[于在当]|须[于在]|需[于在]|拟|目标|原定|规定|截止|时限|工期(?:自|为|从|：)|最迟|预计|(?:之前|以前|前)$"
)
_REAL: Final = re.compile(r"实际|最终|直至|已于|完工|竣工|完成|交付|验收|建成")
_EXCUSED: Final = re.compile(
    r"延长|顺延|变更|调整|同意|批准|不可抗力|疫情|除|部分|其余|其中|第[二三四]|分[批期]|未能|尚未|逾期(?!率)(?:完|交|竣)|滞后|推迟|延后|但|二期|今后|下一步"
)
_DENIED: Final = re.compile(r"未(?:出现|发生)?(?:逾期|延期|超期|超工期|工期延误)")
_LASTS: Final = near(
    re.compile(
        r"(?<!合同)(?<!计划)(?<!保修)(?:建设|施工|实施|总|实际)?(?:工期|周期|历时|用时|为期|历经)(?:为|共|共计|：|:|长达|约为)*\s?(?P<n>\d{1,2})\s?个月"
    ),
    r"\d\s?个月",
    60,
)
_BEGUN: Final = re.compile(r"启动|开工|动工|进场|开始|开建|破土|施工|实施")
_ENDED: Final = re.compile(r"完工|竣工|完成|结束|建成|交付|投入|投用|验收|收官")
_FAR: Final = 160
_PAIR: Final = 2


def find_late_finishes(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy`` from sentences of one planned and one real end, or of a beginning and an end."""
    flow = flowing(context)
    text = flow.text
    for match in _IN_TIME.finditer(text):
        start, end = _sentence(text, *match.span())
        dates = told_dates(text, start, match.end()) if DATE.search(text, start, match.start()) else []
        if len(dates) == 1 and start:  # the plan stands in the sentence before
            start = _sentence(text, start - 1, start - 1)[0]
            dates = told_dates(text, start, match.end())
        if len(dates) == _PAIR and not _EXCUSED.search(_DENIED.sub("", text[start:end])):
            yield from _against_plan(context, flow, (dates[0], dates[1]), match)
    for match in _LASTS.finditer(text):
        start, end = _sentence(text, *match.span())
        dates = told_dates(text, start, end)
        if len(dates) == _PAIR and dates[1].end <= match.start() and not _EXCUSED.search(text, start, end):
            yield from _months(context, flow, (dates[0], dates[1]), match)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    first = max(max(text.rfind(stop, low, start) for stop in "。\n") + 1, low)
    stops = [found for stop in "。\n" if (found := text.find(stop, end, high)) >= 0]
    return first, min(stops, default=high)


def _against_plan(
    context: Context, flow: Flowing, dates: tuple[ToldDate, ToldDate], told: re.Match[str]
) -> Iterator[Relation]:
    plan, real = dates
    text, start = flow.text, max(0, flow.text.rfind("。", 0, plan.start))
    planned = (
        _PLAN.search(text[max(start, plan.start - _FAR // 4) : plan.start]) or text[plan.end : plan.end + 1] == "前"
    )
    between, behind = text[plan.end : real.start], text[real.end : told.start() + _PAIR]
    done = _REAL.search(re.split("[，；]", between)[-1] + re.split("[，；]", behind)[0])
    if not planned or not done or real.ranges or _PLAN.search(re.split("[，；]", between)[-1]) or plan.first[0] == 0:
        return
    late = real.first > plan.last
    if not late and real.last > plan.last:
        return
    yield _relation(context, flow, dates, told.span(), _told(late, text, dates, told), late=late)


def _told(late: bool, text: str, dates: tuple[ToldDate, ToldDate], told: re.Match[str]) -> str:
    plan, real = (text[date.start : date.end] for date in dates)
    says = "与文中相符。" if not late else f"，文中却说“{told[0]}”。请核对日期或说法。"
    return f"应在“{plan}”前，实际为“{real}”{says}"


def _months(
    context: Context, flow: Flowing, dates: tuple[ToldDate, ToldDate], told: re.Match[str]
) -> Iterator[Relation]:
    first, last = dates
    text = flow.text
    begun = text[first.end : last.start]
    ended = text[last.end : told.start()]
    years = first.year_told and not first.ranges and not last.ranges
    if not years or not _BEGUN.search(begun) or not _ENDED.search(ended) or "；" in begun + ended:
        return
    passed, stated = last.month - first.month, int(told["n"])
    wrong = not passed - 1 <= stated <= passed + 1
    says = f"，文中却说是 {stated} 个月。请核对日期或月数。" if wrong else "，相符。"
    message = f"“{text[first.start : first.end]}”到“{text[last.start : last.end]}”约 {passed} 个月{says}"
    yield _relation(context, flow, dates, told.span("n"), message, late=wrong, shown=f"{passed} 个月")


def _relation(
    context: Context,
    flow: Flowing,
    dates: tuple[ToldDate, ToldDate],
    stated: tuple[int, int],
    message: str,
    *,
    late: bool,
    shown: str = "",
) -> Relation:
    verdict: Verdict = "error" if late else "ok"
    pieces = tuple(
        piece(context, role, *flow.span(date.start, date.end)) for role, date in zip(("from", "to"), dates, strict=True)
    )
    return Relation(
        "policy", verdict, (*pieces, piece(context, "stated", *flow.span(*stated))), "两日期的先后与相隔",
        shown or ("逾期" if late else "按期"), flow.text[slice(*stated)], message,
        "日期误写，或没有按时" if late else "", "high" if late else "medium",
    )  # fmt: skip
