"""The cells of the rubric: what each asks, what stands there, what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengji.facts.findings import Finding
from hengji.facts.numbers import percent, plain
from hengji.rules.rule import Asked
from hengji.rules.scheme import DataDefinition
from hengji.web.works.content import Key, at, shown_path
from hengji.workflows.rubric import AskedPart, RubricRow

__all__ = ["Cells", "Field", "cell_id", "problems_by_cell"]

_GOAL_CELLS: Final = (
    ("target", gettext_lazy("全年指标值"), "text"),
    ("half_year", gettext_lazy("半年指标值"), "text"),
    ("actual", gettext_lazy("实际完成值"), "text"),
    ("points", gettext_lazy("分值"), "text"),
    ("rate", gettext_lazy("评判比例（定性指标）"), "text"),
    ("tier", gettext_lazy("评判档次（定性指标）"), "choice"),
    ("reason", gettext_lazy("未完成的原因"), "long"),
)


@dataclass(frozen=True, slots=True)
class Field:
    """One cell to fill: `path` and `saved` as JSON for the page's script."""

    id: str
    label: str
    path: str
    value: str
    saved: str
    kind: str
    unit: str = ""
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    """What is wrong with the cell, in words."""
    is_of_scheme: bool = False
    """The label is the scheme's word, which is Chinese in every language."""
    shared: bool = False
    """Asked by an earlier row already; shown here, typed there."""
    beside: str = ""
    """What tells in which row of a list the cell is, as JSON: the page's script sends it along."""


def cell_id(cell: str) -> str:
    """The id on the page of the cell that the history calls *cell*: ``data/预算数/value``."""
    return f"c{blake2b(cell.encode(), digest_size=6).hexdigest()}"


def problems_by_cell(findings: Sequence[Finding]) -> dict[str, list[str]]:
    """What is wrong, by cell: words with what was found, what is expected, what to do."""
    by_cell: dict[str, list[str]] = {}
    for item in findings:
        if item.source.cell:
            found = _("填的是{found}").format(found=_quoted(item.found)) if item.found else ""
            expected = _("应为{expected}").format(expected=item.expected) if item.expected else ""
            words = "；".join(part for part in (item.message, found, expected, item.advice) if part)
            by_cell.setdefault(item.source.cell, []).append(words)
    return by_cell


def _quoted(text: str) -> str:
    return text if text.startswith("“") else f"“{text}”"


class Cells:
    """Makes the fields of rows out of a work's content. A data item that several rows read is typed in the first."""

    def __init__(
        self, content: Mapping[str, Any], findings: Sequence[Finding], typed_elsewhere: Sequence[str] = ()
    ) -> None:
        self.content = content
        self.problems = problems_by_cell(findings)
        self._seen: set[str] = set(typed_elsewhere)

    def of(self, row: RubricRow) -> Iterator[Field]:
        """What a row of the scheme asks: its figures, then its judgements part by part with their reasons."""
        yield from (self._figure(item) for item in row.data if item.kind != "events")
        for part in row.asked:
            yield from (replace(self._asked(row, part, asked), is_of_scheme=True) for asked in part.asks)
            label = _("第{number}部分的理由").format(number=part.number) if len(row.asked) > 1 else _("理由")
            path = ("judgements", row.key, "parts", str(part.number), "reason")
            yield self.field(path, label, "long", hint=_("{label}：扣分或酌情给分的依据").format(label=label))

    def of_goal(self, index: int, tiers: Sequence[str]) -> Iterator[Field]:
        """The cells of the goal row *index* (from 0)."""
        whole = self.problems.get(f"goals/{index + 1}", [])
        for key, label, kind in _GOAL_CELLS:
            beside = tuple(("goals", index, name) for name in ("under", "name"))
            field = self.field(("goals", index, key), str(label), kind, beside=beside)
            if key == "tier":
                field = replace(field, options=tuple((name, name) for name in tiers))
            yield replace(field, problems=(*whole, *field.problems)) if key == "target" else field

    def field(
        self, path: tuple[Key, ...], label: str, kind: str, unit: str = "", hint: str = "",
        beside: Sequence[tuple[Key, ...]] = (),
    ) -> Field:  # fmt: skip
        """The cell at *path*; *beside* are the places that tell which row of a list it is in."""
        value, cell = at(self.content, path), shown_path(path)
        return Field(
            id=cell_id(cell),
            label=label,
            path=json.dumps(path, ensure_ascii=False),
            value="、".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value),
            saved=json.dumps(value, ensure_ascii=False),
            kind=kind,
            unit=unit,
            hint=hint,
            problems=tuple(self.problems.get(cell, ())),
            beside=json.dumps([[place, at(self.content, place)] for place in beside], ensure_ascii=False)
            if beside
            else "",
        )

    def _figure(self, item: DataDefinition) -> Field:
        path = ("data", item.name, "value")
        hint = "；".join(part for part in (item.form, item.note) if part)
        kind, unit = ("truth", "") if item.kind == "truth" else ("figure", str(item.unit))
        field = self.field(path, item.name, kind, unit, hint)
        of_whole = self.problems.get("/".join(path[:2]), [])
        shared = item.name in self._seen
        self._seen.add(item.name)
        return replace(field, problems=(*of_whole, *field.problems), shared=shared, is_of_scheme=True)

    def _asked(self, row: RubricRow, part: AskedPart, asked: Asked) -> Field:
        path = ("judgements", row.key, *part.place(asked))
        options: tuple[tuple[str, str], ...] = ()
        if asked.kind == "option":
            options = tuple((str(number), f"{number}. {option.text}") for number, option in enumerate(asked.options, 1))
        elif asked.kind == "points" and not asked.partial:
            options = (
                (plain(asked.high), _("达到（{high}分）").format(high=plain(asked.high))),
                ("0", _("未达到（0分）")),
            )
        if options:
            return replace(self.field(path, asked.text, "choice"), options=options)
        if asked.kind == "rate":
            tiers = "；".join(f"{each.text} {percent(each.low)}～{percent(each.high)}" for each in asked.options)
            return self.field(path, asked.text, "figure", "%", tiers or f"{percent(asked.low)}～{percent(asked.high)}")
        return self.field(path, asked.text, "figure", "分", f"{plain(asked.low)}～{plain(asked.high)}")
