"""“由高到低依次为…分别为 a、b、c”, “按不合格率由低到高排列” over a table: the figures run the way that is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import COUNT, MONEY, RATE, SCORE, Passage, Slot, passages
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.verdicts import converted, number, same_kind
from hengji.facts.document import Table
from hengji.facts.relation import Relation

__all__ = ["find_unsorted", "find_unsorted_tables"]

_DOWN = re.compile(r"[从由按](?:[^，。；]{0,6}?)(?:[高大多强优好先]|快)(?:到|至|往)(?:[低小少弱劣差后]|慢)|降序")
_UP = re.compile(r"[从由按](?:[^，。；]{0,6}?)(?:[低小少弱劣差])(?:到|至|往)(?:[高大多强优好])|升序")
_BETWEEN = re.compile(r"^(?:[、，；]|和|与|及|以及|）[、，；])[^，。；：\ue000-\ue005]{0,24}$")
_KINDS = (MONEY, COUNT, RATE, SCORE)
_SAID = re.compile(
    r"按照?(?P<metric>[\u4e00-\u9fff]{2,12}?)的?(?:[由从]?(?P<first>[高大多低小少])(?:到|至|往)(?P<last>[高大多低小少])|(?P<way>[降升])序)"
    r"(?:的?(?:顺序|次序))?(?:依次)?(?:进行)?(?:排列|排序|列示|排名|列表|如下)"
)
_NO_ITEM = re.compile(
    r"合\s*计|总\s*计|小\s*计|平均|其他|其它|其中|全[市县区省镇乡局]|^[（(][一二三四五六七八九十\d]{1,2}[）)]|^[一二三四五六七八九十]{1,2}、"
)
_ABOVE = 160  # characters above a table in which its order is said
_MOST = 60  # characters between the words and the first figure
_LEAST = 3


def find_unsorted(context: Context) -> Iterator[Relation]:
    """Every list that says how it is sorted."""
    for passage in passages(context):
        for pattern, falling in ((_DOWN, True), (_UP, False)):
            for match in pattern.finditer(passage.text):
                listed = _listed(passage, match.end())
                if len(listed) >= _LEAST:
                    yield _relation(listed, falling=falling)


def _listed(passage: Passage, end: int) -> tuple[Slot, ...]:
    """The figures of one kind that follow, joined by commas."""
    slots = [slot for slot in passage.slots if slot.at >= end]
    if not slots or slots[0].kind not in _KINDS or slots[0].at - end > _MOST or "。" in passage.text[end : slots[0].at]:
        return ()
    listed = [slots[0]]
    for slot in slots[1:]:
        if not same_kind(slot, slots[0]) or not _BETWEEN.match(slot.before) or _NO_ITEM.search(slot.before):
            break
        listed.append(slot)
    return tuple(listed)


def _relation(listed: tuple[Slot, ...], *, falling: bool) -> Relation:
    unit = listed[0].mention.unit
    values = [converted(slot.mention, unit) for slot in listed]
    odd = next((later for (earlier, later), (a, b) in zip(pairwise(listed), pairwise(values), strict=True)
                if (b > a if falling else b < a)), None)  # fmt: skip
    way = "由大到小" if falling else "由小到大"
    if odd is None:
        figures = tuple(figure("stated", slot.mention) for slot in listed)
        return Relation("list_order", "ok", figures, way, way, way, "次序与所说一致。")
    before = listed[odd.index - listed[0].index - 1]
    return Relation(
        "list_order",
        "error",
        (figure("before", before.mention), figure("stated", odd.mention)),
        way,
        way,
        number(odd.mention),
        f"文中说{way}排列，{number(before.mention)}之后却是{number(odd.mention)}。请核对名称与数字是否对调，或数字写错。",
        "名称与数字错位，或两数对调",
        "medium",
    )


def find_unsorted_tables(context: Context) -> Iterator[Relation]:
    """Every table that is said to be sorted by one of its columns."""
    for table in context.document.tables:
        match = _said_above(context, table)
        if match is None or (match["first"] and (match["first"] in "高大多") == (match["last"] in "高大多")):
            continue
        falling = match["way"] == "降" or (match["first"] or "") in tuple("高大多")
        for part in parts_of(context, table)[:1]:
            rows = _sorted_rows(part, match["metric"])
            odd = [(a, b) for a, b in pairwise(rows) if (b.value > a.value if falling else b.value < a.value)]
            if len(rows) >= _LEAST and odd:
                yield _of_table(context, match.span(), odd[0], falling=falling)


def _said_above(context: Context, table: Table) -> re.Match[str] | None:
    """What the last two lines in front of a table say of its order, or those of its caption that lie inside of it."""
    text = context.document.text
    above = text[max(0, table.start - _ABOVE) : table.start].rstrip()
    start = table.start - len(text[max(0, table.start - _ABOVE) : table.start])
    begin = above.rfind("\n", 0, max(above.rfind("\n"), 0)) + 1
    return next(_SAID.finditer(text, start + begin, table.start), None)


def _sorted_rows(part: Part, metric: str) -> list[Amount]:
    """The figures of the column that *metric* names, row by row; none where a row is no item or has no figure."""
    heads = {column: re.sub(r"[（(][^（）()]*[）)]", "", part.last_head(column)) for column in part.number_columns}
    columns = [column for column, head in heads.items() if head == metric]
    columns = columns or [column for column, head in heads.items() if head.endswith(metric)]
    found: list[Amount] = []
    for row in part.body if len(columns) == 1 else ():
        label = next((text for column in part.text_columns if (text := part.grid.text(row, column))), "")
        amount = part.grid.amount(row, columns[0])
        if label and not _NO_ITEM.search(label):
            if amount is None:
                return []
            found.append(amount)
    return found


def _of_table(context: Context, said: tuple[int, int], odd: tuple[Amount, Amount], *, falling: bool) -> Relation:
    way = "由大到小" if falling else "由小到大"
    before, after = odd
    words = piece(context, "stated", *said)
    return Relation(
        "list_order",
        "error",
        (before.figure("before"), after.figure("after"), words),
        way,
        way,
        words.text,
        f"表前说“{words.text}”，表中 {before.text} 之后却是 {after.text}。请核对排序的说法或表中的数字。",
        "排序的说法与表不符",
        "medium",
    )
