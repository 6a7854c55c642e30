"""`hengji compare`: a self-evaluation beside its verification."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import print_renderable, print_text
from hengji.cli.parameters import FILE, format_option, scheme_option

if TYPE_CHECKING:
    from hengji.workflows.presenting import DataFormat

__all__ = ["command"]


@click.command(
    "compare",
    cls=Command,
    short_help=_("自评与核查逐项对照"),
    help=_("把同一单位的自评和核查逐项对照：各得多少、差多少、为什么。"),
    epilog=_("退出码：0 已对照；1 已对照，但有错误级的问题；2 有一份没有计分，不能对照。"),
    options_metavar=_("[选项]"),
)
@click.argument("own", metavar=_("自评文件"), type=FILE)
@click.argument("verified", metavar=_("核查文件"), type=FILE)
@scheme_option
@format_option
@click.pass_context
def command(context: click.Context, own: Path, verified: Path, scheme: str | None, form: str) -> None:
    """Compares and exits with the code that says how it went."""
    from hengji.workflows.presenting import comparison_table, comparison_text, unreadable_text
    from hengji.workflows.scoring import compare_files

    compared = compare_files(own, verified, scheme)
    comparison, for_programs = compared.comparison, form != "table"
    if comparison is None:
        if for_programs:
            print_text(unreadable_text(compared.findings, cast("DataFormat", form)))
        else:
            print_findings(_("没有对照"), compared.findings)
        context.exit(UNDONE)
    if for_programs:
        print_text(comparison_text(comparison, cast("DataFormat", form)))
    else:
        if compared.findings:
            print_findings(_("已对照，但有需要核对的地方"), compared.findings)
        print_renderable(comparison_table(comparison, findings=False))
    context.exit(WRONG if has_errors(compared.findings) else DONE)
