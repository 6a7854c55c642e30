"""`hengji workbook`: workbooks that go out to be filled in, come back, and are written for many at once."""

from __future__ import annotations

import click

from hengji.cli.language import text as _
from hengji.cli.lazy_group import LazyGroup

__all__ = ["command"]


class WorkbookCommands(LazyGroup):
    """The commands on workbooks, each in a module of its own."""

    modules = {  # noqa: RUF012
        "new": "hengji.cli.workbook_new",
        "read": "hengji.cli.workbook_read",
        "all": "hengji.cli.workbook_all",
    }


@click.group(
    "workbook",
    cls=WorkbookCommands,
    short_help=_("填报工作簿：发出、收回、成批写出"),
    help=_("填报工作簿：发出、收回、成批写出。一个单位、一个年度、一个阶段一份，Excel、WPS、LibreOffice 都能填。"),
    options_metavar=_("[选项]"),
    subcommand_metavar=_("命令 [参数]…"),
)
def command() -> None:
    """Only a group."""
