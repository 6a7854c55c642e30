"""`hengji scheme`: list, show, check, compare and begin schemes."""

from __future__ import annotations

import click

from hengji.cli.language import text as _
from hengji.cli.lazy_group import LazyGroup

__all__ = ["command"]


class SchemeCommands(LazyGroup):
    """The commands on schemes, each in a module of its own."""

    modules = {  # noqa: RUF012
        "list": "hengji.cli.scheme_list",
        "show": "hengji.cli.scheme_show",
        "check": "hengji.cli.scheme_check",
        "diff": "hengji.cli.scheme_diff",
        "new": "hengji.cli.scheme_new",
    }


@click.group(
    "scheme",
    cls=SchemeCommands,
    short_help=_("评价方案：列出、查看、检查、比较、新建"),
    help=_("评价方案：列出、查看、检查、比较、新建。方案写编号（内置方案）或文件路径。"),
    options_metavar=_("[选项]"),
    subcommand_metavar=_("命令 [参数]…"),
)
def command() -> None:
    """Only a group."""
