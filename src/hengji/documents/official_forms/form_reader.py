"""Sheets → the forms in them, each item with its cell; what is missing or unclear is said, nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from fractions import Fraction
from typing import Final

from hengji.documents.official_forms.blocks import Block, Line, blocks_of, columns_for, stands_right
from hengji.documents.official_forms.cells import figure_in
from hengji.documents.official_forms.grids import Grid
from hengji.documents.official_forms.labels import Label, read_label
from hengji.documents.official_forms.sections import Section, printed_unit, sections_of
from hengji.facts.evaluation import DataItem
from hengji.facts.findings import Finding
from hengji.facts.official_form import (
    YUAN,
    Candidate,
    FormLine,
    FormMapping,
    FormRead,
    MissingItem,
    UnclearItem,
)  # fmt: skip
from hengji.facts.sources import Source
from hengji.facts.units import Unit

__all__ = ["FormsRead", "read_forms"]

_MOST_LABELS: Final = 2_000
"""Labels among which near ones are looked for; a form has dozens."""
_MOST_ALIKE: Final = 100
"""Lines of the same label that are looked at; two that differ are one too many already."""


@dataclass(frozen=True, slots=True)
class FormsRead:
    """The forms of one file, and cells that cannot be used."""

    forms: tuple[FormRead, ...]
    findings: tuple[Finding, ...] = ()


def read_forms(
    grids: Sequence[Grid],
    mappings: Sequence[FormMapping],
    untitled: FormMapping | None = None,
    unit: Unit | None = None,
) -> FormsRead:
    """All forms in *grids* that *mappings* know; sheets of the same form and year are read as one.

    A sheet without any title is read as *untitled*; *unit* is that of amounts where the sheet declares none.
    """
    found = [(each, blocks_of(each)) for grid in grids for each in sections_of(grid, mappings, untitled)]
    sections = [(section, blocks) for section, blocks in found if blocks]
    years: dict[str, set[int]] = {}
    for section, _ in sections:
        years.setdefault(section.mapping.id, set()).update({section.year} - {0})
    parts: dict[tuple[str, int], _Form] = {}
    for section, blocks in sections:
        known = years[section.mapping.id]
        # A continued sheet may leave the year out: it is of the only year that there is.
        year = next(iter(known)) if len(known) == 1 else section.year
        parts.setdefault((section.mapping.id, year), _Form(section, year, unit)).add(section, blocks)
    findings = [finding for form in parts.values() for finding in form.findings()]
    return FormsRead(tuple(form.read() for form in parts.values()), tuple(findings))


@dataclass(slots=True)
class _Form:
    """Collects what all sheets of a form say."""

    first: Section
    year: int
    unit: Unit | None
    """Of amounts where a sheet declares none: what the sheet before it declared."""
    found: dict[str, list[Candidate]] = field(default_factory=dict)
    labels: dict[str, tuple[str, Source]] = field(default_factory=dict)
    has_line: set[str] = field(default_factory=set)

    def add(self, section: Section, blocks: Iterable[Block]) -> None:
        unit = next((each for text in section.above if (each := printed_unit(text)) is not None), self.unit)
        self.unit = unit
        all_blocks = list(blocks)
        lines = [
            (block, line) for block in all_blocks for column in block.label_columns for line in block.lines(column)
        ]
        by_key: dict[str, list[tuple[Block, Line]]] = {}
        order: dict[tuple[int, str], list[int]] = {}
        for block, line in lines:
            alike = by_key.setdefault(line.label.key, [])
            if len(alike) < _MOST_ALIKE:
                alike.append((block, line))
            order.setdefault((line.column, line.label.key), []).append(line.row)
            place = section.grid.source(line.row, line.column)
            if len(self.labels) < _MOST_LABELS:
                self.labels.setdefault(line.label.key, (section.grid.text(line.row, line.column), place))
        for wanted in section.mapping.lines:
            keys = dict.fromkeys(read_label(each).key for each in wanted.rows)
            for block, line in (pair for key in keys for pair in by_key.get(key, [])):
                rows = {key: found for (column, key), found in order.items() if column == line.column}
                if stands_right(line, wanted, block, rows):
                    self._take(block, line, wanted, unit)

    def _take(self, block: Block, line: Line, wanted: FormLine, unit: Unit | None) -> None:
        """What the columns of one row say."""
        grid = block.grid
        for column_name, item in wanted.items:
            self.has_line.add(item)
            for column in columns_for(block, line.column, self.first.mapping, column_name):
                said = _unit_of(block.path(column), line, wanted, unit)
                figure, problem = figure_in(grid, line.row, column, said)
                place = grid.source(line.row, column)
                found = None
                if figure is not None and figure.unit is not None:
                    found = self._item(item, figure.value, figure.unit, grid.text(line.row, column), place)
                label = grid.text(line.row, line.column)
                candidate = Candidate(label, grid.text(line.row, column), place, found, problem)
                if candidate not in self.found.setdefault(item, []):
                    self.found[item].append(candidate)

    def _item(self, name: str, value: Fraction, unit: Unit, text: str, place: Source) -> DataItem:
        inside = f"{place.sheet}!{place.cell}" if place.sheet else place.cell
        period = str(self.year or "")
        return DataItem(name, value, unit, text, self.first.called, period, inside, place)

    def findings(self) -> Iterable[Finding]:
        """Cells that stand where an item should, and cannot be used."""
        for name, candidates in self.found.items():
            for each in candidates:
                if each.problem:
                    what, _, advice = each.problem.partition("；")
                    yield Finding("error", f"“{name}”没有采用：{what}", each.source, "form.cell", advice=advice)

    def read(self) -> FormRead:
        items: list[DataItem] = []
        missing: list[MissingItem] = []
        unclear: list[UnclearItem] = []
        for name in self.first.mapping.items:
            candidates = self.found.get(name, [])
            agreed = _agreed(candidates)
            if agreed is not None:
                items.append(agreed)
            elif len(candidates) > 1 and any(each.item for each in candidates):
                unclear.append(UnclearItem(name, self.first.called, tuple(candidates)))
            else:
                missing.append(self._missing(name, candidates))
        first = self.first
        source = Source(first.grid.document, sheet=first.grid.name)
        return FormRead(
            first.mapping,
            first.called,
            self.year,
            first.organisation,
            source,
            tuple(items),
            tuple(missing),
            tuple(unclear),
        )

    def _missing(self, name: str, candidates: list[Candidate]) -> MissingItem:
        mapping = self.first.mapping
        line, column = next((line, column) for line in mapping.lines for column, item in line.items if item == name)
        looked_for = f"“{line.rows[0]}”行“{column}”栏"
        if candidates:
            why = candidates[0].problem.partition("；")[0] or "格子是空的"
            return MissingItem(name, self.first.called, looked_for, why, source=candidates[0].source)
        if name in self.has_line:
            specs = dict(mapping.columns)[column]
            return MissingItem(name, self.first.called, looked_for, f"没有这一栏（找过 {'、'.join(specs)}）")
        keys = [read_label(each).key for each in line.rows]
        near = [each for key in keys for each in get_close_matches(key, self.labels, 2, 0.5)]
        nearest = tuple(self.labels[key] for key in list(dict.fromkeys(near))[:2])
        return MissingItem(name, self.first.called, looked_for, "没有这一行", nearest)


def _agreed(candidates: Sequence[Candidate]) -> DataItem | None:
    """The item that all candidates say; None where they differ, or where one of the same label says nothing.

    A blank cell beside another of the labels is a heading above the line itself: it does not count.
    """
    filled = {read_label(each.label).key for each in candidates if each.item is not None}
    silent = [each for each in candidates if each.item is None]
    if not filled or any(each.problem or read_label(each.label).key in filled for each in silent):
        return None
    items = [each.item for each in candidates if each.item is not None]
    first = items[0]
    factors = [(each.value, each.unit.factor_to(first.unit)) for each in items]
    return first if all(factor is not None and value * factor == first.value for value, factor in factors) else None


def _unit_of(path: tuple[Label, ...], line: Line, wanted: FormLine, sheet: Unit | None) -> Unit | None:
    """The unit of a number alone: by its row, else its column, else its sheet; counts are in the mapping's unit."""
    if wanted.unit != YUAN:
        return wanted.unit
    money = (label.unit for label in (line.label, *reversed(path)) if label.unit is not None and label.unit.is_money)
    return next(money, sheet)
