"""A limit for each one that all are said to keep, against the column of the table beside it: 每公里造价不得超过92万元,
the row of 93.00 under 每公里造价, and 经计算，5条路均在限额以内.

The limit stands right above the table or right below it, the claim as well. The column is the one that is called as the
limit is; where there is none, and the limit is one for each kilometre, what the one column of kilometres gives with the
one of amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span, figure
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.verdicts import converted, family, number
from hengji.facts.document import Table
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["caps_over_columns"]

_MOST: Final = (
    r"不(?:得|能|应|可|允许|准)?(?:超过|高于|突破|多于|大于)|最高(?:不超过|限价|限额)?|上限|限额|限价|控制价|控制在"
)
_LEAST: Final = r"不(?:得|能|应|可)?(?:低于|少于|小于)|最低|至少"
_CAP: Final = re.compile(
    rf"(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))(?:标准)?(?:为|是|：)?\s?(?P<n>\d[\d,]{{0,12}}(?:\.\d{{1,4}})?)"
)
_ALL: Final = re.compile("均|都|全部|无一|没有一")
_KEPT: Final = re.compile(
    r"(?:(?:没有|未|不)(?:发现)?(?:突破|超过|超出|高于|超标|超限|超)|无一[^，。；\n]{0,6}(?:超|突破)|没有一[^，。；\n]{0,6}(?:超|突破)"
    r"|在[^，。；\n]{0,10}(?:以内|之内|范围内|限度内|标准内)|符合[^，。；\n]{0,10}(?:规定|要求|标准|限额))"
)
_REACHED: Final = re.compile(
    r"(?:(?:没有|未|不)低于|达到[^，。；\n]{0,10}(?:以上|要求|标准|规定)|达标(?!率)"
    r"|在[^，。；\n]{0,10}(?:以上|范围内)|符合[^，。；\n]{0,10}(?:规定|要求|标准))"
)
_DENIED: Final = re.compile("除|但|个别|其中|调整|批准|例外|部分|整改|上年|去年|未能")
_IN_ALL: Final = re.compile("累计|平均|合计|总额|总计")
_TOTAL: Final = re.compile(r"合\s?计|总\s?计|小\s?计|平\s?均|上\s?年|限|标准|目标|计划")
_OTHER_COLUMN: Final = re.compile("标准|限|目标|计划|预算|上年|去年|备注|应")
_ABOVE, _BELOW = 160, 240  # characters that belong to a table
_PRICE: Final = re.compile("单[台件套个]|每[台件套个辆张]")
_EACH: Final = re.compile("每(?P<one>公里|亩|户|人|平方米|座|吨|株|人次)")
_FEWEST: Final = 2  # rows
_BLURRED: Final = re.compile("约|余|近|左右|[几多]")


_Row = tuple[Fraction, tuple[Mention, ...]]
"""What a row has, and the figures that say so."""


@dataclass(frozen=True, slots=True)
class _Cap:
    name: str
    figure: Mention
    at_most: bool


def caps_over_columns(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``policy`` and ``target``, errors all, one for each limit and claim."""
    for table in context.document.tables:
        above, below = _paragraphs(context.document.text, table)
        for span in (above, below):
            sentence = _claim(context.document.text, span)
            if sentence is None:
                continue
            caps = [one for each in (above, below) for one in _caps(context, each, sentence[0])]
            yield from _judged(context, table, caps, sentence)


def _paragraphs(text: str, table: Table) -> tuple[Span, Span]:
    """The paragraph that leads to the table and the one that follows it."""
    low, high = max(0, table.start - _ABOVE), min(len(text), table.end + _BELOW)
    above = text[low : table.start]
    start = low + max(above.rstrip().rfind("\n"), above.rfind("。\n", 0, max(0, above.rstrip().rfind("\n")))) + 1
    first = re.compile(r"\s*[^\n]*").match(text, table.end, high)
    return (start, table.start), (table.end, first.end() if first else high)


def _claim(text: str, span: Span) -> tuple[int, int, re.Match[str]] | None:
    """The clause that says that all of them keep to something, and what it says."""
    for clause in re.compile(r"[^，。；\n]+").finditer(text, *span):
        if (
            _ALL.search(clause[0]) is None
            or _IN_ALL.search(clause[0])
            or _DENIED.search(text, *_sentence(text, clause.span()))
        ):
            continue
        said = _KEPT.search(text, *clause.span()) or _REACHED.search(text, *clause.span())
        if said is not None:
            return clause.start(), clause.end(), said
    return None


def _sentence(text: str, span: Span) -> Span:
    start = max(text.rfind(mark, 0, span[0]) for mark in "。\n") + 1
    return start, min((at for mark in "。\n" if (at := text.find(mark, span[1])) >= 0), default=len(text))


def _caps(context: Context, span: Span, before: int) -> Iterator[_Cap]:
    text = context.document.text
    name = ""
    for match in _CAP.finditer(text, span[0], min(span[1], before) if span[0] < before else span[0]):
        start = max(text.rfind(mark, span[0], match.start()) for mark in "，。；：、\n") + 1
        name = text[max(start, span[0]) : match.start()] or name
        found = context.within(match.span("n"))
        if found and not _BLURRED.search(found[0].approximate):
            yield _Cap(name, found[0], match["most"] is not None)


def _judged(
    context: Context, table: Table, caps: Sequence[_Cap], claim: tuple[int, int, re.Match[str]]
) -> Iterator[Relation]:
    said = context.document.text[claim[0] : claim[1]]
    named = [one for one in caps if pairs_of(one.name) & pairs_of(said)] or (caps if len(caps) == 1 else [])
    for cap in named or _both_ends(caps):
        pattern = _KEPT if cap.at_most else _REACHED
        if not pattern.search(said):
            continue
        column = _column(context, table, cap)
        rows: list[_Row] = [(converted(one, cap.figure.unit), (one,)) for one in column]
        rows = rows or list(_divided(context, table, cap))
        over = [one for one in rows if (one[0] > cap.figure.value if cap.at_most else one[0] < cap.figure.value)]
        if over and len(rows) >= _FEWEST and len(over) < len(rows):
            yield _relation(context, cap, over[0], claim[2].span())


def _divided(context: Context, table: Table, cap: _Cap) -> Iterator[_Row]:
    """What each kilometre costs in every row, from the only column of amounts and the only one of kilometres."""
    each = _EACH.search(cap.name)
    parts = parts_of(context, table)
    if each is None or len(parts) != 1 or family(cap.figure.unit) != "金额":
        return
    by_column = [_cells(context, parts[0], column) for column in range(len(parts[0].heads))]
    money = [cells for cells in by_column if cells and all(family(one.unit) == "金额" for one in cells)]
    counts = [cells for cells in by_column if cells and {str(one.unit) for one in cells} == {each["one"]}]
    if len(money) != 1 or len(counts) != 1 or len(money[0]) != len(counts[0]):
        return
    for amount, many in zip(money[0], counts[0], strict=True):
        if many.value > 0:
            counted = many.value + (many.step if cap.at_most else -many.step) / 2  # in favour of the claim
            yield converted(amount, cap.figure.unit) / max(counted, many.step), (amount, many)


def _both_ends(caps: Sequence[_Cap]) -> Sequence[_Cap]:
    """不低于10万元、不高于20万元: two limits of one name."""
    alike = (
        len(caps) == _FEWEST and caps[0].at_most != caps[1].at_most and pairs_of(caps[1].name) <= pairs_of(caps[0].name)
    )
    return caps if alike else ()


def _column(context: Context, table: Table, cap: _Cap) -> list[Mention]:
    """The figures of the one column that is called as the limit is, without totals."""
    found: list[tuple[int, list[Mention]]] = []
    for part in parts_of(context, table):
        for column, head in enumerate(part.heads):
            shared = len(pairs_of(cap.name) & pairs_of(head))
            shared += _FEWEST if "单价" in head and _PRICE.search(cap.name) else 0
            cells = _cells(context, part, column) if shared and not _OTHER_COLUMN.search(head) else []
            if cells and all(family(one.unit) == family(cap.figure.unit) for one in cells):
                found.append((shared, cells))
    best = max((shared for shared, _ in found), default=0)
    columns = [cells for shared, cells in found if shared == best]
    return columns[0] if len(columns) == 1 else []


def _cells(context: Context, part: Part, column: int) -> list[Mention]:
    """One figure from each row that is no total; none where a cell holds several or is blurred."""
    found: list[Mention] = []
    for row in part.body:
        cell = part.grid.cells[row][column]
        if cell is None or not cell.text.strip() or _TOTAL.search("".join(part.grid.words(row)[:2])):
            continue
        figures = context.within((cell.start, cell.end))
        if len(figures) > 1 or any(one.approximate for one in figures):
            return []
        found += figures
    return found


def _relation(context: Context, cap: _Cap, over: _Row, said: Span) -> Relation:
    limit, claim = number(cap.figure), context.document.text[slice(*said)]
    way, sign = ("不超过", "≤") if cap.at_most else ("不低于", "≥")
    real = " ÷ ".join(number(one) for one in over[1])
    figures = (
        figure("budget" if cap.at_most else "target", cap.figure),
        *(figure("actual", one) for one in over[1]),
        piece(context, "stated", *said),
    )
    message = f"规定每一项{way} {limit}，表中有一项为 {real}，文中却说“{claim}”。请核对数字，或改正说法。"
    return Relation(
        "policy" if cap.at_most else "target", "error", figures, f"{real} {sign} {limit}", f"{sign} {limit}",
        real, message, "数字误写，或说法有误。", "high",
    )  # fmt: skip
