"""How fast papers are written, beside docxtpl and LibreOffice for the same paper.

A report of about 20 pages (prose, tables, an annex turned sideways) as docx, xlsx and pdf; then its charts, a narrative
of 300 pages and a table of 10,000 rows. ``python bench/paper_speed.py [--rounds N]``; fails where a limit is passed.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import docx
from docx.document import Document
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measuring.showing import console, print_rows, save

from hengji.reports.paper.blocks import (
    Block,
    Cell,
    Contents,
    Heading,
    Live,
    PageBreak,
    Paper,
    Paragraph,
    Section,
    Table,
    Text,
)
from hengji.reports.paper.charts import Scored, Shown, scores_by_indicator
from hengji.reports.paper.print import write_pdf
from hengji.reports.paper.sheet import write_xlsx
from hengji.reports.paper.word import write_docx

__all__ = ["long_paper", "main", "report", "wide_paper"]

_LIMITS = {"docx": 0.3, "pdf": 1.0}
"""Seconds for the report, the first one of a process, once everything is imported."""
_CHAPTERS = 5
_PARAGRAPHS = 5
_HEAD = ("一级指标", "二级指标", "评分标准", "分值", "得分")
_PROSE = "示例市水务局负责保障水资源的合理开发利用，拟订全市水务发展规划和政策，组织编制重要河湖的流域综合规划。"


def _prose(chapter: int, number: int, turn: int = 0) -> str:
    return f"第{turn}次第{chapter}章第{number}段。" + _PROSE * 4


def _rows(count: int) -> list[tuple[str, ...]]:
    standard = "执行率达到95%得满分，每低1个百分点扣0.5分，扣完为止。"
    return [("过程", f"指标{number}", standard, "5.00", f"{number % 5}.50") for number in range(count)]


def _table(rows: list[tuple[str, ...]], caption: str) -> Table:
    head = tuple(Cell((Text(name),), tone="head") for name in _HEAD)
    body = tuple(
        (*(Cell((Text(text),)) for text in row[:-1]), Cell((Live(row[-1], f"得分:{row[1]}"),), align="right"))
        for row in rows
    )
    return Table((2, 3, 7, 2, 2), (head, *body), caption=caption)


def report(turn: int = 0) -> Paper:
    """About 20 pages; each *turn* gives other words, for typst remembers what it has set."""
    blocks: list[Block] = [Contents(2), PageBreak()]
    for chapter in range(1, _CHAPTERS + 1):
        blocks.append(Heading(1, (Text(f"{chapter}、部门整体支出"),)))
        blocks += [
            Paragraph((Text(_prose(chapter, number, turn)),), key=f"段{chapter}_{number}")
            for number in range(_PARAGRAPHS)
        ]
        blocks.append(_table(_rows(15), f"第{chapter}章得分"))
    annex = Section((_table(_rows(30), "评分表"),), "landscape")
    return Paper("示例市水务局2023年度部门整体支出绩效自评报告", (Section(tuple(blocks)), annex), "示例市水务局")


def long_paper(pages: int) -> Paper:
    """Prose alone; three of these paragraphs and a heading fill about a page."""
    blocks: list[Block] = []
    for number in range(pages):
        blocks.append(Heading(2, (Text(f"（{number}）部门概况"),)))
        blocks += [Paragraph((Text(_prose(number, part)),), key=f"段{number}_{part}") for part in range(3)]
    return Paper("长篇报告", (Section(tuple(blocks)),))


def wide_paper(rows: int) -> Paper:
    return Paper("长表", (Section((_table(_rows(rows), "评分表"),), "landscape"),))


# ------------------------------------------------------------------------------------- the same with docxtpl and Office
def _template() -> bytes:
    """The report as a docxtpl template: chapters of prose and a table, then the annex."""
    word = docx.Document()
    word.add_heading("{{ title }}", 0)
    word.add_paragraph("{%p for chapter in chapters %}")
    word.add_heading("{{ chapter.heading }}", 1)
    for line in ("{%p for passage in chapter.passages %}", "{{ passage }}", "{%p endfor %}"):
        word.add_paragraph(line)
    _template_table(word, "chapter.rows")
    word.add_paragraph("{%p endfor %}")
    _template_table(word, "annex")
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def _template_table(word: Document, rows: str) -> None:
    table = word.add_table(rows=4, cols=len(_HEAD))
    table.style = "Table Grid"
    for cell, name in zip(table.rows[0].cells, _HEAD, strict=True):
        cell.text = name
    table.rows[1].cells[0].text = f"{{%tr for row in {rows} %}}"
    for number, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ row[{number}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"


def _by_docxtpl(template: bytes, turn: int) -> bytes:
    from docxtpl import DocxTemplate

    word = DocxTemplate(io.BytesIO(template))
    chapters = [
        {
            "heading": f"{chapter}、部门整体支出",
            "passages": [_prose(chapter, number, turn) for number in range(_PARAGRAPHS)],
            "rows": _rows(15),
        }
        for chapter in range(1, _CHAPTERS + 1)
    ]
    word.render({"title": report().title, "chapters": chapters, "annex": _rows(30)})
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def _by_libreoffice(soffice: str, content: bytes, folder: Path) -> None:
    source = folder / "report.docx"
    source.write_bytes(content)
    options = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    subprocess.run(
        [soffice, *options, "--convert-to", "pdf", "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
    )


# --------------------------------------------------------------------------------------------------------- measuring
def _seconds(work: Callable[[int], object], turn: int = 0) -> float:
    start = time.perf_counter()
    work(turn)
    return time.perf_counter() - start


def _measured(work: Callable[[int], object], rounds: int) -> tuple[float, float]:
    """The first time, and the median of the next ones."""
    return _seconds(work), median(_seconds(work, turn) for turn in range(1, rounds + 1))


def _chart(turn: int) -> object:
    rows = [
        Scored(f"指标{turn}.{number}", Shown(Fraction(number), str(number)), Shown(Fraction(10), "10"))
        for number in range(8)
    ]
    return scores_by_indicator(rows)


def _yardsticks(rounds: int) -> dict[str, tuple[float, float]]:
    template = _template()
    found = {"docxtpl: docx": _measured(lambda turn: _by_docxtpl(template, turn), rounds)}
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice:
        content = _by_docxtpl(template, 0)
        with TemporaryDirectory() as folder:
            work = _measured(lambda _: _by_libreoffice(soffice, content, Path(folder)), max(1, rounds // 2))
        found["docxtpl + LibreOffice: pdf"] = (found["docxtpl: docx"][0] + work[0], found["docxtpl: docx"][1] + work[1])
    return found


def main() -> int:
    """Measures, prints, saves; 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    narrative, table = long_paper(300), wide_paper(10_000)
    own = {
        "docx": _measured(lambda turn: write_docx(report(turn)), rounds),
        "xlsx": _measured(lambda turn: write_xlsx(report(turn)), rounds),
        "pdf": _measured(lambda turn: write_pdf(report(turn)), rounds),
        "a chart (svg and png)": _measured(_chart, rounds),
    }
    others = _yardsticks(rounds)
    large = {
        f"{name}: {kind}": (_seconds(lambda _, write=write, large=large: write(large)),) * 2
        for name, large in (("300 pages", narrative), ("10,000 rows", table))
        for kind, write in (("docx", write_docx), ("xlsx", write_xlsx), ("pdf", write_pdf))
    }
    screen = console()
    pages = len(PdfReader(io.BytesIO(write_pdf(report()))).pages)
    rows = [[name, f"{first:.3f}", f"{usual:.3f}"] for name, (first, usual) in (own | others | large).items()]
    print_rows(screen, f"Papers: a report of {pages} pages", ["", "first, s", "median, s"], rows)
    ratios = {"docx": others["docxtpl: docx"][1] / own["docx"][1]}
    if "docxtpl + LibreOffice: pdf" in others:
        ratios["pdf"] = others["docxtpl + LibreOffice: pdf"][1] / own["pdf"][1]
    for kind, ratio in ratios.items():
        screen.print(f"  {kind}: docxtpl (+ LibreOffice) takes {ratio:.1f} times as long")
    save("paper_speed", {"pages": pages, "seconds": own | others | large, "ratios": ratios})
    late = [kind for kind, limit in _LIMITS.items() if own[kind][0] > limit]
    for kind in late:
        screen.print(f"  too slow: {kind}, limit {_LIMITS[kind]} s")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
