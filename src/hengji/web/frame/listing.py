"""Lists: every one filters, sorts, pages and exports in the same way, by its address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar, cast
from urllib.parse import quote

from django.core.paginator import Page, Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from hengji.workflows.table_export import list_workbook

__all__ = ["Column", "Listing"]

_PAGE: Final = 50
_MOST_EXPORTED: Final = 20_000
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

M = TypeVar("M")


@dataclass(frozen=True)  # with slots, Column[Work](…) fails on Python 3.11
class Column(Generic[M]):
    """`by` are the database fields it sorts by, `order` what it sorts by where rows are sorted in memory (neither: it
    does not sort); `text` is what an export writes. A column that is only `exported` has no place on the page.
    """

    key: str
    name: str | Promise
    text: Callable[[M], str]
    by: tuple[str, ...] = ()
    number: bool = False
    order: Callable[[M], Any] | None = None
    exported: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's head on the page: its link sorts, or turns the order round."""

    name: str | Promise
    link: str
    direction: str
    number: bool


class Listing(Generic[M]):
    """The rows of one page, in the order and with the filters that the address names.

    Rows are a queryset, or what was laid out already. Where a page has several lists, each has a `prefix` of its own
    in the address.
    """

    def __init__(
        self,
        request: HttpRequest,
        rows: models.QuerySet[Any] | Sequence[M],
        columns: Sequence[Column[M]],
        title: str,
        prefix: str = "",
    ) -> None:
        self._request, self._columns, self.title, self._prefix = request, columns, title, prefix
        self._sort = request.GET.get(f"{prefix}sort", "")
        self._rows = self._sorted(rows)
        self.page: Page[Any] = Paginator(self._rows, _PAGE).get_page(request.GET.get(f"{prefix}page"))
        self.total = self.page.paginator.count

    @property
    def headings(self) -> list[Heading]:
        return [self._heading(column) for column in self._columns if not column.exported]

    @property
    def export_link(self) -> str:
        return self._link(export="xlsx", page="")

    @property
    def previous_link(self) -> str:
        return self._link(page=str(self.page.previous_page_number())) if self.page.has_previous() else ""

    @property
    def next_link(self) -> str:
        return self._link(page=str(self.page.next_page_number())) if self.page.has_next() else ""

    @property
    def is_asked_for_export(self) -> bool:
        return self._request.GET.get(f"{self._prefix}export") == "xlsx"

    def export(self) -> HttpResponse:
        """The whole list, not one page of it, as xlsx."""
        found = cast("Iterable[M]", self._rows[:_MOST_EXPORTED])
        rows = ([column.text(item) for column in self._columns] for item in found)
        content = list_workbook(self.title, [str(column.name) for column in self._columns], rows)
        response = HttpResponse(content, content_type=_XLSX)
        response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(self.title)}.xlsx"
        return response

    def _sorted(self, rows: models.QuerySet[Any] | Sequence[M]) -> models.QuerySet[Any] | Sequence[M]:
        column = next((one for one in self._columns if one.key == self._sort.lstrip("-") and _sorts(one)), None)
        if column is None:
            return rows
        backwards = self._sort.startswith("-")
        if isinstance(rows, models.QuerySet) and column.by:
            return rows.order_by(*(f"-{field}" if backwards else field for field in column.by), "pk")
        order = column.order
        return rows if order is None else sorted(cast("Iterable[M]", rows), key=order, reverse=backwards)

    def _heading(self, column: Column[M]) -> Heading:
        if not _sorts(column):
            return Heading(column.name, "", "", column.number)
        here = self._sort.lstrip("-") == column.key
        backwards = self._sort.startswith("-")
        direction = ("descending" if backwards else "ascending") if here else ""
        turned = f"-{column.key}" if here and not backwards else column.key
        return Heading(column.name, self._link(sort=turned, page=""), direction, column.number)

    def _link(self, **changes: str) -> str:
        """The same address with some of its parts changed; empty ones fall away."""
        query = self._request.GET.copy()
        query.pop(f"{self._prefix}export", None)
        for key, value in changes.items():
            if value:
                query[self._prefix + key] = value
            else:
                query.pop(self._prefix + key, None)
        return f"?{query.urlencode()}"


def _sorts(column: Column[Any]) -> bool:
    return bool(column.by) or column.order is not None
