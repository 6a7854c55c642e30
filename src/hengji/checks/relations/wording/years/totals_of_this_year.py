"""截至2021年12月31日，资产总额3286.47万元 in the report on 2022 that tells 3286.47 万元 for the end of 2022.

No total stays the same to the last digit, so the date was left standing.

A figure that is told of the year before anywhere else, of the year's beginning, or as unchanged is that year's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import in_ones
from hengji.checks.relations.wording.years.left_years import REVIEWS
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["find_totals_of_this_year"]

_BEFORE: Final = re.compile(
    r"上[年期]|去年|年初|期初|结转|结余(?:结转)?使用|[较比由从](?:上|去|20|年|同|前|期)|相比|同期|增[加长]|减少|下降|上升|持平|仍|不变|未变|一致[^，。]{0,4}上"
    r"|累计|历年|清查|基期|目标|计划|预算(?!单位)|没有(?:增|变)|未(?:增|新)"
)
_YEAR: Final = re.compile(r"(?<!\d)(?P<year>20\d\d)(?=\s?年)")
_DIGITS: Final = 4
_FAR: Final = 200
_CLAUSES: Final = 60  # characters between the year and the figure


def find_totals_of_this_year(context: Context, year: int) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all, in papers that look back on one year."""
    text = context.document.text
    if context.facts.kind not in REVIEWS or f"{year - 1}" not in text:
        return
    again: dict[tuple[Fraction, str], list[Mention]] | None = None
    for match in _YEAR.finditer(text):
        if int(match["year"]) != year - 1 or context.table_at(match.start()) is not None:
            continue
        start, end = _sentence(text, match.start())
        if _BEFORE.search(text, start, end) or str(year) in text[start:end] or _quoted(text, start, match.start()):
            continue
        stocks = [one for one in context.within((match.end(), min(end, match.end() + _CLAUSES))) if _is_long(one)]
        if not stocks:
            continue
        again = again if again is not None else _by_value(context.mentions)
        for one in stocks:
            others = [other for other in again[_key(one)] if not start <= other.start < end]
            if others and all(_is_of(context, other, year) for other in others):
                yield _relation(context, match, others[0], one, year)
                break


def _by_value(mentions: Sequence[Mention]) -> dict[tuple[Fraction, str], list[Mention]]:
    found: dict[tuple[Fraction, str], list[Mention]] = defaultdict(list)
    for one in mentions:
        found[_key(one)].append(one)
        if one.unit is None and one.decimals:  # a cell of a table in 万元
            found[one.value * 10_000, "元"].append(one)
    return found


def _key(one: Mention) -> tuple[Fraction, str]:
    if one.unit is not None and one.unit.is_money:
        return in_ones(one), "元"
    return one.value, str(one.unit)


def _is_long(one: Mention) -> bool:
    return one.unit is not None and not one.is_rate and not one.approximate and significant_digits(one.text) >= _DIGITS


def _quoted(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    return before.count("《") > before.count("》") or before.count("〔") > before.count("〕")


def _sentence(text: str, at: int) -> tuple[int, int]:
    low, high = max(0, at - _FAR), min(len(text), at + _FAR)
    first = max(max(text.rfind(stop, low, at) for stop in "。！？；\n") + 1, low)
    stops = [found for stop in "。！？；\n" if (found := text.find(stop, at, high)) >= 0]
    return first, min(stops, default=high)


def _is_of(context: Context, one: Mention, year: int) -> bool:
    """Whether the words in front, or the head of the table, tell the figure of *year* and of nothing earlier."""
    text = context.document.text
    table = context.table_at(one.start)
    if table is not None:
        head = text[table.start : table.end].partition("\n")[0] + table.caption
        return f"{year}" in head and f"{year - 1}" not in head and not re.search("上年|年初", head + one.subject)
    start, _ = _sentence(text, one.start)
    if _BEFORE.search(text, start, one.start):
        return False
    years = _YEAR.findall(text, start, one.start)
    if not years:  # the clauses before may have told it: 2022年末…，其中…；…
        paragraph = context.paragraph_at(one.start)[0]
        years = _YEAR.findall(text, paragraph, start)
    return bool(years) and set(years) == {str(year)}


def _relation(context: Context, match: re.Match[str], there: Mention, one: Mention, year: int) -> Relation:
    found = match["year"]
    says = (
        f"同一个数 {one.text} 别处说是{year}年的，这里却写作{found}年，像是沿用了{found}年的文本。"
        f"请核对，应为{year}年的改为{year}。"
    )
    figures = (figure("witness", there), piece(context, "stated", *match.span("year")))
    return Relation(
        "year", "error", figures, "同一个数是同一年的", str(year), found, says, f"{found}应为{year}", "high"
    )  # fmt: skip
