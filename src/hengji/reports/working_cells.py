"""The cells that the working papers are made of: words, labels, scores, points, the files of a paper."""

from __future__ import annotations

from typing import Final

from hengji.facts.numbers import plain, shown
from hengji.facts.scorecard import AdjustmentScore, NodeScore, Scorecard
from hengji.facts.supporting import EvidenceFile
from hengji.reports.paper.blocks import Align, Cell, Live, Run, Text, Tone

__all__ = [
    "NOTHING", "figure", "files_cell", "label", "lost_cell", "own_adjustment", "points_cell", "score_cell", "size_text",
    "word_cell",
]  # fmt: skip

NOTHING: Final = "—"
_MISSING: Final = "缺：未随附"


def word_cell(text: str, *, align: Align = "left", rows: int = 1, columns: int = 1, tone: Tone = "") -> Cell:
    return Cell((Text(text),) if text else (), rows, columns, align, tone)


def label(text: str, *, rows: int = 1, columns: int = 1) -> Cell:
    return word_cell(text, align="center", rows=rows, columns=columns, tone="head")


def figure(text: str, key: str, origin: str = "", *, columns: int = 1, align: Align = "center") -> Cell:
    return Cell((Live(text, key, origin),) if text else (), 1, columns, align)


def score_cell(node: NodeScore | None, card: Scorecard | None, kind: str) -> Cell:
    if node is None or card is None:
        return word_cell(NOTHING, align="center")
    path = "/".join(node.path)
    if node.score is not None:
        return figure(shown(node.score, card.score_places), f"{kind}:{path}|无单位")
    if node.is_leaf and node.points is None:
        return word_cell("未佐证", align="center", tone="warning")
    reach = f"{shown(node.low, card.score_places)}～{shown(node.high, card.score_places)}"
    return Cell((Text("未佐证\n"), Live(reach, f"{kind}范围:{path}")), align="center", tone="warning")


def points_cell(node: NodeScore) -> Cell:
    if node.points is None:
        return word_cell(NOTHING, align="center")
    runs: list[Run] = [Live(plain(node.points), f"分值:{'/'.join(node.path)}|无单位")]
    if node.effective_points is not None and node.effective_points != node.points:
        runs += [Text("，调至 "), Live(plain(node.effective_points), f"有效分值:{'/'.join(node.path)}|无单位")]
    return Cell(tuple(runs), align="center")


def lost_cell(node: NodeScore, card: Scorecard) -> Cell:
    text = "" if node.lost is None else shown(node.lost, card.score_places)
    return figure(text, f"失分:{'/'.join(node.path)}|无单位")


def size_text(size: int) -> str:
    """A file's size as people say it; kilobytes are of 1,024 bytes, rounded up; it is not broken over lines."""
    if size < 1024:
        return f"{size}\u00a0字节"
    if size < 1024 * 1024:
        return f"{-(-size // 1024):,}\u00a0KB"
    return f"{-(-size * 10 // (1024 * 1024)) / 10:,.1f}\u00a0MB"


def own_adjustment(item: AdjustmentScore, own: Scorecard | None) -> Cell:
    mine = None if own is None else next((each for each in own.adjustments if each.name == item.name), None)
    if mine is None or own is None:
        return word_cell(NOTHING, align="center")
    return figure(shown(mine.points, own.score_places), f"自评加减分:{item.name}")


def files_cell(files: tuple[EvidenceFile, ...], *, columns: int = 1) -> Cell:
    if not files:
        return word_cell(_MISSING, columns=columns, tone="warning")
    half = 32
    lines = (
        f"{file.name.removeprefix('佐证/')}（{size_text(file.size)}）\n{file.sha256[:half]}\n{file.sha256[half:]}"
        for file in files
    )
    return word_cell("\n".join(lines), columns=columns)
