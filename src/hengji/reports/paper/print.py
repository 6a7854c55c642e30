"""A paper as a pdf that can be kept and signed: PDF/A-2b, tagged, with bookmarks, set by typst.

The paper's words reach typst as data (json in ``sys.inputs``), never as markup: nothing that a user typed is executed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Final

import typst

from hengji.facts.findings import Finding
from hengji.reports.paper.blocks import (
    Block,
    Cell,
    Contents,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
    Typed,
)
from hengji.reports.paper.captions import Captions
from hengji.reports.paper.faces import FacesMissing, FontChoice, choose_faces, installed
from hengji.reports.paper.grid import LONG_CELL, lines_of, placed, widths_of
from hengji.reports.paper.keeping import is_short, kept_with_next
from hengji.reports.paper.pictures import share_of_width
from hengji.reports.paper.printable import printable
from hengji.reports.paper.titles import title_lines

__all__ = ["write_pdf"]

_STANDARD: Final = "a-2b"
_NO_GLYPH: Final = "〓"
"""How Chinese printing shows a character that the case does not hold."""
_MISSING: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_LONG_SIDE, _SHORT_SIDE = 637.8, 442.2
"""Points of the text's height and width."""
_UNCUT_CELL: Final = 30
"""Lines. A shorter text in a cell over several rows stands on one page, though the cell itself may be cut."""


def write_pdf(paper: Paper, fonts: FontChoice | None = None) -> bytes:
    """The pdf. *fonts* are those of `choose_faces` unless given.

    Raises FacesMissing, which carries a finding, where the machine has no Chinese face.
    """
    chosen = fonts or choose_faces()
    if isinstance(chosen, Finding):
        raise FacesMissing(chosen)
    data = json.dumps(_paper(paper), ensure_ascii=False)
    try:
        return _set(data, chosen)
    except typst.TypstError as problem:
        # PDF/A admits no character without a glyph; typst names each of them.
        missing = {_CODE.sub(lambda m: chr(int(m[1], 16)), text) for text in _MISSING.findall(problem.diagnostic)}
        if not missing:
            raise
        data = json.dumps(_replaced(json.loads(data), str.maketrans(dict.fromkeys("".join(missing), _NO_GLYPH))))
        return _set(data, chosen)


def _set(data: str, fonts: FontChoice) -> bytes:
    faces = {name: getattr(fonts, name) for name in ("title", "body", "kai", "hei", "bold_title")}
    compiler = typst.Compiler(
        input=_template(),
        font_paths=installed(fonts.folders),
        sys_inputs={"paper": data, "faces": json.dumps(faces, ensure_ascii=False)},
    )
    done = compiler.compile(format="pdf", pdf_standards=_STANDARD, timestamp=0)
    assert isinstance(done, bytes)  # noqa: S101 - one pdf, whatever its pages
    return done


@cache
def _template() -> bytes:
    return files(__package__).joinpath("paper.typ").read_bytes()


def _replaced(value: Any, table: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, list):
        return [_replaced(item, table) for item in value]
    if isinstance(value, dict):
        return {key: _replaced(item, table) for key, item in value.items()}
    return value


# ------------------------------------------------------------------------------------------------- the paper as data
def _paper(paper: Paper) -> dict[str, Any]:
    captions = Captions()
    return {
        "title": printable(paper.title).replace("\n", ""),
        "lines": title_lines(paper.title),
        "subtitle": printable(paper.subtitle),
        "author": printable(paper.author),
        "keywords": [printable(f"{name}：{value}") for name, value in paper.about],
        "sections": [_section(section, captions) for section in paper.sections],
    }


def _section(section: Section, captions: Captions) -> dict[str, Any]:
    landscape = section.orientation == "landscape"
    size = (_LONG_SIDE, _SHORT_SIDE) if landscape else (_SHORT_SIDE, _LONG_SIDE)
    kept = kept_with_next(section.blocks)
    blocks = [_block(block, size, captions) | {"kept": at in kept} for at, block in enumerate(section.blocks)]
    return {"landscape": landscape, "blocks": blocks}


def _block(block: Block, size: tuple[float, float], captions: Captions) -> dict[str, Any]:
    match block:
        case Heading():
            return {"is": "heading", "level": block.level, "runs": _runs(block.runs)}
        case Paragraph():
            return {"is": "paragraph", "style": block.style, "runs": _runs(block.runs)}
        case Table():
            return _table(block, size[0]) | {"caption": captions.label("表", block.caption)}
        case Picture():
            picture = {"svg": block.svg, "alt": printable(block.alt), "width": share_of_width(block, *size)}
            return {"is": "picture", "caption": captions.label("图", block.caption), **picture}
        case PageBreak():
            return {"is": "break"}
        case Contents():
            return {"is": "contents", "depth": block.depth}


def _runs(runs: Iterable[Run]) -> list[list[str]]:
    """Each run as its text and its look: "" plain, "b" bold, "t" typed by hand."""
    return [
        [printable(run.text), "t" if isinstance(run, Typed) else "b" if run.bold else ""] for run in runs if run.text
    ]


def _table(table: Table, width: float) -> dict[str, Any]:
    size = 9.0 if table.small else 10.5
    widths = widths_of(table, width)
    rows = []
    for row, places in zip(table.rows, placed(table), strict=True):
        lines = [lines_of(place, widths, size) for place in places if not place.covered]
        # Unbroken rows read better, but a row longer than the page must break.
        long = any(count > LONG_CELL for count in lines)
        rows.append(
            [_cell(cell, whole=not long, uncut=count <= _UNCUT_CELL) for cell, count in zip(row, lines, strict=False)]
        )
    return {
        "is": "table",
        "widths": widths,
        "head": min(table.head_rows, len(rows)),
        "size": size,
        "short": is_short(table, width, size),
        "rows": rows,
    }


def _cell(cell: Cell, *, whole: bool, uncut: bool) -> dict[str, Any]:
    return {
        "runs": _runs(cell.runs),
        "r": cell.rows,
        "c": cell.columns,
        "align": cell.align,
        "tone": cell.tone,
        "bold": cell.bold,
        "whole": whole and cell.rows == 1,
        "uncut": uncut and cell.rows > 1,
    }
