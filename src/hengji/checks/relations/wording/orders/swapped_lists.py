"""Figures behind 分别为 whose order is not that of the names: 基本支出80万元，项目支出20万元，占比分别为20%和80%.

Shares are held against the amounts they are of, amounts against the rows of a table that bear the names, and
against the share that one of them is said to have (甲、乙分别为 a、b，共 T，其中甲占 p%). Only two figures that hold
the other way round, and not as they stand, are called wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from hengji.checks.context import Context, figure
from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot, passages
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.verdicts import converted, good, interval_of, judged, number
from hengji.facts.document import Cell
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation
from hengji.facts.units import Unit

__all__ = ["swapped_lists"]

_RESPECTIVELY = re.compile(r"(?:分别|依次)[^，。；、\ue000-\ue005]{0,8}$")
_BETWEEN = re.compile(r"^(?:、|，|和|与|及|以及)$")
_ITEM = re.compile(r"、|和|与|以及|及")
_SHARE = re.compile(r"占|比重|比例|占比")
_FIGURE = re.compile("[\ue000-\ue005]")
_WITHIN = re.compile(r"^[^，。；：]{2,12}(?:中|里|内)(?=[^，。；：]{2})")
"""支出预算中基本支出 is 基本支出."""
_TOTAL = re.compile(r"合计|总计|共计|共|总")
_TOTAL_LINE = re.compile(
    r"\n[ \t\u3000|]*(?:合[ \t\u3000]*计|总[ \t\u3000]*计)[ \t\u3000|]+(?P<figures>[\d,.\- \t\u3000|]+)(?=\n|$)"
)
_PAGE, _WIDEST = 6000, 8  # characters below a heading, and figures of a line
_TEN = 10
_KIND_OF = re.compile(
    "(?:对象|(?:人员|人数)?(?:年[末初])?(?:实有|在职|在编|核定)(?:人)?数?|人员|[人户起件次台辆张]数|数量|家庭|总数|数|(?<=[\u4e00-\u9fff]{2})[起件次人户辆台]|[末底]?的?(?:执行|支付)?进度)$"
)
_LINKED = re.compile(
    "(?:对象|人员|人数|户数|数量|家庭|总数|数|[末底](?:的)?(?:实际|实现|完成|执行|支付|进度)?)?(?:为|是|有|共|达到?|：|:)*$"
)
_WHEN_OR_WHERE = re.compile("^(?:全[年市县区镇乡州]|本年度?|当年|年度)(?=[\u4e00-\u9fff]{2})")
_MONTH = re.compile(r"^(\d{1,2}月)[末底]?$")
_DIGITS = 3  # significant digits without which agreement may be chance


def swapped_lists(context: Context) -> Iterator[Relation]:
    """Relations of kind ``list_order``: each list that is surely in the wrong order, and those shown to hold."""
    texts = passages(context)
    for index, passage in enumerate(texts):
        if "分别" not in passage.text and "依次" not in passage.text:
            continue
        for row in _lists(passage):
            found = None
            if row[0].kind == RATE:
                found = (
                    _shares(context, texts, index, row) or _of_counts(passage, row) or _named_elsewhere(context, row)
                )
            else:
                found = _told_shares(passage, row) or _tabled(context, row) or _numbers_of_rows(context, row)
                found = found or _named_elsewhere(context, row)
            if found is not None:
                yield found


def _lists(passage: Passage) -> Iterator[tuple[Slot, ...]]:
    slots, position = passage.slots, 0
    while position < len(slots):
        end = position + 1
        if _RESPECTIVELY.search(slots[position].before):
            while end < len(slots) and _next(slots[end - 1], slots[end]) and _alike(slots[position], slots[end]):
                end += 1
            if end - position > 1:
                yield slots[position:end]
        position = end


def _next(before: Slot, slot: Slot) -> bool:
    """Whether *slot* goes on the list; a comma ends one of 、 (405 起、51 人、367 人，三项均…)."""
    return _BETWEEN.match(slot.before) is not None and not (before.before == "、" and slot.before == "，")


def _alike(first: Slot, slot: Slot) -> bool:
    """12.48万、31.26万和6.35万人次: the unit may stand behind the last figure only."""
    bare = first.mention.unit_text in ("万", "亿")
    return slot.kind == first.kind or (
        bare and slot.kind == COUNT and slot.mention.unit_text[:1] == first.mention.unit_text
    )


def _names(row: Sequence[Slot]) -> list[str]:
    lead = _RESPECTIVELY.sub("", row[0].before)
    lead = re.sub(r"(?:占比|比重|比例|占[^，。；：]{2,14}的比重)$", "", lead)
    names = [core(_WITHIN.sub("", name)) for name in _ITEM.split(re.split("[，。；：]", lead)[-1])]
    return names if len(names) == len(row) == len(set(names)) and all(len(name) > 1 for name in names) else []


# -------------------------------------------------------------------------------------------------- shares of amounts
def _shares(context: Context, texts: Sequence[Passage], index: int, row: Sequence[Slot]) -> Relation | None:
    if not _SHARE.search(row[0].before[-30:]):
        return None
    amounts = [slot.mention for slot in _amounts(texts, index, row)]
    amounts = amounts if len(amounts) == len(row) else _totals_of_columns(context, _names(row))
    if len(amounts) != len(row) or len({one.value for one in amounts}) < len(row):
        return None
    unit = amounts[0].unit
    near = [slot.mention for one in texts[max(0, index - 1) : index + 1] for slot in one.slots]
    near = [one for one in near if one.unit is not None and unit is not None and one.unit.factor_to(unit) is not None]
    parts = [converted(one, unit) for one in amounts]
    rates = sum((slot.mention.value for slot in row), Fraction(0))
    wholes = [sum(parts, Fraction(0))] if abs(rates - 1) * 1000 <= len(row) else []
    wholes += [converted(one, unit) for one in near if one not in amounts]
    for whole in wholes:
        if whole >= max(parts) > 0:
            found = _order(row, [part / whole for part in parts], amounts)
            if found is not None:
                return found
    return None


def _amounts(texts: Sequence[Passage], index: int, row: Sequence[Slot]) -> list[Slot]:
    """The amounts that bear the names; where the list has no names of its own, the ones right in front of it."""
    passage, names = texts[index], _names(row)
    before = [slot for slot in passage.slots if slot.index < row[0].index and slot.kind in (MONEY, COUNT)]
    if names:
        earlier = [
            slot for one in texts[max(0, index - 8) : index] for slot in one.slots if slot.kind in (MONEY, COUNT)
        ]
        found = [
            [slot for slot in (*earlier, *before) if core(_WITHIN.sub("", label_of(slot))) == name][-1:]
            for name in names
        ]
        return [slot for one in found for slot in one]
    last = before[-len(row) :]
    joined = all(a.kind == b.kind and b.index == a.index + 1 for a, b in pairwise(last))
    behind = last and last[-1].index == row[0].index - 1
    return last if joined and behind and all(label_of(slot) for slot in last) else []


def _order(row: Sequence[Slot], meant: Sequence[Fraction], amounts: Sequence[Mention]) -> Relation | None:
    """The relation where the rates are *meant* in their order, or in another one; None where they are neither."""
    fits = [[good(judged(value, None, slot.mention)) for slot in row] for value in meant]
    if all(fits[at][at] for at in range(len(row))):
        return _relation(row, amounts, range(len(row)), holds=True)
    for a, b in combinations(range(len(row)), 2):
        rest = all(fits[at][at] for at in range(len(row)) if at not in (a, b))
        if rest and fits[a][b] and fits[b][a] and not fits[a][a] and not fits[b][b]:
            return _relation(row, amounts, (a, b), holds=False)
    return None


# -------------------------------------------------------------------------------------------------- amounts and shares
def _told_shares(passage: Passage, row: Sequence[Slot]) -> Relation | None:
    """甲、乙、丙分别为 a、b、c，总计 T，其中甲占 p%: the figure that makes p of T is another one's."""
    names = _names(row)
    if not names:
        return None
    unit = row[-1].mention.unit
    values = [_scaled(slot, unit) for slot in row]
    later = [slot for slot in passage.slots if slot.index > row[-1].index]
    wholes = [sum(values, Fraction(0))] + [_scaled(slot, unit) for slot in later if _TOTAL.search(slot.before)]
    for slot in later:
        clause = core(_FIGURE.sub("", re.split("[，。；]", passage.text[: slot.at])[-1]))
        told = [at for at, name in enumerate(names) if name in clause]
        if slot.kind != RATE or "占" not in slot.before or len(told) != 1 or slot.mention.decimals == 0:
            continue
        exact = slot.mention.decimals > 1
        rows = [
            [whole > 0 and good(judged(value / whole, None, slot.mention)) for value in values]
            for whole in (wholes if exact else wholes[:1])
        ]
        if any(fits[told[0]] for fits in rows):
            continue
        for fits in rows:
            if fits.count(True) == 1:
                return _relation(row, [slot.mention], sorted((told[0], fits.index(True))), holds=False)
    return None


def _scaled(slot: Slot, unit: Unit | None) -> Fraction:
    mention = slot.mention
    like = slot.kind == COUNT or mention.unit_text not in ("万", "亿")
    return converted(mention, unit) if like else mention.value


# --------------------------------------------------------------------------------------------------- amounts and tables
def _tabled(context: Context, row: Sequence[Slot]) -> Relation | None:
    """人员经费、公用经费分别为 b、a, where a stands in the row of 人员经费 and b in that of 公用经费."""
    names = _names(row)
    if not names or any(len(slot.mention.text.replace(",", "").replace(".", "").strip("0")) < _DIGITS for slot in row):
        return None
    totals = _totals_of_columns(context, names)
    rows = [[*_of_rows(context, name), *totals[at : at + 1]] for at, name in enumerate(names)]
    if not all(rows):
        return None
    fits = [[_told_by(slot.mention, cells) for slot in row] for cells in rows]
    return _exchanged(row, fits, range(len(row)))


def _named_elsewhere(context: Context, row: Sequence[Slot]) -> Relation | None:
    """城市低保、农村低保对象分别为 b、a, where another place, or a cell, says 城市低保 a、农村低保 b."""
    names = [_WHEN_OR_WHERE.sub("", _KIND_OF.sub("", name)) for name in _names(row)]
    names = [_MONTH.sub(r"\1", name) for name in names]
    long = [at for at, slot in enumerate(row) if len(slot.mention.text.replace(",", "")) >= _DIGITS]
    if not names or len(long) < len(row[:2]):
        return None
    told = context.once(_named_elsewhere, lambda: _by_value(context))
    rows = [[_behind_name(context, told, slot, name) for slot in row] for name in names]
    return _exchanged(row, rows, long)


def _by_value(context: Context) -> Mapping[tuple[Fraction, bool], Sequence[Mention]]:
    """By value, whatever is counted: 起数、人数分别为 405 起、367 人 has each figure with the unit of its place."""
    found: dict[tuple[Fraction, bool], list[Mention]] = defaultdict(list)
    for mention in context.mentions:
        found[mention.value, mention.is_rate].append(mention)
    return found


def _behind_name(
    context: Context, told: Mapping[tuple[Fraction, bool], Sequence[Mention]], slot: Slot, name: str
) -> Mention | None:
    """The figure of *slot* where it stands right behind *name* elsewhere."""
    text = context.document.text
    for other in told.get((slot.mention.value, slot.mention.is_rate), ())[:_WIDEST]:
        before = tight(text[max(0, other.start - 2 * _WIDEST) : other.start])
        if other.start != slot.mention.start and _LINKED.sub("", before).endswith(name):
            return other
    return None


def _told_by(said: Mention, cells: Sequence[Mention]) -> Mention | None:
    """The figure that is *said*, or one of two that differ by it: 甲县、乙县分别欠 a、b beside 应拨 and 实拨."""
    same = next((one for one in cells if _is_same(said, one)), None)
    if same is not None or said.unit is None or len(cells) > _WIDEST:
        return same
    pairs = combinations(cells, 2)
    return next((a for a, b in pairs if abs(converted(a, said.unit) - converted(b, said.unit)) == said.value), None)


def _of_counts(passage: Passage, row: Sequence[Slot]) -> Relation | None:
    """企业 146 份、满意 139 份，消费者 241 份、满意 221 份，满意率分别为 q 和 p: two numbers for each rate."""
    before = passage.slots[: row[0].index][-2 * len(row) :]
    paired = len(before) == 2 * len(row) and all(slot.kind == COUNT for slot in before)
    pairs = list(zip(before[::2], before[1::2], strict=True)) if paired else []
    if not pairs or any(
        a.mention.unit != b.mention.unit or not a.mention.value >= b.mention.value > 0 for a, b in pairs
    ):
        return None
    return _order(row, [b.mention.value / a.mention.value for a, b in pairs], [b.mention for _, b in pairs])


def _numbers_of_rows(context: Context, row: Sequence[Slot]) -> Relation | None:
    """行政、事业、编外分别为 31 名、68 名、43 名, where the table's rows of those names say it the other way round."""
    names = [_KIND_OF.sub("", _WHEN_OR_WHERE.sub("", name)) for name in _names(row)]
    if row[0].kind != COUNT or not names:
        return None
    rows = context.once(_of_rows, lambda: _rows_by_name(context))
    told = [[one for cells in rows.get(name, ()) for cell in cells for one in context.in_cell(cell)] for name in names]
    fits = [[next((one for one in cells if one.value == slot.mention.value), None) for slot in row] for cells in told]
    return _exchanged(row, fits, [at for at, slot in enumerate(row) if slot.mention.value >= _TEN])


def _exchanged(row: Sequence[Slot], fits: Sequence[Sequence[Mention | None]], places: Sequence[int]) -> Relation | None:
    """The first two of *places* whose figures belong to one another's name. *fits*: by name and by figure, what tells
    elsewhere that the figure is of the name."""
    for a, b in combinations(places, 2):
        one, other = fits[a][b], fits[b][a]
        if one is not None and other is not None and fits[a][a] is None and fits[b][b] is None:
            return _relation(row, [one, other], (a, b), holds=False)
    return None


def _of_rows(context: Context, name: str) -> list[Mention]:
    """The figures of the rows that bear *name*."""
    rows = context.once(_of_rows, lambda: _rows_by_name(context))
    figures = (one for cells in rows.get(name, ()) for cell in cells for one in context.in_cell(cell))
    return [one for one in figures if one.unit is not None and one.unit.is_money]


def _rows_by_name(context: Context) -> Mapping[str, Sequence[Sequence[Cell]]]:
    """The rows of all tables by what their cells say, made once: lists behind 分别 are many, and so are tables."""
    found: dict[str, list[list[Cell]]] = defaultdict(list)
    for table in context.document.tables:
        rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in table.cells:
            rows[cell.row].append(cell)
        for cells in rows.values():
            for name in {core(tight(cell.text)) for cell in cells if cell.text}:
                found[name].append(cells)
    return found


def _totals_of_columns(context: Context, names: Sequence[str]) -> list[Mention]:
    """The figures of the line 合计 under columns that bear the names side by side: 合计 基本支出 项目支出."""
    if not names:
        return []
    text = context.document.text
    head = re.compile(r"[ \t\u3000|]+".join(map(re.escape, names)) + r"(?P<more>[^\n]*)")
    for match in head.finditer(text):
        behind = len(re.findall(r"[^ \t\u3000|]+", match["more"]))
        total = _TOTAL_LINE.search(text, match.end(), match.end() + _PAGE)
        figures = context.within(total.span("figures")) if total is not None else ()
        first = len(figures) - behind - len(names)
        if first >= 0 and len(figures) <= _WIDEST:
            return list(figures[first : first + len(names)])
    return []


def _is_same(said: Mention, cell: Mention) -> bool:
    if said.unit is None or not said.unit.is_money:
        return False
    return interval_of(said, said.unit).meets(interval_of(cell, said.unit))


def _relation(
    row: Sequence[Slot], witnesses: Sequence[Mention], places: Sequence[int] | range, *, holds: bool
) -> Relation:
    listed = [row[at].mention for at in places]
    figures = (*(figure("witness", one) for one in witnesses), *(figure("stated", one) for one in listed))
    shown = "、".join(number(one) for one in listed)
    right = shown if holds else "、".join(number(one) for one in reversed(listed))
    message = "“分别”后的数与名称次序相符。" if holds else f"“分别”后的 {shown} 次序颠倒，按相关数字应为 {right}。"
    return Relation(
        "list_order", "ok" if holds else "error", figures, "数的次序 = 名称的次序", right, shown, message,
        "" if holds else "两数对调，或名称次序颠倒。", "medium" if holds else "high",
    )  # fmt: skip
