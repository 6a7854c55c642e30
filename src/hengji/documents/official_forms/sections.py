"""Which rows of a sheet belong to which form, and what its heading says: year, unit, who filled it in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from hengji.documents.headers import is_figure
from hengji.documents.official_forms.grids import Grid
from hengji.documents.official_forms.labels import half_width, read_label
from hengji.documents.table_captions import unit_in
from hengji.facts.official_form import FormMapping
from hengji.facts.units import Unit, read_unit

__all__ = ["Section", "printed_unit", "sections_of"]

_MOST_IN_A_TITLE_ROW: Final = 3
_LONGEST_TITLE: Final = 60
_SHORTEST_TITLE: Final = 5
_MOST_FORMS: Final = 100
"""Titles in one sheet; more are no heading of a form."""
_ABOVE: Final = 4
"""Rows above a title that may belong to it: the number of the form, 附件."""

_YEARLY: Final = re.compile(r"((?:19|20)\d\d)年度")
_DATED: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年|[-/.]\d{1,2})")
_CHINESE_YEAR: Final = re.compile(r"[一二三四五六七八九〇○零]{4}(?=年)")
_NOT_THE_YEAR: Final = re.compile(r"打印|导出|制表|填报日期|报送|填表日期")
_DIGITS: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_BY: Final = re.compile(r"(?:编制|填报|预算)?(?:单位|部门)(?:\(公章\)|\(盖章\))?(?:名称)?:(.*)")
_NUMBER: Final = re.compile(r"(?:财决|决算|公开|附|CS|Z|F)[A-Z]{0,2}附?\d{1,3}(?:-\d{1,2})?表?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """The rows *first* to *last* (included) of a sheet, which hold one form; its title stands in row *title*."""

    grid: Grid
    mapping: FormMapping
    first: int
    title: int
    last: int

    @property
    def above(self) -> list[str]:
        """The texts of the first rows, without spaces, before any figure comes."""
        texts: list[str] = []
        for row in sorted(row for row in self.grid.rows if self.first <= row <= self.last)[: 2 * _ABOVE + 4]:
            cells = list(self.grid.rows[row].values())
            if row > self.title and any(is_figure(text) and not _DATED.search(text) for text in cells):
                break
            texts += ["".join(half_width(text).split()) for text in cells]
        return texts

    @property
    def year(self) -> int:
        """The year that the heading writes; 0 for none."""
        texts = [_CHINESE_YEAR.sub(lambda each: each[0].translate(_DIGITS), text) for text in self.above]
        texts = [text for text in texts if not _NOT_THE_YEAR.search(text)]
        for pattern in (_YEARLY, _DATED):
            for text in (*texts, half_width(self.grid.name)):
                if match := pattern.search(text):
                    return int(match[1])
        return 0

    @property
    def organisation(self) -> str:
        for number, text in enumerate(self.above):
            match = _BY.fullmatch(text)
            if match is not None and "金额" not in text and printed_unit(text) is None:
                return match[1] or next(iter(self.above[number + 1 : number + 2]), "")
        return ""

    @property
    def called(self) -> str:
        """The printed number of the form, with its title."""
        printed = next((text for text in self.above if _NUMBER.fullmatch(text)), "")
        return f"{printed} {self.mapping.title}".strip()


def printed_unit(text: str) -> Unit | None:
    """The unit of money that a line declares: ``金额单位：元``."""
    for name in re.split("[、,，/和]", unit_in(text)):
        unit = read_unit(name)
        if unit is not None and unit.is_money:
            return unit
    return None


def sections_of(grid: Grid, mappings: Sequence[FormMapping], untitled: FormMapping | None) -> Iterator[Section]:
    """The forms in a sheet, by their titles; else by the name of the sheet; else it is *untitled*."""
    titled = list(islice(_titles(grid, mappings), _MOST_FORMS))
    if not any(mapping for _, _, mapping in titled) and grid.rows:
        whole = _form_titled(grid.name, mappings) or untitled
        titled = [(min(grid.rows), min(grid.rows) - 1, whole)] if whole is not None else []
    for number, (first, title, mapping) in enumerate(titled):
        last = titled[number + 1][0] - 1 if number + 1 < len(titled) else max(grid.rows)
        if mapping is not None:
            yield Section(grid, mapping, first, title, last)


def _titles(grid: Grid, mappings: Sequence[FormMapping]) -> Iterator[tuple[int, int, FormMapping | None]]:
    """First row, row of the title, form; None for the title of a form that no mapping knows."""
    rows = sorted(grid.rows)
    taken = -1
    for number, row in enumerate(rows):
        if not _is_heading(grid, row):
            continue
        found = next(
            (form for text in grid.rows[row].values() if (form := _form_titled(text, mappings)) is not None), None
        )
        if found is not None or _names_another(grid.rows[row].values()):
            above = number
            while (
                above > 0 and number - above < _ABOVE and rows[above - 1] > taken and _is_heading(grid, rows[above - 1])
            ):
                above -= 1
            yield rows[above], row, found
            taken = row


def _is_heading(grid: Grid, row: int) -> bool:
    texts = list(grid.rows[row].values())
    return len(texts) <= _MOST_IN_A_TITLE_ROW and not any(is_figure(text) for text in texts)


def _form_titled(text: str, mappings: Sequence[FormMapping]) -> FormMapping | None:
    """The form whose title the text has; of titles that hold one another the longest counts."""
    if len(text) > _LONGEST_TITLE:
        return None
    key = read_label(text).key
    keys = ((read_label(title).key, form) for form in mappings for title in form.titles)
    named = [(len(title), form) for title, form in keys if title in key and not _is_unlike(key, title, form)]
    return max(named, key=lambda each: each[0])[1] if named else None


def _is_unlike(key: str, title: str, form: FormMapping) -> bool:
    beside = key.replace(title, "", 1)
    return any(word in beside for word in form.unlike)


def _names_another(texts: Collection[str]) -> bool:
    """Whether a row is the title of some form: alone in its row, ends in 表, and is not the number of a form."""
    (text, *others) = texts
    key = read_label(text).key
    return (
        not others
        and _SHORTEST_TITLE <= len(key) <= _LONGEST_TITLE
        and key.endswith("表")
        and not _NUMBER.fullmatch(key)
    )
