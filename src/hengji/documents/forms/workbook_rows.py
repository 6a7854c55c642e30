"""One row of a workbook's table → the mapping that an evaluation file would write for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from hengji.documents.forms.workbook_cells import Row
from hengji.facts.numbers import read_number
from hengji.facts.sources import Listing, Located, Mapping, Text
from hengji.facts.targets import read_target
from hengji.facts.workbook_layout import ANSWER, PATH_SEPARATOR

__all__ = ["Entries", "filled", "goal", "lines", "part", "reason_evidence", "what_if", "with_unit"]

Entries = list[tuple[Text, Located]]

_REASON: Final = {"理由代码": "code", "理由": "reason"}
_ANSWERS: Final = {"option": "option", "rate": "rate", "deduction": "deduct"}
_GOAL_TEXTS: Final = {
    "指标名称": "name", "分值": "points", "指标值": "target", "半年目标": "half_year", "评判档次": "tier",
    "职能": "duty", "重点工作": "key_work",
}  # fmt: skip


def filled(row: Row, keys: dict[str, str]) -> Entries:
    """Cells that hold something, under the keys of an evaluation file."""
    typed = [(key, row.typed(heading)) for heading, key in keys.items()]
    return [(Text(key, text.source), text) for key, text in typed if text.text]


def reason_evidence(row: Row) -> Entries:
    """One piece of evidence per line of the cell."""
    listed = lines(row, "佐证")
    return [(Text("evidence", listed.source), listed)] if listed else []


def lines(row: Row, heading: str) -> Listing | None:
    """The lines of a cell; None where it is empty."""
    cell = row.typed(heading)
    texts = tuple(Text(line.strip(), cell.source) for line in cell.text.split("\n") if line.strip())
    return Listing(texts, cell.source) if texts else None


def part(rows: list[Row]) -> Mapping:
    entries: Entries = []
    items: Entries = []
    for row in rows:
        answer, kind = row.typed(ANSWER), row["种类"].text
        if answer.text:
            if kind == "rate":
                answer = Text(with_unit(answer.text, "%", row.is_number(ANSWER)), answer.source)
            if kind in _ANSWERS:
                entries.append((Text(_ANSWERS[kind], answer.source), answer))
            else:
                items.append((row["评判项"], answer))
    if items:
        entries.insert(0, (Text("items", items[0][1].source), Mapping(tuple(items), items[0][1].source)))
    entries += filled(rows[0], _REASON) + reason_evidence(rows[0])
    return Mapping(tuple(entries), rows[0][ANSWER].source)


def goal(row: Row) -> Mapping:
    under = row["所属指标"]
    names = tuple(Text(name.strip(), under.source) for name in under.text.split(PATH_SEPARATOR.strip()) if name.strip())
    entries: Entries = [(Text("under", under.source), Listing(names, under.source))]
    entries += filled(row, _GOAL_TEXTS)
    units = {"实际完成值": row["单位"].text or _unit_of_target(row), "评判比例": "%"}
    for heading, key in (("实际完成值", "actual"), ("评判比例", "rate")):
        cell = row.typed(heading)
        if cell.text:
            value = with_unit(cell.text, units[heading], row.is_number(heading))
            entries.append((Text(key, cell.source), Text(value, cell.source)))
    entries += filled(row, _REASON) + reason_evidence(row)
    return Mapping(tuple(entries), row["指标名称"].source)


def _unit_of_target(row: Row) -> str:
    """A row that somebody added has its unit only in its target."""
    target = read_target(row["指标值"].text)
    return str(target.unit) if target is not None and target.unit is not None else ""


def what_if(row: Row, data: Entries) -> Mapping:
    name = row["名称"]
    entries: Entries = [(Text("name", name.source), name)]
    entries += filled(row, {"补充": "note"})
    return Mapping((*entries, (Text("data", name.source), Mapping(tuple(data), name.source))), name.source)


def with_unit(text: str, unit: str, is_number: bool) -> str:
    """The figure with the unit that the sheet prints beside it. A rate's number cell holds the ratio."""
    if not unit or text.endswith("%") or not (is_number or read_number(text) is not None):
        return text
    if unit != "%":
        return text + unit
    return f"{(Decimal(text) * 100).normalize():f}%" if is_number else f"{text}%"
