"""A row of a table told in words: 溪口区拨付 480.00 万元, where 480.00 is what was planned and 472.50 what was paid.

The words behind the row's name say which column is meant. The figure is wrong where it stands in the same row under
another column's name, or under the same name in another row: such a figure was taken from the wrong place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.passages import COUNT, MONEY, RATE, SCORE, Passage, Slot
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.named_rows import NamedCell, NamedRow, named_rows, names_in, spelled
from hengji.checks.relations.verdicts import converted, family, interval_of, number, relation
from hengji.facts.mention import Mention
from hengji.facts.numbers import percent
from hengji.facts.relation import Relation

__all__ = ["ALIKE", "ROLE", "Told", "equals", "last_head", "meant_cells", "rows_told", "told_rows"]

_ROLES: Final = (
    "年初预算", "全年预算", "调整预算", "预算", "计划", "安排", "下达", "到位", "拨付", "支出", "支付", "执行", "决算",
    "完成", "实际", "结余", "结转", "目标", "数量", "面积", "投资", "投入", "金额", "采购", "购置", "发放", "人数",
    "户数", "得分", "分值", "权重", "满分", "保有量", "投放", "收入", "上年", "去年",
)  # fmt: skip
ALIKE: Final = (
    frozenset(("预算", "年初预算", "全年预算", "调整预算", "计划", "安排", "下达", "目标")),
    frozenset(("支出", "支付", "执行", "决算", "完成", "实际", "拨付", "投入")),
    frozenset(("结余", "结转")),
    frozenset(("分值", "权重", "满分")),
)
ROLE: Final = re.compile("|".join(_ROLES))
_PURE: Final = re.compile(
    rf"(?:{ROLE.pattern}|[（][^（）]{{0,30}}[）]|20\d\d年度?|本年度?|全年|当年|项目|工程|支出|(?:执行|支付|拨付|支出|完成|到位)率|科目|经费|资金|类|指标|单价|数额?|总?额|[类款项]|共计?|已|了|为|是|达到?|最[高低多少大小]|[，、：])*"
)
_MOST: Final = re.compile(
    r"(?P<what>[^，。；\ue000-\ue005]{2,12})最[高低多少大小]的(?:[区县乡镇市单位项目]{0,3}(?:是|为|有))?$"
)
_RATE: Final = re.compile(r"(?:执行|支付|拨付|支出|完成|到位)率")
_APART: Final = re.compile(
    r"上年|去年|同期|前年|往年|原|累计|上半年|下半年|季度|\d月|除|另|调整为|调整至|追加|调剂|拟|若|如果|预计|平均|人均|均|占|比|较|合计|分别|各|剩余|其余|尚|未|还"
)
_LISTED: Final = ("、", "和", "与", "及")  # 溪口区、岩头县拨付: the figure is perhaps of both
_STOP: Final = re.compile("[。；]")
_YEAR: Final = re.compile(r"20\d\d(?=年|—|-)")
_CHANGE: Final = re.compile(r"增减|差额|差异|变动|比上年|比年初|较上年|较年初|率|占比|比重|均|单价|标准|分析|原因")
_COUNTED: Final = re.compile(r"个数|数量|人数|户数|台数|[（(](?:个|台|人|户|家|处|分|%|项)[)）]|得分|分值|权重|单价")
_ITEM: Final = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])")
_WIDE: Final = str.maketrans("()", "（）")
_HEADING: Final = 80  # characters of a heading that runs on into its paragraph
_MOST_ROWS: Final = 300
_LONG: Final = 5  # digits of two figures that one slip does not part by chance
_FEWEST: Final = 3  # digits of a figure that does not stand in a place by chance


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of the text, the row it is told of, and the words between the row's name and the figure."""

    passage: Passage
    slot: Slot
    name: str
    words: str
    sentence: str


def rows_told(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, all errors."""
    rows = named_rows(context)
    for told in told_rows(context, texts) if rows else ():
        yield from _judged(context, told, rows)


def told_rows(context: Context, texts: Sequence[Passage]) -> Iterator[Told]:
    """Every figure of running text that a row's name and nothing but the names of columns stand in front of."""
    rows = named_rows(context)
    heading = ""
    paragraph = (-1, -1)
    for passage in texts if rows else ():
        if not passage.slots or context.table_at(passage.slots[0].mention.start) is not None:
            continue
        here = context.paragraph_at(passage.start)
        if here != paragraph:
            paragraph, heading = here, _heading(context, here)
        yield from _of_passage(context, passage, heading if passage.start > paragraph[0] else "")


def _heading(context: Context, span: Span) -> str:
    """The one row that the numbered heading names with which a paragraph begins."""
    line = context.document.text[span[0] : min(span[1], span[0] + _HEADING)]
    head, stop, _ = line.partition("。")
    if not stop or not _ITEM.match(head):
        return ""
    names = {one.name for one in names_in(context, spelled(head.translate(_WIDE)))}
    return next(iter(names)) if len(names) == 1 else ""


def _of_passage(context: Context, passage: Passage, heading: str) -> Iterator[Told]:
    changed = changed_slots(passage)
    text = spelled(passage.text)
    places = [at for at, letter in enumerate(text) if "\ue000" <= letter <= "\ue005"]
    if len(places) != len(passage.slots):
        return
    names = names_in(context, text)
    subject, begin = heading, 0
    for slot, at in zip(passage.slots, places, strict=True):
        zone = text[begin:at]
        own = [one for one in names if begin <= one.start < at]
        stop = max((match.end() for match in _STOP.finditer(zone)), default=0)
        if stop:
            subject = ""
        words = zone[stop:]
        if own:
            subject = own[-1].name if own[-1].start >= begin + stop else ""
            words = text[own[-1].end : at]
            most = _MOST.search(text, begin + stop, own[-1].start)
            words = f"{''.join(ROLE.findall(most['what']) + _RATE.findall(most['what']))}{words}" if most else words
            between = own[-2].end if len(own) > 1 else begin + stop
            if _APART.search(text, between, own[-1].start) or text[own[-1].start - 1 : own[-1].start] in _LISTED:
                subject = ""
        if not _PURE.fullmatch(words):
            subject = "" if own or not _is_aside(words) else subject
        elif (
            subject
            and slot.kind in (MONEY, COUNT, SCORE, RATE)
            and slot.index not in changed
            and not slot.mention.approximate
        ):
            yield Told(passage, slot, subject, words, text[:at])
        begin = at + 1


def _is_aside(words: str) -> bool:
    """占 12.5%，比上年增加 3 万元: figures of the same row that no column holds."""
    return (
        re.fullmatch(r"[，、（）]?(?:占|比|较|完成|执行率|得分率|增|减|下降|同比|上年)[^。；：]{0,14}", words)
        is not None
    )


def _judged(context: Context, told: Told, rows: Mapping[str, tuple[NamedRow, ...]]) -> Iterator[Relation]:
    own = rows[told.name]
    if told.slot.kind == RATE:
        yield from _of_rate(context, told, own)
        return
    meant = [cell for row in own for cell in meant_cells(context, told, row)]
    stated = told.slot.mention
    if not meant or any(equals(stated, cell.mention) for cell in meant):
        return
    if len({converted(cell.mention, stated.unit) for cell in meant}) != 1 or len({row.table for row in own}) != 1:
        return
    cell = meant[0]
    if sum(letter.isdigit() for letter in cell.mention.text) < _FEWEST or not stated.value:
        return
    where = _elsewhere(context, told, own[0], cell) or _lost_nought(stated, cell.mention)
    where = where or _slipped(context, told, cell.mention)
    if where:
        message = f"“{told.name}”的“{last_head(cell.head)}”在表中为 {number(cell.mention)}，文中为 {number(stated)}，{where}。"
        roles = [("table", cell.mention), ("stated", stated)]
        yield relation(
            "repeat", "error", roles, f"{told.name}：文与表相等", number(cell.mention), message, f"疑取错数：{where}。"
        )


def _of_rate(context: Context, told: Told, own: Sequence[NamedRow]) -> Iterator[Relation]:
    """A rate of execution that is another row's, as the columns of amounts give it."""
    if len(own) != 1 or not _RATE.search(told.words):
        return
    stated = told.slot.mention
    pair = _rate_of(own[0])
    if pair is None or abs(pair[0].value / pair[1].value - stated.value) <= stated.step:
        return
    like = [
        row.name
        for row in _of_table(context)[own[0].table][:_MOST_ROWS]
        if row.name != told.name
        and row.name not in told.sentence
        and (other := _rate_of(row)) is not None
        and abs(other[0].value / other[1].value - stated.value) <= stated.step / 2
    ]
    if len(like) == 1 and sum(letter.isdigit() for letter in stated.text) >= _FEWEST:
        meant = percent(pair[0].value / pair[1].value, stated.decimals)
        message = f"“{told.name}”按表中数为 {meant}，文中为 {number(stated)}，与“{like[0]}”一行的相同。"
        roles = [("part", pair[0]), ("base", pair[1]), ("stated", stated)]
        formula = f"{pair[0].text} ÷ {pair[1].text}"
        yield relation("rate", "error", roles, formula, meant, message, "疑取了另一行的数，或名称有误。")


def _rate_of(row: NamedRow) -> tuple[Mention, Mention] | None:
    """What was done and what was planned, where the row has one of each."""
    amounts = [cell for cell in row.cells if not cell.mention.is_rate and not _COUNTED.search(last_head(cell.head))]
    sides = [
        [cell.mention for cell in amounts if group & frozenset(ROLE.findall(last_head(cell.head)))]
        for group in (ALIKE[1], ALIKE[0])
    ]
    if [len(side) for side in sides] != [1, 1] or not sides[1][0].value:
        return None
    return sides[0][0], sides[1][0]


def meant_cells(context: Context, told: Told, row: NamedRow) -> list[NamedCell]:
    """The cells that the words can mean: of the unit and year told, and of the columns that share most with them."""
    cells = [cell for cell in row.cells if _is_alike(told.slot, row, cell) and not _CHANGE.search(last_head(cell.head))]
    cells = _of_year(context, told, cells)
    roles = frozenset(ROLE.findall(told.words))
    if not roles:
        return _unnamed(told, cells)
    scores = [_score(roles, cell.head) for cell in cells]
    best = max(scores, default=0)
    if best:
        return [cell for cell, score in zip(cells, scores, strict=True) if score == best]
    return cells if len(cells) == 1 and not any(ROLE.search(last_head(cell.head)) for cell in cells) else []


def _unnamed(told: Told, cells: list[NamedCell]) -> list[NamedCell]:
    """Where no word names the column: the only one, else what was done, else whichever holds the figure."""
    if len({cell.mention.value for cell in cells}) == 1:
        return cells
    done = [cell for cell in cells if ALIKE[1] & frozenset(ROLE.findall(last_head(cell.head)))]
    planned = ALIKE[0] & frozenset(ROLE.findall(_STOP.split(told.sentence)[-1]))
    if len(done) == 1 and not planned:
        return done
    return [cell for cell in cells if equals(told.slot.mention, cell.mention)]


def _score(roles: frozenset[str], head: str) -> int:
    """3 where the column's own name has the word, 1 where it has one that means as much."""
    named = frozenset(ROLE.findall(head))
    if roles & named:
        return 3
    return int(any(roles & group and named & group for group in ALIKE))


def _of_year(context: Context, told: Told, cells: list[NamedCell]) -> list[NamedCell]:
    """Of columns that name years the one of the year told, or of the paper; none where another year is spoken of."""
    years = {year for cell in cells for year in _YEAR.findall(cell.head)}
    spoken = set(_YEAR.findall(told.sentence))
    own = str(context.facts.year or "")
    last = [cell for cell in cells if re.search("上年|去年|上期", cell.head)]
    if re.search("上年|去年", told.words):
        return last
    cells = [cell for cell in cells if cell not in last]
    if not years:
        return cells if spoken <= {own} else []
    year = max(spoken) if len(spoken) == 1 else own if not spoken else ""
    return [cell for cell in cells if year and (year in cell.head or not _YEAR.search(cell.head))]


def _is_alike(slot: Slot, row: NamedRow, cell: NamedCell) -> bool:
    """Whether the cell holds what the figure is counted in; one without a unit may, as the words above it say."""
    stated, unit = slot.mention, cell.mention.unit
    if cell.mention.is_rate:
        return False
    if unit is not None:
        return family(unit) == family(stated.unit)
    if slot.kind == MONEY:
        if not (ROLE.search(last_head(cell.head)) or _YEAR.search(cell.head)):
            return False
        return cell.mention.decimals == stated.decimals > 0 and not _COUNTED.search(last_head(cell.head))
    return str(stated.unit) in cell.head or 0 < stated.decimals <= cell.mention.decimals


def _elsewhere(context: Context, told: Told, row: NamedRow, meant: NamedCell) -> str:
    """Where in the table the figure stands instead; empty where it stands nowhere else, or in several places."""
    stated = told.slot.mention
    beside = [
        cell
        for cell in row.cells
        if cell is not meant and _is_alike(told.slot, row, cell) and _same(stated, cell.mention)
    ]
    if len(beside) == 1 and ROLE.search(told.words):
        return f"与同一行的“{last_head(beside[0].head)}”相同"
    below = [
        other.name
        for other in _of_table(context)[row.table][:_MOST_ROWS]
        if other.name != row.name and other.name not in told.sentence
        for cell in other.cells
        if cell.column == meant.column and _is_alike(told.slot, row, cell) and _same(stated, cell.mention)
    ]
    return f"与“{below[0]}”一行的相同" if len(below) == 1 else ""


def _lost_nought(stated: Mention, cell: Mention) -> str:
    """2.6 for 2.06: no rounding leads there."""
    whole, _, part = cell.text.partition(".")
    lost = len(part) > 1 and part[0] == "0" and part.strip("0") and f"{whole}.{part[1:]}" == stated.text
    return "少写了小数点后的 0" if lost else ""


def _slipped(context: Context, told: Told, cell: Mention) -> str:
    """The slip that leads from the cell to the figure, where the words name the column and no cell is the figure."""
    stated = told.slot.mention
    slip = shape(stated.text, cell.text) if stated.decimals == cell.decimals else ""
    long = sum(letter.isdigit() for letter in stated.text) >= _LONG
    if not slip or not long or not ROLE.search(told.words):
        return ""
    cells = context.once(_slipped, lambda: frozenset(one.text for one in context.mentions if context.in_table(one)))
    return "" if stated.text in cells else slip


def _of_table(context: Context) -> dict[int, list[NamedRow]]:
    return context.once(_of_table, lambda: _by_table(context))


def _by_table(context: Context) -> dict[int, list[NamedRow]]:
    found: dict[int, list[NamedRow]] = defaultdict(list)
    for rows in named_rows(context).values():
        for row in rows:
            found[row.table].append(row)
    return found


def last_head(head: str) -> str:
    return head.rpartition("/")[2]


def _same(stated: Mention, cell: Mention) -> bool:
    return converted(cell, stated.unit) == stated.value or equals(stated, cell)


def equals(stated: Mention, cell: Mention) -> bool:
    """Equal, or the same amount rounded or cut off to the decimals of the text."""
    value = converted(cell, stated.unit)
    if abs(value - stated.value) > stated.step:
        return False
    coarser = interval_of(cell, stated.unit)
    fine = coarser.high - coarser.low < stated.step
    return value == stated.value or (fine and interval_of(stated, stated.unit).meets(coarser))
