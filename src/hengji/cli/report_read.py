"""`hengji report read`: what was changed in a report that comes back from Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hengji.cli.findings_printing import print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.parameters import FILE, previous_option, verified_option

if TYPE_CHECKING:
    from hengji.workflows.report_returns import Returned

__all__ = ["command"]


@click.command(
    "read",
    cls=Command,
    short_help=_("读回在 Word 里改过的报告"),
    help=_(
        "列出报告写出以后改了哪些：引用的数字从什么改成什么，文字改了哪里。\n"
        "加 --keep 时把文字的修改存进 *.narrative.yaml，引用照旧；数字的修改请到评价数据里改。"
    ),
    epilog=_("退出码：0 没有手改的数字；1 有手改的数字；2 读不回来。"),
    options_metavar=_("[选项]"),
)
@click.argument("report", metavar=_("报告"), type=FILE)
@click.argument("evaluation", metavar=_("评价文件"), type=FILE)
@verified_option
@previous_option
@click.option("--keep", is_flag=True, help=_("把文字的修改存进报告文字"))
@click.pass_context
def command(
    context: click.Context,
    report: Path,
    evaluation: Path,
    verified: Path | None,
    previous: tuple[Path, ...],
    keep: bool,
) -> None:
    """Lists the edits and exits with 1 where a figure was changed by hand."""
    from hengji.workflows.report_returns import read_report
    from hengji.workflows.reporting import ReportFiles

    read = read_report(report, ReportFiles(evaluation, verified, previous), keep=keep)
    if read.edits is None:
        print_findings(_("没有读回"), read.findings)
        context.exit(UNDONE)
    _say(read.edits)
    if keep:
        click.echo(_("已把 {count} 段文字的修改存进报告文字。").format(count=read.kept), err=True)
    context.exit(WRONG if read.edits.figures else DONE)


def _say(edits: Returned) -> None:
    if not edits.figures and not edits.words:
        click.echo(_("与写出的报告相同，没有修改。"))
        return
    if edits.figures:
        click.echo(_("改了 {count} 个引用的数字：").format(count=len(edits.figures)))
    for figure in edits.figures:
        click.echo(f"  {figure.key}（{figure.place}）  {figure.old} → {figure.new}")
    if edits.words:
        click.echo(_("改了 {count} 处文字：").format(count=len(edits.words)))
    for words in edits.words:
        old, new = words.old or _("（无）"), words.new or _("（删去）")
        click.echo(f"  {words.place}  {old} → {new}")
