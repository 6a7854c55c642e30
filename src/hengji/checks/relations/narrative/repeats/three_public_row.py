"""The one row of the table of 三公经费, however it was printed, against what the text tells of each of its parts.

79 0 75 50 25 4 is known for such a row by its own sums: all is 出国, 用车 and 接待, and 用车 is 购置 and 运行.
Source: 财政部《地方预决算公开操作规程》（财预〔2016〕143号）, the form of the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.tables.unit_heads import yuan_each
from hengji.facts.numbers import plain, read_number
from hengji.facts.relation import Relation
from hengji.facts.units import MONEY

__all__ = ["three_public_row"]

_N: Final = r"\d[\d,]*(?:\.\d+)?"
_GAP: Final = r"[\s|｜]{1,12}"
_ROW: Final = re.compile(rf"(?<![\d.,年])(?:{_N}{_GAP}){{5}}{_N}(?![\d.,%％年])(?!{_GAP}\d)")
_GOES_BEFORE: Final = re.compile(rf"\d{_GAP}$")
"""Of a row of twelve, 预算数 and 决算数, the last six are not the row."""
_FIGURE: Final = re.compile(_N)
_ORDERS: Final = (("合计", "出国", "用车", "购置", "运行", "接待"), ("合计", "出国", "接待", "用车", "购置", "运行"))
_HEAD: Final = 400  # characters above the row among which the names of its columns stand
_TOLD: Final = {
    "出国": r"因公出国（境）(?:经费|费用?)",
    "用车": r"公务用车购置(?:及|和|与)运行(?:维护)?费?",
    "购置": r"公务用车购置费",
    "运行": r"公务用车运行(?:维护)?费?",
    "接待": r"公务接待费",
}
_SAYS: Final = r"(?:支出)?(?:预算|决算)?(?:数|安排)?(?:为|是|：)?\s?(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?P<u>万元|元)"
_EARLIER: Final = re.compile("(?:上年|去年|20\\d\\d年)[^，。；]{0,16}$")
_TEN_THOUSAND: Final = MONEY["万元"]


def three_public_row(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat`` in a paper with one such row; of two rows nobody knows which the text tells."""
    flow = flowing(context)
    rows = [row for match in _ROW.finditer(flow.text) if (row := _named(context, flow, match))]
    if len({tuple(value for value, _ in row.values()) for row in rows}) != 1:
        return
    for name, words in _TOLD.items():
        value, place = rows[0][name]
        told = [match for match in re.finditer(words + _SAYS, flow.text) if not _of_another_year(flow, match)]
        if told and not any(_same(match, value) for match in told):
            yield _apart(context, flow, told[0], name, value, place)


def _named(context: Context, flow: Flowing, row: re.Match[str]) -> dict[str, tuple[Fraction, tuple[int, int]]]:
    """The amounts of *row* in 元 by what they are, where its sums hold in the order of its head; empty elsewhere."""
    head = flow.text[max(0, row.start() - _HEAD) : row.start()]
    if _GOES_BEFORE.search(head) or not all(word in head for word in ("出国", "购置", "运行", "接待")):
        return {}
    order = _ORDERS[head.rfind("接待") < head.rfind("购置")]
    figures = list(_FIGURE.finditer(flow.text, *row.span()))
    each = yuan_each(context, flow.place(row.start()))
    amounts = [(read_number(one[0]) or Fraction(0)) * each for one in figures]
    found = {name: (value, flow.span(*one.span())) for name, value, one in zip(order, amounts, figures, strict=True)}
    whole = found["出国"][0] + found["用车"][0] + found["接待"][0] == found["合计"][0] != 0
    cars = found["购置"][0] + found["运行"][0] == found["用车"][0]
    uneven = len({value for value in amounts if value}) > 1
    return found if whole and cars and uneven else {}


def _of_another_year(flow: Flowing, match: re.Match[str]) -> bool:
    before = flow.text[max(0, match.start() - 24) : match.start()]
    return _EARLIER.search(before) is not None and re.search("较|比|与", before) is not None


def _same(match: re.Match[str], value: Fraction) -> bool:
    unit = MONEY[match["u"]]
    step = Fraction(1, 10 ** len(match["n"].partition(".")[2])) * unit
    return abs((read_number(match["n"]) or Fraction(0)) * unit - value) < step


def _apart(
    context: Context, flow: Flowing, match: re.Match[str], name: str, value: Fraction, place: tuple[int, int]
) -> Relation:
    right = f"{plain(value / _TEN_THOUSAND, 2)}万元"
    said = re.sub(r"\s", "", match[0])
    return slip(
        context,
        [place, flow.of(match, "n")],
        "error",
        f"“三公”经费表中{name}一栏是 {right}，文中写作“{said}”。请核对，两处应一致。",
        rule="文字与表格的金额应一致",
        expected=right,
        severity="high",
        kind="repeat",
    )
