"""The demonstration: every example scored, written as workbook and page, with one page that links them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from hengji.facts.findings import Finding
from hengji.facts.scorecard import Scorecard
from hengji.reports.scorecard_data import EVALUATOR_WORDS, optional_score, range_text
from hengji.workflows.files import write_file
from hengji.workflows.scoring import (
    Scored,
    compare_files,
    score_file,
    write_comparison_page,
    write_page,
    write_workbook,
)

__all__ = ["Demonstrated", "demonstrate", "example_files", "grade_of", "total_of", "write_index"]

_ROUNDS = ("self", "verified")


@dataclass(frozen=True, slots=True)
class Demonstrated:
    """One example file: its result, or why there is none, and the files written for it (name → words)."""

    example: str
    evaluation: Path
    findings: tuple[Finding, ...]
    card: Scorecard | None
    written: tuple[tuple[Path, str], ...] = ()


def example_files(examples: Path) -> tuple[Path, ...]:
    """Every ``self.yaml`` and ``verified.yaml``, one folder per department and year."""
    folders = sorted(folder for folder in examples.iterdir() if folder.is_dir()) if examples.is_dir() else []
    candidates = (folder / f"{name}.yaml" for folder in folders for name in _ROUNDS)
    return tuple(path for path in candidates if path.is_file())


def demonstrate(evaluations: tuple[Path, ...], out: Path) -> Iterator[Demonstrated]:
    """Scores one after the other, and writes what belongs to each before the next is begun."""
    for evaluation in evaluations:
        scored = score_file(evaluation)
        example = evaluation.parent.name
        written = tuple(_write(scored, scored.card, evaluation, out)) if scored.card else ()
        yield Demonstrated(example, evaluation, scored.findings, scored.card, written)


def _write(scored: Scored, card: Scorecard, evaluation: Path, out: Path) -> Iterator[tuple[Path, str]]:
    name = f"{evaluation.parent.name}-{evaluation.stem}"
    word = EVALUATOR_WORDS[card.evaluator]
    page, workbook = out / f"{name}.html", out / f"{name}.xlsx"
    write_page(card, page)
    yield page, f"{word}页面"
    write_workbook(scored, workbook)
    yield workbook, f"{word}工作簿"
    own = evaluation.with_name("self.yaml")
    if evaluation.stem == "verified" and own.is_file():
        comparison = compare_files(own, evaluation).comparison
        if comparison is not None:
            beside = out / f"{evaluation.parent.name}-compare.html"
            write_comparison_page(comparison, beside)
            yield beside, "自评与核查对照"


def total_of(card: Scorecard) -> str:
    """The total, or the range that it can still be in."""
    total = optional_score(card.total, card.score_places)
    return range_text(card.low, card.high, card.score_places) if total is None else total


def grade_of(card: Scorecard) -> str:
    """The grade, or the grades that it can still be."""
    return card.grade or "或".join(card.possible_grades)


def write_index(shown: tuple[Demonstrated, ...], out: Path) -> Path:
    """The page that links all that was written."""
    path = out / "index.html"
    write_file(path, _INDEX.replace("{rows}", "\n".join(_row(item, out) for item in shown)).encode())
    return path


def _row(item: Demonstrated, out: Path) -> str:
    card = item.card
    if card is None:
        problem = item.findings[0].message if item.findings else ""
        return f"<tr><td>{escape(item.example)}</td><td colspan=6>没有计分：{escape(problem)}</td></tr>"
    links = " · ".join(
        f'<a href="{escape(path.relative_to(out).as_posix(), quote=True)}">{escape(words)}</a>'
        for path, words in item.written
    )
    cells = (card.organisation, f"{card.year}", EVALUATOR_WORDS[card.evaluator], card.scheme_title)
    texts = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    total = f'<td class="figure">{escape(total_of(card))}</td>'
    return f"<tr>{texts}{total}<td>{escape(grade_of(card))}</td><td>{links}</td></tr>"


_INDEX = """<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>衡绩：示例评分</title>
<style>
body { font: 14px/22px "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif; color: #1f2933; margin: 24px; }
h1 { font-size: 20px; }
table { border-collapse: collapse; font-size: 13px; line-height: 20px; }
th, td { text-align: left; padding: 4px 12px 4px 0; border-bottom: 1px solid #e5e9ee; vertical-align: top; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
a { color: #0b6e74; }
@media (max-width: 600px) {
  body { margin: 16px; }
  table, tbody, tr, td { display: block; }
  tr { border-bottom: 1px solid #e5e9ee; padding: 8px 0; }
  tr:first-child { display: none; }
  td { border: 0; padding: 0; }
  td:nth-child(2), td:nth-child(3), td:nth-child(5), td:nth-child(6) { display: inline; padding-right: 8px; }
}
</style>
<h1>示例评分</h1>
<table>
<tr><th>单位</th><th>年度</th><th>评价人</th><th>方案</th><th class=figure>总分</th><th>等级</th><th>文件</th></tr>
{rows}
</table>
</html>
"""
