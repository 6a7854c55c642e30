"""History as people read it: the words for kinds of objects, and before and after line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from hengji.web.models.history import HistoryEntry

__all__ = ["KINDS", "Line", "kind_name", "lines_of", "shown"]

KINDS: Final = {
    "work": "工作",
    "campaign": "年度工作",
    "stage": "阶段",
    "organisation": "单位",
    "jurisdiction": "辖区",
    "project": "项目",
    "user": "人员",
    "invitation": "邀请",
    "token": "程序令牌",
    "assignment": "核查委派",
    "evidence": "佐证材料",
    "citation": "佐证引用",
    "comment": "意见",
    "objection": "异议",
    "monitoringnotice": "监控通知",
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
    return KINDS.get(kind, kind)


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
    return f"{len(flat)}处" if flat else ""


def _flat(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every leaf of a JSON value with its place; list places count from 1."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{place}/{key}" if place else str(key))
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _flat(inner, f"{place}/{number}" if place else str(number))
    elif value is not None and value != "":
        yield place, {True: "是", False: "否"}.get(value, str(value)) if isinstance(value, bool) else str(value)
