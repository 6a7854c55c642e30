"""Lists: every one filters, sorts, pages and exports in the same way, by its address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar
from urllib.parse import quote

from django.core.paginator import Page, Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse

from hengji.workflows.table_export import list_workbook

__all__ = ["Column", "Listing"]

_PAGE: Final = 50
_MOST_EXPORTED: Final = 20_000
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True)  # with slots, Column[Work](…) fails on Python 3.11
class Column(Generic[M]):
    """`by` are the database fields it sorts by (empty: it does not); `text` is what an export writes."""

    key: str
    name: str
    text: Callable[[M], str]
    by: tuple[str, ...] = ()
    number: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's head on the page: its link sorts, or turns the order round."""

    name: str
    link: str
    direction: str
    number: bool


class Listing(Generic[M]):
    """The rows of one page, in the order and with the filters that the address names."""

    def __init__(
        self, request: HttpRequest, queryset: models.QuerySet[M], columns: Sequence[Column[M]], title: str
    ) -> None:
        self._request, self._columns, self.title = request, columns, title
        self._sort = request.GET.get("sort", "")
        self._queryset = self._sorted(queryset)
        self.page: Page[Any] = Paginator(self._queryset, _PAGE).get_page(request.GET.get("page"))
        self.total = self.page.paginator.count

    @property
    def headings(self) -> list[Heading]:
        return [self._heading(column) for column in self._columns]

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
        return self._request.GET.get("export") == "xlsx"

    def export(self) -> HttpResponse:
        """The whole list, not one page of it, as xlsx."""
        rows = ([column.text(item) for column in self._columns] for item in self._queryset[:_MOST_EXPORTED])
        content = list_workbook(self.title, [column.name for column in self._columns], rows)
        response = HttpResponse(content, content_type=_XLSX)
        response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(self.title)}.xlsx"
        return response

    def _sorted(self, queryset: models.QuerySet[M]) -> models.QuerySet[M]:
        column = next((one for one in self._columns if one.key == self._sort.lstrip("-") and one.by), None)
        if column is None:
            return queryset
        sign = "-" if self._sort.startswith("-") else ""
        return queryset.order_by(*(f"{sign}{field}" for field in column.by), "pk")

    def _heading(self, column: Column[M]) -> Heading:
        if not column.by:
            return Heading(column.name, "", "", column.number)
        here = self._sort.lstrip("-") == column.key
        backwards = self._sort.startswith("-")
        direction = ("descending" if backwards else "ascending") if here else ""
        turned = f"-{column.key}" if here and not backwards else column.key
        return Heading(column.name, self._link(sort=turned, page=""), direction, column.number)

    def _link(self, **changes: str) -> str:
        """The same address with some of its parts changed; empty ones fall away."""
        query = self._request.GET.copy()
        query.pop("export", None)
        for key, value in changes.items():
            if value:
                query[key] = value
            else:
                query.pop(key, None)
        return f"?{query.urlencode()}"
