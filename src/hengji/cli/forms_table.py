"""The dry run of an import as tables: what would be set, what differs, what is unclear or missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from hengji.cli.language import text as _
from hengji.cli.output import print_renderable

if TYPE_CHECKING:
    from hengji.workflows.import_results import ImportRow
    from hengji.workflows.importing import Imported

__all__ = ["show_rows", "tally_of"]


def tally_of(rows: Iterable[ImportRow], *, replacing: bool) -> int:
    """How many items a person must decide on."""
    open_ = {"unclear"} if replacing else {"unclear", "differs"}
    return sum(row.state in open_ for row in rows)


def show_rows(rows: Sequence[ImportRow], imported: Imported) -> None:
    """The verdict first, then a table for each kind of line; nothing where no form was read."""
    if not imported.forms:
        return
    by_state = {
        state: [row for row in rows if row.state == state] for state in dict.fromkeys(row.state for row in rows)
    }
    for form in imported.forms:
        parts = (form.called, _("{year}年度").format(year=form.year) if form.year else "", form.organisation)
        click.echo(_("读到 {form}（{file}）").format(form="  ".join(filter(None, parts)), file=form.source))
    click.echo(_verdict(by_state))
    _show_values(by_state)
    _show_differing(by_state.get("differs", []))
    _show_unclear(by_state.get("unclear", []))
    _show_missing(by_state.get("missing", []))
    if imported.not_given:
        titles = _("、").join(imported.not_given)
        click.echo(_("方案还要用到这些表，这次没有给：{titles}。").format(titles=titles))


def _verdict(rows: dict[str, list[ImportRow]]) -> str:
    words = {
        "read": _("读出 {count} 项"),
        "set": _("会填入 {count} 项"),
        "same": _("{count} 项与已有的相同"),
        "differs": _("{count} 项与已有的不同"),
        "unclear": _("{count} 项拿不准"),
        "missing": _("{count} 项没有找到"),
    }
    said = [text.format(count=len(rows[state])) for state, text in words.items() if state in rows]
    return _("{said}。").format(said=_("，").join(said) or _("没有这个方案用到的数据项"))


def _show_values(rows: dict[str, list[ImportRow]]) -> None:
    from hengji.cli.tables import table

    titles = {"read": _("读出"), "set": _("会填入"), "same": _("与已有的相同")}
    for state, title in titles.items():
        if state in rows:
            shown = ((row.name, row.value, row.unit, _origin(row)) for row in rows[state])
            headings = (_("数据项"), _("数值"), _("单位"), _("取自"))
            print_renderable(table(headings, shown, title, right=(1,), whole=(0, 2)))


def _show_differing(rows: list[ImportRow]) -> None:
    from hengji.cli.tables import table

    if rows:
        headings = (_("数据项"), _("已有"), _("报表"), _("取自"))
        shown = ((row.name, _beside(row.old, row.old_source), f"{row.value}{row.unit}", _origin(row)) for row in rows)
        print_renderable(table(headings, shown, _("与已有的不同（加 --replace 才改）")))


def _show_unclear(rows: list[ImportRow]) -> None:
    from hengji.cli.tables import table

    if rows:
        shown = (
            (row.name if number == 0 else "", text, place)
            for row in rows
            for number, (text, place) in enumerate(row.others)
        )
        print_renderable(table((_("数据项"), _("可能的格子"), _("位置")), shown, _("拿不准，请选定后自己填")))


def _show_missing(rows: list[ImportRow]) -> None:
    from hengji.cli.tables import table

    if rows:
        shown = ((row.name, row.looked_for, _why(row)) for row in rows)
        print_renderable(table((_("数据项"), _("找过"), _("结果")), shown, _("没有找到")))


def _origin(row: ImportRow) -> str:
    return _("{form} {place}（原数 {text}）").format(form=row.form, place=row.place, text=row.text)


def _beside(value: str, source: str) -> str:
    return _("{value}（{source}）").format(value=value, source=source) if source else value


def _why(row: ImportRow) -> str:
    if row.others:
        near = _("、").join(f"{label} {place}" for label, place in row.others)
        return _("{why}；相近的有 {near}").format(why=row.why, near=near)
    return _beside(row.why, row.place)
