"""`hengji scheme list`: the built-in schemes."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, cast

import click

from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import print_renderable, print_text
from hengji.cli.parameters import format_option

if TYPE_CHECKING:
    from hengji.workflows.presenting import DataFormat
    from hengji.workflows.schemes import SchemeEntry

__all__ = ["command"]


@click.command(
    "list",
    cls=Command,
    short_help=_("列出内置方案"),
    help=_("列出内置的评价方案：编号、标题、行政区划、有效年度、依据。"),
    options_metavar=_("[选项]"),
)
@format_option
def command(form: str) -> None:
    """Lists them in the order of their ids."""
    from hengji.workflows.schemes import list_schemes

    entries = list_schemes()
    if form == "table":
        _print_table(entries)
        return
    from hengji.workflows.presenting import data_text

    data = [{**asdict(entry), "basis": list(entry.basis)} for entry in entries]
    print_text(data_text({"schemes": data}, cast("DataFormat", form)))


def _print_table(entries: tuple[SchemeEntry, ...]) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(_("编号"), overflow="fold")
    for heading in (_("标题"), _("区划"), _("年度"), _("依据")):
        table.add_column(heading, overflow="fold")
    for entry in entries:
        place = entry.jurisdiction or _("全国")
        table.add_row(entry.id, entry.title, place, entry.valid, _("、").join(entry.basis))
    print_renderable(table)
