"""What a form remembers of itself on its hidden sheet, and whether its visible cover still says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hengji.documents.forms.workbook_cells import Sheets
from hengji.facts.findings import Finding
from hengji.facts.sources import Source, Text
from hengji.facts.workbook_layout import COVER_LABELS, MARK, MARK_LABELS

__all__ = ["WorkbookMark", "changed_since", "read_mark"]

_KEPT = ("scheme", "year", "organisation")
_ADVICE = "请用为这个单位、年度、方案另外生成的工作簿填报"


@dataclass(frozen=True, slots=True)
class WorkbookMark:
    """Scheme and fingerprint, year, organisation and stage as they were when the form went out; all as text."""

    scheme: str
    fingerprint: str
    year: str
    organisation: str
    stage: str
    evidence_kinds: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


def read_mark(sheets: Sheets) -> WorkbookMark | None:
    """The mark; None where the workbook has none, as a scorecard."""
    if MARK not in sheets:
        return None
    labelled = sheets.labelled(MARK, tuple(MARK_LABELS.values()))
    told = {key: labelled[label].text if label in labelled else "" for key, label in MARK_LABELS.items()}
    if not told["fingerprint"]:
        return None
    evidence, names = tuple(told.pop("evidence").split()), tuple(told.pop("sheets").split())
    return WorkbookMark(**told, evidence_kinds=evidence, sheets=names)


def changed_since(mark: WorkbookMark, cover: Mapping[str, Text], sheets: Sheets) -> Iterator[Finding]:
    """Where the cover was made to say something else than the form went out for, and sheets that are gone."""
    for key in _KEPT:
        went_out, now = getattr(mark, key), cover.get(key)
        if now is not None and now.text != went_out:
            yield Finding(
                "error", f"“{COVER_LABELS[key]}”被改过，这份工作簿不能用", now.source, "workbook.changed",
                found=f"“{now.text}”", expected=f"“{went_out}”（发出时）", advice=_ADVICE,
            )  # fmt: skip
    for name in mark.sheets:
        if name not in sheets:
            message, advice = (
                f"少了“{name}”工作表，其中填的内容没有读到",
                "请恢复这张表的名称，或用原来的工作簿重新填写",
            )
            yield Finding("error", message, Source(sheets.document), "workbook.sheet", advice=advice)
