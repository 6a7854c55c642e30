"""The sheet 评分表: the paper itself, as officials print it, with live scores."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hengji.facts.numbers import plain, shown
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.reports.workbook.book import Result, quoted
from hengji.reports.workbook.grid import EFFECTIVE, HIGH, LOW, SCORE, STATE, Desk
from hengji.reports.workbook.leaf_rows import NOT_DEMONSTRATED
from hengji.reports.workbook.shapes import LINE_HEIGHT, height_of, score_format
from hengji.reports.workbook.tables import finish, set_page
from hengji.reports.workbook.totals import Totals
from hengji.rules.scheme import Path, walk

__all__ = ["write_paper"]

_LEVELS = ("一级指标", "二级指标", "三级指标", "四级指标", "五级指标", "六级指标")
_RIGHT = (
    ("分值", 7.0),
    ("有效\n分值", 8.0),
    ("评分标准", 52.0),
    ("得分", 10.0),
    ("失分", 8.0),
    ("评分说明", 52.0),
)
_LEVEL_WIDTH, _LEAF_WIDTH = 13.0, 17.0
_HEADER = 3
_EVALUATORS = {"self": "自评", "verified": "核查"}


@dataclass(frozen=True, slots=True)
class _Line:
    """One printed row: a leaf, or a branch that has nothing below it."""

    path: Path
    is_leaf: bool


def write_paper(desk: Desk, totals: Totals) -> None:
    depth = max(3, max((len(path) for path, _ in walk(desk.scheme.indicators)), default=3))
    lines = [_Line(path, node.is_leaf) for path, node in walk(desk.scheme.indicators) if not node.children]
    _write_head(desk, depth)
    heights = _heights(desk, lines, depth)
    for offset, line in enumerate(lines):
        row = _HEADER + 1 + offset
        desk.sheet.set_row(row, heights[offset])
        _write_line(desk, row, line, depth)
    _write_branches(desk, lines, depth)
    row = _write_results(desk, totals, _HEADER + 1 + len(lines), depth)
    _write_foot(desk, row, depth)
    desk.sheet.freeze_panes(_HEADER + 1, depth)
    set_page(desk.sheet, _HEADER)
    finish(desk.sheet, row + 1, _last(depth))


def _last(depth: int) -> int:
    return depth + len(_RIGHT) - 1


def _write_head(desk: Desk, depth: int) -> None:
    book, sheet, card = desk.book, desk.sheet, desk.card
    for column in range(depth):
        sheet.set_column(column, column, _LEAF_WIDTH if column == depth - 1 else _LEVEL_WIDTH)
    for offset, (_, width) in enumerate(_RIGHT):
        sheet.set_column(depth + offset, depth + offset, width)
    sheet.merge_range(0, 0, 0, _last(depth), "", book.look("title"))
    book.text(sheet, 0, 0, card.scheme_title, book.look("title"))
    sheet.set_row(0, 32)
    middle = depth + 2
    who = f"单位：{card.organisation}"
    what = f"{card.year}年度　{_EVALUATORS[card.evaluator]}　满分{plain(card.full_points)}分　方案：{card.scheme}"
    sheet.merge_range(1, 0, 1, middle, "", book.look("subtitle"))
    book.text(sheet, 1, 0, who, book.look("subtitle"))
    sheet.merge_range(1, middle + 1, 1, _last(depth), "", book.look("subtitle"))
    book.text(sheet, 1, middle + 1, what, book.look("subtitle"))
    sheet.set_row(1, height_of([(who, 100), (what, 68)]))
    basis = "依据：" + "、".join(desk.scheme.basis)
    sheet.merge_range(2, 0, 2, _last(depth), "", book.look("subtitle"))
    book.text(sheet, 2, 0, basis, book.look("subtitle"))
    sheet.set_row(2, height_of([(basis, 180)]))
    for column in range(depth):
        book.text(sheet, _HEADER, column, _LEVELS[min(column, len(_LEVELS) - 1)], book.look("heading"))
    for offset, (heading, _) in enumerate(_RIGHT):
        book.text(sheet, _HEADER, depth + offset, heading, book.look("heading"))
    sheet.set_row(_HEADER, 32)


def _standard(node: NodeScore | None) -> str:
    return node.standard if node is not None else ""


def _why(node: NodeScore | None, desk: Desk) -> str:
    """How the score came about; in a form it comes about later, and a formula says where it stands."""
    if node is None or desk.card.is_stated or desk.is_form:
        return ""
    return "\n".join(node.why)


def _heights(desk: Desk, lines: list[_Line], depth: int) -> list[float]:
    """Tall enough for each row's own text, and for the names of branches that span rows."""
    heights = []
    for line in lines:
        node = desk.node(line.path)
        width = _LEAF_WIDTH + _LEVEL_WIDTH * (depth - len(line.path))
        texts = [(_standard(node), 52.0), (_why(node, desk), 52.0), (line.path[-1], width)]
        heights.append(height_of(texts, 26))
    for path, first, count in _spans(lines):
        needed = height_of([(path[-1], _LEVEL_WIDTH)]) + 3 * LINE_HEIGHT
        lack = needed - sum(heights[first : first + count])
        if lack > 0:
            heights[first + count - 1] += lack
    return heights


def _spans(lines: list[_Line]) -> list[tuple[Path, int, int]]:
    """Every branch with the rows below it: path, first row, number of rows."""
    rows: dict[Path, list[int]] = {}
    for number, line in enumerate(lines):
        for level in range(1, len(line.path)):
            rows.setdefault(line.path[:level], []).append(number)
    return [(path, found[0], len(found)) for path, found in rows.items()]


def _write_branches(desk: Desk, lines: list[_Line], depth: int) -> None:
    """A branch's cell spans its rows and says what it is worth and what it earned."""
    book, number = desk.book, score_format(desk.places)
    for path, first, count in _spans(lines):
        row, column, look = _HEADER + 1 + first, len(path) - 1, book.look("label")
        if count > 1:
            desk.sheet.merge_range(row, column, row + count - 1, column, "", look)
        node = desk.node(path)
        if node is None or node.points is None:
            book.text(desk.sheet, row, column, f"{path[-1]}\n（未列分值）", look)
            continue
        score, low, high = (desk.grid.cell(path, end) for end in (SCORE, LOW, HIGH))
        text = f'TEXT({{}},"{number}")'
        open_range = f'{text.format(low)}&"～"&{text.format(high)}'
        earned = f'IF({score}="",{open_range},{text.format(score)})'
        worth = quoted(f"{plain(node.points)}分")
        formula = f'{quoted(path[-1])}&CHAR(10)&{worth}&CHAR(10)&"得"&{earned}&"分"'
        book.formula(desk.sheet, row, column, formula, look, _branch_text(node, node.points, desk.places))


def _branch_text(node: NodeScore, points: Fraction, places: int) -> str:
    reach = f"{shown(node.low, places)}～{shown(node.high, places)}"
    earned = reach if node.score is None else shown(node.score, places)
    return f"{node.name}\n{plain(points)}分\n得{earned}分"


def _write_line(desk: Desk, row: int, line: _Line, depth: int) -> None:
    book, sheet, path = desk.book, desk.sheet, line.path
    number, node = score_format(desk.places), desk.node(line.path)
    level = len(path) - 1
    if level < depth - 1:
        sheet.merge_range(row, level, row, depth - 1, "", book.look("text"))
    book.text(sheet, row, level, path[-1], book.look("text"))
    cells = {column: desk.grid.cell(path, column) for column in (EFFECTIVE, SCORE)}
    book.number(sheet, row, depth, node.points if node else None, book.look("centred", number))
    effective = node.effective_points if node else None
    blank = f'IF({cells[EFFECTIVE]}="","",{cells[EFFECTIVE]})'
    book.formula(sheet, row, depth + 1, blank, book.look("centred", number), effective)
    book.text(sheet, row, depth + 2, _standard(node), book.look("text"))
    score = node.score if node else None
    live = f'IF({cells[SCORE]}="","{NOT_DEMONSTRATED}",{cells[SCORE]})'
    book.formula(sheet, row, depth + 3, live, book.look("centred_live", number), _or(score, NOT_DEMONSTRATED))
    lost = f'IF(OR({cells[SCORE]}="",{cells[EFFECTIVE]}=""),"",ROUND({cells[EFFECTIVE]}-{cells[SCORE]},8))'
    book.formula(sheet, row, depth + 4, lost, book.look("centred", number), node.lost if node else None)
    if desk.is_form:
        state = desk.grid.cell(path, STATE)
        said = f'IF({cells[SCORE]}="","尚缺数据或评判",IF({state}="不适用","不适用",""))'
        book.formula(sheet, row, depth + 5, said, book.look("live_text"))
    else:
        book.text(sheet, row, depth + 5, _why(node, desk), book.look("text"))


def _or(value: Result, otherwise: str) -> Result:
    return otherwise if value is None else value


class _Results:
    """The rows below the tree: a label, a live figure, and a remark."""

    def __init__(self, desk: Desk, row: int, depth: int) -> None:
        self._desk, self.row, self._depth = desk, row, depth

    def add(self, label: str, formula: str, remark: str, result: Result = None, number: str | None = None) -> None:
        desk, depth = self._desk, self._depth
        shape = score_format(desk.places) if number is None else number
        for column in range(_last(depth) + 1):
            desk.sheet.write_blank(self.row, column, None, desk.book.look("text"))
        desk.sheet.merge_range(self.row, 0, self.row, depth + 2, "", desk.book.look("strong"))
        desk.book.text(desk.sheet, self.row, 0, label, desk.book.look("strong"))
        desk.sheet.merge_range(self.row, depth + 3, self.row, depth + 4, "", desk.book.look("centred_live", shape))
        desk.book.formula(desk.sheet, self.row, depth + 3, formula, desk.book.look("centred_live", shape), result)
        desk.book.text(desk.sheet, self.row, depth + 5, remark, desk.book.look("text"))
        desk.sheet.set_row(self.row, height_of([(label, 100), (remark, 52)], 22))
        self.row += 1


def _write_results(desk: Desk, totals: Totals, row: int, depth: int) -> int:
    card, places = desk.card, desk.places
    rows = _Results(desk, row, depth)
    points = totals.points
    rows.add("指标得分合计", f'IF({points}="","{NOT_DEMONSTRATED}",{points})', "")
    for item, known, (_, cell) in zip(desk.scheme.adjustments, card.adjustments, totals.adjustments, strict=True):
        rows.add(f"加减分：{item.name}", cell, "；".join(known.why) or item.text, known.points)
    for veto, cell in zip(desk.scheme.vetoes, totals.vetoes, strict=True):
        rows.add(f"一票否决：{veto.name}", f'IF(N({cell})>0,"是","否")', veto.text, None, "General")
    low, high, shape = totals.low, totals.high, score_format(places)
    bounds = f"下限{plain(desk.scheme.floor)}分，上限{plain(desk.scheme.ceiling)}分"
    if card.is_stated:
        rows.add("自报总分（各项自报得分与加减分之和）", _stated_total(totals), _stated_remark(card), card.total)
    total_result: Result = _or(card.total_by_scheme, "待定")
    rows.add("总分", f'IF({totals.total}="","待定",{totals.total})', bounds, total_result)
    reach = f'IF({totals.total}="",TEXT({low},"{shape}")&"～"&TEXT({high},"{shape}"),"—")'
    result = f"{shown(card.low, places)}～{shown(card.high, places)}" if card.total is None else "—"
    rows.add("可得范围", reach, "有指标未佐证时，总分可能的最低与最高", result, "General")
    grade = f'IF({totals.grade}="",IF({totals.possible}="","—","待定："&{totals.possible}),{totals.grade})'
    bands = "；".join(f"{name} {interval}" for name, interval in desk.scheme.grades)
    rows.add("等级", grade, bands, card.grade or "", "General")
    if card.stated_total is not None and not card.is_stated:
        remark = "文中印出的总分" + (f"，等级“{card.stated_grade}”" if card.stated_grade else "")
        rows.add("文中总分（供核对）", plain(card.stated_total), remark, card.stated_total)
    return rows.row


def _stated_total(totals: Totals) -> str:
    return f'IF({totals.uncapped}="","{NOT_DEMONSTRATED}",{totals.uncapped})'


def _stated_remark(card: Scorecard) -> str:
    printed = f"；文中印出 {plain(card.stated_total)} 分" if card.stated_total is not None else ""
    return f"只照录各项得分，没有可供重算的数据{printed}"


def _write_foot(desk: Desk, row: int, depth: int) -> None:
    """What the reader must know, and where people sign."""
    remark = (
        "得分、失分、合计和等级随“数据”“事项”“目标”“评判”各表的填写自动重算；“评分说明”是导出时的说明，不随数据变化。"
    )
    if desk.is_form:
        remark = "得分、失分、合计和等级随各表的填写自动重算。"
    if desk.card.is_stated:
        remark = "各项得分照录自文件；合计、总分和等级由公式算出。"
    note = f"\n备注：{desk.card.note}" if desk.card.note else ""
    gap = "　" * 9
    sign = f"填表人：{gap}复核人：{gap}单位负责人：{gap}日期：　　　　年　　月　　日"
    for offset, text in enumerate((remark + note, sign)):
        desk.sheet.merge_range(row + offset, 0, row + offset, _last(depth), "", desk.book.look("subtitle"))
        desk.book.text(desk.sheet, row + offset, 0, text, desk.book.look("subtitle"))
    desk.sheet.set_row(row, height_of([(remark + note, 190)], 20))
    desk.sheet.set_row(row + 1, 34)
