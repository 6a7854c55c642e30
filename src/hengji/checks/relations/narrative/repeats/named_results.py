"""What a row of goals says was reached against the sentence that says it in the row's own words.

接待客商 4 批次 and 接待客商批次 7次, 先后4次赴社区调研 and 赴社区调研次数 8次, 新引进外资项目9个，投资总额2.24亿美元
and 新引进外资项目投资总额 1.24亿美元: the words of the row stand around the figure with nothing between them that would
make it a part of the whole, and the text tells it once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import period_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.tables.goals import GoalRow
from hengji.checks.relations.tables.outcomes import told_rows
from hengji.checks.relations.verdicts import converted, family, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["PARTLY", "named_results", "neutral"]

PARTLY: Final = re.compile(
    r"其中|预算|季度|半年|[1-9一二三四五六七八九十]月|首|另|上年|去年|历年|累计|[两三四五]年|目标|计划|任务|拟|下一步|不低于|不少于|未|部分|个别|"
    r"超过|每|平均|大型|专场|专题|线上|线下|期间|[春秋]季|第[一二三四五]|本[月季次]|分别|一是|二是|三是|额外|预计|将"
)
_NEUTRAL: Final = re.compile(
    r"20\d\d年度?|全年|本年度?|今年|年内|全[市县区省镇乡]|我[市县区局办委院省]|本?[单部][位门]|共计?|总计|合计|已|先后|班子成员?|领导|"
    r"成功|积极|组织|顺利|圆满|完成|实现|实际|开展|妥善|各类|通过|并|还|了|的|等|达到?|为|约|：|、|“|”|的?金额|数量|总数"
)
_TAIL: Final = re.compile(
    r"(?:数量|人数|次数|场次|批次|期数|户数|个数|件数|面积|里程|长度|条数|座数|总数|总量|篇数|刊数|数|量|情况|指标)+$"
)
_AIMS: Final = re.compile("目标(?:[为是]|[一二三四五1-9]?：)")
_NOUN: Final = re.compile(r"的?(?P<noun>[\u4e00-\u9fff]{2,14})")
_ALIKE: Final = ("件起宗", "家个", "名人位", "台辆套")
_VISITS: Final = frozenset(("批次", "批", "次", "场次", "场", "期"))
_SENTENCES: Final = re.compile("[。；]")
_CLAUSES: Final = re.compile(r"[，：（）\ue000-\ue005]")
_WINDOW: Final = 45
_LEAST: Final = 5  # characters of a row's name that are found again
_WHOLE: Final = 4  # where they are the whole name
_PIECE: Final = 2
_PIECES: Final = 3
_CAP: Final = 200


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    words: str
    reached: Mention
    goal: Mention | None


@dataclass(frozen=True, slots=True)
class _Told:
    mention: Mention
    clause: str
    window: str
    behind: str
    partly: bool


def named_results(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``repeat``: the row and the sentence agree, or one of the two is wrong."""
    rows = [row for goal in told_rows(context) if (row := _row(context, goal)) is not None][:_CAP]
    if not rows:
        return
    told: dict[object, list[_Told]] = defaultdict(list)
    for passage in texts:
        if context.table_at(passage.slots[0].mention.start) is None:
            for one in _told(context, passage):
                if len(told[family(one.mention.unit)]) < _CAP:
                    told[family(one.mention.unit)].append(one)
    for row in rows:
        yield from _judged(row, rows, told.get(family(row.reached.unit), []))


def neutral(words: str) -> str:
    """What *words* say beyond that something was done, by us and in this year."""
    return _NEUTRAL.sub("", words)


def _row(context: Context, goal: GoalRow) -> _Row | None:
    inside = context.in_cell(goal.actual) if goal.actual is not None else ()
    if goal.actual is None or len(inside) != 1 or inside[0].unit is None or inside[0].is_rate or inside[0].approximate:
        return None
    if len(tight(goal.actual.text)) > len(tight(inside[0].text)) + len(inside[0].unit_text) + _PIECE:
        return None
    words = _TAIL.sub("", re.sub(r"[^\u4e00-\u9fff]", "", goal.name))
    targets = context.in_cell(goal.full) if goal.full is not None else ()
    target = targets[0] if len(targets) == 1 else None
    return _Row(goal.name, words, inside[0], target) if len(words) >= _WHOLE else None


def _told(context: Context, passage: Passage) -> Iterator[_Told]:
    changed, year = changed_slots(passage), str(context.facts.year or "")
    for slot in passage.slots:
        if slot.kind not in (COUNT, MONEY) or slot.index in changed or slot.mention.approximate:
            continue
        if _AIMS.search(passage.text, 0, slot.at):
            continue  # 主要目标：完成危桥改造24座 says nothing of what was done
        window = _SENTENCES.split(passage.text[max(0, slot.at - _WINDOW) : slot.at])[-1]
        clause = _CLAUSES.split(window)[-1]
        noun = _NOUN.match(passage.after(slot))
        partly = PARTLY.search(window) is not None
        partly = partly or period_of(window) not in ("", year) or passage.after(slot).startswith(("余", "多", "以上"))
        yield _Told(slot.mention, clause, window, noun["noun"] if noun else "", partly)


def _judged(row: _Row, rows: Sequence[_Row], told: Sequence[_Told]) -> Iterator[Relation]:
    near = [one for one in told if _counts_alike(row, one.mention) and _covered(row.words, one) * 2 >= len(row.words)]
    if equal := next((one for one in near if _equal(row.reached, one.mention)), None):
        if _is_named(row, equal):
            yield _agreeing(row, equal.mention)
        return
    if row.goal is not None and any(_equal(row.goal, one.mention) for one in near):
        return
    named = [one for one in near if not one.partly and _is_named(row, one)]
    if len(named) != 1 or sum(one.mention.value for one in near) == row.reached.value:
        return
    own = _covered(row.words, named[0])
    if not any(_covered(other.words, named[0]) >= own for other in rows if other is not row):
        yield _differing(row, named[0].mention)


def _counts_alike(row: _Row, other: Mention) -> bool:
    mine, theirs = str(row.reached.unit), str(other.unit)
    if mine == theirs or (row.reached.unit is not None and row.reached.unit.is_money):
        return True
    visits = mine in _VISITS and theirs in _VISITS and (theirs in row.name or mine[0] == theirs[0])
    return visits or any(mine in group and theirs in group for group in _ALIKE)


def _equal(cell: Mention, stated: Mention) -> bool:
    value = converted(cell, stated.unit)
    own = cell.step * value / cell.value if cell.value else cell.step
    return abs(value - stated.value) < max(stated.step, own)


def _pieces(words: str, text: str) -> list[str]:
    """*words* in the longest pieces that *text* has, from the left; what it has not is left out."""
    found, at = [], 0
    while at < len(words) - 1:
        end = next((end for end in range(len(words), at + 1, -1) if words[at:end] in text), at)
        if end > at:
            found.append(words[at:end])
        at = max(end, at + 1)
    return found


def _covered(words: str, told: _Told) -> int:
    return sum(map(len, _pieces(words, f"{told.window}|{told.behind}")))


def _is_named(row: _Row, told: _Told) -> bool:
    """Whether the words around the figure are the row's and hold nothing that narrows them."""
    pieces = _pieces(row.words, f"{told.window}|{told.behind}")
    covered = sum(map(len, pieces))
    enough = covered * 4 >= len(row.words) * 3 and (covered >= _LEAST or covered == len(row.words))
    if not enough or len(pieces) > _PIECES:
        return False
    if row.reached.unit is not None and row.reached.unit.is_money and pieces[-1] not in told.clause:
        return False
    clause, behind = told.clause, told.behind
    for piece in pieces:
        clause, behind = clause.replace(piece, "", 1), behind.replace(piece, "", 1)
    if clause == told.clause and behind == told.behind:
        return False  # the row's words all stand in another clause
    own = len(neutral(clause)) <= _PIECE
    return own and (clause != told.clause or told.behind.startswith(pieces[0]))


def _agreeing(row: _Row, stated: Mention) -> Relation:
    roles = [("table", row.reached), ("stated", stated)]
    return relation("repeat", "ok", roles, f"{row.name}：文与表相等", number(row.reached), "文字与表格一致。")


def _differing(row: _Row, stated: Mention) -> Relation:
    right = as_written(row.reached.value, row.reached)
    message = f"“{row.name}”在表中完成 {right}，正文写的是 {number(stated)}。请核对后统一。"
    roles = [("table", row.reached), ("stated", stated)]
    return relation("repeat", "error", roles, f"{row.name}：文与表相等", right, message, "两处之一误写。")
