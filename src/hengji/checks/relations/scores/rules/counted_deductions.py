"""“每有1笔不合规扣0.5分” and “6笔不合规” in the same row: what is left of the points is the score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow
from hengji.checks.relations.tables.amounts import Amount, tight
from hengji.facts.document import Cell
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation

__all__ = ["COUNTED_RULE", "counted_deductions"]

_UNIT: Final = "个百分点|笔|项|次|件|个|处|条|起|例|份|天|户|人|名|家|宗|期|场"
COUNTED_RULE: Final = re.compile(
    rf"[每一](?P<way>有|出现|发现|指出|通报|发生|存在|查出|少|缺|超过?|逾期|延[迟期误]|滞后|推迟|漏|多|未[\u4e00-\u9fff]{{2,4}})?(?:[1一])?(?P<unit>{_UNIT})"
    r"[^，,。；;\d]{0,14}[，,]?(?:扣|减)(?:减|除)?(?P<off>\d{1,2}(?:\.\d{1,2})?)分"
)
_COUNTED: Final = re.compile(
    rf"(?P<how>(?:审计|检查|抽查|巡察|共|有|发现|指出|通报|存在|出现|发生|查出|抽查发现|少|缺|超过?|逾期|延[迟期误]|滞后|推迟)*)(?P<number>\d{{1,3}}|[一二两三四五六七八九十])(?P<unit>{_UNIT})(?!.*\d)[^，,。；;\d]{{0,14}}(?:[，,]均?已?(?:经)?(?:全部)?整改(?:到位|完成)?)?[。]?"
)
_NONE: Final = re.compile(r"以内|以上|超过\d|允许|(?<![\d一二两三])起扣|外")


def counted_deductions(rubrics: Sequence[Rubric]) -> Iterator[Relation]:
    """Relations of kind ``score_rule`` for every row with one such rule and one such count."""
    for rubric in rubrics:
        for row in rubric.rows if not rubric.ragged else ():
            score = row.scores[rubric.verified]
            if row.standard is not None and row.points is not None and score is not None and not row.is_total:
                yield from _of(rubric, row, row.standard, row.points, score)


def _of(rubric: Rubric, row: RubricRow, standard: Cell, points: Amount, score: Amount) -> Iterator[Relation]:
    text = tight(standard.text)
    rules = list(COUNTED_RULE.finditer(text))
    if len(rules) != 1 or text.count("扣") > 1 + text.count("扣完") or _NONE.search(text):
        return
    cells = list(_others(rubric, row, standard))
    said = [(cell, _COUNTED.fullmatch(tight(cell.text))) for cell in cells]
    counts = [(cell, found) for cell, found in said if found is not None and found["unit"] == rules[0]["unit"]]
    if not counts:
        counts = [(cell, found) for cell in cells if (found := _in_its_words(rules[0], tight(cell.text))) is not None]
    if len(counts) != 1 or _is_of_all(rules[0], counts[0][1]["how"]):
        return
    cell, found = counts[0]
    number = whole_number(found["number"])
    off = Fraction(rules[0]["off"])
    earned = max(points.value - number * off, Fraction(0))
    right = plain(earned)
    data = Figure("data", cell.text.strip(), cell.start, cell.end)
    figures = (points.figure("points"), data, score.figure("score"))
    told = f"“{row.name}”按{found['number']}{found['unit']}、每{found['unit']}扣 {plain(off)} 分，"
    formula = f"{plain(points.value)} - {number} × {plain(off)}"
    if earned == score.value:
        yield rule_relation("ok", figures, formula, right, f"{told}得 {right} 分，与所列一致。")
    else:
        yield rule_relation("error", figures, formula, right, f"{told}应得 {right} 分，所列得分 {score.text}。")


def _in_its_words(rule: re.Match[str], told: str) -> re.Match[str] | None:
    """每缺1项 and 已建4项，缺档案、印章2项: the one count behind the rule's own verb."""
    way = rule["way"]
    if way is None or way == "有":
        return None
    counted = re.compile(
        rf"(?:^|[，,；;、已共])(?P<how>{way})(?:了|的)?[^，,。；;\d每]{{0,14}}?(?P<number>\d{{1,3}}|[一二两三四五六七八九十])(?P<unit>{rule['unit']})(?![\d分])"
    )
    found = list(counted.finditer(told))
    return found[0] if len(found) == 1 else None


def _is_of_all(rule: re.Match[str], how: str) -> bool:
    """Whether the count may be what was done, while the rule counts what is missing (每少1处扣1分) or too much."""
    return re.match("少|缺|超|逾|延|滞|推|多", rule["way"] or "") is not None and not re.search("[少缺超逾延滞推]", how)


def _others(rubric: Rubric, row: RubricRow, standard: Cell) -> Iterator[Cell]:
    """The cells of the row that are neither its standard nor shared with another row."""
    seen: set[int] = set()
    for cell in rubric.part.grid.cells[row.row]:
        own = cell is not None and cell.row == row.row and cell.row_span == 1 and cell.start != standard.start
        if cell is not None and own and cell.start not in seen and tight(cell.text):
            seen.add(cell.start)
            yield cell
