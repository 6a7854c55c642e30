"""`hengji goals`: goal tables and projects' self-evaluation tables, written, read back and checked."""

from __future__ import annotations

import click

from hengji.cli.language import text as _
from hengji.cli.lazy_group import LazyGroup

__all__ = ["command"]


class GoalCommands(LazyGroup):
    """The commands on tables, each in a module of its own."""

    modules = {  # noqa: RUF012
        "check": "hengji.cli.goals_check",
        "write": "hengji.cli.goals_write",
        "read": "hengji.cli.goals_read",
    }


@click.group(
    "goals",
    cls=GoalCommands,
    short_help=_("绩效目标表、项目自评表：检查、写成文件、读回"),
    help=_(
        "部门整体绩效目标表和项目支出绩效自评表：检查、写成 Word、Excel、PDF，再读回来。\n"
        "表可以是 YAML 文件，也可以是照表样填的 docx、xlsx、pdf 等文件。"
    ),
    options_metavar=_("[选项]"),
    subcommand_metavar=_("命令 [参数]…"),
)
def command() -> None:
    """Only a group."""
