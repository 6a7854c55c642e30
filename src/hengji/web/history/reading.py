"""History as people read it: the words for kinds of objects, and before and after line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengji.web.models.history import HistoryEntry

__all__ = ["KINDS", "Line", "kind_name", "lines_of", "shown"]

KINDS: Final = {
    "work": gettext_lazy("工作"),
    "campaign": gettext_lazy("年度工作"),
    "stage": gettext_lazy("阶段"),
    "organisation": gettext_lazy("单位"),
    "jurisdiction": gettext_lazy("辖区"),
    "project": gettext_lazy("项目"),
    "user": gettext_lazy("人员"),
    "invitation": gettext_lazy("邀请"),
    "token": gettext_lazy("程序令牌"),
    "assignment": gettext_lazy("核查委派"),
    "evidence": gettext_lazy("佐证材料"),
    "citation": gettext_lazy("佐证引用"),
    "comment": gettext_lazy("意见"),
    "objection": gettext_lazy("异议"),
    "monitoringnotice": gettext_lazy("监控通知"),
}
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One place inside what was changed; empty text where there was nothing."""

    place: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        return self.before != self.after


def kind_name(kind: str) -> str:
    """What a kind of object is called."""
    return str(KINDS.get(kind, kind))


def lines_of(entry: HistoryEntry) -> list[Line]:
    """Before and after beside each other, place by place; where both are large only what differs."""
    before, after = dict(_flat(entry.before)), dict(_flat(entry.after))
    lines = [Line(place, before.get(place, ""), after.get(place, "")) for place in dict.fromkeys([*before, *after])]
    return [line for line in lines if line.differs] or lines


def shown(value: Any) -> str:
    """A value in one short line, for lists."""
    flat = list(_flat(value))
    if len(flat) == 1 and not flat[0][0]:
        text = flat[0][1]
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return _("{count}处").format(count=len(flat)) if flat else ""


def _flat(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every leaf of a JSON value with its place; list places count from 1."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{place}/{key}" if place else str(key))
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _flat(inner, f"{place}/{number}" if place else str(number))
    elif value is not None and value != "":
        yield place, {True: _("是"), False: _("否")}.get(value, str(value)) if isinstance(value, bool) else str(value)
