"""`hengji report`: a self-evaluation or verification report, drafted, written, and read back from Word."""

from __future__ import annotations

import click

from hengji.cli.language import text as _
from hengji.cli.lazy_group import LazyGroup

__all__ = ["command"]


class ReportCommands(LazyGroup):
    """The commands on reports, each in a module of its own."""

    modules = {  # noqa: RUF012
        "new": "hengji.cli.report_new",
        "write": "hengji.cli.report_write",
        "read": "hengji.cli.report_read",
    }


@click.group(
    "report",
    cls=ReportCommands,
    short_help=_("自评报告、核查报告：起草、写成文件、读回修改"),
    help=_(
        "按评价数据起草自评报告或核查报告，写成 Word、PDF；在 Word 里改过以后，读回改了哪些。\n"
        "报告里的数字都引用数据和得分，数据变了报告跟着变；手写的数字会标出来。"
    ),
    options_metavar=_("[选项]"),
    subcommand_metavar=_("命令 [参数]…"),
)
def command() -> None:
    """Only a group."""
