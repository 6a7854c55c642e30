"""What a project's self-evaluation can take from its own goal table, and a department's from its projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from hengji.facts.goal_table import GoalTable
from hengji.facts.numbers import plain, shown
from hengji.rules.scheme import Scheme, walk
from hengji.workflows.prefilling import Offer, OfferedEdit, data_offer
from hengji.workflows.project_funds import project_sums
from hengji.workflows.project_tables import BUDGET, project_money

__all__ = ["from_project", "from_projects", "with_points"]

Content = Mapping[str, Any]
_STEP: Final = Fraction(1, 2)
"""Points are shared out in halves."""


def from_project(content: Content, initial: Fraction | None, table: GoalTable, source: str) -> Iterator[Offer]:
    """The money and the goal in words: *initial* is the project's own 年初预算数 in 万元, *table* its goal table."""
    funds = content.get("funds") if isinstance(content.get("funds"), dict) else {}
    if initial is not None:
        offered = OfferedEdit(("funds", "initial_budget"), (funds or {}).get("initial_budget"), _money(initial))
        yield from _offer("年度资金总额 年初预算数", offered, "项目的年初预算数")
    if table.funds.total is not None:
        yield from data_offer(content, BUDGET, {"value": _money(table.funds.total), "form": source}, source)
    if table.funds.sources and not (funds or {}).get("lines"):
        lines = [_line(each.name, each.full_year, initial == table.funds.total) for each in table.funds.sources]
        edit = OfferedEdit(("funds", "lines"), (funds or {}).get("lines"), lines)
        names = "、".join(each.name for each in table.funds.sources)
        yield Offer("资金来源各行", "", names, source, (edit,))
    if table.annual:
        yield from _offer("预期目标", OfferedEdit(("expected",), content.get("expected"), table.annual), source)


def from_projects(
    content: Content, projects: Sequence[tuple[str, Content]], scheme: Scheme, source: str
) -> Iterator[Offer]:
    """Into a department's self-evaluation: sums of the projects' money, and the actuals of rows that are theirs."""
    sums = project_sums([project_money(own, name) for name, own in projects])
    for item in scheme.data:
        if item.name in sums:
            told = {"value": _money(sums[item.name]), "form": f"{len(projects)}个{source}"}
            yield from data_offer(content, item.name, told, f"{len(projects)}个{source}之和")
    by_name = dict(projects)
    for index, row in enumerate(_rows(content)):
        own = next((one for one in _rows(by_name.get(row.get("project", ""), {})) if _is_same(one, row)), None)
        if own is not None and own.get("actual"):
            beside = tuple((("goals", index, key), row.get(key)) for key in ("under", "name"))
            edit = OfferedEdit(("goals", index, "actual"), row.get("actual"), own["actual"], beside)
            yield from _offer(f"{row['name']} 的完成值", edit, f"{source}“{row['project']}”")


def with_points(offers: Iterable[Offer], content: Content, earlier: Content, scheme: Scheme) -> Iterator[Offer]:
    """New goal rows with points: last year's where the slot had the same rows, else the slot's points shared evenly.

    A slot in which rows stand already is somebody's own: its new rows come without points.
    """
    listed = list(offers)
    added = [(number, offer.edits[0].after) for number, offer in enumerate(listed) if _is_new_row(offer)]
    for slot, node in walk(scheme.indicators):
        mine = [(number, row) for number, row in added if tuple(row["under"][: len(slot)]) == slot]
        taken = any(tuple(row.get("under") or ())[: len(slot)] == slot for row in _rows(content))
        if node.slot is None or not mine or taken or node.points is None:
            continue
        points = _last_points([row for _, row in mine], earlier, node.points) or _even(node.points, len(mine))
        for (number, row), given in zip(mine, points, strict=True):
            edit = listed[number].edits[0]
            told = f"{listed[number].after}，分值 {plain(given)}"
            filled = replace(edit, after={**row, "points": plain(given)})
            listed[number] = replace(listed[number], after=told, edits=(filled,))
    yield from listed


def _is_new_row(offer: Offer) -> bool:
    path = offer.edits[0].path
    return path[0] == "goals" and len(path) == 2


def _last_points(rows: Sequence[Content], earlier: Content, whole: Fraction) -> list[Fraction] | None:
    last = {(tuple(row.get("under") or ()), row.get("name")): str(row.get("points") or "") for row in _rows(earlier)}
    texts = [last.get((tuple(row["under"]), row["name"]), "") for row in rows]
    try:
        points = [Fraction(text) for text in texts]
    except ValueError:
        return None
    return points if sum(points) == whole else None


def _even(whole: Fraction, count: int) -> list[Fraction]:
    """In halves, what is left over going to the first rows: 50 in three is 17, 16.5, 16.5."""
    each = whole / count // _STEP * _STEP
    rest = (whole - each * count) / _STEP
    return [each + (_STEP if number < rest else 0) for number in range(count)]


def _line(name: str, amount: Fraction | None, is_initial: bool) -> dict[str, str]:
    line = {"name": name}
    if amount is not None:
        line |= {"initial_budget": _money(amount)} if is_initial else {}
        line["adjusted_budget"] = _money(amount)
    return line


def _is_same(own: Content, row: Content) -> bool:
    return bool(own.get("name")) and own.get("name") == row.get("name")


def _offer(name: str, edit: OfferedEdit, source: str) -> Iterator[Offer]:
    if edit.before != edit.after:
        yield Offer(name, str(edit.before or ""), str(edit.after), source, (edit,))


def _rows(content: Content) -> list[dict[str, Any]]:
    rows = content.get("goals")
    return [row if isinstance(row, dict) else {} for row in rows] if isinstance(rows, list) else []


def _money(amount: Fraction) -> str:
    return f"{shown(amount, 2) if amount * 100 == amount * 100 // 1 else plain(amount)}万元"
