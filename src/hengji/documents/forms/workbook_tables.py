"""The tables of an evaluation's workbook → the keys of an evaluation file: data, events, goals, judgements, stated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from hengji.documents.forms.workbook_cells import Row, Sheets
from hengji.documents.forms.workbook_rows import Entries, filled, goal, lines, part, reason_evidence, what_if, with_unit
from hengji.facts.evidence import Evidence
from hengji.facts.findings import Findings
from hengji.facts.sources import Listing, Located, Mapping, Source, Text
from hengji.facts.wording import shortened
from hengji.facts.workbook_layout import (
    ANSWER,
    DATA,
    DATA_HEADINGS,
    DONE,
    EVENT_HEADINGS,
    EVENTS,
    EVIDENCE,
    EVIDENCE_HEADINGS,
    GOAL_HEADINGS,
    GOALS,
    JUDGEMENT_HEADINGS,
    JUDGEMENTS,
    LISTED_HEADINGS,
    NARRATIVE,
    NARRATIVE_HEADINGS,
    STATED,
    STATED_HEADINGS,
    STATED_KINDS,
)

__all__ = ["TablesRead", "read_tables"]

_EVIDENCE_TEXTS: Final = {
    "编号": "number", "材料名称": "name", "文件": "file", "页码或位置": "place", "校验码": "sha256",
}  # fmt: skip
_NOT_READ: Final = frozenset({"对照", "检查", "得分", "出处", "填报要求", "计次", "评判内容", "可填", "写什么", "指标"})
"""Columns that only people read: formulas, and what the scheme says."""


@dataclass(frozen=True, slots=True)
class TablesRead:
    """The keys of an evaluation file, and the report's passages beside it."""

    entries: Entries
    narrative: tuple[tuple[str, Text], ...] = ()


def read_tables(sheets: Sheets, findings: Findings, document: str, kinds: tuple[str, ...] = ()) -> TablesRead:
    """All keys that the workbook has something for. A sheet that is there must have its headings.

    *kinds* are those that files of evidence must be; none where any will do.
    """
    tables = _Tables(sheets, findings)
    readers: tuple[tuple[str, str, Callable[[], Mapping | Listing]], ...] = (
        (DATA, "data", tables.data),
        (JUDGEMENTS, "judgements", tables.judgements),
        (EVENTS, "events", tables.events),
        (GOALS, "goals", tables.goals),
        (EVIDENCE, "evidence", lambda: tables.evidence(kinds)),
    )
    entries: Entries = []
    for sheet, key, read in readers:
        value = read() if sheet in sheets else Listing()
        if value.items if isinstance(value, Listing) else value.entries:
            entries.append((Text(key, Source(document, sheet=sheet)), value))
    if STATED in sheets:
        entries += tables.stated()
    return TablesRead(entries, tables.narrative() if NARRATIVE in sheets else ())


class _Tables:
    def __init__(self, sheets: Sheets, findings: Findings) -> None:
        self._sheets, self._findings = sheets, findings

    def _rows(self, sheet: str, headings: Sequence[str]) -> list[Row]:
        """The rows of a table; only the columns that are filled in, and those that name the row, must be there."""
        needed = tuple(heading for heading in headings if heading not in _NOT_READ)
        rows, missing = self._sheets.table(sheet, needed)
        if missing:
            whole = len(missing) == len(needed)
            names = "、".join(f"“{heading}”" for heading in missing)
            self._findings.error(
                f"“{sheet}”表没有表头" if whole else f"“{sheet}”表的表头缺少{names}",
                self._sheets.source(sheet, 0, 0), code="workbook.headings",
                expected="、".join(needed), advice="请恢复表头；列的次序可以变，名称不能变",
            )  # fmt: skip
        return rows

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
        """The upper table of the sheet 事项, down to the headings of the lower one."""
        rows = self._rows(EVENTS, LISTED_HEADINGS) if EVENTS in self._sheets else []
        above = takewhile(lambda row: row["清点的事项"].text != EVENT_HEADINGS[0], rows)
        return [row for row in above if row["清点的事项"].text]

    def data(self) -> Mapping:
        counted = {row["清点的事项"].text for row in self._listed()}
        entries: Entries = []
        for row in self._rows(DATA, DATA_HEADINGS):
            name = row["数据项"]
            if name.text in counted:
                continue
            answer = row.typed(ANSWER)
            if answer.text and not name.text:
                self._findings.error(
                    "填了数，没有数据项的名称", answer.source, code="workbook.nameless", found=f"“{answer.text}”",
                    advice="请恢复这一行的“数据项”，或删去这一行",
                )  # fmt: skip
            elif answer.text:
                value = with_unit(answer.text, row["单位"].text, row.is_number(ANSWER))
                given: Entries = [(Text("value", answer.source), Text(value, answer.source))]
                given += filled(row, {"来源表": "form", "期间": "period", "取数位置": "place"})
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
            given = filled(row, {"内容": "what", "同一事项": "matter"}) + reason_evidence(row)
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
            judged = [(number, rows[0], part(rows)) for number, rows in numbered.items()]
            given = [(Text(number, row["部分"].source), part) for number, row, part in judged if part.entries]
            if given:
                source = given[0][1].source
                inner = Mapping(tuple(given), source)
                whole = Mapping(((Text("parts", source), inner),), source)
                entries.append((Text(path, source), whole))
        return self._mapping(entries, "评判")

    def goals(self) -> Listing:
        rows = [row for row in self._rows(GOALS, GOAL_HEADINGS) if row["指标名称"].text or row["所属指标"].text]
        return Listing(tuple(goal(row) for row in rows))

    def evidence(self, kinds: tuple[str, ...]) -> Listing:
        listed: list[Located] = []
        for row in self._rows(EVIDENCE, EVIDENCE_HEADINGS):
            if row.is_blank([heading for heading in EVIDENCE_HEADINGS if heading not in _NOT_READ]):
                continue
            given = filled(row, _EVIDENCE_TEXTS)
            if named := lines(row, "对应指标"):
                given.append((Text("indicators", named.source), named))
            listed.append(Mapping(tuple(given), row["材料名称"].source))
            self._check_kind(row["文件"], kinds)
        return Listing(tuple(listed))

    def _check_kind(self, file: Text, kinds: tuple[str, ...]) -> None:
        kind = Evidence("", "", file.text).kind
        if kinds and file.text and kind not in kinds:
            self._findings.error(
                "佐证材料的文件格式不合要求", file.source, code="workbook.evidence", found=f"“{shortened(file.text)}”",
                expected=f"{'或'.join(kinds)} 文件", advice="请转成所要求的格式后重新登记",
            )  # fmt: skip

    def narrative(self) -> tuple[tuple[str, Text], ...]:
        """Passages by key; one that goes on in further rows is one text again."""
        found: dict[str, Text] = {}
        for row in self._rows(NARRATIVE, NARRATIVE_HEADINGS):
            key, text = row["段落编号"].text, row.typed("正文")
            if text.text and not key:
                message, advice = "写了正文，不知道属于哪一段", "请把这段文字移到表里已有的一段"
                found_text = f"“{shortened(text.text)}”"
                self._findings.error(message, text.source, code="workbook.nameless", found=found_text, advice=advice)
            elif text.text:
                before = found.get(key)
                found[key] = Text(f"{before.text}\n{text.text}", before.source) if before else text
        return tuple(found.items())

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
        others = tuple(what_if(row, data) for row, data in what_ifs)
        return keys + ([(Text("what_if"), Listing(others))] if others else [])
