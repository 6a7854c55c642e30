"""The goal of a whole project in words against its indicators: 新增示范小区18个 above, 新增示范小区 16个 in the table.

What else the document says of the same thing decides: an estimate for 18 of them bears the words out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.aims_and_results import goals_of_rows
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import SWAPPED, shape
from hengji.checks.relations.tables.amounts import figure_of_cell, tight
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.document import Cell, Table
from hengji.facts.mention import Mention
from hengji.facts.numbers import plain, read_number
from hengji.facts.relation import Figure, Relation, Verdict
from hengji.facts.targets import Target, read_target

__all__ = ["Said", "goal_repeats", "one_name", "said_in"]

_WHOLE: Final = re.compile(
    r"(?:总体|年度总体|年度|项目|绩效|实施期|预期)目标(?:\d|[一二三四五])?\s*(?:[:：]|\t|\s{1,4})\s*(?P<told>[^\n\t]{8,600})"
)
_CLAUSE: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff（）()“”]{3,24}?)(?:不低于|不少于|达到|达|至少|约|共)?\s*(?P<n>\d[\d,]{0,24}(?:\.\d+)?)\s*(?P<u>[%％]|万?[\u4e00-\u9fff]{1,3}?)(?:及?以上)?(?=[，,。；;、\n）)]|和|及|$)"
)
_AHEAD: Final = re.compile(
    r"(?:完成|新增|新建|改造|建设|建成|实施|开展|举办|发放|购置|采购|修缮|维修|打造|创建|种植|补植)(?P<n>\d[\d,]{0,24}(?:\.\d+)?)\s*"
    r"(?P<rest>[\u4e00-\u9fff]{3,20}?)(?:的?(?:建设|改造|任务|工作|修缮|工程))*(?=[，,。；;、\n）)]|$)"
)
_MEASURE: Final = re.compile("(?:总?长度|总?里程|总?面积|数量|[个座次件户家]数|人次|人数|场次|总数|数|率)$")
_SEVERAL: Final = re.compile("[和及与、]|其中|累计")
_BARE: Final = re.compile(r"[≥≤＝=<>＞＜\d]")  # a weight, or the target of half a year
_BY: Final = re.compile("^[年底末月日]*之?前")
_PERCENT: Final = ("%", "％")
_UNIT_LETTERS: Final = (1, 2, 3)
_VALUE: Final = re.compile(r"指标值|目标值|年度指标|绩效标准")
_ACTUAL: Final = re.compile(r"完成值|实际|上年|历史|完成情况|得分|半年|1[-—~至]6月")
_VERB: Final = re.compile(
    r"^(?:完成|新增|新建|建设|改造|实施|开展|举办|发放|补助|购置|采购|培训|保障|维修|免费|全年|计划|共|达到)+"
)
_SHORTEST: Final = 3  # letters of a name that means one thing
_COMMON: Final = 4
_MOST: Final = 120  # clauses of a goal, and figures of one value, that are looked at
_SHARE: Final = Fraction(3, 5)


@dataclass(frozen=True, slots=True)
class Said:
    """A count told in words: the name beside it, its value, its unit, where it stands."""

    name: str
    value: Fraction
    unit: str
    span: Span
    beside: Cell | None = None
    """The cell that tells it, where that is merged down over the rows that it speaks of."""

    def speaks_of(self, cell: Cell, table: Table | None) -> bool:
        own = self.beside
        if own is None:
            return True
        inside = table is not None and table.start <= own.start < table.end
        return inside and own.row <= cell.row < own.row + own.row_span


def goal_repeats(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``. Of two places alone only what is one name in both is judged."""
    said = list(islice(_said(context), _MOST))
    if not said:
        return
    goals = [goal for table in context.document.tables for part in parts_of(context, table) for goal in _targets(part)]
    names = {(name, target.unit_text) for name, target, *_ in goals}
    for goal in goals:
        yield from _compared(context, said, goal, names)


def _said(context: Context) -> Iterator[Said]:
    flow = flowing(context)
    for whole in _WHOLE.finditer(flow.text):
        yield from said_in(flow, *whole.span("told"))
    for cell in goals_of_rows(context):
        yield from (replace(one, beside=cell) for one in said_in(flow, *flow.stretch(cell.start, cell.end)))


def said_in(flow: Flowing, start: int, end: int) -> Iterator[Said]:
    """The counts that a stretch of the flowing text tells, each with the name in front of it or behind it."""
    for match in _CLAUSE.finditer(flow.text, start, end):
        value = read_number(match["n"].replace(",", ""))
        if value is not None:
            rate = match["u"] in _PERCENT
            value, unit = (value / 100, "%") if rate else (value, match["u"])
            yield Said(_BY.sub("", match["name"]), value, unit, flow.span(match.start("n"), match.end()))
    for match in _AHEAD.finditer(flow.text, start, end):
        value = read_number(match["n"].replace(",", ""))
        for letters in _UNIT_LETTERS if value is not None else ():
            name, unit = match["rest"][letters:], match["rest"][:letters]
            span = flow.span(match.start("n"), match.start("rest") + letters)
            if value is not None and len(name) > 1:
                yield Said(name, value, unit, span)


def _targets(part: Part) -> Iterator[tuple[str, Target, Cell, bool]]:
    columns = [
        column for column in part.columns_named(_VALUE) if not _ACTUAL.search(part.heads[column])
    ]  # fmt: skip
    if len(columns) != 1:
        return
    for row in part.body:
        cell = part.grid.cell(row, columns[0])
        target = read_target(tight(cell.text)) if cell is not None and cell.row == row else None
        left = (part.grid.text(row, at) for at in range(columns[0] - 1, -1, -1))
        name = next((text for text in left if text and not _BARE.match(text)), "")
        counted = target is not None and target.operator in ("≥", "=") and target.low is not None and target.unit_text
        if target is not None and counted and cell is not None and name:
            beside = part.grid.text(row, columns[0] + 1) if columns[0] + 1 < part.grid.width else ""
            achieved = tight(cell.text)[0].isdigit() and beside == part.grid.text(row, columns[0])
            yield name, target, cell, achieved


def _compared(
    context: Context, said: Sequence[Said], goal: tuple[str, Target, Cell, bool], names: Set[tuple[str, str]]
) -> Iterator[Relation]:
    """The last of *goal* says that just this value was reached, too."""
    name, target, cell, achieved = goal
    table = context.table_at(cell.start)
    of_unit = [one for one in said if one.unit == target.unit_text and one.speaks_of(cell, table)]
    rate = target.unit_text in _PERCENT  # of which words in common say little: 及时接种率 is no 接种率
    hits = [one for one in of_unit if one_name(one.name, name) or (not rate and _alike(one.name, name))]
    if rate and any(other != name and one_name(one.name, other) for one in hits for other, _ in names):
        return
    if len(hits) != 1 or target.low is None:
        return
    told, figure = hits[0], figure_of_cell("stated", cell)
    place = piece(context, "first", *told.span)
    formula = f"{name}：总体目标与指标值相等"
    shown = f"{place.text}"
    if told.value == target.low:
        yield Relation("repeat", "ok", (place, figure), formula, shown, figure.text, "总体目标与指标值一致。")
        return
    another = _is_of_another(told, name, names)
    third = _third(context, told, cell) if not another else None
    if third is not None:
        again = third.text if third.text.endswith(told.unit) else f"{third.text}{told.unit}"
        message = f"“{name}”指标值为 {figure.text}，总体目标写 {shown}，别处也是 {again}。请核对指标值。"
        likely = f"“{figure.text}”应为“{shown}”"
        more = target.operator == "≥" and told.value > target.low and not shape(plain(told.value), plain(target.low))
        sure: Verdict = "suspicious" if more else "error"  # at least 320 were asked for, and 336 are aimed at
        yield Relation("repeat", sure, (place, third, figure), formula, shown, figure.text, message, likely, "high")
    elif not another and one_name(told.name, name) and not _in_parts(said, told, target.low):
        slip = shape(plain(told.value), plain(target.low))
        verdict: Verdict = "error" if slip == SWAPPED or achieved else "suspicious"
        message = f"“{name}”指标值为 {figure.text}，总体目标写 {shown}，两处应一致，请核对。"
        yield Relation("repeat", verdict, (place, figure), formula, shown, figure.text, message, slip, "medium")


def one_name(told: str, name: str) -> bool:
    """Whether the words name just what the indicator does, its measure aside: 改造灌溉渠系 for 改造灌溉渠系长度."""
    first, second = (_MEASURE.sub("", _VERB.sub("", one) or one) for one in (told, name))
    if _SEVERAL.search(told) or _SEVERAL.search(name) or min(len(first), len(second)) < _SHORTEST:
        return False
    longer, shorter = (first, second) if len(first) >= len(second) else (second, first)
    letters = iter(longer)
    within = len(shorter) >= _COMMON and shorter[-2:] == longer[-2:] and all(one in letters for one in shorter)
    return within or longer.endswith(shorter)


def _in_parts(said: Sequence[Said], told: Said, whole: Fraction) -> bool:
    """Whether the words give the target in several pieces."""
    return any(one.unit == told.unit and one.value + told.value == whole for one in said if one is not told)


def _is_of_another(told: Said, name: str, names: Set[tuple[str, str]]) -> bool:
    """Whether another row's name is nearer to what was said: 新增绿地面积 is no 养护绿地面积."""
    own = _common(told.name, name)
    return any(unit == told.unit and _common(told.name, other) > own for other, unit in names)


def _third(context: Context, told: Said, cell: Cell) -> Figure | None:
    """Another figure of the words' value and unit, in a row or behind words that name the same thing."""
    text = context.document.text
    for mention in _by_value(context)[(told.value, told.unit)][:_MOST]:
        if told.span[0] <= mention.start < told.span[1] or cell.start <= mention.start < cell.end:
            continue
        path, _, heads = mention.subject.partition("|")
        if _ACTUAL.search(heads):
            continue  # what was reached says nothing of what was aimed at
        row = path.rpartition("/")[2]
        line = text.rfind("\n", 0, mention.start) + 1
        before = text[max(line, mention.start - 20) : mention.start]
        if _alike(told.name, row) or _alike(told.name, re.split("[，。；、\t]", before)[-1] or before):
            return Figure("witness", mention.text, mention.start, mention.end, mention)
    return None


def _by_value(context: Context) -> dict[tuple[Fraction, str], list[Mention]]:
    def made() -> dict[tuple[Fraction, str], list[Mention]]:
        found: dict[tuple[Fraction, str], list[Mention]] = defaultdict(list)
        for mention in context.mentions:
            found[(mention.value, mention.unit_text)].append(mention)
        return found

    return context.once(_by_value, made)


def _alike(a: str, b: str) -> bool:
    """Whether the names have most of the shorter one in common, the verbs before them aside."""
    first, second = _VERB.sub("", a) or a, _VERB.sub("", b) or b
    shorter = min(len(first), len(second))
    common = _common(first, second)
    within = common == shorter >= _COMMON - 1
    return within or (common >= _COMMON and common >= shorter * _SHARE) or (first == second and shorter > 1)


def _common(a: str, b: str) -> int:
    """The length of the longest stretch that both have; names are short."""
    best, last = 0, [0] * (len(b) + 1)
    for letter in a:
        row = [0] * (len(b) + 1)
        for place, other in enumerate(b, start=1):
            if letter == other:
                row[place] = last[place - 1] + 1
                best = max(best, row[place])
        last = row
    return best
