"""The amount in words in or under a table against the table's total: 合计（大写）：壹拾捌万贰仟肆佰元整."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import sides_of
from hengji.checks.relations.wording.amount_in_words import read_capitals
from hengji.facts.document import Table
from hengji.facts.mention import Mention
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation
from hengji.facts.units import MONEY

__all__ = ["words_and_totals"]

_WORDS: Final = re.compile(
    r"大写[）)]?[^零壹贰叁肆伍陆柒捌玖拾，。；\n]{0,24}?[\s|:：]{0,8}(?P<words>[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,40}"
    r"[元圆][零壹贰叁肆伍陆柒捌玖角分]{0,8}[整正]?)(?!\s*[（(，,]?\s*(?:小写|￥|¥|人民币)?[:：]?\s*[￥¥]?\d)"
)
_PART: Final = re.compile(r"其中|首[付期]|预付|定金|保证金|质保|尾款|进度款|让利|优惠|下浮|已付|余款")
_OWN: Final = re.compile(r"\d\s*万?元[，,、（(]?\s*$")
"""中标价 2,186.00 万元，大写：…: words of the figure in front of them."""
_REACH: Final = 120  # characters from a table to the words under it


def words_and_totals(context: Context) -> Iterator[Relation]:
    """Only where the table has one total of money; words with their own digits beside them are judged elsewhere."""
    if not context.document.tables or "大写" not in context.document.text:
        return
    tables = sorted(context.document.tables, key=lambda table: table.start)
    starts = [table.start for table in tables]
    told: set[int] = set()
    for match in _WORDS.finditer(context.document.text):
        index = bisect_right(starts, match.start()) - 1
        table = tables[index] if index >= 0 else None
        amount = read_capitals(match["words"])
        before = context.document.text[max(0, match.start() - 14) : match.start()]
        if table is None or amount is None or table.start in told or match.start() - table.end > _REACH:
            continue
        if _PART.search(before) or _OWN.search(before):
            continue
        told.add(table.start)
        totals = _totals(context, table)
        worth = {one.value * MONEY[str(one.unit)] for one in totals}
        if len(worth) == 1 or amount in worth:
            like = next((one for one in totals if one.value * MONEY[str(one.unit)] == amount), totals[0])
            words = Figure("stated", match["words"], *match.span("words"))
            yield _compared(like, words, plain(amount), agree=amount in worth)


def _totals(context: Context, table: Table) -> list[Mention]:
    """The amounts of money in the table's last total."""
    found: list[Mention] = []
    for part in parts_of(context, table):
        for side in sides_of(part):
            line = next((line for line in reversed(side.lines) if line.is_total), None)
            mentions = [amount.mention for amount in line.values.values()] if line is not None else []
            found += [one for one in mentions if one is not None and str(one.unit) in MONEY and one.value]
    return found


def _compared(total: Mention, words: Figure, said: str, *, agree: bool) -> Relation:
    meant = f"{plain(total.value)}{total.unit}"
    message = f"大写“{words.text}”等于{said}元，表中合计为{meant}，{'相符' if agree else '不符，请核对后改正其一'}。"
    figures = (figure("total", total), words)
    return Relation(
        "amount_in_words",
        "ok" if agree else "error",
        figures,
        "大写 = 表中合计",
        meant,
        words.text,
        message,
        "" if agree else "大写或小写有一字误写",
        "high",
    )
