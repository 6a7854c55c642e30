"""The scorecard behind a report, on landscape pages: upper levels merged, one row per indicator that is scored."""

from __future__ import annotations

from hengji.facts.numbers import plain
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.reports.narrative.explaining import tight
from hengji.reports.narrative.subject import Subject
from hengji.reports.narrative.tables import live, score_text
from hengji.reports.paper.blocks import Cell, Heading, Live, Row, Run, Section, Table, Text

__all__ = ["annex"]

_LEVELS = ("一级指标", "二级指标", "三级指标", "四级指标", "五级指标", "六级指标")


def annex(subject: Subject) -> tuple[Section, ...]:
    """One section with the whole tree."""
    title = f"附件：{subject.card.year}年度部门整体绩效评分表"
    return (Section((Heading(1, (Text(title),), key="附件"), _table(subject)), "landscape"),)


def _table(subject: Subject) -> Table:
    card, own = subject.card, subject.own
    depth = max((node.level for node in card.nodes), default=1)
    beside = ("自评得分",) if own is not None else ()
    heads = (*_LEVELS[:depth], "分值", "评分标准", "评分说明", *beside, "核查得分" if own is not None else "得分")
    rows: list[Row] = [tuple(Cell((Text(head),), align="center", tone="head", bold=True) for head in heads)]
    began: set[tuple[str, ...]] = set()
    rows += [_row(node, subject, depth, began) for node in card.nodes if _is_last(node, card)]
    rows += _adjustments(subject, depth)
    rows.append(_total(subject, depth))
    widths = (*((11,) * (depth - 1)), 15, 7, 34, 30, *((9,) if own is not None else ()), 9)
    return Table(widths, tuple(rows), caption="评分表", key="表:评分表", small=True)


def _is_last(node: NodeScore, card: Scorecard) -> bool:
    """Whether nothing stands below it: a leaf, or a group whose goals nobody has listed."""
    below = len(node.path)
    return not any(each.level > below and each.path[:below] == node.path for each in card.nodes)


def _row(node: NodeScore, subject: Subject, depth: int, began: set[tuple[str, ...]]) -> Row:
    card, own = subject.card, subject.own
    cells = []
    for level in range(1, node.level):
        above = node.path[:level]
        if above not in began:
            began.add(above)
            under = sum(1 for each in card.nodes if each.path[:level] == above and _is_last(each, card))
            cells.append(Cell(_named(card.node(above), above), rows=under))
    path = "/".join(node.path)
    points = "" if node.effective_points is None else plain(node.effective_points)
    cells += [
        Cell((Text(node.name),), columns=depth - node.level + 1),
        Cell(live(points, f"分值:{path}|无单位"), align="right"),
        Cell(live(tight(node.standard), f"标准:{path}")),
        Cell(live(_lines(node.why), f"说明:{path}")),
    ]
    if own is not None:
        beside = own.node(node.path)
        text = "" if beside is None else score_text(beside.score, own.score_places)
        cells.append(Cell(live(text, f"自评得分:{path}|无单位"), align="right"))
    cells.append(Cell(live(score_text(node.score, card.score_places), f"得分:{path}|无单位"), align="right"))
    return tuple(cells)


def _lines(why: tuple[str, ...]) -> str:
    """Each step on its line, told apart by a stop as well: who copies a cell loses its line breaks."""
    return "；\n".join(tight(line) for line in why)


def _named(node: NodeScore | None, path: tuple[str, ...]) -> tuple[Run, ...]:
    """The upper indicator with its points."""
    if node is None or node.effective_points is None:
        return (Text(path[-1]),)
    return (Text(f"{path[-1]}\n（"), Live(f"{plain(node.effective_points)}分", f"分值:{'/'.join(path)}"), Text("）"))


def _adjustments(subject: Subject, depth: int) -> list[Row]:
    card, own = subject.card, subject.own
    rows: list[Row] = []
    for each in card.adjustments:
        mine = next((one for one in own.adjustments if one.name == each.name), None) if own is not None else None
        if not each.points and (mine is None or not mine.points):
            continue
        cells = [Cell((Text(f"加减分：{each.name}"),), columns=depth), Cell(), Cell()]
        cells.append(Cell(live(_lines(each.why), f"说明:{each.name}")))
        if own is not None:
            text = score_text(mine.points if mine is not None else None, own.score_places)
            cells.append(Cell(live(text, f"自评加减分:{each.name}"), align="right"))
        cells.append(Cell(live(score_text(each.points, card.score_places), f"加减分:{each.name}"), align="right"))
        rows.append(tuple(cells))
    return rows


def _total(subject: Subject, depth: int) -> Row:
    card, own = subject.card, subject.own
    cells = [
        Cell((Text("合计"),), columns=depth, tone="total", bold=True),
        Cell(live(plain(card.full_points), "满分|无单位"), align="right", tone="total", bold=True),
        Cell((), tone="total"),
        Cell((), tone="total"),
    ]
    if own is not None:
        text = score_text(own.total, own.score_places)
        cells.append(Cell(live(text, "自评总分|无单位"), align="right", tone="total", bold=True))
    text = score_text(card.total, card.score_places)
    cells.append(Cell(live(text, "总分|无单位"), align="right", tone="total", bold=True))
    return tuple(cells)
