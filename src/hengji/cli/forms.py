"""`hengji forms`: figures from the forms that finance systems export."""

from __future__ import annotations

import click

from hengji.cli.language import text as _
from hengji.cli.lazy_group import LazyGroup

__all__ = ["command"]


class FormCommands(LazyGroup):
    """The commands on forms, each in a module of its own."""

    modules = {  # noqa: RUF012
        "list": "hengji.cli.forms_list",
        "read": "hengji.cli.forms_read",
    }


@click.group(
    "forms",
    cls=FormCommands,
    short_help=_("从决算报表、编制人数表、资产年报导入数据"),
    help=_("从财务系统导出的报表（xlsx、xls）导入数据：决算、“三公”经费、政府采购、编制和实有人数、固定资产。"),
    options_metavar=_("[选项]"),
    subcommand_metavar=_("命令 [参数]…"),
)
def command() -> None:
    """Only a group."""
