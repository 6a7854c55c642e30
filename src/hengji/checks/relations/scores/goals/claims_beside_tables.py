"""What the sentence beside a table of goals says of all of them, against its rows: a row with 计划 15 座, 完成 14
座, and below the table 对照上表，各项任务没有一项短缺.

The sentence stands right behind the table, or right before it and leads to it. One that makes an exception, or speaks
of goals of one kind, says nothing of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.goals.deadlines import dates_of
from hengji.checks.relations.scores.rules.full_marks import surely_missed
from hengji.checks.relations.tables.amounts import figure_of_cell
from hengji.checks.relations.tables.goals import GoalRow
from hengji.facts.document import Table
from hengji.facts.relation import Relation

__all__ = ["ALL", "RESERVED", "claims_beside_tables"]

_DONE: Final = (
    r"(?:如期|按期|按时|及时|准时|足额|足量|全面|圆满|超额|顺利|保质保量|不折不扣|高质量)*"
    r"(?:达标|完成|做到|做足|做满|做完|办到|办结|办成|兑现|实现|达到|达成|落地|落实|到位|完工|建成|交差|过关)"
)
ALL: Final = re.compile(
    rf"(?:均|都|全部|全数|悉数|逐[项一条]|样样|件件|项项|条条|个个|统统|[项条件样]?[项条件样]?全|一律|无一例外)[已经地]{{0,2}}{_DONE}"
    rf"|一[项条个样件]?(?:不|没有?|未)(?:落|少|差|欠|拉|漏|缺)下?(?:地|，|、)?(?:全部|都|均)?(?:{_DONE})?"
    r"|(?:没有|无|未出现|不存在)(?:哪)?(?:一|任何)?(?:[项条个样件])?(?:短缺|落下|落空|缺漏|缺项|欠账|遗漏|拖欠|掉队|没完成|未完成|没达标|未达标|没做到|低于)"
    r"|无一(?:[项条个])?(?:落空|遗漏|短缺|例外|未完成|未达标|掉队|拖欠|低于)"
    r"|(?:均|都|全部)(?:不|没有?|未)(?:低于|少于|晚于|超过|迟于|突破|逾期|拖延)(?:了)?(?:计划|目标|年初|时限|要求|任务)?"
    r"|(?:均|都|全部)(?:在|于)?[^，。；\n]{0,6}(?:时限|期限|规定时间|时间节点)(?:之?内|以?前)(?:完成|办结|交付)?"
    r"|(?:均|都|全部)?(?:达到|完成)(?:或|和|并|、)(?:超过|超额完成|高于|优于)"
)
"""Words that say all was reached."""
_OF_TABLE: Final = re.compile(
    r"(?:从|对照|由|据|看|照|比照)?(?:上|下|该|此|本)表|以上|上述|上列|所列|列入|表[中内里]|对照(?:目标|计划|下来)|"
    r"[各每几数两二三四五六七八九十\d][项条个类样](?:[\u4e00-\u9fff]{0,6}(?:指标|任务|工程量|目标|工作|内容))?|指标|目标|任务|工程量|工作量|实物量"
)
RESERVED: Final = re.compile(
    r"除|以外|之外|外[，,]|其[余他]|大部分|多数|大多|绝大|基本|大体|主要|部分|仅有?|只有|未能|尚未|还有|但|不过|力争|确保|为了|争取|如果|若|应当|要求|下一步|[他其]余|只差|率|得满分|扣|是否"
)
"""Words that make an exception, or speak of what is still to be done."""
_KIND: Final = re.compile("数量|效益|效果|质量|时效|成本|满意度|社会|经济|生态|可持续|定性|过程|决策|投入|管理")
_NUMBER: Final = re.compile(r"(?P<n>\d{1,2}|[两二三四五六七八九十]{1,2})\s?[项条个类样](?!工作日)")
_DATED: Final = re.compile("时限|期限|晚于|迟于|逾期|节点")
_AMOUNT: Final = re.compile("工程量|工作量|实物量|数量")
_SENTENCE: Final = re.compile(r"[^。！？\n]+")
_BEHIND, _BEFORE = 140, 60


def claims_beside_tables(context: Context, rows: Sequence[GoalRow]) -> Iterator[Relation]:
    """Relations of kind ``target``: one for the first row of each table that its sentence cannot be true of."""
    by_table: dict[int, list[GoalRow]] = {}
    for row in rows:
        table = context.table_at(row.full.start) if row.full is not None and row.actual is not None else None
        if table is not None:
            by_table.setdefault(table.start, []).append(row)
    for group in by_table.values():
        missed = [row for row in group if _is_missed(context, row)]
        table = context.table_at(group[0].full.start) if missed and group[0].full is not None else None
        if table is None:
            continue
        for span in _claims(context, table):
            found = next((row for row in missed if _speaks_of(context, span, row, group)), None)
            if found is not None:
                yield _relation(context, found, span)
                break


def _is_missed(context: Context, row: GoalRow) -> bool:
    dates = dates_of(context, row)
    if dates is not None:
        return dates[1] > dates[0]
    target, actual = row.full_target, row.achieved
    if target is None or actual is None or target.operator == "定性" or not surely_missed(row):
        return False
    factor = actual.unit.factor_to(target.unit) if actual.unit is not None and target.unit is not None else None
    if (actual.unit is None) != (target.unit is None) or (actual.unit is not None and factor is None):
        return False
    value = actual.value * (factor if factor is not None else 1)
    counted = target.operator == "=" and target.low is not None and value > target.low
    return not target.attained(value) and not counted


def _claims(context: Context, table: Table) -> Iterator[Span]:
    """Where the text right behind the table, or right before it, says that all was reached."""
    text = context.document.text
    following = next((other.start for other in context.tables if other.start >= table.end), len(text))
    behind = (table.end, min(table.end + _BEHIND, following))
    first = text.find("\n", max(table.start - _BEFORE, 0), table.start)
    for low, high in (behind, (first + 1 if first >= 0 else table.start, table.start)):
        for sentence in list(_SENTENCE.finditer(text, low, high))[:2]:
            found = ALL.search(sentence[0])
            if found is None or context.table_at(sentence.start()) is not None:
                continue
            begin = max(sentence[0].rfind(mark, 0, found.start()) for mark in "；;")
            if _OF_TABLE.search(sentence[0], begin + 1) and not RESERVED.search(
                sentence[0], begin + 1, found.end() + 6
            ):
                yield sentence.start() + found.start(), sentence.start() + found.end()


def _speaks_of(context: Context, span: Span, row: GoalRow, group: Sequence[GoalRow]) -> bool:
    """Whether the claim, with the words of its sentence in front of it, is one of this row too."""
    text = context.document.text
    begin = max(text.rfind(mark, 0, span[0]) for mark in "。\n")
    words = text[max(begin + 1, span[0] - _BEFORE) : span[1]]
    kinds = _KIND.findall(words)
    if kinds and not _is_of(row, kinds):
        return False
    told = {whole_number(match["n"]) for match in _NUMBER.finditer(words)}
    if told and not told & {len(group), sum(_is_of(one, kinds) for one in group)}:
        return False
    if dates_of(context, row) is not None:
        return not _AMOUNT.search(words)
    return not _DATED.search(words)


def _is_of(row: GoalRow, kinds: Sequence[str]) -> bool:
    """Whether the goal is of one of the kinds; where the table names none, what is counted is a quantity."""
    if "数量" in kinds and not any(_KIND.search(name) for name in row.kinds):
        return row.achieved is not None and not (row.achieved.unit is not None and row.achieved.unit.is_rate)
    return any(kind in name for kind in kinds for name in row.kinds)


def _relation(context: Context, row: GoalRow, span: Span) -> Relation:
    said = context.document.text[slice(*span)].strip()
    cells = [("target", row.full), ("actual", row.actual)]
    goal, done = (cell.text.strip() if cell is not None else "" for _, cell in cells)
    figures = (
        *(figure_of_cell(role, cell) for role, cell in cells if cell is not None),
        piece(context, "stated", *span),
    )
    message = f"表中“{row.name}”目标 {goal}，完成 {done}，没有达到，旁边却说“{said}”。请核对完成值，或改正说法。"
    return Relation(
        "target",
        "error",
        figures,
        f"{done} 对 {goal}",
        "没有全部达到",
        said,
        message,
        "完成值误写，或说法不符。",
        "high",
    )
