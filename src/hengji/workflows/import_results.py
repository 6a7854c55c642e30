"""What an import would set, line by line for people and programs; and its writing, once a person has said so."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Final

from hengji.facts.evaluation import DataItem
from hengji.facts.findings import Finding
from hengji.facts.numbers import plain
from hengji.facts.official_form import Candidate, MissingItem, UnclearItem
from hengji.facts.sources import Source
from hengji.scoring.figure_import import Change
from hengji.workflows.files import read_content, write_file
from hengji.workflows.importing import Imported

__all__ = ["ImportRow", "apply_import", "rows_data", "rows_of", "write_import"]


_MOST_SHOWN: Final = 10
"""Cells in question that are listed of one item."""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A line of the dry run. `state`: read, set, same, differs, missing, unclear; `value` is exact, in `unit`."""

    state: str
    name: str
    value: str = ""
    unit: str = ""
    text: str = ""
    form: str = ""
    period: str = ""
    place: str = ""
    file: str = ""
    old: str = ""
    old_source: str = ""
    looked_for: str = ""
    why: str = ""
    others: tuple[tuple[str, str], ...] = ()
    """Nearest labels, or candidates: what stands there → place."""


def rows_of(imported: Imported) -> tuple[ImportRow, ...]:
    """The dry run, line by line: what would be set, what stands, what differs, what is unclear or missing."""
    if imported.proposal is None:
        items = (_row("read", item, item) for form in imported.forms for item in form.items)
        unclear = (_unclear(each) for form in imported.forms for each in form.unclear)
        return (*items, *unclear, *(_missing(each) for form in imported.forms for each in form.missing))
    proposal = imported.proposal
    changes = (_changed(change) for state in ("set", "differs", "same") for change in proposal.in_state(state))
    return (*changes, *map(_unclear, proposal.unclear), *map(_missing, proposal.missing))


def _row(state: str, item: DataItem, read: DataItem) -> ImportRow:
    value = plain(Fraction(item.value)) if not isinstance(item.value, bool) else item.text
    text = read.text if read.text.endswith(str(read.unit)) else f"{read.text}{read.unit}"
    return ImportRow(
        state, item.name, value, str(item.unit), text, item.form, item.period, item.place, item.source.document
    )


def _changed(change: Change) -> ImportRow:
    row = _row(change.state, change.new, change.read)
    if change.old is None:
        return row
    old = change.old
    where = " ".join(part for part in (old.form, old.place) if part)
    return replace(row, old=old.text, old_source=where or str(old.source))


def _unclear(item: UnclearItem) -> ImportRow:
    return ImportRow("unclear", item.name, form=item.form, others=tuple(map(_said, item.candidates[:_MOST_SHOWN])))


def _said(candidate: Candidate) -> tuple[str, str]:
    return f"{candidate.label}：{candidate.text or '（空）'}", str(candidate.source)


def _missing(item: MissingItem) -> ImportRow:
    place = str(item.source)
    nearest = tuple((label, str(source)) for label, source in item.nearest)
    return ImportRow(
        "missing", item.name, form=item.form, place=place, looked_for=item.looked_for, why=item.why, others=nearest
    )


def rows_data(imported: Imported) -> str:
    """The dry run for programs: a line of JSON each; then the findings."""
    lines = [json.dumps(_filled(asdict(row)), ensure_ascii=False) for row in rows_of(imported)]
    lines += [json.dumps(_said_of(finding), ensure_ascii=False) for finding in imported.findings]
    return "\n".join(lines)


def _filled(data: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if value}


def _said_of(finding: Finding) -> dict[str, str]:
    said = {"code": finding.code, "message": finding.message, "source": str(finding.source), "found": finding.found,
            "expected": finding.expected, "advice": finding.advice}  # fmt: skip
    return {"state": "finding", "severity": finding.severity} | {key: value for key, value in said.items() if value}


def _entries(imported: Imported, *, replacing: bool) -> dict[str, dict[str, str]]:
    """What is written of each item that is set: value, form, period, place, and the file it came from."""
    if imported.proposal is None:
        return {}
    changes = [*imported.proposal.in_state("set"), *(imported.proposal.in_state("differs") if replacing else ())]
    return {
        change.new.name: {
            "value": change.new.text,
            "form": change.new.form,
            "period": change.new.period,
            "place": change.new.place,
            "note": f"导入自 {change.new.source.document}",
        }
        for change in changes
    }


def apply_import(imported: Imported, into: Path, *, replacing: bool) -> tuple[int, tuple[Finding, ...]]:
    """Sets the items in the evaluation file *into*, whose other lines stay as they are; how many were set.

    What a person entered stays unless *replacing*.
    """
    from hengji.documents.forms.yaml_editing import with_data
    from hengji.documents.forms.yaml_reader import MAX_BYTES

    entries = _entries(imported, replacing=replacing)
    if not entries:
        return 0, ()
    content = read_content(into, MAX_BYTES)
    if isinstance(content, Finding):
        return 0, (content,)
    written = with_data(content, entries)
    if written is None:
        advice = "请用 -o 另写一个文件，再把其中的数据项复制过来；评价文件的 data 应一行一项"
        problem = Finding(
            "error", "这个评价文件不能只改几行，没有改动", Source(into.name), "form.layout", advice=advice
        )
        return 0, (problem,)
    write_file(into, written)
    return len(entries), ()


def write_import(imported: Imported, output: Path, *, replacing: bool) -> int:
    """Writes the items as a file of data, which ``workbook new --data`` takes; how many there are."""
    from hengji.documents.forms.yaml_writer import Plain, write_yaml

    entries = _entries(imported, replacing=replacing)
    data: dict[str, Plain] = {
        name: {key: text for key, text in entry.items() if text} for name, entry in entries.items()
    }
    write_file(output, write_yaml({"data": data}).encode())
    return len(entries)
