"""`hengji report write`: the report on paper, as docx or pdf."""

from __future__ import annotations

from pathlib import Path

import click

from hengji.cli.destinations import refuse_sources
from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import say_written
from hengji.cli.parameters import FILE, previous_option, verified_option

__all__ = ["command"]


@click.command(
    "write",
    cls=Command,
    short_help=_("把报告写成 Word 或 PDF"),
    help=_(
        "把报告写成 docx 或 pdf。评价文件是自评的写自评报告，是核查的写核查报告；\n"
        "给出自评文件和 --verified 核查文件，写带自评对照的核查报告。还要填写的地方、手写的数字逐一列出。"
    ),
    epilog=_("退出码：0 已写入；1 已写入，但数据或引用有错误；2 没有写入。"),
    options_metavar=_("[选项]"),
)
@click.argument("evaluation", metavar=_("评价文件"), type=FILE)
@verified_option
@previous_option
@click.option("-o", "--output", metavar=_("文件"), type=FILE, required=True, help=_("写到这个 docx 或 pdf 文件"))
@click.pass_context
def command(
    context: click.Context, evaluation: Path, verified: Path | None, previous: tuple[Path, ...], output: Path
) -> None:
    """Writes, then lists what a person still has to look at."""
    from hengji.workflows.reporting import ReportFiles, write_report

    refuse_sources((evaluation, *((verified,) if verified else ()), *previous), (output,))
    written = write_report(ReportFiles(evaluation, verified, previous), output)
    if written.path is None:
        print_findings(_("没有写入"), (*written.findings, *written.points))
        context.exit(UNDONE)
    if written.findings:
        print_findings(_("数据里有需要核对的地方"), written.findings)
    if written.points:
        print_findings(_("报告里还要处理的地方"), written.points)
    say_written(written.path)
    context.exit(WRONG if has_errors((*written.findings, *written.points)) else DONE)
