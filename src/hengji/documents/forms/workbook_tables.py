"""The tables of an evaluation's workbook → the keys of an evaluation file: data, events, goals, judgements, stated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Final

from hengji.documents.forms.workbook_cells import Row, Sheets
from hengji.facts.findings import Findings
from hengji.facts.numbers import read_number
from hengji.facts.sources import Listing, Located, Mapping, Source, Text
from hengji.facts.workbook_layout import (
    ANSWER,
    DATA,
    DATA_HEADINGS,
    DONE,
    EVENT_HEADINGS,
    EVENTS,
    GOAL_HEADINGS,
    GOALS,
    JUDGEMENT_HEADINGS,
    JUDGEMENTS,
    LISTED_HEADINGS,
    PATH_SEPARATOR,
    STATED,
    STATED_HEADINGS,
    STATED_KINDS,
)

__all__ = ["read_tables"]

Entries = list[tuple[Text, Located]]

_REASON: Final = {"理由代码": "code", "理由": "reason"}
_ANSWERS: Final = {"option": "option", "rate": "rate", "deduction": "deduct"}
_GOAL_TEXTS: Final = {
    "指标名称": "name", "分值": "points", "指标值": "target", "半年目标": "half_year", "评判档次": "tier",
    "职能": "duty", "重点工作": "key_work",
}  # fmt: skip


def read_tables(sheets: Sheets, findings: Findings, document: str) -> Entries:
    """All keys that the workbook has something for. A sheet that is there must have its headings."""
    tables = _Tables(sheets, findings)
    readers: tuple[tuple[str, str, Callable[[], Mapping | Listing]], ...] = (
        (DATA, "data", tables.data),
        (JUDGEMENTS, "judgements", tables.judgements),
        (EVENTS, "events", tables.events),
        (GOALS, "goals", tables.goals),
    )
    entries: Entries = []
    for sheet, key, read in readers:
        value = read() if sheet in sheets else Listing()
        if value.items if isinstance(value, Listing) else value.entries:
            entries.append((Text(key, Source(document, sheet=sheet)), value))
    return entries + (tables.stated() if STATED in sheets else [])


class _Tables:
    def __init__(self, sheets: Sheets, findings: Findings) -> None:
        self._sheets, self._findings = sheets, findings

    def _rows(self, sheet: str, headings: Sequence[str]) -> list[Row]:
        rows = self._sheets.table(sheet, headings)
        if rows is None:
            self._findings.error(
                f"“{sheet}”表没有表头", self._sheets.source(sheet, 0, 0), code="workbook.headings",
                expected="、".join(headings), advice="请不要删改表头，用系统导出的工作簿填写",
            )  # fmt: skip
        return rows or []

    def _mapping(self, entries: Entries, what: str) -> Mapping:
        """A mapping whose keys are unique; a name that stands twice is reported."""
        first: dict[str, Text] = {}
        for key, _ in entries:
            if key.text in first:
                advice = f"请与 {first[key.text].source.cell} 合并，只留一处"
                self._findings.error(f"{what}“{key.text}”写了两次", key.source, code="workbook.twice", advice=advice)
            first.setdefault(key.text, key)
        return Mapping(tuple((key, value) for key, value in entries if first[key.text] is key))

    def _listed(self) -> list[Row]:
        """The upper table of the sheet 事项, down to its blank row."""
        rows = self._rows(EVENTS, LISTED_HEADINGS) if EVENTS in self._sheets else []
        return list(takewhile(lambda row: row["清点的事项"].text, rows))

    def data(self) -> Mapping:
        counted = {row["清点的事项"].text for row in self._listed()}
        entries: Entries = []
        for row in self._rows(DATA, DATA_HEADINGS):
            name = row["数据项"]
            if not name.text or name.text in counted:
                continue
            answer = row.typed(ANSWER)
            if answer.text:
                value = _with_unit(answer.text, row["单位"].text, row.is_number(ANSWER))
                given: Entries = [(Text("value", answer.source), Text(value, answer.source))]
                given += _filled(row, {"来源表": "form", "期间": "period"})
                entries.append((name, Mapping(tuple(given), answer.source)))
        return self._mapping(entries, "数据项")

    def events(self) -> Mapping:
        lists: dict[str, list[Located]] = {}
        keys: dict[str, Text] = {}
        for row in self._listed():
            if row.typed(DONE).text == "是":
                keys[row["清点的事项"].text] = row["清点的事项"]
        for row in self._rows(EVENTS, EVENT_HEADINGS):
            if row.is_blank(EVENT_HEADINGS[:4]):
                continue
            name = row.typed("事项名称")
            if not name.text:
                self._findings.error("登记了事项，没有选事项名称", name.source, code="workbook.event")
                continue
            keys.setdefault(name.text, name)
            given = _filled(row, {"内容": "what", "同一事项": "matter"}) + _evidence(row)
            lists.setdefault(name.text, []).append(Mapping(tuple(given), row["内容"].source))
        return Mapping(tuple((key, Listing(tuple(lists.get(name, ())), key.source)) for name, key in keys.items()))

    def judgements(self) -> Mapping:
        """One entry per leaf; its parts are numbered, each with its answers and one reason."""
        parts: dict[str, dict[str, list[Row]]] = {}
        for row in self._rows(JUDGEMENTS, JUDGEMENT_HEADINGS):
            path = row["指标路径"].text
            if path:
                # The part's number is written once, over all its rows.
                found = parts.setdefault(path, {})
                number = row["部分"].text or next(reversed(found), "1")
                found.setdefault(number, []).append(row)
        entries: Entries = []
        for path, numbered in parts.items():
            judged = [(number, rows[0], _part(rows)) for number, rows in numbered.items()]
            given = [(Text(number, row["部分"].source), part) for number, row, part in judged if part.entries]
            if given:
                source = given[0][1].source
                inner = Mapping(tuple(given), source)
                whole = Mapping(((Text("parts", source), inner),), source)
                entries.append((Text(path, source), whole))
        return self._mapping(entries, "评判")

    def goals(self) -> Listing:
        rows = [row for row in self._rows(GOALS, GOAL_HEADINGS) if row["指标名称"].text or row["所属指标"].text]
        return Listing(tuple(_goal(row) for row in rows))

    def stated(self) -> Entries:
        """What the document prints, and other readings of its figures."""
        words = {word: kind for kind, word in STATED_KINDS.items()}
        found: dict[str, Entries] = {kind: [] for kind in STATED_KINDS}
        what_ifs: list[tuple[Row, Entries]] = []
        for row in self._rows(STATED, STATED_HEADINGS):
            kind = words.get(row["类别"].text, "")
            content = row.typed("内容")
            if kind == "what_if":
                what_ifs.append((row, []))
            elif kind == "what_if_data" and what_ifs:
                what_ifs[-1][1].append((row["名称"], content))
            elif kind and content.text:
                found[kind].append((row["名称"], content))
        entries: Entries = []
        for kind, key in (("total", "total"), ("grade", "grade")):
            entries += [(Text(key, value.source), value) for _, value in found[kind][:1]]
        for kind, key in (("score", "scores"), ("adjustment", "adjustments")):
            if found[kind]:
                entries.append((Text(key), self._mapping(found[kind], STATED_KINDS[kind])))
        if found["claim"]:
            entries.append((Text("claims"), Listing(tuple(value for _, value in found["claim"]))))
        keys: Entries = [(Text("stated"), Mapping(tuple(entries)))] if entries else []
        others = tuple(_what_if(row, data) for row, data in what_ifs)
        return keys + ([(Text("what_if"), Listing(others))] if others else [])


def _filled(row: Row, keys: dict[str, str]) -> Entries:
    """Cells that hold something, under the keys of an evaluation file."""
    typed = [(key, row.typed(heading)) for heading, key in keys.items()]
    return [(Text(key, text.source), text) for key, text in typed if text.text]


def _evidence(row: Row) -> Entries:
    """One piece of evidence per line of the cell."""
    cell = row.typed("佐证")
    lines = tuple(Text(line.strip(), cell.source) for line in cell.text.split("\n") if line.strip())
    return [(Text("evidence", cell.source), Listing(lines, cell.source))] if lines else []


def _part(rows: list[Row]) -> Mapping:
    entries: Entries = []
    items: Entries = []
    for row in rows:
        answer, kind = row.typed(ANSWER), row["种类"].text
        if answer.text:
            if kind == "rate":
                answer = Text(_with_unit(answer.text, "%", row.is_number(ANSWER)), answer.source)
            if kind in _ANSWERS:
                entries.append((Text(_ANSWERS[kind], answer.source), answer))
            else:
                items.append((row["评判项"], answer))
    if items:
        entries.insert(0, (Text("items", items[0][1].source), Mapping(tuple(items), items[0][1].source)))
    entries += _filled(rows[0], _REASON) + _evidence(rows[0])
    return Mapping(tuple(entries), rows[0][ANSWER].source)


def _goal(row: Row) -> Mapping:
    under = row["所属指标"]
    names = tuple(Text(name.strip(), under.source) for name in under.text.split(PATH_SEPARATOR.strip()) if name.strip())
    entries: Entries = [(Text("under", under.source), Listing(names, under.source))]
    entries += _filled(row, _GOAL_TEXTS)
    for heading, key, unit in (("实际完成值", "actual", row["单位"].text), ("评判比例", "rate", "%")):
        cell = row.typed(heading)
        if cell.text:
            value = _with_unit(cell.text, unit, row.is_number(heading))
            entries.append((Text(key, cell.source), Text(value, cell.source)))
    entries += _filled(row, _REASON) + _evidence(row)
    return Mapping(tuple(entries), row["指标名称"].source)


def _what_if(row: Row, data: Entries) -> Mapping:
    name = row["名称"]
    entries: Entries = [(Text("name", name.source), name)]
    entries += _filled(row, {"补充": "note"})
    return Mapping((*entries, (Text("data", name.source), Mapping(tuple(data), name.source))), name.source)


def _with_unit(text: str, unit: str, is_number: bool) -> str:
    """The figure with the unit that the sheet prints beside it. A rate's number cell holds the ratio."""
    if not unit or not (is_number or read_number(text) is not None):
        return text
    if unit != "%":
        return text + unit
    return f"{(Decimal(text) * 100).normalize():f}%" if is_number else text
