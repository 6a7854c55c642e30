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
    from hengji.cli.tables import table

    headings = (_("编号"), _("标题"), _("区划"), _("年度"), _("依据"))
    rows = [
        (entry.id, entry.title, entry.jurisdiction or _("全国"), entry.valid, _("、").join(entry.basis))
        for entry in entries
    ]
    print_renderable(table(headings, rows, whole=(0, 2, 3)))
