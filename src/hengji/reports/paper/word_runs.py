"""The words of a paragraph as WordprocessingML: runs, figures in content controls, figures marked as typed by hand."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from hengji.reports.paper.blocks import Live, Run, Typed
from hengji.reports.paper.marks import Marks
from hengji.reports.paper.printable import printable

__all__ = ["field", "run", "runs_xml"]

_ALIAS = 64
"""Characters that Word takes in a control's title."""


@lru_cache(maxsize=4096)
def run(text: str, look: str = "") -> str:
    """A run of *text*; *look* is the inside of its rPr."""
    text = printable(text)
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    if "\n" not in text and "\t" not in text:
        return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
    lines = []
    for line in text.split("\n"):
        parts = [f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in line.split("\t")]
        lines.append("<w:tab/>".join(parts))
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"


def runs_xml(runs: tuple[Run, ...], marks: Marks, *, bold: bool = False) -> str:
    """All of *runs*."""
    return "".join(_run(one, marks, bold) for one in runs if one.text)


def _run(one: Run, marks: Marks, bold: bool) -> str:
    if isinstance(one, Typed):
        return run(one.text, f'<w:rStyle w:val="TypedFigure"/>{_bold(bold)}<w:highlight w:val="yellow"/>')
    text = run(one.text, _bold(bold or one.bold))
    if not isinstance(one, Live) or not one.key:
        return text
    look = f"<w:rPr>{_bold(True)}</w:rPr>" if bold or one.bold else ""
    alias = printable(one.origin or one.key).replace("\n", " ")[:_ALIAS]
    return (
        f'<w:sdt><w:sdtPr>{look}<w:alias w:val="{escape(alias)}"/><w:tag w:val="{escape(marks.tag(one.key))}"/>'
        f'<w:id w:val="{marks.number()}"/></w:sdtPr><w:sdtContent>{text}</w:sdtContent></w:sdt>'
    )


def _bold(bold: bool) -> str:
    return "<w:b/><w:bCs/>" if bold else ""


def field(code: str, shown: str, *, dirty: bool = False) -> str:
    """A field and what it shows until it is updated."""
    begin = '<w:fldChar w:fldCharType="begin" w:dirty="true"/>' if dirty else '<w:fldChar w:fldCharType="begin"/>'
    return (
        f'<w:r>{begin}</w:r><w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
