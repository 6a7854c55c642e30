"""What could be filled in from what is known already: each cell with what stands there and where the new one is from.

Nothing is written: a person chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from hengji.facts.figures import read_figure
from hengji.facts.findings import Finding
from hengji.facts.goal_table import goals_of
from hengji.facts.sources import Listing, Located
from hengji.facts.sources import Mapping as Entries
from hengji.rules.goal_table_notation import GOAL_TABLE, read_goal_table
from hengji.rules.scheme import Scheme, walk
from hengji.workflows.contents import located_content

__all__ = [
    "Offer", "OfferedEdit", "data_offer", "from_forms", "from_goals", "from_last_year", "from_monitoring",
    "from_workbook",
]  # fmt: skip

_LAST: Final = "上年"
_THIS: Final = ("本年", "", "当年", "年末")
_OWN: Final = ("data", "judgements", "events", "goals")
_MONITORED: Final = {"budget": ("全年预算数", "预算数"), "spent": ("全年执行数", "预算完成数")}
"""What the monitoring enters, and the data items of the built-in schemes that mean the same for the whole year."""

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OfferedEdit:
    """One cell: its path in the content, what stands there, what it would become."""

    path: tuple[str | int, ...]
    before: Any
    after: Any
    beside: tuple[tuple[tuple[str | int, ...], Any], ...] = ()
    """What tells which row of a list the cell is in (path, value)."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One line to choose. `advised` is whether it is ticked from the start: where nothing of one's own is lost, and
    the figure is the whole year's (`is_interim`: it is of a day within the year).
    """

    name: str
    before: str
    after: str
    source: str
    edits: tuple[OfferedEdit, ...]
    is_interim: bool = False

    @property
    def advised(self) -> bool:
        return not self.before and not self.is_interim

    @property
    def differs(self) -> bool:
        return bool(self.before)


def from_last_year(content: Content, earlier: Content, scheme: Scheme, year: int) -> Iterator[Offer]:
    """Last year's figures where this year's scheme asks for them, and where figures were taken from last time."""
    known = earlier.get("data", {})
    for item in scheme.data:
        if item.kind == "events":
            continue
        source = f"{year}年度自评"
        if item.name.startswith(_LAST):
            names = (head + item.name.removeprefix(_LAST) for head in _THIS)
            found = next((name for name in names if _value(known.get(name))), "")
            if found:
                told = {"value": _value(known[found]), "form": f"{source}“{found}”"}
                yield from data_offer(content, item.name, told, source)
        elif item.kind == "truth" and _value(known.get(item.name)):
            yield from data_offer(content, item.name, {"value": _value(known[item.name])}, source)
        elif form := _part(known.get(item.name), "form"):
            place = _part(known.get(item.name), "place")
            if not _part(_at(content, ("data", item.name)), "form"):
                told = {"form": form} | ({"place": place} if place else {})
                yield from data_offer(content, item.name, told, f"{source}填的来源", " 的来源")


def from_goals(content: Content, table: Content, scheme: Scheme, source: str) -> Iterator[Offer]:
    """The rows of this year's goal table where the scheme leaves slots for them; those that stand already are left.

    *table* is in the notation of goal tables, with its `organisation` and `year`.
    """
    slots = [path for path, node in walk(scheme.indicators) if node.slot is not None]
    read = read_goal_table(located_content({"table": GOAL_TABLE, **table}, source)) if slots else None
    standing = content.get("goals", [])
    names = {(*(row.get("under") or ()), row.get("name")) for row in standing if isinstance(row, dict)}
    number = len(standing)
    for goal in goals_of(read.table) if read is not None and read.table is not None else ():
        if goal.path in names or not any(goal.under[: len(slot)] == slot for slot in slots):
            continue
        row: dict[str, Any] = {"under": list(goal.under), "name": goal.name}
        row |= {"target": goal.target.text} if goal.target is not None else {}
        row |= {"half_year": goal.half_year.text} if goal.half_year is not None else {}
        row |= {"key_work": goal.key_work} if goal.key_work else {}
        row |= {"project": goal.project} if goal.project else {}
        after = f"指标值 {goal.target.text}" if goal.target is not None else "没有写指标值"
        edit = OfferedEdit(("goals", number), None, row)
        yield Offer(f"绩效目标 {'/'.join(goal.path)}", "", after, source, (edit,))
        number += 1


def from_monitoring(
    content: Content, monitoring: Content, scheme: Scheme, source: str, *, whole_year: bool
) -> Iterator[Offer]:
    """The budget of the monitoring and, for each goal row that it watched, actual, cause and measure.

    *whole_year*: the monitoring is as of 31 December. Otherwise what was spent is not the year's and is not offered,
    and the rest is offered, but not advised.
    """
    known = {item.name for item in scheme.data}
    for key, names in _MONITORED.items():
        value = _with_unit(monitoring.get(key)) if whole_year or key == "budget" else ""
        for name in (name for name in names if name in known and value):
            yield from data_offer(content, name, {"value": value, "form": source}, source)
    watched = monitoring.get("goals")
    for index, row in enumerate(content.get("goals", [])):
        found = watched.get(_watched_key(row)) if isinstance(watched, dict) and isinstance(row, dict) else None
        if not isinstance(found, dict):
            continue
        beside = tuple((("goals", index, key), row.get(key)) for key in ("under", "name"))
        told = (("actual", "完成值", _part(found, "actual")), ("reason", "偏差原因和措施", _explained(found)))
        for key, word, after in told:
            before = row.get(key)
            if after and before != after:
                edit = OfferedEdit(("goals", index, key), before, after, beside)
                yield Offer(f"{row['name']} 的{word}", _shown(before), after, source, (edit,), not whole_year)


def _watched_key(row: Mapping[str, Any]) -> str:
    """What the monitoring keeps a goal row under: its levels, its key work and its name."""
    under = [str(level) for level in row.get("under") or ()]
    key_work = str(row.get("key_work") or "")
    levels = under if len(under) > 2 else [*under, key_work]
    return "/".join(part for part in (*levels, str(row.get("name") or "")) if part)


def _explained(found: Mapping[str, Any]) -> str:
    """Why it deviates and what is done about it, as one reason; the words of two fields that end where they end."""
    parts = (_part(found, "cause"), _part(found, "measure"))
    return "；".join(part.strip().rstrip("。；") for part in parts if part.strip())


def _with_unit(value: Any) -> str:
    """An amount as a data item takes it: the monitoring reads a bare number as 万元."""
    text = value.strip() if isinstance(value, str) else ""
    figure = read_figure(text) if text else None
    return "" if figure is None else text if figure.unit is not None else f"{text}万元"


def from_forms(
    content: Content, files: Iterable[Path], scheme: Scheme, year: int
) -> tuple[tuple[Offer, ...], tuple[Finding, ...]]:
    """Figures of final-account forms, with sheet and cell; and what could not be read or is not clear."""
    from hengji.workflows.importing import ImportOrder, import_forms

    imported = import_forms(ImportOrder(tuple(files), scheme=scheme.id, year=year))
    offers: list[Offer] = []
    for change in imported.proposal.changes if imported.proposal is not None else ():
        item = change.new
        told = {"value": item.text, "form": item.form, "place": item.place, "period": item.period}
        offers += data_offer(content, item.name, {key: text for key, text in told.items() if text}, item.form)
    return tuple(offers), imported.findings


def from_workbook(content: Content, located: Located, source: str) -> Iterator[Offer]:
    """The good cells of a workbook that came back, where they are other than what stands."""
    came = _plain(located)
    for key in _OWN:
        for path, after in _leaves(came.get(key), (key,)):
            before = _at(content, path)
            if before != after:
                name = " › ".join(str(part + 1) if isinstance(part, int) else part for part in path[1:])
                edit = OfferedEdit(path, before, after)
                yield Offer(name, _shown(before), _shown(after), source, (edit,))


def data_offer(content: Content, name: str, told: Mapping[str, str], source: str, what: str = "") -> Iterator[Offer]:
    """The cells of a data item that become other; none where all stand so already."""
    standing = _at(content, ("data", name))
    if isinstance(standing, str):
        standing = {"value": standing}
    now = standing if isinstance(standing, dict) else {}
    edits = tuple(
        OfferedEdit(("data", name, key), now.get(key), text) for key, text in told.items() if now.get(key) != text
    )
    main = "value" if "value" in told else "form"
    if edits and now.get(main) != told[main]:
        yield Offer(f"{name}{what}", str(now.get(main) or ""), told[main], source, edits)


def _value(item: Any) -> str:
    return item if isinstance(item, str) else _part(item, "value")


def _part(item: Any, key: str) -> str:
    found = item.get(key) if isinstance(item, dict) else None
    return found if isinstance(found, str) else ""


def _at(content: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        if isinstance(content, Mapping) and isinstance(key, str):
            content = content.get(key)
        elif isinstance(content, list) and isinstance(key, int) and key < len(content):
            content = content[key]
        else:
            return None
    return content


def _leaves(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Cells one by one; lists as a whole: their rows have no names by which to compare them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif value not in (None, ""):
        yield path, value


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)} 行"
    return "" if value is None else str(value)


def _plain(located: Located) -> Any:
    if isinstance(located, Entries):
        return {key.text: _plain(value) for key, value in located.entries}
    if isinstance(located, Listing):
        return [_plain(item) for item in located.items]
    return located.text
