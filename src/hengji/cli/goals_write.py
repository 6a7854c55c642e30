"""`hengji goals write`: a table as the paper that the regulation prints, in Word, Excel or PDF."""

from __future__ import annotations

from pathlib import Path

import click

from hengji.cli.destinations import refuse_sources
from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import say_written
from hengji.cli.parameters import FILE

__all__ = ["command"]


@click.command(
    "write",
    cls=Command,
    short_help=_("把表写成 Word、Excel、PDF 或 YAML"),
    help=_("把绩效目标表或项目自评表写成文件，并检查。按扩展名决定种类：docx、xlsx、pdf、yaml。"),
    epilog=_("退出码：0 已写入，没有错误；1 已写入，但表中有错误；2 没有写入。"),
    options_metavar=_("[选项]"),
)
@click.argument("table", metavar=_("表"), type=FILE)
@click.option("-o", "--output", metavar=_("文件"), type=FILE, required=True, help=_("写到这个文件"))
@click.pass_context
def command(context: click.Context, table: Path, output: Path) -> None:
    """Reads, checks and writes; an unfinished table is written too, for that is how tables are drafted."""
    from hengji.workflows.goal_tables import ENDINGS, check_table, read_table, write_table

    refuse_sources((table,), (output,))
    if output.suffix.lower() not in ENDINGS:
        message = _("没有写入：不能写成“{ending}”文件；可以写 {endings}。")
        click.echo(message.format(ending=output.suffix or output.name, endings=" ".join(ENDINGS)), err=True)
        context.exit(UNDONE)
    read = read_table(table)
    if read.table is None:
        print_findings(_("没有写入"), read.findings)
        context.exit(UNDONE)
    failed = write_table(read.table, output)
    if failed is not None:
        print_findings(_("没有写入"), [failed])
        context.exit(UNDONE)
    say_written(output)
    findings = (*read.findings, *check_table(read.table))
    if findings:
        print_findings(_("表里有需要留意的地方"), findings)
    context.exit(WRONG if has_errors(findings) else DONE)
