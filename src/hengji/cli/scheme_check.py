"""`hengji scheme check`: everything that is wrong with scheme files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.parameters import SchemeName

if TYPE_CHECKING:
    from hengji.workflows.schemes import SchemeRead

__all__ = ["command"]


@click.command(
    "check",
    cls=Command,
    short_help=_("检查方案文件"),
    help=_("检查方案文件，一次列出全部问题和所在的行。可以一次检查几个文件，也可以写内置方案的编号。"),
    epilog=_("退出码：0 没有错误；1 有错误；2 有文件读不出来。"),
    options_metavar=_("[选项]"),
)
@click.argument("schemes", metavar=_("方案…"), nargs=-1, required=True, type=SchemeName())
@click.pass_context
def command(context: click.Context, schemes: tuple[str, ...]) -> None:
    """Checks each, and exits with the worst."""
    from hengji.workflows.schemes import check_scheme_file

    worst = DONE
    for scheme in schemes:
        read = check_scheme_file(scheme)
        status = _status(read)
        verdicts = {DONE: _("可用"), WRONG: _("不可用"), UNDONE: _("读不出来")}
        verdict = _("{scheme} {verdict}").format(scheme=scheme, verdict=verdicts[status])
        print_findings(verdict, read.findings, err=False)
        worst = max(worst, status)
    context.exit(worst)


def _status(read: SchemeRead) -> int:
    """A file that is not there has no line where it is wrong, nor has one that is no text."""
    if not has_errors(read.findings):
        return DONE
    return WRONG if any(finding.source.line is not None for finding in read.findings) else UNDONE
