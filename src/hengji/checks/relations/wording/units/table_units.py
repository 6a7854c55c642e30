"""The unit at a table's head, where the text gives the table's own digits another: 单位：元 over 0.36 and 2.50 that the
text tells as 0.36 万元 and 2.50 万元; 单位：万元 over 12,802,878.00 where the text says 1,280.29 万元.

Tables are asked whose rows and columns nobody can name, too: only the figures count, and several must agree. One is
enough where it is what the others of its column add up to: chance does not meet a total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span, figure
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import digits_of, significant_digits
from hengji.facts.mention import Mention
from hengji.facts.numbers import round_half_up
from hengji.facts.relation import Relation

__all__ = ["table_units", "wrong_heads"]

_HEAD: Final = re.compile(r"单\s*位\s*[：:]\s*(?:人民币)?\s*(?P<unit>万元|元)(?!\s?[/／每])")
_BELOW: Final = re.compile(r"\s{0,3}[（(](?:金额)?$")
_OF_COLUMN: Final = re.compile(r"[（(](?P<unit>元)[）)](?=[\s|]|$)")
_END: Final = re.compile(r"。|单\s*位\s*[：:]")
_CLOSE: Final = 400  # characters between a head and its table
_SHORT: Final = 600  # characters of a table that the reader did not see as one
_FOOT: Final = 8  # characters between a table and the unit at its foot
_FEWEST: Final = 2
_SURE: Final = 5  # digits, noughts and all, of a figure that two tables do not share by chance
_SHOWN: Final = 6  # figures of the table that are pointed at
_TELLING: Final = 4  # of its digits that are no noughts at its ends
_WIDTHS: Final = range(1, 5)  # columns of amounts
_DIGITS: Final = 3
_LARGE: Final = 100_000  # 万元: more than a county spends
_SMALL: Final = 100_000  # 元: less than any unit spends
_TEN_THOUSAND: Final = 10_000


def table_units(context: Context) -> Iterator[Relation]:
    """Relations of kind ``unit``, all errors."""
    for head, region, right in wrong_heads(context):
        stated = context.document.text[slice(*head)]
        amounts = _amounts(context, region)
        shown = amounts[0].text if amounts else ""
        cells = tuple(figure("same", one) for one in amounts[:_SHOWN])
        says = f"表头写“单位：{stated}”，表中的数（如 {shown}）与正文对照，单位应为“{right}”。请改正表头的单位。"
        yield Relation(
            "unit", "error", (*cells, piece(context, "stated", *head)), "表与正文单位一致", right, stated, says,
            f"“{stated}”应为“{right}”", "high",
        )  # fmt: skip


def wrong_heads(context: Context) -> tuple[tuple[Span, Span, str], ...]:
    """The unit at a table's head that is wrong, the table, and what is meant; found once per document."""
    return context.once(wrong_heads, lambda: tuple(_wrong(context)))


def _wrong(context: Context) -> Iterator[tuple[Span, Span, str]]:
    prose = [one for one in context.mentions if not context.in_table(one) and one.unit_text in ("元", "万元")]
    for match in _HEAD.finditer(context.document.text):
        region = _region(context, match.end())
        if not (amounts := _amounts(context, region)):
            region = _table_above(context, match.start())
            amounts = _amounts(context, region)
        told = [one for one in prose if not region[0] <= one.start < region[1]]
        other = "元" if match["unit"] == "万元" else "万元"
        if amounts and (
            _is_wrong(match["unit"], amounts, told) or (match["unit"] == "元" and _is_told(context, region, amounts))
        ):
            yield match.span("unit"), region, other
    for table in context.tables:
        head = context.document.text[table.start : table.end].partition("\n")[0]
        if (named := _OF_COLUMN.search(head)) and "万元" not in head:
            region = (table.start, table.end)
            amounts = _amounts(context, region)
            if amounts and _is_told(context, region, amounts):
                yield (table.start + named.start("unit"), table.start + named.end("unit")), region, "万元"


def _table_above(context: Context, start: int) -> Span:
    """The table that ends right before （单位：元）, which stands at its foot."""
    text = context.document.text
    for table in context.tables:
        if table.end <= start < table.end + _FOOT and _BELOW.fullmatch(text[table.end : start]):
            return table.start, table.end
    return start, start


def _is_told(context: Context, region: Span, amounts: list[Mention]) -> bool:
    """Whether the paper tells in 万元, outside of the table, the very total that its column adds up to, or two of its
    long figures, and none of them in 元."""
    values = [one.value for one in amounts]
    if max(abs(value) for value in values) >= _SMALL:
        return False
    outside = [one for one in context.mentions if not region[0] <= one.start < region[1]]
    yuan = {one.value for one in outside if one.unit_text == "元"}
    wide = {one.value for one in outside if one.unit_text == "万元" and one.decimals}
    met = [one for one in amounts if one.value in wide and len(digits_of(one.text)) >= _SURE]
    if not met or yuan & set(values) or any(_in_wide(value) in wide for value in values if value >= _TEN_THOUSAND):
        return False
    telling = any(significant_digits(one.text) >= _TELLING for one in met)
    return (telling and len({one.value for one in met}) >= _FEWEST) or any(
        _is_total(one, amounts, width) for one in met for width in _WIDTHS
    )


def _in_wide(yuan: Fraction) -> Fraction:
    """63,000.00 元 that the text tells as 6.30 万元: then 元 is right at the table's head, and wrong elsewhere."""
    return round_half_up(yuan / _TEN_THOUSAND, 2)


def _is_total(total: Mention, amounts: list[Mention], width: int) -> bool:
    """Whether the figures above *total*, every *width*-th of them, add up to it."""
    at = amounts.index(total)
    above, summed = 0, Fraction(0)
    for one in amounts[at - width :: -width] if at >= width else ():
        above, summed = above + 1, summed + one.value
        if summed >= total.value:
            break
    return above >= _FEWEST and summed == total.value


def _region(context: Context, start: int) -> Span:
    """The table that follows, or the lines up to the next sentence."""
    for table in context.document.tables:
        if table.start <= start < table.end or start <= table.start < start + _CLOSE:
            return start, table.end
    end = _END.search(context.document.text, start, start + _SHORT)
    return start, end.start() if end else min(len(context.document.text), start + _SHORT)


def _amounts(context: Context, region: Span) -> list[Mention]:
    """The figures with decimals in a stretch of text that have no unit of their own."""
    text = context.document.text
    return [
        one
        for one in context.within(region)
        if one.value and one.decimals and (one.unit is None or one.unit.is_money)
        and not text[one.start : one.end + 2].rstrip().endswith(("元", "%"))
    ]  # fmt: skip


def _is_wrong(unit: str, amounts: list[Mention], told: list[Mention]) -> bool:
    values = {one.value for one in amounts}
    if unit == "元":
        if max(abs(value) for value in values) >= _SMALL:
            return False
        wide = {one.value for one in told if one.unit_text == "万元"}
        again = max(len(amounts), sum(one.value in values for one in told if one.unit_text == "万元"))
        narrow = {one.value for one in told if one.unit_text == "元"}
        long = {one.value for one in amounts if _digits(one) >= _DIGITS}
        return not values & narrow and (
            (values <= wide and again >= _FEWEST) or len(long & wide) >= max(_FEWEST, len(long) // 2)
        )
    if max(abs(value) for value in values) < _LARGE:
        return False
    if any(one.unit_text == "万元" and one.value in values for one in told):
        return False
    exact = {one.value for one in told if one.unit_text == "元"} & values
    wide = {one.value for one in told if one.unit_text == "万元" and _digits(one) >= _DIGITS}
    rounded = {round_half_up(Fraction(value, _TEN_THOUSAND), 2) for value in values} & wide
    return len(exact) + len(rounded) >= _FEWEST


def _digits(mention: Mention) -> int:
    return significant_digits(mention.text)
