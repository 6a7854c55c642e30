"""The working papers of a verification: a cover, a summary, the list of evidence, and one sheet per indicator.

A sheet leads from the question to who answers for the answer: what is examined, on which evidence, how the score was
recomputed, what was concluded and why, who verified and who reviewed. Bookmarks follow the first-level indicators.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hengji.facts.numbers import plain, shown
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.facts.signatures import NOBODY, Signatures
from hengji.facts.supporting import EvidenceFile, Support
from hengji.reports.paper.blocks import Block, Cell, Heading, PageBreak, Paper, Paragraph, Row, Section, Table, Text
from hengji.reports.scorecard_sides import Sides
from hengji.reports.scorecard_signing import BLANK_DATE
from hengji.reports.working_cells import (
    NOTHING,
    figure,
    files_cell,
    label,
    lost_cell,
    own_adjustment,
    points_cell,
    score_cell,
    word_cell,
)
from hengji.reports.working_sheet import adjustment_sheet, indicator_sheet, signing_sheet

__all__ = ["WorkingPapers", "working_papers"]

Path = tuple[str, ...]


@dataclass(frozen=True)
class WorkingPapers:
    """What the papers are made of. `unused` are files that nobody named."""

    sides: Sides
    supports: tuple[Support, ...] = ()
    unused: tuple[EvidenceFile, ...] = ()
    signatures: Signatures = NOBODY
    note: str = ""

    @property
    def card(self) -> Scorecard:
        """The verified scorecard. Raises ValueError where there is none."""
        if self.sides.verified is None:
            raise ValueError("working papers are of a verification")
        return self.sides.verified

    @cached_property
    def by_path(self) -> dict[Path, list[Support]]:
        found: dict[Path, list[Support]] = {}
        for support in self.supports:
            for path in support.paths:
                found.setdefault(path, []).append(support)
        return found

    @cached_property
    def branches(self) -> list[tuple[NodeScore, list[tuple[str, NodeScore]]]]:
        """First-level indicators with the rows below them, each with its number on the sheets: ``2-03``."""
        below: dict[Path, list[NodeScore]] = {}
        for node in self.sides.rows:
            below.setdefault(node.path[:1], []).append(node)
        return [
            (self.sides.nodes[path], [(f"{number}-{inside:02d}", node) for inside, node in enumerate(nodes, 1)])
            for number, (path, nodes) in enumerate(below.items(), 1)
        ]


def working_papers(papers: WorkingPapers) -> Paper:
    """The whole paper, portrait, a page for each indicator."""
    card = papers.card
    blocks: list[Block] = [*_cover(papers), PageBreak(), *_summary(papers), PageBreak(), *_evidence(papers)]
    for node, rows in papers.branches:
        blocks += _branch(node, rows, papers)
    blocks += _adjustments(papers)
    title = "部门整体绩效自评核查工作底稿"
    about = (("方案", card.scheme), ("评价年度", str(card.year)))
    subtitle = f"{card.organisation}　{card.year}年度"
    return Paper(title, (Section(tuple(blocks)),), subtitle, papers.signatures.agency or card.organisation, about)


# ------------------------------------------------------------------------------------- the cover and what sums it up
def _cover(papers: WorkingPapers) -> Iterator[Block]:
    card, own, signed = papers.card, papers.sides.own, papers.signatures
    total = shown(card.total, card.score_places) if card.total is not None else _reach(card)
    rows: list[Row] = [
        (label("被评价单位"), word_cell(card.organisation)),
        (label("评价年度"), word_cell(f"{card.year}年")),
        (label("评价方案"), word_cell(f"{card.scheme_title}（{card.scheme}）")),
        (label("核查得分"), figure(total, "总分|无单位", align="left")),
        (label("评价等级"), figure(card.grade or "、".join(card.possible_grades), "等级", align="left")),
    ]
    if own is not None:
        own_total = shown(own.total, own.score_places) if own.total is not None else _reach(own)
        rows.insert(3, (label("自评得分"), figure(own_total, "自评总分|无单位", align="left")))
    missing = sum(1 for each in papers.supports if not each.files)
    files = {file.name for each in papers.supports for file in each.files} | {file.name for file in papers.unused}
    rows += [
        (label("佐证材料"), word_cell(f"引用 {len(papers.supports)} 份，缺少 {missing} 份；随附文件 {len(files)} 个")),
        (label("核查单位"), word_cell(signed.agency)),
        (label("核查人、日期"), word_cell(f"{signed.verifier}　　{signed.verified_on or BLANK_DATE}")),
        (label("复核人、日期"), word_cell(f"{signed.lead_verifier}　　{signed.reviewed_on or BLANK_DATE}")),
    ]
    if papers.note:
        rows.append((label("说明"), word_cell(papers.note)))
    yield Table((24, 76), tuple(rows), head_rows=0, key="表:封面")


def _reach(card: Scorecard) -> str:
    return f"未定，在 {shown(card.low, card.score_places)}～{shown(card.high, card.score_places)} 之间"


def _summary(papers: WorkingPapers) -> Iterator[Block]:
    """Every indicator on a line, with its sheet's number and how its evidence stands."""
    sides, card = papers.sides, papers.card
    yield Heading(1, (Text("核查汇总表"),))
    heads = ("索引号", "指标", "分值", "自评\n得分", "核查\n得分", "扣分", "佐证")
    rows: list[Row] = [tuple(label(head) for head in heads)]
    for node, leaves in papers.branches:
        of_own, of_verified = sides.of_own.get(node.path), sides.of_verified.get(node.path)
        if node.level == 1 and not any(leaf.path == node.path for _, leaf in leaves):
            number = leaves[0][0].partition("-")[0]
            held = word_cell("")
            rows.append(_bold(_line(number, node, (of_own, of_verified), papers, held)))
        for number, leaf in leaves:
            scored = (sides.of_own.get(leaf.path), sides.of_verified.get(leaf.path))
            rows.append(_line(number, leaf, scored, papers, _held(papers.by_path.get(leaf.path, []))))
    for each in card.adjustments:
        rows.append((
            word_cell("加减分", align="center"), word_cell(each.name), word_cell(NOTHING, align="center"),
            own_adjustment(each, sides.own), figure(shown(each.points, card.score_places), f"加减分:{each.name}"),
            word_cell(""), _held(papers.by_path.get((each.name,), [])),
        ))  # fmt: skip
    rows.append(_total(papers))
    yield Table((11, 37, 9, 12, 12, 9, 16), tuple(rows), key="表:汇总", small=True)


def _line(
    number: str, node: NodeScore, scored: tuple[NodeScore | None, NodeScore | None], papers: WorkingPapers, held: Cell
) -> tuple[Cell, ...]:
    """A line of the summary: *node* as the department and as the verifier *scored* it."""
    own, verified = scored
    return (
        word_cell(number, align="center"),
        word_cell(node.name),
        points_cell(node),
        score_cell(own, papers.sides.own, "自评得分"),
        score_cell(verified, papers.card, "得分"),
        lost_cell(node, papers.card),
        held,
    )


def _bold(cells: tuple[Cell, ...]) -> Row:
    return tuple(Cell(each.runs, 1, 1, each.align, each.tone or "total", bold=True) for each in cells)


def _held(supports: list[Support]) -> Cell:
    if not supports:
        return word_cell(NOTHING, align="center")
    missing = sum(1 for each in supports if not each.files)
    text = f"{len(supports)} 份" + (f"，缺 {missing} 份" if missing else "")
    return word_cell(text, align="center", tone="warning" if missing else "")


def _total(papers: WorkingPapers) -> Row:
    own, card = papers.sides.own, papers.card
    own_total = "" if own is None or own.total is None else shown(own.total, own.score_places)
    total = "未定" if card.total is None else shown(card.total, card.score_places)
    return _bold((
        word_cell(""), word_cell("合计"), figure(plain(card.full_points), "满分|无单位"),
        figure(own_total or NOTHING, "自评总分|无单位"), figure(total, "总分|无单位"), word_cell(""), word_cell(""),
    ))  # fmt: skip


def _evidence(papers: WorkingPapers) -> Iterator[Block]:
    """Every paper once: which indicators rest on it, which files hold it; what is missing stands out."""
    yield Heading(1, (Text("佐证材料清单"),))
    numbers = {leaf.path: number for _, leaves in papers.branches for number, leaf in leaves}
    rows: list[Row] = [tuple(label(head) for head in ("序号", "材料", "用于", "文件（大小）和 SHA-256"))]
    for number, support in enumerate(papers.supports, 1):
        used = "、".join(numbers.get(path, path[-1]) for path in support.paths) or "未指明指标"
        named = word_cell("\n".join((support.name, *support.places)))
        rows.append((word_cell(str(number), align="center"), named, word_cell(used), files_cell(support.files)))
    rows += [
        (word_cell(NOTHING, align="center"), word_cell("没有引用的文件"), word_cell("未指明指标"), files_cell((file,)))
        for file in papers.unused
    ]
    if len(rows) == 1:
        rows.append((word_cell("没有引用任何佐证材料", columns=4, align="center"),))
    yield Table((8, 28, 18, 50), tuple(rows), key="表:佐证", small=True)


# ------------------------------------------------------------------------------------------------ the sheets
def _branch(node: NodeScore, leaves: list[tuple[str, NodeScore]], papers: WorkingPapers) -> Iterator[Block]:
    for place, (number, leaf) in enumerate(leaves):
        yield PageBreak()
        if place == 0:
            yield Heading(1, (Text(f"{number.partition('-')[0]}　{node.name}"),))
        yield Heading(2, (Text(f"{number}　{leaf.name}"),))
        supports = papers.by_path.get(leaf.path, [])
        yield indicator_sheet(number, leaf, papers.sides, supports, papers.signatures)


def _adjustments(papers: WorkingPapers) -> Iterator[Block]:
    """One page for what stands outside the hundred."""
    if not papers.card.adjustments:
        return
    yield PageBreak()
    yield Heading(1, (Text("加减分项"),))
    for each in papers.card.adjustments:
        yield Heading(2, (Text(each.name),))
        supports = papers.by_path.get((each.name,), [])
        yield adjustment_sheet(each, papers.sides.adjustment_texts.get(each.name, ""), papers.sides, supports)
    yield Paragraph((Text("加减分项在百分之外，按方案的上限计。"),), "note")
    yield signing_sheet(papers.signatures)
