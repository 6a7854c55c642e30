"""The goal table as its page shows it: texts, sheets and rows, each with what is wrong in it and what was remarked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengji.facts.goal_table import GoalTable
from hengji.web.goals.remarks import Placed, placed_remarks, row_key
from hengji.web.models.campaign import Participation
from hengji.web.models.conversation import Comment
from hengji.web.models.work import Work
from hengji.web.projects.stages import projects_of
from hengji.web.works.content import at, shown_path
from hengji.workflows.goal_library import LibraryRow, Rolled, indicator_library, rolled_up
from hengji.workflows.goal_sheet_checks import CheckedSheets, Owner, Problem, checked_sheets
from hengji.workflows.goal_sheets import (
    EXPENDITURES,
    INDICATORS,
    SHEETS,
    SOURCES,
    Sheet,
    SheetColumn,
    SheetRow,
    sheet_rows,
)

__all__ = ["GoalsPage", "goals_page", "library_of", "owner_of"]

_WORDS: Final = {"error": gettext_lazy("错误"), "warning": gettext_lazy("提醒"), "note": gettext_lazy("提示")}

Projects = dict[str, tuple[Work, GoalTable]]
"""The department's projects by name: the work and the goal table in it."""

_PROJECT: Final = ("key_works", 0, "rows", 0, "project")
_PLAIN: Final = re.compile(r"(-?)([0-9]{1,20})(?:\.([0-9]+))?")


@dataclass(frozen=True, slots=True)
class Told:
    """All that is wrong in one cell: `severity` is the gravest, `words` each with its own and its mark."""

    column: str
    name: str
    severity: str
    words: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """The project's indicator that a row of the department's table takes over. `table` is None where the project, or
    the indicator, is not there any more; `target` is what the project promises for the year.
    """

    project: str
    table: Work | None
    target: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row: `id` is its path for the page's script, `key` what its remarks are kept under.

    `cells`: the column, the text, whether it only repeats the row above.
    """

    number: int
    id: str
    key: str
    name: str
    cells: tuple[tuple[SheetColumn, str, bool], ...]
    depth: int
    told: tuple[Told, ...]
    remarks: tuple[Comment, ...]
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class ShownText:
    """A goal in words, or the total: one field that saves itself."""

    key: str
    name: str
    value: str
    path: str
    saved: str
    row: ShownRow

    @property
    def figure(self) -> str:
        return _grouped(self.value)


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """A sheet: `data` is what its script works on."""

    sheet: Sheet
    columns: tuple[tuple[SheetColumn, str], ...]
    rows: tuple[ShownRow, ...]
    base: str
    blank: str
    data: dict[str, Any]
    linked: str = ""
    """Where in a row stands the project that it was taken over from, as JSON; empty where rows have none."""

    @property
    def data_id(self) -> str:
        return f"data-{self.sheet.key}"


@dataclass(frozen=True, slots=True)
class GoalsPage:
    """Everything of the page; `loose` belongs to no row any more."""

    owner: Owner
    checked: CheckedSheets
    texts: tuple[ShownText, ...]
    total: ShownText
    sources: ShownSheet
    expenditures: ShownSheet
    indicators: ShownSheet
    general: tuple[Told, ...]
    loose: tuple[Comment, ...]
    unresolved: int
    rolled: Rolled | None

    @property
    def sheets(self) -> tuple[ShownSheet, ...]:
        return self.sources, self.expenditures, self.indicators

    @property
    def errors(self) -> int:
        return self.checked.count("error")

    @property
    def warnings(self) -> int:
        return self.checked.count("warning")


def owner_of(work: Work) -> Owner:
    """Whose goal table the work holds."""
    return Owner(work.organisation.name, work.stage.campaign.year, work.project.name if work.project else "")


def goals_page(work: Work) -> GoalsPage:
    """Checks what stands in the work and lays it out."""
    owner = owner_of(work)
    checked = checked_sheets(work.content, owner)
    comments = tuple(work.comments.filter(is_internal=False).select_related("by", "resolved_by"))
    placed = placed_remarks(comments, checked.content, tuple(owner.texts))
    projects = _tables_of(work)
    sheets = {sheet: _shown_sheet(work, sheet, checked, placed, projects) for sheet in SHEETS}
    return GoalsPage(
        owner,
        checked,
        tuple(_shown_text(work, (key,), name, checked.problems, placed) for key, name in owner.texts.items()),
        _shown_text(work, ("funds", "total"), _("资金总额（万元）"), checked.problems, placed),
        sheets[SOURCES],
        sheets[EXPENDITURES],
        sheets[INDICATORS],
        _told(problem for problem in checked.problems if not problem.row),
        placed.loose,
        sum(comment.resolved_at is None for comment in comments),
        _rolled(projects, checked),
    )


def _shown_sheet(work: Work, sheet: Sheet, checked: CheckedSheets, placed: Placed, projects: Projects) -> ShownSheet:
    rows = sheet_rows(checked.content, sheet)
    names = {column.key: column.name for column in sheet.columns}
    by_row: dict[str, list[Problem]] = {}
    for problem in checked.problems:
        by_row.setdefault(problem.row, []).append(problem)
    shown = []
    for number, row in enumerate(rows, start=1):
        place = shown_path(row.path)
        told = _told(by_row.get(place, ()), names)
        key = row_key(sheet, row)
        name = next((cell for cell in reversed(row.cells[:4]) if cell), _("空行"))
        cells = _cells(sheet, row.cells, rows[number - 2].cells if number > 1 else ())
        shown.append(
            ShownRow(
                number,
                place.replace("/", "-"),
                key,
                name,
                cells,
                row.depth,
                told,
                placed.by_row.get(row.path, ()),
                _link(checked.content, row, projects) if sheet is INDICATORS else None,
            )
        )
    data = {"saved": at(work.content, sheet.base), "rows": at(checked.content, sheet.base)}
    columns = tuple((column, json.dumps(column.within)) for column in sheet.columns)
    linked = json.dumps(_PROJECT) if sheet is INDICATORS and not work.project_id else ""
    return ShownSheet(sheet, columns, tuple(shown), json.dumps(sheet.base), json.dumps(sheet.blank), data, linked)


def _cells(sheet: Sheet, cells: tuple[str, ...], above: tuple[str, ...]) -> tuple[tuple[SheetColumn, str, bool], ...]:
    shown = []
    repeats = bool(above)
    for place, (column, text) in enumerate(zip(sheet.columns, cells, strict=True)):
        repeats = repeats and column.inherits and text != "" and text == above[place]
        shown.append((column, _grouped(text) if column.is_number else text, repeats))
    return tuple(shown)


def _grouped(text: str) -> str:
    """A plain figure with its thousands apart and at least two decimals; anything else as it was typed."""
    plain = _PLAIN.fullmatch(text)
    return f"{'−' if plain[1] else ''}{int(plain[2]):,}.{(plain[3] or '').ljust(2, '0')}" if plain else text


def _shown_text(
    work: Work, path: tuple[str, ...], name: str, problems: tuple[Problem, ...], placed: Placed
) -> ShownText:  # fmt: skip
    value = at(work.content, path)
    place = "/".join(path)
    told = _told((one for one in problems if one.row == place), {path[-1]: name})
    row = ShownRow(0, place.replace("/", "-"), place, name, (), 0, told, placed.by_text.get(place, ()))
    text = value if isinstance(value, str) else ""
    return ShownText(path[-1], name, text, json.dumps(path), json.dumps(value, ensure_ascii=False), row)


def _told(problems: Iterable[Problem], names: dict[str, str] | None = None) -> tuple[Told, ...]:
    """The problems of a row, one entry for each of its cells."""
    by_column: dict[str, list[Problem]] = {}
    for problem in problems:
        by_column.setdefault(problem.column, []).append(problem)
    told = []
    for column, found in by_column.items():
        gravest = next(word for word in _WORDS if any(problem.severity == word for problem in found))
        words = tuple(dict.fromkeys((one.severity, str(_WORDS[one.severity]), one.words) for one in found))
        name = (names or {}).get(column, "")
        told.append(Told(column, "" if name in words[0][2] else name, gravest, words))
    return tuple(told)


def _link(content: dict[str, Any], row: SheetRow, projects: Projects) -> Link | None:
    """A row is the project's while it bears the name that the indicator has there."""
    named = at(content, (*row.path, *_PROJECT))
    if not isinstance(named, str) or not named:
        return None
    cells = dict(zip((column.key for column in INDICATORS.columns), row.cells, strict=True))
    held, table = projects.get(named, (None, None))
    own = next((one for one in table.indicators if one.name == cells["name"]), None) if table is not None else None
    if own is None:
        return Link(named, None, "", is_same=False)
    target = own.full_year.text if own.full_year is not None else ""
    return Link(named, held, target, target == cells["target"])


def _tables_of(work: Work) -> Projects:
    return {
        str(one.project): (one, checked_sheets(one.content, owner_of(one)).table) for one in projects_of(work)
    }  # fmt: skip


def _rolled(projects: Projects, checked: CheckedSheets) -> Rolled | None:
    if not projects:
        return None
    return rolled_up(checked.table, ((name, table.funds.total) for name, (_, table) in projects.items()))


def library_of(work: Work) -> tuple[LibraryRow, ...]:
    """What the department's projects promise, what it (or the project) promised before, then the round's scheme."""
    year = work.stage.campaign.year
    earlier = (
        Work.objects.filter(organisation=work.organisation, stage__kind=work.stage.kind, stage__campaign__year__lt=year)
        .filter(**({"project__name": work.project.name} if work.project else {"project": None}))
        .with_context()
        .order_by("-stage__campaign__year")[:3]
    )
    tables = (
        (_("{year}年度目标表").format(year=one.stage.campaign.year), checked_sheets(one.content, owner_of(one)).table)
        for one in earlier
    )
    chosen = Participation.objects.filter(campaign=work.stage.campaign, organisation=work.organisation)
    of_projects = ((name, table) for name, (_, table) in _tables_of(work).items())
    schemes = [] if work.project else [one.scheme for one in chosen if one.scheme]
    return indicator_library(tables, schemes, of_projects)
