"""Income and expenditure of the year, told in the sentence of the balance and again as the heads of its two items:
2022年…本年收入488.62万元，本年支出470.91万元，…年末结转和结余73.58万元。（一）2022年收入488.32万元，….

The form of an account's explanation has both. Which of the two is wrong the balance tells, where it holds with one of
them only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import as_written, mistaken, shape
from hengji.checks.relations.verdicts import converted, interval_of, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["announced_totals"]

_N: Final = r"\s?\d[\d,]*(?:\.\d+)?\s?万?元"
_ASIDE: Final = r"(?:（[^（）]{1,40}）)?"
_BALANCE: Final = re.compile(
    rf"年初结转和?结余(?P<opening>{_N}|[零0/]万?元)[^。]{{0,20}}?本年收入(?P<income>{_N}){_ASIDE}，(?:[^。，]{{2,20}}，){{0,2}}?本年支出(?P<spent>{_N}){_ASIDE}，"
    rf"[^。]{{0,60}}?年末结转和?结余(?P<closing>{_N})。"
)
_ITEM: Final = re.compile(rf"（[一二]）(?P<year>20\d\d)年?度?(?:本年)?(?P<way>收入|支出)(?:合计|总计)?为?(?P<n>{_N})")
_REACH: Final = 1500
_SIDES: Final = {"收入": "income", "支出": "spent"}


def announced_totals(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, for each side of the balance one."""
    flow = flowing(context)
    for balance in _BALANCE.finditer(flow.text):
        for way, side in _SIDES.items():
            item = next(
                (one for one in _ITEM.finditer(flow.text, balance.end(), balance.end() + _REACH) if one["way"] == way),
                None,
            )
            first = _mention(context, flow, balance, side)
            again = _mention(context, flow, item, "n") if item is not None else None
            if first is not None and again is not None:
                yield _judged(context, flow, balance, (side, way), first, again)


def _mention(context: Context, flow: Flowing, match: re.Match[str], group: str) -> Mention | None:
    return piece(context, group, *flow.of(match, group)).mention


def _judged(
    context: Context, flow: Flowing, balance: re.Match[str], what: tuple[str, str], first: Mention, again: Mention
) -> Relation:
    side, way = what
    formula = f"本年{way}两处应一致"
    if interval_of(first, first.unit).meets(interval_of(again, first.unit)):
        return relation("repeat", "ok", [("first", first), ("stated", again)], formula, number(first), "两处一致。")
    told = {name: _mention(context, flow, balance, name) for name in ("opening", "income", "spent", "closing")}
    swapped = {**told, side: again}
    right, wrong = (again, first) if _holds(swapped) and not _holds(told) else (first, again)
    meant = as_written(converted(right, wrong.unit), wrong)
    message = f"本年{way}在一处是 {number(right)}，这里是 {number(wrong)}。" + (
        "收支结余只与前者相平，请改正后者。" if _holds(swapped) != _holds(told) else "请核对后统一。"
    )
    likely = mistaken(number(wrong), meant, shape(wrong.text, meant))
    return relation("repeat", "error", [("first", right), ("stated", wrong)], formula, meant, message, likely)


def _holds(told: dict[str, Mention | None]) -> bool:
    """Opening, income, expenditure and closing; what is not told as a figure (/, 零) is nothing."""
    opening, income, spent, closing = (one.value if one else Fraction(0) for one in told.values())
    steps = sum((one.step for one in told.values() if one is not None), Fraction(0))
    return abs(opening + income - spent - closing) <= steps / 2
