"""A scorecard, a comparison or one leaf in the terminal. Colour repeats what a word says and is never alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hengji.facts.evaluation import REASON_CODES, Reason
from hengji.facts.findings import Finding
from hengji.facts.scorecard import STATUS_WORDS, Comparison, Gap, Input, NodeScore, Scorecard, WhatIfScore
from hengji.reports.scorecard_data import (
    EVALUATOR_WORDS,
    SEVERITY_WORDS,
    figure,
    optional_points,
    optional_score,
    range_text,
    signed,
    steps,
)

__all__ = ["comparison_table", "explain_leaf", "scorecard_table"]

NARROW: Final = 80
"""Columns below which a table leaves no room for reasons, so that each node becomes a paragraph."""

GRADE_STYLES: Final = {"优": "#1a7f4b", "良": "#3b7dd8", "中": "#b7791f", "低": "#c05621", "差": "#b42318"}
SEVERITY_STYLES: Final = {"error": "bold #b42318", "warning": "bold #b7791f", "note": "bold"}
SEVERITY_MARKS: Final = {"error": "×", "warning": "!", "note": "i"}

PIECES: Final = re.compile(r"[（“‘《〔【]*(?:[!-~]+|.)[，。；：、！？）”’》〕】]*\s*")
"""What a line is not broken within: a word or one Chinese character, with the punctuation that clings to it."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Text broken as Chinese is; rich by itself takes a Chinese sentence for one long word."""

    text: str
    style: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        line = ""
        for piece in PIECES.findall(self.text):
            if line and cell_len(line + piece.rstrip()) > options.max_width:
                yield Text(line.rstrip(), style=self.style)
                line = ""
            line += piece
        yield Text(line.rstrip(), style=self.style)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(min(8, options.max_width), min(max(8, cell_len(self.text)), options.max_width))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a tree: a name at its level, short cells, and sentences that wrap."""

    name: str
    level: int
    cells: tuple[Text, ...]
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """Rows as a table, or as paragraphs where the terminal is narrow."""

    headings: tuple[str, ...]
    last: str
    rows: tuple[Row, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self._paragraphs() if options.max_width < NARROW else self._table()

    def _table(self) -> Table:
        table = Table(box=box.HORIZONTALS, show_edge=False, pad_edge=False, expand=True, header_style="dim")
        table.add_column("指标", ratio=4)
        for heading in self.headings:
            table.add_column(heading, justify="right", no_wrap=True)
        table.add_column(self.last, ratio=7)
        for row in self.rows:
            name = Padding(Wrapped(row.name), (0, 0, 0, 2 * (row.level - 1)))
            table.add_row(name, *row.cells, _lines(row.sentences), style=_row_style(row.level))
        return table

    def _paragraphs(self) -> Group:
        return Group(*(self._paragraph(row) for row in self.rows))

    def _paragraph(self, row: Row) -> Padding:
        figures = Text("  ").join(
            Text.assemble((f"{heading} ", "dim"), cell)
            for heading, cell in zip(self.headings, row.cells, strict=True)
            if cell
        )
        style = _row_style(row.level)
        body = Group(Text(row.name, style=style), figures, *map(Wrapped, row.sentences))
        return Padding(body, (0, 0, 0, row.level - 1))


def scorecard_table(card: Scorecard) -> RenderableType:
    """The whole scorecard: findings, the tree with its reasons, totals, grade, other readings."""
    places = card.score_places
    rows = [_node_row(node, places) for node in card.nodes]
    if card.adjustments:
        bonus = sum((item.points for item in card.adjustments), Fraction(0))
        rows.append(Row("加减分", 1, (Text(), Text(signed(optional_score(bonus, places))), Text())))
    for item in card.adjustments:
        points = Text(signed(optional_score(item.points, places)))
        rows.append(Row(item.name, 2, (Text(), points, Text()), item.why))
    stated = "（照录文件自报得分）" if card.is_stated else ""
    return Group(
        Text(f"{card.organisation} {card.year}年度评分表（{EVALUATOR_WORDS[card.evaluator]}）{stated}", style="bold"),
        Text(f"{card.scheme_title}（{card.scheme}）", style="dim"),
        *_findings(card.findings),
        Text(),
        Tree(("分值", "得分", "状态"), "为什么", tuple(rows)),
        Text(),
        *_results(card),
    )


def comparison_table(comparison: Comparison) -> RenderableType:
    """Self beside verified, node by node; only what differs carries a mark and a reason."""
    mine, theirs = comparison.self_card, comparison.verified_card
    places = theirs.score_places
    rows = [_gap_row(gap, len(gap.path), places) for gap in comparison.nodes]
    rows += [_gap_row(gap, 1, places) for gap in comparison.adjustments]
    scores = (mine.total, theirs.total)
    totals = tuple(Text(figure(optional_score(total, places))) for total in scores)
    full = Text(figure(optional_points(theirs.full_points)))
    rows.append(Row("总分", 1, (full, *totals, _difference(comparison.gap, places))))
    return Group(
        Text(f"{theirs.organisation} {theirs.year}年度自评核查对照表", style="bold"),
        Text(f"{theirs.scheme_title}（{theirs.scheme}）", style="dim"),
        *_findings(comparison.findings),
        Text(),
        Tree(("分值", "自评", "核查", "差额"), "原因", tuple(rows)),
        Text(),
        *(
            Text.assemble(f"{EVALUATOR_WORDS[card.evaluator]}　", _total(card), "　", _grade(card))
            for card in (mine, theirs)
        ),
    )


def explain_leaf(node: NodeScore, places: int = 2) -> RenderableType:
    """One node in full: result, standard, inputs with their sources, every step, reasons, basis."""
    score = figure(optional_score(node.score, places))
    if node.score is None:
        score = f"{STATUS_WORDS[node.status]}，可能为 {range_text(node.low, node.high, places)}"
    elif node.status != "scored":
        score += f"（{STATUS_WORDS[node.status]}）"
    points = figure(optional_points(node.points))
    if node.effective_points is not None and node.effective_points != node.points:
        points += f"，调整为 {figure(optional_points(node.effective_points))}"
    targets = (("目标", node.target), ("半年目标", node.half_year_target), ("实际", node.actual))
    sections = (
        ("分值", (points,)),
        ("得分", (score,)),
        ("失分", (figure(optional_score(node.lost, places)),)),
        ("文中得分", (figure(optional_score(node.stated, places)),) if node.stated is not None else ()),
        *((label, (text,) if text else ()) for label, text in targets),
        ("含义", tuple(node.meaning.splitlines())),
        ("评分标准", tuple(node.standard.splitlines())),
        ("数据", tuple(_input_line(item) for item in node.inputs)),
        ("步骤", steps(node.why, node.reasons)),
        ("理由", tuple(map(_reason_line, node.reasons))),
        ("依据", node.basis),
    )
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for label, lines in sections:
        if lines:
            grid.add_row(label, _lines(lines))
    return Group(Text(" › ".join(node.path), style="bold"), grid)


def _node_row(node: NodeScore, places: int) -> Row:
    points = figure(optional_points(node.points))
    if node.effective_points is not None and node.effective_points != node.points:
        points += f"→{figure(optional_points(node.effective_points))}"
    score = Text(figure(optional_score(node.score, places)))
    sentences = [*steps(node.why, node.reasons), *map(_reason_line, node.reasons)]
    if node.score is None and node.low != node.high:
        sentences.append(f"可能为 {range_text(node.low, node.high, places)}")
    status = Text(STATUS_WORDS[node.status], style="" if node.status == "not_demonstrated" else "dim")
    return Row(node.name, node.level, (Text(points), score, status), tuple(sentences))


def _gap_row(gap: Gap, level: int, places: int) -> Row:
    scores = (Text(figure(optional_score(score, places))) for score in (gap.self_score, gap.verified_score))
    sentences = (*steps(gap.why, gap.reasons), *map(_reason_line, gap.reasons)) if gap.is_leaf and gap.gap else ()
    points = Text(figure(optional_points(gap.points)) if gap.points is not None or len(gap.path) > 1 else "")
    return Row(gap.path[-1], level, (points, *scores, _difference(gap.gap, places)), sentences)


def _difference(gap: Fraction | None, places: int) -> Text:
    return Text(signed(optional_score(gap, places)), style="bold #b42318" if gap else "dim")


def _results(card: Scorecard) -> Iterator[RenderableType]:
    yield Text.assemble("总分　", _total(card), f" / {figure(optional_points(card.full_points))}　等级　", _grade(card))
    places = card.score_places
    if card.total_by_scheme is not None and card.uncapped not in (None, card.total_by_scheme):
        capped = figure(optional_score(card.total_by_scheme, places))
        yield Wrapped(f"各项与加减分合计 {figure(optional_score(card.uncapped, places))}，按方案上下限应计 {capped}")
    if card.stated_total is not None or card.stated_grade:
        yield Wrapped(
            f"文中所写　总分 {figure(optional_score(card.stated_total, places))}　等级 {card.stated_grade or '—'}"
        )
    for other in card.what_ifs:
        yield from _what_if(card, other)
    if card.note:
        yield Wrapped(f"注：{card.note}", style="dim")


def _what_if(card: Scorecard, other: WhatIfScore) -> Iterator[RenderableType]:
    places = card.score_places
    total = _total_text(other.total, other.low, other.high, places)
    difference = ""
    if card.total is not None and other.total is not None:
        difference = f"（{signed(optional_score(other.total - card.total, places))}）"
    yield Text.assemble(f"若：{other.name}　总分 ", (total, "bold"), difference, "　", _grade_word(other.grade))
    before = {node.path: figure(optional_score(node.score, places)) for node in card.nodes}
    changed = "；".join(
        f"{node.name} {before.get(node.path, '—')} → {figure(optional_score(node.score, places))}"
        for node in other.changed
    )
    yield Padding(_lines(tuple(filter(None, (changed, other.note)))), (0, 0, 0, 4))


def _total(card: Scorecard) -> Text:
    return Text(_total_text(card.total, card.low, card.high, card.score_places), style="bold")


def _total_text(total: Fraction | None, low: Fraction, high: Fraction, places: int) -> str:
    if total is None:
        return f"{range_text(low, high, places)}（尚未确定）"
    return figure(optional_score(total, places))


def _grade(card: Scorecard) -> Text:
    if card.grade or not card.possible_grades:
        return _grade_word(card.grade)
    return Text("可能为 ").append_text(Text("、").join(map(_grade_word, card.possible_grades)))


def _grade_word(grade: str) -> Text:
    return Text(grade or "—", style=f"bold {GRADE_STYLES.get(grade, '')}".strip())


def _findings(findings: Iterable[Finding]) -> Iterator[RenderableType]:
    order = list(SEVERITY_WORDS)
    for finding in sorted(findings, key=lambda finding: order.index(finding.severity)):
        severity = finding.severity
        grid = Table.grid(padding=(0, 1))
        grid.add_column(no_wrap=True)
        grid.add_column()
        mark = Text(f"{SEVERITY_MARKS[severity]} {SEVERITY_WORDS[severity]}", style=SEVERITY_STYLES[severity])
        grid.add_row(mark, _lines(tuple(str(finding).splitlines())))
        yield grid


def _lines(lines: Iterable[str]) -> Group:
    return Group(*map(Wrapped, lines))


def _input_line(item: Input) -> str:
    unit = f" {item.unit}" if item.unit else ""
    return f"{item.name} {item.value}{unit}{f' ← {item.origin}' if item.origin else ''}"


def _reason_line(reason: Reason) -> str:
    code = f"〔{REASON_CODES.get(reason.code, reason.code)}〕" if reason.code else ""
    evidence = f"佐证：{'、'.join(reason.evidence)}" if reason.evidence else ""
    if not reason.text:
        return code + evidence
    return f"{code}{reason.text}（{evidence}）" if evidence else code + reason.text


def _row_style(level: int) -> str:
    return "bold" if level == 1 else ""
