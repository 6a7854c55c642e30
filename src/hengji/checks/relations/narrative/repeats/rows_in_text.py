"""Where running text tells a row of a table: its name, the words that say which column is meant, and the figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.passages import COUNT, MONEY, RATE, SCORE, Passage, Slot
from hengji.checks.relations.tables.named_rows import NamedCell, NamedRow, named_rows, names_in, spelled
from hengji.checks.relations.verdicts import converted, family, interval_of
from hengji.facts.mention import Mention

__all__ = [
    "ALIKE",
    "COUNTED",
    "OF_RATES",
    "ROLE",
    "UNDONE",
    "Told",
    "equals",
    "is_alike",
    "last_head",
    "meant_cells",
    "told_rows",
]

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
_PLAIN: Final = frozenset(("支出", "收入", "金额", "数量", "面积", "投资"))  # what a column of nothing else may hold
ROLE: Final = re.compile("|".join(_ROLES))
_PURE: Final = re.compile(
    rf"(?:{ROLE.pattern}|[（][^（）]{{0,30}}[）]|20\d\d年度?|本年度?|全年|当年|项目|工程|支出|科目|经费|资金|类|指标|单价|数额?"
    r"|(?:执行|支付|拨付|支出|完成|到位)(?:率|进度)|受[\u4e00-\u9fff]{2,10}影响"
    r"|总?额|[类款项]|共计?|已|了|为|是|达到?|仅|只有?|最[高低多少大小]|[，、：])*"
)
_MOST: Final = re.compile(
    r"(?P<what>[^，。；\ue000-\ue005]{2,12}|(?<=[，；]))最[高低多少大小快慢]的(?:[区县乡镇市单位项目]{0,3}(?:是|为|有))?$"
)
OF_RATES: Final = re.compile(r"(?:执行|支付|拨付|支出|完成|到位)(?:率|进度)")
_APART: Final = re.compile(
    r"上年|去年|同期|前年|往年|原|累计|上半年|下半年|季度|\d月|除|另|调整为|调整至|追加|调剂|拟|若|如果|预计|平均|人均|均|占|比|较|合计|分别|各自|剩余|其余|尚|未|还"
)
_LISTED: Final = ("、", "和", "与", "及")  # 溪口区、岩头县拨付: the figure is perhaps of both
_BEHIND: Final = re.compile(r"^（[^（）]{0,30}）")  # says what the figure before it is
_PARTS: Final = re.compile("(?:基本|项目|经营)支出")
_SUM: Final = re.compile("合计|总计")
_STOP: Final = re.compile("[。；]")
_ASIDE: Final = re.compile(r"[，、（）]?(?:占|比|较|完成|执行率|得分率|增|减|下降|同比|上年)[^。；：]{0,14}")
_YEAR: Final = re.compile(r"20\d\d(?=年|—|-)")
_CHANGE: Final = re.compile(r"增减|差额|差异|变动|比上年|比年初|较上年|较年初|率|占比|比重|均|单价|标准|分析|原因")
UNDONE: Final = re.compile("未|尚|待")
COUNTED: Final = re.compile(r"个数|数量|人数|户数|台数|[（(](?:个|台|人|户|家|处|分|%|项)[)）]|得分|分值|权重|单价")
_ITEM: Final = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])")
_OF_ITEM: Final = re.compile("(?:支出)?（项）")
_WIDE: Final = str.maketrans("()", "（）")
_HEADING: Final = 80  # characters of a heading that runs on into its paragraph


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of the text, the row it is told of, and the words between the row's name and the figure."""

    passage: Passage
    slot: Slot
    name: str
    words: str
    sentence: str


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
        yield from _of_passage(context, passage, heading)


def _heading(context: Context, span: Span) -> str:
    """The one row that a numbered heading names, in which the paragraph begins or which is the line above it."""
    line = context.document.text[span[0] : min(span[1], span[0] + _HEADING)]
    head, stop, _ = line.partition("。")
    if not _ITEM.match(line) and span[0]:
        above = context.paragraph_at(span[0] - 1)
        head, stop = context.document.text[slice(*above)].strip(), "。"
    if not stop or not _ITEM.match(head) or len(head) > _HEADING:
        return ""
    words = spelled(head.translate(_WIDE))
    found = names_in(context, words)
    items = [one for one in found if _OF_ITEM.match(words, one.end)] or found
    return items[0].name if len({one.name for one in items}) == 1 else ""


def _of_passage(context: Context, passage: Passage, heading: str) -> Iterator[Told]:
    changed = changed_slots(passage)
    text = spelled(passage.text)
    places = [at for at, letter in enumerate(text) if "\ue000" <= letter <= "\ue005"]
    if len(places) != len(passage.slots):
        return
    names = names_in(context, text)
    subject, begin, what = heading, 0, ""
    for slot, at in zip(passage.slots, places, strict=True):
        zone = text[begin:at]
        own = [one for one in names if begin <= one.start < at]
        stop = max((match.end() for match in _STOP.finditer(zone)), default=0)
        if stop:
            subject = ""
        words = _BEHIND.sub("", zone[stop:])
        if own:
            subject = own[-1].name if own[-1].start >= begin + stop else ""
            words = text[own[-1].end : at]
            most = _MOST.search(text, begin + stop, own[-1].start)
            what = most["what"] if most and most["what"] else what if most else ""
            words = f"{''.join(ROLE.findall(what) + OF_RATES.findall(what))}{words}"
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
    return _ASIDE.fullmatch(words) is not None


def meant_cells(context: Context, told: Told, row: NamedRow) -> list[NamedCell]:
    """The cells that the words can mean: of the unit and year told, and of the columns that share most with them."""
    cells = [cell for cell in row.cells if is_alike(told.slot, row, cell) and not _CHANGE.search(last_head(cell.head))]
    undone = UNDONE.search(told.words) is not None
    cells = [cell for cell in cells if (UNDONE.search(last_head(cell.head)) is not None) == undone]
    cells = _of_year(context, told, cells)
    roles = frozenset(ROLE.findall(told.words))
    if not roles:
        return _unnamed(told, cells)
    scores = [_score(roles, told.words, cell.head) for cell in cells]
    best = max(scores, default=0)
    if best:
        return [cell for cell, score in zip(cells, scores, strict=True) if score == best]
    sums = [cell for cell in cells if _SUM.search(last_head(cell.head))] or cells
    plain = _PLAIN | ALIKE[1] if context.facts.kind == "final_account" else _PLAIN
    unnamed = len(sums) == 1 and not ROLE.search(last_head(sums[0].head))
    return sums if unnamed and roles <= plain else []


def _unnamed(told: Told, cells: list[NamedCell]) -> list[NamedCell]:
    """Where no word names the column: the only one, else what was done, else whichever holds the figure."""
    if len({cell.mention.value for cell in cells}) == 1:
        return cells
    done = [cell for cell in cells if ALIKE[1] & frozenset(ROLE.findall(last_head(cell.head)))]
    planned = ALIKE[0] & frozenset(ROLE.findall(_STOP.split(told.sentence)[-1]))
    if len(done) == 1 and not planned:
        return done
    return [cell for cell in cells if equals(told.slot.mention, cell.mention)]


def _score(roles: frozenset[str], words: str, head: str) -> int:
    """3 where the column's own name has the word, 1 where it has one that means as much; 基本支出 is a part of 支出."""
    parts = _PARTS.findall(head)
    named = frozenset(ROLE.findall(_PARTS.sub("", head) if not any(part in words for part in parts) else head))
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


def is_alike(slot: Slot, row: NamedRow, cell: NamedCell) -> bool:
    """Whether the cell holds what the figure is counted in; one without a unit may, as the words above it say."""
    stated, unit = slot.mention, cell.mention.unit
    if cell.mention.is_rate:
        return False
    if unit is not None:
        return family(unit) == family(stated.unit)
    if slot.kind == MONEY:
        if not (ROLE.search(last_head(cell.head)) or _YEAR.search(cell.head)):
            return False
        return cell.mention.decimals == stated.decimals > 0 and not COUNTED.search(last_head(cell.head))
    return str(stated.unit) in cell.head or 0 < stated.decimals <= cell.mention.decimals


def last_head(head: str) -> str:
    return head.rpartition("/")[2]


def equals(stated: Mention, cell: Mention) -> bool:
    """Equal, or the same amount rounded or cut off to the decimals of the text."""
    value = converted(cell, stated.unit)
    if abs(value - stated.value) > stated.step:
        return False
    coarser = interval_of(cell, stated.unit)
    fine = coarser.high - coarser.low < stated.step
    return value == stated.value or (fine and interval_of(stated, stated.unit).meets(coarser))
