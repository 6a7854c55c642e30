"""`hengji goals read`: the table in a paper as YAML, from which the same paper can be written again."""

from __future__ import annotations

from pathlib import Path

import click

from hengji.cli.destinations import refuse_sources
from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import print_text
from hengji.cli.parameters import FILE

__all__ = ["command"]


@click.command(
    "read",
    cls=Command,
    short_help=_("把填好的表读成 YAML"),
    help=_("把填好的绩效目标表或项目自评表读成 YAML。读不懂的格子逐个指出，其余照样读出。"),
    epilog=_("退出码：0 已读出；1 已读出，但有格子没有采用；2 没有读出。"),
    options_metavar=_("[选项]"),
)
@click.argument("file", metavar=_("文件"), type=FILE)
@click.option("-o", "--output", metavar=_("文件"), type=FILE, help=_("写到这个文件"))
@click.pass_context
def command(context: click.Context, file: Path, output: Path | None) -> None:
    """Prints the table, and on stderr what could not be read."""
    from hengji.workflows.goal_tables import read_table, table_text

    refuse_sources((file,), (output,))
    read = read_table(file)
    if read.table is None:
        print_findings(_("没有读取"), read.findings)
        context.exit(UNDONE)
    if read.findings:
        print_findings(_("已读取，请留意"), read.findings)
    print_text(table_text(read.table), output)
    context.exit(WRONG if has_errors(read.findings) else DONE)
