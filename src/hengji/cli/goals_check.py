"""`hengji goals check`: everything that is wrong with tables, in whichever kind of file they are."""

from __future__ import annotations

from pathlib import Path

import click

from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.parameters import FILE

__all__ = ["command"]


@click.command(
    "check",
    cls=Command,
    short_help=_("检查绩效目标表或项目自评表"),
    help=_(
        "检查绩效目标表或项目自评表，一次列出全部问题和所在的行或单元格：资金是否平衡，"
        "半年是否不大于全年，比较符号、单位、档次是否写清，职能和重点工作是否都有指标。"
    ),
    epilog=_("退出码：0 没有错误；1 有错误；2 有文件读不出来。"),
    options_metavar=_("[选项]"),
)
@click.argument("files", metavar=_("文件…"), nargs=-1, required=True, type=FILE)
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...]) -> None:
    """Checks each, and exits with the worst."""
    from hengji.workflows.goal_tables import check_table, read_table

    worst = DONE
    for file in files:
        read = read_table(file)
        if read.table is None:
            print_findings(_("{file} 读不出来").format(file=file), read.findings, err=False)
            worst = max(worst, UNDONE)
            continue
        findings = (*read.findings, *check_table(read.table))
        status = WRONG if has_errors(findings) else DONE
        verdict = _("{file} 有错误") if status else _("{file} 没有错误")
        print_findings(verdict.format(file=file), findings, err=False)
        worst = max(worst, status)
    context.exit(worst)
