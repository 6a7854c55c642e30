"""Figures of the text against the table that holds them: one name, column and year, one value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.heading_above import heading_above
from hengji.checks.relations.naming import core, label_of, pairs_of
from hengji.checks.relations.narrative.repeats.units_of_tables import Pair, units_of_tables
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken, shape
from hengji.checks.relations.tables.quantities import Quantity, by_name, quantities, scope_in
from hengji.checks.relations.tables.quantity_names import ALL, COLUMN, column_kind, quantity_name, whole_name
from hengji.checks.relations.unit_slips import off_by_unit
from hengji.checks.relations.verdicts import converted, family, interval_of, number, relation
from hengji.checks.relations.wording.units.table_units import wrong_heads
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["text_against_tables"]

_LEAF: Final = re.compile(
    r"(?P<leaf>[^（）“”，。；：、/\-\ue000-\ue005]{2,30})（[类款项]）[”\"]?"
    r"(?:科目|支出|预算|决算|年初|安排|拨款|财政|数|为|是|：|，)*$"
)
_PATH: Final = re.compile(r"[-—](?P<leaf>[^-—“”，。；：、\ue000-\ue005]{2,30})[”\"]科目(?:支出|预算|决算|数|为|是)*$")
_INNER: Final = re.compile(r"^(?:一般公共预算|财政拨款|政府性基金(?:预算)?)(?:财政拨款)?(基本|项目)(?:支出)?$")
_SUM_COLUMN: Final = re.compile(r"^(?:.*/)?(?:本年)?(?:收入|支出)?(?:合计|总计|小计|金额)(?:数)?$")
_USUAL: Final = dict.fromkeys(("final_account", "self_evaluation", "evaluation", "verification"), ("outturn",)) | {
    "budget": ("budget", "initial")
}
_LIKE: Final = {"budget": ("budget", "initial", "adjusted")}
_SPENT: Final = re.compile("(?:支出|开支|列支)(?:了|为|是|共计?|：)*$")
_WIDER: Final = {"财政拨款": ("一般公共预算",), "一般公共预算": ("财政拨款",)}
"""Budgets of most papers that have no other, so that a table of one is a table of the other."""
_PERIOD: Final = re.compile(r"(?<!1)[1-9]月|1[01]月|上半年|下半年|季度")
_THING: Final = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,6})[（(](?:个|处|家|项|座|条)[)）]$")
_OF_ALL_THINGS: Final = frozenset("个 处 家 项 座 条".split())  # noqa: SIM905
_SHORTEST: Final = 3  # letters of a name that means one thing
_AROUND: Final = 2  # letters in front of a row's name that hardly make it another
_AROUND_STEPS: Final = 3  # of the last digit; two figures that round to one another are nearer
_FEWEST: Final = 4  # digits that do not differ in one by chance where the key fits one cell
_LISTED: Final = 8  # figures of a list, before and behind
_SEVERAL: Final = 5  # and where it fits several


def text_against_tables(context: Context, texts: list[Passage]) -> Iterator[Relation]:
    """Every figure of the text whose name is a row's, or a column's in the row of totals."""
    if not quantities(context):
        return
    off: list[Pair] = []
    agreeing: set[int] = set()
    for passage in texts:
        if context.table_at(passage.slots[0].mention.start) is None:
            yield from _of_passage(context, passage, off, agreeing)
    yield from units_of_tables(off, frozenset(agreeing))


def _of_passage(context: Context, passage: Passage, off: list[Pair], agreeing: set[int]) -> Iterator[Relation]:
    """*off* and *agreeing* gather what the text says of the tables' units."""
    cells = by_name(context)
    changed = changed_slots(passage)
    months = _PERIOD.search(passage.text)
    name = ""
    for slot in passage.slots:
        name = _item_of(slot) or _own(label_of(slot)) or _named_before(slot.before) or name
        usable = slot.kind in (MONEY, COUNT) and slot.index not in changed and not slot.mention.approximate
        found = _same(context, cells, name, slot) if usable and len(name) >= _SHORTEST else []
        equal = next((cell for cell in found if _equal(slot.mention, cell.mention)), None)
        if equal is not None:
            agreeing.add(equal.table)
            yield _agreeing(name, slot, equal)
            continue
        slipped = [(cell, one) for cell in found if (one := _of_unit(name, slot.mention, cell.mention))]
        if slipped and _has_wrong_head(context, slipped[0][0].mention.start):
            continue
        off += [(cell, slot.mention) for cell, _ in slipped] or [
            (cell, slot.mention) for cell in found if _of_few_digits(slot.mention, cell.mention)
        ]
        if slipped:
            yield slipped[0][1]
        elif any(_counts_another(passage, slot, cell) for cell in found):
            continue
        elif found and (months is None or slot.at < months.start()) and not _adds_up(passage, slot):
            yield from _unequal(context, name, slot, _of_column(context, slot, found))


def _counts_another(passage: Passage, slot: Slot, cell: Quantity) -> bool:
    """行政村（个） over the cell, in the text 抽查10个点位，甲镇3个: a unit of all things says not what is counted."""
    thing = _THING.search(cell.head) if slot.kind == COUNT and str(slot.mention.unit) in _OF_ALL_THINGS else None
    return thing is not None and not pairs_of(thing["what"]) & pairs_of(passage.text)


def _has_wrong_head(context: Context, start: int) -> bool:
    """Whether the unit at the head of the table is what is wrong, and told once for all its rows."""
    return any(region[0] <= start < region[1] for _, region, _ in wrong_heads(context))


def _adds_up(passage: Passage, slot: Slot) -> bool:
    """Whether the figure is one of those that make up a total before them: it is right where it stands, and the table
    of something else."""
    slots = passage.slots[max(0, slot.index - _LISTED) : slot.index + _LISTED]
    for at, whole in enumerate(slots):
        rest = whole.mention.value
        for other in slots[at + 1 :]:
            if other.mention.unit != whole.mention.unit:
                break
            rest -= other.mention.value
            if rest <= 0:
                break
        else:
            continue
        if rest == 0 and whole.index < slot.index <= other.index and other.index - whole.index > 1:
            return True
    return False


def _own(label: str) -> str:
    """The words of the label, where they name something; all income and all spending have names of their own."""
    if whole := whole_name(label):
        return whole
    return COLUMN.sub("", core(label)) if quantity_name(label) else ""


def _item_of(slot: Slot) -> str:
    """The last level of …（类）…（款）行政运行（项）, in front of the figure or as the heading above it."""
    leaf = _LEAF.search(slot.before) or _PATH.search(slot.before)
    if leaf is not None:
        return core(leaf["leaf"])
    heading, bar, _ = slot.mention.subject.partition("|")
    return core(heading.rpartition("/")[2]) if bar and "/" in heading and not slot.index else ""


def _named_before(before: str) -> str:
    """最高的是河东区，为 198 万元: the name at the end of the clause before a bare 为."""
    found = re.search(r"是([\u4e00-\u9fff]{2,12})，(?:为|达|达到)$", before)
    return found[1] if found else ""


def _same(context: Context, cells: dict[str, list[Quantity]], name: str, slot: Slot) -> list[Quantity]:
    """The cells of that name, kind of unit, year and scope."""
    key = name if name.startswith(ALL) else quantity_name(name)
    if inner := _INNER.match(key):
        key = f"{inner[1]}支出"
    tails = (key[start:] for start in range(1, len(key) - _SHORTEST + 1))
    hits = next((cells[one] for one in (key, *tails) if one in cells), [])
    if not hits:
        return []
    kind, scope = family(slot.mention.unit), scope_in(slot.before)
    years = ("", slot.mention.period or str(context.facts.year or ""))
    return [
        cell
        for cell in hits
        if family(cell.mention.unit) == kind
        and cell.mention.period in years
        and (not scope or not cell.scope or scope == cell.scope)
    ]


def _agreeing(name: str, slot: Slot, cell: Quantity) -> Relation:
    roles = [("table", cell.mention), ("stated", slot.mention)]
    return relation("repeat", "ok", roles, f"{name}：文与表相等", number(cell.mention), "文字与表格一致。")


def _of_column(context: Context, slot: Slot, found: list[Quantity]) -> list[Quantity]:
    """The cells of the column that the words mean; where they name none, of the one that such a paper speaks of."""
    whole = [cell for cell in found if not cell.part] or found
    kind = column_kind(_clause(slot))
    usual = _USUAL.get(context.facts.kind, ())
    if kind:
        wanted = (*_LIKE.get(kind, (kind,)), *([""] if kind in usual else []))
        return [cell for cell in whole if cell.kind in wanted]
    if not usual and _SPENT.search(slot.before):
        usual = ("outturn",)
    there = [cell for cell in whole if cell.kind in usual] or [cell for cell in whole if _SUM_COLUMN.match(cell.head)]
    return there or (whole if len({cell.mention.value for cell in whole}) == 1 else [])


def _clause(slot: Slot) -> str:
    return slot.before.rpartition("，")[2] or slot.before


def _of_unit(name: str, text: Mention, cell: Mention) -> Relation | None:
    formula = f"{name}：文与表相等"
    return off_by_unit(cell, text, formula) or off_by_unit(text, cell, formula)


def _of_few_digits(text: Mention, cell: Mention) -> bool:
    """9.60万元 and 9.60 in a table of 元: as written the same, which of many rows together cannot be chance."""
    units = {str(text.unit), str(cell.unit)}
    return units == {"元", "万元"} and text.decimals == cell.decimals > 0 and text.value == cell.value


def _equal(text: Mention, cell: Mention) -> bool:
    """Equal, or the same amount in a coarser unit, or with fewer decimals: rounded or cut off."""
    if cell.unit == text.unit and cell.decimals <= text.decimals:
        return cell.value == text.value
    value = converted(cell, text.unit)
    near = abs(value - text.value) < _AROUND_STEPS * text.step  # by far the most cells are not, and end here
    return near and (value == text.value or _meets(text, cell))


def _meets(text: Mention, cell: Mention) -> bool:
    coarser = interval_of(cell, text.unit)
    return coarser.high - coarser.low < text.step and interval_of(text, text.unit).meets(coarser)


def _unequal(context: Context, name: str, slot: Slot, cells: Sequence[Quantity]) -> Iterator[Relation]:
    """An error where exactly one cell is one slip away and nothing else in the tables is the figure told."""
    if not cells:
        return
    stated = slot.mention
    near = {right: cell for cell in cells if (right := _slipped(stated, cell.mention))}
    digits = sum(letter.isdigit() for letter in stated.text)
    alone = len({converted(cell.mention, stated.unit) for cell in cells}) == 1
    sure = len(near) == 1 and digits >= (_FEWEST if alone else _SEVERAL)
    sure = sure and not _stands_elsewhere(context, stated)
    scoped = bool(cells[-1].scope) and not scope_in(slot.before)
    above = scope_in(heading_above(context, stated.start))
    sure = sure and (not above or any(cell.scope in (above, *_WIDER.get(above, ())) for cell in cells))
    told = (alone or column_kind(_clause(slot))) and not scoped
    if not near and (not told or len(quantity_name(name)) - len(cells[0].name) > _AROUND):
        return  # 小学设备购置费 is perhaps a part of 设备购置费, and a table of one budget not all that was spent
    cell = next(iter(near.values()), cells[-1])
    right = next(iter(near), as_written(converted(cell.mention, stated.unit), stated))
    slip = shape(as_written(stated.value, stated), right) if near else ""
    verdict: Verdict = "error" if sure else "suspicious"
    message = f"“{name.replace(f'{ALL}总', '总')}”在表中为 {number(cell.mention)}，文字为 {number(stated)}。"
    likely = mistaken(number(stated), right, slip) or "文与表口径可能不同，请核对。"
    roles = [("table", cell.mention), ("stated", stated)]
    yield relation("repeat", verdict, roles, f"{name}：文与表相等", right, message, likely)


def _slipped(stated: Mention, cell: Mention) -> str:
    """What the text should say, where one slip leads from there to what it says."""
    value = converted(cell, stated.unit)
    written = as_written(stated.value, stated)
    rounded = as_written(value, stated)
    if rounded != written and shape(written, rounded):
        return rounded
    if cell.unit == stated.unit and cell.decimals <= stated.decimals:
        return ""  # nothing was cut off
    cut = as_written(value - value % stated.step, stated)
    return cut if cut not in (written, rounded) and shape(written, cut) else ""


def _stands_elsewhere(context: Context, stated: Mention) -> bool:
    """Whether some other cell of the document holds the figure: another scope is told, as it seems."""
    values = context.once(
        (_stands_elsewhere,),
        lambda: frozenset((one.value, one.unit) for one in context.mentions if context.in_table(one)),
    )
    scales = (Fraction(1), Fraction(10_000))
    units = {one.mention.unit for one in quantities(context)[:1]} | {stated.unit}
    return any((stated.value * scale, unit) in values for scale in scales for unit in units)
