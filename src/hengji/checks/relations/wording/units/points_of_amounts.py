"""Amounts said to have changed by percentage points: “三公”经费同比下降22.6个百分点. Shares and rates change by points,
an amount by a percentage of itself.

That the paper tells the same change in % elsewhere, of the same thing, settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["points_of_amounts"]

_AMOUNT: Final = re.compile(
    r"(?P<name>[^，。；：、\n（）“”]{0,12}?(?:“三公”)?(?:经费|支出|收入|资金|费用|投资|拨款))[”\"]?(?:总额|总量|规模|合计)?，?"
    r"(?:与?(?:上年|去年|上年同期|同期|年初|20\d\d年)(?:度)?(?:相比|同比|比)?|[比较](?:上年|去年|上年同期|同期|年初|20\d\d年)度?|同比)?"
    r"(?P<way>增长|增加|上升|下降|减少|降低|压减|压缩|下浮)了?(?P<points>(?P<n>\d{1,3}(?:\.\d{1,3})?)个百分点)"
)
_POINTS: Final = "个百分点"
_OF_RATES: Final = re.compile("占|比重|比例|率|速|幅|进度|程度|水平")
_QUOTES: Final = re.compile('[“”"]')
_TELLING: Final = 3  # characters that two names of one thing share


def points_of_amounts(context: Context) -> Iterator[Relation]:
    """Relations of kind ``unit``: errors where the change stands in % elsewhere, doubts where it does not."""
    flow = flowing(context)
    if _POINTS not in flow.text:
        return
    for match in _AMOUNT.finditer(flow.text):
        clause = re.split("[，。；：\n]", flow.text[max(0, match.start() - 40) : match.end()])
        if any(_OF_RATES.search(words) for words in clause[-2:]) or context.table_at(flow.of(match)[0]) is not None:
            continue
        yield _told(context, flow, match)


def _told(context: Context, flow: Flowing, match: re.Match[str]) -> Relation:
    stated, right = piece(context, "stated", *flow.of(match, "points")), f"{match['n']}%"
    again = _in_percent(flow, match)
    figures = (piece(context, "percent", *again), stated) if again is not None else (stated,)
    message = f"{match['name']}是金额，增减应以百分比计，文中为 {match['points']}。"
    return Relation(
        "unit", "error" if again is not None else "suspicious", figures, "金额的增减以百分比计", right, match["points"],
        message + (f"别处写作 {right}。" if again is not None else "请改为“%”，或写明是哪个比率的变动。"),
        f"“个百分点”应为“%”，写作“{right}”。", "medium",
    )  # fmt: skip


def _in_percent(flow: Flowing, match: re.Match[str]) -> tuple[int, int] | None:
    """Where the same change of the same thing is told in %."""
    name = _QUOTES.sub("", match["name"])[-_TELLING:]
    for found in re.finditer(rf"(?<![\d.]){re.escape(match['n'])}[%％]", flow.text):
        before = flow.text[max(0, found.start() - 30) : found.start()]
        if name in _QUOTES.sub("", before) and match["way"] in before:
            return flow.of(found)
    return None
