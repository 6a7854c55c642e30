"""A table under last year's year whose amounts the text tells of this year: 2018年……全年支出19876.42万元, and
2017年度收支情况表 with the same 19876.42 below it.

A caption of another year is odd only among its fellows; alone it is convicted by what the table holds. Two long amounts
of the table must stand in the text under the paper's own year, and none under the caption's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.amounts import significant
from hengji.checks.relations.wording.years.left_years import REVIEWS, left_standing
from hengji.facts.document import Table
from hengji.facts.relation import Relation

__all__ = ["find_captions_and_totals"]

_CAPTION: Final = re.compile(
    r"^[ \t\u3000]*(?:[附图]?表\s*[\d一二三四五六七八九十]*[:：.、]?\s*)?[^，。；\n\d]{0,20}?(?P<year>20\d\d)\s*年度?"
    r"[^，。；\n\d]{2,30}?(?:表|情况|明细)\s*(?:[（(][^（）()\n]{1,16}[）)])?[：:]?[ \t\u3000]*$",
    re.MULTILINE,
)
_YEAR: Final = re.compile(r"(?P<led>[比较同与及和至到—-]|相?比于?)?\s*(?P<year>20\d\d)\s*年")
_PAST: Final = re.compile("上年|去年|结转|同期|上一年")
_ABOVE: Final = 60  # characters between a caption and its table: a line for the unit
_LONG: Final = 5
_FEWEST: Final = 2


def find_captions_and_totals(context: Context, year: int) -> Iterator[Relation]:
    """Errors of kind ``year``: captions of the year before, each right above a table of this year's amounts."""
    text = context.document.text
    if context.facts.kind not in REVIEWS or not re.search(rf"{year - 1}\s*年", text):
        return
    for table in context.document.tables:
        above = list(_CAPTION.finditer(text, max(0, table.start - 2 * _ABOVE), table.start))
        if not above or table.start - above[-1].end() > _ABOVE or int(above[-1]["year"]) != year - 1:
            continue
        said = text[above[-1].start() : table.start]
        headed = any(re.search(r"20\d\d|上年|去年", cell.text) for cell in table.cells if cell.row < table.header_rows)
        if headed or _PAST.search(said):
            continue
        told = _years_told(context, table)
        if sum(each == {year} for each in told) >= _FEWEST and not any(year - 1 in each for each in told):
            yield left_standing(context, above[-1].span("year"), year, "表名", "error")


def _years_told(context: Context, table: Table) -> list[set[int]]:
    """For each long amount of *table*: under which years the text tells it."""
    text = context.document.text
    held = {
        mention.value
        for mention in context.within((table.start, table.end))
        if not mention.is_rate and significant(mention.value) >= _LONG
    }
    told: dict[Fraction, set[int]] = {}
    for mention in context.mentions if held else ():
        if mention.value in held and not mention.is_rate and context.table_at(mention.start) is None:
            year = _year_of(text[context.paragraph_at(mention.start)[0] : mention.start])
            if year:
                told.setdefault(mention.value, set()).add(year)
    return list(told.values())


def _year_of(before: str) -> int:
    """The year of a figure that stands behind *before*; one that is compared with has its own figure alone."""
    named = list(_YEAR.finditer(before))
    if named and named[-1]["led"] and re.search(r"\d", before[named[-1].end() :]):
        named = [one for one in named if not one["led"]]
    return int(named[-1]["year"]) if named else 0
