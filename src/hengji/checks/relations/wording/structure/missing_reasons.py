"""Outturns that differ from their budget and give no reason, where the items beside them do.

The model of disclosure asks, item by item, why the outturn is above or below the budget (《地方预决算公开操作规程》,
财预〔2016〕143号). A paper that never gives reasons has another form; one item among many that does not was forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["find_missing_reasons"]

_N = r"(\d[\d,]{0,15}(?:\.\d{1,6})?)\s*(万元|元)"
_ITEM = re.compile(
    rf"(?:年初|全年|调整)?预算(?:数)?(?:为|是)?\s*{_N}[，,；]\s*(?:支出|实际)?(?:决算|支出|执行)(?:数)?(?:为|是)?\s*{_N}"
)
_REASON = re.compile(r"原因|主要是|由于|因[为：]?[\u4e00-\u9fff]|所致|系[\u4e00-\u9fff]|调整|追加|节约|压减")
_ENTRY = re.compile(r"[（(][款项][）)]")
"""What is an item of the list, and not its total, is named by the classes of expenditure."""
_NEAR = 60
_FEWEST = 3  # items that give their reason, before one that does not is an oversight
_FAR = 400


@dataclass(frozen=True, slots=True)
class _Item:
    span: Span
    shown: str
    reasoned: bool


def find_missing_reasons(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """The items without a reason, where three times as many have one."""
    del lines  # items run over lines; the flowing text is read
    items = list(_items(context))
    without = [item for item in items if not item.reasoned]
    if len(items) - len(without) < max(_FEWEST, 3 * len(without)):
        return
    for item in without:
        message = f"“{item.shown}”决算与预算不同，没有说明原因；其他各项都说明了原因。请补写增减的主要原因。"
        yield slip(
            context,
            [item.span],
            "error",
            message,
            rule="决算与预算有差异的应说明原因",
            expected="主要原因",
            severity="medium",
        )


def _items(context: Context) -> Iterator[_Item]:
    """Every item whose outturn is not its budget."""
    flow = flowing(context)
    matches = list(_ITEM.finditer(flow.text))
    for index, match in enumerate(matches):
        budget, spent = read_number(match[1]), read_number(match[3])
        start, end = flow.span(*match.span())
        named = _ENTRY.search(flow.text, max(0, match.start() - _NEAR), match.start())
        if named is None or budget == spent or match[2] != match[4] or context.table_at(start) is not None:
            continue
        following = matches[index + 1].start() if index + 1 < len(matches) else len(flow.text)
        stop = min(following, match.end() + _FAR)  # over line ends: a page's layout parts an item from its reason
        yield _Item((start, end), match[0], _REASON.search(flow.text, match.end(), stop) is not None)
