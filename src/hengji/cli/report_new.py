"""`hengji report new`: the words of a report, drafted from the data into a file to edit."""

from __future__ import annotations

from pathlib import Path

import click

from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import say_written
from hengji.cli.parameters import FILE, previous_option, verified_option

__all__ = ["command"]


@click.command(
    "new",
    cls=Command,
    short_help=_("起草报告文字"),
    help=_(
        "按评价数据起草报告的全部文字，写到评价文件旁边的 *.narrative.yaml。\n"
        "再次运行时草稿按现在的数据重新生成，改写过的段落（edited）原样保留。"
    ),
    epilog=_("退出码：0 已写入；1 已写入，但数据有错误级的问题；2 没有写入。"),
    options_metavar=_("[选项]"),
)
@click.argument("evaluation", metavar=_("评价文件"), type=FILE)
@verified_option
@previous_option
@click.pass_context
def command(context: click.Context, evaluation: Path, verified: Path | None, previous: tuple[Path, ...]) -> None:
    """Drafts and says how much there is to do."""
    from hengji.workflows.reporting import ReportFiles, begin_report

    new = begin_report(ReportFiles(evaluation, verified, previous))
    if new.path is None:
        print_findings(_("没有写入"), new.findings)
        context.exit(UNDONE)
    if new.findings:
        print_findings(_("数据里有需要核对的地方"), new.findings)
    say_written(new.path)
    message = _("共 {passages} 段，其中 {edited} 段是改写过的，已保留。")
    click.echo(message.format(passages=new.passages, edited=new.edited), err=True)
    context.exit(WRONG if has_errors(new.findings) else DONE)
